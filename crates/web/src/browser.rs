//! The browser's cookie, and the token that proves that a form is ours.
//!
//! The cookie holds 256 bits of chance and is written without touching the database, so a page with a form
//! can set it on GET. The token is an HMAC of the cookie, masked anew for each page so that compression
//! tells nothing about it. A room that keeps sessions keys them by [`Browser::fingerprint`] and calls
//! [`Browser::renew`] when someone logs in or out.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::FromRequestParts;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::at::kit_of;
use crate::headers::host_is_loopback;
use crate::{Kit, Problem, Transport};

const SECURE_NAME: &str = "__Host-la";
const LOOPBACK_NAME: &str = "la";
const TOKEN: usize = 16;

/// A browser, known by its cookie.
#[derive(Clone)]
pub struct Browser {
    id: String,
    csrf: String,
    kit: Kit,
    slot: CookieSlot,
}

/// Where an extractor leaves the cookie to be set; the outer layer adds it to the answer.
#[derive(Clone, Default)]
pub(crate) struct CookieSlot(Arc<Mutex<Option<HeaderValue>>>);

impl CookieSlot {
    pub(crate) fn take(&self) -> Option<HeaderValue> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, cookie: HeaderValue) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(cookie);
    }
}

impl Browser {
    /// The token for this page's forms: `Frame::csrf(browser.csrf())`.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// What the database may keep of the cookie: its SHA-256, so that a stolen table opens no session.
    pub fn fingerprint(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(self.id.as_bytes()))
    }

    /// Gives the browser a new cookie: at every log-in and log-out, so that nobody can plant one.
    #[must_use]
    pub fn renew(&self) -> Browser {
        Browser::mint(&self.kit, &self.slot)
    }

    fn mint(kit: &Kit, slot: &CookieSlot) -> Browser {
        let id = BASE32_NOPAD.encode(&kit.chance::<32>());
        let cookie = match kit.transport() {
            Transport::Https => format!("{SECURE_NAME}={id}; Path=/; Secure; HttpOnly; SameSite=Lax"),
            Transport::Http => format!("{LOOPBACK_NAME}={id}; Path=/; HttpOnly; SameSite=Lax"),
        };
        slot.put(HeaderValue::from_str(&cookie).expect("base32 and attributes are plain ASCII"));
        Browser::known(kit, slot, id)
    }

    fn known(kit: &Kit, slot: &CookieSlot, id: String) -> Browser {
        let csrf = mask(&proof(kit, &id), &kit.chance::<TOKEN>());
        Browser { id, csrf, kit: kit.clone(), slot: slot.clone() }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Browser {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Browser, Problem> {
        if let Some(browser) = parts.extensions.get::<Browser>() {
            return Ok(browser.clone());
        }
        let kit = kit_of(parts)?;
        if kit.transport() == Transport::Http && !host_is_loopback(&parts.headers) {
            return Err(Problem::NeedsHttps);
        }
        let slot = parts.extensions.get::<CookieSlot>().cloned().unwrap_or_default();
        let browser = match cookie(&kit, &parts.headers) {
            Some(id) => Browser::known(&kit, &slot, id),
            None => Browser::mint(&kit, &slot),
        };
        parts.extensions.insert(browser.clone());
        Ok(browser)
    }
}

/// The id in the cookie; nothing where there is no cookie or where we could not have written it.
pub(crate) fn cookie(kit: &Kit, headers: &HeaderMap) -> Option<String> {
    let name = match kit.transport() {
        Transport::Https => SECURE_NAME,
        Transport::Http => LOOPBACK_NAME,
    };
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let id = pairs.find_map(|(n, value)| (n == name).then_some(value))?;
    BASE32_NOPAD.decode(id.as_bytes()).ok().filter(|bytes| bytes.len() == 32)?;
    Some(id.to_owned())
}

/// Whether a token was made for the browser with this id.
pub(crate) fn token_fits(kit: &Kit, id: &str, token: &str) -> bool {
    let Ok(bytes) = HEXLOWER.decode(token.as_bytes()) else { return false };
    if bytes.len() != 2 * TOKEN {
        return false;
    }
    let (mask, masked) = bytes.split_at(TOKEN);
    let shown: Vec<u8> = mask.iter().zip(masked).map(|(a, b)| a ^ b).collect();
    shown.ct_eq(&proof(kit, id)).into()
}

fn proof(kit: &Kit, id: &str) -> [u8; TOKEN] {
    let mut mac = Hmac::<Sha256>::new_from_slice(kit.secret()).expect("HMAC takes keys of any length");
    mac.update(b"form token\0");
    mac.update(id.as_bytes());
    let whole = mac.finalize().into_bytes();
    let mut proof = [0; TOKEN];
    proof.copy_from_slice(&whole[..TOKEN]);
    proof
}

fn mask(proof: &[u8; TOKEN], mask: &[u8; TOKEN]) -> String {
    let masked: Vec<u8> = proof.iter().zip(mask).map(|(a, b)| a ^ b).collect();
    HEXLOWER.encode(&[mask.as_slice(), &masked].concat())
}
