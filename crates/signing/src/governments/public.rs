//! What the world may see of a government, and by what it is found. The signature is another room's: it hands in, by
//! the wiring, what it [`Adds`].

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{DatabaseConnection, DatabaseExecutor};
use serde::{Deserialize, Serialize};
use store::{Fault, Heard, Tx};
use vocabulary::{GovernmentId, Iso2, LanguageMap, MandateId, gazetteer};

use super::faces::Face;
use super::government::{Government, Origin, Population, Tier};
use super::records::{self, Families};
use super::steps::{self, Step};
use crate::register::{self, Card, Findable, Mark, PublicRecord, Said, Sign, Speaks};

/// The kind of a government's public record.
pub const KIND: &str = "government";
/// The kind of the record that stands for a merged government: it only says where to go.
pub(super) const ALIAS: &str = "government_alias";

/// A room to the right that adds to a government's public record, such as the state of its signature.
#[async_trait]
pub trait Adds: Send + Sync {
    /// The governments about which these facts change what is added: by each fact, in their order.
    async fn concerns(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<GovernmentId>>, Fault>;

    /// What is added to these governments now: to each, in their order.
    async fn added(
        &self,
        conn: &DatabaseExecutor<'_>,
        families: &Families,
        governments: &[GovernmentId],
    ) -> Result<Vec<Added>, Fault>;
}

/// What a room adds to a government's public record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Added {
    /// Facet tokens.
    pub tokens: Vec<String>,
    /// A sign in words.
    pub mark: Option<Mark>,
    /// Whether it makes the government public by itself.
    pub weight: Weight,
    /// Those who signed for it, and those who govern it now.
    pub faces: Vec<Face>,
    /// What happened to it there, each with its day.
    pub steps: Vec<Step>,
}

/// Whether what a room adds makes the government public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// It is only shown where the government is public anyhow.
    #[default]
    Nothing,
    /// It is public by itself, and so is then the government.
    Public,
}

/// What a government's own page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Shown {
    pub name: LanguageMap,
    pub aliases: Vec<String>,
    pub tier: Tier,
    pub country: Option<Iso2>,
    pub invented_country: Option<LanguageMap>,
    pub place: Option<String>,
    pub population: Option<Population>,
    pub website: Option<String>,
    pub networks: Vec<String>,
    pub origin: Shows,
    pub source: Option<String>,
    pub marks: Vec<Mark>,
    #[serde(default)]
    pub faces: Vec<Face>,
    /// What happened to it in public.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// How the government came into the house, as far as the world may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Shows {
    /// Somebody acts for it under a confirmed mandate.
    Confirmed,
    /// From a public source, not confirmed.
    OnFile,
    /// The secretariat entered it.
    Desk,
    /// It is invented.
    Invented,
}

/// Says what is public of governments.
pub struct Voice {
    adds: Vec<Arc<dyn Adds>>,
}

impl Voice {
    /// A voice to which these rooms add.
    pub fn new(adds: Vec<Arc<dyn Adds>>) -> Self {
        Self { adds }
    }

    /// What is to be said of each of these governments.
    async fn say(
        &self,
        conn: &DatabaseExecutor<'_>,
        families: &Families,
        ids: &[GovernmentId],
    ) -> Result<Vec<Vec<Said>>, Fault> {
        let stands = |id: &&GovernmentId| families.by_id(**id).is_some_and(|one| one.merged_into.is_none());
        let own: Vec<GovernmentId> = ids.iter().filter(stands).copied().collect();
        let all = families.all_ids_of(&own)?;
        let acted_for = records::acted_for(conn, &all).await?;
        let facts = store::journal::of_all(conn, KIND, all.iter().map(|id| id.uuid())).await?;
        let mut added: HashMap<GovernmentId, Vec<Added>> = HashMap::new();
        for room in &self.adds {
            for (id, one) in own.iter().zip(room.added(conn, families, &own).await?) {
                added.entry(*id).or_default().push(one);
            }
        }
        let mut said = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(government) = families.by_id(*id) else {
                said.push(Vec::new());
                continue;
            };
            let confirmed = families.ids_of(*id)?.iter().any(|id| acted_for.contains(id));
            let added = added.remove(id).unwrap_or_default();
            let told = families.ids_of(*id)?;
            let told = told.iter().flat_map(|one| facts.get(&one.uuid()).into_iter().flatten());
            said.push(say_one(families, government, confirmed, added, &told.collect::<Vec<_>>())?);
        }
        Ok(said)
    }
}

