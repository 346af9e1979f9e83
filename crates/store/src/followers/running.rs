//! Followers at work: in the background of a server, or to rest in a test.

use std::future::Future;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::Followers;
use super::hearing::{BATCH, Hearing, MANY, Step};
use super::together::{Patience, Together, Turn};
use crate::{Fault, Store};

/// How often somebody looks whether another process told a fact.
const LOOK: Duration = Duration::from_millis(200);
/// How long facts are gathered after some were heard, when many are told.
const GATHER: Duration = Duration::from_millis(10);
/// How long the followers rest when nothing is told.
const LONG: Duration = Duration::from_secs(60);

impl Followers {
    /// Hears until told to stop. Own commits are heard almost at once, another process's within 200 ms. Transactions
    /// under way are finished first.
    pub async fn run(&self, shutdown: impl Future<Output = ()> + Send) {
        let (stop, stopped) = watch::channel(Stop::Not);
        let together = Together::new(self.store.clone(), &self.all, BATCH);
        let tasks = [
            tokio::spawn(look(self.store.clone(), stopped.clone())),
            tokio::spawn(follow(self.store.clone(), together, stopped)),
        ];
        shutdown.await;
        stop.send_replace(Stop::Now);
        for task in tasks {
            if let Err(ended) = task.await {
                tracing::error!(%ended, "a follower's task did not end well");
            }
        }
    }

    /// Hears until every follower has dealt with every fact, without waiting between attempts: a fact that
    /// fails is parked at once. For tests, for commands, and before a backup.
    pub async fn settle(&self) -> Result<(), Fault> {
        let mut together = Together::new(self.store.clone(), &self.all, MANY);
        loop {
            match together.step(Patience::None).await {
                Turn::Moved => {}
                Turn::Rest(_) => return Ok(()),
                Turn::Unreachable(_, fault) => return Err(fault),
            }
        }
    }

    /// The same for one follower alone: for a command that needs what it makes and nothing else.
    pub async fn settle_one(&self, name: &str) -> Result<(), Fault> {
        let mut hearing = Hearing::new(self.store.clone(), self.named(name)?, MANY);
        loop {
            match hearing.step().await {
                Step::Rest => return Ok(()),
                Step::Moved | Step::Again(_) => {}
                Step::Unreachable(_, fault) => return Err(fault),
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Not,
    Now,
}

/// Looks where the head is, so that facts told by other processes are heard too.
async fn look(store: Store, mut stopped: watch::Receiver<Stop>) {
    while timeout(LOOK, stopped.changed()).await.is_err() {
        if let Err(fault) = store.look().await {
            tracing::warn!(cause = fault.cause(), "the journal's head cannot be read");
            sleep(LOOK).await;
        }
    }
}

async fn follow(store: Store, mut together: Together, mut stopped: watch::Receiver<Stop>) {
    let mut heads = store.heads();
    while *stopped.borrow() == Stop::Not {
        heads.mark_unchanged();
        match together.step(Patience::Waits).await {
            // What is told meanwhile is heard in one transaction.
            Turn::Moved => pause(GATHER, &mut stopped).await,
            Turn::Rest(wait) => {
                tokio::select! {
                    changed = heads.changed() => if changed.is_err() { return },
                    () = sleep(wait.unwrap_or(LONG)) => {}
                    _ = stopped.changed() => return,
                }
            }
            Turn::Unreachable(wait, fault) => {
                tracing::warn!(cause = fault.cause(), "the followers wait for the database");
                pause(wait, &mut stopped).await;
            }
        }
    }
}

async fn pause(wait: Duration, stopped: &mut watch::Receiver<Stop>) {
    tokio::select! {
        () = sleep(wait) => {}
        _ = stopped.changed() => {}
    }
}
