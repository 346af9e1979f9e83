//! An act: give a role by invitation, and end one. The command line and the desk share it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use post::Address;
use serde::Deserialize;
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Arg, InvitationId, Lang, Say};
use web::{At, Choices, ErrorLine, Errors, Field, Form, Frame, Kind, Pairs, Problem, Tone};

use super::ask::read_address;
use super::erase::left_at_desk;
use super::may::{self, Refused};
use super::person::{Grant, GrantState};
use super::records::{people, roles};
use super::role::{Acting, Role};
use super::signed_in::{AtDesk, SignedIn};
use super::{mails, programme};
use crate::house::House;

/// Why nobody was invited, or no role was ended.
#[derive(Debug, thiserror::Error)]
pub enum InviteRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// The address has this role.
    #[error("This address has the role already; nothing is to be done.")]
    Held,
    /// There is no such role any more.
    #[error("This role has ended or was never given; look at the list again.")]
    Unknown,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl InviteRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            InviteRefused::May(refused) => Some(refused.key()),
            InviteRefused::Held => Some("people-refused-role-held"),
            InviteRefused::Unknown => Some("people-refused-role-unknown"),
            InviteRefused::Fault(_) => None,
        }
    }
}

/// Invites an address to a role. It takes effect when the address logs in; an earlier invitation that still waits is
/// replaced. The letter is in the language given.
pub async fn invite(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    role: Role,
    address: &Address,
    lang: Lang,
) -> Result<InvitationId, InviteRefused> {
    may::invite(acting)?;
    let known = people::by_address(tx.conn(), address).await?;
    if known.as_ref().is_some_and(|person| person.role == Some(role)) {
        return Err(InviteRefused::Held);
    }
    roles::end_for(tx, address).await?;
    let id = roles::invite(tx, acting.actor, role, address, lang).await?;
    let fact = Fact::new("role.invited", Subject::new("invitation", id), acting.actor);
    let position = tx.tell(fact.note(serde_json::json!({ "role": role.word() }))).await?;
    let lang = known.map_or(lang, |person| person.contact.lang);
    let letter = mails::invitation(&house.say(lang), &programme(house, lang), address, role);
    post::put(tx, letter.because_of(position)).await?;
    Ok(id)
}

/// Ends a role, or takes an invitation back.
pub async fn end_role(tx: &Tx, acting: &Acting, id: InvitationId) -> Result<(), InviteRefused> {
    let Some(grant) = roles::find(tx.conn(), id).await? else { return Err(InviteRefused::Unknown) };
    let note = serde_json::json!({ "role": grant.role.word() });
    match grant.state {
        GrantState::Held { by, .. } => {
            may::end_role(acting, grant.role, left_at_desk(tx).await?)?;
            roles::end(tx, id).await?;
            tx.tell(Fact::new("role.ended", Subject::new("person", by), acting.actor).note(note)).await?;
        }
        GrantState::Invited { .. } => {
            may::invite(acting)?;
            roles::end(tx, id).await?;
            tx.tell(Fact::new("role.ended", Subject::new("invitation", id), acting.actor).note(note)).await?;
        }
    }
    Ok(())
}

/// A role as the desk sees it.
struct Line {
    id: String,
    who: String,
    role: String,
    state: String,
    end_label: String,
}

#[derive(Template)]
#[template(path = "people/pages/roles.html")]
struct RolesPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lines: Vec<Line>,
    address: Field,
    role: Choices,
}

fn line(say: &Say, grant: Grant) -> Line {
    let (who, state) = match grant.state {
        GrantState::Invited { address, at } => (
            address.as_str().to_owned(),
            say.with("people-desk-state-waiting", &[("date", Arg::from(say.date(at)))]),
        ),
        GrantState::Held { called, since, .. } => (
            called.unwrap_or_else(|| say.t("people-desk-erased-person")),
            say.with("people-desk-state-held", &[("date", Arg::from(say.date(since)))]),
        ),
    };
    Line {
        id: grant.id.to_string(),
        end_label: say.with("people-desk-end-label", &[("address", Arg::from(&who))]),
        who,
        role: say.t(grant.role.key()),
        state,
    }
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Result<Response, Fault> {
    let grants = roles::all(house.store.read()).await?;
    let form = Form::new(&at.say, errors, pairs);
    let offered = Role::ALL.map(|role| (role.word(), at.say.t(role.key())));
    let frame = who.frame(at, "people-desk-title").here("desk").errors(errors);
    let frame = match done {
        "invited" => frame.notice(Tone::Done, at.say.t("people-desk-invited")),
        "ended" => frame.notice(Tone::Done, at.say.t("people-desk-ended")),
        _ => frame,
    };
    Ok(web::html(RolesPage {
        frame,
        errors: errors.summary(&at.say),
        lines: grants.into_iter().map(|grant| line(&at.say, grant)).collect(),
        address: form.text("address", "people-desk-invite-address").kind(Kind::Email),
        role: form.choices("role", "people-desk-invite-role", offered),
    }))
}

/// What stands behind the question mark of the page of roles.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

/// The page of roles.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    may::see_roles(&who.acting()).map_err(|refused| Problem::Forbidden(refused.key()))?;
    let done = query.done.unwrap_or_default();
    Ok(draw(&house, &at, &who, &Errors::new(), &Pairs::none(), &done).await?)
}

/// Invites whom the desk names.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let address = read_address(&pairs, &mut errors);
    let role = pairs.text("role").parse::<Role>();
    if role.is_err() {
        errors.add("role", "people-error-role");
    }
    if let (Some(address), Ok(role)) = (address, role) {
        let tx = house.act().await?;
        match invite(&house, &tx, &who.acting(), role, &address, at.lang).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(at.see("/desk/people?done=invited"));
            }
            Err(refused) => say_refused(&mut errors, "address", refused)?,
        }
    }
    let page = draw(&house, &at, &who, &errors, &pairs, "").await?;
    Ok(web::again(page))
}

/// Ends the role that the desk points at.
pub(super) async fn end(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let Ok(id) = pairs.text("invitation").parse::<InvitationId>() else { return Err(Problem::Unreadable) };
    let tx = house.act().await?;
    match end_role(&tx, &who.acting(), id).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(at.see("/desk/people?done=ended"))
        }
        Err(refused) => {
            let mut errors = Errors::new();
            say_refused(&mut errors, "roles", refused)?;
            drop(tx);
            let page = draw(&house, &at, &who, &errors, &Pairs::none(), "").await?;
            Ok(web::again(page))
        }
    }
}

fn say_refused(errors: &mut Errors, field: &str, refused: InviteRefused) -> Result<(), Problem> {
    match (refused.key(), refused) {
        (_, InviteRefused::Fault(fault)) => Err(fault.into()),
        (Some(key), _) => {
            errors.add(field, key);
            Ok(())
        }
        (None, _) => Err(Problem::broken("a refused invitation without a sentence")),
    }
}
