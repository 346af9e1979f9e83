//! Stories of drafts that several people read and write: clearance by print and by link, two writers at a time, a
//! mandate that ends, what a revision changes, and Back after sending.

use proptest::prelude::*;
use rooms::actions::draft::{Answers, Draft};
use rooms::actions::topic::Topic;
use web::differences::marked;

use super::town::{self, Town};
use crate::harness::{Browser, on_both};

/// Makes a reading link for a draft. Gives its path.
pub async fn reading_link(browser: &mut Browser, id: &str) -> String {
    let path = format!("/en/my/actions/{id}/clearance");
    let page = browser.get(&path).await;
    let page = browser.send(page.form(&path)).await;
    let shown = page.all("#link").remove(0);
    shown.trim_start_matches("http://localhost").to_owned()
}

#[tokio::test]
async fn a_draft_is_printed_read_by_a_link_and_commented_on() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let base = format!("/en/my/actions/{}", town.draft);
        let page = town.officer.get(&format!("{base}/print")).await;
        assert!(page.says("Draft, not sent.") && page.says(town::SENTENCE), "{}", page.words());
        assert!(!page.text.contains(&format!("<dd>{}", town::OFFICER)), "the private contact is not printed");
        assert_eq!(town.other.get(&format!("{base}/print")).await.status, 404);

        let path = reading_link(&mut town.officer, &town.draft).await;
        let again = town.officer.get(&format!("{base}/clearance")).await;
        assert!(!again.text.contains(&path), "a link is shown once");
        let mut adviser = story.browser();
        let page = adviser.get(&path).await;
        assert!(page.says("Draft, not sent.") && page.says(town::SENTENCE), "{}", page.words());
        assert!(page.text.contains("noindex"));
        assert_eq!(page.headers.get("cache-control").unwrap(), "no-store");
        let page = adviser.send(page.form(&path)).await;
        assert_eq!((page.status, page.errors().len()), (422, 2), "{}", page.words());
        let form = page.form(&path).set("topic", "sentence").set("name", "The legal office");
        let page = adviser.send(form.set("comment", "Say <b>when</b> it ends.")).await;
        assert!(page.says("Your comment was sent"), "{}", page.words());

        let page = town.officer.get(&base).await;
        assert!(page.says("One comment waits."), "{}", page.words());
        let page = town.officer.get(&format!("{base}/clearance")).await;
        assert!(page.says("Say <b>when</b> it ends.") && page.says("The legal office"), "{}", page.words());
        let page = super::partners::press(&mut town.officer, &page, "dealt").await;
        assert!(page.says("Dealt with on"), "{}", page.words());
        let page = town.officer.get(&format!("{base}/sentence")).await;
        assert_eq!(page.form(&format!("{base}/sentence")).value("sentence"), Some(town::SENTENCE));

        let page = town.officer.get(&format!("{base}/clearance")).await;
        super::partners::press(&mut town.officer, &page, "revoke").await;
        assert_eq!(adviser.get(&path).await.status, 410, "a link that was taken back opens nothing");
        let path = reading_link(&mut town.officer, &town.draft).await;
        assert_eq!(adviser.get(&path).await.status, 200);
        story.advance(31 * 86_400);
        assert_eq!(adviser.get(&path).await.status, 410, "a link ends after a month");
    })
    .await;
}

