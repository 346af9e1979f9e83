//! The head of a public page: what search engines and shared links show of it.

use vocabulary::Lang;

use crate::Frame;

/// So many characters of a description are shown at most.
pub const DESCRIBED: usize = 160;
/// Where the register's own picture stands, without the language: of every page that has none of its own.
pub const CARD: &str = "/card.png";

/// The pages before and after one page of a list, as addresses.
pub type Turns = (Option<String>, Option<String>);

impl Frame {
    /// Describes the page in a sentence or two. What is longer is cut at a word.
    #[must_use]
    pub fn describe(mut self, text: &str) -> Frame {
        self.description = Some(brief(text, DESCRIBED));
        self
    }

    /// What the page is described by: its own words, else its name and what the programme says of itself. Never empty.
    pub fn described(&self) -> String {
        let own = self.description.clone().filter(|text| !text.is_empty());
        own.unwrap_or_else(|| {
            brief(&format!("{} {}", self.document_title(), self.presented().subtitle), DESCRIBED)
        })
    }

    /// Whether shared links show more than the page's name: on public pages, those of a demonstration too.
    pub fn is_shared(&self) -> bool {
        self.visitor.is_none() && self.csrf.is_none() && (!self.hidden || self.description.is_some())
    }

    /// What shared links call it: as its window is called, without the programme's name.
    pub fn shared_title(&self) -> String {
        bare(self.window.as_ref().unwrap_or(&self.title))
    }

    /// Says that the page is about one record, not about a part of the register.
    #[must_use]
    pub fn article(mut self) -> Frame {
        self.article = true;
        self
    }

    /// What kind of page Open Graph takes it for.
    pub fn kind(&self) -> &'static str {
        if self.article { "article" } else { "website" }
    }

    /// Names the picture that shared links show: 1200 × 630 pixels, under this path without the language.
    #[must_use]
    pub fn picture(mut self, path: &str) -> Frame {
        self.picture = Some(self.absolute(path));
        self
    }

    /// The picture that shared links show, as a whole address, and its words.
    pub fn card(&self) -> (String, String) {
        match &self.picture {
            Some(whole) => (whole.clone(), bare(&self.title)),
            None => (self.absolute(CARD), self.programme()),
        }
    }

    /// Says that the page is one of several of a list, under this path and query of its own, and which come before and after.
    #[must_use]
    pub fn turned(mut self, own: String, turns: Turns) -> Frame {
        (self.own, self.turns) = (Some(own), turns);
        self
    }

    /// The page's own address, for `rel="canonical"`: without its query, unless it is a later page of a list.
    pub fn canonical(&self) -> String {
        self.absolute(self.own_path())
    }

    /// The page in each language as whole addresses, for `rel="alternate"`.
    pub fn alternates(&self) -> Vec<(&'static str, String)> {
        Lang::ALL.into_iter().map(|lang| (lang.code(), self.absolute_in(lang, self.own_path()))).collect()
    }

    fn own_path(&self) -> &str {
        let bare = || self.path.split('?').next().unwrap_or("/");
        self.own.as_deref().unwrap_or_else(bare)
    }

    /// The page's language as Open Graph names it.
    pub fn locale(&self) -> &'static str {
        locale(self.lang)
    }

    /// The other languages of the page as Open Graph names them.
    pub fn other_locales(&self) -> Vec<&'static str> {
        Lang::ALL.into_iter().filter(|lang| *lang != self.lang).map(locale).collect()
    }
}

fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en_GB",
        Lang::Fr => "fr_FR",
        Lang::Es => "es_ES",
        Lang::Ar => "ar_AR",
    }
}

/// A text on one line without marks of direction, cut at a word where it is longer than so many characters.
pub fn brief(text: &str, most: usize) -> String {
    let text = bare(text);
    if text.chars().count() <= most {
        return text;
    }
    let mut kept: String = text.chars().take(most.saturating_sub(1)).collect();
    let whole = text.chars().nth(kept.chars().count()).is_some_and(char::is_whitespace);
    // A script that writes no spaces has no word to cut at.
    if let Some((words, _)) =
        kept.rsplit_once(' ').filter(|(words, _)| !whole && words.len() * 2 > kept.len())
    {
        kept = words.to_owned();
    }
    format!("{}…", kept.trim_end_matches([' ', ',', '،', ';', '؛', ':', '.', '–', '·']))
}

/// The first sentence of a text.
pub fn first_sentence(text: &str) -> &str {
    let mut from = 0;
    while let Some(at) = text[from..].find(['.', '!', '?', '؟', '。']) {
        let mark = from + at;
        let end = mark + text[mark..].chars().next().map_or(1, char::len_utf8);
        let ends =
            text[end..].chars().next().is_none_or(char::is_whitespace) || text[mark..].starts_with('。');
        // "St." and "No." end no sentence.
        let word = text[..mark].rsplit(char::is_whitespace).next().unwrap_or_default();
        if ends && word.chars().count() > 3 {
            return &text[..end];
        }
        from = end;
    }
    text
}

/// On one line, without the marks that keep a name's direction on a page.
fn bare(text: &str) -> String {
    let marks =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = text.replace(marks, "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_at_a_word() {
        assert_eq!(brief(" A \u{2068}house\u{2069}\nfor all ", 160), "A house for all");
        assert_eq!(brief("A house, for women and children", 12), "A house…");
        assert_eq!(brief("A house for all", 8), "A house…");
        assert_eq!(brief(&"x".repeat(200), 160), format!("{}…", "x".repeat(159)));
        assert!(brief(&"Une maison pour toutes ".repeat(20), 160).chars().count() <= 160);
    }

    #[test]
    fn a_sentence_ends_where_it_ends() {
        assert_eq!(
            first_sentence("A house in St. Louis for women. It opened."),
            "A house in St. Louis for women."
        );
        assert_eq!(first_sentence("Version 2.0 of it"), "Version 2.0 of it");
        assert_eq!(first_sentence("هل هي مفتوحة؟ نعم."), "هل هي مفتوحة؟");
        assert_eq!(first_sentence(""), "");
    }
}
