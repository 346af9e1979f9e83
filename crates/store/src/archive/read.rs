//! Reading an archive and judging it, before anything is touched.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use sea_orm::Value;
use sha2::{Digest, Sha256};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::{FILES, FORMAT, MANIFEST, Manifest, Member, SECRET, TABLES, rows};
use crate::schema::{Step, Table};
use crate::{Fault, Hash, Migrations, journal};

/// An archive, open, whose manifest could be read.
pub struct Archive {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
    manifest: Manifest,
    steps: Vec<Step>,
    tables: Vec<Table>,
}

/// A member on its way out: what has been read of it is counted and hashed.
pub(super) struct Reading<'a> {
    file: ZipFile<'a, BufReader<File>>,
    bytes: u64,
    digest: Sha256,
}

impl Read for Reading<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.bytes += read as u64;
        self.digest.update(&buffer[..read]);
        Ok(read)
    }
}

impl Archive {
    /// Opens an archive; one that this program cannot know is refused with a sentence.
    pub fn open(path: &Path, migrations: Migrations) -> Result<Self, Fault> {
        let shown = path.display();
        let file =
            File::open(path).map_err(|err| Fault::operator(format!("{shown} cannot be read: {err}.")))?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|err| {
            Fault::operator(format!(
                "{shown} is no whole archive: it was cut off, or it never was one ({err}). Take another copy of it."
            ))
        })?;
        let text = whole(&mut zip, MANIFEST).map_err(|err| {
            Fault::operator(format!(
                "{shown} is no archive of Local Action: {MANIFEST} cannot be read ({err})."
            ))
        })?;
        let manifest = manifest(&text, path)?;
        let known = crate::open::with_own(migrations);
        if let Some(name) = manifest.steps.iter().find(|name| !known.iter().any(|step| step.name() == *name))
        {
            return Err(Fault::operator(format!(
                "{shown} was written by a newer Local Action ({}): it has the schema step \"{name}\", which this one \
                 ({}) does not know. Use the newer version.",
                manifest.program,
                env!("CARGO_PKG_VERSION")
            )));
        }
        let steps: Vec<Step> =
            known.into_iter().filter(|step| manifest.steps.iter().any(|name| name == step.name())).collect();
        let archive = Self { path: path.to_owned(), zip, manifest, tables: super::tables(&steps), steps };
        archive.has_its_members()?;
        Ok(archive)
    }

    /// What it says about itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The steps with which its tables are made.
    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Its tables, those that were left out too.
    pub(super) fn tables(&self) -> Vec<Table> {
        self.tables.clone()
    }

    /// Reads everything: every hash, every row as its table has it, every link of the journal.
    pub fn verify(&mut self) -> Result<(), Fault> {
        for member in self.manifest.members.clone() {
            match self.table(&member.name) {
                Some(table) => self.verify_table(&member, &table)?,
                None => self.verify_file(&member)?,
            }
        }
        Ok(())
    }

    /// The content of a member that is no table, if it is there.
    pub(super) fn content(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        if self.zip.index_for_name(name).is_none() {
            return Ok(None);
        }
        whole(&mut self.zip, name).map(Some).map_err(|err| self.damaged(name, &err))
    }

    /// The rows of a table, one after the other, given to somebody as they come.
    pub(super) fn rows<'a>(&'a mut self, table: &'a Table) -> Result<Rows<'a>, Fault> {
        let name = member_of(table);
        let kept = self.zip.index_for_name(&name).is_some();
        let reading = kept.then(|| reading(&mut self.zip, &name));
        let lines = match reading {
            None => None,
            Some(Ok(reading)) => Some(BufReader::new(reading)),
            Some(Err(err)) => return Err(damaged(&self.path, &name, &err)),
        };
        Ok(Rows { path: &self.path, name, table, lines, line: String::new(), count: 0 })
    }

    fn table(&self, member: &str) -> Option<Table> {
        self.tables.iter().find(|table| member_of(table) == member).cloned()
    }

    /// What the manifest names is inside, and nothing else is; every table is among it or left out on purpose.
    fn has_its_members(&self) -> Result<(), Fault> {
        let named: BTreeSet<&str> = self.manifest.members.iter().map(|member| member.name.as_str()).collect();
        let inside: BTreeSet<&str> =
            self.zip.file_names_raw().map(|name| str::from_utf8(name).unwrap_or("?")).collect();
        if let Some(lost) = named.iter().find(|name| !inside.contains(*name)) {
            return Err(self.damaged(lost, &"it is not inside"));
        }
        if let Some(other) = inside.iter().find(|name| **name != MANIFEST && !named.contains(*name)) {
            return Err(self.damaged(other, &"the manifest does not name it"));
        }
        let left_out = &self.manifest.left_out;
        let wanted = self.tables.iter().filter(|table| !left_out.contains(&table.name)).map(member_of);
        match wanted.into_iter().find(|name| !named.contains(name.as_str())) {
            Some(lost) => Err(self.damaged(&lost, &"it is not inside")),
            None => Ok(()),
        }
    }

    fn verify_table(&mut self, member: &Member, table: &Table) -> Result<(), Fault> {
        let (path, end) = (self.path.clone(), (self.manifest.position, self.manifest.hash.clone()));
        let mut links = (table.name == "journal").then(journal::Links::default);
        let mut rows = self.rows(table)?;
        while let Some((_, row)) = rows.next()? {
            if let Some(links) = &mut links
                && !journal::from_json(row).and_then(|fact| links.follow(&fact)).unwrap_or(false)
            {
                return Err(broken_chain(&path, links.position));
            }
        }
        let (count, bytes, sha256) = rows.ended()?;
        if sha256 != member.sha256 || bytes != member.bytes || Some(count) != member.rows {
            return Err(damaged(&path, &member.name, &"its content is not what was written"));
        }
        match links {
            Some(links) if (links.position, &links.hash) != (end.0, &end.1) => {
                Err(broken_chain(&path, links.position + 1))
            }
            _ => Ok(()),
        }
    }

    fn verify_file(&mut self, member: &Member) -> Result<(), Fault> {
        let name = &member.name;
        if name != SECRET && named_by_content(name).is_none() {
            return Err(self.damaged(name, &"an archive has no such member"));
        }
        let mut read = reading(&mut self.zip, name).map_err(|err| damaged(&self.path, name, &err))?;
        io::copy(&mut read, &mut io::sink()).map_err(|err| damaged(&self.path, name, &err))?;
        let (bytes, sha256) = (read.bytes, Hash::finish(read.digest));
        let named = named_by_content(name).is_none_or(|hash| hash == sha256);
        if bytes != member.bytes || sha256 != member.sha256 || !named {
            return Err(damaged(&self.path, name, &"its content is not what was written"));
        }
        Ok(())
    }

    fn damaged(&self, member: &str, why: &dyn std::fmt::Display) -> Fault {
        damaged(&self.path, member, why)
    }
}

