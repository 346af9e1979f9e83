//! Which documents of a segment match the words of a plan.

use tantivy::postings::TermInfo;
use tantivy::query::{EnableScoring, PhraseQuery, Query as _};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, Searcher, SegmentReader, TERMINATED, Term};

use super::SearchFault;
use super::bits::Bits;
use super::fields::Fields;
use super::plan::{Forms, Need, Plan};

/// So many postings of beginnings are read per segment; a beginning of one or two letters may have millions.
const MOST_PREFIX_POSTINGS: u64 = 4_000_000;

/// One segment and what is needed to read it.
#[derive(Clone, Copy)]
pub(super) struct Segment<'a> {
    pub searcher: &'a Searcher,
    pub reader: &'a SegmentReader,
    pub fields: &'a Fields,
}

/// How the documents of a segment hold one need.
#[derive(Debug)]
pub(super) struct Found {
    /// As it was typed.
    pub exact: Bits,
    /// In some form, in a title.
    pub title: Bits,
    /// In some form.
    pub stem: Bits,
    /// As the beginning of a word, in a name.
    pub prefix_name: Bits,
    /// As the beginning of a word.
    pub prefix: Bits,
    /// In any way, typos too.
    pub any: Bits,
}

/// The documents that hold every need, and how they hold each; deleted ones and the unwanted are out.
pub(super) fn matched(
    segment: Segment<'_>,
    plan: &Plan,
    alive: Option<&Bits>,
) -> Result<(Bits, Vec<Found>), SearchFault> {
    let size = segment.reader.max_doc();
    let mut docs = alive.cloned().unwrap_or_else(|| Bits::all(size));
    let mut all = Vec::with_capacity(plan.needs.len());
    for need in &plan.needs {
        let found = find(segment, need)?;
        docs.and(&found.any);
        all.push(found);
        if docs.is_empty() {
            return Ok((docs, Vec::new()));
        }
    }
    for ban in &plan.bans {
        docs.minus(&find(segment, ban)?.any);
    }
    Ok((docs, all))
}

fn find(segment: Segment<'_>, need: &Need) -> Result<Found, SearchFault> {
    match need {
        Need::Word(forms) => find_word(segment, forms),
        Need::Phrase(words) => {
            let exact = find_phrase(segment, words)?;
            let none = Bits::default();
            Ok(Found {
                any: exact.clone(),
                exact,
                title: none.clone(),
                stem: none.clone(),
                prefix_name: none.clone(),
                prefix: none,
            })
        }
    }
}

fn find_word(segment: Segment<'_>, forms: &Forms) -> Result<Found, SearchFault> {
    let size = segment.reader.max_doc();
    let fields = segment.fields;
    let exact = holders(segment, fields.exact, std::slice::from_ref(&forms.exact))?;
    let title = holders(segment, fields.title, &forms.stems)?;
    let mut stem = holders(segment, fields.body, &forms.stems)?;
    stem.or(&title);
    let mut any = exact.clone();
    any.or(&stem);
    let (mut prefix_name, mut prefix) = (Bits::none(0), Bits::none(0));
    if forms.prefix {
        prefix_name = beginnings(segment, fields.names, &forms.exact)?;
        prefix = beginnings(segment, fields.exact, &forms.exact)?;
        any.or(&prefix);
    }
    if !forms.near.is_empty() {
        any.or(&holders(segment, fields.exact, &forms.near)?);
    }
    debug_assert_eq!(
        any.docs().last().map_or(0, |doc| doc / size.max(1)),
        0,
        "a document beyond the segment"
    );
    Ok(Found { exact, title, stem, prefix_name, prefix, any })
}

/// The documents that hold any of the terms in a field.
pub(super) fn holders(segment: Segment<'_>, field: Field, terms: &[String]) -> Result<Bits, SearchFault> {
    let mut bits = Bits::none(segment.reader.max_doc());
    let index = segment.reader.inverted_index(field)?;
    for term in terms {
        if let Some(info) = index.get_term_info(&Term::from_field_text(field, term))? {
            gather(&index, &info, &mut bits)?;
        }
    }
    Ok(bits)
}

/// The documents that hold a longer term with this beginning.
fn beginnings(segment: Segment<'_>, field: Field, prefix: &str) -> Result<Bits, SearchFault> {
    let mut bits = Bits::none(segment.reader.max_doc());
    let index = segment.reader.inverted_index(field)?;
    let mut stream = index.terms().range().gt(prefix).into_stream()?;
    let mut read = 0;
    while read < MOST_PREFIX_POSTINGS && stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
        read += u64::from(stream.value().doc_freq) + 16;
        gather(&index, stream.value(), &mut bits)?;
    }
    Ok(bits)
}

fn gather(index: &InvertedIndexReader, info: &TermInfo, bits: &mut Bits) -> Result<(), SearchFault> {
    let mut block = index.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    while block.block_len() > 0 {
        bits.insert_all(block.docs());
        block.advance();
    }
    Ok(())
}

fn find_phrase(segment: Segment<'_>, words: &[String]) -> Result<Bits, SearchFault> {
    let field = segment.fields.exact;
    if words.len() < 2 {
        return holders(segment, field, words);
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
