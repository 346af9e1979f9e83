//! Pages that are drawn anew, in this process: nothing is kept, because nobody follows the records here.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::Response;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use rooms::House;
use rooms::register::facets::List;
use rooms::register::{self, Found};
use store::search::Query;
use tower::ServiceExt;

use crate::house::{self, told};
use crate::measure::{Length, Row, Side, said};
use crate::{Outcome, ask, bare, door, found};

/// The words that are sought, in the languages of the generated actions.
const WORDS: [&str; 4] = ["housing", "santé", "escuela", "council"];

/// One question: its address, and what the index is asked for it.
struct Asked {
    address: String,
    query: Query,
}

/// Measures the search page and the page of an action.
pub async fn measure(data: &Path, scratch: &Path, length: Length) -> Outcome<()> {
    let house = house::open(data).await?;
    if house.index.is_empty() {
        return Err(format!("{} holds no action: fill it first.", data.display()));
    }
    rebuild(&house, scratch).await?;
    let doors = Doors::open(&house);
    ask::measure(&house, length).await?;
    search(&house, &doors, length).await?;
    action(&house, &doors, length).await?;
    found::measure(&house, length).await
}

/// Builds the index anew beside the one in use.
async fn rebuild(house: &House, scratch: &Path) -> Outcome<()> {
    let begun = Instant::now();
    register::snapshot::rebuild(&house.store, &house.index).await.map_err(told)?;
    let records = house.index.len();
    eprintln!("  {records} public records");
    let ours = records as f64 / begun.elapsed().as_secs_f64();
    let (many, took) = bare::built(house, scratch).await?;
    said(&Row {
        name: "index rebuilt, records",
        ours,
        against: "tantivy alone, two threads, the records ready in memory",
        limit: many as f64 / took.as_secs_f64(),
        unit: "/s",
        reach: 0.8,
        ..Row::default()
    });
    Ok(())
}

/// The ways in which one page is asked for.
struct Doors {
    /// As `serve` opens it.
    whole: Router,
    /// The handlers alone: axum, the same reading, the same render, no kit around.
    bare: Router,
}

impl Doors {
    fn open(house: &House) -> Doors {
        let (_, bare) = rooms::wiring::routes().into_parts();
        let bare = bare.layer(Extension(house.kit.clone())).with_state(house.clone());
        Doors { whole: door::router(house), bare }
    }
}

/// Asks, and reads the answer whole.
async fn got(router: &Router, address: &str, packed: bool) -> (StatusCode, Option<String>, usize) {
    let mut request = Request::get(address).header(header::HOST, "localhost");
    if packed {
        request = request.header(header::ACCEPT_ENCODING, "br");
    }
    let request = request.body(Body::empty()).expect("an address of our own");
    let answer: Response = match router.clone().oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    };
    let status = answer.status();
    let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
    let bytes = answer.into_body().collect().await.map(|body| body.to_bytes().len()).unwrap_or_default();
    (status, to, bytes)
}

/// Questions with a word and two chosen facets, each under its one address.
async fn questions(house: &House, doors: &Doors) -> Outcome<Vec<Asked>> {
    let words = house.words();
    let groups = List::Actions.groups(&words);
    let kinds = vec!["action".to_owned()];
    let all = Query { kinds: kinds.clone(), count: groups.clone(), limit: 1, ..Query::default() };
    let counts = house.index.search(&all).map_err(|fault| fault.to_string())?.counts;
    let most = |group: &str| {
        let values = counts.get(group).into_iter().flatten();
        values.max_by_key(|(_, count)| **count).map(|(token, _)| token.clone())
    };
    let chosen: Vec<(String, String)> =
        ["gcm", "status"].iter().filter_map(|group| Some(((*group).to_owned(), most(group)?))).collect();
    let mut asked = Vec::new();
    for word in WORDS {
        let mut pairs = vec![("q".to_owned(), word.to_owned())];
        pairs.extend(
            chosen
                .iter()
                .filter_map(|(group, token)| Some((group.clone(), token.split_once('/')?.1.to_owned()))),
        );
        let text = serde_urlencoded::to_string(&pairs).map_err(|error| error.to_string())?;
        let mut address = format!("/en/actions?{text}");
        let (status, to, _) = got(&doors.whole, &address, false).await;
        if let Some(to) = to {
            address = to;
        } else if status != StatusCode::OK {
            return Err(format!("{address} answers {status}."));
        }
        let tokens: BTreeMap<String, Vec<String>> =
            chosen.iter().map(|(group, token)| (group.clone(), vec![token.clone()])).collect();
        let query = Query {
            text: word.to_owned(),
            kinds: kinds.clone(),
            chosen: tokens,
            limit: 25,
            count: groups.clone(),
            ..Query::default()
        };
        let found = house.index.search(&query).map_err(|fault| fault.to_string())?;
        let (status, _, bytes) = got(&doors.whole, &address, false).await;
        eprintln!("  {address}: {} found, {status}, {bytes} bytes", found.total);
        asked.push(Asked { address, query });
    }
    Ok(asked)
}

