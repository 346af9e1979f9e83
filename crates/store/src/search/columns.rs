//! What one segment holds besides words, laid out for counting and sorting: bitmaps per facet value, arrays per
//! document. Made once per segment, kept as long as the segment lives; deletions do not touch it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::OnceLock;

use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;

use super::SearchFault;
use super::bits::Bits;
use super::fields::kind_and_key;

/// A facet value's documents.
#[derive(Debug)]
enum Holders {
    /// Of a frequent value: one bit per document.
    Many(Bits),
    /// Of a rare one: their numbers.
    Few(Vec<u32>),
}

/// Sorted texts in one piece of memory.
#[derive(Debug, Default)]
struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    fn read(column: &StrColumn) -> Result<Texts, SearchFault> {
        let mut texts = Texts::default();
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            texts.all.push_str(&String::from_utf8_lossy(stream.key()));
            texts.ends.push(texts.all.len() as u32);
        }
        Ok(texts)
    }

    fn get(&self, at: u32) -> &str {
        let end = self.ends.get(at as usize).copied().unwrap_or_default();
        let start =
            (at as usize).checked_sub(1).and_then(|at| self.ends.get(at)).copied().unwrap_or_default();
        self.all.get(start as usize..end as usize).unwrap_or_default()
    }

    fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..self.ends.len() as u32).map(|at| (at, self.get(at)))
    }
}

/// A text per document.
#[derive(Debug, Default)]
struct TextColumn {
    texts: Texts,
    of: Vec<u32>,
}

impl TextColumn {
    fn read(segment: &SegmentReader, field: &str) -> Result<TextColumn, SearchFault> {
        let Some(column) = segment.fast_fields().str(field)? else {
            return Ok(TextColumn { texts: Texts::default(), of: vec![0; segment.max_doc() as usize] });
        };
        let of =
            (0..segment.max_doc()).map(|doc| column.ords().first(doc).unwrap_or_default() as u32).collect();
        Ok(TextColumn { texts: Texts::read(&column)?, of })
    }

    fn get(&self, doc: u32) -> &str {
        self.of.get(doc as usize).map_or("", |at| self.texts.get(*at))
    }
}

/// Counted documents per group and token.
pub(super) type Counts = BTreeMap<String, BTreeMap<String, u64>>;

/// By what ties are broken: the newer first, then the later journal position, then the identity's hash.
pub(super) type Tie = (Reverse<i64>, Reverse<i64>, u64);

/// A group of facet values.
#[derive(Debug)]
struct Group {
    /// Where its tokens stand; sorted texts keep a group together.
    tokens: Range<u32>,
    /// What it costs to count it by its holders, in steps of about a nanosecond.
    cost: u64,
}

/// The columns of one segment.
#[derive(Debug)]
pub(super) struct Columns {
    /// One more than the highest document number.
    pub size: u32,
    ids: TextColumn,
    names: TextColumn,
    ties: Vec<Tie>,
    points: Vec<Option<(f64, f64)>>,
    /// From which day to which each document stood so: the first is in, the last is not.
    days: Vec<(i32, i32)>,
    /// The documents that stand so now; all do, if it is `None`.
    standing: Option<Bits>,
    weights: Vec<i64>,
    newest: OnceLock<Vec<u32>>,
    by_name: OnceLock<Vec<u32>>,
    heaviest: OnceLock<Vec<u32>>,
    tokens: Texts,
    groups: BTreeMap<String, Group>,
    /// Tokens in lower case, for those who type `country:ke`.
    lower: HashMap<String, Vec<u32>>,
    holders: Vec<Holders>,
    /// The tokens of each document: `of[starts[doc]..starts[doc + 1]]`.
    starts: Vec<u32>,
    of: Vec<u32>,
}

