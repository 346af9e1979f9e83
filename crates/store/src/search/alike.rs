//! What is like a thing: the documents that share most of its tokens, a rare one saying more than a common one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::Hit;
use super::index::View;

/// A token that one document of so many holds, or more, says nothing.
const COMMON: u64 = 2;
/// Of so few documents every token says something.
const SMALL: u64 = 100;

/// How much a document shares, and which it is: of two that share alike, the earlier comes first.
type Ranked = (u32, Reverse<(usize, u32)>);

impl View {
    /// The documents of a kind that share these tokens, those that share most first. Each token weighs what is given
    /// for it, times how rare it is. One document never answers: the one of this key.
    pub(super) fn alike(&self, kind: &str, tokens: &[(String, u32)], not: &str, most: usize) -> Vec<Hit> {
        let all: u64 = self.parts.iter().map(|part| u64::from(part.columns.size)).sum();
        let mut weights: Vec<(&str, u32)> = Vec::with_capacity(tokens.len());
        for (token, weight) in tokens {
            let holders: u64 = self.parts.iter().map(|part| part.columns.facets.holders(token)).sum();
            if holders > 0 && (holders * COMMON < all || all < SMALL) {
                weights.push((token, weight * (1 + (all / holders).max(1).ilog2())));
            }
        }
        let kinds = [format!("kind/{kind}")];
        let mut best: BinaryHeap<Reverse<Ranked>> = BinaryHeap::with_capacity(most + 1);
        for (at, part) in self.parts.iter().enumerate() {
            let mut sums = vec![0_u32; part.columns.size as usize];
            for (token, weight) in &weights {
                part.columns.facets.weigh(token, *weight, &mut sums);
            }
            let mut docs = Arc::unwrap_or_clone(part.columns.facets.chosen("kind", &kinds));
            part.columns.keep_standing(&mut docs, None);
            if let Some(alive) = &part.alive {
                docs.and(alive);
            }
            let least = |best: &BinaryHeap<Reverse<Ranked>>| {
                if best.len() < most { 0 } else { best.peek().map_or(0, |Reverse((sum, _))| *sum) }
            };
            for doc in docs.docs() {
                let sum = sums[doc as usize];
                if sum > least(&best) && part.columns.kind_and_key(doc).1 != not {
                    best.push(Reverse((sum, Reverse((at, doc)))));
                    if best.len() > most {
                        best.pop();
                    }
                }
            }
        }
        let mut found: Vec<_> = best.into_iter().map(|Reverse(one)| one).collect();
        found.sort_unstable_by(|one, other| other.cmp(one));
        let hit = |(sum, Reverse((at, doc))): Ranked| {
            let columns = &self.parts[at].columns;
            let (kind, key) = columns.kind_and_key(doc);
            let (_, Reverse(change), _) = columns.tie(doc);
            Hit { kind: kind.to_owned(), key: key.to_owned(), change, score: sum as f32 }
        };
        found.into_iter().map(hit).collect()
    }
}
