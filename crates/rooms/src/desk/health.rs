//! How the house is doing: the followers and what they have parked, and the mail.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use vocabulary::Arg;
use web::{At, Fact, Frame, Pairs, Problem, Tone};

use crate::House;
use crate::people::AtDesk;

struct Following {
    name: &'static str,
    position: String,
    lag: String,
    behind: bool,
}

struct Parked {
    follower: String,
    position: i64,
    tries: String,
    day: String,
    cause: String,
    label: String,
}

#[derive(Template)]
#[template(path = "desk/pages/health.html")]
struct Health {
    frame: Frame,
    following: Vec<Following>,
    parked: Vec<Parked>,
    mail: Vec<Fact>,
}

/// What stands behind the question mark.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let say = &at.say;
    let followers = house.followers();
    let following = followers.status().await?.into_iter().map(|standing| Following {
        name: standing.name,
        position: say.number(standing.position),
        lag: say.with("desk-health-lag", &[("n", Arg::from(standing.lag))]),
        behind: standing.lag > 0,
    });
    let parked = followers.parked().await?.into_iter().map(|fact| Parked {
        label: say.with("desk-health-retry-label", &[("n", Arg::from(fact.position))]),
        follower: fact.follower,
        position: fact.position,
        tries: say.number(fact.attempts),
        day: say.date(fact.at),
        cause: fact.cause,
    });
    let status = post::status(house.store.read()).await?;
    let counted = |key: &str, n: u64| Fact::new(say.t(key), say.number(i64::try_from(n).unwrap_or(i64::MAX)));
    let mail = vec![
        counted("desk-mail-waiting", status.waiting),
        counted("desk-mail-late", status.late),
        counted("desk-mail-sent", status.sent + status.local),
        counted("desk-mail-failed", status.failed),
    ];
    let frame = who.frame(&at, "desk-health-title").here("desk");
    let frame = match query.done.as_deref() {
        Some("heard") => frame.notice(Tone::Done, say.t("desk-health-heard")),
        Some("failed") => frame.notice(Tone::Care, say.t("desk-health-failed")),
        _ => frame,
    };
    Ok(web::html(Health { frame, following: following.collect(), parked: parked.collect(), mail }))
}

/// An act: let a follower hear a parked fact once more.
pub(super) async fn retry(
    State(house): State<House>,
    at: At,
    AtDesk(_): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let position = pairs.text("position").parse().map_err(|_| Problem::Unreadable)?;
    match house.followers().retry_parked(pairs.text("follower"), position).await {
        Ok(()) => Ok(at.see("/desk/health?done=heard")),
        Err(fault) if fault.is_unreachable() || fault.is_busy() => Err(fault.into()),
        Err(fault) => {
            tracing::warn!(position, cause = fault.cause(), "a parked fact failed once more");
            Ok(at.see("/desk/health?done=failed"))
        }
    }
}
