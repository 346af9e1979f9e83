//! What stood on the register on earlier days, so that it can be shown as of any day since.
//!
//! When a record changes, what stood before is kept beside it, under a kind of its own (`past-action`) and a key that says
//! which change it was (`LA-2026-00042@17`): as a card and by what it is found, without its page and its running texts. What
//! stood for less than a day is not kept, as a day is shown as it ended. No room can say these again, so they are no
//! projection: a rebuild leaves them alone. What is redacted, withdrawn to protect people, or hidden since, is wiped here as
//! well.

use std::borrow::Cow;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ActiveValue::Set, IntoActiveModel, QueryOrder};
use serde_json::Value;
use store::{Fault, Tx, canonical};
use vocabulary::Moment;

use super::as_of::Stood;
use super::lines;
use super::record::PublicRecord;
use super::records::{self, NEUTRAL, public_record};

/// The kinds whose earlier days are kept: those that have lists, figures, files and pages of a day.
pub(super) const KEPT: [&str; 2] = ["action", "government"];
/// The kinds whose earlier days are kept for their history alone.
const TOLD: [&str; 2] = ["cohort", "declaration"];
/// Before the kind.
const PAST: &str = "past-";
/// Between a reference and the number of its change; the next character is the end of all keys of one reference.
const AT: char = '@';
const AFTER_AT: char = 'A';

/// The kind under which a found record is stored: of one of an earlier day, which its key tells, another than its own.
pub(super) fn stored<'a>(kind: &'a str, key: &str) -> Cow<'a, str> {
    if key.contains(AT) { earlier(kind).into() } else { kind.into() }
}

/// The kind under which what stood on earlier days is kept.
fn earlier(kind: &str) -> String {
    format!("{PAST}{kind}")
}

/// The kinds under which a kind is kept: as it stands, and as it stood on earlier days.
pub(super) fn kinds(kind: &str) -> [String; 2] {
    [kind.to_owned(), earlier(kind)]
}

/// The kind under which the index knows what is stored under this one: its own, on whatever day it stood.
pub(super) fn indexed(stored: &str) -> &str {
    stored.strip_prefix(PAST).unwrap_or(stored)
}

/// The reference in a key.
pub(super) fn reference(key: &str) -> &str {
    key.split(AT).next().unwrap_or(key)
}

/// The number of a day, as the index counts them: from 1 January 1970, in universal time.
pub(super) fn day(moment: Moment) -> i64 {
    moment.unix().div_euclid(86_400)
}

/// The moment at which a day of this number begins.
pub(super) fn begin(day: i64) -> Moment {
    Moment::from_unix(day * 86_400)
}

/// The moment at which a day is over, in seconds since 1970.
pub(super) fn end(day: i64) -> i64 {
    (day + 1) * 86_400
}

/// Since when what is said upon a fact stands so: from that fact on, but for changes of one day, which count as one, and for
/// a rebuild, which says again what stood already.
pub(super) fn since(before: Option<&public_record::Model>, heard: Moment) -> Option<i64> {
    let stood = before.and_then(|row| {
        let again = row.body.is_none() && row.reason.as_deref() == Some(NEUTRAL);
        let same_day = row.since.is_some_and(|since| day(Moment::from_unix(since)) == day(heard));
        row.since.filter(|_| again || same_day)
    });
    Some(stood.unwrap_or_else(|| heard.unix()))
}

/// What is to be kept of what stood until now, where it stood at the end of a day; its change has no number yet.
pub(super) fn kept(row: &public_record::Model, until: Moment) -> Result<Option<public_record::Model>, Fault> {
    let kind = row.kind.as_str();
    let kept = row.body.as_deref().filter(|_| KEPT.contains(&kind) || TOLD.contains(&kind));
    let Some(body) = kept else { return Ok(None) };
    if row.since.is_some_and(|since| day(Moment::from_unix(since)) >= day(until)) {
        return Ok(None);
    }
    let mut record = PublicRecord { body: Value::Null, ..records::read(body)? };
    record.find.texts.clear();
    let line = row.line.clone().or_else(|| lines::of(&record));
    Ok(Some(public_record::Model {
        kind: earlier(&row.kind),
        key: format!("{}{AT}{}", row.key, row.change),
        change: 0,
        at: row.at,
        state: "here".to_owned(),
        body: Some(canonical(&record)?.0),
        reason: None,
        since: row.since,
        until: Some(until.unix()),
        line,
    }))
}

