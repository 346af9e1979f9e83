//! How a public record stands in a list: what its card says, in the reader's language, with the asked words marked.

use std::borrow::Borrow;

use store::search::{Marker, Part};
use time::Date;
use vocabulary::{Arg, End, Lang, Moment, Period, Say, countries};
use web::At;

use super::facets::is_kosovo;
use super::freshness::Freshness;
use super::record::{Mark, PublicRecord, Sign};
use super::words::{self, Label, Words};

/// One entry of a list.
pub(super) struct Row {
    /// Its title, in parts: those that were asked for are marked.
    pub title: Vec<Part>,
    /// The language of the title.
    pub said: Label,
    /// Its page.
    pub href: String,
    /// A piece of its text.
    pub lead: Vec<Part>,
    /// The language of that piece.
    pub lead_said: Label,
    /// Whose it is.
    pub who: Vec<Owner>,
    /// Countries by their UN names.
    pub countries: Vec<String>,
    /// From when to when; empty where unknown.
    pub when: String,
    /// Signs in words.
    pub signs: Vec<Shown>,
    /// Objectives.
    pub tiles: Vec<Tile>,
}

/// A government named in an entry.
pub(super) struct Owner {
    /// Its name.
    pub name: Label,
    /// Its page.
    pub href: String,
}

/// A sign: its shape and its words.
pub(super) struct Shown {
    /// `proof`, `far` or `fresh`.
    pub shape: &'static str,
    /// Its class within the shape.
    pub how: &'static str,
    /// Its words.
    pub words: String,
}

/// An objective as a small tile.
pub(super) struct Tile {
    /// The framework's short name.
    pub framework: String,
    /// The objective's number.
    pub number: String,
    /// Its short title.
    pub title: Label,
    /// Its page.
    pub href: String,
}

/// The shape of the sign that says when a record was last reported.
const FRESH: &str = "fresh";
/// How many characters of a text are shown.
const LEAD: usize = 200;
/// How many objectives are shown.
const TILES: usize = 6;

/// The entries of these records, as one sees them today.
pub(super) fn rows<R: Borrow<PublicRecord>>(records: &[R], words: &Words, at: &At) -> Vec<Row> {
    found(records, "", words, &at.say, at.kit.clock().now().date())
}

/// The same of what was found for these words, as one sees it on a day.
pub(super) fn found<R: Borrow<PublicRecord>>(
    records: &[R],
    asked: &str,
    words: &Words,
    say: &Say,
    day: Date,
) -> Vec<Row> {
    let mut marker = Marker::new(asked);
    let row = |record: &PublicRecord| {
        let mut row = row(record, asked, &mut marker, words, say);
        // The sign of what is on file says already that no government has spoken of it.
        if let Some(fresh) = Freshness::of(record).filter(|fresh| fresh.reported().is_some()) {
            let (how, words) = fresh.sign(day, say);
            row.signs.push(Shown { shape: FRESH, how, words });
        }
        row
    };
    records.iter().map(Borrow::borrow).map(row).collect()
}

/// The entries of these records as one sees them on a day, their links as of it.
pub(super) fn of_day(
    records: &[PublicRecord],
    words: &Words,
    at: &At,
    (moment, query): (Moment, &str),
) -> Vec<Row> {
    on_day(found(records, "", words, &at.say, moment.date()), query)
}

/// The same entries, whose links lead to their pages as of a day: `query` stands at the end of each address.
pub(super) fn on_day(mut rows: Vec<Row>, query: &str) -> Vec<Row> {
    for row in &mut rows {
        let owners = row.who.iter_mut().map(|owner| &mut owner.href);
        let hrefs = owners.chain(row.tiles.iter_mut().map(|tile| &mut tile.href));
        hrefs.chain([&mut row.href]).for_each(|href| href.push_str(query));
    }
    rows
}

fn row(record: &PublicRecord, asked: &str, marker: &mut Marker, words: &Words, say: &Say) -> Row {
    let said = name(record, say);
    let (lead, lead_said) = lead(record, asked, marker, say.lang);
    let card = &record.card;
    // What is named after its government does not name it twice.
    let own = matches!(record.kind.as_str(), "government" | "signature");
    let owners = card.who.iter().filter(|_| !own).filter_map(|party| {
        let name = Label::picked(&party.name, say.lang)?;
        Some(Owner { name, href: to(say.lang, &party.path) })
    });
    let country = |iso2: &String| countries::by_iso2(iso2).map(|country| country.name(say.lang).to_owned());
    Row {
        title: marker.snippet(&said.text, 400),
        said,
        href: to(say.lang, &record.path()),
        lead,
        lead_said,
        who: owners.collect(),
        countries: card.countries.iter().filter_map(country).collect(),
        when: card
            .when
            .as_ref()
            .filter(|when| is_known(when))
            .map(|when| say.period(when))
            .unwrap_or_default(),
        signs: card.marks.iter().map(|mark| sign(mark, say)).collect(),
        tiles: by_number(&card.tiles).filter_map(|token| tile(token, words, say)).take(TILES).collect(),
    }
}

