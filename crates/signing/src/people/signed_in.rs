//! Who is logged in: the extractors that private pages take.

use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use post::Address;
use store::Fault;
use vocabulary::{Lang, PersonId, SessionId};
use web::{At, Browser, Frame, Problem, Visitor};

use super::next::Next;
use super::records::{people, sessions};
use super::role::{Acting, Role};
use crate::house::House;

/// A person who is logged in. A page that takes it leads everyone else to the page for logging in, and back; a form
/// that is posted without a session is refused with the advice to log in elsewhere and send it again.
#[derive(Clone)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// The address that they proved.
    pub address: Address,
    /// Their name, if they gave one.
    pub name: Option<String>,
    /// The language of their mail.
    pub lang: Lang,
    /// Their role in the mechanism, if they have one.
    pub role: Option<Role>,
    /// The session.
    pub session: SessionId,
    /// Their browser, which knows the token of forms.
    pub browser: Browser,
}

impl SignedIn {
    /// Who acts, for the predicates.
    pub fn acting(&self) -> Acting {
        Acting::person(self.person, self.role)
    }

    /// What the header of a private page shows.
    pub fn visitor(&self) -> Visitor {
        let work = match self.role {
            Some(Role::Assessor) => Some(("people-work-assess", "/assess")),
            Some(Role::Editor) => Some(("people-work-edit", "/edit")),
            _ => None,
        };
        Visitor { name: self.called().to_owned(), desk: self.role == Some(Role::Secretariat), work }
    }

    /// The name, or the address where there is none.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(self.address.as_str())
    }

    /// The token of forms.
    pub fn csrf(&self) -> &str {
        self.browser.csrf()
    }

    /// The frame of a private page: it shows who is logged in, and gives forms their token.
    pub fn frame(&self, at: &At, title: &str) -> Frame {
        Frame::new(at, title).visitor(Some(self.visitor())).csrf(self.csrf())
    }

    /// Where logging in leads, without the language.
    pub(super) fn home(&self) -> &'static str {
        home_of(self.role)
    }
}

/// Where logging in leads when the visitor wanted nothing else.
pub(super) fn home_of(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Secretariat) => "/desk",
        Some(Role::Assessor) => "/assess",
        Some(Role::Editor) => "/edit",
        _ => "/my",
    }
}

/// Whoever is logged in, or nobody: for the few pages that serve both.
pub struct MaybeSignedIn(
    /// The one, if there is one.
    pub Option<SignedIn>,
);

/// A member of the secretariat who is logged in; everybody else is refused.
pub struct AtDesk(
    /// The one.
    pub SignedIn,
);

/// Whose session a browser holds.
async fn in_browser(house: &House, browser: Browser) -> Result<Option<SignedIn>, Fault> {
    let now = house.now();
    let found = sessions::opened(house.store.read(), &browser.fingerprint()).await?;
    let Some((session, contact, role)) = found else { return Ok(None) };
    if !session.alive(now) {
        return Ok(None);
    }
    if session.stale(now) {
        let tx = house.store.note(now).await?;
        sessions::touch(&tx, session.id).await?;
        people::seen(&tx, session.person).await?;
        tx.commit().await?;
    }
    Ok(Some(SignedIn {
        person: session.person,
        address: contact.address,
        name: contact.name,
        lang: contact.lang,
        role,
        session: session.id,
        browser,
    }))
}

impl FromRequestParts<House> for MaybeSignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<MaybeSignedIn, Problem> {
        let browser = Browser::from_request_parts(parts, house).await?;
        Ok(MaybeSignedIn(in_browser(house, browser).await?))
    }
}

impl FromRequestParts<House> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<SignedIn, Problem> {
        let MaybeSignedIn(who) = MaybeSignedIn::from_request_parts(parts, house).await?;
        who.ok_or_else(|| turned_away(parts))
    }
}

impl FromRequestParts<House> for AtDesk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<AtDesk, Problem> {
        let who = SignedIn::from_request_parts(parts, house).await?;
        if who.role == Some(Role::Secretariat) {
            Ok(AtDesk(who))
        } else {
            Err(Problem::Forbidden("people-refused-not-desk"))
        }
    }
}

fn turned_away(parts: &Parts) -> Problem {
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        return Problem::Forbidden("people-session-over");
    }
    let wanted = parts.uri.path_and_query().and_then(|wanted| Next::parse(wanted.as_str()));
    match wanted {
        Some(next) => Problem::Elsewhere(format!("/sign-in?next={}", next.encoded())),
        None => Problem::Elsewhere("/sign-in".to_owned()),
    }
}
