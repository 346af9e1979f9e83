//! What the tests need beyond Rust: PostgreSQL's binaries, Chromium, Node with npm, Java for the HTML checker.
//! Found where systems usually keep them, installed by apt-get as root on Debian, else asked for in one sentence.

use crate::run::{output, step, which};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One program that must be there.
struct Need {
    what: &'static str,
    package: &'static str,
    find: fn() -> Option<PathBuf>,
}

const POSTGRES: Need = Need { what: "PostgreSQL's server", package: "postgresql", find: initdb };
const BROWSER: [Need; 4] = [
    Need { what: "Chromium", package: "chromium", find: chromium },
    Need { what: "Node 20 or newer", package: "nodejs", find: node },
    Need { what: "npm", package: "npm", find: npm },
    Need { what: "Java 11 or newer (for the HTML checker)", package: "default-jre-headless", find: java },
];

/// The folder of PostgreSQL's binaries.
pub fn postgres() -> Result<PathBuf, String> {
    have(&[POSTGRES])?;
    initdb().and_then(|file| file.parent().map(Path::to_path_buf)).ok_or_else(|| sentence(&[&POSTGRES]))
}

/// The browser, once everything the browser tests need is there.
pub fn browser() -> Result<PathBuf, String> {
    have(&BROWSER)?;
    chromium().ok_or_else(|| sentence(&[&BROWSER[0]]))
}

fn have(needs: &[Need]) -> Result<(), String> {
    let missing: Vec<&Need> = needs.iter().filter(|need| (need.find)().is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !(Path::new("/etc/debian_version").exists() && is_root() && which("apt-get").is_some()) {
        return Err(sentence(&missing));
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    step("apt-get update", apt(&["update", "-qq"]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    let mut install = apt(&["install", "-y", "-qq", "--no-install-recommends"]);
    step(&format!("apt-get install {}", packages.join(" ")), install.args(&packages))?;
    let still: Vec<&Need> = needs.iter().filter(|need| (need.find)().is_none()).collect();
    if still.is_empty() { Ok(()) } else { Err(sentence(&still)) }
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(std::process::Stdio::null());
    command
}

fn sentence(missing: &[&Need]) -> String {
    let what: Vec<&str> = missing.iter().map(|need| need.what).collect();
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    format!(
        "The tests need {}: install it with your system's package manager (on Debian as root: apt-get install {}) and run the command again.",
        what.join(", "),
        packages.join(" ")
    )
}

/// Whether this process may act as the system's administrator.
pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// `initdb` on the PATH, or the newest one where distributions keep it.
fn initdb() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os("LOCALACTION_PG_BIN") {
        return Some(Path::new(&chosen).join("initdb")).filter(|file| file.is_file());
    }
    let mut found: Vec<(u32, PathBuf)> = Vec::new();
    for parent in ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt"] {
        for entry in std::fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let file = entry.path().join("bin/initdb");
            if let Ok(version) = name.trim_start_matches("postgresql@").parse()
                && file.is_file()
            {
                found.push((version, file));
            }
        }
    }
    found.sort();
    found.pop().map(|(_, file)| file).or_else(|| which("initdb"))
}

fn chromium() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os("LOCALACTION_CHROMIUM") {
        return Some(PathBuf::from(chosen)).filter(|file| file.is_file());
    }
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .iter()
        .find_map(|name| which(name))
        .or_else(|| Some(mac).filter(|file| file.is_file()))
}

fn node() -> Option<PathBuf> {
    let file = which("node")?;
    let version = output(Command::new(&file).arg("--version")).ok()?;
    (major(&version)? >= 20).then_some(file)
}

fn npm() -> Option<PathBuf> {
    which("npm")
}

/// Some systems keep a `java` that only says where to get one: it must answer.
fn java() -> Option<PathBuf> {
    which("java").filter(|file| output(Command::new(file).arg("-version")).is_ok())
}

fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_asked_for_in_one_sentence() {
        let said = sentence(&[&POSTGRES, &BROWSER[0]]);
        assert!(said.starts_with("The tests need PostgreSQL's server, Chromium: install"), "{said}");
        assert!(said.contains("apt-get install postgresql chromium)"), "{said}");
        assert_eq!(said.matches(". ").count(), 0);
    }

    #[test]
    fn node_tells_its_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
