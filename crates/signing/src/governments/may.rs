//! Who may do what with governments and mandates: one predicate per act, pure.

use vocabulary::PersonId;

use super::change::Change;
use super::mandate::Mandate;
use crate::people::Acting;

/// Not allowed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Only somebody who is logged in may.
    #[error("only a person with a proven address may do this; log in first")]
    NotSignedIn,
    /// Only the secretariat may.
    #[error("only the secretariat may do this; ask a member of it")]
    NotTheDesk,
    /// Nobody confirms their own mandate.
    #[error("nobody may answer their own request; another member of the secretariat must")]
    OwnMandate,
    /// It needs a confirmed mandate.
    #[error("only who acts for this government under a confirmed mandate may change its record")]
    NotConfirmed,
    /// Only the person themselves may.
    #[error("only the person who holds this mandate, or the secretariat, may end it")]
    NotTheirs,
}

impl Refused {
    /// The message key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            Refused::NotSignedIn | Refused::NotTheirs => "governments-refused-not-theirs",
            Refused::NotTheDesk => "governments-refused-not-desk",
            Refused::NotConfirmed => "governments-refused-edit",
            Refused::OwnMandate => "governments-refused-own",
        }
    }
}

/// Ask to act for a government: anybody with a proven address.
pub fn ask(acting: &Acting) -> Result<(), Refused> {
    if acting.actor.person().is_some() { Ok(()) } else { Err(Refused::NotSignedIn) }
}

/// See who asks to act for a government: the secretariat.
pub fn see(acting: &Acting) -> Result<(), Refused> {
    desk(acting)
}

/// Confirm or refuse a mandate: the secretariat, but never one's own.
pub fn answer(acting: &Acting, mandate: &Mandate) -> Result<(), Refused> {
    desk(acting)?;
    if acting.actor.person() == Some(mandate.person) { Err(Refused::OwnMandate) } else { Ok(()) }
}

/// End a mandate: whoever holds it, and the secretariat.
pub fn end(acting: &Acting, mandate: &Mandate) -> Result<(), Refused> {
    let theirs = acting.actor.person() == Some(mandate.person);
    if theirs || acting.at_desk() || acting.is_program() { Ok(()) } else { Err(Refused::NotTheirs) }
}

/// Hand a mandate over to a colleague, and take that back: whoever holds it.
pub fn hand_over(acting: &Acting, mandate: &Mandate) -> Result<(), Refused> {
    if acting.actor.person() == Some(mandate.person) { Ok(()) } else { Err(Refused::NotTheirs) }
}

/// End somebody's mandate with a reason, object to a hand-over, change from when to when it holds: the secretariat, but
/// never its own.
pub fn rule(acting: &Acting, mandate: &Mandate) -> Result<(), Refused> {
    answer(acting, mandate)
}

/// Give the proof of a mandate: whoever holds it.
pub fn prove(acting: &Acting, mandate: &Mandate) -> Result<(), Refused> {
    hand_over(acting, mandate)
}

/// Which mandates of a government somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every one: the secretariat.
    All,
    /// Their own only.
    Own(PersonId),
    /// None.
    None,
}

/// The mandates in a list that somebody may see: the same as asking [`see_mandate`] of each.
pub fn scope(acting: &Acting) -> Scope {
    match acting.actor.person() {
        _ if acting.at_desk() || acting.is_program() => Scope::All,
        Some(person) => Scope::Own(person),
        None => Scope::None,
    }
}

/// See a mandate with its proof: the secretariat, and whoever holds it.
pub fn see_mandate(acting: &Acting, mandate: &Mandate) -> Result<(), Refused> {
    end(acting, mandate)
}

impl Scope {
    /// Whether a mandate lies within it.
    pub fn covers(self, mandate: &Mandate) -> bool {
        match self {
            Scope::All => true,
            Scope::Own(person) => mandate.person == person,
            Scope::None => false,
        }
    }
}

/// Change a government's record: the secretariat, and whoever acts for it under a confirmed mandate.
pub fn edit(acting: &Acting, mandate: Option<&Mandate>) -> Result<(), Refused> {
    let theirs = |mandate: &&Mandate| mandate.is_confirmed() && acting.actor.person() == Some(mandate.person);
    if acting.at_desk() || mandate.filter(theirs).is_some() { Ok(()) } else { Err(Refused::NotConfirmed) }
}

/// Confirm or refuse a change that was asked for: the secretariat, but never one's own.
pub fn answer_change(acting: &Acting, change: &Change) -> Result<(), Refused> {
    desk(acting)?;
    if acting.actor.person() == Some(change.by) { Err(Refused::OwnMandate) } else { Ok(()) }
}

/// Merge two records of one government, and undo it: the secretariat.
pub fn merge(acting: &Acting) -> Result<(), Refused> {
    desk(acting)
}

fn desk(acting: &Acting) -> Result<(), Refused> {
    if acting.at_desk() { Ok(()) } else { Err(Refused::NotTheDesk) }
}
