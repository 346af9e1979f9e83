//! Stories of mandates: from when to when, on what proof, requests that nobody answers, handing over; through the door,
//! on both databases.

use rooms::governments::{self, MandateState, Over};
use rooms::wiring::expire_now;

use crate::governments::{asks, confirms, entered};
use crate::harness::{Browser, Page, Story, on_both};
use crate::house::{tables, town};

const OFFICER: &str = "amina@freetown.example";
const COLLEAGUE: &str = "fatu@freetown.example";
const DESK: &str = "desk@house.example";
const DAY: i64 = 24 * 3600;

/// A government, its officer with a confirmed mandate, and the desk.
async fn staffed(story: &Story) -> (governments::Government, Browser, Browser) {
    let city = entered(story, "Freetown", "SL", Some("freetown.example")).await;
    let mut desk = story.at_desk(DESK).await;
    let mut officer = story.sign_in(OFFICER).await;
    asks(&mut officer, &city).await;
    assert_eq!(confirms(story, &mut desk).await.status, 303);
    (city, officer, desk)
}

/// The newest mandate for a government.
async fn newest(story: &Story, of: &governments::Government) -> governments::Mandate {
    governments::mandates_for(story.house.store.read(), of.id).await.unwrap().remove(0)
}

/// Names a colleague.
async fn hands(officer: &mut Browser, mandate: &governments::Mandate, to: &str) -> Page {
    let base = format!("/en/my/mandates/{}", mandate.id);
    let page = officer.get(&format!("{base}/leave")).await;
    officer.send(page.form(&format!("{base}/hand-over")).set("address", to)).await
}

/// The page of the hand-over, as the newest letter to the colleague has it.
async fn link(story: &Story, to: &str) -> String {
    let letter = &story.mail_to(to).await[0];
    let found = letter.text.split_whitespace().find_map(|word| word.split_once("/en/my/hand-overs/"));
    let token = found.unwrap_or_else(|| panic!("no link in {}", letter.text)).1;
    format!("/en/my/hand-overs/{}", token.trim_end_matches(|c: char| !c.is_ascii_hexdigit()))
}

#[tokio::test]
async fn a_request_that_nobody_answers_expires_after_a_warning() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", None).await;
        let mut officer = story.sign_in(OFFICER).await;
        asks(&mut officer, &city).await;
        let mandate = newest(&story, &city).await;
        let mut desk = story.at_desk(DESK).await;
        let page = desk.get(&format!("/en/desk/mandates/{}", mandate.id)).await;
        assert!(page.says("Expires on"), "{}", page.words());
        let letters = story.mail_to(OFFICER).await.len();
        story.advance(22 * DAY);
        expire_now(&story.house).await.unwrap();
        assert_eq!(story.mail_to(OFFICER).await.len(), letters);
        story.advance(DAY);
        expire_now(&story.house).await.unwrap();
        expire_now(&story.house).await.unwrap();
        let warned = story.mail_to(OFFICER).await;
        assert_eq!(warned.len(), letters + 1, "one warning");
        assert!(warned[0].subject.contains("expires soon"), "{}", warned[0].subject);
        story.advance(7 * DAY);
        expire_now(&story.house).await.unwrap();
        assert!(matches!(newest(&story, &city).await.state, MandateState::Expired { .. }));
        assert_eq!(story.facts().await.last().map(String::as_str), Some("mandate.expired"));
        assert!(story.mail_to(OFFICER).await[0].subject.contains("has expired"));
        let mut officer = story.sign_in(OFFICER).await;
        let page = officer.get("/en/my").await;
        assert!(page.says("expired, ask again") && page.says("Your drafts are kept"), "{}", page.words());
        let page = asks(&mut officer, &city).await;
        assert!(page.says("Your request is with the secretariat"), "it can be asked again: {}", page.words());
    })
    .await;
}

