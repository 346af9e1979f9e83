//! The assessor's pages: what one was asked to assess, and one of it, from the first question to the marks.

use askama::Template;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use store::{Fault, Position, Tx};
use vocabulary::{Arg, BESIDE, Say};
use web::{At, Choices, ErrorLine, Errors, Fact, Field, Form, Frame, Pairs, Problem, Tone};

use super::declare::{Said, declare, decline, governments_of};
use super::interest::{Interest, Interests};
use super::mark::{hand_in, save};
use super::may;
use super::panel::{Assessment, Assignment, AssignmentId, Part};
use super::records::{assessments, panel, sheets};
use super::refused::AssessmentRefused;
use super::sheet::{COMMENT_MOST, Mark, Sheet};
use super::shown::{Marks, Reader};
use crate::House;
use crate::actions::{self, Action, Shown, Words};
use crate::calls::{Call, Criterion};
use crate::governments::Government;
use crate::people::SignedIn;

/// Somebody who may be asked to assess and is logged in; everybody else is refused.
pub(super) struct Assessing(pub SignedIn);

impl FromRequestParts<House> for Assessing {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Assessing, Problem> {
        let who = SignedIn::from_request_parts(parts, house).await?;
        may::assess(&who.acting())?;
        Ok(Assessing(who))
    }
}

/// The dot of a part.
pub(super) fn dot(part: Part) -> &'static str {
    match part {
        Part::Asked | Part::Declared | Part::Accepted => "wait",
        Part::In => "ok",
        Part::Barred => "bad",
        Part::Declined | Part::TakenOff => "none",
    }
}

/// How a part stands, in words.
pub(super) fn part(say: &Say, part: Part) -> String {
    say.t(match part {
        Part::Asked => "assessment-part-asked",
        Part::Declared => "assessment-part-declared",
        Part::Accepted => "assessment-part-accepted",
        Part::In => "assessment-part-in",
        Part::Barred => "assessment-part-barred",
        Part::Declined => "assessment-part-declined",
        Part::TakenOff => "assessment-part-taken-off",
    })
}

/// The name of a government for a reader.
pub(super) fn named(government: &Government, say: &Say) -> String {
    let name = &government.profile.name;
    name.pick(say.lang).map_or_else(|| name.original_text().to_owned(), |picked| picked.text.to_owned())
}

struct Asked {
    reference: String,
    government: String,
    href: String,
    due: String,
    day: String,
    dot: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "assessment/pages/list.html")]
struct ListPage {
    frame: Frame,
    todo: Vec<Asked>,
    done: Vec<Asked>,
}

/// What one was asked to assess, what is due first first.
pub(super) async fn list(
    State(house): State<House>,
    at: At,
    Assessing(who): Assessing,
) -> Result<Response, Problem> {
    let conn = house.store.read();
    let (mut todo, mut done) = (Vec::new(), Vec::new());
    for one in panel::of_person(conn, who.person).await? {
        let Some(of) = assessments::find(conn, one.assessment).await? else { continue };
        let Some(action) = actions::by_id(conn, of.action).await? else { continue };
        let line = Asked {
            reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            government: governments_of(conn, action.id)
                .await?
                .first()
                .map(|lead| named(lead, &at.say))
                .unwrap_or_default(),
            href: at.to(&format!("/assess/{}", one.id)),
            due: at.say.date(one.due),
            day: one.due.date().to_string(),
            dot: dot(one.part),
            state: part(&at.say, one.part),
        };
        if of.is_open() && one.part.is_outstanding() { todo.push(line) } else { done.push(line) }
    }
    let frame = who.frame(&at, "assessment-mine-title").here("assess");
    Ok(web::html(ListPage { frame, todo, done }))
}

/// An assignment as its assessor opens it.
struct Opened {
    one: Assignment,
    of: Assessment,
    action: Action,
    call: std::sync::Arc<Call>,
}

async fn open(house: &House, who: &SignedIn, id: &str) -> Result<Opened, Problem> {
    let id: AssignmentId = id.parse().map_err(|_| Problem::NotFound)?;
    let conn = house.store.read();
    let one = panel::find(conn, id).await?.ok_or(Problem::NotFound)?;
    let of = assessments::find(conn, one.assessment).await?.ok_or(Problem::NotFound)?;
    if may::answer(&who.acting(), &one).is_err() {
        return Err(match who.acting().at_desk() {
            true => Problem::Elsewhere(format!("/desk/actions/{}/assessment", of.action)),
            false => Problem::NotFound,
        });
    }
    let action = actions::by_id(conn, of.action).await?.ok_or(Problem::NotFound)?;
    let call = house.call().ok_or(Problem::NotFound)?;
    Ok(Opened { one, of, action, call })
}

#[derive(Template)]
#[template(path = "assessment/pages/sheet.html")]
struct SheetPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    dot: &'static str,
    state: String,
    facts: Vec<Fact>,
    base: String,
    asks: bool,
    interests: Choices,
    words: Field,
    reasons: Field,
    declinable: bool,
    answers: Vec<Shown>,
    title: String,
    marking: bool,
    criteria: Vec<Choices>,
    to_city: Field,
    to_desk: Field,
    marks: Option<Marks>,
    waits: bool,
}

