//! Sets of documents of one segment, one bit each, and their few operations.

use std::sync::LazyLock;

use fearless_simd::{Level, dispatch};

/// What this processor can do at once.
static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);

/// A set of document numbers below a fixed size.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// No document of `size`.
    pub fn none(size: u32) -> Bits {
        Bits { words: vec![0; (size as usize).div_ceil(64)] }
    }

    /// Every document of `size`.
    pub fn all(size: u32) -> Bits {
        let mut words = vec![u64::MAX; (size as usize).div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !size.is_multiple_of(64)
        {
            *last = (1 << (size % 64)) - 1;
        }
        Bits { words }
    }

    /// Puts a document in.
    pub fn insert(&mut self, doc: u32) {
        if let Some(word) = self.words.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    /// Puts documents in that come in rising order.
    pub fn insert_all(&mut self, docs: &[u32]) {
        let (mut at, mut bits) = (0, 0);
        for doc in docs {
            let word = *doc as usize / 64;
            if word != at {
                self.put(at, bits);
                (at, bits) = (word, 0);
            }
            bits |= 1 << (doc % 64);
        }
        self.put(at, bits);
    }

    fn put(&mut self, at: usize, bits: u64) {
        if let Some(word) = self.words.get_mut(at) {
            *word |= bits;
        }
    }

    /// Is the document in?
    pub fn has(&self, doc: u32) -> bool {
        self.words.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// How many are in.
    pub fn count(&self) -> u64 {
        self.common(self)
    }

    /// Is nothing in?
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what is in both.
    pub fn and(&mut self, other: &Bits) {
        // Where the other ends, nothing more is in it.
        if let Some(beyond) = self.words.get_mut(other.words.len()..) {
            beyond.fill(0);
        }
        for (word, with) in self.words.iter_mut().zip(&other.words) {
            *word &= with;
        }
    }

    /// Adds what is in the other.
    pub fn or(&mut self, other: &Bits) {
        for (word, with) in self.words.iter_mut().zip(&other.words) {
            *word |= with;
        }
    }

    /// Takes out what is in the other.
    pub fn minus(&mut self, other: &Bits) {
        for (word, with) in self.words.iter_mut().zip(&other.words) {
            *word &= !with;
        }
    }

    /// How many are in both.
    pub fn common(&self, other: &Bits) -> u64 {
        dispatch!(*LEVEL, _ => common(&self.words, &other.words))
    }

    /// The documents in it, in rising order.
    pub fn docs(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().filter(|(_, word)| **word != 0).flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                Some(at as u32 * 64 + bit)
            })
        })
    }
}

/// How many bits are set in both; inlined into each of the processor's own ways to count.
#[inline(always)]
fn common(ours: &[u64], theirs: &[u64]) -> u64 {
    ours.iter().zip(theirs).map(|(a, b)| u64::from((a & b).count_ones())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_that_ends_sooner_holds_nothing_beyond() {
        let mut bits = Bits::all(200);
        let mut few = Bits::none(70);
        few.insert_all(&[3, 69]);
        bits.and(&few);
        assert_eq!(bits.docs().collect::<Vec<u32>>(), [3, 69]);
        bits.or(&Bits::default());
        bits.minus(&Bits::default());
        assert_eq!(bits.count(), 2);
        bits.and(&Bits::default());
        assert!(bits.is_empty());
    }
}
