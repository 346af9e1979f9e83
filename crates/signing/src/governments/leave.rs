//! An act: end a mandate. A person leaves, or the desk ends it; the government's record stays.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{Arg, MandateId};
use web::{At, ErrorLine, Errors, Field, Form, Frame, Kind, Pairs, Problem, Tone};

use super::answer::Done;
use super::mandate::{Mandate, NotWaiting, Over};
use super::may::{self, Refused};
use super::{hand_over, records, words};
use crate::house::House;
use crate::people::{Acting, SignedIn};

/// Why a mandate was not ended.
#[derive(Debug, Error)]
pub enum LeaveRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such mandate.
    #[error("there is no such mandate")]
    Unknown,
    /// It is over already.
    #[error(transparent)]
    NotWaiting(#[from] NotWaiting),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<LeaveRefused> for Problem {
    fn from(refused: LeaveRefused) -> Problem {
        match refused {
            LeaveRefused::May(refused) => Problem::Forbidden(refused.key()),
            LeaveRefused::Unknown => Problem::NotFound,
            LeaveRefused::NotWaiting(_) => Problem::Refused("governments-refused-not-waiting"),
            LeaveRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Ends a mandate.
pub async fn leave(tx: &Tx, acting: &Acting, id: MandateId) -> Result<(Mandate, Position), LeaveRefused> {
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(LeaveRefused::Unknown)?;
    may::end(acting, &mandate)?;
    let ended = mandate.end(Over::Left, tx.now())?;
    records::save_mandate(tx, &ended).await?;
    let fact = Fact::new("mandate.ended", Subject::new("mandate", id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok((ended, position))
}

#[derive(Template)]
#[template(path = "governments/pages/leave.html")]
struct LeavePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    base: String,
    /// Whether it can be handed over.
    hands: bool,
    /// The colleague who was named, and what follows.
    named: Option<String>,
    address: Field,
}

/// The page: hand over, or leave.
pub(super) async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    id: MandateId,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Problem> {
    let say = &at.say;
    let mandate = records::mandate(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    may::end(&who.acting(), &mandate).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let government = records::canonical_of(house.store.read(), mandate.government).await?;
    let name = government.as_ref().map(|one| one.profile.called(say.lang)).unwrap_or_default();
    let named = hand_over::named(house, id).await?.map(|asked| {
        let args = [
            ("address", Arg::from(asked.address.as_str())),
            ("date", Arg::from(say.date(asked.at))),
            ("until", Arg::from(say.date(asked.until))),
        ];
        say.with("governments-hand-named", &args)
    });
    let frame = who.frame(at, "governments-leave-title").here("my").errors(errors);
    let frame = government.iter().fold(frame, |frame, one| words::with_note(frame, &one.profile));
    let frame = match done {
        "handed" => frame.notice(Tone::Done, say.t("governments-hand-done")),
        "taken-back" => frame.notice(Tone::Done, say.t("governments-hand-taken-back")),
        _ => frame,
    };
    Ok(web::html(LeavePage {
        frame,
        errors: errors.summary(say),
        lead: say.with("governments-leave-lead", &[("name", Arg::from(name))]),
        base: at.to(&format!("/my/mandates/{id}")),
        hands: mandate.is_confirmed() && mandate.stands_at(house.now()) && who.person == mandate.person,
        named,
        address: Form::new(say, errors, pairs)
            .text("address", "governments-hand-address")
            .hint(say.t("governments-hand-address-hint"))
            .kind(Kind::Email),
    }))
}

/// The page that asks once more.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    draw(&house, &at, &who, id, &Errors::new(), &Pairs::none(), &done.done).await
}

/// Ends it.
pub(super) async fn end(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let tx = house.act().await?;
    leave(&tx, &who.acting(), id).await?;
    tx.commit().await?;
    Ok(at.see("/my?done=left"))
}
