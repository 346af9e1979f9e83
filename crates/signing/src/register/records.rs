//! The rows of public records and every query on them.

use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromQueryResult, PaginatorTrait, QueryOrder, QuerySelect, Statement};
use serde::Deserialize;
use serde_json::Value;
use store::{Fault, Tx};
use vocabulary::{LanguageMap, Moment};
use web::{At, Problem};

use super::freshness::Freshness;
use super::reached;
use super::record::{Card, Findable, Mark, Party, PublicRecord};
use super::texts;

/// The message key of the reason that says nothing of why a thing is gone.
pub(super) const NEUTRAL: &str = "register-gone-neutral";

pub(super) mod public_record {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "public_record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub change: i64,
        pub at: i64,
        pub state: String,
        pub body: Option<String>,
        pub reason: Option<String>,
        pub since: Option<i64>,
        pub until: Option<i64>,
        pub line: Option<String>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// What stands under a public address.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The record.
    Here(Box<PublicRecord>),
    /// It was public once; since when it is not, and the message key of why.
    Gone {
        /// Since when.
        at: Moment,
        /// Message key of the reason.
        reason: String,
    },
    /// There never was such a thing.
    Nowhere,
}

impl Found {
    /// The record; else the problem that a page of it has: gone since when and why, or never there.
    pub fn here(self, at: &At) -> Result<PublicRecord, Problem> {
        match self {
            Found::Here(record) => Ok(*record),
            Found::Gone { at: since, reason } => {
                Err(Problem::Gone { since: Some(since), why: Some(at.say.t(&reason)) })
            }
            Found::Nowhere => Err(Problem::NotFound),
        }
    }
}

/// One change of the public records, in the order of the changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Its number.
    pub change: i64,
    /// What it was.
    pub kind: String,
    /// Its reference.
    pub key: String,
    /// The record as far as an index asks for it, or none when it is gone.
    pub record: Option<PublicRecord>,
    /// Since when it stands so; none where that was not written down.
    pub since: Option<Moment>,
    /// Until when it stood so; none for what stands so now.
    pub until: Option<Moment>,
}

/// What stands under this kind and key.
pub async fn find(conn: &impl ConnectionTrait, kind: &str, key: &str) -> Result<Found, Fault> {
    let row = public_record::Entity::find_by_id((kind.to_owned(), key.to_owned())).one(conn).await?;
    Ok(match row {
        None => Found::Nowhere,
        Some(row) => match row.body {
            Some(body) => Found::Here(Box::new(read(&body)?)),
            None => Found::Gone { at: Moment::from_unix(row.at), reason: row.reason.unwrap_or_default() },
        },
    })
}

/// The records of these keys that are here, in the order asked for.
pub async fn find_all(
    conn: &impl ConnectionTrait,
    asked: &[(String, String)],
) -> Result<Vec<PublicRecord>, Fault> {
    found_all(conn, asked, read).await
}

/// The same for lists, which show cards: what only a record's own page shows is passed over.
pub(super) async fn find_cards(
    conn: &impl ConnectionTrait,
    asked: &[(String, String)],
) -> Result<Vec<PublicRecord>, Fault> {
    found_all(conn, asked, read_card).await
}

async fn found_all(
    conn: &impl ConnectionTrait,
    asked: &[(String, String)],
    read: fn(&str) -> Result<PublicRecord, Fault>,
) -> Result<Vec<PublicRecord>, Fault> {
    texts::read(conn, texts::BODY, asked).await?.of(asked).map(read).collect()
}

/// How many records of a kind are here.
pub async fn count(conn: &impl ConnectionTrait, kind: &str) -> Result<u64, Fault> {
    use public_record::Column::{Kind, State};
    let here = public_record::Entity::find().filter(Kind.eq(kind)).filter(State.eq("here"));
    Ok(here.count(conn).await?)
}

/// The records of a kind that are here, by key, after so many, at most so many; without what only their own pages show.
pub async fn page(
    conn: &impl ConnectionTrait,
    kind: &str,
    after: u64,
    most: u64,
) -> Result<Vec<PublicRecord>, Fault> {
    use public_record::Column::{Key, Kind, State};
    let here = public_record::Entity::find().filter(Kind.eq(kind)).filter(State.eq("here"));
    let bodies = here.select_only().column(public_record::Column::Body).order_by_asc(Key);
    let bodies: Vec<Option<String>> = bodies.offset(after).limit(most).into_tuple().all(conn).await?;
    bodies.iter().flatten().map(|body| read_card(body)).collect()
}

/// How far the public records are.
#[derive(FromQueryResult)]
pub(super) struct Head {
    /// The number of the last change.
    pub change: i64,
    /// In which form every record has its line ([`super::lines`]); none of a house from before there were lines.
    pub lined: Option<i64>,
    /// In which form everything was said ([`super::again`]); none of a house from before this was written down.
    pub said: Option<i64>,
}

