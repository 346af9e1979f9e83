//! What the world may see of a cohort: what it is called and what it is, and its frozen figures. Which actions it has says
//! the public record of each action, by a token.

use std::collections::HashMap;

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseExecutor};
use serde::{Deserialize, Serialize};
use store::{Fault, Heard, Tx};
use vocabulary::{ActionId, LanguageMap};

use super::cohort::{Cohort, CohortId, Frozen};
use super::records;
use crate::actions::Adds;
use crate::register::{Card, Findable, PublicRecord, Said, Speaks};

/// The kind of a cohort's public record.
pub const KIND: &str = "cohort";

/// What a cohort's own page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Shown {
    /// Its figures as they were frozen, the oldest first.
    pub frozen: Vec<Frozen>,
}

/// The token by which the actions of a cohort are found.
pub fn token(slug: &str) -> String {
    format!("cohort/{slug}")
}

/// Says what is public of cohorts.
pub struct Voice;

#[async_trait]
impl Speaks for Voice {
    fn name(&self) -> &'static str {
        "cohorts"
    }

    async fn hears(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Said>>, Fault> {
        let mut said = Vec::with_capacity(facts.len());
        for fact in facts {
            let cohort = match fact.subject_kind.as_str() {
                KIND => records::find(tx.conn(), CohortId::from(fact.subject)).await?,
                _ => None,
            };
            said.push(say(tx.conn(), cohort.into_iter().collect()).await?);
        }
        Ok(said)
    }

    async fn all(
        &self,
        conn: &DatabaseConnection,
        after: Option<&str>,
        _most: u64,
    ) -> Result<Vec<Said>, Fault> {
        if after.is_some() {
            return Ok(Vec::new());
        }
        say(conn, records::all(conn).await?).await
    }
}

async fn say(conn: &impl ConnectionTrait, cohorts: Vec<Cohort>) -> Result<Vec<Said>, Fault> {
    let mut said = Vec::with_capacity(cohorts.len());
    for cohort in cohorts {
        let frozen = records::frozen(conn, cohort.id).await?;
        said.push(Said::Here(Box::new(record(&cohort, frozen)?)));
    }
    Ok(said)
}

fn record(cohort: &Cohort, frozen: Vec<Frozen>) -> Result<PublicRecord, Fault> {
    let updated = frozen.last().map_or(cohort.made, |frozen| frozen.at);
    let told = cohort.about.iter().flat_map(LanguageMap::all);
    Ok(PublicRecord {
        kind: KIND.to_owned(),
        key: cohort.slug.clone(),
        slug: String::new(),
        card: Card { title: Some(cohort.title.clone()), lead: cohort.about.clone(), ..Card::bare(updated) },
        find: Findable {
            texts: told.map(|(tag, text)| (tag.clone(), text.text.clone())).collect(),
            when: cohort.made.unix(),
            sort_name: vocabulary::fold(cohort.title.original_text()),
            ..Findable::default()
        },
        body: serde_json::to_value(Shown { frozen })?,
    })
}

#[async_trait]
impl Adds for Voice {
    async fn tokens(
        &self,
        conn: &DatabaseExecutor<'_>,
        actions: &[ActionId],
    ) -> Result<HashMap<ActionId, Vec<String>>, Fault> {
        let cohorts = records::of_actions(conn, actions).await?;
        let tokens = |all: Vec<String>| all.iter().map(|slug| token(slug)).collect();
        Ok(cohorts.into_iter().map(|(action, all)| (action, tokens(all))).collect())
    }
}
