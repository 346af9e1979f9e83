//! The local outbox: what a house that delivers locally would have sent. Only who sits at the machine reads it.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use post::{Delivery, Shown};
use web::{At, Client, Frame, Problem, Standing, Transport};

use super::code::Code;
use crate::house::House;

/// The most letters on the page.
const MOST: u64 = 100;

/// What proxies write: a request that bears it does not come from this machine, whatever its peer.
const FORWARDED: [&str; 4] = ["forwarded", "x-forwarded-for", "x-forwarded-host", "via"];

/// Whether this house keeps its mail on the machine and may show it: a demonstration, or one under development,
/// never one that is reached through https.
pub(super) fn is_open(house: &House) -> bool {
    let local = matches!(house.mail.delivery, Delivery::Local);
    local && (house.kit.standing() == Standing::Demonstration || house.kit.transport() == Transport::Http)
}

/// A letter on the page.
struct Line {
    to: String,
    at: String,
    subject: String,
    lang: &'static str,
    dir: &'static str,
    code: Option<String>,
    text: String,
}

#[derive(Template)]
#[template(path = "people/pages/outbox.html")]
struct OutboxPage {
    frame: Frame,
    letters: Vec<Line>,
}

/// The page, newest letter first.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    client: Client,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let forwarded = FORWARDED.iter().any(|name| headers.contains_key(*name));
    // A site that gives its own name the address of this machine is asked for by that name.
    let named_here = web::host_is_loopback(&headers);
    if !is_open(&house) || !client.is_local() || forwarded || !named_here {
        return Err(Problem::NotFound);
    }
    let letters = post::outbox(house.store.read(), &house.stationery(), MOST).await?;
    Ok(web::html(OutboxPage {
        frame: Frame::new(&at, "people-outbox-title").hide(),
        letters: letters.into_iter().map(|letter| line(&at, letter)).collect(),
    }))
}

fn line(at: &At, letter: Shown) -> Line {
    Line {
        to: letter.to,
        at: at.say.date(letter.at),
        code: code_in(&letter.text),
        subject: letter.subject,
        lang: letter.lang.code(),
        dir: letter.lang.dir(),
        text: letter.text,
    }
}

/// The line of a letter that is a code and nothing else.
fn code_in(text: &str) -> Option<String> {
    text.lines().find_map(|line| Code::parse(line).ok()).map(|code| code.digits().to_owned())
}
