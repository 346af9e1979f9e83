//! The platform put together: the secretariat's [`desk`], which looks into every room, and the [`wiring`]. All rooms can
//! be named from here, whichever floor they stand on.
//!
//! `register ◂ people ◂ governments ◂ calls ◂ declarations ◂ actions ◂ cohorts ◂ assessment ◂ intake ◂ desk`

pub mod desk;
pub mod wiring;

pub use signing::{House, calls, declarations, governments, house, people, register};
pub use submitting::{actions, assessment, cohorts, intake};
