//! Where each follower is, and what it has parked.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use vocabulary::Moment;

use crate::{Fault, Position, Tx};

/// A fact that failed again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParkedFact {
    /// Whose.
    pub follower: String,
    /// The fact's place in the journal.
    pub position: Position,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it failed the last time, for the desk.
    pub cause: String,
    /// When it was parked.
    pub at: Moment,
}

/// A follower's cursor, which stays locked until the transaction ends: two processes never hear the same.
pub(super) async fn claim(tx: &Tx, name: &str) -> Result<Position, Fault> {
    let take = "UPDATE follower SET position = position WHERE name = $1 RETURNING position";
    if let Some(row) = query(tx.conn(), take, [name.into()]).await?.first() {
        return Ok(row.try_get("", "position")?);
    }
    let begin = "INSERT INTO follower (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING";
    execute(tx.conn(), begin, [name.into()]).await?;
    let row = query(tx.conn(), take, [name.into()]).await?;
    let row = row.first().ok_or_else(|| Fault::broken(format!("follower {name} has no cursor")))?;
    Ok(row.try_get("", "position")?)
}

/// The cursors of these followers, in their order, locked until the transaction ends.
pub(super) async fn claim_all(tx: &Tx, names: &[&'static str]) -> Result<Vec<Position>, Fault> {
    // In one order everywhere, so that no two processes wait for each other.
    let lock = if tx.store().is_one_file() { "" } else { " FOR UPDATE" };
    let select = format!("SELECT name, position FROM follower ORDER BY name{lock}");
    let known = by_name(query(tx.conn(), &select, []).await?)?;
    let mut positions = Vec::with_capacity(names.len());
    for name in names {
        positions.push(match known.get(*name) {
            Some(position) => *position,
            None => claim(tx, name).await?,
        });
    }
    Ok(positions)
}

/// How far the last of these followers is, for looking only.
pub(super) async fn least(conn: &impl ConnectionTrait, names: &[&'static str]) -> Result<Position, Fault> {
    let known = by_name(query(conn, "SELECT name, position FROM follower", []).await?)?;
    Ok(names.iter().map(|name| known.get(*name).copied().unwrap_or(0)).min().unwrap_or(0))
}

fn by_name(rows: Vec<QueryResult>) -> Result<HashMap<String, Position>, Fault> {
    rows.iter().map(|row| Ok((row.try_get("", "name")?, row.try_get("", "position")?))).collect()
}

/// A follower's cursor, for looking only.
pub(super) async fn read(conn: &impl ConnectionTrait, name: &str) -> Result<Position, Fault> {
    let rows = query(conn, "SELECT position FROM follower WHERE name = $1", [name.into()]).await?;
    rows.first().map_or(Ok(0), |row| Ok(row.try_get("", "position")?))
}

/// Moves a cursor that this transaction has claimed.
pub(super) async fn place(tx: &Tx, name: &str, position: Position) -> Result<(), Fault> {
    let update = "UPDATE follower SET position = $1 WHERE name = $2";
    execute(tx.conn(), update, [position.into(), name.into()]).await
}

/// Moves several cursors that this transaction has claimed.
pub(super) async fn place_all(tx: &Tx, names: &[&'static str], position: Position) -> Result<(), Fault> {
    let holes: Vec<String> = (0..names.len()).map(|n| format!("${}", n + 2)).collect();
    let update = format!("UPDATE follower SET position = $1 WHERE name IN ({})", holes.join(", "));
    let values = std::iter::once(position.into()).chain(names.iter().map(|name| (*name).into()));
    let backend = tx.conn().get_database_backend();
    tx.conn().execute_raw(Statement::from_sql_and_values(backend, update, values)).await?;
    Ok(())
}

/// Parks a fact.
pub(super) async fn park(tx: &Tx, fact: &ParkedFact) -> Result<(), Fault> {
    let insert = "INSERT INTO parked_fact (follower, position, attempts, cause, at) VALUES ($1, $2, $3, $4, $5) \
                  ON CONFLICT (follower, position) DO UPDATE SET attempts = excluded.attempts, \
                  cause = excluded.cause, at = excluded.at";
    let values = [
        fact.follower.as_str().into(),
        fact.position.into(),
        fact.attempts.into(),
        fact.cause.as_str().into(),
        fact.at.unix().into(),
    ];
    execute(tx.conn(), insert, values).await
}

/// Takes a fact from the parked ones; false when it was not among them.
pub(super) async fn unpark(tx: &Tx, name: &str, position: Position) -> Result<bool, Fault> {
    let delete = "DELETE FROM parked_fact WHERE follower = $1 AND position = $2 RETURNING position";
    Ok(!query(tx.conn(), delete, [name.into(), position.into()]).await?.is_empty())
}

/// Takes all facts of a follower from the parked ones.
pub(super) async fn forget_parked(tx: &Tx, name: &str) -> Result<(), Fault> {
    execute(tx.conn(), "DELETE FROM parked_fact WHERE follower = $1", [name.into()]).await
}

/// Every parked fact.
pub(super) async fn parked(conn: &impl ConnectionTrait) -> Result<Vec<ParkedFact>, Fault> {
    let select =
        "SELECT follower, position, attempts, cause, at FROM parked_fact ORDER BY follower, position";
    let rows = query(conn, select, []).await?;
    rows.iter()
        .map(|row| {
            Ok(ParkedFact {
                follower: row.try_get("", "follower")?,
                position: row.try_get("", "position")?,
                attempts: row.try_get("", "attempts")?,
                cause: row.try_get("", "cause")?,
                at: Moment::from_unix(row.try_get("", "at")?),
            })
        })
        .collect()
}

async fn query<const N: usize>(
    conn: &impl ConnectionTrait,
    statement: &str,
    values: [Value; N],
) -> Result<Vec<QueryResult>, Fault> {
    Ok(conn
        .query_all_raw(Statement::from_sql_and_values(conn.get_database_backend(), statement, values))
        .await?)
}

async fn execute<const N: usize>(
    conn: &impl ConnectionTrait,
    statement: &str,
    values: [Value; N],
) -> Result<(), Fault> {
    conn.execute_raw(Statement::from_sql_and_values(conn.get_database_backend(), statement, values)).await?;
    Ok(())
}
