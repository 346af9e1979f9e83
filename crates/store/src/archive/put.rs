//! Putting an archive in the place of a house.

use std::fs;
use std::path::Path;

use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, TransactionTrait};
use uuid::Uuid;
use vocabulary::{Ids, Moment};

use super::rows::Inserts;
use super::swap::{self, Stamp};
use super::{Archive, FILES, SECRET};
use crate::folder::write_whole;
use crate::schema::{Step, quoted};
use crate::{Fault, Files, Folder, Migrations, connect, migrate};

/// Where an archive is put.
pub struct Place<'a> {
    /// The address of the database: of the same kind or of the other.
    pub url: &'a str,
    /// The data folder, whose lock the caller holds.
    pub folder: &'a Folder,
    /// The steps of the schema that this program knows, after the store's own.
    pub migrations: Migrations,
    /// The moment.
    pub now: Moment,
    /// The source of ids.
    pub ids: &'a Ids,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Where what was there before is kept, in words; nothing when nothing was there.
    pub kept: Vec<String>,
    /// The steps by which an older archive was taken forward.
    pub steps: Vec<String>,
}

/// Verifies an archive and puts it in the place of whatever house is there, which is kept beside. The journal begins
/// another epoch, so that every index is made anew.
pub async fn put(archive: &mut Archive, place: &Place<'_>) -> Result<Done, Fault> {
    same_purpose(archive, place).await?;
    archive.verify()?;
    let stamp = Stamp::of(place.now);
    put_files(archive, place)?;
    let mut done = match connect::file(place.url)? {
        Some(file) => on_sqlite(archive, place, &file, &stamp).await?,
        None => on_postgres(archive, place, &stamp).await?,
    };
    if let Some(secret) = archive.content(SECRET)? {
        done.kept.extend(put_secret(place, &secret, &stamp)?);
    }
    place.folder.mark(archive.manifest().purpose)?;
    Ok(done)
}

/// Whether nothing was ever told there: no database, or a journal without a fact.
pub async fn is_empty(url: &str) -> Result<bool, Fault> {
    Ok(swap::look(url).await?.position.is_none_or(|position| position == 0))
}

/// A demonstration never becomes a real house, nor the other way round.
async fn same_purpose(archive: &Archive, place: &Place<'_>) -> Result<(), Fault> {
    let meant = archive.manifest().purpose.code();
    let folder = place.folder.purpose()?.map(|purpose| purpose.code().to_owned());
    let database = swap::look(place.url).await?.purpose;
    match [folder, database].into_iter().flatten().find(|there| there != meant) {
        None => Ok(()),
        Some(there) => Err(Fault::operator(format!(
            "{} is of a {meant} house, and the house here is a {there} one; they are never mixed. Give another folder \
             with --data, and another database with --database if you gave one.",
            archive.path().display(),
        ))),
    }
}

/// Files first: they are named by their content, so what is there already stays as it is, and rows never point at
/// nothing.
fn put_files(archive: &mut Archive, place: &Place<'_>) -> Result<(), Fault> {
    let files = Files::new(place.folder);
    for member in archive.manifest().members.clone() {
        if !member.name.starts_with(FILES) {
            continue;
        }
        if let Some(bytes) = archive.content(&member.name)? {
            files.keep_again(&member.sha256, &bytes)?;
        }
    }
    Ok(())
}

fn put_secret(place: &Place<'_>, secret: &[u8], stamp: &Stamp) -> Result<Option<String>, Fault> {
    let path = place.folder.secret_path();
    let there = fs::read(&path).ok();
    if there.as_deref() == Some(secret) {
        return Ok(None);
    }
    let kept = match there {
        Some(_) => {
            let aside = stamp.beside(&path);
            fs::rename(&path, &aside)?;
            Some(aside.display().to_string())
        }
        None => None,
    };
    write_whole(place.folder.root(), &path, secret)?;
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(kept)
}

/// A new file is filled beside the one in use, flushed, and takes its name.
async fn on_sqlite(
    archive: &mut Archive,
    place: &Place<'_>,
    file: &Path,
    stamp: &Stamp,
) -> Result<Done, Fault> {
    let fresh = swap::fresh(file)?;
    let made = async {
        let conn = connect::building(&crate::folder::sqlite_url(&fresh)).await?;
        let tx = conn.begin().await?;
        let steps = fill(&tx, archive, place).await?;
        tx.commit().await?;
        conn.close().await?;
        Ok(steps)
    };
    match made.await {
        Ok(steps) => Ok(Done { kept: swap::take_the_place(&fresh, file, stamp).await?, steps }),
        Err(fault) => {
            let _ = fs::remove_file(&fresh);
            Err(fault)
        }
    }
}

/// The tables in use move into a schema of their own, and new ones take their place, in one transaction.
async fn on_postgres(archive: &mut Archive, place: &Place<'_>, stamp: &Stamp) -> Result<Done, Fault> {
    let conn = connect::writer(place.url).await?;
    let tx = conn.begin_with_options(connect::writing(&conn)).await?;
    let kept = swap::set_aside(&tx, stamp).await?;
    let steps = fill(&tx, archive, place).await?;
    tx.commit().await?;
    conn.close().await?;
    Ok(Done { kept, steps })
}

/// Makes the tables with the archive's own steps, fills them, and takes them forward to this program's.
async fn fill(
    tx: &DatabaseTransaction,
    archive: &mut Archive,
    place: &Place<'_>,
) -> Result<Vec<String>, Fault> {
    migrate::forward_in(tx, archive.steps(), None, place.now, place.ids).await?;
    let references = swap::loosen(tx).await?;
    for table in &archive.tables() {
        // What the steps have put there themselves, the archive has too.
        tx.execute_unprepared(&format!("DELETE FROM {}", quoted(&table.name))).await?;
        let (mut rows, mut inserts) = (archive.rows(table)?, Inserts::into(table));
        while let Some((values, _)) = rows.next()? {
            inserts.push(tx, values).await?;
        }
        inserts.flush(tx).await?;
    }
    swap::fasten(tx, &references).await.map_err(|fault| {
        tracing::warn!(cause = fault.cause(), "the rows of an archive do not fit together");
        Fault::operator(format!(
            "{}: its rows do not fit together ({}). Nothing was changed.",
            archive.path().display(),
            fault.cause()
        ))
    })?;
    let known: Vec<Step> = crate::open::with_own(place.migrations.clone());
    let purpose = archive.manifest().purpose;
    let ran = migrate::forward_in(tx, &known, Some(purpose), place.now, place.ids).await?;
    let epoch: Uuid = place.ids.next(place.now);
    let begin = "UPDATE journal_head SET epoch = $1 WHERE id = 1";
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), begin, [epoch.into()])).await?;
    Ok(ran)
}
