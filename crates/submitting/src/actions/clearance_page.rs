//! Pages of clearance for whoever drafts: the links and the comments, and the document to print.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use vocabulary::Arg;
use web::{At, Frame, Link, Problem, Tone};

use super::clearance::{self, Comment};
use super::mine::{self, Mine};
use super::reading::content_now;
use super::shown::{Shown, Words, named};
use super::{may, my, records};
use crate::House;
use crate::people::SignedIn;

/// A comment as whoever drafts reads it.
pub(super) struct Told {
    pub about: String,
    pub name: String,
    pub when: String,
    /// As safe HTML.
    pub text: String,
    pub dealt: Option<String>,
    pub post: String,
}

/// The comments on an action, those that wait first.
pub(super) fn told(at: &At, base: &str, comments: &[Comment]) -> Vec<Told> {
    let (open, done): (Vec<_>, Vec<_>) = comments.iter().partition(|one| one.dealt.is_none());
    let tell = |one: &Comment| Told {
        about: one.topic.map(|topic| at.say.t(topic.key())).unwrap_or_default(),
        name: one.name.clone(),
        when: at.say.date(one.at),
        text: web::plain(&one.text),
        dealt: one
            .dealt
            .map(|when| at.say.with("actions-clearance-dealt-on", &[("date", Arg::from(at.say.date(when)))])),
        post: at.to(&format!("{base}/clearance/{}/dealt", one.id)),
    };
    open.into_iter().chain(done).map(tell).collect()
}

struct LinkLine {
    text: String,
    works: bool,
    post: String,
}

#[derive(Template)]
#[template(path = "actions/pages/clearance.html")]
struct ClearancePage {
    frame: Frame,
    crumbs: Vec<Link>,
    print: String,
    made: Option<String>,
    links: Vec<LinkLine>,
    comments: Vec<Told>,
    post: String,
    back: String,
}

/// What stands in the query.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Way {
    #[serde(default)]
    made: String,
    #[serde(default)]
    done: String,
}

/// The page of links and comments. A token stands in its address once, right after the link was made.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    let (conn, id) = (house.store.read(), opened.action.id);
    let base = format!("/my/actions/{id}");
    let made = clearance::link(&house, &way.made).await?.filter(|link| link.action == id);
    let link = |link: clearance::Link| {
        let works = link.works(house.now());
        let (key, day) = match link.revoked {
            Some(when) => ("actions-clearance-link-revoked", when),
            None if works => ("actions-clearance-link-works", link.until),
            None => ("actions-clearance-link-over", link.until),
        };
        let words = [("made", at.say.date(link.made).into()), ("date", at.say.date(day).into())];
        let post = at.to(&format!("{base}/clearance/{}/revoke", link.id));
        LinkLine { text: at.say.with(key, &words), works, post }
    };
    let links = records::clearance::links(conn, id).await?.into_iter().map(link).collect();
    let comments = records::clearance::comments(conn, id).await?;
    let mut frame = who.frame(&at, "actions-clearance-title").here("my");
    frame = match way.done.as_str() {
        "revoke" => frame.notice(Tone::Done, at.say.t("actions-clearance-done-revoke")),
        "dealt" => frame.notice(Tone::Done, at.say.t("actions-clearance-done-dealt")),
        _ => frame,
    };
    Ok(web::html(ClearancePage {
        frame,
        crumbs: vec![
            Link::new(at.say.t("actions-my-title"), at.to("/my/actions")),
            Link::new(my::called(&house, &at.say, &opened).await?, at.to(&base)),
        ],
        print: at.to(&format!("{base}/print")),
        made: made.map(|_| format!("{}{}", at.kit.origin(), at.to(&format!("/read/{}", way.made)))),
        links,
        comments: told(&at, &base, &comments),
        post: at.to(&format!("{base}/clearance")),
        back: at.to(&base),
    }))
}

/// Makes a link.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let Mine { action, tie, .. } = mine::open(&house, &who, &id).await?;
    let tx = house.note().await?;
    let token = clearance::open(&house, &tx, &who.acting(), &action, tie).await?;
    tx.commit().await?;
    Ok(at.see(&format!("/my/actions/{}/clearance?made={token}", action.id)))
}

/// Takes a link back, or notes that a comment was dealt with, by the last part of the address.
pub(super) async fn act(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id, thing, word)): Path<(String, String, String, String)>,
) -> Result<Response, Problem> {
    let Mine { action, tie, .. } = mine::open(&house, &who, &id).await?;
    let thing = thing.parse().map_err(|_| Problem::NotFound)?;
    let tx = house.note().await?;
    match word.as_str() {
        "revoke" => clearance::revoke(&tx, &who.acting(), &action, tie, thing).await?,
        "dealt" => clearance::deal(&tx, &who.acting(), &action, tie, thing).await?,
        _ => return Err(Problem::NotFound),
    }
    tx.commit().await?;
    Ok(at.see(&format!("/my/actions/{}/clearance?done={word}", action.id)))
}

/// An action as a document.
pub(super) struct Document {
    pub title: String,
    pub government: String,
    pub reference: String,
    pub state: String,
    /// What is printed across the top while it is not sent.
    pub mark: Option<String>,
    pub answers: Vec<Shown>,
}

/// Reads an action as a document. The private contact is not in it.
pub(super) async fn document(house: &House, at: &At, opened: &Mine) -> Result<Document, Problem> {
    let conn = house.store.read();
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let catalogue = house.catalogue();
    let words = Words { say: &at.say, catalogue: &catalogue, call: &call };
    let content = content_now(house, conn, &opened.action).await?;
    let drafting = opened.action.is_open() && !records::drafts::of(conn, opened.action.id).await?.is_empty();
    let today = at.say.date(house.now());
    Ok(Document {
        title: my::called(house, &at.say, opened).await?,
        government: named(&opened.lead, &at.say),
        reference: opened.action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        state: my::state(&at.say, &opened.action).1,
        mark: drafting.then(|| at.say.with("actions-clearance-mark", &[("date", Arg::from(today))])),
        answers: words.answers(&content, None),
    })
}

#[derive(Template)]
#[template(path = "actions/pages/print.html")]
struct PrintPage {
    frame: Frame,
    crumbs: Vec<Link>,
    document: Document,
}

/// The document to print.
pub(super) async fn print(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    may::see(&who.acting(), opened.action.author, opened.tie)?;
    let document = document(&house, &at, &opened).await?;
    let crumbs = vec![
        Link::new(at.say.t("actions-my-title"), at.to("/my/actions")),
        Link::new(document.title.clone(), at.to(&format!("/my/actions/{}", opened.action.id))),
    ];
    Ok(web::html(PrintPage { frame: who.frame(&at, &document.title).here("my"), crumbs, document }))
}
