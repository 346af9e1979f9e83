//! The way to asking for a mandate: find the government, or the place it governs, by name.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use store::Fault;
use vocabulary::{BESIDE, Iso2, PersonId, countries, gazetteer};
use web::{At, Choices, Errors, Form, Frame, Pairs, Problem};

use super::government::{Government, Origin};
use super::{records, words};
use crate::house::House;
use crate::people::SignedIn;

/// How many governments and places are offered.
const MOST: u64 = 12;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    country: String,
}

/// One that may be meant.
struct Offer {
    name: String,
    about: String,
    href: String,
}

#[derive(Template)]
#[template(path = "governments/pages/choose.html")]
struct ChoosePage {
    frame: Frame,
    q: String,
    country: Choices,
    known: Vec<Offer>,
    places: Vec<Offer>,
    other: String,
}

/// Whether a government is shown to somebody who looks for theirs: what another person only proposed is not.
async fn is_offered(house: &House, one: &Government, person: PersonId) -> Result<bool, Fault> {
    match one.origin {
        Origin::Source { .. } | Origin::Desk | Origin::Invented => Ok(true),
        Origin::Proposed { person: by } if by == person => Ok(true),
        Origin::Proposed { .. } => {
            let mandates = records::mandates_for(house.store.read(), one.id).await?;
            Ok(mandates.iter().any(|mandate| mandate.is_confirmed()))
        }
    }
}

/// The address of the form for this choice.
fn href(at: &At, pairs: &[(&str, &str)]) -> String {
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    at.to(&format!("/my/governments/ask/details?{query}"))
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let q = asked.q.trim();
    let country = Iso2::parse(&asked.country).ok();
    let mut known = Vec::new();
    for one in records::search(house.store.read(), q, country.map(Iso2::as_str), MOST).await? {
        if is_offered(&house, &one, who.person).await? {
            let about = [words::country(&at.say, &one.profile), at.say.t(words::tier(one.profile.tier))];
            known.push(Offer {
                name: one.profile.name.original_text().to_owned(),
                about: about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BESIDE),
                href: href(&at, &[("government", one.reference.as_str())]),
            });
        }
    }
    let places = match country {
        Some(country) if !q.is_empty() => gazetteer::find(Some(country.as_str()), q, MOST as usize),
        _ => Vec::new(),
    };
    let places = places.into_iter().map(|place| Offer {
        href: href(&at, &[("place", &place.id.to_string())]),
        about: place.admin,
        name: place.name,
    });
    let pairs = Pairs::new([("country", asked.country.as_str())]);
    let errors = Errors::new();
    let lands = countries::sorted(at.lang).into_iter().map(|land| (land.iso2, land.name(at.lang)));
    Ok(web::html(ChoosePage {
        frame: who.frame(&at, "governments-choose-title").here("my").names_kosovo(),
        q: q.to_owned(),
        country: Form::new(&at.say, &errors, &pairs)
            .choices("country", "governments-ask-country", lands)
            .hint(at.say.t("governments-choose-country-hint"))
            .optional(),
        known,
        places: places.collect(),
        other: href(&at, &[("name", q), ("country", &asked.country)]),
    }))
}
