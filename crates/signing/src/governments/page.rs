//! A government's public page: what is known of it, its signature, its actions. It reads only public records.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::search::{Query, Sort};
use vocabulary::{Arg, Iso2, Reference, Say};
use web::{At, Fact, Foot, Frame, Link, Problem};

use super::faces::{self, FaceShown};
use super::public::{ALIAS, KIND, Shown, Shows};
use super::steps::{self, StepShown};
use super::stood;
use super::words;
use crate::house::House;
use crate::register::{self, AsOf, Found, Mark, PublicRecord, Sign, Stood, ToldOfDay};

/// How many signatures and actions are listed; more are found through the register.
const MOST: usize = 100;

/// A name in another language or spelling.
struct Name {
    text: String,
    tag: String,
    dir: &'static str,
}

/// A sign with its class.
pub(super) struct Shape {
    shape: &'static str,
    how: &'static str,
    words: String,
}

/// A signature or an action of the government.
struct Row {
    title: String,
    tag: String,
    dir: &'static str,
    href: String,
    /// Who leads it, where another government does.
    led: String,
    when: String,
    marks: Vec<Shape>,
}

#[derive(Template)]
#[template(path = "governments/pages/government.html")]
struct GovernmentPage {
    frame: Frame,
    links: Vec<Link>,
    name: Name,
    names: Vec<Name>,
    /// As of which day it is shown.
    day: Option<ToldOfDay>,
    marks: Vec<Shape>,
    facts: Vec<Fact>,
    aliases: String,
    source: String,
    foot: Foot,
    on_file: bool,
    invented: bool,
    faces: Vec<FaceShown>,
    signatures: Vec<Row>,
    actions: Vec<Row>,
    brought: Vec<StepShown>,
    history: String,
}

/// The page under its whole address.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, reference, slug)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    show(&house, &at, &reference, &slug).await
}

/// The address without its last part, which then is added.
pub(super) async fn bare(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    show(&house, &at, &reference, "").await
}

async fn show(house: &House, at: &At, reference: &str, slug: &str) -> Result<Response, Problem> {
    let conn = house.store.read();
    let key = Reference::parse(reference).map_err(|_| Problem::NotFound)?;
    let tag = register::key_of_records(house).await?;
    let mut record = match register::find(conn, KIND, key.as_str()).await? {
        Found::Here(record) => *record,
        gone => return elsewhere(house, at, key.as_str(), gone).await,
    };
    let asked = AsOf::asked(house, at);
    if record.key != reference || record.slug != slug || !asked.is_canonical(at) {
        return Ok(at.moved(&asked.on(&record.path())));
    }
    let mut shown = read(&record)?;
    let mut signatures = of(house, "signature", &record.key, None).await?;
    let mut actions = of(house, "action", &record.key, asked.number()).await?;
    let mut stood = asked.stood(house, &record).await?;
    if stood::is_another(&shown, &asked) {
        stood = Stood::Unknown;
    }
    // Its actions may have changed where its own record has not.
    if asked.is_earlier() && !matches!(stood, Stood::Otherwise(_)) {
        let now = of(house, "action", &record.key, None).await?;
        let same = now.iter().map(|one| &one.card).eq(actions.iter().map(|one| &one.card));
        match stood {
            Stood::Same if !same => stood = Stood::Otherwise(Box::new(record.clone())),
            _ => actions = now,
        }
    }
    let day = asked.told(at, &record, &stood);
    let asked = asked.drawn(&stood);
    if let Stood::Otherwise(then) = stood {
        shown = stood::on_day(&then, shown, &asked);
        record = *then;
        signatures.retain(|one| shown.steps.iter().any(|step| step.path.as_ref() == Some(&one.path())));
        // Their signs are those of now; how they stood the government's own sign says.
        signatures.iter_mut().for_each(|one| one.card.marks.clear());
    }
    let foot = register::foot_on(house, at, &record, &asked);
    let page = draw(at, (&record, &shown), (&signatures, &actions), (&asked, day), foot);
    Ok(web::served(at, &tag, || web::html(page)))
}

