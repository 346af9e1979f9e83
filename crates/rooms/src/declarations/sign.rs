//! An act: sign a declaration for a government.

use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{FileId, GovernmentId, PartialDate};

use super::declaration::Declaration;
use super::may::{self, Refused};
use super::records::{declarations, signatures};
use super::signature::{Evidence, Signature, SignatureState, Signer};
use crate::governments;
use crate::people::Acting;

/// What is sent when a government signs.
#[derive(Clone, Debug, PartialEq)]
pub struct Signing {
    /// For which government.
    pub government: GovernmentId,
    /// Who signed.
    pub signer: Signer,
    /// When.
    pub date: PartialDate,
    /// On what evidence.
    pub evidence: Evidence,
    /// The evidence itself.
    pub file: Option<FileId>,
}

/// Why nothing was signed.
#[derive(Debug, Error)]
pub enum SignRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// The government has signed, or its signature waits.
    #[error("this government has signed already, or its signature waits for the desk: {0}")]
    Already(String),
    /// A date that is still to come.
    #[error("the date of a signature cannot lie ahead")]
    Ahead,
    /// There is no text to sign.
    #[error("the declaration has no text that could be signed; load it first")]
    NoText,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl SignRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            SignRefused::May(refused) => Some(refused.key()),
            SignRefused::Already(_) => Some("declarations-refused-already"),
            SignRefused::Ahead => Some("declarations-error-date-ahead"),
            SignRefused::NoText => Some("declarations-refused-no-text"),
            SignRefused::Fault(_) => None,
        }
    }
}

/// Signs the newest version of a declaration for a government. It waits for the desk, which verifies it.
pub async fn sign(
    tx: &Tx,
    acting: &Acting,
    declaration: &Declaration,
    signing: Signing,
) -> Result<(Signature, Position), SignRefused> {
    let person = acting.actor.person().ok_or(Refused::NoMandate)?;
    let mandate = governments::standing(tx.conn(), person, signing.government, tx.now()).await?;
    may::sign(acting, mandate.as_ref())?;
    if signing.date.first_day() > tx.now().date() {
        return Err(SignRefused::Ahead);
    }
    let before = signatures::of_government(tx.conn(), signing.government).await?;
    let lives = |one: &&Signature| {
        one.declaration == declaration.id
            && matches!(one.state, SignatureState::Sent | SignatureState::Verified { .. })
    };
    if let Some(alive) = before.iter().find(lives) {
        return Err(SignRefused::Already(alive.reference.to_string()));
    }
    let version =
        declarations::latest_version(tx.conn(), declaration.id).await?.ok_or(SignRefused::NoText)?;
    let signature = Signature {
        id: tx.new_id(),
        reference: signatures::next_reference(tx).await?,
        declaration: declaration.id,
        version: Some(version.id),
        government: signing.government,
        signer: Some(signing.signer),
        date: Some(signing.date),
        evidence: signing.evidence,
        file: signing.file,
        sent_by: Some(person),
        at: tx.now(),
        state: SignatureState::Sent,
    };
    signatures::add(tx, &signature, None).await?;
    let fact = Fact::new("signature.sent", Subject::new("signature", signature.id), acting.actor);
    let position = tx.tell(fact.parties().version(version.sha256)).await?;
    Ok((signature, position))
}
