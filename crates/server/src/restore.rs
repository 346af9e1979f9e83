//! Commands that read an archive: `restore` puts a backup in the place of a house, `import --all` makes a house of one.

use std::path::{Path, PathBuf};

use rooms::wiring;
use store::archive::{self, Archive, Done, Place, What};
use store::folder::Purpose;
use store::{Folder, Store};
use vocabulary::{Clock, Ids};

use crate::settings::Where;
use crate::{Outcome, Refused, open};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The backup
    file: PathBuf,
    #[command(flatten)]
    place: Where,
}

/// Verifies the backup, then puts it in the place of the house.
pub async fn run(args: Args) -> Outcome {
    let archive = open(&args.file)?;
    if archive.manifest().what != What::Backup {
        return Err(Refused::because(format!(
            "{} is an export, without the key and the letters of the house. Read it into a new house with \
             `localaction import --all`.",
            args.file.display()
        )));
    }
    put(archive, &args.place, Over::Anything).await
}

/// Reads an export or a backup into a house that is made for it.
pub async fn everything(file: &Path, place: &Where) -> Outcome {
    put(open(file)?, place, Over::Nothing).await
}

/// What may be replaced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Anything,
    Nothing,
}

fn open(file: &Path) -> Result<Archive, Refused> {
    Ok(Archive::open(file, wiring::migrations())?)
}

async fn put(mut archive: Archive, place: &Where, over: Over) -> Outcome {
    let usual = match archive.manifest().purpose {
        Purpose::Demo => open::DEMO,
        Purpose::Real => open::REAL,
    };
    let folder = Folder::open(place.data.clone().unwrap_or_else(|| PathBuf::from(usual)))?;
    let _lock = folder.lock()?;
    let url = place.database.clone().unwrap_or_else(|| folder.database_url());
    if over == Over::Nothing && !archive::is_empty(&url).await? {
        return Err(Refused::because(format!(
            "There is a house in {} already, and everything is only ever read into a new one. Give a folder without a \
             house with --data, and an empty database with --database if you gave one.",
            folder.root().display()
        )));
    }
    let (now, ids) = (Clock::System.now(), Ids::system());
    let migrations = wiring::migrations();
    let place = Place { url: &url, folder: &folder, migrations: migrations.clone(), now, ids: &ids };
    let done = archive::put(&mut archive, &place).await?;
    // Opened once as `serve` would open it: what cannot be opened must not be called restored.
    Store::open_for(archive.manifest().purpose, &url, migrations, Clock::System, ids).await?.close().await?;
    tell(&archive, &folder, &done);
    Ok(())
}

fn tell(archive: &Archive, folder: &Folder, done: &Done) {
    let manifest = archive.manifest();
    say!(
        "The house in {} is that of {}, {}: {} rows and {} files; the journal stands at {}.",
        folder.root().display(),
        archive.path().display(),
        manifest.made,
        manifest.rows(),
        manifest.files(),
        manifest.position
    );
    if !done.steps.is_empty() {
        say!("Its schema was older: {} steps were run.", done.steps.len());
    }
    for kept in &done.kept {
        say!("What was there before is kept in {kept}. Delete it when you are sure.");
    }
    if !manifest.missing.is_empty() {
        eprintln!("{} files were missing when it was written, and are missing here.", manifest.missing.len());
    }
    say!(
        "Letters that waited when it was written leave with `localaction serve`, also those that left since."
    );
}
