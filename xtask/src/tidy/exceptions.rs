//! The list of exceptions, `xtask/tidy.toml`: each with its reason. It may only shrink: an entry names the exact
//! number it allows, an entry that is no longer needed is a finding, and [`MOST`] is lowered with each that goes.

use super::{Finding, finding};
use serde::Deserialize;
use std::cell::RefCell;

/// How many exceptions there may be. Lower it when one goes; raising it needs a good reason in review.
const MOST: usize = 0;
const PATH: &str = "xtask/tidy.toml";

/// The exceptions, and which of them were needed.
#[derive(Deserialize, Default)]
pub struct Exceptions {
    #[serde(default)]
    long: Vec<Long>,
    #[serde(default)]
    unsaid: Vec<Unsaid>,
    #[serde(skip)]
    used: RefCell<Vec<String>>,
}

/// A file or a function longer than it should be.
#[derive(Deserialize)]
struct Long {
    file: String,
    function: Option<String>,
    lines: usize,
    reason: String,
}

/// A text that looks like a message key and is none, or a key that is used in a way tidy cannot see.
#[derive(Deserialize)]
struct Unsaid {
    text: String,
    reason: String,
}

impl Exceptions {
    /// Reads the list.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| format!("{PATH} is not understood: {error}"))
    }

    /// How long this file (or this function of it) may be by exception.
    pub fn lines(&self, file: &str, function: Option<&str>) -> Option<usize> {
        let found = self.long.iter().find(|one| one.file == file && one.function.as_deref() == function)?;
        self.used.borrow_mut().push(name(file, function));
        Some(found.lines)
    }

    /// Whether this text is excepted from the rule on message keys.
    pub fn unsaid(&self, text: &str) -> bool {
        let found = self.unsaid.iter().any(|one| one.text == text);
        if found {
            self.used.borrow_mut().push(text.to_owned());
        }
        found
    }

    /// After all rules: every exception has a reason, was needed, and there are not more than before.
    pub fn check(&self) -> Vec<Finding> {
        let long = self.long.iter().map(|one| (name(&one.file, one.function.as_deref()), &one.reason));
        let unsaid = self.unsaid.iter().map(|one| (one.text.clone(), &one.reason));
        let all: Vec<(String, &String)> = long.chain(unsaid).collect();
        let mut findings = Vec::new();
        for (what, reason) in &all {
            if reason.split_whitespace().count() < 3 {
                findings.push(finding(
                    PATH,
                    1,
                    format!("the exception for {what} needs a reason, as a sentence."),
                ));
            }
            if !self.used.borrow().contains(what) {
                findings.push(finding(
                    PATH,
                    1,
                    format!("the exception for {what} is no longer needed: remove it."),
                ));
            }
        }
        if all.len() != MOST {
            let sentence = format!(
                "{} exceptions, and MOST in exceptions.rs says {MOST}: the list may only shrink.",
                all.len()
            );
            findings.push(finding(PATH, 1, sentence));
        }
        findings
    }
}

fn name(file: &str, function: Option<&str>) -> String {
    function.map_or_else(|| file.to_owned(), |function| format!("{file} {function}()"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_without_use_or_reason_is_found() {
        let text = "[[long]]\nfile = \"a.rs\"\nlines = 501\nreason = \"It is a table.\"\n[[unsaid]]\ntext = \"b-c\"\nreason = \"no\"";
        let exceptions = Exceptions::read(text).unwrap();
        assert_eq!(exceptions.lines("a.rs", None), Some(501));
        assert_eq!(exceptions.lines("a.rs", Some("f")), None);
        let sentences: Vec<String> = exceptions.check().into_iter().map(|one| one.sentence).collect();
        assert_eq!(sentences.len(), 3, "{sentences:?}");
        assert!(sentences[0].contains("b-c needs a reason"));
        assert!(sentences[1].contains("b-c is no longer needed"));
        assert!(sentences[2].starts_with("2 exceptions"));
    }
}
