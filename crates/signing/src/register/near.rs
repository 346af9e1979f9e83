//! What stands near an address that leads nowhere: the public records that its words find. It is asked by the page of that
//! problem, so it never fails: who can find nothing suggests nothing.

use std::sync::Arc;

use store::search::{Index, Query};
use store::{Fault, Store};
use vocabulary::groups::{self, Group};
use vocabulary::{Arg, Lang, Messages, Say, countries, slug};
use web::{LookFor, Lost, Missing, Near, Suggest};

use super::record::PublicRecord;
use super::{everything, records, rows};

/// So many are suggested.
const MOST: usize = 5;
/// So many words of an address are read.
const WORDS: usize = 6;
/// Words that stand in addresses and say nothing of what is looked for.
const OF_ADDRESSES: [&str; 22] = [
    "action",
    "actions",
    "government",
    "governments",
    "declaration",
    "declarations",
    "signatures",
    "countries",
    "regions",
    "networks",
    "cohorts",
    "objectives",
    "figures",
    "desk",
    "index",
    "html",
    "page",
    "assets",
    "history",
    "embed",
    "search",
    "php",
];
/// The longest word that anybody writes; what is longer is a key of some machine.
const LONGEST_WORD: usize = 40;

/// How what stands in a list is named in addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// By a reference, and a name that anybody may write as they like.
    Reference,
    /// By words that may be searched for.
    Words,
    /// By a code: words that are found say nothing of it.
    Code,
}

/// A list, and what is said where nothing of it stands under an address.
struct List {
    /// The first part of addresses.
    part: &'static str,
    named: Named,
    none: &'static str,
    /// Its name, and where it stands.
    all: (&'static str, &'static str),
}

const fn list(
    part: &'static str,
    named: Named,
    none: &'static str,
    all: (&'static str, &'static str),
) -> List {
    List { part, named, none, all }
}

const LISTS: [List; 10] = [
    list("actions", Named::Reference, "register-near-no-action", ("register-all-actions", "/actions")),
    list(
        "governments",
        Named::Reference,
        "register-near-no-government",
        ("register-near-all-governments", "/governments"),
    ),
    list(
        "signatures",
        Named::Reference,
        "register-near-no-signature",
        ("register-near-all-declarations", "/declarations"),
    ),
    list(
        "declarations",
        Named::Words,
        "register-near-no-declaration",
        ("register-near-all-declarations", "/declarations"),
    ),
    list("cohorts", Named::Words, "register-near-no-cohort", ("register-near-all-cohorts", "/cohorts")),
    list("networks", Named::Words, "register-near-no-network", ("register-near-all-networks", "/networks")),
    list("countries", Named::Code, "register-near-no-country", ("register-near-all-countries", "/countries")),
    list("regions", Named::Code, "register-near-no-region", ("register-near-all-regions", "/regions")),
    list("objectives", Named::Code, "register-near-no-objective", ("register-all-objectives", "/objectives")),
    list("figures", Named::Code, "register-near-no-figure", ("register-all-figures", "/figures")),
];
/// The group of tokens by which a government is found whose history tells of a withdrawn action.
const WITHDRAWN: &str = "withdrawn";
/// The longest name that is said again.
const LONGEST: usize = 60;

/// How the pages of problems ask for it.
pub fn suggest(store: Store, index: Arc<Index>, messages: Arc<Messages>) -> Suggest {
    Arc::new(move |lang, path, missing| {
        let (store, index, messages) = (store.clone(), index.clone(), messages.clone());
        Box::pin(async move {
            let path = percent_encoding::percent_decode_str(&path).decode_utf8_lossy().into_owned();
            let say = messages.say(lang);
            if missing == Missing::Gone {
                let near = told_of(&store, &index, &path, &say).await.unwrap_or_default();
                return Lost { near, ..Lost::default() };
            }
            let records = found(&store, &index, &path).await.unwrap_or_else(|fault| {
                tracing::warn!(cause = fault.cause(), "nothing could be suggested for an address");
                Vec::new()
            });
            let said = said(&path, &records, &say);
            let near = records.iter().map(|record| near(record, lang, &say)).chain(named(&path, &say));
            let look_for = LookFor {
                action: rows::to(lang, everything::PATH),
                label: say.t("register-search"),
                text: words(&path).join(" "),
            };
            let all = listed(&path).map(|list| Near {
                text: say.t(list.all.0),
                kind: None,
                lang: None,
                dir: None,
                href: rows::to(lang, list.all.1),
            });
            Lost { said, look_for: Some(look_for), near: near.chain(all).collect() }
        })
    })
}

