//! The lists: actions and local governments, searched and chosen by facets. The whole state stands in the address.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::Fault;
use store::search::{Answer, Query, Sort, Turn};
use vocabulary::{Arg, Say};
use web::{At, Foot, Frame, Link, Pager, Problem};

use super::as_of;
use super::ask::{Ask, PAGES};
use super::beside::{self, Beside};
use super::facets::{self, Group, List, is_kosovo};
use super::range::{self, Span};
use super::record::PublicRecord;
use super::rows::{self, Row, to};
use super::words::{Label, Words};
use super::{cards, past, records};
use crate::House;

/// What stands between the parts of the name of a window.
pub(super) const WINDOW: &str = " – ";
/// So many choices are named in the name of the window.
const NAMED: usize = 3;

/// A choice that can be taken away.
pub(super) struct Chip {
    /// What is chosen.
    pub label: Label,
    /// The same question without it.
    pub href: String,
}

/// A way to see the same results.
pub(super) struct Way {
    /// Its words.
    pub text: String,
    /// Its address.
    pub href: String,
    /// Whether it is the present one.
    pub here: bool,
}

/// The box for words, and what it keeps.
pub(super) struct Search {
    /// Where it sends.
    pub action: String,
    /// Its label.
    pub label: String,
    /// What was typed.
    pub text: String,
    /// Further pairs that it sends.
    pub kept: Vec<(String, String)>,
}

/// The form of facets.
pub(super) struct Filters {
    /// Where it sends.
    pub action: String,
    /// Further pairs that it sends.
    pub kept: Vec<(String, String)>,
    /// How many are chosen; empty for none.
    pub chosen: String,
    /// The groups.
    pub groups: Vec<Group>,
    /// As of which day; empty for now.
    pub as_of: String,
}

