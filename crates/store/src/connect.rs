//! The only lines that know how each database is opened.
//!
//! SQLite has one writing connection (`BEGIN IMMEDIATE`, WAL, synchronous=FULL) and a few that only read.
//! PostgreSQL has a writing and a reading pool; a transaction that waits for a lock or sits idle is ended.

use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbBackend, IsolationLevel, SqliteTransactionMode,
    TransactionOptions,
};

use crate::Fault;

/// How long anybody waits for a turn to write.
const PATIENCE: Duration = Duration::from_secs(10);
/// Readers beside the one writer.
const READERS: u32 = 4;
/// Writers on PostgreSQL; whoever tells facts still goes one by one.
const WRITERS: u32 = 6;

/// The writing and the reading side of one database.
pub(crate) struct Pools {
    pub(crate) write: DatabaseConnection,
    pub(crate) read: DatabaseConnection,
}

/// Opens both sides.
pub(crate) async fn open(url: &str) -> Result<Pools, Fault> {
    if url.starts_with("sqlite:") {
        if url.contains(":memory:") || url.contains("mode=memory") {
            return Err(Fault::operator(
                "A SQLite database in memory cannot be read while it is written. Give a file: sqlite:///path?mode=rwc",
            ));
        }
        let write = Database::connect(sqlite(url, 1)).await?;
        let mut options = sqlite(url, READERS);
        options.map_sqlx_sqlite_opts(|o| sqlite_pragmas(o).pragma("query_only", "ON"));
        Ok(Pools { write, read: Database::connect(options).await? })
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        let mut write = common(url, WRITERS);
        write.map_sqlx_postgres_opts(|o| {
            o.application_name("local-action")
                .options([("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "60s")])
        });
        let mut read = common(url, READERS);
        read.map_sqlx_postgres_opts(|o| {
            o.application_name("local-action-read")
                .options([("default_transaction_read_only", "on"), ("statement_timeout", "60s")])
        });
        Ok(Pools { write: Database::connect(write).await?, read: Database::connect(read).await? })
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

fn common(url: &str, most: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(most).acquire_timeout(PATIENCE).sqlx_logging(false).test_before_acquire(true);
    options
}

fn sqlite(url: &str, most: u32) -> ConnectOptions {
    let mut options = common(url, most);
    options.test_before_acquire(false).map_sqlx_sqlite_opts(sqlite_pragmas);
    options
}

fn sqlite_pragmas(
    options: sea_orm::sqlx::sqlite::SqliteConnectOptions,
) -> sea_orm::sqlx::sqlite::SqliteConnectOptions {
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
}
