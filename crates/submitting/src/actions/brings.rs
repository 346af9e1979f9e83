//! What publishing an action brings to its governments: a step in the public life of each, with the way to the action.

use async_trait::async_trait;
use sea_orm::DatabaseExecutor;
use store::{Fault, Heard, Tx};
use vocabulary::{ActionId, GovernmentId};

use super::action::{Action, Stage};
use super::records;
use super::version::{Version, VersionOrigin};
use crate::governments::{Added, Adds, Families, Step};
use crate::register;

/// The voice with which this room adds to the public record of a government.
pub struct Brings;

/// The facts after which another action is public, or another title.
const TOLD: [&str; 5] =
    ["action.published", "action.withdrawn", "action.protected", "action.corrected", "action.redacted"];

#[async_trait]
impl Adds for Brings {
    async fn concerns(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<GovernmentId>>, Fault> {
        let tells = |fact: &&&Heard| TOLD.contains(&fact.kind.as_str());
        let told = facts.iter().filter(tells).map(|fact| ActionId::from(fact.subject));
        let all = records::actions::governments_of(tx.conn(), told).await?;
        let concerned = |fact: &&Heard| {
            let of = all.get(&ActionId::from(fact.subject)).filter(|_| tells(&fact));
            of.into_iter().flatten().map(|one| one.government).collect()
        };
        Ok(facts.iter().map(concerned).collect())
    }

    async fn added(
        &self,
        conn: &DatabaseExecutor<'_>,
        families: &Families,
        all: &[GovernmentId],
    ) -> Result<Vec<Added>, Fault> {
        let actions = records::actions::of_governments(conn, &families.all_ids_of(all)?).await?;
        let public = actions.values().flatten().filter(|action| is_told(action));
        let versions = records::versions::of_all(conn, public.map(|action| action.id)).await?;
        let mut added = Vec::with_capacity(all.len());
        for id in all {
            let ids = families.ids_of(*id)?;
            let own = ids.iter().filter_map(|id| actions.get(id)).flatten();
            let (mut steps, mut tokens) = (Vec::new(), Vec::new());
            for action in own {
                steps.extend(versions.get(&action.id).into_iter().flat_map(|all| told(action, all)));
                tokens.extend(withdrawn(action));
            }
            added.push(Added { steps, tokens, ..Added::default() });
        }
        Ok(added)
    }
}

/// Whether the history of its governments tells of it. What was taken off every page to protect people stands in none.
fn is_told(action: &Action) -> bool {
    matches!(action.stage, Stage::Published | Stage::Withdrawn { .. })
}

/// By which the governments of a withdrawn action are found, in whose history it stands.
fn withdrawn(action: &Action) -> Option<String> {
    let reference = action.reference.as_ref()?;
    matches!(action.stage, Stage::Withdrawn { .. }).then(|| register::withdrawn_token(reference.as_str()))
}

/// What has happened in public to an action, for its governments. Of a withdrawn one that is its reference, the days and the
/// reason, and nothing that it said.
fn told(action: &Action, versions: &[Version]) -> Vec<Step> {
    let Some(reference) = &action.reference else { return Vec::new() };
    let path = format!("/actions/{reference}");
    let sent = versions.iter().filter(|version| version.origin == VersionOrigin::Sent);
    let published = sent.filter_map(|version| version.published).min();
    let told = match &action.stage {
        Stage::Published => {
            let title = versions.last().and_then(|version| version.content.title.clone());
            let brought = published.map(|at| Step::brought(at, "actions-step-published"));
            [brought.map(|step| step.about(title, path)), None]
        }
        Stage::Withdrawn { reason } => {
            let was_public = versions.iter().any(|version| version.published.is_some());
            let gone = Step::new(action.since, "actions-step-withdrawn").because(reason.key());
            let gone = was_public.then(|| gone.about(None, path.clone()));
            [published.map(|at| Step::new(at, "actions-step-published").about(None, path)), gone]
        }
        _ => [None, None],
    };
    told.into_iter().flatten().collect()
}
