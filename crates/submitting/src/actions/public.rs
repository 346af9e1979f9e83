//! What the world may see of an action, said to the register: the only place where an action becomes public.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{DatabaseConnection, DatabaseExecutor};
use serde::{Deserialize, Serialize};
use store::{Fault, Heard, Subject, Tx};
use vocabulary::{ActionId, GovernmentId, LanguageMap, Moment, Reference, countries, fold, gazetteer, slug};

use super::action::{Action, Stage};
use super::content::{Content, Status, TextField};
use super::history::{HISTORY, History, Redaction};
use super::on_behalf::FromLetter;
use super::partners::{self, PublicPartner};
use super::records;
use super::telling::{Count, Numbers};
use super::version::{Version, VersionOrigin};
use crate::calls;
use crate::governments::{self, Government};
use crate::register::facets::people_code;
use crate::register::{self, Card, Findable, Mark, Party, PublicRecord, Said, Sign, Speaks};

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
    /// The summary that an editor has written of an action, if one has.
    async fn summary(
        &self,
        conn: &DatabaseExecutor<'_>,
        action: ActionId,
    ) -> Result<Option<LanguageMap>, Fault>;

    /// Further tokens by which an action is found.
    async fn tokens(&self, _conn: &DatabaseExecutor<'_>, _action: ActionId) -> Result<Vec<String>, Fault> {
        Ok(Vec::new())
    }
}

/// The voice of this room, to which others may add.
pub struct Speaker {
    adds: Vec<Arc<dyn Adds>>,
}

impl Speaker {
    /// A voice to which these rooms add.
    pub fn new(adds: Vec<Arc<dyn Adds>>) -> Speaker {
        Speaker { adds }
    }
}

#[async_trait]
impl Speaks for Speaker {
    fn name(&self) -> &'static str {
        "actions"
    }

    async fn hears(&self, tx: &Tx, fact: &Heard) -> Result<Vec<Said>, Fault> {
        let actions = match fact.subject_kind.as_str() {
            "action" => {
                records::actions::find(tx.conn(), ActionId::from(fact.subject)).await?.into_iter().collect()
            }
            "government" => of_governments(tx, fact).await?,
            _ => Vec::new(),
        };
        let mut said = Vec::new();
        for action in actions {
            let unsaid = takes_back(tx, fact, &action).await?;
            said.extend(self.say(&DatabaseExecutor::from(tx.conn()), &action).await?);
            // After what it says now, as that puts what it said before among the earlier days.
            let key = action.reference.as_ref().filter(|_| unsaid).map(ToString::to_string);
            said.extend(key.map(|key| Said::Unsaid { kind: KIND.to_owned(), key }));
        }
        Ok(said)
    }

    async fn all(
        &self,
        conn: &DatabaseConnection,
        after: Option<&str>,
        most: u64,
    ) -> Result<Vec<Said>, Fault> {
        let mut said = Vec::new();
        for action in records::actions::faced(conn, after.unwrap_or_default(), most).await? {
            said.extend(self.say(&DatabaseExecutor::from(conn), &action).await?);
        }
        Ok(said)
    }
}

/// Whether a fact takes back what an action said of itself on earlier days: a redaction, a withdrawal that protects, and a
/// version that shows a place by its district only, where one before it named the place.
async fn takes_back(tx: &Tx, fact: &Heard, action: &Action) -> Result<bool, Fault> {
    Ok(match fact.kind.as_str() {
        "action.redacted" | "action.protected" => true,
        "action.published" => {
            let versions = records::versions::all(tx.conn(), action.id).await?;
            let shown = versions.iter().filter(|version| version.published.is_some());
            let coarse: Vec<bool> = shown.map(|version| version.content.coarse).collect();
            coarse.last().is_some_and(|stands| *stands) && coarse.contains(&false)
        }
        _ => false,
    })
}

/// The actions of the government that a fact is about, of those merged into it, and of the other one it names.
async fn of_governments(tx: &Tx, fact: &Heard) -> Result<Vec<Action>, Fault> {
    let other = fact.note.get("other").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
    let mut ids: Vec<GovernmentId> = Vec::new();
    for id in [Some(GovernmentId::from(fact.subject)), other].into_iter().flatten() {
        ids.push(id);
        ids.extend(governments::ids_of(tx.conn(), id).await?);
    }
    let mut actions: Vec<Action> = Vec::new();
    for id in ids {
        for action in records::actions::of_government(tx.conn(), id).await? {
            if !actions.iter().any(|one| one.id == action.id) {
                actions.push(action);
            }
        }
    }
    Ok(actions)
}

