//! Where packages come from is the business of the machine that builds: no file names the host of a registry
//! or a mirror, and no lock file records one.

use super::tree::Tree;
use super::{Finding, finding};

/// Cargo.lock's own name for crates.io, which is an identity and no host that is asked.
const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
/// How the addresses of such hosts begin.
const HOSTS: [&str; 5] = ["://registry.", "://index.", "://static.crates", "://files.python", "://proxy."];
/// This file has to say how they begin.
const HERE: &str = "xtask/src/tidy/hosts.rs";

/// Every file of ours, and the lock files.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.own("", "").filter(|file| file.path != HERE) {
        for (line, text) in file.lines() {
            if let Some(host) = HOSTS.iter().find(|host| text.contains(**host)) {
                findings.push(finding(&file.path, line, format!("names the host of a registry ({host}…).")));
            }
            if let Some(sentence) = setting(file.name(), text) {
                findings.push(finding(&file.path, line, sentence));
            }
        }
    }
    findings
}

/// A line that ties the project to some host.
fn setting(name: &str, line: &str) -> Option<&'static str> {
    let words = line.trim();
    match name {
        "package-lock.json" if words.starts_with("\"resolved\"") => {
            Some("records a host: write the lock file with omit-lockfile-registry-resolved=true.")
        }
        ".npmrc" if words.contains("registry=") && !words.starts_with("omit-lockfile") => {
            Some("sets a registry: that belongs to the machine, not to the project.")
        }
        "Cargo.lock" if words.starts_with("source = ") && !words.contains(CRATES) => {
            Some("a source other than crates.io.")
        }
        "config.toml"
            if ["[source", "[registries", "[registry", "replace-with"]
                .iter()
                .any(|one| words.starts_with(one)) =>
        {
            Some("sets a registry: that belongs to the machine, not to the project.")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_in_texts_and_lock_files() {
        let tree = Tree::of(&[
            ("docs/a.md", "See\nhttps://registry.example/x\n"),
            ("e2e/package-lock.json", "{\n \"resolved\": \"https://mirror.example/x.tgz\"\n}"),
            ("e2e/.npmrc", "omit-lockfile-registry-resolved=true\nregistry=https://mirror.example/\n"),
            (
                "Cargo.lock",
                "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"git+https://x\"\n",
            ),
            (".cargo/config.toml", "[alias]\n[source.crates-io]\n"),
        ]);
        let lines: Vec<(String, usize)> = check(&tree).into_iter().map(|one| (one.path, one.line)).collect();
        let expected = [
            ("docs/a.md", 2),
            ("e2e/package-lock.json", 2),
            ("e2e/.npmrc", 2),
            ("Cargo.lock", 2),
            (".cargo/config.toml", 2),
        ];
        assert_eq!(lines, expected.map(|(path, line)| (path.to_owned(), line)));
    }
}
