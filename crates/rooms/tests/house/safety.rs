//! What must hold at every door: headers, tokens, origins, whatever is typed; and no private word in public.

use http::Method;
use web::Route;

use super::access::{Things, post_nothing};
use super::tables::{differing, tables};
use super::town::{ASSESSOR, DESK, NOBODY, OFFICER, OTHER, SECOND, Town};
use crate::harness::{Browser, Page, Story, on_both};

const POLICY: &str = "default-src 'none'";

fn token_of(page: &Page, action: &str) -> String {
    page.form(action).value("csrf").unwrap().to_owned()
}

async fn token(browser: &mut Browser) -> String {
    token_of(&browser.get("/en/sign-in").await, "/en/sign-in")
}

fn wears_headers(page: &Page) -> Result<(), String> {
    let said = |name: &str| page.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let policy = said("content-security-policy");
    if !policy.starts_with(POLICY) || policy.contains("unsafe") || policy.contains("http") {
        return Err(format!("policy “{policy}”"));
    }
    // What is meant for every site, the files of the register, says so.
    let everyones = said("access-control-allow-origin") == "*";
    let readers = if everyones { "cross-origin" } else { "same-origin" };
    let wanted = [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", readers),
    ];
    for (name, value) in wanted {
        if said(name) != value {
            return Err(format!("{name} is “{}”", said(name)));
        }
    }
    for forbidden in ["<style", " style=", "onclick=", "javascript:"] {
        if said("content-type").starts_with("text/html") && page.text.contains(forbidden) {
            return Err(format!("the page has {forbidden}"));
        }
    }
    // JSON-LD is data, which no browser runs.
    let harmless = ["src=", "type=\"application/ld+json\""];
    let mut scripts = page.text.split("<script").skip(1).map(str::trim_start);
    let inline = scripts.any(|rest| !harmless.iter().any(|begins| rest.starts_with(begins)));
    if said("content-type").starts_with("text/html") && inline {
        return Err("the page has a script of its own".to_owned());
    }
    Ok(())
}

