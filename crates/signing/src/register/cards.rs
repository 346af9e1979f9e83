//! Cards that were read lately, so that a list is drawn without reading its records again.
//!
//! A record is kept with the number of its change. It is shown only where the index has found it at that same change and
//! holds every change there is: then it is as it would be read. Otherwise the records are read.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use store::Fault;
use store::search::{Answer, Hit};
use vocabulary::Uuid;

use super::record::PublicRecord;
use super::records;
use crate::House;

/// So many cards are kept; when there are more, all of them go.
const MOST: usize = 2_000;

/// The cards that this process keeps.
#[derive(Default)]
pub struct Cards {
    kept: RwLock<Kept>,
}

/// Cards by kind and key, each with its change, in one life of the database: in another the same numbers mean other changes.
#[derive(Default)]
struct Kept {
    epoch: Uuid,
    cards: HashMap<(String, String), (i64, Arc<PublicRecord>)>,
}

impl Cards {
    fn known(&self, epoch: Uuid, hits: &[Hit]) -> Option<Vec<Arc<PublicRecord>>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        if kept.epoch != epoch {
            return None;
        }
        let known = |hit: &Hit| {
            let (change, card) = kept.cards.get(&(hit.kind.clone(), hit.key.clone()))?;
            (*change == hit.change).then(|| card.clone())
        };
        hits.iter().map(known).collect()
    }

    fn keep(&self, epoch: Uuid, hits: &[Hit], cards: &[Arc<PublicRecord>]) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.epoch != epoch || kept.cards.len() + cards.len() > MOST {
            *kept = Kept { epoch, cards: HashMap::new() };
        }
        for card in cards {
            let hit = hits.iter().find(|hit| hit.kind == card.kind && hit.key == card.key);
            if let Some(hit) = hit {
                kept.cards.insert((hit.kind.clone(), hit.key.clone()), (hit.change, card.clone()));
            }
        }
    }
}

/// The records that were found, those that are still here. `last` is the number of the last change when the page was asked for:
/// it is read once for everything on it.
pub(super) async fn read(house: &House, answer: &Answer, last: i64) -> Result<Vec<Arc<PublicRecord>>, Fault> {
    let hits = &answer.hits;
    let whole = last == answer.at.position;
    if whole && let Some(known) = house.cards.known(answer.at.epoch, hits) {
        return Ok(known);
    }
    let keys: Vec<_> = hits.iter().map(|hit| (hit.kind.clone(), hit.key.clone())).collect();
    let found = records::find_cards(house.store.read(), &keys).await?;
    let cards: Vec<Arc<PublicRecord>> = found.into_iter().map(Arc::new).collect();
    // What was read may be newer than what was found; it is kept only where nothing has changed meanwhile.
    if whole && records::last_change(house.store.read()).await? == answer.at.position {
        house.cards.keep(answer.at.epoch, hits, &cards);
    }
    Ok(cards)
}
