//! The list of declarations, which leads on where there is only one, and a declaration's page: its text in versions,
//! and its signatories. They read only public records.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use store::search::{Query, Sort};
use vocabulary::{Arg, LanguageMap, Say, groups};
use web::{At, Fact, Foot, Frame, Link, Problem};

use super::declaration::Wording;
use super::public::{DECLARATION, SIGNATURE, ShownDeclaration, ShownSignature, ShownState, ShownVersion};
use crate::house::House;
use crate::register::{self, Counted, PublicRecord};

/// How many signatories a page lists; of more the index counts the signatures, and the page says so.
const MOST: usize = 1000;
/// How many stand in a frame.
const NEWEST: usize = 5;

#[derive(Template)]
#[template(path = "declarations/pages/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Link>,
}

/// The list.
pub(super) async fn list(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let records = records(&house, &at, DECLARATION, None).await?;
    if let [only] = records.as_slice() {
        return Ok(at.see(&only.path()));
    }
    let rows: Vec<Link> = records
        .iter()
        .map(|record| {
            let title = record.card.title.as_ref().and_then(|title| title.pick(at.lang));
            Link::new(title.map(|title| title.text).unwrap_or_default(), at.to(&record.path()))
        })
        .collect();
    let frame = Frame::new(&at, "declarations-list-title").here("declaration");
    let frame = register::on_the_way(&at, frame, &[], "/declarations");
    let titles: Vec<String> = rows.iter().map(|row| row.text.clone()).collect();
    let about = if rows.is_empty() { at.say.t("declarations-list-none") } else { at.say.list(&titles) };
    let page = ListPage { frame: frame.describe(&about), rows };
    Ok(web::html(page))
}

/// The public records of a kind, with a token where one is given, by name.
pub(super) async fn records(
    house: &House,
    at: &At,
    kind: &str,
    token: Option<&str>,
) -> Result<Vec<PublicRecord>, Problem> {
    let chosen = token.map(|token| {
        let group = token.split_once('/').map_or(token, |(group, _)| group);
        (group.to_owned(), vec![token.to_owned()])
    });
    let query = Query {
        kinds: vec![kind.to_owned()],
        chosen: chosen.into_iter().collect::<BTreeMap<_, _>>(),
        sort: Sort::Name(at.lang),
        limit: MOST,
        ..Query::default()
    };
    let answer = house.index.search(&query).map_err(Fault::from)?;
    let keys: Vec<(String, String)> = answer.hits.into_iter().map(|hit| (hit.kind, hit.key)).collect();
    Ok(register::find_all(house.store.read(), &keys).await?)
}

/// A text in one language, rendered.
pub(super) struct Text {
    pub tag: String,
    pub dir: &'static str,
    pub html: String,
    /// Said where it is not the reader's language.
    pub note: String,
}

/// A few words with their language.
#[derive(Clone, Default)]
pub(super) struct Said {
    pub text: String,
    pub tag: String,
    pub dir: &'static str,
}

impl Said {
    /// The words for a reader.
    pub fn of(at: &At, map: &LanguageMap) -> Said {
        map.pick(at.lang).map_or_else(Said::default, |picked| Said {
            text: picked.text.to_owned(),
            tag: picked.tag.to_string(),
            dir: picked.tag.dir(),
        })
    }
}

/// What a government is called, for a reader: in their language, else in its own.
pub(super) fn called(at: &At, name: &LanguageMap) -> Said {
    let said = Said::of(at, name);
    if said.tag == "und" { Said { tag: String::new(), dir: "auto", ..said } } else { said }
}

/// A version in the history.
pub(super) struct VersionLine {
    pub words: String,
    pub wording: String,
    sha256: String,
    languages: String,
}

/// One signatory.
struct Row {
    name: String,
    tag: String,
    dir: &'static str,
    href: String,
    certificate: String,
    reference: String,
    country: String,
    region: String,
    date: String,
    /// The day of signing where it is known, for sorting.
    day: Option<vocabulary::PartialDate>,
    evidence: String,
    how: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "declarations/pages/declaration.html")]
