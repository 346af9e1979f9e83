//! The picture that shared links show (Open Graph, 1200 × 630): of an action, a local government, a country, in the reader's
//! language, from right to left too.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::header;
use vocabulary::{Reference, Say, countries};
use web::{At, Problem, drawing, fitting};

use super::figures::Counted;
use super::record::PublicRecord;
use super::records;
use super::rows;
use super::words::Label;
use crate::House;

/// Where the first line of the title stands, and the last line that may stand under it.
const TITLE: usize = 186;
const RULE: usize = 500;
/// What stands under the title: its size, how far below the title it begins, and from one line to the next.
const UNDER: usize = 34;
const GAP: usize = 10;
const STEP: usize = 50;
/// So many lines at most say how a record stands.
const LINES_OF_SIGNS: usize = 2;

#[derive(Template)]
#[template(path = "register/pages/social.svg", escape = "html")]
struct Social {
    rtl: bool,
    kind: String,
    title: Vec<String>,
    size: usize,
    lines: Vec<String>,
    programme: String,
    reference: String,
}

/// Where the picture of a record stands, without the language.
pub fn path(record: &PublicRecord) -> String {
    format!("/{}s/{}/card.png", record.kind, record.key)
}

/// The picture of an action or a local government: `…/LA-2026-00042/card.png`.
pub(super) async fn of_record(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let kind = if at.path.starts_with("/actions/") { "action" } else { "government" };
    let reference = Reference::parse(&reference).map_err(|_| Problem::NotFound)?.to_string();
    let record = records::find(house.store.read(), kind, &reference).await?.here(&at)?;
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let shown = rows::rows(std::slice::from_ref(&record), &words, &at);
    let row = shown.first().ok_or(Problem::NotFound)?;
    let owners: Vec<String> = row.who.iter().map(|owner| owner.name.text.clone()).collect();
    let places = owners.into_iter().chain(row.countries.iter().cloned()).collect::<Vec<_>>();
    // When it was last reported is old before the picture is: only what the record itself is marked with stands on it.
    let signs = record.card.marks.iter().map(|mark| rows::sign(mark, &at.say).words).collect();
    let label = if kind == "action" { "register-social-action" } else { "register-social-government" };
    let social = Social::of(&at, label, &title(&record, &at.say), [places, signs], &record.key);
    social.answer(&at, &key).await
}

/// The picture of a country.
pub(super) async fn of_country(
    State(house): State<House>,
    at: At,
    Path((_, iso)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let country = countries::by_iso2(&iso).filter(|one| one.iso2 == iso).ok_or(Problem::NotFound)?;
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let lines = counts(&house, &at, Some(&format!("country/{}", country.iso2)))?;
    let social = Social::of(&at, "register-social-country", country.name(at.lang), lines, country.iso3);
    social.answer(&at, &key).await
}

/// The picture of the register as a whole, of every page that has none of its own.
pub(super) async fn of_register(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let lines = counts(&house, &at, None)?;
    let promise = words.promise.as_ref().and_then(|promise| Label::picked(promise, at.lang));
    let title = promise.map_or_else(|| super::programme(&at), |promise| promise.text);
    let social = Social::of(&at, "register-social-register", &title, lines, "");
    social.answer(&at, &key).await
}

/// How many governments and actions hold a token, or how many there are, a line each.
fn counts(house: &House, at: &At, token: Option<&str>) -> Result<[Vec<String>; 2], Problem> {
    let many = |key: &str, kind: &str| {
        let counted = Counted::of(house, kind, token, &[])?;
        Ok::<_, Problem>(vec![at.say.with(key, &[("n", vocabulary::Arg::from(counted.total))])])
    };
    Ok([many("register-count-governments", "government")?, many("register-count-actions", "action")?])
}

/// What the picture is called by: its title; its reference where the typeface does not have the letters of the title.
fn title(record: &PublicRecord, say: &Say) -> String {
    let name = rows::name(record, say).text;
    let other = || {
        let titles = record.card.title.iter().flat_map(|title| title.all());
        titles.map(|(_, text)| text.text.clone()).find(|text| web::drawing::writes(text))
    };
    if web::drawing::writes(&name) { name } else { other().unwrap_or_else(|| record.key.clone()) }
}

impl Social {
    fn of(at: &At, kind: &str, title: &str, lines: [Vec<String>; 2], reference: &str) -> Social {
        let rtl = at.lang.dir() == "rtl";
        let [places, signs] = lines.each_ref().map(|parts| {
            parts.iter().map(String::as_str).filter(|part| drawing::writes(part)).collect::<Vec<_>>()
        });
        let places = Some(fitting::joined(&places, UNDER)).filter(|line| !line.is_empty());
        let signs = drawing::directed(&fitting::on_lines(&signs, UNDER, LINES_OF_SIGNS), rtl);
        let lines: Vec<String> = places.into_iter().chain(signs).collect();
        let room = RULE - GAP - TITLE - STEP * lines.len().saturating_sub(1);
        let (size, title) = fitting::fitted(title, room);
        let title = drawing::directed(&title, rtl);
        Social {
            rtl,
            kind: at.say.t(kind),
            title,
            size,
            lines,
            programme: fitting::cut(&super::programme(at), 28, 700.0),
            reference: reference.to_owned(),
        }
    }

    async fn answer(self, at: &At, key: &str) -> Result<Response, Problem> {
        let drawn = async {
            let svg = self
                .render()
                .map_err(|error| Problem::broken(format!("a picture could not be drawn: {error}")))?;
            let png = web::drawing::png(svg).await?;
            Ok(web::for_every_site(([(header::CONTENT_TYPE, "image/png")], png)))
        };
        web::served_later(at, key, drawn).await
    }

    /// A line as it is set: in the direction of the page.
    fn line(&self, text: &str) -> String {
        if self.rtl { drawing::right_to_left(text) } else { text.to_owned() }
    }

    fn anchor(&self) -> &'static str {
        if self.rtl { "end" } else { "start" }
    }

    fn far(&self) -> &'static str {
        if self.rtl { "start" } else { "end" }
    }

    /// So far from where lines begin.
    fn edge(&self, inset: usize) -> usize {
        if self.rtl { 1_120 - inset } else { 80 + inset }
    }

    /// Where lines end.
    fn other(&self) -> usize {
        if self.rtl { 80 } else { 1_120 }
    }

    /// Where the mark stands.
    fn mark(&self) -> usize {
        if self.rtl { 1_081 } else { 80 }
    }

    /// Where a line of the title stands.
    fn line_of_title(&self, n: &usize) -> usize {
        TITLE + fitting::height(*n, self.size)
    }

    /// Where a line under the title stands.
    fn line_under(&self, n: &usize) -> usize {
        self.line_of_title(&self.title.len()) + GAP + n * STEP
    }
}
