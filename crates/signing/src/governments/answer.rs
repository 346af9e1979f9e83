//! Acts of the desk: confirm a mandate, or refuse it with a reason; and the page on which it decides.

use askama::Template;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::Response;
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

async fn draw(
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
        let name = contact.name.as_ref();
        person.splice(0..0, name.map(|name| Line::new(t("governments-desk-person"), name)));
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
        Line::link(t("governments-desk-government"), profile.called(say.lang), record),
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
            others.extend(contact.map(|contact| contact.line()));
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
pub(super) async fn page(desk: Deciding, Query(done): Query<Done>) -> Result<Response, Problem> {
    may::see(&desk.acting()).map_err(|refused| Problem::Forbidden(refused.key()))?;
    desk.draw(&Errors::new(), &Pairs::none(), &done.done).await
}

/// Where the desk decides: the mandate in the address, and who decides.
pub(super) struct Deciding {
    pub house: House,
    pub id: MandateId,
    at: At,
    who: SignedIn,
}

impl FromRequestParts<House> for Deciding {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Deciding, Problem> {
        let at = At::from_request_parts(parts, house).await?;
        let AtDesk(who) = AtDesk::from_request_parts(parts, house).await?;
        let path = Path::<(String, String)>::from_request_parts(parts, house).await;
        let Path((_, id)) = path.map_err(|_| Problem::NotFound)?;
        let id = id.parse().map_err(|_| Problem::NotFound)?;
        Ok(Deciding { house: house.clone(), id, at, who })
    }
}

impl Deciding {
    pub fn acting(&self) -> Acting {
        self.who.acting()
    }

    async fn draw(&self, errors: &Errors, pairs: &Pairs, done: &str) -> Result<Response, Problem> {
        draw(&self.house, &self.at, &self.who, self.id, errors, pairs, done).await
    }

    /// The page once more, with what is wrong.
    pub async fn again(&self, errors: &Errors, pairs: &Pairs) -> Result<Response, Problem> {
        Ok(web::again(self.draw(errors, pairs, "").await?))
    }

    /// The reason that was typed, where it is not too long.
    pub fn reason<'a>(&self, pairs: &'a Pairs, errors: &mut Errors) -> Option<&'a str> {
        errors.at_most("reason", pairs.text("reason"), REASON_MOST);
        errors.is_empty().then(|| pairs.text("reason"))
    }

    /// Ends an act that was done, or shows the page again with the sentence of the refusal.
    pub async fn end(
        &self,
        tx: Tx,
        done: &str,
        pairs: &Pairs,
        outcome: Result<(Mandate, Position), AnswerRefused>,
    ) -> Result<Response, Problem> {
        let refused = match outcome {
            Ok((_, position)) => {
                self.house.finish(tx, position).await?;
                return Ok(self.at.see(&format!("/desk/mandates/{}?done={done}", self.id)));
            }
            Err(refused) => refused,
        };
        drop(tx);
        let mut errors = Errors::new();
        match (refused.key(), refused) {
            (_, AnswerRefused::Fault(fault)) => return Err(fault.into()),
            (_, AnswerRefused::Unknown) | (None, _) => return Err(Problem::NotFound),
            (Some(key), _) => errors.add("reason", key),
        }
        self.again(&errors, pairs).await
    }
}

/// The desk confirms.
pub(super) async fn confirmed(desk: Deciding, pairs: Pairs) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let Some(terms) = rule::read(&pairs, desk.house.now(), &mut errors) else {
        return desk.again(&errors, &pairs).await;
    };
    let tx = desk.house.act().await?;
    let outcome = confirm_with(&tx, &desk.acting(), desk.id, terms).await;
    desk.end(tx, "confirmed", &pairs, outcome).await
}

/// The desk refuses.
pub(super) async fn refused(desk: Deciding, pairs: Pairs) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let Some(reason) = desk.reason(&pairs, &mut errors) else { return desk.again(&errors, &pairs).await };
    let tx = desk.house.act().await?;
    let outcome = refuse(&tx, &desk.acting(), desk.id, reason).await;
    desk.end(tx, "refused", &pairs, outcome).await
}
