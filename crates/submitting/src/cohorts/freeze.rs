//! An act of the desk: freeze the figures of a cohort as they stand today. They are counted from what is public, and stay as
//! they are.

use store::{Position, Tx, canonical};

use super::cohort::{Cohort, Frozen};
use super::make::tell;
use super::refused::CohortRefused;
use super::{may, records};
use crate::people::Acting;

/// Freezes these numbers, each under its message key.
pub async fn freeze(
    tx: &Tx,
    acting: &Acting,
    cohort: &Cohort,
    numbers: Vec<(String, u64)>,
) -> Result<Position, CohortRefused> {
    may::change(acting)?;
    if numbers.iter().all(|(_, number)| *number == 0) {
        return Err(CohortRefused::Empty);
    }
    let (_, hash) = canonical(&numbers)?;
    let frozen = Frozen { at: tx.now(), numbers, hash: hash.to_string() };
    records::freeze(tx, cohort.id, &frozen).await?;
    tell(tx, acting, "cohort.frozen", cohort).await
}
