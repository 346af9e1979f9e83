//! The headers that every answer carries, errors too.

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::{Kit, Transport};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; connect-src 'self'";

/// Who may show an answer.
const READERS: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

const ALWAYS: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (READERS, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    (header::CACHE_CONTROL, "no-store"),
];

/// What a page in a frame of another site may do: look as it looks, and run the one script that tells its height.
const IN_FRAMES: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
     form-action 'none'; frame-ancestors *; base-uri 'none'";

/// Marks an answer that other sites may show in a frame.
#[derive(Clone, Copy, Debug)]
struct ForFrames;

/// Lets other sites show this answer in a frame. It must set no cookie and hold no form.
#[must_use]
pub fn for_frames(mut response: Response) -> Response {
    response.extensions_mut().insert(ForFrames);
    response
}

/// Lets every site show this answer and its scripts read it: files, figures, pictures.
#[must_use]
pub fn for_every_site(answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(READERS, HeaderValue::from_static("cross-origin"));
    response
}

/// Adds the headers that are not there yet: a handler may be stricter (a file's sandbox), and a public page
/// says itself how long it may be kept.
pub(crate) fn secure(kit: &Kit, response: &mut Response) {
    let framed = response.extensions().get::<ForFrames>().is_some();
    let headers = response.headers_mut();
    if framed {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(IN_FRAMES));
        headers.insert(READERS, HeaderValue::from_static("cross-origin"));
    }
    for (name, value) in ALWAYS.into_iter().filter(|(name, _)| !framed || name != header::X_FRAME_OPTIONS) {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if kit.transport() == Transport::Https {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(year);
    }
}

/// Whether the request was sent to a name of this machine itself.
pub fn host_is_loopback(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|value| value.to_str().ok()) else { return false };
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.to_ascii_lowercase();
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_loopback() {
        let asked = |host: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            host_is_loopback(&headers)
        };
        for host in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "demo.localhost", "LOCALHOST"] {
            assert!(asked(host), "{host}");
        }
        for host in ["example.org", "127.0.0.1.example.org", "localhost.example.org", "192.168.1.2:8080"] {
            assert!(!asked(host), "{host}");
        }
    }
}
