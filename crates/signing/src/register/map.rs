//! The map and its equal list: what a question finds, as points and as names by country.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::Fault;
use store::search::{Place, Query, Sort};
use vocabulary::{Arg, Country, Say, countries, groups};
use web::{At, Foot, Frame, Map, MapPoint, Problem, View};

use super::as_of;
use super::ask::{Ask, address, written};
use super::facets::List;
use super::list::{self, Chip, Filters, Search, Way};
use super::past;
use super::record::PublicRecord;
use super::records;
use super::rows::{self, to};
use super::words::{Label, Words};
use crate::House;

/// So many records stand in the list beside the map; the list itself has them all.
const LISTED: usize = 300;
/// What both lists can be asked for.
const OF_BOTH: [&str; 4] = ["q", "country", "region", super::as_of::NAME];
/// With more places than this, near ones are drawn as one already here.
const MANY_PLACES: usize = 300;

/// The records of one country.
struct Land {
    name: String,
    href: Option<String>,
    entries: Vec<Entry>,
}

/// One record in the list beside the map.
struct Entry {
    name: Label,
    href: String,
    who: String,
}

#[derive(Template)]
#[template(path = "register/pages/map.html")]
struct MapPage {
    frame: Frame,
    search: Search,
    notes: Vec<String>,
    chips: Vec<Chip>,
    clear: String,
    filters: Filters,
    total: String,
    shows: Vec<Way>,
    list: String,
    /// Its own address.
    here: String,
    map: Map,
    placeless: String,
    lands: Vec<Land>,
    more: String,
    foot: Foot,
}

/// The page.
pub async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let pairs = written(&at);
    let value =
        |name: &str| pairs.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value.as_str());
    let list = if value("show") == "governments" { List::Governments } else { List::Actions };
    let ask = Ask::read(&house, &at, list, &words);
    let view = View::parse(value("view"));
    let one = in_view(&own(&ask), view);
    if ask.is_understood() && at.path_and_query() != one {
        return Ok(at.moved(&one));
    }
    let page = draw(&house, &at, &words, &ask, view).await?;
    Ok(web::served(&at, &key, || web::html(page)))
}

/// Which list is shown, as a pair of an address; actions are, where none is named.
fn show(list: List) -> Option<(String, String)> {
    (list == List::Governments).then(|| ("show".to_owned(), "governments".to_owned()))
}

/// The address of what a question finds on the map.
fn own(ask: &Ask) -> String {
    address("/map", &show(ask.list).into_iter().chain(ask.filters()).collect::<Vec<_>>())
}

/// The same in a view, which stands last and as it is read, so that the script can put another in its place.
pub(super) fn in_view(own: &str, view: View) -> String {
    let apart = if own.contains('?') { '&' } else { '?' };
    if view.is_whole() { own.to_owned() } else { format!("{own}{apart}view={view}") }
}

