//! The page on which a government reads what the desk entered on its behalf, and confirms or refuses it with a code to
//! its office.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum_extra::extract::Query;
use post::{Address, Letter};
use store::{Fault, Tx, canonical};
use vocabulary::{ActionId, Arg, Lang};
use web::{At, Browser, Client, ErrorLine, Errors, Field, Form, Frame, Pairs, Problem, Tone};

use super::action::Action;
use super::my::Done;
use super::on_behalf::{OnBehalf, Word, answer};
use super::reading::{content_now, title_of};
use super::refused::ActionRefused;
use super::shown::{Shown, Words};
use super::{mails, partners, records};
use crate::House;
use crate::people::vouch::{code_field, read_code};
use crate::people::{Asked, Closed, vouch};

/// What requests to governments are for.
const PURPOSE: &str = "action-on-behalf";
/// So many days a government may take to answer.
const ANSWER_DAYS: i64 = 60;

/// Asks a government by a letter to its office.
pub(super) async fn question(
    house: &House,
    tx: &Tx,
    action: &Action,
    entered: &OnBehalf,
) -> Result<(), ActionRefused> {
    let address = Address::parse(&entered.address).map_err(|_| ActionRefused::NoAddress)?;
    let lang = Lang::parse(&entered.lang).unwrap_or(Lang::En);
    let say = house.say(lang);
    let until = tx.now().plus_days(ANSWER_DAYS);
    let subject = action.id.uuid();
    let made = vouch::ask_address(house, tx, PURPOSE, subject, &address, None, lang, until).await?;
    let lead = partners::lead_name(tx.conn(), &say, action).await?;
    let content = content_now(house, tx.conn(), action).await?;
    let programme = house.kit.called(&say);
    let words = [
        ("programme", Arg::from(programme)),
        ("lead", Arg::from(lead)),
        ("date", Arg::from(say.partial(&entered.dated))),
    ];
    let letter = Letter::new(
        address,
        lang,
        "actions.on-behalf-question",
        say.plain("actions-behalf-mail-ask-subject", &words),
    );
    let letter = letter
        .paragraph(say.plain("actions-behalf-mail-ask-body", &words))
        .user_text(title_of(&content).unwrap_or_default())
        .paragraph(say.t("actions-behalf-mail-ask-how"))
        .button(
            say.t("actions-partners-mail-ask-open"),
            format!("/{}/confirm-action/{}", lang.code(), made.1),
        );
    post::put(tx, letter).await?;
    Ok(())
}

/// The reference and a copy of the answers, to the office that has confirmed them.
async fn receipt(house: &House, tx: &Tx, asked: &Asked) -> Result<(), Fault> {
    let found = records::actions::find(tx.conn(), ActionId::from(asked.subject)).await?;
    let Some(action) = found else { return Ok(()) };
    let (Some(reference), Some(sent)) = (&action.reference, action.waiting()) else { return Ok(()) };
    let content = records::versions::get(tx.conn(), action.id, sent).await?.content;
    let say = house.say(asked.lang);
    let programme = house.kit.called(&say);
    let words = [("programme", Arg::from(programme)), ("reference", Arg::from(reference.to_string()))];
    let subject = say.plain("actions-mail-sent-subject", &words);
    let letter = Letter::new(asked.address.clone(), asked.lang, "actions.sent-on-behalf", subject)
        .paragraph(say.plain("actions-mail-sent-body", &words));
    let lead = partners::lead_name(tx.conn(), &say, &action).await?;
    post::put(tx, mails::copy(letter, &say, &lead, &content)).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "actions/pages/confirm_action.html")]
struct ConfirmPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    title: String,
    answers: Vec<Shown>,
    open: bool,
    /// What was read, so that what is confirmed is what was read.
    read: String,
    sends_to: String,
    code: Field,
    base: String,
}

struct Opened {
    asked: Asked,
    action: Action,
    entered: OnBehalf,
}

