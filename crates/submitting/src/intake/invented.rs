//! The noun: the [`Invented`] governments of a demonstration, from `examples/cohort/invented.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use store::Fault;
use vocabulary::{Lang, LanguageMap, Origin, Tag};

use crate::governments::{Population, Profile, Tier};

type Texts = BTreeMap<String, String>;

/// The invented country and its governments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invented {
    /// The country.
    country: Country,
    /// What every action of theirs is described with: that it is a demonstration record.
    description: Texts,
    /// The governments.
    pub governments: Vec<InventedGovernment>,
    /// Sets of their actions.
    pub cohorts: Vec<InventedCohort>,
}

/// The invented country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    /// A code that ISO 3166-1 leaves to users.
    #[expect(
        dead_code,
        reason = "the code says to readers of the file that no country of ISO 3166-1 is meant"
    )]
    code: String,
    name: Texts,
}

/// One of its governments, and how far it has come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InventedGovernment {
    name: Texts,
    tier: Tier,
    domain: String,
    population: Option<u64>,
    #[serde(default)]
    networks: Vec<String>,
    /// Who acts for it.
    pub officer: String,
    /// How far it has come.
    pub stage: Reached,
    /// Who governs it and has agreed to be named.
    pub leader: Option<InventedLeader>,
    /// Why its signature is suspended, if it is.
    pub suspended: Option<String>,
    /// What its officer reads when the desk has returned its action.
    pub return_reason: Option<String>,
    /// Its action, if it has one.
    pub action: Option<InventedAction>,
}

/// How far a government has come; each includes what leads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Reached {
    /// An officer has asked to act for it.
    Asked,
    /// The desk has confirmed the officer.
    Confirmed,
    /// An action is begun.
    Drafting,
    /// It has signed; the signature waits at the desk.
    Signed,
    /// Its signature is verified and its action waits at the desk.
    Sent,
    /// Its action is with assessors, one of whom has handed in marks.
    InAssessment,
    /// Its action was returned.
    Returned,
    /// Its action is published.
    Published,
    /// Its action was published and withdrawn.
    Withdrawn,
    /// Its action was published and taken off every page to protect people.
    Protected,
}

/// An action of an invented government.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InventedAction {
    pub lang: String,
    pub title: String,
    pub sentence: Option<String>,
    pub kind: Option<String>,
    pub status: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    #[serde(default)]
    pub for_whom: Vec<String>,
    #[serde(default)]
    pub priorities: Vec<String>,
    #[serde(default)]
    pub gcm: Vec<String>,
    #[serde(default)]
    pub gcr: Vec<String>,
    /// What is told beside the eight, by the names of the form's fields.
    #[serde(default)]
    pub answers: BTreeMap<String, Told>,
    /// What a second version says otherwise, once the first one is public.
    #[serde(default)]
    pub later: BTreeMap<String, Told>,
    /// What is said of its picture.
    pub picture: Option<InventedPicture>,
    /// What is said of its document.
    pub document: Option<InventedDocument>,
    /// Who takes part.
    #[serde(default)]
    pub partners: Vec<InventedPartner>,
    /// How two assessed it before it was published.
    pub assessed: Option<Assessed>,
}

/// What one field holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Told {
    One(String),
    Several(Vec<String>),
}

/// A cohort of actions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InventedCohort {
    pub title: Texts,
    pub about: Texts,
    /// Whose actions stand in it, by one of the names of each.
    pub of: Vec<String>,
}

/// What must be said about a picture.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InventedPicture {
    pub alt: String,
    pub credit: String,
}

/// What must be said about a document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InventedDocument {
    pub label: String,
}

/// A partner: one of the governments above it in the file, or a body without a record.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum InventedPartner {
    Government { government: String },
    Body { kind: String, name: String, address: String },
}

/// Somebody who governs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InventedLeader {
    pub name: String,
    pub title: Option<String>,
    pub function: String,
    pub since: Option<String>,
    pub quote: Option<String>,
}

/// An assessment by two.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assessed {
    /// What the second one says of a tie,
    pub tie: String,
    /// and why the desk accepts it.
    pub accepted: String,
    /// What each says to the city.
    pub to_city: Vec<String>,
    /// The editor's summary.
    pub summary: Texts,
}

impl Invented {
    /// Reads the file.
    pub fn parse(text: &str) -> Result<Invented, Fault> {
        toml::from_str(text).map_err(|err| broken(&err.to_string()))
    }

    /// What the country is called.
    pub fn country(&self) -> Result<LanguageMap, Fault> {
        language_map(&self.country.name, "en")
    }

    /// What every action in this language is described with.
    pub fn description(&self, lang: &str) -> &str {
        self.description.get(lang).map_or("", String::as_str)
    }

    /// One of the governments by one of its names.
    pub fn named(&self, name: &str) -> Result<&InventedGovernment, Fault> {
        let mut all = self.governments.iter();
        let found = all.find(|one| one.name.values().any(|other| other == name));
        found.ok_or_else(|| broken(&format!("none of the governments is called {name}")))
    }

    /// What is known of one of the governments.
    pub fn profile(&self, one: &InventedGovernment) -> Result<Profile, Fault> {
        Ok(Profile {
            name: one.called()?,
            aliases: Vec::new(),
            tier: one.tier,
            country: None,
            invented_country: Some(self.country()?),
            place: None,
            point: None,
            population: one.population.map(|people| Population { people, year: None }),
            website: None,
            domain: Some(one.domain.clone()),
            networks: one.networks.clone(),
        })
    }
}

impl InventedGovernment {
    /// How its action was assessed before it was published, if it was.
    pub fn assessed(&self) -> Option<&Assessed> {
        self.action.as_ref().and_then(|action| action.assessed.as_ref())
    }

    /// Its name, the original in the language of its action where it has one in that.
    pub fn called(&self) -> Result<LanguageMap, Fault> {
        let spoken = self.action.as_ref().map_or("en", |action| action.lang.as_str());
        language_map(&self.name, spoken)
    }
}

fn language_map(texts: &Texts, original: &str) -> Result<LanguageMap, Fault> {
    let tag = |code: &str| Tag::parse(code).map_err(|err| broken(&err.to_string()));
    let first = texts.get_key_value(original).or_else(|| texts.iter().next());
    let (first, text) = first.ok_or_else(|| broken("a name has no text"))?;
    let mut map = LanguageMap::original(tag(first)?, text.as_str());
    for (code, text) in texts.iter().filter(|(code, _)| *code != first) {
        map.translate(tag(code)?, text.as_str(), Origin::Human);
    }
    Ok(map)
}

fn broken(what: &str) -> Fault {
    Fault::broken(format!("the invented governments cannot be read: {what}"))
}

/// The language of an action, for mails to its officer.
pub(super) fn lang_of(one: &InventedGovernment) -> Lang {
    one.action.as_ref().and_then(|action| Lang::parse(&action.lang)).unwrap_or(Lang::En)
}
