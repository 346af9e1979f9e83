//! A country: its governments, its actions, and the objectives that these answer to.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use store::search::{Query, Sort};
use vocabulary::{Arg, Country, countries, groups};
use web::{At, Fact, Frame, Link, Map, Problem, View};

use super::facets::{List, is_kosovo};
use super::figures::{self, Counted, Table};
use super::list::newest;
use super::map::spots;
use super::rows::{self, Row};
use super::words::{self, Words};
use crate::House;

#[derive(Template)]
#[template(path = "register/pages/country.html")]
struct CountryPage {
    frame: Frame,
    crumbs: Vec<Link>,
    region: String,
    figures: Vec<Fact>,
    date: String,
    strip: Option<Table>,
    strip_of: String,
    map: Option<Map>,
    governments: Vec<Row>,
    all_governments: Link,
    actions: Vec<Row>,
    all_actions: Link,
}

/// How many of each are shown; the list has them all.
const SHOWN: usize = 10;

/// The page.
pub async fn page(
    State(house): State<House>,
    at: At,
    Path((_, iso)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let country = countries::by_iso2(&iso).or_else(|| countries::by_iso3(&iso)).ok_or(Problem::NotFound)?;
    if country.iso2 != iso {
        return Ok(at.moved(&format!("/countries/{}", country.iso2)));
    }
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let page = draw(&house, &at, &words, country).await?;
    Ok(web::served(&at, &key, || web::html(page)))
}

async fn draw(
    house: &House,
    at: &At,
    words: &Words,
    country: &'static Country,
) -> Result<CountryPage, Fault> {
    let say = &at.say;
    let token = format!("country/{}", country.iso2);
    let within = format!("country={}", country.iso2);
    let actions = Counted::of(house, "action", Some(&token), &figures::groups(words))?;
    let governments = Counted::of(house, "government", Some(&token), &["record"])?;
    let (_, acting) = newest(house, "government", Some(&token), Sort::Name, SHOWN).await?;
    let (_, done) = newest(house, "action", Some(&token), Sort::Newest, SHOWN).await?;
    let query = Query {
        kinds: vec!["government".to_owned()],
        chosen: [("country".to_owned(), vec![token.clone()])].into(),
        ..Query::default()
    };
    let points = spots(house, at, List::Governments, &query).await?;
    let name = country.name(at.lang);
    let mut frame = Frame::new(at, name);
    frame = if is_kosovo(country.iso2) { frame.names_kosovo() } else { frame };
    let strip = words.strip().filter(|_| actions.total > 0);
    let table = strip.map(|framework| {
        let caption = say.with("register-strip-caption-country", &[("country", Arg::from(name))]);
        let path = |code: &str| format!("/actions?{}={code}&{within}", framework.slug);
        Table::of_framework(framework, &actions, say, caption, path)
    });
    let link = |key: &str, n: u64, path: &str| {
        Link::new(say.with(key, &[("n", Arg::from(n))]), at.to(&format!("{path}?{within}")))
    };
    let title = say.with("register-map-country", &[("country", Arg::from(name))]);
    let view = View::of(&points);
    Ok(CountryPage {
        crumbs: vec![Link::new(say.t("register-countries"), at.to("/countries"))],
        region: groups::region_of(country.iso2)
            .map(|group| group.name(at.lang).to_owned())
            .unwrap_or_default(),
        figures: figures::facts(say, &governments, &actions, &within),
        date: say.with("register-as-of", &[("date", Arg::from(say.date(house.now())))]),
        strip: table,
        strip_of: strip.map(|framework| words::framework_name(framework, &at.say).text).unwrap_or_default(),
        map: (!points.is_empty()).then(|| Map { view, ..Map::still(&title, points) }),
        governments: rows::rows(&acting, "", words, say),
        all_governments: link("register-all-governments-n", governments.total, "/governments"),
        actions: rows::rows(&done, "", words, say),
        all_actions: link("register-all-actions-n", actions.total, "/actions"),
        frame,
    })
}
