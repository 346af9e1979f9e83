//! Local and regional governments, and the mandates by which people act for them.
//!
//! The unit of the platform is the government, not the person: people come and go under mandates, the record stays.
//! Suggested reading order: [`government`], [`mandate`], `may`, the acts ([`enter`], [`ask`], [`proof`], [`answer`],
//! [`rule`], [`hand_over`], [`leave`], [`expire`], [`edit`], [`record`], [`merge`], [`alike`]), [`public`], `records`, `tables`.
//!
//! Facts told: `government.entered`, `government.renamed`, `government.changed`, `government.merged`,
//! `government.unmerged`, `government.told-apart`; `change.asked`, `change.confirmed`, `change.refused`;
//! `mandate.asked`, `mandate.confirmed`, `mandate.refused`, `mandate.changed`, `mandate.handed`,
//! `mandate.taken_over`, `mandate.expired`, `mandate.ended`. None holds personal data.

pub mod alike;
pub mod answer;
pub mod ask;
pub mod change;
mod change_mails;
mod choose;
pub mod edit;
mod edit_form;
pub mod enter;
mod erasure;
pub mod expire;
pub mod faces;
pub mod government;
pub mod hand_over;
mod history;
pub mod leave;
mod mails;
pub mod mandate;
pub mod may;
pub mod merge;
mod my;
mod page;
pub mod proof;
pub mod public;
pub mod record;
mod records;
pub mod rule;
pub mod steps;
mod stood;
pub mod tables;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use store::{Fault, Files, Follower};
use vocabulary::PersonId;
use web::{Access, Routes};

pub use alike::{Alike, alike, tell_apart};
pub use answer::{AnswerRefused, confirm, confirm_with, refuse};
pub use ask::{AskRefused, Whom, ask, ask_with};
pub use change::{Change, ChangeState, What};
pub use edit::{EditRefused, Edited, edit};
pub use enter::{Match, also_known_as, enter, matching};
pub use faces::{Face, FacePart, FaceShown, faces_of, term};
pub use government::{Government, Origin, Population, Profile, Tier, core_name};
pub use hand_over::{HandOverRefused, hand_over, take_over};
pub use leave::{LeaveRefused, leave};
pub use mandate::{Mandate, MandateKind, MandateState, NotWaiting, OnDomain, Over, Proof, Term};
pub use merge::{MergeRefused, merge, unmerge};
pub use my::Signed;
pub use proof::{ProofRefused, prove};
pub use public::{Added, Adds, Voice, Weight, country_names, named_by, where_tokens};
pub use record::{confirm_change, refuse_change};
pub use records::{
    Families, by_id, by_reference, canonical_of, changes_for, changes_waiting, find, ids_of,
    mandate as mandate_by_id, mandates_for, mandates_of, search, standing, waiting,
};
pub use rule::{Terms, end, set_terms};
pub use steps::Step;

use crate::house::House;

/// Of these people, those who act for a government or have asked to: they are kept when unused addresses go.
pub async fn keeps(conn: &impl ConnectionTrait, people: &[PersonId]) -> Result<BTreeSet<PersonId>, Fault> {
    let mut kept = BTreeSet::new();
    for person in people {
        if mandates_of(conn, *person).await?.iter().any(|(mandate, _)| mandate.stands()) {
            kept.insert(*person);
        }
    }
    Ok(kept)
}

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let (everyone, person, party, desk) = (Access::Everyone, Access::Person, Access::Party, Access::Desk);
    Routes::new("governments")
        .get("/{lang}/governments/{reference}", "governments.see", everyone, page::bare)
        .get("/{lang}/governments/{reference}/history", "governments.see", everyone, history::page)
        .get("/{lang}/governments/{reference}/{slug}", "governments.see", everyone, page::page)
        .get("/{lang}/my", "governments.see-mine", person, my::page)
        .get("/{lang}/my/governments/ask", "governments.ask", person, choose::page)
        .get("/{lang}/my/governments/ask/details", "governments.ask", person, ask::page)
        .post("/{lang}/my/governments/ask/details", "governments.ask", person, ask::send)
        .get("/{lang}/my/mandates/{id}/leave", "governments.leave", party, leave::page)
        .post("/{lang}/my/mandates/{id}/leave", "governments.leave", party, leave::end)
        .post("/{lang}/my/mandates/{id}/hand-over", "governments.hand-over", party, hand_over::send)
        .post("/{lang}/my/mandates/{id}/hand-over/back", "governments.hand-over", party, hand_over::back)
        .get("/{lang}/my/mandates/{id}/proof", "governments.prove", party, proof::page)
        .get("/{lang}/my/mandates/{id}/proof/file", "governments.prove", party, proof::own_file)
        .upload("/{lang}/my/mandates/{id}/proof", "governments.prove", party, proof::send)
        .get("/{lang}/my/hand-overs/{token}", "governments.take-over", person, hand_over::page)
        .post("/{lang}/my/hand-overs/{token}", "governments.take-over", person, hand_over::taken)
        .get("/{lang}/desk/mandates/{id}", "governments.see-mandate", desk, answer::page)
        .get("/{lang}/desk/mandates/{id}/proof", "governments.see-mandate", desk, proof::file)
        .post("/{lang}/desk/mandates/{id}/term", "governments.set-terms", desk, rule::termed)
        .post("/{lang}/desk/mandates/{id}/end", "governments.end", desk, rule::ended)
        .post("/{lang}/desk/mandates/{id}/confirm", "governments.confirm", desk, answer::confirmed)
        .post("/{lang}/desk/mandates/{id}/refuse", "governments.refuse", desk, answer::refused)
        .get("/{lang}/my/governments/{reference}/profile", "governments.edit", party, edit::page)
        .post("/{lang}/my/governments/{reference}/profile", "governments.edit", party, edit::send)
        .get("/{lang}/desk/governments/{reference}", "governments.see-record", desk, record::page)
        .post(
            "/{lang}/desk/governments/{reference}/change",
            "governments.answer-change",
            desk,
            record::answer,
        )
        .get("/{lang}/desk/governments/{reference}/edit", "governments.edit", desk, edit::desk_page)
        .post("/{lang}/desk/governments/{reference}/edit", "governments.edit", desk, edit::desk_send)
        .get("/{lang}/desk/governments/merge", "governments.merge", desk, merge::page)
        .post("/{lang}/desk/governments/merge", "governments.merge", desk, merge::send)
        .post("/{lang}/desk/governments/unmerge", "governments.unmerge", desk, merge::undo)
        .post("/{lang}/desk/governments/apart", "governments.tell-apart", desk, alike::send)
}

/// What follows the facts: letters about mandates, and the erasure of those who left.
pub fn followers(house: &House) -> Vec<Arc<dyn Follower>> {
    vec![
        Arc::new(mails::Dispatcher::new(house.clone())),
        Arc::new(change_mails::Dispatcher::new(house.clone())),
        Arc::new(erasure::Erasure::new(Files::new(&house.folder))),
    ]
}
