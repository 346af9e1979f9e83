//! The form of a government's record: for those who act for it, and for the desk.

use askama::Template;
use axum::response::Response;
use vocabulary::{Arg, Iso2, LanguageMap, Origin, Say, Tag, countries, gazetteer};
use web::{At, Choices, ErrorLine, Errors, Field, Form, Frame, Kind, Pairs, Problem};

use super::change::ChangeState;
use super::government::{Government, Population, Profile, Tier};
use super::{records, words};
use crate::house::House;
use crate::people::SignedIn;

/// The longest line, in characters.
const MOST: usize = 160;

/// So many names in further languages can be written at once.
const FURTHER: usize = 5;

/// So many other names and networks can be kept.
const LINES: usize = 30;

/// Domains at which anybody can have an address: none is a government's own.
const ANYBODYS: &str = include_str!("anybodys_domains.txt");

/// For whom the form is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// Somebody who acts for the government.
    Party,
    /// The desk.
    Desk,
}

#[derive(Template)]
#[template(path = "governments/pages/edit.html")]
struct EditPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    back: String,
    /// What was asked of the desk and waits.
    waiting: Vec<String>,
    names: Vec<(Field, Choices)>,
    tier: Choices,
    domain: Field,
    country: Option<Choices>,
    aliases: Field,
    place: Field,
    which: Option<Choices>,
    lat: Field,
    lon: Field,
    people: Field,
    year: Field,
    website: Field,
    networks: Field,
}

/// The fields as the record has them.
pub(super) fn pairs(is: &Profile) -> Pairs {
    let original = is.name.original_tag();
    let mut pairs = Pairs::new([("name", is.name.original_text()), ("language", original.as_str())]);
    let others = is.name.all().filter(|(tag, text)| *tag != original && !text.text.is_empty());
    for (n, (tag, text)) in others.enumerate() {
        pairs.push(&format!("name-{n}"), &text.text);
        pairs.push(&format!("language-{n}"), tag.as_str());
    }
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            pairs.push(name, &value);
        }
    };
    add("tier", Some(is.tier.word().to_owned()));
    add("domain", is.domain.clone());
    add("country", is.country.map(|country| country.to_string()));
    add("aliases", Some(is.aliases.join("\n")));
    add("place", is.place.and_then(gazetteer::by_id).map(|place| place.name));
    add("lat", is.point.map(|(lat, _)| lat.to_string()));
    add("lon", is.point.map(|(_, lon)| lon.to_string()));
    add("people", is.population.map(|counted| counted.people.to_string()));
    add("year", is.population.and_then(|counted| counted.year).map(|year| year.to_string()));
    add("website", is.website.clone());
    add("networks", Some(is.networks.join("\n")));
    pairs
}

/// The languages of a name, with the one that is chosen even where it is not in the usual list.
fn languages(form: &Form<'_>, say: &Say, name: &str, chosen: &str) -> Choices {
    let mut known = words::languages(say);
    if let Ok(tag) = Tag::parse(chosen)
        && !known.iter().any(|(word, _)| word == chosen)
    {
        known.insert(0, (chosen.to_owned(), say.language_name(&tag)));
    }
    form.choices(name, "governments-ask-language", known)
}

/// The official name, then those in further languages, with room for more.
fn names(form: &Form<'_>, say: &Say, pairs: &Pairs) -> Vec<(Field, Choices)> {
    let first = form.text("name", "governments-ask-name").hint(say.t("governments-ask-name-hint")).max(MOST);
    let mut names = vec![(first, languages(form, say, "language", pairs.text("language")))];
    let filled = (0..LINES).take_while(|n| !pairs.text(&format!("name-{n}")).is_empty()).count();
    for n in 0..(filled + 2).max(FURTHER - 2) {
        let (name, language) = (format!("name-{n}"), format!("language-{n}"));
        let field = form.text(&name, "governments-edit-further").max(MOST).optional();
        names.push((field, languages(form, say, &language, pairs.text(&language)).optional()));
    }
    names
}

/// The places that a typed name may mean, when there are several.
fn which(form: &Form<'_>, is: &Profile, pairs: &Pairs) -> Option<Choices> {
    let country = is.country.map(|country| country.to_string());
    let found = gazetteer::named(country.as_deref(), pairs.text("place"));
    let told = |place: gazetteer::Place| (place.id.to_string(), format!("{} · {}", place.name, place.admin));
    (found.len() > 1)
        .then(|| form.choices("place-id", "governments-edit-which", found.into_iter().take(LINES).map(told)))
}

