//! An act of the desk: decide upon an assessment. The action is published, returned or declined by its own room.

use store::{Fact, Position, Subject, Tx};

use super::may;
use super::panel::{Assessment, Decision};
use super::records::{assessments, panel};
use super::refused::AssessmentRefused;
use crate::actions::{self, decide as answer};
use crate::calls::Call;
use crate::people::Acting;

/// Decides. Reasons are needed unless it is published; the city reads them.
pub async fn decide(
    tx: &Tx,
    acting: &Acting,
    call: &Call,
    assessment: Assessment,
    what: Decision,
    reasons: &str,
) -> Result<(Assessment, Position), AssessmentRefused> {
    let marked = panel::of(tx.conn(), assessment.id).await?;
    may::decide(acting, &marked)?;
    let by = acting.actor.person().ok_or(may::Refused::NotTheDesk)?;
    let reasons = reasons.trim();
    if what != Decision::Publish && reasons.is_empty() {
        return Err(AssessmentRefused::NoReasons);
    }
    let decided = assessment.decide(&marked, what, reasons.to_owned(), by, tx.now())?;
    assessments::save(tx, &decided).await?;
    let action = actions::by_id(tx.conn(), decided.action).await?.ok_or(AssessmentRefused::Unknown)?;
    let action = answer::conclude(tx, acting, action).await?;
    answer::release(tx, acting, &action).await?;
    match what {
        Decision::Publish => {
            let signed = answer::signed(tx.conn(), &call.declaration, action.lead).await?;
            answer::publish(tx, acting, action, signed).await?
        }
        Decision::Revise => answer::give_back(tx, acting, action, reasons).await?,
        Decision::Decline => answer::decline(tx, acting, action, reasons).await?,
    };
    let fact = Fact::new("assessment.decided", Subject::new("assessment", decided.id), acting.actor);
    let note = serde_json::json!({ "what": what.word() });
    let position = tx.tell(fact.parties().call(decided.call).note(note)).await?;
    Ok((decided, position))
}
