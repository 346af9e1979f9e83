//! Who may do what with a signature: one predicate per act, pure.

use super::signature::Signature;
use crate::governments::Mandate;
use crate::people::Acting;

/// Not allowed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Only the secretariat may.
    #[error("only the secretariat may do this; ask a member of it")]
    NotTheDesk,
    /// A confirmed mandate for the government is needed.
    #[error(
        "this needs a confirmed mandate for the government; ask for one and wait until the desk has confirmed it"
    )]
    NoMandate,
    /// Whoever sent a signature does not verify it.
    #[error("whoever sent a signature may not answer it; another member of the secretariat must")]
    OwnSignature,
    /// The mandate does not say that its holder may sign alone.
    #[error("this mandate does not say that its holder may sign alone: have the head of the government sign")]
    NotAlone,
}

impl Refused {
    /// The message key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            Refused::NotTheDesk => "declarations-refused-not-desk",
            Refused::NoMandate => "declarations-refused-no-mandate",
            Refused::OwnSignature => "declarations-refused-own",
            Refused::NotAlone => "declarations-refused-not-alone",
        }
    }
}

/// Sign for a government: a person whose mandate for it is confirmed.
pub fn sign(acting: &Acting, mandate: Option<&Mandate>) -> Result<(), Refused> {
    let theirs = mandate.is_some_and(|mandate| Some(mandate.person) == acting.actor.person());
    if theirs && mandate.is_some_and(Mandate::is_confirmed) { Ok(()) } else { Err(Refused::NoMandate) }
}

/// Sign alone, without a paper and without the head of the government: where the mandate says so.
pub fn sign_alone(acting: &Acting, mandate: Option<&Mandate>) -> Result<(), Refused> {
    sign(acting, mandate)?;
    let says_so = mandate.is_some_and(Mandate::may_sign);
    if says_so { Ok(()) } else { Err(Refused::NotAlone) }
}

/// Enter a signature from a paper, suspend one, lift that, put a copy of the evidence on the register: the secretariat.
pub fn keep(acting: &Acting) -> Result<(), Refused> {
    if acting.at_desk() { Ok(()) } else { Err(Refused::NotTheDesk) }
}

/// Confirm a signature anew: whoever holds a confirmed mandate for its government, or the secretariat on its word.
pub fn reconfirm(acting: &Acting, mandate: Option<&Mandate>) -> Result<(), Refused> {
    withdraw(acting, mandate)
}

/// Say who governs: whoever holds a confirmed mandate for the government, and the secretariat.
pub fn name_leaders(acting: &Acting, mandate: Option<&Mandate>) -> Result<(), Refused> {
    withdraw(acting, mandate)
}

/// Verify or return a signature: the secretariat, but not whoever sent it.
pub fn answer(acting: &Acting, signature: &Signature) -> Result<(), Refused> {
    if !acting.at_desk() {
        Err(Refused::NotTheDesk)
    } else if signature.sent_by.is_some() && signature.sent_by == acting.actor.person() {
        Err(Refused::OwnSignature)
    } else {
        Ok(())
    }
}

/// Withdraw a signature: whoever holds a confirmed mandate for its government, or the secretariat on its word.
pub fn withdraw(acting: &Acting, mandate: Option<&Mandate>) -> Result<(), Refused> {
    if acting.at_desk() { Ok(()) } else { sign(acting, mandate) }
}

/// See a signature that is not public, and its evidence: its government, and the secretariat.
pub fn see(acting: &Acting, mandate: Option<&Mandate>) -> Result<(), Refused> {
    if acting.at_desk() { Ok(()) } else { sign(acting, mandate) }
}
