//! Actions: what a government does or pledges to do, from the first answer to the public record and back.
//!
//! In reading order: the nouns ([`action`], [`content`] with [`telling`], [`version`], `freshness`, `topic`, `draft`), from answers
//! to content (`answers`, and `further` for what may be told beside the eight), who may do what (`may`), then the acts:
//! `begin`, `save` an answer, `send`, the desk's `decide` (return, decline, publish), `revise`, `mend` (correct, redact),
//! `withdraw` (and protect), `enter` from a source, `discard` a draft, hide or remove a `picture`. `public` says to the
//! register what may be seen; `mails` writes the letters. Pages that serve several acts: `my` (the list and the task
//! list), `ask` with its `fields` (one topic), `files` (pictures and the document, sent and served), `unkept` (what was typed and
//! may not be kept), `check` (check, send, sent), `leave` (withdraw), `desk`, `correct`, and the public `page`.
//!
//! Partners (`partner`, `partners…`) are named, asked, and answer for themselves: at the page of their government, or
//! by a code to their address. Before they have confirmed, nobody reads their name. Before it is sent, a draft is cleared
//! inside the city (`clearance`): printed, or read by a link and commented on. What the desk enters `on_behalf` of a
//! government is sent when the government has confirmed it.
//!
//! Facts told: `action.begun`, `action.sent`, `action.returned`, `action.declined`, `action.published`,
//! `action.revision-begun`, `action.corrected`, `action.redacted`, `action.withdrawn`, `action.protected`,
//! `action.entered`, `action.entered-again`, `action.discarded`, `action.pictures-hidden`, `action.pictures-shown`,
//! `action.partner-asked`, `-reminded`, `-confirmed`, `-declined`, `-taken-back`, `-removed`,
//! `action.asked-on-behalf`, `action.confirmed-on-behalf`, `action.refused-on-behalf`. None holds a text.
//!
//! Invariant: a version is never edited once it stands; redaction takes a text out and leaves the hash.

pub mod action;
pub mod answers;
mod ask;
pub mod begin;
pub mod brings;
mod check;
pub mod clearance;
mod clearance_page;
pub mod content;
mod correct;
pub mod decide;
mod desk;
mod differences;
mod discard;
pub mod draft;
pub mod enter;
pub mod expire;
mod fields;
mod files;
mod freshness;
pub mod further;
mod further_fields;
mod further_page;
mod further_shown;
mod gathered;
pub mod history;
mod history_page;
mod leave;
mod mails;
pub mod may;
pub mod mend;
mod mine;
mod my;
pub mod on_behalf;
mod on_behalf_by_code;
mod on_behalf_desk;
mod page;
pub mod partner;
pub mod partners;
pub mod partners_answer;
pub mod partners_ask;
mod partners_by_code;
mod partners_mails;
pub mod partners_name;
mod partners_page;
pub mod picture;
pub mod public;
mod questions;
mod read;
mod reading;
mod records;
pub mod refused;
pub mod revise;
pub mod save;
pub mod send;
mod shown;
mod speaker;
mod stood;
pub mod tables;
pub mod telling;
pub mod topic;
mod unkept;
pub mod version;
pub mod withdraw;

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use store::{Fault, Follower};
use vocabulary::{ActionId, GovernmentId};
use web::{Access, Routes};

pub use action::{Action, NotNow, Revision, Stage, VersionOf, WithdrawReason};
pub use content::{Beneficiary, Content, Nature, Place, Status, TextField};
pub use enter::{Entered, FromSource, enter};
pub(crate) use mine::{reads, tie};
pub use on_behalf::OnBehalf;
pub use public::Adds;
pub use records::drafts::ActionContact;
pub use refused::ActionRefused;
pub(crate) use shown::{Shown, Words};
pub use version::{Version, VersionOrigin};

use crate::House;
use crate::register::Speaks;

/// One action.
pub async fn by_id(conn: &impl ConnectionTrait, id: ActionId) -> Result<Option<Action>, Fault> {
    records::actions::find(conn, id).await
}

