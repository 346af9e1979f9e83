//! Public pages that browsers and proxies may keep for a moment.

use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use http::{HeaderName, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

use crate::{At, Problem, asking, kept};

const CDN_CACHE_CONTROL: HeaderName = HeaderName::from_static("cdn-cache-control");

/// How long a public page may be shown without asking again: never by a browser, which asks with its tag and is
/// answered in a few bytes, so that whoever withdraws an action sees it gone; for a moment by a cache in front,
/// because a protective withdrawal must be off every page within a minute.
const KEEP: &str = "public, max-age=0, s-maxage=20, must-revalidate";
/// The same for a network of caches that knows RFC 9213: it may show what it has while it asks again. Both times
/// together, and the seconds for which this house relies on what it knows, stay within that minute.
const KEEP_AT_CDN: &str = "public, max-age=20, stale-while-revalidate=25";

/// Serves a public page: `key` names everything its content depends on beside its address, such as the
/// snapshot's position. A browser that has it already gets 304, and the page is not drawn.
pub fn served(at: &At, key: &str, draw: impl FnOnce() -> Response) -> Response {
    let tag = tag(at, key);
    let response =
        if asking::has(&at.known_tags, &tag) { StatusCode::NOT_MODIFIED.into_response() } else { draw() };
    kept_for_a_moment(response, &tag)
}

/// The same for what takes its time to be drawn, and may fail.
pub async fn served_later(
    at: &At,
    key: &str,
    draw: impl Future<Output = Result<Response, Problem>>,
) -> Result<Response, Problem> {
    let tag = tag(at, key);
    let response = if asking::has(&at.known_tags, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        draw.await?
    };
    Ok(kept_for_a_moment(response, &tag))
}

fn kept_for_a_moment(mut response: Response, tag: &str) -> Response {
    if matches!(response.status(), StatusCode::NOT_MODIFIED | StatusCode::OK) {
        let tag = HeaderValue::from_str(tag).expect("hex is plain ASCII");
        response.headers_mut().insert(header::ETAG, tag);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(KEEP));
        response.headers_mut().insert(CDN_CACHE_CONTROL, HeaderValue::from_static(KEEP_AT_CDN));
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    if response.status() == StatusCode::OK {
        kept::for_everyone(&mut response);
    }
    response
}

/// Weak, because the same page is sent with and without compression.
fn tag(at: &At, key: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(at.kit.mark());
    hash.update(at.kit.pages().look().to_le_bytes());
    let banner = at.kit.banner(at.lang).map(|(_, text)| text).unwrap_or_default();
    for part in [at.lang.code(), &at.path_and_query(), key, &banner] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    format!("W/\"{}\"", HEXLOWER.encode(&hash.finalize()[..12]))
}
