//! From answers to the [`Content`] of a version and back, and what is missing in them. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use post::Address;
use vocabulary::{End, Iso2, Lang, LanguageMap, Period, Tag, gazetteer};
use web::{DateParts, Errors};

use super::content::{Beneficiary, Content, Nature, Place, Status, TextField};
use super::draft::{Answers, Drafts};
use super::further;
use super::records::drafts::ActionContact;
use super::topic::Topic;

/// The most characters of a title.
pub const TITLE_MOST: usize = 150;
/// The most characters of a sentence.
pub const SENTENCE_MOST: usize = 300;
/// The least characters of a description that is sent.
pub const DESCRIPTION_LEAST: usize = 300;
/// The most characters of a description.
pub const DESCRIPTION_MOST: usize = 5000;
/// The most characters of a name.
const NAME_MOST: usize = 120;
/// The most places of an action.
const PLACES_MOST: usize = 20;

/// What answers are looked at for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Saving: what is missing may come later.
    Saving,
    /// Sending: everything must be there.
    Sending,
}

/// Adds what is wrong with the answers to a topic.
pub fn check(topic: Topic, answers: &Answers, purpose: For, errors: &mut Errors) {
    match topic {
        Topic::Title => text(answers, "title", TITLE_MOST, purpose, errors),
        Topic::Sentence => text(answers, "sentence", SENTENCE_MOST, purpose, errors),
        Topic::Description => {
            text(answers, "description", DESCRIPTION_MOST, purpose, errors);
            if purpose == For::Sending {
                errors.at_least("description", answers.text("description"), DESCRIPTION_LEAST);
            }
        }
        Topic::ForWhom => some(answers, "for_whom", "actions-error-for-whom", purpose, errors),
        Topic::Where => {
            errors.at_most("district", answers.text("district"), further::LINE_MOST);
            some(answers, "place", "actions-error-place", purpose, errors);
            if answers.all("place").len() > PLACES_MOST {
                errors.add("place", "actions-error-places-many");
            }
        }
        Topic::When => when(answers, purpose, errors),
        Topic::Priority => some(answers, "priority", "actions-error-priority", purpose, errors),
        Topic::Contact => contact_of(answers, purpose, errors),
        _ => further::check(topic, answers, errors),
    }
}

fn text(answers: &Answers, field: &str, most: usize, purpose: For, errors: &mut Errors) {
    if purpose == For::Sending {
        errors.want(field, answers.text(field), &format!("actions-error-{field}"));
    }
    errors.at_most(field, answers.text(field), most);
}

fn some(answers: &Answers, field: &str, key: &str, purpose: For, errors: &mut Errors) {
    if purpose == For::Sending && answers.all(field).is_empty() {
        errors.add(field, key);
    }
}

fn when(answers: &Answers, purpose: For, errors: &mut Errors) {
    if purpose == For::Sending {
        errors.want("nature", answers.text("nature"), "actions-error-nature");
        errors.want("status", answers.text("status"), "actions-error-status");
    }
    let pairs = answers.pairs();
    let start = DateParts::of(&pairs, "start").check("start", errors);
    let end = DateParts::of(&pairs, "end").check("end", errors);
    if purpose == For::Sending && start.is_none() && !errors.has("start") {
        errors.add("start", "actions-error-start");
    }
    let end = end.map_or(End::Open, End::On);
    if (Period { start, end }).is_backwards() {
        errors.add("end", "actions-error-backwards");
    }
    if end != End::Open && answers.has("ongoing", "yes") {
        errors.add("end", "actions-error-ongoing");
    }
}

fn contact_of(answers: &Answers, purpose: For, errors: &mut Errors) {
    let (name, address) = (answers.text("contact_name"), answers.text("contact_address"));
    if purpose == For::Sending {
        errors.want("contact_name", name, "actions-error-contact-name");
        errors.want("contact_address", address, "actions-error-contact-address");
    }
    errors.at_most("contact_name", name, NAME_MOST);
    if !address.is_empty() && Address::parse(address).is_err() {
        errors.add("contact_address", "actions-error-contact-shape");
    }
}

/// Everything that keeps a draft from being sent, topic by topic.
pub fn missing(drafts: &Drafts) -> Vec<(Topic, Errors)> {
    Topic::all()
        .filter_map(|topic| {
            let mut errors = Errors::new();
            check(topic, &drafts.answers(topic), For::Sending, &mut errors);
            if let Some(field) = drafts.of(topic).kept.keys().next() {
                errors.add(field, "actions-error-choose");
            }
            (!errors.is_empty()).then_some((topic, errors))
        })
        .collect()
}

/// What the answers say. Translations, sources and what the form does not ask come from the version they revise.
pub fn content(drafts: &Drafts, priorities: &str, base: Option<&Content>) -> Content {
    let mut content = base.cloned().unwrap_or_default();
    let tag = Tag::parse(&drafts.language()).unwrap_or_else(|_| Tag::from(Lang::En));
    for field in TextField::ALL {
        let answers = drafts.answers(field.topic());
        let written = answers.text(field.word());
        let place = content.text_mut(field);
        match place {
            Some(map) if map.original_tag() == &tag => map.set_original(written),
            _ if written.is_empty() => *place = None,
            _ => *place = Some(LanguageMap::original(tag.clone(), written)),
        }
        if !written.is_empty() {
            content.redacted.remove(field.word());
        }
    }
    let for_whom = drafts.answers(Topic::ForWhom);
    content.for_whom = for_whom.all("for_whom").iter().filter_map(|word| Beneficiary::parse(word)).collect();
    let before = std::mem::take(&mut content.places);
    let places = drafts.answers(Topic::Where);
    content.places = places.all("place").iter().filter_map(|code| place(code, &before)).collect();
    let when = drafts.answers(Topic::When);
    content.when = period(&when);
    content.nature = Nature::parse(when.text("nature"));
    content.status = Status::parse(when.text("status"));
    content.objectives = objectives(&drafts.answers(Topic::Priority), priorities);
    further::tell(drafts, &mut content);
    content
}

