//! Citations for programs that keep them: BibTeX and RIS, of an action and of a local government.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header;
use vocabulary::Reference;
use web::{At, Problem};

use super::as_of::{AsOf, Stood};
use super::foot::lasting;
use super::record::PublicRecord;
use super::records;
use super::rows;
use crate::House;

/// What is cited, in the reader's language.
struct Cited {
    key: String,
    title: String,
    who: Vec<String>,
    /// What it is about and how it stands, where those named in it did not write it.
    note: String,
    year: i32,
    date: String,
    read: String,
    programme: String,
    address: String,
}

/// The citation of a record, in the form that its address ends with: `…/LA-2026-00042/cite.bib`.
pub(super) async fn file(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let kind = if at.path.starts_with("/actions/") { "action" } else { "government" };
    let key = Reference::parse(&reference).map_err(|_| Problem::NotFound)?.to_string();
    let asked = AsOf::of_file(&house, &at)?;
    let record = records::find(house.store.read(), kind, &key).await?.here(&at)?;
    let stood = asked.stood(&house, &record).await?;
    let asked = asked.drawn(&stood);
    let record = if let Stood::Otherwise(then) = stood { *then } else { record };
    let cited = Cited::of(&house, &at, &record, &asked);
    let (text, media, ending) = match at.path.ends_with(".ris") {
        true => (cited.ris(), "application/x-research-info-systems; charset=utf-8", "ris"),
        false => (cited.bibtex(), "application/x-bibtex; charset=utf-8", "bib"),
    };
    let day = house.now().date().to_string();
    let name = format!("attachment; filename=\"{key}.{ending}\"");
    let headers = [(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, name)];
    let key = format!("{day}/{}", store::canonical(&record)?.1);
    Ok(web::served(&at, &key, || (headers, text).into_response()))
}

impl Cited {
    fn of(house: &House, at: &At, record: &PublicRecord, asked: &AsOf) -> Cited {
        let who = record.card.who.iter().filter_map(|party| party.name.pick(at.lang));
        let mut who: Vec<String> = who.map(|picked| picked.text.to_owned()).collect();
        let programme = super::programme(at);
        let mut note = String::new();
        if let Some(on_file) = rows::on_file(record, &at.say) {
            let about = std::mem::replace(&mut who, vec![rows::secretariat(&programme, &at.say)]);
            note = [on_file].into_iter().chain(about).collect::<Vec<_>>().join("; ");
        }
        Cited {
            key: record.key.clone(),
            title: rows::plain_name(record, &at.say),
            who,
            note,
            year: record.card.updated.year(),
            date: record.card.updated.date().to_string(),
            read: house.now().date().to_string(),
            programme,
            address: format!("{}{}", at.kit.origin(), asked.quoted(house, &lasting(record))),
        }
    }

    /// Institutions stand in braces of their own, so that no program takes their last word for a family name.
    fn bibtex(&self) -> String {
        let who: Vec<String> = self.who.iter().map(|name| format!("{{{}}}", bib(name))).collect();
        let author =
            if who.is_empty() { String::new() } else { format!("  author = {{{}}},\n", who.join(" and ")) };
        let note = match self.note.as_str() {
            "" => String::new(),
            note => format!("  note = {{{}}},\n", bib(note)),
        };
        format!(
            "@misc{{{},\n{author}{note}  title = {{{}}},\n  year = {{{}}},\n  date = {{{}}},\n  howpublished = {{{}}},\n  \
             number = {{{}}},\n  url = {{{}}},\n  urldate = {{{}}}\n}}\n",
            self.key,
            bib(&self.title),
            self.year,
            self.date,
            bib(&self.programme),
            self.key,
            self.address,
            self.read,
        )
    }

    fn ris(&self) -> String {
        let mut lines = vec![("TY", "ELEC".to_owned())];
        lines.extend(self.who.iter().map(|name| ("AU", format!("{},", line(name)))));
        lines.extend((!self.note.is_empty()).then(|| ("N1", line(&self.note))));
        lines.push(("TI", line(&self.title)));
        lines.push(("T2", line(&self.programme)));
        lines.push(("PY", self.year.to_string()));
        lines.push(("DA", self.date.replace('-', "/")));
        lines.push(("SN", self.key.clone()));
        lines.push(("UR", self.address.clone()));
        lines.push(("Y2", self.read.replace('-', "/")));
        lines.push(("ER", String::new()));
        lines.into_iter().map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect()
    }
}

/// On one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The characters that mean something to BibTeX stand for themselves.
fn bib(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in line(text).chars() {
        match letter {
            '\\' => safe.push_str("\\textbackslash{}"),
            '{' | '}' | '#' | '$' | '%' | '&' | '_' => {
                safe.push('\\');
                safe.push(letter);
            }
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            other => safe.push(other),
        }
    }
    safe
}
