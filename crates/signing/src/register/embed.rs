//! Pages for a frame on another site: an action, a local government, a country, a region, a network, an objective, a cohort,
//! a figure; and what other rooms show so, such as a declaration. They set no cookie, ask for nothing, and tell the site around them how high they are; search engines are led to
//! the whole page.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::Fault;
use store::search::Sort;
use vocabulary::{Arg, BESIDE, Moment, Reference, countries};
use web::{At, Fact, Frame, Problem};

use super::facets::{List, is_kosovo};
use super::figure::{Figure, Numbers};
use super::figures::{self, Counted, Table};
use super::list::newest;
use super::part::{self, Part};
use super::record::PublicRecord;
use super::records::{self, Found};
use super::rows::{self, Row};
use super::words::Words;
use super::{networks, objective, regions};
use crate::House;

/// How many actions stand in a frame.
const SHOWN: usize = 5;
/// The kind of a cohort's record, and the group of its facet.
const COHORT: &str = "cohort";

#[derive(Template)]
#[template(path = "register/pages/embed.html")]
struct EmbedPage {
    frame: Frame,
    /// The page that this stands for.
    whole: String,
    date: String,
    /// What is said where the thing is gone.
    gone: Option<String>,
    counts: Vec<Fact>,
    strip: Option<Table>,
    figure: Option<Numbers>,
    rows: Vec<Row>,
}

impl EmbedPage {
    fn new(house: &House, at: &At, title: &str, path: &str) -> EmbedPage {
        let frame = Frame::new(at, title).hide();
        EmbedPage {
            whole: frame.absolute(path),
            date: at.say.with("register-as-of", &[("date", Arg::from(at.say.date(house.now())))]),
            gone: None,
            counts: Vec::new(),
            strip: None,
            figure: None,
            rows: Vec::new(),
            frame,
        }
    }

    fn naming_kosovo(self, names: bool) -> EmbedPage {
        EmbedPage { frame: if names { self.frame.names_kosovo() } else { self.frame }, ..self }
    }

    fn served(self, at: &At, key: &str) -> Response {
        web::for_frames(web::served(at, key, || web::html(self)))
    }
}

/// An action.
pub(super) async fn action(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    record(&house, &at, "action", &reference).await
}

/// A local government, with its newest actions.
pub(super) async fn government(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    record(&house, &at, "government", &reference).await
}

async fn record(house: &House, at: &At, kind: &str, reference: &str) -> Result<Response, Problem> {
    let key = Reference::parse(reference).map_err(|_| Problem::NotFound)?.to_string();
    let words = house.words();
    let tag = super::snapshot_key(house, &words);
    let record = match records::find(house.store.read(), kind, &key).await? {
        Found::Here(record) => *record,
        Found::Gone { at: since, reason } => return Ok(gone(house, at, (kind, &key), since, &reason)),
        Found::Nowhere => return Err(Problem::NotFound),
    };
    let mut shown = vec![record];
    if kind == "government" {
        let token = format!("government/{key}");
        shown.extend(newest(house, "action", Some(&token), Sort::Newest, SHOWN).await?.1);
    }
    let title = rows::plain_name(&shown[0], &at.say);
    let page = EmbedPage::new(house, at, &title, &shown[0].path()).naming_kosovo(rows::name_kosovo(&shown));
    let page = EmbedPage { rows: rows::rows(&shown, &words, at), ..page };
    Ok(page.served(at, &tag))
}

/// A thing of another room: its numbers and some records that belong to it, of this version.
pub fn framed(
    house: &House,
    at: &At,
    record: &PublicRecord,
    (counts, records): (Vec<Fact>, &[PublicRecord]),
    tag: &str,
) -> Response {
    let page = EmbedPage::new(house, at, &rows::plain_name(record, &at.say), &record.path());
    let page = page.naming_kosovo(rows::name_kosovo(records));
    EmbedPage { counts, rows: rows::rows(records, &house.words(), at), ..page }.served(at, tag)
}

/// The frame of a thing that was taken back says when and why, and nothing more.
fn gone(house: &House, at: &At, (kind, key): (&str, &str), since: Moment, reason: &str) -> Response {
    let since = at.say.with("web-problem-gone-since", &[("date", Arg::from(at.say.date(since)))]);
    let said = format!("{since}{BESIDE}{}", at.say.t(reason));
    let page = EmbedPage::new(house, at, key, &format!("/{kind}s/{key}"));
    let page = EmbedPage { gone: Some(said), ..page };
    web::for_frames((StatusCode::GONE, web::html(page)).into_response())
}

