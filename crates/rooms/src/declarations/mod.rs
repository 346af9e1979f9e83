//! Declarations and their signatures: a versioned text that is never edited once signed, and a government's public
//! act of signing one version of it: who signed, in what capacity, when, on what evidence.
//!
//! Suggested reading order: [`declaration`], [`signature`], `may`, the acts ([`load`], [`sign`], [`answer`],
//! [`withdraw`], [`from_source`]), [`public`], `records`, `tables`.
//!
//! Facts told: `declaration.created`, `declaration.described`, `declaration.loaded`; `signature.sent`,
//! `signature.verified`, `signature.returned`, `signature.withdrawn`, `signature.entered`. None holds personal data.

pub mod answer;
mod certificate;
pub mod declaration;
mod form;
pub mod from_source;
mod list;
pub mod load;
mod mails;
pub mod may;
pub mod public;
mod records;
mod shown;
pub mod sign;
pub mod signature;
pub mod tables;
pub mod withdraw;

use std::sync::Arc;

use store::Follower;
use web::{Access, Routes};

pub use answer::{AnswerRefused, send_back, verify};
pub use declaration::{About, Declaration, Version};
pub use from_source::{Entered, FromSource, enter_from_source};
pub use load::{LoadRefused, describe, ensure, load};
pub use public::Voice;
pub use records::declarations::{all, by_slug, latest_version, version, versions_of};
pub use records::signatures::{
    by_id, by_reference, of_government as signatures_of, standing, standing_for, waiting,
};
pub use sign::{SignRefused, Signing, sign};
pub use signature::{Capacity, Evidence, Signature, SignatureState, Signer};
pub use withdraw::{WithdrawRefused, withdraw};

use crate::house::House;

/// The addresses of this room.
pub fn routes() -> Routes<House> {
    let (everyone, party, desk) = (Access::Everyone, Access::Party, Access::Desk);
    Routes::new("declarations")
        .get("/{lang}/declarations", "declarations.see", everyone, list::list)
        .get("/{lang}/declarations/{slug}", "declarations.see", everyone, list::page)
        .get(
            "/{lang}/declarations/{slug}/signatures/{reference}",
            "declarations.see",
            everyone,
            certificate::page,
        )
        .get("/{lang}/my/governments/{reference}/sign", "declarations.sign", party, form::page)
        .upload("/{lang}/my/governments/{reference}/sign", "declarations.sign", party, form::check)
        .post("/{lang}/my/governments/{reference}/sign/send", "declarations.sign", party, form::send)
        .get("/{lang}/my/signatures/{reference}", "declarations.see-mine", party, shown::mine_page)
        .get(
            "/{lang}/my/signatures/{reference}/evidence",
            "declarations.see-mine",
            party,
            shown::mine_evidence,
        )
        .post(
            "/{lang}/my/signatures/{reference}/withdraw",
            "declarations.withdraw",
            party,
            shown::mine_withdraw,
        )
        .get("/{lang}/desk/signatures/{id}", "declarations.see-signature", desk, shown::desk_page)
        .get(
            "/{lang}/desk/signatures/{id}/evidence",
            "declarations.see-signature",
            desk,
            shown::desk_evidence,
        )
        .post("/{lang}/desk/signatures/{id}/verify", "declarations.verify", desk, shown::verify)
        .post("/{lang}/desk/signatures/{id}/return", "declarations.return", desk, shown::send_back)
        .post("/{lang}/desk/signatures/{id}/withdraw", "declarations.withdraw", desk, shown::desk_withdraw)
}

/// What follows the facts: letters about signatures.
pub fn followers(house: &House) -> Vec<Arc<dyn Follower>> {
    vec![Arc::new(mails::Dispatcher::new(house.clone()))]
}
