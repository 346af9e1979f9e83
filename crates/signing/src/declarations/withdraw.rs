//! An act: withdraw a signature. It is public and dated; the signature stays on the register as withdrawn.

use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::SignatureId;

use super::history::Happened;
use super::may::{self, Refused};
use super::records::signatures;
use super::signature::{NotNow, Signature};
use crate::governments;
use crate::people::Acting;

/// Why a signature was not withdrawn.
#[derive(Debug, Error)]
pub enum WithdrawRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such signature.
    #[error("there is no such signature")]
    Unknown,
    /// It is not verified, so there is nothing to withdraw.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// A withdrawal without a reason.
    #[error("say in a sentence why the signature is withdrawn; the desk keeps it")]
    NoReason,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl WithdrawRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            WithdrawRefused::May(refused) => Some(refused.key()),
            WithdrawRefused::Unknown => Some("declarations-refused-unknown"),
            WithdrawRefused::NotNow(_) => Some("declarations-refused-not-now"),
            WithdrawRefused::NoReason => Some("declarations-error-withdraw-reason"),
            WithdrawRefused::Fault(_) => None,
        }
    }
}

/// Withdraws a verified signature.
pub async fn withdraw(
    tx: &Tx,
    acting: &Acting,
    id: SignatureId,
    reason: &str,
) -> Result<(Signature, Position), WithdrawRefused> {
    let signature = signatures::by_id(tx.conn(), id).await?.ok_or(WithdrawRefused::Unknown)?;
    let mandate = match acting.actor.person() {
        Some(person) => governments::standing(tx.conn(), person, signature.government, tx.now()).await?,
        None => None,
    };
    may::withdraw(acting, mandate.as_ref())?;
    if reason.trim().is_empty() {
        return Err(WithdrawRefused::NoReason);
    }
    let withdrawn = signature.withdraw(reason.trim().to_owned(), tx.now())?;
    signatures::save(tx, &withdrawn, Happened::Withdrawn).await?;
    let fact = Fact::new("signature.withdrawn", Subject::new("signature", id), acting.actor).public();
    let position = tx.tell(fact).await?;
    Ok((withdrawn, position))
}
