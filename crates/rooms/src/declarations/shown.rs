//! A signature as its government and the desk see it: how it stands, its evidence, and what can be done with it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use serde::Deserialize;
use store::{Fault, Files, Position, Tx};
use vocabulary::{Arg, SignatureId};
use web::{At, ErrorLine, Errors, Fact, Field, Form, Frame, Pairs, Problem, Tone};

use super::answer::{self, AnswerRefused, REASONS_MOST};
use super::may;
use super::records::{declarations, signatures};
use super::signature::{Signature, SignatureState};
use super::withdraw::{WithdrawRefused, withdraw};
use crate::governments;
use crate::house::House;
use crate::people::{self, AtDesk, SignedIn};

/// What was just done on the page.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "declarations/pages/mine.html")]
struct MinePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    dot: &'static str,
    state: String,
    means: String,
    reasons: String,
    facts: Vec<Fact>,
    evidence: Option<String>,
    certificate: Option<String>,
    again: Option<String>,
    withdraw: Option<String>,
    reason: Field,
    contact: String,
}

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
    evidence: Option<String>,
    certificate: Option<String>,
    waits: bool,
    verified: bool,
    base: String,
    reasons: Field,
    reason: Field,
}

fn dot(state: &SignatureState) -> &'static str {
    match state {
        SignatureState::Sent => "wait",
        SignatureState::Verified { .. } => "ok",
        SignatureState::Returned { .. } => "bad",
        SignatureState::OnFile { .. } | SignatureState::Withdrawn { .. } => "none",
    }
}

/// What stands in a signature, in words.
async fn facts(house: &House, at: &At, one: &Signature) -> Result<Vec<Fact>, Fault> {
    let (say, conn) = (&at.say, house.store.read());
    let t = |key: &str| say.t(key);
    let mut facts = vec![Fact::new(t("declarations-fact-reference"), one.reference.to_string())];
    if let Some(government) = governments::canonical_of(conn, one.government).await? {
        let name = government.profile.name.original_text();
        facts.push(Fact::link(t("declarations-fact-government"), name, at.to(&government.path())));
    }
    if let Some(declaration) = declarations::by_id(conn, one.declaration).await? {
        let title =
            declaration.about.title.pick(at.lang).map(|picked| picked.text.to_owned()).unwrap_or_default();
        facts.push(Fact::new(t("declarations-fact-declaration"), title));
    }
    if let Some(id) = one.version
        && let Some(version) = declarations::version(conn, id).await?
    {
        facts.push(Fact::new(t("declarations-fact-version"), say.number(version.n.into())));
        facts.push(Fact::new(t("declarations-hash"), version.sha256.to_string()));
    }
    if let Some(signer) = &one.signer {
        facts.push(Fact::new(t("declarations-sign-name"), &signer.name));
        facts.extend(
            signer.title.as_ref().map(|title| Fact::new(t("declarations-sign-form-of-address"), title)),
        );
        facts.push(Fact::new(t("declarations-sign-function"), &signer.function));
        facts.push(Fact::new(t("declarations-sign-capacity"), t(signer.capacity.key())));
        facts.extend(signer.place.as_ref().map(|place| Fact::new(t("declarations-sign-place"), place)));
    }
    facts.extend(one.date.map(|date| Fact::new(t("declarations-sign-date"), say.partial(&date))));
    facts.push(Fact::new(t("declarations-sign-evidence"), t(one.evidence.key())));
    let entered = if one.was_sent() { "declarations-fact-sent-on" } else { "declarations-fact-entered-on" };
    facts.push(Fact::new(t(entered), say.date(one.at)));
    match &one.state {
        SignatureState::Verified { at, .. } => {
            facts.push(Fact::new(t("declarations-fact-verified-on"), say.date(*at)));
        }
        SignatureState::Withdrawn { verified, at, .. } => {
            facts.push(Fact::new(t("declarations-fact-verified-on"), say.date(*verified)));
            facts.push(Fact::new(t("declarations-fact-withdrawn-on"), say.date(*at)));
        }
        SignatureState::OnFile { source } => facts.push(Fact::new(t("declarations-source"), source)),
        SignatureState::Sent | SignatureState::Returned { .. } => {}
    }
    Ok(facts)
}

async fn certificate(house: &House, at: &At, one: &Signature) -> Result<Option<String>, Fault> {
    let declaration = declarations::by_id(house.store.read(), one.declaration).await?;
    let path = |slug: &str| at.to(&format!("/declarations/{slug}/signatures/{}", one.reference));
    Ok(declaration.filter(|_| one.state.is_public()).map(|declaration| path(&declaration.slug)))
}

