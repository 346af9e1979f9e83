//! The frameworks a Call's actions answer to, looked up by token: `gcm/15`, `sdg/11`, `priorities/services`.

use std::collections::BTreeMap;

use vocabulary::Lang;
use vocabulary::frameworks::{Framework, Node, Verification};

/// Every framework of the house by its slug, in its newest version.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    frameworks: BTreeMap<String, Framework>,
}

/// How a node of a framework is called in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    /// The framework's slug.
    pub framework: &'a str,
    /// The node's code in it.
    pub code: &'a str,
    /// Its short title, or the title where there is none.
    pub short: &'a str,
    /// Its whole title.
    pub title: &'a str,
    /// The language of the title: the one asked for, or the one fallen back to.
    pub lang: Lang,
    /// The language of the short title.
    pub short_lang: Lang,
    /// Whether the title was read in that language on a public page of its owner.
    pub verified: bool,
}

impl Catalogue {
    /// A catalogue of these frameworks; of two versions of one slug the later in the list wins.
    pub fn new(frameworks: Vec<Framework>) -> Self {
        Self { frameworks: frameworks.into_iter().map(|f| (f.slug.clone(), f)).collect() }
    }

    /// One framework.
    pub fn framework(&self, slug: &str) -> Option<&Framework> {
        self.frameworks.get(slug)
    }

    /// The nodes of one framework in their order; none if there is no such framework.
    pub fn nodes(&self, slug: &str) -> &[Node] {
        self.frameworks.get(slug).map_or(&[], |f| &f.nodes)
    }

    /// The node of a token such as `gcm/15`.
    pub fn node(&self, token: &str) -> Option<(&Framework, &Node)> {
        let (slug, code) = token.split_once('/')?;
        let framework = self.frameworks.get(slug)?;
        framework.nodes.iter().find(|n| n.code == code).map(|node| (framework, node))
    }

    /// What a token is called in a language, falling back to English and then to any language there is.
    pub fn label(&self, token: &str, lang: Lang) -> Option<Label<'_>> {
        let (framework, node) = self.node(token)?;
        let (title, short) = (node.title(lang), node.short(lang));
        Some(Label {
            framework: &framework.slug,
            code: &node.code,
            short: short.text,
            short_lang: short.lang,
            title: title.text,
            lang: title.lang,
            verified: title.verification == Verification::Verified,
        })
    }
}
