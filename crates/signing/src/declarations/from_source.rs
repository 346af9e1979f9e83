//! An act: enter what a public source says of a signature. Nothing is enacted: it stands on file, with its source and
//! the kind of its evidence, until the government itself signs.

use store::{Fact, Fault, Hash, Subject, Tx};
use vocabulary::{Actor, PartialDate};

use super::declaration::Declaration;
use super::history::Happened;
use super::records::signatures;
use super::signature::{Evidence, Hand, Signature, SignatureState};
use crate::governments::{Government, core_name};

/// What a source says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FromSource<'a> {
    /// Whose signature.
    pub government: &'a Government,
    /// The government's name as the source writes it.
    pub name: &'a str,
    /// How the source proves it: one of [`Evidence::FROM_SOURCE`].
    pub evidence: Evidence,
    /// When it was signed, where the source says so.
    pub date: Option<PartialDate>,
    /// The address it was read at.
    pub source: &'a str,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Entered {
    /// It was entered.
    Created(Box<Signature>),
    /// The same was there already: nothing was changed.
    Unchanged(Box<Signature>),
}

/// Enters what a source says. The same source about the same government is one signature, however often it is entered.
pub async fn enter_from_source(
    tx: &Tx,
    actor: Actor,
    declaration: &Declaration,
    read: FromSource<'_>,
) -> Result<Entered, Fault> {
    if !Evidence::FROM_SOURCE.contains(&read.evidence) {
        return Err(Fault::broken(format!("{} is not what a public source proves", read.evidence.word())));
    }
    let core = core_name(read.name);
    let country = read.government.profile.country.map(|country| country.to_string()).unwrap_or_default();
    let parts = ["signature", &declaration.slug, read.source.trim(), &core, &country];
    let identity = Hash::of(parts.join("\n")).to_string();
    if let Some(known) = signatures::by_identity(tx.conn(), &identity).await? {
        return Ok(Entered::Unchanged(Box::new(known)));
    }
    let signature = Signature {
        id: tx.new_id(),
        reference: signatures::next_reference(tx).await?,
        declaration: declaration.id,
        version: None,
        government: read.government.id,
        signer: None,
        date: read.date,
        evidence: read.evidence,
        file: None,
        copy: None,
        sent_by: None,
        hand: Hand::Government,
        consent: None,
        at: tx.now(),
        state: SignatureState::OnFile { source: read.source.trim().to_owned() },
    };
    signatures::add(tx, &signature, Some(identity), Happened::Entered).await?;
    let fact = Fact::new("signature.entered", Subject::new("signature", signature.id), actor).public();
    tx.tell(fact).await?;
    Ok(Entered::Created(Box::new(signature)))
}
