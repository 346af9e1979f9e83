//! What a form posts, after it has been proved to come from our own page.
//!
//! The guard stands before the handler of every POST: it reads the whole body (256 kB at most), checks where
//! the request comes from and its token, and hands on what was typed with line ends and control characters
//! put right. A network that posts without pause is asked to wait. A handler that takes neither [`Posted`] nor [`Pairs`] is just as safe.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use http::request::Parts;
use http::{HeaderMap, header};
use http_body_util::{BodyExt, Limited};
use serde::de::DeserializeOwned;

use crate::at::kit_of;
use crate::browser::{cookie, token_fits};
use crate::problem::Stranger;
use crate::throttle::{Key, Who};
use crate::{Client, Kit, Problem};

/// The most that a form may post, in bytes: a text pasted far too long comes back with its sentence, and is not lost.
const FORM_LIMIT: usize = 256 * 1024;
/// The most fields that a form may post.
const FIELD_LIMIT: usize = 2000;
/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The name of the field with the token.
pub(crate) const TOKEN_FIELD: &str = "csrf";

/// The fields of a form as typed, in order, repeated names kept; without the token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// No fields: a form shown for the first time.
    pub fn none() -> Pairs {
        Pairs::default()
    }

    /// Fields to fill a form from what was kept.
    pub fn new<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Pairs {
        Pairs(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// The first value of a field.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// The first value of a field without blanks around it; empty where it is missing.
    pub fn text(&self, name: &str) -> &str {
        self.first(name).unwrap_or_default().trim()
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field has this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(n, v)| n == name && v == value)
    }

    /// Every pair in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Adds a pair.
    pub fn push(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }
}

/// A form read into a type, with the raw fields beside it for showing them again.
#[derive(Debug)]
pub struct Posted<T> {
    /// The form.
    pub form: T,
    /// What was typed.
    pub pairs: Pairs,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Posted<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Posted<T>, Problem> {
        let pairs = request.extensions().get::<Pairs>().cloned().ok_or_else(unguarded)?;
        let Form(form) = Form::<T>::from_request(request, state).await.map_err(|rejection| {
            tracing::debug!(reason = %rejection, "a form could not be read into its type");
            Problem::Unreadable
        })?;
        Ok(Posted { form, pairs })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Pairs {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Pairs, Problem> {
        parts.extensions.get::<Pairs>().cloned().ok_or_else(unguarded)
    }
}

fn unguarded() -> Problem {
    Problem::broken("a form's handler ran without the guard; register its route with web::Routes::post")
}

/// Gives up on a page that takes too long.
pub(crate) async fn patience(request: Request, next: Next) -> Response {
    within(PATIENCE, next.run(request)).await
}

/// Waits so long for an answer, then says that the house is busy.
pub(crate) async fn within(most: Duration, answer: impl Future<Output = Response>) -> Response {
    match tokio::time::timeout(most, answer).await {
        Ok(response) => response,
        Err(_) => Problem::Unavailable { retry_after: 30 }.into_response(),
    }
}

/// Checks a posted form before its handler runs.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let answer = async {
        match checked(request).await {
            Ok(request) => next.run(request).await,
            Err(problem) => problem.into_response(),
        }
    };
    within(PATIENCE, answer).await
}

async fn checked(request: Request) -> Result<Request, Problem> {
    let (mut parts, body) = request.into_parts();
    let kit = kit_of(&parts)?;
    from_our_own_page(&kit, &parts.headers)?;
    not_too_often(&kit, &mut parts).await?;
    if mime(&parts.headers) != "application/x-www-form-urlencoded" {
        return Err(Problem::WrongKind);
    }
    let body =
        Limited::new(body, FORM_LIMIT).collect().await.map_err(|error| match error
            .downcast_ref::<http_body_util::LengthLimitError>(
        ) {
            Some(_) => Problem::TooLarge { most: FORM_LIMIT },
            None => Problem::Unreadable,
        })?;
    let typed: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&body.to_bytes()).map_err(|_| Problem::Unreadable)?;
    if typed.len() > FIELD_LIMIT {
        return Err(Problem::TooLarge { most: FORM_LIMIT });
    }
    let token = typed.iter().find(|(name, _)| name == TOKEN_FIELD).map(|(_, value)| value.as_str());
    check_token(&kit, &parts.headers, token)?;
    let pairs = Pairs(
        typed.iter().filter(|(name, _)| name != TOKEN_FIELD).map(|(n, v)| (clean(n), clean(v))).collect(),
    );
    let body = serde_urlencoded::to_string(&pairs.0).map_err(|_| Problem::Unreadable)?;
    parts.headers.insert(header::CONTENT_LENGTH, body.len().into());
    parts.extensions.insert(pairs);
    Ok(Request::from_parts(parts, Body::from(body)))
}

/// Whether this network may post one more form now.
///
/// # Errors
/// Refuses a network that posts without pause, with the seconds to wait.
pub(crate) async fn not_too_often(kit: &Kit, parts: &mut Parts) -> Result<(), Problem> {
    let Ok(client) = Client::from_request_parts(parts, &()).await;
    Ok(kit.forms().take(&Key::new("form", &Who::Network(client.network())), kit.clock().now())?)
}

/// Puts line ends right, so that they count as one character: those of word processors too, which would otherwise
/// glue two words together. Their bullets become bullets. Other control characters, which PostgreSQL refuses in texts,
/// are dropped.
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars()
        .filter_map(|c| match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\u{f0b7}' | '\u{f0a7}' => Some('•'),
            '\u{feff}' => None,
            c if c.is_control() && !matches!(c, '\n' | '\t') => None,
            c => Some(c),
        })
        .collect()
}

/// The content type without its parameters, in lower case.
pub(crate) fn mime(headers: &HeaderMap) -> String {
    let value = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether the browser says that the request comes from a page of this house.
///
/// # Errors
/// Refuses where it says otherwise, or says nothing at all.
pub(crate) fn from_our_own_page(kit: &Kit, headers: &HeaderMap) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin" | "none"), None) => Ok(()),
        (Some("same-origin" | "none") | None, Some(origin)) if is_ours(kit, headers, origin) => Ok(()),
        _ => Err(Problem::Unsafe(Stranger::OtherPage)),
    }
}

fn is_ours(kit: &Kit, headers: &HeaderMap, origin: &str) -> bool {
    if origin.eq_ignore_ascii_case(kit.origin()) {
        return true;
    }
    let host = headers.get(header::HOST).and_then(|v| v.to_str().ok());
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let scheme_fits = match kit.transport() {
        crate::Transport::Https => scheme == "https",
        crate::Transport::Http => matches!(scheme, "http" | "https"),
    };
    scheme_fits && host.is_some_and(|host| host.eq_ignore_ascii_case(authority))
}

/// Whether the token belongs to the browser's cookie.
///
/// # Errors
/// Refuses where there is no cookie, no token, or a token of another browser.
pub(crate) fn check_token(kit: &Kit, headers: &HeaderMap, token: Option<&str>) -> Result<(), Problem> {
    let id = cookie(kit, headers).ok_or(Problem::Unsafe(Stranger::NoCookie))?;
    match token {
        Some(token) if token_fits(kit, &id, token) => Ok(()),
        _ => Err(Problem::Unsafe(Stranger::OldForm)),
    }
}