/// A signature of a government for which this person acts.
async fn mine(house: &House, who: &SignedIn, reference: &str) -> Result<Signature, Problem> {
    let conn = house.store.read();
    let one = signatures::by_reference(conn, reference).await?.ok_or(Problem::NotFound)?;
    let mandate = governments::standing(conn, who.person, one.government, house.now()).await?;
    may::see(&who.acting(), mandate.as_ref()).map_err(|refused| Problem::Forbidden(refused.key()))?;
    Ok(one)
}

async fn draw_mine(
    house: &House,
    at: &At,
    who: &SignedIn,
    one: &Signature,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Problem> {
    let say = &at.say;
    let government =
        governments::canonical_of(house.store.read(), one.government).await?.ok_or(Problem::NotFound)?;
    let frame = who.frame(at, "declarations-mine-title").here("my").errors(errors);
    let reference = [("reference", Arg::from(one.reference.as_str()))];
    let frame = match done {
        "sent" => frame.notice(Tone::Done, say.with("declarations-mine-done-sent", &reference)),
        "withdrawn" => frame.notice(Tone::Done, say.t("declarations-mine-done-withdrawn")),
        _ => frame,
    };
    let means = match &one.state {
        SignatureState::Sent => "declarations-mine-sent",
        SignatureState::Verified { .. } => "declarations-mine-verified",
        SignatureState::Returned { .. } => "declarations-mine-returned",
        SignatureState::OnFile { .. } => "declarations-mine-on-file",
        SignatureState::Withdrawn { .. } => "declarations-mine-withdrawn",
    };
    let base = at.to(&format!("/my/signatures/{}", one.reference));
    let verified = matches!(one.state, SignatureState::Verified { .. });
    let anew = matches!(one.state, SignatureState::Returned { .. } | SignatureState::Withdrawn { .. });
    Ok(web::html(MinePage {
        frame,
        errors: errors.summary(say),
        dot: dot(&one.state),
        state: say.t(one.state.key()),
        means: say.t(means),
        reasons: match &one.state {
            SignatureState::Returned { reasons, .. } => reasons.clone(),
            _ => String::new(),
        },
        facts: facts(house, at, one).await?,
        evidence: one.file.map(|_| format!("{base}/evidence")),
        certificate: certificate(house, at, one).await?,
        again: anew.then(|| at.to(&format!("/my/governments/{}/sign", government.reference))),
        withdraw: verified.then(|| format!("{base}/withdraw")),
        reason: Form::new(say, errors, pairs)
            .area("reason", "declarations-withdraw-reason")
            .max(REASONS_MOST),
        contact: house.call().map(|call| call.contact.clone()).unwrap_or_default(),
    }))
}

/// The page of a signature for whoever acts for its government: the reference, how it stands, what happens next.
pub(super) async fn mine_page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let one = mine(&house, &who, &reference).await?;
    draw_mine(&house, &at, &who, &one, &Errors::new(), &Pairs::none(), &done.done).await
}

