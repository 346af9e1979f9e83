//! What goes wrong on the way to an answer. Each becomes a page that helps, in the visitor's language, or
//! for programs a problem document (RFC 9457).

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use vocabulary::Moment;

/// Why a form is not taken for one of our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// The browser says that another site sends it, or does not say who does.
    OtherPage,
    /// The browser sends no cookie.
    NoCookie,
    /// The token is missing, or belongs to an earlier visit.
    OldForm,
}

/// What went wrong. Handlers return it as their error; [`crate::open`] draws the page.
#[derive(Clone, Debug)]
pub enum Problem {
    /// 400: the request cannot be read.
    Unreadable,
    /// 400: the address names something that nobody knows; which, as a text in the reader's language.
    Unknown(String),
    /// 403: this person may not; the reason as a message key.
    Forbidden(&'static str),
    /// 403: the form does not come from one of our own pages.
    Unsafe(Stranger),
    /// 403: what needs a cookie cannot be done over plain http to another machine.
    NeedsHttps,
    /// 404: nothing stands here.
    NotFound,
    /// 405: this address does not take that method.
    NotAllowed,
    /// 410: something stood here and was taken back.
    Gone {
        /// When.
        since: Option<Moment>,
        /// Why, as a text in the reader's language.
        why: Option<String>,
    },
    /// 413: more than is taken.
    TooLarge {
        /// The most that is taken, in bytes.
        most: usize,
    },
    /// 414: the address is too long.
    AddressTooLong,
    /// 415: a kind of content that is not taken here.
    WrongKind,
    /// 422: readable, but it cannot be done; the reason as a message key.
    Refused(&'static str),
    /// 429: too often.
    TooMany {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// 431: too many or too long headers.
    HeadersTooLarge,
    /// 500: broken; the detail goes to the log under the mark that the page shows.
    Broken(Arc<str>),
    /// 503: not now.
    Unavailable {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// 503: there is no room left to keep anything.
    Full,
    /// 303: the answer stands elsewhere in the same language, such as the page for logging in.
    Elsewhere(String),
}

impl Problem {
    /// Something that must not happen, with the detail for the log. No personal data in it.
    pub fn broken(detail: impl AsRef<str>) -> Problem {
        Problem::Broken(Arc::from(detail.as_ref()))
    }

    /// The status on the wire.
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::Unreadable | Problem::Unknown(_) => StatusCode::BAD_REQUEST,
            Problem::Forbidden(_) | Problem::Unsafe(_) | Problem::NeedsHttps => StatusCode::FORBIDDEN,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Problem::Gone { .. } => StatusCode::GONE,
            Problem::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::AddressTooLong => StatusCode::URI_TOO_LONG,
            Problem::WrongKind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Problem::HeadersTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Problem::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Problem::Unavailable { .. } | Problem::Full => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Elsewhere(_) => StatusCode::SEE_OTHER,
        }
    }

    /// The problem that an answer without a page stands for; axum's own refusals are such.
    pub(crate) fn of_status(status: StatusCode) -> Option<Problem> {
        Some(match status.as_u16() {
            400 => Problem::Unreadable,
            404 => Problem::NotFound,
            405 => Problem::NotAllowed,
            413 => Problem::TooLarge { most: 64 * 1024 },
            414 => Problem::AddressTooLong,
            415 => Problem::WrongKind,
            422 => Problem::Unreadable,
            431 => Problem::HeadersTooLarge,
            500 => Problem::broken("an answer with status 500 and no page"),
            503 => Problem::Unavailable { retry_after: 30 },
            _ => return None,
        })
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Problem::TooMany { retry_after } | Problem::Unavailable { retry_after } => Some(*retry_after),
            Problem::Full => Some(60),
            _ => None,
        }
    }
}

impl From<store::Fault> for Problem {
    fn from(fault: store::Fault) -> Problem {
        match &fault {
            store::Fault::Unreachable(_) | store::Fault::Busy(_) => {
                tracing::warn!(cause = %chain(&fault), "the store could not answer");
                Problem::Unavailable { retry_after: 10 }
            }
            store::Fault::Full(_) => {
                tracing::error!(cause = %chain(&fault), "the disk takes no more");
                Problem::Full
            }
            _ => Problem::broken(chain(&fault)),
        }
    }
}

/// An error with its causes, for the log.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

impl IntoResponse for Problem {
    /// The status alone; the outer layer finds the problem in the answer and draws its page.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
