//! Documents thrown by dice, against counting by hand.

use std::collections::{BTreeMap, BTreeSet};

use store::search::{Change, Cursor, Doc, Index, NoCursor, Query, Sort, Turn};

use vocabulary::Lang;

use super::{ask, doc, epoch};

/// A small generator: the same numbers in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

const COUNTRIES: [&str; 6] = ["KE", "UG", "CO", "CA", "MA", "TR"];

pub fn thrown(dice: &mut Dice, n: u64) -> Doc {
    let words = ["water", "housing", "health", "school", "work", "harbour"];
    let mut pick = || words[dice.below(6) as usize];
    let (title, body) = (format!("{} {}", pick(), pick()), format!("{} {} {}", pick(), pick(), pick()));
    let mut tokens = BTreeSet::new();
    for _ in 0..dice.below(4) {
        tokens.insert(format!("gcm/{}", 1 + dice.below(23)));
    }
    tokens.insert(format!("country/{}", COUNTRIES[dice.below(6) as usize]));
    tokens.insert(format!("year/{}", 2018 + dice.below(8)));
    // Some say how many they plan for, some how many they reached, some both and some neither.
    let numbers = ["planned", "counted"].into_iter().filter_map(|group| {
        let number = dice.below(4_000) as i64;
        (number >= 1_000).then(|| (group.to_owned(), number - 1_000))
    });
    let numbers: Vec<(String, i64)> = numbers.collect();
    for (group, number) in &numbers {
        tokens.insert(format!("{group}/{}", number / 1_000));
    }
    Doc {
        kind: if dice.below(3) == 0 { "government" } else { "action" }.to_owned(),
        tokens: tokens.into_iter().collect(),
        when: dice.below(50) as i64,
        position: n as i64,
        point: (dice.below(2) == 0).then_some((1.0, n as f64)),
        weight: dice.below(9) as i64 * 1_000,
        reported: dice.below(12) as i64 - 6,
        numbers,
        ..doc(&format!("k{n}"), &title, &body)
    }
}

fn holds(doc: &Doc, word: &str) -> bool {
    doc.title.iter().chain(&doc.body).any(|(_, text)| text.split(' ').any(|one| one == word))
}

/// Whether the number of a group lies in the range that is asked for.
fn within(doc: &Doc, query: &Query, group: &str) -> bool {
    let range = query.ranges.get(group);
    range.is_some_and(|range| doc.numbers.iter().any(|(of, number)| of == group && range.contains(number)))
}

fn brute(docs: &[Doc], words: &[&str], query: &Query, ignoring: Option<&str>) -> Vec<usize> {
    let passes = |doc: &Doc| {
        words.iter().all(|word| holds(doc, word))
            && (query.kinds.is_empty() || ignoring == Some("kind") || query.kinds.contains(&doc.kind))
            && query.chosen.iter().all(|(group, tokens)| {
                ignoring == Some(group)
                    || tokens.is_empty()
                    || tokens.iter().any(|token| doc.tokens.contains(token))
                    || within(doc, query, group)
            })
            && query.ranges.keys().all(|group| {
                ignoring == Some(group)
                    || within(doc, query, group)
                    || query
                        .chosen
                        .get(group)
                        .is_some_and(|tokens| tokens.iter().any(|token| doc.tokens.contains(token)))
            })
    };
    (0..docs.len()).filter(|at| passes(&docs[*at])).collect()
}

