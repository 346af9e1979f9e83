//! Writing an archive, while the house serves.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, Statement};
use sha2::{Digest, Sha256};
use vocabulary::Moment;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::rows::Pages;
use super::{FILES, FORMAT, MANIFEST, Manifest, Member, SECRET, TABLES, What};
use crate::folder::Purpose;
use crate::schema::Step;
use crate::{Fault, Files, Folder, Hash, Migrations, connect, journal, migrate};

/// What an archive is made of.
pub struct Source<'a> {
    /// The address of the database.
    pub url: &'a str,
    /// The data folder.
    pub folder: &'a Folder,
    /// The steps of the schema that this program knows, after the store's own.
    pub migrations: Migrations,
    /// What the archive is for.
    pub what: What,
    /// Tables whose rows are left out of it.
    pub left_out: &'a [&'a str],
    /// The version of this program.
    pub program: &'a str,
    /// The moment.
    pub now: Moment,
}

/// Writes an archive into a file that is not there yet: beside it first, flushed, then moved to its name. The database
/// is only read, and as it is: its schema is not taken forward.
pub async fn write(source: &Source<'_>, file: &Path) -> Result<Manifest, Fault> {
    if file.exists() {
        return Err(Fault::operator(format!(
            "{} is there already, and nothing is ever written over it. Give another name.",
            file.display()
        )));
    }
    let there = connect::file(source.url)?;
    if let Some(missing) = there.filter(|file| !file.is_file()) {
        return Err(Fault::operator(format!("There is no database in {}.", missing.display())));
    }
    let read = connect::reader(source.url).await?;
    let beside = beside(file)?;
    let written = fill(source, &read, &beside).await;
    let closed = read.close().await;
    let done = written.and_then(|manifest| {
        closed?;
        fs::rename(&beside, file).map_err(|err| cannot(file, &err))?;
        super::swap::flush_folder(file)?;
        Ok(manifest)
    });
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Where the archive grows.
fn beside(file: &Path) -> Result<PathBuf, Fault> {
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .ok_or_else(|| Fault::operator(format!("{} is no name for a file. Give another.", file.display())))?;
    Ok(file.with_file_name(format!(".{name}.{}.new", std::process::id())))
}

async fn fill(source: &Source<'_>, read: &DatabaseConnection, beside: &Path) -> Result<Manifest, Fault> {
    let mut pack = Pack::begin(beside)?;
    let tx = connect::snapshot(read).await?;
    let steps = steps_run(source, &tx).await?;
    let head = journal::head(&tx).await?;
    let purpose = purpose(source, &tx).await?;
    let mut members = Vec::new();
    for table in super::tables(&steps).iter().filter(|table| !source.left_out.contains(&table.name.as_str()))
    {
        pack.start(&format!("{TABLES}{}.jsonl", table.name))?;
        let (mut pages, mut rows) = (Pages::of(table), 0);
        loop {
            let lines = pages.next(&tx).await?;
            if lines.is_empty() {
                break;
            }
            rows += lines.len() as u64;
            lines.iter().try_for_each(|line| pack.write(line.as_bytes()))?;
        }
        members.push(pack.end(Some(rows)));
    }
    let kept = files_kept(&tx).await?;
    tx.rollback().await?;
    let missing = put_files(source, kept, &mut pack, &mut members)?;
    if source.what == What::Backup
        && let Ok(secret) = fs::read(source.folder.secret_path())
    {
        members.push(pack.whole(SECRET, &secret)?);
    }
    let left_out = super::tables(&steps).into_iter().map(|table| table.name);
    let manifest = Manifest {
        format: FORMAT,
        what: source.what,
        program: source.program.to_owned(),
        made: source.now,
        purpose,
        epoch: head.epoch,
        position: head.position,
        hash: head.hash,
        steps: steps.iter().map(|step| step.name().to_owned()).collect(),
        left_out: left_out.filter(|name| source.left_out.contains(&name.as_str())).collect(),
        missing,
        members,
    };
    pack.whole(MANIFEST, &serde_json::to_vec_pretty(&manifest)?)?;
    pack.finish()?;
    Ok(manifest)
}

/// The steps that were run on this database, in our order.
async fn steps_run(source: &Source<'_>, tx: &DatabaseTransaction) -> Result<Vec<Step>, Fault> {
    if !migrate::there_is(tx, "schema_step").await? {
        return Err(Fault::operator("There is no house in the database. Give another with --database."));
    }
    let known = crate::open::with_own(source.migrations.clone());
    let done = migrate::done(tx).await?;
    migrate::not_newer(&done, &known)?;
    Ok(known.into_iter().filter(|step| done.contains(step.name())).collect())
}

/// What the house is for: its folder and its database must say the same.
async fn purpose(source: &Source<'_>, tx: &DatabaseTransaction) -> Result<Purpose, Fault> {
    let folder = source.folder.purpose()?.unwrap_or(Purpose::Real);
    match super::swap::purpose(tx).await? {
        Some(database) if database != folder.code() => Err(Fault::operator(format!(
            "The folder {} and the database do not belong together: one is a demonstration's, the other a real \
             house's. Give the right one with --data or --database.",
            source.folder.root().display()
        ))),
        _ => Ok(folder),
    }
}

/// The contents that the rows name, each once.
async fn files_kept(tx: &DatabaseTransaction) -> Result<Vec<Hash>, Fault> {
    let select = "SELECT DISTINCT sha256 FROM file WHERE forgotten IS NULL ORDER BY sha256";
    let rows = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), select)).await?;
    let hash =
        |text: String| Hash::parse(&text).ok_or_else(|| Fault::broken("a file has an unreadable hash"));
    rows.iter().map(|row| hash(row.try_get("", "sha256")?)).collect()
}

