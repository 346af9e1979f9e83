//! Acts on pictures: hide them from everyone and show them again, or take one out for good.

use axum::extract::{Path, State};
use axum::response::Response;
use store::{Fact, Fault, Files, Position, Subject, Tx};
use vocabulary::{ActionId, FileId};
use web::{At, Pairs, Problem};

use super::action::Action;
use super::content::Content;
use super::further::{picture_of, row};
use super::may::{self, Tie};
use super::records;
use super::refused::ActionRefused;
use super::topic::{ROWS, Topic};
use super::{mend, mine};
use crate::House;
use crate::people::{Acting, AtDesk, SignedIn};

/// Whether everyone is to see a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Nobody but the desk and those who act for the government.
    Hidden,
    /// Everyone.
    Shown,
}

/// A picture at the desk.
pub(super) struct DeskPicture {
    pub file: String,
    pub src: String,
    pub alt: String,
    pub hidden: bool,
}

/// The pictures of a content, for the desk.
pub(super) async fn at_desk(
    house: &House,
    at: &At,
    action: ActionId,
    content: &Content,
) -> Result<Vec<DeskPicture>, Fault> {
    if content.pictures.is_empty() {
        return Ok(Vec::new());
    }
    let hidden = records::pictures::hidden(house.store.read(), action).await?;
    let picture = |one: &super::telling::Picture| DeskPicture {
        file: one.file.to_string(),
        src: at.to(&format!("/my/actions/{action}/files/{}", one.file)),
        alt: one.alt.clone(),
        hidden: hidden.contains(&one.file),
    };
    Ok(content.pictures.iter().map(picture).collect())
}

/// Hides pictures, or shows them again: one act, without a version, undone as easily.
pub async fn see(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    pictures: &[FileId],
    sight: Sight,
) -> Result<Position, ActionRefused> {
    may::withdraw(acting, tie)?;
    let kind = match sight {
        Sight::Hidden => "action.pictures-hidden",
        Sight::Shown => "action.pictures-shown",
    };
    for file in pictures {
        match sight {
            Sight::Hidden => records::pictures::hide(tx, action.id, *file, acting.actor.person()).await?,
            Sight::Shown => records::pictures::show(tx, action.id, *file).await?,
        }
    }
    let fact = Fact::new(kind, Subject::new("action", action.id), acting.actor).public();
    Ok(tx.tell(fact.call(action.call)).await?)
}

/// Takes a picture out of every version and out of the draft, and forgets its file. Hashes stay.
pub async fn remove(
    tx: &Tx,
    files: &Files,
    acting: &Acting,
    action: &Action,
    file: FileId,
) -> Result<Position, ActionRefused> {
    may::work_at_desk(acting)?;
    let mut found = false;
    for version in records::versions::all(tx.conn(), action.id).await? {
        let mut content = version.content;
        let Some(at) = content.pictures.iter().position(|one| one.file == file) else { continue };
        let gone = content.pictures.remove(at);
        let (_, hash) = store::canonical(&gone)?;
        content.redacted.insert(format!("picture {file}"), hash.to_string());
        records::versions::empty(tx, action.id, version.n, &content).await?;
        found = true;
    }
    empty_draft(tx, action, file).await?;
    mend::forget_letters(tx, action).await?;
    if !found {
        return Err(ActionRefused::Nothing);
    }
    files.forget(tx, file).await?;
    let fact = Fact::new("action.redacted", Subject::new("action", action.id), acting.actor).public();
    let note = serde_json::json!({ "field": "picture" });
    Ok(tx.tell(fact.call(action.call).note(note)).await?)
}

async fn empty_draft(tx: &Tx, action: &Action, file: FileId) -> Result<(), ActionRefused> {
    let drafts = records::drafts::of(tx.conn(), action.id).await?;
    let Some(draft) = drafts.0.get(&Topic::Pictures) else { return Ok(()) };
    let mut draft = draft.clone();
    for n in 1..=ROWS {
        let told = draft.answers();
        let names = picture_of(told.text(&row("picture", n, ""))).is_some_and(|(id, ..)| id == file);
        if names {
            for part in ["", "alt", "credit", "rights"] {
                draft.empty(&row("picture", n, part));
            }
        }
    }
    Ok(records::drafts::save(tx, action.id, Topic::Pictures, &draft, None).await?)
}

/// What the desk does with one picture.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let opened = mine::open_at_desk(&house, &who, &id).await?;
    let file: FileId = pairs.text("file").parse().map_err(|_| Problem::Unreadable)?;
    let tx = house.act().await?;
    let (acting, action) = (who.acting(), &opened.action);
    let (done, position) = match pairs.text("do") {
        "hide" => ("hidden", see(&tx, &acting, action, opened.tie, &[file], Sight::Hidden).await?),
        "show" => ("shown", see(&tx, &acting, action, opened.tie, &[file], Sight::Shown).await?),
        "remove" => ("redacted", remove(&tx, &Files::new(&house.folder), &acting, action, file).await?),
        _ => return Err(Problem::Unreadable),
    };
    tx.commit().await?;
    house.settle_public(position).await?;
    Ok(at.see(&format!("/desk/actions/{id}?done={done}")))
}

/// The government hides all pictures of its action at once.
pub(super) async fn hide_all(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let opened = mine::open(&house, &who, &id).await?;
    let action = &opened.action;
    let Some(current) = action.current.as_ref().filter(|_| action.stage.is_public()) else {
        return Err(Problem::Refused("actions-refused-not-now"));
    };
    let content = records::versions::get(tx.conn(), action.id, current).await?.content;
    let pictures: Vec<FileId> = content.pictures.iter().map(|one| one.file).collect();
    let position = see(&tx, &who.acting(), action, opened.tie, &pictures, Sight::Hidden).await?;
    tx.commit().await?;
    house.settle_public(position).await?;
    Ok(at.see(&format!("/my/actions/{}?done=hidden", action.id)))
}
