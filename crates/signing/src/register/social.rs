//! The picture that shared links show (Open Graph, 1200 × 630): of an action, a local government, a country, in the reader's
//! language, from right to left too.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::header;
use vocabulary::{Reference, Say, countries};
use web::{At, Problem, drawing};

use super::figures::Counted;
use super::record::PublicRecord;
use super::records::{self, Found};
use super::rows;
use super::words::Label;
use crate::House;

/// The typeface is wide: so many pixels a line of a title may take, and so many lines.
const WIDTH: f32 = 1_040.0;
const LINES: usize = 3;
/// The sizes of a title: the largest in which it fits.
const SIZES: [usize; 3] = [66, 54, 46];
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
    let record = match records::find(house.store.read(), kind, &reference).await? {
        Found::Here(record) => *record,
        Found::Gone { at: since, reason } => {
            return Err(Problem::Gone { since: Some(since), why: Some(at.say.t(&reason)) });
        }
        Found::Nowhere => return Err(Problem::NotFound),
    };
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let shown = rows::rows(std::slice::from_ref(&record), &words, &at);
    let row = shown.first().ok_or(Problem::NotFound)?;
    let owners: Vec<String> = row.who.iter().map(|owner| owner.name.text.clone()).collect();
    let places = owners.into_iter().chain(row.countries.iter().cloned()).collect::<Vec<_>>();
    let signs = row
        .signs
        .iter()
        .filter(|sign| sign.shape != rows::FRESH)
        .map(|sign| sign.words.clone())
        .collect::<Vec<_>>();
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
    let token = format!("country/{}", country.iso2);
    let many = |key: &str, kind: &str| {
        let counted = Counted::of(&house, kind, Some(&token), &[])?;
        Ok::<_, Problem>(at.say.with(key, &[("n", vocabulary::Arg::from(counted.total))]))
    };
    let governments = many("register-count-governments", "government")?;
    let actions = many("register-count-actions", "action")?;
    let lines = [vec![governments], vec![actions]];
    let social = Social::of(&at, "register-social-country", country.name(at.lang), lines, country.iso3);
    social.answer(&at, &key).await
}

/// The picture of the register as a whole, of every page that has none of its own.
pub(super) async fn of_register(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let many = |key: &str, kind: &str| {
        let counted = Counted::of(&house, kind, None, &[])?;
        Ok::<_, Problem>(at.say.with(key, &[("n", vocabulary::Arg::from(counted.total))]))
    };
    let governments = many("register-count-governments", "government")?;
    let actions = many("register-count-actions", "action")?;
    let promise = words.promise.as_ref().and_then(|promise| Label::picked(promise, at.lang));
    let title = promise.map_or_else(|| super::programme(&at), |promise| promise.text);
    let social = Social::of(&at, "register-social-register", &title, [vec![governments], vec![actions]], "");
    social.answer(&at, &key).await
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
        let (size, title) = fitted(title);
        let title = drawing::directed(&title, rtl);
        let line = |parts: &Vec<String>| {
            let known: Vec<&str> =
                parts.iter().map(String::as_str).filter(|part| web::drawing::writes(part)).collect();
            joined(&known, 34)
        };
        Social {
            rtl,
            kind: at.say.t(kind),
            title,
            size,
            lines: lines.iter().map(line).filter(|line| !line.is_empty()).collect(),
            programme: cut(&super::programme(at), 28, 700.0),
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

    /// From one line of the title to the next.
    fn step(&self) -> usize {
        self.size * 5 / 4
    }

    /// Where what stands under the title begins.
    fn under(&self) -> usize {
        186 + self.title.len() * self.step() + 10
    }
}

/// Parts on one line, as many as it holds, each in its own direction.
fn joined(parts: &[&str], size: usize) -> String {
    let mut line = String::new();
    for part in parts {
        let between = if line.is_empty() { "" } else { " · " };
        let room = WIDTH - width(&line, size) - width(between, size);
        let first = line.is_empty();
        if width(part, size) <= room || first || room > WIDTH / 4.0 {
            line = format!("{line}{between}{}", drawing::apart(&cut(part, size, room)));
        }
    }
    line
}

/// A title in the largest size in which it fits, cut where it fits in none.
fn fitted(title: &str) -> (usize, Vec<String>) {
    for size in SIZES {
        let lines = wrapped(title, size);
        if lines.len() <= LINES {
            return (size, lines);
        }
    }
    let size = SIZES[SIZES.len() - 1];
    let lines = wrapped(title, size);
    let mut kept: Vec<String> = lines[..LINES - 1].to_vec();
    kept.push(cut(&lines[LINES - 1..].join(" "), size, WIDTH));
    (size, kept)
}

fn wrapped(text: &str, size: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + width(" ", size) <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut(word, size, WIDTH)),
        }
    }
    lines
}

/// A text on one line of a width, with "…" where something is left out.
fn cut(text: &str, size: usize, most: f32) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if width(&kept, size) + width("……", size) > most {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// About how wide a text is, in pixels: the typeface's usual widths, a little more than less.
fn width(text: &str, size: usize) -> f32 {
    let em = |c: char| match c {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '·' => 0.30,
        'f' | 'r' | 's' | 't' | '-' | '(' | ')' => 0.43,
        'm' | 'M' | 'w' | 'W' | '…' | '—' => 0.92,
        '\u{600}'..='\u{6ff}' => 0.50,
        c if c.is_uppercase() => 0.70,
        '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{300}'..='\u{36f}' => 0.0,
        _ => 0.58,
    };
    text.chars().map(em).sum::<f32>() * size as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_line_are_set_apart_and_none_is_torn() {
        let one = |part: &str| format!("\u{2068}{part}\u{2069}");
        let line = ["قرطاج", "سوسة", "Tunisie"];
        assert_eq!(joined(&line, 34), line.map(one).join(" · "));
        let long = "Municipality of the \u{2068}Greater Valley\u{2069} ".repeat(4);
        let line = joined(&[&long, "Kenya"], 34);
        assert!(width(&line, 34) <= WIDTH, "{line}");
        assert_eq!(
            line.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count(),
            line.matches('\u{2069}').count(),
            "{line}"
        );
        assert_eq!(joined(&["a\u{2069}b"], 34), one("ab"));
    }

    #[test]
    fn a_title_is_set_as_large_as_it_fits_and_never_beyond_its_lines() {
        assert_eq!(fitted("A house"), (66, vec!["A house".to_owned()]));
        let (size, lines) = fitted(&"A house for migrant women and their children ".repeat(2));
        assert_eq!((size, lines.len()), (54, 3), "{lines:?}");
        let (size, lines) = fitted(&"A house for migrant women and their children ".repeat(9));
        assert_eq!((size, lines.len()), (46, 3));
        assert!(lines[2].ends_with('…'), "{lines:?}");
        let (_, lines) = fitted(&"x".repeat(500));
        assert_eq!(lines.len(), 1);
        assert!(lines.iter().all(|line| width(line, 66) <= WIDTH));
    }
}
