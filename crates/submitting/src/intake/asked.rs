//! From a row to what it asks to be entered. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use vocabulary::{End, Lang, LanguageMap, PartialDate, Period, Tag};

use super::decisions::Decisions;
use super::mapping::{Mapping, PRIORITIES};
use super::parties::{self, Party};
use super::refused::RowRefused;
use super::table::Row;
use crate::actions::{Beneficiary, Content, Nature, Status};
use crate::calls::{Call, Catalogue};
use crate::declarations::Evidence;

/// An action that a row asks to be entered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AskedAction {
    /// Whose it is, the lead first.
    pub parties: Vec<Party>,
    /// What the source says.
    pub content: Content,
    /// The address of the source.
    pub source: String,
    /// The title, or the first sentence where there is none: a part of its identity.
    pub called: String,
}

/// A signature that a row asks to be entered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AskedSignature {
    /// Whose it is.
    pub party: Party,
    /// How the source proves it.
    pub evidence: Evidence,
    /// When it was signed, where the source says so.
    pub date: Option<PartialDate>,
    /// The address of the source.
    pub source: String,
}

/// What is read beside the row.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub mapping: &'a Mapping,
    pub decisions: &'a Decisions,
    pub call: &'a Call,
    pub catalogue: &'a Catalogue,
}

/// Reads a row as an action.
pub(super) fn action(with: Reading<'_>, row: &Row) -> Result<AskedAction, RowRefused> {
    let map = with.mapping;
    let parties = parties::read(map, row, with.decisions)?;
    let source = source(map, row)?;
    let tag = language(map, row)?;
    let text = |field: &str| {
        let text = map.one(row, field);
        (!text.is_empty()).then(|| LanguageMap::original(tag.clone(), text))
    };
    let (title, sentence, description) = (text("title"), text("sentence"), text("description"));
    let first = title.as_ref().or(sentence.as_ref()).or(description.as_ref());
    let called = first.map(|text| first_sentence(text.original_text()).to_owned()).ok_or_else(|| {
        RowRefused::NothingSaid(map.column("title").to_owned(), map.column("description").to_owned())
    })?;
    let mut sources = vec![source.clone()];
    for more in map.all(row, "more_sources") {
        let more = address(map.column("more_sources"), more)?;
        if !sources.contains(&more) {
            sources.push(more);
        }
    }
    let collection = map.one(row, "collection");
    let content = Content {
        title,
        sentence,
        description,
        for_whom: for_whom(map, row)?,
        when: when(map, row)?,
        nature: nature(map, row)?.or(nature_of(&collection)),
        status: word(map, row, "status", Status::parse, Status::ALL.map(Status::word))?,
        objectives: objectives(with, row)?,
        sources,
        collection: (!collection.is_empty()).then_some(collection),
        ..Content::default()
    };
    Ok(AskedAction { parties, content, source, called })
}

/// Reads a row as a signature.
pub(super) fn signature(with: Reading<'_>, row: &Row) -> Result<AskedSignature, RowRefused> {
    let map = with.mapping;
    let mut parties = parties::read(map, row, with.decisions)?;
    if parties.len() != 1 {
        let field = map.column("government").to_owned();
        return Err(RowRefused::SeveralNames { field, given: map.one(row, "government") });
    }
    let choices = Evidence::FROM_SOURCE.map(Evidence::word);
    let proves =
        |word: &str| Evidence::parse(word).filter(|evidence| Evidence::FROM_SOURCE.contains(evidence));
    let evidence = word(map, row, "evidence", proves, choices)?;
    Ok(AskedSignature {
        party: parties.remove(0),
        evidence: evidence.ok_or_else(|| RowRefused::Empty(map.column("evidence").to_owned()))?,
        date: date(map, row, "signed")?,
        source: source(map, row)?,
    })
}

/// The text up to the end of its first sentence.
pub(super) fn first_sentence(text: &str) -> &str {
    let ends = text.char_indices().find(|(at, c)| {
        let next = text[at + c.len_utf8()..].chars().next();
        matches!(c, '.' | '!' | '?' | '؟' | '。') && next.is_none_or(char::is_whitespace)
    });
    ends.map_or(text, |(at, c)| &text[..at + c.len_utf8()]).trim()
}

fn source(map: &Mapping, row: &Row) -> Result<String, RowRefused> {
    let written = map.one(row, "source");
    if written.is_empty() {
        return Err(RowRefused::Empty(map.column("source").to_owned()));
    }
    address(map.column("source"), written)
}

