//! This room's rows and every query on them: governments here, mandates beside.

use sea_orm::entity::prelude::*;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, Statement,
};
use store::{Fault, Tx, canonical};
use vocabulary::{GovernmentId, Moment, Reference, fold};

use super::government::{Government, Profile, core_name};

mod alike;
mod changes;
mod families;
mod mandates;

pub(in crate::governments) use alike::{keep_apart, same_names, told_apart};
pub(in crate::governments) use changes::{add_change, save_change};
pub use changes::{change, changes_for, changes_waiting};
pub use families::Families;
pub(in crate::governments) use mandates::{acted_for, add_mandate, due, named, running_out, save_mandate};
pub use mandates::{mandate, mandates_for, mandates_of, standing, waiting};

mod government {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "government")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub reference: String,
        pub folded_name: String,
        pub tier: String,
        pub country: Option<String>,
        pub profile: String,
        pub origin: String,
        pub merged_into: Option<Uuid>,
        pub entered: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod government_name {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "government_name")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub government: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub core: String,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The government that an id stands for: the one it was merged into, if it was.
pub async fn canonical_of(
    conn: &impl ConnectionTrait,
    id: GovernmentId,
) -> Result<Option<Government>, Fault> {
    let mut next = by_id(conn, id).await?;
    for _ in 0..16 {
        match next.as_ref().and_then(|government| government.merged_into) {
            Some(into) => next = by_id(conn, into).await?,
            None => return Ok(next),
        }
    }
    Err(Fault::broken(format!("government {id} is merged in a circle")))
}

/// Each thing with the government it is about today; without it where there is none.
async fn with_governments<T>(
    conn: &impl ConnectionTrait,
    things: Vec<T>,
    about: impl Fn(&T) -> GovernmentId,
) -> Result<Vec<(T, Government)>, Fault> {
    let mut found = Vec::with_capacity(things.len());
    for thing in things {
        if let Some(government) = canonical_of(conn, about(&thing)).await? {
            found.push((thing, government));
        }
    }
    Ok(found)
}

/// The ids that stand for a government: its own and those of every one merged into it, itself resolved first.
pub async fn ids_of(conn: &impl ConnectionTrait, id: GovernmentId) -> Result<Vec<GovernmentId>, Fault> {
    let mut ids = vec![canonical_of(conn, id).await?.map_or(id, |government| government.id)];
    let mut next = 0;
    while next < ids.len() {
        let merged = government::Entity::find()
            .filter(government::Column::MergedInto.eq(ids[next].uuid()))
            .order_by_asc(government::Column::Reference)
            .all(conn)
            .await?;
        ids.extend(merged.into_iter().map(|row| GovernmentId::from(row.id)));
        next += 1;
    }
    Ok(ids)
}

/// One government by its id, merged or not.
pub async fn by_id(conn: &impl ConnectionTrait, id: GovernmentId) -> Result<Option<Government>, Fault> {
    government::Entity::find_by_id(id.uuid()).one(conn).await?.map(government_of).transpose()
}

/// One government by its public reference, merged or not.
pub async fn by_reference(conn: &impl ConnectionTrait, reference: &str) -> Result<Option<Government>, Fault> {
    let row =
        government::Entity::find().filter(government::Column::Reference.eq(reference)).one(conn).await?;
    row.map(government_of).transpose()
}

/// Governments in the order of their references, for rebuilding: after this reference, at most so many.
pub async fn after(
    conn: &impl ConnectionTrait,
    reference: &str,
    most: u64,
) -> Result<Vec<Government>, Fault> {
    let rows = government::Entity::find()
        .filter(government::Column::Reference.gt(reference))
        .order_by_asc(government::Column::Reference)
        .limit(most)
        .all(conn)
        .await?;
    rows.into_iter().map(government_of).collect()
}

/// The governments that were merged into others, newest first.
pub async fn merged(conn: &impl ConnectionTrait) -> Result<Vec<Government>, Fault> {
    let rows = government::Entity::find()
        .filter(government::Column::MergedInto.is_not_null())
        .order_by_desc(government::Column::Id)
        .limit(200)
        .all(conn)
        .await?;
    rows.into_iter().map(government_of).collect()
}

/// Governments whose names share this core, in one country when one is given.
pub async fn with_core(
    conn: &impl ConnectionTrait,
    core: &str,
    country: Option<&str>,
) -> Result<Vec<Government>, Fault> {
    let named =
        government_name::Entity::find().filter(government_name::Column::Core.eq(core)).all(conn).await?;
    let ids: Vec<Uuid> = named.into_iter().map(|row| row.government).collect();
    let mut asked = government::Entity::find()
        .filter(government::Column::Id.is_in(ids))
        .filter(government::Column::MergedInto.is_null());
    if let Some(country) = country {
        asked = asked.filter(government::Column::Country.eq(country));
    }
    let rows = asked.order_by_asc(government::Column::Reference).all(conn).await?;
    rows.into_iter().map(government_of).collect()
}

