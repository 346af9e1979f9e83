//! The voice of this room: says to the register what may be seen of actions, for many at once.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{DatabaseConnection, DatabaseExecutor};
use store::{Fault, Heard, Subject, Tx};
use vocabulary::{ActionId, GovernmentId, Reference};

use super::action::{Action, Stage};
use super::freshness::freshness;
use super::gathered::Gathered;
use super::history::{HISTORY, History, Redaction};
use super::public::{Adds, Facts, KIND};
use super::records;
use super::version::Version;
use crate::governments::{self, Families, Government, named_by};
use crate::register::{Said, Speaks};

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

    async fn hears(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Said>>, Fault> {
        let conn = DatabaseExecutor::from(tx.conn());
        let concerned = concerned(tx, facts).await?;
        // Each is spoken of once; whether it takes something back, each fact says by itself.
        let mut seen = HashSet::new();
        let once: Vec<&Action> = concerned.iter().flatten().filter(|action| seen.insert(action.id)).collect();
        let coarsened = facts.iter().filter(|fact| fact.kind == "action.published");
        let coarsened: Vec<ActionId> = coarsened.map(|fact| ActionId::from(fact.subject)).collect();
        let gathered = Gathered::read(&conn, &self.adds, &once, &coarsened).await?;
        let mut said = HashMap::new();
        for action in &once {
            said.insert(action.id, say(&conn, &gathered, action).await?);
        }
        let mut upon = Vec::with_capacity(facts.len());
        for (fact, actions) in facts.iter().zip(&concerned) {
            let mut now = Vec::new();
            for action in actions {
                now.extend(said.remove(&action.id).unwrap_or_default());
                // After what it says now, as that puts what it said before among the earlier days.
                let unsaid = takes_back(fact, gathered.versions(action.id));
                let key = action.reference.as_ref().filter(|_| unsaid).map(ToString::to_string);
                now.extend(key.map(|key| Said::Unsaid { kind: KIND.to_owned(), key }));
            }
            upon.push(now);
        }
        Ok(upon)
    }

    async fn all(
        &self,
        conn: &DatabaseConnection,
        after: Option<&str>,
        most: u64,
    ) -> Result<Vec<Said>, Fault> {
        let actions = records::actions::faced(conn, after.unwrap_or_default(), most).await?;
        let (conn, actions) = (DatabaseExecutor::from(conn), actions.iter().collect::<Vec<_>>());
        let gathered = Gathered::read(&conn, &self.adds, &actions, &[]).await?;
        let mut said = Vec::new();
        for action in actions {
            said.extend(say(&conn, &gathered, action).await?);
        }
        Ok(said)
    }
}

/// Whether a fact takes back what an action said of itself on earlier days: a redaction, a withdrawal that protects, a partner
/// that takes its confirmation back, and a version that shows a place by its district only, where one before it named the place.
fn takes_back(fact: &Heard, versions: &[Version]) -> bool {
    match fact.kind.as_str() {
        "action.redacted" | "action.protected" | "action.partner-taken-back" => true,
        "action.published" => {
            let shown = versions.iter().filter(|version| version.published.is_some());
            let coarse: Vec<bool> = shown.map(|version| version.content.coarse).collect();
            coarse.last().is_some_and(|stands| *stands) && coarse.contains(&false)
        }
        _ => false,
    }
}

/// The actions that each fact concerns: its own, or those of the government that it is about, of those merged into that,
/// and of the other one it names.
async fn concerned(tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Action>>, Fault> {
    let conn = tx.conn();
    let of_kind = |kind: &'static str| facts.iter().filter(move |fact| fact.subject_kind == kind);
    let own = of_kind(KIND).map(|fact| ActionId::from(fact.subject));
    let own = records::actions::by_ids(conn, own).await?;
    let named = of_kind(governments::public::KIND).flat_map(|fact| named_by(fact));
    let families = Families::whole(conn, named).await?;
    let known: Vec<GovernmentId> = families.ids().collect();
    let led = records::actions::of_governments(conn, &known).await?;
    let mut concerned = Vec::with_capacity(facts.len());
    for fact in facts {
        let mut actions: Vec<Action> = Vec::new();
        match fact.subject_kind.as_str() {
            KIND => actions.extend(own.get(&ActionId::from(fact.subject)).cloned()),
            governments::public::KIND => {
                let mut ids = Vec::new();
                for id in named_by(fact) {
                    ids.push(id);
                    ids.extend(families.ids_of(id)?);
                }
                let mut seen = HashSet::new();
                let all = ids.iter().filter_map(|id| led.get(id)).flatten();
                actions.extend(all.filter(|action| seen.insert(action.id)).cloned());
            }
            _ => {}
        }
        concerned.push(actions);
    }
    Ok(concerned)
}

/// What may be said of an action as it stands now.
async fn say(conn: &DatabaseExecutor<'_>, known: &Gathered, action: &Action) -> Result<Vec<Said>, Fault> {
    let Some(reference) = &action.reference else { return Ok(Vec::new()) };
    let versions = known.versions(action.id);
    match &action.stage {
        Stage::Published | Stage::OnFile => {}
        Stage::Withdrawn { reason } => return Ok(gone(action, reference, versions, reason.key())),
        Stage::Protected => return Ok(gone(action, reference, versions, "actions-gone-protected")),
        Stage::Draft
        | Stage::Sent
        | Stage::InAssessment
        | Stage::Returned { .. }
        | Stage::Declined { .. } => return Ok(Vec::new()),
    }
    let Some(current) = &action.current else { return Ok(Vec::new()) };
    let version = versions.iter().find(|version| version.n == current.n).ok_or_else(|| {
        Fault::broken(format!("version {} of action {} is not there", current.n, action.id))
    })?;
    let parties: Vec<&Government> = known.named(action)?;
    let hidden = match versions.iter().all(|one| one.content.pictures.is_empty()) {
        true => BTreeSet::new(),
        false => records::pictures::hidden(conn, action.id).await?,
    };
    let redactions = match version.content.redacted.is_empty() {
        true => Vec::new(),
        false => redactions(conn, action).await?,
    };
    let facts = Facts {
        action,
        key: reference.to_string(),
        content: version.content.for_public(&hidden),
        priorities: known.priorities(action.call),
        version,
        fresh: freshness(action, versions, version),
        parties: &parties,
        summary: known.summary(action.id),
        partners: known.partners(action.id),
        entered: known.entered(action.id),
        redactions,
        added: known.tokens(action.id),
    };
    let mut said = vec![Said::Here(Box::new(facts.record(versions)?))];
    match History::of(versions, known.wordings(action.id), &version.content, &hidden) {
        Some(history) => said.push(Said::Here(Box::new(history.record(&facts.key)?))),
        // Wordings of a summary that were taken away leave no history of them behind.
        None if facts.summary.is_some() => {
            said.push(Said::Nothing { kind: HISTORY.to_owned(), key: facts.key })
        }
        None => {}
    }
    Ok(said)
}

/// An action that is public no more, and its history with it.
fn gone(action: &Action, reference: &Reference, versions: &[Version], reason: &str) -> Vec<Said> {
    let several = versions.iter().filter(|version| version.published.is_some()).count() > 1;
    let gone = |kind: &str| Said::Gone {
        kind: kind.to_owned(),
        key: reference.to_string(),
        reason: reason.to_owned(),
        at: action.since,
    };
    // Of one version there is a history only where its summary was worded more than once.
    let unless = || Said::Nothing { kind: HISTORY.to_owned(), key: reference.to_string() };
    vec![gone(KIND), if several { gone(HISTORY) } else { unless() }]
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