/// The page.
pub(super) async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    of: &Government,
    errors: &Errors,
    pairs: &Pairs,
    whose: For,
) -> Result<Response, Problem> {
    let say = &at.say;
    let form = Form::new(say, errors, pairs);
    let mut waiting = Vec::new();
    for change in records::changes_for(house.store.read(), of.id).await? {
        if change.state == ChangeState::Asked {
            waiting.push(words::change(say, &change.what));
        }
    }
    let lands = countries::sorted(at.lang).into_iter().map(|land| (land.iso2, land.name(at.lang)));
    let tiers = Tier::CHOICES.map(|tier| (tier.word(), say.t(words::tier(tier))));
    let (here, lead, back) = match whose {
        For::Party => ("my", "governments-edit-lead", "/my".to_owned()),
        For::Desk => ("desk", "governments-edit-desk-lead", format!("/desk/governments/{}", of.reference)),
    };
    let short = |name: &str, label: &str| form.text(name, label).max(MOST).optional();
    let frame = who.frame(at, "governments-edit-title").here(here).errors(errors);
    Ok(web::html(EditPage {
        frame: words::with_note(frame, &of.profile),
        errors: errors.summary(say),
        lead: say.with(lead, &[("name", Arg::from(of.profile.called(say.lang)))]),
        back: at.to(&back),
        waiting,
        names: names(&form, say, pairs),
        tier: form.choices("tier", "governments-ask-tier", tiers),
        domain: short("domain", "governments-fact-domain").hint(say.t("governments-edit-domain-hint")),
        country: (whose == For::Desk)
            .then(|| form.choices("country", "governments-ask-country", lands).optional()),
        aliases: form
            .area("aliases", "governments-fact-aliases")
            .hint(say.t("governments-edit-aliases-hint"))
            .optional(),
        place: short("place", "governments-fact-place").hint(say.t("governments-edit-place-hint")),
        which: which(&form, &of.profile, pairs).filter(|_| errors.has("place-id")),
        lat: short("lat", "governments-edit-lat").hint(say.t("governments-edit-point-hint")),
        lon: short("lon", "governments-edit-lon"),
        people: short("people", "governments-fact-population").kind(Kind::Number),
        year: short("year", "governments-edit-year").kind(Kind::Number),
        website: short("website", "governments-ask-website").kind(Kind::Address),
        networks: form
            .area("networks", "governments-fact-networks")
            .hint(say.t("governments-edit-networks-hint"))
            .optional(),
    }))
}

/// Reads the form; what is not on it stays as it is.
pub(super) fn read(pairs: &Pairs, is: &Profile, whose: For, errors: &mut Errors) -> Option<Profile> {
    let name = read_names(pairs, is, errors);
    let tier = Tier::parse(pairs.text("tier")).filter(|tier| *tier != Tier::Unknown || is.tier == *tier);
    if tier.is_none() {
        errors.add("tier", "governments-error-tier");
    }
    let country = match whose {
        For::Party => is.country,
        For::Desk => Iso2::parse(pairs.text("country")).ok(),
    };
    let invented = is.invented_country.is_some();
    if country.is_none() && tier != Some(Tier::Association) && !invented {
        errors.add("country", "governments-error-country");
    }
    let website = optional(pairs, "website");
    if website.as_ref().is_some_and(|site| !words::is_web_address(site)) {
        errors.add("website", "governments-error-website");
    }
    let (place, point) = read_place(pairs, is, errors);
    let population = read_population(pairs, errors);
    let (aliases, networks) = (lines(pairs, "aliases", errors), lines(pairs, "networks", errors));
    let domain = read_domain(pairs, errors);
    let wished = Profile {
        name: name?,
        aliases,
        tier: tier?,
        country,
        invented_country: is.invented_country.clone(),
        place,
        point,
        population,
        website,
        domain,
        networks,
    };
    errors.is_empty().then_some(wished)
}

fn optional(pairs: &Pairs, field: &str) -> Option<String> {
    Some(pairs.text(field).trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The lines of an area: trimmed, none twice.
fn lines(pairs: &Pairs, field: &str, errors: &mut Errors) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in pairs.text(field).lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !lines.iter().any(|known| known == line) {
            lines.push(line.to_owned());
        }
    }
    if lines.len() > LINES || lines.iter().any(|line| line.chars().count() > MOST) {
        errors.add(field, "governments-error-lines");
    }
    lines
}

