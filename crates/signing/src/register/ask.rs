//! What an address asks of a list, and the one address of each question: two people's links to the same results are the
//! same link.

use std::collections::BTreeMap;

use store::search::{Cursor, Query, Sort, Turn};
use vocabulary::{Arg, PartialDate, Say};
use web::{At, Problem};

use super::as_of::{self, Asked};
use super::facets::List;
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
/// So many results are turned to by relevance, which only one snapshot can put in order; by date, name or size there is
/// no end.
const BY_RELEVANCE: usize = 1_000;
/// The years that can be asked for.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// The group of years, of which a range can be asked for.
const YEAR: &str = "year";

/// The names by which a list or its map can be asked, beside its groups.
const NAMES: [&str; 12] = [
    "q",
    "sort",
    "per",
    "page",
    "after",
    "before",
    "year-from",
    "year-to",
    as_of::NAME,
    "show",
    "view",
    "from",
];

/// A question to a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ask {
    /// Which list.
    pub list: List,
    /// The words.
    pub text: String,
    /// What is chosen, by group.
    pub chosen: BTreeMap<String, Vec<String>>,
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
    /// The years from and to which is asked, each where it is told.
    pub years: (Option<i32>, Option<i32>),
    groups: Vec<String>,
    canonical: bool,
}

impl Ask {
    /// Reads the query of an address. Nothing in it can be wrong: what is not understood is left out.
    pub fn read(house: &House, at: &At, list: List, words: &Words) -> Ask {
        let (query, say) = (at.query.as_deref().unwrap_or_default(), &at.say);
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        let groups = list.groups(words);
        let mut ask = Ask {
            list,
            text: tidy(first(&pairs, "q")),
            chosen: BTreeMap::new(),
            as_of: None,
            not_over: None,
            unknown: Vec::new(),
            unnamed: Vec::new(),
            sort: Sort::Relevance,
            per: PAGES[0],
            page: 1,
            turn: None,
            years: (None, None),
            groups: Vec::new(),
            canonical: false,
        };
        ask.sort = ask.sort_of(first(&pairs, "sort"));
        ask.per = first(&pairs, "per").parse().ok().filter(|per| PAGES.contains(per)).unwrap_or(PAGES[0]);
        if ask.sort == Sort::Relevance {
            ask.page = first(&pairs, "page").parse().unwrap_or(1).clamp(1, BY_RELEVANCE / ask.per);
        } else {
            let turn = |name: &str, way: fn(Cursor) -> Turn| Some(way(first(&pairs, name).parse().ok()?));
            ask.turn = turn("after", Turn::After).or_else(|| turn("before", Turn::Before));
        }
        if groups.iter().any(|group| group == YEAR) {
            for written in ["year-from", "year-to"].map(|name| first(&pairs, name)) {
                if !written.is_empty() && year(written).is_none() {
                    ask.leave_out(written);
                }
            }
            ask.between(year(first(&pairs, "year-from")), year(first(&pairs, "year-to")), words, say);
        }
        for group in &groups {
            let values = pairs.iter().filter(|(name, value)| name == group && !value.is_empty());
            for (_, value) in values.take(MOST_VALUES) {
                ask.choose(group, value, words, say);
            }
        }
        match as_of::read(&pairs, house.now()) {
            Asked::Now => {}
            Asked::Day(day) => ask.as_of = Some(day),
            Asked::NotOver(day) => ask.not_over = Some(day),
            Asked::Unknown(written) => ask.leave_out(written),
        }
        let is_known = |name: &str| NAMES.contains(&name) || groups.iter().any(|group| group == name);
        let unnamed = pairs.iter().map(|(name, _)| name).filter(|name| !is_known(name));
        ask.unnamed = unnamed.take(MOST_UNKNOWN).map(|name| short(name)).collect();
        ask.groups = groups;
        ask.canonical = ask.pairs() == pairs;
        ask
    }

