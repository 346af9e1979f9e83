//! Questions to the index alone: one word and two, all facets counted.

use rooms::House;
use rooms::register::facets::List;
use store::search::Query;

use crate::Outcome;
use crate::measure::{Length, Row, Side, said};

/// Words of the generated actions, from some that few hold to one that all hold.
const WORDS: [&str; 6] = ["housing", "mobile", "anything", "migrants", "demonstration", "generated"];

/// Measures questions of one word, with about so many hits, and the two words that most records hold.
pub async fn measure(house: &House, length: Length) -> Outcome<()> {
    let groups = List::Actions.groups(&house.words());
    let query = |text: &str, count: bool| Query {
        text: text.to_owned(),
        kinds: vec!["action".to_owned()],
        limit: 25,
        count: if count { groups.clone() } else { Vec::new() },
        ..Query::default()
    };
    let hits =
        |text: &str| house.index.search(&query(text, false)).map(|answer| answer.total).unwrap_or_default();
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
        ("question: no word, everything counted", "", if small { "" } else { "≤ 1" }),
    ];
    for (name, text, bound) in asked {
        let (mut whole, query) = (Side::default(), query(text, true));
        for _ in 0..length.rounds {
            whole.round(length.slice, async |_| drop(house.index.search(&query))).await;
        }
        eprintln!("  “{text}”: {} hits", hits(text));
        said(&Row { name, ours: whole.p50(), unit: "ms", p50: whole.p50(), bound, ..Row::default() });
    }
    Ok(())
}
