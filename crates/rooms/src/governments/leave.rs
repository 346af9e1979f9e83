//! An act: end a mandate. A person leaves, or the desk ends it; the government's record stays.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{Arg, MandateId};
use web::{At, Frame, Problem};

use super::mandate::{Mandate, NotWaiting};
use super::may::{self, Refused};
use super::{records, words};
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
    let ended = mandate.end(tx.now())?;
    records::save_mandate(tx, &ended).await?;
    let fact = Fact::new("mandate.ended", Subject::new("mandate", id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok((ended, position))
}

#[derive(Template)]
#[template(path = "governments/pages/leave.html")]
struct LeavePage {
    frame: Frame,
    lead: String,
}

/// The page that asks once more.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let mandate = records::mandate(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    may::end(&who.acting(), &mandate).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let government = records::canonical_of(house.store.read(), mandate.government).await?;
    let name = government.map(|one| words::line(&at.say, &one)).unwrap_or_default();
    Ok(web::html(LeavePage {
        frame: who.frame(&at, "governments-leave-title").here("my"),
        lead: at.say.with("governments-leave-lead", &[("name", Arg::from(name))]),
    }))
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
