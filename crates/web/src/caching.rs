//! Public pages that browsers and proxies may keep for a moment.

use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use http::{HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

use crate::At;

/// How long a public page may be shown without asking again: never by a browser, which asks with its tag and is
/// answered in a few bytes, so that whoever withdraws an action sees it gone; for a moment by a cache in front,
/// because a protective withdrawal must be off every page within a minute.
const KEEP: &str = "public, max-age=0, s-maxage=20, must-revalidate";

/// Serves a public page: `key` names everything its content depends on beside its address, such as the
/// snapshot's position. A browser that has it already gets 304, and the page is not drawn.
pub fn served(at: &At, key: &str, draw: impl FnOnce() -> Response) -> Response {
    let tag = tag(at, key);
    let known = at.known_tags.as_deref().is_some_and(|tags| tags.split(',').any(|one| one.trim() == tag));
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { draw() };
    if known || response.status() == StatusCode::OK {
        let tag = HeaderValue::from_str(&tag).expect("hex is plain ASCII");
        response.headers_mut().insert(header::ETAG, tag);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(KEEP));
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    response
}

/// Weak, because the same page is sent with and without compression.
fn tag(at: &At, key: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(at.kit.mark());
    let banner = at.kit.banner(at.lang).map(|(_, text)| text).unwrap_or_default();
    for part in [at.lang.code(), &at.path_and_query(), key, &banner] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    format!("W/\"{}\"", HEXLOWER.encode(&hash.finalize()[..12]))
}