    /// Asks for a range of years; one of a single year is that year.
    fn between(&mut self, from: Option<i32>, to: Option<i32>, words: &Words, say: &Say) {
        self.years = match (from, to) {
            (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
            range => range,
        };
        if let (Some(from), Some(to)) = self.years
            && from == to
        {
            self.years = (None, None);
            self.choose(YEAR, &from.to_string(), words, say);
        }
    }

    fn choose(&mut self, group: &str, value: &str, words: &Words, say: &Say) {
        let Some(value) = self.list.meant(group, value, words, say) else { return self.leave_out(value) };
        let chosen = self.chosen.entry(group.to_owned()).or_default();
        if let Err(at) = chosen.binary_search_by(|one| one.as_str().cmp(&value)) {
            chosen.insert(at, value.into_owned());
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
        if let Some(day) = self.not_over.filter(|day| day.last_day() > house.now().date()) {
            return Err(Problem::Unknown(
                say.with("register-file-not-over", &[("date", as_of::day(say, day))]),
            ));
        }
        Ok(self)
    }

    fn sort_of(&self, word: &str) -> Sort {
        match word {
            "name" => Sort::Name,
            "newest" => Sort::Newest,
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
            (true, List::Governments) => Sort::Name,
        }
    }

    /// The word of an order.
    pub fn word(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Name => "name",
            Sort::Heaviest => self.list.heaviest(),
        }
    }

    /// The orders that this question can have.
    pub fn sorts(&self) -> Vec<Sort> {
        let relevance = (!self.text.is_empty()).then_some(Sort::Relevance);
        let heaviest = match self.list {
            List::Actions => [Sort::Newest, Sort::Heaviest, Sort::Name],
            List::Governments => [Sort::Newest, Sort::Name, Sort::Heaviest],
        };
        relevance.into_iter().chain(heaviest).collect()
    }

    /// Whether it came under its one address. One with values that nobody knows did, and one of a day that is not over:
    /// it must be told so.
    pub fn is_canonical(&self) -> bool {
        self.canonical || !self.unknown.is_empty() || self.not_over.is_some()
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
        !self.chosen.is_empty() || self.years != (None, None)
    }

    /// The pairs of its one address: words, groups in their order, then what is not as usual.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = self.filters();
        let mut add = |name: &str, value: String| pairs.push((name.to_owned(), value));
        if self.sort != self.usual_sort() {
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
        let (from, to) = self.years;
        let ends = [("year-from", from), ("year-to", to)];
        pairs.extend(ends.into_iter().filter_map(|(name, year)| Some((name.to_owned(), year?.to_string()))));
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

    /// The same on its first page.
    pub fn anew(&self) -> Ask {
        Ask { page: 1, turn: None, ..self.clone() }
    }

    /// The same with other words.
    pub fn with_text(&self, text: &str) -> Ask {
        let mut ask = Ask { text: tidy(text), ..self.anew() };
        if !ask.sorts().contains(&ask.sort) || self.sort == self.usual_sort() {
            ask.sort = ask.usual_sort();
        }
        ask
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
        Ask { turn, ..self.clone() }
    }

    /// The last page that is turned to, of so many results.
    pub fn last_page(&self, total: u64) -> usize {
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        if self.sort == Sort::Relevance { total.min(BY_RELEVANCE).div_ceil(self.per).max(1) } else { 1 }
    }

    /// The same of any year.
    pub fn of_any_year(&self) -> Ask {
        Ask { years: (None, None), ..self.anew() }
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
        Ask { chosen: BTreeMap::new(), as_of: None, ..self.of_any_year() }
    }

    /// The same as of now.
    pub fn now(&self) -> Ask {
        Ask { as_of: None, ..self.anew() }
    }

    /// What the index is asked.
    pub fn query(&self) -> Query {
        let token = |group: &str, value: &String| format!("{group}/{value}");
        let chosen = self
            .chosen
            .iter()
            .map(|(group, values)| (group.clone(), values.iter().map(|value| token(group, value)).collect()));
        let mut chosen: BTreeMap<String, Vec<String>> = chosen.collect();
        if self.years != (None, None) {
            let (from, to) = self.years;
            let range = from.unwrap_or(*YEARS.start())..=to.unwrap_or(*YEARS.end());
            chosen.entry(YEAR.to_owned()).or_default().extend(range.map(|year| format!("{YEAR}/{year}")));
        }
        Query {
            text: self.text.clone(),
            kinds: vec![self.list.kind().to_owned()],
            chosen,
            sort: self.sort,
            turn: self.turn.clone(),
            offset: (self.page - 1) * self.per,
            limit: self.per,
            count: self.groups.clone(),
            as_of: self.as_of.map(as_of::number),
        }
    }
}

/// A path with these pairs as its query.
pub(super) fn address(path: &str, pairs: &[(String, String)]) -> String {
    match serde_urlencoded::to_string(pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    (text.len() == 4 && YEARS.contains(&year)).then_some(year)
}

fn first<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value)
}

/// As much of what nobody knows as is named.
fn short(text: &str) -> String {
    tidy(text).chars().take(40).collect()
}

/// Without control characters and needless spaces, and not longer than anybody types.
fn tidy(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    text.chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}
