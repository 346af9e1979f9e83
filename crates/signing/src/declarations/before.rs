//! *Before you sign*: everything about a declaration on one page, the models of a council's decision and of a letter,
//! and the questions that signing asks. It reads only public records.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use store::search::{Query as Search, Sort};
use vocabulary::{Arg, BESIDE, LanguageMap, Say, countries};
use web::{At, Choices, Docx, Errors, Form, Frame, Link, Pairs, Problem};

use super::list::{Said, Text, called, read, text};
use super::public::{DECLARATION, SIGNATURE, ShownDeclaration, ShownSignature};
use super::signature::{Capacity, Evidence};
use crate::house::House;
use crate::register;

/// How many signatories of a country are listed.
const MOST: usize = 200;

/// Which country is looked at.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Looked {
    #[serde(default)]
    country: String,
}

/// Sentences under one heading.
struct Part {
    id: &'static str,
    title: String,
    lines: Vec<Said>,
}

/// A signatory of the chosen country.
struct Signatory {
    name: String,
    tag: String,
    dir: &'static str,
    href: String,
    how: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "declarations/pages/before.html")]
struct BeforePage {
    frame: Frame,
    links: Vec<Link>,
    lead: String,
    action: String,
    text: Option<Text>,
    sha256: String,
    source: String,
    parts: Vec<Part>,
    country: Choices,
    chosen: String,
    signatories: Vec<Signatory>,
    models: Vec<Link>,
    questions: String,
}

async fn found(house: &House, at: &At, slug: &str) -> Result<ShownDeclaration, Problem> {
    let record = register::find(house.store.read(), DECLARATION, slug).await?.here(at)?;
    read(&record)
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
    Query(looked): Query<Looked>,
) -> Result<Response, Problem> {
    let change = register::last_change(house.store.read()).await?;
    let shown = found(&house, &at, &slug).await?;
    let country = countries::by_iso2(&looked.country.to_uppercase());
    let signatories = match country {
        Some(country) => in_country(&house, &at, &slug, country.iso2).await?,
        None => Vec::new(),
    };
    let named = country.map(|country| country.name(at.lang)).unwrap_or_default();
    let mark = format!("{change}-{}", looked.country);
    Ok(web::served(&at, &mark, || web::html(draw(&at, &slug, &shown, named, &looked.country, signatories))))
}

async fn in_country(house: &House, at: &At, slug: &str, iso2: &str) -> Result<Vec<Signatory>, Problem> {
    let chosen = [("declaration", format!("declaration/{slug}")), ("country", format!("country/{iso2}"))];
    let query = Search {
        kinds: vec![SIGNATURE.to_owned()],
        chosen: chosen
            .map(|(group, token)| (group.to_owned(), vec![token]))
            .into_iter()
            .collect::<BTreeMap<_, _>>(),
        sort: Sort::Name(at.lang),
        limit: MOST,
        ..Search::default()
    };
    let answer = house.index.search(&query).map_err(store::Fault::from)?;
    let keys: Vec<(String, String)> = answer.hits.into_iter().map(|hit| (hit.kind, hit.key)).collect();
    let mut rows = Vec::new();
    for record in register::find_all(house.store.read(), &keys).await? {
        let shown: ShownSignature = read(&record)?;
        let name = called(at, &shown.government);
        rows.push(Signatory {
            name: name.text,
            tag: name.tag,
            dir: name.dir,
            href: at.to(&record.path()),
            how: super::list::how(&shown.state),
            state: at.say.t(&shown.state.mark().key),
        });
    }
    Ok(rows)
}

fn draw(
    at: &At,
    slug: &str,
    shown: &ShownDeclaration,
    named: &str,
    iso2: &str,
    signatories: Vec<Signatory>,
) -> BeforePage {
    let say = &at.say;
    let title = Said::of(at, &shown.about.title).text;
    let here = at.to(&format!("/declarations/{slug}"));
    let lands = countries::sorted(at.lang).into_iter().map(|land| (land.iso2, land.name(at.lang)));
    let none = Errors::new();
    let pairs = Pairs::new([("country", iso2)]);
    let part = |id, key: &str, lines: &[LanguageMap]| Part {
        id,
        title: say.t(key),
        lines: lines.iter().map(|line| Said::of(at, line)).filter(|line| !line.text.is_empty()).collect(),
    };
    let about = &shown.about;
    let parts = [
        part("commits", "declarations-before-commits", &about.commits),
        part("not", "declarations-before-not", &about.not),
        part("duties", "declarations-before-duties", &about.duties),
        part("returns", "declarations-before-returns", &about.returns),
        part("leave", "declarations-before-leave", &about.leave),
    ];
    let model = |what: &str, key: &str| Link::new(say.t(key), format!("{here}/models/{what}"));
    let version = shown.versions.first();
    let lead = say.with("declarations-before-lead", &[("declaration", Arg::from(&title))]);
    let frame = Frame::new(at, "declarations-before-title").here("declaration").describe(&lead);
    let kosovo = countries::by_iso2(iso2).is_some_and(|country| country.note == Some("kosovo"));
    let links = vec![Link::new(title.clone(), here.clone())];
    let frame = register::on_the_way(at, frame, &links, &at.path);
    BeforePage {
        frame: if kosovo { frame.names_kosovo() } else { frame },
        links,
        lead,
        action: format!("{here}/before"),
        text: version.and_then(|version| text(at, version)),
        sha256: version.map(|version| version.sha256.clone()).unwrap_or_default(),
        source: about.source.clone().unwrap_or_default(),
        parts: parts.into_iter().filter(|part| !part.lines.is_empty()).collect(),
        country: Form::new(say, &none, &pairs).choices("country", "declarations-before-country", lands),
        chosen: named.to_owned(),
        signatories,
        models: vec![
            model("decision", "declarations-model-decision"),
            model("letter", "declarations-model-letter"),
        ],
        questions: at.to("/questions"),
    }
}

