//! From text to terms: cutting into words, folding, stemming.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use tantivy::tokenizer::{Language, Stemmer, StopWordFilter, TextAnalyzer, TokenStream, WhitespaceTokenizer};
use vocabulary::Tag;

/// Longer words are cut here, in the index and in the question alike.
const LONGEST_WORD: usize = 48;

/// How words and the keys of names are written in the index. Whenever they are written in another way, as after an upgrade of
/// the rules of the alphabets, it is another number, and an index of an earlier one is made anew.
pub(super) const WRITTEN: u32 = 3;

/// The languages whose forms of a word a stemmer knows; of Arabic they are known by [`arabic`].
const STEMMED: [(&str, Language); 3] =
    [("en", Language::English), ("fr", Language::French), ("es", Language::Spanish)];
/// Where Arabic stands after them.
const ARABIC: usize = STEMMED.len();
/// Where every other language stands: its words are only folded.
const OTHER: usize = ARABIC + 1;

/// Arabic has no list of its own in the index engine.
const ARABIC_SMALL_WORDS: [&str; 20] = [
    "في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "إن", "مع", "هذا", "هذه", "ذلك", "التي", "الذي", "أو",
    "او", "ما", "لا", "هو",
];

/// The words of a text and where they stand in it. A character of a script written without spaces is a word.
pub(super) fn cut(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = loop {
            let c = char_at(text, at)?;
            if begins_word(c) {
                break c;
            }
            at += c.len_utf8();
        };
        let start = at;
        at += first.len_utf8();
        let alone = unspaced(first);
        while let Some(c) = char_at(text, at).filter(|c| goes_on(*c, alone)) {
            at += c.len_utf8();
        }
        Some(start..at)
    })
}

/// The character that begins there; most are one byte long.
fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text.get(at..)?.chars().next() }
}

/// Does a word go on with it? Plain letters, which most are, are seen at once.
fn goes_on(c: char, alone: bool) -> bool {
    if c.is_ascii() {
        return !alone && c.is_ascii_alphanumeric();
    }
    if is_usual(c) {
        return !alone;
    }
    joins_word(c) || (!alone && c.is_alphanumeric() && !unspaced(c))
}

/// May a word begin with it?
fn begins_word(c: char) -> bool {
    is_usual(c) || c.is_alphanumeric()
}

/// Letters of Latin and Arabic writing, which need not be looked for among those of all scripts.
fn is_usual(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{17F}' | '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}')
}

/// Marks and invisible joiners stay with the letter before them.
fn joins_word(c: char) -> bool {
    // The letters of most languages lie outside of all the marks.
    if c < '\u{AD}' || ('\u{AE}'..'\u{300}').contains(&c) {
        return false;
    }
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}' | '\u{610}'..='\u{61A}'
        | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{963}' | '\u{981}'..='\u{983}'
        | '\u{9BC}'..='\u{9CD}' | '\u{A3C}'..='\u{A4D}' | '\u{ABC}'..='\u{ACD}' | '\u{B3C}'..='\u{B4D}'
        | '\u{BBE}'..='\u{BCD}' | '\u{C3E}'..='\u{C4D}' | '\u{CBC}'..='\u{CCD}' | '\u{D3B}'..='\u{D4D}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{AD}' | '\u{200C}'
        | '\u{200D}' | '\u{FE20}'..='\u{FE2F}')
}

/// Scripts that leave no space between words: each character is indexed, a run of them is asked as a phrase.
pub(super) fn unspaced(c: char) -> bool {
    if c < '\u{E00}' {
        return false;
    }
    matches!(c, '\u{E00}'..='\u{E7F}' | '\u{E80}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// The word as the index writes it: without case, accents and marks, Arabic letters that are confused as one.
pub(super) fn plain(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.get(..LONGEST_WORD).unwrap_or(word).to_ascii_lowercase();
    }
    let folded = vocabulary::fold(word);
    folded
        .chars()
        .filter_map(|c| match c {
            'ة' => Some('ه'),
            'ى' | 'ئ' => Some('ي'),
            'ؤ' => Some('و'),
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{AD}' | '\u{200C}' | '\u{200D}' => None,
            c if c.is_alphanumeric() || joins_word(c) => Some(c),
            _ => None,
        })
        .take(LONGEST_WORD)
        .collect()
}

fn join(words: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word);
    }
    out
}