async fn draw(house: &House, at: &At, words: &Words, ask: &Ask, view: View) -> Result<MapPage, Fault> {
    let query = Query { sort: Sort::Name(at.lang), turn: None, offset: 0, limit: LISTED, ..ask.query() };
    let answer = house.index.search(&query)?;
    let found = list::read(house, &answer).await?;
    let placed = placed(house, at, ask.list, (&query, &as_of::query(ask.as_of))).await?;
    let around_here = part_of_world(&at.say, view, &placed);
    let points: Vec<MapPoint> = placed.into_iter().map(|(point, _)| point).collect();
    let placed: usize = points.iter().map(|point| point.count).sum();
    let placeless = answer.total.saturating_sub(placed as u64);
    let show = show(ask.list);
    let around = (!view.is_whole()).then(|| ("view".to_owned(), view.to_string()));
    // Whoever filters or searches goes on looking at the same part of the world.
    let stays = || show.iter().chain(&around).cloned();
    let with_view = |ask: &Ask| in_view(&own(ask), view);
    let base = at.to(&own(ask));
    let base = format!("{base}{}", if base.contains('?') { '&' } else { '?' });
    let mut frame = Frame::new(at, "register-map").here("map");
    frame = if rows::name_kosovo(&found) { frame.names_kosovo() } else { frame };
    frame = if ask.is_plain() { frame } else { frame.hide() };
    let chips = list::chips(at, ask, words, with_view);
    let of_list =
        (ask.list == List::Governments && ask.is_plain()).then(|| at.say.t(list::title_key(ask.list)));
    let asked = list::question(ask, &answer, &chips, &at.say).into_iter().chain(of_list).chain(around_here);
    let window = asked.chain([frame.title.clone()]).collect::<Vec<_>>().join(list::WINDOW);
    frame = frame.describe(&list::described(at, ask, &answer, &window, "register-described-map"));
    if ask.is_plain() {
        frame = super::on_the_way(at, frame, &[], "/map");
    }
    let foot = list::foot(at, ask, (&window, &answer), with_view);
    frame = frame.window(window);
    let kept: Vec<_> = stays().chain(ask.cleared().filters()).collect();
    let mut searched: Vec<_> = stays().chain(ask.filters()).collect();
    searched.retain(|(name, _)| name != "q");
    Ok(MapPage {
        search: Search {
            action: at.to("/map"),
            label: at.say.t(list::search_key(ask.list)),
            text: ask.text.clone(),
            kept: searched,
        },
        notes: list::notes(ask, &at.say),
        chips,
        clear: at.to(&with_view(&ask.cleared())),
        filters: list::filters(at, ask, &answer, words, "/map", kept),
        total: list::total(ask, answer.total, &at.say),
        shows: shows(at, ask, view),
        list: at.to(&ask.path_on(ask.list.path())),
        here: at.to(&with_view(ask)),
        map: Map { title: at.say.t("register-map"), points, view, base },
        placeless: sentence(&at.say, "register-map-placeless", placeless),
        lands: lands(&at.say, &found, &as_of::query(ask.as_of)),
        more: sentence(&at.say, "register-map-more", answer.total.saturating_sub(found.len() as u64)),
        foot,
        frame,
    })
}

/// A sentence about a number, or nothing where there are none.
fn sentence(say: &Say, key: &str, n: u64) -> String {
    if n == 0 { String::new() } else { say.with(key, &[("n", Arg::from(n))]) }
}

/// The other list on the same map: of the same words, places, day and part of the world. Each list has further facets of its
/// own.
fn shows(at: &At, ask: &Ask, view: View) -> Vec<Way> {
    let both = ask.filters().into_iter().filter(|(name, _)| OF_BOTH.contains(&name.as_str()));
    let both: Vec<(String, String)> = both.collect();
    let way = |list: List, key: &str| {
        let own = address("/map", &show(list).into_iter().chain(both.clone()).collect::<Vec<_>>());
        Way { text: at.say.t(key), href: at.to(&in_view(&own, view)), here: list == ask.list }
    };
    vec![way(List::Actions, "register-actions"), way(List::Governments, "register-governments")]
}

/// What is found, by country, in the reader's alphabetical order. A joint action stands in each of its countries. `day` stands at
/// the end of each address.
fn lands(say: &Say, found: &[PublicRecord], day: &str) -> Vec<Land> {
    let mut by_country: BTreeMap<Option<&str>, Vec<Entry>> = BTreeMap::new();
    for record in found {
        let mut iso2s: Vec<Option<&str>> =
            record.card.countries.iter().map(|iso2| Some(iso2.as_str())).collect();
        if iso2s.is_empty() {
            iso2s.push(None);
        }
        for iso2 in iso2s {
            by_country.entry(iso2).or_default().push(entry(say, record, day));
        }
    }
    let land = |(iso2, entries): (Option<&str>, Vec<Entry>)| {
        let country = iso2.and_then(countries::by_iso2);
        Land {
            name: country.map_or_else(|| say.t("register-no-country"), |one| one.name(say.lang).to_owned()),
            href: country.map(|one| to(say.lang, &format!("/countries/{}{day}", one.iso2))),
            entries,
        }
    };
    let mut lands: Vec<Land> = by_country.into_iter().map(land).collect();
    lands.sort_by(|one, other| {
        one.href.is_none().cmp(&other.href.is_none()).then_with(|| say.compare(&one.name, &other.name))
    });
    lands
}

