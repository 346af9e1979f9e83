//! `localaction`: the one binary. One file per command; what they share is in `settings` (flags and environment),
//! `open` (the house of a data folder) and `run` (listening until told to stop).

/// Says a line to whoever called, as `println!` does. That they have stopped listening (`| head -1`) does not undo what
/// was done.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

mod backup;
mod banner;
mod call;
mod config;
mod declaration;
mod demo;
mod doctor;
mod export;
mod health;
mod import;
mod init;
mod invite;
mod logs;
mod metrics;
mod migrate;
mod open;
mod rebuild;
mod restore;
mod run;
mod serve;
mod settings;
mod sign_in;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

/// Cities sign, act and report: the register of a Call to local governments, in one binary and one folder.
#[derive(Debug, Parser)]
#[command(name = "localaction", version, propagate_version = true, arg_required_else_help = true)]
struct Cli {
    /// The file of settings; without it, localaction.toml in the data folder [env: LOCALACTION_CONFIG]
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<std::path::PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a new house: the data folder, the database and the first Call
    Init(init::Args),
    /// Open a house to visitors
    Serve(serve::Args),
    /// Open a demonstration: its own folder, the cohort of real records from public sources, invented governments
    Demo(demo::Args),
    /// Enter actions or signatures from a file, on file and with their sources
    Import(import::Args),
    /// Invite an address to a role: the first member of the secretariat comes to be so
    Invite(invite::Args),
    /// Make a code to log in with, for the day when mail is down
    SignIn(sign_in::Args),
    /// Load the official text of a declaration
    #[command(subcommand)]
    Declaration(declaration::Command),
    /// Create a Call
    #[command(subcommand)]
    Call(call::Command),
    /// Make anew what follows from the rest
    #[command(subcommand)]
    Rebuild(rebuild::Command),
    /// Write everything into one file to go on from, with the key and all that is secret; the house may serve meanwhile
    Backup(backup::Args),
    /// Put a backup in the place of the house, on either database; what is there is kept beside
    Restore(restore::Args),
    /// Write everything but what is secret into one file to be read elsewhere
    Export(export::Args),
    /// Take the database's schema forward to this version
    Migrate(migrate::Args),
    /// Look whether the house is well, and say what is not
    Doctor(doctor::Args),
    /// Put a sentence on top of every page, such as when the house will be closed
    Banner(banner::Args),
    /// Show every setting, its value and where the value comes from
    Config(config::Args),
}

/// What a command ends with: a sentence when it could not be done.
type Outcome = Result<(), Refused>;

/// Why a command could not be done, as a sentence.
#[derive(Debug, thiserror::Error)]
enum Refused {
    /// What, about which thing, what to do.
    #[error("{0}")]
    Sentence(String),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] store::Fault),
}

impl Refused {
    /// A refusal in these words.
    fn because(sentence: impl Into<String>) -> Self {
        Self::Sentence(sentence.into())
    }

    /// A refusal in the words of a room, made a sentence: they may begin small and end open.
    fn in_words(words: impl std::fmt::Display) -> Self {
        let words = words.to_string();
        let words = words.trim_end_matches(['.', '\n']);
        let article = words.strip_prefix("the ").map(|rest| format!("The {rest}."));
        Self::Sentence(article.unwrap_or_else(|| format!("{words}.")))
    }

    /// What lies below a sentence that does not say all: for whoever sits at the machine.
    fn cause(&self) -> Option<String> {
        let Self::Fault(fault) = self else { return None };
        let (said, whole) = (fault.to_string(), fault.cause());
        let below = whole.strip_prefix(&said)?.trim_start_matches([':', ' ']);
        (!below.is_empty()).then(|| below.to_owned())
    }
}

/// What the program ends with when its settings are wrong (`EX_CONFIG` of sysexits.h): a service does not try that again.
const WRONG_SETTINGS: u8 = 78;

fn main() -> ExitCode {
    let matches = Cli::command().get_matches();
    if let Err(refused) = settings::sources::read(&matches) {
        failed(&refused);
        return ExitCode::from(WRONG_SETTINGS);
    }
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|err| err.exit());
    logs::begin();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(err) => {
            eprintln!("The program cannot start its threads: {err}.");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(carry_out(cli.command)) {
        Ok(code) => code,
        Err(refused) => failed(&refused),
    }
}

fn failed(refused: &Refused) -> ExitCode {
    eprintln!("{refused}");
    if let Some(cause) = refused.cause() {
        eprintln!("The cause: {cause}");
    }
    ExitCode::FAILURE
}

async fn carry_out(command: Command) -> Result<ExitCode, Refused> {
    let done = match command {
        Command::Init(args) => init::run(args).await,
        Command::Serve(args) => serve::run(args).await,
        Command::Demo(args) => demo::run(args).await,
        Command::Import(args) => import::run(args).await,
        Command::Invite(args) => invite::run(args).await,
        Command::SignIn(args) => sign_in::run(args).await,
        Command::Declaration(command) => declaration::run(command).await,
        Command::Call(command) => call::run(command).await,
        Command::Rebuild(command) => rebuild::run(command).await,
        Command::Backup(args) => backup::run(args).await,
        Command::Restore(args) => restore::run(args).await,
        Command::Export(args) => export::run(args).await,
        Command::Migrate(args) => migrate::run(args).await,
        Command::Doctor(args) => return doctor::run(args).await,
        Command::Banner(args) => banner::run(args).await,
        Command::Config(args) => config::run(args),
    };
    done.map(|()| ExitCode::SUCCESS)
}
