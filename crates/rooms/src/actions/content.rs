//! The noun: the [`Content`] of one version of an action, all that is said of it and nothing private.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use vocabulary::{End, Iso2, LanguageMap, Period, Tag};

/// What one version of an action says. It is kept as canonical JSON, hashed, and immutable once sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// Its title; a record from a source may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<LanguageMap>,
    /// The action in one sentence: who does what, for whom, by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<LanguageMap>,
    /// What is done and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<LanguageMap>,
    /// For whom it is; empty where nobody has said.
    #[serde(default)]
    pub for_whom: BTreeSet<Beneficiary>,
    /// Where it happens.
    #[serde(default)]
    pub places: Vec<Place>,
    /// From when to when.
    #[serde(default)]
    pub when: Period,
    /// Whether it looks forward or back; empty where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// How far it is, as the government says; never guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Framework slug → codes: `priorities → [services]`, `gcm → [15]`.
    #[serde(default)]
    pub objectives: BTreeMap<String, BTreeSet<String>>,
    /// Where it was read, for a record from a source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// Of which collection it was when it was read: `cta_action`, `gcm_pledge` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection: Option<String>,
    /// What is missing here because it was redacted: field → the hash of what stood there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub redacted: BTreeMap<String, String>,
}

/// Where an action happens: a place of the gazetteer, or as it was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its name as it is to be read.
    pub name: String,
    /// Its country.
    pub country: Option<Iso2>,
    /// Its id in GeoNames, when it was found there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geonames: Option<u32>,
    /// Latitude and longitude in degrees, when they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<(f64, f64)>,
}

/// For whom an action is: it decides which stocktaking platform may receive it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beneficiary {
    /// Migrants.
    Migrants,
    /// Refugees.
    Refugees,
    /// Asylum seekers.
    AsylumSeekers,
    /// Internally displaced persons.
    Displaced,
    /// Returnees.
    Returnees,
    /// Stateless persons.
    Stateless,
    /// The host community.
    HostCommunity,
}

impl Beneficiary {
    /// All of them, in the order of the form.
    pub const ALL: [Beneficiary; 7] = [
        Beneficiary::Migrants,
        Beneficiary::Refugees,
        Beneficiary::AsylumSeekers,
        Beneficiary::Displaced,
        Beneficiary::Returnees,
        Beneficiary::Stateless,
        Beneficiary::HostCommunity,
    ];

    /// Its word in tokens and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Beneficiary::Migrants => "migrants",
            Beneficiary::Refugees => "refugees",
            Beneficiary::AsylumSeekers => "asylum_seekers",
            Beneficiary::Displaced => "displaced",
            Beneficiary::Returnees => "returnees",
            Beneficiary::Stateless => "stateless",
            Beneficiary::HostCommunity => "host_community",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Beneficiary> {
        Beneficiary::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Whether an action looks forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Planned or begun.
    Pledge,
    /// Completed or mostly completed.
    Practice,
}

impl Nature {
    /// Both.
    pub const ALL: [Nature; 2] = [Nature::Pledge, Nature::Practice];

    /// Its word in tokens and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Nature::Pledge => "pledge",
            Nature::Practice => "practice",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Nature> {
        Nature::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// How far an action is, as the government says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In preparation.
    Planned,
    /// Going on.
    InProgress,
    /// Done as it was said.
    Fulfilled,
    /// Interrupted.
    Paused,
    /// Given up.
    Dropped,
}

impl Status {
    /// All of them, in the order of the form.
    pub const ALL: [Status; 5] =
        [Status::Planned, Status::InProgress, Status::Fulfilled, Status::Paused, Status::Dropped];

    /// Its word in tokens and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Status::Planned => "planned",
            Status::InProgress => "in_progress",
            Status::Fulfilled => "fulfilled",
            Status::Paused => "paused",
            Status::Dropped => "dropped",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|one| one.word() == word)
    }
}

impl Content {
    /// The tokens of its objectives: `gcm/15`.
    pub fn tokens(&self) -> impl Iterator<Item = String> + '_ {
        self.objectives
            .iter()
            .flat_map(|(slug, codes)| codes.iter().map(move |code| format!("{slug}/{code}")))
    }
}

/// A text field of a content: what corrections and redactions name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextField {
    /// The title.
    Title,
    /// The sentence.
    Sentence,
    /// The description.
    Description,
}

impl TextField {
    /// All of them, in the order of the form.
    pub const ALL: [TextField; 3] = [TextField::Title, TextField::Sentence, TextField::Description];

    /// Its name in forms and in what is kept.
    pub fn word(self) -> &'static str {
        match self {
            TextField::Title => "title",
            TextField::Sentence => "sentence",
            TextField::Description => "description",
        }
    }

    /// The message key of its label.
    pub fn key(self) -> &'static str {
        match self {
            TextField::Title => "actions-topic-title",
            TextField::Sentence => "actions-topic-sentence",
            TextField::Description => "actions-topic-description",
        }
    }

    /// Reads its name.
    pub fn parse(word: &str) -> Option<TextField> {
        TextField::ALL.into_iter().find(|one| one.word() == word)
    }
}

impl Content {
    /// A text of it.
    pub fn text(&self, field: TextField) -> Option<&LanguageMap> {
        match field {
            TextField::Title => self.title.as_ref(),
            TextField::Sentence => self.sentence.as_ref(),
            TextField::Description => self.description.as_ref(),
        }
    }

    /// The place of a text in it.
    pub fn text_mut(&mut self, field: TextField) -> &mut Option<LanguageMap> {
        match field {
            TextField::Title => &mut self.title,
            TextField::Sentence => &mut self.sentence,
            TextField::Description => &mut self.description,
        }
    }

    /// The language it was written in: that of its first text.
    pub fn language(&self) -> Option<&Tag> {
        TextField::ALL.into_iter().find_map(|field| self.text(field)).map(LanguageMap::original_tag)
    }

    /// The year it is filed under, where the content itself says one.
    pub fn year(&self) -> Option<i32> {
        match (self.when.start, self.when.end) {
            (Some(start), _) => Some(start.year()),
            (None, End::On(end)) => Some(end.year()),
            (None, _) => None,
        }
    }
}