#[test]
fn facet_counts_equal_counts_by_brute_force() {
    let mut dice = Dice(42);
    let mut docs: Vec<Doc> = (0..600).map(|n| thrown(&mut dice, n)).collect();
    let index = Index::in_memory().unwrap();
    // Several commits, so several segments; then some replaced and some gone, so deleted documents stand between.
    for (at, some) in docs.chunks(150).enumerate() {
        let changes: Vec<Change> = some.iter().map(|doc| Change::Put(Box::new(doc.clone()))).collect();
        index.apply(&changes, epoch(), at as i64).unwrap();
    }
    let mut changes = Vec::new();
    for n in (0..600).step_by(7) {
        docs[n] = Doc {
            key: docs[n].key.clone(),
            kind: docs[n].kind.clone(),
            ..thrown(&mut dice, 1_000 + n as u64)
        };
        changes.push(Change::Put(Box::new(docs[n].clone())));
    }
    let gone: Vec<Doc> = docs.split_off(560);
    changes.extend(gone.iter().map(|doc| Change::Drop(doc.kind.clone(), doc.key.clone())));
    index.apply(&changes, epoch(), 9).unwrap();
    assert_eq!(index.len(), 560);

    for round in 0..200 {
        let mut query = Query { limit: 1_000, ..Query::default() };
        query.count =
            ["gcm", "country", "year", "kind", "planned", "counted", "nothing"].map(str::to_owned).to_vec();
        let words: &[&str] = [&[][..], &["water"], &["health", "school"]][dice.below(3) as usize];
        query.text = words.join(" ");
        for _ in 0..dice.below(3) {
            query.chosen.entry("gcm".to_owned()).or_default().push(format!("gcm/{}", 1 + dice.below(25)));
        }
        for _ in 0..dice.below(3) {
            let country = COUNTRIES[dice.below(6) as usize];
            query.chosen.entry("country".to_owned()).or_default().push(format!("country/{country}"));
        }
        if dice.below(2) == 0 {
            query.kinds.push("action".to_owned());
        }
        for group in ["planned", "counted", "nobody"] {
            let (from, to) = (dice.below(3_200) as i64, dice.below(3_200) as i64);
            if dice.below(4) == 0 && (group != "nobody" || dice.below(5) == 0) {
                query.ranges.insert(group.to_owned(), from.min(to)..=from.max(to));
            }
            if dice.below(6) == 0 && group != "nobody" {
                query.chosen.entry(group.to_owned()).or_default().push(format!("{group}/1"));
            }
        }
        let answer = index.search(&query).unwrap();
        let expected = brute(&docs, words, &query, None);
        assert_eq!(answer.total, expected.len() as u64, "round {round}: {query:?}");
        let keys: BTreeSet<&str> = answer.hits.iter().map(|hit| hit.key.as_str()).collect();
        assert_eq!(keys, expected.iter().map(|at| docs[*at].key.as_str()).collect(), "round {round}");
        for group in &query.count {
            let mut counts: BTreeMap<String, u64> = BTreeMap::new();
            for at in brute(&docs, words, &query, Some(group)) {
                let kind = format!("kind/{}", docs[at].kind);
                let of_group = |token: &&String| token.starts_with(&format!("{group}/"));
                for token in docs[at].tokens.iter().chain(std::iter::once(&kind)).filter(of_group) {
                    *counts.entry(token.clone()).or_default() += 1;
                }
            }
            assert_eq!(answer.counts[group], counts, "round {round}, {group}: {query:?}");
        }
        let points = index.points(&query).unwrap();
        assert_eq!(points.len(), expected.iter().filter(|at| docs[**at].point.is_some()).count());
        assert_eq!(index.keys(&query).unwrap().count(), expected.len());
    }
}

