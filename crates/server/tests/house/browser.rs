//! A browser without script that speaks to a port. An answer that was cut off is an error, never a page.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::TcpStream;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, Method, header};

use super::page::{Filled, Page};

/// So many redirects are followed.
const MOST_REDIRECTS: usize = 5;
/// So long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with its own cookies.
#[derive(Clone)]
pub struct Browser {
    port: u16,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// A browser that speaks to this port of this machine.
    pub fn at(port: u16) -> Browser {
        Browser { port, cookies: BTreeMap::new() }
    }

    /// Reads a page, wherever it leads.
    pub fn get(&mut self, path: &str) -> Result<Page> {
        let page = self.ask(&Method::GET, path, "")?;
        self.follow(page)
    }

    /// Sends a form, and reads the page to which that leads.
    pub fn send(&mut self, form: Filled) -> Result<Page> {
        let page = self.send_once(form)?;
        self.follow(page)
    }

    /// Sends a form without following where it leads.
    pub fn send_once(&mut self, form: Filled) -> Result<Page> {
        let (method, action, fields) = form.into_parts();
        let body = serde_urlencoded::to_string(&fields).map_err(Error::other)?;
        self.ask(&method, &action, &body)
    }

    /// Reads the page to which an answer leads.
    pub fn follow(&mut self, mut page: Page) -> Result<Page> {
        for _ in 0..MOST_REDIRECTS {
            let Some(to) = page.leads_to() else { return Ok(page) };
            page = self.ask(&Method::GET, &to, "")?;
        }
        panic!("{} leads on and on", page.path)
    }

    fn ask(&mut self, method: &Method, path: &str, body: &str) -> Result<Page> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n", self.port);
        if method == Method::POST {
            head.push_str(
                "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            );
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            head.push_str(&format!("Cookie: {}\r\n", pairs.join("; ")));
        }
        stream.write_all(format!("{head}\r\n{body}").as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let page = read(path, &answer).ok_or_else(|| Error::from(ErrorKind::UnexpectedEof))?;
        page.headers.get_all(header::SET_COOKIE).iter().for_each(|cookie| self.keep(cookie));
        Ok(page)
    }

    fn keep(&mut self, cookie: &HeaderValue) {
        let cookie = cookie.to_str().expect("a cookie of ours is ASCII");
        let mut parts = cookie.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { return };
        if parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// The page in an answer, if the answer is whole.
fn read(path: &str, answer: &[u8]) -> Option<Page> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let mut headers = HeaderMap::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
        headers.append(name, HeaderValue::from_str(value.trim()).ok()?);
    }
    let body = &answer[end + 4..];
    let body = match headers.get(header::CONTENT_LENGTH) {
        Some(length) => body.get(..length.to_str().ok()?.parse().ok()?)?.to_vec(),
        None if headers.contains_key(header::TRANSFER_ENCODING) => joined(body)?,
        None => body.to_vec(),
    };
    let text = String::from_utf8_lossy(&body).into_owned();
    Some(Page { path: path.to_owned(), status, headers, text, bytes: body })
}

/// The chunks of a body as one, if the last one is there.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let line = body.windows(2).position(|window| window == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&body[..line]).ok()?.trim(), 16).ok()?;
        let chunk = body.get(line + 2..line + 2 + length)?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(chunk);
        body = body.get(line + 2 + length + 2..)?;
    }
}