/// A country: its numbers, its objectives, its newest actions.
pub(super) async fn country(
    State(house): State<House>,
    at: At,
    Path((_, iso)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let country = countries::by_iso2(&iso).filter(|one| one.iso2 == iso).ok_or(Problem::NotFound)?;
    let part = Part::of_token(country.name(at.lang), format!("/countries/{iso}"), &format!("country/{iso}"));
    whole(&house, &at, &part, is_kosovo(&iso)).await
}

/// A region, in the same way.
pub(super) async fn region(
    State(house): State<House>,
    at: At,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let group = regions::named(&code).ok_or(Problem::NotFound)?;
    let part = regions::part(group, &at.say);
    if part.path != format!("/regions/{code}") {
        return Ok(at.moved(&format!("/embed{}", part.path)));
    }
    whole(&house, &at, &part, false).await
}

/// A network, in the same way.
pub(super) async fn network(
    State(house): State<House>,
    at: At,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let part = networks::part(&house, &code).await?.ok_or(Problem::NotFound)?;
    whole(&house, &at, &part, false).await
}

/// An objective: the numbers of the actions that answer to it, and the newest.
pub(super) async fn objective(
    State(house): State<House>,
    at: At,
    Path((_, framework, code)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let part = objective::part(&words, (&framework, &code), at.lang).ok_or(Problem::NotFound)?;
    let page = of_actions(&house, &at, &part).await?;
    Ok(EmbedPage { strip: None, ..page }.served(&at, &key))
}

/// A cohort: the same, with the objectives that its actions answer to.
pub(super) async fn cohort(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let key = super::snapshot_key(&house, &house.words());
    let record = match records::find(house.store.read(), COHORT, &slug).await? {
        Found::Here(record) => record,
        Found::Gone { at: since, reason } => {
            return Ok(gone(&house, &at, (COHORT, &slug), since, &reason));
        }
        Found::Nowhere => return Err(Problem::NotFound),
    };
    let name = rows::plain_name(&record, &at.say);
    let part = Part::of_token(&name, record.path(), &format!("{COHORT}/{slug}"));
    Ok(of_actions(&house, &at, &part).await?.served(&at, &key))
}

/// A part of the actions alone: its numbers, its objectives, its newest actions.
async fn of_actions(house: &House, at: &At, part: &Part) -> Result<EmbedPage, Fault> {
    let (page, _) = begun(house, at, part).await?;
    Ok(EmbedPage { counts: part::of_actions(house, &at.say, &house.words(), part)?, ..page })
}

/// A part of the register: the same, with its local governments.
async fn whole(house: &House, at: &At, part: &Part, kosovo: bool) -> Result<Response, Problem> {
    let key = super::snapshot_key(house, &house.words());
    let (page, actions) = begun(house, at, part).await?;
    let governments = part.counted(house, "government", &["record"])?;
    let counts = figures::facts(&at.say, &house.words(), (&governments, &actions), part);
    let page = EmbedPage { counts, ..page };
    let page = if kosovo { page.naming_kosovo(true) } else { page };
    Ok(page.served(at, &key))
}

/// What the frames of all parts have: their objectives and their newest actions; and its actions as they were counted.
async fn begun(house: &House, at: &At, part: &Part) -> Result<(EmbedPage, Counted), Fault> {
    let words = house.words();
    let actions = part.counted(house, "action", &figures::groups(&words))?;
    let (_, mut found) = part.first(house, "action", Sort::Newest).await?;
    found.truncate(SHOWN);
    let page = EmbedPage::new(house, at, &part.name, &part.path).naming_kosovo(rows::name_kosovo(&found));
    let strip = strip(at, &words, &actions, part);
    Ok((EmbedPage { strip, rows: rows::rows(&found, &words, at), ..page }, actions))
}

/// The objectives that the actions of a country answer to.
pub(super) fn strip(at: &At, words: &Words, actions: &Counted, part: &Part) -> Option<Table> {
    let framework = words.strip().filter(|_| actions.total > 0)?;
    let caption = at.say.with("register-strip-caption-country", &[("country", Arg::from(&part.name))]);
    let path = |code: &str| part.narrowed(List::Actions, words, (&framework.slug, code));
    Some(Table::of_framework(framework, actions, &at.say, caption, path))
}

/// A figure.
pub(super) async fn figure(
    State(house): State<House>,
    at: At,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let words = house.words();
    let tag = super::snapshot_key(&house, &words);
    let figure = Figure::named(&name).ok_or(Problem::NotFound)?;
    let numbers = figure.count(&house, &words, &at.say, None).await?.ok_or(Problem::NotFound)?;
    let page = EmbedPage::new(&house, &at, &numbers.title, &format!("/figures/{name}"));
    Ok(EmbedPage { figure: Some(numbers), ..page }.served(&at, &tag))
}
