//! The home page: what the Call is, the three doors, figures with their date, the map, the newest actions, what they work
//! on, what comes next.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::Fault;
use store::search::Sort;
use vocabulary::calendar::{self, Forum};
use vocabulary::frameworks::Verification;
use vocabulary::{Arg, LanguageMap, PartialDate, Say};
use web::{At, Fact, Frame, Map, Problem};

use super::facets::{List, is_kosovo};
use super::figures::{self, Counted, Table, written};
use super::list::newest;
use super::map::placed;
use super::part::Part;
use super::rows::{self, Row};
use super::words::{self, Label, Words};
use crate::House;

/// A door.
struct Door {
    href: String,
    title: String,
    text: String,
}

/// A meeting to come.
struct Coming {
    name: Label,
    when: String,
    place: Label,
    unverified: bool,
}

#[derive(Template)]
#[template(path = "register/pages/home.html")]
struct HomePage {
    frame: Frame,
    summary: Option<Label>,
    search_label: String,
    doors: Vec<Door>,
    figures: Vec<Fact>,
    date: String,
    map: Map,
    rows: Vec<Row>,
    strip: Option<Table>,
    strip_of: String,
    coming: Vec<Coming>,
}

/// How many of the newest actions are shown.
const NEWEST: usize = 3;
/// How many meetings are shown.
const COMING: usize = 2;

/// The page.
pub async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let page = draw(&house, &at, &words).await?;
    Ok(web::served(&at, &key, || web::html(page)))
}

async fn draw(house: &House, at: &At, words: &Words) -> Result<HomePage, Fault> {
    let say = &at.say;
    let groups = figures::groups(words);
    let actions = Counted::of(house, "action", None, &groups)?;
    let governments = Counted::of(house, "government", None, &["record", "country"])?;
    let (_, found) = newest(house, "action", None, Sort::Newest, NEWEST).await?;
    let placed = placed(
        house,
        at,
        List::Actions,
        (&store::search::Query { kinds: vec!["action".to_owned()], ..store::search::Query::default() }, ""),
    )
    .await?;
    let mut countries: Vec<&str> =
        actions.values("country").chain(governments.values("country")).map(|(iso2, _)| iso2).collect();
    countries.sort_unstable();
    countries.dedup();
    let mut figures = figures::facts(say, words, (&governments, &actions), &Part::default());
    figures.push(Fact::link(
        say.t("register-figure-countries"),
        written(say, countries.len() as u64),
        at.to("/countries"),
    ));
    let text = |map: &Option<LanguageMap>| map.as_ref().and_then(|map| Label::picked(map, at.lang));
    let title = text(&words.promise).map_or_else(|| say.t("register-home"), |label| label.text);
    let summary = text(&words.summary);
    let mut frame = Frame::new(at, &title);
    if let Some(summary) = &summary {
        frame = frame.describe(&summary.text);
    }
    let described = frame.description.clone();
    frame = frame.linked(super::linked::site(at, described.as_deref()));
    if rows::name_kosovo(&found) || countries.iter().any(|iso2| is_kosovo(iso2)) {
        frame = frame.names_kosovo();
    }
    let strip = words.strip().map(|framework| {
        let caption = say.t("register-strip-caption");
        let path = |code: &str| format!("/objectives/{}/{code}", framework.slug);
        Table::of_framework(framework, &actions, say, caption, path)
    });
    Ok(HomePage {
        frame,
        summary,
        search_label: say.t("register-search"),
        doors: doors(at, text(&words.declaration)),
        figures,
        date: say.with("register-as-of", &[("date", Arg::from(say.date(house.now())))]),
        map: Map::still(&say.t("register-map-actions"), placed.into_iter().map(|(point, _)| point).collect()),
        rows: rows::rows(&found, words, at),
        strip,
        strip_of: words.strip().map(|f| words::framework_name(f, &at.say).text).unwrap_or_default(),
        coming: coming(&PartialDate::from(house.now().date()), words, say),
    })
}

fn doors(at: &At, declaration: Option<Label>) -> Vec<Door> {
    let door = |name: &str, path: &str| Door {
        href: at.to(path),
        title: at.say.t(&format!("register-door-{name}")),
        text: at.say.t(&format!("register-door-{name}-text")),
    };
    let mut doors =
        vec![door("sign", "/declarations"), door("submit", "/my/actions/new"), door("learn", "/actions")];
    if let Some(title) = declaration {
        doors[0].text = at.say.with("register-door-sign-what", &[("declaration", Arg::from(title.text))]);
    }
    doors
}

/// The next meetings of the processes that the Call answers to.
fn coming(today: &PartialDate, words: &Words, say: &Say) -> Vec<Coming> {
    let ours = |forum: &&Forum| forum.process == "gfmd" || words.framework(&forum.process).is_some();
    let begins = |forum: &Forum| forum.period.start.filter(|start| start.sort_key() > today.sort_key());
    let mut forums: Vec<(PartialDate, &Forum)> =
        calendar::forums().iter().filter(ours).filter_map(|forum| Some((begins(forum)?, forum))).collect();
    forums.sort_by_key(|(start, _)| start.sort_key());
    forums.into_iter().take(COMING).map(|(_, forum)| meeting(forum, say)).collect()
}

fn meeting(forum: &Forum, say: &Say) -> Coming {
    let year = forum.period.start.map(|start| start.year().to_string()).unwrap_or_default();
    let known = match forum.name.split(' ').next() {
        Some("IMRF") => Some("register-forum-imrf"),
        Some("Global") => Some("register-forum-grf"),
        _ => None,
    };
    let name = match known {
        Some(key) => Label::own(say.with(key, &[("year", Arg::from(year))])),
        None => Label::worded(&forum.name, vocabulary::Lang::En, say.lang),
    };
    Coming {
        name,
        when: say.period(&forum.period),
        place: place(&forum.place, say),
        unverified: forum.verification == Verification::Unverified,
    }
}

/// Where a meeting is held, in the reader's words where they are known.
fn place(written: &str, say: &Say) -> Label {
    match written {
        "New York" => Label::own(say.t("register-place-new-york")),
        other => Label::worded(other, vocabulary::Lang::En, say.lang),
    }
}
