//! Roles and invitations to them.

use post::Address;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use store::{Fault, Tx};
use vocabulary::{Actor, InvitationId, Lang, Moment, PersonId};

use super::rows::{person, role_grant};
use crate::people::person::{Contact, Grant, GrantState};
use crate::people::role::Role;

/// The role that a person has.
pub async fn held_by<C: ConnectionTrait>(conn: &C, id: PersonId) -> Result<Option<Role>, Fault> {
    let row = role_grant::Entity::find()
        .filter(role_grant::Column::Person.eq(id.uuid()))
        .filter(role_grant::Column::EndedAt.is_null())
        .one(conn)
        .await?;
    Ok(row.and_then(|row| row.role.parse().ok()))
}

/// The role to which an address is invited and which it has not taken yet.
pub async fn waiting_for<C: ConnectionTrait>(
    conn: &C,
    address: &Address,
) -> Result<Option<(InvitationId, Role)>, Fault> {
    let row = role_grant::Entity::find()
        .filter(role_grant::Column::AddressKey.eq(address.key()))
        .filter(role_grant::Column::EndedAt.is_null())
        .one(conn)
        .await?;
    Ok(row.and_then(|row| Some((InvitationId::from(row.id), row.role.parse().ok()?))))
}

/// Keeps an invitation.
pub async fn invite(
    tx: &Tx,
    by: Actor,
    role: Role,
    address: &Address,
    lang: Lang,
) -> Result<InvitationId, Fault> {
    let id: InvitationId = tx.new_id();
    let row = role_grant::ActiveModel {
        id: Set(id.uuid()),
        role: Set(role.word().to_owned()),
        address_key: Set(Some(address.key())),
        address: Set(Some(address.as_str().to_owned())),
        person: Set(None),
        lang: Set(lang.code().to_owned()),
        invited_by: Set(by.to_string()),
        invited_at: Set(tx.now().unix()),
        taken_at: Set(None),
        ended_at: Set(None),
    };
    role_grant::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(id)
}

/// Turns an invitation into a role held.
pub async fn take(tx: &Tx, invitation: InvitationId, by: PersonId) -> Result<(), Fault> {
    role_grant::Entity::update_many()
        .col_expr(role_grant::Column::Person, Expr::value(by.uuid()))
        .col_expr(role_grant::Column::TakenAt, Expr::value(tx.now().unix()))
        .col_expr(role_grant::Column::Address, Expr::value(None::<String>))
        .col_expr(role_grant::Column::AddressKey, Expr::value(None::<String>))
        .filter(role_grant::Column::Id.eq(invitation.uuid()))
        .filter(role_grant::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Ends a role or an invitation; its address goes.
pub async fn end(tx: &Tx, id: InvitationId) -> Result<(), Fault> {
    end_where(tx, Condition::all().add(role_grant::Column::Id.eq(id.uuid()))).await
}

/// Ends what a person holds.
pub async fn end_of(tx: &Tx, id: PersonId) -> Result<(), Fault> {
    end_where(tx, Condition::all().add(role_grant::Column::Person.eq(id.uuid()))).await
}

/// Ends what an address is invited to.
pub async fn end_for(tx: &Tx, address: &Address) -> Result<(), Fault> {
    end_where(tx, Condition::all().add(role_grant::Column::AddressKey.eq(address.key()))).await
}

async fn end_where(tx: &Tx, whose: Condition) -> Result<(), Fault> {
    role_grant::Entity::update_many()
        .col_expr(role_grant::Column::EndedAt, Expr::value(tx.now().unix()))
        .col_expr(role_grant::Column::Address, Expr::value(None::<String>))
        .col_expr(role_grant::Column::AddressKey, Expr::value(None::<String>))
        .filter(whose)
        .filter(role_grant::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// How many hold a role.
pub async fn count<C: ConnectionTrait>(conn: &C, role: Role) -> Result<u64, Fault> {
    let held = role_grant::Entity::find()
        .filter(role_grant::Column::Role.eq(role.word()))
        .filter(role_grant::Column::Person.is_not_null())
        .filter(role_grant::Column::EndedAt.is_null());
    Ok(held.count(conn).await?)
}

/// Whoever holds a role, in the order in which they took it.
pub async fn holders<C: ConnectionTrait>(conn: &C, role: Role) -> Result<Vec<Contact>, Fault> {
    let grants = role_grant::Entity::find()
        .filter(role_grant::Column::Role.eq(role.word()))
        .filter(role_grant::Column::Person.is_not_null())
        .filter(role_grant::Column::EndedAt.is_null())
        .order_by_asc(role_grant::Column::TakenAt)
        .order_by_asc(role_grant::Column::Id)
        .all(conn)
        .await?;
    let mut people = named(conn, &grants).await?;
    Ok(grants.iter().filter_map(|grant| people.remove(&grant.person?)).collect())
}

/// Every role held and every invitation that waits, oldest first.
pub async fn all<C: ConnectionTrait>(conn: &C) -> Result<Vec<Grant>, Fault> {
    let grants = role_grant::Entity::find()
        .filter(role_grant::Column::EndedAt.is_null())
        .order_by_asc(role_grant::Column::InvitedAt)
        .order_by_asc(role_grant::Column::Id)
        .all(conn)
        .await?;
    let mut people = named(conn, &grants).await?;
    let read = grants.into_iter().filter_map(|grant| {
        let called =
            grant.person.and_then(|id| people.remove(&id)).map(|contact| contact.called().to_owned());
        grant_of(grant, called)
    });
    Ok(read.collect())
}

/// A role or an invitation that has not ended.
pub async fn find<C: ConnectionTrait>(conn: &C, id: InvitationId) -> Result<Option<Grant>, Fault> {
    let row = role_grant::Entity::find_by_id(id.uuid())
        .filter(role_grant::Column::EndedAt.is_null())
        .one(conn)
        .await?;
    Ok(row.and_then(|row| grant_of(row, None)))
}

fn grant_of(row: role_grant::Model, called: Option<String>) -> Option<Grant> {
    let state = match (row.person, row.taken_at) {
        (Some(by), Some(since)) => {
            GrantState::Held { by: PersonId::from(by), called, since: Moment::from_unix(since) }
        }
        _ => GrantState::Invited {
            address: Address::parse(row.address.as_deref()?).ok()?,
            at: Moment::from_unix(row.invited_at),
        },
    };
    Some(Grant { id: InvitationId::from(row.id), role: row.role.parse().ok()?, state })
}

async fn named<C: ConnectionTrait>(
    conn: &C,
    grants: &[role_grant::Model],
) -> Result<std::collections::BTreeMap<vocabulary::Uuid, Contact>, Fault> {
    let ids: Vec<_> = grants.iter().filter_map(|grant| grant.person).collect();
    let rows = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(conn).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, super::people::contact(row)?))).collect())
}
