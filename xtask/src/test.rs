//! `cargo xtask test`: every test. First Rust's on SQLite and PostgreSQL, then the browser's.

use crate::needs;
use crate::run::{binary, cargo, root, step, target};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// How long Node's runner waits for one spec, which counts as a test of its own: the officer's whole story takes five minutes
/// where nothing else runs and more beside other work. Nothing hangs so long: in it, each step has a limit of seconds.
const SPEC_LIMIT: &str = "--test-timeout=1200000";

/// Runs all tests, or one half of them (`rust`, `browser`), or one spec of the browser.
pub fn test(words: &[String]) -> Result<(), String> {
    let start = Instant::now();
    let (half, only) = (words.first().map(String::as_str), words.get(1).map(String::as_str));
    match half {
        None => {
            // Ask for everything before the long part, so that nobody waits minutes for a sentence.
            needs::postgres()?;
            needs::browser()?;
            let first = rust();
            let second = browser(None);
            first.and(second)?;
        }
        Some("rust") => rust()?,
        Some("browser") => browser(only)?,
        Some(other) => return Err(format!("“{other}” is not a half of the tests: say `rust` or `browser`.")),
    }
    println!("✓ test: all passed ({} s)", start.elapsed().as_secs());
    Ok(())
}

fn rust() -> Result<(), String> {
    // The stories make and stop a PostgreSQL of their own; they are only told where its programs are.
    let programs = needs::postgres()?;
    let build = ["test", "--release", "--workspace", "--locked", "--no-run"];
    step("build the tests (the first time takes minutes)", &mut cargo(&build))?;
    let tests = ["test", "--release", "--workspace", "--locked", "--no-fail-fast"];
    step("tests on SQLite and PostgreSQL", cargo(&tests).env("LOCALACTION_PG_BIN", programs))
}

fn browser(only: Option<&str>) -> Result<(), String> {
    let chromium = needs::browser()?;
    let build = ["build", "--release", "--workspace", "--exclude", "bench", "--locked", "--bins"];
    step("build the binary", &mut cargo(&build))?;
    packages()?;
    let specs = specs(only)?;
    let tally = tally_file();
    std::fs::remove_file(&tally).ok();
    let mut command = Command::new("node");
    command
        .current_dir(root().join("e2e"))
        .args(["--test", "--test-concurrency=1", SPEC_LIMIT])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap"])
        .arg(format!("--test-reporter-destination={}", tally.display()))
        .args(&specs)
        .env("LOCALACTION_CHROMIUM", chromium)
        .env("LOCALACTION_BINARY", binary());
    let outcome = step("tests in a browser", &mut command);
    let (passed, failed) = tally_of(&std::fs::read_to_string(&tally).unwrap_or_default());
    let line = format!("{passed} passed, {failed} failed");
    std::fs::write(summary_file(), format!("{line}\n")).ok();
    println!("browser: {line}");
    outcome?;
    if passed == 0 { Err("✗ tests in a browser: none ran.".to_owned()) } else { Ok(()) }
}

/// Fetches the pinned packages of the browser tests, once for each lock file.
fn packages() -> Result<(), String> {
    let folder = root().join("e2e");
    let lock = std::fs::read_to_string(folder.join("package-lock.json"))
        .map_err(|error| format!("e2e/package-lock.json cannot be read: {error}."))?;
    let stamp = folder.join("node_modules/.stamp");
    if std::fs::read_to_string(&stamp).is_ok_and(|kept| kept == lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    step("npm ci", &mut npm)?;
    std::fs::write(&stamp, lock).map_err(|error| format!("{} cannot be written: {error}.", stamp.display()))
}

fn specs(only: Option<&str>) -> Result<Vec<PathBuf>, String> {
    let folder = root().join("e2e");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("e2e cannot be read: {error}."))?;
    let mut specs: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let asked = only.is_none_or(|only| name.starts_with(only));
            name.ends_with(".spec.mjs") && asked
        })
        .collect();
    specs.sort();
    match (specs.is_empty(), only) {
        (false, _) => Ok(specs),
        (true, Some(only)) => Err(format!("No spec in e2e begins with “{only}”.")),
        (true, None) => Err("There is no spec in e2e.".to_owned()),
    }
}

fn tally_file() -> PathBuf {
    target().join("browser-tests.tap")
}

/// Where the closing line of the browser tests is kept for `.ci/run`.
fn summary_file() -> PathBuf {
    target().join("browser-tests.txt")
}

/// The numbers at the end of TAP as Node writes it: what was cancelled has failed too.
fn tally_of(tap: &str) -> (u32, u32) {
    let number = |name: &str| {
        let start = format!("# {name} ");
        tap.lines().rev().find_map(|line| line.strip_prefix(&start)?.trim().parse::<u32>().ok()).unwrap_or(0)
    };
    (number("pass"), number("fail") + number("cancelled"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tally_counts_what_failed_and_what_was_cancelled() {
        let tap = "TAP version 13\nok 1 - home\n# tests 9\n# suites 0\n# pass 6\n# fail 2\n# cancelled 1\n# skipped 0\n";
        assert_eq!(tally_of(tap), (6, 3));
        assert_eq!(tally_of(""), (0, 0));
    }
}
