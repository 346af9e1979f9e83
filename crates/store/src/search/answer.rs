//! A question answered from one snapshot: words, facets, order, counts and places together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::bits::Bits;
use super::columns::{Columns, Counts};
use super::index::View;
use super::matching::{Found, Segment, matched};
use super::order::{Best, Candidate, by_name, newest_first, put_newest, turned};
use super::plan::Plan;
use super::score::{Weights, scores};
use super::{Answer, Cursor, Hit, Place, Query, SearchFault, Sort};

/// What matches in one segment.
struct Matches {
    /// The words alone.
    words: Bits,
    /// Each chosen group alone, in the order of the plan.
    chosen: Vec<Bits>,
    /// Words and all choices.
    all: Bits,
    found: Vec<Found>,
}

impl Matches {
    /// What matches when nothing is chosen in one group.
    fn without(&self, group: usize) -> Bits {
        let mut docs = self.words.clone();
        for (_, bits) in self.chosen.iter().enumerate().filter(|(at, _)| *at != group) {
            docs.and(bits);
        }
        docs
    }
}

impl View {
    fn plan(&self, query: &Query) -> Result<Plan, SearchFault> {
        let is_group = |group: &str| self.parts.iter().any(|part| part.columns.has_group(group));
        Plan::of(query, &self.searcher, &self.fields, is_group)
    }

