//! Codes that wait to be typed in, and by whom they were asked for.

use post::Address;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Fault, Tx};
use vocabulary::{Lang, Moment, Uuid};

use super::rows::sign_in_code;
use crate::people::code::{LIFE, TRIES, Waiting};
use crate::people::person::NOTICE_VERSION;

/// For whom a browser asked, and the codes with which it may log in.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The address that the codes prove.
    pub address: Address,
    /// The language of the page on which it was typed.
    pub lang: Lang,
    /// This browser's own codes.
    pub own: Vec<Waiting>,
    /// Codes that the operator made for the address, good in any browser.
    pub operator: Vec<Waiting>,
}

/// To whom a new code is bound.
#[derive(Clone, Debug)]
pub enum Bound {
    /// To the browser with this fingerprint.
    Browser(String),
    /// To nobody: the operator reads it out.
    Operator,
}

/// Keeps a code. The mark is made over its id, so the caller makes both.
pub async fn add(
    tx: &Tx,
    id: Uuid,
    address: &Address,
    bound: &Bound,
    mark: String,
    lang: Lang,
) -> Result<(), Fault> {
    let browser = match bound {
        Bound::Browser(fingerprint) => Some(fingerprint.clone()),
        Bound::Operator => None,
    };
    let row = sign_in_code::ActiveModel {
        id: Set(id),
        address: Set(address.as_str().to_owned()),
        address_key: Set(address.key()),
        browser: Set(browser),
        mark: Set(Some(mark)),
        lang: Set(lang.code().to_owned()),
        notice: Set(NOTICE_VERSION.to_owned()),
        tries: Set(TRIES),
        asked_at: Set(tx.now().unix()),
        until: Set(tx.now().plus(LIFE).unix()),
    };
    sign_in_code::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// What waits in a browser: the newest address for which it asked, and the codes for that address.
pub async fn pending<C: ConnectionTrait>(conn: &C, browser: &str) -> Result<Option<Pending>, Fault> {
    let rows = sign_in_code::Entity::find()
        .filter(sign_in_code::Column::Browser.eq(browser))
        .order_by_desc(sign_in_code::Column::AskedAt)
        .order_by_desc(sign_in_code::Column::Id)
        .all(conn)
        .await?;
    let Some(newest) = rows.first().cloned() else { return Ok(None) };
    let Ok(address) = Address::parse(&newest.address) else { return Ok(None) };
    let operator = sign_in_code::Entity::find()
        .filter(sign_in_code::Column::AddressKey.eq(&newest.address_key))
        .filter(sign_in_code::Column::Browser.is_null())
        .all(conn)
        .await?;
    let own = rows.into_iter().filter(|row| row.address_key == newest.address_key);
    Ok(Some(Pending {
        address,
        lang: Lang::parse(&newest.lang).unwrap_or(Lang::En),
        own: own.filter_map(waiting).collect(),
        operator: operator.into_iter().filter_map(waiting).collect(),
    }))
}

fn waiting(row: sign_in_code::Model) -> Option<Waiting> {
    Some(Waiting { id: row.id, mark: row.mark?, tries: row.tries, until: Moment::from_unix(row.until) })
}

/// Takes one try from every code of a browser.
pub async fn tried(tx: &Tx, browser: &str) -> Result<(), Fault> {
    sign_in_code::Entity::update_many()
        .col_expr(sign_in_code::Column::Tries, Expr::col(sign_in_code::Column::Tries).sub(1_i64))
        .filter(sign_in_code::Column::Browser.eq(browser))
        .filter(sign_in_code::Column::Tries.gt(0))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Uses up a code, and every other code of this browser with it.
pub async fn used(tx: &Tx, id: Uuid, browser: &str) -> Result<(), Fault> {
    let whose =
        Condition::any().add(sign_in_code::Column::Id.eq(id)).add(sign_in_code::Column::Browser.eq(browser));
    sign_in_code::Entity::delete_many().filter(whose).exec(tx.conn()).await?;
    Ok(())
}

/// Forgets every code of an address.
pub async fn forget(tx: &Tx, address: &Address) -> Result<(), Fault> {
    let theirs = sign_in_code::Column::AddressKey.eq(address.key());
    sign_in_code::Entity::delete_many().filter(theirs).exec(tx.conn()).await?;
    Ok(())
}

/// Forgets the codes that nobody can use any more, an hour after they died: until then the page can still say
/// why a code does not work.
pub async fn sweep(tx: &Tx) -> Result<(), Fault> {
    let dead = sign_in_code::Column::Until.lte(tx.now().plus(-3600).unix());
    sign_in_code::Entity::delete_many().filter(dead).exec(tx.conn()).await?;
    Ok(())
}