impl Columns {
    /// Reads a segment's columns.
    pub fn read(segment: &SegmentReader) -> Result<Columns, SearchFault> {
        let size = segment.max_doc();
        let fast = segment.fast_fields();
        let ids = TextColumn::read(segment, "id")?;
        let names = TextColumn::read(segment, "name")?;
        let (when, position) = (fast.i64("when")?, fast.i64("position")?);
        let tie = |doc: u32| {
            let dates = (when.first(doc).unwrap_or_default(), position.first(doc).unwrap_or_default());
            (Reverse(dates.0), Reverse(dates.1), hash(ids.get(doc)))
        };
        let ties: Vec<Tie> = (0..size).map(tie).collect();
        let (lat, lon) = (fast.f64("lat")?, fast.f64("lon")?);
        let points = (0..size).map(|doc| lat.first(doc).zip(lon.first(doc))).collect();
        let (since, until) = (fast.i64("since")?, fast.i64("until")?);
        let day = |day: Option<i64>, none: i32| day.map_or(none, |day| i32::try_from(day).unwrap_or(none));
        let days: Vec<(i32, i32)> =
            (0..size).map(|doc| (day(since.first(doc), i32::MIN), day(until.first(doc), i32::MAX))).collect();
        let weight = fast.i64("weight")?;
        let weights = (0..size).map(|doc| weight.first(doc).unwrap_or_default()).collect();
        let mut columns = Columns {
            size,
            standing: standing(&days),
            days,
            ids,
            names,
            ties,
            points,
            weights,
            newest: OnceLock::new(),
            by_name: OnceLock::new(),
            heaviest: OnceLock::new(),
            tokens: Texts::default(),
            groups: BTreeMap::new(),
            lower: HashMap::new(),
            holders: Vec::new(),
            starts: vec![0; size as usize + 1],
            of: Vec::new(),
        };
        if let Some(column) = fast.str("tokens")? {
            columns.read_tokens(&column)?;
        }
        Ok(columns)
    }

    fn read_tokens(&mut self, column: &StrColumn) -> Result<(), SearchFault> {
        self.tokens = Texts::read(column)?;
        let mut few: Vec<Vec<u32>> = vec![Vec::new(); self.tokens.ends.len()];
        self.starts.clear();
        for doc in 0..self.size {
            self.starts.push(self.of.len() as u32);
            for token in column.term_ords(doc) {
                let token = token as u32;
                self.of.push(token);
                few[token as usize].push(doc);
            }
        }
        self.starts.push(self.of.len() as u32);
        let size = self.size;
        let packed = |docs: Vec<u32>| {
            if docs.len() as u32 <= size / 128 {
                return Holders::Few(docs);
            }
            let mut bits = Bits::none(size);
            docs.iter().for_each(|doc| bits.insert(*doc));
            Holders::Many(bits)
        };
        self.holders = few.into_iter().map(packed).collect();
        for (at, token) in self.tokens.iter() {
            let group = token.split('/').next().unwrap_or_default();
            let group = self.groups.entry(group.to_owned()).or_insert(Group { tokens: at..at, cost: 0 });
            group.tokens.end = at + 1;
            group.cost += match &self.holders[at as usize] {
                Holders::Many(_) => u64::from(size) / 64 / 2,
                Holders::Few(docs) => docs.len() as u64,
            };
            self.lower.entry(token.to_lowercase()).or_default().push(at);
        }
        Ok(())
    }

    /// All documents, the newest first; sorted when first asked for.
    pub fn newest(&self) -> &[u32] {
        self.newest.get_or_init(|| {
            let mut docs: Vec<u32> = (0..self.size).collect();
            docs.sort_unstable_by_key(|doc| self.tie(*doc));
            docs
        })
    }

    /// All documents by name; sorted when first asked for.
    pub fn by_name(&self) -> &[u32] {
        self.by_name.get_or_init(|| {
            let mut docs: Vec<u32> = (0..self.size).collect();
            docs.sort_unstable_by_key(|doc| (self.name_rank(*doc), self.tie(*doc)));
            docs
        })
    }

    /// All documents, the heaviest first; sorted when first asked for.
    pub fn heaviest(&self) -> &[u32] {
        self.heaviest.get_or_init(|| {
            let mut docs: Vec<u32> = (0..self.size).collect();
            docs.sort_unstable_by_key(|doc| (Reverse(self.weight(*doc)), self.tie(*doc)));
            docs
        })
    }

    /// How large a document is.
    pub fn weight(&self, doc: u32) -> i64 {
        self.weights.get(doc as usize).copied().unwrap_or_default()
    }

    /// Kind and key of a document.
    pub fn kind_and_key(&self, doc: u32) -> (&str, &str) {
        kind_and_key(self.ids.get(doc))
    }

    /// Folded name of a document.
    pub fn name(&self, doc: u32) -> &str {
        self.names.get(doc)
    }

    /// Its place in the order of names of this segment.
    pub fn name_rank(&self, doc: u32) -> u32 {
        self.names.of.get(doc as usize).copied().unwrap_or_default()
    }

