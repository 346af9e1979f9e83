//! Governments that are read together, with what was merged into what.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, QueryOrder};
use store::{Fault, many};
use vocabulary::GovernmentId;

use super::{government, government_of};
use crate::governments::government::Government;

/// More mergers in a row than these are a circle.
const LONGEST: usize = 16;

/// Governments as they were asked for, and those that they stand for today.
#[derive(Default)]
pub struct Families {
    known: HashMap<GovernmentId, Government>,
    merged: HashMap<GovernmentId, Vec<GovernmentId>>,
}

impl Families {
    /// These governments, and those that they were merged into.
    pub async fn upwards(
        conn: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = GovernmentId>,
    ) -> Result<Families, Fault> {
        let mut families = Families::default();
        let mut next: Vec<GovernmentId> = ids.into_iter().collect();
        while !next.is_empty() {
            let ids = next.drain(..).map(GovernmentId::uuid).collect();
            for row in many::rows(conn, government::Entity::find(), government::Column::Id, ids).await? {
                let one = government_of(row)?;
                next.extend(one.merged_into);
                families.known.insert(one.id, one);
            }
            next.retain(|id| !families.known.contains_key(id));
        }
        Ok(families)
    }

    /// The same, with everyone that was merged into one of them: [`Families::ids_of`] knows only these.
    pub async fn whole(
        conn: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = GovernmentId>,
    ) -> Result<Families, Fault> {
        let mut families = Families::upwards(conn, ids).await?;
        let mut next: Vec<GovernmentId> = families.known.keys().copied().collect();
        while !next.is_empty() {
            let into = next.drain(..).map(GovernmentId::uuid).collect();
            let merged = government::Entity::find().order_by_asc(government::Column::Reference);
            for row in many::rows(conn, merged, government::Column::MergedInto, into).await? {
                let one = government_of(row)?;
                let Some(into) = one.merged_into else { continue };
                families.merged.entry(into).or_default().push(one.id);
                if families.known.insert(one.id, one.clone()).is_none() {
                    next.push(one.id);
                }
            }
        }
        Ok(families)
    }

    /// One of them by its id, merged or not.
    pub fn by_id(&self, id: GovernmentId) -> Option<&Government> {
        self.known.get(&id)
    }

    /// The ids of them all.
    pub fn ids(&self) -> impl Iterator<Item = GovernmentId> {
        self.known.keys().copied()
    }

    /// The government that an id stands for: the one it was merged into, if it was.
    pub fn canonical_of(&self, id: GovernmentId) -> Result<Option<&Government>, Fault> {
        let mut next = self.by_id(id);
        for _ in 0..LONGEST {
            match next.and_then(|government| government.merged_into) {
                Some(into) => next = self.by_id(into),
                None => return Ok(next),
            }
        }
        Err(Fault::broken(format!("government {id} is merged in a circle")))
    }

    /// The ids that stand for a government: its own and those of every one merged into it, itself resolved first.
    pub fn ids_of(&self, id: GovernmentId) -> Result<Vec<GovernmentId>, Fault> {
        let mut ids = vec![self.canonical_of(id)?.map_or(id, |government| government.id)];
        let mut next = 0;
        while next < ids.len() {
            ids.extend(self.merged.get(&ids[next]).into_iter().flatten().copied());
            next += 1;
        }
        Ok(ids)
    }

    /// The ids that stand for any of these governments.
    pub fn all_ids_of(&self, ids: &[GovernmentId]) -> Result<Vec<GovernmentId>, Fault> {
        let mut all = Vec::with_capacity(ids.len());
        for id in ids {
            all.extend(self.ids_of(*id)?);
        }
        Ok(all)
    }
}