fn address(field: &str, given: String) -> Result<String, RowRefused> {
    let rest = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"));
    let good = rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace));
    if good { Ok(given) } else { Err(RowRefused::Address { field: field.to_owned(), given }) }
}

fn language(map: &Mapping, row: &Row) -> Result<Tag, RowRefused> {
    let given = map.one(row, "language");
    if given.is_empty() {
        return Ok(Tag::from(Lang::En));
    }
    let field = map.column("language").to_owned();
    Tag::parse(&given).map_err(|_| RowRefused::Language { field, given })
}

fn date(map: &Mapping, row: &Row, field: &str) -> Result<Option<PartialDate>, RowRefused> {
    let given = map.one(row, field);
    if given.is_empty() {
        return Ok(None);
    }
    let field = map.column(field).to_owned();
    PartialDate::parse(&given).map(Some).map_err(|_| RowRefused::Date { field, given })
}

fn when(map: &Mapping, row: &Row) -> Result<Period, RowRefused> {
    let end = match map.one(row, "end").as_str() {
        "ongoing" => End::Ongoing,
        _ => date(map, row, "end")?.map_or(End::Open, End::On),
    };
    let period = Period { start: date(map, row, "start")?, end };
    if period.is_backwards() {
        return Err(RowRefused::Backwards(map.column("end").to_owned()));
    }
    Ok(period)
}

fn word<T>(
    map: &Mapping,
    row: &Row,
    field: &str,
    parse: impl Fn(&str) -> Option<T>,
    choices: impl IntoIterator<Item = &'static str>,
) -> Result<Option<T>, RowRefused> {
    let given = map.one(row, field);
    if given.is_empty() {
        return Ok(None);
    }
    parse(&given).map(Some).ok_or_else(|| not_a_choice(map, field, given, choices))
}

fn not_a_choice(
    map: &Mapping,
    field: &str,
    given: String,
    choices: impl IntoIterator<Item = &'static str>,
) -> RowRefused {
    let choices: Vec<&str> = choices.into_iter().collect();
    RowRefused::Word { field: map.column(field).to_owned(), given, choices: choices.join(", ") }
}

fn nature(map: &Mapping, row: &Row) -> Result<Option<Nature>, RowRefused> {
    word(map, row, "nature", Nature::parse, Nature::ALL.map(Nature::word))
}

/// Some collections take only pledges or only practices: then the source says which it is.
fn nature_of(collection: &str) -> Option<Nature> {
    match collection {
        "gcm_pledge" => Some(Nature::Pledge),
        "gfmd_practice" => Some(Nature::Practice),
        _ => None,
    }
}

fn for_whom(map: &Mapping, row: &Row) -> Result<BTreeSet<Beneficiary>, RowRefused> {
    let choices = Beneficiary::ALL.map(Beneficiary::word);
    let read = |given: String| {
        Beneficiary::parse(&given).ok_or_else(|| not_a_choice(map, "for_whom", given, choices))
    };
    map.all(row, "for_whom").into_iter().map(read).collect()
}

fn objectives(with: Reading<'_>, row: &Row) -> Result<BTreeMap<String, BTreeSet<String>>, RowRefused> {
    let call = with.call;
    let others = call.frameworks.iter().filter(|slug| **slug != call.priorities);
    let fields =
        others.map(|slug| (slug.as_str(), slug.as_str())).chain([(PRIORITIES, call.priorities.as_str())]);
    let mut objectives: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (field, framework) in fields {
        for given in with.mapping.all(row, field) {
            let code = code(with.catalogue, framework, &given).ok_or_else(|| RowRefused::Code {
                field: with.mapping.column(field).to_owned(),
                given,
                framework: framework.to_owned(),
            })?;
            objectives.entry(framework.to_owned()).or_default().insert(code);
        }
    }
    Ok(objectives)
}

/// The code as the framework has it; "SDG 11" and "Objective 15" are read by their number.
fn code(catalogue: &Catalogue, framework: &str, given: &str) -> Option<String> {
    let known =
        |code: &str| catalogue.node(&format!("{framework}/{code}")).map(|(_, node)| node.code.clone());
    known(given).or_else(|| known(given.trim_start_matches(|c: char| !c.is_ascii_digit()).trim()))
}
