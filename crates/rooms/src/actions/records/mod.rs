//! The rows of actions and every query on them: `actions` themselves, their `versions`, their `drafts`.

pub(super) mod actions;
pub(super) mod clearance;
pub(super) mod drafts;
pub(super) mod on_behalf;
pub(super) mod partners;
mod rows;
pub(super) mod versions;
