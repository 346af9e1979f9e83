//! The harness for stories: a database of one's own on SQLite and on PostgreSQL, a clock that stands still,
//! ids that are the same in each run, a data folder that is gone afterwards.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_draft_is_kept() {
//!     on_both(rooms::migrations, |db| async move {
//!         let tx = db.store.note(db.clock.now()).await.unwrap();
//!         // …
//!     })
//!     .await;
//! }
//! ```
//!
//! The schema is made once per process and copied for each story: a file on SQLite, a template database on
//! PostgreSQL, whose cluster is started at the first use and stopped when the process ends.

mod cluster;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;
use tokio::sync::Mutex;
use vocabulary::{Clock, Ids, Moment};

use crate::{Folder, Migrations, Store};

use cluster::Cluster;

/// A database for one story, with everything that belongs to it.
pub struct TestDb {
    /// The store, open.
    pub store: Store,
    /// A clock that stands at [`morning`] until it is advanced.
    pub clock: Clock,
    /// Ids that are the same in each run.
    pub ids: Ids,
    /// A data folder of its own.
    pub folder: Folder,
    /// The address of the database.
    pub url: String,
    migrations: fn() -> Migrations,
    gone_afterwards: Arc<TempDir>,
}

/// The moment at which every story begins.
pub fn morning() -> Moment {
    Moment::parse("2026-11-23T09:00:00Z").expect("the moment is written as RFC 3339")
}

/// Runs a story on SQLite, then on PostgreSQL.
pub async fn on_both<F, Fut>(migrations: fn() -> Migrations, story: F)
where
    F: Fn(TestDb) -> Fut,
    Fut: Future<Output = ()>,
{
    eprintln!("— on SQLite");
    TestDb::sqlite(migrations).await.tell(&story).await;
    eprintln!("— on PostgreSQL");
    TestDb::postgres(migrations).await.tell(&story).await;
}

/// Templates already made in this process, by database and steps.
static TEMPLATES: Mutex<BTreeMap<String, String>> = Mutex::const_new(BTreeMap::new());
/// The number of the next database.
static NEXT: AtomicU32 = AtomicU32::new(1);

impl TestDb {
    /// A database of its own on SQLite.
    pub async fn sqlite(migrations: fn() -> Migrations) -> Self {
        let mut templates = TEMPLATES.lock().await;
        let key = format!("sqlite {}", names(migrations));
        if !templates.contains_key(&key) {
            let path = template_file();
            make(&format!("sqlite://{}?mode=rwc", path.display()), migrations).await;
            templates.insert(key.clone(), path.display().to_string());
        }
        let template = templates[&key].clone();
        drop(templates);
        let (dir, folder) = folder();
        std::fs::copy(template, folder.database()).expect("the template can be copied");
        let url = folder.database_url();
        Self::over(url, folder, dir, migrations).await
    }

    /// A database of its own on PostgreSQL. Without its programs the story fails and says what to install.
    pub async fn postgres(migrations: fn() -> Migrations) -> Self {
        let cluster = Cluster::running().await;
        let mut templates = TEMPLATES.lock().await;
        let key = format!("postgres {}", names(migrations));
        if !templates.contains_key(&key) {
            let name = format!("template_{}", NEXT.fetch_add(1, Ordering::SeqCst));
            cluster.create(&name, "template1").await;
            make(&cluster.url(&name), migrations).await;
            templates.insert(key.clone(), name);
        }
        let template = templates[&key].clone();
        let name = format!("story_{}", NEXT.fetch_add(1, Ordering::SeqCst));
        cluster.create(&name, &template).await;
        drop(templates);
        let (dir, folder) = folder();
        Self::over(cluster.url(&name), folder, dir, migrations).await
    }

    /// Opens the same database once more, as another process would.
    pub async fn again(&self) -> Store {
        open(&self.url, self.migrations, &self.clock, &self.ids).await
    }

    /// An `async move` block takes only the fields it names, so the folder must be held here until it ends.
    async fn tell<F, Fut>(self, story: &F)
    where
        F: Fn(Self) -> Fut,
        Fut: Future<Output = ()>,
    {
        let _held = self.gone_afterwards.clone();
        story(self).await;
    }

    async fn over(url: String, folder: Folder, dir: TempDir, migrations: fn() -> Migrations) -> Self {
        let (clock, ids) = (Clock::fixed(morning()), Ids::fixed());
        let store = open(&url, migrations, &clock, &ids).await;
        Self { store, clock, ids, folder, url, migrations, gone_afterwards: Arc::new(dir) }
    }
}

async fn open(url: &str, migrations: fn() -> Migrations, clock: &Clock, ids: &Ids) -> Store {
    match Store::open(url, migrations(), clock.clone(), ids.clone()).await {
        Ok(store) => store,
        Err(fault) => panic!("the story's database could not be opened: {}", fault.cause()),
    }
}

async fn make(url: &str, migrations: fn() -> Migrations) {
    let store = open(url, migrations, &Clock::fixed(morning()), &Ids::fixed()).await;
    store.close().await.expect("the template can be closed");
}

fn names(migrations: fn() -> Migrations) -> String {
    migrations().iter().map(|step| step.name().to_owned()).collect::<Vec<_>>().join(" ")
}

fn folder() -> (TempDir, Folder) {
    let dir = TempDir::with_prefix("localaction-").expect("a temporary folder can be made");
    let folder = Folder::open(dir.path()).expect("a temporary folder can be a data folder");
    (dir, folder)
}

/// A file that the process's guardian cannot clear away: it is small, and its name says what it is.
fn template_file() -> PathBuf {
    let name = format!("template-{}.db", NEXT.fetch_add(1, Ordering::SeqCst));
    cluster::scratch().join(name)
}
