//! The history of a public action: each version that was public, what changed in it and when, and what was taken out.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::{Arg, LanguageMap, Moment, Say};
use web::{At, Difference, Entry, Foot, Frame, Link, Problem};

use super::content::{Content, TextField};
use super::history::History;
use super::page::{self, Told};
use super::public::{PublicAction, PublicVersion};
use super::shown::Words;
use crate::House;
use crate::calls::Call;
use crate::register::PublicRecord;

/// One version.
struct Step {
    id: String,
    title: String,
    when: String,
    machine: String,
    why: String,
    first: bool,
    changes: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "actions/pages/history.html")]
struct HistoryPage {
    frame: Frame,
    crumbs: Vec<Link>,
    name: Told,
    steps: Vec<Step>,
    taken_out: Vec<Entry>,
    foot: Foot,
}

/// The page. What was taken back has none: its address says when and why.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let record = page::found(&house, &at, &reference).await?;
    if record.key != reference {
        return Ok(at.moved(&format!("/actions/{}/history", record.key)));
    }
    let call = house.call().ok_or(Problem::NotFound)?;
    let body = page::body(&record)?;
    let (_, mark) = store::canonical(&record)?;
    let (history, told) = History::find(&house, &record.key).await?.unzip();
    let key = format!("{mark}{}", told.unwrap_or_default());
    Ok(web::served(&at, &key, || web::html(build(&house, &at, &call, &record, &body, history))))
}

fn build(
    house: &House,
    at: &At,
    call: &Call,
    record: &PublicRecord,
    body: &PublicAction,
    history: Option<History>,
) -> HistoryPage {
    let say = &at.say;
    let catalogue = house.catalogue();
    let own = Call { priorities: page::own_priorities(call, body), ..call.clone() };
    let words = Words { say, catalogue: &catalogue, call: &own };
    // Where only one version was public, it is the one that stands.
    let History { versions, summaries } = history.unwrap_or_else(|| {
        let only = body.history.iter().map(|version| (version.clone(), body.content.clone())).take(1);
        History { versions: only.collect(), summaries: Vec::new() }
    });
    let mut steps: Vec<(Moment, Step)> = Vec::with_capacity(versions.len() + summaries.len());
    for (n, (version, content)) in versions.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| versions.get(n)).map(|(_, content)| content);
        steps.push((version.at, step(&words, version, content, before)));
    }
    for (n, (at, text)) in summaries.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| summaries.get(n)).map(|(_, text)| text);
        steps.push((*at, summarised(say, (n, *at), text, before)));
    }
    steps.sort_by_key(|(at, _)| *at);
    steps.reverse();
    let name = page::name(say, record, body);
    let title = say.plain("actions-history-of", &[("title", Arg::from(name.text.as_str()))]);
    let frame = Frame::new(at, &title).here("actions").hide();
    HistoryPage {
        crumbs: vec![
            Link::new(say.t("actions-crumb"), at.to("/actions")),
            Link::new(&record.key, at.to(&record.path())),
        ],
        name,
        steps: steps.into_iter().map(|(_, step)| step).collect(),
        taken_out: taken_out(say, body),
        foot: Foot::new(at, &title, &format!("/actions/{}/history", record.key))
            .changed(at, record.card.updated),
        frame,
    }
}

fn step(words: &Words<'_>, version: &PublicVersion, content: &Content, before: Option<&Content>) -> Step {
    let say = words.say;
    let key = format!("actions-history-{}", version.origin);
    Step {
        id: format!("v{}", version.n),
        title: say.with(&key, &[("n", Arg::from(version.n))]),
        when: say.date(version.at),
        machine: version.at.date().to_string(),
        why: version.why.clone().unwrap_or_default(),
        first: before.is_none(),
        changes: before.map(|before| changes(words, content, before)).unwrap_or_default(),
    }
}

/// A wording of the editor's summary.
fn summarised(say: &Say, (n, at): (usize, Moment), text: &LanguageMap, before: Option<&LanguageMap>) -> Step {
    Step {
        id: format!("s{}", n + 1),
        title: say.t("actions-history-summary"),
        when: say.date(at),
        machine: at.date().to_string(),
        why: String::new(),
        first: false,
        changes: Difference::of_texts(&say.t("actions-summary-title"), before, Some(text), say),
    }
}

/// What changed between two versions: each answer, and below it its translations, each in its own language.
fn changes(words: &Words<'_>, content: &Content, before: &Content) -> Vec<Difference> {
    let say = words.say;
    let mut changes = Vec::new();
    for shown in words.answers(content, Some(before)) {
        changes.extend(shown.changed.then(|| shown.differences(say)));
        for field in TextField::ALL.into_iter().filter(|field| field.topic() == shown.topic) {
            let (was, is) = (before.text(field), content.text(field));
            let original = is.or(was).map(|map| map.original_tag().to_string()).unwrap_or_default();
            let found = Difference::of_texts(&shown.name, was, is, say);
            changes.extend(found.into_iter().filter(|one| one.lang != original));
        }
    }
    changes
}

/// What was taken out of every version, and when; never what it was.
fn taken_out(say: &Say, body: &PublicAction) -> Vec<Entry> {
    let entry = |one: &super::history::Redaction| {
        Some(Entry {
            when: say.date(one.at),
            machine: one.at.date().to_string(),
            text: page::redacted(say, &one.field)?,
        })
    };
    body.redactions.iter().filter_map(entry).collect()
}
