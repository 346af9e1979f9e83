//! The post: letters that leave after the act that wrote them, once, in the reader's language.
//!
//! A walk through it, in reading order:
//!
//! 1. [`Address`] is a mail address, parsed at the door.
//! 2. [`Letter`] is what an act or a dispatcher writes: to whom, in which language, because of which fact, and what
//!    it says as a list of [`Block`]s. The sentences come from the room that writes, by message key.
//! 3. [`put`] lays it into the outbox inside the act's transaction. One fact writes one reader one letter of a
//!    template, so a dispatcher may run twice. Codes go there directly, without a fact.
//! 4. [`Stationery`] turns a letter into text and a page on one skeleton. Only a [`Block::Button`] is a link, and it
//!    leads to our own site; [`defuse`] breaks whatever else a mail program would make a link of.
//! 5. [`Deliverer`] claims a letter, sends it, marks it: by SMTP, or by leaving it in the local outbox
//!    ([`Delivery`]). After a kill the one letter in hand may go twice, under the same Message-ID. What the server
//!    refuses or cannot take is tried again with growing pauses, then given up, and the desk sees it ([`failed`],
//!    [`retry`], [`status`]).
//! 6. [`wipe`] removes the words and addresses that are not needed any more; [`forget`] removes a person.
//!
//! ```ignore
//! let letter = Letter::new(address, say.lang, "actions-acknowledged", say.plain("actions-acknowledged-subject", &args))
//!     .to_person(person)
//!     .because_of(position)
//!     .heading(say.t("actions-acknowledged-title"))
//!     .user_text(title)
//!     .button(say.t("actions-acknowledged-see"), "/en/actions/LA-2026-00042");
//! post::put(&tx, letter).await?;
//! ```
//!
//! Invariant: no address and no words of a letter are ever in a log. Invariant: no mail leaves inside a transaction.

mod address;
mod defuse;
mod deliver;
mod letter;
mod outbox;
mod paper;
mod settings;
mod state;
mod tables;
mod wire;

pub use address::{Address, NotAnAddress};
pub use defuse::defuse;
pub use deliver::{Deliverer, Round};
pub use letter::{Block, Letter};
pub use outbox::{
    Failed, Put, Shown, Status, failed, forget, forget_address, outbox, put, retry, shown, status, wipe,
    wipe_caused_by,
};
pub use paper::{Rendered, Stationery, style_hash};
pub use settings::{Delivery, Settings, SettingsRefused, SmtpServer};
pub use state::{Reason, State};
pub use tables::migrations;