/// The stemmers of the four languages. They keep buffers, so each writer and each question has its own.
#[derive(Clone)]
pub(super) struct Stems {
    by_language: Vec<(&'static str, TextAnalyzer)>,
    small: TextAnalyzer,
    /// Words met before, per language (the last is "any other"), with their terms: texts repeat themselves.
    met: Vec<HashMap<String, String>>,
}

/// So many words are remembered per language.
const MOST_MET: usize = 20_000;

/// Made once; the lists of small words within are shared by all clones.
static STEMS: LazyLock<Stems> = LazyLock::new(Stems::make);

impl Stems {
    /// All four.
    pub fn new() -> Stems {
        STEMS.clone()
    }

    fn make() -> Stems {
        let by_language = STEMMED
            .iter()
            .map(|(code, language)| {
                let spaces = TextAnalyzer::builder(WhitespaceTokenizer::default());
                (*code, spaces.filter(Stemmer::new(*language)).build())
            })
            .collect();
        let none = || StopWordFilter::remove(Vec::<String>::new());
        let of = |language| StopWordFilter::new(language).unwrap_or_else(none);
        let small = TextAnalyzer::builder(WhitespaceTokenizer::default())
            .filter(of(Language::English))
            .filter(of(Language::French))
            .filter(of(Language::Spanish))
            .filter(StopWordFilter::remove(ARABIC_SMALL_WORDS.iter().map(|word| (*word).to_owned())))
            .build();
        let met = vec![HashMap::new(); OTHER + 1];
        Stems { by_language, small, met }
    }

    /// Puts a text's words in place of what stands in `out`, a space after each: by the stemmer of its language; of a language
    /// without one, only folded.
    pub fn text(&mut self, tag: &Tag, text: &str, out: &mut String) {
        let at = match tag.language() {
            "ar" => ARABIC,
            other => self.by_language.iter().position(|(code, _)| *code == other).unwrap_or(OTHER),
        };
        self.terms(at, text, out);
    }

    /// The same with the words only folded.
    pub fn plain_text(&mut self, text: &str, out: &mut String) {
        self.terms(OTHER, text, out);
    }

    fn terms(&mut self, language: usize, text: &str, out: &mut String) {
        out.clear();
        out.reserve(text.len() + 1);
        let met = &mut self.met[language];
        for word in cut(text).map(|at| &text[at]) {
            // To fold plain letters is less than to look whether they were folded before.
            if language == OTHER && word.is_ascii() {
                let at = out.len();
                out.push_str(word.get(..LONGEST_WORD).unwrap_or(word));
                out[at..].make_ascii_lowercase();
                out.push(' ');
                continue;
            }
            if let Some(term) = met.get(word) {
                put(term, out);
                continue;
            }
            let term = match self.by_language.get_mut(language) {
                Some((_, stemmer)) => stemmed(stemmer, &lower(word)).unwrap_or_default(),
                None if language == ARABIC => arabic(&plain(word)).to_owned(),
                None => plain(word),
            };
            if met.len() >= MOST_MET {
                met.clear();
            }
            put(&term, out);
            met.insert(word.to_owned(), term);
        }
    }

    /// A word's distinct terms over all languages: itself folded first, then its stems.
    pub fn of(&mut self, word: &str) -> Vec<String> {
        let mut terms = vec![plain(word)];
        for term in arabic_forms(&terms[0]) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        let lower = lower(word);
        for (code, stemmer) in &mut self.by_language {
            for form in forms(code, &lower) {
                if let Some(term) = stemmed(stemmer, &form)
                    && !term.is_empty()
                    && !terms.contains(&term)
                {
                    terms.push(term);
                }
            }
        }
        terms
    }

