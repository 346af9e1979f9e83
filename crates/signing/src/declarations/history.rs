//! The noun: an [`Event`] in the life of a signature, and what happened in it. Some are public, each with its day.

use serde::{Deserialize, Serialize};
use vocabulary::Moment;

/// What happened to a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// An officer prepared it for the person who signs.
    Prepared,
    /// What was prepared was given up.
    Dropped,
    /// It was sent to the secretariat.
    Sent,
    /// It was entered from a public source.
    Entered,
    /// The secretariat verified it.
    Verified,
    /// The secretariat returned it.
    Returned,
    /// The secretariat suspended it.
    Suspended,
    /// The secretariat lifted the suspension.
    Lifted,
    /// The government confirmed it anew.
    Reconfirmed,
    /// It was withdrawn.
    Withdrawn,
}

impl Happened {
    /// Everything that may happen.
    pub const ALL: [Happened; 10] = [
        Happened::Prepared,
        Happened::Dropped,
        Happened::Sent,
        Happened::Entered,
        Happened::Verified,
        Happened::Returned,
        Happened::Suspended,
        Happened::Lifted,
        Happened::Reconfirmed,
        Happened::Withdrawn,
    ];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Happened::Prepared => "prepared",
            Happened::Dropped => "dropped",
            Happened::Sent => "sent",
            Happened::Entered => "entered",
            Happened::Verified => "verified",
            Happened::Returned => "returned",
            Happened::Suspended => "suspended",
            Happened::Lifted => "lifted",
            Happened::Reconfirmed => "reconfirmed",
            Happened::Withdrawn => "withdrawn",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Happened> {
        Happened::ALL.into_iter().find(|what| what.word() == word)
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Happened::Prepared => "declarations-happened-prepared",
            Happened::Dropped => "declarations-happened-dropped",
            Happened::Sent => "declarations-happened-sent",
            Happened::Entered => "declarations-happened-entered",
            Happened::Verified => "declarations-happened-verified",
            Happened::Returned => "declarations-happened-returned",
            Happened::Suspended => "declarations-happened-suspended",
            Happened::Lifted => "declarations-happened-lifted",
            Happened::Reconfirmed => "declarations-happened-reconfirmed",
            Happened::Withdrawn => "declarations-happened-withdrawn",
        }
    }

    /// Whether the register shows it.
    pub fn is_public(self) -> bool {
        !matches!(self, Happened::Prepared | Happened::Dropped | Happened::Returned)
    }
}

/// One event, with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What happened.
    pub what: Happened,
    /// When.
    pub at: Moment,
}