    fn segment(&self, at: usize) -> Segment<'_> {
        Segment {
            searcher: &self.searcher,
            reader: self.searcher.segment_reader(at as u32),
            fields: &self.fields,
        }
    }

    fn matches(&self, plan: &Plan) -> Result<Vec<Matches>, SearchFault> {
        let mut all = Vec::with_capacity(self.parts.len());
        for (at, part) in self.parts.iter().enumerate() {
            let (mut words, found) = matched(self.segment(at), plan, part.alive.as_ref())?;
            part.columns.keep_standing(&mut words, plan.as_of);
            for (group, value) in &plan.barred {
                words.minus(&part.columns.chosen(group, std::slice::from_ref(value)));
            }
            let chosen: Vec<Bits> =
                plan.chosen.iter().map(|(group, tokens)| part.columns.chosen(group, tokens)).collect();
            let mut docs = words.clone();
            chosen.iter().for_each(|bits| docs.and(bits));
            all.push(Matches { words, chosen, all: docs, found });
        }
        Ok(all)
    }

    /// The whole answer.
    pub(super) fn search(&self, query: &Query) -> Result<Answer, SearchFault> {
        let plan = self.plan(query)?;
        let matches = self.matches(&plan)?;
        let total: u64 = matches.iter().map(|matches| matches.all.count()).sum();
        let (page, passed) = self.page(query, &plan, &matches, total)?;
        let hits = page.iter().map(|found| self.hit(found)).collect();
        let counts = self.counts(query, &plan, &matches);
        let ends = page.first().zip(page.last()).filter(|_| query.sort != Sort::Relevance);
        let ends = ends.map(|(first, last)| (self.cursor(query.sort, first), self.cursor(query.sort, last)));
        Ok(Answer { total, hits, passed, ends, counts, meant: plan.meant, at: self.at })
    }

    fn cursor(&self, sort: Sort, found: &Candidate) -> Cursor {
        Cursor::of(sort, &self.parts[found.segment as usize].columns, found.doc)
    }

    /// The asked page, and how many lie before it.
    fn page(
        &self,
        query: &Query,
        plan: &Plan,
        matches: &[Matches],
        total: u64,
    ) -> Result<(Vec<Candidate>, u64), SearchFault> {
        let turns = query.turn.is_some() && query.sort != Sort::Relevance;
        if turns || query.sort == Sort::Heaviest {
            let offset = if turns { 0 } else { query.offset };
            let most = offset.saturating_add(query.limit).min(total as usize);
            let segments: Vec<(&Columns, &Bits)> = self.columns_of(matches);
            let (mut page, passed) = turned(&segments, query.sort, query.turn.as_ref(), most);
            page.drain(..offset.min(page.len()));
            return Ok((page, passed + offset as u64));
        }
        let most = query.offset.saturating_add(query.limit).min(total as usize);
        if query.offset >= most {
            return Ok((Vec::new(), query.offset as u64));
        }
        let mut page = self.first(query, plan, matches, most)?;
        page.drain(..query.offset.min(page.len()));
        Ok((page, query.offset as u64))
    }

    fn columns_of<'a>(&'a self, matches: &'a [Matches]) -> Vec<(&'a Columns, &'a Bits)> {
        self.parts.iter().zip(matches).map(|(part, matches)| (&*part.columns, &matches.all)).collect()
    }

    fn hit(&self, found: &Candidate) -> Hit {
        let columns = &self.parts[found.segment as usize].columns;
        let (kind, key) = columns.kind_and_key(found.doc);
        let (_, Reverse(change), _) = columns.tie(found.doc);
        Hit { kind: kind.to_owned(), key: key.to_owned(), change, score: found.score }
    }

    /// The first so many.
    fn first(
        &self,
        query: &Query,
        plan: &Plan,
        matches: &[Matches],
        most: usize,
    ) -> Result<Vec<Candidate>, SearchFault> {
        if query.sort == Sort::Name {
            return Ok(by_name(&self.columns_of(matches), most));
        }
        let mut best = Best::new(most);
        let by_words = query.sort == Sort::Relevance && !plan.needs.is_empty();
        let weights = if by_words { Some(Weights::of(plan, &self.searcher, &self.fields)?) } else { None };
        for (at, (part, matches)) in self.parts.iter().zip(matches).enumerate() {
            if let Some(weights) = &weights {
                if matches.all.is_empty() {
                    continue;
                }
                let docs: Vec<u32> = matches.all.docs().collect();
                let points = scores(self.segment(at), plan, weights, &matches.found, &docs)?;
                docs.iter()
                    .zip(points)
                    .for_each(|(doc, points)| best.put(at as u32, &part.columns, *doc, points));
            } else {
                put_newest(&mut best, at as u32, &part.columns, &matches.all);
            }
        }
        Ok(best.sorted())
    }

    fn counts(&self, query: &Query, plan: &Plan, matches: &[Matches]) -> Counts {
        let mut counts: Counts = query.count.iter().map(|group| (group.clone(), BTreeMap::new())).collect();
        let asked: BTreeSet<&str> = query.count.iter().map(String::as_str).collect();
        let free: Vec<&str> =
            asked.iter().copied().filter(|group| !plan.chosen.contains_key(*group)).collect();
        for (part, matches) in self.parts.iter().zip(matches) {
            part.columns.count(&free, &matches.all, &mut counts);
            for (at, group) in
                plan.chosen.keys().enumerate().filter(|(_, group)| asked.contains(group.as_str()))
            {
                part.columns.count(&[group], &matches.without(at), &mut counts);
            }
        }
        counts
    }

    /// Every matching document, the newest first.
    pub(super) fn keys(&self, query: &Query) -> Result<Vec<(u32, u32)>, SearchFault> {
        let plan = self.plan(query)?;
        let matches = self.matches(&plan)?;
        let segments: Vec<(&Columns, Bits)> =
            self.parts.iter().zip(matches).map(|(part, matches)| (&*part.columns, matches.all)).collect();
        Ok(newest_first(&segments))
    }

    /// Every matching document that stands on the map.
    pub(super) fn points(&self, query: &Query) -> Result<Vec<Place>, SearchFault> {
        let plan = self.plan(query)?;
        let mut places = Vec::new();
        for (part, matches) in self.parts.iter().zip(self.matches(&plan)?) {
            for doc in matches.all.docs() {
                if let Some((lat, lon)) = part.columns.point(doc) {
                    let (kind, key) = part.columns.kind_and_key(doc);
                    places.push(Place { kind: kind.to_owned(), key: key.to_owned(), lat, lon });
                }
            }
        }
        Ok(places)
    }
}
