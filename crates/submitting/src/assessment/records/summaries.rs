//! The editors' summaries.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, IntoActiveModel, QueryOrder};
use store::{Fault, Tx, canonical, many};
use vocabulary::{ActionId, LanguageMap, Moment, PersonId};

use super::rows::{summary, wording};

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
    parsed(row.action, &row.text)
}

fn parsed(action: vocabulary::Uuid, text: &str) -> Result<LanguageMap, Fault> {
    serde_json::from_str(text)
        .map_err(|_| Fault::broken(format!("the stored summary of action {action} cannot be read")))
}

/// Every wording of the summaries of these actions, the oldest first, each with the moment since which it stood.
pub async fn wordings(
    conn: &impl ConnectionTrait,
    actions: &[ActionId],
) -> Result<HashMap<ActionId, Vec<(Moment, LanguageMap)>>, Fault> {
    let ids = actions.iter().map(|id| id.uuid()).collect();
    let select = wording::Entity::find().order_by_asc(wording::Column::N);
    let mut found: HashMap<ActionId, Vec<(Moment, LanguageMap)>> = HashMap::new();
    for row in many::rows(conn, select, wording::Column::Action, ids).await? {
        let text = parsed(row.action, &row.text)?;
        found.entry(row.action.into()).or_default().push((Moment::from_unix(row.at), text));
    }
    Ok(found)
}

/// Keeps a wording after those that there are. What stood before wordings were kept is the first of them.
async fn keep_wording(tx: &Tx, action: ActionId, text: &str) -> Result<(), Fault> {
    let of_it = wording::Entity::find().filter(wording::Column::Action.eq(action.uuid()));
    let last = of_it.order_by_desc(wording::Column::N).one(tx.conn()).await?;
    let mut rows = Vec::new();
    match &last {
        Some(last) if last.text == text => return Ok(()),
        Some(_) => {}
        None => {
            let stood = summary::Entity::find_by_id(action.uuid()).one(tx.conn()).await?;
            rows.extend(stood.filter(|row| row.text != text).map(|row| (row.text, row.at)));
        }
    }
    rows.push((text.to_owned(), tx.now().unix()));
    for (n, (text, at)) in (last.map_or(1, |last| last.n + 1)..).zip(rows) {
        let row = wording::Model { action: action.uuid(), n, text, at };
        wording::Entity::insert(row.into_active_model()).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Takes every wording of a summary away but the one that stands.
pub async fn forget_wordings(tx: &Tx, action: ActionId) -> Result<(), Fault> {
    let of_it = wording::Column::Action.eq(action.uuid());
    let last = wording::Entity::find().filter(of_it.clone()).order_by_desc(wording::Column::N);
    let Some(last) = last.one(tx.conn()).await? else { return Ok(()) };
    wording::Entity::delete_many()
        .filter(of_it)
        .filter(wording::Column::N.lt(last.n))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Keeps the summary of an action.
pub async fn save(tx: &Tx, action: ActionId, text: &LanguageMap, by: Option<PersonId>) -> Result<(), Fault> {
    keep_wording(tx, action, &canonical(text)?.0).await?;
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
