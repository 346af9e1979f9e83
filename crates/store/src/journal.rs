//! The journal: what was told, in order, each fact bearing the hash of the one before it.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, QueryOrder, QuerySelect, Set, Statement};
use serde_json::{Value, json};
use vocabulary::{Actor, Moment};

use crate::{Audience, Fact, Fault, Hash, Subject, canonical, many};

/// A place in the journal: 1 is the first fact, and no number is left out.
pub type Position = i64;

/// Where the journal ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The position of the last fact; 0 when there is none.
    pub position: Position,
    /// The life of this database; a restore begins another. What is kept elsewhere under another epoch, or
    /// beyond the head, is to be made anew.
    pub epoch: Uuid,
    /// The hash of the last fact.
    pub hash: Hash,
}

/// A fact as followers and readers get it.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Its place.
    pub position: Position,
    /// The epoch in which it was told.
    pub epoch: Uuid,
    /// When.
    pub at: Moment,
    /// What happened: "action.sent".
    pub kind: String,
    /// The kind of thing it happened to: "action".
    pub subject_kind: String,
    /// The id of that thing.
    pub subject: Uuid,
    /// Who did it.
    pub actor: Actor,
    /// The Call it belongs to.
    pub call: Option<Uuid>,
    /// Who may come to know it.
    pub audience: Audience,
    /// Small values, no text.
    pub note: Value,
    /// The hash of the version it concerns.
    pub version: Option<Hash>,
    /// The hash of the fact before it and of all of the above.
    pub hash: Hash,
}

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, serde::Deserialize)]
    #[sea_orm(table_name = "journal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i64,
        pub epoch: Uuid,
        pub at: i64,
        pub kind: String,
        pub subject_kind: String,
        pub subject: Uuid,
        pub actor: String,
        pub call: Option<Uuid>,
        pub audience: String,
        pub note: String,
        pub version: Option<String>,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where the journal ends, as this connection sees it.
pub async fn head(conn: &impl ConnectionTrait) -> Result<Head, Fault> {
    one_head(conn, "SELECT position, epoch, hash FROM journal_head").await
}

/// Everything told about one subject, the first first: its audit trail.
pub async fn of(conn: &impl ConnectionTrait, subject: Subject) -> Result<Vec<Heard>, Fault> {
    Ok(of_all(conn, subject.kind, [subject.id]).await?.remove(&subject.id).unwrap_or_default())
}

/// The same of many subjects of one kind, for each that has any.
pub async fn of_all(
    conn: &impl ConnectionTrait,
    kind: &str,
    subjects: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Heard>>, Fault> {
    let mut told: HashMap<Uuid, Vec<Heard>> = HashMap::new();
    let of_kind =
        row::Entity::find().filter(row::Column::SubjectKind.eq(kind)).order_by_asc(row::Column::Position);
    let subjects = subjects.into_iter().collect();
    for row in many::rows(conn, of_kind, row::Column::Subject, subjects).await? {
        told.entry(row.subject).or_default().push(heard(row)?);
    }
    Ok(told)
}

/// The facts after a position, the first first, at most so many.
pub async fn since(conn: &impl ConnectionTrait, after: Position, most: u64) -> Result<Vec<Heard>, Fault> {
    let rows = row::Entity::find()
        .filter(row::Column::Position.gt(after))
        .order_by_asc(row::Column::Position)
        .limit(most)
        .all(conn)
        .await?;
    rows.into_iter().map(heard).collect()
}

/// The last facts, the last first, at most so many.
pub async fn latest(conn: &impl ConnectionTrait, most: u64) -> Result<Vec<Heard>, Fault> {
    let rows = row::Entity::find().order_by_desc(row::Column::Position).limit(most).all(conn).await?;
    rows.into_iter().map(heard).collect()
}

/// The fact at a position.
pub async fn at(conn: &impl ConnectionTrait, position: Position) -> Result<Option<Heard>, Fault> {
    row::Entity::find_by_id(position).one(conn).await?.map(heard).transpose()
}

/// What [`verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// Every fact bears the right hash, and the head is that of the last.
    Whole {
        /// How many facts there are.
        facts: Position,
    },
    /// The first position that is missing or does not bear the right hash.
    Broken {
        /// That position.
        at: Position,
    },
}

/// Makes every hash of the journal again and compares.
pub async fn verify(conn: &impl ConnectionTrait) -> Result<Chain, Fault> {
    let head = head(conn).await?;
    let mut links = Links::default();
    while links.position < head.position {
        let facts = since(conn, links.position, 1000).await?;
        if facts.is_empty() {
            return Ok(Chain::Broken { at: links.position + 1 });
        }
        for fact in facts.into_iter().take_while(|fact| fact.position <= head.position) {
            if !links.follow(&fact)? {
                return Ok(Chain::Broken { at: links.position });
            }
        }
    }
    let Links { position, hash } = links;
    if hash == head.hash { Ok(Chain::Whole { facts: position }) } else { Ok(Chain::Broken { at: position }) }
}

/// The chain made again, fact by fact.
pub(crate) struct Links {
    pub(crate) position: Position,
    pub(crate) hash: Hash,
}

impl Default for Links {
    fn default() -> Self {
        Self { position: 0, hash: Hash::zero() }
    }
}