/// The action of a reference.
pub async fn by_reference(
    conn: &impl ConnectionTrait,
    reference: &vocabulary::Reference,
) -> Result<Option<Action>, Fault> {
    records::actions::by_reference(conn, reference).await
}

/// The action that was entered from a source under this identity.
pub async fn from_source(conn: &impl ConnectionTrait, identity: &str) -> Result<Option<Action>, Fault> {
    records::actions::by_identity(conn, identity).await
}

/// The actions that a government leads or takes part in.
pub async fn of_government(conn: &impl ConnectionTrait, id: GovernmentId) -> Result<Vec<Action>, Fault> {
    Ok(records::actions::of_governments(conn, &[id]).await?.remove(&id).unwrap_or_default())
}

/// The actions of which a version waits for the desk, oldest first.
pub async fn waiting(conn: &impl ConnectionTrait) -> Result<Vec<Action>, Fault> {
    records::actions::waiting(conn).await
}

/// What the desk has entered on behalf of a government that has not confirmed it yet, oldest first.
pub async fn on_behalf_open(conn: &impl ConnectionTrait) -> Result<Vec<(Action, OnBehalf)>, Fault> {
    let mut open = Vec::new();
    for entered in records::on_behalf::all(conn).await? {
        let action = records::actions::find(conn, entered.action).await?;
        open.extend(action.filter(|one| one.stage == Stage::Draft).map(|one| (one, entered)));
    }
    open.sort_by_key(|(action, _)| (action.begun, action.id));
    Ok(open)
}

/// A version of an action.
pub async fn version(
    conn: &impl ConnectionTrait,
    action: ActionId,
    n: i64,
) -> Result<Option<Version>, Fault> {
    records::versions::find(conn, action, n).await
}

/// The governments of an action: the lead first, then the partners.
pub async fn governments_of(
    conn: &impl ConnectionTrait,
    action: ActionId,
) -> Result<Vec<GovernmentId>, Fault> {
    records::actions::governments(conn, action).await
}

/// The actions that an editor may summarise: in assessment or on the register, those that changed last first.
pub async fn to_summarise(conn: &impl ConnectionTrait, most: u64) -> Result<Vec<Action>, Fault> {
    records::actions::staged(conn, &["in_assessment", "published"], most).await
}

/// What this room has to say to the register, to which others may add.
pub fn speaks(adds: Vec<Arc<dyn Adds>>) -> Arc<dyn Speaks> {
    Arc::new(speaker::Speaker::new(adds))
}

