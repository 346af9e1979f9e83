//! Which pictures are hidden, and what was confirmed before a version was sent.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use store::{Fault, Tx};
use vocabulary::{ActionId, FileId, PersonId};

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
    for one in confirmed {
        let row = confirmation::ActiveModel {
            action: Set(action.uuid()),
            n: Set(n),
            what: Set(one.what.to_owned()),
            text_version: Set(one.version.to_owned()),
            sentence: Set(one.sentence.clone()),
            lang: Set(one.lang.code().to_owned()),
            by: Set(by.map(PersonId::uuid)),
            at: Set(tx.now().unix()),
        };
        confirmation::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}
