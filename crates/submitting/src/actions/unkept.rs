//! The page that gives back what was typed where nothing of it may be kept: a mandate ended while a page of the form
//! stood open, or the action was sent meanwhile. It shows what was posted and nothing else of the draft.

use askama::Template;
use axum::response::{IntoResponse, Response};
use store::Fault;
use vocabulary::{ActionId, Arg, BESIDE};
use web::{At, Choices, Date3, Errors, Field, Form, Frame, Pairs, Problem};

use super::content::Beneficiary;
use super::fields::{self, Asked, Part};
use super::further_fields::Group;
use super::may::Refused;
use super::shown::{Words, named};
use super::topic::Topic;
use super::{mine, records};
use crate::House;
use crate::governments::{self, Government, Mandate, MandateState};
use crate::people::SignedIn;

/// An answer as it was typed.
struct Typed {
    label: String,
    text: String,
}

impl Typed {
    /// The rows in which it is seen without scrolling, up to a page's height.
    fn rows(&self) -> usize {
        let wrapped = self.text.lines().map(|line| line.chars().count() / 60 + 1);
        wrapped.sum::<usize>().clamp(1, 14)
    }
}

#[derive(Template)]
#[template(path = "actions/pages/unkept.html")]
struct UnkeptPage {
    frame: Frame,
    why: String,
    copy: String,
    typed: Vec<Typed>,
}

/// Answers a problem on the way to saving a topic: with what was typed where there is something to give back, else as
/// the problem says.
pub(super) async fn give_back(
    house: &House,
    at: &At,
    who: &SignedIn,
    (id, topic): (&str, Topic),
    pairs: &Pairs,
    problem: Problem,
) -> Result<Response, Problem> {
    let Some(call) = house.call() else { return Err(problem) };
    let catalogue = house.catalogue();
    let typed = typed(topic, &Words { say: &at.say, catalogue: &catalogue, call: &call }, pairs);
    if typed.is_empty() {
        return Err(problem);
    }
    let (problem, why, copy) = match problem {
        Problem::Forbidden(_) | Problem::NotFound => {
            let Some(government) = acted_for(house, at, who, id).await? else { return Err(problem) };
            let copy = at.say.with("actions-form-unkept-copy", &[("government", Arg::from(government))]);
            let why = Refused::MandateEnded.key();
            (Problem::Forbidden(why), why, copy)
        }
        Problem::Refused(why) => (problem, why, at.say.t("actions-form-unkept-later")),
        problem => return Err(problem),
    };
    let frame = who.frame(at, "actions-form-unkept-title").here("my");
    let page = web::html(UnkeptPage { frame, why: at.say.t(why), copy, typed });
    Ok((problem.status(), page).into_response())
}

/// The name of the government that leads an action, for whoever began it or has acted for that government; to everybody
/// else the action is not there.
async fn acted_for(house: &House, at: &At, who: &SignedIn, id: &str) -> Result<Option<String>, Fault> {
    let conn = house.store.read();
    let Ok(id) = id.parse::<ActionId>() else { return Ok(None) };
    let Some(action) = records::actions::find(conn, id).await? else { return Ok(None) };
    let lead = mine::lead(conn, &action).await?;
    let acted = |(mandate, of): &(Mandate, Government)| {
        let was_confirmed = mandate.is_confirmed() || matches!(mandate.state, MandateState::Ended { .. });
        of.id == lead.id && was_confirmed
    };
    let known = action.author == Some(who.person)
        || governments::mandates_of(conn, who.person).await?.iter().any(acted);
    Ok(known.then(|| named(&lead, &at.say)))
}

/// The answers of a topic that were posted, as its page words them.
fn typed(topic: Topic, words: &Words<'_>, pairs: &Pairs) -> Vec<Typed> {
    let errors = Errors::new();
    let asked = Asked {
        form: Form::new(words.say, &errors, pairs),
        words,
        pairs,
        // Neither the draft's language nor anything else of it is told to who may not read it.
        language: String::new(),
        country: pairs.text("country").to_owned(),
        sought: String::new(),
        priorities: pairs.all("priority").map(str::to_owned).collect(),
        for_whom: Beneficiary::ALL.map(|one| one.word().to_owned()).into(),
        base: String::new(),
    };
    fields::parts(topic, &asked).into_iter().flat_map(of_part).filter(|one| !one.text.is_empty()).collect()
}

fn of_part(part: Part) -> Vec<Typed> {
    match part {
        Part::Text(field) => vec![of_field(field)],
        Part::Radios(choices) | Part::Checks(choices) | Part::Select(choices) => vec![of_choices(choices)],
        Part::Date(date) => vec![of_date(date)],
        Part::Group(group) => of_group(*group),
        Part::File(_) | Part::Note(_) | Part::Find(_) | Part::More(_) => Vec::new(),
    }
}

fn of_field(field: Field) -> Typed {
    Typed { label: field.label, text: field.value.trim().to_owned() }
}

fn of_choices(choices: Choices) -> Typed {
    let chosen = choices.choices.into_iter().filter(|choice| choice.checked).map(|choice| choice.label);
    Typed { label: choices.legend, text: chosen.collect::<Vec<_>>().join("\n") }
}

fn of_date(date: Date3) -> Typed {
    let parts = [date.day, date.month, date.year].map(|part| part.trim().to_owned());
    let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Typed { label: date.legend, text: told.join(" ") }
}

/// Fields that stand under one heading say it each.
fn of_group(group: Group) -> Vec<Typed> {
    let mut within: Vec<Typed> = group.texts.into_iter().map(of_field).collect();
    within.extend(group.date.map(of_date));
    if within.iter().any(|one| !one.text.is_empty()) {
        within.extend(group.radios.map(of_choices));
    }
    for one in &mut within {
        one.label = format!("{}{BESIDE}{}", group.legend, one.label);
    }
    within
}
