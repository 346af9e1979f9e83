//! This room's tables and every query on them: people, roles, codes, sessions, requests to addresses.

pub(super) mod codes;
pub(super) mod people;
pub(super) mod roles;
pub(super) mod rows;
pub(super) mod sessions;
pub(super) mod vouch;
