//! Stories through the door: a small house of a few routes, asked as browsers ask.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on stops here")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use serde::Deserialize;
use tower::ServiceExt;
use vocabulary::{Clock, Lang, Messages, Moment};
use web::{
    Access, Assets, At, Browser, Client, Kit, Posted, Problem, Routes, Settings, Standing, Transport, Upload,
};

fn kit(transport: Transport) -> Kit {
    let read = |lang: &str, file: &str| {
        let path = format!("{}/../../locales/{lang}/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    };
    let mut files = Vec::new();
    for lang in Lang::ALL {
        for file in ["web", "look"] {
            files.push((lang, file, read(lang.code(), file)));
        }
    }
    let files: Vec<(Lang, &str, &str)> = files.iter().map(|(l, f, text)| (*l, *f, text.as_str())).collect();
    let counter = AtomicU8::new(1);
    Kit::new(Settings {
        messages: Messages::load(&files).unwrap(),
        assets: Assets::new(&[
            (
                "look.css",
                b"@font-face{src:url(fonts/a.woff2)} body{color:red}  body{color:red} body{color:red}",
            ),
            ("fonts/a.woff2", b"font"),
        ]),
        clock: Clock::fixed(Moment::from_unix(1_790_000_000)),
        chance: Arc::new(move |bytes| bytes.fill(counter.fetch_add(1, Ordering::Relaxed))),
        secret: [7; 32],
        transport,
        origin: "http://localhost:8080".into(),
        proxies: vec![],
        nav: vec![],
        standing: Standing::Real,
    })
}

#[derive(Deserialize)]
struct Words {
    title: String,
    #[serde(default)]
    tag: Vec<String>,
}

async fn form(browser: Browser) -> String {
    browser.csrf().to_owned()
}

async fn keep(Posted { form, pairs }: Posted<Words>) -> String {
    format!("{}|{}|{}", form.title, form.tag.join(","), pairs.first("csrf").unwrap_or("no token"))
}

async fn files(upload: Upload) -> String {
    let names: Vec<&str> = upload.files.iter().map(|file| file.name.as_str()).collect();
    format!("{}|{}", upload.pairs.text("note"), names.join(","))
}

async fn public(at: At) -> Response {
    web::served(&at, "7", || "hello".into_response())
}

async fn panics() -> String {
    panic!("as the story wants")
}

fn house(transport: Transport) -> Router {
    let routes = Routes::<()>::new("story")
        .get("/{lang}/", "story.home", Access::Everyone, public)
        .get("/{lang}/page", "story.page", Access::Everyone, public)
        .get("/{lang}/form", "story.form", Access::Person, form)
        .post("/{lang}/form", "story.keep", Access::Person, keep)
        .upload("/{lang}/files", "story.files", Access::Person, files)
        .get("/{lang}/panic", "story.panic", Access::Everyone, panics)
        .get("/{lang}/busy", "story.busy", Access::Everyone, async || Problem::Unavailable { retry_after: 9 })
        .get("/{lang}/gone", "story.gone", Access::Everyone, async || Problem::Gone {
            since: Some(Moment::from_unix(0)),
            why: Some("A mistake.".into()),
        })
        .get("/{lang}/in", "story.in", Access::Person, async || Problem::Elsewhere("/log-in?to=%2Fin".into()))
        .get("/{lang}/who", "story.who", Access::Everyone, async |client: Client| {
            client.network().to_string()
        })
        .get("/healthz", "story.health", Access::Everyone, async || Problem::Unavailable { retry_after: 5 });
    let opened = web::open(routes, &kit(transport));
    assert!(opened.routes.iter().any(|route| route.act == "story.keep" && route.access == Access::Person));
    opened.router
}

struct Answer {
    status: StatusCode,
    headers: http::HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn is_dressed(&self) {
        for name in [
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "cache-control",
        ] {
            assert!(!self.header(name).is_empty(), "{name} is missing from an answer with {}", self.status);
        }
    }
}

async fn ask(house: &Router, request: Request<Body>) -> Answer {
    let response = house.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let body = String::from_utf8_lossy(&body).into_owned();
    let answer = Answer { status: parts.status, headers: parts.headers, body };
    answer.is_dressed();
    answer
}

fn get(path: &str) -> http::request::Builder {
    Request::get(path).header(header::HOST, "localhost:8080")
}

async fn page(house: &Router, path: &str) -> Answer {
    ask(house, get(path).body(Body::empty()).unwrap()).await
}

/// Opens the form: its cookie and its token.
async fn opened(house: &Router) -> (String, String) {
    let form = page(house, "/en/form").await;
    let cookie = form.header("set-cookie").split(';').next().unwrap().to_owned();
    (cookie, form.body)
}

fn post(cookie: &str, body: String) -> http::request::Builder {
    let request = Request::post("/en/form").header(header::HOST, "localhost:8080");
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.header(header::CONTENT_LENGTH, body.len());
    if cookie.is_empty() { request } else { request.header(header::COOKIE, cookie) }
}

#[tokio::test]
async fn every_answer_is_dressed_and_every_problem_is_a_page() {
    let house = house(Transport::Http);
    for (path, status, words) in [
        ("/en/page", 200, "hello"),
        ("/en/nothing", 404, "There is no such page"),
        ("/fr/nothing", 404, "Cette page n’existe pas"),
        ("/ar/nothing", 404, "هذه الصفحة غير موجودة"),
        ("/es/gone", 410, "A mistake."),
        ("/en/panic", 500, "give this mark"),
        ("/en/busy", 503, "The site is not available"),
        ("/de/page", 404, "There is no such page"),
        ("/assets/none.css", 404, "no such page"),
    ] {
        let answer = page(&house, path).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.body.contains(words), "{path}: {}", answer.body);
    }
    assert_eq!(page(&house, "/en/busy").await.header("retry-after"), "9");
    let gone = page(&house, "/ar/gone").await.body;
    assert!(gone.contains("dir=\"rtl\"") && gone.contains("/ar/contact?about=gone\""), "{gone}");
    let odd = page(&house, "/en/%22%3E%3Cb%3E").await.body;
    assert!(odd.contains("href=\"/en/contact\"") && !odd.contains("<b>"), "{odd}");
    let long = page(&house, &format!("/en/page?q={}", "x".repeat(9000))).await;
    assert_eq!(long.status, StatusCode::URI_TOO_LONG);
    assert!(long.body.contains("The address is too long"), "{}", long.body);
    assert!(!long.body.contains("xxxx"), "what is too long to read is too long to say again");
    let health = page(&house, "/healthz").await;
    assert_eq!(health.header("content-type"), "application/problem+json");
    assert!(health.body.contains("\"status\":503"), "{}", health.body);
    let delete = Request::delete("/en/page").header(header::HOST, "localhost").body(Body::empty()).unwrap();
    let delete = ask(&house, delete).await;
    assert_eq!((delete.status.as_u16(), delete.header("allow")), (405, "GET,HEAD"));
    let head = Request::head("/en/page").body(Body::empty()).unwrap();
    assert_eq!(ask(&house, head).await.status, StatusCode::OK);
    assert!(house_over_https().await.header("strict-transport-security").contains("max-age"));
}

async fn house_over_https() -> Answer {
    page(&house(Transport::Https), "/en/nothing").await
}

#[tokio::test]
async fn an_address_without_a_language_leads_to_the_visitors_own() {
    let house = house(Transport::Http);
    let wish = |path: &str, accept: &str| {
        get(path).header(header::ACCEPT_LANGUAGE, accept).body(Body::empty()).unwrap()
    };
    for (path, accept, to) in [
        ("/", "fr-CA,fr;q=0.9,en;q=0.1", "/fr/"),
        ("/page?q=a&q=b", "ar", "/ar/page?q=a&q=b"),
        ("/actions", "de", "/en/actions"),
        ("/actions/?q=a", "es", "/es/actions?q=a"),
        ("/objectives/gcr-programme/A3.1", "en", "/en/objectives/gcr-programme/A3.1"),
    ] {
        let answer = ask(&house, wish(path, accept)).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (307, to));
    }
    for path in ["//elsewhere.example/", "/favicon.ico", "/.env", "/actions.csv", "/actions.csv/"] {
        assert_eq!(page(&house, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for (path, to) in [("/fr", "/fr/"), ("/fr/page/?q=a", "/fr/page?q=a"), ("/fr//", "/fr/")] {
        let answer = page(&house, path).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (308, to), "{path}");
    }
    assert_eq!(page(&house, "/fr/").await.body, "hello");
    let inside = page(&house, "/es/in").await;
    assert_eq!((inside.status.as_u16(), inside.header("location")), (303, "/es/log-in?to=%2Fin"));
}

#[tokio::test]
async fn a_form_is_taken_from_our_own_page_only() {
    let house = house(Transport::Http);
    let (cookie, token) = opened(&house).await;
    let body = |token: &str| format!("csrf={token}&title=a%0D%0Ab%00&tag=x&tag=y");
    let own = |request: http::request::Builder| request.header("sec-fetch-site", "same-origin");
    let good = own(post(&cookie, body(&token))).body(Body::from(body(&token))).unwrap();
    let good = ask(&house, good).await;
    assert_eq!((good.status.as_u16(), good.body.as_str()), (200, "a\nb|x,y|no token"));
    let by_origin = post(&cookie, body(&token)).header("origin", "http://localhost:8080");
    assert_eq!(ask(&house, by_origin.body(Body::from(body(&token))).unwrap()).await.status, 200);

    let other = "0".repeat(64);
    let refusals = [
        ("no origin", post(&cookie, body(&token)), body(&token), "another site"),
        (
            "another site",
            post(&cookie, body(&token)).header("sec-fetch-site", "cross-site"),
            body(&token),
            "another site",
        ),
        (
            "another origin",
            own(post(&cookie, body(&token))).header("origin", "http://evil.example"),
            body(&token),
            "another site",
        ),
        ("null origin", post(&cookie, body(&token)).header("origin", "null"), body(&token), "another site"),
        ("no cookie", own(post("", body(&token))), body(&token), "cookie"),
        ("a wrong token", own(post(&cookie, body(&other))), body(&other), "earlier visit"),
        ("no token", own(post(&cookie, "title=a".into())), "title=a".into(), "earlier visit"),
    ];
    for (story, request, body, words) in refusals {
        let answer = ask(&house, request.body(Body::from(body)).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{story}");
        assert!(answer.body.contains(words), "{story}: {}", answer.body);
    }
    let large = format!("csrf={token}&title={}", "x".repeat(300_000));
    let large = own(post(&cookie, large.clone())).body(Body::from(large)).unwrap();
    assert_eq!(ask(&house, large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let json = Request::post("/en/form").header("sec-fetch-site", "same-origin").header("cookie", &cookie);
    let json = json.header("content-type", "application/json").body(Body::from("{}")).unwrap();
    assert_eq!(ask(&house, json).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn an_upload_has_its_token_first() {
    let house = house(Transport::Http);
    let (cookie, token) = opened(&house).await;
    let part = |name: &str, value: &str| {
        format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = "--B\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"../a.pdf\"\r\n\
                Content-Type: application/pdf\r\n\r\n%PDF-1.4\r\n";
    let send = async |body: String| {
        let request = Request::post("/en/files").header(header::HOST, "localhost:8080");
        let request = request.header("sec-fetch-site", "same-origin").header(header::COOKIE, &cookie);
        let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=B");
        ask(&house, request.body(Body::from(body)).unwrap()).await
    };
    let good = send(format!("{}{}{file}--B--\r\n", part("csrf", &token), part("note", "hello"))).await;
    assert_eq!((good.status.as_u16(), good.body.as_str()), (200, "hello|a.pdf"));
    let late = send(format!("{file}{}--B--\r\n", part("csrf", &token))).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    let large = format!("{}{}--B--\r\n", part("csrf", &token), file.replace("1.4", &"x".repeat(26 << 20)));
    assert_eq!(send(large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn the_cookie_follows_the_transport() {
    let plain = house(Transport::Http);
    let form = page(&plain, "/en/form").await;
    let cookie = form.header("set-cookie");
    assert!(cookie.starts_with("la=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
    assert_eq!(form.header("cache-control"), "no-store");
    let known = get("/en/form").header(header::COOKIE, cookie.split(';').next().unwrap());
    assert_eq!(ask(&plain, known.body(Body::empty()).unwrap()).await.header("set-cookie"), "");
    let planted = get("/en/form").header(header::COOKIE, "la=planted").body(Body::empty()).unwrap();
    assert!(ask(&plain, planted).await.header("set-cookie").starts_with("la="));
    let far = Request::get("/en/form").header(header::HOST, "example.org").body(Body::empty()).unwrap();
    let far = ask(&plain, far).await;
    assert_eq!((far.status.as_u16(), far.header("set-cookie")), (403, ""));
    assert!(far.body.contains("https"), "{}", far.body);
    assert_eq!(page(&plain, "/en/page").await.header("set-cookie"), "");

    let safe = house(Transport::Https);
    let cookie = page(&safe, "/en/form").await;
    let cookie = cookie.header("set-cookie");
    assert!(cookie.starts_with("__Host-la="), "{cookie}");
    assert!(cookie.contains("; Secure;") && cookie.contains("HttpOnly") && !cookie.contains("Domain"));
}

#[tokio::test]
async fn public_pages_and_files_can_be_kept() {
    let house = house(Transport::Http);
    let first = page(&house, "/en/page").await;
    let tag = first.header("etag").to_owned();
    assert!(first.header("cache-control").starts_with("public"));
    let again = get("/en/page").header(header::IF_NONE_MATCH, &tag).body(Body::empty()).unwrap();
    assert_eq!(ask(&house, again).await.status, StatusCode::NOT_MODIFIED);
    for any in [format!("\"b\", {tag}"), "*".to_owned()] {
        let again = get("/en/page").header(header::IF_NONE_MATCH, any).body(Body::empty()).unwrap();
        assert_eq!(ask(&house, again).await.status, StatusCode::NOT_MODIFIED);
    }
    let other = get("/fr/page").header(header::IF_NONE_MATCH, &tag).body(Body::empty()).unwrap();
    assert_eq!(ask(&house, other).await.status, StatusCode::OK);

    let assets = kit(Transport::Http);
    let sheet = page(&house, &assets.assets().url("look.css")).await;
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert!(sheet.header("cache-control").contains("immutable"));
    assert!(sheet.body.contains(&format!("url({})", assets.assets().url("fonts/a.woff2"))), "{}", sheet.body);
    let small = get(&assets.assets().url("look.css")).header(header::ACCEPT_ENCODING, "gzip, br");
    let small = ask(&house, small.body(Body::empty()).unwrap()).await;
    assert_eq!(small.header("content-encoding"), "br");
    let known = get(&assets.assets().url("look.css")).header(header::IF_NONE_MATCH, sheet.header("etag"));
    assert_eq!(ask(&house, known.body(Body::empty()).unwrap()).await.status, StatusCode::NOT_MODIFIED);
    for any in [format!("W/\"b\", {}", sheet.header("etag")), "*".to_owned()] {
        let known = get(&assets.assets().url("look.css")).header(header::IF_NONE_MATCH, any);
        assert_eq!(ask(&house, known.body(Body::empty()).unwrap()).await.status, StatusCode::NOT_MODIFIED);
    }
    let refused = get(&assets.assets().url("look.css")).header(header::ACCEPT_ENCODING, "br;Q=0");
    assert_eq!(ask(&house, refused.body(Body::empty()).unwrap()).await.header("content-encoding"), "");
}
