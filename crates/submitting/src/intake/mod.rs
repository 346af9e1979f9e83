//! Records entered from a source: files that are imported, and what a demonstration begins with.
//!
//! In reading order: a file read whole (`table` and its three readers), what its columns mean (`mapping`), what the
//! secretariat decided about what cannot be read alone (`decisions`), what a row asks for (`parties`, `asked`), which
//! government it means (`government`), the act (`import`) and its `report`; then the `first_call` of a house, and what
//! a demonstration shows (`demo`, `invented` governments that `play` their acts, their actions `gathered` in cohorts,
//! `generator`).
//!
//! Invariant: nothing is enacted here for a real government. A record enters *on file*, with the source it was read
//! at; only the governments of an invented country sign, send and are published in a demonstration.

mod asked;
mod decisions;
mod demo;
mod first_call;
mod fuller;
mod gathered;
mod generator;
mod government;
mod import;
mod invented;
mod mapping;
mod parties;
mod play;
mod read_csv;
mod read_jsonl;
mod read_xlsx;
mod refused;
mod report;
mod spoken;
mod table;

pub use decisions::{Decisions, DecisionsRefused};
pub use demo::{ASSESSOR, DemoRefused, OFFICER, SECRETARIAT, cohort, demo};
pub use first_call::first_call;
pub use generator::generate;
pub use import::{Earnest, Import, ImportRefused, import};
pub use mapping::{Mapping, MappingRefused};
pub use report::{Found, Named, Outcome, Report, RowReport, Totals};
pub use table::Broken;
