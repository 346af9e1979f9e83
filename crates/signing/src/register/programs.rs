//! What programs ask: is the house alive, is it ready, which version is it.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use store::Fault;

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
