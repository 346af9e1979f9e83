//! The projection of public records: hears every fact, asks each room what may be seen, keeps the answer.

use std::sync::Arc;

use async_trait::async_trait;
use store::{Fault, Follower, Heard, Place, Tx};

use super::again;
use super::keep::keep_all;
use super::lines;
use super::record::{Said, Speaks};
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
        self.hear_all(tx, &[fact], &Place::default()).await
    }

    /// What the facts tell is read together and written together; in which order, the facts and the rooms say.
    async fn hear_all(&self, tx: &Tx, facts: &[&Heard], place: &Place) -> Result<(), Fault> {
        // Of a house that begins with this program everything is said by it.
        if facts.first().is_some_and(|fact| fact.position == 1) {
            again::is_said(tx).await?;
            lines::are_filled(tx).await?;
        }
        place.is(facts.last().map_or(0, |fact| fact.position));
        let mut all: Vec<Vec<Said>> = facts.iter().map(|_| Vec::new()).collect();
        for room in &self.rooms {
            for (said, more) in all.iter_mut().zip(room.hears(tx, facts).await?) {
                said.extend(more);
            }
        }
        let said = facts.iter().zip(all).flat_map(|(fact, said)| said.into_iter().map(|one| (one, fact.at)));
        keep_all(tx, said.collect()).await
    }

    async fn clear(&self, tx: &Tx) -> Result<(), Fault> {
        records::clear(tx).await
    }
}
