//! Commands about Calls: create one from its file.

use std::path::PathBuf;

use clap::Subcommand;
use rooms::calls::create;
use rooms::declarations;
use vocabulary::Actor;

use crate::settings::{Public, Where};
use crate::{Outcome, Refused, open};

/// What is done with a Call.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create a Call from its file; pages and forms then speak of it
    Create(CreateArgs),
}

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct CreateArgs {
    /// The file, such as examples/cohort/call.toml
    file: PathBuf,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Carries it out.
pub async fn run(command: Command) -> Outcome {
    match command {
        Command::Create(args) => create(args).await,
    }
}

async fn create(args: CreateArgs) -> Outcome {
    let text = std::fs::read_to_string(&args.file)
        .map_err(|err| Refused::because(format!("{} cannot be read: {err}.", args.file.display())))?;
    let (folder, standing) = open::any_folder(&args.place)?;
    let house = open::house(folder, standing, args.place.database, &args.public, None, Vec::new()).await?;
    let actor = Actor::Program("command");
    let tx = house.act().await?;
    let created = create::create(&tx, actor, &text).await;
    let call = created.map_err(|refused| Refused::because(format!("No Call was created: {refused}.")))?;
    declarations::ensure(&tx, actor, &call).await?;
    tx.commit().await?;
    println!("The Call \"{}\" is created, with the declaration \"{}\".", call.slug, call.declaration);
    Ok(())
}
