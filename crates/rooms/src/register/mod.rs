//! The public face: the store of public records, search, lists, map and home. It knows no other room.
//!
//! Each room hands the register, in the wiring, what may be seen of it ([`Speaks`]); the [`projection`] keeps the
//! answers; the [`snapshot`] of this process follows them. Everything public reads only this.
//! Suggested reading order: [`record`], [`projection`], [`snapshot`], `records`, `tables`.

pub mod projection;
pub mod record;
mod records;
pub mod snapshot;
pub mod tables;

pub use record::{Card, Findable, Mark, Party, PublicRecord, Said, Sign, Speaks};
pub use records::{Found, find, find_all, last_change};