impl Links {
    /// Goes on to the next fact; false when it is not the next one or bears a wrong hash.
    pub(crate) fn follow(&mut self, fact: &Heard) -> Result<bool, Fault> {
        self.position += 1;
        self.hash = hash_of(&self.hash, fact)?;
        Ok(fact.position == self.position && fact.hash == self.hash)
    }
}

/// A fact from a row in JSON, its columns by name.
pub(crate) fn from_json(row: Value) -> Result<Heard, Fault> {
    heard(serde_json::from_value(row)?)
}

/// Begins another epoch: what is kept outside the database (the index) is then made anew.
pub async fn begin_epoch(tx: &crate::Tx) -> Result<Uuid, Fault> {
    let epoch: Uuid = tx.new_id();
    let update = "UPDATE journal_head SET epoch = $1 WHERE id = 1";
    execute(tx.conn(), update, [epoch.into()]).await?;
    Ok(epoch)
}

/// Takes the head: the row stays locked until the transaction ends, so there is one who tells.
pub(crate) async fn take_head(conn: &DatabaseTransaction) -> Result<Head, Fault> {
    one_head(conn, "UPDATE journal_head SET position = position RETURNING position, epoch, hash").await
}

pub(crate) async fn move_head(conn: &DatabaseTransaction, head: &Head) -> Result<(), Fault> {
    let update = "UPDATE journal_head SET position = $1, hash = $2 WHERE id = 1";
    execute(conn, update, [head.position.into(), head.hash.as_str().into()]).await
}

/// Writes the fact that follows a head; gives the head after it.
pub(crate) async fn append(
    conn: &DatabaseTransaction,
    head: &Head,
    fact: Fact,
    now: Moment,
) -> Result<Head, Fault> {
    let mut heard = Heard {
        position: head.position + 1,
        epoch: head.epoch,
        at: now,
        kind: fact.kind.to_owned(),
        subject_kind: fact.subject.kind.to_owned(),
        subject: fact.subject.id,
        actor: fact.actor,
        call: fact.call,
        audience: fact.audience,
        note: fact.note,
        version: fact.version,
        hash: Hash::zero(),
    };
    heard.hash = hash_of(&head.hash, &heard)?;
    let next = Head { position: heard.position, epoch: head.epoch, hash: heard.hash.clone() };
    row::Entity::insert(row::ActiveModel {
        position: Set(heard.position),
        epoch: Set(heard.epoch),
        at: Set(heard.at.unix()),
        kind: Set(heard.kind),
        subject_kind: Set(heard.subject_kind),
        subject: Set(heard.subject),
        actor: Set(heard.actor.to_string()),
        call: Set(heard.call),
        audience: Set(heard.audience.code().to_owned()),
        note: Set(canonical(&heard.note)?.0),
        version: Set(heard.version.map(String::from)),
        hash: Set(heard.hash.into()),
    })
    .exec_without_returning(conn)
    .await?;
    Ok(next)
}

/// The hash of a fact: of the hash before it, and of everything in it but its own.
fn hash_of(before: &Hash, fact: &Heard) -> Result<Hash, Fault> {
    let (text, _) = canonical(&json!({
        "position": fact.position,
        "epoch": fact.epoch,
        "at": fact.at,
        "kind": fact.kind,
        "subject_kind": fact.subject_kind,
        "subject": fact.subject,
        "actor": fact.actor,
        "call": fact.call,
        "audience": fact.audience,
        "note": fact.note,
        "version": fact.version,
    }))?;
    Ok(Hash::of(format!("{before}\n{text}")))
}

fn heard(row: row::Model) -> Result<Heard, Fault> {
    let unreadable = |what: &str| Fault::broken(format!("fact {} has an unreadable {what}", row.position));
    Ok(Heard {
        actor: Actor::parse(&row.actor).ok_or_else(|| unreadable("actor"))?,
        audience: Audience::parse(&row.audience).ok_or_else(|| unreadable("audience"))?,
        version: row
            .version
            .as_deref()
            .map(|v| Hash::parse(v).ok_or_else(|| unreadable("version")))
            .transpose()?,
        hash: Hash::parse(&row.hash).ok_or_else(|| unreadable("hash"))?,
        note: serde_json::from_str(&row.note)?,
        position: row.position,
        epoch: row.epoch,
        at: Moment::from_unix(row.at),
        kind: row.kind,
        subject_kind: row.subject_kind,
        subject: row.subject,
        call: row.call,
    })
}

async fn one_head(conn: &impl ConnectionTrait, statement: &str) -> Result<Head, Fault> {
    let row = conn
        .query_one_raw(Statement::from_string(conn.get_database_backend(), statement))
        .await?
        .ok_or_else(|| Fault::broken("the journal has no head"))?;
    let hash: String = row.try_get("", "hash")?;
    Ok(Head {
        position: row.try_get("", "position")?,
        epoch: row.try_get("", "epoch")?,
        hash: Hash::parse(&hash).ok_or_else(|| Fault::broken("the journal's head has an unreadable hash"))?,
    })
}

async fn execute<const N: usize>(
    conn: &DatabaseTransaction,
    statement: &str,
    values: [sea_orm::Value; N],
) -> Result<(), Fault> {
    conn.execute_raw(Statement::from_sql_and_values(conn.get_database_backend(), statement, values)).await?;
    Ok(())
}
