//! The nouns: a [`Declaration`] and a [`Version`] of its text.

use serde::{Deserialize, Serialize};
use store::Hash;
use vocabulary::{DeclarationId, LanguageMap, Moment, PartialDate, VersionId};

/// A text that governments sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    /// Its id.
    pub id: DeclarationId,
    /// Its name in addresses and commands, unique.
    pub slug: String,
    /// What is known of it.
    pub about: About,
    /// When it was entered.
    pub created: Moment,
}

/// What is known of a declaration beside its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// What it is called.
    pub title: LanguageMap,
    /// The line under its title.
    #[serde(default)]
    pub subtitle: Option<LanguageMap>,
    /// When it was adopted.
    #[serde(default)]
    pub adopted: Option<PartialDate>,
    /// Where it was adopted.
    #[serde(default)]
    pub place: Option<LanguageMap>,
    /// What it is about, in our own words.
    #[serde(default)]
    pub summary: Option<LanguageMap>,
    /// The public page that says so.
    #[serde(default)]
    pub source: Option<String>,
    /// What a signature commits to, in our own words, a sentence each.
    #[serde(default)]
    pub commits: Vec<LanguageMap>,
    /// What it does not commit to.
    #[serde(default)]
    pub not: Vec<LanguageMap>,
    /// What signatories do.
    #[serde(default)]
    pub duties: Vec<LanguageMap>,
    /// What they get in return.
    #[serde(default)]
    pub returns: Vec<LanguageMap>,
    /// How a government leaves.
    #[serde(default)]
    pub leave: Vec<LanguageMap>,
}

impl About {
    /// A declaration of which only the title is known.
    pub fn titled(title: LanguageMap) -> About {
        About {
            title,
            subtitle: None,
            adopted: None,
            place: None,
            summary: None,
            source: None,
            commits: Vec::new(),
            not: Vec::new(),
            duties: Vec::new(),
            returns: Vec::new(),
            leave: Vec::new(),
        }
    }
}

/// One version of a declaration's text. A version that was signed is never edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// Of which declaration.
    pub declaration: DeclarationId,
    /// 1, 2, 3 …
    pub n: u32,
    /// The text in its languages; of a placeholder only the title.
    pub texts: LanguageMap,
    /// The hash of the canonical JSON of the texts.
    pub sha256: Hash,
    /// Whether the official text is there.
    pub wording: Wording,
    /// When it was loaded or last changed.
    pub loaded: Moment,
}

/// Whether a version has the official words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// The official text is still to be loaded; the version stands in its place and says so.
    Placeholder,
    /// The official text.
    Official,
}
