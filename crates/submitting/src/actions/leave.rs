//! The page on which a government withdraws its action in public.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::Say;
use web::{At, Choices, ErrorLine, Errors, Form, Frame, Pairs, Problem};

use super::action::WithdrawReason;
use super::mine::{self, Mine};
use super::withdraw::withdraw;
use super::{may, my};
use crate::House;
use crate::people::SignedIn;

#[derive(Template)]
#[template(path = "actions/pages/withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    title: String,
    reason: Choices,
    post: String,
    back: String,
}

/// The reasons as choices of a form.
pub(super) fn reasons(form: &Form<'_>, say: &Say) -> Choices {
    let of = WithdrawReason::ALL.map(|reason| (reason.word(), say.t(reason.key())));
    form.choices("reason", "actions-withdraw-reason", of)
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    errors: &Errors,
) -> Result<Response, Problem> {
    may::withdraw(&who.acting(), opened.tie)?;
    let none = Pairs::none();
    let base = format!("/my/actions/{}", opened.action.id);
    Ok(web::html(WithdrawPage {
        frame: who.frame(at, "actions-withdraw-title").here("my").errors(errors),
        errors: errors.summary(&at.say),
        title: my::called(house, &at.say, opened).await?,
        reason: reasons(&Form::new(&at.say, errors, &none), &at.say),
        post: at.to(&format!("{base}/withdraw")),
        back: at.to(&base),
    }))
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    draw(&house, &at, &who, &opened, &Errors::new()).await
}

/// Withdraws, and waits until the public side says so.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    let Some(reason) = WithdrawReason::parse(pairs.text("reason")) else {
        let mut errors = Errors::new();
        errors.add("reason", "actions-error-withdraw-reason");
        return Ok(web::again(draw(&house, &at, &who, &opened, &errors).await?));
    };
    let tx = house.act().await?;
    let fresh = mine::open(&house, &who, &id).await?;
    let (withdrawn, position) = withdraw(&tx, &who.acting(), fresh.action, fresh.tie, reason).await?;
    tx.commit().await?;
    house.settle_public(position).await?;
    Ok(at.see(&format!("/my/actions/{}", withdrawn.id)))
}
