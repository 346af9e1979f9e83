//! Where a visitor is: the language and the page, read from the address alone.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use vocabulary::{Lang, Say};

use crate::address::{Head, head, negotiate};
use crate::{Kit, Problem};

/// The place of a request: every page's handler takes one.
#[derive(Clone)]
pub struct At {
    /// The language of the page.
    pub lang: Lang,
    /// The voice of that language.
    pub say: Say,
    /// The path without its language, beginning with `/`.
    pub path: String,
    /// The query, without its question mark.
    pub query: Option<String>,
    /// What the wiring told the kit.
    pub kit: Kit,
    /// The tags of what the browser has already, as it lists them.
    pub(crate) known_tags: Vec<HeaderValue>,
}

impl At {
    pub(crate) fn new(kit: &Kit, lang: Lang, path: &str, uri: &Uri, headers: &HeaderMap) -> At {
        At {
            lang,
            say: kit.messages().say(lang),
            path: path.to_owned(),
            query: uri.query().map(str::to_owned),
            kit: kit.clone(),
            known_tags: headers.get_all(header::IF_NONE_MATCH).iter().cloned().collect(),
        }
    }

    /// The place of any request, also of one whose address has no language or an unknown one.
    pub(crate) fn somewhere(kit: &Kit, uri: &Uri, headers: &HeaderMap) -> At {
        match head(uri.path()) {
            Head::Language(lang, rest) => At::new(kit, lang, rest, uri, headers),
            _ => At::new(kit, negotiate(headers), "/", uri, headers),
        }
    }

    /// The address of another page in the same language: `at.to("/map")` is `/fr/map`.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.code())
    }

    /// Path and query of this page, without the language.
    pub fn path_and_query(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }

    /// Sends the browser on to another page in the same language, after a form (303).
    pub fn see(&self, path: &str) -> Response {
        redirect(StatusCode::SEE_OTHER, &self.to(path))
    }

    /// Says that the page has moved for good to another path in the same language (308): a corrected slug.
    pub fn moved(&self, path: &str) -> Response {
        redirect(StatusCode::PERMANENT_REDIRECT, &self.to(path))
    }
}

/// An answer that sends the browser on. Characters that an address may not hold are encoded.
pub(crate) fn redirect(status: StatusCode, to: &str) -> Response {
    const UNSAFE: &percent_encoding::AsciiSet =
        &percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`');
    let to = percent_encoding::utf8_percent_encode(to, UNSAFE).to_string();
    (status, [(header::LOCATION, to)]).into_response()
}

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<At, Problem> {
        let kit = kit_of(parts)?;
        match head(parts.uri.path()) {
            Head::Language(lang, rest) => Ok(At::new(&kit, lang, rest, &parts.uri, &parts.headers)),
            Head::UnknownLanguage | Head::None => Err(Problem::NotFound),
        }
    }
}

/// The kit of a request; `open` puts it there.
pub(crate) fn kit_of(parts: &Parts) -> Result<Kit, Problem> {
    parts.extensions.get::<Kit>().cloned().ok_or_else(|| {
        Problem::broken(
            "a handler ran outside the router that web::open made; register its route with web::Routes",
        )
    })
}
