//! `cargo xtask vendor`: what is kept under `assets` that others made. Each file stands in
//! `assets/vendor/vendor.toml` with its origin, version, licence and SHA-256, so that a reviewer can see what is served
//! and a change of it is seen. What was changed in it, and why, says `assets/vendor/README.md`.

use crate::run::root;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::path::Path;

const LIST: &str = "vendor/vendor.toml";
/// Folders that hold nothing of our own but these files.
const THEIRS: [&str; 2] = ["vendor", "fonts"];
const OURS: [&str; 2] = [LIST, "vendor/README.md"];

#[derive(Deserialize)]
struct Vendored {
    #[serde(default)]
    file: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    /// Under assets.
    path: String,
    /// Package and path in it, or an address.
    from: String,
    version: String,
    licence: String,
    sha256: String,
}

/// Lists what is vendored and verifies every checksum; with the word `accept` it first writes the checksums of the
/// files as they are now into the list.
pub fn vendor(words: &[String]) -> Result<(), String> {
    match words.first().map(String::as_str) {
        Some("accept") => accept()?,
        Some(other) => return Err(format!("“{other}” is not known here: say nothing, or `accept`.")),
        None => {}
    }
    let folder = root().join("assets");
    if !folder.exists() {
        println!("Nothing is vendored: there are no assets.");
        return Ok(());
    }
    let text = std::fs::read_to_string(folder.join(LIST))
        .map_err(|error| format!("assets/{LIST} cannot be read: {error}."))?;
    let list: Vendored =
        toml::from_str(&text).map_err(|error| format!("assets/{LIST} is not understood: {error}"))?;
    for file in &list.file {
        println!("{}  {} {} ({})", file.path, file.from, file.version, file.licence);
    }
    let findings = verify(&folder, &list);
    if findings.is_empty() {
        println!("✓ vendor: {} files are what they were", list.file.len());
        Ok(())
    } else {
        Err(format!("{}\n✗ vendor: {} findings", findings.join("\n"), findings.len()))
    }
}

/// Writes today's checksums into the list, and leaves everything else in it as it stands.
fn accept() -> Result<(), String> {
    let folder = root().join("assets");
    let wrong = |error: &dyn std::fmt::Display| format!("assets/{LIST}: {error}.");
    let mut text = std::fs::read_to_string(folder.join(LIST)).map_err(|error| wrong(&error))?;
    let list: Vendored = toml::from_str(&text).map_err(|error| wrong(&error))?;
    for file in &list.file {
        let bytes =
            std::fs::read(folder.join(&file.path)).map_err(|error| format!("{}: {error}.", file.path))?;
        let now = sum(&bytes);
        if now != file.sha256 {
            println!("accepted: {} is now {now}", file.path);
            text = text.replace(&file.sha256, &now);
        }
    }
    std::fs::write(folder.join(LIST), text).map_err(|error| wrong(&error))
}

/// What differs from the list; also called by tidy.
pub fn findings() -> Vec<String> {
    let folder = root().join("assets");
    if !folder.exists() {
        return Vec::new();
    }
    let list = std::fs::read_to_string(folder.join(LIST)).map_err(|error| error.to_string());
    match list.and_then(|text| toml::from_str(&text).map_err(|error| error.to_string())) {
        Ok(list) => verify(&folder, &list),
        Err(why) => vec![format!("assets/{LIST}: cannot be read: {why}.")],
    }
}

fn verify(folder: &Path, list: &Vendored) -> Vec<String> {
    let mut findings = Vec::new();
    for file in &list.file {
        match std::fs::read(folder.join(&file.path)) {
            Err(error) => findings.push(format!("assets/{}: listed but not readable ({error}).", file.path)),
            Ok(bytes) if sum(&bytes) != file.sha256 => {
                findings.push(format!(
                    "assets/{}: its SHA-256 is {}, not the one listed; if the change is meant: cargo xtask vendor accept.",
                    file.path,
                    sum(&bytes)
                ));
            }
            Ok(_) => {}
        }
    }
    for path in THEIRS.iter().flat_map(|name| walk(folder, &folder.join(name))) {
        let known = OURS.contains(&path.as_str()) || list.file.iter().any(|file| file.path == path);
        if !known {
            findings.push(format!(
                "assets/{path}: not listed in {LIST}; say where it is from, its version, licence and SHA-256."
            ));
        }
    }
    findings
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn walk(top: &Path, folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(walk(top, &path));
        } else if let Ok(inside) = path.strip_prefix(top) {
            found.push(inside.to_string_lossy().replace('\\', "/"));
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_missing_and_an_unlisted_file_are_found() {
        let folder = std::env::temp_dir().join(format!("localaction-vendor-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("vendor")).unwrap();
        std::fs::write(folder.join("good.css"), "a{}").unwrap();
        std::fs::write(folder.join("changed.css"), "b{}").unwrap();
        std::fs::write(folder.join("vendor/new.css"), "c{}").unwrap();
        let file = |path: &str, sha256: String| File {
            path: path.into(),
            from: "npm x".into(),
            version: "1".into(),
            licence: "MIT".into(),
            sha256,
        };
        let list = Vendored {
            file: vec![
                file("good.css", sum(b"a{}")),
                file("changed.css", sum(b"before")),
                file("gone.css", sum(b"")),
            ],
        };
        let found = verify(&folder, &list);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].starts_with("assets/changed.css: its SHA-256"));
        assert!(found[1].starts_with("assets/gone.css: listed"));
        assert!(found[2].starts_with("assets/vendor/new.css: not listed"));
    }
}
