//! The best so many of the matching documents, in order.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};

use vocabulary::Lang;

use super::bits::Bits;
use super::columns::{Columns, Tie};
use super::{Sort, Turn};

/// So many documents of an order are passed over in the time in which one is looked at by itself.
const WALKED: usize = 2;

/// A document in the running.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The segment's place in the snapshot.
    pub segment: u32,
    /// The document's number in it.
    pub doc: u32,
    /// Its points, when sorted by relevance.
    pub score: f32,
    tie: Tie,
}

impl Candidate {
    fn best_first(&self, other: &Candidate) -> Ordering {
        other.score.total_cmp(&self.score).then_with(|| self.tie.cmp(&other.tie))
    }
}

/// Keeps the best `most` of all that are put in.
pub(super) struct Best {
    most: usize,
    kept: Vec<Candidate>,
    last: Option<Candidate>,
}

impl Best {
    /// For a page that ends after `most`.
    pub fn new(most: usize) -> Best {
        Best { most, kept: Vec::new(), last: None }
    }

    /// Puts a document in.
    pub fn put(&mut self, segment: u32, columns: &Columns, doc: u32, score: f32) {
        if self.most == 0 || self.last.is_some_and(|last| score < last.score) {
            return;
        }
        let candidate = Candidate { segment, doc, score, tie: columns.tie(doc) };
        if self.last.is_some_and(|last| last.best_first(&candidate) != Ordering::Greater) {
            return;
        }
        self.kept.push(candidate);
        if self.kept.len() >= self.most.saturating_mul(2).max(256) {
            self.shrink();
        }
    }

    fn shrink(&mut self) {
        if self.kept.len() > self.most {
            self.kept.select_nth_unstable_by(self.most - 1, Candidate::best_first);
            self.kept.truncate(self.most);
            self.last = self.kept.last().copied();
        }
    }

    /// The best, the best first.
    pub fn sorted(mut self) -> Vec<Candidate> {
        self.shrink();
        self.kept.sort_unstable_by(Candidate::best_first);
        self.kept
    }
}

/// Puts the newest of a segment in, all with the same points: walks its order of dates until enough are found, which is soon
/// where many match, unless none of them is new; then it looks at the rank of each match.
pub(super) fn put_newest(best: &mut Best, segment: u32, (columns, docs): (&Columns, &Bits), points: f32) {
    let most = best.most;
    let many = docs.count() as usize;
    let order = columns.newest();
    // So far it costs no more than looking at each match.
    let walked = &order[..order.len().min(many.saturating_mul(WALKED))];
    let mut newest: Vec<u32> = Vec::with_capacity(most.min(many));
    newest.extend(walked.iter().filter(|doc| docs.has(**doc)).take(most));
    if newest.len() < most.min(many) && walked.len() < order.len() {
        let ranks = columns.ranks();
        let mut ranked: Vec<(u32, u32)> = docs.docs().map(|doc| (ranks[doc as usize], doc)).collect();
        if ranked.len() > most && most > 0 {
            ranked.select_nth_unstable(most - 1);
            ranked.truncate(most);
        }
        newest.clear();
        newest.extend(ranked.iter().map(|(_, doc)| *doc));
    }
    newest.iter().for_each(|doc| best.put(segment, columns, *doc, points));
}

/// The first `most` by name over all segments.
pub(super) fn by_name(segments: &[(&Columns, &Bits)], lang: Lang, most: usize) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for (segment, (columns, docs)) in (0_u32..).zip(segments) {
        let candidate = |doc: u32| Candidate { segment, doc, score: 0.0, tie: columns.tie(doc) };
        if docs.count() > u64::from(columns.size) / 8 {
            let ranked = columns.by_name(lang).iter().copied().filter(|doc| docs.has(*doc));
            all.extend(ranked.take(most).map(candidate));
        } else {
            let mut few: Vec<Candidate> = docs.docs().map(candidate).collect();
            few.sort_unstable_by_key(|found| (columns.name_rank(lang, found.doc), found.tie));
            all.extend(few.into_iter().take(most));
        }
    }
    let name = |found: &Candidate| segments[found.segment as usize].0.name(lang, found.doc);
    all.sort_unstable_by(|a, b| name(a).cmp(name(b)).then_with(|| a.tie.cmp(&b.tie)));
    all.truncate(most);
    all
}

