//! A signature as the desk sees it: its evidence, who sent it, and every act of the desk on it.

use askama::Template;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Position, Tx};
use vocabulary::{Arg, SignatureId, Tag};
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
use crate::people::{self, Acting, AtDesk, SignedIn};

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

/// Where a decision of the desk is made: the signature in the address, and who decides.
pub(super) struct Desk {
    pub house: House,
    pub at: At,
    pub who: SignedIn,
    pub id: SignatureId,
}

impl FromRequestParts<House> for Desk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Desk, Problem> {
        let at = At::from_request_parts(parts, house).await?;
        let AtDesk(who) = AtDesk::from_request_parts(parts, house).await?;
        let path = Path::<(String, String)>::from_request_parts(parts, house).await;
        let Path((_, text)) = path.map_err(|_| Problem::NotFound)?;
        let id = text.parse().map_err(|_| Problem::NotFound)?;
        Ok(Desk { house: house.clone(), at, who, id })
    }
}

/// Why an act of the desk was not done: a sentence at its field, or another page.
pub(super) enum Why {
    Say(&'static str),
    Instead(Problem),
}

impl From<AnswerRefused> for Why {
    fn from(why: AnswerRefused) -> Why {
        match (why.key(), why) {
            (_, AnswerRefused::Fault(fault)) => Why::Instead(fault.into()),
            (_, AnswerRefused::Unknown) | (None, _) => Why::Instead(Problem::NotFound),
            (Some(key), _) => Why::Say(key),
        }
    }
}

impl From<KeepRefused> for Why {
    fn from(why: KeepRefused) -> Why {
        match (why.key(), why) {
            (_, KeepRefused::Fault(fault)) => Why::Instead(fault.into()),
            (_, KeepRefused::Unknown) | (None, _) => Why::Instead(Problem::NotFound),
            (Some(key), _) => Why::Say(key),
        }
    }
}

impl From<WithdrawRefused> for Why {
    fn from(why: WithdrawRefused) -> Why {
        match (why.key(), why) {
            (_, WithdrawRefused::Fault(fault)) => Why::Instead(fault.into()),
            (_, WithdrawRefused::Unknown) | (None, _) => Why::Instead(Problem::NotFound),
            (Some(key), _) => Why::Say(key),
        }
    }
}

impl Desk {
    pub fn acting(&self) -> Acting {
        self.who.acting()
    }

    /// Ends an act that was done, or shows the page again with the reason at its field.
    pub async fn end(
        &self,
        tx: Tx,
        (field, done): (&str, &str),
        pairs: &Pairs,
        outcome: Result<Position, impl Into<Why>>,
    ) -> Result<Response, Problem> {
        match outcome.map_err(Into::into) {
            Ok(position) => {
                self.house.finish(tx, position).await?;
                Ok(self.at.see(&format!("/desk/signatures/{}?done={done}", self.id)))
            }
            Err(Why::Say(key)) => {
                drop(tx);
                let mut errors = Errors::new();
                errors.add(field, key);
                Ok(web::again(self.draw(&errors, pairs, "").await?))
            }
            Err(Why::Instead(problem)) => Err(problem),
        }
    }

    /// The page.
    pub async fn draw(&self, errors: &Errors, pairs: &Pairs, done: &str) -> Result<Response, Problem> {
        let (say, conn) = (&self.at.say, self.house.store.read());
        let one = signatures::by_id(conn, self.id).await?.ok_or(Problem::NotFound)?;
        let frame = self.who.frame(&self.at, "declarations-desk-title").here("desk").errors(errors);
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
            facts: shown::facts(&self.house, &self.at, &one).await?,
            sender: self.sender(&one).await?,
            history: shown::history(&self.house, &self.at, &one).await?,
            evidence: one.file.map(|_| format!("{base}/evidence")),
            certificate: shown::certificate(&self.house, &self.at, &one).await?,
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
            sender
                .extend(contact.name.as_ref().map(|name| Fact::new(say.t("declarations-desk-sender"), name)));
            sender.push(Fact::new(say.t("declarations-desk-address"), contact.address.as_str()));
        }
        if let Some(mandate) = governments::standing(conn, person, one.government, self.house.now()).await? {
            sender.push(Fact::new(say.t("declarations-desk-function"), &mandate.function));
        }
        if let Some(consent) = &one.consent {
            let version = consent.words.rsplit('-').next().unwrap_or_default();
            let words = [
                ("version", Arg::from(version)),
                ("language", Arg::from(say.language_name(&Tag::from(consent.lang)))),
                ("date", Arg::from(say.date(consent.at))),
            ];
            sender.push(Fact::new(
                say.t("declarations-desk-consent"),
                say.with("declarations-desk-consent-line", &words),
            ));
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

/// The page on which the desk decides.
pub(super) async fn page(desk: Desk, Query(done): Query<Done>) -> Result<Response, Problem> {
    desk.draw(&Errors::new(), &Pairs::none(), &done.done).await
}

/// The evidence, for the desk.
pub(super) async fn evidence(desk: Desk) -> Result<Response, Problem> {
    may::see(&desk.acting(), None).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let one = signatures::by_id(desk.house.store.read(), desk.id).await?.ok_or(Problem::NotFound)?;
    shown::file(&desk.house, &desk.at, one.file).await
}

/// The desk verifies.
pub(super) async fn verify(desk: Desk) -> Result<Response, Problem> {
    let tx = desk.house.act().await?;
    let outcome = answer::verify(&tx, &desk.acting(), desk.id).await.map(|(_, position)| position);
    desk.end(tx, ("reasons", "verified"), &Pairs::none(), outcome).await
}

/// The desk returns.
pub(super) async fn send_back(desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    let reasons = pairs.text("reasons");
    let mut errors = Errors::new();
    errors.at_most("reasons", reasons, REASONS_MOST);
    if !errors.is_empty() {
        return Ok(web::again(desk.draw(&errors, &pairs, "").await?));
    }
    let tx = desk.house.act().await?;
    let outcome =
        answer::send_back(&tx, &desk.acting(), desk.id, reasons).await.map(|(_, position)| position);
    desk.end(tx, ("reasons", "returned"), &pairs, outcome).await
}

/// The desk withdraws, on the government's word.
pub(super) async fn withdrawn(desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    let tx = desk.house.act().await?;
    let outcome = withdraw(&tx, &desk.acting(), desk.id, pairs.text("reason")).await;
    desk.end(tx, ("reason", "withdrawn"), &pairs, outcome.map(|(_, position)| position)).await
}

/// The desk suspends.
pub(super) async fn suspend(desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    let tx = desk.house.act().await?;
    let outcome = keep::suspend(&tx, &desk.acting(), desk.id, pairs.text("why")).await;
    desk.end(tx, ("why", "suspended"), &pairs, outcome.map(|(_, position)| position)).await
}

/// The desk lifts a suspension.
pub(super) async fn lift(desk: Desk) -> Result<Response, Problem> {
    let tx = desk.house.act().await?;
    let outcome = keep::lift(&tx, &desk.acting(), desk.id).await.map(|(_, position)| position);
    desk.end(tx, ("why", "lifted"), &Pairs::none(), outcome).await
}

/// The desk confirms anew, on the government's word.
pub(super) async fn reconfirm(desk: Desk) -> Result<Response, Problem> {
    let tx = desk.house.act().await?;
    let outcome = keep::reconfirm(&tx, &desk.acting(), desk.id).await.map(|(_, position)| position);
    desk.end(tx, ("why", "reconfirmed"), &Pairs::none(), outcome).await
}