#[tokio::test]
async fn the_desk_confirms_from_when_to_when_on_a_proof_and_the_mandate_runs_out() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", None).await;
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        asks(&mut officer, &city).await;
        let mandate = newest(&story, &city).await;
        let path = format!("/en/my/mandates/{}/proof", mandate.id);
        let page = officer.get(&path).await;
        let page = officer.send_with(page.form(&path), "file", "photo.heic", b"no picture").await;
        assert_eq!((page.status, page.errors().len()), (422, 1), "{:?}", page.errors());
        let form = page.form(&path).set("proof", "Decision 12/2026 of the council");
        let page = officer.send_with(form, "file", "decision.pdf", town::PDF).await;
        assert!(page.says("The proof is kept"), "{}", page.words());
        let base = format!("/en/desk/mandates/{}", mandate.id);
        let page = desk.get(&base).await;
        assert!(page.says("Decision 12/2026") && page.says("decision.pdf"), "{}", page.words());
        assert_eq!(desk.get(&format!("{base}/proof")).await.status, 200);
        assert_eq!(officer.get(&format!("{base}/proof")).await.status, 403);
        let form = |page: &Page| page.form(&format!("{base}/confirm"));
        let tomorrow = form(&page).set("starts-day", "1").set("starts-month", "1").set("starts-year", "2099");
        let page = desk.send(tomorrow.set("ends-year", "2001")).await;
        assert_eq!((page.status, page.errors().len()), (422, 2), "{:?}", page.errors());
        let now = story.house.now().date();
        let last = story.house.now().plus_days(40).date();
        let date = |form: crate::harness::Filled, name: &str, day: &str, month: &str, year: &str| {
            form.set(&format!("{name}-day"), day)
                .set(&format!("{name}-month"), month)
                .set(&format!("{name}-year"), year)
        };
        let filled = date(form(&page), "starts", "1", "1", &now.year().to_string());
        let (day, month) = (last.day().to_string(), u8::from(last.month()).to_string());
        let filled = date(filled, "ends", &day, &month, &last.year().to_string());
        let page = desk.send(filled.tick("yes")).await;
        assert_eq!(page.path, format!("{base}?done=confirmed"), "{:?}", page.errors());
        assert!(page.says("may sign for the government"), "{}", page.words());
        let kept = newest(&story, &city).await;
        assert!(kept.may_sign() && kept.stands_at(story.house.now()));
        story.settle().await;
        story.advance(34 * DAY);
        expire_now(&story.house).await.unwrap();
        assert!(story.mail_to(OFFICER).await[0].subject.contains("ends soon"));
        story.advance(7 * DAY);
        let person = kept.person;
        let gone = governments::standing(story.house.store.read(), person, city.id, story.house.now()).await;
        assert_eq!(gone.unwrap(), None, "it is over before the daily round");
        expire_now(&story.house).await.unwrap();
        let over = newest(&story, &city).await;
        assert!(matches!(over.state, MandateState::Ended { over: Over::RanOut, .. }), "{:?}", over.state);
        assert!(story.mail_to(OFFICER).await[0].subject.contains("has ended"));
    })
    .await;
}

#[tokio::test]
async fn a_mandate_that_ends_in_mid_draft_leaves_the_draft_and_refuses_sending() {
    on_both(|story| async move {
        let (city, mut officer, mut desk) = staffed(&story).await;
        let id = town::begin(&mut officer, "en").await;
        let check = town::answer_all(&mut officer, "en", &id).await;
        let mandate = newest(&story, &city).await;
        let base = format!("/en/desk/mandates/{}", mandate.id);
        let page = desk.get(&base).await;
        let page = desk.send(page.form(&format!("{base}/end"))).await;
        assert_eq!(page.status, 422, "a reason is needed");
        let form = page.form(&format!("{base}/end")).set("reason", "You left the office");
        let page = desk.send(form).await;
        assert!(page.says("The mandate is ended") && page.says("You left the office"), "{}", page.words());
        let letter = &story.mail_to(OFFICER).await[0];
        assert!(letter.text.contains("You left the office") && letter.text.contains("drafts are kept"));
        let send = format!("/en/my/actions/{id}/send");
        let page = officer.send(check.form(&send).tick("yes")).await;
        assert!(page.status == 403 || page.status == 422, "{}", page.status);
        assert!(page.says("You do not act for this local government any more"), "{}", page.words());
        let closed = officer.get(&format!("/en/my/actions/{id}")).await;
        assert_eq!(closed.status, 403, "nor is it read any more by who does not act for it");
        let mut colleague = story.sign_in(COLLEAGUE).await;
        asks(&mut colleague, &city).await;
        confirms(&story, &mut desk).await;
        let page = colleague.get(&format!("/en/my/actions/{id}/check")).await;
        assert_eq!(page.status, 200, "whoever acts for the government goes on with it");
    })
    .await;
}

