//! By what a list can be chosen: the groups of facets of each list, which values they know, and how these are called.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use vocabulary::{Arg, Say, Tag, countries};

use super::range::Span;
use super::words::{self, Label, Words};

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Actions.
    Actions,
    /// Local governments.
    Governments,
}

impl List {
    /// The kind of its records.
    pub fn kind(self) -> &'static str {
        match self {
            List::Actions => "action",
            List::Governments => "government",
        }
    }

    /// The list of the records of a kind; the other kinds have a page that shows all there is and cannot be asked.
    pub fn of_kind(kind: &str) -> Option<List> {
        [List::Actions, List::Governments].into_iter().find(|list| list.kind() == kind)
    }

    /// Its path without the language.
    pub fn path(self) -> &'static str {
        match self {
            List::Actions => "/actions",
            List::Governments => "/governments",
        }
    }

    /// The word of its order by weight: actions by when they last changed, governments by how many live there.
    pub fn heaviest(self) -> &'static str {
        match self {
            List::Actions => "updated",
            List::Governments => "largest",
        }
    }

    /// The names of its groups, in the order in which they are shown and stand in addresses.
    pub fn groups(self, words: &Words) -> Vec<String> {
        match self {
            List::Actions => words
                .facets
                .iter()
                .map(String::as_str)
                .chain(["country", "region", "status", "type", "for"])
                .chain(PEOPLE_GROUPS)
                .chain(["year", "lang", "record", "cohort", "origin"])
                .map(str::to_owned)
                .collect(),
            List::Governments => {
                ["record", "country", "region", "tier", "signed"].map(str::to_owned).to_vec()
            }
        }
    }

    /// How a group is called.
    pub fn title(self, group: &str, words: &Words, say: &Say) -> Label {
        if let Some(framework) = words.framework(group) {
            let key = format!("register-facet-{group}");
            return match say.has(&key) {
                true => Label::own(say.t(&key)),
                false => words::framework_name(framework, say),
            };
        }
        let key = match (self, group) {
            (List::Governments, "record") => "register-facet-signature".to_owned(),
            _ => format!("register-facet-{group}"),
        };
        Label::own(say.t(&key))
    }

    /// How a value is called; none where there is no such value.
    pub fn label(self, group: &str, value: &str, words: &Words, say: &Say) -> Option<Label> {
        if let Some(framework) = words.framework(group) {
            let node = framework.node(value)?;
            let mut label = words::short(node, say.lang);
            if words::is_numbered(node) {
                label.text = format!("{} {}", node.code, label.text);
            }
            return Some(label);
        }
        match group {
            "country" => countries::by_iso2(value)
                .filter(|country| country.iso2 == value)
                .map(|country| Label::own(country.name(say.lang))),
            "region" => {
                let group =
                    super::regions::by_token(value).filter(|one| super::regions::code(one) == value)?;
                Some(Label::own(group.name(say.lang)))
            }
            group if YEAR_GROUPS.contains(&group) && value == UNKNOWN => {
                Some(Label::own(say.t("register-year-unknown")))
            }
            group if YEAR_GROUPS.contains(&group) => {
                (value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit())).then(|| Label::own(value))
            }
            "lang" => {
                let tag = Tag::parse(value).ok().filter(|tag| tag.language() == value)?;
                Some(Label::own(say.language_name(&tag)))
            }
            "origin" => origin(value, say).map(Label::own),
            group if PEOPLE_GROUPS.contains(&group) => people(value, say).map(Label::own),
            "cohort" => {
                let (_, title) = words.cohorts.iter().find(|(slug, _)| slug == value)?;
                Label::picked(title, say.lang)
            }
            _ => {
                let part = match (self, group) {
                    (List::Governments, "record") => "signature",
                    _ => group,
                };
                let key = format!("register-{part}-{}", value.replace('_', "-"));
                say.has(&key).then(|| Label::own(say.t(&key)))
            }
        }
    }

    /// The value that is meant by what stands in an address, which may be written as elsewhere on the register: a country by
    /// its three letters, a language with its region, a range of people as files name it. None where there is no such value.
    pub(super) fn meant<'a>(
        self,
        group: &str,
        value: &'a str,
        words: &Words,
        say: &Say,
    ) -> Option<Cow<'a, str>> {
        if self.label(group, value, words, say).is_some() {
            return Some(value.into());
        }
        match group {
            "country" => {
                let country = countries::by_iso2(value).or_else(|| countries::by_iso3(value))?;
                Some(country.iso2.into())
            }
            "region" => {
                let group = super::regions::named(value).filter(|group| group.scheme == "m49")?;
                Some(super::regions::code(group).into())
            }
            "lang" => Some(Tag::parse(value).ok()?.language().to_owned().into()),
            group if PEOPLE_GROUPS.contains(&group) => {
                ranges().find(|code| band(code).as_deref() == Some(value)).map(Cow::from)
            }
            _ => None,
        }
    }
}

