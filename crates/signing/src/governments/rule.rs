//! Acts of the desk on a mandate that stands: say from when to when it holds and whether its holder may sign, and end it
//! with a reason, which is also how it objects to a hand-over.

use axum::response::Response;
use store::{Fact, Position, Subject, Tx};
use vocabulary::{MandateId, Moment, PartialDate};
use web::{DateParts, Errors, Pairs, Problem};

use super::answer::{AnswerRefused, Deciding};
use super::mandate::{Mandate, NotWaiting, Over, Term};
use super::{may, records};
use crate::people::Acting;

/// What the desk says of a mandate when it confirms it, or later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// From when to when it holds.
    pub term: Term,
    /// Whether the proof says that the person may sign.
    pub signs: bool,
}

/// Reads the fields `starts`, `ends` and `signs`. A mandate has begun by today, and its last day is to come.
pub(super) fn read(pairs: &Pairs, now: Moment, errors: &mut Errors) -> Option<Terms> {
    let mut midnight = |field: &str, days: i64| -> Option<Moment> {
        let date = DateParts::of(pairs, field).check(field, errors)?;
        let day = whole_day(&date);
        if day.is_none() {
            errors.add(field, "governments-error-whole-day");
        }
        day.map(|day| day.plus_days(days))
    };
    let term = Term { starts: midnight("starts", 0), ends: midnight("ends", 1) };
    if term.starts.is_some_and(|starts| starts > now) {
        errors.add("starts", "governments-error-starts");
    }
    if term.ends.is_some_and(|ends| ends <= now) {
        errors.add("ends", "governments-error-ends");
    }
    errors.is_empty().then_some(Terms { term, signs: pairs.has("signs", "yes") })
}

/// Midnight of a date of which the day is known.
fn whole_day(date: &PartialDate) -> Option<Moment> {
    date.day()?;
    Moment::parse(&format!("{:04}-{:02}-{:02}T00:00:00Z", date.year(), date.month()?, date.day()?))
}

/// The fields of a form, filled from a mandate.
pub(super) fn fields(mandate: &Mandate) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, moment) in [("starts", mandate.term.starts), ("ends", mandate.term.last_day())] {
        if let Some(day) = moment.map(Moment::date) {
            pairs.push((format!("{name}-day"), day.day().to_string()));
            pairs.push((format!("{name}-month"), u8::from(day.month()).to_string()));
            pairs.push((format!("{name}-year"), day.year().to_string()));
        }
    }
    if mandate.signs {
        pairs.push(("signs".to_owned(), "yes".to_owned()));
    }
    pairs
}

/// Says from when to when a confirmed mandate holds, and whether its holder may sign.
pub async fn set_terms(
    tx: &Tx,
    acting: &Acting,
    id: MandateId,
    terms: Terms,
) -> Result<(Mandate, Position), AnswerRefused> {
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(AnswerRefused::Unknown)?;
    may::rule(acting, &mandate)?;
    if !mandate.is_confirmed() {
        return Err(NotWaiting.into());
    }
    let changed = Mandate { term: terms.term, signs: terms.signs, warned: None, ..mandate };
    records::save_mandate(tx, &changed).await?;
    let fact = Fact::new("mandate.changed", Subject::new("mandate", id), acting.actor).parties();
    Ok((changed, tx.tell(fact).await?))
}

/// Ends a mandate with the reason that the person reads.
pub async fn end(
    tx: &Tx,
    acting: &Acting,
    id: MandateId,
    reason: &str,
) -> Result<(Mandate, Position), AnswerRefused> {
    if reason.trim().is_empty() {
        return Err(AnswerRefused::NoReason);
    }
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(AnswerRefused::Unknown)?;
    may::rule(acting, &mandate)?;
    if !mandate.is_confirmed() {
        return Err(NotWaiting.into());
    }
    let ended = mandate.end(Over::ByDesk { reason: reason.trim().to_owned() }, tx.now())?;
    records::save_mandate(tx, &ended).await?;
    let fact = Fact::new("mandate.ended", Subject::new("mandate", id), acting.actor).parties();
    Ok((ended, tx.tell(fact).await?))
}

/// Keeps the terms.
pub(super) async fn termed(desk: Deciding, pairs: Pairs) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let Some(terms) = read(&pairs, desk.house.now(), &mut errors) else {
        return desk.again(&errors, &pairs).await;
    };
    let tx = desk.house.act().await?;
    let outcome = set_terms(&tx, &desk.acting(), desk.id, terms).await;
    desk.end(tx, "termed", &pairs, outcome).await
}

/// Ends it.
pub(super) async fn ended(desk: Deciding, pairs: Pairs) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let Some(reason) = desk.reason(&pairs, &mut errors) else { return desk.again(&errors, &pairs).await };
    let tx = desk.house.act().await?;
    let outcome = end(&tx, &desk.acting(), desk.id, reason).await;
    desk.end(tx, "ended", &pairs, outcome).await
}
