//! `cargo xtask dist`: packs what a machine needs that has no compiler: the binary, its service, a file of settings to
//! begin with, how to run it, the licences. The same inputs give the same archive, byte for byte.
//!
//! It uses GNU tar and gzip: their flags for order, times and owners are what makes an archive the same twice, and a
//! library of Rust would be two more dependencies for one command that runs on Linux only.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{binary, cargo, output, root, step, target};

/// What is packed as it stands: where it is, and its name in the archive.
const FILES: [(&str, &str); 9] = [
    ("packaging/localaction.service", "localaction.service"),
    ("README.md", "README.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("docs/operating.md", "docs/operating.md"),
    ("docs/archive.md", "docs/archive.md"),
    ("docs/import.md", "docs/import.md"),
    ("docs/credits.md", "docs/credits.md"),
    ("examples/cohort/call.toml", "examples/cohort/call.toml"),
];

/// Folders that are packed with all they hold: what docs/operating.md says to copy.
const FOLDERS: [&str; 1] = ["examples/cohort/pages"];

/// Builds the release binary, or takes the one named, and packs it.
pub fn dist(words: &[String]) -> Result<(), String> {
    let program = match words.first() {
        Some(named) => PathBuf::from(named),
        None => {
            step(
                "build the binary",
                &mut cargo(&[
                    "build",
                    "--release",
                    "--workspace",
                    "--exclude",
                    "bench",
                    "--locked",
                    "--bins",
                ]),
            )?;
            binary()
        }
    };
    let said = output(Command::new(&program).arg("--version"))?;
    let version = said.split_whitespace().nth(1).ok_or_else(|| format!("“{said}” names no version."))?;
    let name = format!("localaction-{version}-{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    let folder = target().join("dist");
    let inside = folder.join(&name);
    fs::remove_dir_all(&inside).ok();
    fill(&inside, &program)?;
    let archive = folder.join(format!("{name}.tar.gz"));
    pack(&folder, &name, &archive, &moment())?;
    let sum = sum(&archive)?;
    write(&folder.join("SHA256SUMS"), format!("{sum}  {name}.tar.gz\n").as_bytes())?;
    println!("✓ {}\n  {sum}", archive.display());
    Ok(())
}

/// Lays everything out as it will be unpacked.
fn fill(inside: &Path, program: &Path) -> Result<(), String> {
    copy(program, &inside.join("localaction"))?;
    for (from, to) in FILES {
        copy(&root().join(from), &inside.join(to))?;
    }
    for folder in FOLDERS {
        copy_folder(&root().join(folder), &inside.join(folder))?;
    }
    let settings = output(Command::new(program).args(["config", "--sample"]))?;
    write(&inside.join("localaction.toml.sample"), settings.as_bytes())
}

/// The moment that every packed file bears: the one that was asked for, else that of the last commit.
fn moment() -> String {
    let asked = std::env::var("SOURCE_DATE_EPOCH").ok().filter(|asked| asked.parse::<u64>().is_ok());
    let commit = || output(Command::new("git").current_dir(root()).args(["log", "-1", "--format=%ct"])).ok();
    asked.or_else(commit).map_or_else(|| "0".to_owned(), |moment| moment.trim().to_owned())
}

/// Packs the folder of that name.
fn pack(folder: &Path, name: &str, archive: &Path, moment: &str) -> Result<(), String> {
    let plain = folder.join(format!("{name}.tar"));
    let mut tar = Command::new("tar");
    tar.args(["--create", "--format=gnu", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"])
        .args(["--mode=u=rwX,go=rX", &format!("--mtime=@{moment}"), "--file"])
        .arg(&plain)
        .args([OsStr::new("--directory"), folder.as_os_str(), OsStr::new(name)]);
    output(&mut tar)?;
    output(Command::new("gzip").args(["--best", "--no-name", "--force"]).arg(&plain))?;
    let made = folder.join(format!("{name}.tar.gz"));
    if made == archive { Ok(()) } else { fs::rename(&made, archive).map_err(|err| cannot(archive, &err)) }
}

fn sum(file: &Path) -> Result<String, String> {
    use sha2::{Digest, Sha256};
    let bytes = fs::read(file).map_err(|err| cannot(file, &err))?;
    Ok(Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let bytes = fs::read(from).map_err(|err| cannot(from, &err))?;
    write(to, &bytes)?;
    let mode = fs::metadata(from).map_err(|err| cannot(from, &err))?.permissions();
    fs::set_permissions(to, mode).map_err(|err| cannot(to, &err))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    for entry in fs::read_dir(from).map_err(|err| cannot(from, &err))? {
        let entry = entry.map_err(|err| cannot(from, &err))?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy_folder(&from, &to)? } else { copy(&from, &to)? }
    }
    Ok(())
}

fn write(to: &Path, bytes: &[u8]) -> Result<(), String> {
    let parent = to.parent().unwrap_or(to);
    fs::create_dir_all(parent).map_err(|err| cannot(parent, &err))?;
    fs::write(to, bytes).map_err(|err| cannot(to, &err))
}

fn cannot(file: &Path, err: &std::io::Error) -> String {
    format!("{} cannot be read or written: {err}.", file.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_archive() {
        let folder = std::env::temp_dir().join(format!("localaction-dist-{}", std::process::id()));
        let mut sums = Vec::new();
        for round in ["one", "two"] {
            let folder = folder.join(round);
            for (name, text) in [("b", "second"), ("a", "first"), ("docs/c", "third")] {
                write(&folder.join("packed").join(name), text.as_bytes()).unwrap();
            }
            let archive = folder.join("packed.tar.gz");
            pack(&folder, "packed", &archive, "1700000000").unwrap();
            sums.push(sum(&archive).unwrap());
            std::thread::sleep(std::time::Duration::from_millis(1_100));
        }
        fs::remove_dir_all(&folder).ok();
        assert_eq!(sums[0], sums[1]);
    }

    #[test]
    fn everything_that_is_packed_is_there() {
        for from in FILES.iter().map(|(from, _)| *from).chain(FOLDERS) {
            assert!(root().join(from).exists(), "{from}");
        }
    }
}