/// Puts the files in, and gives those that are not there as they should be.
fn put_files(
    source: &Source<'_>,
    kept: Vec<Hash>,
    pack: &mut Pack,
    members: &mut Vec<Member>,
) -> Result<Vec<Hash>, Fault> {
    let files = Files::new(source.folder);
    let mut missing = Vec::new();
    for sha256 in kept {
        match fs::read(files.path(&sha256)) {
            Ok(bytes) if Hash::of(&bytes) == sha256 => {
                let (first, rest) = sha256.as_str().split_at(2);
                members.push(pack.whole(&format!("{FILES}{first}/{rest}"), &bytes)?);
            }
            _ => missing.push(sha256),
        }
    }
    Ok(missing)
}

/// The zip as it grows, and what is known of the member that grows in it.
struct Pack {
    zip: ZipWriter<BufWriter<File>>,
    path: PathBuf,
    name: String,
    bytes: u64,
    digest: Sha256,
}

impl Pack {
    fn begin(path: &Path) -> Result<Self, Fault> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|err| cannot(path, &err))?;
        let zip = ZipWriter::new(BufWriter::new(file));
        Ok(Self { zip, path: path.to_owned(), name: String::new(), bytes: 0, digest: Sha256::new() })
    }

    fn start(&mut self, name: &str) -> Result<(), Fault> {
        let options = SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .large_file(true)
            .unix_permissions(0o600);
        self.zip.start_file(name, options).map_err(|err| cannot(&self.path, &err))?;
        (self.name, self.bytes, self.digest) = (name.to_owned(), 0, Sha256::new());
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
        self.zip.write_all(bytes).map_err(|err| cannot(&self.path, &err))
    }

    fn end(&mut self, rows: Option<u64>) -> Member {
        let sha256 = Hash::finish(std::mem::take(&mut self.digest));
        Member { name: std::mem::take(&mut self.name), rows, bytes: self.bytes, sha256 }
    }

    fn whole(&mut self, name: &str, bytes: &[u8]) -> Result<Member, Fault> {
        self.start(name)?;
        self.write(bytes)?;
        Ok(self.end(None))
    }

    fn finish(self) -> Result<(), Fault> {
        let path = self.path;
        let buffer = self.zip.finish().map_err(|err| cannot(&path, &err))?;
        let file = buffer.into_inner().map_err(|err| cannot(&path, err.error()))?;
        file.sync_all().map_err(|err| cannot(&path, &err))
    }
}

fn cannot(path: &Path, err: &dyn std::fmt::Display) -> Fault {
    let folder = path.parent().unwrap_or(path).display();
    Fault::operator(format!("The archive could not be written into {folder}: {err}. Nothing was left there."))
}
