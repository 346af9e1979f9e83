//! How well a document matches. Each word gives points by the best way in which the document holds it; the steps lie
//! so far apart that nothing within a step reaches the next. Within a step, BM25 decides, title before names before
//! body, pressed below the height of a step.

use tantivy::postings::Postings;
use tantivy::query::Bm25Weight;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Searcher, Term};

use super::SearchFault;
use super::bits::Bits;
use super::fields::Fields;
use super::matching::{Found, Segment, beginnings, holders};
use super::plan::{Need, Plan};

const EXACT: f32 = 16.0;
const STEM: f32 = 8.0;
const PREFIX_OF_NAME: f32 = 3.0;
const PREFIX: f32 = 2.0;
const TYPO: f32 = 1.0;
/// What BM25 may add at most: less than the smallest step between exact, stem and prefix.
const WITHIN: f32 = 4.0;
/// The BM25 at which half of it is added.
const HALF: f32 = 20.0;
const SMALL_WORD: f32 = 0.25;

const TITLE_WEIGHT: f32 = 6.0;
const NAMES_WEIGHT: f32 = 3.0;
const BODY_WEIGHT: f32 = 1.0;

/// A term with its weight over the whole index.
struct Weighed {
    field: Field,
    term: Term,
    bm25: Bm25Weight,
}

/// The weights of each need of a plan, the same for all segments.
pub(super) struct Weights(Vec<Vec<Weighed>>);

impl Weights {
    /// Weighs the terms of a plan.
    pub fn of(plan: &Plan, searcher: &Searcher, fields: &Fields) -> Result<Weights, SearchFault> {
        let mut all = Vec::new();
        for need in &plan.needs {
            let (stems, exact) = match need {
                Need::Word(forms) => (forms.stems.as_slice(), std::slice::from_ref(&forms.exact)),
                Need::Phrase(words) => (words.as_slice(), words.as_slice()),
            };
            let mut weighed = Vec::new();
            for (field, terms, boost) in [
                (fields.title, stems, TITLE_WEIGHT),
                (fields.names, exact, NAMES_WEIGHT),
                (fields.body, stems, BODY_WEIGHT),
            ] {
                for term in terms {
                    let term = Term::from_field_text(field, term);
                    if searcher.doc_freq(&term)? > 0 {
                        let bm25 =
                            Bm25Weight::for_terms(searcher, std::slice::from_ref(&term))?.boost_by(boost);
                        weighed.push(Weighed { field, term, bm25 });
                    }
                }
            }
            all.push(weighed);
        }
        Ok(Weights(all))
    }
}

/// The points of the documents in `docs`, in their order: what it costs grows with them and not with the segment.
pub(super) fn scores(
    segment: Segment<'_>,
    plan: &Plan,
    weights: &Weights,
    found: &[Found],
    docs: &[u32],
) -> Result<Vec<f32>, SearchFault> {
    let mut total = vec![0.0; docs.len()];
    let mut within = vec![0.0; docs.len()];
    for ((need, found), weighed) in plan.needs.iter().zip(found).zip(&weights.0) {
        let begun = match need {
            Need::Word(forms) if forms.prefix => Some(forms.exact.as_str()),
            _ => None,
        };
        let mut names: Option<Bits> = None;
        for weighed in weighed {
            add_bm25(segment, weighed, docs, &mut within)?;
        }
        for ((doc, total), within) in docs.iter().zip(&mut total).zip(&mut within) {
            let bm25 = std::mem::take(within);
            let step = if found.exact.has(*doc) {
                EXACT
            } else if found.title.has(*doc) || found.body.has(*doc) {
                STEM
            } else if found.prefix.has(*doc) {
                // Which names begin so is read where somebody is found so.
                let names = match (&mut names, begun) {
                    (Some(names), _) => names,
                    (none, Some(begun)) => none.insert(beginnings(segment, segment.fields.names, begun)?),
                    (none, None) => none.insert(Bits::default()),
                };
                if names.has(*doc) { PREFIX_OF_NAME } else { PREFIX }
            } else {
                TYPO
            };
            *total += step + WITHIN * bm25 / (bm25 + HALF);
        }
    }
    for word in &plan.extras {
        let holders = holders(segment, segment.fields.exact, std::slice::from_ref(word))?;
        for (doc, total) in docs.iter().zip(&mut total) {
            *total += if holders.has(*doc) { SMALL_WORD } else { 0.0 };
        }
    }
    Ok(total)
}

/// How many steps there are.
pub(super) const STEPS: usize = 3;

/// The documents of a step, the best first: who holds every need in a title and as it was typed, every need as it was typed,
/// and the rest.
pub(super) fn step(step: usize, found: &[Found], docs: &Bits) -> Bits {
    let mut held = docs.clone();
    match step {
        0 => found.iter().for_each(|found| {
            held.and(&found.exact);
            held.and(&found.title);
        }),
        1 => {
            found.iter().for_each(|found| held.and(&found.exact));
            let mut title = held.clone();
            found.iter().for_each(|found| title.and(&found.title));
            held.minus(&title);
        }
        _ => {
            let mut exact = held.clone();
            found.iter().for_each(|found| exact.and(&found.exact));
            held.minus(&exact);
        }
    }
    held
}

/// Adds a term's BM25 to the documents in `docs`: by leaps when they are few, else block by block.
fn add_bm25(
    segment: Segment<'_>,
    weighed: &Weighed,
    docs: &[u32],
    points: &mut [f32],
) -> Result<(), SearchFault> {
    let index = segment.reader.inverted_index(weighed.field)?;
    let Some(info) = index.get_term_info(&weighed.term)? else { return Ok(()) };
    let norms = segment.reader.get_fieldnorms_reader(weighed.field)?;
    if docs.len() as u64 * 32 < u64::from(info.doc_freq) {
        let mut postings = index.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
        for (doc, points) in docs.iter().zip(points) {
            if postings.doc() < *doc {
                postings.seek(*doc);
            }
            if postings.doc() == *doc {
                *points += weighed.bm25.score(norms.fieldnorm_id(*doc), postings.term_freq());
            }
        }
        return Ok(());
    }
    let mut block = index.read_block_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
    let mut at = 0;
    while block.block_len() > 0 && at < docs.len() {
        for (doc, freq) in block.docs().iter().zip(block.freqs()) {
            // Both rise: the next of ours that is not before this one.
            while docs.get(at).is_some_and(|ours| ours < doc) {
                at += 1;
            }
            if docs.get(at) == Some(doc) {
                points[at] += weighed.bm25.score(norms.fieldnorm_id(*doc), *freq);
            }
        }
        block.advance();
    }
    Ok(())
}
