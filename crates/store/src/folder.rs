//! The data folder: everything of one house that is not in PostgreSQL.
//!
//! | inside | what |
//! |---|---|
//! | `house.db` | the SQLite database, when that is the database |
//! | `house.toml` | what the folder is for: a demonstration or the real thing |
//! | `files/` | uploaded files, by their content |
//! | `index/` | the search index; may be deleted, it is made anew |
//! | `outbox/` | mails, where none are sent out |
//! | `secret.key` | what signs cookies and tokens; readable by its owner alone |
//! | `lock` | held by `serve` and `restore` |

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::Fault;

/// The file that says what the folder is for.
const MARK: &str = "house.toml";

/// A data folder.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
}

/// What a data folder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// A demonstration: it may be filled and emptied.
    Demo,
    /// The real thing.
    Real,
}

/// The lock on a data folder; dropped, it is given back.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

impl Folder {
    /// The data folder at a path, made when it is not there.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self, Fault> {
        let root = root.into();
        let cannot = |err: std::io::Error| {
            Fault::operator(format!(
                "The data folder {} cannot be used: {err}. Give another with --data, or let this user write there.",
                root.display()
            ))
        };
        make_private(&root).map_err(cannot)?;
        let root = root.canonicalize().map_err(cannot)?;
        let folder = Self { root };
        for inner in [folder.files(), folder.index(), folder.outbox()] {
            fs::create_dir_all(&inner).map_err(|err| {
                Fault::operator(format!("The folder {} cannot be made: {err}.", inner.display()))
            })?;
        }
        Ok(folder)
    }

    /// The data folder at a path, if a house was ever made there; makes nothing.
    pub fn find(root: impl Into<PathBuf>) -> Result<Option<Self>, Fault> {
        let root = root.into();
        if root.join(MARK).is_file() { Self::open(root).map(Some) } else { Ok(None) }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The SQLite database.
    pub fn database(&self) -> PathBuf {
        self.root.join("house.db")
    }

    /// The address of the SQLite database.
    pub fn database_url(&self) -> String {
        sqlite_url(&self.database())
    }

    /// Where uploaded files are.
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }

    /// Where the search index is.
    pub fn index(&self) -> PathBuf {
        self.root.join("index")
    }

    /// Where mails are put when none are sent out.
    pub fn outbox(&self) -> PathBuf {
        self.root.join("outbox")
    }

    /// The key that signs cookies and tokens. At the first use it is made of the bytes given (the caller's
    /// chance), readable by its owner alone; later the bytes given are not looked at.
    pub fn secret(&self, fresh: [u8; 32]) -> Result<[u8; 32], Fault> {
        let path = self.secret_path();
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Ok(mut file) => {
                file.write_all(&fresh)?;
                file.sync_all()?;
                Ok(fresh)
            }
            Err(err) if err.kind() == ErrorKind::AlreadyExists => read_secret(&path),
            Err(err) => Err(err.into()),
        }
    }

    /// Where that key is.
    pub(crate) fn secret_path(&self) -> PathBuf {
        self.root.join("secret.key")
    }

    /// Locks the folder for one process: `serve` and `restore` never share it.
    pub fn lock(&self) -> Result<FolderLock, Fault> {
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(self.root.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Fault::operator(format!(
                "Another Local Action works in {}. Stop it first, or give another folder with --data.",
                self.root.display()
            ))),
            Err(TryLockError::Error(err)) => Err(err.into()),
        }
    }

    /// Writes down what the folder is for.
    pub fn mark(&self, purpose: Purpose) -> Result<(), Fault> {
        let text = format!(
            "# What this folder is for: \"demo\" may be filled and emptied, \"real\" never is.\npurpose = \"{}\"\n",
            purpose.code()
        );
        write_whole(&self.root, &self.root.join(MARK), text.as_bytes())
    }

    /// What the folder is for, if that is written down.
    pub fn purpose(&self) -> Result<Option<Purpose>, Fault> {
        let path = self.root.join(MARK);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(err) if err.kind() == ErrorKind::NotFound => return Ok(None),
            Err(err) => return Err(err.into()),
        };
        let value =
            text.lines().find_map(|line| line.trim().strip_prefix("purpose")?.trim().strip_prefix('='));
        match value.map(|value| value.trim().trim_matches('"')) {
            Some("demo") => Ok(Some(Purpose::Demo)),
            Some("real") => Ok(Some(Purpose::Real)),
            _ => Err(Fault::operator(format!(
                "{} does not say what the folder is for. Write purpose = \"demo\" or purpose = \"real\".",
                path.display()
            ))),
        }
    }
}

impl Purpose {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Real => "real",
        }
    }
}

/// The address of the SQLite database in a file.
pub(crate) fn sqlite_url(file: &Path) -> String {
    let path = file.display().to_string();
    format!("sqlite://{}?mode=rwc", path.replace('%', "%25").replace('?', "%3F").replace('#', "%23"))
}

/// What is in there is nobody else's to read.
fn make_private(root: &Path) -> std::io::Result<()> {
    let mut maker = fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(root)
}

fn read_secret(path: &Path) -> Result<[u8; 32], Fault> {
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    bytes.try_into().map_err(|_| {
        Fault::operator(format!(
            "{} does not hold 32 bytes. Restore it from a backup, or delete it: everybody then signs in anew.",
            path.display()
        ))
    })
}

/// Writes a file whole or not at all: beside it first, flushed, then moved to its name.
pub(crate) fn write_whole(beside: &Path, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    let temporary = beside.join(format!(".{name}.{}.new", std::process::id()));
    let mut file = File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    if let Some(parent) = path.parent() {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}
