//! What an address asks of a list, and the one address of each question: two people's links to the same results are the
//! same link.

use std::collections::BTreeMap;

use store::search::{Query, Sort};
use vocabulary::{PartialDate, Say};

use super::as_of;
use super::facets::List;
use super::words::Words;

/// The most characters of a question in words.
const LONGEST: usize = 300;
/// The most values that are read per group; more than that no form sends.
const MOST_VALUES: usize = 300;
/// How many values nobody knows are named in the answer.
const MOST_UNKNOWN: usize = 5;
/// How many results may be on a page.
pub(super) const PAGES: [usize; 3] = [25, 50, 100];
/// The last page that is turned to.
const LAST_PAGE: usize = 10_000;

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
    /// Values that nobody knows, as they were written; they are left out.
    pub unknown: Vec<String>,
    /// The order.
    pub sort: Sort,
    /// How many on a page.
    pub per: usize,
    /// Which page, from 1.
    pub page: usize,
    groups: Vec<String>,
    canonical: bool,
}

impl Ask {
    /// Reads the query of an address. Nothing in it can be wrong: what is not understood is left out.
    pub fn read(list: List, query: Option<&str>, words: &Words, say: &Say) -> Ask {
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_str(query.unwrap_or_default()).unwrap_or_default();
        let groups = list.groups(words);
        let mut ask = Ask {
            list,
            text: tidy(first(&pairs, "q")),
            chosen: BTreeMap::new(),
            as_of: None,
            unknown: Vec::new(),
            sort: Sort::Relevance,
            per: PAGES[0],
            page: first(&pairs, "page").parse().unwrap_or(1).clamp(1, LAST_PAGE),
            groups: Vec::new(),
            canonical: false,
        };
        ask.sort = ask.sort_of(first(&pairs, "sort"));
        ask.per = first(&pairs, "per").parse().ok().filter(|per| PAGES.contains(per)).unwrap_or(PAGES[0]);
        for group in &groups {
            let values = pairs.iter().filter(|(name, value)| name == group && !value.is_empty());
            for (_, value) in values.take(MOST_VALUES) {
                ask.choose(group, value, words, say);
            }
        }
        match as_of::read(&pairs) {
            Ok(day) => ask.as_of = day,
            Err(written) => ask.unknown.push(tidy(written).chars().take(40).collect()),
        }
        ask.groups = groups;
        ask.canonical = ask.pairs() == pairs;
        ask
    }

    fn choose(&mut self, group: &str, value: &str, words: &Words, say: &Say) {
        let known = self.list.label(group, value, words, say).is_some();
        if known {
            let chosen = self.chosen.entry(group.to_owned()).or_default();
            if let Err(at) = chosen.binary_search_by(|one| one.as_str().cmp(value)) {
                chosen.insert(at, value.to_owned());
            }
        } else if self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push(tidy(value).chars().take(40).collect());
        }
    }

    fn sort_of(&self, word: &str) -> Sort {
        match word {
            "name" => Sort::Name,
            "newest" => Sort::Newest,
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
    pub fn word(sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Name => "name",
        }
    }

    /// The orders that this question can have.
    pub fn sorts(&self) -> Vec<Sort> {
        match self.text.is_empty() {
            true => vec![Sort::Newest, Sort::Name],
            false => vec![Sort::Relevance, Sort::Newest, Sort::Name],
        }
    }

    /// Whether it came under its one address. One with values that nobody knows did: it must be told so.
    pub fn is_canonical(&self) -> bool {
        self.canonical || !self.unknown.is_empty()
    }

    /// Whether nothing is asked but the whole list as it is now.
    pub fn is_plain(&self) -> bool {
        self.text.is_empty() && self.chosen.is_empty() && self.as_of.is_none()
    }

    /// The pairs of its one address: words, groups in their order, then what is not as usual.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = self.filters();
        let mut add = |name: &str, value: String| pairs.push((name.to_owned(), value));
        if self.sort != self.usual_sort() {
            add("sort", Ask::word(self.sort).to_owned());
        }
        if self.per != PAGES[0] {
            add("per", self.per.to_string());
        }
        if self.page > 1 {
            add("page", self.page.to_string());
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
        pairs.extend(self.as_of.map(|day| (as_of::NAME.to_owned(), day.to_string())));
        pairs
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
    fn anew(&self) -> Ask {
        Ask { page: 1, ..self.clone() }
    }

    /// The same with other words.
    pub fn with_text(&self, text: &str) -> Ask {
        Ask { text: tidy(text), ..self.anew() }
    }

    /// The same in another order.
    pub fn with_sort(&self, sort: Sort) -> Ask {
        Ask { sort, ..self.anew() }
    }

    /// The same with so many on a page.
    pub fn with_per(&self, per: usize) -> Ask {
        Ask { per, ..self.anew() }
    }

    /// Another page of the same.
    pub fn with_page(&self, page: usize) -> Ask {
        Ask { page, ..self.clone() }
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
        Ask { chosen: BTreeMap::new(), as_of: None, ..self.anew() }
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
        Query {
            text: self.text.clone(),
            kinds: vec![self.list.kind().to_owned()],
            chosen: chosen.collect(),
            sort: self.sort,
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

fn first<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value)
}

/// Without control characters and needless spaces, and not longer than anybody types.
fn tidy(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    text.chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}
