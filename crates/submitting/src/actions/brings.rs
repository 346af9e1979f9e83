//! What publishing an action brings to its governments: a step in the public life of each, with the way to the action.

use async_trait::async_trait;
use sea_orm::DatabaseExecutor;
use store::{Fault, Heard, Tx};
use vocabulary::{ActionId, GovernmentId};

use super::action::{Action, Stage};
use super::records;
use super::version::{Version, VersionOrigin};
use crate::governments::{Added, Adds, Families, Step};

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
        let published = actions.values().flatten().filter(|action| action.stage == Stage::Published);
        let versions = records::versions::of_all(conn, published.map(|action| action.id)).await?;
        let mut added = Vec::with_capacity(all.len());
        for id in all {
            let ids = families.ids_of(*id)?;
            let own = ids.iter().filter_map(|id| actions.get(id)).flatten();
            let steps = own.filter_map(|action| step(action, versions.get(&action.id)?)).collect();
            added.push(Added { steps, ..Added::default() });
        }
        Ok(added)
    }
}

/// What publishing an action has brought to its governments; nothing where it is not public, or came from a source.
fn step(action: &Action, versions: &[Version]) -> Option<Step> {
    let reference = action.reference.as_ref().filter(|_| action.stage == Stage::Published)?;
    let sent = versions.iter().filter(|version| version.origin == VersionOrigin::Sent);
    let at = sent.filter_map(|version| version.published).min()?;
    let title = versions.last().and_then(|version| version.content.title.clone());
    Some(Step::brought(at, "actions-step-published").about(title, format!("/actions/{reference}")))
}