#[tokio::test]
async fn what_two_write_at_once_is_kept_and_back_after_sending_says_so() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let base = format!("/en/my/actions/{}", town.draft);
        let at = format!("{base}/sentence");
        let mut second = town.officer.clone();
        let (one, two) = (town.officer.get(&at).await, second.get(&at).await);
        town.officer.send(one.form(&at).set("sentence", "The first tab says this.")).await;
        let page = second.send(two.form(&at).set("sentence", "The second tab says that.")).await;
        assert!(page.says("Both texts are kept"), "{}", page.words());
        assert!(page.says("The first tab says this.") && page.text.contains("The second tab says that."));
        let form = page.form(&at);
        let page = second.send(form.set("choose-sentence", "0")).await;
        assert_eq!(page.status, 200);
        let page = second.get(&at).await;
        assert_eq!(page.form(&at).value("sentence"), Some("The first tab says this."));

        let stale = town.officer.get(&at).await;
        let check = town.officer.get(&format!("{base}/check")).await;
        let twice = check.form(&format!("{base}/send")).tick("yes").tick("persons").tick("places");
        let page = town::send(&mut town.officer, "en", &town.draft.clone()).await;
        assert!(page.says("What happens next"), "{}", page.words());
        let page = town.officer.get(&at).await;
        assert!(page.says("This action has been sent or closed"), "{}", page.words());
        let page = town.officer.send(stale.form(&at).set("sentence", "Too late.")).await;
        assert_eq!(page.status, 422, "{}", page.words());
        let page = town.officer.send(twice).await;
        assert!(page.at().ends_with("/sent"), "sent twice leads to the page that says so: {}", page.path);
    })
    .await;
}

/// Where something of an action can be read by whoever drafts it.
const READ: [&str; 9] =
    ["", "/title", "/check", "/print", "/clearance", "/partners", "/pictures", "/discard", "/assessment"];

#[tokio::test]
async fn a_mandate_that_ends_leaves_the_draft_with_the_government() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let base = format!("/en/my/actions/{}", town.draft);
        let at = format!("{base}/title");
        let picture = town.officer.get(&format!("{base}/pictures")).await.sources();
        let picture = picture.into_iter().find(|src| src.contains("/files/")).unwrap();
        let open = town.officer.get(&at).await;
        let form = open.form(&at).set("title", "Changed by who is to leave");
        assert!(town.officer.send(form).await.status < 400);
        let open = town.officer.get(&at).await;
        let leave = town.officer.get("/en/my").await;
        let mandate = super::town::first_link(&leave, "/en/my/mandates/");
        let path = format!("/en/my/mandates/{}/leave", mandate.split('/').nth(4).unwrap());
        let page = town.officer.get(&path).await;
        let page = town.officer.send(page.form(&path)).await;
        assert!(page.status < 400, "{}", page.words());
        let page = town.officer.send(open.form(&at).set("title", "Changed by who has left")).await;
        assert_eq!(page.status, 403, "{}", page.words());
        assert!(page.says("the draft stays with the government"), "{}", page.words());
        for rest in READ {
            let page = town.officer.get(&format!("{base}{rest}")).await;
            assert_eq!(page.status, 403, "{rest}: who has left reads nothing more: {}", page.words());
            assert!(page.says("You do not act for this local government any more"), "{}", page.words());
            assert!(!page.says("is to leave") && !page.says(town::SENTENCE), "{rest}");
        }
        assert_eq!(town.officer.get(&picture).await.status, 403);
        assert!(!town.officer.get("/en/my/actions").await.says("is to leave"), "nor is it in the list");

        const SUCCESSOR: &str = "successor@thies.example";
        let mut successor = story.sign_in(SUCCESSOR).await;
        town::ask(&mut successor, &town.government).await;
        for rest in READ {
            let page = successor.get(&format!("{base}{rest}")).await;
            assert_eq!(page.status, 404, "{rest}: to ask is not enough to read what others began");
        }
        assert!(!successor.get("/en/my/actions").await.says("is to leave"));
        town::confirm(&mut town.desk).await;
        let page = successor.get(&at).await;
        assert_eq!(page.form(&at).value("title"), Some("Changed by who is to leave"));
        assert!(successor.get("/en/my/actions").await.says("is to leave"));
    })
    .await;
}

