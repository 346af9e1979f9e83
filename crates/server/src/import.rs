//! A command: import a file of actions or of signatures.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use rooms::intake::{self, Earnest, Import, ImportRefused, Report};

use crate::open::Door;
use crate::settings::{Public, Where};
use crate::{Outcome, Refused, restore};

/// The decisions that are looked for beside the file.
const DECISIONS: &str = "decisions.toml";

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file: .jsonl of the cohort's form, or .csv or .xlsx with a mapping; with --all, an export or a backup
    file: PathBuf,
    /// Read everything that `localaction export --all` wrote, into a house that is made for it
    #[arg(long, conflicts_with_all = ["map", "decisions", "dry_run"])]
    all: bool,
    /// What the columns mean; see docs/import.md
    #[arg(long, value_name = "MAP.toml")]
    map: Option<PathBuf>,
    /// How to read what the import cannot read by itself; `decisions.toml` beside the file where none is given
    #[arg(long, value_name = "DECISIONS.toml")]
    decisions: Option<PathBuf>,
    /// Say what would be done and change nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Imports the file, says what came of each row, and ends with the numbers.
pub async fn run(args: Args) -> Outcome {
    if args.all {
        return restore::everything(&args.file, &args.place).await;
    }
    let bytes = std::fs::read(&args.file).map_err(|err| unreadable(&args.file, &err))?;
    let map = args.map.as_deref().map(text).transpose()?;
    let beside = args.file.with_file_name(DECISIONS);
    let decisions = args.decisions.clone().or_else(|| beside.is_file().then_some(beside));
    let answers = decisions.as_deref().map(text).transpose()?;
    let name = args.file.display().to_string();
    let file = Import {
        name: &name,
        bytes: &bytes,
        mapping: map.as_ref().map(|(name, text)| (name.as_str(), text.as_str())),
        decisions: answers.as_ref().map(|(name, text)| (name.as_str(), text.as_str())),
        earnest: if args.dry_run { Earnest::DryRun } else { Earnest::Enter },
    };
    let door = Door::of(&args.place, &args.public)?;
    if let Some((name, _)) = &answers {
        say!("The decisions in {name} are applied.");
    }
    let bar = progress_bar();
    let done = door
        .within(async |house| Ok(intake::import(house, &file, |row, of| advance(&bar, row, of)).await))
        .await;
    bar.finish_and_clear();
    let done = done?;
    let report = done.map_err(refused)?;
    tell(&report, file.earnest);
    Ok(())
}

/// Why nothing was imported. What the store could not do keeps its cause.
pub fn refused(why: ImportRefused) -> Refused {
    match why {
        ImportRefused::Fault(fault) => Refused::Fault(fault),
        other => Refused::in_words(other),
    }
}

fn tell(report: &Report, earnest: Earnest) {
    for row in &report.rows {
        say!("{row}");
    }
    let totals = report.totals();
    let new = report.new_governments();
    say!("{} rows read; {new} governments new, {} matched to known ones.", report.rows.len(), totals.matched);
    if earnest == Earnest::DryRun {
        say!("This was a dry run: nothing was changed.");
    }
    say!("{totals}");
}

fn text(path: &Path) -> Result<(String, String), Refused> {
    let text = std::fs::read_to_string(path).map_err(|err| unreadable(path, &err))?;
    Ok((path.display().to_string(), text))
}

fn unreadable(path: &Path, err: &std::io::Error) -> Refused {
    Refused::because(format!("{} cannot be read: {err}. Nothing was changed.", path.display()))
}

/// A bar on a terminal; nothing where the output goes into a file or another program.
fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} rows");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn advance(bar: &ProgressBar, row: usize, of: usize) {
    let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    bar.set_length(number(of));
    bar.set_position(number(row));
}
