//! Every sentence a person sees has a message key: every key used exists in English, every key in English is used
//! and said in all four languages, and each stands in the file of its room (`actions-…` in `actions.ftl`).
//!
//! A key is found as a string literal in Rust or in an askama expression. `"actions-stage-{stage}"` and
//! `"actions-stage-"` (joined with something) use every key that begins so.

use super::exceptions::Exceptions;
use super::tree::Tree;
use super::{Finding, finding};
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 4] = ["en", "fr", "es", "ar"];

/// Where a key is said: its file and line.
type Said = BTreeMap<String, (String, usize)>;

/// A string that looks like a key.
struct Used {
    text: String,
    path: String,
    line: usize,
}

/// All messages and all their uses.
pub fn check(tree: &Tree, exceptions: &Exceptions) -> Vec<Finding> {
    let mut findings = Vec::new();
    let said: Vec<Said> = LANGUAGES.iter().map(|language| said(tree, language, &mut findings)).collect();
    let (english, others) = (&said[0], &said[1..]);
    let rooms: BTreeSet<&str> =
        tree.own("locales/en/", ".ftl").filter_map(|file| file.name().strip_suffix(".ftl")).collect();
    for (key, (path, line)) in english {
        for (language, other) in LANGUAGES[1..].iter().zip(others) {
            if !other.contains_key(key) {
                findings.push(finding(path, *line, format!("“{key}” is not said in {language}.")));
            }
        }
    }
    for (language, other) in LANGUAGES[1..].iter().zip(others) {
        for (key, (path, line)) in other.iter().filter(|(key, _)| !english.contains_key(*key)) {
            findings.push(finding(path, *line, format!("“{key}” is said in {language} and not in English.")));
        }
    }
    let used = used(tree, &rooms);
    for one in used.iter().filter(|one| !english.keys().any(|key| matches(&one.text, key))) {
        if !exceptions.unsaid(&one.text) {
            findings.push(finding(&one.path, one.line, format!("“{}” is not said in locales/en.", one.text)));
        }
    }
    for (key, (path, line)) in english {
        if !used.iter().any(|one| matches(&one.text, key)) && !exceptions.unsaid(key) {
            findings.push(finding(
                path,
                *line,
                format!("“{key}” is used nowhere: remove it in every language."),
            ));
        }
    }
    findings
}

/// The keys of one language.
fn said(tree: &Tree, language: &str, findings: &mut Vec<Finding>) -> Said {
    let mut said = Said::new();
    let folder = format!("locales/{language}/");
    for file in tree.own(&folder, ".ftl") {
        let room = file.name().trim_end_matches(".ftl");
        for (line, text) in file.lines() {
            let Some(key) = key(text) else { continue };
            if !key.starts_with(&format!("{room}-")) {
                findings.push(finding(&file.path, line, format!("“{key}” does not begin with “{room}-”.")));
            }
            if said.insert(key.to_owned(), (file.path.clone(), line)).is_some() {
                findings.push(finding(&file.path, line, format!("“{key}” is said twice in {language}.")));
            }
        }
    }
    said
}

/// The key that a line of a message file begins; terms (`-name`) are not messages.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    (key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(plain)).then_some(key)
}

fn plain(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-' || letter == '_'
}

fn used(tree: &Tree, rooms: &BTreeSet<&str>) -> Vec<Used> {
    let mut found = Vec::new();
    for (file, code) in tree.rust("crates/") {
        for literal in code.literals.iter().filter(|literal| !code.is_test(literal.line)) {
            keep(&literal.text, &file.path, literal.line, rooms, &mut found);
        }
    }
    let ends = [".html", ".txt", ".xml"];
    for file in tree.own("crates/", "").filter(|file| ends.iter().any(|end| file.path.ends_with(end))) {
        for (line, text) in expressions(&file.text) {
            for text in text.split('"').skip(1).step_by(2) {
                keep(text, &file.path, line, rooms, &mut found);
            }
        }
    }
    // A message that stands in another one is used by it.
    for file in tree.own("locales/en/", ".ftl") {
        for (line, text) in file.lines() {
            for part in text.split('{').skip(1) {
                let text = part.split('}').next().unwrap_or_default().trim();
                keep(text, &file.path, line, rooms, &mut found);
            }
        }
    }
    found
}

