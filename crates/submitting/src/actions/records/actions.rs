//! Actions and their governments.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, ExprTrait, QueryOrder, QuerySelect, Statement};
use store::{Fault, Hash, Tx, many};
use vocabulary::{ActionId, CallId, GovernmentId, Moment, PersonId, Reference};

use super::super::action::{Action, Revision, Stage, VersionOf, WithdrawReason};
use super::super::may::Scope;
use super::rows::{action, government};

/// That a government takes part in an action.
pub struct TakesPart {
    /// Which.
    pub government: GovernmentId,
    /// Whether it does not lead.
    pub partner: bool,
    /// Whether it has confirmed that itself.
    pub confirmed: bool,
}

/// One action by its id.
pub async fn find(conn: &impl ConnectionTrait, id: ActionId) -> Result<Option<Action>, Fault> {
    action::Entity::find_by_id(id.uuid()).one(conn).await?.map(action_of).transpose()
}

/// One action by its reference.
pub async fn by_reference(
    conn: &impl ConnectionTrait,
    reference: &Reference,
) -> Result<Option<Action>, Fault> {
    let row =
        action::Entity::find().filter(action::Column::Reference.eq(reference.as_str())).one(conn).await?;
    row.map(action_of).transpose()
}

/// One action by the identity of the source it was entered from.
pub async fn by_identity(conn: &impl ConnectionTrait, identity: &str) -> Result<Option<Action>, Fault> {
    let row = action::Entity::find().filter(action::Column::SourceIdentity.eq(identity)).one(conn).await?;
    row.map(action_of).transpose()
}

/// Actions that have or had a public face, in the order of their references: after this one, at most so many.
pub async fn faced(conn: &impl ConnectionTrait, after: &str, most: u64) -> Result<Vec<Action>, Fault> {
    let rows = action::Entity::find()
        .filter(action::Column::Reference.gt(after))
        .filter(action::Column::Stage.is_in(["published", "on_file", "withdrawn", "protected"]))
        .order_by_asc(action::Column::Reference)
        .limit(most)
        .all(conn)
        .await?;
    rows.into_iter().map(action_of).collect()
}

/// Several actions by their ids.
pub async fn by_ids(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ActionId>,
) -> Result<HashMap<ActionId, Action>, Fault> {
    let ids = ids.into_iter().map(ActionId::uuid).collect();
    let rows = many::rows(conn, action::Entity::find(), action::Column::Id, ids).await?;
    rows.into_iter().map(|row| action_of(row).map(|one| (one.id, one))).collect()
}

/// The actions that several governments lead or take part in: under each, in the order in which they were begun.
pub async fn of_governments(
    conn: &impl ConnectionTrait,
    ids: &[GovernmentId],
) -> Result<HashMap<GovernmentId, Vec<Action>>, Fault> {
    let ids = ids.iter().map(|id| id.uuid()).collect();
    let mut lines = many::rows(conn, government::Entity::find(), government::Column::Government, ids).await?;
    lines.sort_unstable_by_key(|line| line.action);
    let all = by_ids(conn, lines.iter().map(|line| ActionId::from(line.action))).await?;
    let mut found: HashMap<GovernmentId, Vec<Action>> = HashMap::new();
    for line in lines {
        let action = all.get(&ActionId::from(line.action)).cloned();
        found.entry(GovernmentId::from(line.government)).or_default().extend(action);
    }
    Ok(found)
}

/// The actions within a scope, those that changed last first.
pub async fn within(conn: &impl ConnectionTrait, scope: &Scope) -> Result<Vec<Action>, Fault> {
    let asked = action::Entity::find().order_by_desc(action::Column::Since).order_by_desc(action::Column::Id);
    let asked = match scope {
        Scope::All => asked,
        Scope::Mine { person, confirmed, asked: requested } => {
            let led_by = |ids: &[GovernmentId]| action::Column::Lead.is_in(ids.iter().map(|id| id.uuid()));
            let begun = action::Column::Author.eq(person.uuid()).and(led_by(requested));
            asked.filter(led_by(confirmed).or(begun))
        }
        Scope::Public => asked.filter(action::Column::Stage.is_in(["published", "on_file"])),
    };
    asked.all(conn).await?.into_iter().map(action_of).collect()
}

/// The actions at one of these stages, those that changed last first, at most so many.
pub async fn staged(conn: &impl ConnectionTrait, stages: &[&str], most: u64) -> Result<Vec<Action>, Fault> {
    let rows = action::Entity::find()
        .filter(action::Column::Stage.is_in(stages.iter().copied()))
        .order_by_desc(action::Column::Since)
        .order_by_desc(action::Column::Id)
        .limit(most)
        .all(conn)
        .await?;
    rows.into_iter().map(action_of).collect()
}

