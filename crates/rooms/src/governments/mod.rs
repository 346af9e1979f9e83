//! Local and regional governments, and the mandates by which people act for them.
//!
//! The unit of the platform is the government, not the person: people come and go under mandates, the record stays.
//! Suggested reading order: [`government`], [`mandate`], [`enter`], `records`, `tables`.

pub mod enter;
pub mod government;
pub mod mandate;
mod records;
pub mod tables;

pub use enter::{Match, also_known_as, enter, matching};
pub use government::{Government, Origin, Population, Profile, Tier, core_name};
pub use mandate::{Mandate, MandateKind, MandateState, NotWaiting, OnDomain};
pub use records::{
    by_id, by_reference, canonical_of, ids_of, mandate as mandate_by_id, mandates_for, mandates_of, search,
    standing, waiting,
};
