//! People, and what they were told.

use std::collections::BTreeSet;

use post::Address;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Fault, Tx};
use vocabulary::{Lang, Moment, PersonId};

use super::rows::{consent, person, role_grant};
use crate::people::person::{Contact, NOTICE_VERSION, Person, Told};
use crate::people::role::Role;

/// The notice that consents are about.
const PRIVACY: &str = "privacy";

/// A person who was not erased.
pub async fn find<C: ConnectionTrait>(conn: &C, id: PersonId) -> Result<Option<Person>, Fault> {
    match person::Entity::find_by_id(id.uuid()).one(conn).await? {
        Some(row) => with_role(conn, row).await,
        None => Ok(None),
    }
}

/// The person to whom an address belongs.
pub async fn by_address<C: ConnectionTrait>(conn: &C, address: &Address) -> Result<Option<Person>, Fault> {
    let row = person::Entity::find().filter(person::Column::AddressKey.eq(address.key())).one(conn).await?;
    match row {
        Some(row) => with_role(conn, row).await,
        None => Ok(None),
    }
}

async fn with_role<C: ConnectionTrait>(conn: &C, row: person::Model) -> Result<Option<Person>, Fault> {
    let role = super::roles::held_by(conn, PersonId::from(row.id)).await?;
    Ok(read(row, role))
}

fn read(row: person::Model, role: Option<Role>) -> Option<Person> {
    let (joined, seen) = (Moment::from_unix(row.joined_at), Moment::from_unix(row.seen_at));
    Some(Person { contact: contact(row)?, joined, seen, role })
}

/// The contact of a row; nothing where the person was erased.
pub(super) fn contact(row: person::Model) -> Option<Contact> {
    let address = Address::parse(row.address.as_deref()?).ok()?;
    let lang = Lang::parse(&row.lang).unwrap_or(Lang::En);
    Some(Contact { person: PersonId::from(row.id), address, name: row.name, lang })
}

/// How to reach a person.
pub async fn contact_of<C: ConnectionTrait>(conn: &C, id: PersonId) -> Result<Option<Contact>, Fault> {
    Ok(person::Entity::find_by_id(id.uuid()).one(conn).await?.and_then(contact))
}

/// Makes a person.
pub async fn add(tx: &Tx, address: &Address, lang: Lang) -> Result<Contact, Fault> {
    let id: PersonId = tx.new_id();
    let row = person::ActiveModel {
        id: Set(id.uuid()),
        address: Set(Some(address.as_str().to_owned())),
        address_key: Set(Some(address.key())),
        name: Set(None),
        lang: Set(lang.code().to_owned()),
        joined_at: Set(tx.now().unix()),
        seen_at: Set(tx.now().unix()),
        warned_at: Set(None),
        erased_at: Set(None),
        erased_print: Set(None),
    };
    person::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(Contact { person: id, address: address.clone(), name: None, lang })
}

/// Notes that a person was here: a warning is taken back.
pub async fn seen(tx: &Tx, id: PersonId) -> Result<(), Fault> {
    person::Entity::update_many()
        .col_expr(person::Column::SeenAt, Expr::value(tx.now().unix()))
        .col_expr(person::Column::WarnedAt, Expr::value(None::<i64>))
        .filter(person::Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Keeps the name and the language that a person gave.
pub async fn rename(tx: &Tx, id: PersonId, name: Option<String>, lang: Lang) -> Result<(), Fault> {
    person::Entity::update_many()
        .col_expr(person::Column::Name, Expr::value(name))
        .col_expr(person::Column::Lang, Expr::value(lang.code()))
        .filter(person::Column::Id.eq(id.uuid()))
        .filter(person::Column::ErasedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Takes the contact data off a person; the id stays, and for some days the hash of the address.
pub async fn blank(tx: &Tx, id: PersonId, print: &str) -> Result<(), Fault> {
    person::Entity::update_many()
        .col_expr(person::Column::Address, Expr::value(None::<String>))
        .col_expr(person::Column::AddressKey, Expr::value(None::<String>))
        .col_expr(person::Column::Name, Expr::value(None::<String>))
        .col_expr(person::Column::ErasedAt, Expr::value(tx.now().unix()))
        .col_expr(person::Column::ErasedPrint, Expr::value(print))
        .filter(person::Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The hash of the address that an erased person had, while the rooms may still need it.
pub async fn print_of<C: ConnectionTrait>(conn: &C, id: PersonId) -> Result<Option<String>, Fault> {
    Ok(person::Entity::find_by_id(id.uuid()).one(conn).await?.and_then(|row| row.erased_print))
}

/// Drops the hashes of those who were erased before a moment.
pub async fn forget_prints(tx: &Tx, before: Moment) -> Result<(), Fault> {
    person::Entity::update_many()
        .col_expr(person::Column::ErasedPrint, Expr::value(None::<String>))
        .filter(person::Column::ErasedPrint.is_not_null())
        .filter(person::Column::ErasedAt.lte(before.unix()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Those without a role who were last here before a moment, oldest first.
pub async fn unused<C: ConnectionTrait>(
    conn: &C,
    before: Moment,
) -> Result<Vec<(Contact, Option<Moment>)>, Fault> {
    let with_role = Query::select()
        .column(role_grant::Column::Person)
        .from(role_grant::Entity)
        .and_where(role_grant::Column::EndedAt.is_null())
        .and_where(role_grant::Column::Person.is_not_null())
        .to_owned();
    let rows = person::Entity::find()
        .filter(person::Column::ErasedAt.is_null())
        .filter(person::Column::SeenAt.lte(before.unix()))
        .filter(person::Column::Id.not_in_subquery(with_role))
        .order_by_asc(person::Column::SeenAt)
        .all(conn)
        .await?;
    let read = rows.into_iter().filter_map(|row| {
        let warned = row.warned_at.map(Moment::from_unix);
        Some((contact(row)?, warned))
    });
    Ok(read.collect())
}

/// Notes that these people were warned.
pub async fn warned(tx: &Tx, ids: &BTreeSet<PersonId>) -> Result<(), Fault> {
    person::Entity::update_many()
        .col_expr(person::Column::WarnedAt, Expr::value(tx.now().unix()))
        .filter(person::Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Keeps that a person was shown the notice on personal data, in this version and language.
pub async fn told(tx: &Tx, id: PersonId, lang: Lang) -> Result<(), Fault> {
    let row = consent::ActiveModel {
        id: Set(tx.new_id()),
        person: Set(id.uuid()),
        notice: Set(PRIVACY.to_owned()),
        version: Set(NOTICE_VERSION.to_owned()),
        lang: Set(lang.code().to_owned()),
        at: Set(tx.now().unix()),
    };
    let once =
        OnConflict::columns([consent::Column::Person, consent::Column::Notice, consent::Column::Version])
            .do_nothing()
            .to_owned();
    consent::Entity::insert(row).on_conflict(once).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// What a person was told, newest first.
pub async fn tellings<C: ConnectionTrait>(conn: &C, id: PersonId) -> Result<Vec<Told>, Fault> {
    let rows = consent::Entity::find()
        .filter(consent::Column::Person.eq(id.uuid()))
        .order_by_desc(consent::Column::At)
        .all(conn)
        .await?;
    let read = rows.into_iter().map(|row| Told {
        version: row.version,
        lang: Lang::parse(&row.lang).unwrap_or(Lang::En),
        at: Moment::from_unix(row.at),
    });
    Ok(read.collect())
}
