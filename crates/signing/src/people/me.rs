//! An act: see and correct what the house keeps of oneself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use store::Fault;
use vocabulary::{Arg, Lang, Say, Tag};
use web::{At, Choices, ErrorLine, Errors, Field, Form, Frame, Pairs, Problem, Tone};

use super::ask::Way;
use super::person::{NAME_MOST, tidy_name};
use super::records::{people, sessions};
use super::session::{Browser, IDLE_HOURS, MOST_DAYS, Session};
use super::signed_in::SignedIn;
use crate::house::House;

/// A session as its owner sees it.
struct Line {
    id: String,
    browser: String,
    began: String,
    seen: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "people/pages/me.html")]
struct MePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    address: String,
    role: String,
    since: String,
    name: Field,
    lang: Choices,
    sessions_lead: String,
    sessions: Vec<Line>,
    consents: Vec<String>,
}

/// The words for a kind of browser.
pub(super) fn browser_words(say: &Say, browser: &Browser) -> String {
    match (browser.name.is_empty(), browser.system.is_empty()) {
        (true, true) => say.t("people-browser-unknown"),
        (false, true) => browser.name.clone(),
        (true, false) => browser.system.clone(),
        (false, false) => say.with(
            "people-browser-on",
            &[("browser", Arg::from(&browser.name)), ("system", Arg::from(&browser.system))],
        ),
    }
}

fn line(say: &Say, who: &SignedIn, session: &Session) -> Line {
    Line {
        id: session.id.to_string(),
        browser: browser_words(say, &session.browser),
        began: say.date(session.began),
        seen: say.date(session.seen),
        here: session.id == who.session,
    }
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Fault> {
    let say = &at.say;
    let conn = house.store.read();
    let joined =
        people::find(conn, who.person).await?.map(|person| say.date(person.joined)).unwrap_or_default();
    let sessions = sessions::of_person(conn, who.person, house.now()).await?;
    let told = people::tellings(conn, who.person).await?;
    let consents = told.iter().map(|told| {
        let language = say.language_name(&Tag::from(told.lang));
        say.with(
            "people-me-consent-line",
            &[
                ("version", Arg::from(&told.version)),
                ("language", Arg::from(language)),
                ("date", Arg::from(say.date(told.at))),
            ],
        )
    });
    let form = Form::new(say, errors, pairs);
    let frame = who.frame(at, "people-me-title").here("me").errors(errors);
    let frame = match done {
        "saved" => frame.notice(Tone::Done, say.t("people-me-saved")),
        "ended" => frame.notice(Tone::Done, say.t("people-me-session-ended")),
        _ => frame,
    };
    Ok(web::html(MePage {
        frame,
        errors: errors.summary(say),
        address: who.address.as_str().to_owned(),
        role: say.t(who.role.map_or("people-me-role-none", |role| role.key())),
        since: joined,
        name: form
            .text("name", "people-me-name")
            .hint(say.t("people-me-name-hint"))
            .max(NAME_MOST)
            .autocomplete("name")
            .optional(),
        lang: form.own_languages("lang", "people-me-lang"),
        sessions_lead: say.with(
            "people-me-sessions-lead",
            &[("hours", Arg::from(say.number(IDLE_HOURS))), ("days", Arg::from(say.number(MOST_DAYS)))],
        ),
        sessions: sessions.iter().map(|session| line(say, who, session)).collect(),
        consents: consents.collect(),
    }))
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let kept = Pairs::new([("name", who.name.as_deref().unwrap_or_default()), ("lang", who.lang.code())]);
    let done = way.done.unwrap_or_default();
    Ok(draw(&house, &at, &who, &Errors::new(), &kept, &done).await?)
}

/// Keeps the name and the language.
pub(super) async fn save(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let name = tidy_name(pairs.text("name"));
    if name.as_ref().is_some_and(|name| name.chars().count() > NAME_MOST) {
        errors.add("name", "people-error-name-long");
    }
    let lang = Lang::parse(pairs.text("lang"));
    if lang.is_none() {
        errors.add("lang", "people-error-lang");
    }
    let (Some(lang), true) = (lang, errors.is_empty()) else {
        let page = draw(&house, &at, &who, &errors, &pairs, "").await?;
        return Ok(web::again(page));
    };
    let tx = house.note().await?;
    people::rename(&tx, who.person, name, lang).await?;
    tx.commit().await?;
    Ok(at.see("/me?done=saved"))
}
