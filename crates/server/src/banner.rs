//! A command: put a sentence on top of every page, such as when the house will be closed.

use rooms::House;
use rooms::desk::banner;
use vocabulary::{Lang, Moment};

use crate::open::Door;
use crate::settings::{Public, Where};
use crate::{Outcome, Refused};

/// The longest sentence: it stands on every page of a telephone.
const LONGEST: usize = 300;

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The sentence; without one, the command says which stands there
    text: Option<String>,
    /// The language of the sentence: en, fr, es or ar; give it in each, one command for one language
    #[arg(long, default_value = "en")]
    lang: String,
    /// Until when it is shown, in every language, such as 2026-12-06T09:00:00Z; until it is cleared where nothing is said
    #[arg(long, value_name = "MOMENT")]
    until: Option<String>,
    /// Take the sentence away, in every language
    #[arg(long, conflicts_with_all = ["text", "until"])]
    clear: bool,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Shows, changes or clears the sentence. Whoever serves the house shows it within two seconds.
pub async fn run(args: Args) -> Outcome {
    let lang = Lang::parse(&args.lang).ok_or_else(|| {
        Refused::because(format!("“{}” is no language of the interface; write en, fr, es or ar.", args.lang))
    })?;
    let until = args.until.as_deref().map(moment).transpose()?;
    let text = args.text.as_deref().map(sentence).transpose()?;
    let door = Door::of(&args.place, &args.public)?;
    door.within(async |house| put(house, lang, text, until, args.clear).await).await
}

/// Puts the sentence there or takes it away, and says what stands there now.
async fn put(house: &House, lang: Lang, text: Option<&str>, until: Option<Moment>, clear: bool) -> Outcome {
    if until.is_some_and(|until| until <= house.now()) {
        return Err(Refused::because(
            "That moment is over: nothing was changed. Give one to come with --until.",
        ));
    }
    let tx = house.note().await?;
    match (text, clear) {
        (_, true) => banner::clear(&tx).await?,
        (Some(text), false) => banner::show(&tx, lang, text, until).await?,
        (None, false) => {}
    }
    tx.commit().await?;
    let Some(now) = banner::read(house).await? else {
        say!("No sentence stands on top of the pages.");
        return Ok(());
    };
    match now.until {
        Some(until) => say!("On top of every page until {until}:"),
        None => say!("On top of every page, until `localaction banner --clear`:"),
    }
    for (lang, text) in &now.texts {
        say!("  {}  {text}", lang.code());
    }
    let missing = Lang::ALL.into_iter().filter(|lang| !now.texts.contains_key(lang));
    let missing: Vec<&str> = missing.map(Lang::code).collect();
    if !missing.is_empty() {
        say!("Who reads {} sees it in another language.", missing.join(", "));
    }
    Ok(())
}

fn moment(text: &str) -> Result<Moment, Refused> {
    Moment::parse(text).ok_or_else(|| {
        Refused::because(format!("“{text}” is no moment; write it with its zone, as 2026-12-06T09:00:00Z."))
    })
}

fn sentence(text: &str) -> Result<&str, Refused> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Refused::because("The sentence is empty; `localaction banner --clear` takes it away.")),
        n if n > LONGEST => {
            Err(Refused::because(format!("The sentence has {n} characters; {LONGEST} fit on top of a page.")))
        }
        _ if text.chars().any(char::is_control) => Err(Refused::because(
            "The sentence goes over one line, or holds a character that cannot be shown.",
        )),
        _ => Ok(text),
    }
}
