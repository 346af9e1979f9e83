//! The desk's page of one assessment: ask assessors, accept what they declare, read the marks once all are in, decide.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Fault, Position, Tx};
use vocabulary::{ActionId, BESIDE, Moment, PersonId, Say};
use web::{At, Choices, Date3, DateParts, ErrorLine, Errors, Field, Form, Frame, Link, Pairs, Problem, Tone};

use super::assign::{accept, assign, call_off, take_off};
use super::decide::decide;
use super::may;
use super::mine::{Done, dot, named, part};
use super::panel::{
    Assessment, Assignment, AssignmentId, Decision, PANEL_MOST, Part, State as Standing, complete,
};
use super::records::{assessments, panel};
use super::refused::AssessmentRefused;
use super::shown::{Marks, Reader};
use crate::House;
use crate::actions::decide::{REASONS_MOST, signed};
use crate::actions::{self, Action, Stage};
use crate::calls::Call;
use crate::people::{self, AtDesk, Contact, Role, SignedIn};

/// So many days assessors get where the desk says nothing else.
const USUAL_DAYS: i64 = 21;

/// One of the panel, as the desk sees them.
struct Member {
    id: String,
    name: String,
    dot: &'static str,
    state: String,
    due: String,
    ties: String,
    words: String,
    reason: String,
    acceptable: bool,
    removable: bool,
}

#[derive(Template)]
#[template(path = "assessment/pages/desk.html")]
struct DeskPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    title: String,
    reference: String,
    government: String,
    government_href: String,
    item: String,
    members: Vec<Member>,
    assessors: Option<Choices>,
    due: Date3,
    marks: Option<Marks>,
    decidable: bool,
    revision: bool,
    hindrance: Option<String>,
    unpublishable: Option<String>,
    reasons: Field,
    accepted: Field,
    decided: Option<String>,
    decided_for: String,
    callable: bool,
    base: String,
}

/// An action with its latest assessment and everybody who was asked.
struct Opened {
    action: Action,
    of: Option<Assessment>,
    asked: Vec<Assignment>,
    call: std::sync::Arc<Call>,
}

impl Opened {
    fn open(&self) -> Option<&Assessment> {
        self.of.as_ref().filter(|of| of.is_open())
    }
}

async fn open(house: &House, id: &str) -> Result<Opened, Problem> {
    let id: ActionId = id.parse().map_err(|_| Problem::NotFound)?;
    let conn = house.store.read();
    let action = actions::by_id(conn, id).await?.ok_or(Problem::NotFound)?;
    let of = assessments::of_action(conn, id).await?.into_iter().next();
    let asked = match &of {
        Some(of) => panel::of(conn, of.id).await?,
        None => Vec::new(),
    };
    Ok(Opened { action, of, asked, call: house.call().ok_or(Problem::NotFound)? })
}

/// What a page is drawn with.
struct Given<'a> {
    errors: &'a Errors,
    pairs: &'a Pairs,
    done: &'a str,
}

async fn called(house: &House, say: &Say, person: PersonId) -> Result<String, Fault> {
    let contact = people::contact(house.store.read(), person).await?;
    Ok(contact.map_or_else(|| say.t("assessment-erased"), |contact| short(contact.called()).to_owned()))
}

/// How somebody is called: by name, or else by what stands before the @ of their address.
fn short(called: &str) -> &str {
    called.split('@').next().unwrap_or(called)
}

async fn members(house: &House, say: &Say, opened: &Opened) -> Result<Vec<(PersonId, Member)>, Fault> {
    let under_way = opened.open().is_some();
    let mut members = Vec::new();
    for one in &opened.asked {
        let ties: Vec<String> = one.interests.kinds.iter().map(|kind| say.t(kind.key())).collect();
        let member = Member {
            id: one.id.to_string(),
            name: called(house, say, one.assessor).await?,
            dot: dot(one.part),
            state: part(say, one.part),
            due: say.date(one.due),
            ties: ties.join(BESIDE),
            words: web::plain(&one.interests.words),
            reason: web::plain(one.reason.as_deref().unwrap_or_default()),
            acceptable: under_way && one.part == Part::Declared,
            removable: under_way && one.part.is_outstanding(),
        };
        members.push((one.assessor, member));
    }
    Ok(members)
}

/// How somebody is offered: by name and address, so that two of one name can be told apart.
fn offered_as(contact: &Contact) -> String {
    match &contact.name {
        Some(name) => format!("{name} ({})", contact.address),
        None => contact.address.to_string(),
    }
}

