//! Sets of documents of one segment, one bit each, and their few operations.

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

    /// Is the document in?
    pub fn has(&self, doc: u32) -> bool {
        self.words.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// How many are in.
    pub fn count(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// Is nothing in?
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what is in both.
    pub fn and(&mut self, other: &Bits) {
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
        let (ours, our_rest) = self.words.as_chunks::<16>();
        let (theirs, their_rest) = other.words.as_chunks::<16>();
        let chunks: u64 = ours.iter().zip(theirs).map(|(a, b)| common_of_chunk(a, b)).sum();
        let rest = our_rest.iter().zip(their_rest).map(|(a, b)| u64::from((a & b).count_ones()));
        chunks + rest.sum::<u64>()
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

/// Adds three words bit by bit: the sum's low bits and its carries.
fn add(a: u64, b: u64, c: u64) -> (u64, u64) {
    (a ^ b ^ c, (a & b) | ((a ^ b) & c))
}

/// Harley and Seal's count: sixteen words cost five counts of bits instead of sixteen, which matters where the
/// processor's own instruction may not be assumed.
fn common_of_chunk(a: &[u64; 16], b: &[u64; 16]) -> u64 {
    let word = |at: usize| a[at] & b[at];
    let (mut ones, mut twos, mut fours, mut eights, mut sixteens) = (0, 0, 0, 0, 0);
    for half in [0, 8] {
        let mut four_carries = [0; 2];
        for (quarter, four_carry) in four_carries.iter_mut().enumerate() {
            let at = half + quarter * 4;
            let (sum, first) = add(ones, word(at), word(at + 1));
            let (sum, second) = add(sum, word(at + 2), word(at + 3));
            ones = sum;
            (twos, *four_carry) = add(twos, first, second);
        }
        let (sum, eight_carry) = add(fours, four_carries[0], four_carries[1]);
        fours = sum;
        (eights, sixteens) = match half {
            0 => (eight_carry, sixteens),
            _ => (eights ^ eight_carry, eights & eight_carry),
        };
    }
    let many = |word: u64| u64::from(word.count_ones());
    many(ones) + 2 * many(twos) + 4 * many(fours) + 8 * many(eights) + 16 * many(sixteens)
}
