//! The noun: the [`Content`] of one version of an action, all that is said of it and nothing private.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use vocabulary::{End, Iso2, LanguageMap, Period, Tag};

use super::telling::{Amount, Attachment, Figure, LinkTo, Numbers, Picture};
use super::topic::Topic;

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
    /// What it is to change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<LanguageMap>,
    /// What it has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub achieved: Option<LanguageMap>,
    /// How it is paid for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<LanguageMap>,
    /// By whom it is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funders: Option<LanguageMap>,
    /// What was learned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lessons: Option<LanguageMap>,
    /// What was difficult.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulties: Option<LanguageMap>,
    /// How migrants and refugees took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participation: Option<LanguageMap>,
    /// What others need to repeat it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replication: Option<LanguageMap>,
    /// What the government would like to get from peers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<LanguageMap>,
    /// What it offers to peers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offers: Option<LanguageMap>,
    /// How many people it is for and has reached, group by group.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<Beneficiary, Numbers>,
    /// The guiding principles it follows, as tokens: `gcm-principles/people-centred`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub principles: BTreeSet<String>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// Figures of its impact.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Pages that tell more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkTo>,
    /// Its pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
    /// A document to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment: Option<Attachment>,
    /// To which stocktaking platforms it may be carried; said to the desk.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub portals: BTreeSet<String>,
    /// Whether places that are not towns are shown by their district only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub coarse: bool,
    /// The district that is then shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub district: String,
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
    /// What it is to change.
    Expected,
    /// What it has changed.
    Achieved,
    /// How it is paid for.
    Funding,
    /// By whom it is paid.
    Funders,
    /// What was learned.
    Lessons,
    /// What was difficult.
    Difficulties,
    /// How migrants and refugees took part.
    Participation,
    /// What others need to repeat it.
    Replication,
    /// What the government would like to get from peers.
    Needs,
    /// What it offers to peers.
    Offers,
}

impl TextField {
    /// All of them, in the order of the form.
    pub const ALL: [TextField; 13] = [
        TextField::Title,
        TextField::Sentence,
        TextField::Description,
        TextField::Expected,
        TextField::Achieved,
        TextField::Funding,
        TextField::Funders,
        TextField::Lessons,
        TextField::Difficulties,
        TextField::Participation,
        TextField::Replication,
        TextField::Needs,
        TextField::Offers,
    ];

    /// Its name in forms and in what is kept.
    pub fn word(self) -> &'static str {
        match self {
            TextField::Title => "title",
            TextField::Sentence => "sentence",
            TextField::Description => "description",
            TextField::Expected => "expected",
            TextField::Achieved => "achieved",
            TextField::Funding => "funding",
            TextField::Funders => "funders",
            TextField::Lessons => "lessons",
            TextField::Difficulties => "difficulties",
            TextField::Participation => "participation",
            TextField::Replication => "replication",
            TextField::Needs => "needs",
            TextField::Offers => "offers",
        }
    }

    /// The message key of its label.
    pub fn key(self) -> &'static str {
        match self {
            TextField::Title => "actions-topic-title",
            TextField::Sentence => "actions-topic-sentence",
            TextField::Description => "actions-topic-description",
            TextField::Expected => "actions-form-expected",
            TextField::Achieved => "actions-form-achieved",
            TextField::Funding => "actions-form-funding",
            TextField::Funders => "actions-form-funders",
            TextField::Lessons => "actions-form-lessons",
            TextField::Difficulties => "actions-form-difficulties",
            TextField::Participation => "actions-form-participation",
            TextField::Replication => "actions-form-replication",
            TextField::Needs => "actions-form-needs",
            TextField::Offers => "actions-form-offers",
        }
    }

    /// The topic that asks for it.
    pub fn topic(self) -> Topic {
        match self {
            TextField::Title => Topic::Title,
            TextField::Sentence => Topic::Sentence,
            TextField::Description => Topic::Description,
            TextField::Expected | TextField::Achieved => Topic::Impact,
            TextField::Funding | TextField::Funders => Topic::Funding,
            TextField::Lessons | TextField::Difficulties => Topic::Lessons,
            TextField::Participation => Topic::Participation,
            TextField::Replication => Topic::Replication,
            TextField::Needs | TextField::Offers => Topic::Peers,
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
        let text = match field {
            TextField::Title => &self.title,
            TextField::Sentence => &self.sentence,
            TextField::Description => &self.description,
            TextField::Expected => &self.expected,
            TextField::Achieved => &self.achieved,
            TextField::Funding => &self.funding,
            TextField::Funders => &self.funders,
            TextField::Lessons => &self.lessons,
            TextField::Difficulties => &self.difficulties,
            TextField::Participation => &self.participation,
            TextField::Replication => &self.replication,
            TextField::Needs => &self.needs,
            TextField::Offers => &self.offers,
        };
        text.as_ref()
    }

    /// The place of a text in it.
    pub fn text_mut(&mut self, field: TextField) -> &mut Option<LanguageMap> {
        match field {
            TextField::Title => &mut self.title,
            TextField::Sentence => &mut self.sentence,
            TextField::Description => &mut self.description,
            TextField::Expected => &mut self.expected,
            TextField::Achieved => &mut self.achieved,
            TextField::Funding => &mut self.funding,
            TextField::Funders => &mut self.funders,
            TextField::Lessons => &mut self.lessons,
            TextField::Difficulties => &mut self.difficulties,
            TextField::Participation => &mut self.participation,
            TextField::Replication => &mut self.replication,
            TextField::Needs => &mut self.needs,
            TextField::Offers => &mut self.offers,
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
