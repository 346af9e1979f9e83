//! The countries, by region, with what each has on the register.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use store::Fault;
use vocabulary::{Say, countries, groups};
use web::{At, Foot, Frame, Problem};

use super::facets::is_kosovo;
use super::figures::{Counted, written};
use super::part;
use super::rows::to;
use crate::House;

/// The countries of a region.
struct Region {
    name: String,
    countries: Vec<Country>,
}

/// A country with its counts.
pub(super) struct Country {
    pub name: String,
    pub href: String,
    pub governments: String,
    pub signed: String,
    pub actions: String,
}

#[derive(Template)]
#[template(path = "register/pages/countries.html")]
struct CountriesPage {
    frame: Frame,
    regions: Vec<Region>,
    foot: Foot,
}

/// The page.
pub async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let page = draw(&house, &at)?;
    Ok(web::served(&at, &key, || web::html(page)))
}

fn draw(house: &House, at: &At) -> Result<CountriesPage, Fault> {
    let say = &at.say;
    let mut counts: BTreeMap<&'static str, [u64; 3]> = BTreeMap::new();
    let groups = ["country"];
    let governments = Counted::of(house, "government", None, &groups)?;
    let signed = Counted::of(house, "government", Some("record/signed"), &groups)?;
    let actions = Counted::of(house, "action", None, &groups)?;
    for (at, counted) in [governments, signed, actions].iter().enumerate() {
        for (iso2, n) in counted.values("country") {
            if let Some(country) = countries::by_iso2(iso2) {
                counts.entry(country.iso2).or_default()[at] += n;
            }
        }
    }
    let frame = Frame::new(at, "register-countries").describe(&say.t("register-countries-text"));
    let mut frame = super::on_the_way(at, frame, &[], "/countries");
    if counts.keys().any(|iso2| is_kosovo(iso2)) {
        frame = frame.names_kosovo();
    }
    let foot = part::foot_of_all(house, at, &frame.title, "/countries")?;
    Ok(CountriesPage { frame, regions: regions(say, counts), foot })
}

/// A country with what it has: governments, verified signatures, actions.
pub(super) fn line(say: &Say, iso2: &str, [governments, signed, actions]: [u64; 3]) -> Option<Country> {
    Some(Country {
        name: countries::by_iso2(iso2)?.name(say.lang).to_owned(),
        href: to(say.lang, &format!("/countries/{iso2}")),
        governments: written(say, governments),
        signed: written(say, signed),
        actions: written(say, actions),
    })
}

fn regions(say: &Say, counts: BTreeMap<&'static str, [u64; 3]>) -> Vec<Region> {
    let mut regions: BTreeMap<Option<&str>, Vec<Country>> = BTreeMap::new();
    for (iso2, counts) in counts {
        let region = groups::region_of(iso2).map(|group| group.code.as_str());
        regions.entry(region).or_default().extend(line(say, iso2, counts));
    }
    let region = |(code, mut countries): (Option<&str>, Vec<Country>)| {
        countries.sort_by(|one, other| say.compare(&one.name, &other.name));
        let name =
            code.and_then(|code| groups::by_code("m49", code)).map(|group| group.name(say.lang).to_owned());
        Region { name: name.unwrap_or_else(|| say.t("register-no-region")), countries }
    };
    let mut regions: Vec<Region> = regions.into_iter().map(region).collect();
    regions.sort_by(|one, other| say.compare(&one.name, &other.name));
    regions
}
