//! This room's rows and every query on them.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, canonical, many};
use vocabulary::frameworks::Framework;
use vocabulary::{CallId, Lang, Moment, PartialDate};

use super::owed::{Owed, Pages, Written};
use super::{Body, BodyRole, Call, Catalogue};

mod call {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "call")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub slug: String,
        pub prefix: String,
        pub body: String,
        pub created: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod call_body {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "call_body")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub call: Uuid,
        pub place: i64,
        pub key: String,
        pub role: String,
        pub body: String,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod framework {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "framework")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: String,
        pub body: String,
        pub created: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod call_page {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "call_page")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub call: Uuid,
        pub page: String,
        pub lang: String,
        pub n: i64,
        pub body: String,
        pub written: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The Call that pages and forms speak of when none is named: the one created last.
pub async fn current(conn: &impl ConnectionTrait) -> Result<Option<Call>, Fault> {
    let row = call::Entity::find().order_by_desc(call::Column::Id).one(conn).await?;
    row.map(|row| read(&row.body)).transpose()
}

/// One Call by its id.
pub async fn by_id(conn: &impl ConnectionTrait, id: CallId) -> Result<Option<Call>, Fault> {
    call::Entity::find_by_id(id.uuid()).one(conn).await?.map(|row| read(&row.body)).transpose()
}

/// Which framework holds the priorities of each of these Calls.
pub async fn priorities(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = CallId>,
) -> Result<HashMap<CallId, String>, Fault> {
    #[derive(serde::Deserialize)]
    struct OfCall {
        priorities: String,
    }
    let rows =
        many::rows(conn, call::Entity::find(), call::Column::Id, ids.into_iter().map(CallId::uuid).collect())
            .await?;
    let of = |row: call::Model| {
        let OfCall { priorities } = read(&row.body)?;
        Ok((CallId::from(row.id), priorities))
    };
    rows.into_iter().map(of).collect()
}

/// One Call by its slug.
pub async fn by_slug(conn: &impl ConnectionTrait, slug: &str) -> Result<Option<Call>, Fault> {
    let row = call::Entity::find().filter(call::Column::Slug.eq(slug)).one(conn).await?;
    row.map(|row| read(&row.body)).transpose()
}

/// The bodies of a Call as they were on a day, in the order of the file.
pub async fn bodies_on(
    conn: &impl ConnectionTrait,
    call: &Call,
    day: &PartialDate,
) -> Result<Vec<Body>, Fault> {
    let rows = call_body::Entity::find()
        .filter(call_body::Column::Call.eq(call.id.uuid()))
        .order_by_asc(call_body::Column::Place)
        .all(conn)
        .await?;
    let bodies: Vec<Body> = rows.iter().map(|row| read(&row.body)).collect::<Result<_, _>>()?;
    Ok(bodies.into_iter().filter(|body| body.held_on(day)).collect())
}

/// The pages of a Call, each in its last wording.
pub async fn pages(conn: &impl ConnectionTrait, call: &Call) -> Result<Pages, Fault> {
    let rows = call_page::Entity::find()
        .filter(call_page::Column::Call.eq(call.id.uuid()))
        .order_by_asc(call_page::Column::N)
        .all(conn)
        .await?;
    let mut pages = Pages::default();
    for row in rows {
        let (owed, lang, written) = wording(row)?;
        pages.put(owed, lang, written);
    }
    Ok(pages)
}

/// Every wording of one page of a Call, in the order in which they were written.
pub(super) async fn wordings(
    conn: &impl ConnectionTrait,
    call: &Call,
    owed: Owed,
) -> Result<Vec<(Lang, Written)>, Fault> {
    let rows = call_page::Entity::find()
        .filter(call_page::Column::Call.eq(call.id.uuid()))
        .filter(call_page::Column::Page.eq(owed.word()))
        .order_by_asc(call_page::Column::Written)
        .order_by_asc(call_page::Column::N)
        .order_by_desc(call_page::Column::Lang)
        .all(conn)
        .await?;
    rows.into_iter().map(|row| wording(row).map(|(_, lang, written)| (lang, written))).collect()
}

