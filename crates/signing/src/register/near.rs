//! What stands near an address that leads nowhere: the public records that its words find. It is asked by the page of that
//! problem, so it never fails: who can find nothing suggests nothing.

use std::sync::Arc;

use store::search::{Index, Query};
use store::{Fault, Store};
use vocabulary::{Arg, Lang, Messages, Say};
use web::{Lost, Near, Suggest};

use super::record::PublicRecord;
use super::{records, rows};

/// So many are suggested.
const MOST: usize = 5;
/// So many words of an address are read.
const WORDS: usize = 6;
/// Words that stand in addresses and say nothing of what is looked for.
const OF_ADDRESSES: [&str; 14] = [
    "action",
    "actions",
    "government",
    "governments",
    "declaration",
    "declarations",
    "signatures",
    "countries",
    "objectives",
    "desk",
    "index",
    "html",
    "page",
    "assets",
];

/// The lists whose records have references: the part of the address, what is said where a reference is none, and the
/// name of the list.
const LISTS: [(&str, &str, &str); 2] = [
    ("actions", "register-near-no-action", "register-all-actions"),
    ("governments", "register-near-no-government", "register-near-all-governments"),
];

/// How the pages of problems ask for it.
pub fn suggest(store: Store, index: Arc<Index>, messages: Arc<Messages>) -> Suggest {
    Arc::new(move |lang, path| {
        let (store, index, messages) = (store.clone(), index.clone(), messages.clone());
        Box::pin(async move {
            let path = percent_encoding::percent_decode_str(&path).decode_utf8_lossy().into_owned();
            let say = messages.say(lang);
            let records = found(&store, &index, &path).await.unwrap_or_else(|fault| {
                tracing::warn!(cause = fault.cause(), "nothing could be suggested for an address");
                Vec::new()
            });
            let (said, list) = list(&path, &records, &say).unzip();
            let near = records.iter().map(|record| near(record, lang, &say)).chain(list).collect();
            Lost { said: said.flatten(), near }
        })
    })
}

fn near(record: &PublicRecord, lang: Lang, say: &Say) -> Near {
    let label = rows::name(record, say);
    Near { text: label.text, lang: label.lang, dir: label.dir, href: rows::to(lang, &record.path()) }
}

/// The list that an address wanted a record of, and that there is none under its reference, where it has one.
fn list(path: &str, found: &[PublicRecord], say: &Say) -> Option<(Option<String>, Near)> {
    let mut parts = path.split('/').skip(2);
    let wanted = parts.next()?;
    let (part, none, all) = LISTS.into_iter().find(|(part, ..)| *part == wanted)?;
    let reference = parts.next().and_then(|part| references(part).next());
    let reference = reference.filter(|key| found.iter().all(|record| record.key != *key));
    let said = reference.map(|key| say.with(none, &[("reference", Arg::from(key))]));
    let href = rows::to(say.lang, &format!("/{part}"));
    Some((said, Near { text: say.t(all), lang: None, dir: None, href }))
}

async fn found(store: &Store, index: &Index, path: &str) -> Result<Vec<PublicRecord>, Fault> {
    let keys: Vec<(String, String)> = references(path)
        .flat_map(|key| ["action", "government"].map(|kind| (kind.to_owned(), key.clone())))
        .take(MOST)
        .collect();
    if !keys.is_empty() {
        let named = records::find_all(store.read(), &keys).await?;
        if !named.is_empty() {
            return Ok(named);
        }
    }
    let words = words(path);
    let longest = words.iter().max_by_key(|word| word.chars().count()).cloned();
    for text in [Some(words.join(" ")), longest].into_iter().flatten().filter(|text| !text.is_empty()) {
        let answer = index.search(&Query { text, limit: MOST, ..Query::default() })?;
        if !answer.hits.is_empty() {
            let keys: Vec<_> = answer.hits.iter().map(|hit| (hit.kind.clone(), hit.key.clone())).collect();
            return records::find_all(store.read(), &keys).await;
        }
    }
    Ok(Vec::new())
}

/// Parts of an address that read like a reference: `LA-2026-00042`, `lg-00007`, or without its noughts, `LA-2026-42`.
fn references(path: &str) -> impl Iterator<Item = String> {
    path.split(['/', '?'])
        .filter(|part| {
            let (prefix, number) = part.split_once('-').unwrap_or((part, ""));
            let letters = (2..=6).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_alphabetic());
            letters && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        })
        .map(|part| {
            let (head, number) = part.rsplit_once('-').unwrap_or((part, ""));
            format!("{}-{number:0>5}", head.to_ascii_uppercase())
        })
}

/// The words of an address that may say what is looked for.
fn words(path: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in path.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase) {
        let says = word.chars().count() > 2 && !word.chars().all(|c| c.is_ascii_digit());
        if says && !OF_ADDRESSES.contains(&word.as_str()) && !words.contains(&word) && words.len() < WORDS {
            words.push(word);
        }
    }
    words
}
