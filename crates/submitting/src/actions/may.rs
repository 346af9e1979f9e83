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
    #[error("your mandate has ended: the draft stays with the government")]
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
    /// Asked for, not answered.
    Asked,
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

/// Write answers: whoever has a standing mandate of the lead. Who began it and acts for the lead no more, reads it.
pub fn draft(acting: &Acting, author: Option<PersonId>, tie: Tie) -> Result<(), Refused> {
    begin(acting, tie)
        .map_err(|refused| if is_author(acting, author) { Refused::MandateEnded } else { refused })
}

/// Send it to the desk: a confirmed mandate of the lead; a program for the invented governments of a demonstration.
pub fn send(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    match tie {
        Tie::Confirmed => Ok(()),
        _ if acting.is_program() => Ok(()),
        Tie::Asked => Err(Refused::MandateNotConfirmed),
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

/// See what is not public of an action: the desk, the author, and whoever has a standing mandate of the lead.
pub fn see(acting: &Acting, author: Option<PersonId>, tie: Tie) -> Result<(), Refused> {
    if acting.at_desk() || is_author(acting, author) { Ok(()) } else { begin(acting, tie) }
}

/// Answer as a partner: a confirmed mandate of the government that was asked.
pub fn answer_as_partner(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    send(acting, tie)
}

/// See what one is asked about as a partner: a standing mandate of the government that was asked.
pub fn see_as_partner(acting: &Acting, tie: Tie) -> Result<(), Refused> {
    begin(acting, tie)
}

/// Which actions a list may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    All,
    /// Those that the person began, and those led by these governments.
    Mine {
        /// Who.
        person: PersonId,
        /// The governments of the person's standing mandates.
        governments: Vec<GovernmentId>,
    },
    /// What everybody may see.
    Public,
}

/// The scope of whoever acts.
pub fn scope(acting: &Acting, governments: &[GovernmentId]) -> Scope {
    match acting.actor {
        _ if acting.at_desk() || acting.is_program() => Scope::All,
        Actor::Person(person) => Scope::Mine { person, governments: governments.to_vec() },
        Actor::Program(_) | Actor::Nobody => Scope::Public,
    }
}
