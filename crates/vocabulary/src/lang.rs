//! In what language: the four languages of the pages, and the tags of any language a text may be in.

use std::fmt;

use icu_locale_core::LanguageIdentifier;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, which the others fall back to.
    #[default]
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Arabic.
    Ar,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Lang; 4] = [Lang::En, Lang::Fr, Lang::Es, Lang::Ar];

    /// The code, as in an address: `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
            Lang::Es => "es",
            Lang::Ar => "ar",
        }
    }

    /// Reads a code.
    pub fn parse(code: &str) -> Option<Self> {
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(code))
    }

    /// The direction of writing: `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        match self {
            Lang::Ar => "rtl",
            Lang::En | Lang::Fr | Lang::Es => "ltr",
        }
    }

    /// The language's name of itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fr => "Français",
            Lang::Es => "Español",
            Lang::Ar => "العربية",
        }
    }

    /// The best of the page languages for an `Accept-Language` header: the first acceptable one by weight.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Lang)> = None;
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let weight =
                pieces.find_map(|p| p.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok());
            let (Some(lang), Some(weight)) = (Lang::parse(tag.split('-').next().unwrap_or_default()), weight)
            else {
                continue;
            };
            if weight > best.map_or(0.0, |(w, _)| w) {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The tag of any language (BCP 47: language, script, region, variants), in its canonical form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(String);

/// Text that is no language tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a language tag; write one such as en, pt-BR or zh-Hant")]
pub struct NotATag(pub String);

/// Languages written from right to left unless their script says otherwise.
const RTL_LANGUAGES: [&str; 14] =
    ["ar", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "ug", "ur"];
/// Scripts written from right to left.
const RTL_SCRIPTS: [&str; 9] = ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

impl Tag {
    /// Reads a tag and puts it into its canonical form (`PT_br` becomes `pt-BR`).
    pub fn parse(text: &str) -> Result<Self, NotATag> {
        // Most are the short name of a language as it is written.
        let plain = text.bytes().all(|byte| byte.is_ascii_lowercase());
        if plain && matches!(text.len(), 2 | 3) && text != "und" {
            return Ok(Tag(text.to_owned()));
        }
        let wrong = || NotATag(text.trim().to_owned());
        let read = LanguageIdentifier::try_from_str(&text.trim().replace('_', "-")).map_err(|_| wrong())?;
        if read.language.is_unknown() { Err(wrong()) } else { Ok(Tag(read.to_string())) }
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script and region: `pt` of `pt-BR`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The page language that this tag belongs to, if any: `fr-CA` belongs to French.
    pub fn lang(&self) -> Option<Lang> {
        Lang::parse(self.language())
    }

    /// The direction of writing: `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        let script =
            self.0.split('-').skip(1).find(|part| part.len() == 4 && !part.starts_with(char::is_numeric));
        let rtl = match script {
            Some(script) => RTL_SCRIPTS.contains(&script),
            None => RTL_LANGUAGES.contains(&self.language()),
        };
        if rtl { "rtl" } else { "ltr" }
    }
}

impl From<Lang> for Tag {
    fn from(lang: Lang) -> Self {
        Tag(lang.code().to_owned())
    }
}

impl std::str::FromStr for Tag {
    type Err = NotATag;

    fn from_str(text: &str) -> Result<Self, NotATag> {
        Tag::parse(text)
    }
}

impl AsRef<str> for Tag {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Tag {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Written)
    }
}

/// Reads a tag where it stands, without a copy.
struct Written;

impl serde::de::Visitor<'_> for Written {
    type Value = Tag;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language tag")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Tag, E> {
        Tag::parse(text).map_err(E::custom)
    }
}
