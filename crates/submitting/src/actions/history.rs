//! The noun: the [`History`] of a public action, every version that was public with what it said. It is a public record
//! of its own beside the action's, so that the action's stays small; nothing stands in it that is not public now.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use store::Fault;
use vocabulary::{FileId, Moment};

use super::content::Content;
use super::public::PublicVersion;
use super::version::Version;
use crate::register::{Card, Findable, PublicRecord};

/// The kind of the public record.
pub const HISTORY: &str = "action_history";

/// Every version that was public.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The oldest first, each with what of it everyone may see now.
    pub versions: Vec<(PublicVersion, Content)>,
}

/// That something was taken out of every version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// Which field: its word, or `picture`.
    pub field: String,
    /// When.
    pub at: Moment,
}

impl History {
    /// What everyone may see of these versions; nothing where fewer than two were public. What the version that stands
    /// keeps back, to protect people, its forerunners keep back too.
    pub fn of(versions: &[Version], stands: &Content, hidden: &BTreeSet<FileId>) -> Option<History> {
        let shown: Vec<(PublicVersion, Content)> = versions
            .iter()
            .filter_map(|version| {
                let mut content = version.content.clone();
                if stands.coarse {
                    content.coarse = true;
                    content.district.clone_from(&stands.district);
                }
                if stands.attachment.as_ref().is_none_or(|file| !file.open) {
                    content.attachment = None;
                }
                Some((PublicVersion::of(version)?, content.for_public(hidden)))
            })
            .collect();
        (shown.len() > 1).then_some(History { versions: shown })
    }

    /// The public record of it, under the reference of its action.
    pub fn record(&self, key: &str) -> Result<PublicRecord, Fault> {
        let updated = self.versions.last().map_or(Moment::from_unix(0), |(version, _)| version.at);
        Ok(PublicRecord {
            kind: HISTORY.to_owned(),
            key: key.to_owned(),
            slug: String::new(),
            card: Card::bare(updated),
            find: Findable::default(),
            body: serde_json::to_value(self)?,
        })
    }
}
