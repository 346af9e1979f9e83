//! What a city **signs**: the first floor of the platform. The public register, people, governments, the Call and its
//! declarations; and [`house`], what every handler on every floor is given.
//!
//! One folder per room, named with the domain's words, in the order in which a record passes through them. A room
//! imports only rooms to its left, through their door; to the right it tells, it never calls.
//!
//! `register ◂ people ◂ governments ◂ calls ◂ declarations`, and on the next floor `actions`

pub mod calls;
pub mod declarations;
pub mod governments;
pub mod house;
pub mod people;
pub mod register;

pub use house::House;