#[derive(Template)]
#[template(path = "register/pages/list.html")]
struct ListPage {
    frame: Frame,
    search: Search,
    notes: Vec<String>,
    help: String,
    beside: Vec<Beside>,
    /// What is said where nothing is found here: the title and a sentence.
    none: (String, String),
    chips: Vec<Chip>,
    clear: String,
    meant: Option<(String, String)>,
    filters: Filters,
    total: String,
    sorts: Vec<Way>,
    here: String,
    map: String,
    rows: Vec<Row>,
    ways: Vec<Link>,
    pager: Pager,
    pers: Vec<Way>,
    files: Vec<(&'static str, String)>,
    foot: Foot,
}

/// The list of actions.
pub async fn actions(State(house): State<House>, at: At) -> Result<Response, Problem> {
    list(&house, &at, List::Actions).await
}

/// The list of local governments.
pub async fn governments(State(house): State<House>, at: At) -> Result<Response, Problem> {
    list(&house, &at, List::Governments).await
}

async fn list(house: &House, at: &At, list: List) -> Result<Response, Problem> {
    let words = house.words();
    let ask = Ask::read(house, at, list, &words);
    if !ask.is_canonical() {
        return Ok(at.moved(&ask.path()));
    }
    let key = super::snapshot_key(house, &words);
    let asked = ask.path();
    let change = records::last_change(house.store.read()).await?;
    let (ask, answer) = found(house, ask)?;
    // Two pages that show the same would be found as two: what lies beyond the last page leads to what is there now.
    if ask.path() != asked {
        return Ok(at.see(&ask.path()));
    }
    let found = cards::read(house, &answer, change).await?;
    let beside = beside::find(house, at, &ask, change).await?;
    Ok(web::served(at, &key, || web::html(page(at, &ask, &answer, (&found, beside), &words))))
}

/// Asks the index. A page past the last one is the last one; by date, name and number, where nothing
/// lies beyond, the first.
fn found(house: &House, mut ask: Ask) -> Result<(Ask, Answer), Fault> {
    let mut answer = house.index.search(&ask.query())?;
    let last = ask.last_page(answer.total);
    if ask.page > last {
        ask.page = last;
        answer = house.index.search(&ask.query())?;
    } else if ask.turn.is_some() && answer.hits.is_empty() {
        ask = ask.anew();
        answer = house.index.search(&ask.query())?;
    }
    Ok((ask, answer))
}

/// The records that were found, those that are still here.
pub(super) async fn read(house: &House, answer: &Answer) -> Result<Vec<PublicRecord>, Fault> {
    let keys: Vec<_> = answer.hits.iter().map(|hit| (hit.kind.clone(), hit.key.clone())).collect();
    records::find_cards(house.store.read(), &keys).await
}

/// The newest records of a kind that hold a token.
pub(super) async fn newest(
    house: &House,
    kind: &str,
    token: Option<&str>,
    sort: Sort,
    most: usize,
) -> Result<(u64, Vec<PublicRecord>), Fault> {
    let chosen = token.and_then(|token| Some((token.split_once('/')?.0.to_owned(), vec![token.to_owned()])));
    let query = Query {
        kinds: vec![kind.to_owned()],
        chosen: chosen.into_iter().collect(),
        sort,
        limit: most,
        ..Query::default()
    };
    let answer = house.index.search(&query)?;
    Ok((answer.total, read(house, &answer).await?))
}

fn page(
    at: &At,
    ask: &Ask,
    answer: &Answer,
    (found, beside): (&[Arc<PublicRecord>], Vec<Beside>),
    words: &Words,
) -> ListPage {
    let say = &at.say;
    let counted = answer.counts.get("country").into_iter().flatten();
    let kosovo =
        rows::name_kosovo(found) || counted.clone().any(|(token, _)| is_kosovo(&token["country/".len()..]));
    let mut frame = Frame::new(at, title_key(ask.list)).here(&ask.list.path()[1..]);
    frame = if kosovo { frame.names_kosovo() } else { frame };
    frame = frame.feed(at.to(&ask.now().path_on(&format!("{}.atom", ask.list.path()))));
    let chips = chips(at, ask, words, |ask| ask.path());
    let asked = question(ask, answer, &chips, say);
    let pager = pager(at, ask, answer);
    frame = frame.turned(ask.path(), (pager.before.clone(), pager.after.clone()));
    frame = match (ask.pairs().is_empty(), ask.is_later_page()) {
        (true, _) => {
            let set = super::linked::list(at, ask.list, &frame.title);
            frame.linked(set)
        }
        (false, true) => frame,
        (false, false) => frame.hide(),
    };
    let asked = asked.into_iter().chain(ask.is_plain().then(|| frame.title.clone()));
    let page = answer.passed.div_ceil(ask.per as u64) + 1;
    let page = (page > 1).then(|| say.plain("register-window-page", &[("n", Arg::from(page))]));
    let window = asked.chain(page).collect::<Vec<_>>().join(WINDOW);
    frame =
        frame.describe(&described(at, ask, answer, &window, described_key(ask.list))).window(window.clone());
    let day = ask.as_of.map_or_else(|| at.kit.clock().now().date(), |day| day.last_day());
    let foot = foot(at, ask, (&window, answer), Ask::path);
    let mut kept = ask.anew().pairs();
    kept.retain(|(name, _)| name != "q");
    ListPage {
        search: Search {
            action: at.to(ask.list.path()),
            label: say.t(search_key(ask.list)),
            text: ask.text.clone(),
            kept,
        },
        notes: notes(ask, say).into_iter().chain(no_further(ask, answer.total, say)).collect(),
        help: at.to("/search/help"),
        none: match beside.is_empty() {
            true => (say.t("register-none-title"), say.t("register-none-text")),
            false => (say.t("register-none-here-title"), say.t("register-none-here-text")),
        },
        beside,
        chips,
        clear: at.to(&ask.cleared().path()),
        meant: answer.meant.as_ref().map(|text| (text.clone(), at.to(&ask.with_text(text).path()))),
        filters: filters(at, ask, answer, words, ask.list.path(), ask.cleared().pairs()),
        total: total(ask, answer.total, say),
        sorts: sorts(at, ask),
        here: at.to(&ask.path()),
        map: at.to(&map_path(ask)),
        rows: rows::on_day(rows::found(found, &ask.text, words, say, day), &as_of::query(ask.as_of)),
        ways: ways(at, ask),
        pager,
        pers: pers(at, ask, answer.total),
        files: super::data::files(at, ask.list.path(), &ask.filters()),
        foot,
        frame,
    }
}

/// The foot of what is found, which is called so and stands at an address made of the question: its first page lasts, and is
/// cited as of the day that is shown.
pub(super) fn foot(
    at: &At,
    ask: &Ask,
    (title, answer): (&str, &Answer),
    path: impl Fn(&Ask) -> String,
) -> Foot {
    let day = ask.as_of.map_or_else(|| at.kit.clock().now().date(), |day| day.last_day()).into();
    let foot = Foot::new(at, title, &path(&ask.anew())).changed(at, answer.latest.map(past::begin));
    foot.as_of(at, at.say.partial(&day), &path(&ask.held(day)))
}

/// The form of facets of a question, sent to a path.
pub(super) fn filters(
    at: &At,
    ask: &Ask,
    answer: &Answer,
    words: &Words,
    path: &str,
    kept: Vec<(String, String)>,
) -> Filters {
    let chosen: usize = ask.chosen.values().map(Vec::len).sum();
    let chosen = chosen + ask.ranges.len();
    let mut groups = facets::groups(ask.list, words, &at.say, &answer.counts, &ask.chosen);
    for group in groups.iter_mut().filter(|group| range::GROUPS.contains(&group.name.as_str())) {
        let asked = ask.ranges.get(group.name.as_str()).copied().unwrap_or_default();
        group.span = Some(Span::of(&group.name, asked, answer.counts.get(&group.name), &at.say));
    }
    Filters {
        action: at.to(path),
        kept,
        chosen: if chosen == 0 { String::new() } else { at.say.number(i64::try_from(chosen).unwrap_or(0)) },
        groups,
        as_of: ask.as_of.map(|day| day.to_string()).unwrap_or_default(),
    }
}

pub(super) fn title_key(list: List) -> &'static str {
    match list {
        List::Actions => "register-actions",
        List::Governments => "register-governments",
    }
}

