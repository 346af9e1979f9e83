//! The line of a record: what a file shows of it, made when the record is kept and kept beside it, so that a download copies
//! lines and reads no record.
//!
//! A line says everything in each language of the pages, and nothing of the Call or the house: which columns a file has, their
//! order and the address before each path come with the question. It is empty where the record is gone. A record without one,
//! kept before there were lines, is read itself; [`fill`] gives it its line.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};
use store::{Fault, Store, Tx};
use vocabulary::{Lang, LanguageMap};

use super::facets::{PEOPLE_GROUPS, band};
use super::freshness::Freshness;
use super::past;
use super::record::PublicRecord;
use super::records::{self, public_record};
use super::texts::{self, TEXT};

/// Between the fields of a line.
const FIELD: char = '\u{1f}';
/// Between the parts of a field, and between what is said in one language and in another.
const PART: char = '\u{1d}';
/// Within a part: between a language and its words, between names.
const WORD: char = '\u{1c}';

/// So many records are given their lines at once.
const FILLED: u64 = 500;
/// So many codes most records have at most.
const CODES: usize = 32;
/// Which form of lines this is: raised whenever a line says something else or says it otherwise, so that every house has its
/// lines made anew.
const FORM: i64 = 3;

/// A line as it is read.
pub(super) struct Line<'a> {
    /// The record's reference.
    pub reference: &'a str,
    /// Its page, without the language.
    pub path: &'a str,
    /// Its title; none where its source gives none.
    pub title: Spoken<'a>,
    /// A sentence or two.
    pub text: Spoken<'a>,
    /// The governments it belongs to.
    pub governments: Spoken<'a>,
    /// When it begins; empty where unknown.
    pub from: &'a str,
    /// When it ends.
    pub until: &'a str,
    /// Degrees north; empty where it stands on no map.
    pub north: &'a str,
    /// Degrees east.
    pub east: &'a str,
    /// The day on which what is shown last changed.
    pub changed: &'a str,
    /// The day on which it was last reported; empty where it never was.
    pub reported: &'a str,
    codes: Vec<Code<'a>>,
    people: &'a str,
}

/// A code in a group of facets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Code<'a> {
    /// The beginning of the group's name as a number: most names differ there, and every column of every line asks for one.
    begins: u64,
    group: &'a str,
    /// The code.
    pub code: &'a str,
}

fn begins(group: &str) -> u64 {
    match group.as_bytes().first_chunk() {
        Some(first) => u64::from_be_bytes(*first),
        None => group.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |n, byte| n << 8 | u64::from(byte)),
    }
}

impl<'a> Code<'a> {
    fn read(token: &'a str) -> Option<Code<'a>> {
        let (group, code) = token.split_once('/')?;
        Some(Code { begins: begins(group), group, code })
    }

    fn order(&self) -> (u64, &'a str) {
        (self.begins, self.group)
    }
}

/// Words in each language of the pages: first one digit for each language, which says where its words stand, then the words.
#[derive(Clone, Copy)]
pub(super) struct Spoken<'a>(&'a str);

impl<'a> Line<'a> {
    /// Reads a line.
    pub fn read(line: &'a str) -> Option<Line<'a>> {
        let mut fields = texts::between(line, FIELD as u8);
        let mut codes = Vec::with_capacity(CODES);
        let mut read = Line {
            reference: fields.next()?,
            path: fields.next()?,
            title: Spoken(fields.next()?),
            text: Spoken(fields.next()?),
            governments: Spoken(fields.next()?),
            from: fields.next()?,
            until: fields.next()?,
            north: fields.next()?,
            east: fields.next()?,
            changed: fields.next()?,
            codes: {
                codes.extend(fields.next()?.split(PART).filter_map(Code::read));
                codes
            },
            people: fields.next().unwrap_or_default(),
            reported: fields.next().unwrap_or_default(),
        };
        // Most come in order; within a group each stays where it is.
        read.codes.sort_by_key(Code::order);
        Some(read)
    }

    /// Its codes in a group of facets.
    pub fn codes(&self, group: &str) -> &[Code<'a>] {
        let begins = begins(group);
        let from = self.codes.partition_point(|code| code.begins < begins);
        let codes = &self.codes[from..];
        let codes = &codes[..codes.iter().take_while(|code| code.begins == begins).count()];
        // Of those that begin alike few are others.
        let from = codes.iter().take_while(|code| code.group < group).count();
        let codes = &codes[from..];
        &codes[..codes.iter().take_while(|code| code.group == group).count()]
    }

    /// How many people, of the kind of number at this place; empty where nobody said, and where only fewer than ten are told of.
    pub fn people(&self, at: usize) -> &'a str {
        self.people.split(PART).nth(at).unwrap_or_default()
    }
}

