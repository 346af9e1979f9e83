//! An officer's home: the governments one acts for, how each mandate stands, and what comes next.

use askama::Template;
use async_trait::async_trait;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use sea_orm::DatabaseConnection;
use store::Fault;
use vocabulary::{Arg, BESIDE, GovernmentId, Moment, Say};
use web::{At, Frame, Link, Problem, Tone};

use super::answer::Done;
use super::government::Government;
use super::mandate::{Mandate, MandateState, Over};
use super::{records, words};
use crate::house::House;
use crate::people::SignedIn;

/// One mandate as its holder sees it.
struct Line {
    name: String,
    about: String,
    dot: &'static str,
    state: String,
    /// What the state means for the person.
    means: String,
    reason: String,
    /// What to do next.
    next: Option<Link>,
    /// What else can be done.
    others: Vec<Link>,
    again: Option<String>,
}

/// A room to the right that knows whether a government has signed; the wiring hands it in.
#[async_trait]
pub trait Signed: Send + Sync {
    /// Whether a signature of this government was sent and stands or waits.
    async fn has_signed(&self, conn: &DatabaseConnection, government: GovernmentId) -> Result<bool, Fault>;
}

#[derive(Template)]
#[template(path = "governments/pages/my.html")]
struct MyPage {
    frame: Frame,
    lines: Vec<Line>,
    over: Vec<Line>,
}

/// Where the government is, in what capacity and function the person acts.
fn about(say: &Say, mandate: &Mandate, of: &Government) -> String {
    let parts =
        [words::country(say, &of.profile), say.t(words::kind(mandate.kind)), mandate.function.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BESIDE)
}

fn line(at: &At, mandate: &Mandate, government: &Government, now: Moment, signed: bool) -> Line {
    let say = &at.say;
    let reference = &government.reference;
    let (means, reason) = match &mandate.state {
        MandateState::Asked => (say.t("governments-my-asked"), String::new()),
        MandateState::Confirmed { at: when, .. } => {
            (say.with("governments-my-confirmed", &[("date", Arg::from(say.date(*when)))]), String::new())
        }
        MandateState::Refused { reason, .. } => (say.t("governments-my-refused"), reason.clone()),
        MandateState::Expired { .. } => (say.t("governments-my-expired"), String::new()),
        MandateState::Ended { at: when, over } => {
            let reason = match over {
                Over::ByDesk { reason } => reason.clone(),
                Over::Left | Over::TakenOver | Over::RanOut => String::new(),
            };
            (say.with("governments-my-ended", &[("date", Arg::from(say.date(*when)))]), reason)
        }
    };
    let stands = mandate.stands_at(now);
    let again = matches!(
        mandate.state,
        MandateState::Refused { .. }
            | MandateState::Expired { .. }
            | MandateState::Ended { over: Over::RanOut | Over::ByDesk { .. }, .. }
    );
    let to = |key: &str, path: String| Link::new(say.t(key), at.to(&path));
    let mut steps = Vec::new();
    if stands && mandate.is_confirmed() {
        steps.push(to("governments-my-sign", format!("/my/governments/{reference}/sign")));
    }
    if stands {
        let begin = to("governments-my-begin", format!("/my/actions/new?government={reference}"));
        steps.insert(if signed { 0 } else { steps.len() }, begin);
    }
    if stands && mandate.is_confirmed() {
        steps.push(to("governments-my-leaders", format!("/my/governments/{reference}/leaders")));
        steps.push(to("governments-my-edit", format!("/my/governments/{reference}/profile")));
    }
    if stands {
        steps.push(to("governments-my-prove", format!("/my/mandates/{}/proof", mandate.id)));
        steps.push(to("governments-my-leave", format!("/my/mandates/{}/leave", mandate.id)));
    }
    let mut steps = steps.into_iter();
    Line {
        name: government.profile.called(say.lang).to_owned(),
        about: about(say, mandate, government),
        dot: words::dot(&mandate.state),
        state: say.t(words::state(&mandate.state)),
        means,
        reason,
        next: steps.next(),
        others: steps.collect(),
        again: again.then(|| at.to(&format!("/my/governments/ask/details?government={reference}"))),
    }
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let now = house.now();
    let mandates = records::mandates_of(house.store.read(), who.person).await?;
    let frame = who.frame(&at, "governments-my-title").here("my");
    let frame = match done.done.as_str() {
        "asked" => frame.notice(Tone::Done, at.say.t("governments-my-done-asked")),
        "taken" => frame.notice(Tone::Done, at.say.t("governments-my-done-taken")),
        "edited" => frame.notice(Tone::Done, at.say.t("governments-my-done-edited")),
        "edit-asked" => frame.notice(Tone::Done, at.say.t("governments-my-done-edit-asked")),
        "proved" => frame.notice(Tone::Done, at.say.t("governments-my-done-proved")),
        "left" => frame.notice(Tone::Done, at.say.t("governments-my-done-left")),
        _ => frame,
    };
    let frame = mandates.iter().fold(frame, |frame, (_, of)| words::with_note(frame, &of.profile));
    let (stand, over): (Vec<_>, Vec<_>) =
        mandates.into_iter().partition(|(mandate, _)| mandate.stands_at(now));
    let mut lines = Vec::with_capacity(stand.len());
    for (mandate, government) in &stand {
        let signed = house.has_signed(government.id).await?;
        lines.push(line(&at, mandate, government, now, signed));
    }
    let over = over.iter().map(|(mandate, government)| line(&at, mandate, government, now, false)).collect();
    Ok(web::html(MyPage { frame, lines, over }))
}
