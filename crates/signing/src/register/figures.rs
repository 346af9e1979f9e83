//! What is counted: governments, signatures, actions, and how many actions answer to each objective. Records on file are
//! counted apart, always.

use std::collections::BTreeMap;

use store::Fault;
use store::search::Query;
use vocabulary::Say;
use vocabulary::frameworks::Framework;
use web::Fact;

use super::facets::List;
use super::part::Part;
use super::rows::to;
use super::words::{self, Label, Words};
use crate::House;

/// How many records of one kind hold each value of the counted groups.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// How many records there are.
    pub total: u64,
    counts: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Counted {
    /// Counts the records of a kind that hold a token (all where none is given) by these groups.
    pub fn of(house: &House, kind: &str, token: Option<&str>, groups: &[&str]) -> Result<Counted, Fault> {
        Counted::on(house, kind, token, groups, None)
    }

    /// The same as of the end of a day.
    pub fn on(
        house: &House,
        kind: &str,
        token: Option<&str>,
        groups: &[&str],
        as_of: Option<i64>,
    ) -> Result<Counted, Fault> {
        let chosen =
            token.and_then(|token| Some((token.split_once('/')?.0.to_owned(), vec![token.to_owned()])));
        let chosen = chosen.into_iter().collect();
        Counted::asked(
            house,
            Query { kinds: vec![kind.to_owned()], chosen, as_of, ..Query::default() },
            groups,
        )
    }

    /// Counts what a question finds by these groups.
    pub fn asked(house: &House, query: Query, groups: &[&str]) -> Result<Counted, Fault> {
        let count = groups.iter().map(|group| (*group).to_owned()).collect();
        let answer = house.index.search(&Query { count, ..query })?;
        Ok(Counted { total: answer.total, counts: answer.counts })
    }

    /// How many hold a token.
    pub fn with(&self, token: &str) -> u64 {
        let group = token.split_once('/').map_or("", |(group, _)| group);
        self.counts.get(group).and_then(|counts| counts.get(token)).copied().unwrap_or_default()
    }

    /// The values of a group that occur, with their counts.
    pub fn values(&self, group: &str) -> impl Iterator<Item = (&str, u64)> {
        let counts = self.counts.get(group).into_iter().flatten();
        counts.filter_map(|(token, n)| Some((token.split_once('/')?.1, *n)))
    }
}

/// A number as the reader writes it.
pub(super) fn written(say: &Say, n: u64) -> String {
    say.number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The large numbers of a home or country page; `within` is a facet such as `country=KE`, or empty.
pub(super) fn facts(
    say: &Say,
    words: &Words,
    (governments, actions): (&Counted, &Counted),
    part: &Part,
) -> Vec<Fact> {
    let fact = |key: &str, n: u64, path: String| {
        let (name, value) = (say.t(key), written(say, n));
        if n == 0 { Fact::new(name, value) } else { Fact::link(name, value, to(say.lang, &path)) }
    };
    let record = |key: &str, list: List, counted: &Counted, record: &str| {
        let path = part.narrowed(list, words, ("record", record));
        fact(key, counted.with(&format!("record/{record}")), path)
    };
    vec![
        record("register-figure-signed", List::Governments, governments, "signed"),
        record("register-figure-signed-on-file", List::Governments, governments, "on_file"),
        record("register-figure-published", List::Actions, actions, "published"),
        record("register-figure-on-file", List::Actions, actions, "on_file"),
        fact("register-figure-governments", governments.total, part.on("/governments")),
    ]
}

/// How many actions answer to each objective of a framework.
pub(super) struct Table {
    /// Its caption, with what is counted.
    pub caption: String,
    /// The head of the first column.
    pub of: String,
    /// The head of the last column.
    pub unit: String,
    /// One line each.
    pub lines: Vec<Line>,
}

/// One line of a table.
pub(super) struct Line {
    /// The objective's code.
    pub code: String,
    /// Whether the code is a number that people know.
    pub numbered: bool,
    /// Its short title.
    pub title: Label,
    /// How many.
    pub count: u64,
    /// The same as it is written.
    pub written: String,
    /// Where it leads.
    pub href: String,
}

impl Table {
    /// The width of a bar, in thousandths of the longest.
    pub fn width(&self, line: &Line) -> u64 {
        let longest = self.lines.iter().map(|line| line.count).max().unwrap_or(0).max(1);
        line.count * 1000 / longest
    }

    /// The objectives of a framework, each leading to where `path` says.
    pub fn of_framework(
        framework: &Framework,
        counted: &Counted,
        say: &Say,
        caption: String,
        path: impl Fn(&str) -> String,
    ) -> Table {
        let line = |node: &vocabulary::frameworks::Node| {
            let count = counted.with(&framework.token(&node.code));
            Line {
                code: node.code.clone(),
                numbered: words::is_numbered(node),
                title: words::short(node, say.lang),
                count,
                written: written(say, count),
                href: to(say.lang, &path(&node.code)),
            }
        };
        Table {
            caption,
            of: say.t("register-objective"),
            unit: say.t("register-actions"),
            lines: framework.nodes.iter().map(line).collect(),
        }
    }
}

/// The groups that are counted for pages about the whole register.
pub(super) fn groups(words: &Words) -> Vec<&str> {
    words.frameworks.iter().map(|framework| framework.slug.as_str()).chain(["record", "country"]).collect()
}
