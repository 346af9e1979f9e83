//! Followers hear every fact, once, in order: the projection of public records, the dispatcher of mails.
//!
//! They hear together: what all of them make of a few facts is one transaction, and one commit on the disk. One that
//! fails, or that tells facts itself, goes alone until it has caught up.
//!
//! A follower's cursor moves in the transaction of its effects, so a fact that was heard is never heard again
//! and one that failed left nothing. A fact that fails is tried again after a while; when it has failed
//! [`ATTEMPTS`] times it is parked by itself, where the desk sees it, and the follower goes on. A panic is a
//! failure like any other. When the database does not answer, nothing is counted and nothing is parked.
//!
//! What keeps its place outside the database (the index) is no follower of this kind: it waits on
//! [`crate::Store::heads`] and reads [`crate::journal::since`] by itself.

mod cursor;
mod hearing;
mod running;
mod together;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use sea_orm::ConnectionTrait;

use crate::{Fault, Heard, Position, Store, Tx};

pub use cursor::ParkedFact;
pub use hearing::ATTEMPTS;

/// Hears facts and makes something of them.
#[async_trait::async_trait]
pub trait Follower: Send + Sync {
    /// Its name, under which its cursor is kept: never to be changed.
    fn name(&self) -> &'static str;

    /// Whether it tells facts itself.
    fn voice(&self) -> Voice {
        Voice::Silent
    }

    /// Whether facts of this kind concern it; it is not troubled with others.
    fn hears(&self, _kind: &str) -> bool {
        true
    }

    /// Makes of a fact what is to be made of it, in this transaction and nowhere else.
    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault>;

    /// Makes of several facts what is to be made of them, the same as if it heard one after the other. Who can read and write
    /// for many at once does so here. `place` is told which fact is being heard, so that one that fails is known; of facts
    /// that are heard at once it is told the last.
    async fn hear_all(&self, tx: &Tx, facts: &[&Heard], place: &Place) -> Result<(), Fault> {
        for fact in facts {
            place.is(fact.position);
            self.hear(tx, fact).await?;
        }
        Ok(())
    }

    /// Removes what it made, before it hears everything again; see [`Followers::reset`].
    async fn clear(&self, _tx: &Tx) -> Result<(), Fault> {
        Ok(())
    }
}

/// Which fact is being heard.
#[derive(Debug, Default)]
pub struct Place(AtomicI64);

impl Place {
    /// It is this one, or one before it that was heard together with it.
    pub fn is(&self, position: Position) {
        self.0.store(position, Ordering::SeqCst);
    }

    fn last(&self) -> Position {
        self.0.load(Ordering::SeqCst)
    }
}

/// Whether a follower tells facts of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// It only writes: its transactions are begun with [`Store::note`].
    Silent,
    /// It tells: its transactions are begun with [`Store::act`].
    Tells,
}

/// All followers of a store. Cheap to clone.
#[derive(Clone)]
pub struct Followers {
    store: Store,
    all: Arc<Vec<Arc<dyn Follower>>>,
}

/// How far a follower is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its name.
    pub name: &'static str,
    /// The last fact it has dealt with.
    pub position: Position,
    /// How many facts lie before it.
    pub lag: Position,
    /// How many facts it has parked.
    pub parked: u64,
}

/// The last fact a follower has dealt with; 0 when it has not begun.
pub async fn cursor(conn: &impl ConnectionTrait, name: &str) -> Result<Position, Fault> {
    cursor::read(conn, name).await
}

impl Followers {
    /// The followers of a store.
    pub fn new(store: Store, all: Vec<Arc<dyn Follower>>) -> Self {
        Self { store, all: Arc::new(all) }
    }

    /// How far each follower is.
    pub async fn status(&self) -> Result<Vec<Standing>, Fault> {
        let head = self.store.look().await?;
        let parked = cursor::parked(self.store.read()).await?;
        let mut standings = Vec::with_capacity(self.all.len());
        for follower in self.all.iter() {
            let name = follower.name();
            let position = cursor::read(self.store.read(), name).await?;
            let parked = parked.iter().filter(|fact| fact.follower == name).count() as u64;
            let lag = (head.position - position).max(0);
            standings.push(Standing { name, position, lag, parked });
        }
        Ok(standings)
    }

    /// The facts that failed again and again, by follower and position.
    pub async fn parked(&self) -> Result<Vec<ParkedFact>, Fault> {
        cursor::parked(self.store.read()).await
    }

    /// Lets a follower hear a parked fact once more. When it fails again it stays parked, and this says why.
    pub async fn retry_parked(&self, name: &str, position: Position) -> Result<(), Fault> {
        hearing::hear_parked(self.store.clone(), self.named(name)?, position).await
    }

    /// Lets one follower hear now what it has not heard yet: for whoever waits for its effect. A fact that fails is
    /// left to [`Followers::run`], which tries it again and parks it.
    pub async fn hear_now(&self, name: &str) -> Result<(), Fault> {
        hearing::hear_all(self.store.clone(), self.named(name)?).await
    }

    /// Lets a follower clear what it made and hear everything again from the first fact.
    pub async fn reset(&self, name: &str) -> Result<(), Fault> {
        let follower = self.named(name)?;
        let tx = hearing::begin(&self.store, follower.voice()).await?;
        cursor::claim(&tx, follower.name()).await?;
        follower.clear(&tx).await?;
        cursor::forget_parked(&tx, follower.name()).await?;
        cursor::place(&tx, follower.name(), 0).await?;
        tx.commit().await
    }

    /// A transaction in which a follower has dealt with all facts there are, and that is all up to this position; none
    /// where it has not, or where there are others by now. It hears nothing until the transaction ends.
    pub async fn at_rest(&self, name: &str, position: Position) -> Result<Option<Tx>, Fault> {
        let follower = self.named(name)?;
        let tx = hearing::begin(&self.store, follower.voice()).await?;
        let heard = cursor::claim(&tx, follower.name()).await?;
        let told = crate::journal::head(tx.conn()).await?.position;
        Ok((heard == position && told == position).then_some(tx))
    }

    fn named(&self, name: &str) -> Result<Arc<dyn Follower>, Fault> {
        self.all.iter().find(|f| f.name() == name).cloned().ok_or_else(|| {
            let names: Vec<_> = self.all.iter().map(|f| f.name()).collect();
            Fault::operator(format!("There is no follower \"{name}\". There are: {}.", names.join(", ")))
        })
    }
}
