//! The rows of declarations and of the versions of their texts.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Hash, Tx, canonical};
use vocabulary::{DeclarationId, Moment, VersionId};

use crate::declarations::declaration::{Declaration, Version, Wording};

mod declaration {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "declaration")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub slug: String,
        pub about: String,
        pub created: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod version_row {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "declaration_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub declaration: Uuid,
        pub n: i64,
        pub texts: String,
        pub sha256: String,
        pub wording: String,
        pub loaded: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Every declaration, by slug.
pub async fn all(conn: &impl ConnectionTrait) -> Result<Vec<Declaration>, Fault> {
    let rows = declaration::Entity::find().order_by_asc(declaration::Column::Slug).all(conn).await?;
    rows.into_iter().map(declaration_of).collect()
}

/// One declaration by its slug.
pub async fn by_slug(conn: &impl ConnectionTrait, slug: &str) -> Result<Option<Declaration>, Fault> {
    let row = declaration::Entity::find().filter(declaration::Column::Slug.eq(slug)).one(conn).await?;
    row.map(declaration_of).transpose()
}

/// One declaration by its id.
pub async fn by_id(conn: &impl ConnectionTrait, id: DeclarationId) -> Result<Option<Declaration>, Fault> {
    declaration::Entity::find_by_id(id.uuid()).one(conn).await?.map(declaration_of).transpose()
}

/// The versions of a declaration's text, the newest first.
pub async fn versions_of(conn: &impl ConnectionTrait, of: DeclarationId) -> Result<Vec<Version>, Fault> {
    let rows = version_row::Entity::find()
        .filter(version_row::Column::Declaration.eq(of.uuid()))
        .order_by_desc(version_row::Column::N)
        .all(conn)
        .await?;
    rows.into_iter().map(version_of).collect()
}

/// The newest version of a declaration's text: the one that is signed now.
pub async fn latest_version(
    conn: &impl ConnectionTrait,
    of: DeclarationId,
) -> Result<Option<Version>, Fault> {
    Ok(versions_of(conn, of).await?.into_iter().next())
}

/// One version.
pub async fn version(conn: &impl ConnectionTrait, id: VersionId) -> Result<Option<Version>, Fault> {
    version_row::Entity::find_by_id(id.uuid()).one(conn).await?.map(version_of).transpose()
}

pub(in crate::declarations) async fn add(tx: &Tx, kept: &Declaration) -> Result<(), Fault> {
    declaration::Entity::insert(row_of(kept)?).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub(in crate::declarations) async fn save(tx: &Tx, kept: &Declaration) -> Result<(), Fault> {
    declaration::Entity::update(row_of(kept)?).exec(tx.conn()).await?;
    Ok(())
}

pub(in crate::declarations) async fn add_version(tx: &Tx, kept: &Version) -> Result<(), Fault> {
    version_row::Entity::insert(version_row_of(kept)?).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Saves a version that nobody has signed; whoever calls has looked.
pub(in crate::declarations) async fn save_version(tx: &Tx, kept: &Version) -> Result<(), Fault> {
    version_row::Entity::update(version_row_of(kept)?).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Declaration) -> Result<declaration::ActiveModel, Fault> {
    Ok(declaration::ActiveModel {
        id: Set(kept.id.uuid()),
        slug: Set(kept.slug.clone()),
        about: Set(canonical(&kept.about)?.0),
        created: Set(kept.created.unix()),
    })
}

fn declaration_of(row: declaration::Model) -> Result<Declaration, Fault> {
    let about = serde_json::from_str(&row.about)
        .map_err(|err| Fault::broken(format!("the stored declaration {} cannot be read: {err}", row.slug)))?;
    let created = Moment::from_unix(row.created);
    Ok(Declaration { id: DeclarationId::from(row.id), slug: row.slug, about, created })
}

fn version_row_of(kept: &Version) -> Result<version_row::ActiveModel, Fault> {
    let wording = match kept.wording {
        Wording::Placeholder => "placeholder",
        Wording::Official => "official",
    };
    Ok(version_row::ActiveModel {
        id: Set(kept.id.uuid()),
        declaration: Set(kept.declaration.uuid()),
        n: Set(kept.n.into()),
        texts: Set(canonical(&kept.texts)?.0),
        sha256: Set(kept.sha256.to_string()),
        wording: Set(wording.to_owned()),
        loaded: Set(kept.loaded.unix()),
    })
}

fn version_of(row: version_row::Model) -> Result<Version, Fault> {
    let broken =
        |what: &str| Fault::broken(format!("version {} of a declaration has an unreadable {what}", row.n));
    Ok(Version {
        id: VersionId::from(row.id),
        declaration: DeclarationId::from(row.declaration),
        n: u32::try_from(row.n).map_err(|_| broken("number"))?,
        texts: serde_json::from_str(&row.texts).map_err(|_| broken("text"))?,
        sha256: Hash::parse(&row.sha256).ok_or_else(|| broken("hash"))?,
        wording: match row.wording.as_str() {
            "placeholder" => Wording::Placeholder,
            "official" => Wording::Official,
            _ => return Err(broken("wording")),
        },
        loaded: Moment::from_unix(row.loaded),
    })
}