impl Speaker {
    /// What may be said of an action as it stands now.
    async fn say(&self, conn: &DatabaseExecutor<'_>, action: &Action) -> Result<Vec<Said>, Fault> {
        let Some(reference) = &action.reference else { return Ok(Vec::new()) };
        match &action.stage {
            Stage::Published | Stage::OnFile => {}
            Stage::Withdrawn { reason } => return gone(conn, action, reference, reason.key()).await,
            Stage::Protected => return gone(conn, action, reference, "actions-gone-protected").await,
            Stage::Draft
            | Stage::Sent
            | Stage::InAssessment
            | Stage::Returned { .. }
            | Stage::Declined { .. } => return Ok(Vec::new()),
        }
        let Some(current) = &action.current else { return Ok(Vec::new()) };
        let version = records::versions::get(conn, action.id, current).await?;
        let parties = partners::named_governments(conn, action).await?;
        let partners = partners::confirmed(conn, action.id).await?;
        let entered = records::on_behalf::find(conn, action.id).await?.and_then(FromLetter::of);
        let versions = records::versions::all(conn, action.id).await?;
        let (mut summary, mut added) = (None, Vec::new());
        for room in &self.adds {
            summary = room.summary(conn, action.id).await?.or(summary);
            added.extend(room.tokens(conn, action.id).await?);
        }
        let hidden = match versions.iter().all(|one| one.content.pictures.is_empty()) {
            true => BTreeSet::new(),
            false => records::pictures::hidden(conn, action.id).await?,
        };
        let redactions = match version.content.redacted.is_empty() {
            true => Vec::new(),
            false => redactions(conn, action).await?,
        };
        let call = calls::by_id(conn, action.call).await?;
        let facts = Facts {
            action,
            key: reference.to_string(),
            content: version.content.for_public(&hidden),
            priorities: call.map(|call| call.priorities).unwrap_or_default(),
            version: &version,
            parties: &parties,
            summary,
            partners,
            entered,
            redactions,
            added,
        };
        let mut said = vec![Said::Here(Box::new(facts.record(&versions)?))];
        if let Some(history) = History::of(&versions, &version.content, &hidden) {
            said.push(Said::Here(Box::new(history.record(&facts.key)?)));
        }
        Ok(said)
    }
}

/// An action that is public no more, and its history with it.
async fn gone(
    conn: &DatabaseExecutor<'_>,
    action: &Action,
    reference: &Reference,
    reason: &str,
) -> Result<Vec<Said>, Fault> {
    let versions = records::versions::all(conn, action.id).await?;
    let several = versions.iter().filter(|version| version.published.is_some()).count() > 1;
    let kinds = [Some(KIND), several.then_some(HISTORY)].into_iter().flatten();
    let gone = |kind: &str| Said::Gone {
        kind: kind.to_owned(),
        key: reference.to_string(),
        reason: reason.to_owned(),
        at: action.since,
    };
    Ok(kinds.map(gone).collect())
}

/// What was taken out of every version, and when, as the journal knows it.
async fn redactions(conn: &DatabaseExecutor<'_>, action: &Action) -> Result<Vec<Redaction>, Fault> {
    let told = store::journal::of(conn, Subject::new(KIND, action.id)).await?;
    let redaction = |fact: Heard| {
        let field = fact.note.get("field").and_then(|field| field.as_str())?.to_owned();
        (fact.kind == "action.redacted").then_some(Redaction { field, at: fact.at })
    };
    Ok(told.into_iter().filter_map(redaction).collect())
}

/// What a public record is made of.
struct Facts<'a> {
    action: &'a Action,
    key: String,
    /// What of its content everyone may see.
    content: Content,
    priorities: String,
    version: &'a Version,
    parties: &'a [Government],
    summary: Option<LanguageMap>,
    partners: Vec<PublicPartner>,
    entered: Option<FromLetter>,
    redactions: Vec<Redaction>,
    /// What other rooms add to that by which it is found.
    added: Vec<String>,
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

    fn record(&self, versions: &[Version]) -> Result<PublicRecord, Fault> {
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
        let party = |one: &Government| Party { name: one.profile.name.clone(), path: one.path() };
        Card {
            title: content.title.clone(),
            lead: content.sentence.clone().or_else(|| content.description.clone()),
            who: self.parties.iter().map(party).collect(),
            countries: self.countries(),
            when: (!content.when.is_unknown()).then_some(content.when),
            tiles: content.tokens().collect(),
            marks: self.marks(),
            updated: self.version.published.unwrap_or(self.version.at),
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
        tokens.push(format!("year/{}", self.year()));
        tokens.extend(content.language().map(|tag| format!("lang/{}", tag.language())));
        tokens.push(format!("record/{}", self.action.stage.word()));
        tokens.extend(content.collection.iter().map(|name| format!("origin/{name}")));
        let said = self.version.published.unwrap_or(self.version.at);
        tokens.push(format!("said/{}", said.year()));
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

/// How many people are planned to be reached, and how many were counted: each by itself, over all groups. Nothing where
/// nobody said; no number where only fewer than ten are told of.
fn people(content: &Content) -> [(&'static str, Option<Option<u64>>); 2] {
    let sum = |count: fn(&Numbers) -> Option<Count>| {
        let told: Vec<Count> = content.numbers.values().filter_map(count).collect();
        let exact = told.iter().filter_map(|count| match count {
            Count::Exactly(n) => Some(*n),
            Count::Few(_) => None,
        });
        (!told.is_empty()).then(|| exact.reduce(u64::saturating_add))
    };
    [("planned", sum(|numbers| numbers.planned)), ("counted", sum(|numbers| numbers.counted))]
}
