//! A question answered from one snapshot: words, facets, order, counts and places together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bits::Bits;
use super::columns::Columns;
use super::facets::Counts;
use super::index::View;
use super::matching::{Found, Segment, matched};
use super::order::{Best, Candidate, by_name, newest_first, put_newest, turned};
use super::plan::Plan;
use super::score::{STEPS, Weights, scores, step};
use super::{Answer, Cursor, Hit, Place, Query, SearchFault, Sort};

/// So many are put in order by their points. Where a word finds more, its BM25 hardly tells one from another: then who holds
/// every word in a title comes first, then who holds every word as it was typed, and within each the newest.
const MOST_SCORED: u64 = 10_000;
/// What lies between those steps: more than any points.
const STEP: f32 = 10_000.0;

/// What matches in one segment.
struct Matches {
    /// The words alone.
    words: Bits,
    /// Each chosen group alone, in the order of the plan.
    chosen: Vec<Arc<Bits>>,
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
        let is_group = |group: &str| self.parts.iter().any(|part| part.columns.facets.has_group(group));
        let is_value = |group: &str, value: &str| {
            let token = format!("{group}/{value}");
            self.parts.iter().any(|part| part.columns.facets.holders(&token) > 0)
        };
        Plan::of(query, &self.searcher, &self.fields, is_group, is_value)
    }

    fn segment(&self, at: usize) -> Segment<'_> {
        Segment {
            searcher: &self.searcher,
            reader: self.searcher.segment_reader(at as u32),
            fields: &self.fields,
            lists: &self.parts[at].columns.lists,
        }
    }

    fn matches(&self, plan: &Plan) -> Result<Vec<Matches>, SearchFault> {
        let mut all = Vec::with_capacity(self.parts.len());
        for (at, part) in self.parts.iter().enumerate() {
            let (mut words, found) = matched(self.segment(at), plan, part.alive.as_ref())?;
            part.columns.keep_standing(&mut words, plan.as_of);
            for (group, value) in &plan.barred {
                words.minus(&part.columns.facets.chosen(group, std::slice::from_ref(value)));
            }
            let mut chosen = Vec::with_capacity(plan.chosen.len());
            for (group, tokens) in &plan.chosen {
                let mut docs = part.columns.facets.chosen(group, tokens);
                if let Some(range) = plan.ranges.get(group) {
                    part.columns.within(self.segment(at).reader, group, range, Arc::make_mut(&mut docs))?;
                }
                chosen.push(docs);
            }
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
        let total = matches.iter().map(|matches| matches.all.count()).sum();
        let (page, passed) = self.page(query, &plan, &matches, total)?;
        let hits = page.iter().map(|found| self.hit(found)).collect();
        let counts = self.counts(query, &plan, &matches);
        let ends = page.first().zip(page.last()).filter(|_| query.sort != Sort::Relevance);
        let ends = ends.map(|(first, last)| (self.cursor(query.sort, first), self.cursor(query.sort, last)));
        // What nobody wrote was sought as what is near to it: where that finds nothing, to say it finds nothing.
        let meant = plan.meant.filter(|_| total > 0);
        Ok(Answer { total, hits, passed, ends, counts, latest: self.last_day(&matches), meant, at: self.at })
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
        if turns || matches!(query.sort, Sort::Heaviest | Sort::Reported) {
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
        let mut page = self.first(query, plan, (matches, total), most)?;
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
        (matches, total): (&[Matches], u64),
        most: usize,
    ) -> Result<Vec<Candidate>, SearchFault> {
        if let Sort::Name(lang) = query.sort {
            return Ok(by_name(&self.columns_of(matches), lang, most));
        }
        let all: Vec<&Bits> = matches.iter().map(|matches| &matches.all).collect();
        let by_words = query.sort == Sort::Relevance && !plan.needs.is_empty();
        if !by_words {
            return Ok(self.newest(&all, most, 0.0));
        }
        if total <= MOST_SCORED {
            return self.scored(plan, matches, &all, most, 0.0);
        }
        let mut page = Vec::new();
        for at in 0..STEPS {
            let steps: Vec<Bits> =
                matches.iter().map(|matches| step(at, &matches.found, &matches.all)).collect();
            let docs: Vec<&Bits> = steps.iter().collect();
            let base = (STEPS - at) as f32 * STEP;
            let left = most - page.len();
            page.extend(match docs.iter().map(|docs| docs.count()).sum() {
                0 => Vec::new(),
                1..=MOST_SCORED => self.scored(plan, matches, &docs, left, base)?,
                _ => self.newest(&docs, left, base),
            });
            if page.len() >= most {
                break;
            }
        }
        Ok(page)
    }

    /// The best of these documents by their points, which are added to `base`.
    fn scored(
        &self,
        plan: &Plan,
        matches: &[Matches],
        docs: &[&Bits],
        most: usize,
        base: f32,
    ) -> Result<Vec<Candidate>, SearchFault> {
        let weights = Weights::of(plan, &self.searcher, &self.fields)?;
        let mut best = Best::new(most);
        for (at, (part, (matches, docs))) in self.parts.iter().zip(matches.iter().zip(docs)).enumerate() {
            let docs: Vec<u32> = docs.docs().collect();
            if docs.is_empty() {
                continue;
            }
            let points = scores(self.segment(at), plan, &weights, &matches.found, &docs)?;
            docs.iter()
                .zip(points)
                .for_each(|(doc, points)| best.put(at as u32, &part.columns, *doc, base + points));
        }
        Ok(best.sorted())
    }

    /// The newest of these documents, all with the same points.
    fn newest(&self, docs: &[&Bits], most: usize, points: f32) -> Vec<Candidate> {
        let mut best = Best::new(most);
        for (at, (part, docs)) in self.parts.iter().zip(docs).enumerate() {
            put_newest(&mut best, at as u32, (&part.columns, docs), points);
        }
        best.sorted()
    }

    fn counts(&self, query: &Query, plan: &Plan, matches: &[Matches]) -> Counts {
        let mut counts: Counts = query.count.iter().map(|group| (group.clone(), BTreeMap::new())).collect();
        let asked: BTreeSet<&str> = query.count.iter().map(String::as_str).collect();
        let free: Vec<&str> =
            asked.iter().copied().filter(|group| !plan.chosen.contains_key(*group)).collect();
        for (part, matches) in self.parts.iter().zip(matches) {
            part.columns.facets.count(&free, &matches.all, &mut counts);
            for (at, group) in
                plan.chosen.keys().enumerate().filter(|(_, group)| asked.contains(group.as_str()))
            {
                part.columns.facets.count(&[group], &matches.without(at), &mut counts);
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

    /// The last day on which a matching document became what it is.
    pub(super) fn latest(&self, query: &Query) -> Result<Option<i64>, SearchFault> {
        let plan = self.plan(query)?;
        Ok(self.last_day(&self.matches(&plan)?))
    }

    fn last_day(&self, matches: &[Matches]) -> Option<i64> {
        self.columns_of(matches).into_iter().filter_map(|(columns, docs)| columns.latest(docs)).max()
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
