//! A command: take the database's schema forward to this version.

use rooms::wiring;
use store::Store;

use crate::open::Door;
use crate::settings::{Public, Where};
use crate::{Outcome, open};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

/// Runs the steps that are missing and names them.
pub async fn run(args: Args) -> Outcome {
    let (folder, standing) = open::any_folder(&args.place)?;
    let url = args.place.database.clone().unwrap_or_else(|| folder.database_url());
    let missing = Store::pending(&url, wiring::migrations()).await?;
    for step in &missing {
        say!("{step}");
    }
    if missing.is_empty() {
        say!("The schema is the one of this version; nothing is to be done.");
        return Ok(());
    }
    if args.dry_run {
        say!("{} steps would be run.", missing.len());
        return Ok(());
    }
    let door = Door::new(folder, standing, args.place.database, &args.public);
    door.within(async |_| Ok(())).await?;
    say!("{} steps were run.", missing.len());
    Ok(())
}
