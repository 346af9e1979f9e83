//! A command: show the settings. The table in docs/operating.md and the sample file come from here too.

use std::fmt::Write;

use crate::Outcome;
use crate::settings::All;
use crate::settings::sources::{From, file_read};
use crate::settings::table::{CONFIG, SETTINGS, Setting};

/// What the command takes.
#[derive(Debug, clap::Args)]
#[command(after_long_help = listed())]
pub struct Args {
    /// Print the table of settings for docs/operating.md
    #[arg(long, conflicts_with = "sample")]
    markdown: bool,
    /// Print a file of settings to begin with, every one in a comment
    #[arg(long)]
    sample: bool,
    #[command(flatten)]
    all: All,
}

/// Prints what was asked for.
pub fn run(args: Args) -> Outcome {
    let text = if args.markdown {
        markdown()
    } else if args.sample {
        sample()
    } else {
        values(&args.all)
    };
    say!("{}", text.trim_end());
    Ok(())
}

/// Every setting with its value and where that comes from.
fn values(all: &All) -> String {
    let mut text = match file_read() {
        Some(path) => format!("The file of settings is {}.\n", path.display()),
        None => "There is no file of settings; `localaction config --sample` prints one to begin with.\n"
            .to_owned(),
    };
    for (key, value, from) in &all.0 {
        let Some(setting) = Setting::named(key) else { continue };
        let shown = value.as_deref().map(|value| setting.shown(value));
        let shown = shown.unwrap_or_else(|| format!("({})", setting.otherwise().replace('`', "")));
        let from = match from {
            From::Flag => format!("from --{}", setting.flag.unwrap_or_default()),
            From::Variable => format!("from {}", setting.variable()),
            From::File => "from the file".to_owned(),
            From::Default => "nothing is said".to_owned(),
        };
        let _ = write!(text, "\n{key} = {shown}    [{from}]\n    {}\n", setting.help);
    }
    text
}

/// The settings, for the help.
fn listed() -> String {
    let mut text =
        "Settings, by their name in the file. A flag goes before the variable, the variable before the \
                    file, the file before what stands here:\n"
            .to_owned();
    for setting in &SETTINGS {
        let otherwise = setting.otherwise().replace('`', "");
        let _ = write!(
            text,
            "\n  {} = \"{}\"\n      {}\n      {}; otherwise: {otherwise}\n",
            setting.key,
            setting.shape,
            setting.help,
            setting.variable()
        );
    }
    let _ = write!(
        text,
        "\nThe file is the one that --config or {CONFIG} names, else localaction.toml in the data folder."
    );
    text
}

/// The settings as a table of Markdown.
fn markdown() -> String {
    let mut text =
        "| in the file | flag | variable | what it says | otherwise |\n|---|---|---|---|---|\n".to_owned();
    for setting in &SETTINGS {
        let shape = setting.shape.replace('|', "\\|");
        let flag = setting.flag.map(|flag| format!("`--{flag} {shape}`")).unwrap_or_default();
        let _ = writeln!(
            text,
            "| `{}` | {flag} | `{}` | {} | {} |",
            setting.key,
            setting.variable(),
            setting.help,
            setting.otherwise()
        );
    }
    text
}

/// A file of settings, every one in a comment.
fn sample() -> String {
    let mut text = "# The settings of Local Action. Take the # away before those you want to say; what stands beside\n\
                    # it is an example. `localaction config` shows what holds, and a word that is not known is refused.\n\
                    # Passwords stand here in the open: let nobody but the service read this file (chmod 600).\n"
        .to_owned();
    for setting in &SETTINGS {
        let otherwise = setting.otherwise().replace('`', "");
        let _ = write!(
            text,
            "\n# {}\n# Otherwise: {otherwise}.\n# {} = \"{}\"\n",
            setting.help, setting.key, setting.example
        );
    }
    text
}
