//! Acts on a signature that stands: the secretariat suspends it and lifts that again; the government confirms it anew,
//! as after an election. Each is public and dated.

use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::SignatureId;

use super::history::Happened;
use super::may::{self, Refused};
use super::records::signatures;
use super::signature::{NotNow, Signature};
use crate::governments;
use crate::people::Acting;

/// Why nothing was done with a signature that stands.
#[derive(Debug, Error)]
pub enum KeepRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such signature.
    #[error("there is no such signature")]
    Unknown,
    /// It is in no state for that.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// A suspension without a reason.
    #[error("say in a sentence why the signature is suspended; the desk keeps it")]
    NoReason,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl KeepRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            KeepRefused::May(refused) => Some(refused.key()),
            KeepRefused::Unknown => Some("declarations-refused-unknown"),
            KeepRefused::NotNow(_) => Some("declarations-refused-not-now"),
            KeepRefused::NoReason => Some("declarations-error-suspend-reason"),
            KeepRefused::Fault(_) => None,
        }
    }
}

type Kept = Result<(Signature, Position), KeepRefused>;

/// Suspends a verified signature: until it is lifted, it is not enough for what asks for a signature.
pub async fn suspend(tx: &Tx, acting: &Acting, id: SignatureId, reason: &str) -> Kept {
    may::keep(acting)?;
    if reason.trim().is_empty() {
        return Err(KeepRefused::NoReason);
    }
    let suspended = found(tx, id).await?.suspend(reason.trim().to_owned(), tx.now())?;
    signatures::save(tx, &suspended, Happened::Suspended).await?;
    told(tx, acting, "signature.suspended", suspended).await
}

/// Lifts a suspension.
pub async fn lift(tx: &Tx, acting: &Acting, id: SignatureId) -> Kept {
    may::keep(acting)?;
    let lifted = found(tx, id).await?.lift()?;
    signatures::save(tx, &lifted, Happened::Lifted).await?;
    told(tx, acting, "signature.lifted", lifted).await
}

/// Confirms a signature that stands anew: those who govern now hold to it.
pub async fn reconfirm(tx: &Tx, acting: &Acting, id: SignatureId) -> Kept {
    let signature = found(tx, id).await?;
    let mandate = match acting.actor.person() {
        Some(person) => governments::standing(tx.conn(), person, signature.government, tx.now()).await?,
        None => None,
    };
    may::reconfirm(acting, mandate.as_ref())?;
    signature.may_be_reconfirmed()?;
    signatures::happens(tx, id, Happened::Reconfirmed).await?;
    told(tx, acting, "signature.reconfirmed", signature).await
}

async fn found(tx: &Tx, id: SignatureId) -> Result<Signature, KeepRefused> {
    signatures::by_id(tx.conn(), id).await?.ok_or(KeepRefused::Unknown)
}

async fn told(tx: &Tx, acting: &Acting, kind: &'static str, signature: Signature) -> Kept {
    let fact = Fact::new(kind, Subject::new("signature", signature.id), acting.actor).public();
    let position = tx.tell(fact).await?;
    Ok((signature, position))
}
