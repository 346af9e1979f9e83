//! The fields of each topic's page.

use vocabulary::{BESIDE, Iso2, Tag, countries, frameworks, gazetteer};
use web::{Choice, Choices, Date3, Field, FileField, Form, Kind, Pairs};

use super::answers::{DESCRIPTION_MOST, SENTENCE_MOST, TITLE_MOST, place, place_code};
use super::content::{Beneficiary, Nature, Place, Status};
use super::draft::Draft;
use super::further::LINE_MOST;
use super::further_fields::{self, Group};
use super::shown::Words;
use super::topic::Topic;

/// One part of a page.
pub(super) enum Part {
    Text(Field),
    Radios(Choices),
    Checks(Choices),
    Select(Choices),
    Date(Date3),
    Group(Box<Group>),
    File(FileField),
    Note(String),
    Find(String),
    More(String),
}

impl Part {
    pub fn group(group: Group) -> Part {
        Part::Group(Box::new(group))
    }
}

/// What the fields of a page are made from.
pub(super) struct Asked<'a> {
    pub form: Form<'a>,
    pub words: &'a Words<'a>,
    pub pairs: &'a Pairs,
    /// The language the answers are written in.
    pub language: String,
    /// The country in which places are sought.
    pub country: String,
    /// The name that is sought.
    pub sought: String,
    /// The priorities chosen so far.
    pub priorities: Vec<String>,
    /// Those it is for, as chosen so far.
    pub for_whom: Vec<String>,
    /// The address of the action, with its language.
    pub base: String,
}

impl Asked<'_> {
    /// Checkboxes for nodes of frameworks, each in the language its title is really in.
    pub fn objectives(&self, name: &str, legend: &str, tokens: impl IntoIterator<Item = String>) -> Choices {
        let (mut choices, mut languages) = (Vec::new(), Vec::new());
        for token in tokens {
            let (label, lang) = self.words.wording(&token);
            languages.push(lang);
            choices.push((token, label));
        }
        let mut group = self.form.choices(name, legend, choices);
        for (one, lang) in group.choices.iter_mut().zip(languages) {
            one.language = lang.map(|lang| lang.code().to_owned());
        }
        group
    }
}

/// The languages that an action may be written in.
const LANGUAGES: [&str; 34] = [
    "en", "fr", "es", "ar", "pt", "ru", "zh", "am", "bn", "ca", "de", "el", "fa", "ha", "hi", "id", "it",
    "ja", "ka", "ko", "nl", "pl", "ro", "rw", "so", "sq", "sr", "sw", "th", "tr", "uk", "ur", "vi", "yo",
];

/// How many places a search shows.
const FOUND_MOST: usize = 12;

/// The parts of a topic's page.
pub(super) fn parts(topic: Topic, asked: &Asked<'_>) -> Vec<Part> {
    match topic {
        Topic::Title => title(asked),
        Topic::Sentence => vec![Part::Text(written(asked, "sentence", "actions-sentence", SENTENCE_MOST, 3))],
        Topic::Description => {
            vec![Part::Text(written(asked, "description", "actions-description", DESCRIPTION_MOST, 12))]
        }
        Topic::ForWhom => {
            let of = Beneficiary::ALL.map(|one| (one.word(), format!("actions-for-{}", one.word())));
            vec![Part::Checks(keyed(asked, "for_whom", "actions-for-whom", of))]
        }
        Topic::Where => places(asked),
        Topic::When => when(asked),
        Topic::Priority => priority(asked),
        Topic::Contact => contact(asked),
        _ => further_fields::parts(topic, asked),
    }
}

pub(super) fn t(asked: &Asked<'_>, key: &str) -> String {
    asked.words.say.t(key)
}

/// A text in the language of the answers, with a hint where there is one.
pub(super) fn written(asked: &Asked<'_>, name: &str, key: &str, most: usize, rows: u8) -> Field {
    let hint = format!("{key}-hint");
    let mut field = asked.form.text(name, key).max(most).rows(rows);
    field.hint = asked.words.say.has(&hint).then(|| t(asked, &hint));
    match Tag::parse(&asked.language) {
        Ok(tag) => field.language(tag.as_str(), tag.dir()),
        Err(_) => field,
    }
}

fn keyed<const N: usize>(asked: &Asked<'_>, name: &str, legend: &str, of: [(&str, String); N]) -> Choices {
    asked.form.choices(name, legend, of.map(|(value, key)| (value.to_owned(), t(asked, &key))))
}

