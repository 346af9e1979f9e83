//! The limits of what is kept: single-row commits of the same database on the same disk, by SQLite's own program and
//! through the driver of the house, and as many bare statements in one transaction as an act takes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

use crate::Outcome;

const MAKE: &str = "CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, text TEXT NOT NULL)";
const ADD: &str =
    "INSERT INTO row (text) VALUES ('a sentence of about as many letters as a draft has in one field')";
const LOOK: &str = "SELECT text FROM row WHERE id = 1";

fn said(error: impl std::fmt::Display) -> String {
    format!("the bare database: {error}")
}

/// A bare database in a folder.
pub struct Raw {
    file: PathBuf,
    conn: DatabaseConnection,
}

impl Raw {
    /// Opens one: one connection, WAL, every commit on the disk.
    pub async fn open(folder: &Path) -> Outcome<Raw> {
        let file = folder.join("bare.db");
        let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
        options.max_connections(1).sqlx_logging(false);
        let conn = Database::connect(options).await.map_err(said)?;
        for statement in ["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", MAKE, ADD] {
            conn.execute_unprepared(statement).await.map_err(said)?;
        }
        Ok(Raw { file, conn })
    }

    /// So many commits of one row through the driver.
    pub async fn commits(&self, many: usize) -> Outcome<Duration> {
        let begun = Instant::now();
        for _ in 0..many {
            self.conn.execute_raw(statement(ADD)).await.map_err(said)?;
        }
        Ok(begun.elapsed())
    }

    /// So many transactions, each with as many statements as an act takes.
    pub async fn statements(&self, many: usize, of: Statements) -> Outcome<Duration> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let begun = Instant::now();
        for _ in 0..many {
            let tx = self.conn.begin_with_options(options).await.map_err(said)?;
            for _ in 0..of.reads {
                tx.query_one_raw(statement(LOOK)).await.map_err(said)?;
            }
            for _ in 0..of.writes.max(1) {
                tx.execute_raw(statement(ADD)).await.map_err(said)?;
            }
            tx.commit().await.map_err(said)?;
        }
        Ok(begun.elapsed())
    }

    /// So many commits of one row by SQLite's own program; none where it is not there.
    pub fn by_itself(&self, many: usize) -> Option<Duration> {
        let mut script = String::from(".output /dev/null\nPRAGMA synchronous = FULL;\n");
        script.extend((0..many).map(|_| format!("{ADD};\n")));
        let begun = Instant::now();
        let mut child = Command::new("sqlite3")
            .arg(&self.file)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        child.stdin.take()?.write_all(script.as_bytes()).ok()?;
        child.wait().ok()?.success().then(|| begun.elapsed())
    }
}

fn statement(text: &str) -> Statement {
    Statement::from_string(sea_orm::DbBackend::Sqlite, text)
}

/// How many statements an act takes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statements {
    /// Those that read, or write and give something back.
    pub reads: usize,
    /// Those that only write.
    pub writes: usize,
}

/// Counts the statements of what it is laid over, by the spans that the driver opens.
#[derive(Clone, Default)]
pub struct Counting(Arc<[AtomicUsize; 2]>);

impl Counting {
    /// Who listens.
    pub fn listener(&self) -> impl tracing::Subscriber + Send + Sync + use<> {
        tracing_subscriber::registry().with(self.clone())
    }

    /// What was counted.
    pub fn counted(&self) -> Statements {
        let read = |at: usize| self.0[at].load(Ordering::SeqCst);
        Statements { reads: read(0), writes: read(1) }
    }
}

impl<S: tracing::Subscriber> Layer<S> for Counting {
    fn on_new_span(&self, span: &tracing::span::Attributes<'_>, _: &tracing::span::Id, _: Context<'_, S>) {
        let about = span.metadata();
        let ours = about.target().starts_with("sea_orm::database::transaction")
            || about.target().starts_with("sea_orm::driver");
        let at = match about.name() {
            name if name.starts_with("query_") => 0,
            name if name.starts_with("execute") => 1,
            _ => return,
        };
        if ours {
            self.0[at].fetch_add(1, Ordering::SeqCst);
        }
    }
}
