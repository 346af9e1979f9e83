//! Actions of other governments that are like one, each with what they share in words. Nothing is guessed: what counts is
//! what both say of themselves, the objectives first, a rare thing more than a common one.
//!
//! Which ones they are is looked up once a day for each action and process ([`Alikes`]). Whether they still stand on the
//! register is read again whenever anything on it has changed; until then what was drawn is shown again.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use askama::Template;
use store::Fault;
use vocabulary::{Arg, LanguageMap, Say, fold};
use web::{At, Frame};

use super::facets::List;
use super::record::PublicRecord;
use super::records;
use super::rows::{self, Row};
use super::words::{self, Words};
use crate::House;

/// So many are shown.
const SHOWN: usize = 5;
/// So many are read to choose from.
const READ: usize = 24;
/// So many answers are kept.
const KEPT: usize = 10_000;
/// So many sections are kept as they were drawn.
const DRAWN: usize = 2_000;
/// Words shorter than this say little of what an action is about.
const LONG: usize = 6;
/// So many words in common are named.
const NAMED: usize = 3;

/// What shared tokens of a group weigh; groups that are not here do not count.
const WEIGHTS: [(&str, u32); 5] = [("for", 2), ("tier", 1), ("size", 1), ("region", 1), ("type", 1)];
/// What a shared objective weighs.
const OBJECTIVE: u32 = 4;

/// Which actions are alike, as this process has looked it up.
#[derive(Default)]
pub struct Alikes {
    /// Which ones, for an action as it stood on a day.
    chosen: Mutex<HashMap<String, (String, Vec<String>)>>,
    /// The section in one language, with what it was drawn from.
    drawn: Mutex<HashMap<String, (String, Alike)>>,
}

/// What is kept under a key, where it is of this stand.
fn known<T: Clone>(kept: &Mutex<HashMap<String, (String, T)>>, key: &str, stand: &str) -> Option<T> {
    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.get(key).filter(|(of, _)| of == stand).map(|(_, one)| one.clone())
}

/// Keeps something under a key; when there are too many, all of them go.
fn keep<T>(kept: &Mutex<HashMap<String, (String, T)>>, most: usize, key: &str, stand: String, one: T) {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= most {
        kept.clear();
    }
    kept.insert(key.to_owned(), (stand, one));
}

/// What stands on an action's page about others like it.
#[derive(Clone)]
pub struct Alike {
    /// The section, drawn; empty where nothing is alike.
    pub html: String,
    /// Another one whenever the section is another.
    pub mark: String,
}

struct One {
    row: Row,
    reasons: Vec<String>,
}

#[derive(Template)]
#[template(path = "register/pages/alike.html")]
struct Section {
    frame: Frame,
    list: Vec<One>,
}

/// The actions that are like this one.
pub async fn alike(house: &House, at: &At, record: &PublicRecord) -> Result<Alike, Fault> {
    let words = house.words();
    let own = format!("{}/{}", record.key, at.lang.code());
    let depends = format!("{}/{}", super::snapshot_key(house, &words), record.card.updated.unix());
    if let Some(drawn) = known(&house.alikes.drawn, &own, &depends) {
        return Ok(drawn);
    }
    let stand = format!("{}/{}", house.now().date(), record.card.updated.unix());
    let found = match known(&house.alikes.chosen, &record.key, &stand) {
        Some(keys) => read(house, &keys).await?,
        None => {
            let found = choose(house, record, &words).await?;
            let keys = found.iter().map(|one| one.key.clone()).collect();
            keep(&house.alikes.chosen, KEPT, &record.key, stand, keys);
            found
        }
    };
    let drawn = draw(at, record, &found, &words)?;
    keep(&house.alikes.drawn, DRAWN, &own, depends, drawn.clone());
    Ok(drawn)
}

fn draw(at: &At, record: &PublicRecord, found: &[PublicRecord], words: &Words) -> Result<Alike, Fault> {
    let mark: Vec<String> =
        found.iter().map(|one| format!("{}:{}", one.key, one.card.updated.unix())).collect();
    let one = |other: &PublicRecord| {
        let reasons = reasons(record, other, words, &at.say);
        let row = rows::rows(std::slice::from_ref(other), words, at).pop()?;
        (!reasons.is_empty()).then_some(One { row, reasons })
    };
    let list: Vec<One> = found.iter().filter_map(one).collect();
    if list.is_empty() {
        return Ok(Alike { html: String::new(), mark: mark.join(",") });
    }
    let section = Section { frame: Frame::new(at, ""), list };
    let html = section
        .render()
        .map_err(|error| Fault::broken(format!("what is alike could not be drawn: {error}")))?;
    Ok(Alike { html, mark: mark.join(",") })
}

async fn read(house: &House, keys: &[String]) -> Result<Vec<PublicRecord>, Fault> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let asked: Vec<_> = keys.iter().map(|key| ("action".to_owned(), key.clone())).collect();
    records::find_cards(house.store.read(), &asked).await
}

