//! Frameworks as data: objectives, principles, areas and goals that an action may serve, with the mark of each
//! wording. What is compiled in are only the seeds that a Call starts from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;

/// A short text in the page languages that have it.
pub type Texts = BTreeMap<Lang, String>;

/// Whether a wording was read at its public source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verification {
    /// Read there.
    Verified,
    /// Believed right, to be checked before it is shown as official wording.
    #[default]
    Unverified,
}

/// A framework in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framework {
    /// The name in addresses and tokens: `gcm`.
    pub slug: String,
    /// The document and thereby the version.
    pub version: String,
    /// What it is called.
    pub name: Texts,
    /// Where the wording was read.
    pub source: String,
    /// Where else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What must be known of the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its objectives, principles, areas or goals, in order.
    pub nodes: Vec<Node>,
}

/// An objective, principle, area or goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// The code within the framework: `15`.
    pub code: String,
    /// The code of the node above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The full title.
    pub title: Texts,
    /// The short title, where there is one.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub short: Texts,
    /// The mark of the title, per language.
    #[serde(default)]
    pub verification: BTreeMap<Lang, Verification>,
    /// The mark of the short title, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub short_verification: BTreeMap<Lang, Verification>,
    /// What must be known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Further facts by name: the round table of a forum, the order.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
}

/// A wording for a reader, with the language it is really in and its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language: the asked one, else English.
    pub lang: Lang,
    /// Whether they were read at their source.
    pub verification: Verification,
}

/// What one code suggests in other frameworks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// A token: `priorities/services`.
    pub from: String,
    /// The tokens it suggests: `gcm/15`, `sdg/4`.
    pub to: Vec<String>,
}

impl Framework {
    /// A node by its code.
    pub fn node(&self, code: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.code == code)
    }

    /// The token of a code: `gcm/15`.
    pub fn token(&self, code: &str) -> String {
        format!("{}/{code}", self.slug)
    }

    /// What it is called in a page language, else in English.
    pub fn name(&self, lang: Lang) -> &str {
        worded(&self.name, lang).map_or(self.slug.as_str(), |(text, _)| text)
    }

    /// The nodes directly under a node, or the topmost ones.
    pub fn under(&self, parent: Option<&str>) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(move |node| node.parent.as_deref() == parent)
    }
}

impl Node {
    /// The full title for a reader.
    pub fn title(&self, lang: Lang) -> Wording<'_> {
        self.wording(&self.title, &self.verification, lang)
    }

    /// The short title for a reader, else the full one.
    pub fn short(&self, lang: Lang) -> Wording<'_> {
        if self.short.is_empty() {
            return self.title(lang);
        }
        self.wording(&self.short, &self.short_verification, lang)
    }

    fn wording<'a>(
        &'a self,
        texts: &'a Texts,
        marks: &BTreeMap<Lang, Verification>,
        lang: Lang,
    ) -> Wording<'a> {
        let (text, lang) = worded(texts, lang).unwrap_or((&self.code, Lang::En));
        Wording { text, lang, verification: marks.get(&lang).copied().unwrap_or_default() }
    }
}

fn worded(texts: &Texts, lang: Lang) -> Option<(&str, Lang)> {
    [lang, Lang::En].into_iter().find_map(|l| Some((texts.get(&l)?.as_str(), l)))
}

#[derive(Deserialize)]
struct Seeds {
    frameworks: Vec<Framework>,
    mapping: Vec<Mapping>,
}

static SEEDS: LazyLock<Seeds> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/frameworks.json"))
        .expect("the compiled frameworks are read by this crate's tests")
});

/// The frameworks that a Call starts from: `gcm`, `gcm-principles`, `gcr`, `gcr-programme`, `sdg`, `sdg-targets`,
/// `priorities`.
pub fn seeds() -> &'static [Framework] {
    &SEEDS.frameworks
}

/// A seed by its slug.
pub fn seed(slug: &str) -> Option<&'static Framework> {
    SEEDS.frameworks.iter().find(|framework| framework.slug == slug)
}

/// What codes suggest in other frameworks. A suggestion, not the programme's own mapping.
pub fn mapping() -> &'static [Mapping] {
    &SEEDS.mapping
}

/// The node of a token such as `gcm/15`, with its framework.
pub fn by_token(token: &str) -> Option<(&'static Framework, &'static Node)> {
    let (slug, code) = token.split_once('/')?;
    let framework = seed(slug)?;
    Some((framework, framework.node(code)?))
}
