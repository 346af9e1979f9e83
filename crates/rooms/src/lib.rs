//! The platform itself: one folder per room, named with the domain's words, in the order in which a record passes
//! through them. A room imports only rooms to its left, through their door; to the right it tells, it never calls.
//!
//! `register ◂ people ◂ governments ◂ calls ◂ declarations ◂ actions ◂ assessment ◂ intake ◂ desk`
//!
//! [`house`] is what every handler is given; [`wiring`] puts the rooms together.

pub mod actions;
pub mod assessment;
pub mod calls;
pub mod declarations;
pub mod desk;
pub mod governments;
pub mod house;
pub mod intake;
pub mod people;
pub mod register;
pub mod wiring;

pub use house::House;
