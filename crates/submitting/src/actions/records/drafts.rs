//! Drafts, one row a topic, and the private contact.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, FromQueryResult, QuerySelect, Statement};
use store::{Fault, Tx, canonical};
use vocabulary::{ActionId, Moment, PersonId};

use super::super::action::Action;
use super::super::draft::{Draft, Drafts};
use super::super::topic::Topic;
use super::rows::{action, contact, draft, warning};

/// Whom the desk may ask about an action: private, never part of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionContact {
    /// The name as it was written.
    pub name: String,
    /// The address as it was written.
    pub address: String,
}

/// The draft of an action by topic; empty where nothing is being drafted.
pub async fn of(conn: &impl ConnectionTrait, action: ActionId) -> Result<Drafts, Fault> {
    let rows = draft::Entity::find().filter(draft::Column::Action.eq(action.uuid())).all(conn).await?;
    let mut drafts = BTreeMap::new();
    for row in rows {
        let Some(topic) = Topic::parse(&row.topic) else { continue };
        drafts.insert(topic, draft_of(action, row.version, &row.answers, row.kept.as_deref())?);
    }
    Ok(Drafts(drafts))
}

/// An action as it stands now, held until the end of the transaction, and its draft of one topic: an untouched one where
/// nothing was written.
pub async fn hold(tx: &Tx, id: ActionId, topic: Topic) -> Result<Option<(Action, Draft)>, Fault> {
    let lock = if tx.store().is_one_file() { "" } else { " FOR UPDATE OF a" };
    let select = format!(
        "SELECT a.*, d.version AS d_version, d.answers AS d_answers, d.kept AS d_kept FROM action a \
         LEFT JOIN action_draft d ON d.action = a.id AND d.topic = $2 WHERE a.id = $1{lock}"
    );
    let values = [id.uuid().into(), topic.word().into()];
    let statement = Statement::from_sql_and_values(tx.conn().get_database_backend(), select, values);
    let Some(row) = tx.conn().query_one_raw(statement).await? else { return Ok(None) };
    let action = super::actions::action_of(action::Model::from_query_result(&row, "")?)?;
    let version: Option<i64> = row.try_get("d_", "version")?;
    let Some(version) = version else { return Ok(Some((action, Draft::default()))) };
    let (answers, kept): (String, Option<String>) =
        (row.try_get("d_", "answers")?, row.try_get("d_", "kept")?);
    Ok(Some((action, draft_of(id, version, &answers, kept.as_deref())?)))
}

fn draft_of(action: ActionId, version: i64, answers: &str, kept: Option<&str>) -> Result<Draft, Fault> {
    let broken = || Fault::broken(format!("the draft of action {action} cannot be read"));
    let fields = serde_json::from_str(answers).map_err(|_| broken())?;
    let kept = kept.map(serde_json::from_str).transpose().map_err(|_| broken())?;
    Ok(Draft { version, fields, kept: kept.unwrap_or_default() })
}

