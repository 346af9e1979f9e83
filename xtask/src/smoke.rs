//! `cargo xtask smoke`: starts the release demo once, reads its home page in four languages, stops it politely.

use crate::run::{binary, cargo, free_port, output, step};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The demo must be ready within this time, on a slow and busy machine too.
const PATIENCE: Duration = Duration::from_secs(180);
const LANGUAGES: [(&str, &str); 4] = [("en", "ltr"), ("fr", "ltr"), ("es", "ltr"), ("ar", "rtl")];

struct Demo {
    child: Child,
    folder: PathBuf,
    port: u16,
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

/// Builds, starts, reads, stops.
pub fn smoke() -> Result<(), String> {
    step(
        "build the binary",
        &mut cargo(&["build", "--release", "--workspace", "--exclude", "bench", "--locked", "--bins"]),
    )?;
    println!("→ the release demo");
    let start = Instant::now();
    let mut demo = begin()?;
    let log = demo.folder.join("demo.log");
    let outcome = ready(&mut demo).and_then(|()| {
        println!("  ready after {} ms", start.elapsed().as_millis());
        read_homes(demo.port)?;
        stop(&mut demo)
    });
    if let Err(why) = outcome {
        let said = std::fs::read_to_string(&log).unwrap_or_default();
        return Err(format!("✗ the release demo: {why}\nIt said:\n{said}"));
    }
    println!("✓ the release demo: four languages ({} s)", start.elapsed().as_secs());
    Ok(())
}

fn begin() -> Result<Demo, String> {
    let port = free_port()?;
    let folder = std::env::temp_dir().join(format!("localaction-smoke-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let log = std::fs::File::create(folder.join("demo.log")).map_err(|error| format!("no log: {error}."))?;
    let both = log.try_clone().map_err(|error| format!("no log: {error}."))?;
    let child = Command::new(binary())
        .arg("demo")
        .arg("--data")
        .arg(folder.join("data"))
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(both)
        .spawn()
        .map_err(|error| format!("{} could not be started: {error}.", binary().display()))?;
    Ok(Demo { child, folder, port })
}

fn ready(demo: &mut Demo) -> Result<(), String> {
    let start = Instant::now();
    loop {
        if let Ok(Some(status)) = demo.child.try_wait() {
            return Err(format!("it ended before it was ready ({status})."));
        }
        match get(demo.port, "/readyz") {
            Ok((200, _)) => return Ok(()),
            _ if start.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(100)),
            Ok((status, body)) => return Err(format!("/readyz still answers {status}: {body}")),
            Err(why) => return Err(format!("/readyz does not answer: {why}.")),
        }
    }
}

fn read_homes(port: u16) -> Result<(), String> {
    for (language, direction) in LANGUAGES {
        let (status, body) = get(port, &format!("/{language}/"))
            .map_err(|why| format!("/{language}/ does not answer: {why}."))?;
        judge(language, direction, status, &body)?;
        println!("  /{language}/ {status}, {} bytes, lang={language} dir={direction}", body.len());
    }
    Ok(())
}

/// A home page answers 200, says its language and its direction, and has a heading.
fn judge(language: &str, direction: &str, status: u16, body: &str) -> Result<(), String> {
    if status != 200 {
        return Err(format!("/{language}/ answers {status}."));
    }
    let from = body.find("<html").ok_or_else(|| format!("/{language}/ is not a page."))?;
    let tag = &body[from..from + body[from..].find('>').unwrap_or(0)];
    if !tag.contains(&format!("lang=\"{language}\"")) {
        return Err(format!("/{language}/ does not say its language: {tag}>."));
    }
    if direction == "rtl" && !tag.contains("dir=\"rtl\"") {
        return Err(format!("/{language}/ does not say that it runs from right to left: {tag}>."));
    }
    if body.contains("<h1") { Ok(()) } else { Err(format!("/{language}/ has no heading.")) }
}

fn stop(demo: &mut Demo) -> Result<(), String> {
    output(Command::new("kill").args(["-TERM", &demo.child.id().to_string()]))?;
    let start = Instant::now();
    loop {
        match demo.child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("it did not end well when asked to stop ({status}).")),
            _ if start.elapsed() < Duration::from_secs(20) => std::thread::sleep(Duration::from_millis(50)),
            _ => return Err("it did not stop within 20 s of SIGTERM.".to_owned()),
        }
    }
}

fn get(port: u16, path: &str) -> Result<(u16, String), std::io::Error> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let answer = String::from_utf8_lossy(&bytes).into_owned();
    let status = answer.split_whitespace().nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default();
    Ok((status, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_page_must_say_its_language_and_direction() {
        let page = |html: &str| format!("<!doctype html><html {html}><body><h1>Home</h1></body></html>");
        assert_eq!(judge("fr", "ltr", 200, &page("lang=\"fr\" dir=\"ltr\"")), Ok(()));
        assert!(judge("fr", "ltr", 503, &page("lang=\"fr\"")).is_err());
        assert!(judge("fr", "ltr", 200, &page("lang=\"en\"")).is_err());
        assert!(judge("ar", "rtl", 200, &page("lang=\"ar\" dir=\"ltr\"")).is_err());
        assert!(judge("en", "ltr", 200, "<html lang=\"en\"></html>").is_err());
        assert!(judge("en", "ltr", 200, "").is_err());
    }
}
