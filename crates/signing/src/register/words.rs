//! What the register must be told of the Call: its texts and its frameworks. The wiring makes it of what it knows, so
//! that the register knows no other room.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;
use vocabulary::frameworks::{Framework, Node, Verification};
use vocabulary::{Lang, LanguageMap, Say, fold};

/// The words of a Call, as public pages use them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Words {
    /// One sentence: what happens here.
    pub promise: Option<LanguageMap>,
    /// Two sentences: what the Call is.
    pub summary: Option<LanguageMap>,
    /// What the declaration that is signed is called.
    pub declaration: Option<LanguageMap>,
    /// The Call's frameworks, in its order.
    pub frameworks: Vec<Framework>,
    /// The slugs of those that are facets, in their order.
    pub facets: Vec<String>,
    /// Which of them holds the Call's own priorities.
    pub priorities: String,
    /// The public cohorts: the name of each in addresses, and its title.
    pub cohorts: Vec<(String, LanguageMap)>,
    /// The signs of frameworks as pages of any language print them, folded, each with its slug: “odd” and “sdg” for `sdg`.
    pub signs: Vec<(String, String)>,
    /// Another one whenever anything of this is another.
    #[serde(skip)]
    pub mark: u64,
}

/// How something is called in the reader's language, or in the one fallen back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The words.
    pub text: String,
    /// Their language, where it is not the reader's.
    pub lang: Option<String>,
    /// Their direction, where it is not the reader's.
    pub dir: Option<&'static str>,
}

impl Label {
    /// Words in the reader's own language.
    pub fn own(text: impl Into<String>) -> Label {
        Label { text: text.into(), lang: None, dir: None }
    }

    /// Words in a language of the interface.
    pub fn worded(text: &str, of: Lang, reader: Lang) -> Label {
        let foreign = of != reader;
        Label {
            text: text.to_owned(),
            lang: foreign.then(|| of.code().to_owned()),
            dir: foreign.then(|| of.dir()),
        }
    }

    /// What a text in languages says to the reader.
    pub fn picked(map: &LanguageMap, reader: Lang) -> Option<Label> {
        let picked = map.pick(reader)?;
        let foreign = picked.tag.language() != reader.code();
        Some(Label {
            text: picked.text.to_owned(),
            lang: foreign.then(|| picked.tag.as_str().to_owned()),
            dir: foreign.then(|| picked.tag.dir()),
        })
    }
}

impl Words {
    /// A question with the signs of objectives, “ODD 3”, said as the index knows them: `sdg 3`.
    pub fn by_slugs(&self, text: &str) -> String {
        let mut pieces = text.split(' ').peekable();
        let mut said: Vec<&str> = Vec::new();
        while let Some(piece) = pieces.next() {
            let is_sign = pieces.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
            let folded = if is_sign { fold(piece) } else { String::new() };
            let slug = self.signs.iter().find(|(sign, _)| is_sign && *sign == folded);
            said.push(slug.map_or(piece, |(_, slug)| slug));
        }
        said.join(" ")
    }

    /// Gives the words their mark.
    #[must_use]
    pub fn marked(mut self) -> Words {
        let mut hasher = DefaultHasher::new();
        serde_json::to_string(&self).unwrap_or_default().hash(&mut hasher);
        self.mark = hasher.finish();
        self
    }

    /// A framework of the Call.
    pub fn framework(&self, slug: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.slug == slug)
    }

    /// The framework and the node of a token such as `gcm/15`.
    pub fn node(&self, token: &str) -> Option<(&Framework, &Node)> {
        let (slug, code) = token.split_once('/')?;
        let framework = self.framework(slug)?;
        Some((framework, framework.node(code)?))
    }

    /// The frameworks that are facets, in their order.
    pub fn faceted(&self) -> impl Iterator<Item = &Framework> {
        self.facets.iter().filter_map(|slug| self.framework(slug))
    }

    /// The framework whose objectives are shown as a strip: the first facet that is not the Call's own priorities.
    pub fn strip(&self) -> Option<&Framework> {
        self.faceted().find(|framework| framework.slug != self.priorities)
    }
}

/// A node's short title for a reader.
pub(super) fn short(node: &Node, reader: Lang) -> Label {
    let wording = node.short(reader);
    Label::worded(wording.text, wording.lang, reader)
}

/// A node's whole title for a reader, and whether it was read at its source.
pub(super) fn title(node: &Node, reader: Lang) -> (Label, bool) {
    let wording = node.title(reader);
    (Label::worded(wording.text, wording.lang, reader), wording.verification == Verification::Verified)
}

/// A framework's name for a reader: its own, else the one by which its facet is called in the reader's language.
pub(super) fn framework_name(framework: &Framework, say: &Say) -> Label {
    let key = format!("register-facet-{}", framework.slug);
    if framework.name.contains_key(&say.lang) || !say.has(&key) {
        let of = if framework.name.contains_key(&say.lang) { say.lang } else { Lang::En };
        return Label::worded(framework.name(say.lang), of, say.lang);
    }
    Label::own(say.t(&key))
}

/// Whether a code is a number that people know: shown before the title.
pub(super) fn is_numbered(node: &Node) -> bool {
    node.code.starts_with(|c: char| c.is_ascii_digit()) || node.code.len() < 6
}
