//! A country: its governments, its actions, the objectives that these answer to, and how it stands beside its region and
//! the world.

use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::countries;
use web::{At, Link, Problem};

use super::facets::is_kosovo;
use super::part::{self, About, Part};
use super::{linked, regions};
use crate::House;

/// The page.
pub async fn page(
    State(house): State<House>,
    at: At,
    Path((_, iso)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let country = countries::by_iso2(&iso).or_else(|| countries::by_iso3(&iso)).ok_or(Problem::NotFound)?;
    if country.iso2 != iso {
        return Ok(at.moved(&format!("/countries/{}", country.iso2)));
    }
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let path = format!("/countries/{}", country.iso2);
    let part = Part::of_token(country.name(at.lang), path, &format!("country/{}", country.iso2));
    let about = About {
        thing: linked::of_the_world(&at, "Country", &part.name, country.iso2, &part.path),
        crumbs: vec![Link::new(at.say.t("register-countries"), at.to("/countries"))],
        ways: regions::ways(&at, country.iso2),
        beside: regions::beside(&at.say, country.iso2),
        embed: true,
        picture: Some(format!("/countries/{}/card.png", country.iso2)),
        kosovo: is_kosovo(country.iso2),
        ..About::default()
    };
    part::page(&house, &at, (&words, &key), part, about).await
}
