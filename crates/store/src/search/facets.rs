//! The facet values of one segment, laid out for choosing and counting: a bitmap or a list of documents for each value, and
//! beside them a row of small cells for each document.
//!
//! Few documents are counted by their rows, many by the bitmaps, whichever costs less: so what a count costs grows with what
//! was found, and never beyond one pass over the bitmaps.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use tantivy::columnar::StrColumn;

use super::SearchFault;
use super::bits::Bits;
use super::columns::Texts;

/// Counted documents per group and token.
pub(super) type Counts = BTreeMap<String, BTreeMap<String, u64>>;

/// A value held by fewer than one document in so many is kept as a list.
const RARE: u32 = 128;
/// So many values have a code in one cell; 0 is none of them.
const CODES: usize = 255;
/// A group with more values than this has no masks.
const MASKED: usize = 64;
/// What one document costs that is counted by its row, in picoseconds: to reach the row, and each of its cells.
const ROW: (u64, u64) = (9_000, 700);
/// What 4,096 documents of a bitmap cost, and one document of a list.
const BY_HOLDERS: (u64, u64) = (32_000, 900);

/// A facet value's documents.
#[derive(Debug)]
enum Holders {
    /// Of a frequent value: one bit per document.
    Many(Arc<Bits>),
    /// Of a rare one: their numbers.
    Few(Vec<u32>),
}

/// How the cells of a group say which of its values a document holds.
#[derive(Debug)]
enum Cells {
    /// One cell: the number of one value, counted from 1. What else documents hold is listed: the document, the value.
    Code(usize, Vec<(u32, u32)>),
    /// Eight values in each of these cells, one bit each.
    Masks(Range<usize>),
}

impl Cells {
    fn span(&self) -> Range<usize> {
        match self {
            Cells::Code(at, _) => *at..at + 1,
            Cells::Masks(span) => span.clone(),
        }
    }
}

/// A group of facet values.
#[derive(Debug)]
struct Group {
    /// Where its tokens stand; sorted texts keep a group together.
    tokens: Range<u32>,
    /// What it costs to count it by its holders, in picoseconds.
    cost: u64,
    /// Its cells; none where it has too many values.
    cells: Option<Cells>,
}

/// The facet values of one segment.
#[derive(Debug, Default)]
pub(super) struct Facets {
    size: u32,
    tokens: Texts,
    groups: BTreeMap<String, Group>,
    /// Tokens in lower case, for those who type `country:ke`.
    lower: HashMap<String, Vec<u32>>,
    holders: Vec<Holders>,
    /// How many cells a document has.
    width: usize,
    /// The cells of all documents, one row after the other.
    cells: Vec<u8>,
}

impl Facets {
    /// Of a segment without any.
    pub fn none(size: u32) -> Facets {
        Facets { size, ..Facets::default() }
    }