fn title(asked: &Asked<'_>) -> Vec<Part> {
    let say = asked.words.say;
    let mut named: Vec<(String, String)> = LANGUAGES
        .iter()
        .filter_map(|code| Tag::parse(code).ok())
        .map(|tag| (tag.as_str().to_owned(), say.language_name(&tag)))
        .collect();
    named.sort_by(|a, b| say.compare(&a.1, &b.1));
    let language = asked.form.choices("language", "actions-language", named);
    vec![
        Part::Text(written(asked, "title", "actions-title", TITLE_MOST, 0)),
        Part::Select(language.hint(t(asked, "actions-language-hint"))),
    ]
}

pub(super) fn choice(value: String, label: String, checked: bool) -> Choice {
    Choice { value, label, hint: None, checked, language: None }
}

fn places(asked: &Asked<'_>) -> Vec<Part> {
    let say = asked.words.say;
    let chosen = asked.pairs.all("place").filter_map(|code| {
        let found = place(code, &[])?;
        Some((code.to_owned(), asked.words.place(&found)))
    });
    let mut parts = Vec::new();
    let chosen = asked.form.choices("place", "actions-places-chosen", chosen);
    if chosen.choices.is_empty() {
        parts.push(Part::Note(t(asked, "actions-places-none")));
    } else {
        parts.push(Part::Checks(chosen.hint(t(asked, "actions-places-chosen-hint"))));
    }
    let named = countries::sorted(say.lang).into_iter();
    let named = named.map(|one| (one.iso2.to_owned(), one.name(say.lang).to_owned()));
    let mut country = asked.form.choices("country", "actions-places-country", named);
    for one in &mut country.choices {
        one.checked = one.value == asked.country;
    }
    parts.push(Part::Select(country));
    let mut sought = asked.form.text("q", "actions-places-find").hint(t(asked, "actions-places-find-hint"));
    sought.value.clone_from(&asked.sought);
    parts.push(Part::Text(sought.optional()));
    parts.push(Part::Find(t(asked, "actions-places-find-button")));
    if !asked.sought.trim().is_empty() {
        parts.push(found(asked));
    }
    let other = asked.form.text("other", "actions-places-other").hint(t(asked, "actions-places-other-hint"));
    parts.push(Part::Text(other.optional()));
    let coarse =
        keyed(asked, "coarse", "actions-form-coarse", [("yes", "actions-form-coarse-yes".to_owned())]);
    parts.push(Part::Checks(coarse.hint(t(asked, "actions-form-coarse-hint")).optional()));
    let district = written(asked, "district", "actions-form-district", LINE_MOST, 0);
    parts.push(Part::Text(Field { max: None, ..district.optional() }));
    parts
}

fn found(asked: &Asked<'_>) -> Part {
    let country = Some(asked.country.as_str()).filter(|code| !code.is_empty());
    let found = gazetteer::find(country, &asked.sought, FOUND_MOST);
    if found.is_empty() {
        return Part::Note(t(asked, "actions-places-not-found"));
    }
    let choices = found.into_iter().map(|one| {
        let kept = Place {
            name: one.name.clone(),
            country: Iso2::parse(&one.country).ok(),
            geonames: Some(one.id),
            point: None,
        };
        let label = match one.admin.is_empty() {
            true => asked.words.place(&kept),
            false => format!("{} ({})", asked.words.place(&kept), one.admin),
        };
        choice(place_code(&kept), label, false)
    });
    Part::Checks(Choices {
        name: "add".to_owned(),
        legend: t(asked, "actions-places-found"),
        choices: choices.collect(),
        ..Choices::default()
    })
}

fn when(asked: &Asked<'_>) -> Vec<Part> {
    let natures = Nature::ALL.map(|one| (one.word(), format!("actions-nature-{}", one.word())));
    let states = Status::ALL.map(|one| (one.word(), format!("actions-status-{}", one.word())));
    let ongoing = [("yes", "actions-ongoing".to_owned())];
    vec![
        Part::Date(asked.form.loose_date("start", "actions-start").hint(t(asked, "actions-start-hint"))),
        Part::Date(asked.form.loose_date("end", "actions-end").hint(t(asked, "actions-end-hint")).optional()),
        Part::Checks(keyed(asked, "ongoing", "actions-ongoing-legend", ongoing).optional()),
        Part::Radios(keyed(asked, "nature", "actions-nature", natures)),
        Part::Radios(keyed(asked, "status", "actions-status", states)),
    ]
}

