//! Requests to addresses without an account, and the codes with which they are answered.

use post::Address;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Fault, Tx};
use vocabulary::{Lang, Moment, Uuid};

use super::rows::{vouch_code, vouch_request};
use crate::people::code::{LIFE, TRIES, Waiting};
use crate::people::vouch::{Asked, AskedState};

/// Keeps a request with the hash of its token.
pub async fn add(tx: &Tx, asked: &Asked, hash: String) -> Result<(), Fault> {
    let row = vouch_request::ActiveModel {
        id: Set(asked.id),
        purpose: Set(asked.purpose.clone()),
        subject: Set(asked.subject),
        hash: Set(hash),
        address: Set(Some(asked.address.as_str().to_owned())),
        address_key: Set(Some(asked.address.key())),
        name: Set(asked.name.clone()),
        lang: Set(asked.lang.code().to_owned()),
        state: Set("open".to_owned()),
        asked_at: Set(asked.at.unix()),
        until: Set(asked.until.unix()),
        closed_at: Set(None),
    };
    vouch_request::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The request with this hash.
pub async fn by_token<C: ConnectionTrait>(conn: &C, hash: &str) -> Result<Option<Asked>, Fault> {
    let row = vouch_request::Entity::find().filter(vouch_request::Column::Hash.eq(hash)).one(conn).await?;
    Ok(row.and_then(read))
}

/// The request with this id.
pub async fn by_id<C: ConnectionTrait>(conn: &C, id: Uuid) -> Result<Option<Asked>, Fault> {
    Ok(vouch_request::Entity::find_by_id(id).one(conn).await?.and_then(read))
}

/// The requests about a thing, newest first.
pub async fn of_subject<C: ConnectionTrait>(
    conn: &C,
    purpose: &str,
    subject: Uuid,
) -> Result<Vec<Asked>, Fault> {
    let rows = vouch_request::Entity::find()
        .filter(vouch_request::Column::Subject.eq(subject))
        .filter(vouch_request::Column::Purpose.eq(purpose))
        .order_by_desc(vouch_request::Column::AskedAt)
        .order_by_desc(vouch_request::Column::Id)
        .all(conn)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// A row as a request; nothing where its address was wiped.
fn read(row: vouch_request::Model) -> Option<Asked> {
    let at = row.closed_at.map(Moment::from_unix);
    let state = match (row.state.as_str(), at) {
        ("answered", Some(at)) => AskedState::Answered { at },
        ("refused", Some(at)) => AskedState::Refused { at },
        ("revoked", Some(at)) => AskedState::Revoked { at },
        ("expired", Some(at)) => AskedState::Expired { at },
        _ => AskedState::Open,
    };
    Some(Asked {
        id: row.id,
        purpose: row.purpose,
        subject: row.subject,
        address: Address::parse(row.address.as_deref()?).ok()?,
        name: row.name,
        lang: Lang::parse(&row.lang).unwrap_or(Lang::En),
        state,
        at: Moment::from_unix(row.asked_at),
        until: Moment::from_unix(row.until),
    })
}

/// Closes a request that is open, and forgets its codes.
pub async fn close(tx: &Tx, id: Uuid, state: &str) -> Result<(), Fault> {
    vouch_request::Entity::update_many()
        .col_expr(vouch_request::Column::State, Expr::value(state))
        .col_expr(vouch_request::Column::ClosedAt, Expr::value(tx.now().unix()))
        .filter(vouch_request::Column::Id.eq(id))
        .filter(vouch_request::Column::State.eq("open"))
        .exec(tx.conn())
        .await?;
    used(tx, id).await
}

/// Closes the requests that nobody answered in time.
pub async fn expire(tx: &Tx) -> Result<(), Fault> {
    vouch_request::Entity::update_many()
        .col_expr(vouch_request::Column::State, Expr::value("expired"))
        .col_expr(vouch_request::Column::ClosedAt, Expr::col(vouch_request::Column::Until))
        .filter(vouch_request::Column::State.eq("open"))
        .filter(vouch_request::Column::Until.lte(tx.now().unix()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Wipes the addresses and names of requests that were closed before a moment.
pub async fn wipe(tx: &Tx, before: Moment) -> Result<(), Fault> {
    vouch_request::Entity::update_many()
        .col_expr(vouch_request::Column::Address, Expr::value(None::<String>))
        .col_expr(vouch_request::Column::AddressKey, Expr::value(None::<String>))
        .col_expr(vouch_request::Column::Name, Expr::value(None::<String>))
        .filter(vouch_request::Column::ClosedAt.lte(before.unix()))
        .filter(vouch_request::Column::Address.is_not_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets an address: requests to it that are open are taken back, and nothing tells who was asked.
pub async fn forget(tx: &Tx, address: &Address) -> Result<(), Fault> {
    let theirs = vouch_request::Column::AddressKey.eq(address.key());
    let rows = vouch_request::Entity::find().filter(theirs).all(tx.conn()).await?;
    for row in rows {
        close(tx, row.id, "revoked").await?;
        vouch_request::Entity::update_many()
            .col_expr(vouch_request::Column::Address, Expr::value(None::<String>))
            .col_expr(vouch_request::Column::AddressKey, Expr::value(None::<String>))
            .col_expr(vouch_request::Column::Name, Expr::value(None::<String>))
            .filter(vouch_request::Column::Id.eq(row.id))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// Keeps a code for a request, good in one browser. The mark is made over its id.
pub async fn add_code(tx: &Tx, id: Uuid, request: Uuid, browser: &str, mark: String) -> Result<(), Fault> {
    let row = vouch_code::ActiveModel {
        id: Set(id),
        request: Set(request),
        browser: Set(browser.to_owned()),
        mark: Set(mark),
        tries: Set(TRIES),
        until: Set(tx.now().plus(LIFE).unix()),
    };
    vouch_code::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The codes that wait in a browser for a request.
pub async fn codes<C: ConnectionTrait>(
    conn: &C,
    request: Uuid,
    browser: &str,
) -> Result<Vec<Waiting>, Fault> {
    let rows = vouch_code::Entity::find()
        .filter(vouch_code::Column::Request.eq(request))
        .filter(vouch_code::Column::Browser.eq(browser))
        .all(conn)
        .await?;
    let waiting = |row: vouch_code::Model| Waiting {
        id: row.id,
        mark: row.mark,
        tries: row.tries,
        until: Moment::from_unix(row.until),
    };
    Ok(rows.into_iter().map(waiting).collect())
}

/// Takes one try from every code of a browser for a request.
pub async fn tried(tx: &Tx, request: Uuid, browser: &str) -> Result<(), Fault> {
    vouch_code::Entity::update_many()
        .col_expr(vouch_code::Column::Tries, Expr::col(vouch_code::Column::Tries).sub(1_i64))
        .filter(vouch_code::Column::Request.eq(request))
        .filter(vouch_code::Column::Browser.eq(browser))
        .filter(vouch_code::Column::Tries.gt(0))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Uses up every code of a request.
pub async fn used(tx: &Tx, request: Uuid) -> Result<(), Fault> {
    let of = vouch_code::Column::Request.eq(request);
    vouch_code::Entity::delete_many().filter(of).exec(tx.conn()).await?;
    Ok(())
}

/// Forgets the codes that nobody can use any more, an hour after they died.
pub async fn sweep_codes(tx: &Tx) -> Result<(), Fault> {
    let dead = vouch_code::Column::Until.lte(tx.now().plus(-3600).unix());
    vouch_code::Entity::delete_many().filter(dead).exec(tx.conn()).await?;
    Ok(())
}
