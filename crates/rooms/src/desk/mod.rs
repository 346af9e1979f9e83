//! The secretariat's home: what waits, oldest first, with its owner and the day it is due; the journal; how the followers
//! and the mail are doing.
//!
//! The desk gathers what waits from the rooms to its left, and keeps only who has taken it. What is decided is decided on
//! the pages of the room the thing belongs to; the desk leads there, and from one to the next.
//! Suggested reading order: [`item`], `waiting`, `own`, [`home`], `journal`, `health`, `records`, `tables`.
//!
//! Facts told: `desk.handed-over`.

pub mod banner;
mod health;
mod home;
pub mod item;
mod journal;
mod own;
mod patterns;
mod records;
pub mod tables;
mod waiting;

use web::{Access, Routes};

use crate::House;

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    Routes::new("desk")
        .get("/{lang}/desk", "desk.see", Access::Desk, home::page)
        .get("/{lang}/desk/next", "desk.see", Access::Desk, home::next)
        .get("/{lang}/desk/previous", "desk.see", Access::Desk, home::previous)
        .post("/{lang}/desk/list", "desk.choose-list", Access::Desk, own::choose)
        .post("/{lang}/desk/own", "desk.hand-over", Access::Desk, own::post)
        .get("/{lang}/desk/journal", "desk.read-journal", Access::Desk, journal::page)
        .get("/{lang}/desk/health", "desk.see-health", Access::Desk, health::page)
        .get("/{lang}/desk/patterns", "desk.see-patterns", Access::Desk, patterns::page)
        .post("/{lang}/desk/health/retry", "desk.retry-fact", Access::Desk, health::retry)
}
