//! Commands that make anew what follows from the rest.

use clap::Subcommand;
use rooms::register::snapshot;

use crate::settings::{Public, Where};
use crate::{Outcome, open};

/// What is made anew.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The search index, from the public records: beside the one in use, then swapped
    Search(SearchArgs),
}

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct SearchArgs {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Carries it out.
pub async fn run(command: Command) -> Outcome {
    match command {
        Command::Search(args) => search(args).await,
    }
}

async fn search(args: SearchArgs) -> Outcome {
    let (folder, standing) = open::any_folder(&args.place)?;
    let _lock = folder.lock()?;
    let house = open::house(folder, standing, args.place.database, &args.public, None, Vec::new()).await?;
    let change = snapshot::rebuild(&house.store, &house.index).await?;
    println!("The search index is built anew up to change {change}.");
    Ok(())
}
