//! The page of a partner without a record here: it reads what it is asked about, proves its address by a code, and
//! confirms, declines, or takes back what it confirmed. No account is made.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum_extra::extract::Query;
use post::{Address, Letter};
use store::{Fault, Tx};
use vocabulary::{Actor, Arg, Lang};
use web::{At, Browser, Client, ErrorLine, Errors, Field, Form, Frame, Pairs, Problem, Tone};

use super::my::Done;
use super::partner::{Body, Partner, PartnerAnswer, PartnerState, WhoTakesPart};
use super::partners_answer::{Question, put_answer, question};
use super::{partners, records};
use crate::House;
use crate::people::vouch::{code_field, read_code};
use crate::people::{Asked, Closed, vouch};

/// What requests to partners are for.
const PURPOSE: &str = "action-partner";
/// So many days a partner may take to answer.
const ANSWER_DAYS: i64 = 60;
/// So many days the link works by which it may take back what it confirmed.
const TAKE_BACK_DAYS: i64 = 1095;

/// Makes a request to a partner, and gives the path of its page.
pub(super) async fn open(
    house: &House,
    tx: &Tx,
    partner: &Partner,
    body: &Body,
    address: &Address,
    lang: Lang,
) -> Result<String, Fault> {
    request(house, tx, partner, body, To { address, lang, days: ANSWER_DAYS }).await
}

struct To<'a> {
    address: &'a Address,
    lang: Lang,
    days: i64,
}

async fn request(
    house: &House,
    tx: &Tx,
    partner: &Partner,
    body: &Body,
    to: To<'_>,
) -> Result<String, Fault> {
    let until = tx.now().plus_days(to.days);
    let name = Some(body.name.original_text());
    let made = vouch::ask_address(house, tx, PURPOSE, partner.id, to.address, name, to.lang, until).await?;
    Ok(format!("/{}/partner-for/{}", to.lang.code(), made.1))
}

/// Takes every open request to a partner back: it was taken out.
pub(super) async fn revoke(tx: &Tx, partner: &Partner) -> Result<(), Fault> {
    for asked in vouch::asked_for(tx.conn(), PURPOSE, partner.id).await? {
        vouch::close(tx, asked.id, Closed::Revoked).await?;
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "actions/pages/partner_by_code.html")]
struct PartnerPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    question: Question,
    lede: String,
    asked: bool,
    confirmed: bool,
    sends_to: String,
    code: Field,
    base: String,
}

struct Opened {
    asked: Asked,
    partner: Partner,
}

async fn opened(house: &House, token: &str) -> Result<Opened, Problem> {
    let conn = house.store.read();
    let asked = vouch::asked(house, conn, PURPOSE, token).await?.ok_or(Problem::NotFound)?;
    let partner = records::partners::find(conn, asked.subject).await?.ok_or(Problem::NotFound)?;
    Ok(Opened { asked, partner })
}

struct Given<'a> {
    errors: &'a Errors,
    done: &'a str,
    token: &'a str,
}

async fn draw(
    house: &House,
    at: &At,
    browser: &Browser,
    opened: &Opened,
    given: Given<'_>,
) -> Result<Response, Problem> {
    let Opened { asked, partner } = opened;
    if !asked.is_open(house.now()) && given.done.is_empty() {
        return Err(Problem::Gone {
            since: Some(partner.since),
            why: Some(at.say.t("actions-partners-code-closed")),
        });
    }
    let blank = Pairs::none();
    let form = Form::new(&at.say, given.errors, &blank);
    let mut frame =
        Frame::new(at, "actions-partners-asked-title").csrf(browser.csrf()).errors(given.errors).hide();
    frame = match given.done {
        "sent" => frame.notice(Tone::Done, at.say.t("actions-partners-code-sent")),
        "confirm" => frame.notice(Tone::Done, at.say.t("actions-partners-done-confirm")),
        "decline" => frame.notice(Tone::Done, at.say.t("actions-partners-done-decline")),
        "take-back" => frame.notice(Tone::Done, at.say.t("actions-partners-done-take-back")),
        _ => frame,
    };
    let open = asked.is_open(house.now());
    let question = question(house, at, partner).await?;
    let (named, _) = partners::called(house.store.read(), &at.say, partner).await?;
    Ok(web::html(PartnerPage {
        frame,
        errors: given.errors.summary(&at.say),
        lede: question.lede(at, &named.text),
        question,
        asked: open && partner.state == PartnerState::Asked,
        confirmed: open && partner.state == PartnerState::Confirmed,
        sends_to: asked.masked(),
        code: code_field(&form),
        base: at.to(&format!("/partner-for/{}", given.token)),
    }))
}

