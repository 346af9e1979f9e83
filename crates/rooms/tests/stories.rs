//! Stories: each room's, told through the door, on both databases.
#![expect(clippy::unwrap_used, reason = "a story stops at the first thing that is not as it should be")]

mod harness;
mod house;

#[path = "../../submitting/src/actions/tests.rs"]
mod actions;

#[path = "../../submitting/src/intake/tests.rs"]
mod intake;

#[path = "../../signing/src/declarations/tests.rs"]
mod declarations;

#[path = "../../signing/src/declarations/tests/signing.rs"]
mod signing;

#[path = "../../signing/src/governments/tests.rs"]
mod governments;

#[path = "../../signing/src/governments/tests/mandates.rs"]
mod mandates;

#[path = "../../signing/src/governments/tests/record.rs"]
mod record;

#[path = "../../signing/src/people/tests.rs"]
mod people;

#[path = "../../signing/src/register/tests.rs"]
mod register;

#[path = "../../signing/src/register/tests/as_of.rs"]
mod as_of;

#[path = "../../signing/src/register/tests/lines.rs"]
mod file_lines;

#[path = "../../signing/src/register/tests/leaving.rs"]
mod leaving;

#[path = "../../signing/src/register/tests/finding.rs"]
mod finding;

#[path = "../../signing/src/register/tests/everything.rs"]
mod everything;

#[path = "../../signing/src/register/tests/fresh.rs"]
mod fresh;

#[path = "../../signing/src/register/tests/heads.rs"]
mod heads;

#[path = "../../signing/src/register/tests/lost.rs"]
mod lost;

#[path = "../../signing/src/register/tests/names.rs"]
mod names;

#[path = "../../signing/src/register/tests/on_the_map.rs"]
mod on_the_map;

#[path = "../../signing/src/register/tests/pictures.rs"]
mod pictures;

#[path = "../../signing/src/register/tests/said_again.rs"]
mod said_again;

#[path = "../../signing/src/register/tests/ranges.rs"]
mod ranges;

#[path = "../../signing/src/register/tests/plain_files.rs"]
mod plain_files;

#[path = "../../signing/src/register/tests/typed.rs"]
mod typed;