/// Governments one of whose names begins with this text (or a word of it does), for pickers.
pub async fn search(
    conn: &impl ConnectionTrait,
    text: &str,
    country: Option<&str>,
    most: u64,
) -> Result<Vec<Government>, Fault> {
    let core = core_name(text);
    if core.is_empty() {
        return Ok(Vec::new());
    }
    let escaped = core.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = |pattern: String| {
        government_name::Column::Core.like(sea_orm::sea_query::LikeExpr::new(pattern).escape('\\'))
    };
    let named = government_name::Entity::find()
        .filter(like(format!("{escaped}%")).or(like(format!("% {escaped}%"))))
        .limit(most * 4)
        .all(conn)
        .await?;
    let ids: Vec<Uuid> = named.into_iter().map(|row| row.government).collect();
    let mut asked = government::Entity::find()
        .filter(government::Column::Id.is_in(ids))
        .filter(government::Column::MergedInto.is_null());
    if let Some(country) = country {
        asked = asked.filter(government::Column::Country.eq(country));
    }
    let rows = asked.order_by_asc(government::Column::FoldedName).limit(most).all(conn).await?;
    rows.into_iter().map(government_of).collect()
}

/// The governments that a name or a reference means, merged ones as what they are today.
pub async fn find(conn: &impl ConnectionTrait, q: &str, most: u64) -> Result<Vec<Government>, Fault> {
    let q = q.trim();
    match by_reference(conn, &q.to_uppercase()).await? {
        Some(one) => Ok(canonical_of(conn, one.id).await?.into_iter().collect()),
        None => search(conn, q, None, most).await,
    }
}

/// The next reference: `LG-00001`, `LG-00002` …
pub(in crate::governments) async fn next_reference(tx: &Tx) -> Result<Reference, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        last: i64,
    }
    let take = "UPDATE government_counter SET last = last + 1 RETURNING last";
    let statement = Statement::from_string(tx.conn().get_database_backend(), take);
    let row = Row::find_by_statement(statement).one(tx.conn()).await?;
    let n = row.and_then(|row| u32::try_from(row.last).ok());
    Ok(Reference::plain(
        "LG",
        n.ok_or_else(|| Fault::broken("the counter of governments has no row".to_owned()))?,
    ))
}

pub(in crate::governments) async fn add(tx: &Tx, kept: &Government) -> Result<(), Fault> {
    government::Entity::insert(row_of(kept)?).exec_without_returning(tx.conn()).await?;
    add_names(tx, kept).await
}

pub(in crate::governments) async fn save(tx: &Tx, kept: &Government) -> Result<(), Fault> {
    government::Entity::update(row_of(kept)?).exec(tx.conn()).await?;
    government_name::Entity::delete_many()
        .filter(government_name::Column::Government.eq(kept.id.uuid()))
        .exec(tx.conn())
        .await?;
    add_names(tx, kept).await
}

async fn add_names(tx: &Tx, kept: &Government) -> Result<(), Fault> {
    let names = kept.profile.name.all().map(|(_, text)| text.text.as_str());
    let mut cores: Vec<String> =
        names.chain(kept.profile.aliases.iter().map(String::as_str)).map(core_name).collect();
    cores.sort();
    cores.dedup();
    let rows = cores
        .into_iter()
        .filter(|core| !core.is_empty())
        .map(|core| government_name::ActiveModel { government: Set(kept.id.uuid()), core: Set(core) });
    government_name::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Government) -> Result<government::ActiveModel, Fault> {
    Ok(government::ActiveModel {
        id: Set(kept.id.uuid()),
        reference: Set(kept.reference.to_string()),
        folded_name: Set(fold(kept.profile.name.original_text())),
        tier: Set(kept.profile.tier.word().to_owned()),
        country: Set(kept.profile.country.map(|country| country.to_string())),
        profile: Set(canonical(&kept.profile)?.0),
        origin: Set(canonical(&kept.origin)?.0),
        merged_into: Set(kept.merged_into.map(GovernmentId::uuid)),
        entered: Set(kept.entered.unix()),
    })
}

fn government_of(row: government::Model) -> Result<Government, Fault> {
    let broken =
        |what: &str| Fault::broken(format!("the stored government {} cannot be read: {what}", row.id));
    let profile: Profile = serde_json::from_str(&row.profile).map_err(|err| broken(&err.to_string()))?;
    Ok(Government {
        id: GovernmentId::from(row.id),
        reference: Reference::parse(&row.reference).map_err(|err| broken(&err.to_string()))?,
        profile,
        origin: serde_json::from_str(&row.origin).map_err(|err| broken(&err.to_string()))?,
        merged_into: row.merged_into.map(GovernmentId::from),
        entered: Moment::from_unix(row.entered),
    })
}
