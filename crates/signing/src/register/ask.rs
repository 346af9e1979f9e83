//! What an address asks of a list, and the one address of each question: two people's links to the same results are the
//! same link.

mod query;

use std::collections::BTreeMap;

use store::search::{Cursor, Sort, Turn};
use vocabulary::{Arg, Lang, PartialDate, Say};
use web::{At, Problem};

use super::as_of::{self, Asked};
use super::facets::List;
use super::known::Known;
use super::range::{self, Range};
use super::typed::{Typed, Value};
use super::words::Words;
use crate::House;

/// The most characters of a question in words.
const LONGEST: usize = 300;
/// The most values that are read per group; more than that no form sends.
const MOST_VALUES: usize = 300;
/// How many values nobody knows are named in the answer.
const MOST_UNKNOWN: usize = 5;
/// How many results may be on a page.
pub(super) const PAGES: [usize; 3] = [25, 50, 100];
/// So many results are turned to by relevance, which only one snapshot can put in order; by date, name or number there is
/// no end.
const BY_RELEVANCE: usize = 1_000;
/// The names by which a list or its map can be asked, beside its groups.
const NAMES: [&str; 10] =
    ["q", "sort", "per", "page", "after", "before", as_of::NAME, "show", "view", "from"];

/// A question to a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ask {
    /// Which list.
    pub list: List,
    /// The words, and what was typed beside them that cannot be chosen.
    pub text: String,
    /// What is chosen, by group.
    pub chosen: BTreeMap<String, Vec<String>>,
    /// Whether anything is chosen beside what was typed.
    pub is_ticked: bool,
    /// As everything stood at the end of which day, written as 2026-05-08; none for now.
    pub as_of: Option<PartialDate>,
    /// A day that is asked for and is not over: what is shown stands now.
    pub not_over: Option<PartialDate>,
    /// Values that nobody knows, as they were written; they are left out.
    pub unknown: Vec<String>,
    /// Names by which nothing can be asked; a page leaves them out without a word.
    unnamed: Vec<String>,
    /// The order.
    pub sort: Sort,
    /// How many on a page.
    pub per: usize,
    /// Which page by relevance, from 1.
    pub page: usize,
    /// From where a page goes on in another order.
    pub turn: Option<Turn>,
    /// The ranges of numbers that are asked for, by group; none is open.
    pub ranges: BTreeMap<&'static str, Range>,
    /// In whose order names stand.
    lang: Lang,
    groups: Vec<String>,
    canonical: bool,
    /// The words as the index knows them.
    sought: String,
    /// The chosen values that were typed.
    wanted: Vec<Value>,
    /// The values that were typed and must not be there.
    unwanted: Vec<Value>,
}

impl Ask {
    /// Reads the query of an address. Nothing in it can be wrong: what is not understood is left out.
    pub fn read(house: &House, at: &At, list: List, words: &Words) -> Ask {
        let pairs = written(at);
        let groups = list.groups(words);
        let known = Known { house, list, words, say: &at.say };
        let typed = Typed::read(&in_box(&pairs), &groups, |group, value| known.value(group, value));
        let text = spaced(&typed.left);
        let mut ask = Ask {
            list,
            sought: words.by_slugs(&text),
            text,
            chosen: BTreeMap::new(),
            is_ticked: false,
            as_of: None,
            not_over: None,
            unknown: Vec::new(),
            unnamed: Vec::new(),
            sort: Sort::Relevance,
            per: PAGES[0],
            page: 1,
            turn: None,
            ranges: BTreeMap::new(),
            lang: at.lang,
            groups: Vec::new(),
            canonical: false,
            wanted: typed.wanted,
            unwanted: typed.unwanted,
        };
        let cut: String = spaced(first(&pairs, "q")).chars().skip(LONGEST).collect();
        if !cut.is_empty() {
            ask.leave_out(&cut);
        }
        ask.turn_to(&pairs);
        for group in range::GROUPS.into_iter().filter(|group| groups.iter().any(|one| one == group)) {
            let [from, to] = range::names(group).map(|name| ask.end(group, first(&pairs, &name)));
            ask.between(group, Range::of(from, to), known);
        }
        for group in &groups {
            let values = pairs.iter().filter(|(name, value)| name == group && !value.is_empty());
            for (_, value) in values.take(MOST_VALUES) {
                ask.choose(group, value, known);
            }
        }
        ask.is_ticked = ask.is_chosen();
        for (group, value) in ask.wanted.clone() {
            ask.choose(&group, &value, known);
        }
        match as_of::read(&pairs, house.now()) {
            Asked::Now => {}
            Asked::Day(day) => ask.as_of = Some(day),
            Asked::NotOver(day) => ask.not_over = Some(day),
            Asked::Unknown(written) => ask.leave_out(written),
        }
        let is_known = |name: &str| {
            NAMES.contains(&name) || groups.iter().any(|group| group == name) || range::is_name(name, &groups)
        };
        let unnamed = pairs.iter().map(|(name, _)| name).filter(|name| !is_known(name));
        ask.unnamed = unnamed.take(MOST_UNKNOWN).map(|name| short(name)).collect();
        ask.groups = groups;
        ask.canonical = ask.pairs() == pairs;
        ask
    }

