//! What a city reads of an assessment once the desk has decided: the decision, its reasons, and what the assessors said
//! to the city. Never a mark, never a name.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::ActionId;
use web::{At, Frame, Link, Problem};

use super::panel::{Decision, State as Standing};
use super::records::{assessments, sheets};
use crate::House;
use crate::actions;
use crate::people::SignedIn;

struct Released {
    what: String,
    reasons: String,
    said: Vec<String>,
}

#[derive(Template)]
#[template(path = "assessment/pages/released.html")]
struct ReleasedPage {
    frame: Frame,
    crumbs: Vec<Link>,
    reference: String,
    all: Vec<Released>,
}

/// The page. Strangers get the same answer as for an action that is not there.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: ActionId = id.parse().map_err(|_| Problem::NotFound)?;
    let (say, conn) = (&at.say, house.store.read());
    let action = actions::by_id(conn, id).await?.ok_or(Problem::NotFound)?;
    let tie = actions::tie(conn, who.person, action.lead, house.now()).await?;
    actions::reads(&who, &action, tie)?;
    let mut all = Vec::new();
    for one in assessments::of_action(conn, id).await? {
        let Standing::Decided { what, reasons, at: when, .. } = &one.state else { continue };
        let key = match what {
            Decision::Publish => "assessment-decided-publish",
            Decision::Revise => "assessment-decided-revise",
            Decision::Decline => "assessment-decided-decline",
        };
        let said = sheets::released(conn, one.id).await?;
        all.push(Released {
            what: say.with(key, &[("date", say.date(*when).into())]),
            reasons: web::plain(reasons),
            said: said.iter().map(|text| web::plain(text)).collect(),
        });
    }
    Ok(web::html(ReleasedPage {
        frame: who.frame(&at, "assessment-released-title").here("my"),
        crumbs: vec![
            Link::new(say.t("actions-my-title"), at.to("/my/actions")),
            Link::new(say.t("assessment-released-action"), at.to(&format!("/my/actions/{id}"))),
        ],
        reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        all,
    }))
}