    /// Reads the tokens of a segment with so many documents.
    pub fn read(column: &StrColumn, size: u32) -> Result<Facets, SearchFault> {
        let tokens = Texts::read(column)?;
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); tokens.len()];
        for doc in 0..size {
            for token in column.term_ords(doc) {
                lists[token as usize].push(doc);
            }
        }
        Ok(Facets::of(tokens, lists, size))
    }

    /// Lays out sorted tokens, each with its documents in rising order.
    fn of(tokens: Texts, lists: Vec<Vec<u32>>, size: u32) -> Facets {
        let mut facets = Facets { tokens, ..Facets::none(size) };
        for (at, token) in facets.tokens.iter() {
            let group = token.split('/').next().unwrap_or_default();
            let none = Group { tokens: at..at, cost: 0, cells: None };
            let group = facets.groups.entry(group.to_owned()).or_insert(none);
            group.tokens.end = at + 1;
            group.cost += match is_rare(&lists[at as usize], size) {
                true => lists[at as usize].len() as u64 * BY_HOLDERS.1,
                false => u64::from(size) * BY_HOLDERS.0 / 4_096,
            };
            facets.lower.entry(token.to_lowercase()).or_default().push(at);
        }
        for group in facets.groups.values_mut() {
            let values = &lists[group.tokens.start as usize..group.tokens.end as usize];
            group.cells = layout(values, facets.width, size);
            facets.width += group.cells.as_ref().map_or(0, |cells| cells.span().len());
        }
        facets.fill(&lists);
        facets.holders = lists.into_iter().map(|docs| holders(docs, size)).collect();
        facets
    }

    /// Writes the rows of cells.
    fn fill(&mut self, lists: &[Vec<u32>]) {
        let width = self.width;
        self.cells = vec![0; self.size as usize * width];
        for group in self.groups.values_mut() {
            let values = &lists[group.tokens.start as usize..group.tokens.end as usize];
            for (value, docs) in values.iter().enumerate() {
                match &mut group.cells {
                    None => {}
                    Some(Cells::Masks(span)) => {
                        let at = span.start + value / 8;
                        docs.iter()
                            .for_each(|doc| self.cells[*doc as usize * width + at] |= 1 << (value % 8));
                    }
                    Some(Cells::Code(at, further)) => {
                        let code = u8::try_from(value + 1).unwrap_or_default();
                        for doc in docs {
                            match &mut self.cells[*doc as usize * width + *at] {
                                cell @ 0 => *cell = code,
                                _ => further.push((*doc, value as u32)),
                            }
                        }
                    }
                }
            }
        }
    }

    /// Is there a group of this name, in any case?
    pub fn has_group(&self, group: &str) -> bool {
        self.groups.contains_key(group) || self.groups.contains_key(&group.to_lowercase())
    }

    /// The documents that hold any of a group's chosen tokens; upper and lower case are the same.
    pub fn chosen(&self, group: &str, tokens: &[String]) -> Arc<Bits> {
        let prefix = format!("{}/", group.to_lowercase());
        let mut held = Vec::new();
        for token in tokens {
            let token = token.to_lowercase();
            let whole = if token.starts_with(&prefix) { token } else { format!("{prefix}{token}") };
            held.extend(self.lower.get(&whole).into_iter().flatten().map(|at| &self.holders[*at as usize]));
        }
        if let [Holders::Many(many)] = held[..] {
            return many.clone();
        }
        let mut bits = Bits::none(self.size);
        for holders in held {
            match holders {
                Holders::Many(many) => bits.or(many),
                Holders::Few(few) => few.iter().for_each(|doc| bits.insert(*doc)),
            }
        }
        Arc::new(bits)
    }

    /// How many documents hold a token.
    pub fn holders(&self, token: &str) -> u64 {
        let held = |at: &u32| match &self.holders[*at as usize] {
            Holders::Many(bits) => bits.count(),
            Holders::Few(few) => few.len() as u64,
        };
        self.lower.get(&token.to_lowercase()).into_iter().flatten().map(held).sum()
    }

    /// Adds a weight to the sum of each document that holds a token.
    pub fn weigh(&self, token: &str, weight: u32, sums: &mut [u32]) {
        for at in self.lower.get(&token.to_lowercase()).into_iter().flatten() {
            match &self.holders[*at as usize] {
                Holders::Many(bits) => bits.docs().for_each(|doc| sums[doc as usize] += weight),
                Holders::Few(few) => few.iter().for_each(|doc| sums[*doc as usize] += weight),
            }
        }
    }

    /// Adds how many of `docs` hold each token of some groups.
    pub fn count(&self, groups: &[&str], docs: &Bits, counts: &mut Counts) {
        let (asked, span) = self.asked(groups);
        let by_holders: u64 =
            asked.iter().filter(|(_, group)| group.cells.is_some()).map(|(_, group)| group.cost).sum();
        let by_rows = docs.count() * (ROW.0 + ROW.1 * span.len() as u64) < by_holders;
        self.count_so(by_rows, (asked, span), docs, counts);
    }

    /// The groups that are there, and their cells: from the first to the last.
    fn asked<'a>(&'a self, groups: &[&'a str]) -> (Vec<(&'a str, &'a Group)>, Range<usize>) {
        let asked: Vec<(&str, &Group)> =
            groups.iter().filter_map(|name| self.groups.get(*name).map(|group| (*name, group))).collect();
        let spans = || asked.iter().filter_map(|(_, group)| Some(group.cells.as_ref()?.span()));
        let first = spans().map(|span| span.start).min().unwrap_or(0);
        let end = spans().map(|span| span.end).max().unwrap_or(0);
        (asked, first..end)
    }

    fn count_so(
        &self,
        by_rows: bool,
        (asked, span): (Vec<(&str, &Group)>, Range<usize>),
        docs: &Bits,
        counts: &mut Counts,
    ) {
        let seen = if by_rows { self.seen(docs, span.clone()) } else { Vec::new() };
        for (name, group) in asked {
            let counts = counts.entry(name.to_owned()).or_default();
            let sums = match &group.cells {
                Some(cells) if by_rows => read(cells, &seen, span.start, docs, group.tokens.len()),
                _ => group.tokens.clone().map(|at| self.count_holders(at, docs)).collect(),
            };
            for (at, many) in group.tokens.clone().zip(sums).filter(|(_, many)| *many > 0) {
                match counts.get_mut(self.tokens.get(at)) {
                    Some(sum) => *sum += many,
                    None => drop(counts.insert(self.tokens.get(at).to_owned(), many)),
                }
            }
        }
    }

    fn count_holders(&self, token: u32, docs: &Bits) -> u64 {
        match &self.holders[token as usize] {
            Holders::Many(bits) => bits.common(docs),
            Holders::Few(few) => few.iter().map(|doc| u64::from(docs.has(*doc))).sum(),
        }
    }

    /// How often each cell of a span says what.
    fn seen(&self, docs: &Bits, span: Range<usize>) -> Vec<[u32; 256]> {
        let mut seen = vec![[0_u32; 256]; span.len()];
        docs.docs().for_each(|doc| {
            let row = doc as usize * self.width;
            let cells = &self.cells[row + span.start..row + span.end];
            seen.iter_mut().zip(cells).for_each(|(seen, cell)| seen[usize::from(*cell)] += 1);
        });
        seen
    }
}

