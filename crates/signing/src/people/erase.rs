//! An act: have one's personal data removed. The id stays, so that what was done in public stands.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Arg, PersonId};
use web::{At, ErrorLine, Errors, Frame, Pairs, Problem};

use super::may::{self, Desk};
use super::records::{codes, people, roles, sessions, vouch};
use super::role::{Acting, Role};
use super::signed_in::SignedIn;
use super::{cookies, may::Refused};
use crate::house::House;

/// Why nobody was erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such person, or not any more.
    #[error("There is no person with this id, or their data was removed before; look at the id.")]
    Nobody,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Removes a person's contact data everywhere: address, name, sessions, codes, invitations, mails. Other rooms hear
/// `person.erased` and remove what they hold.
pub async fn erase(tx: &Tx, acting: &Acting, person: PersonId) -> Result<(), EraseRefused> {
    let Some(found) = people::find(tx.conn(), person).await? else { return Err(EraseRefused::Nobody) };
    may::erase(acting, person, found.role, left_at_desk(tx).await?)?;
    let address = &found.contact.address;
    sessions::end_all(tx, person).await?;
    codes::forget(tx, address).await?;
    vouch::forget(tx, address).await?;
    roles::end_of(tx, person).await?;
    roles::end_for(tx, address).await?;
    post::forget(tx, person).await?;
    post::forget_address(tx, address).await?;
    people::blank(tx, person, &address.fingerprint()).await?;
    let subject = Subject::new("person", person);
    if let Some(role) = found.role {
        let note = serde_json::json!({ "role": role.word() });
        tx.tell(Fact::new("role.ended", subject, acting.actor).note(note)).await?;
    }
    tx.tell(Fact::new("person.erased", subject, acting.actor)).await?;
    Ok(())
}

/// What the desk is left with when one of its members goes.
pub(super) async fn left_at_desk(tx: &Tx) -> Result<Desk, Fault> {
    let now = roles::count(tx.conn(), Role::Secretariat).await?;
    Ok(if now > 1 { Desk::Staffed } else { Desk::Empty })
}

#[derive(Template)]
#[template(path = "people/pages/erase.html")]
struct ErasePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    error: Option<String>,
    goes: Vec<String>,
    stays: Vec<String>,
}

async fn draw(house: &House, at: &At, who: &SignedIn, errors: &Errors) -> Result<Response, Fault> {
    let say = &at.say;
    let sessions = sessions::of_person(house.store.read(), who.person, house.now()).await?;
    let mut goes = vec![
        say.with("people-erase-goes-address", &[("address", Arg::from(who.address.as_str()))]),
        say.with("people-erase-goes-sessions", &[("count", Arg::from(sessions.len()))]),
        say.t("people-erase-goes-codes"),
    ];
    if let Some(role) = who.role {
        goes.push(say.with("people-erase-goes-role", &[("role", Arg::from(say.t(role.key())))]));
    }
    goes.push(say.t("people-erase-goes-contacts"));
    let stays = ["people-erase-stays-acts", "people-erase-stays-journal", "people-erase-stays-names"];
    Ok(web::html(ErasePage {
        frame: who.frame(at, "people-erase-title").here("me").errors(errors),
        errors: errors.summary(say),
        error: errors.at("confirm", say),
        goes,
        stays: stays.map(|key| say.t(key)).into(),
    }))
}

/// The page that says what goes and what stays.
pub(super) async fn page(State(house): State<House>, at: At, who: SignedIn) -> Result<Response, Problem> {
    Ok(draw(&house, &at, &who, &Errors::new()).await?)
}

/// Removes the data of whoever is logged in.
pub(super) async fn confirm(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    if pairs.text("confirm").is_empty() {
        errors.add("confirm", "people-error-erase-confirm");
        let page = draw(&house, &at, &who, &errors).await?;
        return Ok(web::again(page));
    }
    let tx = house.act().await?;
    match erase(&tx, &who.acting(), who.person).await {
        Ok(()) => {}
        Err(EraseRefused::Fault(fault)) => return Err(fault.into()),
        Err(EraseRefused::Nobody) => return Err(Problem::NotFound),
        Err(EraseRefused::May(_)) => {
            errors.add("confirm", "people-erase-refused-last-desk");
            let page = draw(&house, &at, &who, &errors).await?;
            return Ok(web::again(page));
        }
    }
    tx.commit().await?;
    let _renewed = who.browser.renew();
    let mut response = at.see("/erased");
    response.headers_mut().append(header::SET_COOKIE, cookies::take_back(at.kit.transport()));
    Ok(response)
}

#[derive(Template)]
#[template(path = "people/pages/erased.html")]
struct ErasedPage {
    frame: Frame,
}

/// The page that says that it is done: the same for everyone.
pub(super) async fn done(at: At) -> Response {
    web::html(ErasedPage { frame: Frame::new(&at, "people-erased-title").hide() })
}
