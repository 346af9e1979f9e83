//! The noun: a [`Figure`] that can be quoted. Its name is its address; its numbers stand in a table; its definition says
//! what was counted. What was published and what is on file are never added up into one bar.

use std::collections::BTreeMap;

use store::Fault;
use store::search::Query;
use vocabulary::{PartialDate, Say};

use super::as_of;
use super::ask::address;
use super::facets::{List, REGIONS, YEAR_GROUPS};
use super::figures::Counted;
use super::rows::to;
use super::words::{Label, Words};
use crate::House;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// Actions by the year they are filed under.
    Years,
    /// Actions by how far they are.
    Progress,
    /// Actions by objective of the framework that the Call shows as a strip.
    Objectives,
    /// Actions by region.
    Regions,
    /// Actions by whom they are for.
    ForWhom,
    /// Signatures by region.
    Signatures,
    /// Signatures by the year in which they were given.
    Signed,
    /// Actions by objective and region.
    Reach,
    /// Published pledges by how far they are and when their government last said so.
    Pledges,
    /// People that published actions are for and have reached.
    People,
}

/// A figure with its numbers.
pub(super) struct Numbers {
    /// Which figure.
    pub figure: Figure,
    /// Its title.
    pub title: String,
    /// What was counted, in a sentence.
    pub about: String,
    /// The head of the first column.
    pub of: String,
    /// The heads of the numbers.
    pub heads: Vec<Label>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What is said where nothing was counted.
    pub none: String,
}

/// A line of a figure.
pub(super) struct Line {
    /// What is counted here.
    pub label: Label,
    /// The same results in a list.
    pub href: String,
    /// One number for each head.
    pub counts: Vec<u64>,
    /// Whether numbers that are only said to be small are missing in each; empty where none can be.
    pub small: Vec<bool>,
}

/// Which of the two kinds of records, and the key of its words.
const ACTIONS: [(&str, &str); 2] =
    [("record/published", "register-figure-published"), ("record/on_file", "register-figure-on-file")];
const SIGNED: [(&str, &str); 2] =
    [("record/signed", "register-figure-signed"), ("record/on_file", "register-figure-signed-on-file")];

impl Figure {
    /// Every figure, in the order of the page.
    pub const ALL: [Figure; 10] = [
        Figure::Signatures,
        Figure::Signed,
        Figure::Years,
        Figure::Objectives,
        Figure::Reach,
        Figure::Regions,
        Figure::Progress,
        Figure::Pledges,
        Figure::ForWhom,
        Figure::People,
    ];

