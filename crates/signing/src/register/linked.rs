//! What pages say of themselves to programs: schema.org as JSON-LD, in the page's language, from public records alone.

use serde_json::{Value, json};
use vocabulary::countries;
use web::At;

use super::record::PublicRecord;
use super::rows;

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
            json!({
                "@type": "CreativeWork",
                "name": name,
                "abstract": lead,
                "url": address,
                "identifier": record.key,
                "inLanguage": at.lang.code(),
                "creator": record.card.who.iter().map(party).collect::<Vec<_>>(),
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
    let step = |at: usize, name: &str, address: String| json!({ "@type": "ListItem", "position": at, "name": name, "item": address });
    let crumbs = json!({
        "@type": "BreadcrumbList",
        "itemListElement": [
            step(1, &at.say.t("register-home"), whole("/")),
            step(2, &at.say.t(title), whole(list)),
            step(3, &name, address.clone()),
        ],
    });
    graph(vec![thing, crumbs])
}

/// The whole register as a data set, with its files.
pub(super) fn dataset(at: &At, date: &str) -> Value {
    let origin = at.kit.origin();
    let whole = |path: &str| format!("{origin}{}", at.to(path));
    let mut files = Vec::new();
    for path in ["/actions", "/governments"] {
        for (title, href) in super::data::files(at, path, &[]) {
            let address = format!("{origin}{href}");
            files.push(json!({ "@type": "DataDownload", "encodingFormat": title, "contentUrl": address }));
        }
    }
    let licence = super::licence(at);
    graph(vec![json!({
        "@type": "Dataset",
        "name": super::programme(at),
        "description": at.say.t("register-data-lead"),
        "url": whole("/data"),
        "license": licence,
        "isAccessibleForFree": true,
        "dateModified": date,
        "inLanguage": at.lang.code(),
        "distribution": files,
    })])
}

/// Without what is not known.
fn graph(things: Vec<Value>) -> Value {
    let mut things = things;
    for thing in &mut things {
        if let Value::Object(fields) = thing {
            fields
                .retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
        }
    }
    json!({ "@context": "https://schema.org", "@graph": things })
}