/// What a page is drawn with.
struct Given<'a> {
    errors: &'a Errors,
    pairs: &'a Pairs,
    done: &'a str,
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Opened,
    given: Given<'_>,
) -> Result<Response, Problem> {
    let (say, conn, one) = (&at.say, house.store.read(), &opened.one);
    let reads = may::mark(&who.acting(), one).is_ok();
    let marking = opened.of.is_open() && one.part == Part::Accepted;
    let sheet = sheets::of(conn, one.id).await?;
    let kept = kept(&sheet);
    let pairs = if given.pairs == &Pairs::none() { &kept } else { given.pairs };
    let form = Form::new(say, given.errors, pairs);
    let (title, answers) =
        if reads { answers(house, at, opened).await? } else { (String::new(), Vec::new()) };
    let seen = match one.part {
        Part::In => super::seen(conn, &who.acting(), Some(opened.of.id)).await?,
        _ => Vec::new(),
    };
    let waits = one.part == Part::In && opened.of.is_open() && seen.len() < 2;
    let called = |person| match person == who.person {
        true => say.t("assessment-you"),
        false => say.t("assessment-the-other"),
    };
    let reader = Reader::Assessor(who.person);
    let marks = (!seen.is_empty()).then(|| Marks::new(say, &opened.call.rubric, &seen, reader, called));
    let mut frame = who.frame(at, "assessment-sheet-title").here("assess").errors(given.errors);
    if let Some(key) = done(given.done) {
        frame = frame.notice(Tone::Done, say.t(key));
    }
    Ok(web::html(SheetPage {
        frame,
        errors: given.errors.summary(say),
        dot: dot(one.part),
        state: part(say, one.part),
        facts: facts(house, at, opened).await?,
        base: at.to(&format!("/assess/{}", one.id)),
        asks: opened.of.is_open() && one.part == Part::Asked,
        interests: interests(&form, say),
        words: form.area("words", "assessment-interest-words").max(COMMENT_MOST).optional(),
        reasons: form.area("reasons", "assessment-decline-reason").max(COMMENT_MOST),
        declinable: opened.of.is_open() && one.part.is_outstanding(),
        answers,
        title,
        marking,
        criteria: opened.call.rubric.iter().map(|one| criterion(&form, say, one)).collect(),
        to_city: form
            .area("to_city", "assessment-to-city")
            .hint(say.t("assessment-to-city-hint"))
            .max(COMMENT_MOST)
            .optional(),
        to_desk: form
            .area("to_desk", "assessment-to-desk")
            .hint(say.t("assessment-to-desk-hint"))
            .max(COMMENT_MOST)
            .optional(),
        marks,
        waits,
    }))
}

fn done(what: &str) -> Option<&'static str> {
    Some(match what {
        "interests" => "assessment-done-interests",
        "decline" => "assessment-done-declined",
        "save" => "assessment-done-saved",
        "hand-in" => "assessment-done-in",
        _ => return None,
    })
}

/// What an assessor knows of an action before anything else: enough to say what ties them to it.
async fn facts(house: &House, at: &At, opened: &Opened) -> Result<Vec<Fact>, Fault> {
    let say = &at.say;
    let mut facts = vec![Fact::new(
        say.t("assessment-reference"),
        opened.action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
    )];
    let mut partners = Vec::new();
    let all = governments_of(house.store.read(), opened.action.id).await?;
    for (n, government) in all.into_iter().enumerate() {
        let country = government.profile.country.map(|country| country.country().name(say.lang).to_owned());
        let invented = government.profile.invented_country.as_ref();
        let invented = invented.and_then(|map| map.pick(say.lang)).map(|picked| picked.text.to_owned());
        let name = named(&government, say);
        let words = country.or(invented).map_or_else(|| name.clone(), |land| say.pair(&name, &land));
        if n == 0 {
            let href = at.to(&government.path());
            facts.push(Fact::link(say.t("assessment-government"), words, href));
        } else {
            partners.push(words);
        }
    }
    if !partners.is_empty() {
        facts.push(Fact::new(say.t("actions-partners-title"), partners.join(BESIDE)));
    }
    facts.push(Fact::new(say.t("assessment-due"), say.date(opened.one.due)));
    Ok(facts)
}

async fn answers(house: &House, at: &At, opened: &Opened) -> Result<(String, Vec<Shown>), Problem> {
    let version = actions::version(house.store.read(), opened.action.id, opened.of.n).await?;
    let content = version.ok_or(Problem::NotFound)?.content;
    let catalogue = house.catalogue();
    let words = Words { say: &at.say, catalogue: &catalogue, call: &opened.call };
    let title = content.title.as_ref().map(|title| title.original_text().to_owned()).unwrap_or_default();
    Ok((title, words.answers(&content, None)))
}