#[tokio::test]
async fn a_focal_point_leaves_and_a_colleague_takes_over_within_five_minutes() {
    on_both(|story| async move {
        let (city, mut officer, mut desk) = staffed(&story).await;
        let id = town::begin(&mut officer, "en").await;
        let public = format!("/en/governments/{}", city.reference);
        let before = story.browser().get(&public).await;
        let mandate = newest(&story, &city).await;
        let page = hands(&mut officer, &mandate, "").await;
        assert_eq!(page.errors(), ["Enter your colleague’s mail address"]);
        let page = hands(&mut officer, &mandate, OFFICER).await;
        assert_eq!(page.errors(), ["This is your own address: name a colleague’s"]);
        let page = hands(&mut officer, &mandate, "wrong@freetown.example").await;
        assert!(
            page.says("The mail is on its way") && page.says("wrong@freetown.example"),
            "{}",
            page.words()
        );
        story.advance(1);
        hands(&mut officer, &mandate, COLLEAGUE).await;
        let path = link(&story, COLLEAGUE).await;
        assert!(story.mail_to(COLLEAGUE).await[0].subject.contains("take over Freetown"));
        let stale = link(&story, "wrong@freetown.example").await;

        let mut stranger = story.sign_in("stranger@elsewhere.example").await;
        let rows = tables::tables(&story).await;
        let page = stranger.get(&path).await;
        assert!(page.says("was sent to f…@freetown.example"), "{}", page.words());
        assert!(!page.says(COLLEAGUE) && !page.says("Freetown ·"), "{}", page.words());
        assert_eq!(tables::differing(&rows, &tables::tables(&story).await), Vec::<String>::new());
        let mut wrong = story.sign_in("wrong@freetown.example").await;
        let page = wrong.get(&stale).await;
        assert!(page.says("This hand-over is closed"), "another was named: {}", page.words());

        let mut colleague = story.browser();
        let page = colleague.get(&path).await;
        assert_eq!(page.at(), "/en/sign-in");
        let page = colleague.send(page.form("/en/sign-in").set("address", COLLEAGUE)).await;
        let code = story.code_to(COLLEAGUE).await;
        let page = colleague.send(page.form("/en/sign-in/code").set("code", &code)).await;
        assert_eq!((page.at(), page.status), (path.as_str(), 200), "logging in leads back");
        assert!(page.says("Freetown · Sierra Leone"), "{}", page.words());
        let form = page.form(&path);
        let page = colleague.send(form.clone()).await;
        assert!(page.at() == "/en/my" && page.says("You act for this government now"), "{}", page.words());
        let again = colleague.send(form).await;
        assert_eq!(again.status, 422, "a second press changes nothing");
        assert!(again.errors()[0].contains("is closed"), "{:?}", again.errors());
        let facts = story.facts().await;
        let told = ["mandate.taken_over".to_owned(), "mandate.ended".to_owned()];
        assert!(facts.ends_with(&told), "{facts:?}");

        assert_eq!(colleague.get(&format!("/en/my/actions/{id}")).await.status, 200, "drafts are intact");
        assert!(officer.get("/en/my").await.says("Ended on"), "the focal point no longer acts");
        assert!(story.mail_to(OFFICER).await[0].subject.contains("your colleague acts for"));
        let after = story.browser().get(&public).await;
        assert_eq!(after.all("main"), before.all("main"), "the public page does not change");

        let letter = &story.mail_to(DESK).await[0];
        assert!(letter.subject.contains("a colleague has taken over for Freetown"), "{}", letter.subject);
        let new = newest(&story, &city).await;
        let base = format!("/en/desk/mandates/{}", new.id);
        let page = desk.get(&base).await;
        assert!(page.says("Handed over by") && page.says("official domain"), "{}", page.words());
        let form = page.form(&format!("{base}/end")).set("reason", "We know nobody of that name");
        assert!(desk.send(form).await.says("The mandate is ended"), "the desk may object");
        assert!(colleague.get("/en/my").await.says("We know nobody of that name"));
        assert_eq!(story.browser().get(&public).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_hand_over_is_taken_back_and_expires() {
    on_both(|story| async move {
        let (city, mut officer, _) = staffed(&story).await;
        let mandate = newest(&story, &city).await;
        hands(&mut officer, &mandate, COLLEAGUE).await;
        let path = link(&story, COLLEAGUE).await;
        let base = format!("/en/my/mandates/{}", mandate.id);
        let page = officer.get(&format!("{base}/leave")).await;
        let page = officer.send(page.form(&format!("{base}/hand-over/back"))).await;
        assert!(page.says("The hand-over is taken back") && !page.says(COLLEAGUE), "{}", page.words());
        let mut colleague = story.sign_in(COLLEAGUE).await;
        let page = colleague.get(&path).await;
        assert!(page.says("This hand-over is closed") && page.forms(&path).is_empty(), "{}", page.words());
        hands(&mut officer, &mandate, COLLEAGUE).await;
        let path = link(&story, COLLEAGUE).await;
        story.advance(31 * DAY);
        let mut colleague = story.sign_in(COLLEAGUE).await;
        assert!(colleague.get(&path).await.says("This hand-over is closed"));
        assert!(newest(&story, &city).await.is_confirmed(), "whoever hands over acts until it is done");
    })
    .await;
}

#[tokio::test]
async fn a_merged_government_answers_as_before_when_the_public_records_are_made_anew() {
    on_both(|story| async move {
        let (one, mut officer, mut desk) = staffed(&story).await;
        let two = entered(&story, "Freetown City Council", "SL", None).await;
        let mut other = story.sign_in(COLLEAGUE).await;
        asks(&mut other, &two).await;
        confirms(&story, &mut desk).await;
        let ours = town::begin(&mut officer, "en").await;
        let theirs = town::begin(&mut other, "en").await;
        let path = "/en/desk/governments/merge";
        let page = desk.get(&format!("{path}?from={}&into={}", two.reference, one.reference)).await;
        let preview = page.forms(path).into_iter().find(|form| form.value("csrf").is_some()).unwrap();
        assert_eq!(desk.send(preview).await.status, 200);
        story.settle().await;
        for id in [&ours, &theirs] {
            for someone in [&mut officer, &mut other] {
                let page = someone.get(&format!("/en/my/actions/{id}")).await;
                assert_eq!(page.status, 200, "drafts of both sides are there for both");
            }
        }
        let gone = async || {
            let mut reader = story.browser();
            let page = reader.peek(&format!("/en/governments/{}", two.reference)).await;
            let kept =
                rooms::register::find(story.house.store.read(), "government", two.reference.as_str()).await;
            (page.status, page.leads_to(), kept.unwrap())
        };
        let before = gone().await;
        assert_eq!(before.0, 308);
        assert!(matches!(before.2, rooms::register::Found::Gone { .. }), "{:?}", before.2);
        for _ in 0..2 {
            story.house.followers().reset("public-records").await.unwrap();
            story.settle().await;
            assert_eq!(gone().await, before);
        }
        let list = story.browser().get("/en/governments").await;
        assert!(!list.says("Freetown City Council"), "{}", list.words());

        let page = desk.get(path).await;
        desk.send(page.form("/en/desk/governments/unmerge")).await;
        story.settle().await;
        assert_eq!(officer.get(&format!("/en/my/actions/{theirs}")).await.status, 404, "parted again");
        assert_eq!(other.get(&format!("/en/my/actions/{theirs}")).await.status, 200);
        let page = story.browser().get(&format!("/en/governments/{}", two.reference)).await;
        assert!(page.status == 200 && page.heading() == "Freetown City Council", "{}", page.words());
    })
    .await;
}
