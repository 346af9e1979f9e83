//! The objectives of all the Call's frameworks, with how many actions answer to each.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use vocabulary::frameworks::Framework;
use web::{At, Foot, Frame, Problem};

use super::figures::{self, Counted, Table};
use super::part;
use super::words::{self, Label, Words};
use crate::House;

/// A framework with its table.
struct Shown {
    slug: String,
    name: Label,
    version: String,
    table: Table,
}

#[derive(Template)]
#[template(path = "register/pages/objectives.html")]
struct ObjectivesPage {
    frame: Frame,
    frameworks: Vec<Shown>,
    foot: Foot,
}

/// The page.
pub async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let page = draw(&house, &at, &words)?;
    Ok(web::served(&at, &key, || web::html(page)))
}

/// One framework: a place on the page of all.
pub async fn framework(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let words = house.words();
    let framework = words.framework(&slug).ok_or(Problem::NotFound)?;
    Ok(at.see(&format!("/objectives#{}", framework.slug)))
}

fn draw(house: &House, at: &At, words: &Words) -> Result<ObjectivesPage, Fault> {
    let actions = Counted::of(house, "action", None, &figures::groups(words))?;
    let shown = |framework: &Framework| {
        let path = |code: &str| format!("/objectives/{}/{code}", framework.slug);
        let caption = at.say.t("register-strip-caption");
        Shown {
            slug: framework.slug.clone(),
            name: words::framework_name(framework, &at.say),
            version: framework.version.clone(),
            table: Table::of_framework(framework, &actions, &at.say, caption, path),
        }
    };
    let frame = Frame::new(at, "register-objectives").describe(&at.say.t("register-objectives-text"));
    let foot = part::foot_of_all(house, at, &frame.title, "/objectives")?;
    Ok(ObjectivesPage {
        frame: super::on_the_way(at, frame, &[], "/objectives"),
        frameworks: words.frameworks.iter().map(shown).collect(),
        foot,
    })
}
