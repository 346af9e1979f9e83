//! Small rules on Rust that clippy does not know.

use super::code::Code;
use super::tree::{File, Tree};
use super::{Finding, finding};

/// What may not stand in a line outside tests, where it may, and why.
struct Rule {
    text: &'static str,
    but: &'static str,
    sentence: &'static str,
}

const NOWHERE: &str = "-";
const RULES: [Rule; 6] = [
    Rule {
        text: ".route(",
        but: "crates/web/",
        sentence: "a bare `.route(`: say it with web::Routes, so that the route has an act and a row of the access table.",
    },
    Rule {
        text: ".unwrap()",
        but: NOWHERE,
        sentence: "`unwrap()` outside a test: handle it, or `expect` with the reason why it cannot be.",
    },
    Rule {
        text: "#[allow(",
        but: NOWHERE,
        sentence: "`#[allow]`: say `#[expect(…, reason = \"…\")]`, which complains once it is not needed.",
    },
    Rule {
        text: "#![allow(",
        but: NOWHERE,
        sentence: "`#![allow]`: say `#[expect(…, reason = \"…\")]`, which complains once it is not needed.",
    },
    Rule { text: "axum::Form", but: NOWHERE, sentence: "axum's own Form: axum_extra's takes repeated keys." },
    Rule {
        text: "axum::extract::Query",
        but: NOWHERE,
        sentence: "axum's own Query: axum_extra's takes repeated keys.",
    },
];

/// Every Rust file of the crates.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, code) in tree.rust("crates/").chain(tree.rust("xtask/")) {
        findings.extend(door(file));
        findings.extend(lines(file, code));
        findings.extend(imports(file, code));
    }
    findings
}

/// The door opens with what happens here.
fn door(file: &File) -> Option<Finding> {
    let is_door = ["mod.rs", "lib.rs", "main.rs"].contains(&file.name());
    let opens = file.text.starts_with("//! ");
    (is_door && !opens)
        .then(|| finding(&file.path, 1, "opens without `//!`: the door says what happens here."))
}

fn lines(file: &File, code: &Code) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, text) in code.lines() {
        for rule in RULES.iter().filter(|rule| text.contains(rule.text) && !file.path.starts_with(rule.but)) {
            findings.push(finding(&file.path, line, rule.sentence));
        }
        let words = text.trim_start();
        if words.starts_with("pub use ") && words.trim_end().ends_with("::*;") {
            findings.push(finding(&file.path, line, "`pub use …::*`: a door names what it shows."));
        }
    }
    findings
}

/// `use axum::{…}` that brings the forbidden Form or Query by a group.
fn imports(file: &File, code: &Code) -> Vec<Finding> {
    let (text, lines) = code.text();
    let mut findings = Vec::new();
    for (at, _) in text.match_indices("use axum::") {
        let statement = &text[at..at + text[at..].find(';').unwrap_or(0)];
        let mut words = statement.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
        if statement.contains('{')
            && let Some(word) = words.find(|word| ["Form", "Query"].contains(word))
        {
            let sentence = format!("axum's own {word}: axum_extra's takes repeated keys.");
            findings.push(finding(&file.path, lines.get(at).copied().unwrap_or(1), sentence));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<(usize, String)> {
        check(&Tree::of(&[(path, text)])).into_iter().map(|one| (one.line, one.sentence)).collect()
    }

    #[test]
    fn each_rule_can_fail() {
        let text = "use axum::{Router, extract::{Path, Query}};\nuse axum::Form;\npub use a::*;\n#[allow(dead_code)]\n\
                    fn x() {\n    r.route(\"/\", get(x));\n    y.unwrap();\n}\n";
        let lines: Vec<usize> = found("crates/rooms/src/a/b.rs", text).into_iter().map(|one| one.0).collect();
        assert_eq!(lines, [2, 3, 4, 6, 7, 1]);
    }

    #[test]
    fn tests_comments_and_the_kit_are_free() {
        let text = "//! Kit. y.unwrap()\nfn x() {\n    r.route(\"a.unwrap()\", x);\n}\n#[cfg(test)]\nmod tests {\n    fn y() {\n        z.unwrap();\n    }\n}\n";
        assert_eq!(found("crates/web/src/lib.rs", text), []);
    }

    #[test]
    fn a_door_says_what_happens_here() {
        assert_eq!(found("crates/rooms/src/a/mod.rs", "mod b;\n").len(), 1);
        assert_eq!(found("crates/rooms/src/a/mod.rs", "//! Signing in.\nmod b;\n").len(), 0);
        assert_eq!(found("crates/rooms/src/a/b.rs", "mod b;\n").len(), 0);
    }
}
