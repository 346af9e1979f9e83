//! The noun: a [`Criterion`] of the rubric by which a Call's actions are assessed.

use serde::{Deserialize, Serialize};
use vocabulary::{Lang, LanguageMap};

/// The highest mark; the lowest is 0.
pub const HIGHEST: u8 = 4;

/// One criterion: what is asked, and what marks stand for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its name in what is kept: `objectives`.
    pub key: String,
    /// What is asked.
    pub name: LanguageMap,
    /// What marks stand for.
    pub anchors: Anchors,
}

/// What marks stand for. Those without words lie between their neighbours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Anchors {
    /// 0.
    pub lowest: LanguageMap,
    /// 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<LanguageMap>,
    /// 2.
    pub middle: LanguageMap,
    /// 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<LanguageMap>,
    /// 4.
    pub highest: LanguageMap,
}

impl Criterion {
    /// What is asked, for a reader.
    pub fn called(&self, lang: Lang) -> &str {
        self.name.pick(lang).map_or(self.key.as_str(), |picked| picked.text)
    }

    /// What a mark stands for; nothing for one that lies between two others.
    pub fn anchor(&self, mark: u8, lang: Lang) -> Option<&str> {
        let map = match mark {
            0 => &self.anchors.lowest,
            1 => self.anchors.low.as_ref()?,
            2 => &self.anchors.middle,
            3 => self.anchors.high.as_ref()?,
            HIGHEST => &self.anchors.highest,
            _ => return None,
        };
        map.pick(lang).map(|picked| picked.text)
    }
}
