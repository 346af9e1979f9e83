//! The way to entering a signature from a paper: the desk finds the government by name or reference.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use web::{At, Frame, Link, Problem};

use crate::governments;
use crate::house::House;
use crate::people::AtDesk;

/// How many governments are offered.
const MOST: u64 = 20;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Sought {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "declarations/pages/enter.html")]
struct EnterPage {
    frame: Frame,
    q: String,
    found: Vec<Link>,
    action: String,
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(sought): Query<Sought>,
) -> Result<Response, Problem> {
    let q = sought.q.trim();
    let conn = house.store.read();
    let found = governments::find(conn, q, MOST).await?;
    let link = |one: &governments::Government| {
        let words = format!("{} · {}", one.profile.name.original_text(), one.reference);
        Link::new(words, at.to(&format!("/desk/governments/{}/sign", one.reference)))
    };
    Ok(web::html(EnterPage {
        frame: who.frame(&at, "declarations-enter-title").here("desk"),
        found: found.iter().map(link).collect(),
        action: at.to("/desk/paper"),
        q: q.to_owned(),
    }))
}