fn entry(say: &Say, record: &PublicRecord, day: &str) -> Entry {
    let untitled = record.card.title.is_none();
    let names = record.card.who.iter().filter_map(|party| Label::picked(&party.name, say.lang));
    let names: Vec<String> = names.map(|label| isolated(&label.text)).collect();
    let who = if untitled || record.kind == "government" { String::new() } else { say.list(&names) };
    Entry { name: rows::name(record, say), href: to(say.lang, &format!("{}{day}", record.path())), who }
}

/// What part of the world is shown, where it is not all of it: the one country or the one region that what is seen there
/// lies in.
fn part_of_world(say: &Say, view: View, placed: &[(MapPoint, Option<&'static Country>)]) -> Option<String> {
    if view.is_whole() {
        return None;
    }
    let seen = placed.iter().filter(|(point, _)| view.holds(point.lat, point.lon));
    let mut seen: Vec<&Country> = seen.filter_map(|(_, country)| *country).collect();
    seen.sort_by_key(|country| country.iso2);
    seen.dedup();
    if let [only] = seen.as_slice() {
        return Some(only.name(say.lang).to_owned());
    }
    let mut regions: Vec<&str> =
        seen.iter().filter_map(|one| Some(groups::region_of(one.iso2)?.name(say.lang))).collect();
    regions.sort_unstable();
    regions.dedup();
    match regions.as_slice() {
        [only] => Some((*only).to_owned()),
        _ => Some(say.t("register-window-part")),
    }
}

/// The points of what a question finds: one for each place, with the number of things there and the country that it lies in.
pub(super) async fn placed(
    house: &House,
    at: &At,
    list: List,
    (query, day): (&Query, &str),
) -> Result<Vec<(MapPoint, Option<&'static Country>)>, Fault> {
    let places = house.index.points(query)?;
    let grain = if places.len() > MANY_PLACES { 1.0 } else { 20.0 };
    let mut cells: BTreeMap<(i64, i64), (Place, usize)> = BTreeMap::new();
    for place in places {
        let cell = ((place.lat * grain).round() as i64, (place.lon * grain).round() as i64);
        cells.entry(cell).or_insert((place, 0)).1 += 1;
    }
    let keys: Vec<_> = cells.values().map(|(place, _)| (place.kind.clone(), place.key.clone())).collect();
    let records = records::find_cards(house.store.read(), &keys).await?;
    let by_key: BTreeMap<&str, &PublicRecord> =
        records.iter().map(|record| (record.key.as_str(), record)).collect();
    let point = |(place, count): &(Place, usize)| {
        let record = by_key.get(past::reference(&place.key))?;
        let country = record.card.countries.first().and_then(|iso2| countries::by_iso2(iso2));
        let point = MapPoint {
            lat: place.lat,
            lon: place.lon,
            label: label(&at.say, list, record, *count),
            href: at.to(&format!("{}{day}", href(list, record, *count))),
            count: *count,
        };
        Some((point, country))
    };
    Ok(cells.values().filter_map(point).collect())
}

/// Of one thing its name, of several their place: the government and its country.
fn label(say: &Say, list: List, record: &PublicRecord, count: usize) -> String {
    let country = record.card.countries.first().and_then(|iso2| countries::by_iso2(iso2));
    let country = country.map(|country| country.name(say.lang).to_owned());
    let party = record.card.who.first().and_then(|party| Label::picked(&party.name, say.lang));
    let name = match party {
        Some(party) if count > 1 && list == List::Actions => party.text,
        _ => rows::name(record, say).text,
    };
    let comma = say.comma();
    [Some(isolated(&name)), country].into_iter().flatten().collect::<Vec<_>>().join(comma)
}

/// A name between the marks that keep its direction from what stands around it.
fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

fn href(list: List, record: &PublicRecord, count: usize) -> String {
    match record.card.who.first() {
        Some(party) if count > 1 && list == List::Actions => party.path.clone(),
        _ => record.path(),
    }
}