    /// In which order, how many on a page, and which of the pages. A page by name goes on in the alphabet in which it began.
    fn turn_to(&mut self, pairs: &[(String, String)]) {
        self.sort = self.sort_of(first(pairs, "sort"));
        self.per = first(pairs, "per").parse().ok().filter(|per| PAGES.contains(per)).unwrap_or(PAGES[0]);
        if self.sort == Sort::Relevance {
            self.page = first(pairs, "page").parse().unwrap_or(1).clamp(1, BY_RELEVANCE / self.per);
            return;
        }
        let turn = |name: &str, way: fn(Cursor) -> Turn| Some(way(first(pairs, name).parse().ok()?));
        let turn = turn("after", Turn::After).or_else(|| turn("before", Turn::Before));
        if let Some(turn) = turn
            && let Some(order) = turn.cursor().order(self.sort)
        {
            (self.sort, self.turn) = (order, Some(turn));
        }
    }

    /// An end of a range; one that is no number is named.
    fn end(&mut self, group: &str, written: &str) -> Option<u64> {
        let number = range::number(group, written);
        if number.is_none() && !written.is_empty() {
            self.leave_out(written);
        }
        number
    }

    /// Asks for a range; one of a single year is that year.
    fn between(&mut self, group: &'static str, range: Range, known: Known<'_>) {
        match range.single().filter(|_| group == range::YEAR) {
            Some(year) => self.choose(group, &year.to_string(), known),
            None if range.is_open() => {}
            None => drop(self.ranges.insert(group, range)),
        }
    }

    fn choose(&mut self, group: &str, value: &str, known: Known<'_>) {
        let Some(value) = known.value(group, value) else { return self.leave_out(value) };
        let chosen = self.chosen.entry(group.to_owned()).or_default();
        if let Err(at) = chosen.binary_search_by(|one| one.as_str().cmp(&value)) {
            chosen.insert(at, value);
        }
    }