#[tokio::test]
async fn a_revision_shows_what_it_changes_and_asks_for_a_signature_that_was_withdrawn() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let base = format!("/en/my/actions/{}", town.sent);
        let desk = format!("/en/desk/actions/{}", town.sent);
        let page = town.desk.get(&desk).await;
        let form = page.form(&format!("{desk}/return")).set("reasons", "Say how many women.");
        town.desk.send(form).await;
        let signature = format!("/en/my/signatures/{}", town.signature);
        let page = town.officer.get(&signature).await;
        let form = page.form(&format!("{signature}/withdraw")).set("reason", "A new council decides again.");
        let page = town.officer.send(form).await;
        assert_eq!(page.status, 200, "{}", page.words());

        let page = town.officer.get(&base).await;
        assert!(page.says("Say how many women."), "{}", page.words());
        town.officer.send(page.form(&format!("{base}/revise"))).await;
        let at = format!("{base}/sentence");
        let page = town.officer.get(&at).await;
        let changed = town::SENTENCE.replace("quatre cents", "cinq cents");
        town.officer.send(page.form(&at).set("sentence", &changed)).await;
        let page = town.officer.get(&format!("{base}/check")).await;
        assert!(page.says("Say how many women."), "the reasons stand beside the answers: {}", page.words());
        assert_eq!((page.all("del"), page.all("ins")), (vec!["quatre".to_owned()], vec!["cinq".to_owned()]));
        let sign = page.links("a").into_iter().find(|href| href.contains("/sign?next="));
        assert!(sign.is_some(), "who has not signed is offered to sign on the way: {}", page.words());
        town::send(&mut town.officer, "en", &town.sent.clone()).await;
        let page = town.desk.get(&desk).await;
        assert_eq!((page.all("del"), page.all("ins")), (vec!["quatre".to_owned()], vec!["cinq".to_owned()]));
        assert!(
            page.forms(&format!("{desk}/publish")).is_empty(),
            "nothing is published without a signature"
        );
    })
    .await;
}

#[test]
fn differences_are_words_and_never_markup() {
    let words = ["gone:".to_owned(), "<came>:".to_owned()];
    let (gone, came) = ("<span class=\"vh\">gone: </span>", "<span class=\"vh\">&lt;came&gt;: </span>");
    assert_eq!(
        marked("four hundred women", "five hundred women", &words),
        format!("{gone}<del>four</del> {came}<ins>five</ins> hundred women"),
        "they do not touch, and whoever hears them knows which is which"
    );
    assert_eq!(marked("", "<b>", &words), format!("{came}<ins>&lt;b&gt;</ins>"));
    assert_eq!(marked("the same\nlines", "the same\nlines", &words), "the same<br>lines");
}

const FIELD: &str = "sentence";

fn typed(text: u8) -> Answers {
    let mut answers = Answers::default();
    answers.put(FIELD, format!("text {text}"));
    answers
}

proptest! {
    /// Three people with pages of any age save whatever they like in any order: what somebody typed stands right after
    /// it was saved, and what another had written unseen is never lost but kept beside it.
    #[test]
    fn no_word_is_lost_when_several_write(saves in proptest::collection::vec((0_usize..3, 0_u8..5, any::<bool>()), 1..20)) {
        let mut draft = Draft::default();
        let mut seen = [0_i64; 3];
        for (who, text, reloads) in saves {
            if reloads {
                seen[who] = draft.version;
            }
            let before = draft.fields.get(FIELD).and_then(|held| held.last()).cloned();
            let posted = typed(text);
            let after = draft.merge(Topic::Sentence, &posted, seen[who]);
            let stands = after.answers().text(FIELD).to_owned();
            if let Some(before) = before {
                let unseen = before.since > seen[who];
                let replaced = before.values != after.answers().all(FIELD);
                if unseen && replaced {
                    let kept = after.kept.get(FIELD).cloned().unwrap_or_default();
                    prop_assert!(kept.contains(&before.values), "{:?} was lost", before.values);
                }
                if !unseen {
                    prop_assert_eq!(&stands, posted.text(FIELD));
                }
            } else {
                prop_assert_eq!(&stands, posted.text(FIELD));
            }
            prop_assert!(after.version >= draft.version);
            for (field, kept) in &draft.kept {
                let still = after.kept.get(field).cloned().unwrap_or_default();
                prop_assert!(kept.iter().all(|one| still.contains(one)), "what is kept stays until someone chooses");
            }
            draft = after;
            seen[who] = draft.version;
        }
    }
}
