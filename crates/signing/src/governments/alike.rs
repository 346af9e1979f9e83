//! Governments that look alike and may be one: of the same country, with a name in common; or proposed, and near one that
//! is on the list. And an act of the desk: tell two of them apart, for good.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::response::Response;
use sea_orm::ConnectionTrait;
use store::{Fact, Fault, Position, Subject, Tx};
use vocabulary::{GovernmentId, Moment, Reference, Uuid};
use web::{At, Pairs, Problem};

use super::government::{Government, Origin, Tier};
use super::merge::{self, MergeRefused};
use super::{may, records};
use crate::house::House;
use crate::people::{Acting, AtDesk};

/// Two records that may be one government.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The younger one, which would go.
    pub goes: Government,
    /// The one it would become another name of.
    pub stays: Government,
    /// Since when they stand beside each other.
    pub since: Moment,
}

impl Alike {
    /// The id of the pair.
    pub fn pair(&self) -> Uuid {
        pair(self.goes.id, self.stays.id)
    }
}

/// The id of a pair of governments, whichever is named first.
pub fn pair(one: GovernmentId, other: GovernmentId) -> Uuid {
    Uuid::from_u128(one.uuid().as_u128() ^ other.uuid().as_u128())
}

/// Everything that looks alike and that nobody has told apart.
pub async fn alike(conn: &impl ConnectionTrait) -> Result<Vec<Alike>, Fault> {
    let apart = records::told_apart(conn).await?;
    let mut found = Vec::new();
    for (older, younger) in records::same_names(conn).await? {
        if apart.contains(&pair(older, younger)) {
            continue;
        }
        let (older, younger) = (records::by_id(conn, older).await?, records::by_id(conn, younger).await?);
        if let (Some(stays), Some(goes)) = (older, younger)
            && may_be_one(stays.profile.tier, goes.profile.tier)
        {
            found.push(Alike { since: goes.entered, goes, stays });
        }
    }
    let known: BTreeSet<Uuid> = found.iter().map(Alike::pair).chain(apart).collect();
    for (mandate, proposed) in records::waiting(conn).await? {
        let near = near(conn, &proposed).await?;
        let Some(stays) = near.into_iter().find(|one| !known.contains(&pair(one.id, proposed.id))) else {
            continue;
        };
        found.push(Alike { goes: proposed, stays, since: mandate.asked });
    }
    found.sort_by_key(|one| (one.since, one.goes.id, one.stays.id));
    found.dedup_by_key(|one| one.pair());
    Ok(found)
}

/// A city and the province that is called like it are two.
fn may_be_one(one: Tier, other: Tier) -> bool {
    one == other || one == Tier::Unknown || other == Tier::Unknown
}

/// Those on the list whose names begin as a proposed one does, or a word of which does.
async fn near(conn: &impl ConnectionTrait, proposed: &Government) -> Result<Vec<Government>, Fault> {
    if !matches!(proposed.origin, Origin::Proposed { .. }) {
        return Ok(Vec::new());
    }
    let country = proposed.profile.country.map(|country| country.to_string());
    let name = proposed.profile.name.original_text();
    let mut found = records::search(conn, name, country.as_deref(), 5).await?;
    found.retain(|one| one.id != proposed.id && one.profile.country == proposed.profile.country);
    Ok(found)
}

/// Says that two governments are not the same: they are not shown as alike again.
pub async fn tell_apart(
    tx: &Tx,
    acting: &Acting,
    one: &Reference,
    other: &Reference,
) -> Result<Position, MergeRefused> {
    may::merge(acting)?;
    let (one, other) = (merge::known(tx, one).await?, merge::known(tx, other).await?);
    let of = |government: Option<Government>, own: GovernmentId| government.map_or(own, |found| found.id);
    let first = of(records::canonical_of(tx.conn(), one.id).await?, one.id);
    let second = of(records::canonical_of(tx.conn(), other.id).await?, other.id);
    if first == second {
        return Err(MergeRefused::OneAlready);
    }
    records::keep_apart(tx, pair(one.id, other.id), acting.actor.person()).await?;
    let fact = Fact::new("government.told-apart", Subject::new("government", one.id), acting.actor);
    Ok(tx.tell(fact.note(serde_json::json!({ "other": other.id }))).await?)
}

/// Tells apart what the preview of a merge shows.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let (one, other) = merge::both(&pairs)?;
    let tx = house.act().await?;
    let told = tell_apart(&tx, &who.acting(), &one, &other).await;
    merge::finish(&house, &at, &who, &pairs, tx, told, "apart").await
}
