//! Which pictures are hidden, and what was confirmed before a version was sent.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx};
use vocabulary::{ActionId, FileId, Moment, PersonId};

use super::super::send::Confirmed;
use super::rows::{confirmation, hidden};

/// The files of an action that nobody is to see.
pub async fn hidden(conn: &impl ConnectionTrait, action: ActionId) -> Result<BTreeSet<FileId>, Fault> {
    let rows = hidden::Entity::find().filter(hidden::Column::Action.eq(action.uuid())).all(conn).await?;
    Ok(rows.into_iter().map(|row| FileId::from(row.file)).collect())
}

/// Hides a file.
pub async fn hide(tx: &Tx, action: ActionId, file: FileId, by: Option<PersonId>) -> Result<(), Fault> {
    let row = hidden::ActiveModel {
        action: Set(action.uuid()),
        file: Set(file.uuid()),
        by: Set(by.map(PersonId::uuid)),
        at: Set(tx.now().unix()),
    };
    let twice = OnConflict::columns([hidden::Column::Action, hidden::Column::File]).do_nothing().to_owned();
    hidden::Entity::insert(row).on_conflict(twice).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Shows a file again.
pub async fn show(tx: &Tx, action: ActionId, file: FileId) -> Result<(), Fault> {
    hidden::Entity::delete_by_id((action.uuid(), file.uuid())).exec(tx.conn()).await?;
    Ok(())
}

/// Keeps what was confirmed before a version was sent.
pub async fn confirm(
    tx: &Tx,
    action: ActionId,
    n: i64,
    confirmed: &[Confirmed],
    by: Option<PersonId>,
) -> Result<(), Fault> {
    if confirmed.is_empty() {
        return Ok(());
    }
    let rows = confirmed.iter().map(|one| confirmation::ActiveModel {
        action: Set(action.uuid()),
        n: Set(n),
        what: Set(one.what.to_owned()),
        text_version: Set(one.version.to_owned()),
        sentence: Set(one.sentence.clone()),
        lang: Set(one.lang.code().to_owned()),
        by: Set(by.map(PersonId::uuid)),
        at: Set(tx.now().unix()),
    });
    confirmation::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A sentence that was confirmed, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The sentence as it was read.
    pub sentence: String,
    /// Its version.
    pub version: String,
    /// Its language as a tag.
    pub lang: String,
    /// When.
    pub at: Moment,
}

/// What was confirmed when a version, or the one that it corrects, was sent.
pub async fn confirmed(conn: &impl ConnectionTrait, action: ActionId, n: i64) -> Result<Vec<Given>, Fault> {
    let rows = confirmation::Entity::find()
        .filter(confirmation::Column::Action.eq(action.uuid()))
        .filter(confirmation::Column::N.lte(n))
        .order_by_desc(confirmation::Column::N)
        .order_by_asc(confirmation::Column::What)
        .all(conn)
        .await?;
    let latest = rows.first().map(|row| row.n);
    let given = |row: confirmation::Model| Given {
        sentence: row.sentence,
        version: row.text_version,
        lang: row.lang,
        at: Moment::from_unix(row.at),
    };
    Ok(rows.into_iter().filter(|row| Some(row.n) == latest).map(given).collect())
}
