//! Stories of what was typed where nothing of it may be kept: a mandate ended, or the action was sent meanwhile.

use super::town::{self, Town};
use crate::harness::{Browser, Filled, Page, on_both};

/// What somebody types into a topic, and what must stand there to be copied.
const TYPED: [(&str, &str, &str); 16] = [
    ("title", "title", "A house for everybody"),
    ("sentence", "sentence", "One sentence that nobody has read."),
    ("description", "description", "A description\nof two lines."),
    ("where", "other", "Touba Toul"),
    ("when", "end-year", "2031"),
    ("contact", "contact_name", "Fatou who has left"),
    ("numbers", "planned-refugees", "4321"),
    ("impact", "achieved", "Fewer wait in the street."),
    ("impact", "figure-1-unit", "people who wait less"),
    ("participation", "participation", "They chose the house."),
    ("lessons", "lessons", "Ask the neighbours first."),
    ("replication", "replication", "A house and two people."),
    ("funding", "funding", "Half from the city."),
    ("peers", "needs", "A partner by the sea."),
    ("links", "link-1-label", "What the paper wrote"),
    ("attachment", "attachment-label", "The council’s decision"),
];

/// Sends the form of a topic as it needs to be sent.
async fn send(browser: &mut Browser, topic: &str, form: Filled) -> Page {
    match topic {
        "pictures" | "attachment" => browser.send_with(form, "file", "", b"").await,
        _ => browser.send(form).await,
    }
}

/// The texts that stand in fields that can be copied and not changed.
fn to_copy(page: &Page) -> Vec<String> {
    page.all("textarea[readonly]")
}

/// Leaves the government for which one acts.
async fn leave(browser: &mut Browser) {
    let mandate = town::first_link(&browser.get("/en/my").await, "/en/my/mandates/");
    let path = format!("/en/my/mandates/{}/leave", mandate.split('/').nth(4).unwrap());
    let page = browser.get(&path).await;
    assert!(browser.send(page.form(&path)).await.status < 400);
}

#[tokio::test]
async fn who_has_left_gets_back_what_was_typed_and_nothing_else() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let base = format!("/en/my/actions/{}", town.draft);
        let mut colleague = story.sign_in("colleague@thies.example").await;
        town::ask(&mut colleague, &town.government).await;
        town::confirm(&mut town.desk).await;
        let mut open = Vec::new();
        for (topic, field, text) in TYPED {
            let at = format!("{base}/{topic}");
            open.push((topic, text, town.officer.get(&at).await.form(&at).set(field, text)));
        }
        let at = format!("{base}/for-whom");
        let chosen = town.officer.get(&at).await.form(&at).tick("host_community");
        let at = format!("{base}/pictures");
        let pictures = town.officer.get(&at).await.form(&at).set("picture-2-alt", "A door that stands open");
        let at = format!("{base}/sentence");
        let theirs = colleague.get(&at).await.form(&at).set("sentence", "The colleague’s own words.");
        let emptied = colleague.get(&at).await.form(&at).set("sentence", " ");

        leave(&mut colleague).await;
        let page = colleague.send(theirs).await;
        assert_eq!(page.status, 403, "{}", page.words());
        assert_eq!(to_copy(&page), ["The colleague’s own words."]);
        let page = colleague.send(emptied).await;
        assert_eq!((page.status, to_copy(&page).len()), (404, 0), "who has typed nothing gets nothing back");

        leave(&mut town.officer).await;
        open.push(("pictures", "A door that stands open", pictures));
        for (topic, text, form) in open {
            let page = send(&mut town.officer, topic, form).await;
            assert_eq!(page.status, 403, "{topic}: {}", page.words());
            let copied = to_copy(&page);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(copied.iter().any(|one| one.contains(&text)), "{topic}: {copied:?}");
            assert!(page.says("Nothing of this was kept"), "{topic}: {}", page.words());
            assert!(page.says("your colleague who acts for Ville de Thiès"), "{topic}: {}", page.words());
            assert!(page.forms("").is_empty() && page.all("textarea:not([readonly])").is_empty(), "{topic}");
            for other in [town::SENTENCE, town::RARE, town::TITLE] {
                assert!(!page.says(other), "{topic} shows another answer of the draft");
            }
        }
        let page = town.officer.send(chosen).await;
        assert!(to_copy(&page).iter().any(|one| one.contains("host community")), "{}", page.words());

        let token = town.nobody.get("/en/sign-in").await.form("/en/sign-in");
        let body = format!("sentence=Guessed&csrf={}", token.value("csrf").unwrap());
        let headers =
            [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        let path = format!("{base}/sentence");
        let page = town.nobody.ask(http::Method::POST, &path, &headers, body.into_bytes()).await;
        assert_eq!((page.status, to_copy(&page).len()), (404, 0), "to a stranger nothing is there");
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_into_an_action_that_was_sent_meanwhile_is_given_back() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let base = format!("/en/my/actions/{}", town.draft);
        let (at, files) = (format!("{base}/lessons"), format!("{base}/pictures"));
        let typed = town.officer.get(&at).await.form(&at).set("lessons", "Typed too late.");
        let pictures = town.officer.get(&files).await.form(&files).set("picture-1-credit", "Also too late");
        town::send(&mut town.officer, "en", &town.draft.clone()).await;
        let page = town.officer.send(typed).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert_eq!(to_copy(&page), ["Typed too late."]);
        let page = send(&mut town.officer, "pictures", pictures).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert!(to_copy(&page).contains(&"Also too late".to_owned()), "{}", page.words());
    })
    .await;
}
