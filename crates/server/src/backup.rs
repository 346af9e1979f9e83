//! A command: everything of a house in one file, to go on from. It may serve meanwhile.

use std::path::{Path, PathBuf};

use rooms::wiring;
use store::archive::{self, Manifest, Source, What};
use vocabulary::Clock;

use crate::settings::Where;
use crate::{Outcome, Refused, open};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to write; nothing is ever written over one that is there
    file: PathBuf,
    #[command(flatten)]
    place: Where,
}

/// Writes the backup and says what is in it.
pub async fn run(args: Args) -> Outcome {
    let manifest = write(&args.file, &args.place, What::Backup, &[]).await?;
    tell(&args.file, &manifest);
    say!("It carries the key of the house and everybody's data: keep it as safe as the house.");
    Ok(())
}

/// Writes an archive of the house.
pub async fn write(file: &Path, place: &Where, what: What, left_out: &[&str]) -> Result<Manifest, Refused> {
    let (folder, _) = open::any_folder(place)?;
    let url = place.database.clone().unwrap_or_else(|| folder.database_url());
    let source = Source {
        url: &url,
        folder: &folder,
        migrations: wiring::migrations(),
        what,
        left_out,
        program: env!("CARGO_PKG_VERSION"),
        now: Clock::System.now(),
    };
    Ok(archive::write(&source, file).await?)
}

/// Says what is in an archive that was written, and complains of what should be and is not.
pub fn tell(file: &Path, manifest: &Manifest) {
    let length = std::fs::metadata(file).map_or(0, |file| file.len());
    say!(
        "{}: {} rows and {} files in {}; the journal stands at {}.",
        file.display(),
        manifest.rows(),
        manifest.files(),
        size(length),
        manifest.position
    );
    for sha256 in &manifest.missing {
        eprintln!(
            "A file is missing from the data folder, or is not what was put there, and so is not in it: {sha256}"
        );
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
