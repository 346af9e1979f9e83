//! A place in the order of the hits, from which a page goes on. It names what the order is made of and no number, so that
//! what is added or taken away elsewhere moves nothing: a page that follows neither skips nor doubles.

use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::str::FromStr;

use vocabulary::Lang;

use super::Sort;
use super::columns::{Columns, Tie};

/// The longest value that is read.
const LONGEST: usize = 200;

/// A place in an order of dates, names or numbers. Its text stands in addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// In whose alphabet the order of names is: the same page in another language goes on in the order in which it began.
    lang: Option<Lang>,
    tie: Tie,
    value: String,
}

/// Which way a page goes on from a cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// What comes after it.
    After(Cursor),
    /// What comes before it.
    Before(Cursor),
}

impl Turn {
    /// From where.
    pub fn cursor(&self) -> &Cursor {
        match self {
            Turn::After(cursor) | Turn::Before(cursor) => cursor,
        }
    }
}

/// The text is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no place in a list")]
pub struct NoCursor;

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Reverse(when), Reverse(position), identity) = self.tie;
        if let Some(lang) = self.lang {
            write!(f, "{}.", lang.code())?;
        }
        write!(f, "{when}.{position}.{identity:x}")?;
        if self.value.is_empty() { Ok(()) } else { write!(f, ".{}", self.value) }
    }
}

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Cursor, NoCursor> {
        let lang = text.split('.').next().and_then(Lang::parse);
        let rest = if lang.is_some() { text.split_once('.').ok_or(NoCursor)?.1 } else { text };
        let mut parts = rest.splitn(4, '.');
        let mut next = || parts.next().ok_or(NoCursor);
        let (when, position, identity) = (next()?, next()?, next()?);
        let when: i64 = when.parse().map_err(|_| NoCursor)?;
        let position: i64 = position.parse().map_err(|_| NoCursor)?;
        let identity = u64::from_str_radix(identity, 16).map_err(|_| NoCursor)?;
        let value = parts.next().unwrap_or_default().to_owned();
        let cursor = Cursor { lang, tie: (Reverse(when), Reverse(position), identity), value };
        // One place, one text.
        if cursor.value.len() <= LONGEST * 4 && cursor.to_string() == text {
            Ok(cursor)
        } else {
            Err(NoCursor)
        }
    }
}

impl Cursor {
    /// The order of the question in which it is a place, asked for in this order: names stand in the alphabet in which it was
    /// made. None where it is no place in it.
    pub fn order(&self, sort: Sort) -> Option<Sort> {
        match (sort, self.lang) {
            (Sort::Name(_), lang) => lang.map(Sort::Name),
            (sort, None) => Some(sort),
            (_, Some(_)) => None,
        }
    }

    /// The place of a document.
    pub(super) fn of(sort: Sort, columns: &Columns, doc: u32) -> Cursor {
        let value = match sort {
            Sort::Relevance | Sort::Newest => String::new(),
            Sort::Name(lang) => columns.name(lang, doc).to_owned(),
            Sort::Heaviest | Sort::Reported => columns.number(sort, doc).to_string(),
        };
        let lang = if let Sort::Name(lang) = sort { Some(lang) } else { None };
        Cursor { lang, tie: columns.tie(doc), value }
    }

    /// How a document stands to it: before it is less.
    pub(super) fn stands(&self, sort: Sort, columns: &Columns, doc: u32) -> Ordering {
        let by_value = match sort {
            Sort::Relevance | Sort::Newest => Ordering::Equal,
            Sort::Name(lang) => columns.name(lang, doc).cmp(self.value.as_str()),
            Sort::Heaviest | Sort::Reported => {
                self.value.parse().unwrap_or(0).cmp(&columns.number(sort, doc))
            }
        };
        by_value.then_with(|| columns.tie(doc).cmp(&self.tie))
    }
}
