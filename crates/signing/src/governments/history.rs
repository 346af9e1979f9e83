//! The history of a local government on the register: each public step with its day, printable for a council.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::{Arg, Reference};
use web::{At, Changes, Foot, Frame, Link, Problem};

use super::page;
use super::public::{KIND, Shown};
use super::steps::{self, StepShown};
use crate::house::House;
use crate::register::{self, Found, PublicRecord};

#[derive(Template)]
#[template(path = "governments/pages/history.html")]
struct HistoryPage {
    frame: Frame,
    crumbs: Vec<Link>,
    name: (String, String, &'static str),
    brought: Vec<StepShown>,
    steps: Vec<StepShown>,
    /// What changed in the record itself.
    said: Vec<Changes>,
    foot: Foot,
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let key = Reference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let record = match register::find(house.store.read(), KIND, key.as_str()).await? {
        Found::Here(record) => record,
        gone => return page::elsewhere(&house, &at, key.as_str(), gone).await,
    };
    if record.key != reference {
        return Ok(at.moved(&format!("/governments/{}/history", record.key)));
    }
    let shown = page::read(&record)?;
    let said = register::changed::changes(&house, &at, &record).await?;
    let (_, mark) = store::canonical(&record)?;
    let key = format!("{mark}/{}/{}", said.len(), register::key_of_pages(&house));
    Ok(web::served(&at, &key, || web::html(draw(&at, &record, &shown, said))))
}

fn draw(at: &At, record: &PublicRecord, shown: &Shown, said: Vec<Changes>) -> HistoryPage {
    let picked = shown.name.pick(at.lang);
    let name = picked.map_or_else(
        || (shown.name.original_text().to_owned(), String::new(), "auto"),
        |name| (name.text.to_owned(), name.tag.to_string(), name.tag.dir()),
    );
    let title = at.say.plain("governments-history-of", &[("name", Arg::from(name.0.as_str()))]);
    let frame = Frame::new(at, &title).here("governments").hide();
    let kosovo = shown.country.is_some_and(|country| country.country().note == Some("kosovo"));
    HistoryPage {
        crumbs: vec![
            Link::new(at.say.t("governments-crumb"), at.to("/governments")),
            Link::new(&name.0, at.to(&record.path())),
        ],
        name,
        brought: steps::shown(at, shown.steps.iter().filter(|step| step.brought)),
        steps: steps::shown(at, shown.steps.iter()),
        said,
        foot: Foot::new(at, &title, &format!("/governments/{}/history", record.key))
            .changed(at, record.card.updated),
        frame: if kosovo { frame.names_kosovo() } else { frame },
    }
}
