//! An act: discard a draft that was never sent. What was ever sent stays.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::{Fact, Subject, Tx};
use web::{At, Frame, Problem};

use super::action::{Action, NotNow, Stage};
use super::may::{self, Tie};
use super::mine::{self, Mine};
use super::refused::ActionRefused;
use super::{files, my, records};
use crate::House;
use crate::people::{Acting, SignedIn};

/// Discards an action that was never sent, with its answers, its contact and its files.
pub async fn discard(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
) -> Result<(), ActionRefused> {
    may::draft(acting, action.author, tie)?;
    is_draft(action)?;
    files::forget_all(house, tx, action.id).await?;
    records::drafts::discard(tx, action.id).await?;
    let fact = Fact::new("action.discarded", Subject::new("action", action.id), acting.actor).parties();
    tx.tell(fact.call(action.call)).await?;
    Ok(())
}

fn is_draft(action: &Action) -> Result<(), NotNow> {
    match action.stage {
        Stage::Draft => Ok(()),
        _ => Err(NotNow { stage: action.stage.word(), asked: "discarded" }),
    }
}

#[derive(Template)]
#[template(path = "actions/pages/discard.html")]
struct DiscardPage {
    frame: Frame,
    title: String,
    post: String,
    back: String,
}

async fn open(house: &House, who: &SignedIn, id: &str) -> Result<Mine, Problem> {
    let opened = mine::open(house, who, id).await?;
    match is_draft(&opened.action) {
        Ok(()) => Ok(opened),
        Err(_) => Err(Problem::Refused("actions-form-refused-discard")),
    }
}

/// The page that asks once more.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let opened = open(&house, &who, &id).await?;
    let base = format!("/my/actions/{}", opened.action.id);
    Ok(web::html(DiscardPage {
        frame: who.frame(&at, "actions-form-discard-title").here("my"),
        title: my::called(&house, &at.say, &opened).await?,
        post: at.to(&format!("{base}/discard")),
        back: at.to(&base),
    }))
}

/// Discards it, and leads to the list.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let opened = open(&house, &who, &id).await?;
    discard(&house, &tx, &who.acting(), &opened.action, opened.tie).await?;
    tx.commit().await?;
    Ok(at.see("/my/actions?done=discarded"))
}
