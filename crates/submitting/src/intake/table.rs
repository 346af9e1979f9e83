//! The noun: a [`Table`], a file that was read whole: its rows, each with the line it stands in.

use std::collections::BTreeMap;

use thiserror::Error;

/// A file as rows of cells. Nothing is known yet of what the cells mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The names of the columns, in the order of the file.
    pub columns: Vec<String>,
    /// The rows that hold something.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The line (or the row of the sheet) it stands in, from 1.
    pub line: u64,
    /// The values by the name of the column; several where the file has a list. No value is blank.
    pub cells: BTreeMap<String, Vec<String>>,
}

impl Row {
    /// The values of a column.
    pub fn all(&self, column: &str) -> &[String] {
        self.cells.get(column).map_or(&[], Vec::as_slice)
    }
}

/// Why a file could not be read. Nothing of it was entered.
#[derive(Debug, Error)]
pub enum Broken {
    /// Something in one place of it.
    #[error(
        "{file} is broken at line {line}, column {column}: {what}. Nothing was changed; mend it and import it again."
    )]
    At {
        /// Which file.
        file: String,
        /// From 1.
        line: u64,
        /// From 1.
        column: u64,
        /// What is wrong there.
        what: String,
    },
    /// The whole of it.
    #[error("{file} cannot be read: {what}. Nothing was changed.")]
    Whole {
        /// Which file.
        file: String,
        /// What is wrong, and what to do.
        what: String,
    },
}

impl Broken {
    /// The whole file is of no use.
    pub fn whole(file: &str, what: impl Into<String>) -> Broken {
        Broken::Whole { file: file.to_owned(), what: what.into() }
    }
}

/// The bytes as text: UTF-8, with or without a mark at the beginning.
pub(super) fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Broken> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|err| {
        let good = String::from_utf8_lossy(&bytes[..err.valid_up_to()]);
        let line = good.matches('\n').count() + 1;
        let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Broken::At {
            file: file.to_owned(),
            line: number(line),
            column: number(column),
            what: "this is not UTF-8 text; save the file as UTF-8, or as .xlsx".to_owned(),
        }
    })
}

pub(super) fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
