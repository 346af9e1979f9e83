//! Who may do what in an assessment: one predicate per act, pure. Facts are handed in.

use vocabulary::{Actor, PersonId};

use super::panel::{Assignment, Part, complete};
use crate::people::{Acting, Role};

/// Not allowed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Only assessors may.
    #[error("only assessors may do this; ask the desk for the role")]
    NotAssessor,
    /// Only the one who was asked may.
    #[error("only the person who was asked to assess may do this")]
    NotYours,
    /// What ties the assessor to the government is to be said first.
    #[error("say first what ties you to the government")]
    NotAccepted,
    /// Only the secretariat may.
    #[error("only the secretariat may do this; ask a member of it")]
    NotTheDesk,
    /// Only editors may.
    #[error("only editors may do this; ask the desk for the role")]
    NotTheEditor,
    /// Nobody accepts what they declared themselves.
    #[error("nobody may accept their own interest; another member of the secretariat must")]
    OwnInterest,
    /// Four eyes.
    #[error("you alone have marked it: somebody else must decide, or a second assessor must mark it")]
    ScoredAlone,
    /// Marks stay unseen until all are in.
    #[error("marks are unseen until all are in")]
    Unseen,
}

impl Refused {
    /// The message key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            Refused::NotAssessor => "assessment-refused-not-assessor",
            Refused::NotYours => "assessment-refused-not-yours",
            Refused::NotAccepted => "assessment-refused-not-accepted",
            Refused::NotTheDesk => "assessment-refused-not-desk",
            Refused::NotTheEditor => "assessment-refused-not-editor",
            Refused::OwnInterest => "assessment-refused-own-interest",
            Refused::ScoredAlone => "assessment-refused-scored-alone",
            Refused::Unseen => "assessment-refused-unseen",
        }
    }
}

/// Be asked to assess, and have a list of what one was asked: assessors and the secretariat.
pub fn assess(acting: &Acting) -> Result<(), Refused> {
    let fits = matches!(acting.role, Some(Role::Assessor | Role::Secretariat));
    if fits { Ok(()) } else { Err(Refused::NotAssessor) }
}

/// Give to assessors, take off, call off: the desk; a program for a demonstration.
pub fn work_at_desk(acting: &Acting) -> Result<(), Refused> {
    if acting.at_desk() || acting.is_program() { Ok(()) } else { Err(Refused::NotTheDesk) }
}

/// Say what ties one to the government, or decline: whoever was asked.
pub fn answer(acting: &Acting, assignment: &Assignment) -> Result<(), Refused> {
    assess(acting)?;
    if is(acting, assignment.assessor) { Ok(()) } else { Err(Refused::NotYours) }
}

/// Accept a declared interest: the desk, but nobody their own.
pub fn accept(acting: &Acting, assignment: &Assignment) -> Result<(), Refused> {
    work_at_desk(acting)?;
    if is(acting, assignment.assessor) { Err(Refused::OwnInterest) } else { Ok(()) }
}

/// Read the action and mark it: whoever was asked, once their interests are known and do not matter.
pub fn mark(acting: &Acting, assignment: &Assignment) -> Result<(), Refused> {
    answer(acting, assignment)?;
    match assignment.part {
        Part::Accepted | Part::In => Ok(()),
        _ => Err(Refused::NotAccepted),
    }
}

/// See the marks and comments of one assessor: they themselves; once all are in, the panel and the desk.
pub fn see(acting: &Acting, assignment: &Assignment, panel: &[Assignment]) -> Result<(), Refused> {
    assess(acting)?;
    if is(acting, assignment.assessor) {
        return Ok(());
    }
    let of_panel = panel.iter().any(|one| is(acting, one.assessor) && one.part == Part::In);
    match (acting.at_desk() || of_panel) && assignment.part == Part::In && complete(panel) {
        true => Ok(()),
        false => Err(Refused::Unseen),
    }
}

/// Which marks and comments a list may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One's own, and of every assessment in which all are in.
    Desk(PersonId),
    /// One's own, and of the assessments that one has marked too, when all are in.
    Panel(PersonId),
    /// None.
    Nothing,
}

/// The scope of whoever acts.
pub fn scope(acting: &Acting) -> Scope {
    match (acting.actor, acting.role) {
        (Actor::Person(person), Some(Role::Secretariat)) => Scope::Desk(person),
        (Actor::Person(person), Some(Role::Assessor)) => Scope::Panel(person),
        _ => Scope::Nothing,
    }
}

/// Decide: the desk, once all marks are in; and nobody upon their own marks alone.
pub fn decide(acting: &Acting, panel: &[Assignment]) -> Result<(), Refused> {
    work_at_desk(acting)?;
    let mut marked = panel.iter().filter(|one| one.part == Part::In);
    match marked.all(|one| is(acting, one.assessor)) {
        true => Err(Refused::ScoredAlone),
        false => Ok(()),
    }
}

/// Write the summary that is published: editors and the secretariat.
pub fn edit(acting: &Acting) -> Result<(), Refused> {
    let fits = matches!(acting.role, Some(Role::Editor | Role::Secretariat));
    if fits { Ok(()) } else { Err(Refused::NotTheEditor) }
}

fn is(acting: &Acting, person: PersonId) -> bool {
    acting.actor == Actor::Person(person)
}