/// What a public record tells of its government.
pub(super) fn read(record: &PublicRecord) -> Result<Shown, Problem> {
    serde_json::from_value(record.body.clone())
        .map_err(|err| Problem::broken(format!("the public record {} cannot be read: {err}", record.key)))
}

/// A merged government leads on; one that is public no more answers 410.
pub(super) async fn elsewhere(house: &House, at: &At, key: &str, gone: Found) -> Result<Response, Problem> {
    if let Found::Here(alias) = register::find(house.store.read(), ALIAS, key).await?
        && let Some(path) = alias.body.get("path").and_then(|path| path.as_str())
    {
        return Ok(at.moved(&AsOf::asked(house, at).on(path)));
    }
    match gone {
        Found::Gone { at: since, reason } => {
            Err(Problem::Gone { since: Some(since), why: Some(at.say.t(&reason)) })
        }
        Found::Here(_) | Found::Nowhere => Err(Problem::NotFound),
    }
}

/// The public things of a kind that name this government, newest first: as they stand now, or as they stood on the day of this
/// number.
async fn of(house: &House, kind: &str, key: &str, day: Option<i64>) -> Result<Vec<PublicRecord>, Problem> {
    let token = format!("government/{key}");
    let query = Query {
        kinds: vec![kind.to_owned()],
        chosen: BTreeMap::from([("government".to_owned(), vec![token])]),
        sort: Sort::Newest,
        limit: MOST,
        as_of: day,
        ..Query::default()
    };
    let answer = house.index.search(&query).map_err(store::Fault::from)?;
    let keys: Vec<(String, String)> = answer.hits.into_iter().map(|hit| (hit.kind, hit.key)).collect();
    Ok(register::find_all(house.store.read(), &keys).await?)
}

/// The signs of a record, each with its class and words.
fn shapes(say: &Say, marks: &[Mark]) -> Vec<Shape> {
    let shape = |mark: &Mark| {
        let args: Vec<(&str, Arg)> =
            mark.args.iter().map(|(name, value)| (name.as_str(), Arg::from(value.as_str()))).collect();
        let (shape, how) = match mark.sign {
            Sign::Verified => ("proof", "yes"),
            Sign::OnFile => ("proof", "source"),
            Sign::Fulfilled => ("far", "full"),
            Sign::Going => ("far", "going"),
            Sign::Silent => ("proof", "none"),
        };
        Shape { shape, how, words: say.with(&mark.key, &args) }
    };
    marks.iter().map(shape).collect()
}

