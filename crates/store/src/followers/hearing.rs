//! One follower hears: a batch in one transaction, one by one after a failure, parked after several.

use std::sync::Arc;
use std::time::Duration;

use super::{Follower, ParkedFact, Place, Voice, cursor};
use crate::{Fault, Heard, Position, Store, Tx, journal};

/// How often a fact is tried before it is parked.
pub const ATTEMPTS: u32 = 5;
/// How many facts are heard in one transaction when nothing fails: few, as whoever writes waits for it.
pub(super) const BATCH: u64 = 100;
/// How many where a command catches up, and nobody waits.
pub(super) const MANY: u64 = 1_000;
/// How long before the next attempt, by the number of failures; the last holds for more.
const WAITS: [Duration; 4] =
    [Duration::from_millis(200), Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(30)];
/// Causes are kept for the desk, not as archives.
const LONGEST_CAUSE: usize = 500;

/// What a step came to.
pub(super) enum Step {
    /// There is nothing more to hear.
    Rest,
    /// Something was heard or parked; there may be more.
    Moved,
    /// A fact failed: try again after this long.
    Again(Duration),
    /// The database does not answer or is busy: try again after this long.
    Unreachable(Duration, Fault),
}

/// One follower's way through the journal, with its memory of failures.
pub(super) struct Hearing {
    store: Store,
    follower: Arc<dyn Follower>,
    batch: u64,
    failing: Option<(Position, u32)>,
    unreachable: u32,
}

struct Failed {
    at: Position,
    fault: Fault,
}

impl Hearing {
    pub(super) fn new(store: Store, follower: Arc<dyn Follower>, batch: u64) -> Self {
        Self { store, follower, batch, failing: None, unreachable: 0 }
    }

    /// Who hears.
    pub(super) fn follower(&self) -> &Arc<dyn Follower> {
        &self.follower
    }

    /// A fact failed while it was heard together with others: from here on it is heard alone, one by one.
    pub(super) fn failed_at(&mut self, at: Position) {
        self.failing = Some((at, 0));
    }

    /// Hears what comes next.
    pub(super) async fn step(&mut self) -> Step {
        let most = if self.failing.is_some() { 1 } else { self.batch };
        match self.attempt(most).await {
            Ok(last) => {
                self.unreachable = 0;
                // One by one until the fact that failed is behind.
                self.failing = self.failing.filter(|(at, _)| last.is_some_and(|last| last < *at));
                if last.is_none() { Step::Rest } else { Step::Moved }
            }
            Err(Failed { fault, .. }) if fault.is_unreachable() || fault.is_busy() => {
                let wait = wait(self.unreachable);
                self.unreachable += 1;
                Step::Unreachable(wait, fault)
            }
            Err(failed) if most > 1 => {
                // What came before it in the batch is undone too: hear it again, one by one.
                self.failing = Some((failed.at, 0));
                Step::Moved
            }
            Err(failed) => self.failed(failed).await,
        }
    }

    async fn failed(&mut self, failed: Failed) -> Step {
        let before = self.failing.filter(|(at, _)| *at == failed.at).map_or(0, |(_, failures)| failures);
        let failures = before + 1;
        self.failing = Some((failed.at, failures));
        let (name, position) = (self.follower.name(), failed.at);
        tracing::warn!(follower = name, position, failures, cause = failed.fault.cause(), "a fact failed");
        if failures < ATTEMPTS {
            return Step::Again(wait(failures - 1));
        }
        match self.park(&failed, failures).await {
            Ok(()) => {
                tracing::error!(follower = name, position, "a fact was parked");
                self.failing = None;
                Step::Moved
            }
            Err(fault) => Step::Unreachable(wait(failures - 1), fault),
        }
    }

