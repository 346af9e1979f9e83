//! An act: fill a demonstration. Done twice, it neither doubles nor loses anything.

use store::Fault;

use super::import::{Import, ImportRefused, import};
use super::{Report, first_call};
use crate::House;

/// The cohort of real records from public sources, as they stand in the project.
const ACTIONS: &str = include_str!("../../../../examples/cohort/actions.jsonl");
const SIGNATORIES: &str = include_str!("../../../../examples/cohort/signatories.jsonl");
const DECISIONS: &str = include_str!("../../../../examples/cohort/decisions.toml");

/// Why a demonstration could not be filled.
#[derive(Debug, thiserror::Error)]
pub enum DemoRefused {
    /// The cohort could not be imported.
    #[error(transparent)]
    Import(#[from] ImportRefused),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Fills the house with what a demonstration shows: the first Call and the cohort, through the real import.
pub async fn demo(house: &House) -> Result<(), DemoRefused> {
    first_call(house).await?;
    cohort(house).await?;
    Ok(())
}

/// Imports the cohort: the actions first, because they name the governments in full, then the signatures.
pub async fn cohort(house: &House) -> Result<[Report; 2], ImportRefused> {
    let decisions = Some(("decisions.toml", DECISIONS));
    let of =
        |name, text: &'static str| Import { name, bytes: text.as_bytes(), decisions, ..Import::default() };
    let actions = import(house, &of("actions.jsonl", ACTIONS), |_, _| {}).await?;
    let signatures = import(house, &of("signatories.jsonl", SIGNATORIES), |_, _| {}).await?;
    Ok([actions, signatures])
}
