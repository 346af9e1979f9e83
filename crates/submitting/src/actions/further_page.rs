//! What an action tells beside the eight, on its public page.

use vocabulary::{Arg, BESIDE, Lang, Say};
use web::{At, Fact};

use super::content::{Content, TextField};
use super::page::{Told, told};
use super::shown::Words;
use super::telling::Rights;
use crate::register::PublicRecord;

/// A part of the page with a heading of its own: texts, and facts under them.
pub(super) struct Chapter {
    pub id: &'static str,
    pub title: String,
    /// Each text with its own heading, where there are several.
    pub texts: Vec<(Option<String>, Told)>,
    pub facts: Vec<Fact>,
}

/// A picture on the page.
pub(super) struct Shot {
    pub src: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    pub credit: String,
}

/// A document that everyone may have.
pub(super) struct Document {
    pub href: String,
    pub label: String,
    pub size: String,
}

/// The chapters that have something to tell, in the order of a reader's questions.
pub(super) fn chapters(words: &Words<'_>, content: &Content) -> Vec<Chapter> {
    use TextField as F;
    let of = |id, key, fields: &[TextField], facts| chapter(words, content, (id, key), fields, facts);
    let chapters = [
        of("numbers", "actions-form-topic-numbers", &[], numbers(words, content)),
        of("impact", "actions-form-topic-impact", &[F::Achieved, F::Expected], figures(words, content)),
        of("participation", "actions-form-topic-participation", &[F::Participation], Vec::new()),
        of("lessons", "actions-form-topic-lessons", &[F::Lessons, F::Difficulties], Vec::new()),
        of("replication", "actions-form-topic-replication", &[F::Replication], Vec::new()),
        of("funding", "actions-form-topic-funding", &[F::Funding, F::Funders], amount(words, content)),
        of("peers", "actions-form-peers", &[F::Needs, F::Offers], Vec::new()),
    ];
    chapters.into_iter().filter(|one| !one.texts.is_empty() || !one.facts.is_empty()).collect()
}

fn chapter(
    words: &Words<'_>,
    content: &Content,
    (id, key): (&'static str, &str),
    fields: &[TextField],
    facts: Vec<Fact>,
) -> Chapter {
    let say = words.say;
    let text = |field: &TextField| {
        let told = told(say, content.text(*field)?)?;
        let heading = (fields.len() > 1).then(|| say.t(field.key()));
        Some((heading, Told { text: web::markdown(&told.text), ..told }))
    };
    Chapter { id, title: say.t(key), texts: fields.iter().filter_map(text).collect(), facts }
}

fn numbers(words: &Words<'_>, content: &Content) -> Vec<Fact> {
    let fact = |(group, numbers): (&super::content::Beneficiary, &super::telling::Numbers)| {
        let name = words.say.t(&format!("actions-for-{}", group.word()));
        Fact::new(name, words.numbers(numbers).join(BESIDE))
    };
    content.numbers.iter().map(fact).collect()
}

fn figures(words: &Words<'_>, content: &Content) -> Vec<Fact> {
    let fact = |one: &super::telling::Figure| {
        let name = match &one.date {
            Some(date) => format!("{} ({})", one.unit, words.say.partial(date)),
            None => one.unit.clone(),
        };
        Fact::new(name, one.value.clone())
    };
    content.figures.iter().map(fact).collect()
}

fn amount(words: &Words<'_>, content: &Content) -> Vec<Fact> {
    let amount = content.amount.iter();
    amount.map(|amount| Fact::new(words.say.t("actions-form-amount"), words.amount(amount))).collect()
}

/// The pictures, each with the words that belong to it.
pub(super) fn shots(at: &At, words: &Words<'_>, record: &PublicRecord, content: &Content) -> Vec<Shot> {
    let rights = |rights: Rights| match rights {
        Rights::Licence => words.call.licence.code.clone(),
        Rights::Reserved => words.say.t("actions-form-rights-reserved"),
    };
    let shot = |one: &super::telling::Picture| Shot {
        src: at.to(&format!("/actions/{}/files/{}", record.key, one.file)),
        width: one.size.0,
        height: one.size.1,
        alt: one.alt.clone(),
        credit: words.say.with(
            "actions-form-credit-line",
            &[("credit", Arg::from(&one.credit)), ("rights", Arg::from(rights(one.rights)))],
        ),
    };
    content.pictures.iter().map(shot).collect()
}

/// The guiding principles with the language of their title.
pub(super) fn principles(words: &Words<'_>, content: &Content) -> Vec<(String, Option<&'static str>)> {
    let named = content.principles.iter().map(|token| words.wording(token));
    named.map(|(title, lang)| (title, lang.map(Lang::code))).collect()
}

/// The links with what they are called.
pub(super) fn links(content: &Content) -> Vec<(String, String)> {
    let named = content.links.iter().map(|link| {
        let label = if link.label.is_empty() { &link.address } else { &link.label };
        (label.clone(), link.address.clone())
    });
    named.collect()
}

/// The document, where everyone may have it.
pub(super) fn document(at: &At, record: &PublicRecord, content: &Content) -> Option<Document> {
    let one = content.attachment.as_ref()?;
    let kilobytes = i64::try_from(one.bytes.div_ceil(1024)).unwrap_or(i64::MAX);
    Some(Document {
        href: at.to(&format!("/actions/{}/files/{}", record.key, one.file)),
        label: if one.label.is_empty() { one.name.clone() } else { one.label.clone() },
        size: at.say.with("actions-form-document-size", &[("n", kilobytes.into())]),
    })
}

/// The language and direction of what was typed in the original language only.
pub(super) fn direction(say: &Say, content: &Content) -> (String, &'static str) {
    match content.language() {
        Some(tag) => (tag.as_str().to_owned(), tag.dir()),
        None => (say.lang.code().to_owned(), say.lang.dir()),
    }
}
