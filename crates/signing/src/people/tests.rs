//! Stories of people: logging in, roles, leaving; through the door, on both databases.

use crate::harness::{Browser, Page, Setting, Story, USUAL, on_both, on_both_with};
use rooms::people::{self, Address, Role};
use web::Transport;

const CITY: &str = "amina@city.example";
const DAY: i64 = 24 * 3600;

async fn asked(browser: &mut Browser, address: &str) -> Page {
    let page = browser.get("/en/sign-in").await;
    browser.send(page.form("/en/sign-in").set("Your mail address", address)).await
}

async fn typed(browser: &mut Browser, page: &Page, code: &str) -> Page {
    browser.send(page.form("/en/sign-in/code").set("Six-digit code", code)).await
}

fn another(code: &str) -> &'static str {
    if code == "111111" { "222222" } else { "111111" }
}

async fn is_in(browser: &mut Browser) -> bool {
    let page = browser.peek("/en/me").await;
    assert!(page.status == 200 || page.status == 303, "{}", page.status);
    page.status == 200
}

#[tokio::test]
async fn an_address_is_proven_by_a_code_and_a_person_comes_to_be() {
    on_both(|story| async move {
        let mut browser = story.browser();
        let page = browser.get("/en/me?x=1").await;
        assert_eq!(page.path, "/en/sign-in?next=%2Fen%2Fme%3Fx%3D1");
        let page = browser.send(page.form("/en/sign-in").set("address", " Amina@City.example ")).await;
        assert_eq!((page.at(), page.heading().as_str()), ("/en/sign-in/code", "Enter the code"));
        assert!(story.facts().await.is_empty(), "nobody joins by asking");
        let letter = &story.mail_to(CITY).await[0];
        assert!(letter.subject.starts_with("Call to Local Action: "), "{}", letter.subject);
        let code = story.code_to(CITY).await;
        assert!(!letter.subject.contains(&code), "a code is not shown on a locked telephone");
        let before = browser.cookies()["la"].clone();
        let arabic: String =
            code.chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0x660)).collect();
        let page = typed(&mut browser, &page, &format!("{} {}", &arabic[..6], &arabic[6..])).await;
        assert_eq!(page.path, "/en/me?x=1");
        assert_ne!(browser.cookies()["la"], before, "the cookie is renewed");
        assert_eq!(story.facts().await, ["person.joined"]);
        assert!(page.says("Amina@city.example"), "{}", page.words());
        assert!(page.says("Notice on personal data, version 1, read in English"));
        story.sign_in(CITY).await;
        assert_eq!(story.facts().await, ["person.joined"], "the same address is the same person");
    })
    .await;
}

#[tokio::test]
async fn a_code_dies_after_five_tries_and_a_new_one_works() {
    on_both(|story| async move {
        let mut browser = story.browser();
        let mut page = asked(&mut browser, CITY).await;
        let code = story.code_to(CITY).await;
        let empty = typed(&mut browser, &page, "  ").await;
        assert_eq!(
            (empty.status, empty.errors()),
            (422, vec!["Enter the six-digit code from the mail".to_owned()])
        );
        let shape = typed(&mut browser, &page, "12345").await;
        assert_eq!(shape.errors(), ["The code has six digits, such as 204 816"]);
        for left in ["4 tries left", "3 tries left", "2 tries left", "one try left"] {
            page = typed(&mut browser, &page, another(&code)).await;
            assert_eq!(page.status, 422);
            assert!(page.errors()[0].contains(left), "{:?}", page.errors());
        }
        page = typed(&mut browser, &page, another(&code)).await;
        assert!(page.errors()[0].contains("tried five times"), "{:?}", page.errors());
        page = typed(&mut browser, &page, &code).await;
        assert!(page.errors()[0].contains("tried five times"), "even the right code: {:?}", page.errors());
        assert!(!is_in(&mut browser).await);
        let page = browser.send(page.form("/en/sign-in/resend")).await;
        assert!(page.says("We sent a new code."), "{}", page.words());
        story.advance(1);
        let fresh = story.code_to(CITY).await;
        typed(&mut browser, &page, &fresh).await;
        assert!(is_in(&mut browser).await);
    })
    .await;
}

#[tokio::test]
async fn a_code_dies_after_ten_minutes_and_after_use() {
    on_both(|story| async move {
        let mut late = story.browser();
        let page = asked(&mut late, CITY).await;
        let code = story.code_to(CITY).await;
        story.advance(600);
        let page = typed(&mut late, &page, &code).await;
        assert!(page.errors()[0].contains("no longer works"), "{:?}", page.errors());
        assert!(!is_in(&mut late).await);

        let mut browser = story.browser();
        let page = asked(&mut browser, CITY).await;
        let code = story.code_to(CITY).await;
        let mut copy = browser.clone();
        typed(&mut browser, &page, &code).await;
        assert!(is_in(&mut browser).await);
        let again = typed(&mut copy, &page, &code).await;
        assert_eq!(again.at(), "/en/sign-in", "a used code leads back to the beginning");
        assert!(!is_in(&mut copy).await);
    })
    .await;
}

