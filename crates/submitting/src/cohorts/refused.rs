//! Why an act in this room did not happen: one enum for the whole room, each case a sentence.

use store::Fault;
use web::Problem;

use super::may::NotTheDesk;

/// Why an act did not happen.
#[derive(Debug, thiserror::Error)]
pub enum CohortRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] NotTheDesk),
    /// It has no title.
    #[error("give the cohort a title")]
    NoTitle,
    /// The reference is none of an action on the register.
    #[error("no action on the register has this reference: copy it from the action's page")]
    NoAction,
    /// It is in the cohort already.
    #[error("this action is in the cohort already")]
    There,
    /// It is not in the cohort.
    #[error("this action is not in the cohort: open the page again")]
    NotThere,
    /// There is nothing to count.
    #[error("no action is in the cohort yet: put some in before you freeze its figures")]
    Empty,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl CohortRefused {
    /// The field of a form at which it is said, and the message key.
    pub fn at(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            CohortRefused::NoTitle => ("title", "cohorts-refused-no-title"),
            CohortRefused::NoAction => ("reference", "cohorts-refused-no-action"),
            CohortRefused::There => ("reference", "cohorts-refused-there"),
            CohortRefused::NotThere => ("reference", "cohorts-refused-not-there"),
            CohortRefused::Empty => ("reference", "cohorts-refused-empty"),
            CohortRefused::May(_) | CohortRefused::Fault(_) => return None,
        })
    }
}

impl From<CohortRefused> for Problem {
    fn from(refused: CohortRefused) -> Problem {
        match (refused.at(), refused) {
            (_, CohortRefused::Fault(fault)) => fault.into(),
            (Some((_, key)), _) => Problem::Refused(key),
            (None, _) => Problem::Forbidden("cohorts-refused-not-the-desk"),
        }
    }
}
