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

/// The pages that a public service owes: the address of each, and its act.
const PAGES: [(&str, &str, Owed); 6] = [
    ("/{lang}/about", "calls.read-about", Owed::About),
    ("/{lang}/privacy", "calls.read-privacy", Owed::Privacy),
    ("/{lang}/accessibility", "calls.read-accessibility", Owed::Accessibility),
    ("/{lang}/contact", "calls.read-contact", Owed::Contact),
    ("/{lang}/licence", "calls.read-licence", Owed::Licence),
    ("/{lang}/imprint", "calls.read-imprint", Owed::Imprint),
];
/// The histories of those that name nobody.
const HISTORIES: [(&str, &str, Owed); 4] = [
    ("/{lang}/about/history", "calls.read-about-history", Owed::About),
    ("/{lang}/privacy/history", "calls.read-privacy-history", Owed::Privacy),
    ("/{lang}/accessibility/history", "calls.read-accessibility-history", Owed::Accessibility),
    ("/{lang}/licence/history", "calls.read-licence-history", Owed::Licence),
];

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let everyone = Access::Everyone;
    let routes = Routes::new("calls");
    let routes = PAGES.into_iter().fold(routes, |routes, (path, act, owed)| {
        routes.get(path, act, everyone, move |house, at| owed_page::show(house, at, owed))
    });
    let routes = HISTORIES.into_iter().fold(routes, |routes, (path, act, owed)| {
        routes.get(path, act, everyone, move |house, at| owed_history::show(house, at, owed))
    });
    routes.get("/.well-known/security.txt", "calls.read-security", everyone, security::file)
}
