//! The noun: a [`Report`] of an import, row by row, and its last line.

use std::fmt;

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What came of each row, in the order of the file.
    pub rows: Vec<RowReport>,
}

/// What came of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowReport {
    /// The line it stands in.
    pub line: u64,
    /// What came of it.
    pub outcome: Outcome,
    /// The governments it names, in their order.
    pub governments: Vec<Named>,
}

/// What came of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A record was entered, under this reference.
    Created {
        /// Its reference.
        reference: String,
    },
    /// The record was there, but its source now says something else: another version of it stands.
    Renewed {
        /// Its reference.
        reference: String,
    },
    /// The record was there and says the same.
    Unchanged {
        /// Its reference.
        reference: String,
    },
    /// The row was not entered.
    Refused {
        /// Why, as a sentence.
        why: String,
    },
}

/// A government as a row names it, and which one that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As the row writes it.
    pub written: String,
    /// Its reference.
    pub reference: String,
    /// How it was found.
    pub found: Found,
}

/// How a government was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It was not known and was entered.
    New,
    /// By its name or an alternative name.
    ByName,
    /// By another name of its place.
    ByPlace,
    /// By the coordinates of the row.
    ByPoint,
}

/// The numbers of the last line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Records that were entered, or of which another version now stands.
    pub created: usize,
    /// Governments named by those that were known already.
    pub matched: usize,
    /// Records that were there and say the same.
    pub unchanged: usize,
    /// Rows that were not entered.
    pub refused: usize,
}

impl Report {
    /// The numbers of the last line.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for row in &self.rows {
            match row.outcome {
                Outcome::Created { .. } | Outcome::Renewed { .. } => {
                    totals.created += 1;
                    totals.matched +=
                        row.governments.iter().filter(|named| named.found != Found::New).count();
                }
                Outcome::Unchanged { .. } => totals.unchanged += 1,
                Outcome::Refused { .. } => totals.refused += 1,
            }
        }
        totals
    }

    /// How many governments were entered.
    pub fn new_governments(&self) -> usize {
        let named = self.rows.iter().flat_map(|row| &row.governments);
        named.filter(|named| named.found == Found::New).count()
    }
}

impl fmt::Display for RowReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.outcome {
            Outcome::Created { reference } => write!(f, "created {reference}")?,
            Outcome::Renewed { reference } => write!(f, "created another version of {reference}")?,
            Outcome::Unchanged { reference } => return write!(f, "unchanged {reference}"),
            Outcome::Refused { why } => return write!(f, "refused: {why}"),
        }
        for (at, named) in self.governments.iter().enumerate() {
            write!(f, "{} {named}", if at == 0 { " ·" } else { "," })?;
        }
        Ok(())
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Named { written, reference, found } = self;
        match found {
            Found::New => write!(f, "{written} created as {reference}"),
            Found::ByName => write!(f, "{written} matched to {reference} by name"),
            Found::ByPlace => write!(f, "{written} matched to {reference} by another name of its place"),
            Found::ByPoint => write!(f, "{written} matched to {reference} by its coordinates"),
        }
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Totals { created, matched, unchanged, refused } = self;
        write!(f, "{created} created, {matched} matched, {unchanged} unchanged, {refused} refused")
    }
}
