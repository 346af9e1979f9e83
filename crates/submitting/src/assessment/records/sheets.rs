//! Marks and comments. Whatever is shown of them to anybody comes from [`within`].

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{OnConflict, Query, SelectStatement};
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, QueryOrder};
use store::{Fault, Tx, canonical};
use vocabulary::PersonId;

use super::super::may::Scope;
use super::super::panel::{AssessmentId, Assignment, AssignmentId, Part};
use super::super::sheet::Sheet;
use super::panel;
use super::rows::{assignment, rubric, sheet};
use crate::calls::Criterion;

/// A sheet and whose it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// Whose.
    pub assignment: Assignment,
    /// What they say.
    pub sheet: Sheet,
    /// By which criteria; none for marks older than what is kept of rubrics.
    pub rubric: Option<Vec<Criterion>>,
}

/// The sheet of one assignment; empty where nothing was saved. For its assessor, who goes on writing.
pub async fn of(conn: &impl ConnectionTrait, id: AssignmentId) -> Result<Sheet, Fault> {
    let row = sheet::Entity::find_by_id(id.uuid()).one(conn).await?;
    row.map_or_else(|| Ok(Sheet::default()), read)
}

/// Every sheet within a scope, of one assessment or of all, in the order in which the assessors were asked.
pub async fn within(
    conn: &impl ConnectionTrait,
    scope: Scope,
    of: Option<AssessmentId>,
) -> Result<Vec<Marked>, Fault> {
    let own = |person: PersonId| assignment::Column::Assessor.eq(person.uuid());
    let all_in = || {
        Condition::all()
            .add(assignment::Column::Part.eq(Part::In.word()))
            .add(assignment::Column::Assessment.not_in_subquery(outstanding()))
    };
    let seen = match scope {
        Scope::Desk(person) => Condition::any().add(own(person)).add(all_in()),
        Scope::Panel(person) => {
            let with_them = all_in().add(assignment::Column::Assessment.in_subquery(marked_by(person)));
            Condition::any().add(own(person)).add(with_them)
        }
        Scope::Nothing => return Ok(Vec::new()),
    };
    let mut asked = assignment::Entity::find().filter(seen).order_by_asc(assignment::Column::Id);
    if let Some(id) = of {
        asked = asked.filter(assignment::Column::Assessment.eq(id.uuid()));
    }
    let mut found = Vec::new();
    for row in asked.all(conn).await? {
        let assignment = panel::read(row)?;
        if let Some(row) = sheet::Entity::find_by_id(assignment.id.uuid()).one(conn).await? {
            let rubric = rubric_of(conn, row.rubric.as_deref()).await?;
            found.push(Marked { assignment, sheet: read(row)?, rubric });
        }
    }
    Ok(found)
}

/// The assessments in which marks are still to come.
fn outstanding() -> SelectStatement {
    Query::select()
        .column(assignment::Column::Assessment)
        .from(assignment::Entity)
        .and_where(assignment::Column::Part.is_in(panel::outstanding()))
        .to_owned()
}

/// The assessments for which a person has handed in marks.
fn marked_by(person: PersonId) -> SelectStatement {
    Query::select()
        .column(assignment::Column::Assessment)
        .from(assignment::Entity)
        .and_where(assignment::Column::Assessor.eq(person.uuid()))
        .and_where(assignment::Column::Part.eq(Part::In.word()))
        .to_owned()
}

/// What the assessors of a decided assessment said to the city: it is released with the decision.
pub async fn released(conn: &impl ConnectionTrait, id: AssessmentId) -> Result<Vec<String>, Fault> {
    let mut said = Vec::new();
    for assignment in panel::of(conn, id).await?.into_iter().filter(|one| one.part == Part::In) {
        said.push(of(conn, assignment.id).await?.to_city);
    }
    Ok(said.into_iter().filter(|text| !text.is_empty()).collect())
}

async fn rubric_of(conn: &impl ConnectionTrait, hash: Option<&str>) -> Result<Option<Vec<Criterion>>, Fault> {
    let Some(hash) = hash else { return Ok(None) };
    let row = rubric::Entity::find_by_id(hash.to_owned()).one(conn).await?;
    let broken = |_| Fault::broken(format!("the stored rubric {hash} cannot be read"));
    row.map(|row| serde_json::from_str(&row.criteria).map_err(broken)).transpose()
}

/// Keeps a rubric, once. Gives its hash.
async fn keep(tx: &Tx, criteria: &[Criterion]) -> Result<String, Fault> {
    let (text, hash) = canonical(&criteria)?;
    let row =
        rubric::ActiveModel { hash: Set(hash.to_string()), criteria: Set(text), at: Set(tx.now().unix()) };
    let once = OnConflict::column(rubric::Column::Hash).do_nothing().to_owned();
    rubric::Entity::insert(row).on_conflict(once).exec_without_returning(tx.conn()).await?;
    Ok(hash.to_string())
}

/// Keeps what an assessor has written so far, and by which criteria.
pub async fn save(tx: &Tx, id: AssignmentId, kept: &Sheet, criteria: &[Criterion]) -> Result<(), Fault> {
    let row = sheet::ActiveModel {
        assignment: Set(id.uuid()),
        marks: Set(canonical(&kept.marks)?.0),
        to_city: Set(kept.to_city.clone()),
        to_desk: Set(kept.to_desk.clone()),
        at: Set(tx.now().unix()),
        rubric: Set(Some(keep(tx, criteria).await?)),
    };
    use sheet::Column::{Assignment, At, Marks, Rubric, ToCity, ToDesk};
    let replace =
        OnConflict::column(Assignment).update_columns([Marks, ToCity, ToDesk, At, Rubric]).to_owned();
    sheet::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn read(row: sheet::Model) -> Result<Sheet, Fault> {
    let id = row.assignment;
    let marks = serde_json::from_str(&row.marks)
        .map_err(|_| Fault::broken(format!("the stored marks of assignment {id} cannot be read")))?;
    Ok(Sheet { marks, to_city: row.to_city, to_desk: row.to_desk })
}
