//! Which governments share a name, and which were told apart.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, FromQueryResult, Statement};
use store::{Fault, Tx};
use vocabulary::{GovernmentId, PersonId};

mod apart {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "government_apart")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub pair: Uuid,
        pub by: Option<Uuid>,
        pub at: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// At most so many pairs are looked at.
const MOST: u64 = 200;

/// Pairs of governments of one country that share the core of a name, the older one first; none that is merged.
pub async fn same_names(conn: &impl ConnectionTrait) -> Result<Vec<(GovernmentId, GovernmentId)>, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        older: Uuid,
        younger: Uuid,
    }
    let ask = format!(
        "SELECT DISTINCT a.government AS older, b.government AS younger \
         FROM government_name a \
         JOIN government_name b ON b.core = a.core AND b.government > a.government \
         JOIN government g ON g.id = a.government AND g.merged_into IS NULL \
         JOIN government h ON h.id = b.government AND h.merged_into IS NULL AND h.country = g.country \
         ORDER BY 1, 2 LIMIT {MOST}"
    );
    let statement = Statement::from_string(conn.get_database_backend(), ask);
    let rows = Row::find_by_statement(statement).all(conn).await?;
    Ok(rows.into_iter().map(|row| (GovernmentId::from(row.older), GovernmentId::from(row.younger))).collect())
}

/// The pairs that were told apart.
pub async fn told_apart(conn: &impl ConnectionTrait) -> Result<BTreeSet<Uuid>, Fault> {
    Ok(apart::Entity::find().all(conn).await?.into_iter().map(|row| row.pair).collect())
}

/// Keeps that a pair is two.
pub async fn keep_apart(tx: &Tx, pair: Uuid, by: Option<PersonId>) -> Result<(), Fault> {
    let row =
        apart::ActiveModel { pair: Set(pair), by: Set(by.map(PersonId::uuid)), at: Set(tx.now().unix()) };
    let known = OnConflict::column(apart::Column::Pair).do_nothing().to_owned();
    apart::Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}