struct DeclarationPage {
    frame: Frame,
    /// What is on the way to it.
    crumbs: Vec<Link>,
    before: String,
    subtitle: Said,
    summary: Said,
    facts: Vec<Fact>,
    text: Option<Text>,
    versions: Vec<VersionLine>,
    lead: String,
    /// Where all stand who signed, where not all are listed.
    all: Option<Link>,
    sorts: Vec<(Link, bool)>,
    rows: Vec<Row>,
    source: String,
    foot: Foot,
}

/// A declaration's page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let key = register::key_of_records(&house).await?;
    let record = find(&house, &at, &slug).await?;
    let shown: ShownDeclaration = read(&record)?;
    let all = signatories(&house, &at, &slug).await?;
    let order = Order::asked(at.query.as_deref());
    let mut rows = rows(&at, &all);
    order.sort(&at.say, &mut rows);
    let way = way(&house, &at)?;
    Ok(web::served(&at, &key, || web::html(draw(&at, &record, &shown, way, (&all, rows, order)))))
}

/// The list of declarations is on the way to one, where there are several; else it would only lead back.
fn way(house: &House, at: &At) -> Result<Vec<Link>, Problem> {
    let all = Query { kinds: vec![DECLARATION.to_owned()], ..Query::default() };
    let several = house.index.search(&all).map_err(Fault::from)?.total > 1;
    let list = several.then(|| Link::new(at.say.t("declarations-list-title"), at.to("/declarations")));
    Ok(list.into_iter().collect())
}

/// Its numbers and who signed it last and stands by it, for a frame on another site.
pub(super) async fn framed(
    State(house): State<House>,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let key = register::key_of_records(&house).await?;
    let record = find(&house, &at, &slug).await?;
    let mut all = signatories(&house, &at, &slug).await?;
    let counts = all.facts(&at.say);
    all.shown.retain(|(_, one)| how(&one.state) != "none");
    all.shown.sort_by_key(|(_, one)| std::cmp::Reverse(one.date.map(|date| date.sort_key())));
    let newest: Vec<PublicRecord> = all.shown.into_iter().map(|(record, _)| record).take(NEWEST).collect();
    Ok(register::framed(&house, &at, &record, (counts, &newest), &key))
}

/// The public record of a declaration.
pub(super) async fn find(house: &House, at: &At, slug: &str) -> Result<PublicRecord, Problem> {
    register::find(house.store.read(), DECLARATION, slug).await?.here(at)
}

/// Reads what a room said of a thing.
pub(super) fn read<T: serde::de::DeserializeOwned>(record: &PublicRecord) -> Result<T, Problem> {
    serde_json::from_value(record.body.clone())
        .map_err(|err| Problem::broken(format!("the public record {} cannot be read: {err}", record.key)))
}

/// The country of a signatory in the reader's language.
pub(super) fn country(say: &Say, shown: &ShownSignature) -> String {
    match (shown.country, &shown.invented_country) {
        (Some(country), _) => country.country().name(say.lang).to_owned(),
        (None, Some(name)) => name.pick(say.lang).map(|name| name.text.to_owned()).unwrap_or_default(),
        (None, None) => String::new(),
    }
}

/// The region of a signatory's country, in the reader's language.
fn region(say: &Say, shown: &ShownSignature) -> String {
    let region = shown.country.and_then(|country| groups::region_of(country.as_str()));
    region.map(|region| region.name(say.lang).to_owned()).unwrap_or_default()
}

/// In which order the signatories stand: the address says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Name,
    Date,
    Region,
}

impl Order {
    const ALL: [(Order, &'static str, &'static str); 3] = [
        (Order::Name, "name", "declarations-sort-name"),
        (Order::Date, "date", "declarations-sort-date"),
        (Order::Region, "region", "declarations-sort-region"),
    ];

    /// The order that an address asks for; by name where it asks for none that there is.
    fn asked(query: Option<&str>) -> Order {
        let mut pairs = query.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        let asked = pairs.find(|(name, _)| *name == "sort").map_or("", |(_, word)| word);
        Order::ALL.into_iter().find(|(_, word, _)| *word == asked).map_or(Order::Name, |(order, ..)| order)
    }

