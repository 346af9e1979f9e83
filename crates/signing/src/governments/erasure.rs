//! A person was erased: their mandates end, and their function, which tells who they are, goes.

use async_trait::async_trait;
use store::{Fact, Fault, Files, Follower, Heard, Subject, Tx, Voice};
use vocabulary::{Actor, PersonId};

use super::mandate::{Mandate, MandateState, Over, Proof};
use super::records;

/// Ends the mandates of those who were erased.
pub struct Erasure {
    files: Files,
}

impl Erasure {
    /// One that forgets the proofs kept among these files.
    pub fn new(files: Files) -> Self {
        Self { files }
    }
}

/// The same mandate without what tells who held it: the function, the proof, what the desk wrote to the person.
fn without_words(mandate: Mandate) -> Mandate {
    let state = match mandate.state {
        MandateState::Refused { at, by, .. } => MandateState::Refused { at, by, reason: String::new() },
        MandateState::Ended { at, over: Over::ByDesk { .. } } => {
            MandateState::Ended { at, over: Over::ByDesk { reason: String::new() } }
        }
        other => other,
    };
    Mandate { function: String::new(), proof: Proof::default(), state, ..mandate }
}

#[async_trait]
impl Follower for Erasure {
    fn name(&self) -> &'static str {
        "governments.erasure"
    }

    fn voice(&self) -> Voice {
        Voice::Tells
    }

    fn hears(&self, kind: &str) -> bool {
        kind == "person.erased"
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        for (mandate, _) in records::mandates_of(tx.conn(), PersonId::from(fact.subject)).await? {
            let id = mandate.id;
            if let Some(file) = mandate.proof.file {
                self.files.forget(tx, file).await?;
            }
            let mandate = without_words(mandate);
            match mandate.clone().end(Over::Left, tx.now()) {
                Ok(ended) => {
                    records::save_mandate(tx, &ended).await?;
                    let ended =
                        Fact::new("mandate.ended", Subject::new("mandate", id), Actor::Program("system"));
                    tx.tell(ended.parties()).await?;
                }
                Err(_) => records::save_mandate(tx, &mandate).await?,
            }
        }
        Ok(())
    }
}
