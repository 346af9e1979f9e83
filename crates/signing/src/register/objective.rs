//! An objective: what it says, which actions answer to it, in which countries, and where nothing is known yet.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use store::search::Sort;
use vocabulary::frameworks::{Framework, Node};
use vocabulary::{Arg, Lang, Say, countries, groups};
use web::{At, Bar, Bars, Foot, Frame, Link, Problem};

use super::as_of::AsOf;
use super::facets::{List, REGIONS, is_kosovo};
use super::figures::{Counted, written};
use super::linked;
use super::part::{self, Part};
use super::rows::{self, Row};
use super::words::{self, Label, Words};
use crate::House;

#[derive(Template)]
#[template(path = "register/pages/objective.html")]
struct ObjectivePage {
    frame: Frame,
    crumbs: Vec<Link>,
    here: String,
    kicker: Label,
    title: Label,
    verified: bool,
    version: String,
    source: Option<String>,
    parts: Vec<(Label, String)>,
    count: String,
    /// How many of them are on file.
    apart: Option<String>,
    rows: Vec<Row>,
    all: Link,
    countries: Bars,
    missing: String,
    /// The day that is asked for, as a field holds it.
    day: String,
    /// The day in words, where one is chosen.
    date: Option<String>,
    /// That the day that is asked for is not over.
    note: Option<String>,
    foot: Foot,
}

/// How many countries are drawn.
const COUNTRIES: usize = 20;