    /// Its name in addresses and messages.
    pub fn name(self) -> &'static str {
        match self {
            Figure::Years => "years",
            Figure::Progress => "progress",
            Figure::Objectives => "objectives",
            Figure::Regions => "regions",
            Figure::ForWhom => "for-whom",
            Figure::Signatures => "signatures",
            Figure::Signed => "signed",
            Figure::Reach => "reach",
            Figure::Pledges => "pledges",
            Figure::People => "people",
        }
    }

    /// The figure of this name.
    pub fn named(name: &str) -> Option<Figure> {
        Figure::ALL.into_iter().find(|figure| figure.name() == name)
    }

    /// The list whose records it counts.
    pub fn list(self) -> List {
        match self {
            Figure::Signatures | Figure::Signed => List::Governments,
            _ => List::Actions,
        }
    }

    /// The facet whose values are its lines.
    fn group(self, words: &Words) -> Option<String> {
        Some(match self {
            Figure::Years => "year".to_owned(),
            Figure::Signed => "signed".to_owned(),
            Figure::Progress | Figure::Pledges => "status".to_owned(),
            Figure::Objectives | Figure::Reach => words.strip()?.slug.clone(),
            Figure::Regions | Figure::Signatures => "region".to_owned(),
            Figure::ForWhom | Figure::People => "for".to_owned(),
        })
    }

    /// Counts it; none where the Call has no framework to count by.
    pub async fn count(
        self,
        house: &House,
        words: &Words,
        say: &Say,
        day: Option<PartialDate>,
    ) -> Result<Option<Numbers>, Fault> {
        let Some(group) = self.group(words) else { return Ok(None) };
        if self == Figure::People {
            return Ok(Some(self.people(house, words, say, day).await?));
        }
        let list = self.list();
        let columns = self.columns(say, day.map_or_else(|| house.now().year(), |day| day.year()));
        let on = day.map(as_of::number);
        let mut counted = Vec::new();
        for (tokens, _) in &columns {
            counted.push(Counted::asked(house, chosen(list, tokens, on), &[&group])?);
        }
        let codes = codes(house, list, &group, words, &counted, on)?;
        let pairs = |code: &str| {
            let day = day.map(|day| (as_of::NAME.to_owned(), day.to_string()));
            std::iter::once((group.clone(), code.to_owned())).chain(day).collect::<Vec<_>>()
        };
        let line = |code: &String| {
            let token = format!("{group}/{code}");
            Some(Line {
                label: list.label(&group, code, words, say)?,
                href: to(say.lang, &address(list.path(), &pairs(code))),
                counts: counted.iter().map(|one| one.with(&token)).collect(),
                small: Vec::new(),
            })
        };
        let mut lines: Vec<Line> = codes.iter().filter_map(line).collect();
        if self == Figure::Pledges {
            lines.extend(unstated(say, &lines, &counted));
        }
        let of = list.title(&group, words, say).text;
        let key = |part: &str| say.t(&format!("register-figure-{}-{part}", self.name()));
        Ok(Some(Numbers {
            figure: self,
            title: key("title"),
            about: key("about"),
            of,
            heads: columns.into_iter().map(|(_, label)| label).collect(),
            lines,
            none: none(say, day),
        }))
    }

    /// The columns: what each record in one must hold, and its head.
    fn columns(self, say: &Say, year: i32) -> Vec<(Vec<String>, Label)> {
        let one = |token: &str, key: &str| (vec![token.to_owned()], Label::own(say.t(key)));
        match self {
            Figure::Reach => {
                let region = |code: &&str| {
                    let group = super::regions::by_token(code)?;
                    let token = format!("region/{}", super::regions::code(group));
                    Some((vec![token], Label::own(group.name(say.lang))))
                };
                REGIONS.iter().filter_map(region).collect()
            }
            Figure::Pledges => {
                let earlier = (FIRST..year - 1).map(|year| format!("said/{year}")).collect();
                let said = |tokens: Vec<String>, label: String| {
                    let own = ["record/published".to_owned(), "type/pledge".to_owned()];
                    (own.into_iter().chain(tokens).collect(), Label::own(label))
                };
                let before = [("year", vocabulary::Arg::from((year - 1).to_string()))];
                vec![
                    said(vec![format!("said/{year}")], year.to_string()),
                    said(vec![format!("said/{}", year - 1)], (year - 1).to_string()),
                    said(earlier, say.with("register-figure-earlier", &before)),
                ]
            }
            Figure::Signatures | Figure::Signed => SIGNED.map(|(token, key)| one(token, key)).to_vec(),
            _ => ACTIONS.map(|(token, key)| one(token, key)).to_vec(),
        }
    }

    /// The sums of people, each kind of number in a column of its own.
    async fn people(
        self,
        house: &House,
        words: &Words,
        say: &Say,
        day: Option<PartialDate>,
    ) -> Result<Numbers, Fault> {
        let on = day.map(as_of::number);
        let sums = super::reached::sums(house.store.read(), on).await?;
        let groups = Counted::on(house, "action", Some("record/published"), &["for"], on)?;
        let none = none(say, day);
        let day = day.map(|day| format!("&{}={day}", as_of::NAME)).unwrap_or_default();
        let line = |(group, _): (&str, u64)| {
            let of = |which: &str| sums.get(&format!("{which}/{group}")).copied().unwrap_or_default();
            let sums = WHICH.map(|(which, _)| of(which));
            Some(Line {
                label: List::Actions.label("for", group, words, say)?,
                href: to(say.lang, &format!("/actions?for={group}&record=published{day}")),
                counts: sums.iter().map(|(sum, _)| *sum).collect(),
                small: sums.iter().map(|(_, small)| *small).collect(),
            })
        };
        Ok(Numbers {
            figure: self,
            title: say.t("register-figure-people-title"),
            about: say.t("register-figure-people-about"),
            of: List::Actions.title("for", words, say).text,
            heads: WHICH.map(|(_, key)| Label::own(say.t(key))).to_vec(),
            lines: groups.values("for").filter_map(line).collect(),
            none,
        })
    }
}

/// The first year in which anything can have been said.
const FIRST: i32 = 2018;
/// The kinds of numbers of people, and the keys of their heads.
const WHICH: [(&str, &str); 3] = [
    ("planned", "register-figure-planned"),
    ("counted", "register-figure-counted"),
    ("estimated", "register-figure-estimated"),
];

