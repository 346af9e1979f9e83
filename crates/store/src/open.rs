//! The store: opened once, cloned freely.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tokio::sync::watch;
use vocabulary::{Clock, Ids, Moment};

use crate::folder::Purpose;
use crate::schema::Step;
use crate::{Fault, Head, Tx, connect, journal, migrate, tables};

/// Steps of the schema, in order; see [`crate::schema::step`].
pub type Migrations = Vec<Step>;

/// The database, its journal and the source of ids. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    write: DatabaseConnection,
    read: DatabaseConnection,
    clock: Clock,
    ids: Ids,
    heads: watch::Sender<Head>,
}

impl Store {
    /// Opens a database and takes its schema forward: the store's own steps, then the ones given.
    ///
    /// `sqlite:///path?mode=rwc` or `postgres://user@host/name`. A schema newer than this program is refused.
    pub async fn open(url: &str, migrations: Migrations, clock: Clock, ids: Ids) -> Result<Self, Fault> {
        Self::begin(url, None, migrations, clock, ids).await
    }

    /// As [`Store::open`], for a demonstration or for the real thing: a new database is marked so, and one that is
    /// marked otherwise is refused and left as it was.
    pub async fn open_for(
        purpose: Purpose,
        url: &str,
        migrations: Migrations,
        clock: Clock,
        ids: Ids,
    ) -> Result<Self, Fault> {
        Self::begin(url, Some(purpose), migrations, clock, ids).await
    }

    async fn begin(
        url: &str,
        purpose: Option<Purpose>,
        migrations: Migrations,
        clock: Clock,
        ids: Ids,
    ) -> Result<Self, Fault> {
        let pools = connect::open(url).await?;
        let ran = migrate::forward(&pools.write, &with_own(migrations), purpose, clock.now(), &ids).await?;
        if !ran.is_empty() {
            tracing::info!(steps = ran.len(), last = ran.last(), "the schema was taken forward");
        }
        let (heads, _) = watch::channel(journal::head(&pools.read).await?);
        let inner = Inner { write: pools.write, read: pools.read, clock, ids, heads };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The names of the steps that [`Store::open`] would run on this database; changes nothing.
    pub async fn pending(url: &str, migrations: Migrations) -> Result<Vec<String>, Fault> {
        let pools = connect::open(url).await?;
        let names = migrate::pending(&pools.read, &with_own(migrations)).await;
        close(pools.write, pools.read).await?;
        names
    }

    /// A connection for reading.
    pub fn read(&self) -> &DatabaseConnection {
        &self.inner.read
    }

    /// Begins a transaction in which facts are told. It takes the journal's head first, so every other such
    /// transaction waits for it: do slow work before.
    pub async fn act(&self, now: Moment) -> Result<Tx, Fault> {
        Tx::act(self.clone(), &self.inner.write, now).await
    }

    /// Begins a transaction in which no fact may be told: a draft is saved, a session or a code is made.
    pub async fn note(&self, now: Moment) -> Result<Tx, Fault> {
        Tx::note(self.clone(), &self.inner.write, now).await
    }

    /// The clock the store was opened with.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// The source of ids the store was opened with.
    pub fn ids(&self) -> &Ids {
        &self.inner.ids
    }

    /// True on SQLite, where one file is the whole database.
    pub fn is_one_file(&self) -> bool {
        self.inner.read.get_database_backend() == DbBackend::Sqlite
    }

    /// The moment by the clock of the database's own machine; none on SQLite, which has no other clock than ours.
    pub async fn database_moment(&self) -> Result<Option<Moment>, Fault> {
        if self.is_one_file() {
            return Ok(None);
        }
        let select = "SELECT CAST(EXTRACT(EPOCH FROM now()) AS BIGINT) AS at";
        let row = self.read().query_one_raw(Statement::from_string(DbBackend::Postgres, select)).await?;
        Ok(row.map(|row| row.try_get("", "at")).transpose()?.map(Moment::from_unix))
    }

    /// The journal's head as this process last saw it, and every change of it: after each own commit at once,
    /// after another process's once somebody looks ([`Store::look`]).
    pub fn heads(&self) -> watch::Receiver<Head> {
        self.inner.heads.subscribe()
    }

    /// Looks in the database where the journal's head is and wakes who waits for it.
    pub async fn look(&self) -> Result<Head, Fault> {
        let head = journal::head(self.read()).await?;
        self.saw(head.clone());
        Ok(head)
    }

    /// Closes every connection. Transactions that are open are rolled back.
    pub async fn close(self) -> Result<(), Fault> {
        close(self.inner.write.clone(), self.inner.read.clone()).await
    }

    pub(crate) fn saw(&self, head: Head) {
        self.inner.heads.send_if_modified(|seen| {
            let newer = seen.epoch != head.epoch || seen.position < head.position;
            if newer {
                *seen = head;
            }
            newer
        });
    }
}

/// Readers first: the last connection to a SQLite file folds its log into it, and a reader may not write.
async fn close(write: DatabaseConnection, read: DatabaseConnection) -> Result<(), Fault> {
    read.close().await?;
    write.close().await?;
    Ok(())
}

pub(crate) fn with_own(migrations: Migrations) -> Migrations {
    tables::steps().into_iter().chain(migrations).collect()
}