/// What was asked, for the name of a window: the words, what is chosen, how many there are. Nothing of the whole list.
pub(super) fn question(ask: &Ask, answer: &Answer, chips: &[Chip], say: &Say) -> Vec<String> {
    let found = (!ask.is_plain()).then(|| say.plain(count_key(ask.list), &[("n", Arg::from(answer.total))]));
    asked(ask, &chips[..chips.len().min(NAMED)]).chain(found).collect()
}

/// The words that are asked for and what is chosen, as a name holds them.
pub(super) fn asked<'a>(ask: &'a Ask, chips: &'a [Chip]) -> impl Iterator<Item = String> + use<'a> {
    let words = Some(ask.text.as_str()).filter(|text| !text.is_empty());
    words.into_iter().chain(chips.iter().map(|chip| chip.label.text.as_str())).map(rows::plain)
}

/// A list under the name of its window: what it holds as a whole; of a question how many it finds stands in the name.
pub(super) fn described(at: &At, ask: &Ask, answer: &Answer, window: &str, key: &str) -> String {
    let found = at.say.plain(count_key(ask.list), &[("n", Arg::from(answer.total))]);
    let about = match ask.is_plain() {
        true => at.say.plain(key, &[("found", Arg::from(found))]),
        false => super::programme(at),
    };
    super::described::sentences(&[window.to_owned(), about])
}

fn described_key(list: List) -> &'static str {
    match list {
        List::Actions => "register-described-actions",
        List::Governments => "register-described-governments",
    }
}

/// The label of a list's box.
pub(super) fn search_key(list: List) -> &'static str {
    match list {
        List::Actions => "register-search-actions",
        List::Governments => "register-search-governments",
    }
}

/// The map of the same results.
fn map_path(ask: &Ask) -> String {
    let mut pairs = ask.filters();
    if ask.list == List::Governments {
        pairs.insert(0, ("show".to_owned(), "governments".to_owned()));
    }
    super::ask::address("/map", &pairs)
}

/// What was left out of the question, in a sentence.
pub(super) fn notes(ask: &Ask, say: &Say) -> Vec<String> {
    let unknown = (!ask.unknown.is_empty())
        .then(|| say.with("register-unknown", &[("values", Arg::from(say.list_apart(&ask.unknown)))]));
    let earlier = ask.as_of.map(|day| say.with("register-earlier", &[("date", as_of::day(say, day))]));
    let not_over = ask.not_over.map(|day| as_of::not_over(say, day));
    unknown.into_iter().chain(earlier).chain(not_over).collect()
}

/// That by relevance only the first results are turned to, on the last page of them.
fn no_further(ask: &Ask, total: u64, say: &Say) -> Option<String> {
    let all = usize::try_from(total).unwrap_or(usize::MAX).div_ceil(ask.per);
    let last = ask.last_page(total);
    (ask.sort == Sort::Relevance && ask.page == last && last < all)
        .then(|| say.with("register-no-further", &[("n", Arg::from(last * ask.per))]))
}

