//! What one segment holds besides words: arrays per document for sorting, and its facet values beside them. Made once per
//! segment, kept as long as the segment lives; deletions do not touch it.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;
use vocabulary::Lang;

use super::bits::Bits;
use super::facets::Facets;
use super::fields::{kind_and_key, name_in};
use super::lists::Lists;
use super::{SearchFault, Sort};

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
    fn read(column: Option<&StrColumn>, size: u32) -> Result<TextColumn, SearchFault> {
        let Some(column) = column else { return Ok(TextColumn::none(size)) };
        let of = (0..size).map(|doc| column.ords().first(doc).unwrap_or_default() as u32).collect();
        Ok(TextColumn { texts: Texts::read(column)?, of })
    }

    fn none(size: u32) -> TextColumn {
        TextColumn { texts: Texts::default(), of: vec![0; size as usize] }
    }

    fn get(&self, doc: u32) -> &str {
        self.of.get(doc as usize).map_or("", |at| self.texts.get(*at))
    }
}

/// The names of a segment in one language: read when somebody first asks for their order, as few ask for all of them.
struct Names {
    column: Option<StrColumn>,
    size: u32,
    read: OnceLock<TextColumn>,
    order: OnceLock<Vec<u32>>,
}

impl Names {
    fn of(column: Option<StrColumn>, size: u32) -> Names {
        Names { column, size, read: OnceLock::new(), order: OnceLock::new() }
    }

    /// Names that cannot be read are none, and everything stands in the order of its date.
    fn read(&self) -> &TextColumn {
        self.read.get_or_init(|| {
            TextColumn::read(self.column.as_ref(), self.size).unwrap_or_else(|fault| {
                tracing::error!(%fault, "the names of a part of the search index could not be read");
                TextColumn::none(self.size)
            })
        })
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names").field("size", &self.size).finish_non_exhaustive()
    }
}

/// By what ties are broken: the newer first, then the later journal position, then the identity's hash.
pub(super) type Tie = (Reverse<i64>, Reverse<i64>, u64);

/// Numbers with their documents, the least first.
type Numbers = Arc<[(i64, u32)]>;

/// The columns of one segment.
#[derive(Debug)]
pub(super) struct Columns {
    /// One more than the highest document number.
    pub size: u32,
    ids: TextColumn,
    /// The names in each language of the pages.
    names: [Names; Lang::ALL.len()],
    ties: Vec<Tie>,
    points: Vec<Option<(f64, f64)>>,
    /// From which day to which each document stood so: the first is in, the last is not.
    days: Vec<(i32, i32)>,
    /// The documents that stand so now; all do, if it is `None`.
    standing: Option<Bits>,
    weights: Vec<i64>,
    reports: Vec<i64>,
    newest: OnceLock<Vec<u32>>,
    ranks: OnceLock<Vec<u32>>,
    heaviest: OnceLock<Vec<u32>>,
    reported: OnceLock<Vec<u32>>,
    changed: OnceLock<Vec<u32>>,
    numbers: Mutex<HashMap<String, Numbers>>,
    /// The facet values.
    pub facets: Facets,
    /// The documents of frequent words.
    pub lists: Lists,
}

impl Columns {
    /// Reads a segment's columns.
    pub fn read(segment: &SegmentReader) -> Result<Columns, SearchFault> {
        let size = segment.max_doc();
        let fast = segment.fast_fields();
        let ids = TextColumn::read(fast.str("id")?.as_ref(), size)?;
        let names = |lang: Lang| Ok(Names::of(fast.str(&name_in(lang))?, size));
        let names: Vec<Names> = Lang::ALL.into_iter().map(names).collect::<Result<_, SearchFault>>()?;
        let names = <[Names; Lang::ALL.len()]>::try_from(names)
            .map_err(|_| std::io::Error::other("there is a column of names for each language"))?;
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
        let numbers = |field: &str| -> Result<Vec<i64>, SearchFault> {
            let column = fast.i64(field)?;
            Ok((0..size).map(|doc| column.first(doc).unwrap_or_default()).collect())
        };
        let (weights, reports) = (numbers("weight")?, numbers("reported")?);
        let mut columns = Columns {
            size,
            standing: standing(&days),
            days,
            ids,
            names,
            ties,
            points,
            weights,
            reports,
            newest: OnceLock::new(),
            ranks: OnceLock::new(),
            heaviest: OnceLock::new(),
            reported: OnceLock::new(),
            changed: OnceLock::new(),
            numbers: Mutex::default(),
            facets: Facets::none(size),
            lists: Lists::default(),
        };
        if let Some(column) = fast.str("tokens")? {
            columns.facets = Facets::read(&column, size)?;
        }
        Ok(columns)
    }

    /// All documents, the newest first; sorted when first asked for.
    pub fn newest(&self) -> &[u32] {
        self.newest.get_or_init(|| self.in_order(|doc| self.tie(doc)))
    }

    /// The place of each document in the order of dates.
    pub fn ranks(&self) -> &[u32] {
        self.ranks.get_or_init(|| {
            let mut ranks = vec![0; self.size as usize];
            (0_u32..).zip(self.newest()).for_each(|(rank, doc)| ranks[*doc as usize] = rank);
            ranks
        })
    }

