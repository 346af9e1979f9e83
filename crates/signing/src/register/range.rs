//! A range of numbers that an address asks for: of years, of people.

use std::collections::BTreeMap;

use vocabulary::{Arg, Say, fold};

use super::facets::PEOPLE_GROUPS;

/// The group of years.
pub(super) const YEAR: &str = "year";
/// The groups of which a range can be asked for.
pub(super) const GROUPS: [&str; 4] = [YEAR, PEOPLE_GROUPS[0], PEOPLE_GROUPS[1], PEOPLE_GROUPS[2]];
/// What stands behind a group's name where a range of it begins and ends.
const ENDS: [&str; 2] = ["-from", "-to"];
/// The years that can be asked for.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;
/// More people than there are nobody asks for.
const MOST_PEOPLE: u64 = 9_999_999_999;

/// From which number to which, each where it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    /// The first number.
    pub from: Option<u64>,
    /// The last.
    pub to: Option<u64>,
}

/// The names by which an address says the two ends of a range.
pub(super) fn names(group: &str) -> [String; 2] {
    ENDS.map(|end| format!("{group}{end}"))
}

/// Whether an address says an end of a range of one of these groups by this name.
pub(super) fn is_name(name: &str, groups: &[String]) -> bool {
    let group = ENDS.iter().find_map(|end| name.strip_suffix(end));
    group.is_some_and(|group| GROUPS.contains(&group) && groups.iter().any(|one| one == group))
}

/// A number as people write it, in the digits of any script and grouped by spaces or commas; a year has four digits.
pub(super) fn number(group: &str, written: &str) -> Option<u64> {
    let digits = fold(written);
    if group == YEAR {
        let year = digits.parse().ok()?;
        return (digits.len() == 4 && YEARS.contains(&year)).then_some(year);
    }
    let digits = digits.replace([' ', ','], "");
    let number = digits.parse().ok()?;
    (digits.bytes().all(|byte| byte.is_ascii_digit()) && number <= MOST_PEOPLE).then_some(number)
}

impl Range {
    /// A range whose ends may be told the wrong way round.
    pub fn of(from: Option<u64>, to: Option<u64>) -> Range {
        match (from, to) {
            (Some(from), Some(to)) if from > to => Range { from: Some(to), to: Some(from) },
            (from, to) => Range { from, to },
        }
    }

    /// Whether nothing is asked.
    pub fn is_open(self) -> bool {
        self == Range::default()
    }

    /// The single number that it holds; none where there are more.
    pub fn single(self) -> Option<u64> {
        self.from.filter(|from| self.to == Some(*from))
    }

    /// The pairs of an address that ask for it.
    pub fn pairs(self, group: &str) -> impl Iterator<Item = (String, String)> {
        let [from, to] = names(group);
        let ends = [(from, self.from), (to, self.to)];
        ends.into_iter().filter_map(|(name, number)| Some((name, number?.to_string())))
    }

    /// The tokens of the years that lie in it.
    pub fn years(self) -> impl Iterator<Item = String> {
        let years = self.from.unwrap_or(*YEARS.start())..=self.to.unwrap_or(*YEARS.end());
        years.map(|year| format!("{YEAR}/{year}"))
    }

    /// The same as the index asks for it.
    pub fn numbers(self) -> std::ops::RangeInclusive<i64> {
        let end = |number: Option<u64>, none: i64| {
            number.map_or(none, |number| i64::try_from(number).unwrap_or(i64::MAX))
        };
        end(self.from, 0)..=end(self.to, i64::MAX)
    }

    /// Whether fewer than ten, of which nobody is told how many, lie in it whatever they are.
    pub fn holds_few(self) -> bool {
        self.from.is_none_or(|from| from <= 1) && self.to.is_none_or(|to| to >= 9)
    }

    /// It in words, which say of people what the number means; none where nothing is asked.
    pub fn words(self, group: &str, say: &Say) -> Option<String> {
        let years = group == YEAR;
        // Years are not grouped by thousands.
        let arg = |n: u64| if years { Arg::from(n.to_string()) } else { Arg::from(n) };
        let key = |years_key, numbers_key| if years { years_key } else { numbers_key };
        let one = if years { "year" } else { "n" };
        let range = match (self.from, self.to) {
            (Some(from), Some(to)) => {
                say.with(key("register-years", "register-numbers"), &[("from", arg(from)), ("to", arg(to))])
            }
            (Some(from), None) => {
                say.with(key("register-years-since", "register-numbers-since"), &[(one, arg(from))])
            }
            (None, Some(to)) => {
                say.with(key("register-years-until", "register-numbers-until"), &[(one, arg(to))])
            }
            (None, None) => return None,
        };
        Some(if years { range } else { say.labelled(&say.t(&format!("register-facet-{group}")), &range) })
    }
}

/// A range as it is drawn: its ends as they were asked for, and how many results each step has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The name of the group.
    pub group: String,
    /// The label of its beginning.
    pub from_label: String,
    /// From this number on; empty where it was not told.
    pub from: String,
    /// The label of its end.
    pub to_label: String,
    /// Until this number.
    pub to: String,
    /// The steps, the first first, without gaps; none where they are not worth drawing.
    pub bars: Vec<u64>,
}

/// So many years are drawn, the last ones.
const DRAWN: u64 = 40;

impl Span {
    /// The range of a group that is asked for, drawn over what was counted: every year, or every range of people.
    pub(super) fn of(group: &str, asked: Range, counts: Option<&BTreeMap<String, u64>>, say: &Say) -> Span {
        let counted = counts.into_iter().flatten();
        let number = |token: &str| token.split_once('/')?.1.parse::<u64>().ok();
        let counts: BTreeMap<u64, u64> =
            counted.filter_map(|(token, n)| Some((number(token)?, *n))).collect();
        let steps: Vec<u64> = match (group, counts.first_key_value().zip(counts.last_key_value())) {
            (_, None) => Vec::new(),
            (YEAR, Some(((first, _), (last, _)))) => {
                ((*first).max((*last + 1).saturating_sub(DRAWN))..*last + 1).collect()
            }
            (_, Some(_)) => super::facets::ranges().filter_map(|code| code.parse().ok()).collect(),
        };
        let bars: Vec<u64> = steps.iter().map(|step| counts.get(step).copied().unwrap_or_default()).collect();
        let written = |end: Option<u64>| end.map(|number| number.to_string()).unwrap_or_default();
        let label = |years: &str, numbers: &str| say.t(if group == YEAR { years } else { numbers });
        Span {
            group: group.to_owned(),
            from_label: label("register-year-from", "register-number-from"),
            from: written(asked.from),
            to_label: label("register-year-to", "register-number-to"),
            to: written(asked.to),
            bars: if is_drawn(&bars) { bars } else { Vec::new() },
        }
    }

    /// How wide the drawing is, a step being ten.
    pub fn width(&self) -> usize {
        self.bars.len() * 10
    }

    /// How high a step stands, of forty; one that has anything is seen.
    pub fn height(&self, count: &u64) -> u64 {
        let most = self.bars.iter().copied().max().unwrap_or(1).max(1);
        if *count == 0 { 0 } else { (count * 40 / most).max(1) }
    }
}

/// Whether steps are worth drawing: a single one among them says nothing that its number does not say.
fn is_drawn(bars: &[u64]) -> bool {
    bars.len() > 2 && bars.iter().filter(|count| **count > 0).count() > 1
}
