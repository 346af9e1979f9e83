//! A person was erased: their mandates end, and their function, which tells who they are, goes.

use async_trait::async_trait;
use store::{Fact, Fault, Follower, Heard, Subject, Tx, Voice};
use vocabulary::{Actor, PersonId};

use super::mandate::Mandate;
use super::records;

/// Ends the mandates of those who were erased.
pub struct Erasure;

#[async_trait]
impl Follower for Erasure {
    fn name(&self) -> &'static str {
        "governments.erasure"
    }

    fn voice(&self) -> Voice {
        Voice::Tells
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        if fact.kind != "person.erased" {
            return Ok(());
        }
        for (mandate, _) in records::mandates_of(tx.conn(), PersonId::from(fact.subject)).await? {
            let mandate = Mandate { function: String::new(), ..mandate };
            let id = mandate.id;
            match mandate.clone().end(tx.now()) {
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
