//! A Call: its texts and languages, its frameworks and priorities as data, the bodies around it with their dates.
//!
//! Nothing in the code names a Call. The first one comes from `examples/cohort/call.toml`; another one, with another
//! declaration and other frameworks, is another file given to `localaction call create`.
//! Suggested reading order: [`call`], [`rubric`], [`catalogue`], [`file`], [`create`], `records`, `tables`.

mod about;
pub mod call;
pub mod catalogue;
pub mod create;
pub mod file;
mod records;
pub mod rubric;
pub mod tables;

pub use call::{Body, BodyRole, Call, Licence, Portal};
pub use catalogue::{Catalogue, Label};
pub use records::{bodies_on, by_id, by_slug, catalogue, current};
pub use rubric::{Anchors, Criterion, HIGHEST};

use web::{Access, Routes};

/// The addresses of this room.
pub fn routes() -> Routes<crate::House> {
    Routes::new("calls").get("/{lang}/about", "calls.read-about", Access::Everyone, about::page)
}
