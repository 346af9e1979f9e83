//! The noun: a [`Change`] of a government's name, tier or official domain, which its people ask for and the desk confirms
//! or refuses.

use serde::{Deserialize, Serialize};
use vocabulary::{GovernmentId, LanguageMap, Moment, PersonId, RequestId};

use super::government::{Profile, Tier};
use super::mandate::NotWaiting;

/// What somebody who acts for a government asks to be changed in its record.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its id.
    pub id: RequestId,
    /// Of which government.
    pub government: GovernmentId,
    /// Who asks.
    pub by: PersonId,
    /// When it was asked.
    pub asked: Moment,
    /// What is to be changed.
    pub what: What,
    /// How it stands.
    pub state: ChangeState,
}

/// What is to be changed, and to what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The official name, in its languages.
    Name(LanguageMap),
    /// The kind of government.
    Tier(Tier),
    /// The domain of its official mail addresses.
    Domain(Option<String>),
}

/// How a change stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeState {
    /// It waits for the desk.
    Asked,
    /// It was made.
    Confirmed {
        /// When.
        at: Moment,
        /// By whom.
        by: PersonId,
    },
    /// It was not, for the reason that whoever asked reads.
    Refused {
        /// When.
        at: Moment,
        /// By whom.
        by: PersonId,
        /// Why.
        reason: String,
    },
    /// Another one took its place before it was answered.
    Replaced {
        /// When.
        at: Moment,
    },
}

impl What {
    /// Its word in tables and message keys.
    pub fn word(&self) -> &'static str {
        match self {
            What::Name(_) => "name",
            What::Tier(_) => "tier",
            What::Domain(_) => "domain",
        }
    }

    /// What differs between the record and what somebody wishes it to be, of what only the desk changes.
    pub fn between(is: &Profile, wished: &Profile) -> Vec<What> {
        let name = (!same_names(&is.name, &wished.name)).then(|| What::Name(wished.name.clone()));
        let tier = (is.tier != wished.tier).then_some(What::Tier(wished.tier));
        let domain = (is.domain != wished.domain).then(|| What::Domain(wished.domain.clone()));
        [name, tier, domain].into_iter().flatten().collect()
    }

    /// The record with this changed. A former name stays among those it is found by.
    #[must_use]
    pub fn made(self, mut profile: Profile) -> Profile {
        match self {
            What::Name(name) => {
                let former: Vec<String> = profile.name.all().map(|(_, text)| text.text.clone()).collect();
                for old in former {
                    let stays = name.all().any(|(_, text)| text.text == old);
                    if !old.is_empty() && !stays && !profile.aliases.contains(&old) {
                        profile.aliases.push(old);
                    }
                }
                profile.aliases.retain(|alias| !name.all().any(|(_, text)| &text.text == alias));
                profile.name = name;
            }
            What::Tier(tier) => profile.tier = tier,
            What::Domain(domain) => profile.domain = domain,
        }
        profile
    }
}

/// Whether two maps hold the same names in the same languages, whatever came first.
fn same_names(one: &LanguageMap, other: &LanguageMap) -> bool {
    let names = |map: &LanguageMap| {
        let mut all: Vec<(String, String)> =
            map.all().map(|(tag, text)| (tag.to_string(), text.text.clone())).collect();
        all.retain(|(_, text)| !text.is_empty());
        all.sort();
        all
    };
    one.original_tag() == other.original_tag() && names(one) == names(other)
}

impl Change {
    /// The desk makes it. Only what waits can be answered.
    pub fn confirm(self, by: PersonId, at: Moment) -> Result<Change, NotWaiting> {
        self.answered(ChangeState::Confirmed { at, by })
    }

    /// The desk does not, with a reason.
    pub fn refuse(self, by: PersonId, reason: String, at: Moment) -> Result<Change, NotWaiting> {
        self.answered(ChangeState::Refused { at, by, reason })
    }

    /// Another one takes its place.
    pub fn replace(self, at: Moment) -> Result<Change, NotWaiting> {
        self.answered(ChangeState::Replaced { at })
    }

    fn answered(self, state: ChangeState) -> Result<Change, NotWaiting> {
        if self.state == ChangeState::Asked { Ok(Change { state, ..self }) } else { Err(NotWaiting) }
    }
}
