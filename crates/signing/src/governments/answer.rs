//! Acts of the desk: confirm a mandate, or refuse it with a reason; and the page on which it decides.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use serde::Deserialize;
use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{Arg, MandateId, Say};
use web::{At, Choices, Date3, ErrorLine, Errors, Fact as Line, Field, Form, Frame, Pairs, Problem, Tone};

use super::government::{Government, Origin};
use super::mandate::{Mandate, MandateState, NotWaiting, Over};
use super::may::{self, Refused};
use super::rule::{self, Terms};
use super::{records, words};
use crate::house::House;
use crate::people::{self, Acting, AtDesk, SignedIn};

/// The longest reason, in characters.
pub(super) const REASON_MOST: usize = 2000;

/// Why a mandate was not answered.
#[derive(Debug, Error)]
pub enum AnswerRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such mandate.
    #[error("there is no such mandate")]
    Unknown,
    /// It does not wait.
    #[error(transparent)]
    NotWaiting(#[from] NotWaiting),
    /// A refusal without a reason.
    #[error("a mandate is refused with a reason: say what is missing and what to do")]
    NoReason,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl AnswerRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            AnswerRefused::May(refused) => Some(refused.key()),
            AnswerRefused::Unknown => Some("governments-refused-unknown"),
            AnswerRefused::NotWaiting(_) => Some("governments-refused-not-waiting"),
            AnswerRefused::NoReason => Some("governments-error-reason"),
            AnswerRefused::Fault(_) => None,
        }
    }
}

/// Confirms a mandate: the person may send from now on.
pub async fn confirm(tx: &Tx, acting: &Acting, id: MandateId) -> Result<(Mandate, Position), AnswerRefused> {
    confirm_with(tx, acting, id, Terms::default()).await
}

