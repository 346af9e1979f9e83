//! Countries and territories with the names the United Nations use, from OCHA's taxonomy and, for what it lacks,
//! from a table that people decided.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::folding::fold;
use crate::formats;
use crate::lang::Lang;
use crate::table;

/// A country or territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, or the decided code.
    pub iso2: &'static str,
    /// ISO 3166-1 alpha-3, or the decided code.
    pub iso3: &'static str,
    /// The numerical code of UN M49, where there is one.
    pub m49: Option<u16>,
    /// The M49 region (Africa, Americas …), where it is in one.
    pub region: Option<u16>,
    /// The M49 sub-region.
    pub subregion: Option<u16>,
    /// The M49 intermediate region.
    pub intermediate: Option<u16>,
    /// What must be said beside it: `kosovo` asks for the sentence on resolution 1244.
    pub note: Option<&'static str>,
    names: [Cow<'static, str>; 6],
    alternates: Vec<Cow<'static, str>>,
    places: [u16; Lang::ALL.len()],
}

/// The languages of the names, in the order of the columns.
const NAMED_IN: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];
/// Where the names begin in a row of the tables.
const NAMES_AT: usize = 6;

impl Country {
    /// The UN name in a page language.
    pub fn name(&self, lang: Lang) -> &str {
        self.name_in(lang.code()).unwrap_or(&self.names[0])
    }

    /// The UN name in one of the six official languages, by code.
    pub fn name_in(&self, code: &str) -> Option<&str> {
        let at = NAMED_IN.iter().position(|named| *named == code)?;
        Some(self.names[at].as_ref()).filter(|name| !name.is_empty())
    }

    /// Its place among all countries in the alphabetical order of a page language: lists with a choice of every country are
    /// sorted often.
    pub fn place(&self, lang: Lang) -> u16 {
        self.places[lang.index()]
    }

    /// Other spellings by which it is found.
    pub fn alternates(&self) -> impl Iterator<Item = &str> {
        self.alternates.iter().map(AsRef::as_ref)
    }

    /// All names and spellings, the UN names first.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.names.iter().chain(&self.alternates).map(AsRef::as_ref).filter(|name: &&str| !name.is_empty())
    }

    fn read(row: &[Cow<'static, str>]) -> Option<Self> {
        let code = |at: usize| match row.get(at) {
            Some(Cow::Borrowed(code)) => Some(*code),
            Some(Cow::Owned(_)) | None => None,
        };
        let number = |at: usize| row.get(at).and_then(|cell| cell.parse().ok());
        Some(Country {
            iso2: code(0)?,
            iso3: code(1)?,
            m49: number(2),
            region: number(3),
            subregion: number(4),
            intermediate: number(5),
            note: None,
            names: std::array::from_fn(|i| row.get(NAMES_AT + i).cloned().unwrap_or_default()),
            alternates: split(row.get(12)),
            places: Default::default(),
        })
    }

    fn decide(&mut self, row: &[Cow<'static, str>]) {
        for (name, decided) in self.names.iter_mut().zip(row.iter().skip(NAMES_AT)) {
            if !decided.is_empty() {
                *name = decided.clone();
            }
        }
        self.alternates.extend(split(row.get(12)));
        if let Some(Cow::Borrowed(note)) = row.get(13) {
            self.note = Some(*note).filter(|note| !note.is_empty());
        }
    }
}

fn split(cell: Option<&Cow<'static, str>>) -> Vec<Cow<'static, str>> {
    match cell {
        Some(Cow::Borrowed(text)) => text.split('|').filter(|s| !s.is_empty()).map(Cow::Borrowed).collect(),
        Some(Cow::Owned(text)) => {
            text.split('|').filter(|s| !s.is_empty()).map(|s| Cow::Owned(s.to_owned())).collect()
        }
        None => Vec::new(),
    }
}

static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../data/countries.csv"));
    let mut all: Vec<Country> = rows.filter_map(|row| Country::read(&row)).collect();
    for row in table::rows(include_str!("../data/countries-decided.csv")) {
        let known = all.iter_mut().position(|country| country.iso2 == row[0]);
        let at = known.or_else(|| {
            all.push(Country::read(&row).map(|new| Country { alternates: Vec::new(), ..new })?);
            Some(all.len() - 1)
        });
        if let Some(at) = at {
            all[at].decide(&row);
        }
    }
    for lang in Lang::ALL {
        all.sort_by(|one, other| formats::compare(lang, one.name(lang), other.name(lang)));
        for (country, place) in all.iter_mut().zip(0..) {
            country.places[lang.index()] = place;
        }
    }
    all.sort_by_key(|country| country.iso2);
    all
});

