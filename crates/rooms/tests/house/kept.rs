//! Pages that are kept are the pages that would be drawn, for everyone alike, and never older than what was published.

use http::Method;
use rooms::register::snapshot;

use super::town::{self, TITLE, Town};
use crate::harness::{Browser, Page, Story, on_both};

const PACKINGS: [&str; 3] = ["", "gzip", "gzip, deflate, br"];

async fn ask(browser: &mut Browser, path: &str, headers: &[(&str, &str)]) -> Page {
    browser.ask(Method::GET, path, headers, Vec::new()).await
}

/// Public pages of every kind, in two languages.
async fn addresses(story: &Story, town: &Town) -> Vec<String> {
    let mut anyone = story.browser();
    let action = town::public(&mut anyone, "fr", &town.reference).await.path;
    let government = anyone.get(&format!("/fr/governments/{}", town.government)).await.path;
    let rest = ["/actions", "/actions?q=Thi%C3%A8s&country=SN", "/map", "/countries/SN", "/objectives"];
    let own = [action["/fr".len()..].to_owned(), government["/fr".len()..].to_owned(), "/".to_owned()];
    let paths = own.into_iter().chain(rest.map(str::to_owned));
    paths.flat_map(|path| ["fr", "ar"].map(|lang| format!("/{lang}{path}"))).collect()
}

#[tokio::test]
async fn a_kept_page_is_the_page_that_would_be_drawn() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let (pages, mut anyone) = (story.house.kit.pages(), story.browser());
        let mut drawn = Vec::new();
        for path in addresses(&story, &town).await {
            for packing in PACKINGS {
                let page = ask(&mut anyone, &path, &[("accept-encoding", packing)]).await;
                drawn.push((path.clone(), packing, page));
            }
        }
        assert!(pages.is_empty(), "nobody vouches yet");
        for (path, packing, drawn) in &drawn {
            let what = format!("{path} as {packing}");
            snapshot::keep_up(&story.house).await.unwrap();
            let headers = [("accept-encoding", *packing), ("range", "bytes=0-9")];
            let first = ask(&mut anyone, path, &headers[..1]).await;
            let second = ask(&mut town.officer, path, &headers).await;
            for kept in [&first, &second] {
                assert_eq!((kept.status, &kept.text), (200, &drawn.text), "{what}");
                for name in ["etag", "content-type", "content-encoding", "cache-control", "vary"] {
                    assert_eq!(kept.headers.get(name), drawn.headers.get(name), "{what}: {name}");
                }
                assert!(!kept.headers.contains_key("set-cookie"), "{what}");
                assert!(kept.headers.contains_key("content-security-policy"), "{what}");
            }
            assert_eq!((&first.headers, pages.len()), (&second.headers, 1), "{what}");
            let head = anyone.ask(Method::HEAD, path, &headers[..1], Vec::new()).await;
            assert_eq!((head.status, head.text.as_str()), (200, ""), "{what}");
            assert_eq!(head.headers, first.headers, "{what}");
            let tag = drawn.headers["etag"].to_str().unwrap();
            let known = ask(&mut anyone, path, &[headers[0], ("if-none-match", tag)]).await;
            assert_eq!((known.status, known.text.as_str()), (304, ""), "{what}");
            assert_eq!((known.headers["etag"].to_str().unwrap(), pages.len()), (tag, 1), "{what}");
            pages.forget();
        }
        let (path, _, page) = &drawn[0];
        let tag = page.headers["etag"].to_str().unwrap();
        pages.redraw();
        let other = ask(&mut anyone, path, &[("if-none-match", tag)]).await;
        assert_eq!(other.status, 200, "what stands on every page has changed");
        assert_ne!(other.headers["etag"], tag);
    })
    .await;
}

#[tokio::test]
async fn what_is_published_or_withdrawn_is_so_at_once_on_kept_pages() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let (mut anyone, list) = (story.browser(), "/fr/actions?country=SN");
        let address = town::public(&mut anyone, "fr", &town.reference).await.path;
        snapshot::keep_up(&story.house).await.unwrap();
        for path in [list, &address, "/fr/"] {
            assert_eq!(ask(&mut anyone, path, &[]).await.text, ask(&mut anyone, path, &[]).await.text);
        }
        assert_eq!(story.house.kit.pages().len(), 3);
        let before = ask(&mut anyone, list, &[]).await;
        town::publish(&mut town.desk, &town.sent).await;
        let after = ask(&mut anyone, list, &[]).await;
        assert!(before.text.matches(TITLE).count() < after.text.matches(TITLE).count(), "{}", after.words());
        let path = format!("/en/desk/actions/{}", town.published);
        let page = town.desk.get(&path).await;
        let page = town.desk.send(page.form(&format!("{path}/protect"))).await;
        assert_eq!(page.path, format!("{path}?done=protected"), "{}", page.words());
        let gone = ask(&mut anyone, &address, &[]).await;
        assert_eq!((gone.status, gone.text.contains(TITLE)), (410, false), "at once");
        assert_eq!(gone.headers["cache-control"], "no-store");
        let fewer = ask(&mut anyone, list, &[]).await;
        assert_eq!(before.text.matches(TITLE).count(), fewer.text.matches(TITLE).count());
    })
    .await;
}

#[tokio::test]
async fn a_page_of_one_person_is_never_kept() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        snapshot::keep_up(&story.house).await.unwrap();
        let draft = format!("/fr/my/actions/{}", town.draft);
        for path in ["/fr/my", "/fr/me", &draft, "/fr/sign-in", "/fr/nowhere", "/fr/actions/LA-2026-99999"] {
            let first = ask(&mut town.officer, path, &[]).await;
            let stranger = ask(&mut story.browser(), path, &[]).await;
            assert!(first.status != 200 || first.text != stranger.text, "{path}");
            assert!(story.house.kit.pages().is_empty(), "{path}");
        }
    })
    .await;
}
