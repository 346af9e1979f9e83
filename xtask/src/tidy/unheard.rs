//! A test that is never run says nothing. Libraries that are tested through the door alone are not compiled a second time for
//! tests of their own (`[lib] test = false`), so none may stand in them.

use super::tree::Tree;
use super::{Finding, finding};

/// Every library without tests of its own.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let silent = tree.files.iter().filter(|file| file.name() == "Cargo.toml").filter_map(|file| {
        let lib = file.text.split("[lib]").nth(1)?.split("\n[").next()?;
        lib.lines().any(|line| line.trim() == "test = false").then(|| file.path.replace("Cargo.toml", "src/"))
    });
    let silent: Vec<String> = silent.collect();
    let mut findings = Vec::new();
    for (file, code) in tree.rust("crates/") {
        let here = silent.iter().any(|folder| file.path.starts_with(folder)) && !file.path.contains("/tests");
        for (line, _) in (1..).zip(&code.bare).filter(|(_, text)| here && text.trim() == "#[cfg(test)]") {
            let sentence = "a test in a library with `test = false` is never run: tell it as a story, or move what it tests to a crate whose tests are.";
            findings.push(finding(&file.path, line, sentence));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_stands_where_it_is_run() {
        let silent = ("crates/a/Cargo.toml", "[package]\n[lib]\ntest = false\n[dependencies]\n");
        let loud = ("crates/b/Cargo.toml", "[package]\n[dependencies]\n");
        let text = "//! Door.\n#[cfg(test)]\nmod tests {}\n";
        let found =
            check(&Tree::of(&[silent, loud, ("crates/a/src/one.rs", text), ("crates/b/src/one.rs", text)]));
        let places: Vec<(&str, usize)> = found.iter().map(|one| (one.path.as_str(), one.line)).collect();
        assert_eq!(places, [("crates/a/src/one.rs", 2)]);
        assert_eq!(check(&Tree::of(&[silent, ("crates/a/src/tests/one.rs", text)])), []);
    }
}