/// Names that several countries could mean are found only as the UN name of one of them, never as a mere spelling.
static BY_NAME: LazyLock<HashMap<String, Option<usize>>> = LazyLock::new(|| {
    let mut found: HashMap<String, Option<usize>> = HashMap::new();
    let mut official = HashMap::new();
    for (at, country) in ALL.iter().enumerate() {
        for name in country.names.iter().filter(|name| !name.is_empty()) {
            official.entry(key(name)).or_insert(Some(at));
        }
        for spelling in country.alternates().chain([country.iso3]) {
            let one = found.entry(key(spelling)).or_insert(Some(at));
            if *one != Some(at) {
                *one = None;
            }
        }
    }
    found.extend(official);
    found
});

fn key(name: &str) -> String {
    let folded = fold(name);
    folded.strip_prefix("the ").map_or(folded.clone(), str::to_owned)
}

/// All countries and territories, by code.
pub fn all() -> &'static [Country] {
    &ALL
}

/// The country of a two-letter code, in any case.
pub fn by_iso2(code: &str) -> Option<&'static Country> {
    let code = || code.trim().bytes().map(|byte| byte.to_ascii_uppercase());
    ALL.binary_search_by(|country| country.iso2.bytes().cmp(code())).ok().map(|at| &ALL[at])
}

/// The country of a three-letter code, in any case.
pub fn by_iso3(code: &str) -> Option<&'static Country> {
    ALL.iter().find(|country| country.iso3.eq_ignore_ascii_case(code.trim()))
}

/// The country of a name in any of the six languages, or of another spelling.
pub fn by_name(text: &str) -> Option<&'static Country> {
    let at = BY_NAME.get(&key(text)).copied().flatten()?;
    ALL.get(at)
}

/// All countries in the reader's alphabetical order of their names.
pub fn sorted(lang: Lang) -> Vec<&'static Country> {
    let mut sorted: Vec<&Country> = ALL.iter().collect();
    sorted.sort_by_key(|country| country.place(lang));
    sorted
}

/// The two-letter code of a country that exists: for where it is stored.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iso2(&'static str);

/// Text that is no country's code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not the code of a country; write two letters of ISO 3166-1, such as SL")]
pub struct NotACountry(pub String);

impl Iso2 {
    /// Reads a code in any case.
    pub fn parse(code: &str) -> Result<Self, NotACountry> {
        by_iso2(code).map(Iso2::from).ok_or_else(|| NotACountry(code.trim().to_owned()))
    }

    /// The code in capitals.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The country.
    pub fn country(self) -> &'static Country {
        by_iso2(self.0).expect("a code is only made of a country that exists")
    }
}

impl From<&'static Country> for Iso2 {
    fn from(country: &'static Country) -> Self {
        Iso2(country.iso2)
    }
}

impl std::str::FromStr for Iso2 {
    type Err = NotACountry;

    fn from_str(code: &str) -> Result<Self, NotACountry> {
        Iso2::parse(code)
    }
}

impl fmt::Display for Iso2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Iso2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Iso2 {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Iso2 {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Iso2::parse(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}
