//! The rows of those who govern.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, canonical, many};
use vocabulary::{FileId, GovernmentId, Moment, PartialDate};

use crate::declarations::leader::{Leader, Portrait};
use crate::governments;

mod leader {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "leader")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub government: Uuid,
        pub name: String,
        pub title: Option<String>,
        pub function: String,
        pub since: Option<String>,
        pub until: Option<String>,
        pub portrait: Option<Uuid>,
        pub alt: Option<String>,
        pub credit: Option<String>,
        pub quote: Option<String>,
        pub consent: String,
        pub changed: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Those who govern, of this government and of those merged into it, the first that were named first.
pub async fn of_government(
    conn: &impl ConnectionTrait,
    government: GovernmentId,
) -> Result<Vec<Leader>, Fault> {
    let ids = governments::ids_of(conn, government).await?;
    let rows = leader::Entity::find()
        .filter(leader::Column::Government.is_in(ids.into_iter().map(GovernmentId::uuid)))
        .order_by_asc(leader::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(leader_of).collect()
}

/// Those who govern several governments, each under the id for which it was named.
pub async fn of_governments(
    conn: &impl ConnectionTrait,
    ids: &[GovernmentId],
) -> Result<HashMap<GovernmentId, Vec<Leader>>, Fault> {
    let mut found: HashMap<GovernmentId, Vec<Leader>> = HashMap::new();
    let ids = ids.iter().map(|id| id.uuid()).collect();
    for row in many::rows(conn, leader::Entity::find(), leader::Column::Government, ids).await? {
        let one = leader_of(row)?;
        found.entry(one.government).or_default().push(one);
    }
    Ok(found)
}

/// One of them.
pub async fn by_id(conn: &impl ConnectionTrait, id: Uuid) -> Result<Option<Leader>, Fault> {
    leader::Entity::find_by_id(id).one(conn).await?.map(leader_of).transpose()
}

/// Whose portrait a file is.
pub async fn with_portrait(conn: &impl ConnectionTrait, file: FileId) -> Result<Option<Leader>, Fault> {
    let row = leader::Entity::find().filter(leader::Column::Portrait.eq(file.uuid())).one(conn).await?;
    row.map(leader_of).transpose()
}

/// Keeps one in the place of what was kept under the same id.
pub(in crate::declarations) async fn save(tx: &Tx, kept: &Leader) -> Result<(), Fault> {
    leader::Entity::delete_by_id(kept.id).exec(tx.conn()).await?;
    leader::Entity::insert(row_of(kept)?).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Removes one whole.
pub(in crate::declarations) async fn remove(tx: &Tx, id: Uuid) -> Result<(), Fault> {
    leader::Entity::delete_by_id(id).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Leader) -> Result<leader::ActiveModel, Fault> {
    let portrait = kept.portrait.as_ref();
    Ok(leader::ActiveModel {
        id: Set(kept.id),
        government: Set(kept.government.uuid()),
        name: Set(kept.name.clone()),
        title: Set(kept.title.clone()),
        function: Set(kept.function.clone()),
        since: Set(kept.since.map(|date| date.to_string())),
        until: Set(kept.until.map(|date| date.to_string())),
        portrait: Set(portrait.map(|portrait| portrait.file.uuid())),
        alt: Set(portrait.map(|portrait| portrait.alt.clone())),
        credit: Set(portrait.map(|portrait| portrait.credit.clone())),
        quote: Set(kept.quote.as_ref().map(canonical).transpose()?.map(|(text, _)| text)),
        consent: Set(canonical(&kept.consent)?.0),
        changed: Set(kept.changed.unix()),
    })
}

fn leader_of(row: leader::Model) -> Result<Leader, Fault> {
    let broken = || Fault::broken(format!("the stored leader {} cannot be read", row.id));
    let date =
        |text: &Option<String>| text.as_deref().map(PartialDate::parse).transpose().map_err(|_| broken());
    let portrait = match (row.portrait, &row.alt, &row.credit) {
        (Some(file), Some(alt), Some(credit)) => {
            Some(Portrait { file: FileId::from(file), alt: alt.clone(), credit: credit.clone() })
        }
        _ => None,
    };
    Ok(Leader {
        id: row.id,
        government: GovernmentId::from(row.government),
        name: row.name.clone(),
        title: row.title.clone(),
        function: row.function.clone(),
        since: date(&row.since)?,
        until: date(&row.until)?,
        portrait,
        quote: row.quote.as_deref().map(serde_json::from_str).transpose().map_err(|_| broken())?,
        consent: serde_json::from_str(&row.consent).map_err(|_| broken())?,
        changed: Moment::from_unix(row.changed),
    })
}
