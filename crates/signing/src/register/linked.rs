//! What pages say of themselves to programs: schema.org as JSON-LD, in the page's language, from public records alone.

use serde_json::{Value, json};
use vocabulary::countries;
use web::{At, Frame, Link};

use super::facets::List;
use super::figure::Numbers;
use super::record::PublicRecord;
use super::rows;
use super::words::Label;

/// A record's own page and the way to it: an action is a creative work, a government a government organization.
pub fn record(at: &At, record: &PublicRecord) -> Value {
    let origin = at.kit.origin();
    let whole = |path: &str| format!("{origin}{}", at.to(path));
    let name = rows::plain_name(record, &at.say);
    let address = whole(&record.path());
    let lead = record.card.lead.as_ref().and_then(|lead| lead.pick(at.lang)).map(|picked| picked.text);
    let country = |iso2: &String| {
        let name = countries::by_iso2(iso2).map(|country| country.name(at.lang));
        json!({ "@type": "Country", "identifier": iso2, "name": name })
    };
    let places: Vec<Value> = record.card.countries.iter().map(country).collect();
    let point = record.find.point.map(|(north, east)| {
        json!({ "@type": "Place", "geo": { "@type": "GeoCoordinates", "latitude": north, "longitude": east } })
    });
    let thing = match record.kind.as_str() {
        "government" => json!({
            "@type": "GovernmentOrganization",
            "name": name,
            "url": address,
            "identifier": record.key,
            "areaServed": places,
            "location": point,
        }),
        _ => {
            let party = |party: &super::Party| {
                let name = party.name.pick(at.lang).map(|picked| picked.text.to_owned());
                json!({ "@type": "GovernmentOrganization", "name": name, "url": whole(&party.path) })
            };
            let licence = super::licence(at);
            let parties: Vec<Value> = record.card.who.iter().map(party).collect();
            // What is on file the secretariat wrote, from a source; the governments are what it is about.
            let on_file = rows::on_file(record, &at.say);
            let (creator, about) = match &on_file {
                Some(_) => {
                    let name = rows::secretariat(&super::programme(at), &at.say);
                    (vec![json!({ "@type": "Organization", "name": name })], parties)
                }
                None => (parties, Vec::new()),
            };
            json!({
                "@type": "CreativeWork",
                "name": name,
                "abstract": lead,
                "creativeWorkStatus": on_file,
                "about": about,
                "url": address,
                "identifier": record.key,
                "inLanguage": at.lang.code(),
                "creator": creator,
                "dateModified": record.card.updated.date().to_string(),
                "license": licence,
                "spatialCoverage": places,
            })
        }
    };
    let (list, title) = match record.kind.as_str() {
        "government" => ("/governments", "register-governments"),
        _ => ("/actions", "register-actions"),
    };
    page(at, thing, &[Link::new(at.say.t(title), at.to(list))], (&name, &record.path()))
}

/// What a page is about, and the way to it: from the home page over these links to its own name and path.
pub fn page(at: &At, thing: Value, crumbs: &[Link], (name, path): (&str, &str)) -> Value {
    let origin = at.kit.origin();
    let home = (at.say.t("register-home"), at.to("/"));
    let between = crumbs.iter().map(|link| (link.text.clone(), link.href.clone()));
    let steps = std::iter::once(home).chain(between).chain([(name.to_owned(), at.to(path))]);
    let step = |(n, (name, href)): (usize, (String, String))| json!({ "@type": "ListItem", "position": n + 1, "name": rows::plain(&name), "item": format!("{origin}{href}") });
    let steps: Vec<Value> = steps.enumerate().map(step).collect();
    graph(vec![thing, json!({ "@type": "BreadcrumbList", "itemListElement": steps })])
}

/// A page that is about no one thing says the way to itself: from the home page over these links to its title and path.
pub fn on_the_way(at: &At, frame: Frame, crumbs: &[Link], path: &str) -> Frame {
    let way = page(at, Value::Null, crumbs, (&frame.title, path));
    frame.linked(way)
}

/// The site, and how it is searched.
pub(super) fn site(at: &At, description: Option<&str>) -> Value {
    let origin = at.kit.origin();
    let search = format!("{origin}{}?q={{q}}", at.to("/search"));
    graph(vec![json!({
        "@type": "WebSite",
        "name": super::programme(at),
        "description": description,
        "url": format!("{origin}{}", at.to("/")),
        "inLanguage": at.lang.code(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": search },
            "query-input": "required name=q",
        },
    })])
}

