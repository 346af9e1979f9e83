//! Assessments.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder};
use store::{Fault, Tx};
use vocabulary::{ActionId, CallId, Moment, PersonId};

use super::super::panel::{Assessment, AssessmentId, Decision, State};
use super::rows::assessment;

/// One by its id.
pub async fn find(conn: &impl ConnectionTrait, id: AssessmentId) -> Result<Option<Assessment>, Fault> {
    assessment::Entity::find_by_id(id.uuid()).one(conn).await?.map(read).transpose()
}

/// The one of an action that is under way.
pub async fn open_of(conn: &impl ConnectionTrait, action: ActionId) -> Result<Option<Assessment>, Fault> {
    let row = assessment::Entity::find()
        .filter(assessment::Column::Action.eq(action.uuid()))
        .filter(assessment::Column::State.eq("open"))
        .one(conn)
        .await?;
    row.map(read).transpose()
}

/// Those of an action, newest first.
pub async fn of_action(conn: &impl ConnectionTrait, action: ActionId) -> Result<Vec<Assessment>, Fault> {
    let rows = assessment::Entity::find()
        .filter(assessment::Column::Action.eq(action.uuid()))
        .order_by_desc(assessment::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Those under way, oldest first.
pub async fn open(conn: &impl ConnectionTrait) -> Result<Vec<Assessment>, Fault> {
    let rows = assessment::Entity::find()
        .filter(assessment::Column::State.eq("open"))
        .order_by_asc(assessment::Column::Opened)
        .order_by_asc(assessment::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Adds one.
pub async fn add(tx: &Tx, kept: &Assessment) -> Result<(), Fault> {
    assessment::Entity::insert(row_of(kept)).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Keeps how one stands now.
pub async fn save(tx: &Tx, kept: &Assessment) -> Result<(), Fault> {
    assessment::Entity::update(row_of(kept)).exec(tx.conn()).await?;
    Ok(())
}

fn row_of(kept: &Assessment) -> assessment::ActiveModel {
    let (state, decided, closed) = match &kept.state {
        State::Open => ("open", None, None),
        State::Decided { what, reasons, by, at } => ("decided", Some((*what, reasons, *by)), Some(*at)),
        State::CalledOff { at } => ("called_off", None, Some(*at)),
    };
    assessment::ActiveModel {
        id: Set(kept.id.uuid()),
        action: Set(kept.action.uuid()),
        n: Set(kept.n),
        call: Set(kept.call.uuid()),
        opened: Set(kept.opened.unix()),
        state: Set(state.to_owned()),
        decision: Set(decided.map(|(what, ..)| what.word().to_owned())),
        reasons: Set(decided.map(|(_, reasons, _)| reasons.clone())),
        decided_by: Set(decided.map(|(.., by)| by.uuid())),
        closed: Set(closed.map(Moment::unix)),
    }
}

fn read(row: assessment::Model) -> Result<Assessment, Fault> {
    let id = row.id;
    let broken = || Fault::broken(format!("the stored assessment {id} cannot be read"));
    let at = || row.closed.map(Moment::from_unix).ok_or_else(broken);
    let state = match row.state.as_str() {
        "open" => State::Open,
        "called_off" => State::CalledOff { at: at()? },
        "decided" => State::Decided {
            what: row.decision.as_deref().and_then(Decision::parse).ok_or_else(broken)?,
            reasons: row.reasons.clone().ok_or_else(broken)?,
            by: row.decided_by.map(PersonId::from).ok_or_else(broken)?,
            at: at()?,
        },
        _ => return Err(broken()),
    };
    Ok(Assessment {
        id: AssessmentId::from(row.id),
        action: ActionId::from(row.action),
        n: row.n,
        call: CallId::from(row.call),
        opened: Moment::from_unix(row.opened),
        state,
    })
}
