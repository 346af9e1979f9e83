//! Assessment: one or two people mark what was sent by the criteria of the Call, unseen by each other until both are in;
//! then the desk decides. Editors write the summary that is published.
//!
//! In reading order: the nouns ([`panel`], [`interest`], [`sheet`]), who may do what ([`may`]), the acts: [`assign`]
//! (ask, accept, take off, call off), [`declare`] one's ties, [`mark`], [`decide`], [`edit`] the summary, [`remind`].
//! `public` adds the summary to the action's public record; `mails` writes the letters. Pages: `desk` (one assessment at
//! the desk), `mine` (what one was asked, and one of it), `released` (what the city reads), `edit`.
//!
//! Facts told: `assessment.opened`, `assessment.assigned`, `assessment.accepted`, `assessment.interest-declared`,
//! `assessment.interest-accepted`, `assessment.barred`, `assessment.declined`, `assessment.taken-off`,
//! `assessment.called-off`, `assessment.marked`, `assessment.decided`, `assessment.summarised`. None holds a mark or a
//! text.
//!
//! Invariant: whatever is shown of marks and comments comes through one query, bounded by [`may::scope`].

pub mod assign;
pub mod decide;
pub mod declare;
mod desk;
pub mod edit;
pub mod interest;
mod mails;
pub mod mark;
pub mod may;
mod mine;
pub mod panel;
mod public;
mod records;
pub mod refused;
mod released;
pub mod remind;
pub mod sheet;
mod shown;
pub mod tables;

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use store::{Fault, Follower};
use vocabulary::{ActionId, Moment};
use web::{Access, Routes};

pub use interest::{Interest, Interests, Verdict};
pub use panel::{Assessment, AssessmentId, Assignment, AssignmentId, Decision, Part, State};
pub use records::sheets::Marked;
pub use refused::AssessmentRefused;
pub use remind::remind;
pub use sheet::{Mark, Sheet};

use crate::House;
use crate::actions::Adds;
use crate::people::Acting;

/// An assessment under way, as the desk sees it in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub assessment: Assessment,
    /// What the desk is to do next.
    pub next: Next,
    /// Since when it waits for that.
    pub since: Moment,
    /// When the marks that are still to come are due; none where all are in.
    pub due: Option<Moment>,
}

/// What an assessment waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Somebody to mark it: nobody of those asked can.
    Assign,
    /// The desk's word on a declared interest.
    Accept,
    /// Marks; nothing is to be done before they are due.
    Marks,
    /// The desk's decision: all marks are in.
    Decide,
}

/// The assessments under way, oldest first.
pub async fn waiting(conn: &impl ConnectionTrait) -> Result<Vec<Waiting>, Fault> {
    let mut all = Vec::new();
    for assessment in records::assessments::open(conn).await? {
        let panel = records::panel::of(conn, assessment.id).await?;
        all.push(waits(assessment, &panel));
    }
    Ok(all)
}

fn waits(assessment: Assessment, asked: &[Assignment]) -> Waiting {
    let outstanding = || asked.iter().filter(|one| one.part.is_outstanding());
    let due = outstanding().map(|one| one.due).min();
    let last = asked.iter().map(|one| one.since).max().unwrap_or(assessment.opened);
    let declared = asked.iter().filter(|one| one.part == Part::Declared).map(|one| one.since).min();
    let (next, since) = match declared {
        Some(since) => (Next::Accept, since),
        None if panel::complete(asked) => (Next::Decide, last),
        None if outstanding().next().is_some() => (Next::Marks, assessment.opened),
        None => (Next::Assign, last),
    };
    Waiting { assessment, next, since, due }
}

/// The assessments of an action, newest first.
pub async fn of_action(conn: &impl ConnectionTrait, action: ActionId) -> Result<Vec<Assessment>, Fault> {
    records::assessments::of_action(conn, action).await
}

/// Everybody who was asked to assess.
pub async fn panel(conn: &impl ConnectionTrait, id: AssessmentId) -> Result<Vec<Assignment>, Fault> {
    records::panel::of(conn, id).await
}

/// The marks and comments that whoever acts may see, of one assessment or of all.
pub async fn seen(
    conn: &impl ConnectionTrait,
    acting: &Acting,
    of: Option<AssessmentId>,
) -> Result<Vec<Marked>, Fault> {
    records::sheets::within(conn, may::scope(acting), of).await
}

/// What this room adds to the public record of an action.
pub fn adds() -> Arc<dyn Adds> {
    Arc::new(public::Summaries)
}

/// The followers of this room: the dispatcher of its letters.
pub fn followers(house: &House) -> Vec<Arc<dyn Follower>> {
    vec![Arc::new(mails::Mails::new(house))]
}

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let (desk, assessor, editor) = (Access::Desk, Access::Assessor, Access::Editor);
    Routes::new("assessment")
        .get("/{lang}/assess", "assessment.list-mine", assessor, mine::list)
        .get("/{lang}/assess/{id}", "assessment.see-mine", assessor, mine::page)
        .post("/{lang}/assess/{id}/{act}", "assessment.mark", assessor, mine::post)
        .get("/{lang}/desk/actions/{id}/assessment", "assessment.see-at-desk", desk, desk::page)
        .post("/{lang}/desk/actions/{id}/assessment/{act}", "assessment.decide", desk, desk::post)
        .get("/{lang}/my/actions/{id}/assessment", "assessment.see-released", Access::Party, released::page)
        .get("/{lang}/edit", "assessment.list-summaries", editor, edit::list)
        .get("/{lang}/edit/{id}", "assessment.edit-summary", editor, edit::page)
        .post("/{lang}/edit/{id}", "assessment.edit-summary", editor, edit::post)
}
