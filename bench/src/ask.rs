//! Questions to the index alone: one word and two, all facets counted.

use std::time::Instant;

use rooms::House;
use rooms::register::facets::List;
use store::search::Query;

use crate::Outcome;
use crate::measure::{Length, Row, Side, said};

/// Words of the generated actions, from some that few hold to one that all hold.
const WORDS: [&str; 6] = ["housing", "mobile", "nothing", "migrants", "demonstration", "generated"];
/// A word that none of them holds: near ones are sought, and found in as many as hold “nothing”.
const MISSPELT: &str = "anything";

/// Measures questions of one word, with about so many hits, and the two words that most records hold.
pub async fn measure(house: &House, length: Length) -> Outcome<()> {
    let groups = List::Actions.groups(&house.words());
    let query = |text: &str| Query {
        text: text.to_owned(),
        kinds: vec!["action".to_owned()],
        limit: 25,
        count: groups.clone(),
        ..Query::default()
    };
    let hits = |text: &str| {
        let begun = Instant::now();
        let total = house.index.search(&query(text)).map(|answer| answer.total).unwrap_or_default();
        eprintln!("  “{text}”: {total} hits, {:.2} ms this once", begun.elapsed().as_secs_f64() * 1000.0);
        total
    };
    let mut words: Vec<(u64, &str)> = WORDS.iter().map(|word| (hits(word), *word)).collect();
    words.sort_unstable();
    let near =
        |goal: u64| words.iter().min_by_key(|(hits, _)| hits.abs_diff(goal)).map_or("", |(_, word)| *word);
    let most: Vec<&str> = words.iter().rev().take(2).map(|(_, word)| *word).collect();
    let pair = most.join(" ");
    let small = house.index.len() < 500_000;
    let asked = [
        ("question: one of the words that fewest hold", near(0), if small { "≤ 0.25" } else { "≤ 2" }),
        ("question: a word with about 25,000 hits", near(25_000), if small { "≤ 0.4" } else { "≤ 2" }),
        ("question: the two words that most hold", &pair, if small { "" } else { "≤ 7" }),
        ("question: a word that nobody wrote, near to one", MISSPELT, ""),
        ("question: no word, everything counted", "", if small { "" } else { "≤ 1" }),
    ];
    for (name, text, bound) in asked {
        hits(text);
        let (mut whole, query) = (Side::default(), query(text));
        for _ in 0..length.rounds {
            whole.round(length.slice, async |_| drop(house.index.search(&query))).await;
        }
        said(&Row { name, ours: whole.p50(), unit: "ms", p50: whole.p50(), bound, ..Row::default() });
    }
    Ok(())
}