fn period(answers: &Answers) -> Period {
    let pairs = answers.pairs();
    let date = |name| DateParts::of(&pairs, name).parse().ok().flatten();
    let end = match date("end") {
        Some(date) => End::On(date),
        None if answers.has("ongoing", "yes") => End::Ongoing,
        None => End::Open,
    };
    Period { start: date("start"), end }
}

fn objectives(answers: &Answers, priorities: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut objectives: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for code in answers.all("priority") {
        objectives.entry(priorities.to_owned()).or_default().insert(code.clone());
    }
    for token in answers.all("objective") {
        if let Some((slug, code)) = token.split_once('/').filter(|(slug, _)| *slug != priorities) {
            objectives.entry(slug.to_owned()).or_default().insert(code.to_owned());
        }
    }
    objectives
}

/// The code of a place in a form: `g:184745` in the gazetteer, `t:KE:Kakuma` as it was written.
pub fn place_code(place: &Place) -> String {
    match place.geonames {
        Some(id) => format!("g:{id}"),
        None => written_place(place.country, &place.name),
    }
}

/// The code of a place that is not in the list.
pub fn written_place(country: Option<Iso2>, name: &str) -> String {
    format!("t:{}:{}", country.map(Iso2::as_str).unwrap_or_default(), name.trim())
}

/// Reads the code of a place; places of the version that is revised keep what is known of them.
pub fn place(code: &str, known: &[Place]) -> Option<Place> {
    if let Some(found) = known.iter().find(|place| place_code(place) == code) {
        return Some(found.clone());
    }
    if let Some(id) = code.strip_prefix("g:") {
        let found = gazetteer::by_id(id.parse().ok()?)?;
        return Some(Place {
            name: found.name,
            country: Iso2::parse(&found.country).ok(),
            geonames: Some(found.id),
            point: Some((found.lat, found.lon)),
        });
    }
    let (country, name) = code.strip_prefix("t:")?.split_once(':')?;
    let name = name.trim();
    (!name.is_empty()).then(|| Place {
        name: name.to_owned(),
        country: Iso2::parse(country).ok(),
        geonames: None,
        point: None,
    })
}

/// The private contact in the answers.
pub fn contact(drafts: &Drafts) -> ActionContact {
    let answers = drafts.answers(Topic::Contact);
    ActionContact {
        name: answers.text("contact_name").to_owned(),
        address: answers.text("contact_address").to_owned(),
    }
}

/// The answers that say what a version says, to revise it; topics that may be told stand there where they were.
pub fn answers_of(
    content: &Content,
    contact: Option<&ActionContact>,
    priorities: &str,
) -> Vec<(Topic, Answers)> {
    let words = |topic: Topic| {
        let mut answers = Answers::default();
        fill(topic, content, contact, priorities, &mut answers);
        (topic, answers)
    };
    Topic::all().map(words).filter(|(topic, told)| topic.is_needed() || !told.is_empty()).collect()
}

fn fill(
    topic: Topic,
    content: &Content,
    contact: Option<&ActionContact>,
    priorities: &str,
    to: &mut Answers,
) {
    let text = |field| content.text(field).map(LanguageMap::original_text).unwrap_or_default().to_owned();
    match topic {
        Topic::Title => {
            to.put("title", text(TextField::Title));
            to.put("language", content.language().map_or("en", Tag::as_str));
        }
        Topic::Sentence => to.put("sentence", text(TextField::Sentence)),
        Topic::Description => to.put("description", text(TextField::Description)),
        Topic::ForWhom => {
            to.set("for_whom", content.for_whom.iter().map(|one| one.word().to_owned()).collect());
        }
        Topic::Where => {
            to.set("place", content.places.iter().map(place_code).collect());
            to.put("coarse", if content.coarse { "yes" } else { "" });
            to.put("district", content.district.as_str());
        }
        Topic::When => fill_when(content, to),
        Topic::Priority => {
            let of_call = content.objectives.get(priorities).into_iter().flatten().cloned().collect();
            to.set("priority", of_call);
            let own = format!("{priorities}/");
            to.set("objective", content.tokens().filter(|token| !token.starts_with(&own)).collect());
        }
        Topic::Contact => {
            to.put("contact_name", contact.map_or("", |one| &one.name));
            to.put("contact_address", contact.map_or("", |one| &one.address));
        }
        _ => further::fill(topic, content, to),
    }
}

fn fill_when(content: &Content, to: &mut Answers) {
    to.put("nature", content.nature.map_or("", Nature::word));
    to.put("status", content.status.map_or("", Status::word));
    let dates = [("start", content.when.start), ("end", ended(content.when.end))];
    for (name, date) in dates {
        for (field, value) in date.iter().flat_map(|date| DateParts::pairs(name, date)) {
            to.put(&field, value);
        }
    }
    to.put("ongoing", if content.when.end == End::Ongoing { "yes" } else { "" });
}

fn ended(end: End) -> Option<vocabulary::PartialDate> {
    match end {
        End::On(date) => Some(date),
        End::Open | End::Ongoing => None,
    }
}
