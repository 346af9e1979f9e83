//! Mandates.

use std::collections::{HashMap, HashSet};

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, many};
use vocabulary::{FileId, GovernmentId, MandateId, Moment, PersonId};

use super::ids_of;
use crate::governments::government::Government;
use crate::governments::mandate::{Mandate, MandateKind, MandateState, OnDomain, Over, Proof, Term};

mod row {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mandate")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub government: Uuid,
        pub person: Uuid,
        pub kind: String,
        pub function: String,
        pub on_domain: String,
        pub asked: i64,
        pub state: String,
        pub answered: Option<i64>,
        pub answered_by: Option<Uuid>,
        pub reason: Option<String>,
        pub ended: Option<i64>,
        pub over: Option<String>,
        pub starts: Option<i64>,
        pub ends: Option<i64>,
        pub signs: Option<bool>,
        pub proof: Option<String>,
        pub proof_file: Option<Uuid>,
        pub before: Option<Uuid>,
        pub warned: Option<i64>,
    }
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// One mandate.
pub async fn mandate(conn: &impl ConnectionTrait, id: MandateId) -> Result<Option<Mandate>, Fault> {
    row::Entity::find_by_id(id.uuid()).one(conn).await?.map(mandate_of).transpose()
}

/// A person's mandate for a government, or for one merged into it, that stands now: confirmed and not run out, or else
/// asked.
pub async fn standing(
    conn: &impl ConnectionTrait,
    person: PersonId,
    government: GovernmentId,
    now: Moment,
) -> Result<Option<Mandate>, Fault> {
    let rows = row::Entity::find()
        .filter(row::Column::Person.eq(person.uuid()))
        .filter(row::Column::State.is_in(["asked", "confirmed"]))
        .order_by_desc(row::Column::State)
        .all(conn)
        .await?;
    let mut all = rows.into_iter().map(mandate_of).collect::<Result<Vec<_>, _>>()?;
    all.retain(|mandate| mandate.stands_at(now));
    // Who was merged with whom matters only where a mandate for another government could stand before it.
    let own = all.iter().position(|mandate| mandate.government == government);
    let own = own.filter(|at| all[*at].is_confirmed() || all.len() == 1);
    if own.is_none() && !all.is_empty() {
        let ids = ids_of(conn, government).await?;
        all.retain(|mandate| ids.contains(&mandate.government));
    }
    Ok(all.into_iter().nth(own.unwrap_or(0)))
}

