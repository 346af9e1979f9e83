//! What `cargo xtask bench` measures inside one process, and the limits it measures against. bench/README.md says what
//! each row means.
//!
//! `fill` makes the house that is measured, `still` serves pages that stand still, `load` asks for one page again and
//! again where neither wrk nor oha is there, `book` writes a workbook of a table and nothing else, `inside` measures what needs no network.

mod acts;
mod ask;
mod bare;
mod book;
mod door;
mod fill;
mod found;
mod house;
mod load;
mod measure;
mod pages;
mod raw;
mod still;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};

/// What a command ends with: a sentence when it could not be done.
type Outcome<T> = Result<T, String>;

#[derive(Debug, Parser)]
#[command(name = "bench", about = "Measures Local Action against its limits")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a house of so many generated actions, once
    Fill {
        #[arg(long)]
        data: PathBuf,
        #[arg(long)]
        actions: usize,
    },
    /// Serve the answers of these addresses as they are now, under /0, /1 …
    Still {
        #[arg(long)]
        listen: std::net::SocketAddr,
        of: Vec<String>,
    },
    /// Ask for one address again and again
    Load {
        #[arg(long, default_value_t = 16)]
        connections: usize,
        #[arg(long, default_value_t = 1000)]
        millis: u64,
        url: String,
    },
    /// Write a workbook of a table that was downloaded
    Book { table: PathBuf, to: PathBuf },
    /// Measure what needs no network
    Inside {
        #[arg(long)]
        data: PathBuf,
        /// A folder on the same disk for what is written
        #[arg(long)]
        scratch: PathBuf,
        #[arg(long)]
        quick: bool,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("The bench cannot start its threads: {error}.");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(carry_out(cli.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

async fn carry_out(command: Command) -> Outcome<()> {
    match command {
        Command::Fill { data, actions } => fill::fill(&data, actions).await,
        Command::Still { listen, of } => still::serve(listen, &of).await,
        Command::Load { connections, millis, url } => {
            load::load(&url, connections, Duration::from_millis(millis))
        }
        Command::Book { table, to } => book::write(&table, &to),
        Command::Inside { data, scratch, quick } => inside(&data, &scratch, quick).await,
    }
}

async fn inside(data: &std::path::Path, scratch: &std::path::Path, quick: bool) -> Outcome<()> {
    let length = if quick { measure::Length::QUICK } else { measure::Length::WHOLE };
    // What cannot be measured does not keep the rest from being measured.
    let drawn = pages::measure(data, scratch, length).await;
    let kept = acts::measure(scratch, length).await;
    let wrong: Vec<String> = [drawn, kept].into_iter().filter_map(Result::err).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
