//! The pages of problems: what happened, what to do, and where to go on.

use askama::Template;
use axum::response::{IntoResponse, Response};
use data_encoding::BASE32_NOPAD;
use http::{HeaderValue, header};
use vocabulary::{Arg, Say};

use crate::at::redirect;
use crate::problem::Stranger;
use crate::{At, Frame, LookFor, Lost, Near, Problem, for_frames};

/// The longest path that a letter to the secretariat is about.
const LONGEST_ABOUT: usize = 100;

/// Who reads the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// A person: a page.
    Person,
    /// A program: a problem document.
    Program,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    /// What happened and what to do, one paragraph each.
    sentences: Vec<String>,
    /// The mark under which the log knows it.
    mark: Option<String>,
    /// The box for looking on.
    look_for: Option<LookFor>,
    /// What an address that leads nowhere may have meant, or where the days stand of what was taken back.
    near: Vec<Near>,
    near_title: &'static str,
    /// Where the secretariat is written to, with what the letter is about.
    contact: String,
}

/// The mark of what broke, beside the answer that shows it: for whoever writes the log.
#[derive(Clone, Debug)]
pub struct Mark(pub String);

/// Draws the problem in an answer, where there is one. `route` is the pattern of the address, for the log: the address
/// itself may name somebody.
pub(crate) fn draw(response: Response, at: &At, reader: Reader, lost: Lost, route: &str) -> Response {
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        None if response.headers().contains_key(header::CONTENT_TYPE) && !is_plain(&response) => {
            return response;
        }
        None => match Problem::of_status(response.status()) {
            Some(problem) => problem,
            None => return response,
        },
    };
    if let Problem::Elsewhere(path) = &problem {
        return redirect(problem.status(), &at.to(path));
    }
    let mark = mark(&problem, at, route);
    // The page would say the address once for each language; who asked with one that long is led to the first page.
    let home = At { path: "/".to_owned(), query: None, ..at.clone() };
    let at = if matches!(problem, Problem::AddressTooLong) { &home } else { at };
    let mut answer = match reader {
        Reader::Person => page(&problem, at, mark.clone(), lost),
        Reader::Program => document(&problem, at, mark.clone()),
    };
    if let Some(mark) = mark {
        answer.extensions_mut().insert(Mark(mark));
    }
    // The site around a frame shows the sentence too.
    if at.path.starts_with("/embed/") {
        answer = for_frames(answer);
    }
    *answer.status_mut() = problem.status();
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}

fn is_plain(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/plain")) && response.status().as_u16() >= 400
}

fn mark(problem: &Problem, at: &At, route: &str) -> Option<String> {
    let Problem::Broken(detail) = problem else { return None };
    let letters = BASE32_NOPAD.encode(&at.kit.chance::<5>());
    let mark = format!("{}-{}", &letters[..4], &letters[4..]);
    tracing::error!(mark, route, detail = %detail, "a request broke");
    Some(mark)
}

fn page(problem: &Problem, at: &At, mark: Option<String>, lost: Lost) -> Response {
    let (key, usual) = words(problem, &at.say);
    let sentences = lost.said.into_iter().chain(usual).collect();
    let frame = Frame::new(at, &format!("{key}title")).hide();
    let near_title = match problem {
        Problem::Gone { .. } => "web-problem-gone-history",
        _ => "web-problem-near",
    };
    let contact = contact(problem, at);
    let Lost { look_for, near, .. } = lost;
    let page = ProblemPage { frame, sentences, mark, look_for, near, near_title, contact };
    match page.render() {
        Ok(text) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page of a problem could not be drawn");
            ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], at.say.plain(&format!("{key}title"), &[]))
                .into_response()
        }
    }
}

/// The way to the secretariat. Who asks about what is not there, or no longer, need not say what it was.
fn contact(problem: &Problem, at: &At) -> String {
    let about = at.path.trim_matches('/');
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/');
    let is_named = matches!(problem, Problem::NotFound | Problem::Gone { .. })
        && (1..=LONGEST_ABOUT).contains(&about.len())
        && about.bytes().all(plain);
    if is_named { at.to(&format!("/contact?about={about}")) } else { at.to("/contact") }
}