/// How far the public records are.
pub(super) async fn head(conn: &impl ConnectionTrait) -> Result<Head, Fault> {
    let select = "SELECT change, lined, said FROM public_head";
    let statement = Statement::from_string(conn.get_database_backend(), select);
    let head = Head::find_by_statement(statement).one(conn).await?;
    head.ok_or_else(|| Fault::broken("public_head has no row".to_owned()))
}

/// The number of the last change.
pub async fn last_change(conn: &impl ConnectionTrait) -> Result<i64, Fault> {
    Ok(head(conn).await?.change)
}

/// The changes after this one, at most so many; of a record only what it is found by and its card.
pub async fn changes_after(
    conn: &impl ConnectionTrait,
    change: i64,
    most: u64,
) -> Result<Vec<Changed>, Fault> {
    use public_record::Column::{Body, Change, Key, Kind, Since, Until};
    type Row = (i64, String, String, Option<String>, Option<i64>, Option<i64>);
    let after = public_record::Entity::find().filter(Change.gt(change)).order_by_asc(Change).limit(most);
    let rows: Vec<Row> =
        after.select_only().columns([Change, Kind, Key, Body, Since, Until]).into_tuple().all(conn).await?;
    rows.into_iter()
        .map(|(change, kind, key, body, since, until)| {
            let record = body.as_deref().map(read_sought).transpose()?;
            let (since, until) = (since.map(Moment::from_unix), until.map(Moment::from_unix));
            Ok(Changed { change, kind, key, record, since, until })
        })
        .collect()
}

/// A record with what it is found and put in order by; what else its card shows is not read.
fn read_sought(body: &str) -> Result<PublicRecord, Fault> {
    #[derive(Deserialize)]
    struct Sought {
        kind: String,
        key: String,
        card: SoughtCard,
        find: Findable,
    }
    #[derive(Deserialize)]
    struct SoughtCard {
        title: Option<LanguageMap>,
        who: Vec<Party>,
        marks: Vec<Mark>,
        updated: Moment,
        #[serde(default)]
        fresh: Option<Freshness>,
    }
    let Sought { kind, key, card, find } = serde_json::from_str(body).map_err(unreadable)?;
    let SoughtCard { title, who, marks, updated, fresh } = card;
    let card = Card { title, who, marks, fresh, ..Card::bare(updated) };
    Ok(PublicRecord { kind, key, slug: String::new(), card, find, body: Value::Null })
}

/// Takes every public record away, for a rebuild from the journal. Each leaves a neutral tombstone until a room says
/// again what is public of it: what was public once never becomes an address at which nothing ever was, and the search
/// index hears of what goes. What was gone before stays gone, with its reason; and what stood on earlier days stays, as no
/// room could say it again.
pub(super) async fn clear(tx: &Tx) -> Result<(), Fault> {
    let backend = tx.conn().get_database_backend();
    let clear = "UPDATE public_record SET change = change + (SELECT change FROM public_head), at = $1, \
                 state = 'gone', body = NULL, line = NULL, reason = $2 WHERE state = 'here' AND until IS NULL";
    let values = [tx.now().unix().into(), NEUTRAL.into()];
    tx.conn().execute_raw(Statement::from_sql_and_values(backend, clear, values)).await?;
    // The numbers of the records that went are as far beyond the last change as they were from the first.
    let head = Statement::from_string(backend, "UPDATE public_head SET change = 2 * change");
    tx.conn().execute_raw(head).await?;
    reached::clear(tx).await
}

/// The number of the change that is being made.
pub(super) async fn next_change(tx: &Tx) -> Result<i64, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        change: i64,
    }
    let take = "UPDATE public_head SET change = change + 1 RETURNING change";
    let statement = Statement::from_string(tx.conn().get_database_backend(), take);
    let row = Row::find_by_statement(statement).one(tx.conn()).await?;
    row.map(|row| row.change).ok_or_else(|| Fault::broken("public_head has no row".to_owned()))
}

/// A record as it is kept.
pub(super) fn read(body: &str) -> Result<PublicRecord, Fault> {
    serde_json::from_str(body).map_err(unreadable)
}

pub(super) fn read_card(body: &str) -> Result<PublicRecord, Fault> {
    #[derive(Deserialize)]
    struct OnList {
        kind: String,
        key: String,
        slug: String,
        card: Card,
        find: Findable,
    }
    let OnList { kind, key, slug, card, find } = serde_json::from_str(body).map_err(unreadable)?;
    Ok(PublicRecord { kind, key, slug, card, find, body: Value::Null })
}

fn unreadable(err: serde_json::Error) -> Fault {
    Fault::broken(format!("a public record cannot be read: {err}"))
}
