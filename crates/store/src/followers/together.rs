//! Followers hear together: one transaction and one commit for what all of them make of a few facts.
//!
//! Who fails goes alone until it has caught up, and is parked by itself; so does who tells, for as long as there is
//! something to tell of. The others go on.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::hearing::{Hearing, Step, panicked, wait};
use super::{Follower, Place, Voice, cursor};
use crate::{Fault, Heard, Store, journal};

/// What a turn came to.
pub(super) enum Turn {
    /// Nobody has more to hear; who waits alone is to be asked again after this long.
    Rest(Option<Duration>),
    /// Something was heard or parked; there may be more.
    Moved,
    /// The database does not answer or is busy: try again after this long.
    Unreachable(Duration, Fault),
}

/// Whether who failed waits before the next attempt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Patience {
    /// It waits, as a server has it.
    Waits,
    /// It does not: what fails again and again is parked at once.
    None,
}

/// All followers of a store, with what each remembers.
pub(super) struct Together {
    store: Store,
    parts: Vec<Part>,
    batch: u64,
    unreachable: u32,
}

struct Part {
    hearing: Hearing,
    alone: bool,
    not_before: Option<Instant>,
}

/// Who was hearing which fact, for when it fails.
#[derive(Default)]
struct Where {
    who: AtomicUsize,
    place: Place,
}

impl Together {
    /// So many facts are heard in one transaction.
    pub(super) fn new(store: Store, followers: &[Arc<dyn Follower>], batch: u64) -> Self {
        let part = |follower: &Arc<dyn Follower>| {
            let hearing = Hearing::new(store.clone(), follower.clone(), batch);
            Part { hearing, alone: false, not_before: None }
        };
        Self { parts: followers.iter().map(part).collect(), store, batch, unreachable: 0 }
    }

    /// Lets everyone hear what comes next: those who go together, then those who go alone.
    pub(super) async fn step(&mut self, patience: Patience) -> Turn {
        let mut moved = match self.together().await {
            Ok(moved) => moved,
            Err(fault) => {
                let wait = wait(self.unreachable);
                self.unreachable += 1;
                return Turn::Unreachable(wait, fault);
            }
        };
        self.unreachable = 0;
        for part in self.parts.iter_mut().filter(|part| part.alone) {
            let waits = part.not_before.is_some_and(|at| at > Instant::now());
            if waits && patience == Patience::Waits {
                continue;
            }
            match part.hearing.step().await {
                Step::Rest => (part.alone, part.not_before) = (false, None),
                Step::Moved => moved = true,
                Step::Again(wait) => {
                    part.not_before = Some(Instant::now() + wait);
                    moved |= patience == Patience::None;
                }
                Step::Unreachable(wait, fault) => return Turn::Unreachable(wait, fault),
            }
        }
        if moved { Turn::Moved } else { Turn::Rest(self.pause()) }
    }

    /// How long until the first of those who wait alone.
    fn pause(&self) -> Option<Duration> {
        let waits = self.parts.iter().filter(|part| part.alone).filter_map(|part| part.not_before);
        waits.min().map(|at| at.saturating_duration_since(Instant::now()))
    }

    /// Says whether anything was heard. Only where the database does not answer is there a fault: who fails goes alone.
    async fn together(&mut self) -> Result<bool, Fault> {
        let singing: Vec<usize> = (0..self.parts.len()).filter(|n| !self.parts[*n].alone).collect();
        let followers: Vec<Arc<dyn Follower>> =
            singing.iter().map(|n| self.parts[*n].hearing.follower().clone()).collect();
        let names: Vec<&'static str> = followers.iter().map(|follower| follower.name()).collect();
        if names.is_empty()
            || self.store.look().await?.position <= cursor::least(self.store.read(), &names).await?
        {
            return Ok(false);
        }
        let at = Arc::<Where>::default();
        // In a task of its own, so that a panic ends the task and not the house.
        let task = tokio::spawn(advance(self.store.clone(), followers, names, self.batch, at.clone()));
        let fault = match task.await {
            Ok(Ok(leaving)) => {
                leaving.into_iter().for_each(|n| self.parts[singing[n]].alone = true);
                return Ok(true);
            }
            Ok(Err(fault)) => fault,
            Err(ended) => panicked(&ended),
        };
        if fault.is_unreachable() || fault.is_busy() {
            return Err(fault);
        }
        match at.place.last() {
            // Nobody was hearing: whom it concerns shows when each goes alone.
            0 => singing.iter().for_each(|n| self.parts[*n].alone = true),
            position => {
                let part = &mut self.parts[singing[at.who.load(Ordering::SeqCst)]];
                part.alone = true;
                part.hearing.failed_at(position);
            }
        }
        Ok(true)
    }
}

/// Lets them hear a few facts in one transaction. Gives those who have to go on alone, because they tell.
async fn advance(
    store: Store,
    followers: Vec<Arc<dyn Follower>>,
    names: Vec<&'static str>,
    most: u64,
    at: Arc<Where>,
) -> Result<Vec<usize>, Fault> {
    let tx = store.note(store.clock().now()).await?;
    let cursors = cursor::claim_all(&tx, &names).await?;
    let least = cursors.iter().copied().min().unwrap_or(0);
    let facts = journal::since(tx.conn(), least, most).await?;
    let Some(last) = facts.last().map(|fact| fact.position) else { return Ok(Vec::new()) };
    let (mut leaving, mut placed) = (Vec::new(), Vec::new());
    for (n, follower) in followers.iter().enumerate() {
        let concerns = |fact: &Heard| fact.position > cursors[n] && follower.hears(&fact.kind);
        if follower.voice() == Voice::Tells && facts.iter().any(&concerns) {
            leaving.push(n);
            continue;
        }
        at.who.store(n, Ordering::SeqCst);
        let concern: Vec<&Heard> = facts.iter().filter(|fact| concerns(fact)).collect();
        follower.hear_all(&tx, &concern, &at.place).await?;
        at.place.is(0);
        if cursors[n] < last {
            placed.push(names[n]);
        }
    }
    if !placed.is_empty() {
        cursor::place_all(&tx, &placed, last).await?;
    }
    tx.commit().await?;
    Ok(leaving)
}
