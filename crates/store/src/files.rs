//! Files are kept in the data folder by their content: `files/ab/cdef…`, once however often they are put.
//!
//! The bytes are written, flushed and named first, then the row is made in the caller's transaction: a row
//! never points at nothing. A file that is forgotten loses its bytes; its hash and its row stay.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sea_orm::entity::prelude::*;
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect, Set};
use vocabulary::{FileId, Moment};

use crate::folder::write_whole;
use crate::{Fault, Folder, Hash, Subject, Tx};

/// The files of a data folder. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Files {
    root: Arc<Path>,
}

/// A file on its way in. What it is was found out by whoever received it, from its content.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    /// Its content.
    pub bytes: &'a [u8],
    /// Its media type.
    pub mime: &'a str,
    /// The name it came with.
    pub name: &'a str,
    /// The thing it belongs to.
    pub owner: Subject,
}

/// What is known about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: FileId,
    /// The hash of its content.
    pub sha256: Hash,
    /// Its media type.
    pub mime: String,
    /// The name it came with.
    pub name: String,
    /// Its length in bytes.
    pub size: i64,
    /// The kind of thing it belongs to.
    pub owner_kind: String,
    /// The id of that thing.
    pub owner: Uuid,
    /// When it came.
    pub at: Moment,
    /// When its bytes were forgotten, if they were.
    pub forgotten: Option<Moment>,
}

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub sha256: String,
        pub mime: String,
        pub name: String,
        pub size: i64,
        pub owner_kind: String,
        pub owner: Uuid,
        pub at: i64,
        pub forgotten: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Files {
    /// The files of a data folder.
    pub fn new(folder: &Folder) -> Self {
        Self { root: folder.files().into() }
    }

    /// Keeps a file.
    pub async fn put(&self, tx: &Tx, file: Incoming<'_>) -> Result<FileId, Fault> {
        let sha256 = Hash::of(file.bytes);
        let size = i64::try_from(file.bytes.len()).map_err(|_| Fault::broken("the file is too long"))?;
        let (path, bytes) = (self.path(&sha256), file.bytes.to_vec());
        blocking(move || keep(&path, &bytes)).await?;
        let id: FileId = tx.new_id();
        let row = row::ActiveModel {
            id: Set(id.uuid()),
            sha256: Set(sha256.into()),
            mime: Set(file.mime.to_owned()),
            name: Set(file.name.to_owned()),
            size: Set(size),
            owner_kind: Set(file.owner.kind.to_owned()),
            owner: Set(file.owner.id),
            at: Set(tx.now().unix()),
            forgotten: Set(None),
        };
        row::Entity::insert(row).exec_without_returning(tx.conn()).await?;
        Ok(id)
    }

    /// What is known about a file; `None` when there never was one of that id.
    pub async fn find(&self, conn: &impl ConnectionTrait, id: FileId) -> Result<Option<Kept>, Fault> {
        row::Entity::find_by_id(id.uuid()).one(conn).await?.map(kept).transpose()
    }

    /// The files of a thing, the first that came first; forgotten ones too.
    pub async fn of(&self, conn: &impl ConnectionTrait, owner: Subject) -> Result<Vec<Kept>, Fault> {
        let rows = row::Entity::find()
            .filter(row::Column::Owner.eq(owner.id))
            .filter(row::Column::OwnerKind.eq(owner.kind))
            .all(conn)
            .await?;
        let mut files = rows.into_iter().map(kept).collect::<Result<Vec<_>, _>>()?;
        files.sort_by_key(|file| file.id);
        Ok(files)
    }

    /// The files with owners of a kind that came before a moment and are not forgotten, by id: a hundred at most,
    /// after the one given.
    pub async fn older(
        &self,
        conn: &impl ConnectionTrait,
        owner_kind: &str,
        before: Moment,
        after: Option<FileId>,
    ) -> Result<Vec<Kept>, Fault> {
        let rows = row::Entity::find()
            .filter(row::Column::OwnerKind.eq(owner_kind))
            .filter(row::Column::At.lt(before.unix()))
            .filter(row::Column::Forgotten.is_null())
            .filter(row::Column::Id.gt(after.map_or(Uuid::nil(), FileId::uuid)))
            .order_by_asc(row::Column::Id)
            .limit(100)
            .all(conn)
            .await?;
        rows.into_iter().map(kept).collect()
    }

    /// The content of a file; `None` when it was forgotten.
    pub async fn bytes(&self, file: &Kept) -> Result<Option<Vec<u8>>, Fault> {
        if file.forgotten.is_some() {
            return Ok(None);
        }
        let (path, sha256) = (self.path(&file.sha256), file.sha256.clone());
        let bytes = blocking(move || Ok(fs::read(path)?)).await?;
        if Hash::of(&bytes) == sha256 {
            Ok(Some(bytes))
        } else {
            Err(Fault::broken(format!("the content of file {} is not what was put", file.id)))
        }
    }

    /// Forgets the content of a file: once the transaction is committed the bytes are gone, unless another
    /// file that is not forgotten has the same. The row and the hash stay. Gives false when there is none.
    pub async fn forget(&self, tx: &Tx, id: FileId) -> Result<bool, Fault> {
        let Some(row) = row::Entity::find_by_id(id.uuid()).one(tx.conn()).await? else { return Ok(false) };
        let sha256 = row.sha256.clone();
        if row.forgotten.is_none() {
            let mut row: row::ActiveModel = row.into();
            row.forgotten = Set(Some(tx.now().unix()));
            row::Entity::update(row).exec(tx.conn()).await?;
        }
        let others = row::Entity::find()
            .filter(row::Column::Sha256.eq(sha256.as_str()))
            .filter(row::Column::Forgotten.is_null())
            .count(tx.conn())
            .await?;
        if others == 0 {
            let path = self.path(&hash(sha256)?);
            tx.after_commit(move || match fs::remove_file(&path) {
                Err(err) if err.kind() != ErrorKind::NotFound => {
                    tracing::error!(%err, "the bytes of a forgotten file could not be deleted");
                }
                _ => {}
            });
        }
        Ok(true)
    }

    /// Keeps content whose row is already there: that of a restored file.
    pub(crate) fn keep_again(&self, sha256: &Hash, bytes: &[u8]) -> Result<(), Fault> {
        let path = self.path(sha256);
        if fs::read(&path).is_ok_and(|there| Hash::of(there) == *sha256) {
            return Ok(());
        }
        let parent = path.parent().ok_or_else(|| Fault::broken("a file's path has no parent"))?;
        fs::create_dir_all(parent)?;
        write_whole(parent, &path, bytes)
    }

    /// Where the content with that hash is.
    pub fn path(&self, sha256: &Hash) -> PathBuf {
        let (first, rest) = sha256.as_str().split_at(2);
        self.root.join(first).join(rest)
    }
}

fn keep(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let parent = path.parent().ok_or_else(|| Fault::broken("a file's path has no parent"))?;
    fs::create_dir_all(parent)?;
    if path.metadata().is_ok_and(|there| there.len() == bytes.len() as u64) {
        return Ok(());
    }
    write_whole(parent, path, bytes)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(|err| Fault::broken(err.to_string()))?
}

fn kept(row: row::Model) -> Result<Kept, Fault> {
    Ok(Kept {
        id: FileId::from(row.id),
        sha256: hash(row.sha256)?,
        mime: row.mime,
        name: row.name,
        size: row.size,
        owner_kind: row.owner_kind,
        owner: row.owner,
        at: Moment::from_unix(row.at),
        forgotten: row.forgotten.map(Moment::from_unix),
    })
}

fn hash(text: String) -> Result<Hash, Fault> {
    Hash::parse(&text).ok_or_else(|| Fault::broken("a file has an unreadable hash"))
}
