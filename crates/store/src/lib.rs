//! The store: the only crate that names a database driver.
//!
//! A walk through it, in reading order:
//!
//! 1. [`Store::open`] opens SQLite or PostgreSQL, takes the schema forward and hands out readers
//!    ([`Store::read`]) and transactions.
//! 2. [`Store::act`] begins a transaction in which facts are told: it takes the journal's head first, so there
//!    is one writer and positions are gapless, in the order of the commits. [`Store::note`] begins one in which
//!    no fact may be told (a draft is saved, a code is made). Both give a [`Tx`]; dropped, it never happened.
//! 3. [`journal`] keeps what was told: each [`Heard`] fact carries the hash of the one before it.
//! 4. [`followers`] hear each fact once: the cursor moves in the transaction of the effect. What fails again
//!    and again is parked by itself and the follower goes on.
//! 5. [`folder`] is the data folder; [`files`] are kept there by their content.
//! 6. [`schema`] is how a room writes its tables: a list of steps, only ever appended to, the same on both
//!    databases. [`rules`] names the rule that a refused statement broke.
//! 7. [`search`] answers questions beside the database.
//! 8. [`archive`] puts everything into one file of the platform's own form, and back, on either database.
//!
//! ```ignore
//! let tx = store.act(clock.now()).await?;
//! action.insert(tx.conn()).await?;
//! tx.tell(Fact::new("action.sent", Subject::new("action", id), actor).public()).await?;
//! tx.commit().await?;
//! ```
//!
//! Invariant: the store knows no room. Invariant: what [`Fault`] displays never names a value, an address or a
//! statement; its cause goes to the log.

pub mod archive;
pub mod canonical;
mod connect;
pub mod fact;
pub mod fault;
pub mod files;
pub mod folder;
pub mod followers;
pub mod journal;
pub mod many;
mod migrate;
mod open;
pub mod rules;
pub mod schema;
pub mod search;
mod tables;
mod tx;

#[cfg(feature = "testing")]
pub mod testing;

pub use canonical::{Hash, canonical};
pub use fact::{Audience, Fact, Subject};
pub use fault::Fault;
pub use files::Files;
pub use folder::Folder;
pub use followers::{Follower, Followers, Place, Voice};
pub use journal::{Head, Heard, Position};
pub use open::{Migrations, Store};
pub use rules::on_rule;
pub use tx::Tx;
