//! A house that serves, and a browser that knows just enough.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::program;

/// For as long is anything waited for, on a slow and busy machine too.
const PATIENCE: Duration = Duration::from_secs(60);

/// A process that serves a house; killed when it is dropped.
pub struct Served {
    child: Child,
    said: Receiver<String>,
    log: Receiver<String>,
    /// `127.0.0.1:…`
    pub at: String,
    metrics: Option<String>,
}

/// What came back.
pub struct Answer {
    /// The status; 0 when nothing came back.
    pub status: u16,
    /// The whole answer.
    pub text: String,
}

impl Served {
    /// Serves the house in this folder on a free port.
    pub fn begin(folder: &Path, more: impl FnOnce(&mut Command)) -> Served {
        Served::by(program(), folder, more)
    }

    /// As `begin`, by a command that ends in the program.
    pub fn by(mut command: Command, folder: &Path, more: impl FnOnce(&mut Command)) -> Served {
        command.args(["serve", "--listen", "127.0.0.1:0"]).arg("--data").arg(folder);
        more(&mut command);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let said = lines(child.stdout.take().expect("a pipe"));
        let log = lines(child.stderr.take().expect("a pipe"));
        let mut served = Served { child, said, log, at: String::new(), metrics: None };
        let mut line = served.says("http://");
        if let Some((metrics, _)) = line.split_once("/metrics") {
            served.metrics = Some(metrics.to_owned());
            line = served.says("http://");
        }
        served.at = line.split_whitespace().next().expect("an address").to_owned();
        served
    }

    /// Where its metrics are.
    pub fn metrics(&self) -> String {
        self.metrics.clone().expect("it was started with metrics")
    }

    /// What follows these words in a line that it says.
    pub fn says(&self, words: &str) -> String {
        self.wait(&self.said, words)
    }

    /// What follows these words in a line of its log.
    pub fn logs(&self, words: &str) -> String {
        self.wait(&self.log, words)
    }

    /// How many lines of its log, since it was last asked, hold these words.
    pub fn logged(&self, words: &str) -> usize {
        self.log.try_iter().filter(|line| line.contains(words)).count()
    }

    fn wait(&self, from: &Receiver<String>, words: &str) -> String {
        let mut seen = Vec::new();
        while let Ok(line) = from.recv_timeout(PATIENCE) {
            if let Some((_, rest)) = line.split_once(words) {
                return rest.to_owned();
            }
            seen.push(line);
        }
        let complained: Vec<String> = self.log.try_iter().collect();
        panic!("it never said “{words}”, but:\n{}\n{}", seen.join("\n"), complained.join("\n"));
    }

    /// Reads a page.
    pub fn get(&self, path: &str) -> Answer {
        get(&self.at, path, "")
    }

    /// Reads a page until it answers with this status.
    pub fn get_until(&self, path: &str, status: u16) -> Answer {
        let begun = Instant::now();
        loop {
            let answer = self.get(path);
            if answer.status == status || begun.elapsed() > PATIENCE {
                assert_eq!(answer.status, status, "{path}: {}", answer.text);
                return answer;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// Asks for a code for this address, as the page for logging in does.
    pub fn ask_for_a_code(&self, address: &str) -> Answer {
        let page = self.get("/en/sign-in");
        let Some(cookie) = between(&page.text, "set-cookie: ", ";") else { return page };
        let token = between(&page.text, "name=\"csrf\" value=\"", "\"").expect("the form has a token");
        let body = format!("csrf={token}&address={}", address.replace('@', "%40"));
        let head = format!(
            "Cookie: {cookie}\r\nOrigin: http://{}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n",
            self.at,
            body.len()
        );
        send(&self.at, &format!("POST /en/sign-in HTTP/1.1\r\n{head}"), &body)
    }

    /// Lets its files grow as they like again.
    pub fn make_room(&self) {
        let id = self.child.id().to_string();
        let told = Command::new("prlimit").args(["--pid", &id, "--fsize=unlimited"]).status();
        assert!(told.expect("prlimit can be started").success());
    }

    /// Asks it to stop, as the system does.
    pub fn ask_to_stop(&self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().expect("kill can be started");
        assert!(told.success());
    }

    /// Waits until it has ended.
    pub fn end(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the process is ours") {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it did not end");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Reads something from somewhere.
pub fn get(at: &str, path: &str, headers: &str) -> Answer {
    send(at, &format!("GET {path} HTTP/1.1\r\n{headers}"), "")
}

/// Sends a request and reads the whole answer.
pub fn send(at: &str, head: &str, body: &str) -> Answer {
    let Ok(mut stream) = TcpStream::connect(at) else { return Answer { status: 0, text: String::new() } };
    stream.set_read_timeout(Some(PATIENCE)).expect("a time can be set");
    let _ = write!(stream, "{head}Host: {at}\r\nConnection: close\r\n\r\n{body}");
    answer(stream)
}

/// Reads the whole answer.
pub fn answer(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split_whitespace().nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
    Answer { status, text }
}

/// What stands between these words.
pub fn between(text: &str, before: &str, after: &str) -> Option<String> {
    let rest = text.split_once(before)?.1;
    rest.split_once(after).map(|(found, _)| found.to_owned())
}

/// The lines of a pipe as they come.
fn lines(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if tell.send(line).is_err() {
                return;
            }
        }
    });
    told
}
