//! Roles in the mechanism, and the one who acts.

use std::fmt;
use std::str::FromStr;

use vocabulary::{Actor, PersonId};

/// What somebody is to the mechanism itself, beside the governments that they act for. One role at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The desk: confirms, returns, publishes.
    Secretariat,
    /// Scores what was sent.
    Assessor,
    /// Edits what is published.
    Editor,
    /// Translates what is published.
    Translator,
    /// A UN agency or network that works with the desk.
    Partner,
    /// Reads what the desk reads, changes nothing.
    Reader,
}

impl Role {
    /// All roles, in the order in which forms offer them.
    pub const ALL: [Role; 6] =
        [Role::Secretariat, Role::Assessor, Role::Editor, Role::Translator, Role::Partner, Role::Reader];

    /// The word under which it is kept and named on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Role::Secretariat => "secretariat",
            Role::Assessor => "assessor",
            Role::Editor => "editor",
            Role::Translator => "translator",
            Role::Partner => "partner",
            Role::Reader => "reader",
        }
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Role::Secretariat => "people-role-secretariat",
            Role::Assessor => "people-role-assessor",
            Role::Editor => "people-role-editor",
            Role::Translator => "people-role-translator",
            Role::Partner => "people-role-partner",
            Role::Reader => "people-role-reader",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The word names no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no role; write secretariat, assessor, editor, translator, partner or reader")]
pub struct NoSuchRole(pub String);

impl FromStr for Role {
    type Err = NoSuchRole;

    fn from_str(text: &str) -> Result<Role, NoSuchRole> {
        let word = text.trim().to_lowercase();
        Role::ALL.into_iter().find(|role| role.word() == word).ok_or_else(|| NoSuchRole(text.to_owned()))
    }
}

/// Who acts, and what they are to the mechanism: what every predicate of every room is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acting {
    /// Who.
    pub actor: Actor,
    /// Their role in the mechanism, if they have one.
    pub role: Option<Role>,
}

impl Acting {
    /// A person with the role that they have, if any.
    pub fn person(person: PersonId, role: Option<Role>) -> Acting {
        Acting { actor: Actor::Person(person), role }
    }

    /// A program of the house: a command, the import, the demonstration.
    pub fn program(name: &'static str) -> Acting {
        Acting { actor: Actor::Program(name), role: None }
    }

    /// A visitor without a name.
    pub fn nobody() -> Acting {
        Acting { actor: Actor::Nobody, role: None }
    }

    /// Whether it is the house itself that acts.
    pub fn is_program(&self) -> bool {
        matches!(self.actor, Actor::Program(_))
    }

    /// Whether a member of the secretariat acts.
    pub fn at_desk(&self) -> bool {
        self.role == Some(Role::Secretariat)
    }
}