/// How many documents hold each value of a group, by what was seen in its cells.
fn read(cells: &Cells, seen: &[[u32; 256]], first: usize, docs: &Bits, values: usize) -> Vec<u64> {
    let mut sums = vec![0_u64; values];
    match cells {
        Cells::Code(at, further) => {
            sums.iter_mut().zip(&seen[at - first][1..]).for_each(|(sum, many)| *sum = u64::from(*many));
            let held = further.iter().filter(|(doc, _)| docs.has(*doc));
            held.for_each(|(_, value)| sums[*value as usize] += 1);
        }
        Cells::Masks(span) => {
            for (sums, seen) in sums.chunks_mut(8).zip(&seen[span.start - first..]) {
                for (mask, many) in seen.iter().enumerate().filter(|(_, many)| **many > 0) {
                    let held = sums.iter_mut().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
                    held.for_each(|(_, sum)| *sum += u64::from(*many));
                }
            }
        }
    }
    sums
}

/// Which cells a group has, from the first that is free: masks where few values can be held together, else one code, where
/// hardly a document holds two of many.
fn layout(values: &[Vec<u32>], free: usize, size: u32) -> Option<Cells> {
    let masks = Cells::Masks(free..free + values.len().div_ceil(8));
    if values.len() <= 8 {
        return Some(masks);
    }
    let (mut met, mut again) = (Bits::none(size), 0);
    for doc in values.iter().flatten() {
        again += u32::from(met.has(*doc));
        met.insert(*doc);
    }
    match values.len() {
        1..=CODES if again <= size / 16 => Some(Cells::Code(free, Vec::new())),
        1..=MASKED => Some(masks),
        _ => None,
    }
}

fn is_rare(docs: &[u32], size: u32) -> bool {
    docs.len() as u32 <= size / RARE
}

fn holders(docs: Vec<u32>, size: u32) -> Holders {
    if is_rare(&docs, size) {
        return Holders::Few(docs);
    }
    let mut bits = Bits::none(size);
    bits.insert_all(&docs);
    Holders::Many(Arc::new(bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many values each group has, and how many of them a document holds at most: masks, a code, masks, neither.
    const GROUPS: [(&str, u64, u64); 4] = [("few", 5, 3), ("code", 90, 1), ("mask", 40, 4), ("rest", 400, 2)];
    const SIZE: u32 = 5_000;

    fn thrown() -> (Facets, Vec<(String, Vec<u32>)>) {
        let mut dice = 42_u64;
        let mut below = |n: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) % n
        };
        let mut held: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for doc in 0..SIZE {
            for (group, values, most) in GROUPS {
                // Of many single values, a document holds two now and then.
                let most = most + u64::from(most == 1 && below(50) == 0);
                for _ in 0..below(most + 1) {
                    let docs = held.entry(format!("{group}/{:03}", below(values))).or_default();
                    if docs.last() != Some(&doc) {
                        docs.push(doc);
                    }
                }
            }
        }
        let held: Vec<(String, Vec<u32>)> = held.into_iter().collect();
        let texts = Texts::of(held.iter().map(|(token, _)| token.as_str()));
        (Facets::of(texts, held.iter().map(|(_, docs)| docs.clone()).collect(), SIZE), held)
    }

    #[test]
    fn rows_and_bitmaps_count_alike() {
        let (facets, held) = thrown();
        let kinds = GROUPS.map(|(group, ..)| match &facets.groups[group].cells {
            None => "none",
            Some(Cells::Code(..)) => "code",
            Some(Cells::Masks(..)) => "masks",
        });
        assert_eq!(kinds, ["masks", "code", "masks", "none"]);
        for step in [1_usize, 7, 900] {
            let mut docs = Bits::none(SIZE);
            (0..SIZE).step_by(step).for_each(|doc| docs.insert(doc));
            let all: Vec<&str> = GROUPS.iter().map(|(group, ..)| *group).collect();
            for groups in [&all[..], &all[1..2], &all[2..3]] {
                for by_rows in [true, false] {
                    let mut counts = Counts::new();
                    facets.count_so(by_rows, facets.asked(groups), &docs, &mut counts);
                    for (token, holders) in &held {
                        let group = token.split('/').next().unwrap();
                        let many = holders.iter().filter(|doc| docs.has(**doc)).count() as u64;
                        let counted = counts.get(group).and_then(|counts| counts.get(token)).copied();
                        let asked = groups.contains(&group) && many > 0;
                        assert_eq!(
                            counted,
                            asked.then_some(many),
                            "{token}, every {step}th, rows: {by_rows}"
                        );
                    }
                }
            }
        }
    }
}
