//! Browser sessions.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Fault, Tx};
use vocabulary::{Moment, PersonId, SessionId};

use super::rows::browser_session;
use crate::people::session::{Browser, Session, dead_before};

/// The session of the browser with this fingerprint, dead or alive.
pub async fn of_browser<C: ConnectionTrait>(conn: &C, fingerprint: &str) -> Result<Option<Session>, Fault> {
    let row = browser_session::Entity::find()
        .filter(browser_session::Column::Browser.eq(fingerprint))
        .one(conn)
        .await?;
    Ok(row.map(read))
}

/// The living sessions of a person, the last used first.
pub async fn of_person<C: ConnectionTrait>(
    conn: &C,
    id: PersonId,
    now: Moment,
) -> Result<Vec<Session>, Fault> {
    let rows = browser_session::Entity::find()
        .filter(browser_session::Column::Person.eq(id.uuid()))
        .order_by_desc(browser_session::Column::SeenAt)
        .order_by_desc(browser_session::Column::Id)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(read).filter(|session| session.alive(now)).collect())
}

fn read(row: browser_session::Model) -> Session {
    Session {
        id: SessionId::from(row.id),
        person: PersonId::from(row.person),
        browser: Browser { name: row.kind, system: row.system },
        began: Moment::from_unix(row.began_at),
        seen: Moment::from_unix(row.seen_at),
    }
}

/// Begins a session.
pub async fn add(
    tx: &Tx,
    person: PersonId,
    fingerprint: &str,
    browser: &Browser,
) -> Result<SessionId, Fault> {
    let id: SessionId = tx.new_id();
    let row = browser_session::ActiveModel {
        id: Set(id.uuid()),
        browser: Set(fingerprint.to_owned()),
        person: Set(person.uuid()),
        kind: Set(browser.name.clone()),
        system: Set(browser.system.clone()),
        began_at: Set(tx.now().unix()),
        seen_at: Set(tx.now().unix()),
    };
    browser_session::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(id)
}

/// Notes that a session was used.
pub async fn touch(tx: &Tx, id: SessionId) -> Result<(), Fault> {
    browser_session::Entity::update_many()
        .col_expr(browser_session::Column::SeenAt, Expr::value(tx.now().unix()))
        .filter(browser_session::Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Ends the session of a browser.
pub async fn end_in(tx: &Tx, fingerprint: &str) -> Result<(), Fault> {
    end(tx, Condition::all().add(browser_session::Column::Browser.eq(fingerprint))).await
}

/// Ends one session of a person; another's session is left alone.
pub async fn end_one(tx: &Tx, person: PersonId, id: SessionId) -> Result<(), Fault> {
    let one = Condition::all()
        .add(browser_session::Column::Id.eq(id.uuid()))
        .add(browser_session::Column::Person.eq(person.uuid()));
    end(tx, one).await
}

/// Ends every session of a person.
pub async fn end_all(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    end(tx, Condition::all().add(browser_session::Column::Person.eq(person.uuid()))).await
}

/// Forgets the sessions that are over.
pub async fn sweep(tx: &Tx) -> Result<(), Fault> {
    let (seen, began) = dead_before(tx.now());
    let over = Condition::any()
        .add(browser_session::Column::SeenAt.lte(seen.unix()))
        .add(browser_session::Column::BeganAt.lte(began.unix()));
    end(tx, over).await
}

async fn end(tx: &Tx, which: Condition) -> Result<(), Fault> {
    browser_session::Entity::delete_many().filter(which).exec(tx.conn()).await?;
    Ok(())
}
