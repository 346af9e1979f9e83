//! Who: the one on whose behalf an act happens.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::PersonId;

/// Who acts. Kept in the journal as text: `person:…`, `program:import`, `nobody`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Actor {
    /// A person who signed in.
    Person(PersonId),
    /// The house itself, by the name of the program that ran: one of [`PROGRAMS`].
    Program(&'static str),
    /// A visitor without a name.
    Nobody,
}

/// The programs of the house that act by themselves.
pub const PROGRAMS: [&str; 12] = [
    "import",
    "demo",
    "expiry",
    "init",
    "migrate",
    "rebuild",
    "restore",
    "declaration",
    "invite",
    "command",
    "system",
    "test",
];

impl Actor {
    /// Reads what [`fmt::Display`] wrote; a program whose name is not known any more is read as `system`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "nobody" {
            return Some(Actor::Nobody);
        }
        if let Some(name) = text.strip_prefix("program:") {
            let known = PROGRAMS.into_iter().find(|known| *known == name);
            return Some(Actor::Program(known.unwrap_or("system")));
        }
        text.strip_prefix("person:")?.parse().ok().map(Actor::Person)
    }

    /// The person, when it is one.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Actor::Person(id) => Some(id),
            Actor::Program(_) | Actor::Nobody => None,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actor::Person(id) => write!(f, "person:{id}"),
            Actor::Program(name) => write!(f, "program:{name}"),
            Actor::Nobody => f.write_str("nobody"),
        }
    }
}

impl Serialize for Actor {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Actor {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Actor::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!("“{text}” names no actor; write person:…, program:… or nobody"))
        })
    }
}
