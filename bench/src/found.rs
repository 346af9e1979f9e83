//! From publishing to being found: how long it takes until an action that the desk has published is an answer to a search,
//! while readers load the house with questions that were never asked before.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use rooms::House;
use rooms::intake::{OFFICER, SECRETARIAT};
use tokio::task::JoinSet;

use crate::Outcome;
use crate::acts::{drafted, sending};
use crate::door::{self, Browser};
use crate::house::told;
use crate::measure::{Length, Row, said};

/// So many read at once.
const READERS: usize = 4;
/// So long an action is sought before the measure is given up.
const PATIENCE: Duration = Duration::from_secs(60);
/// What readers ask for, with a number behind it so that no answer was kept.
const WORDS: [&str; 4] = ["housing", "santé", "escuela", "council"];

/// Measures it on the house that is measured; its actions stay there.
pub async fn measure(house: &House, length: Length) -> Outcome<()> {
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let work = tokio::spawn(rooms::wiring::work(house.clone(), stopped));
    let measured = while_at_work(house, length).await;
    stop.send_replace(true);
    work.await.map_err(|error| error.to_string())?;
    measured
}

async fn while_at_work(house: &House, length: Length) -> Outcome<()> {
    let router = door::router(house);
    let mut officer = door::logged_in(house, &router, OFFICER).await?;
    let mut desk = door::logged_in(house, &router, SECRETARIAT).await?;
    let run = std::process::id();
    let mut ids = Vec::new();
    for n in 0..length.acts {
        let word = format!("beacon{run}x{n}");
        let id = drafted(&mut officer, &format!("The {word} of the harbour")).await?;
        let page = officer.send_once(sending(&mut officer.clone(), &id).await).await;
        if page.status != 303 {
            return Err(format!("{} answers {}: {}", page.path, page.status, page.words()));
        }
        ids.push((id, word));
    }
    house.followers().settle().await.map_err(told)?;
    let (read, over) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
    let readers = readers(&router, &read, &over);
    let begun = Instant::now();
    let mut times = Vec::new();
    for (id, word) in &ids {
        times.push(found(&mut desk, &router, id, word).await?);
    }
    let pages = read.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64();
    over.store(true, Ordering::Relaxed);
    drop(readers.join_all().await);
    times.sort_unstable();
    let millis = |at: usize| times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    eprintln!("  {} published while {pages:.0} questions a second were answered", times.len());
    said(&Row {
        name: "from publishing to being found, under load: the slowest",
        ours: millis(times.len().saturating_sub(1)),
        p50: millis(times.len() / 2),
        unit: "ms",
        bound: "< 1,000",
        ..Row::default()
    });
    Ok(())
}

/// Readers who ask one question after the other until it is over.
fn readers(router: &Router, read: &Arc<AtomicUsize>, over: &Arc<AtomicBool>) -> JoinSet<()> {
    let mut readers = JoinSet::new();
    for reader in 0..READERS {
        let (mut browser, read, over) = (door::stranger(router), read.clone(), over.clone());
        readers.spawn(async move {
            let mut n = reader;
            while !over.load(Ordering::Relaxed) {
                browser.get(&format!("/en/actions?q={}+-no{n}", WORDS[n % WORDS.len()])).await;
                read.fetch_add(1, Ordering::Relaxed);
                n += READERS;
            }
        });
    }
    readers
}

/// How long it takes from the desk's button until a search answers with it.
async fn found(desk: &mut Browser, router: &Router, id: &str, word: &str) -> Outcome<Duration> {
    let path = format!("/en/desk/actions/{id}");
    let page = desk.get(&path).await;
    let form = page.form(&format!("{path}/publish"));
    let begun = Instant::now();
    let page = desk.send_once(form).await;
    if page.status != 303 {
        return Err(format!("{} answers {}: {}", page.path, page.status, page.words()));
    }
    let mut reader = door::stranger(router);
    while begun.elapsed() < PATIENCE {
        let page = reader.get(&format!("/en/actions?q={word}")).await;
        if page.text.contains(&format!("<mark>{word}</mark>")) {
            return Ok(begun.elapsed());
        }
    }
    Err(format!("“{word}” was published and is not found after {} s.", PATIENCE.as_secs()))
}
