//! The noun: a [`Version`] of an action, and where it came from.

use store::Hash;
use vocabulary::{Moment, PersonId};

use super::content::Content;

/// One version of an action.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// 1, 2, 3 …
    pub n: i64,
    /// What it says; less than it once said where something was redacted.
    pub content: Content,
    /// SHA-256 of its canonical JSON as it was first kept; a redaction leaves it.
    pub hash: Hash,
    /// Where it came from.
    pub origin: VersionOrigin,
    /// Who entered, sent or corrected it; nobody where a program did.
    pub by: Option<PersonId>,
    /// When.
    pub at: Moment,
    /// Why it was corrected, or what the desk answered to it.
    pub why: Option<String>,
    /// When it went onto the register, if it did.
    pub published: Option<Moment>,
}

/// Where a version came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionOrigin {
    /// The government sent it.
    Sent,
    /// The desk corrected a small thing.
    Correction,
    /// It was read in a public source.
    Source,
}

impl VersionOrigin {
    /// Its word in tables and message keys.
    pub fn word(self) -> &'static str {
        match self {
            VersionOrigin::Sent => "sent",
            VersionOrigin::Correction => "correction",
            VersionOrigin::Source => "source",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<VersionOrigin> {
        [VersionOrigin::Sent, VersionOrigin::Correction, VersionOrigin::Source]
            .into_iter()
            .find(|one| one.word() == word)
    }
}
