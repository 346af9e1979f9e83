//! Versions: never edited once they stand here, but for redaction, which leaves the hash.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder, Statement, Value};
use store::{Fault, Hash, Tx, canonical, many};
use vocabulary::{ActionId, Actor, Moment, PersonId};

use super::super::action::VersionOf;
use super::super::content::Content;
use super::super::version::{Version, VersionOrigin};
use super::rows::version;

/// One version.
pub async fn find(conn: &impl ConnectionTrait, action: ActionId, n: i64) -> Result<Option<Version>, Fault> {
    version::Entity::find_by_id((action.uuid(), n)).one(conn).await?.map(version_of).transpose()
}

/// One version that must be there.
pub async fn get(conn: &impl ConnectionTrait, action: ActionId, of: &VersionOf) -> Result<Version, Fault> {
    let found = find(conn, action, of.n).await?;
    found.ok_or_else(|| Fault::broken(format!("version {} of action {action} is not there", of.n)))
}

/// Every version, oldest first.
pub async fn all(conn: &impl ConnectionTrait, action: ActionId) -> Result<Vec<Version>, Fault> {
    Ok(of_all(conn, [action]).await?.remove(&action).unwrap_or_default())
}

/// Every version of several actions, oldest first.
pub async fn of_all(
    conn: &impl ConnectionTrait,
    actions: impl IntoIterator<Item = ActionId>,
) -> Result<HashMap<ActionId, Vec<Version>>, Fault> {
    let mut found: HashMap<ActionId, Vec<Version>> = HashMap::new();
    let oldest_first =
        version::Entity::find().order_by_asc(version::Column::Action).order_by_asc(version::Column::N);
    let ids = actions.into_iter().map(ActionId::uuid).collect();
    for row in many::rows(conn, oldest_first, version::Column::Action, ids).await? {
        found.entry(ActionId::from(row.action)).or_default().push(version_of(row)?);
    }
    Ok(found)
}

/// Adds the next version. Only within an act: one writer counts at a time.
pub async fn add(
    tx: &Tx,
    action: ActionId,
    content: &Content,
    origin: VersionOrigin,
    actor: Actor,
    why: Option<&str>,
) -> Result<VersionOf, Fault> {
    let (text, hash) = canonical(content)?;
    let published = match origin {
        VersionOrigin::Source => Some(tx.now().unix()),
        VersionOrigin::Sent | VersionOrigin::Correction => None,
    };
    let next = "INSERT INTO \"action_version\" \
                (\"action\", \"n\", \"content\", \"hash\", \"origin\", \"by\", \"at\", \"why\", \"published\") \
                SELECT $1, COALESCE(MAX(\"n\"), 0) + 1, $2, $3, $4, $5, $6, $7, $8 \
                FROM \"action_version\" WHERE \"action\" = $1 RETURNING \"n\"";
    let values: [Value; 8] = [
        action.uuid().into(),
        text.into(),
        hash.to_string().into(),
        origin.word().into(),
        actor.person().map(PersonId::uuid).into(),
        tx.now().unix().into(),
        why.map(str::to_owned).into(),
        published.into(),
    ];
    let statement = Statement::from_sql_and_values(tx.conn().get_database_backend(), next, values);
    let row = tx.conn().query_one_raw(statement).await?;
    let row = row.ok_or_else(|| Fault::broken(format!("no version was added to action {action}")))?;
    Ok(VersionOf { n: row.try_get("", "n")?, hash })
}

/// Notes that a version was published now.
pub async fn published(tx: &Tx, action: ActionId, n: i64) -> Result<(), Fault> {
    let row = version::ActiveModel {
        action: Set(action.uuid()),
        n: Set(n),
        published: Set(Some(tx.now().unix())),
        ..Default::default()
    };
    version::Entity::update(row).exec(tx.conn()).await?;
    Ok(())
}

/// Notes what the desk said about a version.
pub async fn answered(tx: &Tx, action: ActionId, n: i64, why: &str) -> Result<(), Fault> {
    let row = version::ActiveModel {
        action: Set(action.uuid()),
        n: Set(n),
        why: Set(Some(why.to_owned())),
        ..Default::default()
    };
    version::Entity::update(row).exec(tx.conn()).await?;
    Ok(())
}

/// Replaces what a version says after a redaction; its hash stays that of what was there.
pub async fn empty(tx: &Tx, action: ActionId, n: i64, content: &Content) -> Result<(), Fault> {
    let row = version::ActiveModel {
        action: Set(action.uuid()),
        n: Set(n),
        content: Set(canonical(content)?.0),
        ..Default::default()
    };
    version::Entity::update(row).exec(tx.conn()).await?;
    Ok(())
}

fn version_of(row: version::Model) -> Result<Version, Fault> {
    let broken = || Fault::broken(format!("version {} of action {} cannot be read", row.n, row.action));
    Ok(Version {
        n: row.n,
        content: serde_json::from_str(&row.content).map_err(|_| broken())?,
        hash: Hash::parse(&row.hash).ok_or_else(broken)?,
        origin: VersionOrigin::parse(&row.origin).ok_or_else(broken)?,
        by: row.by.map(PersonId::from),
        at: Moment::from_unix(row.at),
        why: row.why.clone(),
        published: row.published.map(Moment::from_unix),
    })
}
