//! An act: a partner confirms, declines, or takes back what it confirmed; and the page on which a partner government
//! does so.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Position, Tx};
use vocabulary::{Actor, Arg};
use web::{At, Frame, Link, Problem, Tone};

use super::may::{self, Tie};
use super::my::Done;
use super::partner::{Partner, PartnerAnswer, PartnerState, WhoTakesPart};
use super::partners_ask::tell;
use super::partners_name::lives;
use super::reading::{content_now, title_of};
use super::refused::ActionRefused;
use super::shown::{Shown, Words};
use super::{mine, partners, partners_mails, records};
use crate::House;
use crate::people::{Acting, SignedIn};

/// A partner government answers through somebody with a confirmed mandate for it.
pub async fn answer(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    tie: Tie,
    partner: Partner,
    answer: PartnerAnswer,
) -> Result<(Partner, Position), ActionRefused> {
    may::answer_as_partner(acting, tie)?;
    put_answer(house, tx, acting.actor, partner, answer).await
}

/// Keeps an answer whose giver is proven, and tells those who asked.
pub(super) async fn put_answer(
    house: &House,
    tx: &Tx,
    actor: Actor,
    partner: Partner,
    answer: PartnerAnswer,
) -> Result<(Partner, Position), ActionRefused> {
    let action = records::actions::find(tx.conn(), partner.action).await?;
    let action = action.ok_or_else(|| store::Fault::broken("the action of a partner is not there"))?;
    lives(&action)?;
    let answered = partner.answer(answer, tx.now())?;
    records::partners::save(tx, &answered).await?;
    let kind = match answer {
        PartnerAnswer::Confirm => "action.partner-confirmed",
        PartnerAnswer::Decline => "action.partner-declined",
        PartnerAnswer::TakeBack => "action.partner-taken-back",
    };
    let position = tell(tx, kind, &action, actor, &answered).await?;
    partners_mails::answered(house, tx, &action, &answered, answer).await?;
    Ok((answered, position))
}

/// What a partner is asked about, as it may read it.
pub(super) struct Question {
    pub lead: String,
    pub title: String,
    pub answers: Vec<Shown>,
    pub dot: &'static str,
    pub state: String,
    /// Whether it waits for an answer.
    pub waits: bool,
    pub public: Option<String>,
}

impl Question {
    /// The sentence that says who asks whom, or who has asked where that is answered.
    pub fn lede(&self, at: &At, partner: &str) -> String {
        let words = [("lead", Arg::from(&self.lead)), ("partner", Arg::from(partner))];
        match self.waits {
            true => at.say.with("actions-partners-asked-lead", &words),
            false => at.say.with("actions-partners-answered-lead", &words),
        }
    }
}

/// Reads what a partner is asked about.
pub(super) async fn question(house: &House, at: &At, partner: &Partner) -> Result<Question, Problem> {
    let conn = house.store.read();
    let action = records::actions::find(conn, partner.action).await?.ok_or(Problem::NotFound)?;
    lives(&action).map_err(|_| Problem::Gone { since: Some(action.since), why: None })?;
    let call = house.call().ok_or(Problem::NotFound)?;
    let catalogue = house.catalogue();
    let words = Words { say: &at.say, catalogue: &catalogue, call: &call };
    let content = content_now(house, conn, &action).await?;
    let (dot, state) = partners::state(&at.say, partner);
    let public = action.reference.as_ref().filter(|_| action.stage.is_public());
    Ok(Question {
        lead: partners::lead_name(conn, &at.say, &action).await?,
        title: title_of(&content).map_or_else(|| at.say.t("actions-title-none"), str::to_owned),
        answers: words.answers(&content, None),
        dot,
        state,
        waits: partner.state == PartnerState::Asked,
        public: public.map(|reference| at.to(&format!("/actions/{reference}"))),
    })
}

#[derive(Template)]
#[template(path = "actions/pages/partnership.html")]
struct PartnershipPage {
    frame: Frame,
    crumbs: Vec<Link>,
    question: Question,
    lede: String,
    asked: bool,
    confirmed: bool,
    base: String,
}

/// Opens a partnership for whoever acts for the government that was asked. Strangers learn nothing.
async fn open(house: &House, who: &SignedIn, id: &str) -> Result<(Partner, Tie), Problem> {
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    let conn = house.store.read();
    let partner = records::partners::find(conn, id).await?.ok_or(Problem::NotFound)?;
    let WhoTakesPart::Government(government) = partner.who else { return Err(Problem::NotFound) };
    let tie = mine::tie(conn, who.person, government, house.now()).await?;
    may::see_as_partner(&who.acting(), tie).map_err(|_| Problem::NotFound)?;
    match partner.state {
        PartnerState::Named | PartnerState::Removed => Err(Problem::NotFound),
        _ => Ok((partner, tie)),
    }
}

/// The page on which a government reads what it is asked about, and answers.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let (partner, _) = open(&house, &who, &id).await?;
    let question = question(&house, &at, &partner).await?;
    let (named, _) = partners::called(house.store.read(), &at.say, &partner).await?;
    let mut frame = who.frame(&at, "actions-partners-asked-title").here("my");
    frame = match query.done.as_deref() {
        Some("confirm") => frame.notice(Tone::Done, at.say.t("actions-partners-done-confirm")),
        Some("decline") => frame.notice(Tone::Done, at.say.t("actions-partners-done-decline")),
        Some("take-back") => frame.notice(Tone::Done, at.say.t("actions-partners-done-take-back")),
        _ => frame,
    };
    Ok(web::html(PartnershipPage {
        frame,
        crumbs: vec![Link::new(at.say.t("actions-my-title"), at.to("/my/actions"))],
        lede: question.lede(&at, &named.text),
        question,
        asked: partner.state == PartnerState::Asked,
        confirmed: partner.state == PartnerState::Confirmed,
        base: at.to(&format!("/my/partnerships/{}", partner.id)),
    }))
}

/// The government answers with the button it presses, by the last part of the address.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id, word)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let told = PartnerAnswer::parse(&word).ok_or(Problem::NotFound)?;
    let tx = house.act().await?;
    let (partner, tie) = open(&house, &who, &id).await?;
    let (partner, position) = answer(&house, &tx, &who.acting(), tie, partner, told).await?;
    tx.commit().await?;
    house.settle_public(position).await?;
    Ok(at.see(&format!("/my/partnerships/{}?done={word}", partner.id)))
}
