//! This room's tables and every query on them: people, roles, codes, sessions.

pub(super) mod codes;
pub(super) mod people;
pub(super) mod roles;
pub(super) mod rows;
pub(super) mod sessions;