/// A page in an order of dates, names or numbers that goes on from a cursor, and how many lie before it. Each segment has
/// its order, and the page's end of it is found there; where few match, they alone are put in order.
pub(super) fn turned(
    segments: &[(&Columns, &Bits)],
    sort: Sort,
    turn: Option<&Turn>,
    most: usize,
) -> (Vec<Candidate>, u64) {
    let back = matches!(turn, Some(Turn::Before(_)));
    let (mut all, mut passed): (Vec<Candidate>, u64) = (Vec::new(), 0);
    for (segment, (columns, docs)) in (0_u32..).zip(segments) {
        let order = in_order(columns, docs, sort);
        let at = turn.map_or(0, |turn| {
            let before = |doc: &u32| turn.cursor().stands(sort, columns, *doc);
            order.partition_point(|doc| {
                before(doc) == Ordering::Less || (!back && before(doc) == Ordering::Equal)
            })
        });
        let (head, tail) = order.split_at(at);
        passed += head.iter().map(|doc| u64::from(docs.has(*doc))).sum::<u64>();
        let candidate = |doc: &u32| Candidate { segment, doc: *doc, score: 0.0, tie: columns.tie(*doc) };
        let is_in = |doc: &&u32| docs.has(**doc);
        match back {
            true => all.extend(head.iter().rev().filter(is_in).take(most).map(candidate)),
            false => all.extend(tail.iter().filter(is_in).take(most).map(candidate)),
        }
    }
    all.sort_unstable_by(|a, b| {
        let (of_a, of_b) = (segments[a.segment as usize].0, segments[b.segment as usize].0);
        let by_value = match sort {
            Sort::Relevance | Sort::Newest => Ordering::Equal,
            Sort::Name(lang) => of_a.name(lang, a.doc).cmp(of_b.name(lang, b.doc)),
            Sort::Heaviest | Sort::Reported => of_b.number(sort, b.doc).cmp(&of_a.number(sort, a.doc)),
        };
        by_value.then_with(|| a.tie.cmp(&b.tie))
    });
    if back {
        all.drain(..all.len().saturating_sub(most));
        passed = passed.saturating_sub(all.len() as u64);
    }
    all.truncate(most);
    (all, passed)
}

/// The documents of a segment in an order, with those of `docs` among them.
fn in_order<'a>(columns: &'a Columns, docs: &Bits, sort: Sort) -> Cow<'a, [u32]> {
    if docs.count() > u64::from(columns.size) / 32 {
        return Cow::Borrowed(match sort {
            Sort::Relevance | Sort::Newest => columns.newest(),
            Sort::Name(lang) => columns.by_name(lang),
            Sort::Heaviest => columns.heaviest(),
            Sort::Reported => columns.reported(),
        });
    }
    let mut few: Vec<u32> = docs.docs().collect();
    match sort {
        Sort::Relevance | Sort::Newest => few.sort_unstable_by_key(|doc| columns.tie(*doc)),
        Sort::Name(lang) => {
            few.sort_unstable_by_key(|doc| (columns.name_rank(lang, *doc), columns.tie(*doc)));
        }
        Sort::Heaviest | Sort::Reported => {
            few.sort_unstable_by_key(|doc| (Reverse(columns.number(sort, *doc)), columns.tie(*doc)));
        }
    }
    Cow::Owned(few)
}

/// All matching documents as (segment, document), the newest first.
pub(super) fn newest_first(segments: &[(&Columns, Bits)]) -> Vec<(u32, u32)> {
    let mut all: Vec<(Tie, u32, u32)> = Vec::new();
    for (segment, (columns, docs)) in (0_u32..).zip(segments) {
        all.extend(docs.docs().map(|doc| (columns.tie(doc), segment, doc)));
    }
    all.sort_unstable();
    all.into_iter().map(|(_, segment, doc)| (segment, doc)).collect()
}
