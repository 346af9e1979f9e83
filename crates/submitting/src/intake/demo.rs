//! An act: fill a demonstration. Done twice, it neither doubles nor loses anything.

use store::Fault;
use vocabulary::Actor;

use super::import::{Import, ImportRefused, import};
use super::invented::Invented;
use super::play::{PROGRAM, Stage, staff};
use super::{Report, first_call};
use crate::House;
use crate::declarations;
use crate::people::Role;

/// The cohort of real records from public sources, as they stand in the project.
const ACTIONS: &str = include_str!("../../../../examples/cohort/actions.jsonl");
const SIGNATORIES: &str = include_str!("../../../../examples/cohort/signatories.jsonl");
const DECISIONS: &str = include_str!("../../../../examples/cohort/decisions.toml");

pub(super) const INVENTED: &str = include_str!("../../../../examples/cohort/invented.toml");

/// The address of a demonstration's secretariat.
pub const SECRETARIAT: &str = "secretariat@localaction.example";

/// The address of its assessor.
pub const ASSESSOR: &str = "assessor@localaction.example";

/// The address of another assessor, who has marked already.
const COLLEAGUE: &str = "colleague@localaction.example";

/// The address of its editor.
const EDITOR: &str = "editor@localaction.example";

/// The address of one of its officers: for a government with a published action.
pub const OFFICER: &str = "officer@almerevale.example";

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

/// Fills the house with what a demonstration shows: the first Call, the cohort through the real import, and the
/// invented governments through the real acts.
pub async fn demo(house: &House) -> Result<(), DemoRefused> {
    first_call(house).await?;
    cohort(house).await?;
    play_invented(house).await?;
    Ok(())
}

async fn play_invented(house: &House) -> Result<(), Fault> {
    let invented = Invented::parse(INVENTED)?;
    let call = house.call().ok_or_else(|| Fault::broken("a demonstration without a Call"))?;
    let tx = house.act().await?;
    let declaration = declarations::ensure(&tx, Actor::Program(PROGRAM), &call).await?;
    let desk = staff(&tx, house, Role::Secretariat, (SECRETARIAT, "Noor Adeyemi (invented)")).await?;
    let assessor = staff(&tx, house, Role::Assessor, (ASSESSOR, "Tomas Lindqvist (invented)")).await?;
    let colleague = staff(&tx, house, Role::Assessor, (COLLEAGUE, "Inés Okafor (invented)")).await?;
    let editor = staff(&tx, house, Role::Editor, (EDITOR, "Leïla Marchetti (invented)")).await?;
    tx.commit().await?;
    let stage = Stage {
        house,
        invented: &invented,
        call: &call,
        declaration: &declaration,
        desk,
        panel: [assessor, colleague],
        editor,
    };
    for one in &invented.governments {
        let tx = house.act().await?;
        if stage.play(&tx, one).await?.is_some() {
            tx.commit().await?;
        }
    }
    stage.gather().await
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