fn wording(row: call_page::Model) -> Result<(Owed, Lang, Written), Fault> {
    let known = Owed::parse(&row.page).zip(Lang::parse(&row.lang));
    let (owed, lang) =
        known.ok_or_else(|| Fault::broken("a stored page of a Call has no name".to_owned()))?;
    Ok((owed, lang, Written { text: row.body, n: row.n, at: Moment::from_unix(row.written) }))
}

pub(super) async fn save_page(
    tx: &Tx,
    call: &Call,
    owed: Owed,
    lang: Lang,
    written: &Written,
) -> Result<(), Fault> {
    let row = call_page::ActiveModel {
        id: Set(tx.new_id()),
        call: Set(call.id.uuid()),
        page: Set(owed.word().to_owned()),
        lang: Set(lang.code().to_owned()),
        n: Set(written.n),
        body: Set(written.text.clone()),
        written: Set(written.at.unix()),
    };
    call_page::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Every framework the house knows, in its newest version. A house keeps a copy of what its Call was created with; where
/// this program brings the same version, its wording is read, so that a translation reaches a house that is there already.
pub async fn catalogue(conn: &impl ConnectionTrait) -> Result<Catalogue, Fault> {
    let rows = framework::Entity::find().order_by_asc(framework::Column::Created).all(conn).await?;
    let frameworks: Vec<Framework> = rows.iter().map(|row| read(&row.body)).collect::<Result<_, _>>()?;
    Ok(Catalogue::new(frameworks.into_iter().map(worded).collect()))
}

/// A framework in the wording of this program, where it is the same one.
fn worded(kept: Framework) -> Framework {
    let has = |seed: &Framework, code: &str| seed.nodes.iter().any(|node| node.code == code);
    match vocabulary::frameworks::seed(&kept.slug) {
        Some(seed) if seed.version == kept.version && kept.nodes.iter().all(|one| has(seed, &one.code)) => {
            seed.clone()
        }
        _ => kept,
    }
}

pub(super) async fn save_call(tx: &Tx, kept: &Call, bodies: &[Body]) -> Result<(), Fault> {
    let row = call::ActiveModel {
        id: Set(kept.id.uuid()),
        slug: Set(kept.slug.clone()),
        prefix: Set(kept.prefix.clone()),
        body: Set(canonical(kept)?.0),
        created: Set(tx.now().unix()),
    };
    call::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    for (place, body) in (0..).zip(bodies) {
        let row = call_body::ActiveModel {
            id: Set(tx.new_id()),
            call: Set(kept.id.uuid()),
            place: Set(place),
            key: Set(body.key.clone()),
            role: Set(word(body.role).into()),
            body: Set(canonical(body)?.0),
        };
        call_body::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

pub(super) async fn save_framework(tx: &Tx, kept: &Framework) -> Result<(), Fault> {
    let key = (kept.slug.clone(), kept.version.clone());
    if framework::Entity::find_by_id(key).one(tx.conn()).await?.is_some() {
        return Ok(());
    }
    let row = framework::ActiveModel {
        slug: Set(kept.slug.clone()),
        version: Set(kept.version.clone()),
        body: Set(canonical(kept)?.0),
        created: Set(tx.now().unix()),
    };
    framework::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn word(role: BodyRole) -> &'static str {
    match role {
        BodyRole::Steers => "steers",
        BodyRole::Partners => "partners",
        BodyRole::Advises => "advises",
        BodyRole::Supports => "supports",
    }
}

fn read<T: serde::de::DeserializeOwned>(body: &str) -> Result<T, Fault> {
    serde_json::from_str(body).map_err(|err| Fault::broken(format!("a stored Call cannot be read: {err}")))
}