/// That nothing was counted, as of a day or now.
fn none(say: &Say, day: Option<PartialDate>) -> String {
    match day {
        Some(day) => say.with("register-figure-none-then", &[("date", as_of::day(say, day))]),
        None => say.t("register-figure-none"),
    }
}

/// The question for the records that hold one token of each group that is named.
fn chosen(list: List, tokens: &[String], as_of: Option<i64>) -> Query {
    let mut chosen: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for token in tokens {
        let group = token.split('/').next().unwrap_or_default();
        chosen.entry(group.to_owned()).or_default().push(token.clone());
    }
    Query { kinds: vec![list.kind().to_owned()], chosen, as_of, ..Query::default() }
}

/// The line of those that say nothing of how far they are, where there are any.
fn unstated(say: &Say, lines: &[Line], counted: &[Counted]) -> Option<Line> {
    let rest = |(n, one): (usize, &Counted)| {
        one.total - lines.iter().map(|line| line.counts[n]).sum::<u64>().min(one.total)
    };
    let counts: Vec<u64> = counted.iter().enumerate().map(rest).collect();
    counts.iter().any(|count| *count > 0).then(|| Line {
        label: Label::own(say.t("register-status-unknown")),
        href: to(say.lang, "/actions?type=pledge&record=published"),
        counts,
        small: Vec::new(),
    })
}

/// The values of a group in the order of a figure: a framework's own, the regions', time, or the largest first.
fn codes(
    house: &House,
    list: List,
    group: &str,
    words: &Words,
    counted: &[Counted],
    as_of: Option<i64>,
) -> Result<Vec<String>, Fault> {
    if let Some(framework) = words.framework(group) {
        return Ok(framework.nodes.iter().map(|node| node.code.clone()).collect());
    }
    if group == "region" {
        // The register writes M49 codes with three digits.
        return Ok(REGIONS.map(|code| format!("{code:0>3}")).to_vec());
    }
    let (kinds, count) = (vec![list.kind().to_owned()], vec![group.to_owned()]);
    let query = Query { kinds, count, as_of, ..Query::default() };
    let counts = house.index.search(&query)?.counts.remove(group).unwrap_or_default();
    let mut codes: Vec<(String, u64)> =
        counts.into_iter().filter_map(|(token, n)| Some((token.split_once('/')?.1.to_owned(), n))).collect();
    if !YEAR_GROUPS.contains(&group) {
        codes.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    }
    let seen: BTreeMap<&str, u64> = counted.iter().flat_map(|one| one.values(group)).collect();
    codes.retain(|(code, _)| seen.contains_key(code.as_str()));
    Ok(codes.into_iter().map(|(code, _)| code).collect())
}

impl Numbers {
    /// The widths of a line's bars, in thousandths of the longest line.
    pub fn widths(&self, line: &Line) -> Vec<u64> {
        let sum = |line: &Line| line.counts.iter().sum::<u64>();
        let longest = self.lines.iter().map(sum).max().unwrap_or(0).max(1);
        line.counts.iter().map(|count| count * 1000 / longest).collect()
    }

    /// How dark a number's field is, in tenths of the largest number.
    pub fn shade(&self, count: &u64) -> u64 {
        let largest = self.lines.iter().flat_map(|line| &line.counts).max().copied().unwrap_or(0).max(1);
        (count * 10).div_ceil(largest)
    }

    /// Whether its numbers stand side by side rather than on one another.
    pub fn is_matrix(&self) -> bool {
        matches!(self.figure, Figure::Reach | Figure::Pledges | Figure::People)
    }

    /// The heads of the numbers under a title that says of what they are, in few words.
    pub fn short_heads(&self, say: &Say) -> Vec<String> {
        match self.figure {
            Figure::Reach | Figure::Pledges | Figure::People => {
                self.heads.iter().map(|head| head.text.clone()).collect()
            }
            Figure::Signatures | Figure::Signed => {
                vec![say.t("register-head-verified"), say.t("register-head-on-file")]
            }
            _ => vec![say.t("register-head-published"), say.t("register-head-on-file")],
        }
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.counts.iter().all(|count| *count == 0))
    }

    /// The numbers of a line as the reader writes them; small ones are only said to be so.
    pub fn cells(&self, line: &Line, say: &Say) -> Vec<String> {
        let cell = |(n, count): (usize, &u64)| match line.small.get(n) {
            Some(true) if *count == 0 => say.t("register-figure-few"),
            _ => super::figures::written(say, *count),
        };
        line.counts.iter().enumerate().map(cell).collect()
    }
}
