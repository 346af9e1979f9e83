//! The page behind a reading link: the draft as a document, and a box for what its reader has to say. Nobody who has not
//! got the link finds it; nothing keeps a copy of it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use web::{At, Browser, Choices, Client, ErrorLine, Errors, Field, Form, Frame, Pairs, Problem, Tone};

use super::clearance::{self, Link, Said, not_too_often};
use super::clearance_page::{Document, document};
use super::may::Tie;
use super::mine::{self, Mine};
use super::my::Done;
use super::records;
use super::refused::ActionRefused;
use super::topic::Topic;
use crate::House;

/// The most characters of a comment.
const COMMENT_MOST: usize = 2000;
/// The most characters of a name.
const NAME_MOST: usize = 120;

#[derive(Template)]
#[template(path = "actions/pages/read.html")]
struct ReadPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    document: Document,
    until: String,
    topic: Choices,
    name: Field,
    comment: Field,
    post: String,
}

async fn opened(house: &House, at: &At, token: &str) -> Result<(Link, Mine), Problem> {
    let over = || Problem::Gone { since: None, why: Some(at.say.t("actions-clearance-over")) };
    let link = clearance::link(house, token).await?.ok_or_else(over)?;
    let conn = house.store.read();
    let action = records::actions::find(conn, link.action).await?.ok_or_else(over)?;
    let lead = mine::lead(conn, &action).await?;
    Ok((link, Mine { action, lead, tie: Tie::None }))
}

struct Given<'a> {
    errors: &'a Errors,
    pairs: &'a Pairs,
    said: bool,
    token: &'a str,
}

async fn draw(
    house: &House,
    at: &At,
    browser: &Browser,
    opened: &(Link, Mine),
    given: Given<'_>,
) -> Result<Response, Problem> {
    let (link, mine) = opened;
    let form = Form::new(&at.say, given.errors, given.pairs);
    let topics = Topic::all().filter(|topic| *topic != Topic::Contact);
    let topics = topics.map(|topic| (topic.word(), at.say.t(topic.key())));
    let mut frame =
        Frame::new(at, "actions-clearance-read-title").csrf(browser.csrf()).errors(given.errors).hide();
    if given.said {
        frame = frame.notice(Tone::Done, at.say.t("actions-clearance-done-comment"));
    }
    Ok(web::html(ReadPage {
        frame,
        errors: given.errors.summary(&at.say),
        document: document(house, at, mine).await?,
        until: at.say.date(link.until),
        topic: form.choices("topic", "actions-clearance-topic", topics).optional(),
        name: form.text("name", "actions-clearance-name").max(NAME_MOST).autocomplete("name"),
        comment: form.area("comment", "actions-clearance-comment").max(COMMENT_MOST),
        post: at.to(&format!("/read/{}", given.token)),
    }))
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    browser: Browser,
    Path((_, token)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let opened = opened(&house, &at, &token).await?;
    let (errors, pairs) = (Errors::new(), Pairs::none());
    let said = query.done.as_deref() == Some("said");
    draw(&house, &at, &browser, &opened, Given { errors: &errors, pairs: &pairs, said, token: &token }).await
}

/// Keeps what a reader says.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    browser: Browser,
    client: Client,
    Path((_, token)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let opened = opened(&house, &at, &token).await?;
    let mut errors = Errors::new();
    let text = errors.want("comment", pairs.text("comment"), "actions-clearance-error-comment").to_owned();
    errors.at_most("comment", &text, COMMENT_MOST);
    let name = errors.want("name", pairs.text("name"), "actions-clearance-error-name").to_owned();
    errors.at_most("name", &name, NAME_MOST);
    if errors.is_empty() {
        not_too_often(&opened.0, client.network(), house.now())?;
        let tx = house.note().await?;
        let said = Said { topic: Topic::parse(pairs.text("topic")), name: &name, text: &text };
        match clearance::comment(&tx, &opened.0, said).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(at.see(&format!("/read/{token}?done=said")));
            }
            Err(ActionRefused::TooManyComments) => {
                errors.add("comment", "actions-clearance-refused-comments")
            }
            Err(refused) => return Err(refused.into()),
        }
    }
    let given = Given { errors: &errors, pairs: &pairs, said: false, token: &token };
    Ok(web::again(draw(&house, &at, &browser, &opened, given).await?))
}