/// What a record is called in a list: its title, or what it is and whose, where its source gives none.
pub fn name(record: &PublicRecord, say: &Say) -> Label {
    if let Some(label) = record.card.title.as_ref().and_then(|title| Label::picked(title, say.lang)) {
        return label;
    }
    let parties = record.card.who.iter().filter_map(|party| Label::picked(&party.name, say.lang));
    let names: Vec<String> = parties.map(|label| label.text).collect();
    if names.is_empty() {
        return Label::own(record.key.clone());
    }
    let year = record.card.when.as_ref().and_then(year).map(|year| year.to_string());
    Label::own(untitled(&record.kind, &names, year, say))
}

/// What something is called whose source gives no title: what it is and whose, and since when.
pub(super) fn untitled(kind: &str, names: &[String], year: Option<String>, say: &Say) -> String {
    let who = say.list_apart(names);
    if kind != "action" {
        return who;
    }
    match year {
        Some(year) => {
            say.with("register-untitled-year", &[("who", Arg::from(who)), ("year", Arg::from(year))])
        }
        None => say.with("register-untitled", &[("who", Arg::from(who))]),
    }
}

/// What must be said beside a record wherever it leaves the register that nobody but its source has spoken for: that it is on
/// file and not confirmed.
pub fn on_file(record: &PublicRecord, say: &Say) -> Option<String> {
    let mark = record.card.marks.iter().find(|mark| mark.sign == Sign::OnFile)?;
    Some(plain(&sign(mark, say).words))
}

/// Who wrote what stands in a record on file: the secretariat, from a source. The governments are what it is about.
pub fn secretariat(programme: &str, say: &Say) -> String {
    say.plain("register-cite-secretariat", &[("programme", Arg::from(programme))])
}

/// The same for a file: without the marks that keep a name's direction on a page.
pub(super) fn plain_name(record: &PublicRecord, say: &Say) -> String {
    plain(&name(record, say).text)
}

/// Words without the marks that keep a name's direction on a page.
pub(super) fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

fn year(period: &Period) -> Option<i32> {
    match (period.start, period.end) {
        (Some(start), _) => Some(start.year()),
        (None, End::On(end)) => Some(end.year()),
        _ => None,
    }
}

fn is_known(period: &Period) -> bool {
    !period.is_unknown()
}

/// The piece of text to show: of the lead where the words stand in it or none are asked, else of the first text that
/// holds them.
fn lead(record: &PublicRecord, asked: &str, marker: &mut Marker, reader: Lang) -> (Vec<Part>, Label) {
    let label = record.card.lead.as_ref().and_then(|lead| Label::picked(lead, reader));
    if asked.is_empty() {
        return label.map_or_else(Default::default, |label| (marker.snippet(&label.text, LEAD), label));
    }
    let said = label.iter().map(|label| (label.text.as_str(), label.clone()));
    let mut texts: Vec<_> = record.find.texts.iter().collect();
    texts.sort_by_key(|(tag, _)| tag.language() != reader.code());
    let other = texts.into_iter().map(|(tag, text)| {
        let foreign = tag.language() != reader.code();
        let label = Label {
            text: String::new(),
            lang: foreign.then(|| tag.as_str().to_owned()),
            dir: foreign.then(|| tag.dir()),
        };
        (text.as_str(), label)
    });
    for (text, label) in said.chain(other) {
        let parts = marker.snippet(text, LEAD);
        if parts.iter().any(|part| part.marked) {
            return (parts, label);
        }
    }
    label.map_or_else(Default::default, |label| (marker.snippet(&label.text, LEAD), label))
}

pub(super) fn sign(mark: &Mark, say: &Say) -> Shown {
    let (shape, how) = match mark.sign {
        Sign::Verified => ("proof", "yes"),
        Sign::OnFile => ("proof", "source"),
        Sign::Fulfilled => ("far", "full"),
        Sign::Going => ("far", "going"),
        Sign::Silent => (FRESH, "old"),
    };
    let args: Vec<(&str, Arg)> =
        mark.args.iter().map(|(name, value)| (name.as_str(), Arg::from(value.as_str()))).collect();
    Shown { shape, how, words: say.with(&mark.key, &args) }
}

/// Tokens of objectives as people count: 7 before 15.
fn by_number(tokens: &[String]) -> impl Iterator<Item = &str> {
    let number =
        |code: &str| code.split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse::<u32>().ok());
    let mut tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    tokens.sort_by_key(|token| token.split_once('/').map(|(slug, code)| (slug, number(code))));
    tokens.into_iter()
}

/// The tile of an objective; none for what has no number, such as a priority: its title is no tile.
pub(super) fn tile(token: &str, words: &Words, say: &Say) -> Option<Tile> {
    let (framework, node) = words.node(token).filter(|(_, node)| words::is_numbered(node))?;
    let key = format!("register-short-{}", framework.slug);
    let name = if say.has(&key) { say.t(&key) } else { words::framework_name(framework, say).text };
    Some(Tile {
        framework: name,
        number: node.code.clone(),
        title: words::short(node, say.lang),
        href: to(say.lang, &format!("/objectives/{token}")),
    })
}

/// Whether a list names Kosovo.
pub(super) fn name_kosovo<R: Borrow<PublicRecord>>(records: &[R]) -> bool {
    records.iter().any(|record| record.borrow().card.countries.iter().any(|iso2| is_kosovo(iso2)))
}

/// An address in the reader's language.
pub(super) fn to(lang: Lang, path: &str) -> String {
    format!("/{}{path}", lang.code())
}
