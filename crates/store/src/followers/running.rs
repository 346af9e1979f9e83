//! Followers at work: in the background of a server, or to rest in a test.

use std::future::Future;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::Followers;
use super::hearing::{Hearing, Step};
use crate::{Fault, Store};

/// How often somebody looks whether another process told a fact.
const LOOK: Duration = Duration::from_millis(200);

impl Followers {
    /// Hears until told to stop; each follower in a task of its own. Own commits are heard at once, another
    /// process's within 200 ms. Transactions under way are finished first.
    pub async fn run(&self, shutdown: impl Future<Output = ()> + Send) {
        let (stop, stopped) = watch::channel(Stop::Not);
        let mut tasks = vec![tokio::spawn(look(self.store.clone(), stopped.clone()))];
        for follower in self.all.iter() {
            let hearing = Hearing::new(self.store.clone(), follower.clone());
            tasks.push(tokio::spawn(follow(self.store.clone(), hearing, stopped.clone())));
        }
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
        let mut hearings: Vec<Hearing> =
            self.all.iter().map(|f| Hearing::new(self.store.clone(), f.clone())).collect();
        loop {
            let mut moved = false;
            for hearing in &mut hearings {
                moved |= to_rest(hearing).await?;
            }
            if !moved {
                return Ok(());
            }
        }
    }

    /// The same for one follower alone: for a command that needs what it makes and nothing else.
    pub async fn settle_one(&self, name: &str) -> Result<(), Fault> {
        let mut hearing = Hearing::new(self.store.clone(), self.named(name)?);
        to_rest(&mut hearing).await.map(|_| ())
    }
}

/// Hears without waiting until there is nothing more to hear; says whether there was anything.
async fn to_rest(hearing: &mut Hearing) -> Result<bool, Fault> {
    let mut moved = false;
    loop {
        match hearing.step().await {
            Step::Rest => return Ok(moved),
            Step::Moved | Step::Again(_) => moved = true,
            Step::Unreachable(_, fault) => return Err(fault),
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

async fn follow(store: Store, mut hearing: Hearing, mut stopped: watch::Receiver<Stop>) {
    let mut heads = store.heads();
    while *stopped.borrow() == Stop::Not {
        heads.mark_unchanged();
        match hearing.step().await {
            Step::Moved => {}
            Step::Rest => {
                tokio::select! {
                    changed = heads.changed() => if changed.is_err() { return },
                    _ = stopped.changed() => return,
                }
            }
            Step::Again(wait) => pause(wait, &mut stopped).await,
            Step::Unreachable(wait, fault) => {
                tracing::warn!(cause = fault.cause(), "a follower waits for the database");
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