/// By which the governments of a withdrawn action are found.
pub fn withdrawn_token(reference: &str) -> String {
    format!("{WITHDRAWN}/{reference}")
}

/// The histories in which the days stand of an action that was withdrawn: those of its governments.
async fn told_of(store: &Store, index: &Index, path: &str, say: &Say) -> Result<Vec<Near>, Fault> {
    let Some(reference) = references(path).next() else { return Ok(Vec::new()) };
    let chosen = [(WITHDRAWN.to_owned(), vec![withdrawn_token(&reference)])].into_iter().collect();
    let kinds = vec!["government".to_owned()];
    let answer = index.search(&Query { kinds, chosen, limit: MOST, ..Query::default() })?;
    let keys: Vec<_> = answer.hits.iter().map(|hit| (hit.kind.clone(), hit.key.clone())).collect();
    let history = |record: &PublicRecord| {
        let href = rows::to(say.lang, &format!("/governments/{}/history", record.key));
        Near { href, kind: None, ..near(record, say.lang, say) }
    };
    Ok(records::find_all(store.read(), &keys).await?.iter().map(history).collect())
}

fn near(record: &PublicRecord, lang: Lang, say: &Say) -> Near {
    let label = rows::name(record, say);
    let kind = kind_key(&record.kind).map(|key| say.t(key));
    Near { text: label.text, kind, lang: label.lang, dir: label.dir, href: rows::to(lang, &record.path()) }
}

/// What one of a kind is called.
fn kind_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "action" => "register-social-action",
        "government" => "register-social-government",
        "declaration" => "register-nav-declaration",
        "signature" => "register-facet-signature",
        "cohort" => "register-facet-cohort",
        _ => return None,
    })
}

/// The list that an address wanted something of.
fn listed(path: &str) -> Option<&'static List> {
    let wanted = path.split('/').nth(2)?;
    LISTS.iter().find(|list| list.part == wanted)
}

/// What stands in an address after the name of its list.
fn rest(path: &str) -> Vec<&str> {
    path.split('/').skip(3).filter(|part| !part.is_empty()).collect()
}

/// What is not there, in a sentence, where the address names one thing of a list.
fn said(path: &str, found: &[PublicRecord], say: &Say) -> Option<String> {
    let list = listed(path)?;
    let rest = rest(path);
    let name = match list.named {
        Named::Reference => references(rest.first()?).next()?,
        Named::Code if list.part == "objectives" && rest.len() == 2 => rest.join(" "),
        Named::Words | Named::Code if rest.len() == 1 => rest[0].to_owned(),
        Named::Words | Named::Code => return None,
    };
    if found.iter().any(|record| record.key == name) {
        return None;
    }
    let name: String = name.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    Some(say.with(list.none, &[("name", Arg::from(name))]))
}

/// The country or the region whose name stands in the place of its code.
fn named(path: &str, say: &Say) -> Option<Near> {
    let rest = rest(path);
    let written = rest.first()?;
    let (name, path) = match listed(path)?.part {
        "countries" => {
            let country = countries::by_name(&written.replace(['-', '_'], " "))?;
            (country.name(say.lang), format!("/countries/{}", country.iso2))
        }
        "regions" => {
            let is_named =
                |group: &&Group| Lang::ALL.iter().any(|lang| slug(group.name(*lang)) == slug(written));
            let group = groups::all().iter().find(is_named)?;
            (group.name(say.lang), super::regions::path(group))
        }
        _ => return None,
    };
    Some(Near { text: name.to_owned(), kind: None, lang: None, dir: None, href: rows::to(say.lang, &path) })
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
    if listed(path).is_some_and(|list| list.named == Named::Code) {
        return Ok(Vec::new());
    }
    // The end of an address says most: where all its words find nothing, the last ones do, or else the longest alone.
    let words = words(path);
    let longest = words.iter().max_by_key(|word| word.chars().count()).cloned();
    let ends = (0..words.len()).map(|n| words[n..].join(" "));
    for text in ends.chain(longest) {
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

/// The words of an address that may say what is looked for: none of its references, numbers and names of lists.
fn words(path: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let parts = path.split('/').filter(|part| references(part).next().is_none());
    let parts = parts.flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
    for word in parts.map(str::to_lowercase) {
        let says =
            (3..=LONGEST_WORD).contains(&word.chars().count()) && !word.chars().all(|c| c.is_ascii_digit());
        if says && !OF_ADDRESSES.contains(&word.as_str()) && !words.contains(&word) && words.len() < WORDS {
            words.push(word);
        }
    }
    words
}
