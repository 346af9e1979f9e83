//! Why an act on an action did not happen: one enum for the whole room, each case a sentence.

use store::Fault;
use web::Problem;

use super::action::NotNow;
use super::may::Refused;

/// Why an act did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ActionRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// It does not follow from how the action stands.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Answers are missing or wrong; the task list says which.
    #[error("some answers are missing or wrong: open the task list to see which")]
    Incomplete,
    /// Somebody changed an answer after the page was opened.
    #[error("an answer was changed after this page was opened: check the answers again")]
    Moved,
    /// Whoever sends has not said that what they send is right.
    #[error("confirm that the answers are right before sending")]
    NotDeclared,
    /// Reasons are missing.
    #[error("write the reasons: whoever is concerned reads them")]
    NoReasons,
    /// Nothing would change.
    #[error("nothing would change: change a text first")]
    Nothing,
    /// The desk knows no such act.
    #[error("the desk knows no such act: open the action again")]
    NoSuchAct,
    /// The partner takes part already.
    #[error("this partner is named already")]
    PartnerKnown,
    /// There are too many partners.
    #[error("an action has 30 partners at most: name the rest in the description")]
    TooManyPartners,
    /// A partner cannot be asked without an address.
    #[error("nobody can be asked without an address: take the partner out and name it again with one")]
    NoAddress,
    /// Too many reading links live at a time.
    #[error("twenty reading links work at a time: take one back first")]
    TooManyLinks,
    /// There are too many comments.
    #[error("this draft has as many comments as it can hold: tell them to whoever sent you the link")]
    TooManyComments,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl ActionRefused {
    /// The message key of the sentence; none where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            ActionRefused::May(refused) => refused.key(),
            ActionRefused::NotNow(_) => "actions-refused-not-now",
            ActionRefused::Incomplete => "actions-refused-incomplete",
            ActionRefused::Moved => "actions-refused-moved",
            ActionRefused::NotDeclared => "actions-refused-not-declared",
            ActionRefused::NoReasons => "actions-refused-no-reasons",
            ActionRefused::Nothing => "actions-refused-nothing",
            ActionRefused::PartnerKnown => "actions-partners-refused-known",
            ActionRefused::TooManyPartners => "actions-partners-refused-many",
            ActionRefused::NoAddress => "actions-partners-refused-no-address",
            ActionRefused::TooManyLinks => "actions-clearance-refused-links",
            ActionRefused::TooManyComments => "actions-clearance-refused-comments",
            ActionRefused::NoSuchAct | ActionRefused::Fault(_) => return None,
        })
    }
}

impl From<ActionRefused> for Problem {
    fn from(refused: ActionRefused) -> Problem {
        match (refused.key(), refused) {
            (_, ActionRefused::Fault(fault)) => fault.into(),
            (_, ActionRefused::NoSuchAct) => Problem::NotFound,
            (Some(key), ActionRefused::May(_)) => Problem::Forbidden(key),
            (Some(key), _) => Problem::Refused(key),
            (None, _) => Problem::broken("a refused act without a sentence"),
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Problem {
        Problem::Forbidden(refused.key())
    }
}
