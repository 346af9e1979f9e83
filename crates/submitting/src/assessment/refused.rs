//! Why an act in this room did not happen: one enum for the whole room, each case a sentence.

use store::Fault;
use web::Problem;

use super::may::Refused;
use super::panel::NotNow;
use crate::actions::ActionRefused;

/// Why an act did not happen.
#[derive(Debug, thiserror::Error)]
pub enum AssessmentRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// It does not follow from how the assessment stands.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// The Call has no criteria.
    #[error("this Call has no criteria: add them to its file first")]
    NoRubric,
    /// Nobody was chosen, or too many.
    #[error("choose one or two assessors")]
    HowMany,
    /// Somebody was chosen who is no assessor.
    #[error("choose among those who are assessors or of the secretariat")]
    NoAssessor,
    /// Somebody was chosen who is of the panel already, or was.
    #[error("this person was asked already")]
    AskedAlready,
    /// Somebody was chosen who acts for a government of the action.
    #[error("this person acts for a government of the action and may not assess it")]
    Barred,
    /// The date is missing or past.
    #[error("give a day after today by which the marks are to be in")]
    NoDue,
    /// Nothing was said about ties.
    #[error("tick what applies, or that nothing does")]
    NothingSaid,
    /// A reason is missing.
    #[error("write the reason")]
    NoReasons,
    /// Criteria without a mark.
    #[error("some criteria have no mark yet")]
    Unmarked,
    /// The summary has no text in its first language.
    #[error("write the summary in the language it is first written in")]
    NoSummary,
    /// There is no such thing.
    #[error("there is no such thing: open the page again")]
    Unknown,
    /// The action's room refuses.
    #[error(transparent)]
    Action(#[from] ActionRefused),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl AssessmentRefused {
    /// The message key of the sentence; none where there is nothing to say it on.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            AssessmentRefused::May(refused) => refused.key(),
            AssessmentRefused::NotNow(_) => "assessment-refused-not-now",
            AssessmentRefused::NoRubric => "assessment-refused-no-rubric",
            AssessmentRefused::HowMany => "assessment-refused-how-many",
            AssessmentRefused::NoAssessor => "assessment-refused-no-assessor",
            AssessmentRefused::AskedAlready => "assessment-refused-asked-already",
            AssessmentRefused::Barred => "assessment-refused-barred",
            AssessmentRefused::NoDue => "assessment-refused-no-due",
            AssessmentRefused::NothingSaid => "assessment-refused-nothing-said",
            AssessmentRefused::NoReasons => "assessment-refused-no-reasons",
            AssessmentRefused::Unmarked => "assessment-refused-unmarked",
            AssessmentRefused::NoSummary => "assessment-refused-no-summary",
            AssessmentRefused::Action(refused) => return refused.key(),
            AssessmentRefused::Unknown | AssessmentRefused::Fault(_) => return None,
        })
    }

    /// The field of a form at which the sentence stands.
    pub fn field(&self) -> &'static str {
        match self {
            AssessmentRefused::HowMany
            | AssessmentRefused::NoAssessor
            | AssessmentRefused::AskedAlready
            | AssessmentRefused::Barred => "assessor",
            AssessmentRefused::NoDue => "due",
            AssessmentRefused::NothingSaid => "interest",
            AssessmentRefused::NoReasons => "reasons",
            AssessmentRefused::NoSummary => "original",
            _ => "acts",
        }
    }
}

impl From<AssessmentRefused> for Problem {
    fn from(refused: AssessmentRefused) -> Problem {
        match (refused.key(), refused) {
            (_, AssessmentRefused::Fault(fault)) => fault.into(),
            (_, AssessmentRefused::Action(refused)) => refused.into(),
            (Some(key), AssessmentRefused::May(_)) => Problem::Forbidden(key),
            (Some(key), _) => Problem::Refused(key),
            (None, _) => Problem::NotFound,
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Problem {
        Problem::Forbidden(refused.key())
    }
}
