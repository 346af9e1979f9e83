//! The secretariat's home: what waits, oldest first; the journal; how the followers and the mail are doing.
//!
//! The desk draws from the rooms to its left and keeps no table of its own. What is decided is decided on the pages of
//! the room the thing belongs to; the desk leads there.
//! Suggested reading order: [`home`], `journal`, `health`.

mod health;
mod home;
mod journal;
mod patterns;

use web::{Access, Routes};

use crate::House;

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    Routes::new("desk")
        .get("/{lang}/desk", "desk.see", Access::Desk, home::page)
        .get("/{lang}/desk/journal", "desk.read-journal", Access::Desk, journal::page)
        .get("/{lang}/desk/health", "desk.see-health", Access::Desk, health::page)
        .get("/{lang}/desk/patterns", "desk.see-patterns", Access::Desk, patterns::page)
        .post("/{lang}/desk/health/retry", "desk.retry-fact", Access::Desk, health::retry)
}
