//! Commands about Calls: create one from its file.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use rooms::House;
use rooms::calls::create::CreateRefused;
use rooms::calls::{Call, create};
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
    let text = read(&args.file)?;
    let (folder, standing) = open::any_folder(&args.place)?;
    let house = open::house(folder, standing, args.place.database, &args.public, None, Vec::new()).await?;
    let before = house.call();
    let call = of_text(&house, &text).await?;
    say!("The Call \"{}\" is created, with the declaration \"{}\".", call.slug, call.declaration);
    if let Some(before) = before {
        say!("Pages and forms now speak of it, and no longer of \"{}\".", before.slug);
    }
    Ok(())
}

/// The words of a Call's file.
pub fn read(file: &Path) -> Result<String, Refused> {
    std::fs::read_to_string(file).map_err(|err| {
        Refused::because(format!("No Call was created: {} cannot be read: {err}.", file.display()))
    })
}

/// Creates the Call of this text, with the declaration that it names.
pub async fn of_text(house: &House, text: &str) -> Result<Call, Refused> {
    let actor = Actor::Program("command");
    let tx = house.act().await?;
    let created = create::create(&tx, actor, text).await;
    let call = created.map_err(|refused| match refused {
        CreateRefused::Fault(fault) => Refused::Fault(fault),
        other => Refused::in_words(format!("No Call was created: {other}")),
    })?;
    declarations::ensure(&tx, actor, &call).await?;
    tx.commit().await?;
    Ok(call)
}
