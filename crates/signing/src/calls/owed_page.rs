//! The pages that a public service owes, as they were written for the Call. Where one was not written yet it says what
//! the house itself knows, and what the operator still has to say.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use vocabulary::{Arg, language_names};
use web::{At, Frame, Problem, Tone};

use super::owed::Owed;
use super::{Body, BodyRole, Call, records};
use crate::{House, people, register};

/// The longest reference, path or question that a letter is about.
const LONGEST_ABOUT: usize = 300;

/// A body around the Call.
struct Line {
    name: String,
    lang: String,
    dir: &'static str,
    about: Option<(String, String, &'static str)>,
    role: String,
    since: Option<String>,
    site: Option<String>,
    source: Option<String>,
}

/// What was written.
struct Text {
    html: String,
    lang: &'static str,
    dir: &'static str,
}

#[derive(Template)]
#[template(path = "calls/pages/owed.html")]
struct OwedPage {
    frame: Frame,
    /// What was written; nothing where the house speaks for itself.
    text: Option<Text>,
    /// What the house says of itself where nothing was written: each part with its heading.
    parts: Vec<(String, String)>,
    bodies: Vec<Line>,
    as_of: String,
    contact: Option<String>,
    /// The page in which whoever came here has found an error, and a letter about it.
    about: Option<(String, String)>,
    licence: Option<(String, String)>,
    citation: Option<String>,
    /// Which wording it is, and where every one stands if that is shown.
    changed: Option<(String, Option<String>)>,
}

/// The page.
pub(super) async fn show(State(house): State<House>, at: At, owed: Owed) -> Result<Response, Problem> {
    let Some(call) = house.call() else { return Err(Problem::NotFound) };
    let now = house.now();
    let pages = house.pages();
    let picked = pages.pick(owed, at.lang, &call);
    let bodies = match owed {
        Owed::About => {
            records::bodies_on(house.store.read(), &call, &vocabulary::PartialDate::from(now.date())).await?
        }
        _ => Vec::new(),
    };
    let n = picked.map_or(0, |(lang, written)| written.n * 10 + lang as i64);
    let key = format!("{}/{n}/{}", call.id, now.date());
    Ok(web::served(&at, &key, || {
        let own = picked.filter(|(lang, _)| *lang == at.lang).map(|(_, written)| written.title());
        let frame = Frame::new(&at, own.unwrap_or(title_key(owed))).here(owed.word());
        let mut frame = register::on_the_way(&at, frame, &[], &format!("/{}", owed.word()));
        if let Some(note) = note(&at, owed, picked.map(|(lang, _)| lang)) {
            frame = frame.notice(Tone::Care, note);
        }
        let text = picked.map(|(lang, written)| Text {
            html: web::document(&written.filled(&call, lang, house.kit.origin())),
            lang: lang.code(),
            dir: lang.dir(),
        });
        let changed = picked.map(|(_, written)| {
            let args = [("date", Arg::from(at.say.date(written.at))), ("n", Arg::from(written.n))];
            let history = owed.shows_history().then(|| at.to(&format!("/{}/history", owed.word())));
            (at.say.with("calls-page-changed", &args), history)
        });
        web::html(OwedPage {
            parts: if text.is_some() { Vec::new() } else { own_words(&at, owed, &call) },
            text,
            bodies: bodies.iter().filter_map(|body| line(&at, body)).collect(),
            as_of: at.say.with("calls-about-as-of", &[("date", Arg::from(at.say.date(now)))]),
            contact: (owed == Owed::Contact).then(|| call.contact.clone()),
            about: letter(&at, &call).filter(|_| owed == Owed::Contact),
            licence: (owed == Owed::Licence)
                .then(|| (call.licence.code.clone(), call.licence.address.clone())),
            citation: (owed == Owed::Licence).then(|| citation(&house, &at, &call)),
            changed,
            frame,
        })
    }))
}

/// What a letter is to be about, where the way led here from a page of the register: its reference or its path.
fn letter(at: &At, call: &Call) -> Option<(String, String)> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(at.query.as_deref()?).ok()?;
    let (_, about) = pairs.into_iter().find(|(name, _)| name == "about")?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/?=&.,:+%".contains(&byte);
    if about.is_empty() || about.len() > LONGEST_ABOUT || !about.bytes().all(plain) {
        return None;
    }
    let subject = at.say.plain("calls-contact-subject", &[("about", Arg::from(&about))]);
    let subject = utf8_percent_encode(&subject, NON_ALPHANUMERIC);
    Some((about, format!("mailto:{}?subject={subject}", call.contact)))
}

