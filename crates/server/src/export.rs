//! A command: everything of a house in one file, to be read elsewhere, without what is secret.

use std::path::PathBuf;

use store::archive::What;

use crate::settings::Where;
use crate::{Outcome, backup};

/// Tables that an export leaves out: codes and sessions let somebody in, and letters carry codes and addresses.
pub const LEFT_OUT: [&str; 4] = ["browser_session", "mail", "sign_in_code", "vouch_code"];

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Everything: facts, rows, files, every language
    #[arg(long, required = true)]
    all: bool,
    /// The file to write; nothing is ever written over one that is there
    file: PathBuf,
    #[command(flatten)]
    place: Where,
}

/// Writes the export and says what is in it.
pub async fn run(args: Args) -> Outcome {
    debug_assert!(args.all);
    let manifest = backup::write(&args.file, &args.place, What::Export, &LEFT_OUT).await?;
    backup::tell(&args.file, &manifest);
    say!("Left out are the key, and the rows of {}.", LEFT_OUT.join(", "));
    say!(
        "People's names and addresses are in it. `localaction import --all` reads it, docs/archive.md explains it."
    );
    Ok(())
}