    /// Sorts rows that stand by name already. The latest date comes first, what has none last.
    fn sort(self, say: &Say, rows: &mut [Row]) {
        match self {
            Order::Name => {}
            Order::Date => rows.sort_by_key(|row| std::cmp::Reverse(row.day.map(|day| day.sort_key()))),
            Order::Region => rows.sort_by(|one, other| {
                let empty = one.region.is_empty().cmp(&other.region.is_empty());
                let region = empty.then_with(|| say.compare(&one.region, &other.region));
                region.then_with(|| say.compare(&one.country, &other.country))
            }),
        }
    }

    /// The ways to each order, and whether it is the present one.
    fn ways(self, at: &At, path: &str) -> Vec<(Link, bool)> {
        let way = |(order, word, key): (Order, &str, &str)| {
            let query = if order == Order::Name { String::new() } else { format!("?sort={word}") };
            (Link::new(at.say.t(key), format!("{}{query}#signatories", at.to(path))), order == self)
        };
        Order::ALL.into_iter().map(way).collect()
    }
}

/// The class of a state's sign.
pub(super) fn how(state: &ShownState) -> &'static str {
    match state {
        ShownState::Verified { .. } => "yes",
        ShownState::OnFile { .. } => "source",
        ShownState::Suspended { .. } | ShownState::Withdrawn { .. } => "none",
    }
}

/// One signature a government: a verified one goes before what a source says of it.
fn told(records: Vec<PublicRecord>) -> Result<Vec<(PublicRecord, ShownSignature)>, Problem> {
    let mut shown = Vec::with_capacity(records.len());
    for record in records {
        let signature: ShownSignature = read(&record)?;
        shown.push((record, signature));
    }
    let is_verified = |one: &ShownSignature| matches!(one.state, ShownState::Verified { .. });
    let verified: BTreeSet<String> =
        shown.iter().filter(|(_, one)| is_verified(one)).map(|(_, one)| one.reference.clone()).collect();
    shown.retain(|(_, one)| is_verified(one) || !verified.contains(&one.reference));
    Ok(shown)
}

/// Who signed a declaration.
struct Signatories {
    shown: Vec<(PublicRecord, ShownSignature)>,
    /// Verified, on file, and those that are counted nowhere.
    numbers: [u64; 3],
    /// How many signatures there are, where not all are shown.
    of: Option<u64>,
}

/// Reads them. Where there are too many for a page, signatures are counted; else governments, so that the numbers add up to
/// the lines.
async fn signatories(house: &House, at: &At, slug: &str) -> Result<Signatories, Problem> {
    let token = format!("declaration/{slug}");
    let shown = told(records(house, at, SIGNATURE, Some(&token)).await?)?;
    let counted = Counted::of(house, SIGNATURE, Some(&token), &["record"])?;
    if counted.total <= MOST as u64 {
        let count = |class: &str| shown.iter().filter(|(_, one)| how(&one.state) == class).count() as u64;
        return Ok(Signatories { numbers: ["yes", "source", "none"].map(count), of: None, shown });
    }
    let [verified, on_file] = ["record/signed", "record/on_file"].map(|token| counted.with(token));
    let numbers = [verified, on_file, counted.total - verified - on_file];
    Ok(Signatories { shown, numbers, of: Some(counted.total) })
}

impl Signatories {
    fn facts(&self, say: &Say) -> Vec<Fact> {
        let keys = ["declarations-fact-verified", "declarations-fact-on-file", "declarations-fact-ended"];
        let facts = keys.iter().zip(self.numbers).enumerate();
        let facts = facts.filter(|(nth, (_, n))| *nth < 2 || *n > 0);
        facts.map(|(_, (key, n))| Fact::new(say.t(key), say.number(n.cast_signed()))).collect()
    }
}

/// A line for each, by name.
fn rows(at: &At, all: &Signatories) -> Vec<Row> {
    let mut rows: Vec<Row> = all.shown.iter().map(|(record, one)| row(at, record, one)).collect();
    rows.sort_by(|one, other| {
        at.say.compare(&one.name, &other.name).then(one.reference.cmp(&other.reference))
    });
    rows
}

