//! The desk's acts on what was sent: return it or decline it with reasons, or publish it with four eyes.

use sea_orm::ConnectionTrait;
use store::{Fact, Fault, Position, Subject, Tx};
use vocabulary::{Actor, GovernmentId, Moment};

use super::action::{Action, NotNow, VersionOf};
use super::may::{self, Signed};
use super::records;
use super::refused::ActionRefused;
use crate::declarations::{self, Signature, SignatureState};
use crate::people::Acting;

/// The most characters of reasons.
pub const REASONS_MOST: usize = 3000;

fn wait_for_desk(action: &Action, asked: &'static str) -> Result<VersionOf, ActionRefused> {
    let not_now = || NotNow { stage: action.stage.word(), asked };
    Ok(action.waiting().cloned().ok_or_else(not_now)?)
}

fn told(kind: &'static str, action: &Action, actor: Actor, version: VersionOf) -> Fact {
    Fact::new(kind, Subject::new("action", action.id), actor)
        .parties()
        .call(action.call)
        .note(serde_json::json!({ "n": version.n }))
        .version(version.hash)
}

/// Whether a government, or one merged into it, has a verified signature of a declaration.
pub async fn signed(
    conn: &impl ConnectionTrait,
    declaration: &str,
    lead: GovernmentId,
) -> Result<Signed, Fault> {
    let standing = declarations::standing_for(conn, lead, declaration).await?;
    Ok(standing.map_or(Signed::No, |_| Signed::Verified))
}

/// The path at the desk of the signature that is to be verified before anything of a government is published; nothing
/// where no signature waits.
pub async fn to_verify(
    conn: &impl ConnectionTrait,
    declaration: &str,
    lead: GovernmentId,
) -> Result<Option<String>, Fault> {
    let Some(declaration) = declarations::by_slug(conn, declaration).await? else { return Ok(None) };
    let waits =
        |one: &Signature| one.declaration == declaration.id && matches!(one.state, SignatureState::Sent);
    let found = declarations::signatures_of(conn, lead).await?.into_iter().find(waits);
    Ok(found.map(|one| format!("/desk/signatures/{}", one.id)))
}

/// Takes a sent action into assessment: until that is over, the desk decides nothing about it by itself.
pub async fn assess(tx: &Tx, acting: &Acting, action: Action) -> Result<Action, ActionRefused> {
    may::work_at_desk(acting)?;
    let action = action.assess(tx.now())?;
    records::actions::save(tx, &action).await?;
    Ok(action)
}

/// Takes an action out of assessment: it waits for the desk again, since it was sent.
pub async fn conclude(tx: &Tx, acting: &Acting, action: Action) -> Result<Action, ActionRefused> {
    may::work_at_desk(acting)?;
    let version = action.current.clone().ok_or(ActionRefused::Nothing)?;
    let sent = records::versions::get(tx.conn(), action.id, &version).await?.at;
    let action = action.conclude(sent)?;
    records::actions::save(tx, &action).await?;
    Ok(action)
}

/// Notes that the desk decides upon an assessment: from now on the government reads what was said to it.
pub async fn release(tx: &Tx, acting: &Acting, action: &Action) -> Result<(), ActionRefused> {
    may::work_at_desk(acting)?;
    Ok(records::actions::set_assessed(tx, action.id).await?)
}

/// Returns what waits, with reasons that the government reads.
pub async fn give_back(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    reasons: &str,
) -> Result<(Action, Position), ActionRefused> {
    turn_down(tx, acting, action, reasons, ("returned", "action.returned", Action::give_back)).await
}

/// Declines an action that was never public, with reasons that the government reads.
pub async fn decline(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    reasons: &str,
) -> Result<(Action, Position), ActionRefused> {
    turn_down(tx, acting, action, reasons, ("declined", "action.declined", Action::decline)).await
}

/// What is asked, the fact that it becomes, and what the noun says to it.
type Turn = (&'static str, &'static str, fn(Action, String, Moment) -> Result<Action, NotNow>);

/// Both of them: who may, the reasons, what waits, what is kept, what is told.
async fn turn_down(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    reasons: &str,
    (asked, kind, turn): Turn,
) -> Result<(Action, Position), ActionRefused> {
    may::work_at_desk(acting)?;
    let reasons = reasons.trim();
    if reasons.is_empty() {
        return Err(ActionRefused::NoReasons);
    }
    let version = wait_for_desk(&action, asked)?;
    let turned = turn(action, reasons.to_owned(), tx.now())?;
    records::actions::save(tx, &turned).await?;
    records::versions::answered(tx, turned.id, version.n, reasons).await?;
    let position = tx.tell(told(kind, &turned, acting.actor, version)).await?;
    Ok((turned, position))
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
