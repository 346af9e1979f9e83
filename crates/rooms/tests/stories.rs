//! Stories: each room's, told through the door, on both databases.
#![expect(clippy::unwrap_used, reason = "a story stops at the first thing that is not as it should be")]

mod harness;
mod house;

#[path = "../src/actions/tests.rs"]
mod actions;

#[path = "../src/intake/tests.rs"]
mod intake;

#[path = "../src/declarations/tests.rs"]
mod declarations;

#[path = "../src/declarations/tests/signing.rs"]
mod signing;

#[path = "../src/governments/tests.rs"]
mod governments;

#[path = "../src/governments/tests/mandates.rs"]
mod mandates;

#[path = "../src/governments/tests/record.rs"]
mod record;

#[path = "../src/people/tests.rs"]
mod people;

#[path = "../src/register/tests.rs"]
mod register;