fn row(at: &At, record: &PublicRecord, shown: &ShownSignature) -> Row {
    let say = &at.say;
    let name = called(at, &shown.government);
    Row {
        name: name.text,
        tag: name.tag,
        dir: name.dir,
        href: at.to(&shown.path),
        certificate: at.to(&record.path()),
        reference: record.key.clone(),
        country: country(say, shown),
        region: region(say, shown),
        day: shown.date,
        date: shown.date.map_or_else(|| say.t("declarations-date-unknown"), |date| say.partial(&date)),
        evidence: say.t(shown.evidence.key()),
        how: how(&shown.state),
        state: say.t(&shown.state.mark().key),
    }
}

pub(super) fn text(at: &At, version: &ShownVersion) -> Option<Text> {
    let picked = version.texts.as_ref()?.pick(at.lang)?;
    let note = if picked.tag.language() == at.lang.code() {
        String::new()
    } else {
        let language = at.say.language_name(picked.tag);
        at.say.with("declarations-text-in", &[("language", Arg::from(language))])
    };
    let html = web::markdown(picked.text);
    Some(Text { tag: picked.tag.to_string(), dir: picked.tag.dir(), html, note })
}

pub(super) fn version_line(say: &Say, version: &ShownVersion) -> VersionLine {
    let args =
        [("number", Arg::from(say.number(version.n.into()))), ("date", Arg::from(say.date(version.loaded)))];
    let languages = version.texts.iter().flat_map(LanguageMap::all).map(|(tag, _)| say.language_name(tag));
    VersionLine {
        words: say.with("declarations-version-line", &args),
        wording: say.t(match version.wording {
            Wording::Placeholder => "declarations-wording-placeholder",
            Wording::Official => "declarations-wording-official",
        }),
        sha256: version.sha256.clone(),
        languages: say.list(&languages.collect::<Vec<_>>()),
    }
}

fn draw(
    at: &At,
    record: &PublicRecord,
    shown: &ShownDeclaration,
    way: Vec<Link>,
    (all, rows, order): (&Signatories, Vec<Row>, Order),
) -> DeclarationPage {
    let (say, slug) = (&at.say, &record.key);
    let about = &shown.about;
    let said = |map: &Option<LanguageMap>| map.as_ref().map(|map| Said::of(at, map)).unwrap_or_default();
    let mut facts = Vec::new();
    if let Some(adopted) = &about.adopted {
        facts.push(Fact::new(say.t("declarations-fact-adopted"), say.partial(adopted)));
    }
    let place = said(&about.place);
    if !place.text.is_empty() {
        facts.push(Fact::new(say.t("declarations-fact-place"), place.text));
    }
    facts.extend(all.facts(say));
    let title = about.title.pick(at.lang).map(|picked| picked.text.to_owned()).unwrap_or_default();
    let kosovo = rows
        .iter()
        .any(|row| row.country == vocabulary::countries::by_iso2("XK").map_or("", |c| c.name(at.lang)));
    let summary = said(&about.summary);
    let about_it = Some(summary.text.as_str()).filter(|text| !text.is_empty());
    let thing = register::linked_work(at, "CreativeWork", &title, about_it, &record.path());
    let frame = Frame::new(at, &title).here("declaration");
    let frame = register::frame_of(frame, at, record);
    let frame = frame.linked(register::linked_page(at, thing, &way, (&title, &record.path())));
    DeclarationPage {
        frame: if kosovo && !rows.is_empty() { frame.names_kosovo() } else { frame },
        crumbs: if way.is_empty() { vec![Link::new(say.t("register-home"), at.to("/"))] } else { way },
        before: at.to(&format!("/declarations/{slug}/before")),
        subtitle: said(&about.subtitle),
        summary,
        facts,
        text: shown.versions.first().and_then(|version| text(at, version)),
        versions: shown.versions.iter().map(|version| version_line(say, version)).collect(),
        lead: match all.of {
            None => say.with("declarations-signatories-lead", &[("n", Arg::from(rows.len()))]),
            Some(total) => {
                let args = [("n", Arg::from(rows.len())), ("total", Arg::from(total))];
                say.with("declarations-signatories-most", &args)
            }
        },
        all: all.of.map(|_| Link::new(say.t("register-governments"), at.to("/governments?record=signed"))),
        sorts: order.ways(at, &record.path()),
        rows,
        source: about.source.clone().unwrap_or_default(),
        foot: register::foot(at, record, &title),
    }
}
