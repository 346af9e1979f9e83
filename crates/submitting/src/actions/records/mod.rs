//! The rows of actions and every query on them: `actions` themselves, their `versions`, their `drafts`, their
//! `pictures` with what was confirmed before sending.

pub(super) mod actions;
pub(super) mod clearance;
pub(super) mod drafts;
pub(super) mod on_behalf;
pub(super) mod partners;
pub(super) mod pictures;
mod rows;
pub(super) mod versions;
