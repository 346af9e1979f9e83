//! `cargo xtask check`: format, clippy, deny, tidy. All four run, so that one round shows everything.

use crate::run::{cargo, step};
use crate::{deny, tidy};

/// Runs the four checks and names those that failed.
pub fn check() -> Result<(), String> {
    let clippy = ["clippy", "--release", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    let outcomes = [
        step("format", &mut cargo(&["fmt", "--all", "--check"])),
        tidy::tidy(),
        deny::deny(),
        step("clippy", &mut cargo(&clippy)),
    ];
    let failed: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if failed.is_empty() {
        println!("✓ check: format, tidy, deny and clippy are content");
        Ok(())
    } else {
        Err(failed.join("\n"))
    }
}
