//! Commands about a declaration: load its official text.

use std::path::PathBuf;

use clap::Subcommand;
use rooms::House;
use rooms::declarations::{self, LoadRefused};
use vocabulary::{Actor, Lang, Tag, language_names};

use crate::open::Door;
use crate::settings::{Public, Where};
use crate::{Outcome, Refused};

/// What is done with a declaration.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Load the official text in one language; a version that was signed is never changed, the next one is made
    Load(LoadArgs),
}

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct LoadArgs {
    /// The file with the official wording, plain text or Markdown
    file: PathBuf,
    /// The language of the text, such as en
    #[arg(long, value_name = "LANG")]
    lang: Tag,
    /// Which declaration; the one of the Call where none is given
    #[arg(long, value_name = "SLUG")]
    slug: Option<String>,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Carries it out.
pub async fn run(command: Command) -> Outcome {
    match command {
        Command::Load(args) => load(args).await,
    }
}

async fn load(args: LoadArgs) -> Outcome {
    if !language_names::is_known(&args.lang) {
        return Err(Refused::because(format!(
            "Nothing was loaded: \"{}\" is no language that is known; write a code such as en, fr or pt-BR.",
            args.lang
        )));
    }
    let text = std::fs::read_to_string(&args.file)
        .map_err(|err| Refused::because(format!("{} cannot be read: {err}.", args.file.display())))?;
    let door = Door::of(&args.place, &args.public)?;
    door.within(async |house| put(house, args.slug, &args.lang, &text).await).await
}

/// Loads the text, of the declaration of the Call where no other is named.
async fn put(house: &House, slug: Option<String>, lang: &Tag, text: &str) -> Outcome {
    let call = rooms::intake::first_call(house).await?;
    let slug = slug.unwrap_or_else(|| call.declaration.clone());
    let actor = Actor::Program("declaration");
    let tx = house.act().await?;
    declarations::ensure(&tx, actor, &call).await?;
    let loaded = declarations::load(&tx, actor, &slug, lang, text).await;
    let version = loaded.map_err(|refused| match refused {
        LoadRefused::Fault(fault) => Refused::Fault(fault),
        other => Refused::in_words(format!("Nothing was loaded: {other}")),
    })?;
    tx.commit().await?;
    let language = language_names::of(Lang::En, lang);
    say!("{slug}: version {} has its text in {language}.", version.n);
    say!("The hash of this version, over all its languages, is {}.", version.sha256);
    Ok(())
}
