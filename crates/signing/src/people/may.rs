//! Who may do what among people: one predicate per act, pure.

use vocabulary::{Actor, PersonId};

use super::role::{Acting, Role};

/// Not allowed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Only the secretariat may.
    #[error("Only the secretariat may do this; ask a member of it.")]
    NotTheDesk,
    /// Only the person themselves may.
    #[error("Only the person themselves may do this; ask them to log in.")]
    NotTheirs,
    /// It would leave the desk empty.
    #[error("This is the only member of the secretariat; invite another one first.")]
    LastAtTheDesk,
}

impl Refused {
    /// The message key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            Refused::NotTheDesk | Refused::NotTheirs => "people-refused-not-desk",
            Refused::LastAtTheDesk => "people-refused-last-desk",
        }
    }
}

/// What ending a role or erasing a person would leave behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// Somebody else is still there.
    Staffed,
    /// Nobody is.
    Empty,
}

/// Invite an address to a role: the secretariat, and who has the command line.
pub fn invite(acting: &Acting) -> Result<(), Refused> {
    desk_or_program(acting)
}

/// See who has which role.
pub fn see_roles(acting: &Acting) -> Result<(), Refused> {
    desk_or_program(acting)
}

/// End a role: the secretariat, but never the last secretariat role.
pub fn end_role(acting: &Acting, role: Role, left: Desk) -> Result<(), Refused> {
    desk_or_program(acting)?;
    staffed(Some(role), left)
}

/// Erase a person: they themselves (or the house, when an address was not used), but never the last at the desk.
pub fn erase(acting: &Acting, person: PersonId, role: Option<Role>, left: Desk) -> Result<(), Refused> {
    match acting.actor {
        Actor::Person(who) if who == person => staffed(role, left),
        Actor::Program(_) => staffed(role, left),
        Actor::Person(_) | Actor::Nobody => Err(Refused::NotTheirs),
    }
}

fn desk_or_program(acting: &Acting) -> Result<(), Refused> {
    if acting.at_desk() || acting.is_program() { Ok(()) } else { Err(Refused::NotTheDesk) }
}

fn staffed(role: Option<Role>, left: Desk) -> Result<(), Refused> {
    match (role, left) {
        (Some(Role::Secretariat), Desk::Empty) => Err(Refused::LastAtTheDesk),
        _ => Ok(()),
    }
}