/// Every mandate of a person, newest first, each with the government it is for today.
pub async fn mandates_of(
    conn: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(Mandate, Government)>, Fault> {
    let rows = row::Entity::find()
        .filter(row::Column::Person.eq(person.uuid()))
        .order_by_desc(row::Column::Id)
        .all(conn)
        .await?;
    with_governments(conn, rows).await
}

/// Every mandate for a government and those merged into it, newest first.
pub async fn mandates_for(
    conn: &impl ConnectionTrait,
    government: GovernmentId,
) -> Result<Vec<Mandate>, Fault> {
    let ids = ids_of(conn, government).await?;
    let rows = row::Entity::find()
        .filter(row::Column::Government.is_in(ids.into_iter().map(GovernmentId::uuid)))
        .order_by_desc(row::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(mandate_of).collect()
}

/// For which governments these mandates are.
pub async fn named(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = MandateId>,
) -> Result<HashMap<MandateId, GovernmentId>, Fault> {
    let ids = ids.into_iter().map(MandateId::uuid).collect();
    let rows = many::rows(conn, row::Entity::find(), row::Column::Id, ids).await?;
    Ok(rows.into_iter().map(|row| (MandateId::from(row.id), GovernmentId::from(row.government))).collect())
}

/// For which of these governments somebody has or had a mandate that is confirmed.
pub async fn acted_for(
    conn: &impl ConnectionTrait,
    governments: &[GovernmentId],
) -> Result<HashSet<GovernmentId>, Fault> {
    let mut found = HashSet::new();
    let ids = governments.iter().map(|id| id.uuid()).collect();
    for row in many::rows(conn, row::Entity::find(), row::Column::Government, ids).await? {
        let mandate = mandate_of(row)?;
        if mandate.is_confirmed() {
            found.insert(mandate.government);
        }
    }
    Ok(found)
}

/// The mandates that wait for the desk, oldest first.
pub async fn waiting(conn: &impl ConnectionTrait) -> Result<Vec<(Mandate, Government)>, Fault> {
    let rows = row::Entity::find()
        .filter(row::Column::State.eq("asked"))
        .order_by_asc(row::Column::Asked)
        .order_by_asc(row::Column::Id)
        .all(conn)
        .await?;
    with_governments(conn, rows).await
}

/// The requests that were made before a moment and that nobody has answered, oldest first.
pub async fn due(conn: &impl ConnectionTrait, before: Moment) -> Result<Vec<(Mandate, Government)>, Fault> {
    let rows = row::Entity::find()
        .filter(row::Column::State.eq("asked"))
        .filter(row::Column::Asked.lte(before.unix()))
        .order_by_asc(row::Column::Asked)
        .order_by_asc(row::Column::Id)
        .all(conn)
        .await?;
    with_governments(conn, rows).await
}

/// The confirmed mandates whose last day is before a moment.
pub async fn running_out(
    conn: &impl ConnectionTrait,
    before: Moment,
) -> Result<Vec<(Mandate, Government)>, Fault> {
    let rows = row::Entity::find()
        .filter(row::Column::State.eq("confirmed"))
        .filter(row::Column::Ends.lte(before.unix()))
        .order_by_asc(row::Column::Ends)
        .order_by_asc(row::Column::Id)
        .all(conn)
        .await?;
    with_governments(conn, rows).await
}

async fn with_governments(
    conn: &impl ConnectionTrait,
    rows: Vec<row::Model>,
) -> Result<Vec<(Mandate, Government)>, Fault> {
    let mandates = rows.into_iter().map(mandate_of).collect::<Result<_, _>>()?;
    super::with_governments(conn, mandates, |mandate: &Mandate| mandate.government).await
}

pub async fn add_mandate(tx: &Tx, kept: &Mandate) -> Result<(), Fault> {
    row::Entity::insert(row_of(kept)).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn save_mandate(tx: &Tx, kept: &Mandate) -> Result<(), Fault> {
    row::Entity::update(row_of(kept)).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Mandate) -> row::ActiveModel {
    let (state, answered, by, reason, ended, over) = match &kept.state {
        MandateState::Asked => ("asked", None, None, None, None, None),
        MandateState::Confirmed { at, by } => ("confirmed", Some(*at), Some(*by), None, None, None),
        MandateState::Refused { at, by, reason } => {
            ("refused", Some(*at), Some(*by), Some(reason.clone()), None, None)
        }
        MandateState::Expired { at } => ("expired", None, None, None, Some(*at), None),
        MandateState::Ended { at, over } => {
            let reason = match over {
                Over::ByDesk { reason } => Some(reason.clone()),
                Over::Left | Over::TakenOver | Over::RanOut => None,
            };
            ("ended", None, None, reason, Some(*at), Some(over.word().to_owned()))
        }
    };
    row::ActiveModel {
        id: Set(kept.id.uuid()),
        government: Set(kept.government.uuid()),
        person: Set(kept.person.uuid()),
        kind: Set(kept.kind.word().to_owned()),
        function: Set(kept.function.clone()),
        on_domain: Set(kept.on_domain.word().to_owned()),
        asked: Set(kept.asked.unix()),
        state: Set(state.to_owned()),
        answered: Set(answered.map(Moment::unix)),
        answered_by: Set(by.map(PersonId::uuid)),
        reason: Set(reason),
        ended: Set(ended.map(Moment::unix)),
        over: Set(over),
        starts: Set(kept.term.starts.map(Moment::unix)),
        ends: Set(kept.term.ends.map(Moment::unix)),
        signs: Set(Some(kept.signs)),
        proof: Set(kept.proof.text.clone()),
        proof_file: Set(kept.proof.file.map(FileId::uuid)),
        before: Set(kept.before.map(MandateId::uuid)),
        warned: Set(kept.warned.map(Moment::unix)),
    }
}

fn mandate_of(row: row::Model) -> Result<Mandate, Fault> {
    let broken = || Fault::broken(format!("the stored mandate {} cannot be read", row.id));
    let answered = row.answered.map(Moment::from_unix).zip(row.answered_by.map(PersonId::from));
    let state = match (row.state.as_str(), answered, row.ended.map(Moment::from_unix)) {
        ("asked", ..) => MandateState::Asked,
        ("confirmed", Some((at, by)), _) => MandateState::Confirmed { at, by },
        ("refused", Some((at, by)), _) => {
            MandateState::Refused { at, by, reason: row.reason.clone().ok_or_else(broken)? }
        }
        ("expired", _, Some(at)) => MandateState::Expired { at },
        ("ended", _, Some(at)) => {
            let over = Over::read(row.over.as_deref(), row.reason.clone()).ok_or_else(broken)?;
            MandateState::Ended { at, over }
        }
        _ => return Err(broken()),
    };
    Ok(Mandate {
        id: MandateId::from(row.id),
        government: GovernmentId::from(row.government),
        person: PersonId::from(row.person),
        kind: MandateKind::parse(&row.kind).ok_or_else(broken)?,
        function: row.function.clone(),
        on_domain: OnDomain::parse(&row.on_domain).ok_or_else(broken)?,
        asked: Moment::from_unix(row.asked),
        state,
        term: Term { starts: row.starts.map(Moment::from_unix), ends: row.ends.map(Moment::from_unix) },
        signs: row.signs.unwrap_or_default(),
        proof: Proof { text: row.proof, file: row.proof_file.map(FileId::from) },
        before: row.before.map(MandateId::from),
        warned: row.warned.map(Moment::from_unix),
    })
}