/// The same, saying from when to when it holds and whether the person may sign.
pub async fn confirm_with(
    tx: &Tx,
    acting: &Acting,
    id: MandateId,
    terms: Terms,
) -> Result<(Mandate, Position), AnswerRefused> {
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(AnswerRefused::Unknown)?;
    may::answer(acting, &mandate)?;
    let by = acting.actor.person().ok_or(Refused::NotTheDesk)?;
    let termed = Mandate { term: terms.term, signs: terms.signs, ..mandate };
    let confirmed = termed.confirm(by, tx.now())?;
    records::save_mandate(tx, &confirmed).await?;
    let fact = Fact::new("mandate.confirmed", Subject::new("mandate", id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok((confirmed, position))
}

/// Refuses a mandate with the reason that the person reads.
pub async fn refuse(
    tx: &Tx,
    acting: &Acting,
    id: MandateId,
    reason: &str,
) -> Result<(Mandate, Position), AnswerRefused> {
    if reason.trim().is_empty() {
        return Err(AnswerRefused::NoReason);
    }
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(AnswerRefused::Unknown)?;
    may::answer(acting, &mandate)?;
    let by = acting.actor.person().ok_or(Refused::NotTheDesk)?;
    let refused = mandate.refuse(by, reason.trim().to_owned(), tx.now())?;
    records::save_mandate(tx, &refused).await?;
    let fact = Fact::new("mandate.refused", Subject::new("mandate", id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok((refused, position))
}

#[derive(Template)]
#[template(path = "governments/pages/mandate.html")]
struct MandatePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    dot: &'static str,
    state: String,
    refused_for: String,
    waits: bool,
    stands: bool,
    /// That it was handed over by a colleague, in words.
    handed: Option<String>,
    proof: Option<String>,
    proof_file: Option<(String, String)>,
    starts: Date3,
    ends: Date3,
    signs: Choices,
    base: String,
    person: Vec<Line>,
    government: Vec<Line>,
    domain: String,
    others: Vec<String>,
    reason: Field,
}

pub(super) async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    id: MandateId,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Problem> {
    let (say, conn) = (&at.say, house.store.read());
    let mandate = records::mandate(conn, id).await?.ok_or(Problem::NotFound)?;
    let government = records::canonical_of(conn, mandate.government).await?.ok_or(Problem::NotFound)?;
    let contact = people::contact(conn, mandate.person).await?;
    let t = |key: &str| say.t(key);
    let mut person = words::mandate_facts(say, &mandate);
    if let Some(contact) = &contact {
        person.insert(0, Line::new(t("governments-desk-address"), contact.address.as_str()));
        person.insert(0, Line::new(t("governments-desk-person"), contact.called()));
    }
    let others = others(house, &mandate).await?;
    let frame = who.frame(at, "governments-desk-title").here("desk").errors(errors);
    let frame = words::with_note(frame, &government.profile);
    let frame = match done {
        "confirmed" => frame.notice(Tone::Done, t("governments-desk-confirmed")),
        "refused" => frame.notice(Tone::Done, t("governments-desk-refused")),
        "termed" => frame.notice(Tone::Done, t("governments-desk-termed")),
        "ended" => frame.notice(Tone::Done, t("governments-desk-ended")),
        _ => frame,
    };
    let kept = Pairs::new(rule::fields(&mandate));
    let form = Form::new(say, errors, if errors.is_empty() { &kept } else { pairs });
    Ok(web::html(MandatePage {
        frame,
        errors: errors.summary(say),
        dot: words::dot(&mandate.state),
        state: t(words::state(&mandate.state)),
        refused_for: match &mandate.state {
            MandateState::Refused { reason, .. }
            | MandateState::Ended { over: Over::ByDesk { reason }, .. } => reason.clone(),
            _ => String::new(),
        },
        waits: mandate.state == MandateState::Asked,
        stands: mandate.is_confirmed(),
        handed: handed(house, say, &mandate).await?,
        proof: mandate.proof.text.clone(),
        proof_file: proof_file(house, at, &mandate).await?,
        starts: form
            .date("starts", "governments-desk-starts")
            .hint(t("governments-desk-starts-hint"))
            .optional(),
        ends: form.date("ends", "governments-desk-ends").hint(t("governments-desk-ends-hint")).optional(),
        signs: form
            .choices("signs", "governments-desk-signs", [("yes", t("governments-desk-signs-yes"))])
            .optional(),
        base: at.to(&format!("/desk/mandates/{id}")),
        person,
        government: known(at, &government),
        domain: t(words::on_domain(mandate.on_domain)),
        others,
        reason: form
            .area("reason", "governments-desk-reason")
            .hint(t("governments-desk-reason-hint"))
            .max(REASON_MOST),
    }))
}

/// What is known of the government.
fn known(at: &At, of: &Government) -> Vec<Line> {
    let (say, profile) = (&at.say, &of.profile);
    let t = |key: &str| say.t(key);
    let record = at.to(&format!("/desk/governments/{}", of.reference));
    let facts = [
        Line::link(t("governments-desk-government"), profile.name.original_text(), record),
        Line::new(t("governments-fact-reference"), of.reference.to_string()),
        Line::new(t("governments-fact-country"), words::country(say, profile)),
        Line::new(t("governments-fact-tier"), t(words::tier(profile.tier))),
        Line::new(t("governments-fact-website"), profile.website.clone().unwrap_or_default()),
        Line::new(t("governments-fact-domain"), profile.domain.clone().unwrap_or_default()),
        Line::new(t("governments-fact-origin"), told(say, &of.origin)),
    ];
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}

/// Who else acts for the government.
async fn others(house: &House, mandate: &Mandate) -> Result<Vec<String>, Fault> {
    let conn = house.store.read();
    let mut others = Vec::new();
    for other in records::mandates_for(conn, mandate.government).await? {
        if other.id != mandate.id && other.is_confirmed() && other.stands_at(house.now()) {
            let contact = people::contact(conn, other.person).await?;
            others.extend(contact.map(|contact| format!("{} · {}", contact.called(), contact.address)));
        }
    }
    Ok(others)
}

/// That a mandate was handed over by a colleague, and by whom.
async fn handed(house: &House, say: &Say, mandate: &Mandate) -> Result<Option<String>, Fault> {
    let Some(before) = mandate.before else { return Ok(None) };
    let before = records::mandate(house.store.read(), before).await?;
    let from = match before {
        Some(before) => people::contact(house.store.read(), before.person).await?,
        None => None,
    };
    let from = from.map_or_else(|| say.t("governments-desk-gone"), |from| from.called().to_owned());
    Ok(Some(say.with("governments-desk-handed", &[("name", Arg::from(from))])))
}

/// The file of a proof: its name and where it is.
async fn proof_file(house: &House, at: &At, mandate: &Mandate) -> Result<Option<(String, String)>, Fault> {
    let Some(id) = mandate.proof.file else { return Ok(None) };
    let file = store::Files::new(&house.folder).find(house.store.read(), id).await?;
    let file = file.filter(|file| file.forgotten.is_none());
    Ok(file.map(|file| (file.name, at.to(&format!("/desk/mandates/{}/proof", mandate.id)))))
}

/// How a government came into the house, in words.
fn told(say: &Say, origin: &Origin) -> String {
    match origin {
        Origin::Proposed { .. } => say.t("governments-origin-proposed"),
        Origin::Source { address } => address.clone(),
        Origin::Desk => say.t("governments-origin-desk"),
        Origin::Invented => say.t("governments-origin-invented"),
    }
}

/// What was just done on the page.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    pub(super) done: String,
}

/// The page on which the desk decides.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    may::see(&who.acting()).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    draw(&house, &at, &who, id, &Errors::new(), &Pairs::none(), &done.done).await
}

/// The desk confirms.
pub(super) async fn confirmed(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut errors = Errors::new();
    let Some(terms) = rule::read(&pairs, house.now(), &mut errors) else {
        let page = draw(&house, &at, &who, id, &errors, &pairs, "").await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let tx = house.act().await?;
    match confirm_with(&tx, &who.acting(), id, terms).await {
        Ok((_, position)) => {
            tx.commit().await?;
            house.settle_public(position).await?;
            Ok(at.see(&format!("/desk/mandates/{id}?done=confirmed")))
        }
        Err(refused) => {
            drop(tx);
            again(&house, &at, &who, id, refused, &pairs).await
        }
    }
}

/// The desk refuses.
pub(super) async fn refused(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut errors = Errors::new();
    errors.at_most("reason", pairs.text("reason"), REASON_MOST);
    if !errors.is_empty() {
        let page = draw(&house, &at, &who, id, &errors, &pairs, "").await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let tx = house.act().await?;
    match refuse(&tx, &who.acting(), id, pairs.text("reason")).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(at.see(&format!("/desk/mandates/{id}?done=refused")))
        }
        Err(refused) => {
            drop(tx);
            again(&house, &at, &who, id, refused, &pairs).await
        }
    }
}

pub(super) async fn again(
    house: &House,
    at: &At,
    who: &SignedIn,
    id: MandateId,
    refused: AnswerRefused,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    match (refused.key(), refused) {
        (_, AnswerRefused::Fault(fault)) => return Err(fault.into()),
        (_, AnswerRefused::Unknown) | (None, _) => return Err(Problem::NotFound),
        (Some(key), _) => errors.add("reason", key),
    }
    let page = draw(house, at, who, id, &errors, pairs, "").await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