#[tokio::test]
async fn a_code_works_only_in_the_browser_that_asked() {
    on_both(|story| async move {
        let mut owner = story.browser();
        let mut stranger = story.browser();
        let owners = asked(&mut owner, CITY).await;
        let code = story.code_to(CITY).await;
        let strangers = asked(&mut stranger, CITY).await;
        let mut page = strangers;
        for _ in 0..6 {
            page = typed(&mut stranger, &page, &code).await;
            assert_eq!(page.status, 422);
        }
        assert!(!is_in(&mut stranger).await);
        typed(&mut owner, &owners, &code).await;
        assert!(is_in(&mut owner).await, "a stranger's tries never count against the owner");
    })
    .await;
}

#[tokio::test]
async fn codes_are_asked_for_in_measure_and_the_owner_is_not_locked_out() {
    on_both(|story| async move {
        let mut owner = story.sign_in(CITY).await;
        let mut page = story.browser().get("/en/sign-in").await;
        let mut stopped = None;
        for n in 0..10 {
            let mut stranger = story.browser();
            page = asked(&mut stranger, CITY).await;
            if page.status == 422 {
                stopped = Some(n);
                break;
            }
        }
        assert_eq!(stopped, Some(5));
        assert!(
            page.errors()[0].starts_with("Too many codes were asked for. Wait 3 minutes"),
            "{:?}",
            page.errors()
        );
        let mut unknown = story.browser();
        assert_eq!(
            asked(&mut unknown, "nobody@city.example").await.status,
            200,
            "another address has its own measure"
        );
        let page = asked(&mut owner, CITY).await;
        assert_eq!(
            (page.status, page.at()),
            (200, "/en/sign-in/code"),
            "the owner's own browser may still ask"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_no_address_is_refused_with_a_sentence() {
    on_both(|story| async move {
        let mut browser = story.browser();
        let page = asked(&mut browser, "").await;
        assert_eq!((page.status, page.errors()), (422, vec!["Enter your mail address".to_owned()]));
        assert!(page.all("title")[0].starts_with("Error:"), "{:?}", page.all("title"));
        let page = asked(&mut browser, "amina at city").await;
        assert_eq!(page.errors(), ["Enter a mail address such as name@city.example"]);
        assert_eq!(
            page.form("/en/sign-in").value("address"),
            Some("amina at city"),
            "what was typed is kept"
        );
        let form = page.form("/en/sign-in").set("address", CITY).set("leave-empty", "http://spam.example");
        assert_eq!(browser.send(form).await.status, 422);
        assert!(story.mail_to(CITY).await.is_empty());
        let page = browser.get("/en/sign-in?next=https://evil.example/").await;
        assert_eq!(page.form("/en/sign-in").value("next"), None);
    })
    .await;
}

#[tokio::test]
async fn the_operator_reads_a_code_out_when_mail_is_down() {
    on_both(|story| async move {
        let address = Address::parse(CITY).unwrap();
        let mut browser = story.browser();
        let page = asked(&mut browser, CITY).await;
        let tx = story.house.note().await.unwrap();
        let code = people::issue_code_for_operator(&story.house, &tx, &address).await.unwrap();
        tx.commit().await.unwrap();
        let mut other = story.browser();
        let elsewhere = asked(&mut other, "other@city.example").await;
        assert_eq!(typed(&mut other, &elsewhere, code.digits()).await.status, 422, "another address");
        typed(&mut browser, &page, code.digits()).await;
        assert!(is_in(&mut browser).await);
        let mut second = story.browser();
        let page = asked(&mut second, CITY).await;
        assert_eq!(typed(&mut second, &page, code.digits()).await.status, 422, "it opens one session");
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    on_both(|story| async move {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let mut desk = story.browser().saying("user-agent", firefox);
        story.sign_in_with(&mut desk, CITY).await;
        let mut phone = story.sign_in(CITY).await;
        let mut third = story.sign_in(CITY).await;
        let page = phone.get("/en/me").await;
        assert_eq!(page.all("ul.rows h3").len(), 3, "{:?}", page.all("ul.rows h3"));
        assert!(page.says("Firefox on Linux"));
        let one = page.forms("/en/me/sessions/end").remove(0);
        let page = phone.send(one).await;
        assert!(page.says("The session is ended."));
        assert!(!is_in(&mut third).await, "the last used stands first, after this one");
        assert!(is_in(&mut desk).await);
        let page = phone.send(page.form("/en/me/sessions/end-all")).await;
        assert!(page.says("You are logged out everywhere."), "{}", page.words());
        assert!(!is_in(&mut desk).await && !is_in(&mut phone).await);
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_by_itself_and_by_logging_out() {
    on_both(|story| async move {
        let mut browser = story.sign_in(CITY).await;
        let mut stolen = browser.clone();
        let page = browser.get("/en/me").await;
        let form = page.form("/en/me").set("Your name", "Amina Diallo").set("lang", "fr");
        assert!(browser.send(form).await.says("Saved."));
        assert_eq!(browser.get("/en/me").await.form("/en/me").value("name"), Some("Amina Diallo"));
        let page = browser.send(page.form("/en/sign-out")).await;
        assert!(page.says("You are logged out."));
        assert!(!is_in(&mut stolen).await, "the session is gone from the house, not only from the browser");
        let late = page_of_stale_form(&story).await;
        assert_eq!(late.status, 403);
        assert!(late.says("Your session has ended"), "{}", late.words());

        let mut idle = story.sign_in(CITY).await;
        story.advance(11 * 3600);
        assert!(is_in(&mut idle).await);
        story.advance(11 * 3600);
        assert!(is_in(&mut idle).await, "use keeps it alive");
        story.advance(12 * 3600);
        assert!(!is_in(&mut idle).await);
    })
    .await;
}

/// What a form answers whose session ended meanwhile in another way than by this browser's cookie.
async fn page_of_stale_form(story: &Story) -> Page {
    let mut browser = story.sign_in(CITY).await;
    let page = browser.get("/en/me").await;
    let mut other = story.sign_in(CITY).await;
    let ended = other.get("/en/me").await;
    other.send(ended.form("/en/me/sessions/end-all")).await;
    browser.send(page.form("/en/me").set("Your name", "Too late")).await
}

#[tokio::test]
async fn a_role_is_given_by_invitation_and_takes_effect_at_logging_in() {
    on_both(|story| async move {
        story.invite("first@desk.example", Role::Secretariat).await;
        let letter = &story.mail_to("first@desk.example").await[0];
        assert!(letter.subject.starts_with("Call to Local Action: "));
        assert!(letter.text.contains("/en/sign-in"), "{}", letter.text);
        let mut first = story.sign_in("First@desk.example").await;
        assert_eq!(story.facts().await, ["role.invited", "person.joined", "role.granted"]);
        let page = first.get("/en/desk/people").await;
        assert_eq!((page.status, page.heading().as_str()), (200, "People with a role"));
        let page = first.send(page.form("/en/desk/people/end")).await;
        assert!(page.errors()[0].contains("only member of the secretariat"), "{:?}", page.errors());
        let page = first.send(page.form("/en/desk/people").set("address", CITY).tick("Assessor")).await;
        assert!(page.says("The invitation is on its way."), "{}", page.words());
        assert!(page.says("has not logged in yet"));
        let mut assessor = story.sign_in(CITY).await;
        assert_eq!(assessor.get("/en/desk/people").await.status, 403);
        assert!(assessor.get("/en/me").await.says("Assessor"));
        let page = first.get("/en/desk/people").await;
        let ends = page.forms("/en/desk/people/end");
        assert_eq!(ends.len(), 2);
        let page = first.send(ends[1].clone()).await;
        assert!(page.says("The role is ended."), "{}", page.words());
        assert!(!assessor.get("/en/me").await.says("Assessor"));
        let desk = people::desk(story.house.store.read()).await.unwrap();
        assert_eq!(desk.iter().map(|one| one.address.as_str()).collect::<Vec<_>>(), ["First@desk.example"]);
    })
    .await;
}

#[tokio::test]
async fn leaving_removes_contact_data_and_nothing_public() {
    on_both(|story| async move {
        let mut only = story.at_desk("desk@house.example").await;
        let page = only.get("/en/me/erase").await;
        let page = only.send(page.form("/en/me/erase").tick("Remove my personal data now")).await;
        assert!(page.errors()[0].contains("only member of the secretariat"), "{:?}", page.errors());

        let mut browser = story.sign_in(CITY).await;
        let mut elsewhere = story.sign_in(CITY).await;
        let page = browser.get("/en/me/erase").await;
        assert!(page.says("your 2 sessions: you are logged out everywhere"), "{}", page.words());
        let page = browser.send(page.form("/en/me/erase")).await;
        assert_eq!(page.errors(), ["Tick the box to confirm that your data is to be removed"]);
        let person = people::Address::parse(CITY).unwrap();
        let tx = story.house.act().await.unwrap();
        let id = people::person_for(&tx, &person).await.unwrap();
        tx.rollback().await.unwrap();
        let page = browser.send(page.form("/en/me/erase").tick("yes")).await;
        assert_eq!(page.heading(), "Your data is removed");
        assert!(!is_in(&mut browser).await && !is_in(&mut elsewhere).await);
        assert!(story.mail_to(CITY).await.is_empty(), "no letter keeps the address");
        assert!(people::contact(story.house.store.read(), id).await.unwrap().is_none());
        assert_eq!(story.facts().await.last().map(String::as_str), Some("person.erased"));
        story.sign_in(CITY).await;
        let tx = story.house.act().await.unwrap();
        assert_ne!(people::person_for(&tx, &person).await.unwrap(), id, "the same address starts anew");
    })
    .await;
}

#[tokio::test]
async fn unused_addresses_go_after_a_warning() {
    on_both(|story| async move {
        story.sign_in(CITY).await;
        story.sign_in("kept@city.example").await;
        story.at_desk("desk@house.example").await;
        let expire = async || {
            let tx = story.house.act().await.unwrap();
            let kept = Address::parse("kept@city.example").unwrap();
            let kept = std::collections::BTreeSet::from([people::person_for(&tx, &kept).await.unwrap()]);
            let done = people::expire(&story.house, &tx, &kept).await.unwrap();
            tx.commit().await.unwrap();
            (done.warned, done.erased)
        };
        story.advance(22 * DAY);
        assert_eq!(expire().await, (0, 0));
        story.advance(DAY);
        assert_eq!(expire().await, (1, 0));
        let letters = story.mail_to(CITY).await;
        assert!(letters[0].subject.contains("23 December 2026"), "{}", letters[0].subject);
        assert_eq!(expire().await, (0, 0), "one warning is enough");
        story.sign_in(CITY).await;
        story.advance(8 * DAY);
        assert_eq!(expire().await, (0, 0), "coming back takes the warning back");
        story.advance(15 * DAY);
        assert_eq!(expire().await, (1, 0));
        story.advance(7 * DAY);
        assert_eq!(expire().await, (0, 1));
        assert!(story.mail_to(CITY).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_local_outbox_is_read_on_this_machine_only() {
    on_both(|story| async move {
        asked(&mut story.browser(), CITY).await;
        let code = story.code_to(CITY).await;
        let page = story.browser().get("/outbox").await;
        assert_eq!((page.status, page.heading().as_str()), (200, "Local outbox"));
        assert!(page.says(&format!("Code {code}")), "{}", page.words());
        let mut behind = story.browser().saying("x-forwarded-for", "203.0.113.9");
        assert_eq!(behind.get("/en/outbox").await.status, 404);
        for host in ["evil.example", "192.168.1.5:8080"] {
            let mut rebound = story.browser().saying("host", host);
            assert_eq!(rebound.get("/en/outbox").await.status, 404, "{host} is no name of this machine");
        }
    })
    .await;
    let https = Setting { transport: Transport::Https, ..USUAL };
    on_both_with(https, |story| async move {
        assert_eq!(story.browser().get("/en/outbox").await.status, 404);
        let mut browser = story.sign_in(CITY).await;
        assert!(is_in(&mut browser).await);
        assert!(
            browser.cookies().keys().all(|name| name.starts_with("__Host-")),
            "{:?}",
            browser.cookies().keys()
        );
    })
    .await;
}

#[tokio::test]
async fn over_plain_http_elsewhere_the_page_says_why_logging_in_cannot_work() {
    on_both_with(USUAL, |story| async move {
        let mut browser = story.browser().saying("host", "register.example");
        let page = browser.get("/en/sign-in").await;
        assert_eq!(page.status, 403);
        assert!(page.words().contains("https"), "{}", page.words());
        assert!(browser.cookies().is_empty());
        assert_eq!(browser.get("/en/privacy").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn every_page_speaks_four_languages() {
    on_both(|story| async move {
        let mut desk = story.at_desk("desk@house.example").await;
        for lang in ["en", "fr", "es", "ar"] {
            for path in ["sign-in", "me", "me/erase", "erased", "privacy", "desk/people", "outbox"] {
                let page = desk.get(&format!("/{lang}/{path}")).await;
                assert_eq!(page.status, 200, "/{lang}/{path}");
                let words = page.words();
                assert!(!words.contains("people-") && !words.contains("web-"), "/{lang}/{path}: {words}");
                assert_eq!(page.all("h1").len(), 1, "/{lang}/{path}");
            }
        }
    })
    .await;
}

#[test]
fn logging_in_leads_only_to_a_path_of_this_house() {
    for ours in ["/en/", "/fr/my/actions/new?topic=title", "/ar/desk", "/es"] {
        assert_eq!(people::Next::parse(ours).unwrap().as_str(), ours);
    }
    for other in [
        "",
        "en/",
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/en/",
        "/de/",
        "/en/\r\nx",
        "/outbox",
        "/en\\..\\",
        "javascript:alert(1)",
        "/%2f/evil.example",
    ] {
        assert_eq!(people::Next::parse(other), None, "{other:?}");
    }
}
