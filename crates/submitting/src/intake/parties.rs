//! From the field of names to the governments it names, each paired with its country. No I/O.

use vocabulary::{Iso2, countries, fold, gazetteer};

use super::decisions::Decisions;
use super::mapping::Mapping;
use super::refused::RowRefused;
use super::table::Row;
use crate::governments::Tier;

/// A government as a row names it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Party {
    /// Its name as it is written.
    pub name: String,
    /// Its country; none for an association across countries.
    pub country: Option<Iso2>,
    /// What its name or a decision says of its kind.
    pub tier: Tier,
    /// Where the row says it is.
    pub point: Option<(f64, f64)>,
}

/// How the file says "in no one country".
const GLOBAL: [&str; 3] = ["global", "international", "world"];

/// Remarks after a name that say what it is.
const REMARKS: [(&str, Noun); 4] = [
    (" - association", Noun::One),
    (" - network", Noun::One),
    (" - associations", Noun::Several),
    (" - networks", Noun::Several),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Noun {
    One,
    Several,
}

/// Beginnings of a name that stands for several governments.
const PLURALS: [&str; 7] = [
    "cities of ",
    "municipalities of ",
    "towns of ",
    "villes de ",
    "communes de ",
    "ciudades de ",
    "municipios de ",
];

/// Reads the governments that a row names, the lead first.
pub(super) fn read(mapping: &Mapping, row: &Row, decisions: &Decisions) -> Result<Vec<Party>, RowRefused> {
    let written = mapping.one(row, "government");
    let field = mapping.column("government").to_owned();
    if written.is_empty() {
        return Err(RowRefused::Empty(field));
    }
    if let Some(decided) = decisions.about(&written, &mapping.one(row, "source")) {
        let party = |party: &super::decisions::PartyDecision| Party {
            name: party.name.clone(),
            country: party.country(),
            tier: party.tier().unwrap_or_else(|| tier_of(&party.name)),
            point: None,
        };
        return Ok(decided.parties.iter().map(party).collect());
    }
    let names: Vec<&str> = written.split(';').map(str::trim).filter(|name| !name.is_empty()).collect();
    let lands = countries_of(mapping, row)?;
    let column = mapping.column("country").to_owned();
    if lands.len() > 1 && lands.len() != names.len() {
        return Err(RowRefused::Unpaired {
            field,
            names: names.len(),
            country: column,
            countries: lands.len(),
        });
    }
    let point = point_of(mapping, row)?.filter(|_| names.len() == 1);
    let mut parties = Vec::with_capacity(names.len());
    for (at, name) in names.into_iter().enumerate() {
        let country = lands.get(at).or(lands.first()).copied().flatten();
        let party = one(&field, name, country, point)?;
        if party.country.is_none() && party.tier != Tier::Association {
            return Err(RowRefused::NoCountry(column, party.name));
        }
        parties.push(party);
    }
    Ok(parties)
}

fn one(
    field: &str,
    written: &str,
    country: Option<Iso2>,
    point: Option<(f64, f64)>,
) -> Result<Party, RowRefused> {
    let several = || RowRefused::SeveralNames { field: field.to_owned(), given: written.to_owned() };
    let remark = REMARKS.iter().find_map(|(end, noun)| Some((written.strip_suffix(end)?, *noun)));
    let (name, tier) = match remark {
        Some((_, Noun::Several)) => return Err(several()),
        Some((name, Noun::One)) => (name.trim(), Tier::Association),
        None => (written, tier_of(written)),
    };
    let folded = fold(name);
    let plural = PLURALS.iter().any(|begin| folded.starts_with(begin)) && folded.contains([',', '&']);
    if plural || (name.contains(',') && !is_place_in_area(name, country)) {
        return Err(several());
    }
    Ok(Party { name: name.to_owned(), country, tier, point })
}

/// "Lancaster, Pennsylvania": a place, and the area it lies in.
fn is_place_in_area(name: &str, country: Option<Iso2>) -> bool {
    let (Some((place, area)), Some(country)) = (name.split_once(','), country) else { return false };
    let area = fold(area.trim());
    gazetteer::named(Some(country.as_str()), place.trim()).iter().any(|place| fold(&place.admin) == area)
}

/// The countries of a row, in the order of its governments.
fn countries_of(mapping: &Mapping, row: &Row) -> Result<Vec<Option<Iso2>>, RowRefused> {
    let field = mapping.column("country");
    let named = mapping.all(row, "country");
    let lands: Vec<Option<Iso2>> =
        named.iter().map(|given| country(field, given)).collect::<Result<_, _>>()?;
    let code = mapping.one(row, "iso3166");
    if code.is_empty() {
        return Ok(lands);
    }
    let coded = country(mapping.column("iso3166"), &code)?;
    match lands.first() {
        None => Ok(vec![coded]),
        Some(first) if *first == coded => Ok(lands),
        Some(_) => Err(RowRefused::Disagree {
            one: field.to_owned(),
            said: named.join("; "),
            other: mapping.column("iso3166").to_owned(),
            against: code,
        }),
    }
}

fn country(field: &str, given: &str) -> Result<Option<Iso2>, RowRefused> {
    if GLOBAL.contains(&fold(given).as_str()) {
        return Ok(None);
    }
    let by_code = countries::by_iso2(given).or_else(|| countries::by_iso3(given));
    let found = by_code.or_else(|| countries::by_name(given));
    let refused = || RowRefused::Country { field: field.to_owned(), given: given.to_owned() };
    found.and_then(|found| Iso2::parse(found.iso2).ok()).map(Some).ok_or_else(refused)
}

fn point_of(mapping: &Mapping, row: &Row) -> Result<Option<(f64, f64)>, RowRefused> {
    let (lat, lon) = (mapping.one(row, "latitude"), mapping.one(row, "longitude"));
    if lat.is_empty() && lon.is_empty() {
        return Ok(None);
    }
    let degrees = |text: &str, most: f64| {
        text.replace(',', ".").parse::<f64>().ok().filter(|degrees| degrees.abs() <= most)
    };
    let refused =
        || RowRefused::Point(mapping.column("latitude").to_owned(), mapping.column("longitude").to_owned());
    degrees(&lat, 90.0).zip(degrees(&lon, 180.0)).map(Some).ok_or_else(refused)
}

/// What a name says of the kind of its government, if it says anything. The first word that is met decides.
pub(super) fn tier_of(name: &str) -> Tier {
    const WORDS: [(Tier, &[&str]); 5] = [
        (Tier::Association, &["association", "asociacion", "federation", "union", "network", "networks"]),
        (
            Tier::Municipality,
            &["city", "municipality", "town", "commune", "ville", "municipio", "ciudad", "comune", "village"],
        ),
        (Tier::Metropolitan, &["metropolitan", "metropole", "metropolitana", "metropolitano"]),
        (Tier::Province, &["province", "provincia", "county", "department", "departement", "departamento"]),
        (Tier::Region, &["region", "regional", "state", "governorate"]),
    ];
    let folded = fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let said = WORDS.iter().find(|(_, of)| words.iter().any(|word| of.contains(word)));
    said.map_or(Tier::Unknown, |(tier, _)| *tier)
}
