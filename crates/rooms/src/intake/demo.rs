//! An act: fill a demonstration. Done twice, it neither doubles nor loses anything.

use store::Fault;

use super::first_call;
use crate::House;

/// Why a demonstration could not be filled.
#[derive(Debug, thiserror::Error)]
pub enum DemoRefused {
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Fills the house with what a demonstration shows.
pub async fn demo(house: &House) -> Result<(), DemoRefused> {
    first_call(house).await?;
    Ok(())
}