/// What stood at the end of a day, the moment at which it is over, and was another afterwards, or none.
pub(super) async fn stood(
    conn: &impl ConnectionTrait,
    kind: &str,
    end: i64,
) -> Result<Vec<PublicRecord>, Fault> {
    use public_record::Column::{Kind, Since, State, Until};
    let stood = public_record::Entity::find()
        .filter(Kind.eq(earlier(kind)))
        .filter(State.eq("here"))
        .filter(Since.is_null().or(Since.lt(end)))
        .filter(Until.gte(end));
    let rows = stood.all(conn).await?;
    rows.iter().filter_map(|row| row.body.as_deref()).map(records::read_card).collect()
}

/// The rows of what stood of one record on earlier days.
fn of_record(kind: &str, key: &str) -> Select<public_record::Entity> {
    use public_record::Column::{Key, Kind};
    public_record::Entity::find()
        .filter(Kind.eq(earlier(kind)))
        .filter(Key.gte(format!("{key}{AT}")))
        .filter(Key.lt(format!("{key}{AFTER_AT}")))
}

/// How a record that is here now stood at the end of a day, the moment at which it is over.
pub(super) async fn on(conn: &impl ConnectionTrait, kind: &str, key: &str, end: i64) -> Result<Stood, Fault> {
    use public_record::Column::{Since, State, Until};
    let begun = || Since.is_null().or(Since.lt(end));
    let here = public_record::Entity::find_by_id((kind.to_owned(), key.to_owned())).filter(State.eq("here"));
    if here.filter(begun()).one(conn).await?.is_some() {
        return Ok(Stood::Same);
    }
    let stood = of_record(kind, key).filter(State.eq("here")).filter(begun()).filter(Until.gte(end));
    let row = stood.one(conn).await?;
    let card = row.and_then(|row| row.body).map(|body| records::read_card(&body)).transpose()?;
    Ok(card.map_or(Stood::Unknown, |card| Stood::Otherwise(Box::new(card))))
}

/// What stood of one record on earlier days, the oldest first, each with the moment at which it was another; without what
/// was wiped.
pub(super) async fn of(
    conn: &impl ConnectionTrait,
    kind: &str,
    key: &str,
) -> Result<Vec<(PublicRecord, Moment)>, Fault> {
    use public_record::Column::{Change, State};
    let of_it = of_record(kind, key).filter(State.eq("here")).order_by_asc(Change);
    let stood = of_it.all(conn).await?.into_iter().filter_map(|row| {
        let until = Moment::from_unix(row.until?);
        row.body.map(|body| Ok((records::read_card(&body)?, until)))
    });
    stood.collect()
}

/// Wipes what stood until a moment: the index hears of it like of anything that goes.
pub(super) async fn wipe(tx: &Tx, kind: &str, key: &str, until: Moment) -> Result<(), Fault> {
    use public_record::Column::{Body, Until};
    let of_it = of_record(kind, key).filter(Until.lte(until.unix())).filter(Body.is_not_null());
    for row in of_it.all(tx.conn()).await? {
        let mut gone = row.into_active_model();
        gone.change = Set(records::next_change(tx).await?);
        gone.state = Set("gone".to_owned());
        gone.body = Set(None);
        gone.line = Set(None);
        gone.reason = Set(Some(NEUTRAL.to_owned()));
        gone.update(tx.conn()).await?;
    }
    Ok(())
}
