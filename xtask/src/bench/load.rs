//! Who asks: wrk or oha where they are, else the small load of the bench itself.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{output, which};

/// How many connections ask at once.
const CONNECTIONS: &str = "16";

/// A program that loads one address and says how many answers came in a second.
pub enum Loader {
    /// wrk.
    Wrk(PathBuf),
    /// oha.
    Oha(PathBuf),
    /// The bench's own.
    Own(PathBuf),
}

impl Loader {
    /// The best there is.
    pub fn find(own: PathBuf) -> Loader {
        if let Some(wrk) = which("wrk") {
            return Loader::Wrk(wrk);
        }
        if let Some(oha) = which("oha") {
            return Loader::Oha(oha);
        }
        println!(
            "  Neither wrk nor oha is here (on Debian: apt-get install wrk; elsewhere: cargo install oha): the bench \
             asks by itself, which costs more of the two cores."
        );
        Loader::Own(own)
    }

    /// What it is called.
    pub fn name(&self) -> &'static str {
        match self {
            Loader::Wrk(_) => "wrk",
            Loader::Oha(_) => "oha",
            Loader::Own(_) => "the bench's own load",
        }
    }

    /// So many answers in a second, over so many seconds.
    pub fn rate(&self, url: &str, seconds: u64) -> Result<f64, String> {
        self.rate_packed(url, seconds, "br")
    }

    /// The same in another packing.
    pub fn rate_packed(&self, url: &str, seconds: u64, packing: &str) -> Result<f64, String> {
        let (length, packed) = (format!("{seconds}s"), &*format!("Accept-Encoding: {packing}"));
        let said = match self {
            Loader::Wrk(wrk) => {
                let length = format!("-d{length}");
                output(Command::new(wrk).args(["-t1", "-c", CONNECTIONS, &length, "-H", packed, url]))?
            }
            Loader::Oha(oha) => {
                let words = ["--no-tui", "-c", CONNECTIONS, "-z", &length, "-H", packed, url];
                output(Command::new(oha).args(words))?
            }
            Loader::Own(own) => {
                let millis = (seconds * 1000).to_string();
                output(Command::new(own).args([
                    "load",
                    "--connections",
                    CONNECTIONS,
                    "--millis",
                    &millis,
                    url,
                ]))?
            }
        };
        if said.contains("Non-2xx") {
            return Err(format!("{url} does not always answer 200:\n{said}"));
        }
        rate_of(&said).ok_or_else(|| format!("{} does not say a rate:\n{said}", self.name()))
    }
}

/// All three say it alike: `Requests/sec: 12345.6`.
fn rate_of(said: &str) -> Option<f64> {
    let line = said.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:"))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_from_what_a_loader_says() {
        assert_eq!(
            rate_of("  12 requests in 1.00s\nRequests/sec:  95123.45\nTransfer/sec: 1MB\n"),
            Some(95123.45)
        );
        assert_eq!(rate_of("Summary:\n  Requests/sec:\t7.5\n"), Some(7.5));
        assert_eq!(rate_of("unable to connect"), None);
    }
}
