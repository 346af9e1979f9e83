//! When a government last spoke of its action itself.

use super::action::{Action, Stage};
use super::version::{Version, VersionOrigin};
use crate::register::Freshness;

/// How fresh a public action is, of which this version stands: when its government sent what it said last of what is public,
/// or confirmed what was entered for it. A correction by the desk and another reading of the source are no report; nor is a
/// revision that nobody may see.
pub(super) fn freshness(action: &Action, versions: &[Version], stands: &Version) -> Freshness {
    if action.stage == Stage::OnFile {
        return Freshness::OnFile(action.since);
    }
    let sent = || versions.iter().filter(|one| one.origin == VersionOrigin::Sent && one.n <= stands.n);
    // One that the desk corrected before it was published is public only as it was corrected.
    let last = sent().rfind(|one| one.published.is_some()).or_else(|| sent().next_back());
    Freshness::Reported(last.map_or(action.since, |one| one.at))
}
