//! An act: open a returned or public action for revision. What is public stays until the revision is published.

use axum::extract::{Path, State};
use axum::response::Response;
use store::{Fact, Subject, Tx};
use web::{At, Problem};

use super::action::Action;
use super::draft::Draft;
use super::may::{self, Tie};
use super::refused::ActionRefused;
use super::{answers, mine, records};
use crate::House;
use crate::calls::Call;
use crate::people::{Acting, SignedIn};

/// Fills the draft beside the version that stands. A draft that is there already is left as it is.
pub async fn revise(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    call: &Call,
) -> Result<(), ActionRefused> {
    may::draft(acting, action.author, tie)?;
    let not_now = || super::action::NotNow { stage: action.stage.word(), asked: "revised" };
    if !action.is_open() {
        return Err(not_now().into());
    }
    if !records::drafts::of(tx.conn(), action.id).await?.is_empty() {
        return Ok(());
    }
    let last = records::versions::all(tx.conn(), action.id).await?.pop().ok_or_else(not_now)?;
    let contact = records::drafts::contact(tx.conn(), action.id).await?;
    for (topic, told) in answers::answers_of(&last.content, contact.as_ref(), &call.priorities) {
        let draft = Draft::of(topic, &told);
        records::drafts::save(tx, action.id, topic, &draft, acting.actor.person()).await?;
    }
    let fact = Fact::new("action.revision-begun", Subject::new("action", action.id), acting.actor).parties();
    tx.tell(fact.call(action.call).version(last.hash)).await?;
    Ok(())
}

/// Opens the revision and leads to its task list.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let tx = house.act().await?;
    let opened = mine::open(&house, &who, &id).await?;
    revise(&tx, &who.acting(), &opened.action, opened.tie, &call).await?;
    tx.commit().await?;
    Ok(at.see(&format!("/my/actions/{}", opened.action.id)))
}