fn interests(form: &Form<'_>, say: &Say) -> Choices {
    let of = Interest::ALL.map(|one| (one.word(), say.t(one.key())));
    let none = ("none", say.t("assessment-interest-none"));
    form.choices("interest", "assessment-interest-legend", of.into_iter().chain([none]))
        .hint(say.t("assessment-interest-hint"))
}

fn criterion(form: &Form<'_>, say: &Say, one: &Criterion) -> Choices {
    let label = |mark: Mark| match mark {
        Mark::CannotJudge => say.t("assessment-cannot-judge"),
        Mark::Score(score) => match one.anchor(score, say.lang) {
            Some(text) => format!("{} — {text}", say.number(i64::from(score))),
            None => say.number(i64::from(score)),
        },
    };
    let of = Mark::all().map(|mark| (mark.word(), label(mark)));
    let choices = form.choices(&format!("mark-{}", one.key), "assessment-marks", of);
    Choices { legend: one.called(say.lang).to_owned(), ..choices }
}

/// What was saved, as the form posts it.
fn kept(sheet: &Sheet) -> Pairs {
    let mut pairs = Pairs::new(sheet.marks.iter().map(|(key, mark)| (format!("mark-{key}"), mark.word())));
    pairs.push("to_city", &sheet.to_city);
    pairs.push("to_desk", &sheet.to_desk);
    pairs
}

/// What is typed, as it is kept.
fn typed(rubric: &[Criterion], pairs: &Pairs) -> Sheet {
    let mark = |criterion: &Criterion| {
        let mark = Mark::parse(pairs.text(&format!("mark-{}", criterion.key)))?;
        Some((criterion.key.clone(), mark))
    };
    Sheet {
        marks: rubric.iter().filter_map(mark).collect(),
        to_city: pairs.text("to_city").to_owned(),
        to_desk: pairs.text("to_desk").to_owned(),
    }
}

/// What stands in the query after an act.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    pub done: Option<String>,
}

/// One that one was asked to assess.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Assessing(who): Assessing,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let opened = open(&house, &who, &id).await?;
    let (errors, pairs) = (Errors::new(), Pairs::none());
    let done = query.done.unwrap_or_default();
    draw(&house, &at, &who, &opened, Given { errors: &errors, pairs: &pairs, done: &done }).await
}

/// What an assessor does with the button they press, by the last part of the address.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    Assessing(who): Assessing,
    Path((_, id, act)): Path<(String, String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let opened = match open(&house, &who, &id).await {
        Err(Problem::Elsewhere(_)) => return Err(Problem::NotFound),
        opened => opened?,
    };
    let mut errors = Errors::new();
    for field in ["words", "reasons", "to_city", "to_desk"] {
        errors.at_most(field, pairs.text(field), COMMENT_MOST);
    }
    if errors.is_empty() {
        match press(&tx, &who, &opened, &act, &pairs).await {
            Ok(position) => {
                match position {
                    Some(position) => house.finish(tx, position).await?,
                    None => tx.commit().await?,
                }
                return Ok(at.see(&format!("/assess/{id}?done={act}")));
            }
            Err(refused) => say_why(&at.say, &opened, &pairs, refused, &mut errors)?,
        }
    }
    drop(tx);
    let given = Given { errors: &errors, pairs: &pairs, done: "" };
    Ok(web::again(draw(&house, &at, &who, &opened, given).await?))
}

async fn press(
    tx: &Tx,
    who: &SignedIn,
    opened: &Opened,
    act: &str,
    pairs: &Pairs,
) -> Result<Option<Position>, AssessmentRefused> {
    let (acting, id) = (who.acting(), opened.one.id);
    let sheet = || typed(&opened.call.rubric, pairs);
    Ok(match act {
        "interests" => {
            let kinds = pairs.all("interest").filter_map(Interest::parse).collect();
            let words = pairs.text("words").to_owned();
            let said = Said { interests: Interests { kinds, words }, none: pairs.has("interest", "none") };
            Some(declare(tx, &acting, id, said).await?.1)
        }
        "decline" => Some(decline(tx, &acting, id, pairs.text("reasons")).await?.1),
        "save" => save(tx, &acting, &opened.call, id, &sheet()).await.map(|_| None)?,
        "hand-in" => Some(hand_in(tx, &acting, &opened.call, id, &sheet()).await?.1),
        _ => return Err(AssessmentRefused::Unknown),
    })
}

/// The reason for which nothing was done, at the fields it is about.
fn say_why(
    say: &Say,
    opened: &Opened,
    pairs: &Pairs,
    refused: AssessmentRefused,
    errors: &mut Errors,
) -> Result<(), Problem> {
    match (refused.key(), &refused) {
        (Some(key), AssessmentRefused::Unmarked) => {
            for criterion in typed(&opened.call.rubric, pairs).missing(&opened.call.rubric) {
                let named = [("criterion", Arg::from(criterion.called(say.lang)))];
                errors.add_with(&format!("mark-{}", criterion.key), key, &named);
            }
            Ok(())
        }
        (Some(key), _) => {
            errors.add(refused.field(), key);
            Ok(())
        }
        (None, _) => Err(refused.into()),
    }
}
