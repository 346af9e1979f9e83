//! Commands about Calls: create one from its file, write the pages that it owes.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use rooms::House;
use rooms::calls::create::CreateRefused;
use rooms::calls::{self, Call, Owed, WriteRefused, create};
use rooms::declarations;
use store::Tx;
use vocabulary::{Actor, Lang};

use crate::open::Door;
use crate::settings::{Public, Where};
use crate::{Outcome, Refused};

/// What is done with a Call.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create a Call from its file; pages and forms then speak of it
    Create(CreateArgs),
    /// Write one of the pages that a public service owes, in one language; the wording before it is kept
    Page(PageArgs),
    /// Write every page of a folder: LANG/NAME.md, such as fr/privacy.md
    Pages(PagesArgs),
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

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct PageArgs {
    /// The file: Markdown, the title on its first line
    file: PathBuf,
    /// Which page: about, privacy, accessibility, contact, licence or imprint
    #[arg(long, value_name = "NAME", value_parser = owed)]
    name: Owed,
    /// Its language: en, fr, es or ar
    #[arg(long, value_name = "LANG", value_parser = language)]
    lang: Lang,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct PagesArgs {
    /// The folder, such as examples/cohort/pages
    folder: PathBuf,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

fn owed(word: &str) -> Result<Owed, String> {
    let known = Owed::ALL.map(Owed::word).join(", ");
    Owed::parse(word).ok_or_else(|| format!("no such page: known are {known}"))
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| "the interface has en, fr, es and ar".to_owned())
}

/// Carries it out.
pub async fn run(command: Command) -> Outcome {
    match command {
        Command::Create(args) => create(args).await,
        Command::Page(args) => {
            let text = page_text(&args.file)?;
            write(&args.place, &args.public, &[(args.name, args.lang, text)]).await
        }
        Command::Pages(args) => write(&args.place, &args.public, &pages_of(&args.folder)?).await,
    }
}

async fn create(args: CreateArgs) -> Outcome {
    let text = read(&args.file)?;
    let door = Door::of(&args.place, &args.public)?;
    let (before, call) = door.within(async |house| Ok((house.call(), of_text(house, &text).await?))).await?;
    say!("The Call \"{}\" is created, with the declaration \"{}\".", call.slug, call.declaration);
    if let Some(before) = before {
        say!("Pages and forms now speak of it, and no longer of \"{}\".", before.slug);
    }
    Ok(())
}

/// A Call's file as it was read, and the pages that stand in the folder it names.
pub struct Read {
    text: String,
    pages: Vec<Page>,
}

/// Reads a Call's file.
pub fn read(file: &Path) -> Result<Read, Refused> {
    let text = std::fs::read_to_string(file).map_err(|err| {
        Refused::because(format!("No Call was created: {} cannot be read: {err}.", file.display()))
    })?;
    let pages = match calls::file::pages_folder(&text) {
        Ok(Some(folder)) => pages_of(&file.parent().unwrap_or(Path::new("")).join(folder))?,
        Ok(None) | Err(_) => Vec::new(), // what is wrong with the file is said when the Call is created
    };
    Ok(Read { text, pages })
}

/// Creates the Call of this file, with the declaration that it names and its pages.
pub async fn of_text(house: &House, file: &Read) -> Result<Call, Refused> {
    let actor = Actor::Program("command");
    let tx = house.act().await?;
    let created = create::create(&tx, actor, &file.text).await;
    let call = created.map_err(|refused| match refused {
        CreateRefused::Fault(fault) => Refused::Fault(fault),
        other => Refused::in_words(format!("No Call was created: {other}")),
    })?;
    declarations::ensure(&tx, actor, &call).await?;
    write_all(&tx, &call, &file.pages).await?;
    tx.commit().await?;
    Ok(call)
}

/// A page as it was read: which, in which language, its text.
type Page = (Owed, Lang, String);

async fn write(place: &Where, public: &Public, pages: &[Page]) -> Outcome {
    let door = Door::of(place, public)?;
    door.within(async |house| {
        let call = rooms::intake::first_call(house).await?;
        let tx = house.act().await?;
        let wordings = write_all(&tx, &call, pages).await?;
        tx.commit().await?;
        for ((owed, lang, _), n) in pages.iter().zip(wordings) {
            say!("{} in {}: wording {n}.", owed.word(), lang.code());
        }
        Ok(())
    })
    .await
}

/// Writes them all, or none. Gives the number of the wording that each has now.
async fn write_all(tx: &Tx, call: &Call, pages: &[Page]) -> Result<Vec<i64>, Refused> {
    let mut wordings = Vec::with_capacity(pages.len());
    for (owed, lang, text) in pages {
        let written = calls::write_page(tx, Actor::Program("command"), call, *owed, *lang, text).await;
        let written = written.map_err(|refused| match refused {
            WriteRefused::Fault(fault) => Refused::Fault(fault),
            other => {
                Refused::in_words(format!("No page was written: {}/{}: {other}", lang.code(), owed.word()))
            }
        })?;
        wordings.push(written.n);
    }
    Ok(wordings)
}

/// The pages that stand in a folder.
fn pages_of(folder: &Path) -> Result<Vec<Page>, Refused> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        for owed in Owed::ALL {
            let file = folder.join(lang.code()).join(format!("{}.md", owed.word()));
            if file.is_file() {
                pages.push((owed, lang, page_text(&file)?));
            }
        }
    }
    if pages.is_empty() {
        return Err(Refused::because(format!(
            "No page was written: {} holds no LANG/NAME.md, such as fr/privacy.md.",
            folder.display()
        )));
    }
    Ok(pages)
}

fn page_text(file: &Path) -> Result<String, Refused> {
    std::fs::read_to_string(file).map_err(|err| {
        Refused::because(format!("No page was written: {} cannot be read: {err}.", file.display()))
    })
}
