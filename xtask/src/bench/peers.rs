//! The same questions to programs that others use for such registers, in the same run: nginx with packed files, SQLite's own
//! export, Datasette, a Django program. Each is measured where it is installed; where it is not, a sentence says so.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::load::Loader;
use super::server::{Running, get, keep};
use super::table::{Row, median};
use crate::run::{free_port, output, root, which};

/// Words and choices; each is asked once of each program, so that nobody answers from what it has kept.
const WORDS: [&str; 4] = ["housing", "council", "training", "health"];
const OBJECTIVES: [&str; 5] = ["7", "14", "15", "16", "3"];
/// The facets that are counted.
const FACETS: [&str; 12] =
    ["gcm", "gcr", "sdg", "country", "region", "status", "type", "for", "year", "lang", "record", "origin"];
/// Datasette takes seconds for one answer.
const FEW: usize = 3;

/// What is asked: words and two facets.
fn questions() -> Vec<(&'static str, &'static str)> {
    WORDS.iter().flat_map(|word| OBJECTIVES.iter().map(move |code| (*word, *code))).collect()
}

/// Measures all peers beside the house that listens on `port`. What is missing is said in words.
pub fn measure(port: u16, page: &str, scratch: &Path, loader: &Loader, rows: &mut Vec<Row>) -> Vec<String> {
    let folder = scratch.join(format!("peers-{}", std::process::id()));
    let mut missing = Vec::new();
    let mut note = |what: &str, done: Result<(), String>| {
        if let Err(why) = done {
            missing.push(format!("✗ {what}: {why}"));
        }
    };
    note("nginx", nginx(port, page, &folder, loader, rows));
    match export(port, &folder, rows) {
        Ok(database) => {
            note("the workbook", books(port, &folder, &database, rows));
            let ours = asked(&questions(), |word, code| {
                get(port, &format!("/en/actions?q={word}&gcm={code}&status=planned"))
                    .map(|answer| answer.status)
            });
            note("Datasette", ours.clone().and_then(|ours| datasette(ours, &database, rows)));
            note("Django", ours.and_then(|ours| django(ours, &database, rows)));
        }
        Err(why) => note("the export", Err(why)),
    }
    std::fs::remove_dir_all(&folder).ok();
    missing
}

/// The time of one answer, in the middle, in milliseconds. An answer that is only a redirect is none.
fn asked(questions: &[(&str, &str)], ask: impl Fn(&str, &str) -> Result<u16, String>) -> Result<f64, String> {
    let mut times = Vec::new();
    for (word, code) in questions {
        let begun = Instant::now();
        let status = ask(word, code)?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if status != 200 {
            return Err(format!("“{word}” and objective {code} are answered with {status}."));
        }
    }
    Ok(median(times))
}

fn needed(program: &str, how: &str) -> Result<PathBuf, String> {
    which(program).ok_or_else(|| format!("it is not here; {how}."))
}

fn made(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))
}

