//! `cargo xtask bench`: a release server on a generated set, measured side by side with its limits in the same run.
//! bench/README.md says what each row means; nothing here fails because something is slow.

mod load;
mod peers;
mod server;
mod table;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{binary, cargo, free_port, step, target};
use load::Loader;
use server::{Running, get};
use table::Row;

/// What is asked for.
struct Wish {
    actions: usize,
    quick: bool,
    data: Option<PathBuf>,
}

impl Wish {
    fn read(words: &[String]) -> Result<Wish, String> {
        let mut wish = Wish { actions: 0, quick: false, data: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--quick" => wish.quick = true,
                "--actions" => {
                    let many = words.next().and_then(|many| many.parse().ok());
                    wish.actions = many.ok_or("Say how many: --actions 10000.")?;
                }
                "--data" => wish.data = Some(words.next().ok_or("Say where: --data FOLDER.")?.into()),
                other => {
                    return Err(format!(
                        "“{other}” is no word of bench: --quick, --actions N, --data FOLDER."
                    ));
                }
            }
        }
        if wish.actions == 0 {
            wish.actions = if wish.quick { 10_000 } else { 100_000 };
        }
        Ok(wish)
    }

    fn data(&self) -> PathBuf {
        let usual = || target().join("bench").join(format!("actions-{}", self.actions));
        self.data.clone().unwrap_or_else(usual)
    }

    /// How many rounds, and how many seconds each side is loaded in one.
    fn rounds(&self) -> (usize, u64) {
        if self.quick { (3, 1) } else { (5, 2) }
    }
}

/// The pages that are loaded.
const PAGES: [(&str, f64); 4] =
    [("home", 0.9), ("list of actions", 0.9), ("search, two facets", 0.9), ("page of an action", 0.9)];

/// Builds, fills, measures, says.
pub fn bench(words: &[String]) -> Result<(), String> {
    let wish = Wish::read(words)?;
    let build = ["build", "--release", "--workspace", "--locked", "--bins"];
    step("build the binary and the bench", &mut cargo(&build))?;
    let data = wish.data();
    let scratch = target().join("bench");
    for folder in [&data, &scratch] {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    }
    let (mut rows, mut missing) = (Vec::new(), Vec::new());
    let actions = wish.actions.to_string();
    let fill = [std::ffi::OsStr::new("--data"), data.as_os_str(), "--actions".as_ref(), actions.as_ref()];
    inside("fill a house", Command::new(measurer()).arg("fill").args(fill), &mut rows)?;
    match pages(&wish, &data, &mut rows) {
        Ok(without) => missing.extend(without),
        Err(why) => missing.push(format!("✗ pages under load: {why}")),
    }
    let mut command = Command::new(measurer());
    command.arg("inside").arg("--data").arg(&data).arg("--scratch").arg(&scratch);
    if wish.quick {
        command.arg("--quick");
    }
    if let Err(why) = inside("measure inside one process", &mut command, &mut rows) {
        missing.push(why);
    }
    let filled = std::fs::read_to_string(data.join("filled")).unwrap_or_default();
    println!("\n{}", table::drawn(filled.trim().parse().unwrap_or(wish.actions), &rows));
    if missing.is_empty() { Ok(()) } else { Err(missing.join("\n")) }
}

/// The program that measures inside one process.
fn measurer() -> PathBuf {
    binary().with_file_name(format!("bench{}", std::env::consts::EXE_SUFFIX))
}

/// Runs the measuring program; each line of JSON is a row, every other one is for whoever waits.
fn inside(what: &str, command: &mut Command, rows: &mut Vec<Row>) -> Result<(), String> {
    println!("→ {what}");
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{what}: {} could not be started ({error}).", measurer().display()))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let (lines, words): (Vec<&str>, Vec<&str>) = said.lines().partition(|line| line.starts_with('{'));
    words.iter().for_each(|line| println!("{line}"));
    for line in lines {
        rows.push(Row::read(line)?);
    }
    if output.status.success() { Ok(()) } else { Err(format!("✗ {what} ({}).", output.status)) }
}

/// The server under load, against the same bytes standing still.
fn pages(wish: &Wish, data: &Path, rows: &mut Vec<Row>) -> Result<Vec<String>, String> {
    println!("→ start a server");
    let starts = if wish.quick { 1 } else { 5 };
    let mut times = Vec::new();
    for _ in 0..starts {
        times.push(Running::serve(data)?.ready_after.as_secs_f64() * 1000.0);
    }
    let mut house = Running::serve(data)?;
    times.push(house.ready_after.as_secs_f64() * 1000.0);
    rows.push(Row::alone(
        "ready after a start with an existing index",
        table::median(times),
        "ms",
        "< 1,000",
    ));
    rows.push(Row::alone("resident memory, idle", house.resident(), "MB", "< 250"));
    let loader = Loader::find(measurer());
    println!("→ load pages with {}", loader.name());
    let paths = addresses(house.port)?;
    let urls: Vec<String> =
        paths.iter().map(|path| format!("http://127.0.0.1:{}{path}", house.port)).collect();
    let still = Running::still(&measurer(), &urls, free_port()?)?;
    let (rounds, seconds) = wish.rounds();
    for (at, (name, reach)) in PAGES.into_iter().enumerate() {
        let (mut ours, mut limit) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            limit.push(loader.rate(&format!("http://127.0.0.1:{}/{at}", still.port), seconds)?);
            ours.push(loader.rate(&urls[at], seconds)?);
        }
        rows.push(Row {
            name: format!("kept page: {name}"),
            ours: table::median(ours),
            against: "the same bytes and headers, same axum".to_owned(),
            limit: table::median(limit),
            unit: "/s".to_owned(),
            reach,
            ..Row::default()
        });
    }
    rows.push(Row::alone("resident memory, after the load", house.resident(), "MB", "< 250"));
    println!("→ ask the peers");
    let scratch = target().join("bench");
    let missing = peers::measure(house.port, &paths[1], &scratch, &loader, rows);
    rows.push(Row::alone("resident memory, after the downloads", house.resident(), "MB", "< 250"));
    house.stop().map(|()| missing)
}

/// Home, list, a search with two facets, an action: each under its one address.
fn addresses(port: u16) -> Result<[String; 4], String> {
    let list = "/en/actions".to_owned();
    let page = get(port, &list)?;
    let link = "href=\"/en/actions/LA-";
    let action = page.body.find(link).map(|at| &page.body[at + "href=\"".len()..]);
    let action = action.and_then(|rest| rest.split('"').next()).ok_or("the list shows no action.")?;
    let mut search = "/en/actions?q=housing&gcm=15&status=in_progress".to_owned();
    if let Some(to) = get(port, &search)?.leads_to {
        search = to;
    }
    let mut action = ascii(action);
    if let Some(to) = get(port, &action)?.leads_to {
        action = to;
    }
    Ok(["/en/".to_owned(), list, search, ascii(&action)])
}

/// An address as it goes over the wire: a title in another script is escaped, or wrk refuses it.
fn ascii(address: &str) -> String {
    let escaped =
        |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    address.bytes().map(escaped).collect()
}
