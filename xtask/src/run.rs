//! Running other programs, and telling progress in plain lines.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where Cargo keeps what it builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The release binary of the platform.
pub fn binary() -> PathBuf {
    target().join("release").join(format!("localaction{}", std::env::consts::EXE_SUFFIX))
}

/// Cargo itself, in the workspace's folder, as if it were called by hand: of what Cargo tells this program of its own package
/// some crates' build scripts (ring's) would make a reason to be built again, and everything above them.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(arguments);
    let own = |name: &str| {
        let words = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"];
        words.iter().any(|word| name.starts_with(word))
    };
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(own)) {
        command.env_remove(name);
    }
    command
}

/// Runs one step to its end: a line before, a line after with the time it took.
pub fn step(what: &str, command: &mut Command) -> Result<(), String> {
    println!("→ {what}");
    let start = Instant::now();
    let status = command.status().map_err(|error| {
        format!("{what}: `{}` could not be started ({error}).", command.get_program().to_string_lossy())
    })?;
    let seconds = start.elapsed().as_secs();
    if status.success() {
        println!("✓ {what} ({seconds} s)");
        Ok(())
    } else {
        Err(format!("✗ {what} failed after {seconds} s ({status})."))
    }
}

/// What a program prints, when it ends well.
pub fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("`{name}` could not be started ({error})."))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!(
            "`{name}` failed ({}): {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        ))
    }
}

/// The full path of a program on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// A port of this machine that nobody listens on just now.
pub fn free_port() -> Result<u16, String> {
    std::net::TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("No free port could be found on 127.0.0.1 ({error})."))
}
