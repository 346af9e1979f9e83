//! How words are compared: without case, accents and the small differences of spelling, in every script.

use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};

/// Folds a text for look-ups and the index: compatibility forms, case and accents go (`Île` and `ile`, `Straße`
/// and `strasse`, `İstanbul` and `istanbul`, `أ` and `ا` are one), apostrophes, dashes and spaces become the
/// plain ones, digits of any script ASCII. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return tidy_spaces(&text.to_ascii_lowercase());
    }
    let once = fold_once(text);
    // Letters that appear only by folding (as in "ﷺ") may themselves fold; a second pass settles them.
    if once.is_ascii() { once } else { fold_once(&once) }
}

fn fold_once(text: &str) -> String {
    let apart = DecomposingNormalizer::new_nfkd().normalize(text);
    let cased = CaseMapper::new().fold_string(&apart);
    let again = DecomposingNormalizer::new_nfkd().normalize(&cased);
    let mut plain = String::with_capacity(again.len());
    for c in again.chars().filter(|c| !falls_away(*c)) {
        match plain_letters(c) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(plain_char(c)),
        }
    }
    tidy_spaces(&ComposingNormalizer::new_nfc().normalize(&plain))
}

fn tidy_spaces(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// Marks that do not make another letter (accents, Hebrew points, Arabic tashkeel), tatweel, soft hyphens,
/// joiners and marks of direction. Vowel signs of Indic scripts stay: they are letters of the word.
fn falls_away(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0487}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}'
        | '\u{05c1}' | '\u{05c2}' | '\u{05c4}' | '\u{05c5}' | '\u{05c7}' | '\u{0610}'..='\u{061a}' | '\u{061c}'
        | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}' | '\u{06df}'..='\u{06e4}'
        | '\u{06e7}' | '\u{06e8}' | '\u{06ea}'..='\u{06ed}' | '\u{08d3}'..='\u{08e1}' | '\u{08e3}'..='\u{08ff}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{feff}')
}

/// Letters without a decomposition that people write with others.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ŋ' => "n",
        'ŧ' => "t",
        'ı' => "i",
        'ə' => "e",
        '…' => "...",
        _ => return None,
    })
}

fn plain_char(c: char) -> char {
    match c {
        // Apostrophes, the okina and the modifier letters used as such.
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02b9}' | '\u{02bb}' | '\u{02bc}' | '\u{02bd}'
        | '\u{02be}' | '\u{02bf}' | '\u{2032}' | '\u{00b4}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' | '\u{00ab}' | '\u{00bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{05be}' => '-',
        // Arabic: forms of alef, yeh, kaf and heh that writers use for one another.
        '\u{0671}' | '\u{0672}' | '\u{0673}' | '\u{0675}' => '\u{0627}',
        '\u{0649}' | '\u{06cc}' | '\u{06d2}' => '\u{064a}',
        '\u{06a9}' | '\u{06aa}' => '\u{0643}',
        '\u{0629}' | '\u{06c1}' | '\u{06be}' | '\u{06d5}' | '\u{06c3}' => '\u{0647}',
        '\u{060c}' => ',',
        '\u{061b}' => ';',
        '\u{061f}' => '?',
        c => ascii_digit(c).unwrap_or(c),
    }
}

/// Digits of scripts that write numbers by tens, as ASCII.
fn ascii_digit(c: char) -> Option<char> {
    const ZEROS: [u32; 16] = [
        0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
        0x0e50, 0x0ed0, 0x1040, 0x17e0,
    ];
    let code = u32::from(c);
    let zero = ZEROS.into_iter().find(|zero| (*zero..*zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// The longest part of an address made of a title.
const SLUG_LENGTH: usize = 80;

/// The part of an address that a person can read: folded words joined by `-`, in any script, at most 80
/// characters, cut between words; `-` when nothing is left.
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let (mut slug, mut length) = (String::new(), 0);
    for word in folded.split(|c: char| !in_word(c)).filter(|word| !word.is_empty()) {
        let size = word.chars().count();
        let more = if length == 0 { size } else { length + 1 + size };
        if more > SLUG_LENGTH {
            if length == 0 {
                slug.extend(word.chars().take(SLUG_LENGTH));
            }
            break;
        }
        if length > 0 {
            slug.push('-');
        }
        slug.push_str(word);
        length = more;
    }
    if slug.is_empty() { "-".to_owned() } else { slug }
}

/// Letters, digits, and the signs of Brahmic scripts (virama, nukta) that stand within a word; not the dandas.
fn in_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{0900}'..='\u{0963}' | '\u{0971}'..='\u{0df3}' | '\u{0e31}'..='\u{0e4e}'
            | '\u{0eb1}'..='\u{0ece}' | '\u{0f35}'..='\u{0fbc}' | '\u{102b}'..='\u{103e}'
            | '\u{17b4}'..='\u{17d3}' | '\u{3099}' | '\u{309a}')
}
