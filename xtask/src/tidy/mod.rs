//! `cargo xtask tidy`: the rules of the house that no compiler keeps. Each rule is one file: what it forbids,
//! why, and a test that shows it can fail. A finding is one line: `path:line: sentence`.

mod code;
mod tree;

mod exceptions;
mod hosts;
mod lengths;
mod messages;
mod names;
mod rooms;
mod rust;
mod styles;
mod templates;
mod unheard;

use exceptions::Exceptions;
use tree::Tree;

/// One broken rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    line: usize,
    sentence: String,
}

fn finding(path: &str, line: usize, sentence: impl Into<String>) -> Finding {
    Finding { path: path.to_owned(), line, sentence: sentence.into() }
}

/// Reads the whole tree once and asks every rule.
pub fn tidy() -> Result<(), String> {
    println!("→ tidy");
    let tree = Tree::read(&crate::run::root())?;
    let exceptions = Exceptions::read(tree.text("xtask/tidy.toml").unwrap_or_default())?;
    let mut findings = Vec::new();
    findings.extend(names::check(&tree));
    findings.extend(lengths::check(&tree, &exceptions));
    findings.extend(rooms::check(&tree));
    findings.extend(rust::check(&tree));
    findings.extend(messages::check(&tree, &exceptions));
    findings.extend(templates::check(&tree));
    findings.extend(styles::check(&tree));
    findings.extend(unheard::check(&tree));
    findings.extend(hosts::check(&tree));
    findings.extend(exceptions.check());
    findings.extend(crate::vendor::findings().into_iter().map(|said| {
        let (path, sentence) = said.split_once(": ").unwrap_or(("assets/vendor", &said));
        finding(path, 1, sentence)
    }));
    findings.sort();
    for Finding { path, line, sentence } in &findings {
        println!("{path}:{line}: {sentence}");
    }
    if findings.is_empty() {
        println!("✓ tidy: {} files", tree.files.len());
        Ok(())
    } else {
        Err(format!("✗ tidy: {} findings; CONTRIBUTING.md says why each rule is there.", findings.len()))
    }
}
