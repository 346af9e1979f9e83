//! A command: make a new house.

use store::folder::Purpose;
use web::Standing;

use crate::settings::{Public, Where};
use crate::{Outcome, open};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Makes the folder, the database and the first Call; what is there already stays.
pub async fn run(args: Args) -> Outcome {
    let folder = open::folder(&args.place, Purpose::Real)?;
    let root = folder.root().display().to_string();
    let database = args.place.database;
    let house = open::house(folder, Standing::Real, database, &args.public, None, Vec::new()).await?;
    let call = rooms::intake::first_call(&house).await?;
    println!("The house in {root} is ready, with the Call \"{}\".", call.slug);
    println!("Next: localaction invite --role secretariat ADDRESS");
    println!("Then: localaction serve");
    Ok(())
}
