//! Which documents of a segment match the words of a plan.

use std::sync::Arc;

use tantivy::query::{EnableScoring, PhraseQuery, Query as _};
use tantivy::schema::Field;
use tantivy::{Searcher, SegmentReader, TERMINATED, Term};

use super::SearchFault;
use super::bits::Bits;
use super::fields::Fields;
use super::lists::Lists;
use super::plan::{Forms, Need, Plan};

/// So many postings of beginnings are read per segment; a beginning of one or two letters may have millions.
const MOST_PREFIX_POSTINGS: u64 = 4_000_000;

/// One segment and what is needed to read it.
#[derive(Clone, Copy)]
pub(super) struct Segment<'a> {
    pub searcher: &'a Searcher,
    pub reader: &'a SegmentReader,
    pub fields: &'a Fields,
    pub lists: &'a Lists,
}

/// How the documents of a segment hold one need.
#[derive(Debug)]
pub(super) struct Found {
    /// As it was typed.
    pub exact: Arc<Bits>,
    /// In some form, in a title.
    pub title: Arc<Bits>,
    /// In some form, in a body.
    pub body: Arc<Bits>,
    /// As the beginning of a word.
    pub prefix: Bits,
}

/// The documents that hold every need, and how they hold each; deleted ones and the unwanted are out.
pub(super) fn matched(
    segment: Segment<'_>,
    plan: &Plan,
    alive: Option<&Bits>,
) -> Result<(Bits, Vec<Found>), SearchFault> {
    let mut docs: Option<Bits> = None;
    let mut all = Vec::with_capacity(plan.needs.len());
    for need in &plan.needs {
        let (any, found) = find(segment, need)?;
        let docs = match &mut docs {
            None => docs.insert(any),
            Some(docs) => {
                docs.and(&any);
                docs
            }
        };
        all.push(found);
        if docs.is_empty() {
            return Ok((Bits::none(segment.reader.max_doc()), Vec::new()));
        }
    }
    let mut docs = match (docs, alive) {
        (Some(mut docs), Some(alive)) => {
            docs.and(alive);
            docs
        }
        (Some(docs), None) => docs,
        (None, Some(alive)) => alive.clone(),
        (None, None) => Bits::all(segment.reader.max_doc()),
    };
    for ban in &plan.bans {
        docs.minus(&find(segment, ban)?.0);
    }
    Ok((docs, all))
}

/// Who holds a need in any way, typos too, and how they hold it.
fn find(segment: Segment<'_>, need: &Need) -> Result<(Bits, Found), SearchFault> {
    match need {
        Need::Word(forms) => find_word(segment, forms),
        Need::Phrase(words) => {
            let any = find_phrase(segment, words)?;
            let exact = Arc::new(any.clone());
            // A phrase has no forms: where titles come first, it does not stand in the way.
            let (title, body) = (exact.clone(), exact.clone());
            Ok((any, Found { exact, title, body, prefix: Bits::default() }))
        }
    }
}

fn find_word(segment: Segment<'_>, forms: &Forms) -> Result<(Bits, Found), SearchFault> {
    let fields = segment.fields;
    let exact = holders(segment, fields.exact, std::slice::from_ref(&forms.exact))?;
    let title = holders(segment, fields.title, &forms.stems)?;
    let body = holders(segment, fields.body, &forms.stems)?;
    let prefix = match forms.prefix {
        true => beginnings(segment, fields.exact, &forms.exact)?,
        false => Bits::default(),
    };
    let mut any = Bits::none(segment.reader.max_doc());
    for bits in [&*exact, &*title, &*body, &prefix] {
        any.or(bits);
    }
    if !forms.near.is_empty() {
        any.or(&*holders(segment, fields.exact, &forms.near)?);
    }
    Ok((any, Found { exact, title, body, prefix }))
}

/// The documents that hold any of the terms in a field.
pub(super) fn holders(
    segment: Segment<'_>,
    field: Field,
    terms: &[String],
) -> Result<Arc<Bits>, SearchFault> {
    let size = segment.reader.max_doc();
    let index = segment.reader.inverted_index(field)?;
    let mut held: Option<Arc<Bits>> = None;
    for term in terms {
        let Some(info) = index.get_term_info(&Term::from_field_text(field, term))? else { continue };
        match &mut held {
            None => held = Some(segment.lists.of(&index, field, &info, size)?),
            Some(held) => segment.lists.add(&index, field, &info, (Arc::make_mut(held), size))?,
        }
    }
    Ok(held.unwrap_or_default())
}

/// The documents that hold a longer term with this beginning.
pub(super) fn beginnings(segment: Segment<'_>, field: Field, prefix: &str) -> Result<Bits, SearchFault> {
    let size = segment.reader.max_doc();
    let mut bits = Bits::default();
    let index = segment.reader.inverted_index(field)?;
    let mut stream = index.terms().range().gt(prefix).into_stream()?;
    let mut read = 0;
    while read < MOST_PREFIX_POSTINGS && stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
        if read == 0 {
            bits = Bits::none(size);
        }
        read += u64::from(stream.value().doc_freq) + 16;
        segment.lists.add(&index, field, stream.value(), (&mut bits, size))?;
    }
    Ok(bits)
}

fn find_phrase(segment: Segment<'_>, words: &[String]) -> Result<Bits, SearchFault> {
    let field = segment.fields.exact;
    if words.len() < 2 {
        return Ok(Arc::unwrap_or_clone(holders(segment, field, words)?));
    }
    let terms = words.iter().map(|word| Term::from_field_text(field, word)).collect();
    let weight = PhraseQuery::new(terms).weight(EnableScoring::disabled_from_searcher(segment.searcher))?;
    let mut scorer = weight.scorer(segment.reader, 1.0)?;
    let mut bits = Bits::none(segment.reader.max_doc());
    let mut doc = scorer.doc();
    while doc != TERMINATED {
        bits.insert(doc);
        doc = scorer.advance();
    }
    Ok(bits)
}