/// The groups of years: of actions, and of signatures.
pub(super) const YEAR_GROUPS: [&str; 2] = ["year", "signed"];

/// The value of what is not stated, in groups of years.
pub const UNKNOWN: &str = "unknown";

/// The groups of ranges of people, one for each kind of number.
pub(super) const PEOPLE_GROUPS: [&str; 3] = ["planned", "counted", "estimated"];

/// The numbers at which a range of people begins; the last has no end. Below the first a number is not public.
const PEOPLE: [u64; 5] = [0, 10, 100, 1_000, 10_000];

/// The code of the range in which a number of people lies; none for fewer than ten, whose number nobody is told.
pub fn people_code(people: Option<u64>) -> String {
    let people = people.unwrap_or(0);
    PEOPLE.into_iter().rfind(|least| *least <= people).unwrap_or_default().to_string()
}

/// The codes of all ranges of people, the smallest first.
pub(super) fn ranges() -> impl Iterator<Item = String> {
    PEOPLE.into_iter().map(|least| least.to_string())
}

/// A range of people as files name it, which nobody can take for a number: `1000-to-9999`.
pub(super) fn band(code: &str) -> Option<String> {
    let at = PEOPLE.iter().position(|least| least.to_string() == code)?;
    Some(match (PEOPLE[at], PEOPLE.get(at + 1)) {
        (0, Some(next)) => format!("fewer-than-{next}"),
        (least, Some(next)) => format!("{least}-to-{}", next - 1),
        (least, None) => format!("{least}-or-more"),
    })
}

/// A range of people in words.
fn people(code: &str, say: &Say) -> Option<String> {
    let at = PEOPLE.iter().position(|least| least.to_string() == code)?;
    let n = |number: u64| Arg::from(number);
    Some(match (PEOPLE[at], PEOPLE.get(at + 1)) {
        (0, _) => say.t("register-people-few"),
        (least, Some(next)) => say.with("register-people", &[("from", n(least)), ("to", n(next - 1))]),
        (least, None) => say.with("register-people-more", &[("n", n(least))]),
    })
}

/// The name of a collection: a message where there is one, else its own word.
fn origin(value: &str, say: &Say) -> Option<String> {
    let key = format!("register-origin-{}", value.replace('_', "-"));
    if say.has(&key) {
        return Some(say.t(&key));
    }
    let is_word =
        value.len() <= 60 && value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '));
    is_word.then(|| value.replace('_', " "))
}

/// The M49 regions that are offered; a smaller one is understood where an address names it.
pub(super) const REGIONS: [&str; 5] = ["2", "19", "142", "150", "9"];

/// How many choices of a group are shown before "More".
const SHOWN: usize = 6;

/// A group of facets as it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The name that is sent.
    pub name: String,
    /// Its title.
    pub title: Label,
    /// The choices shown.
    pub choices: Vec<Choice>,
    /// Those behind "More".
    pub more: Vec<Choice>,
    /// The range that can be asked for.
    pub span: Option<Span>,
}

/// One choice.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub label: Label,
    /// How many results it has.
    pub count: u64,
    /// The same as it is written.
    pub written: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The groups of a list with what was counted and what is chosen. Groups without any choice are left out.