/// Something of the world that a page of ours is about: a country, a region, a network.
pub(super) fn of_the_world(at: &At, kind: &str, name: &str, code: &str, path: &str) -> Value {
    let page = format!("{}{}", at.kit.origin(), at.to(path));
    let code = Some(code).filter(|code| !code.is_empty());
    json!({ "@type": kind, "name": name, "identifier": code, "mainEntityOfPage": page })
}

/// A text or a set of ours that is no record of an action or a government: a declaration, a cohort.
pub fn work(at: &At, kind: &str, name: &str, about: Option<&str>, path: &str) -> Value {
    json!({
        "@type": kind,
        "name": name,
        "description": about,
        "url": format!("{}{}", at.kit.origin(), at.to(path)),
        "inLanguage": at.lang.code(),
        "license": super::licence(at),
    })
}

/// An objective of a framework, each with its name.
pub(super) fn objective(at: &At, (code, title): (&str, &Label), (slug, framework): (&str, &str)) -> Value {
    let whole = |path: &str| format!("{}{}", at.kit.origin(), at.to(path));
    json!({
        "@type": "DefinedTerm",
        "name": title.text,
        "termCode": code,
        "inLanguage": title.lang.as_deref().unwrap_or(at.lang.code()),
        "url": whole(&format!("/objectives/{slug}/{code}")),
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": framework,
            "url": whole(&format!("/objectives#{slug}")),
        },
    })
}

/// A data set: what it is called, what it holds, where it stands, its files as form and address.
fn set(
    at: &At,
    (name, about): (&str, &str),
    path: &str,
    files: Vec<(&str, String)>,
    date: Option<&str>,
) -> Value {
    let origin = at.kit.origin();
    let file = |(form, href): (&str, String)| json!({ "@type": "DataDownload", "encodingFormat": form, "contentUrl": format!("{origin}{href}") });
    json!({
        "@type": "Dataset",
        "name": name,
        "description": about,
        "url": format!("{origin}{}", at.to(path)),
        "license": super::licence(at),
        "isAccessibleForFree": true,
        "dateModified": date,
        "inLanguage": at.lang.code(),
        "distribution": files.into_iter().map(file).collect::<Vec<_>>(),
    })
}

/// A list as a data set, with its files.
pub(super) fn list(at: &At, list: List, title: &str) -> Value {
    let programme = super::programme(at);
    let files = super::data::files(at, list.path(), &[]);
    let name = format!("{title} – {programme}");
    let set = set(at, (&name, &at.say.t("register-data-lead")), list.path(), files, None);
    page(at, set, &[], (title, list.path()))
}

/// A figure as a data set: its table, and the picture of it.
pub(super) fn figure(at: &At, numbers: &Numbers, date: &str) -> Value {
    let path = format!("/figures/{}", numbers.figure.name());
    let picture = format!("{}{}", at.kit.origin(), at.to(&format!("{path}/picture.png")));
    let files = vec![("CSV", at.to(&format!("{path}/table.csv")))];
    let mut set = set(at, (&numbers.title, &numbers.about), &path, files, Some(date));
    set["image"] = picture.into();
    let figures = Link::new(at.say.t("register-figures"), at.to("/figures"));
    page(at, set, &[figures], (&numbers.title, &path))
}

/// The whole register as a data set, with its files.
pub(super) fn dataset(at: &At, date: &str) -> Value {
    let files = ["/actions", "/governments"].into_iter().flat_map(|path| super::data::files(at, path, &[]));
    let programme = super::programme(at);
    let set = set(at, (&programme, &at.say.t("register-data-lead")), "/data", files.collect(), Some(date));
    page(at, set, &[], (&at.say.t("register-data"), "/data"))
}

/// Without what is not known.
fn graph(things: Vec<Value>) -> Value {
    let mut things = things;
    things.retain(|thing| !thing.is_null());
    for thing in &mut things {
        if let Value::Object(fields) = thing {
            fields
                .retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
        }
    }
    json!({ "@context": "https://schema.org", "@graph": things })
}
