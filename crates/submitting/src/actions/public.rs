//! What the world may see of an action, said to the register: the only place where an action becomes public.

use std::collections::HashMap;

use async_trait::async_trait;
use sea_orm::DatabaseExecutor;
use serde::{Deserialize, Serialize};
use store::Fault;
use vocabulary::{ActionId, LanguageMap, Moment, countries, fold, gazetteer, slug};

use super::action::{Action, Stage};
use super::content::{Content, Status, TextField};
use super::history::Redaction;
use super::on_behalf::FromLetter;
use super::partners::PublicPartner;
use super::telling::{Count, Numbers};
use super::version::{Version, VersionOrigin};
use crate::governments::Government;
use crate::register::facets::{UNKNOWN, people_code};
use crate::register::{self, Card, Findable, Freshness, Mark, Party, PublicRecord, Sign};

/// The kind of a public action.
pub const KIND: &str = "action";

/// What an action's own page shows: the body of its public record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicAction {
    /// What the version that stands says.
    pub content: Content,
    /// `published` or `on_file`.
    pub stage: String,
    /// Since when it is so.
    pub since: Moment,
    /// The SHA-256 of the version that stands.
    pub hash: String,
    /// The year it is filed under.
    pub year: i32,
    /// The invented country of a demonstration government.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invented_country: Option<LanguageMap>,
    /// The editor's summary, by a room to the right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<LanguageMap>,
    /// Which framework holds the priorities of its own Call.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub priorities: String,
    /// The versions that were public, oldest first.
    pub history: Vec<PublicVersion>,
    /// What was taken out of every version, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redactions: Vec<Redaction>,
    /// The partners without a record of their own, those that have confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PublicPartner>,
    /// From what the secretariat entered it, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<FromLetter>,
}

/// A version that was public.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicVersion {
    /// 1, 2, 3 …
    pub n: i64,
    /// When it went onto the register.
    pub at: Moment,
    /// `sent`, `correction`, `source`.
    pub origin: String,
    /// Why it was corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl PublicVersion {
    /// A version as everyone may see it; none where it was never public.
    pub fn of(version: &Version) -> Option<PublicVersion> {
        let why = version.why.clone().filter(|_| version.origin == VersionOrigin::Correction);
        let origin = version.origin.word().to_owned();
        Some(PublicVersion { n: version.n, at: version.published?, origin, why })
    }
}

/// A room to the right that adds to an action's public record. Its facts are told about the action itself.
#[async_trait]
pub trait Adds: Send + Sync {
    /// The summaries that editors have written of these actions, of those that have one.
    async fn summaries(
        &self,
        _conn: &DatabaseExecutor<'_>,
        _actions: &[ActionId],
    ) -> Result<HashMap<ActionId, LanguageMap>, Fault> {
        Ok(HashMap::new())
    }

    /// Every wording of those summaries, the oldest first, each with the moment since which it stood.
    async fn wordings(
        &self,
        _conn: &DatabaseExecutor<'_>,
        _actions: &[ActionId],
    ) -> Result<HashMap<ActionId, Vec<(Moment, LanguageMap)>>, Fault> {
        Ok(HashMap::new())
    }

    /// Further tokens by which these actions are found.
    async fn tokens(
        &self,
        _conn: &DatabaseExecutor<'_>,
        _actions: &[ActionId],
    ) -> Result<HashMap<ActionId, Vec<String>>, Fault> {
        Ok(HashMap::new())
    }
}

/// What a public record is made of.
pub(super) struct Facts<'a> {
    pub action: &'a Action,
    pub key: String,
    /// What of its content everyone may see.
    pub content: Content,
    pub priorities: String,
    pub version: &'a Version,
    /// When it was last reported.
    pub fresh: Freshness,
    pub parties: &'a [&'a Government],
    pub summary: Option<LanguageMap>,
    pub partners: Vec<PublicPartner>,
    pub entered: Option<FromLetter>,
    pub redactions: Vec<Redaction>,
    /// What other rooms add to that by which it is found.
    pub added: Vec<String>,
}

