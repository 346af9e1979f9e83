//! Acts of the desk on a panel: ask assessors, accept what one has declared, take one off, call the assessment off.

use store::{Fact, Position, Subject, Tx};
use vocabulary::{Moment, PersonId};

use super::declare::acts_for;
use super::interest::Interests;
use super::may;
use super::panel::{Assessment, Assignment, AssignmentId, PANEL_MOST, Part, State};
use super::records::{assessments, panel};
use super::refused::AssessmentRefused;
use crate::actions::{self, Action, decide};
use crate::calls::Call;
use crate::people::{self, Acting};

/// Asks one or two people to assess what was sent. The first time this opens the assessment; later it adds to the
/// panel as long as there is room.
pub async fn assign(
    tx: &Tx,
    acting: &Acting,
    call: &Call,
    action: Action,
    assessors: &[PersonId],
    due: Moment,
) -> Result<(Assessment, Position), AssessmentRefused> {
    may::work_at_desk(acting)?;
    if call.rubric.is_empty() {
        return Err(AssessmentRefused::NoRubric);
    }
    if due <= tx.now() {
        return Err(AssessmentRefused::NoDue);
    }
    let found = assessments::open_of(tx.conn(), action.id).await?;
    let asked = match &found {
        Some(open) => panel::of(tx.conn(), open.id).await?,
        None => Vec::new(),
    };
    let active = asked.iter().filter(|one| one.part.is_active()).count();
    if assessors.is_empty() || active + assessors.len() > PANEL_MOST {
        return Err(AssessmentRefused::HowMany);
    }
    for (place, person) in assessors.iter().enumerate() {
        let twice = assessors[..place].contains(person);
        if twice || asked.iter().any(|one| one.assessor == *person) {
            return Err(AssessmentRefused::AskedAlready);
        }
        let role = people::role_of(tx.conn(), *person).await?;
        may::assess(&Acting::person(*person, role)).map_err(|_| AssessmentRefused::NoAssessor)?;
        if acts_for(tx, *person, action.id).await? {
            return Err(AssessmentRefused::Barred);
        }
    }
    let assessment = match found {
        Some(open) => open,
        None => open(tx, acting, call, action).await?,
    };
    let mut position = None;
    for person in assessors {
        position = Some(ask(tx, acting, &assessment, *person, due).await?);
    }
    Ok((assessment, position.ok_or(AssessmentRefused::HowMany)?))
}

async fn open(
    tx: &Tx,
    acting: &Acting,
    call: &Call,
    action: Action,
) -> Result<Assessment, AssessmentRefused> {
    let n = action.current.as_ref().ok_or(AssessmentRefused::Unknown)?.n;
    let action = decide::assess(tx, acting, action).await?;
    let assessment = Assessment {
        id: tx.new_id(),
        action: action.id,
        n,
        call: call.id,
        opened: tx.now(),
        state: State::Open,
    };
    assessments::add(tx, &assessment).await?;
    let fact = Fact::new("assessment.opened", Subject::new("assessment", assessment.id), acting.actor);
    tx.tell(fact.call(call.id).note(serde_json::json!({ "n": n }))).await?;
    Ok(assessment)
}

async fn ask(
    tx: &Tx,
    acting: &Acting,
    of: &Assessment,
    assessor: PersonId,
    due: Moment,
) -> Result<Position, AssessmentRefused> {
    let assignment = Assignment {
        id: tx.new_id(),
        assessment: of.id,
        assessor,
        given: tx.now(),
        due,
        part: Part::Asked,
        since: tx.now(),
        interests: Interests::default(),
        reason: None,
    };
    panel::add(tx, &assignment).await?;
    let fact = Fact::new("assessment.assigned", Subject::new("assignment", assignment.id), acting.actor);
    Ok(tx.tell(fact.call(of.call)).await?)
}

/// One assignment with the assessment it is of, which must be under way.
pub(super) async fn under_way(
    tx: &Tx,
    id: AssignmentId,
) -> Result<(Assignment, Assessment), AssessmentRefused> {
    let assignment = panel::find(tx.conn(), id).await?.ok_or(AssessmentRefused::Unknown)?;
    let of = assessments::find(tx.conn(), assignment.assessment).await?.ok_or(AssessmentRefused::Unknown)?;
    match of.is_open() {
        true => Ok((assignment, of)),
        false => Err(super::panel::NotNow.into()),
    }
}

/// Accepts what an assessor has declared, with a reason that stays on record.
pub async fn accept(
    tx: &Tx,
    acting: &Acting,
    id: AssignmentId,
    reason: &str,
) -> Result<(Assignment, Position), AssessmentRefused> {
    let (assignment, of) = under_way(tx, id).await?;
    may::accept(acting, &assignment)?;
    if reason.trim().is_empty() {
        return Err(AssessmentRefused::NoReasons);
    }
    let accepted = assignment.accept(reason.trim().to_owned(), tx.now())?;
    panel::save(tx, &accepted).await?;
    let fact = Fact::new("assessment.interest-accepted", Subject::new("assignment", id), acting.actor);
    let position = tx.tell(fact.call(of.call)).await?;
    Ok((accepted, position))
}

/// Takes somebody off whose marks are not in.
pub async fn take_off(
    tx: &Tx,
    acting: &Acting,
    id: AssignmentId,
) -> Result<(Assignment, Position), AssessmentRefused> {
    may::work_at_desk(acting)?;
    let (assignment, of) = under_way(tx, id).await?;
    let off = assignment.take_off(tx.now())?;
    panel::save(tx, &off).await?;
    let fact = Fact::new("assessment.taken-off", Subject::new("assignment", id), acting.actor);
    let position = tx.tell(fact.call(of.call)).await?;
    Ok((off, position))
}

/// Calls an assessment off, as long as nobody has handed in marks: the action waits for the desk as before.
pub async fn call_off(
    tx: &Tx,
    acting: &Acting,
    assessment: Assessment,
) -> Result<(Assessment, Position), AssessmentRefused> {
    may::work_at_desk(acting)?;
    let asked = panel::of(tx.conn(), assessment.id).await?;
    let off = assessment.call_off(&asked, tx.now())?;
    for one in asked.into_iter().filter(|one| one.part.is_outstanding()) {
        panel::save(tx, &one.take_off(tx.now())?).await?;
    }
    assessments::save(tx, &off).await?;
    let action = actions::by_id(tx.conn(), off.action).await?.ok_or(AssessmentRefused::Unknown)?;
    decide::conclude(tx, acting, action).await?;
    let fact = Fact::new("assessment.called-off", Subject::new("assessment", off.id), acting.actor);
    let position = tx.tell(fact.call(off.call)).await?;
    Ok((off, position))
}
