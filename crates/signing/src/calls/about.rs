//! The page about the Call: the bodies around it as they are today, how to reach the secretariat, the licence of what is
//! published, how to cite it, and how far the pages are accessible.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use vocabulary::{Arg, PartialDate};
use web::{At, Frame, Problem};

use super::{BodyRole, records};
use crate::House;

struct Line {
    name: String,
    lang: String,
    dir: &'static str,
    role: String,
    since: Option<String>,
    site: Option<String>,
    source: Option<String>,
}

#[derive(Template)]
#[template(path = "calls/pages/about.html")]
struct About {
    frame: Frame,
    summary: String,
    bodies: Vec<Line>,
    as_of: String,
    contact: String,
    licence: String,
    licence_address: String,
    citation: String,
}

/// The page.
pub(super) async fn page(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let Some(call) = house.call() else { return Err(Problem::NotFound) };
    let now = house.now();
    let bodies = records::bodies_on(house.store.read(), &call, &PartialDate::from(now.date())).await?;
    let bodies = bodies.into_iter().filter_map(|body| {
        let name = body.name.pick(at.lang)?;
        Some(Line {
            name: name.text.to_owned(),
            lang: name.tag.to_string(),
            dir: name.tag.dir(),
            role: at.say.t(role_key(body.role)),
            since: body
                .from
                .as_ref()
                .map(|from| at.say.with("calls-about-since", &[("date", Arg::from(at.say.partial(from)))])),
            site: body.site.clone(),
            source: body.source.clone(),
        })
    });
    let title = call.title.pick(at.lang).map(|picked| picked.text.to_owned()).unwrap_or_default();
    let citation = [
        ("title", Arg::from(title.as_str())),
        ("date", Arg::from(at.say.date(now))),
        ("address", Arg::from(house.kit.origin())),
    ];
    Ok(web::html(About {
        frame: Frame::new(&at, "calls-about-title").here("about"),
        summary: call.summary.pick(at.lang).map(|picked| picked.text.to_owned()).unwrap_or_default(),
        bodies: bodies.collect(),
        as_of: at.say.with("calls-about-as-of", &[("date", Arg::from(at.say.date(now)))]),
        contact: call.contact.clone(),
        licence: call.licence.code.clone(),
        licence_address: call.licence.address.clone(),
        citation: at.say.plain("calls-about-citation", &citation),
    }))
}

fn role_key(role: BodyRole) -> &'static str {
    match role {
        BodyRole::Steers => "calls-role-steers",
        BodyRole::Partners => "calls-role-partners",
        BodyRole::Advises => "calls-role-advises",
        BodyRole::Supports => "calls-role-supports",
    }
}
