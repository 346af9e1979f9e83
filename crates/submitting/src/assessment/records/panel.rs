//! Who assesses: the assignments.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ConnectionTrait, ExprTrait, QueryOrder};
use store::{Fault, Tx, canonical};
use vocabulary::{Moment, PersonId};

use super::super::interest::Interests;
use super::super::panel::{AssessmentId, Assignment, AssignmentId, Part};
use super::rows::assignment;

/// One by its id.
pub async fn find(conn: &impl ConnectionTrait, id: AssignmentId) -> Result<Option<Assignment>, Fault> {
    assignment::Entity::find_by_id(id.uuid()).one(conn).await?.map(read).transpose()
}

/// Everybody who was asked to assess, in the order in which they were.
pub async fn of(conn: &impl ConnectionTrait, id: AssessmentId) -> Result<Vec<Assignment>, Fault> {
    let rows = assignment::Entity::find()
        .filter(assignment::Column::Assessment.eq(id.uuid()))
        .order_by_asc(assignment::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// What a person was asked to assess, what is due first first.
pub async fn of_person(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Assignment>, Fault> {
    let rows = assignment::Entity::find()
        .filter(assignment::Column::Assessor.eq(person.uuid()))
        .order_by_asc(assignment::Column::Due)
        .order_by_asc(assignment::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// The words of the parts whose marks are still to come.
pub(super) fn outstanding() -> impl Iterator<Item = &'static str> {
    Part::ALL.into_iter().filter(|part| part.is_outstanding()).map(Part::word)
}

/// Those whose marks are to come by a moment and who were not reminded since another.
pub async fn to_remind(tx: &Tx, due: Moment, since: Moment) -> Result<Vec<Assignment>, Fault> {
    let rows = assignment::Entity::find()
        .filter(assignment::Column::Part.is_in(outstanding()))
        .filter(assignment::Column::Due.lte(due.unix()))
        .filter(assignment::Column::Reminded.is_null().or(assignment::Column::Reminded.lte(since.unix())))
        .order_by_asc(assignment::Column::Id)
        .all(tx.conn())
        .await?;
    rows.into_iter().map(read).collect()
}

/// Notes that somebody was reminded now.
pub async fn reminded(tx: &Tx, id: AssignmentId) -> Result<(), Fault> {
    assignment::Entity::update_many()
        .col_expr(assignment::Column::Reminded, Expr::value(tx.now().unix()))
        .filter(assignment::Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Adds one.
pub async fn add(tx: &Tx, kept: &Assignment) -> Result<(), Fault> {
    assignment::Entity::insert(row_of(kept)?).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Keeps how one stands now.
pub async fn save(tx: &Tx, kept: &Assignment) -> Result<(), Fault> {
    assignment::Entity::update(row_of(kept)?).exec(tx.conn()).await?;
    Ok(())
}

/// Takes away what a person wrote about themselves, and takes them off what they have not marked: their data is
/// erased. What they marked stays.
pub async fn forget(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    assignment::Entity::update_many()
        .col_expr(assignment::Column::Part, Expr::value(Part::TakenOff.word()))
        .col_expr(assignment::Column::Since, Expr::value(tx.now().unix()))
        .filter(assignment::Column::Assessor.eq(person.uuid()))
        .filter(assignment::Column::Part.is_in(outstanding()))
        .exec(tx.conn())
        .await?;
    assignment::Entity::update_many()
        .col_expr(assignment::Column::Interests, Expr::value("{}"))
        .col_expr(assignment::Column::Reason, Expr::value(None::<String>))
        .filter(assignment::Column::Assessor.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

fn row_of(kept: &Assignment) -> Result<assignment::ActiveModel, Fault> {
    Ok(assignment::ActiveModel {
        id: Set(kept.id.uuid()),
        assessment: Set(kept.assessment.uuid()),
        assessor: Set(kept.assessor.uuid()),
        given: Set(kept.given.unix()),
        due: Set(kept.due.unix()),
        part: Set(kept.part.word().to_owned()),
        since: Set(kept.since.unix()),
        interests: Set(canonical(&kept.interests)?.0),
        reason: Set(kept.reason.clone()),
        ..Default::default()
    })
}

pub(super) fn read(row: assignment::Model) -> Result<Assignment, Fault> {
    let id = row.id;
    let broken = || Fault::broken(format!("the stored assignment {id} cannot be read"));
    let interests: Interests = serde_json::from_str(&row.interests).map_err(|_| broken())?;
    Ok(Assignment {
        id: AssignmentId::from(row.id),
        assessment: AssessmentId::from(row.assessment),
        assessor: PersonId::from(row.assessor),
        given: Moment::from_unix(row.given),
        due: Moment::from_unix(row.due),
        part: Part::parse(&row.part).ok_or_else(broken)?,
        since: Moment::from_unix(row.since),
        interests,
        reason: row.reason,
    })
}
