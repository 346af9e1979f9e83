//! Browser sessions.

use post::Address;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, Statement,
};
use store::{Fault, Tx};
use vocabulary::{Lang, Moment, PersonId, SessionId};

use super::rows::browser_session;
use crate::people::person::Contact;
use crate::people::role::Role;
use crate::people::session::{Browser, Session, dead_before};

/// The session of the browser with this fingerprint, dead or alive, with whose it is and their role: read at once, for every
/// private page asks it. Nothing where the person was erased.
pub async fn opened<C: ConnectionTrait>(
    conn: &C,
    fingerprint: &str,
) -> Result<Option<(Session, Contact, Option<Role>)>, Fault> {
    let select = "SELECT s.id, s.browser, s.person, s.kind, s.system, s.began_at, s.seen_at, \
                  p.address, p.name, p.lang, r.role \
                  FROM browser_session s JOIN person p ON p.id = s.person \
                  LEFT JOIN role_grant r ON r.person = p.id AND r.ended_at IS NULL WHERE s.browser = $1";
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), select, [fingerprint.into()]);
    let Some(row) = conn.query_one_raw(statement).await? else { return Ok(None) };
    let session = read(browser_session::Model::from_query_result(&row, "")?);
    let address: Option<String> = row.try_get("", "address")?;
    let Some(address) = address.and_then(|address| Address::parse(&address).ok()) else { return Ok(None) };
    let lang: String = row.try_get("", "lang")?;
    let lang = Lang::parse(&lang).unwrap_or(Lang::En);
    let role: Option<String> = row.try_get("", "role")?;
    let contact = Contact { person: session.person, address, name: row.try_get("", "name")?, lang };
    Ok(Some((session, contact, role.and_then(|role| role.parse().ok()))))
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
