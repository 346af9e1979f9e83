//! Every question that will be asked, on one page to print: those of signing and those of the form of an action.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use web::{At, Frame, Problem};

use super::topic::Topic;
use crate::House;
use crate::declarations::{self, Question};

#[derive(Template)]
#[template(path = "actions/pages/questions.html")]
struct QuestionsPage {
    frame: Frame,
    signing: Vec<Question>,
    action: Vec<Question>,
}

/// The page.
pub(super) async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let say = &at.say;
    let change = crate::register::last_change(house.store.read()).await?;
    let asks = |topic: &Topic| Question { asks: say.t(topic.key()), helps: say.t(topic.question()) };
    Ok(web::served(&at, &change.to_string(), || {
        web::html(QuestionsPage {
            frame: Frame::new(&at, "actions-questions-title").here("declaration"),
            signing: declarations::questions(say),
            action: Topic::all().map(|topic| asks(&topic)).collect(),
        })
    }))
}
