//! Every question that will be asked, on one page to print: those of signing, and every field of the form of an action,
//! drawn from the form itself, so that none is forgotten.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use web::{At, Choices, Errors, Field, Form, Frame, Pairs, Problem};

use super::fields::{self, Asked, Part};
use super::further_fields::{Group, is_asked};
use super::shown::Words;
use super::topic::Topic;
use crate::declarations::{self, Question};
use crate::{House, register};

/// A list of answers longer than this is not printed: languages, countries.
const LISTED: usize = 30;

/// A field as it will be asked.
#[derive(Default)]
struct Line {
    asks: String,
    helps: String,
    optional: bool,
    /// The answers to choose from, each with its language where it is not the page's.
    answers: Vec<(String, Option<String>)>,
    /// The fields of a group.
    within: Vec<Line>,
}

/// A topic, one page of the form.
struct Asks {
    word: &'static str,
    title: String,
    lead: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "actions/pages/questions.html")]
struct QuestionsPage {
    frame: Frame,
    signing: Vec<Question>,
    needed: Vec<Asks>,
    more: Vec<Asks>,
}

/// The page.
pub(super) async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let say = &at.say;
    let call = house.call().ok_or(Problem::NotFound)?;
    let catalogue = house.catalogue();
    let words = Words { say, catalogue: &catalogue, call: &call };
    let (errors, pairs) = (Errors::new(), Pairs::none());
    let asked = Asked {
        form: Form::new(say, &errors, &pairs),
        words: &words,
        pairs: &pairs,
        language: at.lang.code().to_owned(),
        country: String::new(),
        sought: String::new(),
        priorities: Vec::new(),
        for_whom: Vec::new(),
        base: String::new(),
    };
    let asks = |topic: Topic| Asks {
        word: topic.word(),
        title: say.t(topic.question()),
        lead: say.t(&format!("{}-lead", topic.question())),
        lines: fields::parts(topic, &asked).into_iter().filter_map(line).collect(),
    };
    let key = format!("{:x}", house.words().mark);
    Ok(web::served(&at, &key, || {
        let frame = Frame::new(&at, "actions-questions-title").here("declaration");
        let frame = frame.describe(&say.t("actions-questions-lead"));
        web::html(QuestionsPage {
            frame: register::on_the_way(&at, frame, &[], "/questions"),
            signing: declarations::questions(say),
            needed: Topic::NEEDED.map(asks).into(),
            more: Topic::MORE.into_iter().filter(|topic| is_asked(*topic, &call)).map(asks).collect(),
        })
    }))
}

fn line(part: Part) -> Option<Line> {
    Some(match part {
        Part::Text(field) => text(field),
        Part::Radios(choices) | Part::Checks(choices) | Part::Select(choices) => choice(choices),
        Part::Date(date) => Line {
            asks: date.legend,
            helps: date.hint.unwrap_or_default(),
            optional: date.optional,
            ..Line::default()
        },
        Part::Group(group) => of_group(*group),
        Part::File(file) => {
            Line { asks: file.label, helps: file.hint, optional: file.optional, ..Line::default() }
        }
        Part::Note(words) => Line { helps: words, ..Line::default() },
        Part::Find(_) | Part::More(_) => return None,
    })
}

fn text(field: Field) -> Line {
    let helps = field.hint.unwrap_or_default();
    Line { asks: field.label, helps, optional: field.optional, ..Line::default() }
}

fn choice(choices: Choices) -> Line {
    let few = choices.choices.len() <= LISTED;
    let answers = choices.choices.into_iter().filter(|_| few).map(|one| (one.label, one.language));
    Line {
        asks: choices.legend,
        helps: choices.hint.unwrap_or_default(),
        optional: choices.optional,
        answers: answers.collect(),
        within: Vec::new(),
    }
}

fn of_group(group: Group) -> Line {
    let mut within: Vec<Line> = group.texts.into_iter().map(text).collect();
    within.extend(group.date.and_then(|date| line(Part::Date(date))));
    within.extend(group.radios.map(choice));
    within.extend(group.checks.map(choice));
    Line { asks: group.legend, within, ..Line::default() }
}
