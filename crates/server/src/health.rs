//! How a house is: what `doctor` says in sentences and /metrics in numbers.

use std::path::Path;

use rooms::House;
use rooms::register;
use store::Fault;
use store::followers::Standing;

/// How a house is.
pub struct Health {
    /// The journal's head.
    pub head: i64,
    /// How far each follower is.
    pub followers: Vec<Standing>,
    /// The last change of public records that this process's index holds.
    pub index: i64,
    /// How many it lacks.
    pub index_behind: i64,
    /// The outbox.
    pub mail: post::Status,
    /// For how many seconds the oldest letter waits.
    pub oldest_letter: i64,
    /// Room left on the disk of the data folder, in bytes, where that can be told.
    pub free: Option<u64>,
}

/// How this house is now.
pub async fn of(house: &House) -> Result<Health, Fault> {
    let followers = house.followers().status().await?;
    let last = register::last_change(house.store.read()).await?;
    let index = house.index.snapshot().position;
    let mail = post::status(house.store.read()).await?;
    Ok(Health {
        head: house.store.look().await?.position,
        followers,
        index,
        index_behind: (last - index).max(0),
        oldest_letter: mail.oldest.map_or(0, |oldest| house.now().since(oldest).max(0)),
        mail,
        free: free(house.folder.root()),
    })
}

/// Room left on the disk of a folder for somebody who is not root, in bytes.
pub fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}
