//! The projection of public records: hears every fact, asks each room what may be seen, keeps the answer.

use std::sync::Arc;

use async_trait::async_trait;
use store::{Fault, Follower, Heard, Tx};

use super::record::Speaks;
use super::records;

/// The follower that keeps the public records. It can be replayed and rebuilt from zero.
pub struct Projection {
    rooms: Vec<Arc<dyn Speaks>>,
}

/// The name under which its cursor is kept.
pub const NAME: &str = "public-records";

impl Projection {
    /// A projection of what these rooms say.
    pub fn new(rooms: Vec<Arc<dyn Speaks>>) -> Self {
        Self { rooms }
    }
}

#[async_trait]
impl Follower for Projection {
    fn name(&self) -> &'static str {
        NAME
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        for room in &self.rooms {
            for said in room.hears(tx, fact).await? {
                records::keep(tx, said, fact.at).await?;
            }
        }
        Ok(())
    }

    async fn clear(&self, tx: &Tx) -> Result<(), Fault> {
        records::clear(tx).await
    }
}