/// The most alike of other governments, one of each: they share an objective, and then what else they share decides.
async fn choose(house: &House, record: &PublicRecord, words: &Words) -> Result<Vec<PublicRecord>, Fault> {
    let weighed = record.find.tokens.iter().filter_map(|token| {
        let (group, _) = token.split_once('/')?;
        let weight = match words.framework(group) {
            Some(_) => OBJECTIVE,
            None => WEIGHTS.iter().find(|(name, _)| *name == group)?.1,
        };
        Some((token.clone(), weight))
    });
    let weighed: Vec<(String, u32)> = weighed.collect();
    let hits = house.index.alike("action", &weighed, &record.key, READ);
    let keys: Vec<String> = hits.iter().map(|hit| hit.key.clone()).collect();
    let own = says(record);
    let mut found: Vec<(i64, PublicRecord)> = Vec::new();
    for other in read(house, &keys).await? {
        let at = keys.iter().position(|key| *key == other.key).unwrap_or(READ);
        let sum = hits.get(at).map_or(0, |hit| hit.score as i64);
        let same = i64::try_from(own.intersection(&says(&other)).count().min(NAMED)).unwrap_or_default();
        found.push((sum + 2 * same, other));
    }
    found.sort_by_key(|(sum, _)| std::cmp::Reverse(*sum));
    let mut seen: Vec<String> = leads(record).into_iter().collect();
    let mut chosen = Vec::new();
    for (_, other) in found {
        let answers_alike = shared(record, &other).any(|token| words.node(token).is_some());
        let lead = leads(&other);
        if answers_alike && lead.as_ref().is_none_or(|lead| !seen.contains(lead)) && chosen.len() < SHOWN {
            seen.extend(lead);
            chosen.push(other);
        }
    }
    Ok(chosen)
}

/// Whose action it is.
fn leads(record: &PublicRecord) -> Option<String> {
    record.card.who.first().map(|party| party.path.clone())
}

/// The tokens that both hold.
fn shared<'a>(one: &'a PublicRecord, other: &'a PublicRecord) -> impl Iterator<Item = &'a str> {
    let theirs: BTreeSet<&str> = other.find.tokens.iter().map(String::as_str).collect();
    one.find.tokens.iter().map(String::as_str).filter(move |token| theirs.contains(token))
}

/// The long words of a title and a lead, folded.
fn says(record: &PublicRecord) -> BTreeSet<String> {
    let texts = [&record.card.title, &record.card.lead].into_iter().flatten();
    let texts = texts.flat_map(LanguageMap::all).map(|(_, text)| fold(&text.text));
    let names: BTreeSet<String> = record.find.names.iter().flat_map(|name| split(&fold(name))).collect();
    texts.flat_map(|text| split(&text)).filter(|word| !names.contains(word)).collect()
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= LONG).map(str::to_owned).collect()
}

/// What two actions share, in words: objectives, for whom, what kind of government, how large, where, which words.
fn reasons(one: &PublicRecord, other: &PublicRecord, words: &Words, say: &Say) -> Vec<String> {
    let mut objectives = Vec::new();
    let mut for_whom = Vec::new();
    let mut kinds = Vec::new();
    for token in shared(one, other) {
        let Some((group, value)) = token.split_once('/') else { continue };
        if let Some((_, node)) = words.node(token) {
            objectives.push(match rows::tile(token, words, say) {
                Some(tile) => format!("{} {}", tile.framework, tile.number),
                None => words::short(node, say.lang).text,
            });
        } else if let Some(label) = List::Actions.label(group, value, words, say)
            && group == "for"
        {
            for_whom.push(label.text);
        } else if group == "tier" && value != "unknown" {
            kinds.extend(List::Governments.label(group, value, words, say).map(|label| label.text));
        } else if group == "size" {
            kinds.push(say.t(&format!("register-size-{value}")));
        }
    }
    let near = place(one, other, say);
    let in_common = in_common(one, other);
    let listed = |key: &str, list: Vec<String>| {
        (!list.is_empty()).then(|| say.with(key, &[("list", Arg::from(say.list_apart(&list)))]))
    };
    [
        listed("register-alike-objectives", objectives),
        listed("register-alike-for", for_whom),
        listed("register-alike-kind", kinds),
        near,
        listed("register-alike-words", in_common),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The country or the region that both stand in.
fn place(one: &PublicRecord, other: &PublicRecord, say: &Say) -> Option<String> {
    let named = |group: &str| {
        let token =
            shared(one, other).find(|token| token.split_once('/').is_some_and(|(name, _)| name == group))?;
        Some(List::Actions.label(group, token.split_once('/')?.1, &Words::default(), say)?.text)
    };
    let place = named("country").or_else(|| named("region"))?;
    Some(say.with("register-alike-place", &[("place", Arg::from(place))]))
}

/// The longest words that both say.
fn in_common(one: &PublicRecord, other: &PublicRecord) -> Vec<String> {
    let mut words: Vec<String> = says(one).intersection(&says(other)).cloned().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.truncate(NAMED);
    words.into_iter().map(|word| format!("“{word}”")).collect()
}
