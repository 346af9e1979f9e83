//! Cohorts: public, named sets of actions, such as those of one round or those shown at one forum. An action may stand in
//! several and is renewed, not copied: it keeps its reference, its page and its history wherever it is named.
//!
//! Suggested reading order: [`cohort`], `may`, the acts ([`make`], [`choose`], [`freeze`]), `public`, `page`, `desk`,
//! `records`, [`tables`].
//!
//! Facts told: `cohort.made`, `cohort.described`, `cohort.frozen`; about the action that they concern, `cohort.put-in` and
//! `cohort.taken-out`. None holds a text.

pub mod choose;
pub mod cohort;
mod desk;
pub mod freeze;
pub mod make;
mod may;
mod page;
mod public;
mod records;
pub mod refused;
pub mod tables;

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use store::Fault;
use web::{Access, Routes};

pub use cohort::{Cohort, CohortId, Frozen};
pub use public::token;
pub use refused::CohortRefused;

use crate::House;
use crate::actions::Adds;
use crate::register::Speaks;

/// One cohort.
pub async fn by_id(conn: &impl ConnectionTrait, id: CohortId) -> Result<Option<Cohort>, Fault> {
    records::find(conn, id).await
}

/// Whether a cohort was first called so.
pub async fn titled(conn: &impl ConnectionTrait, title: &str) -> Result<bool, Fault> {
    Ok(records::all(conn).await?.iter().any(|one| one.title.original_text() == title))
}

/// What this room has to say to the register.
pub fn speaks() -> Arc<dyn Speaks> {
    Arc::new(public::Voice)
}

/// What this room adds to the public record of an action: the cohorts that it stands in.
pub fn adds() -> Arc<dyn Adds> {
    Arc::new(public::Voice)
}

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let (everyone, at_desk) = (Access::Everyone, Access::Desk);
    Routes::new("cohorts")
        .get("/{lang}/cohorts", "cohorts.list", everyone, page::list)
        .get("/{lang}/cohorts/{slug}", "cohorts.see", everyone, page::page)
        .get("/{lang}/cohorts/{slug}/history", "cohorts.see", everyone, page::history)
        .get("/{lang}/desk/cohorts", "cohorts.list-at-desk", at_desk, desk::list)
        .post("/{lang}/desk/cohorts", "cohorts.make", at_desk, desk::made)
        .get("/{lang}/desk/cohorts/{id}", "cohorts.see-at-desk", at_desk, desk::page)
        .post("/{lang}/desk/cohorts/{id}/{act}", "cohorts.change", at_desk, desk::post)
}
