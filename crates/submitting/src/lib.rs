//! What a city **submits**: the second floor. Actions from a blank draft to the public page, their assessment, and what
//! comes in otherwise than through a form. The rooms of the floor below are named here as if they stood on this one.
//!
//! `… declarations ◂ actions ◂ cohorts ◂ assessment ◂ intake`

pub mod actions;
pub mod assessment;
pub mod cohorts;
pub mod intake;

pub use signing::{House, calls, declarations, governments, house, people, register};