impl<'a> Spoken<'a> {
    fn said(self, to: Lang) -> Option<&'a str> {
        let mut parts = self.0.split(PART);
        let digits = parts.next()?;
        let digit = digits.as_bytes().get(Lang::ALL.into_iter().position(|lang| lang == to)?)?;
        parts.nth(usize::from(digit.checked_sub(b'0')?))
    }

    /// What is said to a reader: the words' language, and the words.
    pub fn words(self, to: Lang) -> Option<(&'a str, &'a str)> {
        self.said(to)?.split_once(WORD)
    }

    /// Names, as they are said to a reader; [`split`] gives each.
    pub fn names(self, to: Lang) -> &'a str {
        self.said(to).unwrap_or_default()
    }
}

/// Each of these names.
pub(super) fn split(names: &str) -> impl Iterator<Item = &str> {
    names.split(WORD).filter(|name| !name.is_empty())
}

/// The line of a record; none for what stands in no file.
pub(super) fn of(record: &PublicRecord) -> Option<String> {
    past::KEPT.contains(&record.kind.as_str()).then(|| written(record))
}

fn written(record: &PublicRecord) -> String {
    let card = &record.card;
    let words = |map: &Option<LanguageMap>| {
        spoken(|lang| {
            let picked = map.as_ref()?.pick(lang)?;
            Some(format!("{}{WORD}{}", picked.tag.as_str(), clean(picked.text)))
        })
    };
    let names = spoken(|lang| {
        let names = card.who.iter().filter_map(|party| party.name.pick(lang));
        let names: Vec<String> = names.map(|picked| clean(picked.text)).collect();
        (!names.is_empty()).then(|| names.join(&WORD.to_string()))
    });
    let (from, until) = card.when.as_ref().map_or_else(Default::default, |when| {
        (when.start.map(|start| start.to_string()).unwrap_or_default(), when.end.to_string())
    });
    let (north, east) = record
        .find
        .point
        .map_or_else(Default::default, |(north, east)| (north.to_string(), east.to_string()));
    let reported = Freshness::of(record).and_then(Freshness::reported);
    let reported = reported.map(|at| at.date().to_string()).unwrap_or_default();
    let fields = [
        clean(&record.key),
        clean(&record.path()),
        words(&card.title),
        words(&card.lead),
        names,
        from,
        until,
        north,
        east,
        card.updated.date().to_string(),
        tokens(record).join(&PART.to_string()),
        people(record).map(|(_, sum)| sum.map(|n| n.to_string()).unwrap_or_default()).join(&PART.to_string()),
        reported,
    ];
    fields.join(&FIELD.to_string())
}

/// The tokens as files have them: the governments in the order of their names, ranges of people by their own words.
fn tokens(record: &PublicRecord) -> Vec<String> {
    let of_party = |reference: &str| {
        let of = |path: &str| path.split('/').nth(2) == Some(reference);
        record.card.who.iter().position(|party| of(&party.path)).unwrap_or(usize::MAX)
    };
    let mut tokens: Vec<&String> = record.find.tokens.iter().collect();
    tokens.sort_by_key(|token| token.strip_prefix("government/").map(of_party));
    let written = |token: &String| match token.split_once('/') {
        Some((group, code)) if PEOPLE_GROUPS.contains(&group) => {
            clean(&format!("{group}/{}", band(code).unwrap_or_else(|| code.to_owned())))
        }
        _ => clean(token),
    };
    tokens.into_iter().map(written).collect()
}

