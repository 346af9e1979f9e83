//! `cargo xtask crash --times N`: the story in which the house is killed in the middle of submissions, as often as asked.

use crate::run::{cargo, step};

/// So often where nothing else is asked for.
const TIMES: u64 = 1000;

/// Builds the story and runs it.
pub fn crash(words: &[String]) -> Result<(), String> {
    let (mut times, mut seed) = (TIMES, 1);
    for pair in words.chunks(2) {
        let number = || {
            let number = pair.get(1).and_then(|number| number.parse().ok());
            number.ok_or_else(|| format!("“{}” needs a whole number after it.", pair[0]))
        };
        match pair[0].as_str() {
            "--times" => times = number()?,
            "--seed" => seed = number()?,
            other => {
                return Err(format!("“{other}” is nothing that crash knows: say --times N or --seed N."));
            }
        }
    }
    let words =
        ["test", "--release", "--workspace", "--locked", "--test", "house", "--", "crash", "--nocapture"];
    let mut story = cargo(&words);
    story.env("CRASH_ROUNDS", times.to_string()).env("CRASH_SEED", seed.to_string());
    step(&format!("killed {times} times in the middle of submissions"), &mut story)
}
