//! Opening the house to the network: the whole router, dressed with limits, languages, headers, the pages of
//! problems and compression.

use std::any::Any;
use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode, header};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::address::{Head, first_part, head, negotiate};
use crate::at::redirect;
use crate::browser::CookieSlot;
use crate::kept::Keeping;
use crate::problem_page::{Reader, draw};
use crate::{At, Kit, Lost, Missing, Problem, Route, Routes, assets, headers, map};

/// The longest address that is read, in bytes.
const ADDRESS_LIMIT: usize = 8 * 1024;
/// The most headers, and the most bytes of them.
const HEADER_LIMIT: (usize, usize) = (100, 32 * 1024);

/// The house, ready to be served.
pub struct Opened<S> {
    /// Every route with its act and its row of access.
    pub routes: Vec<Route>,
    /// The router.
    pub router: Router<S>,
}

#[derive(Clone)]
struct Door {
    kit: Kit,
    /// The first parts of paths that answer programs and carry no language: `healthz`, `assets`.
    programs: Arc<BTreeSet<String>>,
}

/// Dresses the routes of the house.
pub fn open<S: Clone + Send + Sync + 'static>(routes: Routes<S>, kit: &Kit) -> Opened<S> {
    let routes = routes.merge(assets::routes()).merge(map::ground::routes());
    let (routes, router) = routes.into_parts();
    let outside = routes.iter().filter(|route| !route.path.starts_with("/{lang}"));
    let programs = outside.map(|route| first_part(route.path).to_owned()).filter(|part| !part.is_empty());
    let door = Door { kit: kit.clone(), programs: Arc::new(programs.collect()) };
    // What is packed already would only cost time.
    let loose = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/vnd.openxmlformats-officedocument"))
        .and(NotForContentType::const_new("application/pdf"));
    let packing = CompressionLayer::new().br(true).gzip(true).quality(CompressionLevel::Precise(4));
    let packing = packing.compress_when(loose);
    let router = router
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || Problem::NotAllowed)
        .layer(from_fn_with_state(door.clone(), enter))
        .layer(CatchPanicLayer::custom(caught))
        .layer(from_fn_with_state(door.clone(), dress))
        .layer(packing)
        .layer(from_fn_with_state(door, secure))
        .layer(Keeping(kit.clone()));
    Opened { routes, router }
}

/// Refuses what is too long, and leads addresses without a language to the visitor's own.
async fn enter(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path_and_query().is_some_and(|text| text.as_str().len() > ADDRESS_LIMIT) {
        return Problem::AddressTooLong.into_response();
    }
    if uri.path_and_query().is_some_and(|text| text.as_str().contains("%00")) {
        return Problem::Unreadable.into_response(); // PostgreSQL refuses the character, and nobody types it
    }
    let bytes: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if request.headers().len() > HEADER_LIMIT.0 || bytes > HEADER_LIMIT.1 {
        return Problem::HeadersTooLarge.into_response();
    }
    let path = uri.path();
    match head(path) {
        Head::Language(_, rest) if path.ends_with('/') != (rest == "/") => return to_own_spelling(&request),
        Head::Language(..) => {}
        _ if door.programs.contains(first_part(path)) => {}
        Head::UnknownLanguage => return Problem::NotFound.into_response(),
        Head::None => return to_own_language(&request),
    }
    request.extensions_mut().insert(door.kit);
    next.run(request).await
}

/// Each page has one address: `/fr/` with a slash at the end, every other page without.
fn to_own_spelling(request: &Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Problem::NotFound.into_response();
    }
    let bare = request.uri().path().trim_end_matches('/');
    let slash = if bare.matches('/').count() == 1 { "/" } else { "" };
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    redirect(StatusCode::PERMANENT_REDIRECT, &format!("{bare}{slash}{query}"))
}

/// Whether a path ends like the name of a file: `favicon.ico`, not the code of an objective (`A3.1`, `10.b`).
fn is_file(path: &str) -> bool {
    let ending = path.rsplit('/').next().and_then(|name| Some(name.rsplit_once('.')?.1)).unwrap_or_default();
    ending.len() > 1 && ending.contains(|c: char| c.is_ascii_alphabetic())
}

/// Leads to the page in a language of the visitor's, in that page's own spelling: one step is enough.
fn to_own_language(request: &Request) -> Response {
    let path = match request.uri().path().trim_end_matches('/') {
        "" => "/",
        path => path,
    };
    let is_page = !is_file(path);
    if !matches!(*request.method(), Method::GET | Method::HEAD) || !is_page || path.starts_with("//") {
        return Problem::NotFound.into_response();
    }
    let lang = negotiate(request.headers()).code();
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut answer = redirect(StatusCode::TEMPORARY_REDIRECT, &format!("/{lang}{path}{query}"));
    answer.headers_mut().insert(header::VARY, http::HeaderValue::from_static("Accept-Language"));
    answer
}

/// Draws the pages of problems and sets the browser's cookie.
async fn dress(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    let at = At::somewhere(&door.kit, request.uri(), request.headers());
    let reader = match door.programs.contains(first_part(request.uri().path())) {
        true => Reader::Program,
        false => Reader::Person,
    };
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let slot = CookieSlot::default();
    request.extensions_mut().insert(slot.clone());
    // Whoever asks for the head of a page is told how long the very same page is.
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let asked = reads.then(|| request.uri().path().to_owned());
    let answer = next.run(request).await;
    let missing = match answer.status() {
        StatusCode::NOT_FOUND => Some(Missing::Nowhere),
        StatusCode::GONE => Some(Missing::Gone),
        _ => None,
    };
    let lost = match asked.filter(|_| reader == Reader::Person).zip(missing) {
        Some((path, missing)) => door.kit.near(at.lang, &path, missing).await,
        None => Lost::default(),
    };
    let mut response = draw(answer, &at, reader, lost, route.as_deref().unwrap_or("none"));
    // A page that could not be drawn has no form, so it needs no cookie to tell whose form comes back.
    if let Some(cookie) = slot.take().filter(|_| !response.status().is_server_error()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
        response.headers_mut().insert(header::CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    }
    response
}

async fn secure(State(door): State<Door>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    headers::secure(&door.kit, &mut response);
    response
}

fn caught(panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    Problem::broken(format!("a handler panicked: {text}")).into_response()
}
