//! The nouns: a [`Cohort`], and its figures as they were [`Frozen`] on a day. No I/O, no clock.

use serde::{Deserialize, Serialize};
use vocabulary::{LanguageMap, Moment};

vocabulary::id_type! {
    /// A cohort.
    CohortId;
}

/// A public, named set of actions.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    /// Its id.
    pub id: CohortId,
    /// Its name in addresses and facets; it never changes.
    pub slug: String,
    /// What it is called.
    pub title: LanguageMap,
    /// What it is, in a sentence or two.
    pub about: Option<LanguageMap>,
    /// Since when there is one.
    pub made: Moment,
}

/// The figures of a cohort as they stood on a day. They stay as they are, whatever becomes of its actions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    /// When they were frozen.
    pub at: Moment,
    /// The message key of each number, and the number.
    pub numbers: Vec<(String, u64)>,
    /// SHA-256 of the numbers.
    pub hash: String,
}