/// A kept page against the same page, packed ahead, from nginx.
fn nginx(port: u16, page: &str, folder: &Path, loader: &Loader, rows: &mut Vec<Row>) -> Result<(), String> {
    let nginx = needed("nginx", "on Debian: apt-get install nginx")
        .or_else(|why| Some(PathBuf::from("/usr/sbin/nginx")).filter(|file| file.is_file()).ok_or(why))?;
    let files = folder.join("pages");
    made(&files)?;
    let body = get(port, page)?.body;
    let wrong = |error: std::io::Error| format!("its files cannot be written: {error}.");
    std::fs::write(files.join("page.html"), body).map_err(wrong)?;
    output(Command::new("gzip").args(["-9", "-k"]).arg(files.join("page.html")))?;
    let there = free_port()?;
    let shown = folder.display();
    let settings = format!(
        "daemon off; master_process off; pid {shown}/nginx.pid; error_log {shown}/errors.log;\n\
         events {{ worker_connections 512; }}\n\
         http {{ access_log off; default_type text/html; gzip_static on; sendfile on; tcp_nopush on;\n\
         keepalive_requests 100000000; open_file_cache max=10;\n\
         client_body_temp_path {shown}/a; proxy_temp_path {shown}/b; fastcgi_temp_path {shown}/c;\n\
         uwsgi_temp_path {shown}/d; scgi_temp_path {shown}/e;\n\
         server {{ listen 127.0.0.1:{there}; root {shown}/pages; }} }}\n"
    );
    let file = folder.join("nginx.conf");
    std::fs::write(&file, settings).map_err(wrong)?;
    let mut command = Command::new(nginx);
    command.arg("-p").arg(folder).arg("-c").arg(&file);
    let _server = Running::begin(command, there, "/page.html")?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        theirs.push(loader.rate_packed(&format!("http://127.0.0.1:{there}/page.html"), 2, "gzip")?);
        ours.push(loader.rate_packed(&format!("http://127.0.0.1:{port}{page}"), 2, "br")?);
    }
    rows.push(Row {
        name: "kept page: list of actions".to_owned(),
        ours: median(ours),
        against: "nginx gzip_static, one process".to_owned(),
        limit: median(theirs),
        unit: "/s".to_owned(),
        reach: 0.6,
        ..Row::default()
    });
    Ok(())
}

/// The whole register as CSV against SQLite's own program writing the same columns; and a database for the other peers.
fn export(port: u16, folder: &Path, rows: &mut Vec<Row>) -> Result<PathBuf, String> {
    let sqlite = needed("sqlite3", "on Debian: apt-get install sqlite3")?;
    made(folder)?;
    let (table, database) = (folder.join("actions.csv"), folder.join("peers.db"));
    keep(port, "/en/actions.csv", &table)?;
    let quoted = |path: &Path| path.display().to_string().replace('\'', "''");
    let mut script = format!(
        ".mode csv\n.import '{}' actions\nDELETE FROM actions WHERE reference = '#end';\n",
        quoted(&table)
    );
    script.push_str("CREATE TABLE facets (name TEXT, value TEXT, action INTEGER);\n");
    for facet in FACETS {
        // A list of codes is one value each; Datasette wants it as JSON, an empty one too.
        let list = format!("'[\"' || replace(actions.\"{facet}\", '; ', '\",\"') || '\"]'");
        let _ = writeln!(
            script,
            "UPDATE actions SET \"{facet}\" = CASE \"{facet}\" WHEN '' THEN '[]' ELSE {list} END;\n\
             INSERT INTO facets SELECT '{facet}', value, actions.rowid FROM actions, json_each(actions.\"{facet}\");"
        );
    }
    script.push_str(
        "CREATE INDEX facet ON facets (name, value, action); CREATE INDEX turned ON facets (action, name);\n\
         CREATE VIRTUAL TABLE words USING fts5(title, text, governments, content='actions');\n\
         INSERT INTO words(words) VALUES ('rebuild'); ANALYZE;\n",
    );
    fed(Command::new(&sqlite).arg(&database), &script)?;
    let theirs = || {
        let mut command = Command::new(&sqlite);
        let file = std::fs::File::create(folder.join("theirs.csv")).map_err(|error| error.to_string())?;
        let status = command.arg("-csv").arg(&database).arg("SELECT * FROM actions").stdout(file).status();
        let done = status.is_ok_and(|status| status.success());
        done.then_some(()).ok_or_else(|| "sqlite3 could not write the table.".to_owned())
    };
    let row = Row {
        name: "every action as CSV".to_owned(),
        against: "sqlite3 -csv, the same columns".to_owned(),
        reach: 1.0,
        ..Row::default()
    };
    rows.push(file(row, counted(&database)?, || keep(port, "/en/actions.csv", &table), theirs)?);
    Ok(database)
}

/// The row of a file of so many actions, written by us and by the limit in turn.
fn file(
    row: Row,
    many: f64,
    write: impl Fn() -> Result<(), String>,
    limit: impl Fn() -> Result<(), String>,
) -> Result<Row, String> {
    let timed = |act: &dyn Fn() -> Result<(), String>| {
        let begun = Instant::now();
        act().map(|()| begun.elapsed().as_secs_f64())
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        ours.push(timed(&write)?);
        theirs.push(timed(&limit)?);
    }
    Ok(Row { ours: many / median(ours), limit: many / median(theirs), unit: "rows/s".to_owned(), ..row })
}

