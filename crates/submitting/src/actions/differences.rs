//! What changed between two answers, word by word: for the officer who revises, and for the desk that reads again.

use similar::{ChangeTag, TextDiff};
use vocabulary::Say;

use super::shown::{Line, Shown};

/// Two answers as one text, what went struck out and what came underlined.
pub struct Marked {
    /// As safe HTML.
    pub html: String,
    /// The language it is written in; empty where it is not known.
    pub lang: String,
    /// Its direction.
    pub dir: &'static str,
}

impl Shown {
    /// What changed since before.
    pub fn differences(&self, say: &Say) -> Marked {
        let words = [say.t("actions-clearance-gone"), say.t("actions-clearance-came")];
        let first = self.lines.first().or(self.before.first());
        Marked {
            html: marked(&joined(&self.before), &joined(&self.lines), &words),
            lang: first.map(|line| line.lang.clone()).unwrap_or_default(),
            dir: first.map_or("auto", |line| line.dir),
        }
    }
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
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
