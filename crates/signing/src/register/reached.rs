//! How many people published actions say that they are for and have reached, kept beside the public records so that a
//! figure can add them up. What is planned, counted and estimated is never one sum; a number that is only said to be small
//! is in none.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, FromQueryResult, Statement};
use store::{Fault, Tx, many};

use super::past;
use super::record::{Findable, Said};

mod public_number {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "public_number")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub n: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The numbers of one record, of which actions have any.
pub(super) struct Numbers {
    key: String,
    numbers: Vec<(String, Option<u64>)>,
}

/// What a room's word says of numbers; nothing where it is about something else than an action.
pub(super) fn of(said: &Said) -> Option<Numbers> {
    match said {
        Said::Here(record) if record.kind == "action" => {
            Some(Numbers { key: record.key.clone(), numbers: added(&record.find).to_vec() })
        }
        Said::Gone { kind, key, .. } if kind == "action" => {
            Some(Numbers { key: key.clone(), numbers: Vec::new() })
        }
        _ => None,
    }
}

/// The numbers of an action that are added up: of published ones.
fn added(find: &Findable) -> &[(String, Option<u64>)] {
    if find.tokens.iter().any(|token| token == "record/published") { &find.numbers } else { &[] }
}

/// Numbers that wait to be kept, by the key of their record.
#[derive(Default)]
pub(super) struct Waiting(BTreeMap<String, New>);

/// The numbers of one record, and whether there may be others before.
struct New {
    numbers: Vec<(String, Option<u64>)>,
    known: bool,
}

impl Waiting {
    /// These are to be kept in the place of those before.
    pub(super) fn add(&mut self, numbers: Option<Numbers>, known: bool) {
        let Some(Numbers { key, numbers }) = numbers else { return };
        self.0.entry(key).or_insert_with(|| New { numbers: Vec::new(), known }).numbers = numbers;
    }

    /// Keeps them.
    pub(super) async fn keep(self, tx: &Tx) -> Result<(), Fault> {
        let known = self.0.iter().filter(|(_, new)| new.known).map(|(key, _)| key.clone());
        for keys in many::lists(known) {
            let before = public_number::Entity::delete_many().filter(public_number::Column::Key.is_in(keys));
            before.exec(tx.conn()).await?;
        }
        let rows = self.0.into_iter().flat_map(|(key, new)| {
            new.numbers.into_iter().map(move |(name, n)| public_number::ActiveModel {
                key: Set(key.clone()),
                name: Set(name),
                n: Set(n.map(|n| i64::try_from(n).unwrap_or(i64::MAX))),
            })
        });
        for piece in many::pieces(rows.collect()) {
            public_number::Entity::insert_many(piece).exec_without_returning(tx.conn()).await?;
        }
        Ok(())
    }
}

/// Forgets them all, for a rebuild.
pub(super) async fn clear(tx: &Tx) -> Result<(), Fault> {
    public_number::Entity::delete_many().exec(tx.conn()).await?;
    Ok(())
}

/// Sums by name, and whether small numbers are missing in each.
pub(super) type Sums = BTreeMap<String, (u64, bool)>;

/// The sums of now, or as of the end of an earlier day.
pub(super) async fn sums(conn: &impl ConnectionTrait, day: Option<i64>) -> Result<Sums, Fault> {
    let Some(day) = day else { return standing(conn, None).await };
    let end = past::end(day);
    let mut sums = standing(conn, Some(end)).await?;
    // What has changed since has numbers of its own in what is kept of that day.
    for record in past::stood(conn, "action", end).await? {
        for (name, n) in added(&record.find) {
            let (sum, small) = sums.entry(name.clone()).or_default();
            *sum = sum.saturating_add(n.unwrap_or_default());
            *small |= n.is_none();
        }
    }
    Ok(sums)
}

/// The sums of what stands now; of what has stood so since before a moment, where one is given.
async fn standing(conn: &impl ConnectionTrait, before: Option<i64>) -> Result<Sums, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        name: String,
        total: i64,
        small: i64,
    }
    // Numbers are few beside records: of each it is asked since when its record stands, and not the other way round.
    let since =
        "(SELECT COALESCE(since, 0) FROM public_record WHERE kind = 'action' AND key = public_number.key)";
    let only = before.map(|_| format!(" WHERE {since} < $1")).unwrap_or_default();
    let sum = format!(
        "SELECT name, CAST(COALESCE(SUM(n), 0) AS BIGINT) AS total, \
         CAST(SUM(CASE WHEN n IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS small FROM public_number{only} GROUP BY name"
    );
    let values = before.map(sea_orm::Value::from);
    let rows = Statement::from_sql_and_values(conn.get_database_backend(), sum, values);
    let rows = Row::find_by_statement(rows).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.name, (row.total.unsigned_abs(), row.small > 0))).collect())
}
