//! A public text in languages: one original, any number of translations, and which of them are stale.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::{Lang, Tag};

/// How a text came to be in its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Written in this language.
    Original,
    /// Translated by a person.
    Human,
    /// Translated by a machine.
    Machine,
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The words.
    pub text: String,
    /// How they came to be.
    pub origin: Origin,
    /// The revision of the original that they say.
    pub of_version: u32,
}

/// A text in languages. Exactly one is the original; `rev` grows with each change of it, and a translation of an
/// earlier revision is stale: seen, not guessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageMap {
    original: Tag,
    rev: u32,
    texts: BTreeMap<Tag, Text>,
}

/// The text found for a reader, with what must be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language: for the `lang` and `dir` attributes.
    pub tag: &'a Tag,
    /// How they came to be.
    pub origin: Origin,
    /// Whether they say an earlier revision of the original.
    pub stale: bool,
}

impl LanguageMap {
    /// A text in the language in which it was written.
    pub fn original(tag: impl Into<Tag>, text: impl Into<String>) -> Self {
        let original = tag.into();
        let first = Text { text: text.into(), origin: Origin::Original, of_version: 1 };
        LanguageMap { texts: BTreeMap::from([(original.clone(), first)]), original, rev: 1 }
    }

    /// The language in which it was written.
    pub fn original_tag(&self) -> &Tag {
        &self.original
    }

    /// The words as they were written; empty when the original was emptied.
    pub fn original_text(&self) -> &str {
        self.text(&self.original).unwrap_or_default()
    }

    /// How often the original was set.
    pub fn rev(&self) -> u32 {
        self.rev
    }

    /// Whether there are no words in any language.
    pub fn is_empty(&self) -> bool {
        self.texts.values().all(|text| text.text.trim().is_empty())
    }

    /// Whether the original has no words.
    pub fn is_untold(&self) -> bool {
        self.original_text().trim().is_empty()
    }

    /// The words in exactly this language.
    pub fn text(&self, tag: &Tag) -> Option<&str> {
        self.texts.get(tag).map(|text| text.text.as_str())
    }

    /// Every language with its text, by tag.
    pub fn all(&self) -> impl Iterator<Item = (&Tag, &Text)> {
        self.texts.iter()
    }

    /// What to show a reader: the asked language, else the original, else any.
    pub fn pick(&self, lang: Lang) -> Option<Picked<'_>> {
        self.pick_tag(&Tag::from(lang))
    }

    /// The same for any language; `pt` is served by `pt-BR` and the reverse.
    pub fn pick_tag(&self, asked: &Tag) -> Option<Picked<'_>> {
        let said = |tag: &Tag| self.told(tag);
        said(asked)
            .or_else(|| self.texts.keys().filter(|tag| tag.language() == asked.language()).find_map(said))
            .or_else(|| said(&self.original))
            .or_else(|| self.texts.keys().find_map(said))
    }

    fn told(&self, tag: &Tag) -> Option<Picked<'_>> {
        let (tag, text) = self.texts.get_key_value(tag)?;
        let stale = self.stale(tag);
        (!text.text.trim().is_empty()).then_some(Picked { text: &text.text, tag, origin: text.origin, stale })
    }

    /// Sets the words of the original. When they differ, the revision grows and translations become stale; they
    /// are kept also when the original is emptied.
    pub fn set_original(&mut self, text: impl Into<String>) {
        let text = text.into();
        if text == self.original_text() {
            return;
        }
        self.rev += 1;
        let new = Text { text, origin: Origin::Original, of_version: self.rev };
        self.texts.insert(self.original.clone(), new);
    }

    /// Sets a translation of the present original. The original is never overwritten by it; an empty text
    /// takes the translation away.
    pub fn translate(&mut self, tag: impl Into<Tag>, text: impl Into<String>, origin: Origin) {
        let (tag, text) = (tag.into(), text.into());
        if tag == self.original {
            return;
        }
        if text.trim().is_empty() {
            self.texts.remove(&tag);
            return;
        }
        let origin = if origin == Origin::Original { Origin::Human } else { origin };
        self.texts.insert(tag, Text { text, origin, of_version: self.rev });
    }

    /// Whether the text in a language says an earlier revision of the original. What is not there is not stale.
    pub fn stale(&self, tag: &Tag) -> bool {
        self.texts.get(tag).is_some_and(|text| text.of_version < self.rev)
    }
}