fn row(at: &At, record: &PublicRecord, title: Option<(String, String, &'static str)>) -> Row {
    let say = &at.say;
    let when = record.card.when.as_ref().filter(|when| !when.is_unknown()).map(|when| say.period(when));
    let when = when.unwrap_or_default();
    let (title, tag, dir) =
        title.unwrap_or_else(|| (register::name_of(record, say).text, String::new(), "auto"));
    Row {
        title,
        tag,
        dir,
        href: at.to(&record.path()),
        led: String::new(),
        when,
        marks: shapes(say, &record.card.marks),
    }
}

/// A signature is called by its reference; an action by its title.
fn rows(at: &At, records: &[PublicRecord], kind: &str) -> Vec<Row> {
    let title = |record: &PublicRecord| {
        if kind == "signature" {
            return Some((record.key.clone(), String::new(), "auto"));
        }
        let picked = record.card.title.as_ref().and_then(|title| title.pick(at.lang))?;
        Some((picked.text.to_owned(), picked.tag.to_string(), picked.tag.dir()))
    };
    records.iter().map(|record| row(at, record, title(record))).collect()
}

/// Who leads an action, in words, where it is not the government at this path.
fn led(at: &At, record: &PublicRecord, path: &str) -> String {
    let lead = record.card.who.first().filter(|lead| lead.path != path);
    let name = lead.and_then(|lead| lead.name.pick(at.lang));
    name.map(|name| at.say.with("governments-action-led", &[("name", Arg::from(name.text))]))
        .unwrap_or_default()
}

fn facts(at: &At, record: &PublicRecord, shown: &Shown, asked: &AsOf) -> Vec<Fact> {
    let say = &at.say;
    let t = |key: &str| say.t(key);
    let mut facts = Vec::new();
    if let Some(country) = shown.country {
        let name = country.country().name(at.lang);
        facts.push(Fact::link(
            t("governments-fact-country"),
            name,
            at.to(&asked.within(&format!("/countries/{country}"))),
        ));
    } else if let Some(name) = shown.invented_country.as_ref().and_then(|name| name.pick(at.lang)) {
        facts.push(Fact::new(t("governments-fact-country"), name.text));
    }
    facts.push(Fact::new(t("governments-fact-tier"), t(words::tier(shown.tier))));
    facts.extend(shown.place.as_ref().map(|place| Fact::new(t("governments-fact-place"), place)));
    if let Some(population) = shown.population {
        let people = say.number(i64::try_from(population.people).unwrap_or(i64::MAX));
        let words = match population.year {
            Some(year) => format!("{people} ({year})"),
            None => people,
        };
        facts.push(Fact::new(t("governments-fact-population"), words));
    }
    facts.extend(shown.website.as_ref().map(|site| Fact::link(t("governments-fact-website"), site, site)));
    facts.extend(shown.networks.iter().map(|name| {
        Fact::link(
            t("governments-fact-networks"),
            name,
            at.to(&asked.within(&register::networks::path(name))),
        )
    }));
    facts.push(Fact::new(t("governments-fact-reference"), &record.key));
    facts
}

fn draw(
    at: &At,
    (record, shown): (&PublicRecord, &Shown),
    (signatures, actions): (&[PublicRecord], &[PublicRecord]),
    (asked, day): (&AsOf, Option<ToldOfDay>),
    foot: Foot,
) -> GovernmentPage {
    let say = &at.say;
    let named = |tag: &vocabulary::Tag, text: &str| Name {
        text: text.to_owned(),
        tag: tag.to_string(),
        dir: if tag.as_str() == "und" { "auto" } else { tag.dir() },
    };
    let original = shown.name.original_tag();
    let others = shown.name.all().filter(|(tag, text)| *tag != original && !text.text.is_empty());
    let frame = Frame::new(at, shown.name.original_text()).here("governments");
    let frame = frame.linked(register::linked_data(at, record)).picture(&register::social_path(record));
    let frame = register::frame_of(frame, at, record);
    let frame = AsOf::hidden(frame, day.as_ref());
    let kosovo = shown.country.is_some_and(|country: Iso2| country.country().note == Some("kosovo"));
    GovernmentPage {
        frame: if kosovo { frame.names_kosovo() } else { frame },
        day,
        links: vec![Link::new(say.t("governments-crumb"), at.to("/governments"))],
        name: named(original, shown.name.original_text()),
        names: others.map(|(tag, text)| named(tag, &text.text)).collect(),
        marks: shapes(say, &shown.marks),
        facts: facts(at, record, shown, asked),
        aliases: say.list(&shown.aliases),
        source: shown.source.clone().unwrap_or_default(),
        foot,
        on_file: shown.origin == Shows::OnFile,
        invented: shown.origin == Shows::Invented,
        faces: shown.faces.iter().map(|face| faces::shown(at, face)).collect(),
        signatures: rows(at, signatures, "signature"),
        actions: rows(at, actions, "action")
            .into_iter()
            .zip(actions)
            .map(|(row, action)| {
                let href = at.to(&asked.within(&action.path()));
                Row { led: led(at, action, &record.path()), href, ..row }
            })
            .collect(),
        brought: match shown.steps.iter().filter(|step| step.brought).count() {
            0 | 1 => Vec::new(),
            _ => steps::shown(at, shown.steps.iter().filter(|step| step.brought)),
        },
        history: at.to(&format!("/governments/{}/history", record.key)),
    }
}
