//! What was typed, as wishes. Any text is allowed: what makes no sense is read as words.

use super::words::{cut, plain, unspaced};

/// Of a longer text, only the beginning is read.
const LONGEST_TEXT: usize = 2_000;
/// And only so many wishes are kept.
const MOST_WISHES: usize = 32;
/// And so many words in one phrase.
const LONGEST_PHRASE: usize = 16;

/// One wish of the typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// A word, as typed.
    Word(String),
    /// Folded words that stand one after the other.
    Phrase(Vec<String>),
    /// `group:value`, as typed.
    Value(String, String),
}

/// The typed text, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// What must be there.
    pub wanted: Vec<Wish>,
    /// What must not.
    pub unwanted: Vec<Wish>,
}

impl Asked {
    /// Reads a text. `is_group` knows which groups there are.
    pub fn read(text: &str, is_group: impl Fn(&str) -> bool) -> Asked {
        let mut asked = Asked::default();
        let end = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(at, _)| at);
        for piece in pieces(&text[..end], is_group) {
            if asked.wanted.len() + asked.unwanted.len() >= MOST_WISHES {
                break;
            }
            let list = if piece.unwanted { &mut asked.unwanted } else { &mut asked.wanted };
            for wish in piece.wishes() {
                if !list.contains(&wish) && list.len() < MOST_WISHES {
                    list.push(wish);
                }
            }
        }
        asked
    }

    /// Takes a group's name and a number after it as pages print them, “GCM 15”, for the value they name.
    pub fn join_values(&mut self, is_value: impl Fn(&str, &str) -> bool) {
        let mut joined: Vec<Wish> = Vec::with_capacity(self.wanted.len());
        for wish in self.wanted.drain(..) {
            match (joined.last(), &wish) {
                (Some(Wish::Word(group)), Wish::Word(value))
                    if value.starts_with(|c: char| c.is_ascii_digit()) && is_value(group, value) =>
                {
                    let value = Wish::Value(group.clone(), value.clone());
                    joined.pop();
                    joined.push(value);
                }
                _ => joined.push(wish),
            }
        }
        self.wanted = joined;
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// A piece of a typed text, as it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// All of it, with the space before it.
    pub text: &'t str,
    /// Whether a minus stands before it: it must not be there.
    pub unwanted: bool,
    said: Said<'t>,
}

/// What a piece says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said<'t> {
    /// Words that stand one after the other.
    Phrase(&'t str),
    /// `group:value`.
    Value(&'t str, &'t str),
    /// Words.
    Words(&'t str),
}

impl<'t> Piece<'t> {
    /// The group and the value, as typed, where it is `group:value`.
    pub fn value(&self) -> Option<(&'t str, &'t str)> {
        match self.said {
            Said::Value(group, value) => Some((group, value)),
            Said::Phrase(_) | Said::Words(_) => None,
        }
    }

    fn wishes(&self) -> Vec<Wish> {
        match self.said {
            Said::Phrase(inside) => phrase(inside).into_iter().collect(),
            Said::Value(group, value) => vec![Wish::Value(group.to_owned(), value.to_owned())],
            Said::Words(piece) => words(piece),
        }
    }
}

/// The pieces of a typed text in their order, all of it but the space at its end. `is_group` knows which groups there are:
/// `https://…` is not a facet.
pub fn pieces<'t>(text: &'t str, is_group: impl Fn(&str) -> bool) -> impl Iterator<Item = Piece<'t>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let begun = rest.trim_start();
        if begun.is_empty() {
            return None;
        }
        let (unwanted, after) = match begun.strip_prefix(['-', '−', '–']) {
            Some(after) if after.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)) => (true, after),
            _ => (false, begun),
        };
        let (said, left) = next(after, &is_group);
        let text = &rest[..rest.len() - left.len()];
        rest = left;
        Some(Piece { text, unwanted, said })
    })
}

/// What the first piece of the text says, and what is left.
fn next<'t>(text: &'t str, is_group: &impl Fn(&str) -> bool) -> (Said<'t>, &'t str) {
    if let Some((inside, left)) = quoted(text) {
        return (Said::Phrase(inside), left);
    }
    let text = text.trim_start_matches(is_quote);
    let end = text.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(text.len());
    let (piece, left) = text.split_at(end);
    if let Some((group, value)) = piece.split_once(':')
        && is_group(group)
    {
        if let Some((inside, left)) = quoted(left).filter(|_| value.is_empty()) {
            return (Said::Value(group, inside.trim()), left);
        }
        if !value.is_empty() {
            return (Said::Value(group, value), left);
        }
    }
    (Said::Words(piece), left)
}

/// What stands between quotation marks at the beginning, if they are closed.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(is_quote)?;
    let close = inside.find(is_quote)?;
    let (inside, left) = inside.split_at(close);
    Some((inside, left.trim_start_matches(is_quote)))
}

fn phrase(text: &str) -> Option<Wish> {
    let words: Vec<String> =
        cut(text).map(|at| plain(&text[at])).filter(|word| !word.is_empty()).take(LONGEST_PHRASE).collect();
    (!words.is_empty()).then_some(Wish::Phrase(words))
}

/// The words of a piece; a run of a script without spaces is a phrase.
fn words(piece: &str) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let mut run: Vec<String> = Vec::new();
    let mut run_end = 0;
    for at in cut(piece).take(MOST_WISHES * 2) {
        let word = &piece[at.clone()];
        let alone = word.starts_with(unspaced);
        if !run.is_empty() && (!alone || at.start != run_end || run.len() == LONGEST_PHRASE) {
            wishes.push(Wish::Phrase(std::mem::take(&mut run)));
        }
        if alone {
            run.push(plain(word));
            run_end = at.end;
        } else if !plain(word).is_empty() {
            wishes.push(Wish::Word(word.to_owned()));
        }
    }
    if !run.is_empty() {
        wishes.push(Wish::Phrase(run));
    }
    wishes
}
