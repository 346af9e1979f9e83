//! Finds the government that a row means, or enters it with what the gazetteer knows of its place.

use sea_orm::ConnectionTrait;
use store::{Fault, Tx};
use vocabulary::gazetteer::{self, Place, Seat};
use vocabulary::{Actor, Iso2, Lang, LanguageMap};

use super::decisions::Decisions;
use super::parties::Party;
use super::refused::RowRefused;
use super::report::Found;
use crate::governments::{self, Government, Match, Origin, Population, Profile, Tier, core_name};

/// How far a point may lie from the place it is taken for, in kilometres.
const NEAR: f64 = 15.0;

/// Which government a party is.
pub(super) enum Finding {
    /// One that is known.
    Known(Box<Government>, Found),
    /// One that is to be entered.
    New(Box<Profile>),
}

/// Finds the government that a party is; changes nothing.
pub(super) async fn find(
    conn: &impl ConnectionTrait,
    party: &Party,
    decisions: &Decisions,
) -> Result<Finding, RowRefused> {
    if let Some(known) = named(conn, party, &party.name).await? {
        return Ok(Finding::Known(Box::new(known), Found::ByName));
    }
    let place = place_of(party, decisions);
    if let Some((place, found)) = &place
        && let Some(known) = named(conn, party, &place.name).await?
    {
        return Ok(Finding::Known(Box::new(known), *found));
    }
    // A place that is only near the point of the row is not the seat of a government of another name.
    let seat = place.filter(|(_, found)| *found == Found::ByPlace).map(|(place, _)| place);
    Ok(Finding::New(Box::new(profile(party, seat))))
}

/// Enters what was found to be new, with the source it was read at; a known government takes the name as another one.
pub(super) async fn settle(
    tx: &Tx,
    actor: Actor,
    finding: Finding,
    name: &str,
    source: &str,
) -> Result<(Government, Found), Fault> {
    match finding {
        Finding::Known(known, found) => {
            Ok((governments::also_known_as(tx, actor, *known, name).await?, found))
        }
        Finding::New(profile) => {
            let origin = Origin::Source { address: source.to_owned() };
            Ok((governments::enter(tx, actor, *profile, origin).await?, Found::New))
        }
    }
}

/// The one government of this name that may be the party: of its country, and not plainly of another kind.
async fn named(
    conn: &impl ConnectionTrait,
    party: &Party,
    name: &str,
) -> Result<Option<Government>, RowRefused> {
    let found = match governments::matching(conn, name, party.country).await? {
        Match::None => Vec::new(),
        Match::One(one) => vec![*one],
        Match::Many(many) => many,
    };
    let is_like = |one: &Government| {
        one.profile.country == party.country
            && one.profile.invented_country.is_none()
            && alike(one.profile.tier, party.tier)
    };
    let mut found: Vec<Government> = found.into_iter().filter(is_like).collect();
    if found.len() > 1 {
        let names =
            found.iter().map(|one| format!("{} ({})", one.profile.name.original_text(), one.reference));
        let candidates: Vec<String> = names.collect();
        return Err(RowRefused::Ambiguous { name: party.name.clone(), candidates: candidates.join(" or ") });
    }
    Ok(found.pop())
}

/// Whether two governments of one name may be the same: a city is not the province around it.
fn alike(one: Tier, other: Tier) -> bool {
    let rank = |tier| match tier {
        Tier::Unknown => None,
        Tier::Municipality | Tier::Metropolitan => Some(0),
        Tier::Province => Some(1),
        Tier::Region => Some(2),
        Tier::Association => Some(3),
    };
    match (rank(one), rank(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one != Tier::Association && other != Tier::Association,
    }
}

/// Where the party has its seat: as it was decided, by its name, or by the point the row gives.
fn place_of(party: &Party, decisions: &Decisions) -> Option<(Place, Found)> {
    let country = party.country?;
    if party.tier == Tier::Association {
        return None;
    }
    if let Some(decided) = decisions.place_of(&party.name, country) {
        return gazetteer::by_id(decided).map(|place| (place, Found::ByPlace));
    }
    if let Some(place) = place_named(party, country) {
        return Some((place, Found::ByPlace));
    }
    let (lat, lon) = party.point?;
    let (place, far) = gazetteer::nearest(country.as_str(), lat, lon)?;
    (far <= NEAR).then_some((place, Found::ByPoint))
}

/// The place of this very name, or of this other spelling, in the country. Of several, the one in the area that the
/// name gives, or the one that outdoes the others: a seat of government, or ten times larger.
fn place_named(party: &Party, country: Iso2) -> Option<Place> {
    let (name, area) = match party.name.split_once(',') {
        Some((name, area)) => (name.trim(), Some(area.trim())),
        None => (party.name.as_str(), None),
    };
    let places = spellings(name).map(|name| gazetteer::named(Some(country.as_str()), &name));
    let places = places.into_iter().find(|places| !places.is_empty()).unwrap_or_default();
    if let Some(area) = area {
        let area = vocabulary::fold(area);
        return places.into_iter().find(|place| vocabulary::fold(&place.admin) == area);
    }
    let seated = |place: &Place| place.seat >= Seat::First;
    let first = places.first()?;
    let outdoes = |other: &Place| {
        (seated(first) && !seated(other)) || u64::from(first.population) >= 10 * u64::from(other.population)
    };
    places[1..].iter().all(outdoes).then(|| first.clone())
}

/// A name as it is; without the words before its own that governments of every kind bear, but with its article
/// ("La Pintana"); and without all such words.
fn spellings(name: &str) -> [String; 3] {
    let is_generic = |words: &str| core_name(&format!("{words} x")) == "x";
    let words: Vec<&str> = name.split_whitespace().collect();
    let of = words.iter().position(|word| ["of", "de", "d’"].contains(&word.to_lowercase().as_str()));
    let own = match of {
        Some(at) if is_generic(&words[..at].join(" ")) => words[at + 1..].join(" "),
        _ => name.to_owned(),
    };
    [name.to_owned(), own, core_name(name)]
}

fn profile(party: &Party, place: Option<Place>) -> Profile {
    let is_place = |country: Iso2| !gazetteer::named(Some(country.as_str()), &party.name).is_empty();
    let tier = match party.tier {
        Tier::Unknown if place.is_some() && party.country.is_some_and(is_place) => Tier::Municipality,
        said => said,
    };
    let people = place.as_ref().map(|place| u64::from(place.population)).filter(|people| *people > 0);
    let has_people = matches!(tier, Tier::Municipality | Tier::Metropolitan);
    Profile {
        name: LanguageMap::original(Lang::En, party.name.clone()),
        aliases: Vec::new(),
        tier,
        country: party.country,
        invented_country: None,
        place: place.as_ref().map(|place| place.id),
        point: party.point.or(place.map(|place| (place.lat, place.lon))),
        population: people.filter(|_| has_people).map(|people| Population { people, year: None }),
        website: None,
        domain: None,
        networks: Vec::new(),
    }
}