/// The page.
pub async fn page(
    State(house): State<House>,
    at: At,
    Path((_, slug, code)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let words = house.words();
    let framework = words.framework(&slug).ok_or(Problem::NotFound)?;
    let node = framework.node(&code).ok_or(Problem::NotFound)?;
    let key = super::snapshot_key(&house, &words);
    let asked = AsOf::asked(&house, &at);
    if let Some(elsewhere) = asked.elsewhere(&at, &format!("/objectives/{}", framework.token(&code))) {
        return Ok(elsewhere);
    }
    let page = draw(&house, &at, &words, (framework, node), &asked).await?;
    Ok(web::served(&at, &key, || web::html(page)))
}

async fn draw(
    house: &House,
    at: &At,
    words: &Words,
    (framework, node): (&Framework, &Node),
    asked: &AsOf,
) -> Result<ObjectivePage, Fault> {
    let say = &at.say;
    let token = framework.token(&node.code);
    let part = of_actions(words, framework, node, at.lang).on_day(asked.chosen);
    let counted = part.counted(house, "action", &["country", "record"])?;
    let (total, found) = part.first(house, "action", Sort::Newest).await?;
    let (title, verified) = words::title(node, at.lang);
    let name = words::framework_name(framework, &at.say);
    let mut kicker = List::Actions.title(&framework.slug, words, say);
    // After the name of its framework a code needs no other where the framework has none in short.
    let tile = rows::tile(&token, words, say);
    let is_short = say.has(&format!("register-short-{}", framework.slug));
    let short = tile.map(|tile| match is_short {
        true => format!("{} {}", tile.framework, tile.number),
        false => tile.number,
    });
    if words::is_numbered(node) {
        kicker.text = format!("{} {}", kicker.text, node.code);
    }
    let crumbs = vec![
        Link::new(say.t("register-objectives"), at.to("/objectives")),
        Link::new(&name.text, at.to(&format!("/objectives#{}", framework.slug))),
    ];
    let thing = linked::objective(at, (&node.code, &title), (&framework.slug, &name.text));
    let count = say.with("register-objective-count", &[("n", Arg::from(total))]);
    let missing = missing(say, &counted, total);
    let about = [format!("{}: {}", kicker.text, title.text), count.clone(), missing.clone()];
    let mut frame = Frame::new(at, &title.text).describe(&super::described::sentences(&about));
    frame = frame.linked(linked::page(at, thing, &crumbs, (&title.text, &part.path)));
    let kosovo = counted.values("country").any(|(iso2, _)| is_kosovo(iso2));
    frame = if kosovo || rows::name_kosovo(&found) { frame.names_kosovo() } else { frame };
    let under = |node: &Node| {
        (words::short(node, at.lang), at.to(&format!("/objectives/{}", framework.token(&node.code))))
    };
    Ok(ObjectivePage {
        crumbs,
        here: short.unwrap_or_else(|| words::short(node, at.lang).text),
        kicker,
        verified,
        version: framework.version.clone(),
        source: framework
            .source
            .split_whitespace()
            .next()
            .filter(|word| word.starts_with("https://"))
            .map(str::to_owned),
        parts: framework.under(Some(&node.code)).map(under).collect(),
        count,
        apart: (total > 0).then(|| apart(say, &counted)),
        rows: rows::of_day(&found, words, at, (asked.moment(house), &asked.query)),
        all: Link::new(
            say.with("register-all-actions-n", &[("n", Arg::from(total))]),
            at.to(&part.on("/actions")),
        ),
        countries: bars(say, &counted, |iso2| part.narrowed(List::Actions, words, ("country", iso2))),
        day: asked.field(),
        date: asked.chosen.map(|_| asked.written(house, say)),
        note: asked.note(say),
        missing,
        foot: part::foot(house, at, (&part, asked), (true, false))?,
        title,
        frame: asked.frame(frame),
    })
}

/// The objective of this framework and code as a part of the actions.
pub(super) fn part(words: &Words, (framework, code): (&str, &str), lang: Lang) -> Option<Part> {
    let framework = words.framework(framework)?;
    Some(of_actions(words, framework, framework.node(code)?, lang))
}

fn of_actions(words: &Words, framework: &Framework, node: &Node, lang: Lang) -> Part {
    let token = framework.token(&node.code);
    let all = answering(words, framework, node);
    let within = all.split_once('?').map_or("", |(_, within)| within).to_owned();
    let name = words::title(node, lang).0.text;
    Part { name, path: format!("/objectives/{token}"), tokens: vec![token], within, day: None }
}

/// The list of all actions that answer to it: as a facet where its framework is one, else as words.
fn answering(words: &Words, framework: &Framework, node: &Node) -> String {
    if words.facets.contains(&framework.slug) {
        return format!("/actions?{}={}", framework.slug, node.code);
    }
    let typed = framework.token(&node.code).replace('/', ":");
    super::ask::address("/actions", &[("q".to_owned(), typed)])
}

/// How many of the actions were published, and how many are on file.
fn apart(say: &Say, counted: &Counted) -> String {
    let of = |token: &str| Arg::from(written(say, counted.with(token)));
    let counts = [("published", of("record/published")), ("file", of("record/on_file"))];
    say.with("register-objective-apart", &counts)
}

fn bars(say: &Say, counted: &Counted, path: impl Fn(&str) -> String) -> Bars {
    let mut found: Vec<(&vocabulary::Country, u64)> =
        counted.values("country").filter_map(|(iso2, n)| Some((countries::by_iso2(iso2)?, n))).collect();
    found.sort_by(|(one, n), (other, m)| {
        m.cmp(n).then_with(|| say.compare(one.name(say.lang), other.name(say.lang)))
    });
    let bar = |(country, n): (&vocabulary::Country, u64)| Bar {
        text: country.name(say.lang).to_owned(),
        href: Some(rows::to(say.lang, &path(country.iso2))),
        count: n,
        written: written(say, n),
    };
    Bars {
        caption: say.t("register-objective-countries"),
        of: say.t("register-facet-country"),
        unit: say.t("register-actions"),
        bars: found.into_iter().take(COUNTRIES).map(bar).collect(),
    }
}

/// The regions from which nothing is on the register yet for this objective.
fn missing(say: &Say, counted: &Counted, total: u64) -> String {
    if total == 0 {
        return say.t("register-objective-missing-all");
    }
    let here: Vec<&str> = counted
        .values("country")
        .filter_map(|(iso2, _)| Some(groups::region_of(iso2)?.code.as_str()))
        .collect();
    let mut absent: Vec<String> = REGIONS
        .into_iter()
        .filter(|code| !here.contains(code))
        .filter_map(|code| Some(groups::by_code("m49", code)?.name(say.lang).to_owned()))
        .collect();
    if absent.is_empty() {
        return say.t("register-objective-missing-none");
    }
    absent.sort_by(|one, other| say.compare(one, other));
    say.with("register-objective-missing", &[("regions", Arg::from(say.list_apart(&absent)))])
}