/// How many people over all groups, each kind of number by itself under the name of its group of facets. What is only said to be small is in no sum.
pub(super) fn people(record: &PublicRecord) -> [(&'static str, Option<u64>); 3] {
    PEOPLE_GROUPS.map(|which| {
        let of = |name: &str| name.split('/').next() == Some(which);
        let told = record.find.numbers.iter().filter(|(name, _)| of(name)).filter_map(|(_, n)| *n);
        (which, told.reduce(u64::saturating_add))
    })
}

/// What is said in every language, each wording once.
fn spoken(said: impl Fn(Lang) -> Option<String>) -> String {
    let (mut digits, mut wordings) = (String::new(), Vec::new());
    for lang in Lang::ALL {
        let Some(words) = said(lang) else { return String::new() };
        let at = wordings.iter().position(|known| *known == words).unwrap_or(wordings.len());
        if at == wordings.len() {
            wordings.push(words);
        }
        digits.push_str(&at.to_string());
    }
    wordings.iter().fold(digits, |line, words| format!("{line}{PART}{words}"))
}

/// Words without the signs that divide lines, which no sentence needs.
fn clean(words: &str) -> String {
    words.replace([TEXT, FIELD, PART, WORD], " ")
}

/// The lines of these records, those that are here, in the order asked for.
pub(super) async fn find(
    conn: &impl ConnectionTrait,
    asked: &[(String, String)],
) -> Result<Vec<String>, Fault> {
    texts::read(conn, texts::LINE_OR_BODY, asked).await?.of(asked).map(whole).collect()
}

/// A line, or that of the record which stands in its place.
fn whole(line: &str) -> Result<String, Fault> {
    if line.starts_with('{') { Ok(written(&records::read_card(line)?)) } else { Ok(line.to_owned()) }
}

/// Gives every record its line that was kept before lines had the form they have: once for each form in the life of a house.
pub async fn fill(store: &Store) -> Result<(), Fault> {
    use public_record::Column::{Change, Key, Kind, Line as Kept, State};
    if records::head(store.read()).await?.lined >= Some(FORM) {
        return Ok(());
    }
    let kinds: Vec<String> = past::KEPT.into_iter().flat_map(past::kinds).collect();
    let mut last = 0;
    loop {
        let old = public_record::Entity::find()
            .filter(Change.gt(last))
            .filter(State.eq("here"))
            .filter(Kind.is_in(kinds.iter().map(String::as_str)))
            .order_by_asc(Change)
            .limit(FILLED);
        let old = old.all(store.read()).await?;
        let Some(end) = old.last().map(|row| row.change) else { break };
        let mut updates = Vec::new();
        for row in old {
            let line = row.body.as_deref().map(records::read_card).transpose()?.as_ref().and_then(of);
            let line = line.filter(|line| row.line.as_ref() != Some(line));
            // What has changed meanwhile has the line that was made with its change.
            let one = Kind.eq(row.kind).and(Key.eq(row.key)).and(Change.eq(row.change));
            updates.extend(line.map(|line| {
                public_record::Entity::update_many().col_expr(Kept, Expr::value(line)).filter(one)
            }));
        }
        let tx = store.note(store.clock().now()).await?;
        for update in updates {
            update.exec(tx.conn()).await?;
        }
        tx.commit().await?;
        last = end;
    }
    let tx = store.note(store.clock().now()).await?;
    are_filled(&tx).await?;
    tx.commit().await
}

/// Writes down that every record has its line in the form of this program.
pub(super) async fn are_filled(tx: &Tx) -> Result<(), Fault> {
    tx.conn().execute_unprepared(&format!("UPDATE public_head SET lined = {FORM}")).await?;
    Ok(())
}
