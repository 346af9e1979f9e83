//! The public page of an action, drawn from its public record and nothing else.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::{Arg, Lang, LanguageMap, Origin, Reference, Say, countries};
use web::{At, Entry, Fact, Foot, Frame, Link, Problem, Tile};

use super::content::{Content, TextField};
use super::further_page::{self, Chapter, Document, Shot};
use super::history::History;
use super::public::{KIND, PublicAction};
use super::shown::{Words, short_name};
use super::stood;
use crate::House;
use crate::calls::Call;
use crate::register::{self, AsOf, Freshness, PublicRecord, Stood, ToldOfDay};

/// A text as a reader gets it: its language, and what must be said about it.
pub(super) struct Told {
    pub text: String,
    pub lang: String,
    pub dir: &'static str,
    pub note: Option<String>,
}

#[derive(Template)]
#[template(path = "actions/pages/action.html")]
struct ActionPage {
    frame: Frame,
    crumbs: Vec<Link>,
    reference: String,
    title: Told,
    sentence: Option<Told>,
    description: Option<Told>,
    summary: Option<Told>,
    proof: (&'static str, String),
    far: Option<(&'static str, String)>,
    fresh: Option<(&'static str, String)>,
    who: Vec<(Told, String)>,
    countries: Vec<Link>,
    when: String,
    facts: Vec<Fact>,
    priorities: Vec<(Link, Option<&'static str>)>,
    tiles: Vec<Tile>,
    chapters: Vec<Chapter>,
    pictures: Vec<Shot>,
    principles: Vec<(String, Option<&'static str>)>,
    links: Vec<(String, String)>,
    document: Option<Document>,
    dir: (String, &'static str),
    on_file: bool,
    sources: Vec<String>,
    redacted: Vec<String>,
    history: Vec<Entry>,
    partners: Vec<Partaking>,
    entered: Option<String>,
    version: String,
    /// As of which day it is shown.
    day: Option<ToldOfDay>,
    /// Others like it, drawn by the register.
    alike: String,
    foot: Foot,
}

/// A partner that has confirmed: what it is, and its page here or its own web site.
struct Partaking {
    name: Told,
    kind: String,
    page: Option<String>,
    site: Option<String>,
}

/// A text for a reader, with what must be said about it.
pub(super) fn told(say: &Say, map: &LanguageMap) -> Option<Told> {
    let picked = map.pick(say.lang)?;
    let note = match (picked.stale, picked.origin) {
        (true, _) => Some(say.t("actions-text-stale")),
        (false, Origin::Machine) => Some(say.t("actions-text-machine")),
        (false, Origin::Original | Origin::Human) => None,
    };
    Some(Told {
        text: picked.text.to_owned(),
        lang: picked.tag.as_str().to_owned(),
        dir: picked.tag.dir(),
        note,
    })
}

fn plain(say: &Say, text: String) -> Told {
    Told { text, lang: say.lang.code().to_owned(), dir: say.lang.dir(), note: None }
}

/// An action by its reference alone: leads to its whole address.
pub(super) async fn by_reference(
    State(house): State<House>,
    at: At,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let record = found(&house, &at, &reference).await?;
    Ok(at.moved(&AsOf::asked(&house, &at).on(&record.path())))
}

/// The page, as of the day that its address asks for. Another slug than the record's leads to the right one; what was taken
/// back says when and why.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, reference, slug)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let mut record = found(&house, &at, &reference).await?;
    let asked = AsOf::asked(&house, &at);
    if record.key != reference || record.slug != slug || !asked.is_canonical(&at) {
        return Ok(at.moved(&asked.on(&record.path())));
    }
    let call = house.call().ok_or(Problem::NotFound)?;
    let mut body = body(&record)?;
    let stood = asked.stood(&house, &record).await?;
    let told = asked.told(&at, &record, &stood);
    let asked = asked.drawn(&stood);
    // Whether its last report is of old is another thing on another day.
    let key = format!("{}/{}", store::canonical(&record)?.1, house.now().date());
    let (alike, mark) = if let Stood::Otherwise(then) = stood {
        let (history, mark) = History::find(&house, &record.key).await?.unzip();
        body = stood::on_day(&then, body, history, &asked);
        record = *then;
        // Others are like what stands now.
        (String::new(), mark.unwrap_or_default())
    } else {
        let alike = register::alike(&house, &at, &record).await?;
        (alike.html, alike.mark)
    };
    let key = format!("{key}/{mark}");
    let shown = Shows { call: &call, record: &record, body: &body, asked: &asked, told, alike };
    Ok(web::served(&at, &key, || web::html(build(&house, &at, shown))))
}

/// What a public record tells of its action.
pub(super) fn body(record: &PublicRecord) -> Result<PublicAction, Problem> {
    serde_json::from_value(record.body.clone())
        .map_err(|error| Problem::broken(format!("a public action cannot be read: {error}")))
}

/// What an action is called.
pub(super) fn name(say: &Say, record: &PublicRecord, body: &PublicAction) -> Told {
    let title = body.content.title.as_ref().and_then(|title| told(say, title));
    title.unwrap_or_else(|| plain(say, register::name_of(record, say).text))
}

pub(super) async fn found(house: &House, at: &At, reference: &str) -> Result<PublicRecord, Problem> {
    let key = Reference::parse(reference).map_err(|_| Problem::NotFound)?.to_string();
    register::find(house.store.read(), KIND, &key).await?.here(at)
}

/// What a page is drawn from.
struct Shows<'a> {
    call: &'a Call,
    record: &'a PublicRecord,
    body: &'a PublicAction,
    asked: &'a AsOf,
    told: Option<ToldOfDay>,
    alike: String,
}

fn build(house: &House, at: &At, shows: Shows<'_>) -> ActionPage {
    let Shows { call, record, body, asked, told: day, alike } = shows;
    let say = &at.say;
    let catalogue = house.catalogue();
    // The priorities of an action are those of its own Call, whichever Call pages speak of today.
    let own = Call { priorities: own_priorities(call, body), ..call.clone() };
    let words = Words { say, catalogue: &catalogue, call: &own };
    let content = &body.content;
    let named = record.card.who.iter();
    let named = named.filter_map(|party| Some((told(say, &party.name)?, at.to(&asked.within(&party.path)))));
    let who: Vec<(Told, String)> = named.collect();
    let lead = who.first().map(|(name, _)| name.text.clone()).unwrap_or_default();
    let title = name(say, record, body);
    let sentence = content.sentence.as_ref().and_then(|map| told(say, map));
    let frame = frame_of(at, record, &title);
    let mut links = countries_of(at, record, asked);
    if let Some(invented) = body.invented_country.as_ref().and_then(|map| map.pick(say.lang)) {
        links.push(Link::new(invented.text, at.to("/countries")));
    }
    let mut crumbs = vec![Link::new(say.t("actions-crumb"), at.to("/actions"))];
    crumbs.extend(links.first().cloned());
    let on_file = body.stage == "on_file";
    let proof = if on_file { ("source", "actions-mark-on-file") } else { ("yes", "actions-mark-published") };
    let fresh = Freshness::of(record).map(|fresh| fresh.sign(asked.moment(house).date(), say));
    let cite = cited(at, record, (&lead, &title.text), (&frame, &asked.day(house, say)));
    let cite =
        format!("{cite} {}{}", at.kit.origin(), asked.quoted(house, &format!("/actions/{}", record.key)));
    let html = |told: Told| Told { text: web::markdown(&told.text), ..told };
    ActionPage {
        crumbs,
        reference: record.key.clone(),
        sentence,
        description: content.description.as_ref().and_then(|map| told(say, map)).map(html),
        summary: body.summary.as_ref().and_then(|map| told(say, map)).map(html),
        proof: (proof.0, say.t(proof.1)),
        far: content
            .status
            .map(|status| (far(status.word()), say.t(&format!("actions-status-{}", status.word())))),
        fresh,
        who,
        countries: links,
        when: if content.when.is_unknown() { String::new() } else { say.period(&content.when) },
        facts: facts(&words, content),
        priorities: priorities(at, &words, content, asked),
        tiles: tiles(at, &words, content, asked),
        chapters: further_page::chapters(&words, content),
        pictures: further_page::shots(at, &words, record, content),
        principles: further_page::principles(&words, content),
        links: further_page::links(content),
        document: further_page::document(at, record, content),
        dir: further_page::direction(say, content),
        on_file,
        sources: content.sources.clone(),
        redacted: content.redacted.keys().filter_map(|field| redacted(say, field)).collect(),
        history: history(say, body),
        partners: partners(at, record, body, asked),
        entered: body.entered.as_ref().map(|entered| from_letter(say, entered)),
        version: version(say, record, body),
        alike,
        foot: register::foot_on(house, at, record, asked).cite(cite),
        title,
        frame: AsOf::hidden(frame, day.as_ref()),
        day,
    }
}

/// Which version stands, and since when.
fn version(say: &Say, record: &PublicRecord, body: &PublicAction) -> String {
    let n = body.history.last().map_or(1, |version| version.n);
    let words = [("n", Arg::from(n)), ("date", Arg::from(say.date(record.card.updated)))];
    say.with("actions-version-line", &words)
}

/// How the action is cited: whose it is, what it is called, where it stands, and as of which day.
fn cited(
    at: &At,
    record: &PublicRecord,
    (lead, title): (&str, &str),
    (frame, day): (&Frame, &str),
) -> String {
    let say = &at.say;
    // What is on file the government did not write: it is what the record is about, and that is said.
    let on_file = register::on_file(record, say);
    let secretariat = register::secretariat(&frame.programme(), say);
    let about = on_file.map(|words| {
        say.plain("actions-cite-about", &[("who", Arg::from(lead)), ("words", Arg::from(words))])
    });
    let words = [
        ("who", Arg::from(if about.is_some() { secretariat.as_str() } else { lead })),
        ("title", Arg::from(title)),
        ("programme", Arg::from(frame.programme())),
        ("reference", Arg::from(&record.key)),
        ("date", Arg::from(day)),
    ];
    let cited = say.plain("actions-cite", &words);
    about.into_iter().fold(cited, |cited, about| format!("{cited} {about}"))
}

/// Which framework holds the priorities of an action; those of the Call of today where its record is older.
pub(super) fn own_priorities(call: &Call, body: &PublicAction) -> String {
    if body.priorities.is_empty() { call.priorities.clone() } else { body.priorities.clone() }
}

fn frame_of(at: &At, record: &PublicRecord, title: &Told) -> Frame {
    let frame = Frame::new(at, &title.text).here("actions").linked(register::linked_data(at, record));
    let frame = register::frame_of(frame, at, record).picture(&register::social_path(record));
    let kosovo = |code: &String| countries::by_iso2(code).is_some_and(|c| c.note == Some("kosovo"));
    if record.card.countries.iter().any(kosovo) { frame.names_kosovo() } else { frame }
}

fn far(status: &str) -> &'static str {
    match status {
        "planned" => "planning",
        "fulfilled" => "full",
        "paused" => "paused",
        "dropped" => "dropped",
        _ => "going",
    }
}

fn countries_of(at: &At, record: &PublicRecord, asked: &AsOf) -> Vec<Link> {
    let link = |code: &String| {
        let country = countries::by_iso2(code)?;
        Some(Link::new(country.name(at.lang), at.to(&asked.within(&format!("/countries/{code}")))))
    };
    record.card.countries.iter().filter_map(link).collect()
}

fn facts(words: &Words<'_>, content: &Content) -> Vec<Fact> {
    let say = words.say;
    let mut facts = Vec::new();
    let places: Vec<String> = content.places.iter().map(|place| place.name.clone()).collect();
    if !places.is_empty() {
        facts.push(Fact::new(say.t("actions-topic-where"), say.list(&places)));
    }
    if !content.when.is_unknown() {
        facts.push(Fact::new(say.t("actions-topic-when"), say.period(&content.when)));
    }
    if let Some(nature) = content.nature {
        facts.push(Fact::new(say.t("actions-nature"), say.t(&format!("actions-nature-{}", nature.word()))));
    }
    let for_whom: Vec<String> =
        content.for_whom.iter().map(|one| say.t(&format!("actions-for-{}", one.word()))).collect();
    if !for_whom.is_empty() {
        facts.push(Fact::new(say.t("actions-topic-for-whom"), say.list(&for_whom)));
    }
    if let Some(tag) = content.language() {
        facts.push(Fact::new(say.t("actions-language"), say.language_name(tag)));
    }
    facts
}

fn priorities(
    at: &At,
    words: &Words<'_>,
    content: &Content,
    asked: &AsOf,
) -> Vec<(Link, Option<&'static str>)> {
    let own = &words.call.priorities;
    let codes = content.objectives.get(own).into_iter().flatten();
    codes
        .map(|code| {
            let token = format!("{own}/{code}");
            let (title, lang) = words.wording(&token);
            (Link::new(title, at.to(&asked.within(&format!("/objectives/{token}")))), lang.map(Lang::code))
        })
        .collect()
}

fn tiles(at: &At, words: &Words<'_>, content: &Content, asked: &AsOf) -> Vec<Tile> {
    let own = format!("{}/", words.call.priorities);
    let tokens = content.tokens().filter(|token| !token.starts_with(&own));
    tokens
        .filter_map(|token| {
            let label = words.catalogue.label(&token, at.lang)?;
            Some(Tile {
                framework: short_name(words.say, label.framework),
                number: label.code.to_owned(),
                title: label.short.to_owned(),
                language: Some(label.short_lang)
                    .filter(|lang| *lang != at.lang)
                    .map(|lang| lang.code().into()),
                href: Some(at.to(&asked.within(&format!("/objectives/{token}")))),
            })
        })
        .collect()
}

/// That a field was taken out; never what stood in it.
pub(super) fn redacted(say: &Say, word: &str) -> Option<String> {
    match TextField::parse(word) {
        Some(field) => Some(say.with("actions-redacted", &[("field", Arg::from(say.t(field.key())))])),
        None => word.starts_with("picture").then(|| say.t("actions-form-redacted-picture")),
    }
}

fn history(say: &Say, body: &PublicAction) -> Vec<Entry> {
    let entry = |version: &super::public::PublicVersion| {
        let words = say.with(&format!("actions-history-{}", version.origin), &[("n", Arg::from(version.n))]);
        let text = match &version.why {
            Some(why) => format!("{words} \u{2068}{why}\u{2069}"),
            None => words,
        };
        Entry { when: say.date(version.at), machine: version.at.date().to_string(), text }
    };
    body.history.iter().map(entry).collect()
}

/// Each partner that has confirmed: the governments beside the lead, which have pages here, then the others.
fn partners(at: &At, record: &PublicRecord, body: &PublicAction, asked: &AsOf) -> Vec<Partaking> {
    let say = &at.say;
    let governments = record.card.who.iter().skip(1).filter_map(|party| {
        let kind = say.t("actions-partners-kind-government");
        Some(Partaking {
            name: told(say, &party.name)?,
            kind,
            page: Some(at.to(&asked.within(&party.path))),
            site: None,
        })
    });
    let others = body.partners.iter().filter_map(|partner| {
        let (kind, site) = (say.t(&partner.kind), partner.website.clone());
        Some(Partaking { name: told(say, &partner.name)?, kind, page: None, site })
    });
    governments.chain(others).collect()
}

/// The sentence that says where an action entered by the secretariat comes from.
fn from_letter(say: &Say, entered: &super::on_behalf::FromLetter) -> String {
    let dates =
        [("date", say.partial(&entered.dated).into()), ("confirmed", say.date(entered.confirmed).into())];
    match entered.from.as_str() {
        "letter" => say.with("actions-behalf-public-letter", &dates),
        _ => say.with("actions-behalf-public-file", &dates),
    }
}