/// What is chosen, each with the way to take it away.
pub(super) fn chips(at: &At, ask: &Ask, words: &Words, path: impl Fn(&Ask) -> String) -> Vec<Chip> {
    let mut chips = Vec::new();
    for group in ask.list.groups(words) {
        for value in ask.chosen.get(&group).into_iter().flatten() {
            let Some(mut label) = ask.list.label(&group, value, words, &at.say) else { continue };
            let short = format!("register-short-{group}");
            if at.say.has(&short) {
                label.text = format!("{} {}", at.say.t(&short), label.text);
            }
            chips.push(Chip { label, href: at.to(&path(&ask.without(&group, value))) });
        }
    }
    if let Some(day) = ask.as_of {
        let label = at.say.with("register-as-of", &[("date", as_of::day(&at.say, day))]);
        chips.push(Chip { label: Label::own(label), href: at.to(&path(&ask.now())) });
    }
    for (group, range) in &ask.ranges {
        let Some(text) = range.words(group, &at.say) else { continue };
        chips.push(Chip { label: Label::own(text), href: at.to(&path(&ask.without_range(group))) });
    }
    chips
}

/// The number of results in words.
pub(super) fn total(ask: &Ask, total: u64, say: &Say) -> String {
    say.with(count_key(ask.list), &[("n", Arg::from(total))])
}

fn count_key(list: List) -> &'static str {
    match list {
        List::Actions => "register-count-actions",
        List::Governments => "register-count-governments",
    }
}

fn sorts(at: &At, ask: &Ask) -> Vec<Way> {
    let way = |sort: Sort| Way {
        text: at.say.t(&format!("register-sort-{}", ask.word(sort))),
        href: at.to(&ask.with_sort(sort).path()),
        here: ask.word(ask.sort) == ask.word(sort),
    };
    ask.sorts().into_iter().map(way).collect()
}

/// How many on a page; no choice where the smallest page holds everything.
fn pers(at: &At, ask: &Ask, total: u64) -> Vec<Way> {
    if usize::try_from(total).is_ok_and(|total| total <= PAGES[0]) {
        return Vec::new();
    }
    let way = |per: usize| Way {
        text: at.say.number(i64::try_from(per).unwrap_or_default()),
        href: at.to(&ask.with_per(per).path()),
        here: ask.per == per,
    };
    PAGES.into_iter().map(way).collect()
}

/// By relevance pages are numbered; in every other order a page goes on from where the one before ended, so that nothing is
/// skipped and nothing comes twice when records arrive meanwhile.
fn pager(at: &At, ask: &Ask, answer: &Answer) -> Pager {
    let until = answer.passed + answer.hits.len() as u64;
    let args =
        [("from", Arg::from(answer.passed + 1)), ("to", Arg::from(until)), ("n", Arg::from(answer.total))];
    let (before, after) = match &answer.ends {
        Some((first, last)) => {
            let begins = answer.passed <= ask.per as u64;
            let before = (!begins).then(|| Turn::Before(first.clone()));
            let before = (answer.passed > 0).then(|| ask.with_turn(before));
            let after = (until < answer.total).then(|| ask.with_turn(Some(Turn::After(last.clone()))));
            (before, after)
        }
        None => {
            let before = (ask.page > 1).then(|| ask.with_page(ask.page - 1));
            let after = (ask.page < ask.last_page(answer.total)).then(|| ask.with_page(ask.page + 1));
            (before, after)
        }
    };
    let href = |ask: Ask| at.to(&ask.path());
    Pager { before: before.map(href), after: after.map(href), words: at.say.with("register-page", &args) }
}

/// What can be done where nothing was found.
fn ways(at: &At, ask: &Ask) -> Vec<Link> {
    let mut ways = Vec::new();
    if ask.as_of.is_some() {
        ways.push(Link::new(at.say.t("register-way-now"), at.to(&ask.now().path())));
    }
    if ask.is_chosen() {
        ways.push(Link::new(at.say.t("register-way-clear"), at.to(&ask.cleared().path())));
    }
    if !ask.text.is_empty() {
        ways.push(Link::new(at.say.t("register-way-words"), at.to(&ask.with_text("").path())));
    }
    ways.push(Link::new(at.say.t("register-way-objectives"), at.to("/objectives")));
    ways.push(Link::new(at.say.t("register-way-countries"), to(at.lang, "/countries")));
    ways
}