/// A model as a document, in the language of the page.
pub(super) async fn model(
    State(house): State<House>,
    at: At,
    Path((_, slug, which)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let shown = found(&house, &at, &slug).await?;
    let title = Said::of(&at, &shown.about.title).text;
    let (document, name) = match which.as_str() {
        "decision" => (decision(&at.say, &title), "declarations-model-decision-file"),
        "letter" => (letter(&at.say, &title), "declarations-model-letter-file"),
        _ => return Err(Problem::NotFound),
    };
    document.download(&format!("{}.docx", at.say.plain(name, &[])))
}

/// The sentences of a model are plain text: marks of direction have no place in a document.
fn sentence(say: &Say, key: &str, title: &str) -> String {
    say.plain(key, &[("declaration", Arg::from(title))])
}

fn decision(say: &Say, title: &str) -> Docx {
    let s = |key: &str| sentence(say, key, title);
    Docx::new(say.lang, &s("declarations-model-decision"))
        .text(&s("declarations-model-note"))
        .blank(&s("declarations-model-government"))
        .blank(&s("declarations-model-meeting"))
        .heading(&s("declarations-model-decision-whereas"))
        .item(&s("declarations-model-decision-whereas-1"))
        .item(&s("declarations-model-decision-whereas-2"))
        .heading(&s("declarations-model-decision-decides"))
        .item(&s("declarations-model-decision-decides-1"))
        .item(&s("declarations-model-decision-decides-2"))
        .item(&s("declarations-model-decision-decides-3"))
        .blank(&s("declarations-model-place-date"))
        .blank(&s("declarations-model-signature"))
}

fn letter(say: &Say, title: &str) -> Docx {
    let s = |key: &str| sentence(say, key, title);
    Docx::new(say.lang, &s("declarations-model-letter"))
        .text(&s("declarations-model-note"))
        .blank(&s("declarations-model-government"))
        .blank(&s("declarations-model-place-date"))
        .text(&s("declarations-model-letter-to"))
        .text(&s("declarations-model-letter-1"))
        .text(&s("declarations-model-letter-2"))
        .text(&s("declarations-model-letter-3"))
        .blank(&s("declarations-model-signature"))
        .blank(&s("declarations-model-name-function"))
}

/// A question of a form, with what may be answered or a hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub asks: String,
    /// What helps to answer it, or the answers to choose from.
    pub helps: String,
}

/// Every question that signing asks, in the order of the form.
pub fn questions(say: &Say) -> Vec<Question> {
    let asks = |key: &str, helps: String| Question { asks: say.t(key), helps };
    let capacities: Vec<String> = Capacity::ALL.iter().map(|one| say.t(one.key())).collect();
    let kinds: Vec<String> = Evidence::SENT.iter().map(|one| say.t(one.key())).collect();
    let ways =
        ["declarations-way-paper", "declarations-way-code", "declarations-way-alone"].map(|key| say.t(key));
    vec![
        asks("declarations-sign-name", say.t("declarations-sign-name-hint")),
        asks("declarations-sign-form-of-address", say.t("web-optional")),
        asks("declarations-sign-function", say.t("declarations-sign-function-hint")),
        asks("declarations-sign-capacity", capacities.join(BESIDE)),
        asks("declarations-sign-place", say.t("web-optional")),
        asks("declarations-sign-way", ways.join(BESIDE)),
        asks("declarations-sign-office", say.t("declarations-sign-office-hint")),
        asks("declarations-sign-date", say.t("declarations-sign-date-hint")),
        asks("declarations-sign-evidence", kinds.join(BESIDE)),
        asks("declarations-sign-file", say.t("web-file-hint")),
    ]
}
