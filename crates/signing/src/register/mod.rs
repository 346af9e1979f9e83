//! The public face: the store of public records, search, lists, map and home. It knows no other room.
//!
//! Each room hands the register, in the wiring, what may be seen of it ([`Speaks`]); the [`projection`] keeps the
//! answers; the [`snapshot`] of this process follows them. Everything public reads only this.
//! Suggested reading order: [`record`], [`projection`], [`snapshot`], `records`, `tables`; then the pages: [`words`],
//! [`facets`], `ask`, `rows`, `list`, and what stands on them: `figures`, `home`, `countries`, `country`, `objectives`,
//! `map`. `programs` answers machines.

mod ask;
mod countries;
mod country;
pub mod facets;
mod figures;
mod home;
mod list;
mod map;
mod objective;
mod objectives;
mod programs;
pub mod projection;
pub mod record;
mod records;
mod rows;
pub mod snapshot;
pub mod tables;
pub mod words;

use web::{Access, Routes};

use crate::House;

pub use record::{Card, Findable, Mark, Party, PublicRecord, Said, Sign, Speaks};
pub use records::{Found, find, find_all, last_change};
pub use words::{Label, Words};

/// The addresses of the public face.
pub fn routes() -> Routes<House> {
    let everyone = Access::Everyone;
    Routes::new("register")
        .get("/{lang}", "register.home", everyone, home::page)
        .get("/{lang}/", "register.home", everyone, home::page)
        .get("/{lang}/actions", "register.list-actions", everyone, list::actions)
        .get("/{lang}/governments", "register.list-governments", everyone, list::governments)
        .get("/{lang}/search", "register.search", everyone, list::search)
        .get("/{lang}/countries", "register.list-countries", everyone, countries::page)
        .get("/{lang}/countries/{iso}", "register.read-country", everyone, country::page)
        .get("/{lang}/objectives", "register.list-objectives", everyone, objectives::page)
        .get("/{lang}/objectives/{framework}", "register.list-objectives", everyone, objectives::framework)
        .get("/{lang}/objectives/{framework}/{code}", "register.read-objective", everyone, objective::page)
        .get("/{lang}/map", "register.map", everyone, map::page)
        .get("/healthz", "register.alive", everyone, programs::alive)
        .get("/readyz", "register.ready", everyone, programs::ready)
        .get("/version", "register.version", everyone, programs::version)
}

/// What a public page depends on beside its address: the snapshot, the Call's words, the day.
fn snapshot_key(house: &House, words: &Words) -> String {
    let at = house.index.snapshot();
    format!("{}/{}/{:x}/{}", at.epoch, at.position, words.mark, house.now().date())
}