/// How many actions the table has.
fn counted(database: &Path) -> Result<f64, String> {
    let many = output(Command::new("sqlite3").arg(database).arg("SELECT count(*) FROM actions"))?;
    many.trim().parse().map_err(|_| "sqlite3 does not say how many rows there are.".to_owned())
}

/// The whole register as a workbook, against the library alone writing the same cells.
fn books(port: u16, folder: &Path, database: &Path, rows: &mut Vec<Row>) -> Result<(), String> {
    let ours = || keep(port, "/en/actions.xlsx", &folder.join("ours.xlsx"));
    let theirs = || {
        let mut command = Command::new(super::measurer());
        command.arg("book").arg(folder.join("actions.csv")).arg(folder.join("theirs.xlsx"));
        output(&mut command).map(drop)
    };
    let row = Row {
        name: "every action as XLSX".to_owned(),
        against: "rust_xlsxwriter in constant memory, the same cells".to_owned(),
        reach: 0.8,
        ..Row::default()
    };
    rows.push(file(row, counted(database)?, ours, theirs)?);
    Ok(())
}

/// A program with words on its standard input.
fn fed(command: &mut Command, words: &str) -> Result<(), String> {
    use std::io::Write;
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| format!("it could not be started: {error}."))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(words.as_bytes()).map_err(|error| format!("it does not listen: {error}."))?;
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("it ended with {status}.")) }
}

fn faceted(name: &str, ours: f64, theirs: f64, reach: f64) -> Row {
    Row {
        name: "faceted search over http, never asked before".to_owned(),
        ours: 1000.0 / ours,
        p50: ours,
        against: format!("{name}, the same question and counts ({theirs:.0} ms)"),
        limit: 1000.0 / theirs,
        unit: "/s".to_owned(),
        reach,
        ..Row::default()
    }
}

fn datasette(ours: f64, database: &Path, rows: &mut Vec<Row>) -> Result<(), String> {
    let program = needed("datasette", "pip install datasette")?;
    let port = free_port()?;
    let mut command = Command::new(program);
    command.arg("serve").arg(database).args([
        "--port",
        &port.to_string(),
        "--setting",
        "sql_time_limit_ms",
        "120000",
    ]);
    command
        .args(["--setting", "facet_time_limit_ms", "120000", "--setting", "num_sql_threads", "2"])
        .stderr(Stdio::null());
    let _server = Running::begin(command, port, "/-/versions.json")?;
    let facets = FACETS.map(|facet| format!("&_facet_array={facet}")).concat();
    let theirs = asked(&questions()[..FEW], |word, code| {
        let question = format!("_where=rowid+in+(select+rowid+from+words+where+words+match+'{word}')");
        let path = format!(
            "/peers/actions?{question}&gcm__arraycontains={code}&status__arraycontains=planned&_size=25{facets}"
        );
        get(port, &path).map(|answer| answer.status)
    })?;
    rows.push(faceted("Datasette", ours, theirs, 5_000.0));
    Ok(())
}

fn django(ours: f64, database: &Path, rows: &mut Vec<Row>) -> Result<(), String> {
    let python = needed("python3", "install Python 3 and pip install django")?;
    output(Command::new(&python).args(["-c", "import django"]))
        .map_err(|_| "it is not here; pip install django.".to_owned())?;
    let port = free_port()?;
    let mut command = Command::new(python);
    command.arg(root().join("bench/peers.py")).arg(database).arg(port.to_string());
    let _server = Running::begin(command, port, "/?q=housing&gcm=1")?;
    std::thread::sleep(Duration::from_millis(100));
    let theirs = asked(&questions(), |word, code| {
        get(port, &format!("/?q={word}&gcm={code}&status=planned")).map(|answer| answer.status)
    })?;
    rows.push(faceted("Django with FTS5", ours, theirs, 80.0));
    Ok(())
}
