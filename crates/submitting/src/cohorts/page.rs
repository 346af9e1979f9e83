//! The public pages of cohorts: the list, and each with its actions, its objectives and its frozen figures.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{At, Foot, Frame, Link, Problem};

use super::public::{KIND, Shown, token};
use crate::House;
use crate::register::changed;
use crate::register::part::{self, About, Compared, Part};
use crate::register::{self, Label, PublicRecord};

/// A cohort in the list.
struct Line {
    title: Label,
    lead: Option<Label>,
    href: String,
}

#[derive(Template)]
#[template(path = "cohorts/pages/list.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    foot: Foot,
}

/// Every cohort.
pub(super) async fn list(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let key = register::key_of_pages(&house);
    let cohorts = register::cohorts(house.store.read()).await?;
    let line = |record: &PublicRecord| Line {
        title: called(&at, record),
        lead: record.card.lead.as_ref().and_then(|lead| Label::picked(lead, at.lang)),
        href: at.to(&record.path()),
    };
    let frame = Frame::new(&at, "cohorts-title").describe(&at.say.t("cohorts-lead"));
    let frame = register::on_the_way(&at, frame, &[], "/cohorts");
    let page = ListPage {
        lines: cohorts.iter().map(line).collect(),
        foot: Foot::new(&at, &frame.title, "/cohorts").changed(&at, changed::latest(&house, &[KIND], None)?),
        frame,
    };
    Ok(web::served(&at, &key, || web::html(page)))
}

fn called(at: &At, record: &PublicRecord) -> Label {
    let title = record.card.title.as_ref().and_then(|title| Label::picked(title, at.lang));
    title.unwrap_or_else(|| Label::own(record.key.clone()))
}

/// One cohort.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let key = register::key_of_pages(&house);
    let record = found(&house, &at, &slug).await?;
    let shown: Shown = serde_json::from_value(record.body.clone())
        .map_err(|error| Problem::broken(format!("the cohort {slug} cannot be read: {error}")))?;
    let words = house.words();
    let title = called(&at, &record);
    let part = Part::of_token(&title.text, record.path(), &token(&slug));
    let lede = record.card.lead.as_ref().and_then(|lead| Label::picked(lead, at.lang));
    let said = lede.as_ref().map(|lede| lede.text.as_str());
    let about = About {
        thing: register::linked_work(&at, "Collection", &part.name, said, &part.path),
        crumbs: vec![Link::new(at.say.t("cohorts-title"), at.to("/cohorts"))],
        lede,
        frozen: frozen(&at, &shown),
        only_actions: true,
        embed: true,
        history: true,
        ..About::default()
    };
    part::page(&house, &at, (&words, &key), part, about).await
}

async fn found(house: &House, at: &At, slug: &str) -> Result<PublicRecord, Problem> {
    register::find(house.store.read(), KIND, slug).await?.here(at)
}

/// What changed in what a cohort says of itself.
pub(super) async fn history(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let record = found(&house, &at, &slug).await?;
    let changes = changed::changes(&house, &at, &record).await?;
    let key = register::key_of_pages(&house);
    let list = Link::new(at.say.t("cohorts-title"), at.to("/cohorts"));
    Ok(web::served(&at, &key, || web::html(changed::page(&at, &record, list, changes))))
}

/// The frozen figures side by side, a column for each day.
fn frozen(at: &At, shown: &Shown) -> Option<Compared> {
    let first = shown.frozen.first()?;
    let line = |(key, _): &(String, u64)| {
        let number = |frozen: &super::cohort::Frozen| {
            let number = frozen.numbers.iter().find(|(name, _)| name == key).map_or(0, |(_, number)| *number);
            at.say.number(i64::try_from(number).unwrap_or(i64::MAX))
        };
        (at.say.t(key), shown.frozen.iter().map(number).collect())
    };
    Some(Compared {
        heads: shown.frozen.iter().map(|frozen| at.say.date(frozen.at)).collect(),
        lines: first.numbers.iter().map(line).collect(),
    })
}