/// Keeps a text that looks like a key of a known room.
fn keep(text: &str, path: &str, line: usize, rooms: &BTreeSet<&str>, found: &mut Vec<Used>) {
    let Some((room, rest)) = text.split_once('-') else { return };
    if rest.len() == 3 && rest.bytes().all(|digit| digit.is_ascii_digit()) {
        return; // the name of a schema step: "people-001"
    }
    let (mut depth, mut looks) = (0, rooms.contains(room));
    for letter in rest.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            letter => looks &= depth > 0 || plain(letter),
        }
    }
    if looks {
        found.push(Used { text: text.to_owned(), path: path.to_owned(), line });
    }
}

/// Whether a text names a key: itself, by its beginning (`…-`), or around what is filled in (`a-{x}-b`).
fn matches(text: &str, key: &str) -> bool {
    if let (Some(open), Some(close)) = (text.find('{'), text.rfind('}')) {
        let (before, after) = (&text[..open], &text[close + 1..]);
        return key.len() > before.len() + after.len() && key.starts_with(before) && key.ends_with(after);
    }
    text == key || (text.ends_with('-') && key.starts_with(text))
}

/// What askama computes, with the line on which it begins.
fn expressions(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = ["{{", "{%"].iter().filter_map(|open| text[at..].find(open)).min() {
        let from = at + start;
        let close = if text[from..].starts_with("{{") { "}}" } else { "%}" };
        let to = text[from..].find(close).map_or(text.len(), |end| from + end + 2);
        found.push((1 + text[..from].matches('\n').count(), &text[from..to]));
        at = to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(files: &[(&str, &str)]) -> Vec<String> {
        let findings = check(&Tree::of(files), &Exceptions::default());
        findings.into_iter().map(|one| format!("{}:{} {}", one.path, one.line, one.sentence)).collect()
    }

    const EN: &str = "# Actions\nactions-title = Actions\nactions-stage-draft = Draft\n    .help = Not = sent\nactions-lead = { actions-part } of { $n }\nactions-part = Part\n";
    const CODE: &str = "fn a() { say.t(\"actions-title\"); say.t(&format!(\"actions-stage-{stage}\")); }\n";
    const PAGE: &str = "<p class=\"actions-card\">{{ say.t(\"actions-lead\") }}</p>";

    fn with(en: &'static str, fr: &'static str, page: &'static str) -> Vec<String> {
        sentences(&[
            ("locales/en/actions.ftl", en),
            ("locales/fr/actions.ftl", fr),
            ("locales/es/actions.ftl", EN),
            ("locales/ar/actions.ftl", EN),
            ("crates/rooms/src/actions/a.rs", CODE),
            ("crates/rooms/src/actions/pages/a.html", page),
        ])
    }

    #[test]
    fn a_whole_set_passes() {
        assert_eq!(with(EN, EN, PAGE), Vec::<String>::new());
    }

    #[test]
    fn a_key_missing_in_a_language_is_found() {
        let said = with(
            EN,
            "actions-title = Actions\nactions-lead = x\nactions-part = x\nactions-more = x\nother-key = x\n",
            PAGE,
        );
        assert_eq!(said.len(), 4, "{said:?}");
        assert!(said[0].ends_with("“other-key” does not begin with “actions-”."));
        assert!(said[1].ends_with("“actions-stage-draft” is not said in fr."));
        assert!(said[2].ends_with("“actions-more” is said in fr and not in English."));
    }

    #[test]
    fn an_unknown_and_an_unused_key_are_found() {
        let said = with(EN, EN, "\n{{ say.t(\"actions-nowhere\") }}");
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("crates/rooms/src/actions/pages/a.html:2 “actions-nowhere” is not said"));
        assert!(said[1].contains("“actions-lead” is used nowhere"));
    }

    #[test]
    fn the_name_of_a_schema_step_is_no_key() {
        let steps = "fn a() { step(\"actions-001\", x); say.t(\"actions-title\"); say.t(&format!(\"actions-stage-{stage}\")); }\n";
        let en = "actions-title = Title\nactions-stage-sent = sent\n";
        let files = [("crates/rooms/src/actions/a.rs", steps), ("locales/en/actions.ftl", en)];
        assert!(!sentences(&files).iter().any(|sentence| sentence.contains("actions-001")));
    }

    #[test]
    fn a_text_with_a_gap_names_every_key_around_it() {
        assert!(matches("actions-{x}-title", "actions-draft-title"));
        assert!(!matches("actions-{x}-title", "actions-draft-lead"));
        assert!(matches("actions-stage-", "actions-stage-sent"));
        assert!(!matches("actions-stage", "actions-stage-sent"));
    }
}
