//! A signature as the desk sees it: its evidence, who sent it, and every act of the desk on it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Position, Tx};
use vocabulary::SignatureId;
use web::{At, Entry, ErrorLine, Errors, Fact, Field, FileField, Form, Frame, Pairs, Problem, Tone};

use super::answer::{self, AnswerRefused, REASONS_MOST};
use super::keep::{self, KeepRefused};
use super::may;
use super::records::signatures;
use super::shown::{self, Done};
use super::signature::{Signature, SignatureState};
use super::withdraw::{WithdrawRefused, withdraw};
use crate::governments;
use crate::house::House;
use crate::people::{self, AtDesk, SignedIn};

#[derive(Template)]
#[template(path = "declarations/pages/desk.html")]
struct DeskPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    dot: &'static str,
    state: String,
    said: String,
    facts: Vec<Fact>,
    sender: Vec<Fact>,
    history: Vec<Entry>,
    evidence: Option<String>,
    certificate: Option<String>,
    waits: bool,
    verified: bool,
    suspended: bool,
    has_copy: bool,
    base: String,
    reasons: Field,
    reason: Field,
    why: Field,
    copy: FileField,
}

/// Where a decision of the desk is made: the signature, and who decides.
pub(super) struct Desk<'a> {
    pub house: &'a House,
    pub at: &'a At,
    pub who: &'a SignedIn,
    pub id: SignatureId,
}

impl Desk<'_> {
    /// Ends an act that was done, or shows the page again with the reason at its field.
    async fn end(
        &self,
        tx: Tx,
        done: &str,
        pairs: &Pairs,
        outcome: Result<Position, (&'static str, Option<&'static str>, Problem)>,
    ) -> Result<Response, Problem> {
        match outcome {
            Ok(position) => {
                let on = self.at.see(&format!("/desk/signatures/{}?done={done}", self.id));
                {
                    self.house.finish(tx, position).await?;
                    Ok(on)
                }
            }
            Err((field, Some(key), _)) => {
                drop(tx);
                let mut errors = Errors::new();
                errors.add(field, key);
                Ok(web::again(self.draw(&errors, pairs, "").await?))
            }
            Err((_, None, problem)) => Err(problem),
        }
    }

    /// The page.
    pub async fn draw(&self, errors: &Errors, pairs: &Pairs, done: &str) -> Result<Response, Problem> {
        let (say, conn) = (&self.at.say, self.house.store.read());
        let one = signatures::by_id(conn, self.id).await?.ok_or(Problem::NotFound)?;
        let frame = self.who.frame(self.at, "declarations-desk-title").here("desk").errors(errors);
        let form = Form::new(say, errors, pairs);
        let base = self.at.to(&format!("/desk/signatures/{}", self.id));
        Ok(web::html(DeskPage {
            frame: noticed(frame, done),
            errors: errors.summary(say),
            dot: shown::dot(&one.state),
            state: say.t(one.state.key()),
            said: match &one.state {
                SignatureState::Returned { reasons: said, .. }
                | SignatureState::Suspended { reason: said, .. }
                | SignatureState::Withdrawn { reason: said, .. } => said.clone(),
                _ => String::new(),
            },
            facts: shown::facts(self.house, self.at, &one).await?,
            sender: self.sender(&one).await?,
            history: shown::history(self.house, self.at, &one).await?,
            evidence: one.file.map(|_| format!("{base}/evidence")),
            certificate: shown::certificate(self.house, self.at, &one).await?,
            waits: one.state == SignatureState::Sent,
            verified: matches!(one.state, SignatureState::Verified { .. }),
            suspended: matches!(one.state, SignatureState::Suspended { .. }),
            has_copy: one.copy.is_some(),
            reasons: form
                .area("reasons", "declarations-desk-reasons")
                .hint(say.t("declarations-desk-reasons-hint"))
                .max(REASONS_MOST),
            reason: form.area("reason", "declarations-withdraw-reason").max(REASONS_MOST),
            why: form.area("why", "declarations-suspend-reason").max(REASONS_MOST),
            copy: form.file("copy", "declarations-desk-copy-file"),
            base,
        }))
    }

    async fn sender(&self, one: &Signature) -> Result<Vec<Fact>, Problem> {
        let (say, conn) = (&self.at.say, self.house.store.read());
        let mut sender = Vec::new();
        let Some(person) = one.sent_by else { return Ok(sender) };
        if let Some(contact) = people::contact(conn, person).await? {
            sender.push(Fact::new(say.t("declarations-desk-sender"), contact.called()));
            sender.push(Fact::new(say.t("declarations-desk-address"), contact.address.as_str()));
        }
        if let Some(mandate) = governments::standing(conn, person, one.government, self.house.now()).await? {
            sender.push(Fact::new(say.t("declarations-desk-function"), &mandate.function));
        }
        if let Some(consent) = &one.consent {
            let when = format!("{} · {} · {}", consent.words, consent.lang.own_name(), say.date(consent.at));
            sender.push(Fact::new(say.t("declarations-desk-consent"), when));
        }
        Ok(sender)
    }
}