/// The government withdraws.
pub(super) async fn mine_withdraw(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let one = mine(&house, &who, &reference).await?;
    let tx = house.act().await?;
    match withdraw(&tx, &who.acting(), one.id, pairs.text("reason")).await {
        Ok((_, position)) => {
            finish(&house, tx, position).await?;
            Ok(at.see(&format!("/my/signatures/{}?done=withdrawn", one.reference)))
        }
        Err(WithdrawRefused::Fault(fault)) => Err(fault.into()),
        Err(refused) => {
            drop(tx);
            let mut errors = Errors::new();
            errors.add("reason", refused.key().unwrap_or("declarations-refused-not-now"));
            let page = draw_mine(&house, &at, &who, &one, &errors, &pairs, "").await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The evidence, for the government.
pub(super) async fn mine_evidence(
    State(house): State<House>,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let one = mine(&house, &who, &reference).await?;
    evidence(&house, &one).await
}

async fn evidence(house: &House, one: &Signature) -> Result<Response, Problem> {
    let files = Files::new(&house.folder);
    let id = one.file.ok_or(Problem::NotFound)?;
    let file = files.find(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    match files.bytes(&file).await? {
        Some(bytes) => Ok(web::download(&file.name, &file.mime, bytes.into())),
        None => Err(Problem::Gone { since: file.forgotten, why: None }),
    }
}

async fn draw_desk(
    house: &House,
    at: &At,
    who: &SignedIn,
    id: SignatureId,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Problem> {
    let (say, conn) = (&at.say, house.store.read());
    let one = signatures::by_id(conn, id).await?.ok_or(Problem::NotFound)?;
    let mut sender = Vec::new();
    if let Some(person) = one.sent_by {
        if let Some(contact) = people::contact(conn, person).await? {
            sender.push(Fact::new(say.t("declarations-desk-sender"), contact.called()));
            sender.push(Fact::new(say.t("declarations-desk-address"), contact.address.as_str()));
        }
        if let Some(mandate) = governments::standing(conn, person, one.government, house.now()).await? {
            sender.push(Fact::new(say.t("declarations-desk-function"), &mandate.function));
        }
    }
    let frame = who.frame(at, "declarations-desk-title").here("desk").errors(errors);
    let frame = match done {
        "verified" => frame.notice(Tone::Done, say.t("declarations-desk-done-verified")),
        "returned" => frame.notice(Tone::Done, say.t("declarations-desk-done-returned")),
        "withdrawn" => frame.notice(Tone::Done, say.t("declarations-desk-done-withdrawn")),
        _ => frame,
    };
    let base = at.to(&format!("/desk/signatures/{id}"));
    let form = Form::new(say, errors, pairs);
    Ok(web::html(DeskPage {
        frame,
        errors: errors.summary(say),
        dot: dot(&one.state),
        state: say.t(one.state.key()),
        said: match &one.state {
            SignatureState::Returned { reasons: said, .. }
            | SignatureState::Withdrawn { reason: said, .. } => said.clone(),
            _ => String::new(),
        },
        facts: facts(house, at, &one).await?,
        sender,
        evidence: one.file.map(|_| format!("{base}/evidence")),
        certificate: certificate(house, at, &one).await?,
        waits: one.state == SignatureState::Sent,
        verified: matches!(one.state, SignatureState::Verified { .. }),
        reasons: form
            .area("reasons", "declarations-desk-reasons")
            .hint(say.t("declarations-desk-reasons-hint"))
            .max(REASONS_MOST),
        reason: form.area("reason", "declarations-withdraw-reason").max(REASONS_MOST),
        base,
    }))
}

/// The page on which the desk decides.
pub(super) async fn desk_page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    draw_desk(&house, &at, &who, id, &Errors::new(), &Pairs::none(), &done.done).await
}

/// The evidence, for the desk.
pub(super) async fn desk_evidence(
    State(house): State<House>,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    may::see(&who.acting(), None).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    let one = signatures::by_id(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    evidence(&house, &one).await
}

/// The desk verifies.
pub(super) async fn verify(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: SignatureId = id.parse().map_err(|_| Problem::NotFound)?;
    let tx = house.act().await?;
    match answer::verify(&tx, &who.acting(), id).await {
        Ok((_, position)) => {
            finish(&house, tx, position).await?;
            Ok(at.see(&format!("/desk/signatures/{id}?done=verified")))
        }
        Err(refused) => {
            drop(tx);
            desk_again(&house, &at, &who, id, refused, &Pairs::none()).await
        }
    }
}

/// The desk returns.
pub(super) async fn send_back(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let id: SignatureId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut errors = Errors::new();
    errors.at_most("reasons", pairs.text("reasons"), REASONS_MOST);
    if !errors.is_empty() {
        let page = draw_desk(&house, &at, &who, id, &errors, &pairs, "").await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let tx = house.act().await?;
    match answer::send_back(&tx, &who.acting(), id, pairs.text("reasons")).await {
        Ok((_, position)) => {
            finish(&house, tx, position).await?;
            Ok(at.see(&format!("/desk/signatures/{id}?done=returned")))
        }
        Err(refused) => {
            drop(tx);
            desk_again(&house, &at, &who, id, refused, &pairs).await
        }
    }
}

/// The desk withdraws, on the government's word.
pub(super) async fn desk_withdraw(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let id: SignatureId = id.parse().map_err(|_| Problem::NotFound)?;
    let tx = house.act().await?;
    match withdraw(&tx, &who.acting(), id, pairs.text("reason")).await {
        Ok((_, position)) => {
            finish(&house, tx, position).await?;
            Ok(at.see(&format!("/desk/signatures/{id}?done=withdrawn")))
        }
        Err(WithdrawRefused::Fault(fault)) => Err(fault.into()),
        Err(WithdrawRefused::Unknown) => Err(Problem::NotFound),
        Err(refused) => {
            drop(tx);
            let mut errors = Errors::new();
            errors.add("reason", refused.key().unwrap_or("declarations-refused-not-now"));
            let page = draw_desk(&house, &at, &who, id, &errors, &pairs, "").await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn desk_again(
    house: &House,
    at: &At,
    who: &SignedIn,
    id: SignatureId,
    refused: AnswerRefused,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    match (refused.key(), refused) {
        (_, AnswerRefused::Fault(fault)) => return Err(fault.into()),
        (_, AnswerRefused::Unknown) | (None, _) => return Err(Problem::NotFound),
        (Some(key), _) => errors.add("reasons", key),
    }
    let page = draw_desk(house, at, who, id, &errors, pairs, "").await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Commits, and waits until what was made public is seen.
async fn finish(house: &House, tx: Tx, position: Position) -> Result<(), Fault> {
    tx.commit().await?;
    house.settle_public(position).await
}
