//! An act of the house itself: a file that was sent with an unfinished signature, and that no signature leans on after
//! thirty days, loses its content.

use store::{Fault, Files, Tx};

use super::records::signatures;
use crate::house::House;

/// The kind of owner of a file that is kept while the rest of the form is put right: the person who sent it.
pub(super) const WAITS: &str = "signing";
/// After so many days nobody comes back for it.
pub const SWEPT_AFTER_DAYS: i64 = 30;

/// Forgets what nobody sent. Gives how many files that were.
pub async fn sweep(house: &House, tx: &Tx) -> Result<usize, Fault> {
    let files = Files::new(&house.folder);
    let before = tx.now().plus_days(-SWEPT_AFTER_DAYS);
    let (mut swept, mut last) = (0, None);
    loop {
        let ids: Vec<_> =
            files.older(tx.conn(), WAITS, before, last).await?.iter().map(|file| file.id).collect();
        if ids.is_empty() {
            return Ok(swept);
        }
        last = ids.last().copied();
        let leaned_on = signatures::leaning(tx.conn(), &ids).await?;
        for id in ids.into_iter().filter(|id| !leaned_on.contains(id)) {
            files.forget(tx, id).await?;
            swept += 1;
        }
    }
}
