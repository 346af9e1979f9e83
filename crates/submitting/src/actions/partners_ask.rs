//! Acts: ask a partner to confirm, and remind one that does not answer.

use store::{Fact, Fault, Subject, Tx};
use vocabulary::Actor;

use super::action::Action;
use super::may::{self, Tie};
use super::partner::Partner;
use super::partners_name::lives;
use super::refused::ActionRefused;
use super::{partners_mails, records};
use crate::House;
use crate::people::Acting;

/// After so many days without an answer a partner is reminded, once.
pub const REMINDED_AFTER_DAYS: i64 = 14;

/// Asks a partner to confirm. Whoever may send for the lead may ask in its name.
pub async fn ask(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    partner: Partner,
) -> Result<Partner, ActionRefused> {
    may::send(acting, tie)?;
    lives(action)?;
    let asked = partner.ask(tx.now())?;
    if asked.is_out_of_reach() {
        return Err(ActionRefused::NoAddress);
    }
    records::partners::save(tx, &asked).await?;
    tell(tx, "action.partner-asked", action, acting.actor, &asked).await?;
    partners_mails::question(house, tx, action, &asked, false).await?;
    Ok(asked)
}

/// Reminds a partner.
pub async fn remind(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    partner: Partner,
) -> Result<Partner, ActionRefused> {
    may::send(acting, tie)?;
    lives(action)?;
    put_reminder(house, tx, acting.actor, action, partner).await
}

async fn put_reminder(
    house: &House,
    tx: &Tx,
    actor: Actor,
    action: &Action,
    partner: Partner,
) -> Result<Partner, ActionRefused> {
    let reminded = partner.remind(tx.now())?;
    records::partners::save(tx, &reminded).await?;
    tell(tx, "action.partner-reminded", action, actor, &reminded).await?;
    partners_mails::question(house, tx, action, &reminded, true).await?;
    Ok(reminded)
}

/// The daily round: whoever was asked a fortnight ago and has not answered is reminded, once. Gives how many.
pub async fn round(house: &House, tx: &Tx) -> Result<usize, Fault> {
    let mut reminded = 0;
    let before = tx.now().plus_days(-REMINDED_AFTER_DAYS);
    for partner in records::partners::silent_since(tx.conn(), before).await? {
        let Some(action) = records::actions::find(tx.conn(), partner.action).await? else { continue };
        if lives(&action).is_err() {
            continue;
        }
        match put_reminder(house, tx, Actor::Program("reminder"), &action, partner).await {
            Ok(_) => reminded += 1,
            Err(ActionRefused::Fault(fault)) => return Err(fault),
            Err(_) => {}
        }
    }
    Ok(reminded)
}

pub(super) async fn tell(
    tx: &Tx,
    kind: &'static str,
    action: &Action,
    actor: Actor,
    partner: &Partner,
) -> Result<store::Position, Fault> {
    let fact = Fact::new(kind, Subject::new("action", action.id), actor);
    let fact = fact.call(action.call).note(serde_json::json!({ "partner": partner.id }));
    let names = matches!(kind, "action.partner-confirmed" | "action.partner-taken-back");
    tx.tell(if names && action.stage.is_public() { fact.public() } else { fact.parties() }).await
}
