//! The notice on personal data, to which every form that takes some links.

use askama::Template;
use axum::response::Response;
use vocabulary::Arg;
use web::{At, Frame};

use super::person::NOTICE_VERSION;

#[derive(Template)]
#[template(path = "people/pages/privacy.html")]
struct PrivacyPage {
    frame: Frame,
    version: String,
    /// Each part: its heading and its words.
    parts: Vec<(String, String)>,
}

const PARTS: [(&str, &str); 6] = [
    ("people-privacy-what-title", "people-privacy-what"),
    ("people-privacy-why-title", "people-privacy-why"),
    ("people-privacy-who-title", "people-privacy-who"),
    ("people-privacy-long-title", "people-privacy-long"),
    ("people-privacy-cookies-title", "people-privacy-cookies"),
    ("people-privacy-rights-title", "people-privacy-rights"),
];

/// The page: the same for everyone.
pub(super) async fn page(at: At) -> Response {
    web::served(&at, NOTICE_VERSION, || {
        web::html(PrivacyPage {
            frame: Frame::new(&at, "people-privacy-title"),
            version: at.say.with("people-privacy-version", &[("version", Arg::from(NOTICE_VERSION))]),
            parts: PARTS.map(|(title, words)| (at.say.t(title), at.say.t(words))).into(),
        })
    })
}