/// Those who may still be asked: assessors first, then the secretariat.
async fn offered(house: &House, opened: &Opened, form: &Form<'_>) -> Result<Option<Choices>, Fault> {
    let active = opened.asked.iter().filter(|one| one.part.is_active()).count();
    let room = match opened.open() {
        Some(_) => active < PANEL_MOST,
        None => opened.action.stage == Stage::Sent,
    };
    if !room {
        return Ok(None);
    }
    let conn = house.store.read();
    let mut of = Vec::new();
    for role in [Role::Assessor, Role::Secretariat] {
        for contact in people::with_role(conn, role).await? {
            let under_way = opened.open().is_some();
            if !under_way || !opened.asked.iter().any(|one| one.assessor == contact.person) {
                of.push((contact.person.to_string(), offered_as(&contact)));
            }
        }
    }
    Ok(Some(form.choices("assessor", "assessment-assign-who", of)))
}

/// Why it cannot be published by whoever reads, if it cannot.
async fn unpublishable(
    house: &House,
    who: &SignedIn,
    opened: &Opened,
) -> Result<Option<&'static str>, Fault> {
    let conn = house.store.read();
    let Some(of) = opened.open() else { return Ok(None) };
    let version = actions::version(conn, opened.action.id, of.n).await?;
    let by = version.and_then(|version| version.by);
    let signed = signed(conn, &opened.call.declaration, opened.action.lead).await?;
    Ok(actions::may::publish(&who.acting(), by, signed).err().map(|refused| refused.key()))
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Opened,
    given: Given<'_>,
) -> Result<Response, Problem> {
    let (say, conn, action) = (&at.say, house.store.read(), &opened.action);
    let lead = crate::governments::canonical_of(conn, action.lead).await?.ok_or(Problem::NotFound)?;
    let n = opened.of.as_ref().map(|of| of.n).or(action.current.as_ref().map(|current| current.n));
    let version = actions::version(conn, action.id, n.unwrap_or_default()).await?;
    let title = version.and_then(|version| version.content.title);
    let members = members(house, say, opened).await?;
    let seen = match &opened.of {
        Some(of) => super::seen(conn, &who.acting(), Some(of.id)).await?,
        None => Vec::new(),
    };
    let all_in = complete(&opened.asked);
    let name_of = |person| {
        let found = members.iter().find(|(one, _)| *one == person);
        found.map(|(_, member)| member.name.clone()).unwrap_or_default()
    };
    let marks = all_in.then(|| Marks::new(say, &opened.call.rubric, &seen, Reader::Desk, name_of));
    let decidable = all_in && opened.open().is_some();
    let mut kept = Pairs::new(DateParts::pairs("due", &usual_due(house.now())));
    let to_city: Vec<&str> = seen.iter().map(|one| one.sheet.to_city.as_str()).collect();
    let to_city: Vec<&str> = to_city.into_iter().filter(|text| !text.is_empty()).collect();
    kept.push("reasons", &to_city.join("\n\n"));
    let pairs = if given.pairs == &Pairs::none() { &kept } else { given.pairs };
    let form = Form::new(say, given.errors, pairs);
    let mut frame = who.frame(at, "assessment-desk-title").here("desk").errors(given.errors);
    if let Some(key) = done(given.done) {
        frame = frame.notice(Tone::Done, say.t(key));
    }
    let (decided, decided_for) = decided(say, opened);
    Ok(web::html(DeskPage {
        frame,
        crumbs: vec![
            Link::new(say.t("look-desk"), at.to("/desk")),
            Link::new(say.t("assessment-desk-action"), at.to(&format!("/desk/actions/{}", action.id))),
        ],
        errors: given.errors.summary(say),
        title: title.map(|title| title.original_text().to_owned()).unwrap_or_default(),
        reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        government: named(&lead, say),
        government_href: at.to(&lead.path()),
        item: opened.of.as_ref().map(|of| of.id.to_string()).unwrap_or_default(),
        members: members.into_iter().map(|(_, member)| member).collect(),
        assessors: offered(house, opened, &form).await?,
        due: form.date("due", "assessment-assign-due"),
        marks,
        decidable,
        revision: action.stage.is_public() && action.waiting().is_some(),
        hindrance: may::decide(&who.acting(), &opened.asked).err().map(|refused| say.t(refused.key())),
        unpublishable: unpublishable(house, who, opened).await?.map(|key| say.t(key)),
        reasons: form
            .area("reasons", "assessment-decide-reasons")
            .hint(say.t("assessment-decide-reasons-hint"))
            .max(REASONS_MOST),
        accepted: form.text("accepted", "assessment-accept-reason").max(REASONS_MOST),
        decided,
        decided_for,
        callable: opened.open().is_some() && !opened.asked.iter().any(|one| one.part == Part::In),
        base: at.to(&format!("/desk/actions/{}/assessment", action.id)),
    }))
}

