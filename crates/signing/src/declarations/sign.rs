//! Acts: sign a declaration for a government; prepare that for the person who signs; enter what was signed on paper.

use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{FileId, GovernmentId, PartialDate};

use super::declaration::Declaration;
use super::history::Happened;
use super::may::{self, Refused};
use super::records::{declarations, signatures};
use super::signature::{Consent, Evidence, Hand, Signature, SignatureState, Signer};
use crate::governments::{self, Mandate};
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
    /// It does not wait for the person who signs any more.
    #[error("this signature does not wait for the person who signs: it was taken back or signed meanwhile")]
    NotPrepared,
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
            SignRefused::NotPrepared => Some("declarations-refused-not-now"),
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
    signed(tx, acting, declaration, signing, None).await
}

/// The same, with the consent of whoever signed to be named.
pub async fn signed(
    tx: &Tx,
    acting: &Acting,
    declaration: &Declaration,
    signing: Signing,
    consent: Option<Consent>,
) -> Result<(Signature, Position), SignRefused> {
    let mandate = standing(tx, acting, signing.government).await?;
    match signing.evidence {
        Evidence::Mandate => may::sign_alone(acting, mandate.as_ref())?,
        _ => may::sign(acting, mandate.as_ref())?,
    }
    let one = Written { hand: Hand::Government, consent, what: Happened::Sent };
    write(tx, acting, declaration, signing, one).await
}

/// Prepares a signature for the person who signs, who is asked for it by a letter. Nothing is sent yet.
pub async fn prepare(
    tx: &Tx,
    acting: &Acting,
    declaration: &Declaration,
    signing: Signing,
) -> Result<(Signature, Position), SignRefused> {
    let mandate = standing(tx, acting, signing.government).await?;
    may::sign(acting, mandate.as_ref())?;
    let one = Written { hand: Hand::Government, consent: None, what: Happened::Prepared };
    write(tx, acting, declaration, signing, one).await
}

/// Enters a signature from a paper that the secretariat was sent. Another member of it verifies it.
pub async fn enter_paper(
    tx: &Tx,
    acting: &Acting,
    declaration: &Declaration,
    signing: Signing,
    consent: Consent,
) -> Result<(Signature, Position), SignRefused> {
    may::keep(acting)?;
    let one = Written { hand: Hand::Desk, consent: Some(consent), what: Happened::Sent };
    write(tx, acting, declaration, signing, one).await
}

/// Who writes a signature down, and as what.
struct Written {
    hand: Hand,
    consent: Option<Consent>,
    what: Happened,
}

async fn standing(
    tx: &Tx,
    acting: &Acting,
    government: GovernmentId,
) -> Result<Option<Mandate>, SignRefused> {
    let person = acting.actor.person().ok_or(Refused::NoMandate)?;
    Ok(governments::standing(tx.conn(), person, government, tx.now()).await?)
}

async fn write(
    tx: &Tx,
    acting: &Acting,
    declaration: &Declaration,
    signing: Signing,
    as_what: Written,
) -> Result<(Signature, Position), SignRefused> {
    if signing.date.first_day() > tx.now().date() {
        return Err(SignRefused::Ahead);
    }
    let before = signatures::of_government(tx.conn(), signing.government).await?;
    let alive = before.iter().find(|one| one.declaration == declaration.id && one.lives());
    if let Some(alive) = alive {
        return Err(SignRefused::Already(alive.reference.to_string()));
    }
    let version =
        declarations::latest_version(tx.conn(), declaration.id).await?.ok_or(SignRefused::NoText)?;
    let prepared = as_what.what == Happened::Prepared;
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
        copy: None,
        sent_by: acting.actor.person(),
        hand: as_what.hand,
        consent: as_what.consent,
        at: tx.now(),
        state: if prepared { SignatureState::Prepared } else { SignatureState::Sent },
    };
    signatures::add(tx, &signature, None, as_what.what).await?;
    let kind = if prepared { "signature.prepared" } else { "signature.sent" };
    let fact = Fact::new(kind, Subject::new("signature", signature.id), acting.actor);
    let position = tx.tell(fact.parties().version(version.sha256)).await?;
    Ok((signature, position))
}
