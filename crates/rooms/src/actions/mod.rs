//! Actions: what a government does or pledges to do, from the first answer to the public record and back.
//!
//! In reading order: the nouns ([`action`], [`content`], [`version`], `topic`, `draft`), from answers to content
//! (`answers`), who may do what (`may`), then the acts: `begin`, `save` an answer, `send`, the desk's `decide` (return,
//! decline, publish), `revise`, `mend` (correct, redact), `withdraw` (and protect), `enter` from a source. `public` says
//! to the register what may be seen; `mails` writes the letters.
//!
//! Facts told: `action.begun`, `action.sent`, `action.returned`, `action.declined`, `action.published`,
//! `action.revision-begun`, `action.corrected`, `action.redacted`, `action.withdrawn`, `action.protected`,
//! `action.entered`, `action.entered-again`. None holds a text.
//!
//! Invariant: a version is never edited once it stands; redaction takes a text out and leaves the hash.

pub mod action;
pub mod answers;
pub mod begin;
pub mod content;
pub mod decide;
pub mod draft;
pub mod enter;
mod mails;
pub mod may;
pub mod mend;
mod mine;
pub mod public;
mod records;
pub mod refused;
pub mod revise;
pub mod save;
pub mod send;
pub mod tables;
pub mod topic;
pub mod version;
pub mod withdraw;

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use store::{Fault, Follower};
use vocabulary::ActionId;
use web::{Access, Routes};

pub use action::{Action, NotNow, Revision, Stage, VersionOf, WithdrawReason};
pub use content::{Beneficiary, Content, Nature, Place, Status, TextField};
pub use enter::{Entered, FromSource, enter};
pub use records::drafts::ActionContact;
pub use refused::ActionRefused;
pub use version::{Version, VersionOrigin};

use crate::House;
use crate::register::Speaks;

/// One action.
pub async fn by_id(conn: &impl ConnectionTrait, id: ActionId) -> Result<Option<Action>, Fault> {
    records::actions::find(conn, id).await
}

/// The action that was entered from a source under this identity.
pub async fn from_source(conn: &impl ConnectionTrait, identity: &str) -> Result<Option<Action>, Fault> {
    records::actions::by_identity(conn, identity).await
}

/// The actions of which a version waits for the desk, oldest first.
pub async fn waiting(conn: &impl ConnectionTrait) -> Result<Vec<Action>, Fault> {
    records::actions::waiting(conn).await
}

/// A version of an action.
pub async fn version(
    conn: &impl ConnectionTrait,
    action: ActionId,
    n: i64,
) -> Result<Option<Version>, Fault> {
    records::versions::find(conn, action, n).await
}

/// What this room has to say to the register.
pub fn speaks() -> Arc<dyn Speaks> {
    Arc::new(public::Speaker)
}

/// The followers of this room: the dispatcher of its letters.
pub fn followers(house: &House) -> Vec<Arc<dyn Follower>> {
    vec![Arc::new(mails::Mails::new(house))]
}

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let person = Access::Person;
    Routes::new("actions")
        .get("/{lang}/my/actions/new", "actions.begin", person, begin::page)
        .post("/{lang}/my/actions/new", "actions.begin", person, begin::post)
        .post("/{lang}/my/actions/{id}/revise", "actions.revise", Access::Party, revise::post)
}
