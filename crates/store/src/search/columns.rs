//! What one segment holds besides words: arrays per document for sorting, and its facet values beside them. Made once per
//! segment, kept as long as the segment lives; deletions do not touch it.

use std::cmp::Reverse;
use std::sync::OnceLock;

use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;

use super::SearchFault;
use super::bits::Bits;
use super::facets::Facets;
use super::fields::kind_and_key;

/// Sorted texts in one piece of memory.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Reads all the texts of a column.
    pub fn read(column: &StrColumn) -> Result<Texts, SearchFault> {
        let mut texts = Texts::default();
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            texts.push(&String::from_utf8_lossy(stream.key()));
        }
        Ok(texts)
    }

    /// Of these, which are sorted.
    #[cfg(test)]
    pub fn of<'a>(sorted: impl Iterator<Item = &'a str>) -> Texts {
        let mut texts = Texts::default();
        sorted.for_each(|text| texts.push(text));
        texts
    }

    fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The one at a place; empty where there is none.
    pub fn get(&self, at: u32) -> &str {
        let end = self.ends.get(at as usize).copied().unwrap_or_default();
        let start =
            (at as usize).checked_sub(1).and_then(|at| self.ends.get(at)).copied().unwrap_or_default();
        self.all.get(start as usize..end as usize).unwrap_or_default()
    }

    /// All of them with their places.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
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

/// By what ties are broken: the newer first, then the later journal position, then the identity's hash.
pub(super) type Tie = (Reverse<i64>, Reverse<i64>, u64);

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
    ranks: OnceLock<Vec<u32>>,
    by_name: OnceLock<Vec<u32>>,
    heaviest: OnceLock<Vec<u32>>,
    /// The facet values.
    pub facets: Facets,
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
            ranks: OnceLock::new(),
            by_name: OnceLock::new(),
            heaviest: OnceLock::new(),
            facets: Facets::none(size),
        };
        if let Some(column) = fast.str("tokens")? {
            columns.facets = Facets::read(&column, size)?;
        }
        Ok(columns)
    }

    /// All documents, the newest first; sorted when first asked for.
    pub fn newest(&self) -> &[u32] {
        self.newest.get_or_init(|| {
            let mut docs: Vec<u32> = (0..self.size).collect();
            docs.sort_unstable_by_key(|doc| self.tie(*doc));
            docs
        })
    }

    /// The place of each document in the order of dates.
    pub fn ranks(&self) -> &[u32] {
        self.ranks.get_or_init(|| {
            let mut ranks = vec![0; self.size as usize];
            (0_u32..).zip(self.newest()).for_each(|(rank, doc)| ranks[*doc as usize] = rank);
            ranks
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
