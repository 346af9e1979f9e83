//! The nouns of a download: its [`Column`]s and the [`Cell`]s of a record, the same for every format.
//!
//! The names of columns are stable and the same in every language; titles and texts come in the language of the
//! address. Facets give their codes: the Call decides which there are, so no framework has a column of its own here.

use vocabulary::{Lang, Say};

use super::facets::List;
use super::record::PublicRecord;
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
    /// When it begins.
    From,
    /// When it ends.
    Until,
    /// The codes of a facet.
    Group(String),
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// When what is shown last changed.
    Changed,
}

/// What stands in one field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing is known.
    Empty,
    /// Words, a code, a date, an address.
    Text(String),
    /// Several codes or names.
    Many(Vec<String>),
    /// A number.
    Number(f64),
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
            columns.extend([Column::Governments, Column::GovernmentReferences, Column::From, Column::Until]);
        }
        columns.extend(list.groups(words).into_iter().map(Column::Group));
        columns.extend([Column::Latitude, Column::Longitude, Column::Changed]);
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
            Column::From => "from",
            Column::Until => "until",
            Column::Group(group) => group,
            Column::Latitude => "latitude",
            Column::Longitude => "longitude",
            Column::Changed => "changed",
        }
    }

    /// What it means, for people.
    pub fn about(&self, list: List, words: &Words, say: &Say) -> Label {
        match self {
            Column::Group(group) => list.title(group, words, say),
            column => Label::own(say.t(&format!("register-column-{}", column.name().replace('_', "-")))),
        }
    }

    /// What a record has in it. `origin` is the house's own address.
    pub fn of(&self, record: &PublicRecord, say: &Say, origin: &str) -> Cell {
        let card = &record.card;
        match self {
            Column::Reference => Cell::Text(record.key.clone()),
            Column::Address => Cell::Text(format!("{origin}/{}{}", say.lang.code(), record.path())),
            Column::Title => Cell::text(super::rows::plain_name(record, say)),
            Column::TitleLanguage => {
                Cell::language(card.title.as_ref().map(|map| map.pick(say.lang)), say.lang)
            }
            Column::Text => {
                let text = card.lead.as_ref().and_then(|map| map.pick(say.lang));
                Cell::text(text.map(|picked| picked.text.to_owned()).unwrap_or_default())
            }
            Column::TextLanguage => card
                .lead
                .as_ref()
                .map_or(Cell::Empty, |map| Cell::language(Some(map.pick(say.lang)), say.lang)),
            Column::Governments => {
                let names = card.who.iter().filter_map(|party| party.name.pick(say.lang));
                Cell::Many(names.map(|picked| picked.text.to_owned()).collect())
            }
            Column::GovernmentReferences => Cell::Many(codes(record, "government")),
            Column::From => match card.when.as_ref().and_then(|when| when.start) {
                Some(start) => Cell::Text(start.to_string()),
                None => Cell::Empty,
            },
            Column::Until => {
                Cell::text(card.when.as_ref().map(|when| when.end.to_string()).unwrap_or_default())
            }
            Column::Group(group) => Cell::Many(codes(record, group)),
            Column::Latitude => record.find.point.map_or(Cell::Empty, |(north, _)| Cell::Number(north)),
            Column::Longitude => record.find.point.map_or(Cell::Empty, |(_, east)| Cell::Number(east)),
            Column::Changed => Cell::Text(card.updated.date().to_string()),
        }
    }
}

impl Cell {
    fn text(text: String) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// The language of what was picked; the reader's own where the words are the register's.
    fn language(picked: Option<Option<vocabulary::Picked<'_>>>, reader: Lang) -> Cell {
        let tag = picked.flatten().map(|picked| picked.tag.as_str().to_owned());
        Cell::Text(tag.unwrap_or_else(|| reader.code().to_owned()))
    }

    /// As it stands in a field that holds text only: several are joined by "; ".
    pub fn written(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Many(many) => many.join("; "),
            Cell::Number(number) => number.to_string(),
        }
    }

    /// As a value of JSON.
    pub fn value(&self) -> serde_json::Value {
        match self {
            Cell::Empty => serde_json::Value::Null,
            Cell::Text(text) => text.as_str().into(),
            Cell::Many(many) => many.as_slice().into(),
            Cell::Number(number) => (*number).into(),
        }
    }
}

/// The codes that a record has in a group, without the group's name.
fn codes(record: &PublicRecord, group: &str) -> Vec<String> {
    let tokens = record.find.tokens.iter();
    tokens.filter_map(|token| Some(token.strip_prefix(group)?.strip_prefix('/')?.to_owned())).collect()
}
