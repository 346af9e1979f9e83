//! The servers that are measured: started on a port of their own, ended when dropped.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::{binary, free_port, output};

/// How long a server may take to begin or to end.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server of ours.
pub struct Running {
    child: Child,
    /// Where it listens.
    pub port: u16,
    /// How long it took from its start until it was ready.
    pub ready_after: Duration,
}

impl Drop for Running {
    fn drop(&mut self) {
        if output(Command::new("kill").args(["-TERM", &self.child.id().to_string()])).is_err() {
            self.child.kill().ok();
        }
        self.child.wait().ok();
    }
}

impl Running {
    /// The house of a folder.
    pub fn serve(data: &Path) -> Result<Running, String> {
        let port = free_port()?;
        let mut command = Command::new(binary());
        command.arg("serve").arg("--data").arg(data).args(["--listen", &format!("127.0.0.1:{port}")]);
        Running::begin(command, port, "/readyz")
    }

    /// Pages that stand still.
    pub fn still(program: &Path, urls: &[String], port: u16) -> Result<Running, String> {
        let mut command = Command::new(program);
        command.args(["still", "--listen", &format!("127.0.0.1:{port}")]).args(urls);
        Running::begin(command, port, "/0")
    }

    /// Any other, which is ready when it answers this path.
    pub fn begin(mut command: Command, port: u16, path: &str) -> Result<Running, String> {
        let begun = Instant::now();
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| format!("{name} could not be started: {error}."))?;
        let mut running = Running { child, port, ready_after: Duration::ZERO };
        while begun.elapsed() < PATIENCE {
            if let Ok(Some(status)) = running.child.try_wait() {
                return Err(format!("{name} ended before it was ready ({status})."));
            }
            if get(port, path).is_ok_and(|answer| answer.status == 200) {
                running.ready_after = begun.elapsed();
                return Ok(running);
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Err(format!("{name} was not ready after {} s.", PATIENCE.as_secs()))
    }

    /// Its resident memory, in megabytes; nothing where the system does not tell.
    pub fn resident(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.unwrap_or_default() / 1024.0
    }

    /// Ends it, and says how that went.
    pub fn stop(&mut self) -> Result<(), String> {
        output(Command::new("kill").args(["-TERM", &self.child.id().to_string()]))?;
        let status = self.child.wait().map_err(|error| format!("it did not end: {error}."))?;
        if status.success() { Ok(()) } else { Err(format!("the server did not end well ({status}).")) }
    }
}

/// An answer.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it leads, as a path.
    pub leads_to: Option<String>,
    /// The body.
    pub body: String,
}

/// Asks once.
pub fn get(port: u16, path: &str) -> Result<Answer, String> {
    let asked = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let answer = asked().map_err(|error| format!("{path} gives no answer: {error}."))?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    let header = |name: &str| {
        let lines = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        lines
            .filter(|(one, _)| one.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
            .next()
    };
    let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
    Ok(Answer { status, leads_to: header("location"), body: body.to_owned() })
}

/// Keeps a large answer in a file, as it comes: in HTTP/1.0, whose answers stand in one piece.
pub fn keep(port: u16, path: &str, file: &Path) -> Result<(), String> {
    let wrong = |error: std::io::Error| format!("{path} cannot be kept: {error}.");
    let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(wrong)?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n").map_err(wrong)?;
    let mut answer = BufReader::with_capacity(1 << 16, stream);
    let mut line = String::new();
    answer.read_line(&mut line).map_err(wrong)?;
    if !line.contains(" 200 ") {
        return Err(format!("{path} answers “{}”.", line.trim()));
    }
    while !line.trim().is_empty() {
        line.clear();
        answer.read_line(&mut line).map_err(wrong)?;
    }
    let mut file = std::fs::File::create(file).map_err(wrong)?;
    std::io::copy(&mut answer, &mut file).map_err(wrong)?;
    Ok(())
}