/// The rows of one table as they are read.
pub(super) struct Rows<'a> {
    path: &'a Path,
    name: String,
    table: &'a Table,
    lines: Option<BufReader<Reading<'a>>>,
    line: String,
    count: u64,
}

impl Rows<'_> {
    /// The next row: its values in the order of the columns, and the row as it stands there.
    pub(super) fn next(&mut self) -> Result<Option<(Vec<Value>, serde_json::Value)>, Fault> {
        let Some(lines) = &mut self.lines else { return Ok(None) };
        self.line.clear();
        let read = lines.read_line(&mut self.line).map_err(|err| damaged(self.path, &self.name, &err))?;
        if read == 0 {
            return Ok(None);
        }
        self.count += 1;
        let row = serde_json::from_str(&self.line).ok();
        let values = row.as_ref().and_then(|row| rows::values(self.table, row));
        match values.zip(row) {
            Some(both) => Ok(Some(both)),
            None => {
                let why = format!("line {} is no row of the table {}", self.count, self.table.name);
                Err(damaged(self.path, &self.name, &why))
            }
        }
    }

    /// How many rows there were, how long they were and their hash.
    fn ended(self) -> Result<(u64, u64, Hash), Fault> {
        let Some(lines) = self.lines else { return Ok((0, 0, Hash::of(""))) };
        let read = lines.into_inner();
        Ok((self.count, read.bytes, Hash::finish(read.digest)))
    }
}

/// The hash in the name of a file, `files/ab/cdef…`.
pub(super) fn named_by_content(member: &str) -> Option<Hash> {
    let (first, rest) = member.strip_prefix(FILES)?.split_once('/')?;
    (first.len() == 2).then(|| Hash::parse(&format!("{first}{rest}"))).flatten()
}

fn member_of(table: &Table) -> String {
    format!("{TABLES}{}.jsonl", table.name)
}

fn manifest(text: &[u8], path: &Path) -> Result<Manifest, Fault> {
    let shown = path.display();
    let unreadable = |err: serde_json::Error| {
        Fault::operator(format!("{shown} is no archive of Local Action: {MANIFEST} is unreadable ({err})."))
    };
    let any: serde_json::Value = serde_json::from_slice(text).map_err(unreadable)?;
    match any.get("format").and_then(serde_json::Value::as_u64) {
        Some(format) if format > FORMAT => Err(Fault::operator(format!(
            "{shown} was written by a newer Local Action: it has form {format}, and this one reads up to form \
             {FORMAT}. Use the newer version."
        ))),
        _ => serde_json::from_value(any).map_err(unreadable),
    }
}

fn reading<'a>(
    zip: &'a mut ZipArchive<BufReader<File>>,
    name: &str,
) -> Result<Reading<'a>, zip::result::ZipError> {
    Ok(Reading { file: zip.by_name(name)?, bytes: 0, digest: Sha256::new() })
}

fn whole(zip: &mut ZipArchive<BufReader<File>>, name: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reading(zip, name)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn damaged(path: &Path, member: &str, why: &dyn std::fmt::Display) -> Fault {
    Fault::operator(format!(
        "{} is damaged in {member}: {why}. Nothing was changed. Take another copy of it, or an older one.",
        path.display()
    ))
}

fn broken_chain(path: &Path, position: journal::Position) -> Fault {
    let why = format!("the chain of the journal breaks at fact {position}");
    damaged(path, &format!("{TABLES}journal.jsonl"), &why)
}
