//! Acts: name a partner of an action, and take one out again. Naming tells nobody anything.

use store::{Fact, Position, Subject, Tx};

use super::action::{Action, NotNow, Stage};
use super::may::{self, Tie};
use super::partner::{Partner, PartnerState, WhoTakesPart};
use super::refused::ActionRefused;
use super::{partners_by_code, records};
use crate::governments;
use crate::people::Acting;

/// The most partners of an action.
pub const PARTNERS_MOST: usize = 30;

/// Names a partner. It is not public, and nobody is asked yet.
pub async fn name(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    who: WhoTakesPart,
) -> Result<Partner, ActionRefused> {
    may::draft(acting, action.author, tie)?;
    lives(action)?;
    records::actions::hold(tx, action.id).await?;
    let known = records::partners::of(tx.conn(), action.id).await?;
    if known.len() >= PARTNERS_MOST {
        return Err(ActionRefused::TooManyPartners);
    }
    if is_known(tx, action, &known, &who).await? {
        return Err(ActionRefused::PartnerKnown);
    }
    let partner = Partner {
        id: tx.new_id(),
        action: action.id,
        who,
        state: PartnerState::Named,
        since: tx.now(),
        asked: None,
        reminded: None,
    };
    records::partners::add(tx, &partner, acting.actor.person()).await?;
    Ok(partner)
}

/// Whether who is named takes part already, under this name or another.
async fn is_known(
    tx: &Tx,
    action: &Action,
    known: &[Partner],
    who: &WhoTakesPart,
) -> Result<bool, ActionRefused> {
    match who {
        WhoTakesPart::Body(body) => {
            let core = |text: &str| vocabulary::fold(text.trim());
            let name = core(body.name.original_text());
            Ok(known.iter().any(|one| match &one.who {
                WhoTakesPart::Body(other) => core(other.name.original_text()) == name,
                WhoTakesPart::Government(_) => false,
            }))
        }
        WhoTakesPart::Government(id) => {
            let ids = governments::ids_of(tx.conn(), *id).await?;
            let same =
                |one: &Partner| matches!(one.who, WhoTakesPart::Government(other) if ids.contains(&other));
            Ok(ids.contains(&action.lead) || known.iter().any(same))
        }
    }
}

/// Whether partners may still be named, asked and heard.
pub(super) fn lives(action: &Action) -> Result<(), NotNow> {
    match action.stage {
        Stage::Declined { .. } | Stage::Withdrawn { .. } | Stage::Protected => {
            Err(NotNow { stage: action.stage.word(), asked: "shared with partners" })
        }
        _ => Ok(()),
    }
}

/// Takes a partner out. Where it was public, its name goes with the next reading of the record.
pub async fn remove(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    partner: Partner,
) -> Result<Position, ActionRefused> {
    match partner.state {
        PartnerState::Confirmed => may::send(acting, tie)?,
        _ => may::draft(acting, action.author, tie)?,
    }
    lives(action)?;
    let removed = partner.remove(tx.now())?;
    records::partners::save(tx, &removed).await?;
    partners_by_code::revoke(tx, &removed).await?;
    let fact = Fact::new("action.partner-removed", Subject::new("action", action.id), acting.actor).parties();
    Ok(tx.tell(fact.call(action.call).note(serde_json::json!({ "partner": removed.id }))).await?)
}
