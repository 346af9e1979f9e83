//! What changed between two answers, word by word: for the officer who revises, and for the desk that reads again.

use similar::{ChangeTag, TextDiff};

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
    pub fn differences(&self) -> Marked {
        let first = self.lines.first().or(self.before.first());
        Marked {
            html: marked(&joined(&self.before), &joined(&self.lines)),
            lang: first.map(|line| line.lang.clone()).unwrap_or_default(),
            dir: first.map_or("auto", |line| line.dir),
        }
    }
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The differences between two texts as safe HTML. Words that went stand in `del`, words that came in `ins`.
pub fn marked(before: &str, now: &str) -> String {
    let diff = TextDiff::from_unicode_words(before, now);
    let mut html = String::new();
    let mut run: Option<(ChangeTag, String)> = None;
    for change in diff.iter_all_changes() {
        match &mut run {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => {
                put(&mut html, run.take());
                run = Some((change.tag(), change.value().to_owned()));
            }
        }
    }
    put(&mut html, run);
    html
}

fn put(html: &mut String, run: Option<(ChangeTag, String)>) {
    let Some((tag, text)) = run else { return };
    let (open, close) = match tag {
        ChangeTag::Equal => ("", ""),
        ChangeTag::Delete => ("<del>", "</del>"),
        ChangeTag::Insert => ("<ins>", "</ins>"),
    };
    html.push_str(open);
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
    html.push_str(close);
}
