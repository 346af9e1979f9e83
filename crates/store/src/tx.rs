//! One transaction per act; what follows from it is told inside.

use std::sync::Mutex as StdMutex;

use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionTrait};
use tokio::sync::Mutex;
use uuid::Uuid;
use vocabulary::Moment;

use crate::{Fact, Fault, Head, Position, Store, connect, journal};

type After = Box<dyn FnOnce() + Send>;

/// A transaction. It is committed by [`Tx::commit`]; dropped, it never happened.
pub struct Tx {
    store: Store,
    conn: DatabaseTransaction,
    now: Moment,
    head: Option<Mutex<Told>>,
    after: StdMutex<Vec<After>>,
}

struct Told {
    head: Head,
    any: bool,
}

impl Tx {
    pub(crate) async fn act(store: Store, write: &DatabaseConnection, now: Moment) -> Result<Self, Fault> {
        let mut tx = Self::note(store, write, now).await?;
        let head = journal::take_head(&tx.conn).await?;
        tx.head = Some(Mutex::new(Told { head, any: false }));
        Ok(tx)
    }

    pub(crate) async fn note(store: Store, write: &DatabaseConnection, now: Moment) -> Result<Self, Fault> {
        let conn = write.begin_with_options(connect::writing(write)).await?;
        Ok(Self { store, conn, now, head: None, after: StdMutex::default() })
    }

    /// The connection to read and write with inside this transaction.
    pub fn conn(&self) -> &DatabaseTransaction {
        &self.conn
    }

    /// The moment of this act; everything written in it bears the same.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The store this transaction belongs to.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// A new id, in the order of creation.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.store.ids().next(self.now)
    }

    /// Tells a fact: it is in the journal when, and only when, this transaction is committed.
    pub async fn tell(&self, fact: Fact) -> Result<Position, Fault> {
        let Some(head) = &self.head else {
            return Err(Fault::broken(format!(
                "the fact {} was told in a transaction begun with note; begin it with act",
                fact.kind
            )));
        };
        let mut told = head.lock().await;
        let next = journal::append(&self.conn, &told.head, fact, self.now).await?;
        told.head = next;
        told.any = true;
        Ok(told.head.position)
    }

    /// Something to do once this transaction is committed, and never otherwise. It must not fail.
    pub fn after_commit(&self, act: impl FnOnce() + Send + 'static) {
        if let Ok(mut after) = self.after.lock() {
            after.push(Box::new(act));
        }
    }

    /// Makes everything in it happen, wakes the followers and does what was to be done after.
    pub async fn commit(self) -> Result<(), Fault> {
        let told = self.head.map(Mutex::into_inner).filter(|told| told.any);
        if let Some(told) = &told {
            journal::move_head(&self.conn, &told.head).await?;
        }
        self.conn.commit().await?;
        if let Some(told) = told {
            self.store.saw(told.head);
        }
        for act in self.after.into_inner().unwrap_or_default() {
            act();
        }
        Ok(())
    }

    /// Undoes everything; the same as dropping it, but done when this returns.
    pub async fn rollback(self) -> Result<(), Fault> {
        Ok(self.conn.rollback().await?)
    }
}