fn document(problem: &Problem, at: &At, mark: Option<String>) -> Response {
    let (key, sentences) = words(problem, &at.say);
    let mut body = serde_json::json!({
        "type": "about:blank",
        "title": at.say.plain(&format!("{key}title"), &[]),
        "status": problem.status().as_u16(),
        "detail": sentences.join(" "),
    });
    if let Some(mark) = mark {
        body["instance"] = format!("urn:mark:{mark}").into();
    }
    let kind = HeaderValue::from_static("application/problem+json");
    ([(header::CONTENT_TYPE, kind)], body.to_string()).into_response()
}

/// What the message keys of a problem begin with, and its sentences.
fn words(problem: &Problem, say: &Say) -> (&'static str, Vec<String>) {
    let key = match problem {
        Problem::Unreadable | Problem::HeadersTooLarge | Problem::Elsewhere(_) => "web-problem-unreadable-",
        Problem::Unknown(_) => "web-problem-unknown-",
        Problem::Forbidden(_) => "web-problem-forbidden-",
        Problem::Unsafe(_) => "web-problem-unsafe-",
        Problem::NeedsHttps => "web-problem-insecure-",
        Problem::NotFound => "web-problem-not-found-",
        Problem::NotAllowed => "web-problem-not-allowed-",
        Problem::Gone { .. } => "web-problem-gone-",
        Problem::TooLarge { .. } => "web-problem-too-large-",
        Problem::AddressTooLong => "web-problem-address-too-long-",
        Problem::WrongKind => "web-problem-wrong-kind-",
        Problem::Refused(_) => "web-problem-refused-",
        Problem::TooMany { .. } => "web-problem-too-many-",
        Problem::Broken(_) => "web-problem-broken-",
        Problem::Unavailable { .. } => "web-problem-unavailable-",
        Problem::Full => "web-problem-full-",
    };
    let mut sentences = match problem {
        Problem::Forbidden(reason) | Problem::Refused(reason) => vec![say.t(reason)],
        Problem::Unsafe(stranger) => vec![say.t(stranger_key(*stranger))],
        Problem::Unknown(what) => vec![what.clone()],
        Problem::Gone { since, why } => gone(say, since.map(|at| say.date(at)), why.as_deref()),
        _ => Vec::new(),
    };
    sentences.push(match problem {
        Problem::TooLarge { most } => {
            say.with("web-problem-too-large-text", &[("size", Arg::from(size(*most)))])
        }
        Problem::TooMany { retry_after } => {
            say.with("web-problem-too-many-text", &[("n", Arg::from(retry_after.div_ceil(60)))])
        }
        Problem::Unavailable { retry_after } => {
            say.with("web-problem-unavailable-text", &[("n", Arg::from(*retry_after))])
        }
        _ => say.t(&format!("{key}text")),
    });
    (key, sentences)
}

fn stranger_key(stranger: Stranger) -> &'static str {
    match stranger {
        Stranger::OtherPage => "web-problem-unsafe-other-page",
        Stranger::NoCookie => "web-problem-unsafe-no-cookie",
        Stranger::OldForm => "web-problem-unsafe-old-form",
    }
}

fn gone(say: &Say, since: Option<String>, why: Option<&str>) -> Vec<String> {
    let since = since.map(|date| say.with("web-problem-gone-since", &[("date", Arg::from(date))]));
    since.into_iter().chain(why.map(str::to_owned)).collect()
}

/// A size as people read it: "25 MB", "64 kB". The letters are those of the international system.
pub(crate) fn size(bytes: usize) -> String {
    const MEGA: usize = 1024 * 1024;
    if bytes >= MEGA { format!("{} MB", bytes / MEGA) } else { format!("{} kB", bytes.div_ceil(1024)) }
}
