//! The noun: the [`Interests`] that tie an assessor to a government, and what follows from them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A tie to a government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// Is employed by it.
    Employed,
    /// Represents it: holds a mandate, or did when asked.
    Represents,
    /// Advises it.
    Advises,
    /// Is paid by it otherwise.
    Paid,
    /// Is of the same country.
    SameCountry,
    /// Belongs to a network that it belongs to.
    SameNetwork,
    /// Another tie, in words.
    Other,
}

/// What follows from interests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing: the assessor may read and mark.
    Free,
    /// The desk says whether it matters.
    Declared,
    /// Nobody can allow it.
    Barred,
}

impl Interest {
    /// All of them, in the order of the form.
    pub const ALL: [Interest; 7] = [
        Interest::Employed,
        Interest::Represents,
        Interest::Advises,
        Interest::Paid,
        Interest::SameCountry,
        Interest::SameNetwork,
        Interest::Other,
    ];

    /// Its word in tables and forms.
    pub fn word(self) -> &'static str {
        match self {
            Interest::Employed => "employed",
            Interest::Represents => "represents",
            Interest::Advises => "advises",
            Interest::Paid => "paid",
            Interest::SameCountry => "same_country",
            Interest::SameNetwork => "same_network",
            Interest::Other => "other",
        }
    }

    /// The message key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Interest::Employed => "assessment-interest-employed",
            Interest::Represents => "assessment-interest-represents",
            Interest::Advises => "assessment-interest-advises",
            Interest::Paid => "assessment-interest-paid",
            Interest::SameCountry => "assessment-interest-country",
            Interest::SameNetwork => "assessment-interest-network",
            Interest::Other => "assessment-interest-other",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Interest> {
        Interest::ALL.into_iter().find(|one| one.word() == word)
    }

    /// What follows from it.
    pub fn verdict(self) -> Verdict {
        match self {
            Interest::Employed | Interest::Represents | Interest::Advises | Interest::Paid => Verdict::Barred,
            Interest::SameCountry | Interest::SameNetwork | Interest::Other => Verdict::Declared,
        }
    }
}

/// What an assessor has said, and what the house knows by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interests {
    /// The ties.
    #[serde(default)]
    pub kinds: BTreeSet<Interest>,
    /// What the assessor adds in words; only the desk reads it.
    #[serde(default)]
    pub words: String,
}

impl Interests {
    /// What follows from the gravest of them.
    pub fn verdict(&self) -> Verdict {
        self.kinds.iter().map(|kind| kind.verdict()).max().unwrap_or(Verdict::Free)
    }
}
