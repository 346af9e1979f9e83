//! The documents of the words of one segment, read from the index. Those of frequent words are kept as bitmaps, so that they
//! are read once: few words are frequent, and they are the ones that take long to read.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};

use super::SearchFault;
use super::bits::Bits;

/// A word that one document in so many holds, or more, is frequent.
const FREQUENT: u32 = 128;
/// So many bitmaps are kept: at a million documents 20 MB. Where another word is asked for, all are let go.
const MOST_KEPT: usize = 160;

/// A field, and where the documents of a word begin in it.
type Place = (Field, usize);

/// The bitmaps of the frequent words of one segment that somebody asked for. Deletions do not touch them.
#[derive(Debug, Default)]
pub(super) struct Lists {
    kept: Mutex<HashMap<Place, Arc<Bits>>>,
}

impl Lists {
    /// The documents of a word.
    pub fn of(
        &self,
        index: &InvertedIndexReader,
        field: Field,
        info: &TermInfo,
        size: u32,
    ) -> Result<Arc<Bits>, SearchFault> {
        let place = (field, info.postings_range.start);
        let frequent = info.doc_freq > size / FREQUENT;
        if frequent && let Some(bits) = self.kept().get(&place) {
            return Ok(bits.clone());
        }
        let mut bits = Bits::none(size);
        read(index, info, &mut bits)?;
        let bits = Arc::new(bits);
        if frequent {
            let mut kept = self.kept();
            if kept.len() >= MOST_KEPT {
                kept.clear();
            }
            kept.insert(place, bits.clone());
        }
        Ok(bits)
    }

    /// Adds the documents of a word to others.
    pub fn add(
        &self,
        index: &InvertedIndexReader,
        field: Field,
        info: &TermInfo,
        (bits, size): (&mut Bits, u32),
    ) -> Result<(), SearchFault> {
        if info.doc_freq > size / FREQUENT {
            bits.or(&*self.of(index, field, info, size)?);
            return Ok(());
        }
        read(index, info, bits)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, HashMap<Place, Arc<Bits>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads the documents of a word, block by block.
fn read(index: &InvertedIndexReader, info: &TermInfo, bits: &mut Bits) -> Result<(), SearchFault> {
    let mut block = index.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    while block.block_len() > 0 {
        bits.insert_all(block.docs());
        block.advance();
    }
    Ok(())
}
