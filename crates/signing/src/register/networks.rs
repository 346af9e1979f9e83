//! Networks: organisations to which governments say that they belong. A network has no record of its own; its page is
//! made of its members'.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use store::search::Query;
use vocabulary::slug;
use web::{At, Foot, Frame, Link, Problem};

use super::figures::{Counted, written};
use super::part::{self, About, Part};
use super::records;
use crate::House;

/// The most networks that are listed.
const MOST: usize = 200;

/// A network with its numbers.
struct Line {
    link: Link,
    governments: String,
    actions: String,
}

#[derive(Template)]
#[template(path = "register/pages/networks.html")]
struct NetworksPage {
    frame: Frame,
    lines: Vec<Line>,
    foot: Foot,
}

/// The token by which the members of a network are found.
pub fn token(name: &str) -> String {
    format!("network/{}", slug(name))
}

/// The page of a network, without the language.
pub fn path(name: &str) -> String {
    format!("/networks/{}", slug(name))
}

/// What a network is called, as one of its members writes it.
async fn name(house: &House, code: &str) -> Result<Option<String>, Fault> {
    let token = format!("network/{code}");
    let query = Query {
        kinds: vec!["government".to_owned()],
        chosen: [("network".to_owned(), vec![token])].into(),
        limit: 1,
        ..Query::default()
    };
    let keys: Vec<_> = house.index.search(&query)?.hits.into_iter().map(|hit| (hit.kind, hit.key)).collect();
    let found = records::find_all(house.store.read(), &keys).await?;
    let names = found.first().and_then(|record| record.body.get("networks")?.as_array().cloned());
    let mut names = names.unwrap_or_default().into_iter();
    Ok(names.find_map(|name| name.as_str().filter(|name| slug(name) == code).map(str::to_owned)))
}

/// All networks that a government on the register names.
pub(super) async fn list(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let governments = Counted::of(&house, "government", None, &["network"])?;
    let actions = Counted::of(&house, "action", None, &["network"])?;
    let mut lines = Vec::new();
    for (code, members) in governments.values("network").take(MOST) {
        let Some(name) = name(&house, code).await? else { continue };
        lines.push(Line {
            link: Link::new(name, at.to(&format!("/networks/{code}"))),
            governments: written(&at.say, members),
            actions: written(&at.say, actions.with(&format!("network/{code}"))),
        });
    }
    lines.sort_by(|one, other| at.say.compare(&one.link.text, &other.link.text));
    let frame = Frame::new(&at, "register-networks").describe(&at.say.t("register-networks-text"));
    let frame = super::on_the_way(&at, frame, &[], "/networks");
    let foot = part::foot_of_all(&house, &at, &frame.title, "/networks")?;
    Ok(web::served(&at, &key, || web::html(NetworksPage { lines, foot, frame })))
}

/// A network as a part of the register.
pub(super) async fn part(house: &House, code: &str) -> Result<Option<Part>, Fault> {
    let named = name(house, code).await?;
    let within = format!("q=network%3A{code}");
    Ok(named.map(|name| Part { path: path(&name), tokens: vec![token(&name)], within, name, day: None }))
}

/// One network.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let part = part(&house, &code).await?.ok_or(Problem::NotFound)?;
    let about = About {
        thing: super::linked::of_the_world(&at, "Organization", &part.name, "", &part.path),
        crumbs: vec![Link::new(at.say.t("register-networks"), at.to("/networks"))],
        source: Some((at.say.t("register-networks-text"), None)),
        lands: true,
        embed: true,
        ..About::default()
    };
    part::page(&house, &at, (&words, &key), part, about).await
}
