//! Public pages as they were sent, kept for whoever asks next: the same bytes, compressed once.
//!
//! What is kept is good for one *turn*. The turn ends when anything that public pages depend on is another: the
//! snapshot, the Call's words, the day ([`Pages::depend_on`]), or what stands on every page ([`Pages::redraw`]). A
//! page is kept under the turn in which it was asked for, so it is never older than the turn it is shown in; the POST
//! that publishes or withdraws ends the turn before it answers.
//!
//! Nothing is kept, and nothing kept is shown, unless whoever follows the public records has lately said that they are
//! followed ([`Pages::vouch`]): a house that has lost its database forgets what it can no longer stand for.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode, header};
use http_body_util::BodyExt;
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};
use tower::{Layer, Service};

use crate::Kit;
use crate::asking::{self, Packing};

/// The most bytes of all kept pages together.
const ROOM: u64 = 24 << 20;
/// The largest answer that is kept, before it is compressed.
const LARGEST: u64 = 512 << 10;
/// The longest address that is kept: longer ones are typed by nobody twice.
const LONGEST: usize = 1024;
/// What the headers of one page weigh, about.
const HEADERS: u64 = 2 << 10;
/// About how many pages are kept.
const ABOUT: usize = 2_000;
/// How long what was said of the public records may be relied on.
const VOUCHED: Duration = Duration::from_secs(5);

/// Marks an answer that is the same for everyone.
#[derive(Clone, Copy, Debug)]
struct ForEveryone;

/// Says of an answer that it is the same for everyone who asks this address; what is large is not kept.
pub(crate) fn for_everyone(response: &mut Response) {
    if response.body().size_hint().upper().is_some_and(|bytes| bytes <= LARGEST) {
        response.extensions_mut().insert(ForEveryone);
    }
}

/// Under what a page is kept. The language and the canonical question stand in the address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    packing: Packing,
    address: String,
}

#[derive(Hash)]
struct Asked<'a> {
    packing: Packing,
    address: &'a str,
}

impl Equivalent<Key> for Asked<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.packing == key.packing && self.address == key.address
    }
}

/// One page as it was sent.
struct Sheet {
    turn: u64,
    headers: HeaderMap,
    body: Bytes,
}

