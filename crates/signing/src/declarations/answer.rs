//! Acts of the desk: verify a signature, or return it with reasons.

use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{PersonId, SignatureId};

use super::history::Happened;
use super::may::{self, Refused};
use super::records::signatures;
use super::signature::{NotNow, Signature};
use crate::people::Acting;

/// The longest reasons, in characters.
pub const REASONS_MOST: usize = 2000;

/// Why a signature was not answered.
#[derive(Debug, Error)]
pub enum AnswerRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such signature.
    #[error("there is no such signature")]
    Unknown,
    /// It does not wait.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// A return without reasons.
    #[error("a signature is returned with reasons: say what is missing and what to do")]
    NoReasons,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl AnswerRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            AnswerRefused::May(refused) => Some(refused.key()),
            AnswerRefused::Unknown => Some("declarations-refused-unknown"),
            AnswerRefused::NotNow(_) => Some("declarations-refused-not-now"),
            AnswerRefused::NoReasons => Some("declarations-error-reasons"),
            AnswerRefused::Fault(_) => None,
        }
    }
}

/// Verifies a signature: the government is a signatory from now on.
pub async fn verify(
    tx: &Tx,
    acting: &Acting,
    id: SignatureId,
) -> Result<(Signature, Position), AnswerRefused> {
    let (signature, by) = waiting(tx, acting, id).await?;
    let verified = signature.verify(by, tx.now())?;
    signatures::save(tx, &verified, Happened::Verified).await?;
    let fact = Fact::new("signature.verified", Subject::new("signature", id), acting.actor).public();
    let position = tx.tell(fact).await?;
    Ok((verified, position))
}

/// Returns a signature with the reasons that whoever sent it reads. It may be sent anew.
pub async fn send_back(
    tx: &Tx,
    acting: &Acting,
    id: SignatureId,
    reasons: &str,
) -> Result<(Signature, Position), AnswerRefused> {
    if reasons.trim().is_empty() {
        return Err(AnswerRefused::NoReasons);
    }
    let (signature, by) = waiting(tx, acting, id).await?;
    let returned = signature.send_back(by, reasons.trim().to_owned(), tx.now())?;
    signatures::save(tx, &returned, Happened::Returned).await?;
    let fact = Fact::new("signature.returned", Subject::new("signature", id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok((returned, position))
}

async fn waiting(tx: &Tx, acting: &Acting, id: SignatureId) -> Result<(Signature, PersonId), AnswerRefused> {
    let signature = signatures::by_id(tx.conn(), id).await?.ok_or(AnswerRefused::Unknown)?;
    may::answer(acting, &signature)?;
    let by = acting.actor.person().ok_or(Refused::NotTheDesk)?;
    Ok((signature, by))
}