#[tokio::test]
async fn every_answer_wears_the_headers() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        super::town::propose(&mut town.nobody, "en", "Ville de Mbour").await;
        let things = Things::of(&story, &mut town).await;
        let mut wrong = Vec::new();
        // What other sites show in a frame wears headers of its own: `face` tells of them.
        for route in story.routes.iter().filter(|route| !route.path.starts_with("/{lang}/embed/")) {
            let path = things.address(route, "en");
            for browser in [&mut story.browser(), &mut town.officer.clone(), &mut town.desk.clone()] {
                let page = match route.method {
                    web::Method::Get => browser.peek(&path).await,
                    _ => browser.ask(Method::POST, &path, &[], Vec::new()).await,
                };
                if let Err(what) = wears_headers(&page) {
                    wrong.push(format!("{:?} {path} ({}): {what}", route.method, page.status));
                }
            }
        }
        for path in
            ["/en/nothing/here", "/xx/", "/nothing.txt", "/en/actions/LA-2026-99999", "/%ff", "/assets/x"]
        {
            let page = story.browser().peek(path).await;
            assert!(page.status < 500, "{path}: {}", page.status);
            if let Err(what) = wears_headers(&page) {
                wrong.push(format!("{path} ({}): {what}", page.status));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// Names and values of headers.
type Headers = Vec<(&'static str, &'static str)>;

/// The ways in which a form is not ours: the name, the headers, and whether it carries the right token.
fn strangers() -> Vec<(&'static str, Headers, Option<&'static str>)> {
    vec![
        ("no token", vec![("sec-fetch-site", "same-origin")], None),
        ("a wrong token", vec![("sec-fetch-site", "same-origin")], Some("wrong")),
        ("another site", vec![("sec-fetch-site", "cross-site")], Some("right")),
        ("a sibling site", vec![("sec-fetch-site", "same-site")], Some("right")),
        ("a foreign origin", vec![("origin", "https://evil.example")], Some("right")),
        ("an opaque origin", vec![("origin", "null")], Some("right")),
        ("no word of where from", vec![], Some("right")),
    ]
}

fn form_of(route: &Route, token: Option<&str>) -> (&'static str, Vec<u8>) {
    match (route.method, token) {
        (web::Method::Upload, token) => {
            let name = if token.is_some() { "csrf" } else { "x" };
            let body = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{}\r\n--edge--\r\n",
                token.unwrap_or_default()
            );
            ("multipart/form-data; boundary=edge", body.into_bytes())
        }
        (_, Some(token)) => ("application/x-www-form-urlencoded", format!("csrf={token}").into_bytes()),
        (_, None) => ("application/x-www-form-urlencoded", b"confirm=yes".to_vec()),
    }
}

#[tokio::test]
async fn a_form_that_is_not_ours_is_refused_and_changes_nothing() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        super::town::propose(&mut town.nobody, "en", "Ville de Mbour").await;
        let things = Things::of(&story, &mut town).await;
        story.settle().await;
        let mut strange = Vec::new();
        for mut browser in [town.officer.clone(), town.desk.clone(), story.browser()] {
            let right = token(&mut browser).await;
            strange.push((browser, right));
        }
        let before = tables(&story).await;
        let mut wrong = Vec::new();
        for route in story.routes.iter().filter(|route| route.method != web::Method::Get) {
            let path = things.address(route, "en");
            story.advance(30);
            for (browser, right) in &mut strange {
                for (what, mut headers, which) in strangers() {
                    let sent =
                        which.map(|which| if which == "right" { right.clone() } else { "0".repeat(64) });
                    let (kind, body) = form_of(route, sent.as_deref());
                    headers.push(("content-type", kind));
                    let page = browser.ask(Method::POST, &path, &headers, body).await;
                    if page.status != 403 {
                        wrong.push(format!("{path} with {what} answers {}", page.status));
                    }
                }
            }
        }
        wrong.extend(differing(&before, &tables(&story).await));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// What no form expects, percent-encoded.
fn nonsense() -> Vec<(&'static str, String)> {
    vec![
        ("an over-long text", "a".repeat(40_000)),
        ("control characters", "%00%01%08%1b[31m%0d%0a%7f".to_owned()),
        ("a wrong encoding", "%ff%fe%c3%28".to_owned()),
        ("half a surrogate", "%ed%a0%80".to_owned()),
        ("marks that turn the line", "%e2%80%ae%e2%81%a6abc".to_owned()),
        ("a statement", "%27%3b+DROP+TABLE+person%3b+--".to_owned()),
        ("markup", "%3Cscript%3Ealert(1)%3C%2Fscript%3E".to_owned()),
        ("a huge number", "99999999999999999999999999".to_owned()),
    ]
}

/// The names of the fields on every form that a browser meets at an address, or common ones.
fn names(page: &Page, action: &str) -> Vec<String> {
    let mut names: Vec<String> = page.forms(action).iter().flat_map(crate::harness::Filled::names).collect();
    for more in ["government", "reason", "reasons", "id", "field", "why", "title", "position", "address"] {
        names.push(more.to_owned());
    }
    names.sort();
    names.dedup();
    names.retain(|name| name != "csrf");
    names
}

async fn try_nonsense(story: &Story, town: &Town, things: &Things, wrong: &mut Vec<String>) {
    for route in story.routes.iter().filter(|route| route.method == web::Method::Post) {
        if route.act == "people.sign-out" || route.act == "governments.leave" || route.act == "people.erase" {
            continue;
        }
        let path = things.address(route, "en");
        for mut browser in [town.officer.clone(), town.desk.clone()] {
            let page = browser.get(&path).await;
            let token = token(&mut browser).await;
            for (what, text) in nonsense() {
                let fields: Vec<String> =
                    names(&page, &path).iter().map(|name| format!("{name}={text}")).take(6).collect();
                let many = if what == "an over-long text" { fields[..1].join("&") } else { fields.join("&") };
                let page = super::thread::post(&mut browser, &path, &token, &many).await;
                if page.status >= 500 {
                    wrong.push(format!("{path} with {what}: {}", page.status));
                }
                if page.text.contains("<script>alert(1)") {
                    wrong.push(format!("{path} shows {what} as it was typed"));
                }
            }
            let huge = super::thread::post(&mut browser, &path, &token, &"a=b&".repeat(30_000)).await;
            if huge.status != 413 && huge.status != 403 {
                wrong.push(format!("{path} with 120 kB: {}", huge.status));
            }
        }
        story.advance(120);
    }
}

#[tokio::test]
async fn whatever_is_typed_is_answered_and_nothing_breaks() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        super::town::propose(&mut town.nobody, "en", "Ville de Mbour").await;
        let things = Things::of(&story, &mut town).await;
        let mut wrong = Vec::new();
        try_nonsense(&story, &town, &things, &mut wrong).await;
        for (what, text) in nonsense() {
            for name in ["q", "page", "gcm", "country", "next", "done", "government", "place", "from"] {
                for path in
                    ["/en/actions", "/en/map", "/en/sign-in", "/en/my/governments/ask/details", "/en/my"]
                {
                    let text = if text.len() > 5000 { "a".repeat(5000) } else { text.clone() };
                    let page = town.officer.peek(&format!("{path}?{name}={text}")).await;
                    if page.status >= 500 || page.text.contains("<script>alert(1)") {
                        wrong.push(format!("{path}?{name}= with {what}: {}", page.status));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn ids_that_are_forged_lead_nowhere() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let forged =
            ["0", "../../etc/passwd", "%2e%2e%2f", "01890a5d-ac96-774b-bcce-b302099a8057", "'", "%00", "é"];
        let mut wrong = Vec::new();
        for route in &story.routes {
            let Some((before, _)) = route.path.split_once("/{id}") else { continue };
            let rest = route.path.rsplit_once("{id}").unwrap().1;
            let rest = rest.replace("{topic}", "title").replace("{act}", "return");
            for id in forged {
                let path = format!("{}/{id}{rest}", before.replace("{lang}", "en"));
                for mut browser in [town.officer.clone(), town.desk.clone()] {
                    let page = match route.method {
                        web::Method::Get => browser.peek(&path).await,
                        web::Method::Upload => post_nothing(&mut browser, route, &path).await,
                        _ => {
                            let token = token(&mut browser).await;
                            super::thread::post(&mut browser, &path, &token, "reasons=x&reason=x").await
                        }
                    };
                    // A NUL is refused before any room looks at it.
                    let unreadable = id == "%00" && page.status == 400;
                    if !unreadable && !matches!(page.status, 403 | 404) {
                        wrong.push(format!("{path}: {}", page.status));
                    }
                }
            }
            story.advance(60);
        }
        for path in ["/en/actions/LA-2026-00002", "/en/governments/LG-99999", "/en/my/signatures/LS-99999"] {
            let page = town.officer.peek(path).await;
            assert_eq!(page.status, 404, "{path}: what is not public is as if it were not there");
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn no_private_word_stands_in_public() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let page = town.officer.get("/en/me").await;
        town.officer.send(page.form("/en/me").set("Your name", "Aminata Sarr")).await;
        super::town::propose(&mut town.nobody, "en", "Ville de Mbour").await;
        story.settle().await;
        let private =
            [OFFICER, OTHER, NOBODY, DESK, SECOND, ASSESSOR, "Aminata", "Chargée des migrations", "Mbour"];
        let things = Things::of(&story, &mut town).await;
        let records = tables(&story).await.remove("public_record").unwrap();
        for word in private {
            assert!(!records.contains(word), "a public record holds “{word}”");
        }
        let mut reader = story.browser();
        for route in story.routes.iter().filter(|route| route.method == web::Method::Get) {
            if route.access != web::Access::Everyone || !route.path.starts_with("/{lang}") {
                continue;
            }
            for lang in ["en", "fr"] {
                let path = things.address(route, lang);
                let page = reader.get(&path).await;
                for word in private {
                    assert!(!page.text.contains(word), "{path} shows “{word}”");
                }
            }
        }
        let page = reader.get("/en/actions?q=aminata").await;
        assert!(!page.links("main a").iter().any(|href| href.contains("/LA-")), "nor is it found");
    })
    .await;
}