fn noticed(frame: Frame, done: &str) -> Frame {
    let text = match done {
        "verified" => frame.t("declarations-desk-done-verified"),
        "returned" => frame.t("declarations-desk-done-returned"),
        "withdrawn" => frame.t("declarations-desk-done-withdrawn"),
        "suspended" => frame.t("declarations-desk-done-suspended"),
        "lifted" => frame.t("declarations-desk-done-lifted"),
        "reconfirmed" => frame.t("declarations-desk-done-reconfirmed"),
        "copy" => frame.t("declarations-desk-done-copy"),
        "entered" => frame.t("declarations-desk-done-entered"),
        _ => return frame,
    };
    frame.notice(Tone::Done, text)
}

/// The id in an address.
pub(super) fn id(text: &str) -> Result<SignatureId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// The page on which the desk decides.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let desk = Desk { house: &house, at: &at, who: &who, id: id(&text)? };
    desk.draw(&Errors::new(), &Pairs::none(), &done.done).await
}

/// The evidence, for the desk.
pub(super) async fn evidence(
    State(house): State<House>,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
) -> Result<Response, Problem> {
    may::see(&who.acting(), None).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let one = signatures::by_id(house.store.read(), id(&text)?).await?.ok_or(Problem::NotFound)?;
    shown::file(&house, one.file).await
}

fn answered(field: &'static str, why: AnswerRefused) -> (&'static str, Option<&'static str>, Problem) {
    match why {
        AnswerRefused::Fault(fault) => (field, None, fault.into()),
        AnswerRefused::Unknown => (field, None, Problem::NotFound),
        why => (field, why.key(), Problem::NotFound),
    }
}

fn kept(field: &'static str, why: KeepRefused) -> (&'static str, Option<&'static str>, Problem) {
    match why {
        KeepRefused::Fault(fault) => (field, None, fault.into()),
        KeepRefused::Unknown => (field, None, Problem::NotFound),
        why => (field, why.key(), Problem::NotFound),
    }
}

/// The desk verifies.
pub(super) async fn verify(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let desk = Desk { house: &house, at: &at, who: &who, id: id(&text)? };
    let tx = house.act().await?;
    let outcome = answer::verify(&tx, &who.acting(), desk.id).await;
    let outcome = outcome.map(|(_, position)| position).map_err(|why| answered("reasons", why));
    desk.end(tx, "verified", &Pairs::none(), outcome).await
}

/// The desk returns.
pub(super) async fn send_back(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let desk = Desk { house: &house, at: &at, who: &who, id: id(&text)? };
    let mut errors = Errors::new();
    errors.at_most("reasons", pairs.text("reasons"), REASONS_MOST);
    if !errors.is_empty() {
        return Ok(web::again(desk.draw(&errors, &pairs, "").await?));
    }
    let tx = house.act().await?;
    let outcome = answer::send_back(&tx, &who.acting(), desk.id, pairs.text("reasons")).await;
    let outcome = outcome.map(|(_, position)| position).map_err(|why| answered("reasons", why));
    desk.end(tx, "returned", &pairs, outcome).await
}

/// The desk withdraws, on the government's word.
pub(super) async fn withdrawn(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let desk = Desk { house: &house, at: &at, who: &who, id: id(&text)? };
    let tx = house.act().await?;
    let outcome = withdraw(&tx, &who.acting(), desk.id, pairs.text("reason")).await;
    let outcome = outcome.map(|(_, position)| position).map_err(|why| match why {
        WithdrawRefused::Fault(fault) => ("reason", None, fault.into()),
        WithdrawRefused::Unknown => ("reason", None, Problem::NotFound),
        why => ("reason", why.key(), Problem::NotFound),
    });
    desk.end(tx, "withdrawn", &pairs, outcome).await
}

/// The desk suspends.
pub(super) async fn suspend(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let desk = Desk { house: &house, at: &at, who: &who, id: id(&text)? };
    let tx = house.act().await?;
    let outcome = keep::suspend(&tx, &who.acting(), desk.id, pairs.text("why")).await;
    let outcome = outcome.map(|(_, position)| position).map_err(|why| kept("why", why));
    desk.end(tx, "suspended", &pairs, outcome).await
}

/// The desk lifts a suspension.
pub(super) async fn lift(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let desk = Desk { house: &house, at: &at, who: &who, id: id(&text)? };
    let tx = house.act().await?;
    let outcome = keep::lift(&tx, &who.acting(), desk.id).await;
    let outcome = outcome.map(|(_, position)| position).map_err(|why| kept("why", why));
    desk.end(tx, "lifted", &Pairs::none(), outcome).await
}

/// The desk confirms anew, on the government's word.
pub(super) async fn reconfirm(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, text)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let desk = Desk { house: &house, at: &at, who: &who, id: id(&text)? };
    let tx = house.act().await?;
    let outcome = keep::reconfirm(&tx, &who.acting(), desk.id).await;
    let outcome = outcome.map(|(_, position)| position).map_err(|why| kept("why", why));
    desk.end(tx, "reconfirmed", &Pairs::none(), outcome).await
}
