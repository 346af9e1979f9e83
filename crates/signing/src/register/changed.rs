//! What changed in a public record from day to day, as its history shows it: its words in each language, and what else its
//! card tells. It is read from what stood on earlier days (`past`), so what was wiped there is in no history either.

use std::collections::BTreeSet;

use askama::Template;
use store::Fault;
use store::search::Query;
use vocabulary::{Arg, Moment, PartialDate, Say};
use web::{At, Changes, Difference, Foot, Frame, Link};

use super::as_of;
use super::facets::List;
use super::past;
use super::record::PublicRecord;
use super::rows;
use super::words::{Label, Words};
use crate::House;

/// The history of what is no action and no government.
#[derive(Template)]
#[template(path = "register/pages/changes.html")]
pub struct ChangesPage {
    frame: Frame,
    crumbs: Vec<Link>,
    name: Label,
    /// What is told here, in which order.
    lead: String,
    changes: Vec<Changes>,
    foot: Foot,
}

/// The history of a record under its own path, with what the room knows of it beside the register.
pub fn page(at: &At, record: &PublicRecord, list: Link, changes: Vec<Changes>) -> ChangesPage {
    let name = rows::name(record, &at.say);
    let page = of_page(at, name, &record.path(), at.say.t("register-history-lead"), changes);
    ChangesPage {
        crumbs: [list].into_iter().chain(page.crumbs).collect(),
        foot: page.foot.changed(at, record.card.updated),
        ..page
    }
}

/// The history of the page of this name and path, without its language.
pub fn of_page(at: &At, name: Label, path: &str, lead: String, changes: Vec<Changes>) -> ChangesPage {
    let title = at.say.plain("register-history-of", &[("name", Arg::from(name.text.as_str()))]);
    ChangesPage {
        frame: Frame::new(at, &title).hide(),
        crumbs: vec![Link::new(&name.text, at.to(path))],
        name,
        lead,
        changes,
        foot: Foot::new(at, &title, &format!("{path}/history")),
    }
}

/// What changed in a record on each day since it came onto the register, the latest first.
pub async fn changes(house: &House, at: &At, record: &PublicRecord) -> Result<Vec<Changes>, Fault> {
    let words = house.words();
    let stood = past::of(house.store.read(), &record.kind, &record.key).await?;
    let mut changes = Vec::with_capacity(stood.len());
    for (n, (before, until)) in stood.iter().enumerate() {
        let now = stood.get(n + 1).map_or(record, |(next, _)| next);
        let differences = between(&words, &at.say, before, now);
        if !differences.is_empty() {
            changes.push(on(&at.say, *until, differences));
        }
    }
    changes.reverse();
    Ok(changes)
}

/// When a record of these kinds last changed, of those that are there now, or that stood at the end of a day.
pub fn latest(house: &House, kinds: &[&str], day: Option<PartialDate>) -> Result<Option<Moment>, Fault> {
    let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    let query = Query { kinds, as_of: day.map(as_of::number), ..Query::default() };
    Ok(house.index.latest(&query)?.map(past::begin))
}

/// What changed on a day.
pub fn on(say: &Say, day: Moment, differences: Vec<Difference>) -> Changes {
    Changes { title: say.date(day), machine: day.date().to_string(), differences }
}

fn between(words: &Words, say: &Say, before: &PublicRecord, now: &PublicRecord) -> Vec<Difference> {
    let (was, is) = (&before.card, &now.card);
    let (title, lead) = match now.kind.as_str() {
        "government" => ("register-history-name", "register-history-lede"),
        _ => ("register-history-title", "register-history-lede"),
    };
    let mut found = Difference::of_texts(&say.t(title), was.title.as_ref(), is.title.as_ref(), say);
    found.extend(Difference::of_texts(&say.t(lead), was.lead.as_ref(), is.lead.as_ref(), say));
    if now.kind == "government" {
        found.extend(of_government(words, say, before, now));
    }
    found
}

/// What else the card of a government tells, in the reader's words.
fn of_government(words: &Words, say: &Say, before: &PublicRecord, now: &PublicRecord) -> Vec<Difference> {
    let list = List::Governments;
    let labels = |record: &PublicRecord, group: &str| {
        let values = record.find.tokens.iter().filter_map(|token| token.split_once('/'));
        let values = values.filter(|(one, _)| *one == group);
        let labels: BTreeSet<String> =
            values.filter_map(|(_, value)| Some(list.label(group, value, words, say)?.text)).collect();
        say.list(&labels.into_iter().collect::<Vec<_>>())
    };
    let facet = |group: &str| {
        let of = list.title(group, words, say).text;
        Difference::of_words(&of, &labels(before, group), &labels(now, group), say)
    };
    let people = |record: &PublicRecord| record.find.size.map(|size| say.number(size)).unwrap_or_default();
    let size =
        Difference::of_words(&say.t("register-history-population"), &people(before), &people(now), say);
    ["country", "tier", "record"].into_iter().filter_map(facet).chain(size).collect()
}