/// How many people an action says it is for and has reached, by which kind of number and which group. A number that is
/// only said to be small is none.
fn numbers(content: &Content) -> Vec<(String, Option<u64>)> {
    let each = content.numbers.iter().flat_map(|(group, numbers)| {
        numbers.each().into_iter().filter_map(move |(which, count)| {
            let n = match count? {
                Count::Exactly(n) => Some(n),
                Count::Few(_) => None,
            };
            Some((format!("{which}/{}", group.word()), n))
        })
    });
    each.collect()
}

/// How large a government is, in four steps.
fn size(people: u64) -> &'static str {
    match people {
        0..50_000 => "small",
        50_000..250_000 => "middle",
        250_000..1_000_000 => "large",
        _ => "million",
    }
}

impl Facts<'_> {
    fn content(&self) -> &Content {
        &self.content
    }

    pub fn record(&self, versions: &[Version]) -> Result<PublicRecord, Fault> {
        let history = versions.iter().filter_map(PublicVersion::of);
        let body = PublicAction {
            content: self.content().clone(),
            stage: self.action.stage.word().to_owned(),
            since: self.action.since,
            hash: self.version.hash.to_string(),
            year: self.year(),
            priorities: self.priorities.clone(),
            invented_country: self.parties.iter().find_map(|party| party.profile.invented_country.clone()),
            summary: self.summary.clone(),
            history: history.collect(),
            partners: self.partners.clone(),
            entered: self.entered.clone(),
            redactions: self.redactions.clone(),
        };
        Ok(PublicRecord {
            kind: KIND.to_owned(),
            key: self.key.clone(),
            slug: self.slug(),
            card: self.card(),
            find: self.find(),
            body: serde_json::to_value(body)?,
        })
    }

    /// The words after the reference; the one under which every action has its history is taken.
    fn slug(&self) -> String {
        let slug = slug(self.title_or_lead());
        if slug == "history" { "action-history".to_owned() } else { slug }
    }

    fn title_or_lead(&self) -> &str {
        let title =
            self.content().title.as_ref().map(LanguageMap::original_text).filter(|text| !text.is_empty());
        let lead = || self.parties.first().map(|lead| lead.profile.name.original_text());
        title.or_else(lead).unwrap_or_default()
    }

    /// The year of the start, else of sending or entering.
    fn year(&self) -> i32 {
        self.content().year().unwrap_or_else(|| self.action.begun.year())
    }

    fn card(&self) -> Card {
        let content = self.content();
        let party = |one: &&Government| Party { name: one.profile.name.clone(), path: one.path() };
        Card {
            title: content.title.clone(),
            lead: content.sentence.clone().or_else(|| content.description.clone()),
            who: self.parties.iter().map(party).collect(),
            countries: self.countries(),
            when: (!content.when.is_unknown()).then_some(content.when),
            tiles: content.tokens().collect(),
            marks: self.marks(),
            updated: self.version.published.unwrap_or(self.version.at),
            fresh: Some(self.fresh),
        }
    }

    fn marks(&self) -> Vec<Mark> {
        let mark = |sign, key: &str| Mark { sign, key: key.to_owned(), args: Vec::new() };
        let mut marks = vec![match self.action.stage {
            Stage::OnFile => mark(Sign::OnFile, "actions-mark-on-file"),
            _ => mark(Sign::Verified, "actions-mark-published"),
        }];
        if let Some(status) = self.content().status {
            let sign = if status == Status::Fulfilled { Sign::Fulfilled } else { Sign::Going };
            marks.push(mark(sign, &format!("actions-status-{}", status.word())));
        }
        marks
    }

    fn countries(&self) -> Vec<String> {
        let leads = self.parties.iter().filter_map(|one| one.profile.country);
        let places = self.content().places.iter().filter_map(|place| place.country);
        let mut named: Vec<String> = Vec::new();
        for country in leads.chain(places) {
            if !named.iter().any(|one| one == country.as_str()) {
                named.push(country.as_str().to_owned());
            }
        }
        named
    }

    fn find(&self) -> Findable {
        let content = self.content();
        let texts = TextField::ALL.into_iter().filter_map(|field| content.text(field));
        let texts = texts
            .chain(self.summary.as_ref())
            .flat_map(LanguageMap::all)
            .map(|(tag, text)| (tag.clone(), text.text.clone()));
        let alts =
            content.pictures.iter().filter_map(|one| Some((content.language()?.clone(), one.alt.clone())));
        let texts = texts.chain(alts);
        let point = self.parties.first().and_then(|lead| lead.profile.point);
        Findable {
            texts: texts.filter(|(_, text)| !text.trim().is_empty()).collect(),
            names: self.names(),
            tokens: self.tokens(),
            when: self.action.since.unix(),
            sort_name: fold(self.title_or_lead()),
            point: point.or_else(|| content.places.iter().find_map(|place| place.point)),
            size: None,
            numbers: numbers(content),
        }
    }

    fn names(&self) -> Vec<String> {
        let mut names = vec![self.key.clone()];
        for party in self.parties {
            names.extend(party.profile.name.all().map(|(_, text)| text.text.clone()));
            names.extend(party.profile.aliases.iter().cloned());
            let invented = party.profile.invented_country.iter().flat_map(LanguageMap::all);
            names.extend(invented.map(|(_, text)| text.text.clone()));
        }
        for code in self.countries() {
            names
                .extend(countries::by_iso2(&code).into_iter().flat_map(|c| c.spellings().map(str::to_owned)));
        }
        names.extend(self.content().places.iter().map(|place| place.name.clone()));
        let listed = self.content().places.iter().filter_map(|place| place.geonames);
        let seats = self.parties.iter().filter_map(|party| party.profile.place);
        names.extend(listed.chain(seats).flat_map(gazetteer::spellings));
        names.sort();
        names.dedup();
        names
    }

    fn tokens(&self) -> Vec<String> {
        let content = self.content();
        let mut tokens: Vec<String> = content.tokens().collect();
        for country in self.countries() {
            let region = countries::by_iso2(&country).and_then(|country| country.region);
            tokens.extend(region.map(|region| format!("region/{region:03}")));
            tokens.push(format!("country/{country}"));
        }
        tokens.extend(content.status.map(|status| format!("status/{}", status.word())));
        tokens.push(format!("type/{}", content.nature.map_or("unknown", |nature| nature.word())));
        tokens.extend(content.for_whom.iter().map(|one| format!("for/{}", one.word())));
        for (group, told) in people(content) {
            tokens.extend(told.map(|people| format!("{group}/{}", people_code(people))));
        }
        let year = content.year().map_or_else(|| UNKNOWN.to_owned(), |year| year.to_string());
        tokens.push(format!("year/{year}"));
        tokens.extend(content.language().map(|tag| format!("lang/{}", tag.language())));
        tokens.push(format!("record/{}", self.action.stage.word()));
        tokens.extend(content.collection.iter().map(|name| format!("origin/{name}")));
        tokens.push(format!("said/{}", self.fresh.moment().year()));
        let people = self.parties.first().and_then(|lead| lead.profile.population);
        tokens.extend(people.map(|count| format!("size/{}", size(count.people))));
        tokens.extend(self.added.iter().cloned());
        for party in self.parties {
            tokens.push(format!("tier/{}", party.profile.tier.word()));
            tokens.push(format!("government/{}", party.reference));
            tokens.extend(party.profile.networks.iter().map(|name| register::networks::token(name)));
        }
        tokens.sort();
        tokens.dedup();
        tokens
    }
}

/// How many people are planned to be reached, and how many were counted and estimated: each by itself, over all groups.
/// Nothing where nobody said; no number where only fewer than ten are told of.
fn people(content: &Content) -> [(&'static str, Option<Option<u64>>); 3] {
    let sum = |count: fn(&Numbers) -> Option<Count>| {
        let told: Vec<Count> = content.numbers.values().filter_map(count).collect();
        let exact = told.iter().filter_map(|count| match count {
            Count::Exactly(n) => Some(*n),
            Count::Few(_) => None,
        });
        (!told.is_empty()).then(|| exact.reduce(u64::saturating_add))
    };
    [
        ("planned", sum(|numbers| numbers.planned)),
        ("counted", sum(|numbers| numbers.counted)),
        ("estimated", sum(|numbers| numbers.estimated)),
    ]
}
