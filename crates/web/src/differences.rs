//! What changed between two wordings, word by word, and in which language: for histories, for the officer who revises, and
//! for the desk that reads again.

use similar::{ChangeTag, TextDiff};
use vocabulary::{Arg, LanguageMap, Origin, Say, Tag, texts::Text};

/// What changed in one thing that is said, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// What is said: "Title".
    pub of: String,
    /// Its language, and how the words came to be in it; empty where that is of no interest.
    pub how: String,
    /// Both wordings as one safe text, what went struck out and what came underlined; empty where the words are the same.
    pub html: String,
    /// The language of the words; empty where it is not known.
    pub lang: String,
    /// Their direction.
    pub dir: &'static str,
}

/// What changed at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// What happened and when, or the day alone.
    pub title: String,
    /// The day for machines.
    pub machine: String,
    /// What changed.
    pub differences: Vec<Difference>,
}

impl Difference {
    /// What changed in words of the page's own language, such as the name of a choice: each stands whole. Nothing where they
    /// are the same.
    pub fn of_words(of: &str, before: &str, now: &str, say: &Say) -> Option<Difference> {
        if before == now {
            return None;
        }
        let words = [say.t("look-diff-gone"), say.t("look-diff-came")];
        let mut html = String::new();
        for (tag, text) in [(ChangeTag::Delete, before), (ChangeTag::Insert, now)] {
            put(&mut html, Some((tag, text.to_owned())).filter(|_| !text.is_empty()), &words);
        }
        Some(Difference { of: of.to_owned(), html, dir: "auto", ..Difference::default() })
    }

    /// What changed in a text in languages: one difference for each language in which the words changed, or which became a
    /// translation of an earlier wording.
    pub fn of_texts(
        of: &str,
        before: Option<&LanguageMap>,
        now: Option<&LanguageMap>,
        say: &Say,
    ) -> Vec<Difference> {
        let mut tags: Vec<&Tag> =
            [now, before].into_iter().flatten().map(LanguageMap::original_tag).collect();
        tags.extend([now, before].into_iter().flatten().flat_map(|map| map.all().map(|(tag, _)| tag)));
        let mut seen = std::collections::BTreeSet::new();
        tags.retain(|tag| seen.insert(tag.as_str().to_owned()));
        tags.into_iter().filter_map(|tag| in_language(of, tag, [before, now], say)).collect()
    }
}

fn in_language(of: &str, tag: &Tag, maps: [Option<&LanguageMap>; 2], say: &Say) -> Option<Difference> {
    let [before, now] = maps.map(|map| Some((map?, told(map?, tag)?)));
    let [was, is] = [before, now].map(|one| one.map_or("", |(_, text)| text.text.as_str()));
    let name = ("language", Arg::from(say.language_name(tag)));
    let how = match (before, now) {
        (Some((old, was)), Some((map, is))) if was.text == is.text => {
            let became_stale = map.stale(tag) && !old.stale(tag);
            match (became_stale, was.origin == is.origin) {
                (true, _) => say.with("look-diff-stale", &[name, ("n", Arg::from(u64::from(is.of_version)))]),
                (false, false) => how(is, name, say),
                (false, true) => return None,
            }
        }
        (_, Some((_, is))) => how(is, name, say),
        (Some(_), None) => say.with("look-diff-taken-away", &[name]),
        (None, None) => return None,
    };
    let known = tag.as_str() != "und";
    Some(Difference {
        of: of.to_owned(),
        how,
        html: if was == is { String::new() } else { said(was, is, say) },
        lang: if known { tag.to_string() } else { String::new() },
        dir: if known { tag.dir() } else { "auto" },
    })
}

/// The words in exactly this language, where there are any.
fn told<'a>(map: &'a LanguageMap, tag: &Tag) -> Option<&'a Text> {
    map.all().find(|(one, text)| *one == tag && !text.text.trim().is_empty()).map(|(_, text)| text)
}

/// In which language words are, by whom they were put into it, and which wording of the original they say.
fn how(text: &Text, name: (&str, Arg), say: &Say) -> String {
    let n = ("n", Arg::from(u64::from(text.of_version)));
    match text.origin {
        Origin::Original => say.with("look-diff-original", &[name, n]),
        Origin::Human => say.with("look-diff-human", &[name, n]),
        Origin::Machine => say.with("look-diff-machine", &[name, n]),
    }
}

/// The differences in a reader's words for what went and what came.
pub fn said(before: &str, now: &str, say: &Say) -> String {
    marked(before, now, &[say.t("look-diff-gone"), say.t("look-diff-came")])
}

/// The differences between two texts as safe HTML. Words that went stand in `del`, words that came in `ins`; who hears the
/// page hears before each which it is.
pub fn marked(before: &str, now: &str, words: &[String; 2]) -> String {
    let diff = TextDiff::from_unicode_words(before, now);
    let mut html = String::new();
    let mut run: Option<(ChangeTag, String)> = None;
    for change in diff.iter_all_changes() {
        match &mut run {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => {
                put(&mut html, run.take(), words);
                run = Some((change.tag(), change.value().to_owned()));
            }
        }
    }
    put(&mut html, run, words);
    html
}

fn put(html: &mut String, run: Option<(ChangeTag, String)>, [gone, came]: &[String; 2]) {
    let Some((tag, text)) = run else { return };
    let (open, close, said) = match tag {
        ChangeTag::Equal => ("", "", ""),
        ChangeTag::Delete => ("<del>", "</del>", gone.as_str()),
        ChangeTag::Insert => ("<ins>", "</ins>", came.as_str()),
    };
    // What came in the place of what went does not touch it.
    if tag == ChangeTag::Insert && html.ends_with("</del>") {
        html.push(' ');
    }
    if !said.is_empty() {
        html.push_str("<span class=\"vh\">");
        html.push_str(&escaped(said));
        html.push_str(" </span>");
    }
    html.push_str(open);
    html.push_str(&escaped(&text));
    html.push_str(close);
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("<br>"),
            other => html.push(other),
        }
    }
    html
}
