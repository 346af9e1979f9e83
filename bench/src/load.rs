//! A small load of our own, for a machine with neither wrk nor oha: threads that keep their connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::Outcome;

/// An answer as it came.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, in small letters.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// The host and the path of an address.
pub fn parts(url: &str) -> Outcome<(&str, &str)> {
    let rest = url.strip_prefix("http://").ok_or_else(|| format!("“{url}” does not begin with http://."))?;
    Ok(rest.find('/').map_or((rest, "/"), |slash| rest.split_at(slash)))
}

/// Asks once, packed as browsers like it.
pub fn ask(stream: &mut TcpStream, host: &str, path: &str) -> Outcome<Answer> {
    let asked = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: br\r\n\r\n");
    stream.write_all(asked.as_bytes()).map_err(|error| format!("{host} takes no question: {error}."))?;
    read(stream).map_err(|error| format!("{host}{path} gives no whole answer: {error}."))
}

fn read(stream: &mut TcpStream) -> std::io::Result<Answer> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 65_536]);
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        let more = stream.read(&mut buffer)?;
        if more == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(&buffer[..more]);
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
    let headers: Vec<(String, String)> = head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length: usize = length.and_then(|(_, value)| value.parse().ok()).unwrap_or(0);
    let mut body = bytes[end + 4..].to_vec();
    while body.len() < length {
        let more = stream.read(&mut buffer)?;
        if more == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        body.extend_from_slice(&buffer[..more]);
    }
    Ok(Answer { status, headers, body })
}

/// Asks for one address over so many connections for a while, and says how many answers came in a second.
pub fn load(url: &str, connections: usize, length: Duration) -> Outcome<()> {
    let (host, path) = parts(url)?;
    let begun = Instant::now();
    let counts: Vec<Outcome<usize>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections)
            .map(|_| {
                scope.spawn(move || {
                    let mut stream = TcpStream::connect(host).map_err(|error| format!("{host}: {error}."))?;
                    stream.set_nodelay(true).ok();
                    let mut count = 0;
                    while begun.elapsed() < length {
                        ask(&mut stream, host, path)?;
                        count += 1;
                    }
                    Ok(count)
                })
            })
            .collect();
        let lost = || Err("a connection's thread ended.".to_owned());
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| lost())).collect()
    });
    let count: usize = counts.into_iter().sum::<Outcome<usize>>()?;
    println!("Requests/sec: {:.1}", count as f64 / begun.elapsed().as_secs_f64());
    Ok(())
}
