//! Acts of an assessor: save marks and comments, and hand them in.

use store::{Fact, Fault, Position, Subject, Tx};

use super::assign::under_way;
use super::may;
use super::panel::{Assignment, AssignmentId, Part, complete};
use super::records::{panel, sheets};
use super::refused::AssessmentRefused;
use super::sheet::Sheet;
use crate::calls::Call;
use crate::people::Acting;

/// Saves what was written so far, by the criteria of the Call as they are now; nobody else sees it. What is in is never
/// changed.
pub async fn save(
    tx: &Tx,
    acting: &Acting,
    call: &Call,
    id: AssignmentId,
    sheet: &Sheet,
) -> Result<Assignment, AssessmentRefused> {
    let (assignment, _) = under_way(tx, id).await?;
    may::mark(acting, &assignment)?;
    if assignment.part != Part::Accepted {
        return Err(super::panel::NotNow.into());
    }
    sheets::save(tx, id, sheet, &call.rubric).await?;
    Ok(assignment)
}

/// Hands the marks in. When they are the last, the panel and the desk see all of them.
pub async fn hand_in(
    tx: &Tx,
    acting: &Acting,
    call: &Call,
    id: AssignmentId,
    sheet: &Sheet,
) -> Result<(Assignment, Position), AssessmentRefused> {
    let assignment = save(tx, acting, call, id, sheet).await?;
    if !sheet.missing(&call.rubric).is_empty() {
        return Err(AssessmentRefused::Unmarked);
    }
    let done = assignment.hand_in(tx.now())?;
    panel::save(tx, &done).await?;
    let all = all_in(tx, &done).await?;
    let fact = Fact::new("assessment.marked", Subject::new("assignment", id), acting.actor);
    let position = tx.tell(fact.call(call.id).note(serde_json::json!({ "all": all }))).await?;
    Ok((done, position))
}

async fn all_in(tx: &Tx, one: &Assignment) -> Result<bool, Fault> {
    Ok(complete(&panel::of(tx.conn(), one.assessment).await?))
}