/// The page. Opening it changes nothing.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    browser: Browser,
    Path((_, token)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let opened = opened(&house, &token).await?;
    let done = query.done.unwrap_or_default();
    draw(&house, &at, &browser, &opened, Given { errors: &Errors::new(), done: &done, token: &token }).await
}

/// Sends a code to the address that was asked.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    browser: Browser,
    client: Client,
    headers: HeaderMap,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let opened = opened(&house, &token).await?;
    let wrong = vouch::send_or_say(&house, &at, &browser, &client, &headers, &opened.asked).await?;
    let Some(errors) = wrong else { return Ok(at.see(&format!("/partner-for/{token}?done=sent"))) };
    let given = Given { errors: &errors, done: "", token: &token };
    Ok(web::again(draw(&house, &at, &browser, &opened, given).await?))
}

/// Takes the code and the answer.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    browser: Browser,
    Path((_, token)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let code = read_code(&pairs, &mut errors);
    let told = PartnerAnswer::parse(pairs.text("answer"));
    if let (Some(code), Some(told)) = (code, told) {
        let tx = house.act().await?;
        let Opened { asked, partner } = opened(&house, &token).await?;
        if let Some(tx) = vouch::proven(&house, tx, &browser, &asked, &code, &mut errors).await? {
            let (partner, position) = put_answer(&house, &tx, Actor::Nobody, partner, told).await?;
            after(&house, &tx, &asked, &partner, told).await?;
            tx.commit().await?;
            house.settle_public(position).await?;
            return Ok(at.see(&format!("/partner-for/{token}?done={}", pairs.text("answer"))));
        }
    } else if told.is_none() {
        errors.add("code", "actions-partners-error-answer");
    }
    let opened = opened(&house, &token).await?;
    let given = Given { errors: &errors, done: "", token: &token };
    let page = draw(&house, &at, &browser, &opened, given).await?;
    Ok(web::again(page))
}

/// Closes the request. Who has confirmed gets a letter with a page on which that can be taken back.
async fn after(
    house: &House,
    tx: &Tx,
    asked: &Asked,
    partner: &Partner,
    told: PartnerAnswer,
) -> Result<(), Fault> {
    let WhoTakesPart::Body(body) = &partner.who else { return Ok(()) };
    if told != PartnerAnswer::Confirm {
        vouch::close(tx, asked.id, Closed::Refused).await?;
        return Ok(());
    }
    vouch::close(tx, asked.id, Closed::Answered).await?;
    let to = To { address: &asked.address, lang: asked.lang, days: TAKE_BACK_DAYS };
    let path = request(house, tx, partner, body, to).await?;
    let say = house.say(asked.lang);
    let programme = house.kit.called(&say);
    let words = [("programme", Arg::from(programme))];
    let subject = say.plain("actions-partners-mail-confirmed-subject", &words);
    let letter = Letter::new(asked.address.clone(), say.lang, "actions.partner-confirmed", subject)
        .paragraph(say.t("actions-partners-mail-confirmed-body"))
        .button(say.t("actions-partners-mail-confirmed-open"), path);
    post::put(tx, letter).await?;
    Ok(())
}