/// What is to be said of one government: whether somebody has acted for it, what rooms add, and the facts about it and those
/// merged into it are known.
fn say_one(
    families: &Families,
    government: &Government,
    confirmed: bool,
    added: Vec<Added>,
    facts: &[&Heard],
) -> Result<Vec<Said>, Fault> {
    let key = government.reference.to_string();
    let nothing = Said::Nothing { kind: KIND.to_owned(), key };
    if government.merged_into.is_some() {
        let stays = families.canonical_of(government.id)?;
        let alias = stays.map(|stays| Said::Here(Box::new(alias(government, stays))));
        return Ok([Some(nothing), alias].into_iter().flatten().collect());
    }
    let shows = match government.origin {
        Origin::Invented => Some(Shows::Invented),
        _ if confirmed => Some(Shows::Confirmed),
        Origin::Source { .. } => Some(Shows::OnFile),
        Origin::Desk => Some(Shows::Desk),
        Origin::Proposed { .. } => {
            added.iter().any(|one| one.weight == Weight::Public).then_some(Shows::Confirmed)
        }
    };
    let Some(shows) = shows else { return Ok(vec![nothing]) };
    let own = steps::of_facts(government, shows, facts);
    Ok(vec![Said::Here(Box::new(record(government, shows, added, own)))])
}

#[async_trait]
impl Speaks for Voice {
    fn name(&self) -> &'static str {
        "governments"
    }

    async fn hears(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Said>>, Fault> {
        let of_mandates = facts.iter().filter(|fact| fact.subject_kind == "mandate");
        let mandates = of_mandates.map(|fact| MandateId::from(fact.subject));
        let mandates = records::named(tx.conn(), mandates).await?;
        let mut named: Vec<Vec<GovernmentId>> = Vec::with_capacity(facts.len());
        for fact in facts {
            named.push(match fact.subject_kind.as_str() {
                KIND => named_by(fact),
                "mandate" => mandates.get(&MandateId::from(fact.subject)).copied().into_iter().collect(),
                _ => Vec::new(),
            });
        }
        for room in &self.adds {
            for (named, more) in named.iter_mut().zip(room.concerns(tx, facts).await?) {
                named.extend(more);
            }
        }
        let conn = DatabaseExecutor::from(tx.conn());
        let families = Families::whole(&conn, named.iter().flatten().copied()).await?;
        let (mut seen, mut ids, mut upon) = (HashSet::new(), Vec::new(), Vec::new());
        for (n, named) in named.iter().enumerate() {
            for id in named {
                // What is added to an alias is shown with the government that it stands for.
                let canonical = families.canonical_of(*id)?.map(|government| government.id);
                for id in [Some(*id), canonical].into_iter().flatten().filter(|id| seen.insert(*id)) {
                    ids.push(id);
                    upon.push(n);
                }
            }
        }
        let mut said: Vec<Vec<Said>> = facts.iter().map(|_| Vec::new()).collect();
        for (n, more) in upon.into_iter().zip(self.say(&conn, &families, &ids).await?) {
            said[n].extend(more);
        }
        Ok(said)
    }

    async fn all(
        &self,
        conn: &DatabaseConnection,
        after: Option<&str>,
        most: u64,
    ) -> Result<Vec<Said>, Fault> {
        let governments = records::after(conn, after.unwrap_or_default(), most).await?;
        let ids: Vec<GovernmentId> = governments.iter().map(|government| government.id).collect();
        let conn = DatabaseExecutor::from(conn);
        let families = Families::whole(&conn, ids.iter().copied()).await?;
        Ok(self.say(&conn, &families, &ids).await?.into_iter().flatten().collect())
    }
}

/// The governments that a fact about one names: its own, and the other of a merger.
pub fn named_by(fact: &Heard) -> Vec<GovernmentId> {
    let other = fact.note.get("other").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
    [Some(GovernmentId::from(fact.subject)), other].into_iter().flatten().collect()
}