async fn search(house: &House, doors: &Doors, length: Length) -> Outcome<()> {
    let asked = questions(house, doors).await?;
    let one = |n: usize| &asked[n % asked.len()];
    let [mut index, mut read, mut bare, mut whole, mut packed] = <[Side; 5]>::default();
    for _ in 0..length.rounds {
        index.round(length.slice, async |n| drop(house.index.search(&one(n).query))).await;
        read.round(length.slice, async |n| {
            if let Ok(answer) = house.index.search(&one(n).query) {
                let keys: Vec<_> = answer.hits.into_iter().map(|hit| (hit.kind, hit.key)).collect();
                drop(register::find_all(house.store.read(), &keys).await);
            }
        })
        .await;
        bare.round(length.slice, async |n| drop(got(&doors.bare, &one(n).address, false).await)).await;
        whole.round(length.slice, async |n| drop(got(&doors.whole, &one(n).address, false).await)).await;
        packed.round(length.slice, async |n| drop(got(&doors.whole, &one(n).address, true).await)).await;
    }
    let row = Row { unit: "/s", ours: whole.rate(), p50: whole.p50(), ..Row::default() };
    said(&Row {
        name: "search page drawn anew",
        against: "the index query alone",
        limit: index.rate(),
        reach: 0.6,
        ..row
    });
    let name = "search page drawn anew";
    said(&Row { name, against: "query and records read", limit: read.rate(), ..row });
    said(&Row {
        name,
        against: "the same query, records and render, bare",
        limit: bare.rate(),
        reach: 0.7,
        ..row
    });
    said(&Row {
        name: "search page drawn anew and packed",
        ours: packed.rate(),
        p50: packed.p50(),
        against: "the same, not packed",
        limit: whole.rate(),
        ..row
    });
    said(&Row { name: "index query alone", ours: index.rate(), p50: index.p50(), ..row });
    Ok(())
}

async fn action(house: &House, doors: &Doors, length: Length) -> Outcome<()> {
    let all = Query { kinds: vec!["action".to_owned()], limit: 50, ..Query::default() };
    let hits = house.index.search(&all).map_err(|fault| fault.to_string())?.hits;
    let mut addresses = Vec::new();
    for hit in &hits {
        if let Found::Here(record) =
            register::find(house.store.read(), &hit.kind, &hit.key).await.map_err(told)?
        {
            addresses.push((hit.key.clone(), format!("/en{}", record.path())));
        }
    }
    let Some((_, first)) = addresses.first() else { return Err("no action is public.".to_owned()) };
    let (status, _, bytes) = got(&doors.whole, first, false).await;
    eprintln!("  {first}: {status}, {bytes} bytes");
    let page = "x".repeat(bytes);
    let floor = Router::new()
        .fallback(async |State((house, page)): State<(House, String)>, request: axum::extract::Request| {
            let key = request.uri().path().trim_start_matches('/').to_owned();
            let found = register::find(house.store.read(), "action", &key).await;
            found.map(|_| page).map_err(|_| StatusCode::NOT_FOUND)
        })
        .with_state((house.clone(), page));
    let one = |n: usize| &addresses[n % addresses.len()];
    let [mut read, mut bare, mut whole, mut packed] = <[Side; 4]>::default();
    for _ in 0..length.rounds {
        read.round(length.slice, async |n| drop(got(&floor, &format!("/{}", one(n).0), false).await)).await;
        bare.round(length.slice, async |n| drop(got(&doors.bare, &one(n).1, false).await)).await;
        whole.round(length.slice, async |n| drop(got(&doors.whole, &one(n).1, false).await)).await;
        packed.round(length.slice, async |n| drop(got(&doors.whole, &one(n).1, true).await)).await;
    }
    let row = Row { unit: "/s", ours: whole.rate(), p50: whole.p50(), ..Row::default() };
    said(&Row {
        name: "action page drawn anew",
        against: "axum, the record read, the same render, bare",
        limit: bare.rate(),
        reach: 0.6,
        ..row
    });
    let name = "action page drawn anew";
    said(&Row { name, against: "axum and the record read, nothing drawn", limit: read.rate(), ..row });
    said(&Row {
        name: "action page drawn anew and packed",
        ours: packed.rate(),
        p50: packed.p50(),
        against: "the same, not packed",
        limit: whole.rate(),
        ..row
    });
    Ok(())
}
