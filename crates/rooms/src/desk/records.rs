//! This room's rows and every query on them.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use store::{Fault, Tx};
use vocabulary::{PersonId, Uuid};

use super::item::{Item, Kind, Whose};

mod owner {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "desk_owner")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub thing: Uuid,
        pub owner: Uuid,
        pub since: i64,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod list {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "desk_list")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: Uuid,
        pub whose: String,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod banner {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "banner")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub lang: String,
        pub text: String,
        pub until: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The word under which an owner is kept: an assessment is the same thing whether it waits for marks or for the desk.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Marks => Kind::Assessment.word(),
        kind => kind.word(),
    }
}

/// Says of each item who has taken it.
pub(super) async fn own(conn: &impl ConnectionTrait, items: &mut [Item]) -> Result<(), Fault> {
    for row in owner::Entity::find().all(conn).await? {
        for item in items.iter_mut().filter(|item| item.thing == row.thing && word(item.kind) == row.kind) {
            item.owner = Some(PersonId::from(row.owner));
        }
    }
    Ok(())
}

/// Keeps who has taken something; nobody takes it from whoever had it.
pub(super) async fn give(tx: &Tx, kind: Kind, thing: Uuid, to: Option<PersonId>) -> Result<(), Fault> {
    let Some(to) = to else {
        owner::Entity::delete_by_id((word(kind).to_owned(), thing)).exec(tx.conn()).await?;
        return Ok(());
    };
    let row = owner::ActiveModel {
        kind: Set(word(kind).to_owned()),
        thing: Set(thing),
        owner: Set(to.uuid()),
        since: Set(tx.now().unix()),
    };
    use owner::Column::{Kind as Named, Owner, Since, Thing};
    let replace = OnConflict::columns([Named, Thing]).update_columns([Owner, Since]).to_owned();
    owner::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Which list a person last chose.
pub(super) async fn chosen(conn: &impl ConnectionTrait, person: PersonId) -> Result<Whose, Fault> {
    let row = list::Entity::find_by_id(person.uuid()).one(conn).await?;
    Ok(row.and_then(|row| Whose::parse(&row.whose)).unwrap_or_default())
}

/// Keeps which list a person chose.
pub(super) async fn choose(tx: &Tx, person: PersonId, whose: Whose) -> Result<(), Fault> {
    let row = list::ActiveModel { person: Set(person.uuid()), whose: Set(whose.word().to_owned()) };
    use list::Column::{Person, Whose as Chosen};
    let replace = OnConflict::column(Person).update_columns([Chosen]).to_owned();
    list::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The sentence on top of every page: its language, its words, and until when.
pub(super) async fn banner(conn: &impl ConnectionTrait) -> Result<Vec<(String, String, Option<i64>)>, Fault> {
    let rows = banner::Entity::find().all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.lang, row.text, row.until)).collect())
}

/// Keeps the sentence in one language; its end holds for every language.
pub(super) async fn keep_banner(tx: &Tx, lang: &str, text: &str, until: Option<i64>) -> Result<(), Fault> {
    let row =
        banner::ActiveModel { lang: Set(lang.to_owned()), text: Set(text.to_owned()), until: Set(until) };
    use banner::Column::{Lang, Text, Until};
    let replace = OnConflict::column(Lang).update_columns([Text, Until]).to_owned();
    banner::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    banner::Entity::update_many().col_expr(Until, Expr::value(until)).exec(tx.conn()).await?;
    Ok(())
}

/// Takes the sentence away, in every language.
pub(super) async fn clear_banner(tx: &Tx) -> Result<(), Fault> {
    banner::Entity::delete_many().exec(tx.conn()).await?;
    Ok(())
}
