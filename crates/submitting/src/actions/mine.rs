//! An action as somebody with a part in it opens it: the action, its lead, and how the person stands with it.

use sea_orm::ConnectionTrait;
use store::Fault;
use vocabulary::{ActionId, GovernmentId, Moment, PersonId};
use web::Problem;

use super::action::Action;
use super::may::{self, Tie};
use super::records;
use crate::House;
use crate::governments::{self, Government, Mandate};
use crate::people::SignedIn;

/// An action and how whoever is logged in stands with it.
pub(super) struct Mine {
    pub action: Action,
    pub lead: Government,
    pub tie: Tie,
}

/// How a person stands with a government, or with one that was merged into it.
pub(crate) async fn tie(
    conn: &impl ConnectionTrait,
    person: PersonId,
    government: GovernmentId,
    now: Moment,
) -> Result<Tie, Fault> {
    let mandate = governments::standing(conn, person, government, now).await?;
    Ok(mandate.map_or(Tie::None, |mandate| tie_of(&mandate)))
}

fn tie_of(standing: &Mandate) -> Tie {
    if standing.is_confirmed() { Tie::Confirmed } else { Tie::Asked }
}

/// How a person stands with every government they act for now or have asked to act for, and with those merged into them.
pub(super) async fn ties(
    conn: &impl ConnectionTrait,
    person: PersonId,
    now: Moment,
) -> Result<Vec<(GovernmentId, Tie)>, Fault> {
    let mut ties = Vec::new();
    for (mandate, government) in governments::mandates_of(conn, person).await? {
        if mandate.stands_at(now) {
            let ids = governments::ids_of(conn, government.id).await?;
            ties.extend(ids.into_iter().map(|id| (id, tie_of(&mandate))));
        }
    }
    Ok(ties)
}

/// The government that leads an action, as it is known today.
pub(super) async fn lead(conn: &impl ConnectionTrait, action: &Action) -> Result<Government, Fault> {
    let found = governments::canonical_of(conn, action.lead).await?;
    found.ok_or_else(|| Fault::broken(format!("the lead of action {} is not there", action.id)))
}

/// Lets whoever is logged in read an action, or not. Who began it knows that it is there and is told why it is closed to
/// them; to everybody else it is as if it were not there.
pub(crate) fn reads(who: &SignedIn, action: &Action, tie: Tie) -> Result<(), Problem> {
    may::see(&who.acting(), action.author, tie).map_err(|refused| match refused {
        may::Refused::MandateEnded => refused.into(),
        _ => Problem::NotFound,
    })
}

/// How whoever is logged in stands with an action that they may read. Strangers get the same answer as for an action that
/// is not there.
pub(super) async fn opened(
    conn: &impl ConnectionTrait,
    who: &SignedIn,
    action: &Action,
    now: Moment,
) -> Result<Tie, Problem> {
    let mut tie = tie(conn, who.person, action.lead, now).await?;
    // What the desk entered on behalf of a government it also fills in; only the government's own word sends it.
    if tie == Tie::None
        && who.acting().at_desk()
        && records::on_behalf::find(conn, action.id).await?.is_some()
    {
        tie = Tie::Entered;
    }
    reads(who, action, tie)?;
    Ok(tie)
}

/// Reads the id of an action in an address.
pub(super) fn id_of(id: &str) -> Result<ActionId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// Opens an action for whoever is logged in. Strangers get the same answer as for an action that is not there.
pub(super) async fn open(house: &House, who: &SignedIn, id: &str) -> Result<Mine, Problem> {
    let conn = house.store.read();
    let action = records::actions::find(conn, id_of(id)?).await?.ok_or(Problem::NotFound)?;
    let tie = opened(conn, who, &action, house.now()).await?;
    let lead = lead(conn, &action).await?;
    Ok(Mine { action, lead, tie })
}

/// Opens an action at the desk.
pub(super) async fn open_at_desk(house: &House, who: &SignedIn, id: &str) -> Result<Mine, Problem> {
    may::work_at_desk(&who.acting())?;
    open(house, who, id).await
}
