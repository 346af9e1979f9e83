//! Declarations and their signatures: a versioned text that is never edited once signed, and a government's public
//! act of signing one version of it: who signed, in what capacity, when, on what evidence.
//!
//! Suggested reading order: [`declaration`], [`signature`], `may`, the acts ([`load`], [`sign`], [`answer`],
//! [`withdraw`], [`from_source`]), `records`, `tables`.
//!
//! Facts told: `declaration.created`, `declaration.described`, `declaration.loaded`; `signature.sent`,
//! `signature.verified`, `signature.returned`, `signature.withdrawn`, `signature.entered`. None holds personal data.

pub mod answer;
pub mod declaration;
pub mod from_source;
pub mod load;
pub mod may;
mod records;
pub mod sign;
pub mod signature;
pub mod tables;
pub mod withdraw;

pub use answer::{AnswerRefused, send_back, verify};
pub use declaration::{About, Declaration, Version};
pub use from_source::{Entered, FromSource, enter_from_source};
pub use load::{LoadRefused, describe, ensure, load};
pub use records::declarations::{all, by_slug, latest_version, version, versions_of};
pub use records::signatures::{
    by_id, by_reference, of_government as signatures_of, standing, standing_for, waiting,
};
pub use sign::{SignRefused, Signing, sign};
pub use signature::{Capacity, Evidence, Signature, SignatureState, Signer};
pub use withdraw::{WithdrawRefused, withdraw};
