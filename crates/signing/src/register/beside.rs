//! What else the words of a question find: one box searches everything public, and what is not of the list's own kind stands
//! beside it in groups, the best few of each by name.

use std::sync::Arc;

use store::Fault;
use store::search::Query;
use vocabulary::{Arg, Say};
use web::{At, Link};

use super::as_of;
use super::ask::{Ask, address};
use super::cards;
use super::facets::List;
use super::record::PublicRecord;
use super::rows;
use super::words::Label;
use crate::House;

/// So many of all groups together are named.
const NAMED: usize = 12;
/// So many of one group.
const OF_ONE: usize = 3;

/// The kinds of the groups in their order: the message of how many there are, the message of the way to all of them, and the
/// page where that leads.
pub(super) const KINDS: [(&str, &str, &str, &str); 4] = [
    ("action", "register-count-actions", "register-all-actions-n", "/actions"),
    ("government", "register-count-governments", "register-all-governments-n", "/governments"),
    ("declaration", "register-count-declarations", "register-near-all-declarations", "/declarations"),
    ("cohort", "register-count-cohorts", "register-near-all-cohorts", "/cohorts"),
];

/// A group of what else was found.
pub(super) struct Beside {
    /// How many there are, leading to all of them.
    pub all: Link,
    /// The best of them.
    pub best: Vec<Named>,
}

/// One of a group.
pub(super) struct Named {
    /// What it is called.
    pub name: Label,
    /// Its page.
    pub href: String,
}

/// What else a question's words find, by kind; nothing where there are none, or beyond the first page.
pub(super) async fn find(house: &House, at: &At, ask: &Ask, last: i64) -> Result<Vec<Beside>, Fault> {
    if ask.text.is_empty() || ask.page > 1 || ask.turn.is_some() {
        return Ok(Vec::new());
    }
    let kinds = KINDS.iter().filter(|(kind, ..)| *kind != ask.list.kind());
    let query = Query {
        text: ask.text.clone(),
        kinds: kinds.clone().map(|(kind, ..)| (*kind).to_owned()).collect(),
        limit: NAMED,
        count: vec!["kind".to_owned()],
        as_of: ask.as_of.map(as_of::number),
        ..Query::default()
    };
    let answer = house.index.search(&query)?;
    let found = if answer.total == 0 { Vec::new() } else { cards::read(house, &answer, last).await? };
    let counts = answer.counts.get("kind");
    let many = |kind: &str| counts.and_then(|kinds| kinds.get(&format!("kind/{kind}"))).copied().unwrap_or(0);
    let group = |(kind, key, _, path): &(&str, &str, &str, &str)| {
        let n = Some(many(kind)).filter(|n| *n > 0)?;
        // The two lists show what was found; the other pages show all there is.
        let asked = List::of_kind(kind).map(|_| ("q".to_owned(), ask.text.clone()));
        let asked: Vec<_> = asked.into_iter().chain(ask.day()).collect();
        let all = Link::new(at.say.with(key, &[("n", Arg::from(n))]), at.to(&address(path, &asked)));
        Some(Beside { all, best: best(kind, &found, &at.say) })
    };
    Ok(kinds.filter_map(group).collect())
}

fn best(kind: &str, found: &[Arc<PublicRecord>], say: &Say) -> Vec<Named> {
    let of_kind = found.iter().filter(|record| record.kind == kind).take(OF_ONE);
    of_kind
        .map(|record| Named { name: rows::name(record, say), href: rows::to(say.lang, &record.path()) })
        .collect()
}
