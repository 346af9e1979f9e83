//! Regions and other groups of countries, as the United Nations and the networks draw them; each with its page.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use vocabulary::frameworks::Verification;
use vocabulary::groups::{self, Group};
use vocabulary::{Arg, BESIDE, Say};
use web::{At, Foot, Frame, Link, Problem};

use super::figures::written;
use super::part::{self, About, Part};
use crate::House;

/// The schemes of groups, each with the key of its name.
const SCHEMES: [(&str, &str); 4] = [
    ("m49", "register-scheme-m49"),
    ("unec", "register-scheme-unec"),
    ("unhcr", "register-scheme-unhcr"),
    ("uclg", "register-scheme-uclg"),
];
/// The code of the whole world within M49.
const WORLD: &str = "1";

/// A scheme with its groups that have something on the register.
struct Scheme {
    name: String,
    lines: Vec<Line>,
}

/// A group with its numbers.
struct Line {
    link: Link,
    governments: String,
    actions: String,
}

#[derive(Template)]
#[template(path = "register/pages/regions.html")]
struct RegionsPage {
    frame: Frame,
    schemes: Vec<Scheme>,
    foot: Foot,
}

/// The path of a group's page: M49 by its code alone, the others by scheme and code.
pub(super) fn path(group: &Group) -> String {
    match group.scheme.as_str() {
        "m49" => format!("/regions/{}", group.code),
        scheme => format!("/regions/{scheme}-{}", group.code),
    }
}

/// The group of M49 that a token names: tokens have three digits, addresses as many as the number has.
pub(super) fn by_token(code: &str) -> Option<&'static Group> {
    groups::by_code("m49", code.trim_start_matches('0'))
}

/// A group of M49 as tokens have it.
pub(super) fn code(group: &Group) -> String {
    format!("{:0>3}", group.code)
}

/// Whether each of these regions, as tokens name them, is a facet; the smaller ones are their countries.
pub(super) fn are_facets(regions: &[String]) -> bool {
    regions.iter().all(|one| by_token(one).is_some_and(is_facet))
}

/// The countries of these regions.
pub(super) fn members(regions: &[String]) -> impl Iterator<Item = &'static str> {
    regions.iter().filter_map(|one| by_token(one)).flat_map(|group| group.members.iter().copied())
}

/// Whether it is one of the regions that are offered.
pub(super) fn is_facet(group: &Group) -> bool {
    group.scheme == "m49" && super::facets::REGIONS.contains(&group.code.as_str())
}

/// The group under an address.
pub(super) fn named(address: &str) -> Option<&'static Group> {
    let group = match address.split_once('-') {
        Some((scheme, code)) => groups::by_code(scheme, code),
        None => by_token(address),
    };
    group.filter(|group| group.code != WORLD)
}

/// A group as a part of the register. The five regions of M49 are a facet of their own; the others are their countries.
pub(super) fn part(group: &Group, say: &Say) -> Part {
    let name = group.name(say.lang);
    if is_facet(group) {
        return Part::of_token(name, path(group), &format!("region/{}", code(group)));
    }
    Part::of_countries(name, path(group), &group.members)
}

/// The ways from a country to the groups that it belongs to, the widest first.
pub(super) fn ways(at: &At, iso2: &str) -> Vec<Link> {
    let of = groups::of(iso2).into_iter().filter(|group| group.code != WORLD);
    of.map(|group| Link::new(group.name(at.lang), at.to(&path(group)))).collect()
}

/// The region of a country, and the world: what it stands beside.
pub(super) fn beside(say: &Say, iso2: &str) -> Vec<Part> {
    let region = groups::region_of(iso2).map(|group| part(group, say));
    region.into_iter().chain(world(say)).collect()
}

fn world(say: &Say) -> Option<Part> {
    let name = groups::by_code("m49", WORLD)?.name(say.lang).to_owned();
    Some(Part { name, path: "/regions".to_owned(), ..Part::default() })
}

/// All groups that have something on the register.
pub(super) async fn list(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let frame = Frame::new(&at, "register-regions").describe(&at.say.t("register-regions-text"));
    let frame = super::on_the_way(&at, frame, &[], "/regions");
    let mut schemes = Vec::new();
    for (scheme, name) in SCHEMES {
        let mut lines = Vec::new();
        for group in groups::in_scheme(scheme).filter(|group| group.code != WORLD) {
            lines.extend(line(&house, &at, group)?);
        }
        schemes.push(Scheme { name: at.say.t(name), lines });
    }
    schemes.retain(|scheme| !scheme.lines.is_empty());
    let foot = part::foot_of_all(&house, &at, &frame.title, "/regions")?;
    Ok(web::served(&at, &key, || web::html(RegionsPage { schemes, foot, frame })))
}

fn line(house: &House, at: &At, group: &Group) -> Result<Option<Line>, Fault> {
    let part = part(group, &at.say);
    let governments = part.counted(house, "government", &[])?.total;
    let actions = part.counted(house, "action", &[])?.total;
    Ok((governments + actions > 0).then(|| Line {
        link: Link::new(&part.name, at.to(&part.path)),
        governments: written(&at.say, governments),
        actions: written(&at.say, actions),
    }))
}

/// One group.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let group = named(&code).ok_or(Problem::NotFound)?;
    if path(group) != format!("/regions/{code}") {
        return Ok(at.moved(&path(group)));
    }
    let words = house.words();
    let key = super::snapshot_key(&house, &words);
    let scheme = SCHEMES.iter().find(|(scheme, _)| *scheme == group.scheme);
    let source = group.source.split_whitespace().find(|word| word.starts_with("https://"));
    let mut sentence = scheme.map(|(_, name)| at.say.t(name)).unwrap_or_default();
    let members = [("n", Arg::from(group.members.len()))];
    sentence = format!("{sentence}{BESIDE}{}", at.say.with("register-region-members", &members));
    if group.verification == Verification::Unverified {
        sentence = format!("{sentence}{BESIDE}{}", at.say.t("register-region-unverified"));
    }
    let part = part(group, &at.say);
    let about = About {
        thing: super::linked::of_the_world(&at, "Place", &part.name, &group.token(), &part.path),
        crumbs: vec![Link::new(at.say.t("register-regions"), at.to("/regions"))],
        source: Some((sentence, source.map(str::to_owned))),
        beside: world(&at.say).into_iter().collect(),
        lands: true,
        embed: true,
        ..About::default()
    };
    part::page(&house, &at, (&words, &key), part, about).await
}
