//! Codes: six digits that prove an address, bound to the browser that asked.

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use vocabulary::{Moment, Uuid};

/// How long a code lives, in seconds.
pub(super) const LIFE: i64 = 600;

/// How often a code may be tried.
pub(super) const TRIES: i64 = 5;

/// Six digits, as the mail shows them and as they are typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

/// The text is not six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code has six digits; copy it from the mail")]
pub struct NotACode;

impl Code {
    /// A code made from chance.
    pub(super) fn from_chance(chance: [u8; 8]) -> Code {
        Code(format!("{:06}", u64::from_be_bytes(chance) % 1_000_000))
    }

    /// Reads a code as people type it: spaces and hyphens go, digits of Arabic and Persian are taken.
    pub fn parse(text: &str) -> Result<Code, NotACode> {
        let digits: Option<String> = text
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'))
            .filter(
                |c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'),
            )
            .map(latin_digit)
            .collect();
        digits.filter(|digits| digits.len() == 6).map(Code).ok_or(NotACode)
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

fn latin_digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The mark kept instead of a code: without the house's secret, nobody who reads the table learns the digits.
pub(super) fn mark(secret: &[u8; 32], id: Uuid, code: &Code) -> String {
    seal(secret, &["code", &id.to_string(), code.digits()])
}

/// Whether a code is the one that left this mark. Takes the same time whatever the answer.
pub(super) fn matches(secret: &[u8; 32], id: Uuid, kept: &str, code: &Code) -> bool {
    same(&mark(secret, id, code), kept)
}

/// A mark over words, with the house's secret.
pub(super) fn seal(secret: &[u8; 32], words: &[&str]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes a key of any length");
    for word in words {
        mac.update(word.as_bytes());
        mac.update(&[0]);
    }
    HEXLOWER.encode(&mac.finalize().into_bytes())
}

/// Whether two marks are the same, in constant time.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// A code that waits to be typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    /// Its id, which its mark is made over.
    pub id: Uuid,
    /// What is kept of the digits.
    pub mark: String,
    /// How often it may still be tried.
    pub tries: i64,
    /// When it stops to work.
    pub until: Moment,
}

impl Waiting {
    /// Whether it can still open a session.
    pub fn alive(&self, now: Moment) -> bool {
        self.tries > 0 && now < self.until
    }
}

/// What came of trying a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    /// It is the code with this id.
    Right(Uuid),
    /// It is not; so many tries are left.
    Wrong(i64),
    /// No code waits in this browser any more that could still be tried: all were tried too often.
    UsedUp,
    /// No code waits in this browser any more: it expired or was used.
    Expired,
}

/// Tries a code against those of this browser and, as long as this browser has a try left, against those that the
/// operator made for the address. Every one of them is compared, so that the time tells nothing.
pub(super) fn try_code(
    secret: &[u8; 32],
    own: &[Waiting],
    operator: &[Waiting],
    code: &Code,
    now: Moment,
) -> Tried {
    let alive: Vec<&Waiting> = own.iter().filter(|one| one.alive(now)).collect();
    let mut right = None;
    for one in alive.iter().copied().chain(operator.iter().filter(|one| one.alive(now))) {
        if matches(secret, one.id, &one.mark, code) {
            right = Some(one.id);
        }
    }
    match right {
        Some(id) if !alive.is_empty() => return Tried::Right(id),
        _ => {}
    }
    let left = alive.iter().map(|one| one.tries - 1).max().unwrap_or(0);
    if left > 0 {
        return Tried::Wrong(left);
    }
    let tried_out = !alive.is_empty() || own.iter().any(|one| now < one.until && one.tries <= 0);
    if tried_out { Tried::UsedUp } else { Tried::Expired }
}
