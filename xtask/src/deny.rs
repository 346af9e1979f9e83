//! `cargo xtask deny`: bans, licences and sources of every dependency, from the same `deny.toml` that
//! cargo-deny reads. cargo-deny takes minutes to build, so this reads Cargo's metadata itself; where
//! cargo-deny is installed it runs as well.

use crate::run::{cargo, output, root, step};
use serde::Deserialize;

#[derive(Deserialize)]
struct Rules {
    bans: Bans,
    licenses: Licences,
    sources: Sources,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Sources {
    #[serde(rename = "allow-registry")]
    registries: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// Checks every package in Cargo.lock.
pub fn deny() -> Result<(), String> {
    println!("→ deny");
    let text = std::fs::read_to_string(root().join("deny.toml"))
        .map_err(|error| format!("deny.toml cannot be read: {error}."))?;
    let rules: Rules =
        toml::from_str(&text).map_err(|error| format!("deny.toml is not understood: {error}"))?;
    let json = output(&mut cargo(&["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Metadata = serde_json::from_str(&json)
        .map_err(|error| format!("Cargo's metadata is not understood: {error}."))?;
    let findings = judge(&rules, &metadata.packages);
    for finding in &findings {
        println!("{finding}");
    }
    if !findings.is_empty() {
        return Err(format!(
            "✗ deny: {} findings; the rules and their reasons are in deny.toml.",
            findings.len()
        ));
    }
    println!("✓ deny: {} packages", metadata.packages.len());
    if crate::run::which("cargo-deny").is_some() {
        step("cargo-deny", &mut cargo(&["deny", "check", "bans", "licenses", "sources"]))?;
    }
    Ok(())
}

fn judge(rules: &Rules, packages: &[Package]) -> Vec<String> {
    let mut findings = Vec::new();
    for package in packages {
        let Package { name, version, license, source } = package;
        // A package without a source lives in this workspace.
        let Some(source) = source else { continue };
        if let Some(ban) = rules.bans.deny.iter().find(|ban| &ban.name == name) {
            findings.push(format!("{name} {version} is banned: {}.", ban.reason));
        }
        let registry = source.strip_prefix("registry+").unwrap_or(source);
        if !rules.sources.registries.iter().any(|allowed| allowed == registry) {
            findings.push(format!("{name} {version} comes from {source}, which is not an allowed source."));
        }
        let exception = rules.licenses.exceptions.iter().find(|exception| &exception.name == name);
        let allowed = |licence: &str| {
            rules.licenses.allow.iter().any(|one| one == licence)
                || exception.is_some_and(|exception| exception.allow.iter().any(|one| one == licence))
        };
        match license {
            None => findings.push(format!("{name} {version} names no licence.")),
            Some(expression) if !satisfied(expression, &allowed) => {
                findings.push(format!("{name} {version} is licensed {expression}, which is not allowed."));
            }
            Some(_) => {}
        }
    }
    findings
}

/// Whether a licence expression can be met with allowed licences: OR needs one side, AND both.
fn satisfied(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let met = any(&words, &mut at, allowed);
    met && at == words.len()
}

fn any(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = all(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all(words, at, allowed);
    }
    met
}

fn all(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = any(words, at, allowed);
        *at += 1;
        return met;
    }
    if words.get(*at) == Some(&"WITH") {
        let licence = format!("{word} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
        return allowed(&licence);
    }
    allowed(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        toml::from_str(include_str!("../../deny.toml")).unwrap()
    }

    fn package(name: &str, license: &str, source: &str) -> Package {
        Package {
            name: name.into(),
            version: "1.0.0".into(),
            license: (!license.is_empty()).then(|| license.into()),
            source: Some(source.into()),
        }
    }

    const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

    #[test]
    fn a_banned_package_is_named_with_its_reason() {
        let found = judge(&rules(), &[package("openssl-sys", "MIT", CRATES)]);
        assert_eq!(
            found,
            ["openssl-sys 1.0.0 is banned: needs the system's OpenSSL; TLS is rustls with ring."]
        );
    }

    #[test]
    fn licences_are_judged_by_their_expression() {
        let refused = |licence: &str| judge(&rules(), &[package("x", licence, CRATES)]).len();
        assert_eq!(refused("MIT OR GPL-3.0-only"), 0);
        assert_eq!(refused("(MIT OR Apache-2.0) AND Unicode-3.0"), 0);
        assert_eq!(refused("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only"), 0);
        assert_eq!(refused("MIT/Apache-2.0"), 0);
        assert_eq!(refused("GPL-3.0-only"), 1);
        assert_eq!(refused("MIT AND GPL-3.0-only"), 1);
        assert_eq!(refused(""), 1);
        assert_eq!(refused("CDLA-Permissive-2.0"), 1);
        assert_eq!(judge(&rules(), &[package("webpki-roots", "CDLA-Permissive-2.0", CRATES)]).len(), 0);
    }

    #[test]
    fn only_one_source_is_allowed() {
        let found = judge(&rules(), &[package("x", "MIT", "git+https://example.org/x#1234")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("not an allowed source"), "{found:?}");
    }
}