    /// Runs in a task of its own, so that a panic ends the task and not the house.
    async fn attempt(&self, most: u64) -> Result<Option<Position>, Failed> {
        let at = Arc::<Place>::default();
        let task = tokio::spawn(advance(self.store.clone(), self.follower.clone(), most, at.clone()));
        let fault = match task.await {
            Ok(Ok(last)) => return Ok(last),
            Ok(Err(fault)) => fault,
            Err(ended) => panicked(&ended),
        };
        Err(Failed { at: at.last(), fault })
    }

    async fn park(&self, failed: &Failed, failures: u32) -> Result<(), Fault> {
        let tx = self.store.note(self.store.clock().now()).await?;
        let name = self.follower.name();
        if cursor::claim(&tx, name).await? < failed.at {
            let parked = ParkedFact {
                follower: name.to_owned(),
                position: failed.at,
                attempts: failures.into(),
                cause: failed.fault.cause().chars().take(LONGEST_CAUSE).collect(),
                at: tx.now(),
            };
            cursor::park(&tx, &parked).await?;
            cursor::place(&tx, name, failed.at).await?;
        }
        tx.commit().await
    }
}

/// Begins a transaction as the follower needs it.
pub(super) async fn begin(store: &Store, voice: Voice) -> Result<Tx, Fault> {
    let now = store.clock().now();
    match voice {
        Voice::Silent => store.note(now).await,
        Voice::Tells => store.act(now).await,
    }
}

/// Lets a follower hear everything it has not heard yet, and stops at the first fact that fails.
pub(super) async fn hear_all(store: Store, follower: Arc<dyn Follower>) -> Result<(), Fault> {
    loop {
        let task = tokio::spawn(advance(store.clone(), follower.clone(), BATCH, Arc::default()));
        if task.await.unwrap_or_else(|ended| Err(panicked(&ended)))?.is_none() {
            return Ok(());
        }
    }
}

/// Lets a follower hear a parked fact once more.
pub(super) async fn hear_parked(
    store: Store,
    follower: Arc<dyn Follower>,
    position: Position,
) -> Result<(), Fault> {
    let task = tokio::spawn(async move {
        let tx = begin(&store, follower.voice()).await?;
        cursor::claim(&tx, follower.name()).await?;
        if !cursor::unpark(&tx, follower.name(), position).await? {
            return Err(Fault::operator(format!(
                "The follower \"{}\" has not parked the fact {position}. Look at the list of parked facts.",
                follower.name()
            )));
        }
        if let Some(fact) = journal::at(tx.conn(), position).await? {
            follower.hear(&tx, &fact).await?;
        }
        tx.commit().await
    });
    task.await.unwrap_or_else(|ended| Err(panicked(&ended)))
}

/// Hears at most so many facts in one transaction and gives the last; `at` says which one was being heard.
async fn advance(
    store: Store,
    follower: Arc<dyn Follower>,
    most: u64,
    at: Arc<Place>,
) -> Result<Option<Position>, Fault> {
    let before = cursor::read(store.read(), follower.name()).await?;
    if store.look().await?.position <= before {
        return Ok(None);
    }
    let tx = begin(&store, follower.voice()).await?;
    let cursor = cursor::claim(&tx, follower.name()).await?;
    at.is(cursor + 1);
    let facts = journal::since(tx.conn(), cursor, most).await?;
    let Some(last) = facts.last().map(|fact| fact.position) else { return Ok(None) };
    let concern: Vec<&Heard> = facts.iter().filter(|fact| follower.hears(&fact.kind)).collect();
    follower.hear_all(&tx, &concern, &at).await?;
    cursor::place(&tx, follower.name(), last).await?;
    tx.commit().await?;
    Ok(Some(last))
}

/// How long after so many failures.
pub(super) fn wait(failures: u32) -> Duration {
    let n = usize::try_from(failures).unwrap_or(usize::MAX);
    WAITS.get(n).or(WAITS.last()).copied().unwrap_or_default()
}

/// What a task that did not end by itself comes to.
pub(super) fn panicked(ended: &tokio::task::JoinError) -> Fault {
    Fault::broken(if ended.is_panic() { "it panicked; the log has the place" } else { "it was stopped" })
}
