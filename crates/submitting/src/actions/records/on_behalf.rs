//! From what the desk entered actions on behalf of governments.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, many};
use vocabulary::{ActionId, FileId, Moment, PartialDate, PersonId};

use super::super::on_behalf::{EnteredFrom, OnBehalf};
use super::rows::on_behalf;

/// From what an action was entered, if it was.
pub async fn find(conn: &impl ConnectionTrait, action: ActionId) -> Result<Option<OnBehalf>, Fault> {
    on_behalf::Entity::find_by_id(action.uuid()).one(conn).await?.map(entered_of).transpose()
}

/// The same of several actions.
pub async fn of_all(
    conn: &impl ConnectionTrait,
    actions: impl IntoIterator<Item = ActionId>,
) -> Result<HashMap<ActionId, OnBehalf>, Fault> {
    let ids = actions.into_iter().map(ActionId::uuid).collect();
    let rows = many::rows(conn, on_behalf::Entity::find(), on_behalf::Column::Action, ids).await?;
    rows.into_iter().map(|row| entered_of(row).map(|one| (one.action, one))).collect()
}

/// Everything that was entered, newest first.
pub async fn all(conn: &impl ConnectionTrait) -> Result<Vec<OnBehalf>, Fault> {
    let rows = on_behalf::Entity::find().order_by_desc(on_behalf::Column::Action).all(conn).await?;
    rows.into_iter().map(entered_of).collect()
}

/// Adds one.
pub async fn add(tx: &Tx, kept: &OnBehalf) -> Result<(), Fault> {
    on_behalf::Entity::insert(row_of(kept)).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Keeps how one stands.
pub async fn save(tx: &Tx, kept: &OnBehalf) -> Result<(), Fault> {
    on_behalf::Entity::update(row_of(kept)).exec(tx.conn()).await?;
    Ok(())
}

/// Removes the addresses that a person wrote down: the person's data is erased.
pub async fn forget_addresses(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    on_behalf::Entity::update_many()
        .col_expr(on_behalf::Column::Address, Expr::value(String::new()))
        .filter(on_behalf::Column::By.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Removes what an action was entered from: it was never sent.
pub async fn discard(tx: &Tx, action: ActionId) -> Result<(), Fault> {
    on_behalf::Entity::delete_by_id(action.uuid()).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &OnBehalf) -> on_behalf::ActiveModel {
    on_behalf::ActiveModel {
        action: Set(kept.action.uuid()),
        source: Set(kept.from.word().to_owned()),
        dated: Set(kept.dated.to_string()),
        file: Set(kept.file.uuid()),
        address: Set(kept.address.clone()),
        lang: Set(kept.lang.clone()),
        by: Set(kept.by.uuid()),
        asked: Set(kept.asked.map(Moment::unix)),
        confirmed: Set(kept.confirmed.map(Moment::unix)),
        refused: Set(kept.refused.map(Moment::unix)),
    }
}

fn entered_of(row: on_behalf::Model) -> Result<OnBehalf, Fault> {
    let broken = || Fault::broken(format!("what action {} was entered from cannot be read", row.action));
    Ok(OnBehalf {
        action: ActionId::from(row.action),
        from: EnteredFrom::parse(&row.source).ok_or_else(broken)?,
        dated: PartialDate::parse(&row.dated).map_err(|_| broken())?,
        file: FileId::from(row.file),
        address: row.address.clone(),
        lang: row.lang.clone(),
        by: PersonId::from(row.by),
        asked: row.asked.map(Moment::from_unix),
        confirmed: row.confirmed.map(Moment::from_unix),
        refused: row.refused.map(Moment::from_unix),
    })
}
