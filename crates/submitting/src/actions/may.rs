//! Who may do what with an action: one predicate per act, pure. Facts are handed in.

use vocabulary::{Actor, GovernmentId, PersonId};

use crate::people::Acting;

/// Not allowed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The person has no part in the action.
    #[error("you have no part in this action: ask to act for its government")]
    NotYours,
    /// Sending and withdrawing need a confirmed mandate.
    #[error("your mandate for this government is not confirmed yet: wait for the desk's answer")]
    MandateNotConfirmed,
    /// No mandate stands any more.
    #[error("you no longer act for the government of this action: whoever acts for it can send it")]
    MandateOver,
    /// Who began it acts for the lead no more.
    #[error("you act for this government no more: what you began stays with it")]
    MandateEnded,
    /// Only the secretariat may.
    #[error("only the secretariat may do this: ask the desk")]
    NotTheDesk,
    /// The government has no verified signature.
    #[error("the government has no verified signature of the declaration: verify it first")]
    NotSigned,
    /// Four eyes.
    #[error("you sent or corrected this version yourself: another member of the secretariat must publish it")]
    SameEyes,
}

impl Refused {
    /// The message key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            Refused::NotYours => "actions-refused-not-yours",
            Refused::MandateNotConfirmed => "actions-refused-mandate",
            Refused::MandateOver => "actions-refused-mandate-over",
            Refused::MandateEnded => "actions-clearance-refused-ended",
            Refused::NotTheDesk => "actions-refused-not-desk",
            Refused::NotSigned => "actions-refused-not-signed",
            Refused::SameEyes => "actions-refused-same-eyes",
        }
    }
}

/// How a person stands with the government that leads an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// No mandate stands.
    None,
    /// Asked for, not answered: a proven address, but nobody has said yet that it may act.
    Asked,
    /// The desk has entered the action on behalf of the government.
    Entered,
    /// Confirmed by the desk.
    Confirmed,
}

/// Whether the leading government has signed, as the declarations know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// A signature is verified.
    Verified,
    /// None is.
    No,
}

/// Begin an action for a government: a standing mandate, asked or confirmed; a program.
pub fn begin(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    if acting.is_program() || tie != Tie::None { Ok(()) } else { Err(Refused::NotYours) }
}

fn is_author(acting: &Acting, author: Option<PersonId>) -> bool {
    author.is_some_and(|author| acting.actor == Actor::Person(author))
}

/// Write answers: whoever has a confirmed mandate of the lead, and who began it as long as any mandate stands. To ask for
/// a mandate is not enough to touch what others began. Who began it and acts for the lead no more is told so.
pub fn draft(acting: &Acting, author: Option<PersonId>, tie: Tie) -> Result<(), Refused> {
    match (tie, is_author(acting, author)) {
        _ if acting.is_program() => Ok(()),
        (Tie::Confirmed | Tie::Entered, _) | (Tie::Asked, true) => Ok(()),
        (Tie::None, true) => Err(Refused::MandateEnded),
        (Tie::None | Tie::Asked, false) => Err(Refused::NotYours),
    }
}

/// Send it to the desk: a confirmed mandate of the lead; a program for the invented governments of a demonstration.
pub fn send(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    match tie {
        Tie::Confirmed => Ok(()),
        _ if acting.is_program() => Ok(()),
        Tie::Asked | Tie::Entered => Err(Refused::MandateNotConfirmed),
        Tie::None => Err(Refused::MandateOver),
    }
}

/// Return, decline, correct, redact, protect: the desk; a program for a demonstration.
pub fn work_at_desk(acting: &Acting) -> Result<(), Refused> {
    if acting.at_desk() || acting.is_program() { Ok(()) } else { Err(Refused::NotTheDesk) }
}

/// Publish a version: the desk, a verified signature of the lead, and other eyes than those that sent or corrected it.
pub fn publish(acting: &Acting, by: Option<PersonId>, signed: Signed) -> Result<(), Refused> {
    work_at_desk(acting)?;
    if by.is_some_and(|by| acting.actor == Actor::Person(by)) {
        return Err(Refused::SameEyes);
    }
    match signed {
        Signed::Verified => Ok(()),
        Signed::No => Err(Refused::NotSigned),
    }
}

/// Withdraw it in public: a confirmed mandate of the lead, or the desk.
pub fn withdraw(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    if acting.at_desk() { Ok(()) } else { send(acting, tie) }
}

/// See what is not public of an action: the desk, and whoever may write it.
pub fn see(acting: &Acting, author: Option<PersonId>, tie: Tie) -> Result<(), Refused> {
    if acting.at_desk() { Ok(()) } else { draft(acting, author, tie) }
}

/// Answer as a partner: a confirmed mandate of the government that was asked.
pub fn answer_as_partner(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    send(acting, tie)
}

/// See what one is asked about as a partner: whoever may answer. What is asked may be a draft.
pub fn see_as_partner(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    answer_as_partner(acting, tie)
}

/// Which actions a list may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    All,
    /// Those led by governments for which the person acts, and those that the person began where it is asked to.
    Mine {
        /// Who.
        person: PersonId,
        /// The governments of the person's confirmed mandates.
        confirmed: Vec<GovernmentId>,
        /// Those of the mandates that the person has asked for.
        asked: Vec<GovernmentId>,
    },
    /// What everybody may see.
    Public,
}

/// The scope of whoever acts, by the governments with which they have a tie.
pub fn scope(acting: &Acting, ties: &[(GovernmentId, Tie)]) -> Scope {
    let tied = |wanted: Tie| ties.iter().filter(move |(_, tie)| *tie == wanted).map(|(id, _)| *id).collect();
    match acting.actor {
        _ if acting.at_desk() || acting.is_program() => Scope::All,
        Actor::Person(person) => {
            Scope::Mine { person, confirmed: tied(Tie::Confirmed), asked: tied(Tie::Asked) }
        }
        Actor::Program(_) | Actor::Nobody => Scope::Public,
    }
}
