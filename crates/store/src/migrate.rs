//! Taking the schema forward: every step that is missing, in one transaction, under a lock. All or nothing; a database
//! that is for something else is left as it was.

use std::collections::BTreeSet;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement, TransactionTrait,
};
use uuid::Uuid;
use vocabulary::{Ids, Moment};

use crate::folder::Purpose;
use crate::schema::Step;
use crate::{Fault, Hash, connect};

/// Runs what is missing; gives the names of the steps it ran.
pub(crate) async fn forward(
    db: &DatabaseConnection,
    steps: &[Step],
    purpose: Option<Purpose>,
    now: Moment,
    ids: &Ids,
) -> Result<Vec<String>, Fault> {
    let tx = db.begin_with_options(connect::writing(db)).await?;
    let ran = forward_in(&tx, steps, purpose, now, ids).await?;
    tx.commit().await?;
    Ok(ran)
}

/// The same in a transaction that somebody else ends.
pub(crate) async fn forward_in(
    tx: &DatabaseTransaction,
    steps: &[Step],
    purpose: Option<Purpose>,
    now: Moment,
    ids: &Ids,
) -> Result<Vec<String>, Fault> {
    each_once(steps)?;
    lock(tx).await?;
    tx.execute_unprepared(
        "CREATE TABLE IF NOT EXISTS schema_step (name TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)",
    )
    .await?;
    let done = done(tx).await?;
    not_newer(&done, steps)?;
    let mut ran = Vec::new();
    for step in steps.iter().filter(|step| !done.contains(step.name())) {
        step.up(tx).await?;
        tx.execute_raw(Statement::from_sql_and_values(
            tx.get_database_backend(),
            "INSERT INTO schema_step (name, at) VALUES ($1, $2)",
            [step.name().into(), now.unix().into()],
        ))
        .await?;
        ran.push(step.name().to_owned());
    }
    if let Some(purpose) = purpose {
        claim(tx, purpose).await?;
    }
    begin_journal(tx, ids.next::<Uuid>(now)).await?;
    Ok(ran)
}

/// The names of the steps that are missing; changes nothing.
pub(crate) async fn pending(db: &DatabaseConnection, steps: &[Step]) -> Result<Vec<String>, Fault> {
    let done = if there_is(db, "schema_step").await? { done(db).await? } else { BTreeSet::new() };
    not_newer(&done, steps)?;
    Ok(steps.iter().map(|s| s.name().to_owned()).filter(|name| !done.contains(name)).collect())
}

/// Whether the database has that table.
pub(crate) async fn there_is(conn: &impl ConnectionTrait, table: &str) -> Result<bool, Fault> {
    let known = match conn.get_database_backend() {
        DbBackend::Sqlite => "SELECT 1 AS one FROM sqlite_master WHERE name = $1",
        _ => "SELECT 1 AS one WHERE to_regclass($1) IS NOT NULL",
    };
    let known = Statement::from_sql_and_values(conn.get_database_backend(), known, [table.into()]);
    Ok(conn.query_one_raw(known).await?.is_some())
}

/// On SQLite the transaction itself is the lock.
async fn lock(tx: &DatabaseTransaction) -> Result<(), Fault> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("SELECT pg_advisory_xact_lock(4701832)").await?;
    }
    Ok(())
}

/// The names of the steps that were run.
pub(crate) async fn done(conn: &impl ConnectionTrait) -> Result<BTreeSet<String>, Fault> {
    let select = Statement::from_string(conn.get_database_backend(), "SELECT name FROM schema_step");
    let rows = conn.query_all_raw(select).await?;
    rows.iter().map(|row| Ok(row.try_get("", "name")?)).collect()
}

fn each_once(steps: &[Step]) -> Result<(), Fault> {
    let mut seen = BTreeSet::new();
    match steps.iter().find(|step| !seen.insert(step.name().to_owned())) {
        Some(twice) => Err(Fault::operator(format!(
            "The schema step \"{}\" is given twice. Give each step a name of its own.",
            twice.name()
        ))),
        None => Ok(()),
    }
}

/// Refuses a database with steps that this program does not know.
pub(crate) fn not_newer(done: &BTreeSet<String>, steps: &[Step]) -> Result<(), Fault> {
    match done.iter().find(|name| !steps.iter().any(|step| step.name() == name.as_str())) {
        Some(unknown) => Err(Fault::operator(format!(
            "The database was written by a newer Local Action: it has the schema step \"{unknown}\", which this \
             one does not know. Start the newer version, or restore a backup made before it."
        ))),
        None => Ok(()),
    }
}

/// Writes down what the database is for, or refuses when something else stands there: a house is in its folder and in
/// its database, and whoever mixes the two up must not find invented acts among real ones.
async fn claim(tx: &DatabaseTransaction, purpose: Purpose) -> Result<(), Fault> {
    let backend = tx.get_database_backend();
    let select = Statement::from_string(backend, "SELECT purpose FROM house WHERE id = 1");
    let Some(row) = tx.query_one_raw(select).await? else {
        tx.execute_raw(Statement::from_sql_and_values(
            backend,
            "INSERT INTO house (id, purpose) VALUES (1, $1)",
            [purpose.code().into()],
        ))
        .await?;
        return Ok(());
    };
    let stands: String = row.try_get("", "purpose")?;
    if stands == purpose.code() {
        return Ok(());
    }
    Err(Fault::operator(match purpose {
        Purpose::Real => {
            "The database is that of a demonstration, not of a real house. Give another with --database, or open it \
             with `localaction demo`."
        }
        Purpose::Demo => {
            "The database is that of a real house; a demonstration never touches it. Give another with --database."
        }
    }))
}

async fn begin_journal(tx: &DatabaseTransaction, epoch: Uuid) -> Result<(), Fault> {
    tx.execute_raw(Statement::from_sql_and_values(
        tx.get_database_backend(),
        "INSERT INTO journal_head (id, position, hash, epoch) VALUES (1, 0, $1, $2) ON CONFLICT DO NOTHING",
        [Hash::zero().as_str().into(), epoch.into()],
    ))
    .await?;
    Ok(())
}
