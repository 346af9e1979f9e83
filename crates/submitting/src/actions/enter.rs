//! An act: enter an action from a public source. Nothing is sent, signed or confirmed by it.

use store::{Fact, Subject, Tx};
use vocabulary::{CallId, GovernmentId};

use super::action::{Action, Stage};
use super::content::Content;
use super::may;
use super::records;
use super::refused::ActionRefused;
use super::version::VersionOrigin;
use crate::people::Acting;

/// An action as a source tells it.
#[derive(Clone, Debug)]
pub struct FromSource {
    /// Of which Call.
    pub call: CallId,
    /// What references of that Call begin with.
    pub prefix: String,
    /// Whose it is.
    pub lead: GovernmentId,
    /// Who else takes part.
    pub partners: Vec<GovernmentId>,
    /// What the source says, with its address.
    pub content: Content,
    /// By what the same record is known again: a hash of the source's address, the core names, the title.
    pub identity: String,
}

/// What came of entering.
#[derive(Clone, Debug, PartialEq)]
pub enum Entered {
    /// It is new.
    New(Action),
    /// It is there already, and says the same or has been taken over by the government.
    Unchanged(Action),
    /// It is there already and the source says other than before: another version stands.
    Changed(Action),
}

/// Enters an action on file, or finds it by its identity.
pub async fn enter(tx: &Tx, acting: &Acting, from: FromSource) -> Result<Entered, ActionRefused> {
    may::work_at_desk(acting)?;
    if let Some(found) = records::actions::by_identity(tx.conn(), &from.identity).await? {
        return enter_again(tx, acting, found, &from.content).await;
    }
    let reference = records::actions::next_reference(tx, from.call, &from.prefix).await?;
    let mut action = Action {
        id: tx.new_id(),
        call: from.call,
        reference: Some(reference),
        lead: from.lead,
        author: None,
        stage: Stage::Draft,
        since: tx.now(),
        current: None,
        revision: None,
        begun: tx.now(),
    };
    let title = from.content.title.as_ref().map_or("", |title| title.original_text());
    records::actions::add(tx, &action, &from.partners, title, Some(&from.identity)).await?;
    let origin = VersionOrigin::Source;
    let version = records::versions::add(tx, action.id, &from.content, origin, acting.actor, None).await?;
    let hash = version.hash.clone();
    action.stage = Stage::OnFile;
    action.current = Some(version);
    records::actions::save(tx, &action).await?;
    let fact = Fact::new("action.entered", Subject::new("action", action.id), acting.actor).public();
    tx.tell(fact.call(action.call).version(hash)).await?;
    Ok(Entered::New(action))
}

async fn enter_again(
    tx: &Tx,
    acting: &Acting,
    found: Action,
    content: &Content,
) -> Result<Entered, ActionRefused> {
    let (_, hash) = store::canonical(content)?;
    let known = records::versions::all(tx.conn(), found.id).await?.iter().any(|version| version.hash == hash);
    if known || found.stage != Stage::OnFile {
        return Ok(Entered::Unchanged(found));
    }
    let origin = VersionOrigin::Source;
    let version = records::versions::add(tx, found.id, content, origin, acting.actor, None).await?;
    let action = found.read_again(version)?;
    let title = content.title.as_ref().map_or("", |title| title.original_text());
    records::actions::save_titled(tx, &action, title).await?;
    let fact = Fact::new("action.entered-again", Subject::new("action", action.id), acting.actor).public();
    tx.tell(fact.call(action.call).version(hash)).await?;
    Ok(Entered::Changed(action))
}