/// The drafts never sent that were begun before a moment.
pub async fn drafts_begun_before(conn: &impl ConnectionTrait, moment: Moment) -> Result<Vec<Action>, Fault> {
    let rows = action::Entity::find()
        .filter(action::Column::Stage.eq("draft"))
        .filter(action::Column::Begun.lt(moment.unix()))
        .order_by_asc(action::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(action_of).collect()
}

/// Removes an action that was never sent.
pub async fn remove_unsent(tx: &Tx, id: ActionId) -> Result<(), Fault> {
    government::Entity::delete_many()
        .filter(government::Column::Action.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    action::Entity::delete_many()
        .filter(action::Column::Id.eq(id.uuid()))
        .filter(action::Column::Stage.eq("draft"))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The actions of which a version waits for the desk, oldest first.
pub async fn waiting(conn: &impl ConnectionTrait) -> Result<Vec<Action>, Fault> {
    let rows = action::Entity::find()
        .filter(action::Column::Stage.eq("sent").or(action::Column::Waiting.is_not_null()))
        .order_by_asc(action::Column::Since)
        .order_by_asc(action::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(action_of).collect()
}

/// The governments of an action: the lead first, then the partners in the order of their ids.
pub async fn governments(conn: &impl ConnectionTrait, id: ActionId) -> Result<Vec<GovernmentId>, Fault> {
    let rows = government::Entity::find()
        .filter(government::Column::Action.eq(id.uuid()))
        .order_by_asc(government::Column::Role)
        .order_by_asc(government::Column::Government)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| GovernmentId::from(row.government)).collect())
}

/// The governments of several actions, each as [`governments`] gives them, with whether it leads or has confirmed.
pub async fn governments_of(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ActionId>,
) -> Result<HashMap<ActionId, Vec<TakesPart>>, Fault> {
    let ids = ids.into_iter().map(ActionId::uuid).collect();
    let mut lines = many::rows(conn, government::Entity::find(), government::Column::Action, ids).await?;
    lines.sort_unstable_by(|one, other| (&one.role, one.government).cmp(&(&other.role, other.government)));
    let mut found: HashMap<ActionId, Vec<TakesPart>> = HashMap::new();
    for line in lines {
        found.entry(ActionId::from(line.action)).or_default().push(TakesPart {
            government: GovernmentId::from(line.government),
            partner: line.role == "partner",
            confirmed: line.confirmed.is_some(),
        });
    }
    Ok(found)
}

/// Adds an action with its governments. `title` is folded: the desk searches by it.
pub async fn add(
    tx: &Tx,
    kept: &Action,
    partners: &[GovernmentId],
    title: &str,
    identity: Option<&str>,
) -> Result<(), Fault> {
    let mut row = row_of(kept);
    row.folded_title = Set(vocabulary::fold(title));
    row.source_identity = Set(identity.map(str::to_owned));
    action::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    let line = |of: GovernmentId, role: &str| government::ActiveModel {
        action: Set(kept.id.uuid()),
        government: Set(of.uuid()),
        role: Set(role.to_owned()),
        confirmed: Set(None),
    };
    let mut lines = vec![line(kept.lead, "lead")];
    let mut named = vec![kept.lead];
    for partner in partners {
        if !named.contains(partner) {
            named.push(*partner);
            lines.push(line(*partner, "partner"));
        }
    }
    government::Entity::insert_many(lines).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Holds an action until the end of the transaction, so that two pages saved at once are merged one after the other.
pub async fn hold(tx: &Tx, id: ActionId) -> Result<(), Fault> {
    action::Entity::find_by_id(id.uuid()).lock_exclusive().one(tx.conn()).await?;
    Ok(())
}

/// Keeps how an action stands now.
pub async fn save(tx: &Tx, kept: &Action) -> Result<(), Fault> {
    changed(tx, row_of(kept)).await
}

/// Keeps how an action stands now, with the title by which the desk searches.
pub async fn save_titled(tx: &Tx, kept: &Action, title: &str) -> Result<(), Fault> {
    changed(tx, action::ActiveModel { folded_title: Set(vocabulary::fold(title)), ..row_of(kept) }).await
}

/// Keeps the title by which the desk searches.
pub async fn retitle(tx: &Tx, id: ActionId, title: &str) -> Result<(), Fault> {
    let row = action::ActiveModel {
        id: Set(id.uuid()),
        folded_title: Set(vocabulary::fold(title)),
        ..Default::default()
    };
    changed(tx, row).await
}

async fn changed(tx: &Tx, row: action::ActiveModel) -> Result<(), Fault> {
    action::Entity::update(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Keeps that the desk has decided upon an assessment.
pub async fn set_assessed(tx: &Tx, id: ActionId) -> Result<(), Fault> {
    let row = action::ActiveModel {
        id: Set(id.uuid()),
        assessed: Set(Some(tx.now().unix())),
        ..Default::default()
    };
    action::Entity::update(row).exec(tx.conn()).await?;
    Ok(())
}

/// Whether the desk has decided upon an assessment of an action.
pub async fn is_assessed(conn: &impl ConnectionTrait, id: ActionId) -> Result<bool, Fault> {
    let row = action::Entity::find_by_id(id.uuid()).one(conn).await?;
    Ok(row.is_some_and(|row| row.assessed.is_some()))
}

/// The next reference of a Call in a year. Within an act only: the journal's head makes sure that one counts at a time.
pub async fn next_reference(tx: &Tx, call: CallId, prefix: &str) -> Result<Reference, Fault> {
    let year = tx.now().year();
    let count = "INSERT INTO action_counter (call, year, last) VALUES ($1, $2, 1) \
                 ON CONFLICT (call, year) DO UPDATE SET last = action_counter.last + 1 RETURNING last";
    let values = [call.uuid().into(), i64::from(year).into()];
    let row = tx
        .conn()
        .query_one_raw(Statement::from_sql_and_values(tx.conn().get_database_backend(), count, values))
        .await?
        .ok_or_else(|| Fault::broken("the counter of actions does not count"))?;
    let last: i64 = row.try_get("", "last")?;
    let n =
        u32::try_from(last).map_err(|_| Fault::broken("the counter of actions has run over".to_owned()))?;
    Ok(Reference::yearly(prefix, year, n))
}

fn row_of(kept: &Action) -> action::ActiveModel {
    let words = match &kept.stage {
        Stage::Returned { reasons } | Stage::Declined { reasons } => Some(reasons.clone()),
        Stage::Withdrawn { reason } => Some(reason.word().to_owned()),
        _ => None,
    };
    let (waiting, waiting_words) = match &kept.revision {
        Some(Revision::Waiting(version)) => (Some(version.clone()), None),
        Some(Revision::Returned { reasons }) => (None, Some(reasons.clone())),
        None => (None, None),
    };
    action::ActiveModel {
        id: Set(kept.id.uuid()),
        call: Set(kept.call.uuid()),
        reference: Set(kept.reference.as_ref().map(ToString::to_string)),
        lead: Set(kept.lead.uuid()),
        author: Set(kept.author.map(PersonId::uuid)),
        stage: Set(kept.stage.word().to_owned()),
        since: Set(kept.since.unix()),
        current: Set(kept.current.as_ref().map(|version| version.n)),
        current_hash: Set(kept.current.as_ref().map(|version| version.hash.to_string())),
        waiting: Set(waiting.as_ref().map(|version| version.n)),
        waiting_hash: Set(waiting.as_ref().map(|version| version.hash.to_string())),
        waiting_words: Set(waiting_words),
        words: Set(words),
        begun: Set(kept.begun.unix()),
        ..Default::default()
    }
}

pub(super) fn action_of(row: action::Model) -> Result<Action, Fault> {
    let id = row.id;
    let broken = || Fault::broken(format!("the stored action {id} cannot be read"));
    let version = |n: Option<i64>, hash: Option<&str>| match (n, hash.and_then(Hash::parse)) {
        (Some(n), Some(hash)) => Some(VersionOf { n, hash }),
        _ => None,
    };
    let words = || row.words.clone().ok_or_else(broken);
    let stage = match row.stage.as_str() {
        "draft" => Stage::Draft,
        "sent" => Stage::Sent,
        "in_assessment" => Stage::InAssessment,
        "returned" => Stage::Returned { reasons: words()? },
        "declined" => Stage::Declined { reasons: words()? },
        "published" => Stage::Published,
        "on_file" => Stage::OnFile,
        "withdrawn" => {
            Stage::Withdrawn { reason: WithdrawReason::parse(&words()?).unwrap_or(WithdrawReason::Other) }
        }
        "protected" => Stage::Protected,
        _ => return Err(broken()),
    };
    let revision = match (version(row.waiting, row.waiting_hash.as_deref()), row.waiting_words.clone()) {
        (Some(version), _) => Some(Revision::Waiting(version)),
        (None, Some(reasons)) => Some(Revision::Returned { reasons }),
        (None, None) => None,
    };
    let reference = row.reference.as_deref().map(Reference::parse).transpose().map_err(|_| broken())?;
    Ok(Action {
        id: ActionId::from(row.id),
        call: CallId::from(row.call),
        reference,
        lead: GovernmentId::from(row.lead),
        author: row.author.map(PersonId::from),
        stage,
        since: Moment::from_unix(row.since),
        current: version(row.current, row.current_hash.as_deref()),
        revision,
        begun: Moment::from_unix(row.begun),
    })
}