    /// Names what nobody knows.
    fn leave_out(&mut self, value: &str) {
        if self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push(short(value));
        }
    }

    /// The same for a program, which reads no notes beside what it is given: it is told in a sentence what was not understood,
    /// and given nothing.
    pub fn understood(self, house: &House, say: &Say) -> Result<Ask, Problem> {
        let left_out: Vec<String> = self.unknown.iter().chain(&self.unnamed).cloned().collect();
        if !left_out.is_empty() {
            let values = [("values", Arg::from(say.list_apart(&left_out)))];
            return Err(Problem::Unknown(say.with("register-file-unknown", &values)));
        }
        as_of::to_come(house, say, self.not_over)?;
        Ok(self)
    }

    fn sort_of(&self, word: &str) -> Sort {
        match word {
            "name" => Sort::Name(self.lang),
            "newest" => Sort::Newest,
            "reported" if self.list == List::Actions => Sort::Reported,
            word if word == self.list.heaviest() => Sort::Heaviest,
            "relevance" if !self.text.is_empty() => Sort::Relevance,
            _ => self.usual_sort(),
        }
    }

    /// The order where none is asked for.
    fn usual_sort(&self) -> Sort {
        match (self.text.is_empty(), self.list) {
            (false, _) => Sort::Relevance,
            (true, List::Actions) => Sort::Newest,
            (true, List::Governments) => Sort::Name(self.lang),
        }
    }

    /// The word of an order.
    pub fn word(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Name(_) => "name",
            Sort::Heaviest => self.list.heaviest(),
            Sort::Reported => "reported",
        }
    }

    /// The orders that this question can have.
    pub fn sorts(&self) -> Vec<Sort> {
        let relevance = (!self.text.is_empty()).then_some(Sort::Relevance);
        let name = Sort::Name(self.lang);
        let others = match self.list {
            List::Actions => vec![Sort::Newest, Sort::Reported, Sort::Heaviest, name],
            List::Governments => vec![Sort::Newest, name, Sort::Heaviest],
        };
        relevance.into_iter().chain(others).collect()
    }

    /// Whether it came under its one address. One with values that nobody knows did, and one of a day that is not over:
    /// it must be told so.
    pub fn is_canonical(&self) -> bool {
        self.canonical || !self.is_understood()
    }

    /// Whether nothing was left out of which there is something to say.
    pub fn is_understood(&self) -> bool {
        self.unknown.is_empty() && self.not_over.is_none()
    }

    /// Whether nothing is asked but the whole list as it is now.
    pub fn is_plain(&self) -> bool {
        self.text.is_empty() && !self.is_chosen() && self.as_of.is_none()
    }

    /// Whether it is a later page of the whole list in its usual order: a page of its own to search engines. A page that is
    /// turned back to shows the same under another address.
    pub fn is_later_page(&self) -> bool {
        let pairs = self.pairs();
        !pairs.is_empty() && pairs.iter().all(|(name, _)| name == "after")
    }

    /// Whether anything is chosen beside the words.
    pub fn is_chosen(&self) -> bool {
        !self.chosen.is_empty() || !self.ranges.is_empty()
    }

    /// The pairs of its one address: words, groups in their order, then what is not as usual.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = self.filters();
        let mut add = |name: &str, value: String| pairs.push((name.to_owned(), value));
        if self.word(self.sort) != self.word(self.usual_sort()) {
            add("sort", self.word(self.sort).to_owned());
        }
        if self.per != PAGES[0] {
            add("per", self.per.to_string());
        }
        if self.page > 1 {
            add("page", self.page.to_string());
        }
        match &self.turn {
            Some(Turn::After(cursor)) => add("after", cursor.to_string()),
            Some(Turn::Before(cursor)) => add("before", cursor.to_string()),
            None => {}
        }
        pairs
    }

    /// The words, the choices and the day alone.
    pub fn filters(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        if !self.text.is_empty() {
            pairs.push(("q".to_owned(), self.text.clone()));
        }
        for group in &self.groups {
            let values = self.chosen.get(group).into_iter().flatten();
            pairs.extend(values.map(|value| (group.clone(), value.clone())));
        }
        let ranges = range::GROUPS.iter().filter_map(|group| Some((group, self.ranges.get(group)?)));
        pairs.extend(ranges.flat_map(|(group, range)| range.pairs(group)));
        pairs.extend(self.day());
        pairs
    }

    /// The day it asks for, as a pair of an address.
    pub fn day(&self) -> Option<(String, String)> {
        self.as_of.map(|day| (as_of::NAME.to_owned(), day.to_string()))
    }

    /// Its one address, without the language.
    pub fn path(&self) -> String {
        address(self.list.path(), &self.pairs())
    }

    /// The address of these filters on another page, such as the map.
    pub fn path_on(&self, path: &str) -> String {
        address(path, &self.filters())
    }

    /// Where a file of these filters leads that was asked for in another way than its one: it has no order and no pages, and
    /// whoever keeps files keeps each once. One of a day that is not over stays: it will be.
    pub fn elsewhere(&self, at: &At) -> Option<String> {
        let not_over = self.not_over.map(|day| (as_of::NAME.to_owned(), day.to_string()));
        let own: Vec<(String, String)> = self.filters().into_iter().chain(not_over).collect();
        (written(at) != own).then(|| address(&at.path, &own))
    }

    /// The same on its first page, names in the alphabet of the reader.
    pub fn anew(&self) -> Ask {
        let sort = if let Sort::Name(_) = self.sort { Sort::Name(self.lang) } else { self.sort };
        Ask { page: 1, turn: None, sort, ..self.clone() }
    }

    /// The same with other words.
    pub fn with_text(&self, text: &str) -> Ask {
        let mut ask = Ask { text: tidy(text), ..self.anew() };
        if !ask.sorts().contains(&ask.sort) || self.word(self.sort) == self.word(self.usual_sort()) {
            ask.sort = ask.usual_sort();
        }
        ask
    }

    /// Other words as they are typed into the box, with the values that were typed beside these.
    pub fn typed(&self, words: &str) -> String {
        let values = self.wanted.iter().map(|(group, value)| match value.contains(' ') {
            true => format!("{group}:\"{value}\""),
            false => format!("{group}:{value}"),
        });
        std::iter::once(words.to_owned()).chain(values).collect::<Vec<_>>().join(" ")
    }

    /// The same in another order.
    pub fn with_sort(&self, sort: Sort) -> Ask {
        Ask { sort, ..self.anew() }
    }

    /// The same with so many on a page.
    pub fn with_per(&self, per: usize) -> Ask {
        Ask { per, ..self.anew() }
    }

    /// Another page of the same, by relevance.
    pub fn with_page(&self, page: usize) -> Ask {
        Ask { page, ..self.clone() }
    }

    /// Another page of the same, in another order; the first where none is named.
    pub fn with_turn(&self, turn: Option<Turn>) -> Ask {
        if turn.is_none() { self.anew() } else { Ask { turn, ..self.clone() } }
    }

    /// The last page that is turned to, of so many results.
    pub fn last_page(&self, total: u64) -> usize {
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        if self.sort == Sort::Relevance { total.min(BY_RELEVANCE).div_ceil(self.per).max(1) } else { 1 }
    }

    /// The same without the range of a group.
    pub fn without_range(&self, group: &str) -> Ask {
        let mut ask = self.anew();
        ask.ranges.remove(group);
        ask
    }

    /// The same without one choice.
    pub fn without(&self, group: &str, value: &str) -> Ask {
        let mut ask = self.anew();
        if let Some(values) = ask.chosen.get_mut(group) {
            values.retain(|one| one != value);
            if values.is_empty() {
                ask.chosen.remove(group);
            }
        }
        ask
    }

    /// The same without any choice, as of now; the words stay.
    pub fn cleared(&self) -> Ask {
        Ask { chosen: BTreeMap::new(), ranges: BTreeMap::new(), as_of: None, ..self.anew() }
    }

    /// The same as of now.
    pub fn now(&self) -> Ask {
        Ask { as_of: None, not_over: None, ..self.anew() }
    }

    /// Its first page as of a day.
    pub fn held(&self, day: PartialDate) -> Ask {
        Ask { as_of: Some(day), ..self.anew() }
    }
}

