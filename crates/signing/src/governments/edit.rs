//! Acts: change a government's record. Whoever acts for it changes at once what is theirs to say (place, population, web
//! site, networks, other names it is known by) and asks for what the desk confirms (name, kind, official domain); the
//! desk changes any of it.

use axum::extract::{Path, State};
use axum::response::Response;
use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::GovernmentId;
use web::{At, Errors, Pairs, Problem};

use super::change::{Change, ChangeState, What};
use super::government::{Government, Profile};
use super::mandate::Mandate;
use super::may::{self, Refused};
use super::{edit_form, records};
use crate::house::House;
use crate::people::{Acting, AtDesk, SignedIn};

/// Why nothing was changed.
#[derive(Debug, Error)]
pub enum EditRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such government.
    #[error("there is no such government")]
    Unknown,
    /// Nothing would change.
    #[error("nothing would change; change a field first")]
    Nothing,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What came of an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The position of the last fact.
    pub position: Position,
    /// What was asked of the desk.
    pub asked: Vec<Change>,
}

/// Changes a government's record to what is wished, or asks the desk for what only it changes.
pub async fn edit(
    tx: &Tx,
    acting: &Acting,
    mandate: Option<&Mandate>,
    id: GovernmentId,
    wished: Profile,
) -> Result<Edited, EditRefused> {
    may::edit(acting, mandate)?;
    let government = records::canonical_of(tx.conn(), id).await?.ok_or(EditRefused::Unknown)?;
    let guarded = What::between(&government.profile, &wished);
    let is = &government.profile;
    let mut profile = Profile { name: is.name.clone(), tier: is.tier, domain: is.domain.clone(), ..wished };
    let mut asked = Vec::new();
    let mut position = None;
    if acting.at_desk() {
        profile = guarded.into_iter().fold(profile, |profile, what| what.made(profile));
    } else {
        profile = Profile { country: is.country, invented_country: is.invented_country.clone(), ..profile };
        for what in guarded {
            if let Some((change, told)) = ask(tx, acting, &government, what).await? {
                asked.push(change);
                position = Some(told);
            }
        }
    }
    if profile != government.profile {
        position = Some(keep(tx, acting, government, profile).await?);
    }
    Ok(Edited { position: position.ok_or(EditRefused::Nothing)?, asked })
}

/// Keeps a changed record and tells that it changed.
pub(super) async fn keep(
    tx: &Tx,
    acting: &Acting,
    government: Government,
    profile: Profile,
) -> Result<Position, Fault> {
    let changed = Government { profile, ..government };
    records::save(tx, &changed).await?;
    let subject = Subject::new("government", changed.id);
    tx.tell(Fact::new("government.changed", subject, acting.actor).public()).await
}

/// Asks the desk for a change; an earlier one of the same kind that still waits is replaced. The same asked again is
/// nothing.
async fn ask(
    tx: &Tx,
    acting: &Acting,
    of: &Government,
    what: What,
) -> Result<Option<(Change, Position)>, EditRefused> {
    let by = acting.actor.person().ok_or(Refused::NotSignedIn)?;
    for earlier in records::changes_for(tx.conn(), of.id).await? {
        if earlier.state == ChangeState::Asked && earlier.what.word() == what.word() {
            if earlier.what == what {
                return Ok(None);
            }
            let replaced = earlier.replace(tx.now()).map_err(|refused| Fault::broken(refused.to_string()))?;
            records::save_change(tx, &replaced).await?;
        }
    }
    let change =
        Change { id: tx.new_id(), government: of.id, by, asked: tx.now(), what, state: ChangeState::Asked };
    records::add_change(tx, &change).await?;
    let fact = Fact::new("change.asked", Subject::new("change", change.id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok(Some((change, position)))
}

/// The government that somebody acts for under a confirmed mandate.
async fn mine(house: &House, who: &SignedIn, reference: &str) -> Result<(Government, Mandate), Problem> {
    let conn = house.store.read();
    let named = records::by_reference(conn, reference).await?.ok_or(Problem::NotFound)?;
    let of = records::canonical_of(conn, named.id).await?.ok_or(Problem::NotFound)?;
    let mandate = records::standing(conn, who.person, of.id, house.now()).await?;
    let mandate = mandate.ok_or(Problem::Forbidden("governments-refused-edit"))?;
    may::edit(&who.acting(), Some(&mandate)).map_err(|refused| Problem::Forbidden(refused.key()))?;
    Ok((of, mandate))
}

/// The form, for whoever acts for the government.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (of, _) = mine(&house, &who, &reference).await?;
    let pairs = edit_form::pairs(&of.profile);
    edit_form::draw(&house, &at, &who, &of, &Errors::new(), &pairs, edit_form::For::Party).await
}

/// Keeps what was sent, and asks for the rest.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let (of, mandate) = mine(&house, &who, &reference).await?;
    let mut errors = Errors::new();
    if let Some(wished) = edit_form::read(&pairs, &of.profile, edit_form::For::Party, &mut errors) {
        let tx = house.act().await?;
        match edit(&tx, &who.acting(), Some(&mandate), of.id, wished).await {
            Ok(edited) => {
                tx.commit().await?;
                house.settle_public(edited.position).await?;
                let done = if edited.asked.is_empty() { "edited" } else { "edit-asked" };
                return Ok(at.see(&format!("/my?done={done}")));
            }
            Err(refused) => say(&mut errors, refused)?,
        }
    }
    let page = edit_form::draw(&house, &at, &who, &of, &errors, &pairs, edit_form::For::Party).await?;
    Ok(web::again(page))
}

/// The government that the desk looks at.
pub(super) async fn at_desk(house: &House, reference: &str) -> Result<Government, Problem> {
    let conn = house.store.read();
    let named = records::by_reference(conn, reference).await?.ok_or(Problem::NotFound)?;
    records::canonical_of(conn, named.id).await?.ok_or(Problem::NotFound)
}

/// The form, for the desk.
pub(super) async fn desk_page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let of = at_desk(&house, &reference).await?;
    let pairs = edit_form::pairs(&of.profile);
    edit_form::draw(&house, &at, &who, &of, &Errors::new(), &pairs, edit_form::For::Desk).await
}

/// Keeps what the desk sent.
pub(super) async fn desk_send(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, reference)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let of = at_desk(&house, &reference).await?;
    let mut errors = Errors::new();
    if let Some(wished) = edit_form::read(&pairs, &of.profile, edit_form::For::Desk, &mut errors) {
        let tx = house.act().await?;
        match edit(&tx, &who.acting(), None, of.id, wished).await {
            Ok(edited) => {
                tx.commit().await?;
                house.settle_public(edited.position).await?;
                return Ok(at.see(&format!("/desk/governments/{}?done=edited", of.reference)));
            }
            Err(refused) => say(&mut errors, refused)?,
        }
    }
    let page = edit_form::draw(&house, &at, &who, &of, &errors, &pairs, edit_form::For::Desk).await?;
    Ok(web::again(page))
}

fn say(errors: &mut Errors, refused: EditRefused) -> Result<(), Problem> {
    match refused {
        EditRefused::Fault(fault) => Err(fault.into()),
        EditRefused::Unknown => Err(Problem::NotFound),
        EditRefused::May(refused) => Err(Problem::Forbidden(refused.key())),
        EditRefused::Nothing => {
            errors.add("name", "governments-error-nothing");
            Ok(())
        }
    }
}
