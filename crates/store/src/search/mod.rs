//! The search index: what is public, found by words, chosen by facets, counted, sorted and placed on a map.
//!
//! It stands beside the database, follows the journal and can be rebuilt from the public records at any time. A
//! [`Doc`] goes in with [`Index::apply`] or [`Index::rebuild`]; a [`Query`] comes out as an [`Answer`].
//!
//! How a word is found, best first; a lower step never outranks a higher one:
//!
//! 1. **exact**: the word itself, without case and accents, in title, names or body;
//! 2. **stem**: another form of the word, by the stemmers of English, French, Spanish and Arabic;
//! 3. **prefix**: the last word is still being typed;
//! 4. **typo**: one letter wrong from four letters on, two from eight; only for a word that is found in no other way.
//!
//! Reading order: `words` (from text to terms), `parse` (what was typed), `fields` (the schema), `columns`,
//! `facets` and `bits` (sorting, places, choosing and counting by arrays, rows and bitmaps per segment), `plan`, `lists` and `matching` (which records),
//! `score`, `order` and `cursor` (in which order), `answer` (all of it), `alike` (what is like a thing), `index` (the files,
//! the commits, the snapshot).

mod alike;
mod answer;
mod bits;
mod columns;
mod cursor;
mod facets;
mod fields;
mod index;
mod lists;
mod matching;
mod order;
mod parse;
mod plan;
mod score;
mod snippet;
mod words;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use uuid::Uuid;
use vocabulary::{Lang, Tag};

pub use cursor::{Cursor, NoCursor, Turn};
pub use index::{Index, Rebuild};
pub use parse::{Piece, pieces};
pub use snippet::{Marker, Part, marks, snippet};

/// One public thing, as the index knows it.
#[derive(Clone, Debug, Default)]
pub struct Doc {
    /// What it is: `action`, `government`, `declaration` …; also found as the token `kind/action`.
    pub kind: String,
    /// Its name within its kind: a reference or an id. Kind and key together are one document.
    pub key: String,
    /// The journal position from which it was made: of two documents alike, the later comes first.
    pub position: i64,
    /// The titles, each in its language.
    pub title: Vec<(Tag, String)>,
    /// Everything else worth finding, each text in its language.
    pub body: Vec<(Tag, String)>,
    /// Names of governments, places, countries in any language: found as they are, never stemmed.
    pub names: Vec<String>,
    /// Facet values, each as `group/value`: `gcm/15`, `country/KE`, `year/2024`.
    pub tokens: Vec<String>,
    /// Seconds since 1970, for "newest first".
    pub when: i64,
    /// The name by which it is sorted.
    pub name: String,
    /// What it is called in those languages of the pages in which that is another name.
    pub called: Vec<(Lang, String)>,
    /// Latitude and longitude in degrees, when it stands on the map.
    pub point: Option<(f64, f64)>,
    /// The day since which it stands so, counted from 1 January 1970; none where it always did.
    pub since: Option<i64>,
    /// The day on which it stood so no longer; none where it stands so now. One that ended is found as of an earlier day only.
    pub until: Option<i64>,
    /// A number to be put in order by, the greatest first: people who live there, the moment it last changed. 0 where
    /// unknown.
    pub weight: i64,
    /// How lately it was reported, the greatest first; in what it is counted is for who writes it to say.
    pub reported: i64,
    /// Numbers of which ranges can be asked for, each under the name of its group of facets.
    pub numbers: Vec<(String, i64)>,
}

/// One step of the index.
#[derive(Clone, Debug)]
pub enum Change {
    /// The document as it is now, in place of the one with the same kind and key.
    Put(Box<Doc>),
    /// The document of this kind and key is gone.
    Drop(String, String),
}

/// Up to where the journal has been heard.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct At {
    /// The journal's epoch; a restore begins another one.
    pub epoch: Uuid,
    /// The last position heard within it.
    pub position: i64,
}

/// In which order the hits come. Ties are broken by date, position and identity, the same in each run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match first; without words, the newest first.
    #[default]
    Relevance,
    /// The latest `when` first.
    Newest,
    /// By name, in the alphabetical order of this language.
    Name(Lang),
    /// The greatest weight first.
    Heaviest,
    /// The last reported first.
    Reported,
}

/// A question to the index.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// What was typed: words, "phrases", -exclusions, `group:value`. Any text is allowed.
    pub text: String,
    /// Only these kinds; empty means all. The counts of the group `kind` ignore it.
    pub kinds: Vec<String>,
    /// Chosen facet values by group: any of them within a group, all groups together.
    pub chosen: BTreeMap<String, Vec<String>>,
    /// Facet values by group that must not be there.
    pub barred: BTreeMap<String, Vec<String>>,
    /// Ranges of numbers by group; what lies within one counts as chosen in its group.
    pub ranges: BTreeMap<String, RangeInclusive<i64>>,
    /// The order of the hits.
    pub sort: Sort,
    /// From where the page goes on, in an order of dates, names or numbers; nothing is passed over then.
    pub turn: Option<Turn>,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to give.
    pub limit: usize,
    /// The groups whose values are counted.
    pub count: Vec<String>,
    /// As everything stood at the end of this day, counted from 1 January 1970; none for now.
    pub as_of: Option<i64>,
}

/// What the index answers, all from one snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many documents match.
    pub total: u64,
    /// The asked page of them.
    pub hits: Vec<Hit>,
    /// How many lie before the page.
    pub passed: u64,
    /// The places of the first and the last hit of the page, in an order of dates, names or numbers.
    pub ends: Option<(Cursor, Cursor)>,
    /// Per asked group the documents per token, as if nothing were chosen in that group.
    pub counts: BTreeMap<String, BTreeMap<String, u64>>,
    /// The last day on which anything that matches became what it is, counted from 1 January 1970; none where nothing matches
    /// or no day is known.
    pub latest: Option<i64>,
    /// "Did you mean": the typed text with the words nobody wrote replaced by near ones.
    pub meant: Option<String>,
    /// The snapshot that answered.
    pub at: At,
}

/// A found document.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its kind.
    pub kind: String,
    /// Its key within the kind.
    pub key: String,
    /// The position from which it was made.
    pub change: i64,
    /// How well it matches; zero unless sorted by relevance.
    pub score: f32,
}

/// A found document on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its kind.
    pub kind: String,
    /// Its key within the kind.
    pub key: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// The index could not be read or written. The public records are whole: a rebuild mends it.
#[derive(Debug, thiserror::Error)]
pub enum SearchFault {
    /// The index engine refused.
    #[error("the search index could not be used; if it happens again, run `localaction rebuild search`")]
    Engine(#[from] tantivy::TantivyError),
    /// A file could not be read or written.
    #[error("a file of the search index could not be read or written; check the disk and the folder's owner")]
    File(#[from] std::io::Error),
}

impl From<SearchFault> for crate::Fault {
    fn from(fault: SearchFault) -> crate::Fault {
        crate::Fault::Broken(Box::new(fault))
    }
}
