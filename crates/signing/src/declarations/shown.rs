//! What the government's page of a signature and the desk's have in common: its facts, its history, its files.

use axum::response::Response;
use serde::Deserialize;
use store::{Fault, Files};
use vocabulary::FileId;
use web::{At, Entry, Fact, Problem};

use super::history::Event;
use super::records::{declarations, signatures};
use super::signature::{Hand, Signature, SignatureState};
use crate::governments;
use crate::house::House;

/// What was just done on the page.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    pub done: String,
}

pub(super) fn dot(state: &SignatureState) -> &'static str {
    match state {
        SignatureState::Prepared | SignatureState::Sent => "wait",
        SignatureState::Verified { .. } => "ok",
        SignatureState::Returned { .. } | SignatureState::Suspended { .. } => "bad",
        SignatureState::Dropped | SignatureState::OnFile { .. } | SignatureState::Withdrawn { .. } => "none",
    }
}

/// What stands in a signature, in words.
pub(super) async fn facts(house: &House, at: &At, one: &Signature) -> Result<Vec<Fact>, Fault> {
    let (say, conn) = (&at.say, house.store.read());
    let t = |key: &str| say.t(key);
    let mut facts = vec![Fact::new(t("declarations-fact-reference"), one.reference.to_string())];
    if let Some(government) = governments::canonical_of(conn, one.government).await? {
        let name = government.profile.called(say.lang);
        facts.push(Fact::link(t("declarations-fact-government"), name, at.to(&government.path())));
    }
    if let Some(declaration) = declarations::by_id(conn, one.declaration).await? {
        let title =
            declaration.about.title.pick(at.lang).map(|picked| picked.text.to_owned()).unwrap_or_default();
        facts.push(Fact::new(t("declarations-fact-declaration"), title));
    }
    if let Some(id) = one.version
        && let Some(version) = declarations::version(conn, id).await?
    {
        facts.push(Fact::new(t("declarations-fact-version"), say.number(version.n.into())));
        facts.push(Fact::new(t("declarations-hash"), version.sha256.to_string()));
    }
    if let Some(signer) = &one.signer {
        facts.push(Fact::new(t("declarations-sign-name"), &signer.name));
        facts.extend(
            signer.title.as_ref().map(|title| Fact::new(t("declarations-sign-form-of-address"), title)),
        );
        facts.push(Fact::new(t("declarations-sign-function"), &signer.function));
        facts.push(Fact::new(t("declarations-sign-capacity"), t(signer.capacity.key())));
        facts.extend(signer.place.as_ref().map(|place| Fact::new(t("declarations-sign-place"), place)));
    }
    facts.extend(one.date.map(|date| Fact::new(t("declarations-sign-date"), say.partial(&date))));
    facts.push(Fact::new(t("declarations-sign-evidence"), t(one.evidence.key())));
    if one.hand == Hand::Desk {
        facts.push(Fact::new(t("declarations-fact-hand"), t("declarations-hand-desk")));
    }
    if let SignatureState::OnFile { source } = &one.state {
        facts.push(Fact::new(t("declarations-source"), source));
    }
    Ok(facts)
}

pub(super) async fn certificate(house: &House, at: &At, one: &Signature) -> Result<Option<String>, Fault> {
    let declaration = declarations::by_id(house.store.read(), one.declaration).await?;
    let path = |slug: &str| at.to(&format!("/declarations/{slug}/signatures/{}", one.reference));
    Ok(declaration.filter(|_| one.state.is_public()).map(|declaration| path(&declaration.slug)))
}

/// A file, to be kept by whoever may see it.
pub(super) async fn file(house: &House, at: &At, id: Option<FileId>) -> Result<Response, Problem> {
    let files = Files::new(&house.folder);
    let id = id.ok_or(Problem::NotFound)?;
    let file = files.find(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    match files.bytes(&file).await? {
        Some(bytes) => Ok(web::download(&file.name, &file.mime, bytes.into())),
        None => Err(Problem::Gone { since: file.forgotten, why: Some(at.say.t("people-file-gone")) }),
    }
}

/// What happened to a signature, the first that happened first.
pub(super) async fn history(house: &House, at: &At, one: &Signature) -> Result<Vec<Entry>, Fault> {
    let events = signatures::history(house.store.read(), one.id).await?;
    Ok(events.iter().map(|event| entry(at, event)).collect())
}

/// One event as a line of a history.
pub(super) fn entry(at: &At, event: &Event) -> Entry {
    Entry {
        when: at.say.date(event.at),
        machine: event.at.date().to_string(),
        text: at.say.t(event.what.key()),
    }
}
