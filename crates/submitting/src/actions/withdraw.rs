//! Two acts: withdraw an action in public, or take it off everything to protect people.

use store::{Fact, Position, Subject, Tx};

use super::action::{Action, WithdrawReason};
use super::may::{self, Tie};
use super::records;
use super::refused::ActionRefused;
use crate::people::Acting;

/// Withdraws an action: its address says when and why. What was drafted beside it goes.
pub async fn withdraw(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    tie: Tie,
    reason: WithdrawReason,
) -> Result<(Action, Position), ActionRefused> {
    may::withdraw(acting, tie)?;
    let withdrawn = action.withdraw(reason, tx.now())?;
    records::actions::save(tx, &withdrawn).await?;
    records::drafts::clear(tx, withdrawn.id).await?;
    let fact = Fact::new("action.withdrawn", Subject::new("action", withdrawn.id), acting.actor).public();
    let position = tx.tell(fact.call(withdrawn.call)).await?;
    Ok((withdrawn, position))
}

/// Takes an action off every page to protect people: only a neutral notice stays, and no proof is broken.
pub async fn protect(tx: &Tx, acting: &Acting, action: Action) -> Result<(Action, Position), ActionRefused> {
    may::work_at_desk(acting)?;
    let protected = action.protect(tx.now())?;
    records::actions::save(tx, &protected).await?;
    records::drafts::clear(tx, protected.id).await?;
    let fact = Fact::new("action.protected", Subject::new("action", protected.id), acting.actor);
    let position = tx.tell(fact.call(protected.call)).await?;
    Ok((protected, position))
}
