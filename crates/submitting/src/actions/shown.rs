//! Answers as people read them: on "check your answers", at the desk, and beside what they said before.

use vocabulary::{Lang, LanguageMap, Say};

use super::content::{Content, TextField};
use super::records::drafts::ActionContact;
use super::topic::Topic;
use crate::calls::{Call, Catalogue};
use crate::governments::Government;

/// One line of an answer, with its language where it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// What it is, where a topic has several answers.
    pub of: String,
    pub text: String,
    pub lang: String,
    pub dir: &'static str,
}

impl Line {
    /// The text as safe HTML, its line ends kept.
    pub fn html(&self) -> String {
        web::plain(&self.text)
    }

    pub fn plain(text: String) -> Line {
        Line { of: String::new(), text, lang: String::new(), dir: "auto" }
    }
}

/// One answer, what it said before where that differs, and the way to change it.
pub(crate) struct Shown {
    pub topic: Topic,
    pub name: String,
    pub lines: Vec<Line>,
    pub before: Vec<Line>,
    pub changed: bool,
    pub href: Option<String>,
}

/// What is needed to put answers into words.
pub(crate) struct Words<'a> {
    pub say: &'a Say,
    pub catalogue: &'a Catalogue,
    pub call: &'a Call,
}

impl Words<'_> {
    /// The title of a node of a framework, with its number where it has one.
    pub fn objective(&self, token: &str) -> String {
        let Some(label) = self.catalogue.label(token, self.say.lang) else { return token.to_owned() };
        let whole =
            label.framework == self.call.priorities || !label.code.starts_with(|c: char| c.is_numeric());
        match whole {
            true => label.title.to_owned(),
            false => format!("{} {} — {}", short_name(self.say, label.framework), label.code, label.short),
        }
    }

    /// The same with the language the title is really in, where it is not the reader's.
    pub fn wording(&self, token: &str) -> (String, Option<Lang>) {
        let Some(label) = self.catalogue.label(token, self.say.lang) else { return (token.to_owned(), None) };
        let whole =
            label.framework == self.call.priorities || !label.code.starts_with(|c: char| c.is_numeric());
        let lang = if whole { label.lang } else { label.short_lang };
        (self.objective(token), Some(lang).filter(|lang| *lang != self.say.lang))
    }

    /// A node of a framework as a line, in the language its title is really in.
    pub fn node(&self, token: &str) -> Line {
        let (text, lang) = self.wording(token);
        let lang = lang.map_or_else(String::new, |lang| lang.code().to_owned());
        Line { lang, ..Line::plain(text) }
    }

    /// What a content answers to a topic.
    pub fn lines(&self, topic: Topic, content: &Content) -> Vec<Line> {
        match topic {
            Topic::Title => self.title(content),
            Topic::Sentence => text(content, TextField::Sentence),
            Topic::Description => text(content, TextField::Description),
            Topic::ForWhom => {
                let words =
                    content.for_whom.iter().map(|one| self.say.t(&format!("actions-for-{}", one.word())));
                words.map(Line::plain).collect()
            }
            Topic::Where => self.places(content),
            Topic::When => self.when(content),
            Topic::Priority => self.objectives(content),
            Topic::Contact => Vec::new(),
            _ => self.further(topic, content),
        }
    }

    fn places(&self, content: &Content) -> Vec<Line> {
        let mut lines: Vec<Line> =
            content.places.iter().map(|place| Line::plain(self.place(place))).collect();
        if content.coarse {
            lines.push(Line::plain(self.say.t("actions-form-coarse-yes")));
            lines.extend(Some(Line::plain(content.district.clone())).filter(|line| !line.text.is_empty()));
        }
        lines
    }

    fn title(&self, content: &Content) -> Vec<Line> {
        let mut lines = text(content, TextField::Title);
        lines.extend(content.language().map(|tag| Line::plain(self.say.language_name(tag))));
        lines
    }

    /// A place with its country.
    pub fn place(&self, place: &super::content::Place) -> String {
        match place.country {
            Some(country) => self.say.pair(&place.name, country.country().name(self.say.lang)),
            None => place.name.clone(),
        }
    }

    fn when(&self, content: &Content) -> Vec<Line> {
        let period = (!content.when.is_unknown()).then(|| self.say.period(&content.when));
        let nature = content.nature.map(|one| self.say.t(&format!("actions-nature-{}", one.word())));
        let status = content.status.map(|one| self.say.t(&format!("actions-status-{}", one.word())));
        [period, nature, status].into_iter().flatten().map(Line::plain).collect()
    }

    fn objectives(&self, content: &Content) -> Vec<Line> {
        let own = format!("{}/", self.call.priorities);
        let (mut first, then): (Vec<String>, Vec<String>) =
            content.tokens().partition(|token| token.starts_with(&own));
        first.extend(then);
        first.iter().map(|token| self.node(token)).collect()
    }

    /// The contact as lines; it is private.
    pub fn contact(&self, contact: Option<&ActionContact>) -> Vec<Line> {
        let said = contact.into_iter().flat_map(|one| [one.name.clone(), one.address.clone()]);
        said.filter(|text| !text.is_empty()).map(Line::plain).collect()
    }

    /// Every public answer of a content, beside what another one said.
    pub fn answers(&self, content: &Content, before: Option<&Content>) -> Vec<Shown> {
        let topics = Topic::all().filter(|topic| *topic != Topic::Contact);
        let shown = topics.map(|topic| {
            let lines = self.lines(topic, content);
            let before = before.map(|content| self.lines(topic, content));
            let changed = before.as_ref().is_some_and(|before| before != &lines);
            let before = before.filter(|_| changed).unwrap_or_default();
            Shown { topic, name: self.say.t(topic.key()), lines, before, changed, href: None }
        });
        shown.filter(|one| one.topic.is_needed() || one.changed || !one.lines.is_empty()).collect()
    }
}

/// A text in the language it was written in; a sentence in its place where it was redacted.
pub(super) fn text(content: &Content, field: TextField) -> Vec<Line> {
    let line = |map: &LanguageMap| Line {
        of: String::new(),
        text: map.original_text().to_owned(),
        lang: map.original_tag().as_str().to_owned(),
        dir: map.original_tag().dir(),
    };
    content.text(field).filter(|map| !map.is_untold()).map(line).into_iter().collect()
}

/// What a framework is called in short: the register's name for it, or the slug in capitals where it has none.
pub(super) fn short_name(say: &Say, slug: &str) -> String {
    let key = format!("register-short-{slug}");
    if say.has(&key) { say.t(&key) } else { slug.to_uppercase() }
}

/// The name of a government for a reader.
pub(super) fn named(government: &Government, say: &Say) -> String {
    let name = &government.profile.name;
    name.pick(say.lang).map_or_else(|| name.original_text().to_owned(), |picked| picked.text.to_owned())
}

/// What an action is called where it has no title.
pub(super) fn untitled(say: &Say, who: &str, year: i32) -> String {
    say.plain("actions-untitled", &[("who", who.into()), ("year", year.to_string().into())])
}
