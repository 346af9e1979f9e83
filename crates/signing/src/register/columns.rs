//! The nouns of a download: its [`Column`]s and the [`Cell`]s of a record, the same for every format.
//!
//! The names of columns are stable and the same in every language; titles and texts come in the language of the
//! address. Facets give their codes: the Call decides which there are, so no framework has a column of its own here.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use vocabulary::Say;

use super::facets::List;
use super::lines::{self, Code, Line};
use super::rows;
use super::words::{Label, Words};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The record's reference.
    Reference,
    /// Its page.
    Address,
    /// Its title in the reader's language, or in the one fallen back to.
    Title,
    /// The language of that title.
    TitleLanguage,
    /// A sentence or two.
    Text,
    /// The language of that text.
    TextLanguage,
    /// The governments it belongs to, by name.
    Governments,
    /// Their references.
    GovernmentReferences,
    /// The networks that they belong to, each as the end of its page's address.
    Networks,
    /// When it begins.
    From,
    /// When it ends.
    Until,
    /// The codes of a facet.
    Group(String),
    /// How many people, of one kind of number: its place among the groups of ranges.
    People(usize),
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// When what is shown last changed.
    Changed,
    /// When it was last reported.
    Reported,
}

/// The columns of numbers of people, each named after its group and in the same place.
const PEOPLE: [&str; 3] = ["planned_people", "counted_people", "estimated_people"];

/// The message that says what a column holds.
fn own(column: &str) -> String {
    format!("register-column-{}", column.replace('_', "-"))
}

/// What stands in one field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing is known.
    Empty,
    /// Words, a code, a date, an address.
    Text(Cow<'a, str>),
    /// Several codes.
    Codes(&'a [Code<'a>]),
    /// Several names, as a line has them.
    Names(&'a str),
    /// A number, as it is written.
    Number(&'a str),
}

impl Column {
    /// The columns of a list, in their order.
    pub fn all(list: List, words: &Words) -> Vec<Column> {
        let mut columns = vec![
            Column::Reference,
            Column::Address,
            Column::Title,
            Column::TitleLanguage,
            Column::Text,
            Column::TextLanguage,
        ];
        if list == List::Actions {
            columns.extend([Column::Governments, Column::GovernmentReferences]);
        }
        columns.push(Column::Networks);
        if list == List::Actions {
            columns.extend([Column::From, Column::Until]);
        }
        columns.extend(list.groups(words).into_iter().map(Column::Group));
        if list == List::Actions {
            columns.extend((0..PEOPLE.len()).map(Column::People));
        }
        columns.extend([Column::Latitude, Column::Longitude, Column::Changed]);
        columns.extend((list == List::Actions).then_some(Column::Reported));
        columns
    }

    /// Its name, for programs.
    pub fn name(&self) -> &str {
        match self {
            Column::Reference => "reference",
            Column::Address => "address",
            Column::Title => "title",
            Column::TitleLanguage => "title_language",
            Column::Text => "text",
            Column::TextLanguage => "text_language",
            Column::Governments => "governments",
            Column::GovernmentReferences => "government_references",
            Column::Networks => "networks",
            Column::From => "from",
            Column::Until => "until",
            Column::Group(group) => group,
            Column::People(at) => PEOPLE[*at],
            Column::Latitude => "latitude",
            Column::Longitude => "longitude",
            Column::Changed => "changed",
            Column::Reported => "reported",
        }
    }

    /// What it means, for people.
    pub fn about(&self, list: List, words: &Words, say: &Say) -> Label {
        match self {
            Column::Group(group) if !say.has(&own(group)) => list.title(group, words, say),
            column => Label::own(say.t(&own(column.name()))),
        }
    }

    /// What a line has in it. Around the path of each address stand the house's own and the day, where one is asked for.
    pub fn of<'a>(&self, line: &'a Line<'a>, kind: &str, say: &Say, around: (&str, &str)) -> Cell<'a> {
        match self {
            Column::Reference => Cell::text(line.reference),
            Column::Address => {
                Cell::Text([around.0, "/", say.lang.code(), line.path, around.1].concat().into())
            }
            Column::Title => match line.title.words(say.lang) {
                Some((_, title)) => plain(title),
                None => untitled(line, kind, say),
            },
            Column::TitleLanguage => match line.title.words(say.lang) {
                Some((tag, _)) => Cell::text(tag),
                None => Cell::text(say.lang.code()),
            },
            Column::Text => line.text.words(say.lang).map_or(Cell::Empty, |(_, text)| Cell::text(text)),
            Column::TextLanguage => line.text.words(say.lang).map_or(Cell::Empty, |(tag, _)| Cell::text(tag)),
            Column::Governments => Cell::Names(line.governments.names(say.lang)),
            Column::GovernmentReferences => Cell::Codes(line.codes("government")),
            Column::Networks => Cell::Codes(line.codes("network")),
            Column::From => Cell::text(line.from),
            Column::Until => Cell::text(line.until),
            Column::Group(group) => Cell::Codes(line.codes(group)),
            Column::People(at) => Cell::number(line.people(*at)),
            Column::Latitude => Cell::number(line.north),
            Column::Longitude => Cell::number(line.east),
            Column::Changed => Cell::text(line.changed),
            Column::Reported => Cell::text(line.reported),
        }
    }
}

/// A title without the marks that keep its direction on a page; hardly any has them.
fn plain(title: &str) -> Cell<'_> {
    if title.contains(['\u{2068}', '\u{2069}']) {
        Cell::Text(rows::plain(title).into())
    } else {
        Cell::text(title)
    }
}

/// What stands in the place of a title that its source does not give.
fn untitled<'a>(line: &Line<'a>, kind: &str, say: &Say) -> Cell<'a> {
    let names: Vec<String> = lines::split(line.governments.names(say.lang)).map(str::to_owned).collect();
    if names.is_empty() {
        return Cell::text(line.reference);
    }
    let date = if line.from.is_empty() { line.until } else { line.from };
    let year = date.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    Cell::Text(rows::plain(&rows::untitled(kind, &names, year.map(str::to_owned), say)).into())
}

impl<'a> Cell<'a> {
    fn text(text: &'a str) -> Cell<'a> {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    }

    fn number(number: &'a str) -> Cell<'a> {
        if number.is_empty() { Cell::Empty } else { Cell::Number(number) }
    }

    /// Writes it as it stands in a field that holds text only: several are joined by "; ".
    pub fn write(&self, to: &mut String) {
        match self {
            Cell::Empty => {}
            Cell::Text(text) => to.push_str(text),
            Cell::Codes(codes) => join(to, codes.iter().map(|one| one.code)),
            Cell::Names(names) => join(to, lines::split(names)),
            Cell::Number(number) => to.push_str(number),
        }
    }
}

fn join<'a>(to: &mut String, parts: impl Iterator<Item = &'a str>) {
    for (at, part) in parts.enumerate() {
        to.push_str(if at == 0 { "" } else { "; " });
        to.push_str(part);
    }
}

/// As a value of JSON.
impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Empty => to.serialize_none(),
            Cell::Text(text) => to.serialize_str(text),
            Cell::Codes(codes) => to.collect_seq(codes.iter().map(|one| one.code)),
            Cell::Names(names) => to.collect_seq(lines::split(names)),
            Cell::Number(number) => number.parse::<f64>().ok().serialize(to),
        }
    }
}