impl Sheet {
    /// The answer to whoever asks for it: whole, its headers alone, or that it is still the same.
    fn answer(&self, head: bool, asked: &HeaderMap) -> Response {
        let own = self.headers.get(header::ETAG).and_then(|tag| tag.to_str().ok());
        let known = own.is_some_and(|own| asking::has(asked.get_all(header::IF_NONE_MATCH), own));
        let body = if head || known { Body::empty() } else { Body::from(self.body.clone()) };
        let mut answer = Response::new(body);
        *answer.headers_mut() = self.headers.clone();
        if known {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            for name in [header::CONTENT_TYPE, header::CONTENT_LENGTH, header::CONTENT_ENCODING] {
                answer.headers_mut().remove(name);
            }
        }
        answer
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Sheet>> for Weight {
    fn weight(&self, key: &Key, sheet: &Arc<Sheet>) -> u64 {
        (key.address.len() + sheet.body.len()) as u64 + HEADERS
    }
}

/// The public pages that are kept.
pub struct Pages {
    sheets: Cache<Key, Arc<Sheet>, Weight>,
    depends: Mutex<String>,
    turn: AtomicU64,
    look: AtomicU64,
    begun: Instant,
    /// Until when what was said may be relied on, in milliseconds after the beginning.
    until: AtomicU64,
}

impl Pages {
    pub(crate) fn new() -> Pages {
        Pages {
            sheets: Cache::with_weighter(ABOUT, ROOM, Weight),
            depends: Mutex::default(),
            turn: AtomicU64::new(0),
            look: AtomicU64::new(0),
            begun: Instant::now(),
            until: AtomicU64::new(0),
        }
    }

    /// Says what public pages depend on just now; where that is another thing than before, all are drawn anew.
    pub fn depend_on(&self, what: &str) {
        let mut depends = self.depends.lock().unwrap_or_else(PoisonError::into_inner);
        if *depends != what {
            what.clone_into(&mut depends);
            self.turn.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Says the same, and that the public records are followed: what is kept may be shown for a few seconds more.
    pub fn vouch(&self, what: &str) {
        self.depend_on(what);
        let until = self.begun.elapsed() + VOUCHED;
        self.until.store(u64::try_from(until.as_millis()).unwrap_or(u64::MAX), Ordering::SeqCst);
    }

    /// Has every page drawn anew, and every browser and proxy fetch it: for what stands on all pages, such as a
    /// sentence on top.
    pub fn redraw(&self) {
        self.look.fetch_add(1, Ordering::SeqCst);
        self.turn.fetch_add(1, Ordering::SeqCst);
    }

    /// How often what stands on all pages has changed: part of every page's tag.
    pub(crate) fn look(&self) -> u64 {
        self.look.load(Ordering::SeqCst)
    }

    /// The turn, while it is vouched for.
    fn turn(&self) -> Option<u64> {
        let now = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        (now < self.until.load(Ordering::SeqCst)).then(|| self.turn.load(Ordering::SeqCst))
    }

    /// Forgets every page that is kept.
    pub fn forget(&self) {
        self.sheets.clear();
    }

    /// How many pages are kept.
    pub fn len(&self) -> usize {
        self.sheets.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many bytes the kept pages weigh together, and how many they may.
    pub fn weight(&self) -> (u64, u64) {
        (self.sheets.weight(), self.sheets.capacity())
    }

    /// Keeps an answer, where it is for everyone, and gives it.
    async fn keep(&self, key: Key, turn: u64, response: Response) -> Response {
        let headers = response.headers();
        let own = headers.contains_key(header::SET_COOKIE);
        let public =
            headers.get(header::CACHE_CONTROL).is_some_and(|said| said.as_bytes().starts_with(b"public"));
        let marked = response.extensions().get::<ForEveryone>().is_some();
        if response.status() != StatusCode::OK || own || !public || !marked {
            return response;
        }
        let (parts, body) = response.into_parts();
        let body = match body.collect().await {
            Ok(body) => body.to_bytes(),
            Err(error) => {
                tracing::error!(%error, "a page could not be packed");
                let mut broken = Response::new(Body::empty());
                *broken.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                return broken;
            }
        };
        let mut headers = parts.headers;
        headers.insert(header::CONTENT_LENGTH, body.len().into());
        let sheet = Arc::new(Sheet { turn, headers, body });
        let answer = sheet.answer(false, &HeaderMap::new());
        if self.turn.load(Ordering::SeqCst) == turn {
            self.sheets.insert(key, sheet);
        }
        answer
    }
}

/// Stands before the router: answers with what is kept, and keeps what is public.
#[derive(Clone)]
pub(crate) struct Keeping(pub(crate) Kit);

/// A service with what is kept before it.
#[derive(Clone)]
pub(crate) struct Keeper<S> {
    kit: Kit,
    inner: S,
}

impl<S> Layer<S> for Keeping {
    type Service = Keeper<S>;

    fn layer(&self, inner: S) -> Keeper<S> {
        Keeper { kit: self.0.clone(), inner }
    }
}

type Answering = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

impl<S> Service<Request> for Keeper<S>
where
    S: Service<Request, Response = Response, Error = Infallible>,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Answering;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request) -> Answering {
        let pages = self.kit.pages();
        let packing = Packing::taken(request.headers());
        let head = *request.method() == Method::HEAD;
        let reads = head || *request.method() == Method::GET;
        let address = request.uri().path_and_query().map_or("", |address| address.as_str());
        let turn = pages.turn().filter(|_| reads && address.len() <= LONGEST);
        if let Some(turn) = turn
            && let Some(sheet) = pages.sheets.get(&Asked { packing, address })
            && sheet.turn == turn
        {
            let answer = sheet.answer(head, request.headers());
            return Box::pin(std::future::ready(Ok(answer)));
        }
        let key = turn.filter(|_| !head).map(|turn| (Key { packing, address: address.to_owned() }, turn));
        // Whoever packs the answer further in reads the same wish.
        if request.headers().contains_key(header::ACCEPT_ENCODING) {
            request.headers_mut().insert(header::ACCEPT_ENCODING, packing.word());
        }
        let (kit, answering) = (self.kit.clone(), self.inner.call(request));
        Box::pin(async move {
            let answer = answering.await?;
            Ok(match key {
                Some((key, turn)) => kit.pages().keep(key, turn, answer).await,
                None => answer,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_turn_ends_with_what_pages_depend_on_and_holds_only_while_somebody_vouches() {
        let pages = Pages::new();
        pages.depend_on("1");
        assert_eq!(pages.turn(), None, "nobody has said that the records are followed");
        pages.vouch("1");
        let first = pages.turn().unwrap();
        pages.vouch("1");
        assert_eq!(pages.turn(), Some(first));
        pages.depend_on("2");
        pages.vouch("1");
        assert_eq!(pages.turn(), Some(first + 2), "back again is another turn too");
        pages.redraw();
        assert_eq!((pages.turn(), pages.look()), (Some(first + 3), 1));
    }

    #[tokio::test]
    async fn only_what_is_for_everyone_is_kept_and_never_more_than_there_is_room_for() {
        let answer = |bytes: usize| {
            let mut answer = Response::new(Body::from(vec![b'x'; bytes]));
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0"));
            for_everyone(&mut answer);
            answer
        };
        let key = |n: usize| Key { packing: Packing::Plain, address: format!("/en/{n}") };
        let pages = Pages::new();
        pages.keep(key(0), 7, answer(10)).await;
        assert!(pages.is_empty(), "it was drawn in another turn");
        let unmarked = Response::new(Body::from("x"));
        pages.keep(key(0), 0, unmarked).await;
        let mut own = answer(10);
        own.headers_mut().insert(header::SET_COOKIE, HeaderValue::from_static("la=x"));
        pages.keep(key(0), 0, own).await;
        let mut missing = answer(10);
        *missing.status_mut() = StatusCode::NOT_FOUND;
        pages.keep(key(0), 0, missing).await;
        pages.keep(key(0), 0, answer(600 << 10)).await;
        assert!(pages.is_empty(), "not for everyone, a cookie, not found, too large");
        for n in 0..200 {
            let kept = pages.keep(key(n), 0, answer(400 << 10)).await;
            assert_eq!(kept.headers()[header::CONTENT_LENGTH], (400 << 10).to_string());
        }
        let (weight, room) = pages.weight();
        assert!(weight > 0 && weight <= room && room <= 32 << 20, "{weight} of {room}");
    }
}
