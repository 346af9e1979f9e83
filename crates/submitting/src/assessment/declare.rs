//! Acts of an assessor before marking: say what ties one to the government, or decline.

use sea_orm::ConnectionTrait;
use store::{Fact, Fault, Position, Subject, Tx};
use vocabulary::{ActionId, PersonId};

use super::assign::under_way;
use super::interest::{Interest, Interests};
use super::may;
use super::panel::{Assignment, AssignmentId, Part};
use super::records::panel;
use super::refused::AssessmentRefused;
use crate::governments::Government;
use crate::people::Acting;
use crate::{actions, governments};

/// What an assessor says of their ties.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The ties that they tick,
    pub interests: Interests,
    /// or that they have none.
    pub none: bool,
}

/// The governments of an action, as they are known today.
pub(super) async fn governments_of(
    conn: &impl ConnectionTrait,
    action: ActionId,
) -> Result<Vec<Government>, Fault> {
    let mut all = Vec::new();
    for id in actions::governments_of(conn, action).await? {
        all.extend(governments::canonical_of(conn, id).await?);
    }
    Ok(all)
}

/// Whether a person acts for a government of an action, or has asked to.
pub(super) async fn acts_for(tx: &Tx, person: PersonId, action: ActionId) -> Result<bool, Fault> {
    for government in governments_of(tx.conn(), action).await? {
        if governments::standing(tx.conn(), person, government.id, tx.now()).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The ties that follow from the mandates a person holds, whatever they say.
async fn derived(tx: &Tx, person: PersonId, action: ActionId) -> Result<Interests, Fault> {
    let mut found = Interests::default();
    if acts_for(tx, person, action).await? {
        found.kinds.insert(Interest::Represents);
    }
    let concerned = governments_of(tx.conn(), action).await?;
    for (mandate, own) in governments::mandates_of(tx.conn(), person).await? {
        if !mandate.stands() {
            continue;
        }
        for other in &concerned {
            if own.profile.country.is_some() && own.profile.country == other.profile.country {
                found.kinds.insert(Interest::SameCountry);
            }
            if own.profile.networks.iter().any(|network| other.profile.networks.contains(network)) {
                found.kinds.insert(Interest::SameNetwork);
            }
        }
    }
    Ok(found)
}

/// Says what ties the assessor to the government. A tie that bars ends their part; one that is declared waits for the
/// desk; with none they may read and mark at once.
pub async fn declare(
    tx: &Tx,
    acting: &Acting,
    id: AssignmentId,
    said: Said,
) -> Result<(Assignment, Position), AssessmentRefused> {
    let (assignment, of) = under_way(tx, id).await?;
    may::answer(acting, &assignment)?;
    if said.none != said.interests.kinds.is_empty() {
        return Err(AssessmentRefused::NothingSaid);
    }
    let mut interests = said.interests;
    interests.kinds.extend(derived(tx, assignment.assessor, of.action).await?.kinds);
    let declared = assignment.declare(interests, tx.now())?;
    panel::save(tx, &declared).await?;
    let kind = match declared.part {
        Part::Barred => "assessment.barred",
        Part::Declared => "assessment.interest-declared",
        _ => "assessment.accepted",
    };
    let fact = Fact::new(kind, Subject::new("assignment", id), acting.actor).call(of.call);
    Ok((declared, tx.tell(fact).await?))
}

/// Declines, with a reason that the desk reads.
pub async fn decline(
    tx: &Tx,
    acting: &Acting,
    id: AssignmentId,
    reason: &str,
) -> Result<(Assignment, Position), AssessmentRefused> {
    let (assignment, of) = under_way(tx, id).await?;
    may::answer(acting, &assignment)?;
    if reason.trim().is_empty() {
        return Err(AssessmentRefused::NoReasons);
    }
    let declined = assignment.decline(reason.trim().to_owned(), tx.now())?;
    panel::save(tx, &declined).await?;
    let fact = Fact::new("assessment.declined", Subject::new("assignment", id), acting.actor).call(of.call);
    Ok((declined, tx.tell(fact).await?))
}
