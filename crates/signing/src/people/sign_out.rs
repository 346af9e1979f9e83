//! An act: log out, here or everywhere.

use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use store::{Fault, Tx};
use vocabulary::{PersonId, SessionId};
use web::{At, Browser, Pairs, Problem};

use super::cookies;
use super::records::sessions;
use super::signed_in::SignedIn;
use crate::house::House;

/// Ends every session of a person.
pub async fn sign_out_everywhere(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sessions::end_all(tx, person).await
}

/// Ends the session of this browser, which gets a new cookie. Works without a session too.
pub(super) async fn here(State(house): State<House>, at: At, browser: Browser) -> Result<Response, Problem> {
    let tx = house.note().await?;
    sessions::end_in(&tx, &browser.fingerprint()).await?;
    tx.commit().await?;
    let _renewed = browser.renew();
    Ok(at.see("/sign-in?done=out"))
}

/// Ends every session of whoever is logged in; the mark of a known browser goes with this one.
pub(super) async fn everywhere(
    State(house): State<House>,
    at: At,
    who: SignedIn,
) -> Result<Response, Problem> {
    let tx = house.note().await?;
    sign_out_everywhere(&tx, who.person).await?;
    tx.commit().await?;
    let _renewed = who.browser.renew();
    let mut response = at.see("/sign-in?done=everywhere");
    response.headers_mut().append(header::SET_COOKIE, cookies::take_back(at.kit.transport()));
    Ok(response)
}

/// Ends one session of whoever is logged in.
pub(super) async fn one(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let Ok(id) = pairs.text("session").parse::<SessionId>() else { return Err(Problem::Unreadable) };
    let tx = house.note().await?;
    sessions::end_one(&tx, who.person, id).await?;
    tx.commit().await?;
    Ok(at.see("/me?done=ended"))
}
