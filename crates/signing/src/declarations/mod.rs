//! Declarations and their signatures: a versioned text that is never edited once signed, and a government's public
//! act of signing one version of it: who signed, in what capacity, when, on what evidence.
//!
//! Suggested reading order: [`declaration`], [`signature`], [`history`], [`leader`], `may`, the acts ([`load`],
//! [`sign`], `ask_for` and `sign_for`, [`answer`], [`keep`], [`withdraw`], [`from_source`], [`name_leaders`],
//! [`sweep`]), [`public`], the pages (`before`, `form` and `fill`, `mine`, `desk`, `certificate`), `records`, `tables`.
//!
//! Facts told: `declaration.created`, `declaration.described`, `declaration.loaded`; `signature.prepared`,
//! `signature.dropped`, `signature.sent`, `signature.verified`, `signature.returned`, `signature.suspended`,
//! `signature.lifted`, `signature.reconfirmed`, `signature.withdrawn`, `signature.shown`, `signature.entered`;
//! `leader.named`, `leader.removed`. None holds personal data.

pub mod answer;
mod ask_for;
mod before;
mod certificate;
mod changes;
mod copy;
pub mod declaration;
mod desk;
mod enter;
mod fill;
mod form;
pub mod from_source;
pub mod history;
pub mod keep;
pub mod leader;
mod leaders;
mod list;
pub mod load;
mod mails;
pub mod may;
mod mine;
pub mod name_leaders;
mod portrait;
pub mod public;
mod records;
mod shown;
pub mod sign;
mod sign_for;
pub mod signature;
pub mod sweep;
pub mod tables;
pub mod withdraw;

use std::sync::Arc;

use store::Follower;
use web::{Access, Routes};

pub use answer::{AnswerRefused, send_back, verify};
pub use before::{Question, questions};
pub use copy::put_copy;
pub use declaration::{About, Declaration, Version};
pub use from_source::{Entered, FromSource, enter_from_source};
pub use history::{Event, Happened};
pub use keep::{KeepRefused, lift, reconfirm, suspend};
pub use leader::{Leader, Portrait};
pub use load::{LoadRefused, describe, ensure, load};
pub use public::Voice;
pub use records::declarations::{all, by_slug, latest_version, version, versions_of};
pub use records::signatures::{
    by_id, by_reference, of_government as signatures_of, standing, standing_for, waiting,
};
pub use sign::{SignRefused, Signing, enter_paper, prepare, sign};
pub use signature::{Capacity, Consent, Evidence, Hand, Signature, SignatureState, Signer};
pub use sweep::{SWEPT_AFTER_DAYS, sweep};
pub use withdraw::{WithdrawRefused, withdraw};

use crate::house::House;

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    Routes::new("declarations").merge(open()).merge(of_officers()).merge(of_desk())
}

/// What everybody may open.
fn open() -> Routes<House> {
    let everyone = Access::Everyone;
    let one = "/{lang}/declarations/{slug}/signatures/{reference}";
    Routes::new("declarations")
        .get("/{lang}/declarations", "declarations.see", everyone, list::list)
        .get("/{lang}/declarations/{slug}", "declarations.see", everyone, list::page)
        .get("/{lang}/embed/declarations/{slug}", "declarations.embed", everyone, list::framed)
        .get("/{lang}/declarations/{slug}/history", "declarations.see", everyone, changes::page)
        .get("/{lang}/declarations/{slug}/before", "declarations.see", everyone, before::page)
        .get("/{lang}/declarations/{slug}/models/{model}", "declarations.see", everyone, before::model)
        .get(one, "declarations.see", everyone, certificate::page)
        .get(
            "/{lang}/declarations/{slug}/signatures/{reference}/copy",
            "declarations.see",
            everyone,
            copy::page,
        )
        .get("/{lang}/portraits/{id}", "declarations.see", everyone, portrait::page)
        .get("/{lang}/sign-for/{token}", "declarations.sign-for", everyone, sign_for::page)
        .post("/{lang}/sign-for/{token}/code", "declarations.sign-for", everyone, sign_for::code)
        .post("/{lang}/sign-for/{token}/sign", "declarations.sign-for", everyone, sign_for::sign)
}

/// What whoever acts for the government may open.
fn of_officers() -> Routes<House> {
    let party = Access::Party;
    let (form, leaders) =
        ("/{lang}/my/governments/{reference}/sign", "/{lang}/my/governments/{reference}/leaders");
    let leader = "/{lang}/my/governments/{reference}/leaders/{id}";
    Routes::new("declarations")
        .get(form, "declarations.sign", party, fill::page)
        .upload(form, "declarations.sign", party, fill::check)
        .post("/{lang}/my/governments/{reference}/sign/send", "declarations.sign", party, fill::send)
        .get("/{lang}/my/signatures/{reference}", "declarations.see-mine", party, mine::page)
        .get("/{lang}/my/signatures/{reference}/evidence", "declarations.see-mine", party, mine::evidence)
        .post(
            "/{lang}/my/signatures/{reference}/take-back",
            "declarations.take-back",
            party,
            ask_for::take_back,
        )
        .post(
            "/{lang}/my/signatures/{reference}/reconfirm",
            "declarations.reconfirm",
            party,
            mine::reconfirmed,
        )
        .post("/{lang}/my/signatures/{reference}/withdraw", "declarations.withdraw", party, mine::withdrawn)
        .get(leaders, "declarations.name-leaders", party, leaders::list)
        .upload(leaders, "declarations.name-leaders", party, leaders::add)
        .get(leader, "declarations.name-leaders", party, leaders::one)
        .upload(leader, "declarations.name-leaders", party, leaders::change)
        .post(
            "/{lang}/my/governments/{reference}/leaders/{id}/remove",
            "declarations.remove-leader",
            party,
            leaders::remove,
        )
}

/// What the secretariat may open.
fn of_desk() -> Routes<House> {
    let (desk, form) = (Access::Desk, "/{lang}/desk/governments/{reference}/sign");
    Routes::new("declarations")
        .get("/{lang}/desk/paper", "declarations.enter-paper", desk, enter::page)
        .get(form, "declarations.enter-paper", desk, fill::desk_page)
        .upload(form, "declarations.enter-paper", desk, fill::desk_check)
        .post(
            "/{lang}/desk/governments/{reference}/sign/send",
            "declarations.enter-paper",
            desk,
            fill::desk_send,
        )
        .get("/{lang}/desk/signatures/{id}", "declarations.see-signature", desk, desk::page)
        .get("/{lang}/desk/signatures/{id}/evidence", "declarations.see-signature", desk, desk::evidence)
        .post("/{lang}/desk/signatures/{id}/verify", "declarations.verify", desk, desk::verify)
        .post("/{lang}/desk/signatures/{id}/return", "declarations.return", desk, desk::send_back)
        .upload("/{lang}/desk/signatures/{id}/copy", "declarations.put-copy", desk, copy::upload)
        .post("/{lang}/desk/signatures/{id}/suspend", "declarations.suspend", desk, desk::suspend)
        .post("/{lang}/desk/signatures/{id}/lift", "declarations.lift", desk, desk::lift)
        .post("/{lang}/desk/signatures/{id}/reconfirm", "declarations.reconfirm", desk, desk::reconfirm)
        .post("/{lang}/desk/signatures/{id}/withdraw", "declarations.withdraw", desk, desk::withdrawn)
}

/// What follows the facts: letters about signatures.
pub fn followers(house: &House) -> Vec<Arc<dyn Follower>> {
    vec![Arc::new(mails::Dispatcher::new(house.clone()))]
}
