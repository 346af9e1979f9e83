//! A signature as its own government sees it: how it stands, what happens next, and what can be done with it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use vocabulary::Arg;
use web::{At, Entry, ErrorLine, Errors, Fact, Field, Form, Frame, Pairs, Problem, Tone};

use super::answer::REASONS_MOST;
use super::ask_for;
use super::keep::{KeepRefused, reconfirm};
use super::may;
use super::records::signatures;
use super::shown::{self, Done};
use super::signature::{Signature, SignatureState};
use super::withdraw::{WithdrawRefused, withdraw};
use crate::governments;
use crate::house::House;
use crate::people::SignedIn;

#[derive(Template)]
#[template(path = "declarations/pages/mine.html")]
struct MinePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    dot: &'static str,
    state: String,
    means: String,
    reasons: String,
    /// Whether it waits for the person who signs, and whom that was asked of.
    prepared: bool,
    asked: Vec<String>,
    base: String,
    facts: Vec<Fact>,
    history: Vec<Entry>,
    evidence: Option<String>,
    certificate: Option<String>,
    again: Option<String>,
    leaders: String,
    reconfirm: Option<String>,
    withdraw: Option<String>,
    reason: Field,
    contact: String,
}

/// A signature of a government for which this person acts.
pub(super) async fn mine(house: &House, who: &SignedIn, reference: &str) -> Result<Signature, Problem> {
    let conn = house.store.read();
    let one = signatures::by_reference(conn, reference).await?.ok_or(Problem::NotFound)?;
    let mandate = governments::standing(conn, who.person, one.government, house.now()).await?;
    may::see(&who.acting(), mandate.as_ref()).map_err(|refused| Problem::Forbidden(refused.key()))?;
    Ok(one)
}

fn means(state: &SignatureState) -> &'static str {
    match state {
        SignatureState::Prepared => "declarations-mine-prepared",
        SignatureState::Dropped => "declarations-mine-dropped",
        SignatureState::Sent => "declarations-mine-sent",
        SignatureState::Verified { .. } => "declarations-mine-verified",
        SignatureState::Returned { .. } => "declarations-mine-returned",
        SignatureState::OnFile { .. } => "declarations-mine-on-file",
        SignatureState::Suspended { .. } => "declarations-mine-suspended",
        SignatureState::Withdrawn { .. } => "declarations-mine-withdrawn",
    }
}

fn noticed(frame: Frame, at: &At, one: &Signature, done: &str) -> Frame {
    let reference = [("reference", Arg::from(one.reference.as_str()))];
    match done {
        "sent" => frame.notice(Tone::Done, at.say.with("declarations-mine-done-sent", &reference)),
        "prepared" => frame.notice(Tone::Done, at.say.with("declarations-mine-done-prepared", &reference)),
        "withdrawn" => frame.notice(Tone::Done, at.say.t("declarations-mine-done-withdrawn")),
        "reconfirmed" => frame.notice(Tone::Done, at.say.t("declarations-mine-done-reconfirmed")),
        "dropped" => frame.notice(Tone::Done, at.say.t("declarations-mine-done-dropped")),
        _ => frame,
    }
}

async fn draw(
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
    let base = at.to(&format!("/my/signatures/{}", one.reference));
    let verified = matches!(one.state, SignatureState::Verified { .. });
    let stands = verified || matches!(one.state, SignatureState::Suspended { .. });
    let ended = matches!(
        one.state,
        SignatureState::Returned { .. } | SignatureState::Withdrawn { .. } | SignatureState::Dropped
    );
    Ok(web::html(MinePage {
        frame: noticed(frame, at, one, done),
        errors: errors.summary(say),
        dot: shown::dot(&one.state),
        state: say.t(one.state.key()),
        means: say.t(means(&one.state)),
        reasons: match &one.state {
            SignatureState::Returned { reasons, .. } => reasons.clone(),
            _ => String::new(),
        },
        prepared: one.state == SignatureState::Prepared,
        asked: ask_for::asked(house, at, one).await?,
        facts: shown::facts(house, at, one).await?,
        history: shown::history(house, at, one).await?,
        evidence: one.file.map(|_| format!("{base}/evidence")),
        certificate: shown::certificate(house, at, one).await?,
        again: ended.then(|| at.to(&format!("/my/governments/{}/sign", government.reference))),
        leaders: at.to(&format!("/my/governments/{}/leaders", government.reference)),
        reconfirm: verified.then(|| format!("{base}/reconfirm")),
        withdraw: stands.then(|| format!("{base}/withdraw")),
        reason: Form::new(say, errors, pairs)
            .area("reason", "declarations-withdraw-reason")
            .max(REASONS_MOST),
        base,
        contact: house.call().map(|call| call.contact.clone()).unwrap_or_default(),
    }))
}

/// The page of a signature for whoever acts for its government: the reference, how it stands, what happens next.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let one = mine(&house, &who, &reference).await?;
    draw(&house, &at, &who, &one, &Errors::new(), &Pairs::none(), &done.done).await
}

/// The evidence, for the government.
pub(super) async fn evidence(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let one = mine(&house, &who, &reference).await?;
    shown::file(&house, &at, one.file).await
}

/// The government withdraws.
pub(super) async fn withdrawn(
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
            house.finish(tx, position).await?;
            Ok(at.see(&format!("/my/signatures/{reference}?done=withdrawn")))
        }
        Err(WithdrawRefused::Fault(fault)) => Err(fault.into()),
        Err(refused) => {
            drop(tx);
            let mut errors = Errors::new();
            errors.add("reason", refused.key().unwrap_or("declarations-refused-not-now"));
            Ok(web::again(draw(&house, &at, &who, &one, &errors, &pairs, "").await?))
        }
    }
}

/// The government confirms anew.
pub(super) async fn reconfirmed(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let one = mine(&house, &who, &reference).await?;
    let tx = house.act().await?;
    match reconfirm(&tx, &who.acting(), one.id).await {
        Ok((_, position)) => {
            house.finish(tx, position).await?;
            Ok(at.see(&format!("/my/signatures/{reference}?done=reconfirmed")))
        }
        Err(KeepRefused::Fault(fault)) => Err(fault.into()),
        Err(refused) => Err(Problem::Refused(refused.key().unwrap_or("declarations-refused-not-now"))),
    }
}