fn read_names(pairs: &Pairs, is: &Profile, errors: &mut Errors) -> Option<LanguageMap> {
    let name = errors.want("name", pairs.text("name").trim(), "governments-error-name").to_owned();
    errors.at_most("name", &name, MOST);
    let original = Tag::parse(pairs.text("language")).unwrap_or_else(|_| is.name.original_tag().clone());
    let mut names = LanguageMap::original(original, name);
    for n in 0..LINES {
        let (field, language) = (format!("name-{n}"), format!("language-{n}"));
        let Some(text) = optional(pairs, &field) else { continue };
        errors.at_most(&field, &text, MOST);
        match Tag::parse(pairs.text(&language)) {
            Ok(tag) => names.translate(tag, text, Origin::Human),
            Err(_) => errors.add(&language, "governments-error-name-language"),
        }
    }
    errors.is_empty().then_some(names)
}

/// The seat by its name in the gazetteer, and where it is. A new place brings its own coordinates unless others are
/// written.
fn read_place(pairs: &Pairs, is: &Profile, errors: &mut Errors) -> (Option<u32>, Option<(f64, f64)>) {
    let typed = pairs.text("place").trim();
    let known = is.place.and_then(gazetteer::by_id).filter(|place| place.name == typed);
    let country = is.country.map(|country| country.to_string());
    let place = if typed.is_empty() || known.is_some() {
        known
    } else {
        let mut found = gazetteer::named(country.as_deref(), typed);
        let chosen = pairs.text("place-id");
        let picked = found.iter().position(|place| place.id.to_string() == chosen);
        match (found.len(), picked) {
            (_, Some(n)) => Some(found.swap_remove(n)),
            (1, None) => found.pop(),
            (0, None) => {
                errors.add("place", "governments-error-place");
                None
            }
            _ => {
                errors.add("place-id", "governments-error-which");
                None
            }
        }
    };
    let written = read_point(pairs, errors);
    let as_before = written == is.point;
    let moved = place.as_ref().map(|place| place.id) != is.place;
    let point = match &place {
        Some(place) if written.is_none() || (moved && as_before) => Some((place.lat, place.lon)),
        _ => written,
    };
    (place.map(|place| place.id), point)
}

fn read_point(pairs: &Pairs, errors: &mut Errors) -> Option<(f64, f64)> {
    let (lat, lon) = (optional(pairs, "lat"), optional(pairs, "lon"));
    if lat.is_none() && lon.is_none() {
        return None;
    }
    let degrees = |text: Option<String>, most: f64| {
        let number = text?.replace(',', ".").parse::<f64>().ok()?;
        (number.is_finite() && number.abs() <= most).then_some(number)
    };
    let (lat, lon) = (degrees(lat, 90.0), degrees(lon, 180.0));
    if lat.is_none() {
        errors.add("lat", "governments-error-lat");
    }
    if lon.is_none() {
        errors.add("lon", "governments-error-lon");
    }
    lat.zip(lon)
}

fn read_population(pairs: &Pairs, errors: &mut Errors) -> Option<Population> {
    let number = |field: &str| {
        let folded = vocabulary::fold(pairs.text(field));
        let digits: String =
            folded.chars().filter(|c| !matches!(c, ' ' | '.' | ',' | '\u{a0}' | '’')).collect();
        (!digits.is_empty()).then(|| digits.parse::<u64>().ok())
    };
    let people = match number("people") {
        None => None,
        Some(Some(people)) if people < 10_000_000_000 => Some(people),
        Some(_) => {
            errors.add("people", "governments-error-people");
            None
        }
    };
    let year = match number("year") {
        None => None,
        Some(Some(year)) if (1900..2200).contains(&year) => i32::try_from(year).ok(),
        Some(_) => {
            errors.add("year", "governments-error-year");
            None
        }
    };
    people.map(|people| Population { people, year })
}

/// A domain as it is kept: without what people write around it.
fn read_domain(pairs: &Pairs, errors: &mut Errors) -> Option<String> {
    let typed = optional(pairs, "domain")?.to_lowercase();
    let bare = typed.rsplit(['@', '/']).find(|part| !part.is_empty()).unwrap_or_default();
    let domain = bare.strip_prefix("www.").unwrap_or(bare);
    let plain = domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    let whole = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
    if !plain || !whole || domain.len() > 253 {
        errors.add("domain", "governments-error-domain");
    } else if ANYBODYS.lines().any(|known| known == domain) {
        errors.add("domain", "governments-error-anybodys-domain");
    }
    Some(domain.to_owned())
}