#[test]
fn the_last_change_of_what_is_found_is_that_of_the_last_that_changed() {
    let mut dice = Dice(23);
    let docs: Vec<Doc> = (0..600)
        .map(|n| {
            let since = (dice.below(5) > 0).then(|| dice.below(200) as i64);
            Doc { since, ..thrown(&mut dice, n) }
        })
        .collect();
    let index = Index::in_memory().unwrap();
    for (at, some) in docs.chunks(250).enumerate() {
        let changes: Vec<Change> = some.iter().map(|doc| Change::Put(Box::new(doc.clone()))).collect();
        index.apply(&changes, epoch(), at as i64).unwrap();
    }
    // From all there are to a single one, or none.
    for round in 0..100 {
        let words: &[&str] = [&[][..], &["water"], &["health", "school"]][round % 3];
        let mut query = Query { text: words.join(" "), ..Query::default() };
        for token in ["gcm/7", "year/2020", "country/KE"] {
            if dice.below(3) == 0 {
                let group = token.split('/').next().unwrap().to_owned();
                query.chosen.insert(group, vec![token.to_owned()]);
            }
        }
        query.as_of = (dice.below(2) == 0).then(|| dice.below(220) as i64);
        let stood = |doc: &&Doc| query.as_of.is_none_or(|day| doc.since.is_none_or(|since| since <= day));
        let found = brute(&docs, words, &query, None).into_iter().map(|at| &docs[at]);
        let latest = found.filter(stood).filter_map(|doc| doc.since).max();
        assert_eq!(index.search(&query).unwrap().latest, latest, "round {round}: {query:?}");
        assert_eq!(index.latest(&query).unwrap(), latest, "round {round}");
    }
}

#[test]
fn pages_neither_skip_nor_double_in_any_order() {
    let mut dice = Dice(3);
    let docs: Vec<Doc> = (0..300).map(|n| thrown(&mut dice, n)).collect();
    let index = Index::in_memory().unwrap();
    for (at, some) in docs.chunks(70).enumerate() {
        let changes: Vec<Change> = some.iter().map(|doc| Change::Put(Box::new(doc.clone()))).collect();
        index.apply(&changes, epoch(), at as i64).unwrap();
    }
    for sort in [Sort::Relevance, Sort::Newest, Sort::Name(Lang::En), Sort::Heaviest, Sort::Reported] {
        for text in ["", "water", "water health"] {
            let whole = Query { sort, limit: 1_000, ..ask(text) };
            let whole = index.search(&whole).unwrap();
            let mut pages = Vec::new();
            for offset in (0..whole.total as usize + 25).step_by(25) {
                pages.extend(index.search(&Query { sort, offset, limit: 25, ..ask(text) }).unwrap().hits);
            }
            assert_eq!(pages, whole.hits, "{sort:?} {text:?}");
            let of = |key: &str| docs.iter().find(|doc| doc.key == key).unwrap();
            for pair in whole.hits.windows(2) {
                let (a, b) = (of(&pair[0].key), of(&pair[1].key));
                match sort {
                    Sort::Newest => assert!((a.when, a.position) > (b.when, b.position)),
                    Sort::Name(_) => assert!(a.name <= b.name),
                    Sort::Heaviest => assert!(a.weight >= b.weight),
                    Sort::Reported => assert!(a.reported >= b.reported),
                    Sort::Relevance => assert!(pair[0].score >= pair[1].score),
                }
            }
        }
    }
    let beyond = index.search(&Query { offset: usize::MAX, limit: usize::MAX, ..ask("water") }).unwrap();
    assert!(beyond.hits.is_empty() && beyond.total > 0);
}

