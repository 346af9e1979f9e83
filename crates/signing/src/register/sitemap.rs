//! What search engines ask: `robots.txt`, and the maps of every public page in every language. A demonstration asks to
//! be left out.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use store::Fault;
use vocabulary::Lang;
use web::{Problem, Standing};

use super::figure::Figure;
use super::figures::Counted;
use super::{records, regions};
use crate::House;

/// The pages that are there without any record.
const STEADY: [&str; 20] = [
    "/",
    "/actions",
    "/governments",
    "/map",
    "/countries",
    "/regions",
    "/networks",
    "/cohorts",
    "/objectives",
    "/figures",
    "/data",
    "/declarations",
    "/questions",
    "/search/help",
    "/about",
    "/privacy",
    "/accessibility",
    "/contact",
    "/licence",
    "/imprint",
];
/// So many records stand in one map: few enough to be written at once. Which languages a page has it says itself.
const IN_ONE: u64 = 1_000;
/// The kinds of records with a page of their own.
const KINDS: [&str; 4] = ["action", "government", "declaration", "cohort"];

struct Place {
    path: String,
    changed: Option<String>,
}

#[derive(Template)]
#[template(path = "register/pages/sitemap.xml")]
struct Sitemap {
    origin: String,
    langs: Vec<&'static str>,
    places: Vec<Place>,
}

#[derive(Template)]
#[template(path = "register/pages/sitemaps.xml")]
struct Sitemaps {
    maps: Vec<String>,
}

/// What may be read by programs that follow links.
pub(super) async fn robots(State(house): State<House>) -> Response {
    let origin = house.kit.origin();
    let text = match house.kit.standing() {
        Standing::Demonstration => "User-agent: *\nDisallow: /\n".to_owned(),
        Standing::Real => {
            let closed = ["desk", "my", "me", "assess", "edit", "sign-in", "read", "sign-for", "partner-for"];
            // Each under each language: `/*/me` would close `/en/governments/LG-00001/mexico-city` too.
            let under = |lang: Lang| closed.map(|path| format!("Disallow: /{}/{path}\n", lang.code()));
            let closed: String = Lang::ALL.into_iter().flat_map(under).collect();
            format!("User-agent: *\n{closed}\nSitemap: {origin}/sitemap.xml\n")
        }
    };
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, KEEP)], text)
        .into_response()
}

const KEEP: &str = "public, max-age=600";

/// The map of maps: one of the steady pages, and as many as each kind needs.
pub(super) async fn index(State(house): State<House>) -> Result<Response, Problem> {
    let origin = house.kit.origin();
    let mut maps = vec![format!("{origin}/sitemaps/pages")];
    for kind in KINDS {
        let many = records::count(house.store.read(), kind).await?.div_ceil(IN_ONE);
        maps.extend((1..=many).map(|n| format!("{origin}/sitemaps/{kind}-{n}")));
    }
    answer(Sitemaps { maps })
}

/// One map: `pages`, `action-1`, `government-2`.
pub(super) async fn map(
    State(house): State<House>,
    axum::extract::Path(name): axum::extract::Path<String>,
) -> Result<Response, Problem> {
    let origin = house.kit.origin().to_owned();
    let langs = Lang::ALL.map(Lang::code).to_vec();
    if name == "pages" {
        let paths = STEADY.map(str::to_owned).into_iter().chain(parts(&house)?);
        let places = paths.map(|path| Place { path, changed: None }).collect();
        return answer(Sitemap { origin, langs, places });
    }
    let asked = name.rsplit_once('-').and_then(|(kind, n)| Some((kind, n.parse::<u64>().ok()?)));
    let (kind, n) = asked.filter(|(kind, n)| KINDS.contains(kind) && *n > 0).ok_or(Problem::NotFound)?;
    let found = records::page(house.store.read(), kind, (n - 1).saturating_mul(IN_ONE), IN_ONE).await?;
    if found.is_empty() {
        return Err(Problem::NotFound);
    }
    let place = |record: &super::PublicRecord| Place {
        path: record.path(),
        changed: Some(record.card.updated.date().to_string()),
    };
    answer(Sitemap { origin, langs, places: found.iter().map(place).collect() })
}

/// The pages of the parts of the register that hold anything: objectives, countries, regions, networks; and every figure.
fn parts(house: &House) -> Result<Vec<String>, Fault> {
    let words = house.words();
    let frameworks = words.frameworks.iter().map(|framework| framework.slug.as_str());
    let groups: Vec<&str> = frameworks.chain(["country", "region", "network"]).collect();
    let mut paths: BTreeSet<String> =
        Figure::ALL.iter().map(|figure| format!("/figures/{}", figure.name())).collect();
    for kind in ["action", "government"] {
        let counted = Counted::of(house, kind, None, &groups)?;
        for group in &groups {
            paths.extend(counted.values(group).filter_map(|(code, _)| match *group {
                "country" => Some(format!("/countries/{code}")),
                "region" => regions::by_token(code).map(regions::path),
                "network" => Some(format!("/networks/{code}")),
                framework => Some(format!("/objectives/{framework}/{code}")),
            }));
        }
    }
    Ok(paths.into_iter().collect())
}

fn answer(page: impl Template) -> Result<Response, Problem> {
    let text =
        page.render().map_err(|error| Problem::broken(format!("a map could not be drawn: {error}")))?;
    let headers = [(header::CONTENT_TYPE, "application/xml; charset=utf-8"), (header::CACHE_CONTROL, KEEP)];
    Ok((headers, text).into_response())
}
