//! A PostgreSQL of the tests' own: made fresh, without fsync, on a free port, gone when the tests end.

use crate::needs;
use crate::run::{free_port, output};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The variable that tells stories where the server is; without it they run on SQLite alone.
pub const VARIABLE: &str = "LOCALACTION_TEST_POSTGRES";

/// A running server; dropping it stops it and removes its files.
pub struct Server {
    folder: PathBuf,
    child: Child,
    /// The address of its first database, with the right to make others.
    pub url: String,
}

/// Makes and starts a server.
pub fn start() -> Result<Server, String> {
    let binaries = needs::postgres()?;
    let folder = std::env::temp_dir().join(format!("localaction-postgres-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    if needs::is_root() {
        // PostgreSQL refuses root; its package comes with a user of its own.
        output(Command::new("chown").arg("postgres").arg(&folder))?;
    }
    let data = folder.join("data");
    output(
        as_postgres(&binaries.join("initdb"), &folder)
            .args(["--no-sync", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"])
            .arg("--pgdata")
            .arg(&data),
    )?;
    let port = free_port()?;
    let child = as_postgres(&binaries.join("postgres"), &folder)
        .arg("-D")
        .arg(&data)
        .args(["-p", &port.to_string(), "-k", "", "-h", "127.0.0.1"])
        .args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"])
        .args(["-c", "max_connections=200", "-c", "log_min_messages=fatal"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("PostgreSQL could not be started: {error}."))?;
    let server = Server { folder, child, url: format!("postgres://postgres@127.0.0.1:{port}/postgres") };
    wait(&binaries, port)?;
    Ok(server)
}

fn wait(binaries: &Path, port: u16) -> Result<(), String> {
    let start = Instant::now();
    loop {
        let asked = output(Command::new(binaries.join("pg_isready")).args([
            "-q",
            "-h",
            "127.0.0.1",
            "-p",
            &port.to_string(),
        ]));
        match asked {
            Ok(_) => return Ok(()),
            Err(_) if start.elapsed() < Duration::from_secs(30) => {
                std::thread::sleep(Duration::from_millis(100))
            }
            Err(why) => return Err(format!("PostgreSQL did not answer within 30 s: {why}")),
        }
    }
}

fn as_postgres(program: &Path, folder: &Path) -> Command {
    let mut command = if needs::is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder);
    command
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGQUIT is PostgreSQL's immediate shutdown: nothing of it is kept.
        let stopped = output(Command::new("kill").args(["-QUIT", &self.child.id().to_string()]));
        if stopped.is_err() {
            self.child.kill().ok();
        }
        self.child.wait().ok();
        std::fs::remove_dir_all(&self.folder).ok();
    }
}
