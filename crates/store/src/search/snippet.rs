//! Where the asked words stand in a text, and the piece of it worth showing.

use std::ops::Range;

use super::parse::{Asked, Wish};
use super::words::{Stems, cut, plain};

/// A piece of a snippet: plain text, to be escaped by whoever shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Is it one of the words that were asked?
    pub marked: bool,
}

/// Longer texts are read only so far.
const LONGEST_TEXT: usize = 10_000;

/// The words of a question, ready to be found in many texts.
pub struct Marker {
    stems: Stems,
    terms: Vec<String>,
    start: Option<String>,
}

impl Marker {
    /// Reads a question.
    pub fn new(query: &str) -> Marker {
        let asked = Asked::read(query, is_group);
        let mut stems = Stems::new();
        let mut terms: Vec<String> = Vec::new();
        let mut start = None;
        for wish in &asked.wanted {
            match wish {
                Wish::Word(word) if asked.wanted.len() > 1 && stems.is_small(word) => {}
                Wish::Word(word) => {
                    terms.extend(stems.of(word));
                    start = Some(plain(word)).filter(|start| start.chars().count() > 1);
                }
                Wish::Phrase(words) => terms.extend(words.iter().cloned()),
                Wish::Value(..) => {}
            }
        }
        Marker { stems, terms, start }
    }

    /// The byte ranges of `text` whose words were asked for, in any form; the last word as a beginning too.
    pub fn marks(&mut self, text: &str) -> Vec<Range<usize>> {
        let Marker { stems, terms, start } = self;
        if terms.is_empty() {
            return Vec::new();
        }
        let end = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(at, _)| at);
        let mut is_asked = |word: &str| {
            let folded = plain(word);
            terms.contains(&folded)
                || start.as_ref().is_some_and(|start| folded.starts_with(start.as_str()))
                || (terms.iter().any(|term| alike(term, &folded))
                    && stems.of(word).iter().any(|stem| terms.contains(stem)))
        };
        cut(&text[..end]).filter(|at| is_asked(&text[at.clone()])).collect()
    }

    /// The piece of `text` of about `most` characters around the first asked words, cut at words, with "…" where
    /// something is left out, in parts that say whether they were asked for.
    pub fn snippet(&mut self, text: &str, most: usize) -> Vec<Part> {
        let marks = self.marks(text);
        let window = window(text, &marks, most);
        let mut parts = Vec::new();
        let mut push = |text: &str, marked: bool| {
            if !text.is_empty() {
                parts.push(Part { text: text.to_owned(), marked });
            }
        };
        if window.start > 0 {
            push("…", false);
        }
        let mut at = window.start;
        for mark in marks.iter().filter(|mark| mark.start >= window.start && mark.end <= window.end) {
            push(&text[at..mark.start], false);
            push(&text[mark.clone()], true);
            at = mark.end;
        }
        push(&text[at..window.end], false);
        if window.end < text.len() {
            push("…", false);
        }
        parts
    }
}

/// The marks of one question in one text.
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    Marker::new(query).marks(text)
}

/// The snippet of one text for one question.
pub fn snippet(text: &str, query: &str, most: usize) -> Vec<Part> {
    Marker::new(query).snippet(text, most)
}

/// What reads like the name of a group, whether there is one or not: its value is no word to be marked.
fn is_group(name: &str) -> bool {
    !name.starts_with("http") && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// Could the two be forms of one word? Spares the stemmers most words. Arabic puts its article before the word.
fn alike(a: &str, b: &str) -> bool {
    let arabic = |word: &str| word.starts_with(|c| matches!(c, '\u{600}'..='\u{6FF}'));
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= 2 || (arabic(a) && arabic(b))
}

/// The range to show: the one with the most marks, the earliest of them.
fn window(text: &str, marks: &[Range<usize>], most: usize) -> Range<usize> {
    if text.chars().nth(most).is_none() {
        return 0..text.len();
    }
    let bytes = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    let reach = |first: usize| {
        marks[first..].iter().take_while(|mark| mark.end <= marks[first].start + bytes).count()
    };
    let best = (0..marks.len().min(200)).rev().max_by_key(|first| reach(*first));
    let lead = bytes / 5;
    let start = best.map_or(0, |first| marks[first].start.saturating_sub(lead));
    let start =
        if start == 0 { 0 } else { after_space(text, start, best.map_or(0, |first| marks[first].start)) };
    let end = text[start..].char_indices().nth(most).map_or(text.len(), |(at, _)| start + at);
    if end == text.len() {
        return start..end;
    }
    let cut = text[start..end].rfind(char::is_whitespace).filter(|at| *at > most / 2);
    start..cut.map_or(end, |at| start + at)
}

/// The first beginning of a word at or after `at`, but not after `latest`.
fn after_space(text: &str, at: usize, latest: usize) -> usize {
    let mut at = at;
    while !text.is_char_boundary(at) {
        at += 1;
    }
    text[at..latest.max(at)].find(char::is_whitespace).map_or(latest.max(at), |space| {
        let rest = &text[at + space..];
        at + space + (rest.len() - rest.trim_start().len())
    })
}