fn alias(from: &Government, into: &Government) -> PublicRecord {
    PublicRecord {
        kind: ALIAS.to_owned(),
        key: from.reference.to_string(),
        slug: into.slug(),
        card: Card::bare(from.entered),
        find: Findable::default(),
        body: serde_json::json!({ "path": into.path() }),
    }
}

fn record(government: &Government, shows: Shows, added: Vec<Added>, own: Vec<Step>) -> PublicRecord {
    let profile = &government.profile;
    let mut marks: Vec<Mark> = added.iter().filter_map(|one| one.mark.clone()).collect();
    if shows == Shows::OnFile && !marks.iter().any(|mark| mark.sign == Sign::OnFile) {
        marks.push(mark(Sign::OnFile, "governments-mark-on-file"));
    }
    let place = profile.place.and_then(gazetteer::by_id);
    let shown = Shown {
        name: profile.name.clone(),
        aliases: profile.aliases.clone(),
        tier: profile.tier,
        country: profile.country,
        invented_country: profile.invented_country.clone(),
        place: place.as_ref().map(|place| place.name.clone()),
        population: profile.population,
        website: profile.website.clone(),
        networks: profile.networks.clone(),
        origin: shows,
        source: match &government.origin {
            Origin::Source { address } => Some(address.clone()),
            Origin::Proposed { .. } | Origin::Desk | Origin::Invented => None,
        },
        marks: marks.clone(),
        faces: added.iter().flat_map(|one| one.faces.iter().cloned()).collect(),
        steps: own.iter().chain(added.iter().flat_map(|one| &one.steps)).cloned().collect(),
    };
    let updated = shown.steps.iter().map(|step| step.at).max().unwrap_or(government.entered);
    let mut tokens = tokens(government);
    tokens.extend(added.into_iter().flat_map(|one| one.tokens));
    PublicRecord {
        kind: KIND.to_owned(),
        key: government.reference.to_string(),
        slug: government.slug(),
        card: Card {
            title: Some(profile.name.clone()),
            lead: None,
            who: Vec::new(),
            countries: profile.country.iter().map(ToString::to_string).collect(),
            when: None,
            tiles: Vec::new(),
            marks,
            updated,
            fresh: None,
        },
        find: Findable {
            texts: Vec::new(),
            names: names(government),
            tokens,
            when: government.entered.unix(),
            sort_name: vocabulary::fold(profile.name.original_text()),
            point: profile.point,
            size: profile.population.and_then(|population| i64::try_from(population.people).ok()),
            numbers: Vec::new(),
        },
        body: serde_json::to_value(&shown).unwrap_or_default(),
    }
}

/// A sign in words, without arguments.
fn mark(sign: Sign, key: &str) -> Mark {
    Mark { sign, key: key.to_owned(), args: Vec::new() }
}

fn names(government: &Government) -> Vec<String> {
    let profile = &government.profile;
    let mut names: Vec<String> = profile.name.all().map(|(_, text)| text.text.clone()).collect();
    names.extend(profile.aliases.iter().cloned());
    names.push(government.reference.to_string());
    names.extend(profile.place.into_iter().flat_map(gazetteer::spellings));
    names.extend(country_names(government));
    names.sort();
    names.dedup();
    names
}

/// The names of a government's country in every language of the pages, and its other spellings.
pub fn country_names(government: &Government) -> Vec<String> {
    let country = government.profile.country.map(Iso2::country);
    let official = country.into_iter().flat_map(|country| country.spellings().map(str::to_owned));
    let invented = government.profile.invented_country.iter().flat_map(|names| names.all());
    official.chain(invented.map(|(_, text)| text.text.clone())).collect()
}

/// The facet tokens of where a government is: its country, and the M49 region of that.
pub fn where_tokens(government: &Government) -> Vec<String> {
    let Some(country) = government.profile.country else { return Vec::new() };
    let region = country.country().region.map(|region| format!("region/{region:03}"));
    [Some(format!("country/{country}")), region].into_iter().flatten().collect()
}

fn tokens(government: &Government) -> Vec<String> {
    let mut tokens = where_tokens(government);
    tokens.push(format!("tier/{}", government.profile.tier.word()));
    tokens.push(format!("government/{}", government.reference));
    tokens.extend(government.profile.networks.iter().map(|name| register::networks::token(name)));
    tokens
}
