//! `cargo xtask`: what CI and people run. Each command is one file; nothing of it is in the shipped binary.
//!
//! - `check`: format, clippy, deny, tidy
//! - `tidy`: only the rules of the house
//! - `deny`: only bans, licences and sources of the dependencies
//! - `test`: every test, on both databases and in a browser
//! - `crash`: kill the house in the middle of submissions, again and again
//! - `smoke`: start the release demo once and read its home page in four languages
//! - `dist`: pack the binary with its service, settings and licences
//! - `bench`: speed and weight, side by side with their limits
//! - `vendor`: what is vendored, and whether it is what it was

mod bench;
mod check;
mod crash;
mod deny;
mod dist;
mod needs;
mod run;
mod smoke;
mod test;
mod tidy;
mod vendor;

use std::process::ExitCode;

const HELP: &str = "cargo xtask COMMAND

  check    format, clippy, deny, tidy
  tidy     only the rules of the house (import arrows, lengths, messages, styles …)
  deny     only bans, licences and sources of the dependencies (deny.toml)
  test     every test on SQLite and PostgreSQL, then in a browser
           (`test rust` or `test browser` for one half; `test browser home` for one spec)
  crash    kill the house in the middle of submissions, 1,000 times (`crash --times 20`)
  smoke    start the release demo once, read its home page in four languages, stop it
  dist     pack the release binary, its service, a file of settings and the licences into target/dist,
           the same bytes each time (`dist FILE` packs that binary instead of building one)
  bench    speed and weight of a release build, side by side with their limits (bench/README.md);
           `bench --quick` for a first look, `bench --actions 10000` for another set
  vendor   list what is vendored under assets/vendor and verify its checksums
           (`vendor accept` after a change that is meant)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let rest = words.get(1..).unwrap_or_default();
    let outcome = match words.first().map(String::as_str) {
        Some("check") => check::check(),
        Some("tidy") => tidy::tidy(),
        Some("deny") => deny::deny(),
        Some("test") => test::test(rest),
        Some("crash") => crash::crash(rest),
        Some("smoke") => smoke::smoke(),
        Some("dist") => dist::dist(rest),
        Some("bench") => bench::bench(rest),
        Some("vendor") => vendor::vendor(rest),
        Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("“{other}” is not a command of xtask.\n\n{HELP}")),
        None => Err(HELP.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