pub(super) fn groups(
    list: List,
    words: &Words,
    say: &Say,
    counts: &BTreeMap<String, BTreeMap<String, u64>>,
    chosen: &BTreeMap<String, Vec<String>>,
) -> Vec<Group> {
    let none = BTreeMap::new();
    let groups = list.groups(words).into_iter().filter_map(|name| {
        let chosen = chosen.get(&name).map_or(&[][..], Vec::as_slice);
        let mut choices = choices(list, &name, words, say, counts.get(&name).unwrap_or(&none), chosen);
        if choices.is_empty() {
            return None;
        }
        let mut more = Vec::new();
        if choices.len() > SHOWN + 2 {
            (choices, more) = split(choices);
        }
        Some(Group { title: list.title(&name, words, say), name, choices, more, span: None })
    });
    groups.collect()
}

fn choices(
    list: List,
    group: &str,
    words: &Words,
    say: &Say,
    counts: &BTreeMap<String, u64>,
    chosen: &[String],
) -> Vec<Choice> {
    let counted = counts.iter().filter_map(|(token, n)| Some((token.split_once('/')?.1, *n)));
    let is_offered = |value: &str| {
        group != "region" || super::regions::by_token(value).is_some_and(super::regions::is_facet)
    };
    let mut values: BTreeMap<&str, u64> = counted.filter(|(value, _)| is_offered(value)).collect();
    for value in chosen {
        let token = format!("{group}/{value}");
        values.insert(value, counts.get(&token).copied().unwrap_or_default());
    }
    let mut choices: Vec<Choice> = values
        .into_iter()
        .filter_map(|(value, count)| {
            Some(Choice {
                value: value.to_owned(),
                label: list.label(group, value, words, say)?,
                count,
                written: say.number(i64::try_from(count).unwrap_or(i64::MAX)),
                chosen: chosen.iter().any(|one| one == value),
            })
        })
        .collect();
    if group == "country" {
        let place = |choice: &Choice| countries::by_iso2(&choice.value).map(|one| one.place(say.lang));
        choices.sort_by_cached_key(place);
    } else {
        choices.sort_by(|one, other| order(group, words, say, one, other));
    }
    choices
}

/// Nodes stand in their framework's order, years from the newest, ranges of people from the smallest, names by
/// the alphabet (as countries do), everything else by number.
fn order(group: &str, words: &Words, say: &Say, one: &Choice, other: &Choice) -> Ordering {
    if let Some(framework) = words.framework(group) {
        let place = |choice: &Choice| framework.nodes.iter().position(|node| node.code == choice.value);
        return place(one).cmp(&place(other));
    }
    match group {
        // What is not stated stands last.
        group if YEAR_GROUPS.contains(&group) => {
            let is_stated = |choice: &Choice| choice.value != UNKNOWN;
            is_stated(other).cmp(&is_stated(one)).then_with(|| other.value.cmp(&one.value))
        }
        group if PEOPLE_GROUPS.contains(&group) => one.value.len().cmp(&other.value.len()),
        "region" | "lang" => say.compare(&one.label.text, &other.label.text),
        _ => other.count.cmp(&one.count).then_with(|| say.compare(&one.label.text, &other.label.text)),
    }
}

/// The choices with the most results and those that are chosen stay; the rest goes behind "More", in the same order.
fn split(choices: Vec<Choice>) -> (Vec<Choice>, Vec<Choice>) {
    let mut by_count: Vec<u64> = choices.iter().map(|choice| choice.count).collect();
    by_count.sort_unstable_by(|a, b| b.cmp(a));
    let least = by_count[SHOWN - 1];
    let above = by_count.iter().filter(|count| **count > least).count();
    let mut even = SHOWN - above;
    choices.into_iter().partition(|choice| {
        let takes = choice.count == least && even > 0;
        if takes {
            even -= 1;
        }
        choice.chosen || takes || choice.count > least
    })
}

/// Whether a country asks for the sentence on resolution 1244 wherever it is named.
pub(super) fn is_kosovo(iso2: &str) -> bool {
    countries::by_iso2(iso2).is_some_and(|country| country.note == Some("kosovo"))
}