    /// By what ties with it are broken.
    pub fn tie(&self, doc: u32) -> Tie {
        self.ties.get(doc as usize).copied().unwrap_or_default()
    }

    /// Where it stands on the map.
    pub fn point(&self, doc: u32) -> Option<(f64, f64)> {
        self.points.get(doc as usize).copied().flatten()
    }

    /// Keeps the documents that stood so at the end of a day; without one, those that stand so now.
    pub fn keep_standing(&self, docs: &mut Bits, as_of: Option<i64>) {
        match (as_of, &self.standing) {
            (None, None) => {}
            (None, Some(standing)) => docs.and(standing),
            (Some(day), _) => {
                let mut stood = Bits::none(self.size);
                let within =
                    |(since, until): &(i32, i32)| i64::from(*since) <= day && day < i64::from(*until);
                let standing = self.days.iter().enumerate().filter(|(_, days)| within(days));
                standing.for_each(|(doc, _)| stood.insert(doc as u32));
                docs.and(&stood);
            }
        }
    }

    /// Is there a group of this name, in any case?
    pub fn has_group(&self, group: &str) -> bool {
        self.groups.contains_key(group) || self.groups.contains_key(&group.to_lowercase())
    }

    /// The documents that hold any of a group's chosen tokens; upper and lower case are the same.
    pub fn chosen(&self, group: &str, tokens: &[String]) -> Bits {
        let mut bits = Bits::none(self.size);
        let prefix = format!("{}/", group.to_lowercase());
        for token in tokens {
            let token = token.to_lowercase();
            let whole = if token.starts_with(&prefix) { token } else { format!("{prefix}{token}") };
            for at in self.lower.get(&whole).into_iter().flatten() {
                match &self.holders[*at as usize] {
                    Holders::Many(many) => bits.or(many),
                    Holders::Few(few) => few.iter().for_each(|doc| bits.insert(*doc)),
                }
            }
        }
        bits
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

    /// Adds how many of `docs` hold each token of some groups: document by document when they are few, else by
    /// what holds each token.
    pub fn count(&self, groups: &[&str], docs: &Bits, counts: &mut Counts) {
        let asked: Vec<(&str, &Group)> =
            groups.iter().filter_map(|name| self.groups.get(*name).map(|group| (*name, group))).collect();
        let by_holders: u64 = asked.iter().map(|(_, group)| group.cost).sum();
        let tokens_each = self.of.len() as u64 / u64::from(self.size.max(1)) + 1;
        // From the first token of the asked groups to the last.
        let first = asked.iter().map(|(_, group)| group.tokens.start).min().unwrap_or(0);
        let end = asked.iter().map(|(_, group)| group.tokens.end).max().unwrap_or(0);
        let by_documents = docs.count() * tokens_each + u64::from(end - first) / 8;
        let by_documents = by_documents < by_holders;
        let found = by_documents.then(|| self.count_by_documents(docs, first..end));
        for (name, group) in asked {
            let counts = counts.entry(name.to_owned()).or_default();
            for at in group.tokens.clone() {
                let many = match &found {
                    Some(found) => u64::from(found[(at - first) as usize]),
                    None => self.count_holders(at, docs),
                };
                if many > 0 {
                    match counts.get_mut(self.tokens.get(at)) {
                        Some(sum) => *sum += many,
                        None => drop(counts.insert(self.tokens.get(at).to_owned(), many)),
                    }
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

    fn count_by_documents(&self, docs: &Bits, tokens: Range<u32>) -> Vec<u32> {
        let mut found = vec![0; tokens.len()];
        for doc in docs.docs() {
            let (start, end) = (self.starts[doc as usize] as usize, self.starts[doc as usize + 1] as usize);
            for token in self.of[start..end].iter().filter(|token| tokens.contains(token)) {
                found[(token - tokens.start) as usize] += 1;
            }
        }
        found
    }
}

/// The documents that stand so now, where not all do.
fn standing(days: &[(i32, i32)]) -> Option<Bits> {
    days.iter().any(|(_, until)| *until < i32::MAX).then(|| {
        let mut bits = Bits::none(days.len() as u32);
        let now = days.iter().enumerate().filter(|(_, (_, until))| *until == i32::MAX);
        now.for_each(|(doc, _)| bits.insert(doc as u32));
        bits
    })
}

/// FNV-1a: the same for the same identity in every segment and on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
