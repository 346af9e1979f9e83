//! A command: make a new house.

use std::path::PathBuf;

use rooms::House;
use store::folder::Purpose;
use web::Standing;

use crate::open::Door;
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
    let door = Door::new(folder, Standing::Real, database, &args.public);
    let call = door.within(async |house| first_call(house, text).await).await?;
    say!("The house in {root} is ready, with the Call \"{call}\".");
    say!("Next: localaction invite --role secretariat ADDRESS");
    say!("Then: localaction serve");
    Ok(())
}

/// The Call of a new house, from its file where there is one; the one that is there already stays.
async fn first_call(house: &House, text: Option<call::Read>) -> Result<String, Refused> {
    match (text, house.call()) {
        (Some(_), Some(there)) => Err(Refused::because(format!(
            "This house has the Call \"{}\" already; `localaction call create FILE` adds another.",
            there.slug
        ))),
        (Some(text), None) => Ok(call::of_text(house, &text).await?.slug),
        (None, _) => Ok(rooms::intake::first_call(house).await?.slug.clone()),
    }
}
