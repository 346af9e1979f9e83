//! The editors' summaries.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use store::{Fault, Tx, canonical, many};
use vocabulary::{ActionId, LanguageMap, PersonId};

use super::rows::summary;

/// The summary of an action.
pub async fn of(conn: &impl ConnectionTrait, action: ActionId) -> Result<Option<LanguageMap>, Fault> {
    summary::Entity::find_by_id(action.uuid()).one(conn).await?.map(read).transpose()
}

/// The summaries of these actions, of those that have one.
pub async fn of_all(
    conn: &impl ConnectionTrait,
    actions: &[ActionId],
) -> Result<HashMap<ActionId, LanguageMap>, Fault> {
    let ids = actions.iter().map(|id| id.uuid()).collect();
    let rows = many::rows(conn, summary::Entity::find(), summary::Column::Action, ids).await?;
    rows.into_iter().map(|row| Ok((ActionId::from(row.action), read(row)?))).collect()
}

fn read(row: summary::Model) -> Result<LanguageMap, Fault> {
    let action = row.action;
    serde_json::from_str(&row.text)
        .map_err(|_| Fault::broken(format!("the stored summary of action {action} cannot be read")))
}

/// Keeps the summary of an action.
pub async fn save(tx: &Tx, action: ActionId, text: &LanguageMap, by: Option<PersonId>) -> Result<(), Fault> {
    let row = summary::ActiveModel {
        action: Set(action.uuid()),
        text: Set(canonical(text)?.0),
        by: Set(by.map(PersonId::uuid)),
        at: Set(tx.now().unix()),
    };
    use summary::Column::{Action, At, By, Text};
    let replace = OnConflict::column(Action).update_columns([Text, By, At]).to_owned();
    summary::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Takes the name of who wrote them off summaries: that person is erased.
pub async fn forget(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    summary::Entity::update_many()
        .col_expr(summary::Column::By, Expr::value(None::<vocabulary::Uuid>))
        .filter(summary::Column::By.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
