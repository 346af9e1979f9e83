//! The lines that know how one house takes the place of another in each database.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};
use vocabulary::Moment;

use crate::schema::quoted;
use crate::{Fault, Position, connect, journal, migrate};

/// The moment of a restore, as it stands in the names of what is kept.
pub(super) struct Stamp(String);

impl Stamp {
    pub(super) fn of(now: Moment) -> Self {
        Self(now.to_string().chars().filter(|c| c.is_ascii_alphanumeric()).collect())
    }

    /// `house.db.before-restore-20261122T070000Z`, or that with a number when it is taken.
    pub(super) fn beside(&self, path: &Path) -> PathBuf {
        let first = with_end(path, &format!(".before-restore-{}", self.0));
        let others = (2..).map(|n| with_end(&first, &format!("-{n}")));
        std::iter::once(first.clone()).chain(others).find(|aside| !aside.exists()).unwrap_or(first)
    }
}

/// What stands in a database.
#[derive(Default)]
pub(super) struct Standing {
    /// Where its journal ends; `None` when there is none.
    pub(super) position: Option<Position>,
    /// What it is for, if it says so.
    pub(super) purpose: Option<String>,
}

/// Looks what stands in a database. A file that is no database is nothing: a restore is what mends it.
pub(super) async fn look(url: &str) -> Result<Standing, Fault> {
    let file = connect::file(url)?;
    if file.as_ref().is_some_and(|file| !file.is_file()) {
        return Ok(Standing::default());
    }
    let seen = async {
        let read = connect::reader(url).await?;
        let tx = connect::snapshot(&read).await?;
        let begun = migrate::there_is(&tx, "journal_head").await?;
        let position = if begun { Some(journal::head(&tx).await?.position) } else { None };
        let seen = Standing { position, purpose: purpose(&tx).await? };
        tx.rollback().await?;
        read.close().await?;
        Ok(seen)
    };
    match seen.await {
        Err(fault) if file.is_some() => {
            let fault: Fault = fault;
            tracing::warn!(cause = fault.cause(), "the database in use cannot be read");
            Ok(Standing::default())
        }
        other => other,
    }
}

/// What the database is for, if it says so.
pub(super) async fn purpose(tx: &DatabaseTransaction) -> Result<Option<String>, Fault> {
    if !migrate::there_is(tx, "house").await? {
        return Ok(None);
    }
    let select = Statement::from_string(tx.get_database_backend(), "SELECT purpose FROM house WHERE id = 1");
    Ok(tx.query_one_raw(select).await?.map(|row| row.try_get("", "purpose")).transpose()?)
}

/// A file to build a SQLite database in, beside the one that it replaces.
pub(super) fn fresh(file: &Path) -> Result<PathBuf, Fault> {
    let fresh = with_end(file, ".restoring");
    for end in ["", "-journal", "-wal", "-shm"] {
        let _ = fs::remove_file(with_end(&fresh, end));
    }
    if let Some(parent) = fresh.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(fresh)
}

/// A SQLite file takes the name of another, which keeps its content under a name of its own. At no moment is there
/// none, and the log of the old one is never read into the new.
pub(super) async fn take_the_place(fresh: &Path, file: &Path, stamp: &Stamp) -> Result<Vec<String>, Fault> {
    File::open(fresh)?.sync_all()?;
    let mut kept = Vec::new();
    if file.exists() {
        fold_log(file).await;
        let aside = stamp.beside(file);
        if fs::hard_link(file, &aside).is_err() {
            fs::copy(file, &aside)?;
        }
        for end in ["-wal", "-shm"] {
            if with_end(file, end).exists() {
                fs::rename(with_end(file, end), with_end(&aside, end))?;
            }
        }
        kept.push(aside.display().to_string());
    }
    fs::rename(fresh, file)?;
    flush_folder(file)?;
    Ok(kept)
}

/// Folds the log of a SQLite file into it, so that the file is the whole database. One that cannot be opened keeps it.
async fn fold_log(file: &Path) {
    let folded = async {
        let conn = connect::writer(&crate::folder::sqlite_url(file)).await?;
        conn.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        conn.close().await?;
        Ok::<(), Fault>(())
    };
    if let Err(fault) = folded.await {
        tracing::warn!(cause = fault.cause(), "the log of the database in use could not be folded into it");
    }
}

/// Moves the tables in use into a schema of their own.
pub(super) async fn set_aside(tx: &DatabaseTransaction, stamp: &Stamp) -> Result<Vec<String>, Fault> {
    let names =
        strings(tx, "SELECT tablename::text AS v FROM pg_tables WHERE schemaname = current_schema()").await?;
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let schema = format!("before_restore_{}", stamp.0.to_lowercase());
    tx.execute_unprepared(&format!("CREATE SCHEMA {}", quoted(&schema))).await.map_err(|err| {
        tracing::warn!(%err, "no schema could be made for the tables in use");
        Fault::operator(format!(
            "The tables in use could not be kept aside in a schema {schema}: {err}. Nothing was changed. Let the \
             user of the database make schemas (GRANT CREATE ON DATABASE …), and try again."
        ))
    })?;
    for name in names {
        let table = quoted(&name);
        tx.execute_unprepared(&format!("ALTER TABLE {table} SET SCHEMA {}", quoted(&schema))).await?;
    }
    Ok(vec![format!("the schema {schema} of the database")])
}

/// Takes the references between tables away while they are filled: rows come in the order of the tables' names. Gives
/// the statements that make them again.
pub(super) async fn loosen(tx: &DatabaseTransaction) -> Result<Vec<String>, Fault> {
    if tx.get_database_backend() == DbBackend::Sqlite {
        return Ok(Vec::new());
    }
    let of_ours = "FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace \
                   ORDER BY conrelid::regclass::text, conname";
    let alter = "format('ALTER TABLE %s ";
    let make = format!(
        "SELECT {alter}ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS v {of_ours}"
    );
    let drop = format!("SELECT {alter}DROP CONSTRAINT %I', conrelid::regclass, conname) AS v {of_ours}");
    let (make, drop) = (strings(tx, &make).await?, strings(tx, &drop).await?);
    for statement in drop {
        tx.execute_unprepared(&statement).await?;
    }
    Ok(make)
}

/// Makes the references again; fails when a row refers to nothing.
pub(super) async fn fasten(tx: &DatabaseTransaction, references: &[String]) -> Result<(), Fault> {
    for statement in references {
        tx.execute_unprepared(statement).await?;
    }
    if tx.get_database_backend() == DbBackend::Sqlite {
        let check = "SELECT \"table\" || ' refers to nothing in ' || \"parent\" AS v FROM pragma_foreign_key_check LIMIT 1";
        if let Some(wrong) = strings(tx, check).await?.first() {
            return Err(Fault::operator(wrong.as_str()));
        }
    }
    Ok(())
}

async fn strings(tx: &DatabaseTransaction, select: &str) -> Result<Vec<String>, Fault> {
    let rows = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), select)).await?;
    rows.iter().map(|row| Ok(row.try_get("", "v")?)).collect()
}

/// Makes the name of a file last.
pub(super) fn flush_folder(file: &Path) -> Result<(), Fault> {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(File::open(parent)?.sync_all()?)
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
