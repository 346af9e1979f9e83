//! What programs ask: is the house alive, is it ready, which version is it, what is its sign.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use store::Fault;
use tokio::sync::OnceCell;
use web::Problem;

use super::records;
use crate::House;

/// So far behind may a follower or the index be while the house counts as caught up.
const NEAR: i64 = 50;

/// The process answers.
pub async fn alive() -> Response {
    answer(StatusCode::OK, &json!({ "status": "alive" }))
}

/// The database answers, and followers and index have caught up: readers see what was published.
pub async fn ready(State(house): State<House>) -> Response {
    match state(&house).await {
        Ok((true, state)) => answer(StatusCode::OK, &state),
        Ok((false, state)) => answer(StatusCode::SERVICE_UNAVAILABLE, &state),
        Err(fault) => {
            tracing::warn!(cause = fault.cause(), "the house is not ready: the database does not answer");
            answer(StatusCode::SERVICE_UNAVAILABLE, &json!({ "status": "waiting", "database": "no answer" }))
        }
    }
}

/// Which program this is.
pub async fn version() -> Response {
    answer(StatusCode::OK, &json!({ "name": "localaction", "version": env!("CARGO_PKG_VERSION") }))
}

/// The sign of the house, which pages name as a drawing.
const SIGN: &str = include_str!("../../../../assets/arch.svg");
/// Width and height of the sign as a picture, in pixels.
const ICON: u8 = 48;

/// The sign for whoever asks for it under its old name, as browsers do beside what is no page: a PNG in the frame of an icon.
pub async fn icon() -> Result<Response, Problem> {
    static DRAWN: OnceCell<Vec<u8>> = OnceCell::const_new();
    let icon = DRAWN.get_or_try_init(drawn).await?;
    let headers = [(header::CONTENT_TYPE, "image/x-icon"), (header::CACHE_CONTROL, "public, max-age=86400")];
    Ok((headers, icon.as_slice()).into_response())
}

async fn drawn() -> Result<Vec<u8>, Problem> {
    let sized = SIGN.replacen("<svg ", &format!("<svg width=\"{ICON}\" height=\"{ICON}\" "), 1);
    let png = web::drawing::png(sized).await?;
    let length = u32::try_from(png.len()).unwrap_or(u32::MAX).to_le_bytes();
    // One picture: its size, no palette, one plane, 32 bits a pixel, its length, and where it begins.
    let mut icon = vec![0, 0, 1, 0, 1, 0, ICON, ICON, 0, 0, 1, 0, 32, 0];
    icon.extend(length);
    icon.extend(22_u32.to_le_bytes());
    icon.extend(png);
    Ok(icon)
}

async fn state(house: &House) -> Result<(bool, Value), Fault> {
    let followers = house.followers().status().await?;
    let lag = followers.iter().map(|follower| follower.lag).max().unwrap_or_default();
    let last = records::last_change(house.store.read()).await?;
    let behind = (last - house.index.snapshot().position).max(0);
    let ready = lag <= NEAR && behind <= NEAR;
    let status = if ready { "ready" } else { "waiting" };
    Ok((
        ready,
        json!({ "status": status, "database": "answers", "followers_behind": lag, "index_behind": behind }),
    ))
}

fn answer(status: StatusCode, body: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, body.to_string()).into_response()
}
