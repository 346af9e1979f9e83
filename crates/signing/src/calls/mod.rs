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

/// The addresses of this room.
pub fn routes() -> Routes<crate::House> {
    let everyone = Access::Everyone;
    Routes::new("calls")
        .get("/{lang}/about", "calls.read-about", everyone, owed_page::about)
        .get("/{lang}/privacy", "calls.read-privacy", everyone, owed_page::privacy)
        .get("/{lang}/accessibility", "calls.read-accessibility", everyone, owed_page::accessibility)
        .get("/{lang}/contact", "calls.read-contact", everyone, owed_page::contact)
        .get("/{lang}/licence", "calls.read-licence", everyone, owed_page::licence)
        .get("/{lang}/imprint", "calls.read-imprint", everyone, owed_page::imprint)
        .get("/{lang}/about/history", "calls.read-about-history", everyone, owed_history::about)
        .get("/{lang}/privacy/history", "calls.read-privacy-history", everyone, owed_history::privacy)
        .get(
            "/{lang}/accessibility/history",
            "calls.read-accessibility-history",
            everyone,
            owed_history::accessibility,
        )
        .get("/{lang}/licence/history", "calls.read-licence-history", everyone, owed_history::licence)
        .get("/.well-known/security.txt", "calls.read-security", everyone, security::file)
}
