//! The desk's acts on texts: correct a small thing, or redact what was published by mistake.

use store::{Fact, Hash, Position, Subject, Tx};

use super::action::Action;
use super::content::TextField;
use super::may;
use super::records;
use super::refused::ActionRefused;
use super::version::VersionOrigin;
use crate::people::Acting;

/// A small correction: some texts as they should read, and why.
#[derive(Clone, Debug, Default)]
pub struct Correction {
    /// The texts, each in the language it was written in.
    pub texts: Vec<(TextField, String)>,
    /// What everyone reads in the history.
    pub why: String,
}

/// Corrects the public version, or the one that waits where nothing is public yet: another version stands instead.
pub async fn correct(
    tx: &Tx,
    acting: &Acting,
    action: Action,
    correction: &Correction,
) -> Result<(Action, Position), ActionRefused> {
    may::work_at_desk(acting)?;
    let why = correction.why.trim();
    if why.is_empty() {
        return Err(ActionRefused::NoReasons);
    }
    let stands = action.current.clone().ok_or(ActionRefused::Nothing)?;
    let before = records::versions::get(tx.conn(), action.id, &stands).await?.content;
    let mut after = before.clone();
    for (field, text) in &correction.texts {
        if let Some(map) = after.text_mut(*field)
            && !text.trim().is_empty()
        {
            map.set_original(text.trim());
        }
    }
    if after == before {
        return Err(ActionRefused::Nothing);
    }
    let origin = VersionOrigin::Correction;
    let version = records::versions::add(tx, action.id, &after, origin, acting.actor, Some(why)).await?;
    let hash = version.hash.clone();
    let is_public = action.stage.is_public();
    if is_public {
        records::versions::published(tx, action.id, version.n).await?;
    }
    let action = action.correct(version)?;
    let title = after.title.as_ref().map_or("", |title| title.original_text());
    records::actions::save_titled(tx, &action, title).await?;
    let fact = Fact::new("action.corrected", Subject::new("action", action.id), acting.actor);
    let fact = if is_public { fact.public() } else { fact.parties() };
    let position = tx.tell(fact.call(action.call).version(hash)).await?;
    Ok((action, position))
}

/// Takes a text out of every version and out of the draft. Hashes stay, and a notice stands where it was.
pub async fn redact(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    field: TextField,
) -> Result<Position, ActionRefused> {
    may::work_at_desk(acting)?;
    let mut found = false;
    for version in records::versions::all(tx.conn(), action.id).await? {
        let mut content = version.content;
        let Some(text) = content.text_mut(field).take() else { continue };
        let (_, hash): (String, Hash) = store::canonical(&text)?;
        content.redacted.insert(field.word().to_owned(), hash.to_string());
        records::versions::empty(tx, action.id, version.n, &content).await?;
        found = true;
    }
    empty_draft(tx, action, field).await?;
    if !found {
        return Err(ActionRefused::Nothing);
    }
    forget_letters(tx, action).await?;
    if field == TextField::Title {
        records::actions::retitle(tx, action.id, "").await?;
    }
    let fact = Fact::new("action.redacted", Subject::new("action", action.id), acting.actor).public();
    let note = serde_json::json!({ "field": field.word() });
    Ok(tx.tell(fact.call(action.call).note(note)).await?)
}

/// Wipes the copies that stand in letters about the action, sent or not.
pub(super) async fn forget_letters(tx: &Tx, action: &Action) -> Result<(), ActionRefused> {
    let told = store::journal::of(tx.conn(), Subject::new("action", action.id)).await?;
    let positions: Vec<Position> = told.iter().map(|fact| fact.position).collect();
    post::wipe_caused_by(tx, &positions).await?;
    Ok(())
}

async fn empty_draft(tx: &Tx, action: &Action, field: TextField) -> Result<(), ActionRefused> {
    let topic = field.topic();
    let drafts = records::drafts::of(tx.conn(), action.id).await?;
    if let Some(draft) = drafts.0.get(&topic) {
        let mut draft = draft.clone();
        draft.empty(field.word());
        records::drafts::save(tx, action.id, topic, &draft, None).await?;
    }
    Ok(())
}