/// Keeps one topic of a draft.
pub async fn save(
    tx: &Tx,
    action: ActionId,
    topic: Topic,
    kept: &Draft,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let clashes = if kept.kept.is_empty() { None } else { Some(canonical(&kept.kept)?.0) };
    let row = draft::ActiveModel {
        action: Set(action.uuid()),
        topic: Set(topic.word().to_owned()),
        version: Set(kept.version),
        answers: Set(canonical(&kept.fields)?.0),
        kept: Set(clashes),
        by: Set(by.map(PersonId::uuid)),
        at: Set(tx.now().unix()),
    };
    use draft::Column::{Action, Answers, At, By, Kept, Topic as Named, Version};
    let replace =
        OnConflict::columns([Action, Named]).update_columns([Version, Answers, Kept, By, At]).to_owned();
    draft::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Removes the draft of an action: it was sent.
pub async fn clear(tx: &Tx, action: ActionId) -> Result<(), Fault> {
    draft::Entity::delete_many().filter(draft::Column::Action.eq(action.uuid())).exec(tx.conn()).await?;
    Ok(())
}

/// The private contact of an action.
pub async fn contact(conn: &impl ConnectionTrait, action: ActionId) -> Result<Option<ActionContact>, Fault> {
    let row = contact::Entity::find_by_id(action.uuid()).one(conn).await?;
    Ok(row.map(|row| ActionContact { name: row.name, address: row.address }))
}

/// Keeps the private contact of an action.
pub async fn keep_contact(
    tx: &Tx,
    action: ActionId,
    kept: ActionContact,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let row = contact::ActiveModel {
        action: Set(action.uuid()),
        address_print: Set(print_of(&kept.address)),
        name: Set(kept.name),
        address: Set(kept.address),
        by: Set(by.map(PersonId::uuid)),
    };
    use contact::Column::{Action, Address, AddressPrint, By, Name};
    let replace = OnConflict::column(Action).update_columns([Name, Address, AddressPrint, By]).to_owned();
    contact::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The hash of an address as it was typed.
fn print_of(address: &str) -> Option<String> {
    post::Address::parse(address).ok().map(|address| address.fingerprint())
}

/// Removes the contacts that a person wrote, in drafts too, and those that others typed with the person's address: the
/// person's data is erased.
pub async fn forget_contacts(tx: &Tx, person: PersonId, print: Option<&str>) -> Result<(), Fault> {
    contact::Entity::delete_many().filter(contact::Column::By.eq(person.uuid())).exec(tx.conn()).await?;
    draft::Entity::delete_many()
        .filter(draft::Column::Topic.eq(Topic::Contact.word()))
        .filter(draft::Column::By.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    let Some(print) = print else { return Ok(()) };
    contact::Entity::delete_many().filter(contact::Column::AddressPrint.eq(print)).exec(tx.conn()).await?;
    let older =
        contact::Entity::find().filter(contact::Column::AddressPrint.is_null()).all(tx.conn()).await?;
    for row in older.into_iter().filter(|row| print_of(&row.address).as_deref() == Some(print)) {
        contact::Entity::delete_by_id(row.action).exec(tx.conn()).await?;
    }
    let drafts =
        draft::Entity::find().filter(draft::Column::Topic.eq(Topic::Contact.word())).all(tx.conn()).await?;
    for row in drafts.into_iter().filter(|row| names(&row.answers, row.kept.as_deref(), print)) {
        draft::Entity::delete_by_id((row.action, row.topic)).exec(tx.conn()).await?;
    }
    Ok(())
}

/// Whether a draft of a contact holds an address, or remembers it.
fn names(answers: &str, kept: Option<&str>, print: &str) -> bool {
    let texts =
        [Some(answers), kept].into_iter().flatten().filter_map(|text| serde_json::from_str(text).ok());
    let mut left: Vec<serde_json::Value> = texts.collect();
    while let Some(value) = left.pop() {
        match value {
            serde_json::Value::String(text) if print_of(&text).as_deref() == Some(print) => return true,
            serde_json::Value::Array(values) => left.extend(values),
            serde_json::Value::Object(values) => left.extend(values.into_iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    false
}

/// The actions never sent that were begun before a moment and not touched since, each with when its author was warned. A
/// warning from before the last touch warns of nothing any more.
pub async fn untouched(tx: &Tx, since: Moment) -> Result<Vec<(Action, Option<Moment>)>, Fault> {
    let mut found = Vec::new();
    for action in super::actions::drafts_begun_before(tx.conn(), since).await? {
        let last: Option<Option<i64>> = draft::Entity::find()
            .select_only()
            .column_as(draft::Column::At.max(), "last")
            .filter(draft::Column::Action.eq(action.id.uuid()))
            .into_tuple()
            .one(tx.conn())
            .await?;
        let touched = last.flatten().unwrap_or(action.begun.unix());
        if touched < since.unix() {
            let warned = warning::Entity::find_by_id(action.id.uuid()).one(tx.conn()).await?;
            let warned = warned.map(|row| row.at).filter(|at| *at > touched);
            found.push((action, warned.map(Moment::from_unix)));
        }
    }
    Ok(found)
}

/// Notes that the author of a draft was warned.
pub async fn warned(tx: &Tx, action: ActionId) -> Result<(), Fault> {
    let row = warning::ActiveModel { action: Set(action.uuid()), at: Set(tx.now().unix()) };
    let again = OnConflict::column(warning::Column::Action).update_column(warning::Column::At).to_owned();
    warning::Entity::insert(row).on_conflict(again).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Removes an action that was never sent, with its answers and its contact.
pub async fn discard(tx: &Tx, action: ActionId) -> Result<(), Fault> {
    clear(tx, action).await?;
    super::partners::discard(tx, action).await?;
    super::clearance::discard(tx, action).await?;
    super::on_behalf::discard(tx, action).await?;
    warning::Entity::delete_by_id(action.uuid()).exec(tx.conn()).await?;
    contact::Entity::delete_by_id(action.uuid()).exec(tx.conn()).await?;
    super::actions::remove_unsent(tx, action).await
}
