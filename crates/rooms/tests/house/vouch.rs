//! Somebody without an account proves an address by a code and answers one thing: told with a page that only this
//! story has, as other rooms draw theirs.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use rooms::House;
use rooms::people::{self, Address, AskedState, Closed};
use vocabulary::{Lang, Uuid};
use web::{Access, At, Browser as Cookie, Client, Errors, Pairs, Problem, Routes};

use super::tables::{differing, tables, tables_with};
use crate::harness::{Browser, Page, Story, on_both};

const MAYOR: &str = "mayor@city.example";
const PURPOSE: &str = "toy";
const DAY: i64 = 24 * 3600;

/// The page of the request: how it stands, a form for the code and one for the answer.
async fn show(
    State(house): State<House>,
    at: At,
    browser: Cookie,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Problem> {
    draw(&house, &at, &browser, &token, &Errors::new()).await
}

async fn draw(
    house: &House,
    at: &At,
    browser: &Cookie,
    token: &str,
    errors: &Errors,
) -> Result<Response, Problem> {
    let asked = people::asked(house, house.store.read(), PURPOSE, token).await?.ok_or(Problem::NotFound)?;
    let csrf = format!("<input type=\"hidden\" name=\"csrf\" value=\"{}\">", browser.csrf());
    let said: String = errors.summary(&at.say).iter().map(|line| format!("<li>{}</li>", line.text)).collect();
    let base = at.to(&format!("/toy/{token}"));
    Ok(Html(format!(
        "<html><body><h1>{:?}</h1><p>{}</p><ul id=\"errors\">{said}</ul>\
         <form method=\"post\" action=\"{base}/code\">{csrf}</form>\
         <form method=\"post\" action=\"{base}/answer\">{csrf}<input name=\"code\" value=\"\"></form></body></html>",
        asked.state,
        asked.masked(),
    ))
    .into_response())
}

async fn code(
    State(house): State<House>,
    at: At,
    browser: Cookie,
    client: Client,
    headers: HeaderMap,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let asked = people::asked(&house, house.store.read(), PURPOSE, &token).await?.ok_or(Problem::NotFound)?;
    let mut errors = Errors::new();
    match people::send_code(&house, &at, &browser, &client, &headers, &asked).await? {
        Ok(()) => Ok(at.see(&format!("/toy/{token}"))),
        Err(wait) => {
            people::say_too_many(&mut errors, "code", wait);
            draw(&house, &at, &browser, &token, &errors).await
        }
    }
}

async fn answer(
    State(house): State<House>,
    at: At,
    browser: Cookie,
    Path((_, token)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let asked = people::asked(&house, tx.conn(), PURPOSE, &token).await?.ok_or(Problem::NotFound)?;
    let mut errors = Errors::new();
    if let Some(code) = people::read_code(&pairs, &mut errors) {
        match people::prove_asked(&house, &tx, &browser, &asked, &code).await? {
            Ok(()) => people::close(&tx, asked.id, Closed::Answered).await?,
            Err(refused) => refused.put(&mut errors, "code"),
        }
    }
    tx.commit().await?;
    draw(&house, &at, &browser, &token, &errors).await
}

fn toy() -> Routes<House> {
    Routes::new("toy")
        .get("/{lang}/toy/{token}", "toy.see", Access::Everyone, show)
        .post("/{lang}/toy/{token}/code", "toy.code", Access::Everyone, code)
        .post("/{lang}/toy/{token}/answer", "toy.answer", Access::Everyone, answer)
}

/// Asks the mayor about a thing, for ten days.
async fn ask(story: &Story, subject: Uuid) -> (Uuid, String) {
    let tx = story.house.act().await.unwrap();
    let mayor = Address::parse(MAYOR).unwrap();
    let until = tx.now().plus_days(10);
    let made = people::ask_address(
        &story.house,
        &tx,
        PURPOSE,
        subject,
        &mayor,
        Some(" Fatou  Bâ "),
        Lang::Fr,
        until,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    made
}

fn subject(story: &Story) -> Uuid {
    story.house.store.ids().next(story.house.now())
}

async fn sends(browser: &mut Browser, token: &str) -> Page {
    let page = browser.get(&format!("/en/toy/{token}")).await;
    browser.send(page.form(&format!("/en/toy/{token}/code"))).await
}

async fn answers(browser: &mut Browser, token: &str, code: &str) -> Page {
    let page = browser.get(&format!("/en/toy/{token}")).await;
    browser.send(page.form(&format!("/en/toy/{token}/answer")).set("code", code)).await
}

async fn state(story: &Story, subject: Uuid) -> Option<AskedState> {
    let all = people::asked_for(story.house.store.read(), PURPOSE, subject).await.unwrap();
    all.into_iter().next().map(|asked| asked.as_of(story.house.now()).state)
}

fn another(code: &str) -> &'static str {
    if code == "111111" { "222222" } else { "111111" }
}

#[tokio::test]
async fn somebody_without_an_account_proves_an_address_and_answers_once() {
    on_both(|story| async move {
        let about = subject(&story);
        let (_, token) = ask(&story, about).await;
        assert!(tables_with(&story, &token).await.is_empty(), "only the hash of the token is kept");
        let mut scanner = story.browser_of(toy());
        let before = tables(&story).await;
        for _ in 0..3 {
            assert_eq!(scanner.get(&format!("/en/toy/{token}")).await.status, 200);
        }
        assert_eq!(
            differing(&before, &tables(&story).await),
            Vec::<String>::new(),
            "opening changes nothing"
        );
        assert_eq!(scanner.get("/en/toy/0123456789").await.status, 404);

        let mut mayor = story.browser_of(toy());
        let page = sends(&mut mayor, &token).await;
        assert!(page.says("m…@city.example") && !page.says(MAYOR), "{}", page.words());
        let letter = &story.mail_to(MAYOR).await[0];
        assert!(
            letter.subject.starts_with("Call to Local Action: your code to answer"),
            "{}",
            letter.subject
        );
        let code = story.code_to(MAYOR).await;
        assert!(!letter.subject.contains(&code));
        let page = answers(&mut scanner, &token, &code).await;
        assert!(page.errors()[0].contains("no longer works"), "another browser: {:?}", page.errors());
        assert_eq!(
            answers(&mut mayor, &token, "").await.errors(),
            ["Enter the six-digit code from the mail"]
        );
        let page = answers(&mut mayor, &token, &code).await;
        assert!(page.errors().is_empty() && page.heading().starts_with("Answered"), "{}", page.words());
        let page = answers(&mut mayor, &token, &code).await;
        assert!(page.errors()[0].contains("This request is closed"), "a replayed code: {:?}", page.errors());
        assert!(story.facts().await.is_empty(), "nobody joins by answering");
        assert!(mayor.cookies().keys().all(|name| name == "la"), "no mark, no session");
        assert!(tables(&story).await["browser_session"].is_empty(), "no session is made");
    })
    .await;
}

#[tokio::test]
async fn a_code_to_answer_dies_after_five_tries_and_codes_are_sent_in_measure() {
    on_both(|story| async move {
        let about = subject(&story);
        let (_, token) = ask(&story, about).await;
        let mut mayor = story.browser_of(toy());
        sends(&mut mayor, &token).await;
        let code = story.code_to(MAYOR).await;
        for left in ["4 tries left", "3 tries left", "2 tries left", "one try left"] {
            let page = answers(&mut mayor, &token, another(&code)).await;
            assert!(page.errors()[0].contains(left), "{:?}", page.errors());
        }
        for wrong in [another(&code), code.as_str()] {
            let page = answers(&mut mayor, &token, wrong).await;
            assert!(page.errors()[0].contains("tried five times"), "{:?}", page.errors());
        }
        assert_eq!(state(&story, about).await, Some(AskedState::Open));
        story.advance(1);
        sends(&mut mayor, &token).await;
        let late = story.code_to(MAYOR).await;
        story.advance(600);
        let page = answers(&mut mayor, &token, &late).await;
        assert!(page.errors()[0].contains("no longer works"), "ten minutes: {:?}", page.errors());
        let mut stopped = None;
        for n in 0..10 {
            let page = sends(&mut mayor, &token).await;
            if page.errors().first().is_some_and(|error| error.starts_with("Too many codes")) {
                stopped = Some(n);
                break;
            }
        }
        assert!(stopped.is_some(), "a stranger with the address of the page floods nobody");
    })
    .await;
}

#[tokio::test]
async fn a_request_expires_is_taken_back_and_forgets_the_address() {
    on_both(|story| async move {
        let about = subject(&story);
        let (first, old) = ask(&story, about).await;
        let (_, token) = ask(&story, about).await;
        let all = people::asked_for(story.house.store.read(), PURPOSE, about).await.unwrap();
        assert_eq!((all.len(), all[0].name.as_deref()), (2, Some("Fatou Bâ")));
        assert!(all.iter().any(|one| one.id == first && matches!(one.state, AskedState::Revoked { .. })));
        let mut mayor = story.browser_of(toy());
        assert!(mayor.get(&format!("/en/toy/{old}")).await.heading().starts_with("Revoked"));
        sends(&mut mayor, &old).await;
        assert!(story.mail_to(MAYOR).await.is_empty(), "of what is taken back nothing is sent");
        story.advance(10 * DAY);
        assert!(mayor.get(&format!("/en/toy/{token}")).await.heading().starts_with("Expired"));
        rooms::wiring::expire_now(&story.house).await.unwrap();
        assert!(
            matches!(state(&story, about).await, Some(AskedState::Expired { at }) if at <= story.house.now())
        );
        story.advance(31 * DAY);
        rooms::wiring::expire_now(&story.house).await.unwrap();
        assert_eq!(state(&story, about).await, None);
        assert_eq!(tables_with(&story, MAYOR).await, Vec::<String>::new(), "the address is wiped");

        let (_, token) = ask(&story, about).await;
        let mut person = story.sign_in(MAYOR).await;
        let page = person.get("/en/me/erase").await;
        person.send(page.form("/en/me/erase").tick("yes")).await;
        assert_eq!(tables_with(&story, MAYOR).await, Vec::<String>::new(), "erasing wipes it at once");
        assert_eq!(mayor.get(&format!("/en/toy/{token}")).await.status, 404);
    })
    .await;
}
