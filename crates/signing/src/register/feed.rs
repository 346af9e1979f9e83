//! The feed of a question (Atom, RFC 4287): its newest records, for readers of feeds and for programs.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use store::search::{Query, Sort};
use time::format_description::well_known::Rfc3339;
use vocabulary::Moment;
use web::{At, Problem};

use super::ask::Ask;
use super::facets::List;
use super::list::{WINDOW, asked, chips, read, title_key};
use super::rows;
use crate::House;

/// So many of the newest.
const ENTRIES: usize = 50;

struct Entry {
    id: String,
    title: String,
    lang: String,
    href: String,
    updated: String,
    summary: String,
    summary_lang: String,
    /// That it is on file and not confirmed, where it is so.
    on_file: Option<String>,
    who: Vec<String>,
}

#[derive(Template)]
#[template(path = "register/pages/feed.xml")]
struct Feed {
    title: String,
    lang: &'static str,
    own: String,
    list: String,
    updated: String,
    rights: String,
    author: String,
    entries: Vec<Entry>,
}

/// The feed of actions.
pub(super) async fn actions(State(house): State<House>, at: At) -> Result<Response, Problem> {
    feed(&house, &at, List::Actions).await
}

/// The feed of local governments.
pub(super) async fn governments(State(house): State<House>, at: At) -> Result<Response, Problem> {
    feed(&house, &at, List::Governments).await
}

async fn feed(house: &House, at: &At, list: List) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(house, &words);
    let ask = Ask::read(house, at, list, &words).understood(house, &at.say)?;
    // What is new is new now: of an earlier day there is no feed.
    if let Some(path) = ask.now().elsewhere(at) {
        return Ok(at.moved(&path));
    }
    // What changed last comes first; of governments it is not known apart from when they came.
    let sort = match list {
        List::Actions => Sort::Heaviest,
        List::Governments => Sort::Newest,
    };
    let query = Query { sort, offset: 0, turn: None, limit: ENTRIES, count: Vec::new(), ..ask.query() };
    let found = read(house, &house.index.search(&query).map_err(store::Fault::from)?).await?;
    let origin = at.kit.origin();
    let (say, whole) = (&at.say, |path: &str| format!("{origin}{}", at.to(path)));
    let programme = super::programme(at);
    let entry = |record: &super::PublicRecord| {
        let said = rows::name(record, say);
        let who = record.card.who.iter().filter_map(|party| party.name.pick(at.lang));
        let who: Vec<String> = who.map(|picked| picked.text.to_owned()).collect();
        let on_file = rows::on_file(record, say);
        let lead = record.card.lead.as_ref().and_then(|lead| lead.pick(at.lang));
        Entry {
            // The same for ever, whatever its title becomes and in whichever language it is read.
            id: format!("{origin}/{}s/{}", record.kind, record.key),
            lang: said.lang.unwrap_or_else(|| at.lang.code().to_owned()),
            title: rows::plain_name(record, say),
            href: whole(&record.path()),
            updated: written(record.card.updated),
            summary_lang: lead.map_or(at.lang.code(), |picked| picked.tag.as_str()).to_owned(),
            summary: lead.map(|picked| picked.text.to_owned()).unwrap_or_default(),
            who: if on_file.is_some() { vec![rows::secretariat(&programme, say)] } else { who },
            on_file,
        }
    };
    let newest = found.iter().map(|record| record.card.updated).max();
    let chips = chips(at, &ask, &words, Ask::path);
    let title = asked(&ask, &chips);
    let title = title.chain([say.t(title_key(list)), programme.clone()]).collect::<Vec<_>>().join(WINDOW);
    // Where nothing is found, it says so since the day began: readers of feeds are not told of what is no news.
    let begun = || Moment::from_date(house.now().date());
    let page = Feed {
        title,
        lang: at.lang.code(),
        own: whole(&ask.path_on(&format!("{}.atom", list.path()))),
        list: whole(&ask.path_on(list.path())),
        updated: written(newest.unwrap_or_else(begun)),
        rights: super::licence(at).unwrap_or_default(),
        entries: found.iter().map(entry).collect(),
        author: programme,
    };
    Ok(web::served(at, &key, || answer(page)))
}

fn answer(page: Feed) -> Response {
    match page.render() {
        Ok(text) => ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response(),
        Err(error) => Problem::broken(format!("a feed could not be drawn: {error}")).into_response(),
    }
}

fn written(moment: Moment) -> String {
    moment.to_time().format(&Rfc3339).unwrap_or_default()
}
