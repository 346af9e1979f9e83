//! The noun: a [`Mandate`], by which a person acts for a government, from when to when, on what proof.

use serde::{Deserialize, Serialize};
use vocabulary::{FileId, GovernmentId, MandateId, Moment, PersonId};

use super::government::Government;

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
    /// From when to when it holds, as far as the desk said.
    pub term: Term,
    /// Whether the proof says that the person may sign for the government; see [`Mandate::may_sign`].
    pub signs: bool,
    /// On what proof: private.
    pub proof: Proof,
    /// The mandate that was handed over with this one, if one was.
    pub before: Option<MandateId>,
    /// When its holder was warned that it runs out, or that nobody has answered it.
    pub warned: Option<Moment>,
}

/// So many days after it was made, a request that nobody answered expires.
pub const ASKED_DAYS: i64 = 30;

/// So many days before a request expires or a mandate runs out, the person is warned.
pub const WARN_DAYS: i64 = 7;

/// From when to when a mandate holds; whole days, the last one included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The midnight at which it begins.
    pub starts: Option<Moment>,
    /// The midnight at which it is over: the one after its last day.
    pub ends: Option<Moment>,
}

impl Term {
    /// Whether it holds at a moment.
    pub fn holds(&self, now: Moment) -> bool {
        self.starts.is_none_or(|starts| starts <= now) && self.ends.is_none_or(|ends| now < ends)
    }

    /// A moment of its last day.
    pub fn last_day(&self) -> Option<Moment> {
        self.ends.map(|ends| ends.plus(-1))
    }
}

/// On what a mandate rests. Only the desk and the person see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// In words: a decision and its number, who names the person, where it can be read.
    pub text: Option<String>,
    /// As a file.
    pub file: Option<FileId>,
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
    /// Whether an address of this domain is of the official domain of a government.
    pub fn of(government: &Government, domain: &str) -> OnDomain {
        match &government.profile.domain {
            None => OnDomain::Unknown,
            Some(_) if government.owns_domain(domain) => OnDomain::Yes,
            Some(_) => OnDomain::No,
        }
    }

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
    /// Nobody answered the request in time: it can be asked again.
    Expired {
        /// When.
        at: Moment,
    },
    /// Over.
    Ended {
        /// When.
        at: Moment,
        /// Why.
        over: Over,
    },
}

/// Why a mandate is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// The person left.
    Left,
    /// A colleague has taken over.
    TakenOver,
    /// Its last day has passed.
    RanOut,
    /// The desk ended it, with the reason the person reads.
    ByDesk {
        /// Why.
        reason: String,
    },
}

impl Over {
    /// Its word in tables.
    pub fn word(&self) -> &'static str {
        match self {
            Over::Left => "left",
            Over::TakenOver => "taken_over",
            Over::RanOut => "ran_out",
            Over::ByDesk { .. } => "by_desk",
        }
    }

    /// Reads a word, and the reason beside it. A mandate that ended before words were kept was left.
    pub fn read(word: Option<&str>, reason: Option<String>) -> Option<Over> {
        match word {
            None | Some("left") => Some(Over::Left),
            Some("taken_over") => Some(Over::TakenOver),
            Some("ran_out") => Some(Over::RanOut),
            Some("by_desk") => reason.map(|reason| Over::ByDesk { reason }),
            Some(_) => None,
        }
    }
}

impl Mandate {
    /// Whether it stands: asked or confirmed, not refused, not over.
    pub fn stands(&self) -> bool {
        matches!(self.state, MandateState::Asked | MandateState::Confirmed { .. })
    }

    /// Whether it stands at a moment: what was confirmed holds only within its term.
    pub fn stands_at(&self, now: Moment) -> bool {
        match self.state {
            MandateState::Asked => true,
            MandateState::Confirmed { .. } => self.term.holds(now),
            MandateState::Refused { .. } | MandateState::Expired { .. } | MandateState::Ended { .. } => false,
        }
    }

    /// Whether the desk has confirmed it: what allows to send.
    pub fn is_confirmed(&self) -> bool {
        matches!(self.state, MandateState::Confirmed { .. })
    }

    /// Whether its holder may sign for the government: the mayor's office may, others only where the proof says so.
    pub fn may_sign(&self) -> bool {
        self.is_confirmed() && (self.kind == MandateKind::MayorsOffice || self.signs)
    }

    /// When it expires if nobody answers it; nothing for what does not wait.
    pub fn due(&self) -> Option<Moment> {
        (self.state == MandateState::Asked).then(|| self.asked.plus_days(ASKED_DAYS))
    }

    /// The desk confirms it. Only a mandate that waits can be confirmed.
    pub fn confirm(self, by: PersonId, at: Moment) -> Result<Mandate, NotWaiting> {
        match self.state {
            MandateState::Asked => {
                Ok(Mandate { state: MandateState::Confirmed { at, by }, warned: None, ..self })
            }
            _ => Err(NotWaiting),
        }
    }

    /// Nobody has answered it in time. Only a mandate that waits expires.
    pub fn expire(self, at: Moment) -> Result<Mandate, NotWaiting> {
        match self.state {
            MandateState::Asked => Ok(Mandate { state: MandateState::Expired { at }, ..self }),
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

    /// It ends: the person leaves, a colleague takes over, its term is over, or the desk ends it.
    pub fn end(self, over: Over, at: Moment) -> Result<Mandate, NotWaiting> {
        match self.state {
            MandateState::Asked | MandateState::Confirmed { .. } => {
                Ok(Mandate { state: MandateState::Ended { at, over }, ..self })
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
