//! A Call: its texts and languages, its frameworks and priorities as data, the bodies around it with their dates.
//!
//! Nothing in the code names a Call. The first one comes from `examples/cohort/call.toml`; another one, with another
//! declaration and other frameworks, is another file given to `localaction call create`.
//! Suggested reading order: [`call`], [`rubric`], [`catalogue`], [`file`], [`create`]; the pages that a public service
//! owes: [`owed`], `write_page`, `owed_page`, `owed_history`, `security`; then `records`, `tables`.

pub mod call;
pub mod catalogue;
pub mod create;
pub mod file;
pub mod owed;
mod owed_history;
mod owed_page;
mod records;
pub mod rubric;
mod security;
pub mod tables;
mod write_page;

pub use call::{Body, BodyRole, Call, Licence, Portal};
pub use catalogue::{Catalogue, Label};
pub use owed::{Owed, Pages, Written};
pub use records::{bodies_on, by_id, by_slug, catalogue, current, pages, priorities};
pub use rubric::{Anchors, Criterion, HIGHEST};
pub use write_page::{WriteRefused, write_page};

use web::{Access, Routes};

use crate::House;

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let everyone = Access::Everyone;
    Routes::new("calls")
        .get("/{lang}/about", "calls.read-about", everyone, |house, at| {
            owed_page::show(house, at, Owed::About)
        })
        .get("/{lang}/privacy", "calls.read-privacy", everyone, |house, at| {
            owed_page::show(house, at, Owed::Privacy)
        })
        .get("/{lang}/accessibility", "calls.read-accessibility", everyone, |house, at| {
            owed_page::show(house, at, Owed::Accessibility)
        })
        .get("/{lang}/contact", "calls.read-contact", everyone, |house, at| {
            owed_page::show(house, at, Owed::Contact)
        })
        .get("/{lang}/licence", "calls.read-licence", everyone, |house, at| {
            owed_page::show(house, at, Owed::Licence)
        })
        .get("/{lang}/imprint", "calls.read-imprint", everyone, |house, at| {
            owed_page::show(house, at, Owed::Imprint)
        })
        .get("/{lang}/about/history", "calls.read-about-history", everyone, |house, at| {
            owed_history::show(house, at, Owed::About)
        })
        .get("/{lang}/privacy/history", "calls.read-privacy-history", everyone, |house, at| {
            owed_history::show(house, at, Owed::Privacy)
        })
        .get("/{lang}/accessibility/history", "calls.read-accessibility-history", everyone, |house, at| {
            owed_history::show(house, at, Owed::Accessibility)
        })
        .get("/{lang}/licence/history", "calls.read-licence-history", everyone, |house, at| {
            owed_history::show(house, at, Owed::Licence)
        })
        .get("/.well-known/security.txt", "calls.read-security", everyone, security::file)
}
