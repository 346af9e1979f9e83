//! People: signing in and out, browser sessions, roles in the mechanism, all contact data, leaving and erasing.
//! Other rooms hold a person's id and ask here when they must write to somebody.
//!
//! In reading order: the nouns ([`person`], [`role`], `code`, `session`), who may do what (`may`), the acts (`ask`
//! for a code, `prove` an address with it, `sign_out`, see and correct `me`, `erase`, `expire`, `invite`), how somebody
//! without an account proves an address and answers one thing ([`vouch`]), and the extractors that every private page takes (`signed_in`).
//!
//! Facts told: `person.joined`, `person.erased`, `role.invited`, `role.granted`, `role.ended`. None holds personal
//! data. A room that keeps contact data of its own hears `person.erased` and removes it.

mod ask;
mod code;
mod cookies;
mod erase;
mod expire;
mod invite;
mod limits;
mod mails;
mod may;
mod me;
mod next;
mod outbox;
mod person;
mod privacy;
mod prove;
mod records;
mod role;
mod session;
mod sign_out;
mod signed_in;
pub mod tables;
pub mod vouch;

use sea_orm::ConnectionTrait;
use store::{Fault, Tx};
use vocabulary::{Lang, PersonId};
use web::{Access, Routes};

pub use ask::issue_code_for_operator;
pub use code::{Code, NotACode};
pub use erase::{EraseRefused, erase};
pub use expire::{Expired, dormant, expire};
pub use invite::{InviteRefused, end_role, invite};
pub use limits::Limits;
pub use may::Refused;
pub use next::Next;
pub use person::{Contact, NOTICE_VERSION};
pub use post::Address;
pub use privacy::notice;
pub use prove::{admit, person_for};
pub use role::{Acting, NoSuchRole, Role};
pub use sign_out::sign_out_everywhere;
pub use signed_in::{AtDesk, MaybeSignedIn, SignedIn};
pub use vouch::{
    Asked, AskedState, Closed, CodeRefused, ask_address, asked, asked_for, close, code_field, prove_asked,
    read_code, say_too_many, send_code,
};

use crate::house::House;

/// How to reach a person; nothing where nobody is known by this id, or their data was removed.
pub async fn contact<C: ConnectionTrait>(conn: &C, person: PersonId) -> Result<Option<Contact>, Fault> {
    records::people::contact_of(conn, person).await
}

/// Keeps a person's name and the language of their mail.
pub async fn rename(tx: &Tx, person: PersonId, name: Option<String>, lang: Lang) -> Result<(), Fault> {
    records::people::rename(tx, person, name, lang).await
}

/// The hash ([`Address::fingerprint`]) of the address that an erased person had: by it a room that hears
/// `person.erased` also finds what others typed about that person.
pub async fn erased_print<C: ConnectionTrait>(conn: &C, person: PersonId) -> Result<Option<String>, Fault> {
    records::people::print_of(conn, person).await
}

/// How to reach the secretariat: everyone who has that role.
pub async fn desk<C: ConnectionTrait>(conn: &C) -> Result<Vec<Contact>, Fault> {
    records::roles::holders(conn, Role::Secretariat).await
}

/// Everyone who has a role, in the order in which they took it.
pub async fn with_role<C: ConnectionTrait>(conn: &C, role: Role) -> Result<Vec<Contact>, Fault> {
    records::roles::holders(conn, role).await
}

/// The role that a person has.
pub async fn role_of<C: ConnectionTrait>(conn: &C, person: PersonId) -> Result<Option<Role>, Fault> {
    records::roles::held_by(conn, person).await
}

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let everyone = Access::Everyone;
    let person = Access::Person;
    Routes::new("people")
        .get("/{lang}/sign-in", "people.ask", everyone, ask::page)
        .post("/{lang}/sign-in", "people.ask", everyone, ask::ask)
        .get("/{lang}/sign-in/code", "people.prove", everyone, prove::page)
        .post("/{lang}/sign-in/code", "people.prove", everyone, prove::enter)
        .post("/{lang}/sign-in/resend", "people.ask", everyone, ask::resend)
        .post("/{lang}/sign-out", "people.sign-out", everyone, sign_out::here)
        .get("/{lang}/me", "people.see-oneself", person, me::page)
        .post("/{lang}/me", "people.correct-oneself", person, me::save)
        .post("/{lang}/me/sessions/end", "people.sign-out", person, sign_out::one)
        .post("/{lang}/me/sessions/end-all", "people.sign-out", person, sign_out::everywhere)
        .get("/{lang}/me/erase", "people.erase", person, erase::page)
        .post("/{lang}/me/erase", "people.erase", person, erase::confirm)
        .get("/{lang}/erased", "people.erase", everyone, erase::done)
        .get("/{lang}/desk/people", "people.see-roles", Access::Desk, invite::page)
        .post("/{lang}/desk/people", "people.invite", Access::Desk, invite::send)
        .post("/{lang}/desk/people/end", "people.end-role", Access::Desk, invite::end)
        .get("/{lang}/outbox", "people.read-outbox", Access::Local, outbox::page)
}

/// The programme's name, with which every subject begins.
fn programme(house: &House, lang: Lang) -> String {
    house.kit.programme(lang).unwrap_or_else(|| house.mail.programme.clone())
}
