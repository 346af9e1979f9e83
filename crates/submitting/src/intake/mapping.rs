//! The noun: a [`Mapping`], which says what the columns of a file mean. Files of the cohort's form need none.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::table::{Row, Table};
use crate::calls::Call;

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// One action a row.
    Actions,
    /// One signature a row.
    Signatures,
}

/// What the columns of a file mean.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What the rows are.
    pub of: Of,
    /// Which sheet of a workbook; the first where none is named.
    pub sheet: Option<String>,
    /// Which row names the columns, from 1.
    #[serde(default = "first")]
    pub header: u64,
    /// What stands between several values in one cell.
    #[serde(default = "semicolon")]
    pub separator: String,
    /// Our field = their column.
    pub columns: BTreeMap<String, String>,
    /// Our field = a value that holds for every row whose column is empty or missing.
    #[serde(default)]
    pub always: BTreeMap<String, String>,
    /// Our field = { their word = our word }.
    #[serde(default)]
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// Why a mapping cannot be used.
#[derive(Debug, Error)]
pub enum MappingRefused {
    /// It is no TOML, or a key of it is unknown.
    #[error("the mapping {0} cannot be read: {1}")]
    Unreadable(String, toml::de::Error),
    /// It names a field that there is not.
    #[error("the mapping names the field \"{0}\", which there is not; there are {1}")]
    NoField(String, String),
    /// It names a column that the file does not have.
    #[error(
        "the mapping says that `{field}` stands in the column \"{column}\", which {file} does not have; it has {has}"
    )]
    NoColumn {
        /// Our field.
        field: String,
        /// Their column.
        column: String,
        /// The file.
        file: String,
        /// What it has.
        has: String,
    },
    /// A field is missing without which no row can be entered.
    #[error(
        "the mapping does not say where `{0}` stands, or what it always is; without it nothing can be entered"
    )]
    Missing(&'static str),
    /// The file needs a mapping.
    #[error(
        "{0} is not of the form that is known without a mapping; say what its columns mean with --map MAP.toml"
    )]
    Needed(String),
    /// A key that the known form does not have.
    #[error("{file} has the key \"{key}\", which this form does not have; it has {known}")]
    Unknown {
        /// The file.
        file: String,
        /// The key.
        key: String,
        /// The keys of the form.
        known: String,
    },
}

const ACTION_FIELDS: [&str; 18] = [
    "government",
    "country",
    "iso3166",
    "latitude",
    "longitude",
    "title",
    "sentence",
    "description",
    "language",
    "start",
    "end",
    "nature",
    "status",
    "for_whom",
    "source",
    "more_sources",
    "collection",
    PRIORITIES,
];

const SIGNATURE_FIELDS: [&str; 8] =
    ["government", "country", "iso3166", "latitude", "longitude", "evidence", "signed", "source"];

/// The field of the Call's own priorities, whatever their framework is called.
pub(super) const PRIORITIES: &str = "priorities";

/// The cohort's form of actions: our field, its key. What stands under `notes` is never entered.
const COHORT_ACTIONS: [(&str, &str); 13] = [
    ("government", "government"),
    ("country", "country"),
    ("iso3166", "iso3166"),
    ("title", "title"),
    ("description", "summary_facts"),
    ("gcm", "gcm_objectives"),
    ("gcr", "gcr_objectives"),
    ("sdg", "sdgs"),
    ("start", "year"),
    (PRIORITIES, "cta_priorities"),
    ("collection", "source_type"),
    ("source", "source_url"),
    ("more_sources", "extra_sources"),
];

/// The cohort's form of signatures.
const COHORT_SIGNATURES: [(&str, &str); 6] = [
    ("government", "government"),
    ("country", "country"),
    ("iso3166", "iso3166"),
    ("evidence", "evidence"),
    ("signed", "signed"),
    ("source", "source_url"),
];

/// The key under which remarks stand that are not for the register.
const REMARKS: &str = "notes";

fn first() -> u64 {
    1
}

fn semicolon() -> String {
    ";".to_owned()
}

