//! An act: send an action, or the revision of a public one, to the desk.

use store::{Fact, Subject, Tx};
use vocabulary::Lang;

use super::action::Action;
use super::answers;
use super::draft::Drafts;
use super::may::{self, Tie};
use super::records;
use super::refused::ActionRefused;
use super::topic::Topic;
use super::version::VersionOrigin;
use crate::calls::Call;
use crate::people::Acting;

/// What whoever sends has seen and said.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// The version of each topic as it was checked.
    pub seen: Vec<(Topic, i64)>,
    /// That the answers are right and may be published.
    pub declared: Declared,
    /// What was confirmed to protect people.
    pub confirmed: Vec<Confirmed>,
}

/// A sentence that was confirmed, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// What it is about: `persons`, `places`.
    pub what: &'static str,
    /// The version of the sentence.
    pub version: &'static str,
    /// The sentence.
    pub sentence: String,
    /// In which language.
    pub lang: Lang,
}

impl Sending {
    /// Sends what is there, by a program that drafted it itself.
    pub fn declared() -> Sending {
        Sending { seen: Vec::new(), declared: Declared::Yes, confirmed: Vec::new() }
    }
}

/// Whether the declaration before sending was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Declared {
    /// It was.
    Yes,
    /// It was not.
    #[default]
    No,
}

/// Sends what was drafted as a version that nobody can change any more.
pub async fn send(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    tie: Tie,
    call: &Call,
    sending: &Sending,
) -> Result<Action, ActionRefused> {
    may::send(acting, tie)?;
    let drafts = records::drafts::of(tx.conn(), action.id).await?;
    if !action.is_open() {
        return Err(super::action::NotNow { stage: action.stage.word(), asked: "sent" }.into());
    }
    let moved = |(topic, seen): &(Topic, i64)| drafts.of(*topic).version != *seen;
    if sending.seen.iter().any(moved) {
        return Err(ActionRefused::Moved);
    }
    if drafts.is_empty() || !answers::missing(&drafts).is_empty() {
        return Err(ActionRefused::Incomplete);
    }
    if sending.declared == Declared::No {
        return Err(ActionRefused::NotDeclared);
    }
    let sent = put_forward(tx, acting, action, call, &drafts).await?;
    if let Some(version) = sent.waiting() {
        let by = acting.actor.person();
        records::pictures::confirm(tx, sent.id, version.n, &sending.confirmed, by).await?;
    }
    Ok(sent)
}

/// Keeps what was drafted as the next version, and gives it to the desk.
pub(super) async fn put_forward(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    call: &Call,
    drafts: &Drafts,
) -> Result<Action, ActionRefused> {
    let base = match &action.current {
        Some(current) => Some(records::versions::get(tx.conn(), action.id, current).await?.content),
        None => None,
    };
    let content = answers::content(drafts, &call.priorities, base.as_ref());
    let actor = acting.actor;
    let version = records::versions::add(tx, action.id, &content, VersionOrigin::Sent, actor, None).await?;
    let reference = match &action.reference {
        Some(reference) => reference.clone(),
        None => records::actions::next_reference(tx, call.id, &call.prefix).await?,
    };
    let (n, hash) = (version.n, version.hash.clone());
    let sent = action.send(version, reference, tx.now())?;
    let title = content.title.as_ref().map_or("", |title| title.original_text());
    records::actions::save_titled(tx, &sent, title).await?;
    records::drafts::keep_contact(tx, sent.id, answers::contact(drafts), actor.person()).await?;
    records::drafts::clear(tx, sent.id).await?;
    let fact = Fact::new("action.sent", Subject::new("action", sent.id), actor).parties();
    tx.tell(fact.call(sent.call).version(hash).note(serde_json::json!({ "n": n }))).await?;
    Ok(sent)
}
