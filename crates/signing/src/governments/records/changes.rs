//! Changes that wait for the desk, and what became of them.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, canonical};
use vocabulary::{GovernmentId, Moment, PersonId, RequestId};

use super::{ids_of, with_governments};
use crate::governments::change::{Change, ChangeState};
use crate::governments::government::Government;

mod row {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "government_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub government: Uuid,
        pub person: Uuid,
        pub asked: i64,
        pub what: String,
        pub state: String,
        pub answered: Option<i64>,
        pub answered_by: Option<Uuid>,
        pub reason: Option<String>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// One change.
pub async fn change(conn: &impl ConnectionTrait, id: RequestId) -> Result<Option<Change>, Fault> {
    row::Entity::find_by_id(id.uuid()).one(conn).await?.map(change_of).transpose()
}

/// The changes asked for a government and those merged into it, newest first.
pub async fn changes_for(conn: &impl ConnectionTrait, id: GovernmentId) -> Result<Vec<Change>, Fault> {
    let ids = ids_of(conn, id).await?;
    let rows = row::Entity::find()
        .filter(row::Column::Government.is_in(ids.into_iter().map(GovernmentId::uuid)))
        .order_by_desc(row::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(change_of).collect()
}

/// The changes that wait for the desk, oldest first, each with its government.
pub async fn changes_waiting(conn: &impl ConnectionTrait) -> Result<Vec<(Change, Government)>, Fault> {
    let rows = row::Entity::find()
        .filter(row::Column::State.eq("asked"))
        .order_by_asc(row::Column::Asked)
        .order_by_asc(row::Column::Id)
        .all(conn)
        .await?;
    let changes = rows.into_iter().map(change_of).collect::<Result<_, _>>()?;
    with_governments(conn, changes, |change: &Change| change.government).await
}

pub async fn add_change(tx: &Tx, kept: &Change) -> Result<(), Fault> {
    row::Entity::insert(row_of(kept)?).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn save_change(tx: &Tx, kept: &Change) -> Result<(), Fault> {
    row::Entity::update(row_of(kept)?).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Change) -> Result<row::ActiveModel, Fault> {
    let (state, at, by, reason) = match &kept.state {
        ChangeState::Asked => ("asked", None, None, None),
        ChangeState::Confirmed { at, by } => ("confirmed", Some(*at), Some(*by), None),
        ChangeState::Refused { at, by, reason } => ("refused", Some(*at), Some(*by), Some(reason.clone())),
        ChangeState::Replaced { at } => ("replaced", Some(*at), None, None),
    };
    Ok(row::ActiveModel {
        id: Set(kept.id.uuid()),
        government: Set(kept.government.uuid()),
        person: Set(kept.by.uuid()),
        asked: Set(kept.asked.unix()),
        what: Set(canonical(&kept.what)?.0),
        state: Set(state.to_owned()),
        answered: Set(at.map(Moment::unix)),
        answered_by: Set(by.map(PersonId::uuid)),
        reason: Set(reason),
    })
}

fn change_of(row: row::Model) -> Result<Change, Fault> {
    let broken = || Fault::broken(format!("the stored change {} cannot be read", row.id));
    let (at, by) = (row.answered.map(Moment::from_unix), row.answered_by.map(PersonId::from));
    let state = match (row.state.as_str(), at, by) {
        ("asked", ..) => ChangeState::Asked,
        ("confirmed", Some(at), Some(by)) => ChangeState::Confirmed { at, by },
        ("refused", Some(at), Some(by)) => {
            ChangeState::Refused { at, by, reason: row.reason.clone().ok_or_else(broken)? }
        }
        ("replaced", Some(at), _) => ChangeState::Replaced { at },
        _ => return Err(broken()),
    };
    Ok(Change {
        id: RequestId::from(row.id),
        government: GovernmentId::from(row.government),
        by: PersonId::from(row.person),
        asked: Moment::from_unix(row.asked),
        what: serde_json::from_str(&row.what).map_err(|_| broken())?,
        state,
    })
}