    /// Is it one of the small words ("in", "de", "les") that most texts hold?
    pub fn is_small(&mut self, word: &str) -> bool {
        let lower = lower(word);
        !lower.is_empty() && self.small.token_stream(&lower).next().is_none()
    }
}

/// Adds a term, and a space after it; of a word of which nothing is left, nothing.
fn put(term: &str, out: &mut String) {
    if !term.is_empty() {
        out.push_str(term);
        out.push(' ');
    }
}

/// The term of a word in lower case, by a stemmer.
fn stemmed(stemmer: &mut TextAnalyzer, word: &str) -> Option<String> {
    stemmer.token_stream(word).next().map(|token| plain(&token.text))
}

/// What Arabic puts before a word: “and”, the article, alone and after a preposition.
const BEFORE: [&str; 6] = ["ال", "وال", "بال", "كال", "فال", "لل"];
/// What it puts after one, in the spelling of [`plain`]: taken off once each, in this order.
const AFTER: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// The stem of an Arabic word as [`plain`] writes it: the light stemmer "light10" of Larkey, Ballesteros and Connell (2007).
/// Unlike a root stemmer it treats a word with and without its article alike, which is what people type.
fn arabic(word: &str) -> &str {
    without_ends(without_article(without_and(word)))
}

/// Whether so many letters are left.
fn leaves(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

fn without_and(word: &str) -> &str {
    word.strip_prefix('و').filter(|rest| leaves(rest, 3)).unwrap_or(word)
}

fn without_article(word: &str) -> &str {
    BEFORE.iter().find_map(|before| word.strip_prefix(before).filter(|rest| leaves(rest, 2))).unwrap_or(word)
}

fn without_ends(word: &str) -> &str {
    AFTER.iter().fold(word, |word, end| word.strip_suffix(end).filter(|rest| leaves(rest, 2)).unwrap_or(word))
}

/// The stems under which an Arabic word that was typed may stand. A word that begins with a letter which looks like “and” or
/// like the article stands under one of two, as the letter is the word's own or not: وزارة beside الوزارة, للاجئين beside لاجئين.
fn arabic_forms(word: &str) -> Vec<String> {
    if !word.starts_with(|c| matches!(c, '\u{600}'..='\u{6FF}')) {
        return Vec::new();
    }
    let bare = without_article(without_and(word));
    let whole = [Some(without_article(word)), bare.strip_prefix('و')];
    let lam = [
        word.strip_prefix('ل').filter(|rest| rest.starts_with("لا")),
        bare.strip_prefix('ل').filter(|rest| rest.starts_with('ا')),
    ];
    let forms = [Some(bare)].into_iter().chain(whole).chain(lam).flatten();
    forms.map(without_ends).filter(|form| leaves(form, 2)).map(str::to_owned).collect()
}

/// Words in lower case with spaces between; marks of Arabic vowels and invisible joiners are left out, since the
/// stemmers do not know them all.
fn lower(text: &str) -> String {
    join(cut(text).map(|at| {
        let word = text[at].to_lowercase();
        let kept = |c: &char| {
            !matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{AD}' | '\u{200C}' | '\u{200D}')
        };
        word.chars().filter(kept).take(LONGEST_WORD).collect()
    }))
}

/// The word, and the word with the accent that people leave out when they type but the stemmer needs.
fn forms(code: &str, word: &str) -> Vec<String> {
    let ends: &[(&str, &str)] = match code {
        "es" => &[("cion", "ción"), ("sion", "sión"), ("ia", "ía"), ("ias", "ías")],
        "fr" => &[("ite", "ité"), ("ites", "ités"), ("e", "é"), ("es", "és"), ("ee", "ée"), ("ees", "ées")],
        _ => &[],
    };
    let longest = ends.iter().filter(|(bare, _)| word.len() > bare.len() + 2 && word.ends_with(bare));
    let restored = longest
        .max_by_key(|(bare, _)| bare.len())
        .map(|(bare, accented)| format!("{}{accented}", &word[..word.len() - bare.len()]));
    std::iter::once(word.to_owned()).chain(restored).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_letters_begin_words_and_join_with_none_before_them() {
        let usual = |c: &char| is_usual(*c);
        for c in (char::MIN..=char::MAX).filter(usual) {
            assert!(c.is_alphanumeric() && !joins_word(c) && !unspaced(c), "{c:?}");
        }
    }

    #[test]
    fn a_text_is_cut_into_words_that_are_put_one_after_the_other() {
        let mut out = String::from("what stood there");
        let mut stems = Stems::new();
        stems.plain_text("İstanbul-2024: naïve (École) مُهَاجِرُونَ 東京 x_y", &mut out);
        assert_eq!(out, "istanbul 2024 naive ecole مهاجرون 東 京 x y ");
        stems.plain_text(&format!("A, B.. {}!", "Long".repeat(20)), &mut out);
        assert_eq!(out, format!("a b {} ", "long".repeat(12)));
        stems.text(&Tag::from(vocabulary::Lang::En), "Welcoming families", &mut out);
        assert_eq!(out, "welcom famili ");
        stems.plain_text("  ", &mut out);
        assert_eq!(out, "");
    }
}
