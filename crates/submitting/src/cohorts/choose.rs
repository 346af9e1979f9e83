//! Two acts of the desk: put an action that is on the register into a cohort, and take it out again. What is told is told
//! about the action, whose public record names its cohorts.

use store::{Fact, Position, Subject, Tx};
use vocabulary::ActionId;

use super::cohort::Cohort;
use super::refused::CohortRefused;
use super::{may, records};
use crate::actions::Action;
use crate::people::Acting;

/// Puts an action in. It may stand in other cohorts too, and stays what it is.
pub async fn put_in(
    tx: &Tx,
    acting: &Acting,
    cohort: &Cohort,
    action: Option<Action>,
) -> Result<Position, CohortRefused> {
    may::change(acting)?;
    let action = action.filter(|action| action.stage.is_public()).ok_or(CohortRefused::NoAction)?;
    if records::actions(tx.conn(), cohort.id).await?.contains(&action.id) {
        return Err(CohortRefused::There);
    }
    records::put_in(tx, cohort.id, action.id).await?;
    tell(tx, acting, "cohort.put-in", cohort, action.id).await
}

/// Takes an action out.
pub async fn take_out(
    tx: &Tx,
    acting: &Acting,
    cohort: &Cohort,
    action: ActionId,
) -> Result<Position, CohortRefused> {
    may::change(acting)?;
    if !records::actions(tx.conn(), cohort.id).await?.contains(&action) {
        return Err(CohortRefused::NotThere);
    }
    records::take_out(tx, cohort.id, action).await?;
    tell(tx, acting, "cohort.taken-out", cohort, action).await
}

async fn tell(
    tx: &Tx,
    acting: &Acting,
    kind: &'static str,
    cohort: &Cohort,
    action: ActionId,
) -> Result<Position, CohortRefused> {
    let note = serde_json::json!({ "cohort": cohort.id.to_string() });
    let fact = Fact::new(kind, Subject::new("action", action), acting.actor).public().note(note);
    Ok(tx.tell(fact).await?)
}