async fn opened(house: &House, token: &str) -> Result<Opened, Problem> {
    let conn = house.store.read();
    let asked = vouch::asked(house, conn, PURPOSE, token).await?.ok_or(Problem::NotFound)?;
    let id = ActionId::from(asked.subject);
    let action = records::actions::find(conn, id).await?.ok_or(Problem::NotFound)?;
    let entered = records::on_behalf::find(conn, id).await?.ok_or(Problem::NotFound)?;
    Ok(Opened { asked, action, entered })
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
    let Opened { asked, action, entered } = opened;
    let open = asked.is_open(house.now());
    if !open && given.done.is_empty() {
        return Err(Problem::Gone { since: None, why: Some(at.say.t("actions-partners-code-closed")) });
    }
    let conn = house.store.read();
    let call = house.call().ok_or(Problem::NotFound)?;
    let catalogue = house.catalogue();
    let words = Words { say: &at.say, catalogue: &catalogue, call: &call };
    let content = content_now(house, conn, action).await?;
    let lead = partners::lead_name(conn, &at.say, action).await?;
    let args = [("lead", Arg::from(lead)), ("date", Arg::from(at.say.partial(&entered.dated)))];
    let blank = Pairs::none();
    let mut frame =
        Frame::new(at, "actions-behalf-confirm-title").csrf(browser.csrf()).errors(given.errors).hide();
    frame = match given.done {
        "sent" => frame.notice(Tone::Done, at.say.t("actions-partners-code-sent")),
        "yes" => frame.notice(Tone::Done, at.say.t("actions-behalf-done-yes")),
        "no" => frame.notice(Tone::Done, at.say.t("actions-behalf-done-no")),
        _ => frame,
    };
    Ok(web::html(ConfirmPage {
        frame,
        errors: given.errors.summary(&at.say),
        lead: match open {
            true => at.say.with("actions-behalf-confirm-lead", &args),
            false => at.say.with("actions-behalf-answered-lead", &args),
        },
        title: title_of(&content).unwrap_or_default().to_owned(),
        answers: words.answers(&content, None),
        open,
        read: canonical(&content)?.1.to_string(),
        sends_to: asked.masked(),
        code: code_field(&Form::new(&at.say, given.errors, &blank)),
        base: at.to(&format!("/confirm-action/{}", given.token)),
    }))
}

/// The page. Opening it decides nothing.
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

/// Sends a code to the office.
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
    let Some(errors) = wrong else { return Ok(at.see(&format!("/confirm-action/{token}?done=sent"))) };
    let given = Given { errors: &errors, done: "", token: &token };
    Ok(web::again(draw(&house, &at, &browser, &opened, given).await?))
}

/// Takes the code and the answer. What was changed after it was read is shown once more instead.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    browser: Browser,
    Path((_, token)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let call = house.call().ok_or(Problem::NotFound)?;
    let mut errors = Errors::new();
    let code = read_code(&pairs, &mut errors);
    let word = match pairs.text("answer") {
        "yes" => Some(Word::Yes),
        "no" => Some(Word::No),
        _ => None,
    };
    if let (Some(code), Some(word)) = (code, word) {
        let tx = house.act().await?;
        let Opened { asked, action, entered } = opened(&house, &token).await?;
        let content = content_now(&house, tx.conn(), &action).await?;
        if word == Word::Yes && canonical(&content)?.1.to_string() != pairs.text("read") {
            errors.add("code", "actions-behalf-error-moved");
        } else if let Some(tx) = vouch::proven(&house, tx, &browser, &asked, &code, &mut errors).await? {
            answer(&tx, &call, action, entered, word).await?;
            let how = if word == Word::Yes { Closed::Answered } else { Closed::Refused };
            vouch::close(&tx, asked.id, how).await?;
            receipt(&house, &tx, &asked).await?;
            tx.commit().await?;
            return Ok(at.see(&format!("/confirm-action/{token}?done={}", pairs.text("answer"))));
        }
    } else if word.is_none() {
        errors.add("code", "actions-partners-error-answer");
    }
    let opened = opened(&house, &token).await?;
    let given = Given { errors: &errors, done: "", token: &token };
    let page = draw(&house, &at, &browser, &opened, given).await?;
    Ok(web::again(page))
}
