//! The noun: a [`PublicRecord`], all that the world may see of one public thing, and [`Speaks`], by which a room says it.
//!
//! The register knows no other room. Each room that has something public hands it, in the wiring, a value that
//! implements [`Speaks`]; what the room says is kept as it is said, and everything public reads only that.

use async_trait::async_trait;
use sea_orm::DatabaseConnection;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{Fault, Heard, Tx};
use vocabulary::{LanguageMap, Moment, Period, Tag};

use super::freshness::Freshness;

/// One public thing, pre-joined and in every language it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicRecord {
    /// What it is: `action`, `government`, `declaration`.
    pub kind: String,
    /// Its reference, unique within its kind.
    pub key: String,
    /// The words that follow the reference in its address.
    pub slug: String,
    /// How it stands in every list.
    pub card: Card,
    /// By what it is found.
    pub find: Findable,
    /// What its own page shows; only the room it comes from reads it.
    pub body: Value,
}

impl PublicRecord {
    /// Where its page stands, without the language: `/actions/LA-2026-00042/a-slug`.
    pub fn path(&self) -> String {
        match self.kind.as_str() {
            "declaration" => format!("/declarations/{}", self.key),
            "cohort" => format!("/cohorts/{}", self.key),
            "signature" => format!("/declarations/{}/signatures/{}", self.slug, self.key),
            kind => format!("/{kind}s/{}/{}", self.key, self.slug),
        }
    }
}

/// How a public thing stands in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its title; none where the source gives none (shown as "Action of X (year)", never stored so).
    pub title: Option<LanguageMap>,
    /// A sentence or two.
    pub lead: Option<LanguageMap>,
    /// Whose it is, the lead first.
    pub who: Vec<Party>,
    /// Countries by ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// From when to when.
    pub when: Option<Period>,
    /// Objectives to show as tiles: `gcm/15`.
    pub tiles: Vec<String>,
    /// Signs in words: state, freshness, verification, origin.
    pub marks: Vec<Mark>,
    /// When what is shown last changed.
    pub updated: Moment,
    /// When it was last reported; none of what nobody reports on. [`Freshness::of`] knows it of older records too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fresh: Option<Freshness>,
}

impl Card {
    /// The card of what stands in no list: it says when it last changed, and nothing else.
    pub fn bare(updated: Moment) -> Card {
        Card {
            title: None,
            lead: None,
            who: Vec::new(),
            countries: Vec::new(),
            when: None,
            tiles: Vec::new(),
            marks: Vec::new(),
            updated,
            fresh: None,
        }
    }
}

/// A government named on a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// Its name.
    pub name: LanguageMap,
    /// Its address without the language.
    pub path: String,
}

/// A sign in words: `kind` decides its shape, `key` is the message, `year` and the like its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Which of the signs.
    pub sign: Sign,
    /// The message key of its words.
    pub key: String,
    /// Arguments of the message.
    #[serde(default)]
    pub args: Vec<(String, String)>,
}

/// The kinds of signs, each with a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Who checked it: green for verified.
    Verified,
    /// From a source, not confirmed.
    OnFile,
    /// How far it is: fulfilled.
    Fulfilled,
    /// How far it is: going on or waiting.
    Going,
    /// Nothing known, nothing reported.
    Silent,
}

/// By what a public thing is found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findable {
    /// Running text, each in its language: stemmed by it.
    pub texts: Vec<(Tag, String)>,
    /// Names in every language and spelling: governments, places, countries.
    pub names: Vec<String>,
    /// Facet tokens: `country/KE`, `gcm/15`, `year/2024`, `record/on_file`.
    pub tokens: Vec<String>,
    /// What "newest" sorts by, in seconds since 1970.
    pub when: i64,
    /// What "by name" sorts by, folded.
    pub sort_name: String,
    /// Where it stands on the map: latitude, longitude.
    pub point: Option<(f64, f64)>,
    /// What "largest" sorts by: how many people live there, where somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// Numbers that figures add up, each under its name (`planned/refugees`); none where one is only said to be small.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<(String, Option<u64>)>,
}

/// What a room says of one of its things.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// This may be seen.
    Here(Box<PublicRecord>),
    /// This was public and is so no longer; its address answers 410 with the message of `reason`.
    Gone {
        /// What it was.
        kind: String,
        /// Its reference.
        key: String,
        /// Message key of the reason.
        reason: String,
        /// Since when. It comes from the room's rows, so that a replay says the same day.
        at: Moment,
    },
    /// What this was before may no longer be shown, not even as the register of an earlier day: it was redacted.
    Unsaid {
        /// What it is.
        kind: String,
        /// Its reference.
        key: String,
    },
    /// This was never public: nothing is kept of it.
    Nothing {
        /// What it is.
        kind: String,
        /// Its reference.
        key: String,
    },
}

impl Said {
    /// Of what it is said: the kind and the reference.
    pub fn name(&self) -> (&str, &str) {
        match self {
            Said::Here(record) => (&record.kind, &record.key),
            Said::Gone { kind, key, .. } | Said::Nothing { kind, key } | Said::Unsaid { kind, key } => {
                (kind, key)
            }
        }
    }
}

/// A room that has something public to say. What it says must depend on nothing but the rows: it is replayed, and what
/// several facts tell of one thing may be said upon the first of them.
#[async_trait]
pub trait Speaks: Send + Sync {
    /// The room's name.
    fn name(&self) -> &'static str;

    /// What is to be said of the room's things now that these facts are heard: upon each fact, in their order; nothing where
    /// it does not concern them, or where it was said already upon a fact before it. They are read for all facts at once.
    async fn hears(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Said>>, Fault>;

    /// Everything the room has to say, for rebuilding, in pages: after this key, at most so many.
    async fn all(
        &self,
        conn: &DatabaseConnection,
        after: Option<&str>,
        most: u64,
    ) -> Result<Vec<Said>, Fault>;
}