/// The pairs of an address as they are written.
pub(super) fn written(at: &At) -> Vec<(String, String)> {
    serde_urlencoded::from_str(at.query.as_deref().unwrap_or_default()).unwrap_or_default()
}

/// What is typed into the box, as much of it as is read.
pub(super) fn in_box(pairs: &[(String, String)]) -> String {
    tidy(first(pairs, "q"))
}

/// A path with these pairs as its query.
pub(super) fn address(path: &str, pairs: &[(String, String)]) -> String {
    match serde_urlencoded::to_string(pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

fn first<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value)
}

/// As much of what nobody knows as is named.
pub(super) fn short(text: &str) -> String {
    tidy(text).chars().take(40).collect()
}

/// Not longer than anybody types.
fn tidy(text: &str) -> String {
    spaced(text).chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}

/// Without needless spaces and what no text holds: control characters, and those that XML cannot write.
fn spaced(text: &str) -> String {
    let is_none = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.split(is_none).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The address of a list that is narrowed by these pairs, in the order in which its one address has them.
pub(super) fn narrowed(list: List, words: &Words, mut pairs: Vec<(String, String)>) -> String {
    let groups = list.groups(words);
    let place = |name: &str| match name {
        "q" => 0,
        name => 1 + groups.iter().position(|group| group == name).unwrap_or(groups.len()),
    };
    pairs.sort_by_key(|(name, _)| place(name));
    address(list.path(), &pairs)
}
