//! A house as somebody starts it, by the program itself: put into one file and back, and killed in the middle of its work.

#[cfg(test)]
mod browser;
#[cfg(test)]
mod crash;
#[cfg(test)]
#[path = "../../../rooms/tests/harness/page.rs"]
mod page;
#[cfg(test)]
mod restore;

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

pub use browser::Browser;
pub use page::{Filled, Page};

/// How long a demonstration may take until it answers: in a build that is not optimised, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// What a command ended with: whether it was done, what it said, what it complained of.
pub struct Ended {
    /// Whether it was done.
    pub done: bool,
    /// What it said.
    pub said: String,
    /// What it complained of.
    pub complained: String,
}

/// The program with these words, and with nothing of the settings of whoever runs the tests.
fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_localaction"));
    let variables = std::env::vars().map(|(name, _)| name).filter(|name| name.starts_with("LOCALACTION"));
    variables.for_each(|name| {
        command.env_remove(name);
    });
    command.args(words);
    command
}

/// Runs a command on a data folder.
pub fn localaction(folder: &Path, words: &[&str]) -> Ended {
    let output = program(words).arg("--data").arg(folder).output().expect("the program starts");
    Ended {
        done: output.status.success(),
        said: String::from_utf8_lossy(&output.stdout).into_owned(),
        complained: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Runs a command that can be done; gives what it said.
pub fn done(folder: &Path, words: &[&str]) -> String {
    let ended = localaction(folder, words);
    assert!(ended.done, "{words:?}: {}{}", ended.said, ended.complained);
    ended.said
}

/// Runs a command that is refused; gives its sentence.
pub fn refused(folder: &Path, words: &[&str]) -> String {
    let ended = localaction(folder, words);
    assert!(!ended.done, "{words:?} should have been refused, but said: {}", ended.said);
    ended.complained
}

/// A folder of a test's own, gone afterwards.
pub fn scratch() -> TempDir {
    TempDir::with_prefix("localaction-").expect("a temporary folder can be made")
}

/// A path as a word of a command.
pub fn word(path: &Path) -> &str {
    path.to_str().expect("a temporary path is text")
}

/// A port that nobody uses.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

/// A demonstration that serves.
pub struct Demo {
    child: Child,
    log: PathBuf,
    port: u16,
}

impl Demo {
    /// Starts it and waits until it answers.
    pub fn start(folder: &Path, port: u16) -> Demo {
        let log = folder.with_extension("log");
        let out = File::options().create(true).append(true).open(&log).expect("a log can be written");
        let listen = format!("127.0.0.1:{port}");
        let mut command = program(&["demo", "--listen", &listen, "--data", word(folder)]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(out);
        let mut demo = Demo { child: command.spawn().expect("the program starts"), log, port };
        let start = Instant::now();
        while !demo.browser().get("/readyz").is_ok_and(|page| page.status == 200) {
            let ended = demo.child.try_wait().expect("its state can be asked");
            assert!(
                ended.is_none() && start.elapsed() < PATIENCE,
                "it is not ready: {ended:?}\n{}",
                demo.said()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        demo
    }

    /// A browser that was never there.
    pub fn browser(&self) -> Browser {
        Browser::at(self.port)
    }

    /// A browser in which this address is logged in, by the code in the letter on the outbox page.
    pub fn sign_in(&self, address: &str) -> Browser {
        let mut browser = self.browser();
        let mut ask = || {
            let page = browser.get("/en/sign-in")?;
            let page = browser.send(page.form("/en/sign-in").set("address", address))?;
            let begun = Instant::now();
            let code = loop {
                // Letters of the same second stand in any order: the code is in the newest one that goes to this address.
                let outbox = browser.get("/en/outbox")?;
                let letters = outbox.all("[data-mail]");
                let letters: Vec<_> = letters.iter().filter(|letter| letter.contains(address)).collect();
                let codes = outbox.all("[data-mail-code]");
                let known = codes.into_iter().find(|code| letters.iter().any(|letter| letter.contains(code)));
                if let Some(code) = known {
                    break code;
                }
                assert!(begun.elapsed() < PATIENCE, "no code for {address} came");
                std::thread::sleep(Duration::from_millis(50));
            };
            browser.send(page.form("/en/sign-in/code").set("code", &code))
        };
        let page = ask().unwrap_or_else(|err| panic!("{err}\n{}", self.said()));
        assert_eq!(page.status, 200, "{}", page.words());
        browser
    }

    /// Ends it in the middle of whatever it does, as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it has ended");
    }

    /// What it has written to its log.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
