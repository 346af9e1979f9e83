//! A browser without script: it keeps cookies, follows redirects and sends forms as they stand on the page.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use http::{Method, Request, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::page::{Filled, Page};

/// So many redirects are followed.
const MOST_REDIRECTS: usize = 5;

/// A browser with its own cookies.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: BTreeMap<&'static str, String>,
}

impl Browser {
    pub(super) fn new(router: Router) -> Browser {
        let headers = BTreeMap::from([("host", "localhost".to_owned())]);
        Browser { router, cookies: BTreeMap::new(), headers }
    }

    /// The same browser, saying something more with each request.
    pub fn saying(mut self, name: &'static str, value: &str) -> Browser {
        self.headers.insert(name, value.to_owned());
        self
    }

    /// The cookies it keeps, by name.
    pub fn cookies(&self) -> &BTreeMap<String, String> {
        &self.cookies
    }

    /// Reads a page, wherever it leads.
    pub async fn get(&mut self, path: &str) -> Page {
        let page = self.once(Method::GET, path, None).await;
        self.follow(page).await
    }

    /// Reads a page without following where it leads.
    pub async fn peek(&mut self, path: &str) -> Page {
        self.once(Method::GET, path, None).await
    }

    /// Sends a form, and reads the page to which that leads.
    pub async fn send(&mut self, form: Filled) -> Page {
        let page = self.send_once(form).await;
        self.follow(page).await
    }

    /// Sends a form without following where it leads.
    pub async fn send_once(&mut self, form: Filled) -> Page {
        let (method, action, fields) = form.into_parts();
        let body = serde_urlencoded::to_string(&fields).unwrap();
        match method {
            Method::GET => self.once(Method::GET, &format!("{action}?{body}"), None).await,
            method => self.once(method, &action, Some(body)).await,
        }
    }

    /// Sends a form with a file, and reads the page to which that leads.
    pub async fn send_with(&mut self, form: Filled, field: &str, name: &str, bytes: &[u8]) -> Page {
        const EDGE: &str = "an-edge-that-stands-in-no-text";
        let (method, action, fields) = form.into_parts();
        let (first, rest): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| name == "csrf");
        let mut body = Vec::new();
        for (name, value) in first.into_iter().chain(rest) {
            let part =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", kind.as_str())];
        let page = self.ask(method, &action, &headers, body).await;
        self.follow(page).await
    }

    async fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..MOST_REDIRECTS {
            let Some(to) = page.leads_to() else { return page };
            page = self.once(Method::GET, &to, None).await;
        }
        panic!("{} leads on and on", page.path)
    }

    async fn once(&mut self, method: Method, path: &str, body: Option<String>) -> Page {
        let form = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        let headers: &[(&str, &str)] = if method == Method::POST { &form } else { &[] };
        self.ask(method, path, headers, body.unwrap_or_default().into_bytes()).await
    }

    /// Asks as any program could: just these headers beside the browser's own, just this body.
    pub async fn ask(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Page {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let request = request.body(Body::from(body)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Page {
            path: path.to_owned(),
            status: parts.status.as_u16(),
            headers: parts.headers,
            text,
            bytes: bytes.to_vec(),
        }
    }

    fn keep(&mut self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { return };
        if parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