fn title_key(owed: Owed) -> &'static str {
    match owed {
        Owed::About => "calls-about-title",
        Owed::Privacy => "people-privacy-title",
        Owed::Accessibility => "calls-about-accessibility",
        Owed::Contact => "calls-about-contact",
        Owed::Licence => "calls-about-licence",
        Owed::Imprint => "calls-page-imprint",
    }
}

/// What is to be known before reading: that nothing was written, or not in this language.
fn note(at: &At, owed: Owed, written_in: Option<vocabulary::Lang>) -> Option<String> {
    match written_in {
        None => Some(at.say.t(match owed {
            Owed::About => "calls-page-missing-about",
            Owed::Privacy => "calls-page-missing-privacy",
            Owed::Accessibility => "calls-page-missing-accessibility",
            Owed::Contact => "calls-page-missing-contact",
            Owed::Licence => "calls-page-missing-licence",
            Owed::Imprint => "calls-page-missing-imprint",
        })),
        Some(lang) if lang != at.lang => {
            let tag = vocabulary::Tag::parse(lang.code()).ok()?;
            let name = language_names::of(at.lang, &tag);
            Some(at.say.with("calls-page-other-language", &[("language", Arg::from(name))]))
        }
        Some(_) => None,
    }
}

/// What the house can say of itself.
fn own_words(at: &At, owed: Owed, call: &Call) -> Vec<(String, String)> {
    match owed {
        Owed::About => {
            let summary = call.summary.pick(at.lang).map(|picked| picked.text.to_owned());
            summary.map(|words| (String::new(), words)).into_iter().collect()
        }
        Owed::Privacy => people::notice(&at.say),
        Owed::Accessibility => vec![(String::new(), at.say.t("calls-about-accessibility-text"))],
        Owed::Contact | Owed::Licence | Owed::Imprint => Vec::new(),
    }
}

fn citation(house: &House, at: &At, call: &Call) -> String {
    let title = call.title.pick(at.lang).map(|picked| picked.text.to_owned()).unwrap_or_default();
    let args = [
        ("title", Arg::from(title)),
        ("date", Arg::from(at.say.date(house.now()))),
        ("address", Arg::from(house.kit.origin())),
    ];
    at.say.plain("calls-about-citation", &args)
}

fn line(at: &At, body: &Body) -> Option<Line> {
    let name = body.name.pick(at.lang)?;
    let about = body.about.as_ref().and_then(|about| about.pick(at.lang));
    Some(Line {
        name: name.text.to_owned(),
        lang: name.tag.to_string(),
        dir: name.tag.dir(),
        about: about.map(|about| (about.text.to_owned(), about.tag.to_string(), about.tag.dir())),
        role: at.say.t(role_key(body.role)),
        since: body
            .from
            .as_ref()
            .map(|from| at.say.with("calls-about-since", &[("date", Arg::from(at.say.partial(from)))])),
        site: body.site.clone(),
        source: body.source.clone(),
    })
}

fn role_key(role: BodyRole) -> &'static str {
    match role {
        BodyRole::Steers => "calls-role-steers",
        BodyRole::Partners => "calls-role-partners",
        BodyRole::Advises => "calls-role-advises",
        BodyRole::Supports => "calls-role-supports",
    }
}