fn usual_due(now: Moment) -> vocabulary::PartialDate {
    vocabulary::PartialDate::from(now.plus_days(USUAL_DAYS).date())
}

fn decided(say: &Say, opened: &Opened) -> (Option<String>, String) {
    match opened.of.as_ref().map(|of| &of.state) {
        Some(Standing::Decided { what, reasons, at, .. }) => {
            let key = match what {
                Decision::Publish => "assessment-decided-publish",
                Decision::Revise => "assessment-decided-revise",
                Decision::Decline => "assessment-decided-decline",
            };
            (Some(say.with(key, &[("date", say.date(*at).into())])), web::plain(reasons))
        }
        Some(Standing::CalledOff { .. }) => (Some(say.t("assessment-called-off")), String::new()),
        Some(Standing::Open) | None => (None, String::new()),
    }
}

fn done(what: &str) -> Option<&'static str> {
    Some(match what {
        "assign" => "assessment-done-assigned",
        "accept" => "assessment-done-accepted",
        "take-off" => "assessment-done-taken-off",
        "call-off" => "assessment-done-called-off",
        "publish" => "assessment-done-publish",
        "revise" => "assessment-done-revise",
        "decline" => "assessment-done-decline",
        _ => return None,
    })
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let opened = open(&house, &id).await?;
    let (errors, pairs) = (Errors::new(), Pairs::none());
    let done = query.done.unwrap_or_default();
    draw(&house, &at, &who, &opened, Given { errors: &errors, pairs: &pairs, done: &done }).await
}

/// What the desk does with the button it presses, by the last part of the address.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id, act)): Path<(String, String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let opened = open(&house, &id).await?;
    let mut errors = Errors::new();
    for field in ["reasons", "accepted"] {
        errors.at_most(field, pairs.text(field), REASONS_MOST);
    }
    if errors.is_empty() {
        match press(&tx, &who, &opened, &act, &pairs).await {
            Ok(position) => {
                house.finish(tx, position).await?;
                return Ok(at.see(&format!("/desk/actions/{id}/assessment?done={act}")));
            }
            Err(refused) => {
                let Some(key) = refused.key() else { return Err(refused.into()) };
                let field = if act == "accept" { "accepted" } else { refused.field() };
                errors.add(field, key);
            }
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
) -> Result<Position, AssessmentRefused> {
    let acting = who.acting();
    let member = || pairs.text("assignment").parse::<AssignmentId>().map_err(|_| AssessmentRefused::Unknown);
    let under_way = || opened.open().cloned().ok_or(AssessmentRefused::NotNow(super::panel::NotNow));
    if let Some(what) = Decision::parse(act) {
        let reasons = pairs.text("reasons");
        return Ok(decide(tx, &acting, &opened.call, under_way()?, what, reasons).await?.1);
    }
    Ok(match act {
        "assign" => {
            let chosen: Result<Vec<PersonId>, _> = pairs.all("assessor").map(str::parse).collect();
            let chosen = chosen.map_err(|_| AssessmentRefused::NoAssessor)?;
            let due = due(pairs)?;
            assign(tx, &acting, &opened.call, opened.action.clone(), &chosen, due).await?.1
        }
        "accept" => accept(tx, &acting, member()?, pairs.text("accepted")).await?.1,
        "take-off" => take_off(tx, &acting, member()?).await?.1,
        "call-off" => call_off(tx, &acting, under_way()?).await?.1,
        _ => return Err(AssessmentRefused::Unknown),
    })
}

/// The end of the day by which marks are to be in.
fn due(pairs: &Pairs) -> Result<Moment, AssessmentRefused> {
    let day = DateParts::of(pairs, "due").parse().ok().flatten().ok_or(AssessmentRefused::NoDue)?;
    Ok(Moment::from_date(day.last_day()).plus_days(1).plus(-1))
}