#[test]
fn pages_by_cursor_neither_skip_nor_double_while_records_arrive() {
    let mut dice = Dice(11);
    let docs: Vec<Doc> = (0..300).map(|n| thrown(&mut dice, n)).collect();
    // Many that match, and so few that they alone are put in order.
    let chosen = BTreeMap::from([
        ("gcm".to_owned(), vec!["gcm/7".to_owned()]),
        ("country".to_owned(), vec!["country/KE".to_owned(), "country/UG".to_owned()]),
    ]);
    let few = Query { chosen, limit: 2, ..ask("") };
    for (asked, sort) in [Query { limit: 25, ..ask("water") }, few].into_iter().flat_map(|asked| {
        [Sort::Newest, Sort::Name(Lang::En), Sort::Heaviest, Sort::Reported].map(|sort| (asked.clone(), sort))
    }) {
        let index = Index::in_memory().unwrap();
        for (at, some) in docs.chunks(70).enumerate() {
            let changes: Vec<Change> = some.iter().map(|doc| Change::Put(Box::new(doc.clone()))).collect();
            index.apply(&changes, epoch(), at as i64).unwrap();
        }
        let whole = index.search(&Query { sort, limit: 1_000, ..asked.clone() }).unwrap();
        let turned = |turn| index.search(&Query { sort, turn, ..asked.clone() }).unwrap();
        let mut page = turned(None);
        assert!(page.total > asked.limit as u64, "{asked:?}");
        let (mut seen, mut round) = (page.hits.clone(), 0);
        while page.passed + (page.hits.len() as u64) < page.total {
            let (_, last) = page.ends.clone().unwrap();
            // Something new arrives, and something that was seen already goes.
            round += 1;
            let new = thrown(&mut dice, 5_000 + round);
            let gone = Change::Drop(seen[0].kind.clone(), seen[0].key.clone());
            index.apply(&[Change::Put(Box::new(new)), gone], epoch(), 100 + round as i64).unwrap();
            let next = turned(Some(Turn::After(last.to_string().parse().unwrap())));
            let (first, _) = next.ends.clone().unwrap();
            let back = turned(Some(Turn::Before(first)));
            assert_eq!(
                back.passed + back.hits.len() as u64,
                next.passed,
                "{sort:?}: what lies before meets it"
            );
            seen.extend(next.hits.clone());
            page = next;
        }
        let is_old = |key: &&str| docs.iter().any(|doc| doc.key == *key);
        let old: Vec<&str> = seen.iter().map(|hit| hit.key.as_str()).filter(is_old).collect();
        let expected: Vec<&str> = whole.hits.iter().map(|hit| hit.key.as_str()).collect();
        assert_eq!(old, expected, "{sort:?} {asked:?}");
    }
    for wrong in [
        "",
        "1",
        "1.2",
        "1.2.zz",
        "+1.2.3",
        "1.2.3.",
        "9999999999999999999999.1.1",
        "en",
        "en.1.2",
        "EN.1.2.3",
    ] {
        assert_eq!(wrong.parse::<Cursor>(), Err(NoCursor), "{wrong:?}");
    }
    let by_name: Cursor = "fr.1.2.3.st. gallen".parse().unwrap();
    assert_eq!(by_name.order(Sort::Name(Lang::En)), Some(Sort::Name(Lang::Fr)), "as it was made");
    assert_eq!((by_name.order(Sort::Newest), by_name.to_string()), (None, "fr.1.2.3.st. gallen".to_owned()));
    let by_date: Cursor = "1.2.3".parse().unwrap();
    assert_eq!(
        (by_date.order(Sort::Newest), by_date.order(Sort::Name(Lang::En))),
        (Some(Sort::Newest), None)
    );
}

#[test]
fn the_same_changes_twice_end_in_the_same_index() {
    let mut dice = Dice(5);
    let docs: Vec<Doc> = (0..80).map(|n| thrown(&mut dice, n)).collect();
    let mut changes: Vec<Change> = docs.iter().map(|doc| Change::Put(Box::new(doc.clone()))).collect();
    changes.push(Change::Drop(docs[3].kind.clone(), "k3".to_owned()));
    let index = Index::in_memory().unwrap();
    assert_eq!(index.position(), None);
    index.apply(&changes, epoch(), 5).unwrap();
    let query = Query { count: vec!["gcm".to_owned()], sort: Sort::Newest, ..ask("water") };
    let once = index.search(&query).unwrap();
    index.apply(&changes, epoch(), 5).unwrap();
    assert_eq!(index.search(&query).unwrap(), once);
    assert_eq!(index.len(), 79);
    index.apply(&[], epoch(), 6).unwrap();
    assert_eq!(index.snapshot().position, 6);
    assert_eq!(index.position().unwrap().epoch, epoch());
}
