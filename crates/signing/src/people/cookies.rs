//! The mark by which a browser shows that it has logged in with an address before. It opens nothing: it only lets
//! the owner's own browser ask for a code while strangers ask for that address too often.

use axum::http::{HeaderMap, HeaderValue, header};
use post::Address;
use web::Transport;

use super::code::{same, seal};
use super::limits::Asker;

/// For how long the mark is kept, in seconds: half a year.
const KEPT: i64 = 15_552_000;

fn name(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => "__Host-la-known",
        Transport::Http => "la-known",
    }
}

fn mark(secret: &[u8; 32], address: &Address) -> String {
    seal(secret, &["known browser", &address.key()])
}

/// Whether the request's browser bears the mark of this address.
pub(super) fn asker(
    secret: &[u8; 32],
    transport: Transport,
    headers: &HeaderMap,
    address: &Address,
) -> Asker {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let shown = pairs.find_map(|(n, value)| (n == name(transport)).then_some(value)).unwrap_or_default();
    if same(shown, &mark(secret, address)) { Asker::Known } else { Asker::Stranger }
}

/// The header that gives the browser the mark.
pub(super) fn give(secret: &[u8; 32], transport: Transport, address: &Address) -> HeaderValue {
    let secure = match transport {
        Transport::Https => " Secure;",
        Transport::Http => "",
    };
    let cookie = format!(
        "{}={}; Path=/;{secure} HttpOnly; SameSite=Lax; Max-Age={KEPT}",
        name(transport),
        mark(secret, address)
    );
    HeaderValue::from_str(&cookie).expect("hexadecimal digits and attributes are plain ASCII")
}

/// The header that takes the mark back.
pub(super) fn take_back(transport: Transport) -> HeaderValue {
    match transport {
        Transport::Https => {
            HeaderValue::from_static("__Host-la-known=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
        }
        Transport::Http => HeaderValue::from_static("la-known=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
    }
}
