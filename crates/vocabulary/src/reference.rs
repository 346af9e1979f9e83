//! The short public reference of a record, which people can read aloud: `LA-2026-00042`, `LG-00042`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A public reference. Its text is always in the one written form, so it can be compared and stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

/// Text that is no reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a reference; write one such as LA-2026-00042 or LG-00042")]
pub struct NotAReference(pub String);

impl Reference {
    /// A reference counted within a year: `LA-2026-00042`.
    pub fn yearly(prefix: &str, year: i32, n: u32) -> Self {
        Reference(format!("{}-{year:04}-{n:05}", prefix.to_ascii_uppercase()))
    }

    /// A reference counted without a year: `LG-00042`.
    pub fn plain(prefix: &str, n: u32) -> Self {
        Reference(format!("{}-{n:05}", prefix.to_ascii_uppercase()))
    }

    /// Reads a reference as people type it: in any case, with spaces or long dashes, with or without the zeros.
    pub fn parse(text: &str) -> Result<Self, NotAReference> {
        Self::read(text).ok_or_else(|| NotAReference(text.trim().to_owned()))
    }

    fn read(text: &str) -> Option<Self> {
        let folded = crate::folding::fold(text).to_ascii_uppercase();
        let parts: Vec<&str> = folded.split(['-', ' ', '.', '/']).filter(|p| !p.is_empty()).collect();
        let (prefix, year, number) = match parts[..] {
            [prefix, number] => (prefix, None, number),
            [prefix, year, number] if year.len() == 4 => (prefix, Some(digits(year)?), number),
            _ => return None,
        };
        let prefix_fits = (2..=6).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_uppercase());
        if !prefix_fits || number.len() > 9 {
            return None;
        }
        let n = digits(number)?;
        Some(match year {
            Some(year) => Reference::yearly(prefix, i32::try_from(year).ok()?, n),
            None => Reference::plain(prefix, n),
        })
    }

    /// The written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The letters before the first dash: what kind of record it is.
    pub fn prefix(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, NotAReference> {
        Reference::parse(text)
    }
}

impl AsRef<str> for Reference {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Reference::parse(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}
