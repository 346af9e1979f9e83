//! An act: write one of the pages that the service owes, in one language. The wording before it is kept.

use serde_json::json;
use store::{Fact, Fault, Subject, Tx};
use thiserror::Error;
use vocabulary::{Actor, Lang};

use super::owed::{self, Owed, PageRefused, Written};
use super::{Call, records};

/// Why a page was not written.
#[derive(Debug, Error)]
pub enum WriteRefused {
    /// It is not in order.
    #[error(transparent)]
    Page(#[from] PageRefused),
    /// The house failed, not the page.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Keeps this text as the page; nothing happens where it stands so already. Gives the wording that stands now.
pub async fn write_page(
    tx: &Tx,
    actor: Actor,
    call: &Call,
    owed: Owed,
    lang: Lang,
    text: &str,
) -> Result<Written, WriteRefused> {
    let text = owed::tidied(text)?;
    let pages = records::pages(tx.conn(), call).await?;
    let before = pages.written(owed, lang);
    if let Some(same) = before.filter(|before| before.text == text) {
        return Ok(same.clone());
    }
    let written = Written { text, n: before.map_or(1, |before| before.n + 1), at: tx.now() };
    records::save_page(tx, call, owed, lang, &written).await?;
    let note = json!({ "page": owed.word(), "lang": lang.code(), "n": written.n });
    let fact = Fact::new("call.page-written", Subject::new("call", call.id), actor);
    tx.tell(fact.public().call(call.id).note(note)).await?;
    Ok(written)
}
