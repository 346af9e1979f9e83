//! The desk's acts on what was sent: return it or decline it with reasons, or publish it with four eyes.

use store::{Fact, Fault, Position, Subject, Tx};
use vocabulary::Actor;

use super::action::{Action, VersionOf};
use super::may::{self, Signed};
use super::records;
use super::refused::ActionRefused;
use crate::people::Acting;

/// The most characters of reasons.
pub const REASONS_MOST: usize = 3000;

fn wait_for_desk(action: &Action, asked: &'static str) -> Result<VersionOf, ActionRefused> {
    let not_now = || super::action::NotNow { stage: action.stage.word(), asked };
    Ok(action.waiting().cloned().ok_or_else(not_now)?)
}

fn told(kind: &'static str, action: &Action, actor: Actor, version: VersionOf) -> Fact {
    Fact::new(kind, Subject::new("action", action.id), actor)
        .parties()
        .call(action.call)
        .note(serde_json::json!({ "n": version.n }))
        .version(version.hash)
}

/// Returns what waits, with reasons that the government reads.
pub async fn give_back(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    reasons: &str,
) -> Result<Action, ActionRefused> {
    may::work_at_desk(acting)?;
    let reasons = reasons.trim();
    if reasons.is_empty() {
        return Err(ActionRefused::NoReasons);
    }
    let version = wait_for_desk(&action, "returned")?;
    let returned = action.give_back(reasons.to_owned(), tx.now())?;
    keep(tx, &returned, &version, reasons).await?;
    tx.tell(told("action.returned", &returned, acting.actor, version)).await?;
    Ok(returned)
}

/// Declines an action that was never public, with reasons that the government reads.
pub async fn decline(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    reasons: &str,
) -> Result<Action, ActionRefused> {
    may::work_at_desk(acting)?;
    let reasons = reasons.trim();
    if reasons.is_empty() {
        return Err(ActionRefused::NoReasons);
    }
    let version = wait_for_desk(&action, "declined")?;
    let declined = action.decline(reasons.to_owned(), tx.now())?;
    keep(tx, &declined, &version, reasons).await?;
    tx.tell(told("action.declined", &declined, acting.actor, version)).await?;
    Ok(declined)
}

async fn keep(tx: &Tx, action: &Action, version: &VersionOf, reasons: &str) -> Result<(), Fault> {
    records::actions::save(tx, action).await?;
    records::versions::answered(tx, action.id, version.n, reasons).await
}

/// Publishes what waits. Gives the position of the fact, so that the page can wait for its own snapshot.
pub async fn publish(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    signed: Signed,
) -> Result<(Action, Position), ActionRefused> {
    may::work_at_desk(acting)?;
    let version = wait_for_desk(&action, "published")?;
    let by = records::versions::get(tx.conn(), action.id, &version).await?.by;
    may::publish(acting, by, signed)?;
    let published = action.publish(tx.now())?;
    records::actions::save(tx, &published).await?;
    records::versions::published(tx, published.id, version.n).await?;
    let position = tx.tell(told("action.published", &published, acting.actor, version).public()).await?;
    Ok((published, position))
}
