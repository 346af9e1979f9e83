//! The rows of actions and every query on them: `actions` themselves, their `versions`, their `drafts`.

pub(super) mod actions;
pub(super) mod drafts;
mod rows;
pub(super) mod versions;
