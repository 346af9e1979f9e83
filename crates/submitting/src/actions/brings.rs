//! What publishing an action brings to its governments: a step in the public life of each, with the way to the action.

use async_trait::async_trait;
use sea_orm::DatabaseExecutor;
use store::{Fault, Heard, Tx};
use vocabulary::{ActionId, GovernmentId};

use super::action::Stage;
use super::records;
use super::version::VersionOrigin;
use crate::governments::{self, Added, Adds, Government, Step};

/// The voice with which this room adds to the public record of a government.
pub struct Brings;

/// The facts after which another action is public, or another title.
const TOLD: [&str; 5] =
    ["action.published", "action.withdrawn", "action.protected", "action.corrected", "action.redacted"];

#[async_trait]
impl Adds for Brings {
    async fn concerns(&self, tx: &Tx, fact: &Heard) -> Result<Vec<GovernmentId>, Fault> {
        if !TOLD.contains(&fact.kind.as_str()) {
            return Ok(Vec::new());
        }
        records::actions::governments(tx.conn(), ActionId::from(fact.subject)).await
    }

    async fn added(&self, conn: &DatabaseExecutor<'_>, government: &Government) -> Result<Added, Fault> {
        let mut steps = Vec::new();
        for id in governments::ids_of(conn, government.id).await? {
            for action in records::actions::of_government(conn, id).await? {
                let Some(reference) = action.reference.filter(|_| action.stage == Stage::Published) else {
                    continue;
                };
                let versions = records::versions::all(conn, action.id).await?;
                let sent = versions.iter().filter(|version| version.origin == VersionOrigin::Sent);
                let Some(at) = sent.filter_map(|version| version.published).min() else { continue };
                let title = versions.last().and_then(|version| version.content.title.clone());
                let step = Step::brought(at, "actions-step-published");
                steps.push(step.about(title, format!("/actions/{reference}")));
            }
        }
        Ok(Added { steps, ..Added::default() })
    }
}