/// What the chosen priorities suggest in the frameworks that the Call has as facets.
pub(super) fn suggested(priorities: &[String], framework: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    for code in priorities {
        let from = format!("{framework}/{code}");
        for mapping in frameworks::mapping().iter().filter(|mapping| mapping.from == from) {
            for token in &mapping.to {
                if !tokens.contains(token) {
                    tokens.push(token.clone());
                }
            }
        }
    }
    tokens
}

/// Whether the priorities that were just posted suggest objectives that the page had not shown.
pub(super) fn has_news(draft: &Draft, pairs: &Pairs) -> bool {
    let chosen = draft.answers().all("priority").to_vec();
    !chosen.is_empty() && pairs.text("suggested") != chosen.join(" ")
}

fn priority(asked: &Asked<'_>) -> Vec<Part> {
    let (call, catalogue) = (asked.words.call, asked.words.catalogue);
    let own = catalogue.nodes(&call.priorities).iter().map(|node| node.code.clone());
    let of_call =
        asked.objectives("", "actions-priority", own.map(|code| format!("{}/{code}", call.priorities)));
    let mut group = asked.form.choices("priority", "actions-priority", Vec::<(String, String)>::new());
    group.choices.extend(of_call.choices.into_iter().map(|one| {
        let value = one.value.split_once('/').map_or_else(String::new, |(_, code)| code.to_owned());
        Choice { checked: asked.pairs.has("priority", &value), value, ..one }
    }));
    let mut parts = vec![Part::Checks(group)];
    let suggested = suggested(&asked.priorities, &call.priorities);
    let offered: Vec<String> =
        suggested.iter().filter(|token| catalogue.node(token).is_some()).cloned().collect();
    if !offered.is_empty() {
        let offered = asked.objectives("objective", "actions-suggested", offered);
        parts.push(Part::Checks(offered.hint(t(asked, "actions-suggested-hint")).optional()));
    }
    for slug in call.facets.iter().filter(|slug| **slug != call.priorities) {
        let Some(framework) = catalogue.framework(slug) else { continue };
        let rest = framework.nodes.iter().map(|node| format!("{slug}/{}", node.code));
        let rest: Vec<String> = rest.filter(|token| !suggested.contains(token)).collect();
        let mut more = asked.objectives("objective", "actions-suggested", rest);
        more.name = format!("objective-{slug}");
        more.legend = framework.name(asked.words.say.lang).to_owned();
        more.error = None;
        parts.push(Part::Checks(more.optional()));
    }
    parts
}

fn contact(asked: &Asked<'_>) -> Vec<Part> {
    let name = asked.form.text("contact_name", "actions-contact-name").autocomplete("name");
    let address = asked.form.text("contact_address", "actions-contact-address").kind(Kind::Email);
    vec![
        Part::Text(name.hint(t(asked, "actions-contact-name-hint"))),
        Part::Text(address.autocomplete("email")),
    ]
}

/// The choice between two texts of a field that were written at the same time.
pub(super) fn clash(asked: &Asked<'_>, field: &str, draft: &Draft, kept: &[Vec<String>]) -> Choices {
    let standing = draft.answers().all(field).to_vec();
    let worded = |values: &[String]| {
        let words: Vec<String> = values.iter().map(|value| in_words(asked, field, value)).collect();
        if words.is_empty() { t(asked, "actions-clash-empty") } else { words.join(BESIDE) }
    };
    let mut choices = vec![choice("standing".to_owned(), worded(&standing), false)];
    for (n, values) in kept.iter().enumerate() {
        choices.push(choice(n.to_string(), worded(values), false));
    }
    Choices {
        name: format!("choose-{field}"),
        legend: t(asked, "actions-clash-legend"),
        hint: Some(t(asked, "actions-clash-hint")),
        choices,
        ..Choices::default()
    }
}

fn in_words(asked: &Asked<'_>, field: &str, value: &str) -> String {
    match field {
        "place" => place(value, &[]).map_or_else(|| value.to_owned(), |place| asked.words.place(&place)),
        "priority" => asked.words.objective(&format!("{}/{value}", asked.words.call.priorities)),
        "objective" | "principle" => asked.words.objective(value),
        "for_whom" => t(asked, &format!("actions-for-{value}")),
        "nature" | "status" => t(asked, &format!("actions-{field}-{value}")),
        "language" => {
            Tag::parse(value).map_or_else(|_| value.to_owned(), |tag| asked.words.say.language_name(&tag))
        }
        _ => value.to_owned(),
    }
}
