//! An action as somebody with a part in it opens it: the action, its lead, and how the person stands with it.

use sea_orm::ConnectionTrait;
use store::Fault;
use vocabulary::{ActionId, GovernmentId, Moment, PersonId};
use web::Problem;

use super::action::Action;
use super::may::{self, Tie};
use super::records;
use crate::House;
use crate::governments::{self, Government};
use crate::people::SignedIn;

/// An action and how whoever is logged in stands with it.
pub(super) struct Mine {
    pub action: Action,
    pub lead: Government,
    pub tie: Tie,
}

/// How a person stands with a government, or with one that was merged into it.
pub(super) async fn tie(
    conn: &impl ConnectionTrait,
    person: PersonId,
    government: GovernmentId,
    now: Moment,
) -> Result<Tie, Fault> {
    let mut tie = Tie::None;
    for id in governments::ids_of(conn, government).await? {
        match governments::standing(conn, person, id, now).await? {
            Some(mandate) if mandate.is_confirmed() => return Ok(Tie::Confirmed),
            Some(_) => tie = Tie::Asked,
            None => {}
        }
    }
    Ok(tie)
}

/// The government that leads an action, as it is known today.
pub(super) async fn lead(conn: &impl ConnectionTrait, action: &Action) -> Result<Government, Fault> {
    let found = governments::canonical_of(conn, action.lead).await?;
    found.ok_or_else(|| Fault::broken(format!("the lead of action {} is not there", action.id)))
}

/// Opens an action for whoever is logged in. Strangers get the same answer as for an action that is not there.
pub(super) async fn open(house: &House, who: &SignedIn, id: &str) -> Result<Mine, Problem> {
    let id: ActionId = id.parse().map_err(|_| Problem::NotFound)?;
    let conn = house.store.read();
    let action = records::actions::find(conn, id).await?.ok_or(Problem::NotFound)?;
    let lead = lead(conn, &action).await?;
    let mut tie = tie(conn, who.person, action.lead, house.now()).await?;
    // What the desk entered on behalf of a government it also fills in; only the government's own word sends it.
    if tie == Tie::None
        && who.acting().at_desk()
        && records::on_behalf::find(conn, action.id).await?.is_some()
    {
        tie = Tie::Asked;
    }
    may::see(&who.acting(), action.author, tie).map_err(|_| Problem::NotFound)?;
    Ok(Mine { action, lead, tie })
}

/// Opens an action at the desk.
pub(super) async fn open_at_desk(house: &House, who: &SignedIn, id: &str) -> Result<Mine, Problem> {
    may::work_at_desk(&who.acting())?;
    open(house, who, id).await
}
