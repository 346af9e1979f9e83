//! The platform itself: one folder per room, named with the domain's words, in the order in which a record passes
//! through them. A room imports only rooms to its left, through their door; to the right it tells, it never calls.
//!
//! `register ◂ people ◂ governments ◂ calls ◂ declarations ◂ actions ◂ intake ◂ desk`

pub mod calls;
pub mod governments;
pub mod register;