impl Mapping {
    /// Reads a mapping file.
    pub fn parse(name: &str, text: &str, call: &Call) -> Result<Mapping, MappingRefused> {
        let mapping: Mapping =
            toml::from_str(text).map_err(|err| MappingRefused::Unreadable(name.to_owned(), err))?;
        let known = mapping.of.fields(call);
        let named = mapping.columns.keys().chain(mapping.always.keys()).chain(mapping.words.keys());
        if let Some(field) = named.into_iter().find(|field| !known.contains(field)) {
            return Err(MappingRefused::NoField(field.clone(), known.join(", ")));
        }
        for field in mapping.of.needed() {
            if !mapping.columns.contains_key(*field) && !mapping.always.contains_key(*field) {
                return Err(MappingRefused::Missing(field));
            }
        }
        Ok(mapping)
    }

    /// The mapping of a file that has the cohort's form, recognised by its keys.
    pub fn of_cohort(file: &str, table: &Table) -> Result<Mapping, MappingRefused> {
        let has = |key: &str| table.columns.iter().any(|column| column == key);
        let (of, form) = if has("government") && has("evidence") {
            (Of::Signatures, &COHORT_SIGNATURES[..])
        } else if has("government") && (has("summary_facts") || has("title")) {
            (Of::Actions, &COHORT_ACTIONS[..])
        } else {
            return Err(MappingRefused::Needed(file.to_owned()));
        };
        let is_known = |key: &String| key == REMARKS || form.iter().any(|(_, known)| known == key);
        if let Some(key) = table.columns.iter().find(|key| !is_known(key)) {
            let known: Vec<&str> = form.iter().map(|(_, key)| *key).chain([REMARKS]).collect();
            return Err(MappingRefused::Unknown {
                file: file.to_owned(),
                key: key.clone(),
                known: known.join(", "),
            });
        }
        Ok(Mapping {
            of,
            sheet: None,
            header: first(),
            separator: semicolon(),
            columns: form.iter().map(|(field, key)| ((*field).to_owned(), (*key).to_owned())).collect(),
            always: BTreeMap::new(),
            words: BTreeMap::new(),
        })
    }

    /// Looks whether the file has the columns that are named.
    pub fn fits(&self, file: &str, table: &Table) -> Result<(), MappingRefused> {
        let missing = self.columns.iter().find(|(_, column)| !table.columns.contains(column));
        match missing {
            None => Ok(()),
            Some((field, column)) => Err(MappingRefused::NoColumn {
                field: field.clone(),
                column: column.clone(),
                file: file.to_owned(),
                has: table.columns.join(", "),
            }),
        }
    }

    /// The one value of a field in a row; empty where there is none.
    pub fn one(&self, row: &Row, field: &str) -> String {
        let held = self.held(row, field);
        self.in_our_words(field, &held.join("; "))
    }

    /// The values of a field in a row, taken apart at the separator.
    pub fn all(&self, row: &Row, field: &str) -> Vec<String> {
        let parts = self.held(row, field).into_iter();
        let parts = parts.flat_map(|held| held.split(&self.separator).map(str::to_owned).collect::<Vec<_>>());
        parts.map(|part| self.in_our_words(field, part.trim())).filter(|part| !part.is_empty()).collect()
    }

    /// The column of a field as its file calls it, for sentences.
    pub fn column<'a>(&'a self, field: &'a str) -> &'a str {
        self.columns.get(field).map_or(field, String::as_str)
    }

    fn held(&self, row: &Row, field: &str) -> Vec<String> {
        let held = self.columns.get(field).map_or(&[][..], |column| row.all(column));
        match self.always.get(field) {
            Some(always) if held.is_empty() => vec![always.clone()],
            _ => held.to_vec(),
        }
    }

    fn in_our_words(&self, field: &str, word: &str) -> String {
        self.words.get(field).and_then(|words| words.get(word)).map_or(word, String::as_str).trim().to_owned()
    }
}

impl Of {
    fn fields(self, call: &Call) -> Vec<String> {
        match self {
            Of::Signatures => SIGNATURE_FIELDS.iter().map(|field| (*field).to_owned()).collect(),
            Of::Actions => {
                let fields = ACTION_FIELDS.iter().map(|field| (*field).to_owned());
                fields.chain(call.frameworks.iter().filter(|slug| *slug != PRIORITIES).cloned()).collect()
            }
        }
    }

    fn needed(self) -> &'static [&'static str] {
        match self {
            Of::Actions => &["government", "source"],
            Of::Signatures => &["government", "source", "evidence"],
        }
    }
}
