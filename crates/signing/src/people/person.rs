//! A person: an address that was proven, and what they told of themselves.

use post::Address;
use vocabulary::{BESIDE, Lang, Moment, PersonId};

use super::role::Role;

/// The longest name, in characters.
pub(super) const NAME_MOST: usize = 120;

/// The version of the notice on personal data that the forms link to. It changes with the notice's words.
pub const NOTICE_VERSION: &str = "1";

/// So many days after the last visit the address of a person without mandate, role or draft goes.
pub(super) const UNUSED_DAYS: i64 = 30;

/// So many days before that they are warned.
pub(super) const WARN_DAYS: i64 = 7;

/// How to reach a person: private, never part of anything public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who it is.
    pub person: PersonId,
    /// Where mail reaches them.
    pub address: Address,
    /// Their name, if they gave one.
    pub name: Option<String>,
    /// The language to write to them in.
    pub lang: Lang,
}

impl Contact {
    /// The name, or the address where there is none.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(self.address.as_str())
    }

    /// Name and address in one line; the address alone where there is no name.
    pub fn line(&self) -> String {
        self.name
            .as_ref()
            .map_or_else(|| self.address.to_string(), |name| format!("{name}{BESIDE}{}", self.address))
    }
}

/// A person with contact data: one who was not erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub contact: Contact,
    pub joined: Moment,
    pub seen: Moment,
    pub role: Option<Role>,
}

/// A role as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grant {
    pub id: vocabulary::InvitationId,
    pub role: Role,
    pub state: GrantState,
}

/// How far a role has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum GrantState {
    /// The address has not logged in since.
    Invited {
        /// Who is invited.
        address: Address,
        /// Since when.
        at: Moment,
    },
    /// Somebody has it.
    Held {
        /// Who.
        by: PersonId,
        /// How to call them; nothing once they were erased.
        called: Option<String>,
        /// Since when.
        since: Moment,
    },
}

/// A name as it is kept: control characters go, runs of space become one.
pub(super) fn tidy_name(text: &str) -> Option<String> {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

/// That a person was shown the notice on personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Which version of it.
    pub version: String,
    /// In which language.
    pub lang: Lang,
    /// When.
    pub at: Moment,
}