/// The followers of this room: the dispatcher of its letters.
pub fn followers(house: &House) -> Vec<Arc<dyn Follower>> {
    vec![Arc::new(mails::Mails::new(house))]
}

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let (everyone, person, party, at_desk) = (Access::Everyone, Access::Person, Access::Party, Access::Desk);
    Routes::new("actions")
        .get("/{lang}/questions", "actions.read-questions", Access::Everyone, questions::page)
        .get("/{lang}/actions/{reference}", "actions.see-public", everyone, page::by_reference)
        .get("/{lang}/actions/{reference}/history", "actions.see-public", everyone, history_page::page)
        .get("/{lang}/actions/{reference}/{slug}", "actions.see-public", everyone, page::page)
        .get("/{lang}/actions/{reference}/files/{file}", "actions.see-public", everyone, files::public)
        .get("/{lang}/my/actions", "actions.list-mine", person, my::list)
        .get("/{lang}/my/actions/new", "actions.begin", person, begin::page)
        .post("/{lang}/my/actions/new", "actions.begin", person, begin::post)
        .get("/{lang}/my/actions/{id}", "actions.see-mine", party, my::page)
        .get("/{lang}/my/actions/{id}/check", "actions.check", party, check::page)
        .post("/{lang}/my/actions/{id}/send", "actions.send", party, check::post)
        .get("/{lang}/my/actions/{id}/sent", "actions.send", party, check::sent)
        .post("/{lang}/my/actions/{id}/revise", "actions.revise", party, revise::post)
        .get("/{lang}/my/actions/{id}/withdraw", "actions.withdraw", party, leave::page)
        .post("/{lang}/my/actions/{id}/withdraw", "actions.withdraw", party, leave::post)
        .get("/{lang}/my/actions/{id}/partners", "actions.name-partners", party, partners_page::page)
        .post("/{lang}/my/actions/{id}/partners", "actions.name-partners", party, partners_page::post)
        .post(
            "/{lang}/my/actions/{id}/partners/{partner}/{act}",
            "actions.ask-partners",
            party,
            partners_page::act,
        )
        .get("/{lang}/my/actions/{id}/print", "actions.print", party, clearance_page::print)
        .get("/{lang}/my/actions/{id}/clearance", "actions.clear", party, clearance_page::page)
        .post("/{lang}/my/actions/{id}/clearance", "actions.clear", party, clearance_page::post)
        .post("/{lang}/my/actions/{id}/clearance/{thing}/{act}", "actions.clear", party, clearance_page::act)
        .get("/{lang}/desk/on-behalf", "actions.enter-on-behalf", at_desk, on_behalf_desk::list)
        .upload("/{lang}/desk/on-behalf", "actions.enter-on-behalf", at_desk, on_behalf_desk::post)
        .get("/{lang}/desk/on-behalf/{id}", "actions.enter-on-behalf", at_desk, on_behalf_desk::page)
        .post("/{lang}/desk/on-behalf/{id}/ask", "actions.enter-on-behalf", at_desk, on_behalf_desk::post_ask)
        .get("/{lang}/desk/on-behalf/{id}/scan", "actions.enter-on-behalf", at_desk, on_behalf_desk::scan)
        .get("/{lang}/confirm-action/{token}", "actions.confirm", everyone, on_behalf_by_code::page)
        .post("/{lang}/confirm-action/{token}", "actions.confirm", everyone, on_behalf_by_code::post)
        .post("/{lang}/confirm-action/{token}/code", "actions.confirm", everyone, on_behalf_by_code::send)
        .get("/{lang}/read/{token}", "actions.read-draft", everyone, read::page)
        .post("/{lang}/read/{token}", "actions.read-draft", everyone, read::post)
        .get("/{lang}/my/partnerships/{id}", "actions.see-partnership", party, partners_answer::page)
        .post("/{lang}/my/partnerships/{id}/{act}", "actions.answer-as-partner", party, partners_answer::post)
        .get("/{lang}/partner-for/{token}", "actions.see-partnership", everyone, partners_by_code::page)
        .post("/{lang}/partner-for/{token}", "actions.answer-as-partner", everyone, partners_by_code::post)
        .post(
            "/{lang}/partner-for/{token}/code",
            "actions.answer-as-partner",
            everyone,
            partners_by_code::send,
        )
        .get("/{lang}/my/actions/{id}/discard", "actions.discard", party, discard::page)
        .post("/{lang}/my/actions/{id}/discard", "actions.discard", party, discard::post)
        .get("/{lang}/my/actions/{id}/pictures", "actions.draft", party, files::pictures)
        .upload("/{lang}/my/actions/{id}/pictures", "actions.draft", party, files::post_pictures)
        .get("/{lang}/my/actions/{id}/attachment", "actions.draft", party, files::attachment)
        .upload("/{lang}/my/actions/{id}/attachment", "actions.draft", party, files::post_attachment)
        .get("/{lang}/my/actions/{id}/files/{file}", "actions.see-mine", party, files::mine)
        .post("/{lang}/my/actions/{id}/hide", "actions.hide-pictures", party, picture::hide_all)
        .get("/{lang}/my/actions/{id}/{topic}", "actions.draft", party, ask::page)
        .post("/{lang}/my/actions/{id}/{topic}", "actions.draft", party, ask::post)
        .get("/{lang}/desk/actions/{id}", "actions.see-at-desk", at_desk, desk::page)
        .get("/{lang}/desk/actions/{id}/correct", "actions.correct", at_desk, correct::page)
        .post("/{lang}/desk/actions/{id}/correct", "actions.correct", at_desk, correct::post)
        .post("/{lang}/desk/actions/{id}/pictures", "actions.hide-pictures", at_desk, picture::post)
        .post("/{lang}/desk/actions/{id}/{act}", "actions.decide", at_desk, desk::post)
}
