//! A command: make a new house.

use std::path::PathBuf;

use store::folder::Purpose;
use web::Standing;

use crate::settings::{Public, Where};
use crate::{Outcome, Refused, call, open};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file of the first Call; the Call to Local Action where none is given
    #[arg(long, value_name = "FILE")]
    call: Option<PathBuf>,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Makes the folder, the database and the first Call; what is there already stays.
pub async fn run(args: Args) -> Outcome {
    let text = args.call.as_deref().map(call::read).transpose()?;
    let folder = open::folder(&args.place, Purpose::Real)?;
    let root = folder.root().display().to_string();
    let database = args.place.database;
    let house = open::house(folder, Standing::Real, database, &args.public, None, Vec::new()).await?;
    let call = match (text, house.call()) {
        (Some(_), Some(there)) => {
            return Err(Refused::because(format!(
                "This house has the Call \"{}\" already; `localaction call create FILE` adds another.",
                there.slug
            )));
        }
        (Some(text), None) => call::of_text(&house, &text).await?.slug,
        (None, _) => rooms::intake::first_call(&house).await?.slug.clone(),
    };
    say!("The house in {root} is ready, with the Call \"{call}\".");
    say!("Next: localaction invite --role secretariat ADDRESS");
    say!("Then: localaction serve");
    Ok(())
}
