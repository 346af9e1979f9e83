//! The only lines that know how each database is opened.
//!
//! SQLite has one writing connection (`BEGIN IMMEDIATE`, WAL, synchronous=FULL) and a few that only read.
//! PostgreSQL has a writing and a reading pool; a transaction that waits for a lock or sits idle is ended.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use sea_orm::sqlx::Connection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

use crate::Fault;

/// How long anybody waits for a turn to write.
const PATIENCE: Duration = Duration::from_secs(10);
/// Readers beside the one writer.
const READERS: u32 = 4;
/// How many statements each connection keeps prepared: more than the rooms have, so that none is prepared twice.
const PREPARED: usize = 500;
/// Writers on PostgreSQL; whoever tells facts still goes one by one.
const WRITERS: u32 = 6;

/// The writing and the reading side of one database.
pub(crate) struct Pools {
    pub(crate) write: DatabaseConnection,
    pub(crate) read: DatabaseConnection,
}

/// Opens both sides.
pub(crate) async fn open(url: &str) -> Result<Pools, Fault> {
    Ok(Pools { write: writer(url).await?, read: reader(url).await? })
}

/// Opens the writing side; a SQLite file is made when it is not there.
pub(crate) async fn writer(url: &str) -> Result<DatabaseConnection, Fault> {
    let options = match kind(url)? {
        DbBackend::Sqlite => sqlite(url, 1),
        _ => {
            let mut options = common(url, WRITERS);
            options.map_sqlx_postgres_opts(|o| {
                o.application_name("local-action")
                    .options([("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "60s")])
            });
            options
        }
    };
    Ok(Database::connect(options).await?)
}

/// Opens the reading side alone; what is not there is not made.
pub(crate) async fn reader(url: &str) -> Result<DatabaseConnection, Fault> {
    let options = match kind(url)? {
        DbBackend::Sqlite => {
            let mut options = sqlite(url, READERS);
            options.map_sqlx_sqlite_opts(|o| {
                sqlite_pragmas(o).create_if_missing(false).pragma("query_only", "ON")
            });
            options
        }
        _ => {
            let mut options = common(url, READERS);
            options.map_sqlx_postgres_opts(|o| {
                o.application_name("local-action-read")
                    .options([("default_transaction_read_only", "on"), ("statement_timeout", "60s")])
            });
            options
        }
    };
    Ok(Database::connect(options).await?)
}

/// Opens a SQLite file that nobody else knows yet: whoever fills it writes it out in the end, or it never was.
pub(crate) async fn building(url: &str) -> Result<DatabaseConnection, Fault> {
    let mut options = common(url, 1);
    options.map_sqlx_sqlite_opts(|o| {
        o.journal_mode(SqliteJournalMode::Delete).synchronous(SqliteSynchronous::Off).foreign_keys(false)
    });
    Ok(Database::connect(options).await?)
}

/// The file of a SQLite address; `None` for PostgreSQL.
pub(crate) fn file(url: &str) -> Result<Option<PathBuf>, Fault> {
    if kind(url)? != DbBackend::Sqlite {
        return Ok(None);
    }
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|_| Fault::operator(format!("\"{url}\" is no address of a SQLite database.")))?;
    Ok(Some(options.get_filename().to_owned()))
}

/// Which database an address names.
fn kind(url: &str) -> Result<DbBackend, Fault> {
    if url.starts_with("sqlite:") {
        if url.contains(":memory:") || url.contains("mode=memory") {
            return Err(Fault::operator(
                "A SQLite database in memory cannot be read while it is written. Give a file: sqlite:///path?mode=rwc",
            ));
        }
        Ok(DbBackend::Sqlite)
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        Ok(DbBackend::Postgres)
    } else {
        Err(Fault::operator(
            "The database address must begin with sqlite:// or postgres://, for example sqlite:///srv/data/house.db?mode=rwc",
        ))
    }
}

/// How every writing transaction begins.
pub(crate) fn writing(conn: &DatabaseConnection) -> TransactionOptions {
    match conn.get_database_backend() {
        DbBackend::Sqlite => TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        },
        _ => TransactionOptions {
            isolation_level: Some(IsolationLevel::ReadCommitted),
            ..TransactionOptions::default()
        },
    }
}

/// Begins a transaction that sees the database as it is now, whatever others write meanwhile.
pub(crate) async fn snapshot(read: &DatabaseConnection) -> Result<DatabaseTransaction, Fault> {
    Ok(match read.get_database_backend() {
        DbBackend::Sqlite => read.begin().await?,
        _ => read.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await?,
    })
}

fn common(url: &str, most: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(most).acquire_timeout(PATIENCE).sqlx_logging(false).test_before_acquire(true);
    options
}

fn sqlite(url: &str, most: u32) -> ConnectOptions {
    let mut options = common(url, most);
    options
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(sqlite_pragmas)
        .map_sqlx_sqlite_before_acquire(|conn, _| Box::pin(async { Ok(is_at_rest(conn)) }));
    options
}

/// Whether the last transaction of a connection has ended. When SQLite finds no room it undoes the transaction by
/// itself; the driver then fails to undo it once more, takes it for open, and would begin every following one inside
/// it, where nothing it commits reaches the file. Such a connection is closed, and another one opened.
fn is_at_rest(conn: &SqliteConnection) -> bool {
    let rests = !conn.is_in_transaction();
    if !rests {
        tracing::warn!(
            "a connection to the database was left inside a transaction; it is closed for another one"
        );
    }
    rests
}

fn sqlite_pragmas(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(PREPARED)
        .foreign_keys(true)
}
