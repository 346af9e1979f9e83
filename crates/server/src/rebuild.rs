//! Commands that make anew what follows from the rest.

use clap::Subcommand;
use rooms::House;
use rooms::register::{projection, snapshot};

use crate::open::Door;
use crate::settings::{Public, Where};
use crate::{Outcome, open};

/// What is made anew.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The search index, from the public records as the journal makes them: beside the one in use, then swapped
    Search(Args),
    /// The public records, from what the rooms know of each thing; then the search index follows. What stood on earlier
    /// days stays as it is
    Records(Args),
}

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Carries it out.
pub async fn run(command: Command) -> Outcome {
    match command {
        Command::Search(args) => {
            within(args, async |house| {
                snapshot::rebuild(&house.store, &house.index).await?;
                let found = house.index.len();
                say!("The search index is built anew: {found} public records can be found.");
                Ok(())
            })
            .await
        }
        Command::Records(args) => {
            within(args, async |house| {
                rooms::wiring::say_again(house).await?;
                snapshot::catch_up(&house.store, &house.index).await?;
                let found = house.index.len();
                say!("The public records are made anew: {found} can be found.");
                Ok(())
            })
            .await
        }
    }
}

async fn within(args: Args, make: impl AsyncFnOnce(&House) -> Outcome) -> Outcome {
    let (folder, standing) = open::any_folder(&args.place)?;
    let _lock = folder.lock()?;
    let door = Door::new(folder, standing, args.place.database, &args.public);
    door.within(async |house| {
        // What was told while nobody served has not been heard yet: an import, a text that was loaded.
        house.followers().settle_one(projection::NAME).await?;
        make(house).await?;
        warn_of_parked(house).await
    })
    .await
}

/// A fact that could not be digested is missing from the index; only the desk can have it tried again.
async fn warn_of_parked(house: &House) -> Outcome {
    let parked = house.followers().parked().await?;
    let missing = parked.iter().filter(|fact| fact.follower == projection::NAME).count();
    if missing > 0 {
        eprintln!(
            "{missing} facts could not be digested and are missing from it; the desk shows them and why."
        );
    }
    Ok(())
}
