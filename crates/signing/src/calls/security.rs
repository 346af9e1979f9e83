//! Whom to tell of a weakness, as programs and those who look for weaknesses ask for it (RFC 9116): the secretariat's address,
//! and the words of SECURITY.md.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use vocabulary::Lang;
use web::Problem;

use crate::House;

/// So many days what is said is good for; it is said anew with every answer.
const GOOD: i64 = 180;

#[derive(Template)]
#[template(path = "calls/pages/security.txt", escape = "none")]
struct Security {
    contact: String,
    expires: String,
    languages: String,
    origin: String,
}

/// The file. Without a Call there is nobody to tell.
pub(super) async fn file(State(house): State<House>) -> Result<Response, Problem> {
    let call = house.call().ok_or(Problem::NotFound)?;
    let said = Security {
        contact: call.contact.clone(),
        expires: house.now().plus_days(GOOD).date().to_string(),
        languages: Lang::ALL.map(Lang::code).join(", "),
        origin: house.kit.origin().to_owned(),
    };
    let text =
        said.render().map_err(|error| Problem::broken(format!("a file could not be drawn: {error}")))?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=86400"),
    ];
    Ok((headers, text).into_response())
}