    /// All documents by name in a language; sorted when first asked for.
    pub fn by_name(&self, lang: Lang) -> &[u32] {
        let names = self.names_in(lang);
        names.order.get_or_init(|| self.in_order(|doc| (self.name_rank(lang, doc), self.tie(doc))))
    }

    fn names_in(&self, lang: Lang) -> &Names {
        let [en, fr, es, ar] = &self.names;
        match lang {
            Lang::En => en,
            Lang::Fr => fr,
            Lang::Es => es,
            Lang::Ar => ar,
        }
    }

    /// All documents, the heaviest first; sorted when first asked for.
    pub fn heaviest(&self) -> &[u32] {
        self.heaviest.get_or_init(|| self.greatest_first(Sort::Heaviest))
    }

    /// All documents, the last reported first; sorted when first asked for.
    pub fn reported(&self) -> &[u32] {
        self.reported.get_or_init(|| self.greatest_first(Sort::Reported))
    }

    fn greatest_first(&self, sort: Sort) -> Vec<u32> {
        self.in_order(|doc| (Reverse(self.number(sort, doc)), self.tie(doc)))
    }

    /// All documents, the least by this key first.
    fn in_order<K: Ord>(&self, key: impl Fn(u32) -> K) -> Vec<u32> {
        let mut docs: Vec<u32> = (0..self.size).collect();
        docs.sort_unstable_by_key(|doc| key(*doc));
        docs
    }

    /// All documents, those that last became what they are first; sorted when first asked for.
    fn changed(&self) -> &[u32] {
        let since = |doc: u32| self.days.get(doc as usize).map(|(since, _)| *since);
        self.changed.get_or_init(|| self.in_order(|doc| Reverse(since(doc))))
    }

    /// The last day on which one of these became what it is, counted from 1 January 1970; none where no day is known. Few are
    /// looked at one by one; of many the first is met soon on the way through all that changed, and else they are looked at.
    pub fn latest(&self, docs: &Bits) -> Option<i64> {
        let many = docs.count() as usize;
        let met = match many.saturating_mul(many) > self.size as usize {
            true => self.changed().iter().take(many).find(|doc| docs.has(**doc)),
            false => None,
        };
        match met {
            Some(doc) => self.since(*doc),
            None => docs.docs().filter_map(|doc| self.since(doc)).max(),
        }
    }

    /// The number of a document by which it is put in an order of numbers: how lately it was reported, else its weight.
    pub fn number(&self, sort: Sort, doc: u32) -> i64 {
        let numbers = if sort == Sort::Reported { &self.reports } else { &self.weights };
        numbers.get(doc as usize).copied().unwrap_or_default()
    }

    /// Adds the documents whose number of a group lies in a range: what it costs grows with how many do.
    pub fn within(
        &self,
        segment: &SegmentReader,
        group: &str,
        range: &RangeInclusive<i64>,
        docs: &mut Bits,
    ) -> Result<(), SearchFault> {
        let numbers = self.numbers_of(segment, group)?;
        let begin = numbers.partition_point(|(number, _)| number < range.start());
        let held = numbers[begin..].iter().take_while(|(number, _)| number <= range.end());
        held.for_each(|(_, doc)| docs.insert(*doc));
        Ok(())
    }

    /// The numbers of a group, read and sorted when somebody first asks for a range of them.
    fn numbers_of(&self, segment: &SegmentReader, group: &str) -> Result<Numbers, SearchFault> {
        let mut known = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(numbers) = known.get(group) {
            return Ok(numbers.clone());
        }
        let column = segment.fast_fields().column_opt::<i64>(&format!("numbers.{group}"))?;
        let held =
            column.iter().flat_map(|column| (0..self.size).filter_map(|doc| Some((column.first(doc)?, doc))));
        let mut held: Vec<(i64, u32)> = held.collect();
        held.sort_unstable();
        let numbers = Numbers::from(held);
        known.insert(group.to_owned(), numbers.clone());
        Ok(numbers)
    }

    /// Kind and key of a document.
    pub fn kind_and_key(&self, doc: u32) -> (&str, &str) {
        kind_and_key(self.ids.get(doc))
    }

    /// The key of a document's name in the alphabetical order of a language.
    pub fn name(&self, lang: Lang, doc: u32) -> &str {
        self.names_in(lang).read().get(doc)
    }

    /// Its place in the order of names of this segment.
    pub fn name_rank(&self, lang: Lang, doc: u32) -> u32 {
        self.names_in(lang).read().of.get(doc as usize).copied().unwrap_or_default()
    }

    /// By what ties with it are broken.
    pub fn tie(&self, doc: u32) -> Tie {
        self.ties.get(doc as usize).copied().unwrap_or_default()
    }

    /// Where it stands on the map.
    pub fn point(&self, doc: u32) -> Option<(f64, f64)> {
        self.points.get(doc as usize).copied().flatten()
    }

    /// The day since which it stands so, counted from 1 January 1970; none where it always did.
    fn since(&self, doc: u32) -> Option<i64> {
        let (since, _) = self.days.get(doc as usize)?;
        (*since > i32::MIN).then(|| i64::from(*since))
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
