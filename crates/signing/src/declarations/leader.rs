//! The noun: a [`Leader`], somebody who governs, named in public with their consent and for their term.

use vocabulary::{FileId, GovernmentId, LanguageMap, Moment, PartialDate, Uuid};

use super::signature::Consent;

/// Somebody who governs.
#[derive(Clone, Debug, PartialEq)]
pub struct Leader {
    /// The id.
    pub id: Uuid,
    /// Which government.
    pub government: GovernmentId,
    /// The name, as they write it.
    pub name: String,
    /// A title or form of address, if any.
    pub title: Option<String>,
    /// The function.
    pub function: String,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when; nothing while it lasts.
    pub until: Option<PartialDate>,
    /// A portrait, with what it shows and whose picture it is.
    pub portrait: Option<Portrait>,
    /// A sentence or two of theirs.
    pub quote: Option<LanguageMap>,
    /// To what they have agreed.
    pub consent: Consent,
    /// When this was last changed.
    pub changed: Moment,
}

/// A portrait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// The picture.
    pub file: FileId,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Whose picture it is.
    pub credit: String,
}

impl Leader {
    /// Whether the term ends before it begins.
    pub fn is_backwards(&self) -> bool {
        matches!((&self.since, &self.until), (Some(since), Some(until)) if until.last_day() < since.first_day())
    }
}
