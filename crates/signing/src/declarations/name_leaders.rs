//! Acts: say who governs, with their consent; take somebody off again, whole.

use store::{Fact, Fault, Files, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{GovernmentId, Uuid};

use super::leader::Leader;
use super::may::{self, Refused};
use super::records::leaders;
use crate::governments;
use crate::house::House;
use crate::people::Acting;

/// Why nobody was named or taken off.
#[derive(Debug, Error)]
pub enum LeaderRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is nobody of that id.
    #[error("nobody of this id is named; look at the list again")]
    Unknown,
    /// A term that ends before it begins.
    #[error("the term ends before it begins")]
    Backwards,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl LeaderRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            LeaderRefused::May(refused) => Some(refused.key()),
            LeaderRefused::Unknown => Some("declarations-refused-leader-unknown"),
            LeaderRefused::Backwards => Some("declarations-error-term"),
            LeaderRefused::Fault(_) => None,
        }
    }
}

/// Names somebody, or changes what is said of them. A portrait that is replaced is forgotten.
pub async fn name(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    leader: &Leader,
) -> Result<Position, LeaderRefused> {
    allowed(tx, acting, leader.government).await?;
    if leader.is_backwards() {
        return Err(LeaderRefused::Backwards);
    }
    let before = leaders::by_id(tx.conn(), leader.id).await?;
    if before.as_ref().is_some_and(|before| before.government != leader.government) {
        return Err(LeaderRefused::Unknown);
    }
    let old = before.and_then(|before| before.portrait).map(|portrait| portrait.file);
    if let Some(old) = old.filter(|old| leader.portrait.as_ref().is_none_or(|new| new.file != *old)) {
        Files::new(&house.folder).forget(tx, old).await?;
    }
    leaders::save(tx, leader).await?;
    told(tx, acting, "leader.named", leader.government).await
}

/// Takes somebody off: nothing of theirs is kept.
pub async fn take_off(house: &House, tx: &Tx, acting: &Acting, id: Uuid) -> Result<Position, LeaderRefused> {
    let leader = leaders::by_id(tx.conn(), id).await?.ok_or(LeaderRefused::Unknown)?;
    allowed(tx, acting, leader.government).await?;
    if let Some(portrait) = &leader.portrait {
        Files::new(&house.folder).forget(tx, portrait.file).await?;
    }
    leaders::remove(tx, id).await?;
    told(tx, acting, "leader.removed", leader.government).await
}

async fn allowed(tx: &Tx, acting: &Acting, government: GovernmentId) -> Result<(), LeaderRefused> {
    let mandate = match acting.actor.person() {
        Some(person) => governments::standing(tx.conn(), person, government, tx.now()).await?,
        None => None,
    };
    Ok(may::name_leaders(acting, mandate.as_ref())?)
}

async fn told(
    tx: &Tx,
    acting: &Acting,
    kind: &'static str,
    government: GovernmentId,
) -> Result<Position, LeaderRefused> {
    let fact = Fact::new(kind, Subject::new("government", government), acting.actor);
    Ok(tx.tell(fact.public()).await?)
}
