//! The noun: a [`Mandate`], by which a person acts for a government, from when to when, on what proof.

use serde::{Deserialize, Serialize};
use vocabulary::{GovernmentId, MandateId, Moment, PersonId};

/// A person's standing with a government.
#[derive(Clone, Debug, PartialEq)]
pub struct Mandate {
    /// Its id.
    pub id: MandateId,
    /// For which government.
    pub government: GovernmentId,
    /// Who acts.
    pub person: PersonId,
    /// In what capacity.
    pub kind: MandateKind,
    /// The person's function, as they write it.
    pub function: String,
    /// Whether the address it was asked from is of the government's official domain.
    pub on_domain: OnDomain,
    /// When it was asked for.
    pub asked: Moment,
    /// How it stands.
    pub state: MandateState,
}

/// In what capacity a person acts for a government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateKind {
    /// The mayor's office, or that of another elected head.
    MayorsOffice,
    /// The focal point.
    FocalPoint,
    /// Somebody the government has named.
    Delegate,
    /// A network that reports for its member.
    NetworkProxy,
}

impl MandateKind {
    /// Every capacity.
    pub const ALL: [MandateKind; 4] = [
        MandateKind::FocalPoint,
        MandateKind::MayorsOffice,
        MandateKind::Delegate,
        MandateKind::NetworkProxy,
    ];

    /// Its word in tables and message keys.
    pub fn word(self) -> &'static str {
        match self {
            MandateKind::MayorsOffice => "mayors_office",
            MandateKind::FocalPoint => "focal_point",
            MandateKind::Delegate => "delegate",
            MandateKind::NetworkProxy => "network_proxy",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<MandateKind> {
        MandateKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Whether an address is of a government's official domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDomain {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// The government's domain is not known.
    Unknown,
}

impl OnDomain {
    /// Its word in tables and message keys.
    pub fn word(self) -> &'static str {
        match self {
            OnDomain::Yes => "yes",
            OnDomain::No => "no",
            OnDomain::Unknown => "unknown",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<OnDomain> {
        [OnDomain::Yes, OnDomain::No, OnDomain::Unknown].into_iter().find(|on| on.word() == word)
    }
}

/// How a mandate stands; each state carries its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MandateState {
    /// Asked for; the desk has not answered. Drafting is allowed.
    Asked,
    /// Confirmed by the desk: sending and signing are allowed.
    Confirmed {
        /// When.
        at: Moment,
        /// By whom.
        by: PersonId,
    },
    /// Refused by the desk, with the reason the person reads.
    Refused {
        /// When.
        at: Moment,
        /// By whom.
        by: PersonId,
        /// Why.
        reason: String,
    },
    /// Over.
    Ended {
        /// When.
        at: Moment,
    },
}

impl Mandate {
    /// Whether it stands: asked or confirmed, not refused, not over.
    pub fn stands(&self) -> bool {
        matches!(self.state, MandateState::Asked | MandateState::Confirmed { .. })
    }

    /// Whether it allows to send and to sign.
    pub fn is_confirmed(&self) -> bool {
        matches!(self.state, MandateState::Confirmed { .. })
    }

    /// The desk confirms it. Only a mandate that waits can be confirmed.
    pub fn confirm(self, by: PersonId, at: Moment) -> Result<Mandate, NotWaiting> {
        match self.state {
            MandateState::Asked => Ok(Mandate { state: MandateState::Confirmed { at, by }, ..self }),
            _ => Err(NotWaiting),
        }
    }

    /// The desk refuses it, with a reason.
    pub fn refuse(self, by: PersonId, reason: String, at: Moment) -> Result<Mandate, NotWaiting> {
        match self.state {
            MandateState::Asked => Ok(Mandate { state: MandateState::Refused { at, by, reason }, ..self }),
            _ => Err(NotWaiting),
        }
    }

    /// It ends: the person leaves, or the desk ends it.
    pub fn end(self, at: Moment) -> Result<Mandate, NotWaiting> {
        match self.state {
            MandateState::Asked | MandateState::Confirmed { .. } => {
                Ok(Mandate { state: MandateState::Ended { at }, ..self })
            }
            _ => Err(NotWaiting),
        }
    }
}

/// The mandate was answered or ended meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this mandate no longer waits: somebody has answered or ended it; open the page again to see how it stands"
)]
pub struct NotWaiting;
