//! Stories of declarations: signing, the desk's answer, what a source says; through the door, on both databases.

use rooms::declarations::{self, Evidence, FromSource};
use vocabulary::{Actor, Lang, PartialDate, Tag};

use crate::governments::{asks, confirms, entered};
use crate::harness::{Browser, Page, Story, on_both};

const OFFICER: &str = "amina@freetown.example";
const DESK: &str = "desk@house.example";
const SLUG: &str = "marrakech-mayors-declaration";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

/// Fills the form in; a good file leads to the look at the answers.
async fn answered(officer: &mut Browser, sign: &str, file: (&str, &[u8])) -> Page {
    let page = officer.get(sign).await;
    let form = page
        .form(sign)
        .set("name", "Ἰωάννα Kamara")
        .set("function", "Mayor")
        .set("capacity", "head")
        .set("date-year", "2024")
        .set("evidence", "signed_document");
    officer.send_with(form, "file", file.0, file.1).await
}

async fn signed(officer: &mut Browser, sign: &str) -> Page {
    let page = answered(officer, sign, ("signed.pdf", PDF)).await;
    assert!(page.says("Not submitted yet"), "{:?} {}", page.errors(), page.words());
    officer.send(page.form(&format!("{sign}/send")).tick("yes")).await
}

async fn desk_posts(story: &Story, desk: &mut Browser, what: &str, reasons: &str) -> Page {
    let all = declarations::waiting(story.house.store.read()).await.unwrap();
    let base = format!("/en/desk/signatures/{}", all[0].id);
    let page = desk.get(&base).await;
    let form = page.form(&format!("{base}/{what}"));
    let form = if reasons.is_empty() { form } else { form.set("reasons", reasons) };
    let done = desk.send_once(form).await;
    story.settle().await;
    done
}

#[tokio::test]
async fn a_city_signs_is_returned_signs_anew_is_verified_and_withdraws() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", Some("freetown.example")).await;
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        let sign = format!("/en/my/governments/{}/sign", city.reference);
        assert_eq!(officer.get(&sign).await.status, 403, "no mandate, no signature");
        asks(&mut officer, &city).await;
        assert_eq!(officer.get(&sign).await.status, 403, "a mandate that waits is not enough");
        confirms(&story, &mut desk).await;

        let page = answered(&mut officer, &sign, ("notes.txt", b"not a document")).await;
        assert_eq!(page.status, 422);
        assert!(page.errors()[0].contains("notes.txt"), "{:?}", page.errors());
        assert_eq!(
            page.form(&sign).value("name"),
            Some("Ἰωάννα Kamara"),
            "a failed upload never loses the form"
        );
        let page = signed(&mut officer, &sign).await;
        assert!(page.says("Its reference is") && page.says("SG-00001"), "{}", page.words());
        assert!(story.mail_to(OFFICER).await[0].subject.contains("SG-00001: signature received"));
        assert!(story.mail_to(DESK).await[0].subject.contains("a signature waits"));
        let table = story.browser().get(&format!("/en/declarations/{SLUG}")).await;
        assert!(!table.says("Freetown"), "what is only sent is not public");

        assert_eq!(desk_posts(&story, &mut desk, "return", "The date is missing").await.status, 303);
        assert!(story.mail_to(OFFICER).await[0].text.contains("The date is missing"));
        let page = officer.get(&sign).await;
        assert!(page.says("The date is missing") && page.form(&sign).value("function") == Some("Mayor"));
        let page = signed(&mut officer, &sign).await;
        assert!(page.says("SG-00002"), "{}", page.words());
        assert_eq!(desk_posts(&story, &mut desk, "verify", "").await.status, 303);

        let table = story.browser().get("/en/declarations").await;
        assert!(table.says("Freetown") && table.says("Signature verified"), "{}", table.words());
        let path = format!("/en/declarations/{SLUG}/signatures/SG-00002");
        let certificate = story.browser().get(&path).await;
        assert!(certificate.says("Ἰωάννα Kamara") && certificate.says("SHA-256"), "{}", certificate.words());
        let page = story.browser().get(&format!("/en/governments/{}/freetown", city.reference)).await;
        assert!(page.says("Signature verified") && page.says("SG-00002"), "{}", page.words());

        let page = officer.get("/en/my/signatures/SG-00002").await;
        let form = page.form("/en/my/signatures/SG-00002/withdraw").set("reason", "The council decided so");
        officer.send_once(form).await;
        story.settle().await;
        let certificate = story.browser().get(&path).await;
        assert!(
            certificate.says("Signature withdrawn") && !certificate.says("council decided"),
            "{}",
            certificate.words()
        );
        let evidence = officer.get("/en/my/signatures/SG-00002/evidence").await;
        assert!(evidence.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        let mut stranger = story.sign_in("stranger@city.example").await;
        assert_eq!(stranger.get("/en/my/signatures/SG-00002/evidence").await.status, 403);
        assert_eq!(stranger.get("/en/my/signatures/SG-00002").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn what_a_source_says_is_entered_once_and_a_signed_version_is_never_edited() {
    on_both(|story| async move {
        let city = entered(&story, "Dakar", "SN", None).await;
        let actor = Actor::Program("test");
        let tx = story.house.act().await.unwrap();
        let declaration = declarations::by_slug(tx.conn(), SLUG).await.unwrap().unwrap();
        let read = FromSource {
            government: &city,
            name: "Dakar",
            evidence: Evidence::Explicit,
            date: Some(PartialDate::parse("2018-12 (by)").unwrap()),
            source: "https://source.example/list",
        };
        for once in [true, false] {
            let entered = declarations::enter_from_source(&tx, actor, &declaration, read).await.unwrap();
            assert_eq!(matches!(entered, declarations::Entered::Created(_)), once);
        }
        let english = Tag::from(Lang::En);
        let first = declarations::load(&tx, actor, SLUG, &english, "Words for a story").await.unwrap();
        let second = declarations::load(&tx, actor, SLUG, &english, "Other words").await.unwrap();
        assert_eq!((first.n, second.n), (1, 1), "nobody has signed it");
        assert_ne!(first.sha256, second.sha256);
        tx.commit().await.unwrap();
        story.settle().await;
        let page = story.browser().get(&format!("/en/declarations/{SLUG}")).await;
        assert!(
            page.says("Other words") && page.says("Dakar") && page.says("by December 2018"),
            "{}",
            page.words()
        );
        assert!(page.says("from a public source, not confirmed"), "{}", page.words());
        let mut reader = story.browser();
        let years = reader.get("/en/figures/signed/table.csv").await;
        assert_eq!(years.text, "Year of signature,\"signed, verified\",signatures on file\n2018,0,1\n");
        let figure = reader.get("/en/figures/signed").await;
        let list = figure.links("th[scope=row] a").remove(0);
        assert_eq!(list, "/en/governments?signed=2018");
        assert!(reader.get(&list).await.says("Dakar"));
        assert!(!reader.get("/en/governments?signed=2019").await.says("Dakar"));
        let file = reader.get("/en/governments.csv").await;
        assert!(file.text.lines().nth(1).unwrap().contains(",2018,"), "{}", file.text);
    })
    .await;
}
