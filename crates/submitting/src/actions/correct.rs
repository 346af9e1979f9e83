//! The desk's page for correcting a small thing.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{At, ErrorLine, Errors, Field, Form, Frame, Link, Pairs, Problem};

use super::content::{Content, TextField};
use super::mend::{Correction, correct};
use super::mine::{self, Mine};
use super::refused::ActionRefused;
use super::{my, records};
use crate::House;
use crate::people::{AtDesk, SignedIn};

#[derive(Template)]
#[template(path = "actions/pages/correct.html")]
struct CorrectPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    texts: Vec<Field>,
    why: Field,
    post: String,
}

async fn stands(house: &House, opened: &Mine) -> Result<Content, Problem> {
    let current = opened.action.current.as_ref().ok_or(Problem::NotFound)?;
    Ok(records::versions::get(house.store.read(), opened.action.id, current).await?.content)
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    errors: &Errors,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let content = stands(house, opened).await?;
    let form = Form::new(&at.say, errors, pairs);
    let field = |field: TextField| {
        let map = content.text(field)?;
        let rows = if field == TextField::Description { 10 } else { 2 };
        let tag = map.original_tag();
        Some(form.text(field.word(), field.key()).rows(rows).language(tag.as_str(), tag.dir()))
    };
    let base = at.to(&format!("/desk/actions/{}", opened.action.id));
    Ok(web::html(CorrectPage {
        frame: who.frame(at, "actions-correct-title").here("desk").errors(errors),
        crumbs: vec![
            Link::new(at.say.t("look-desk"), at.to("/desk")),
            Link::new(my::called(house, &at.say, opened).await?, base.clone()),
        ],
        errors: errors.summary(&at.say),
        texts: TextField::ALL.into_iter().filter_map(field).collect(),
        why: form.text("why", "actions-correct-why").hint(at.say.t("actions-correct-why-hint")).max(300),
        post: format!("{base}/correct"),
    }))
}

/// The page, filled with the texts as they stand.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let opened = mine::open_at_desk(&house, &who, &id).await?;
    let content = stands(&house, &opened).await?;
    let kept = TextField::ALL
        .into_iter()
        .filter_map(|field| content.text(field).map(|map| (field.word(), map.original_text().to_owned())));
    let pairs = Pairs::new(kept);
    draw(&house, &at, &who, &opened, &Errors::new(), &pairs).await
}

/// Corrects, and waits until the public side shows it.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let opened = mine::open_at_desk(&house, &who, &id).await?;
    let correction = Correction {
        texts: TextField::ALL.map(|field| (field, pairs.text(field.word()).to_owned())).to_vec(),
        why: pairs.text("why").to_owned(),
    };
    match correct(&tx, &who.acting(), opened.action.clone(), &correction).await {
        Ok((_, position)) => {
            tx.commit().await?;
            house.settle_public(position).await?;
            Ok(at.see(&format!("/desk/actions/{id}?done=corrected")))
        }
        Err(refused @ (ActionRefused::NoReasons | ActionRefused::Nothing)) => {
            drop(tx);
            let mut errors = Errors::new();
            let field = if matches!(refused, ActionRefused::NoReasons) { "why" } else { "title" };
            errors.add(field, refused.key().unwrap_or_default());
            Ok(web::again(draw(&house, &at, &who, &opened, &errors, &pairs).await?))
        }
        Err(refused) => Err(refused.into()),
    }
}
