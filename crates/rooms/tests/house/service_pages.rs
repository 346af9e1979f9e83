//! The pages that a public service owes: data of the Call, in four languages, and what stands there before they are
//! written; and the page of an address that leads nowhere.

use rooms::calls::{self, Owed, WriteRefused};
use rooms::declarations;
use vocabulary::{Actor, Lang};

use super::town::{TITLE, Town};
use crate::harness::{Setting, Story, USUAL, on_both, on_both_with};

async fn write(story: &Story, owed: Owed, lang: Lang, text: &str) -> Result<i64, String> {
    let call = story.house.call().unwrap();
    let tx = story.house.act().await.unwrap();
    let written = calls::write_page(&tx, Actor::Program("command"), &call, owed, lang, text).await;
    let written = written.map_err(|refused| match refused {
        WriteRefused::Page(refused) => refused.to_string(),
        WriteRefused::Fault(fault) => panic!("{fault}"),
    })?;
    tx.commit().await.unwrap();
    story.settle().await;
    Ok(written.n)
}

#[tokio::test]
async fn the_first_call_has_every_page_in_four_languages() {
    on_both(|story| async move {
        let mut reader = story.browser();
        for (lang, operator) in [
            ("en", "To be completed by the operator"),
            ("fr", "À compléter par l’exploitant"),
            ("es", "A completar por el operador"),
            ("ar", "تستكمله الجهة المشغّلة"),
        ] {
            for owed in Owed::ALL {
                let page = reader.get(&format!("/{lang}/{}", owed.word())).await;
                assert_eq!(page.status, 200, "{lang} {}", owed.word());
                assert!(page.all(".note").is_empty(), "{lang} {}: {}", owed.word(), page.words());
                assert!(!page.words().contains(['{', '}']), "{}", page.words());
                let links = page.links("footer a");
                for other in Owed::ALL {
                    assert!(links.contains(&format!("/{lang}/{}", other.word())), "{links:?}");
                }
                if matches!(owed, Owed::Privacy | Owed::Imprint | Owed::Contact | Owed::Accessibility) {
                    assert!(page.says(operator), "{lang} {}", owed.word());
                }
            }
        }
        let page = reader.get("/en/privacy").await;
        assert!(page.says("30 days after your last visit"), "{}", page.words());
        assert!(page.says("wording 1"), "{}", page.words());
        assert!(reader.get("/fr/contact").await.says("secretariat@example.org"));
    })
    .await;
}

#[tokio::test]
async fn a_page_is_written_anew_and_a_broken_one_is_refused() {
    on_both(|story| async move {
        let text = "# Our notice\r\n\r\nWrite to {contact}, or <script>alert(1)</script>.";
        assert_eq!(write(&story, Owed::Privacy, Lang::En, text).await, Ok(2));
        assert_eq!(
            write(&story, Owed::Privacy, Lang::En, text).await,
            Ok(2),
            "the same text is no new wording"
        );
        let page = story.browser().get("/en/privacy").await;
        assert_eq!(page.heading(), "Our notice");
        assert!(page.says("Write to secretariat@example.org") && page.says("wording 2"), "{}", page.words());
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
        let first = story.browser().get("/en/licence/history").await;
        assert_eq!(first.status, 200);
        assert!(first.all("main h2").iter().filter(|line| line.contains("wording 1")).count() == 4);
        assert!(
            first.all("main ins, main del").is_empty(),
            "what was never changed stands on the page itself"
        );
        assert_eq!(page.links("main .line a"), ["/en/privacy/history"]);
        for names_people in ["contact", "imprint"] {
            let page = story.browser().get(&format!("/en/{names_people}")).await;
            assert!(page.says("wording 1") && page.links("main .line a").is_empty(), "{}", page.words());
            assert_eq!(story.browser().get(&format!("/en/{names_people}/history")).await.status, 404);
        }
        let history = story.browser().get("/en/privacy/history").await;
        assert_eq!((history.status, history.heading().as_str()), (200, "Our notice"));
        assert!(history.all("main h2")[0].ends_with("English, wording 2"), "{:?}", history.all("main h2"));
        assert!(history.all("main ins").iter().any(|words| words.contains("Our")), "{}", history.text);
        assert!(history.all("main del").iter().any(|words| words.contains("30 days")), "{}", history.text);
        assert!(history.says("secretariat@example.org") && !history.text.contains("<script>alert"));
        for (text, why) in [
            ("no title\n\nwords", "does not begin with its title"),
            ("# Title\n\n", "nothing below it"),
            ("# Title\n\nAsk {nobody}.", "\"{nobody}\" stands for nothing"),
        ] {
            let refused = write(&story, Owed::Contact, Lang::Fr, text).await.unwrap_err();
            assert!(refused.contains(why), "{refused}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_call_without_pages_says_what_is_missing_and_lends_no_other_calls_words() {
    on_both_with(Setting { first_call: false, ..USUAL }, |story| async move {
        let tx = story.house.act().await.unwrap();
        let second = include_str!("../data/second-call.toml");
        let call = calls::create::create(&tx, Actor::Program("call"), second).await.unwrap();
        declarations::ensure(&tx, Actor::Program("call"), &call).await.unwrap();
        tx.commit().await.unwrap();
        story.settle().await;
        let mut reader = story.browser();
        for owed in Owed::ALL {
            let page = reader.get(&format!("/fr/{}", owed.word())).await;
            assert_eq!(page.status, 200);
            assert!(page.says("n’a pas encore rédigé"), "{}: {}", owed.word(), page.words());
            let history = reader.get(&format!("/fr/{}/history", owed.word())).await;
            assert_eq!(history.status, 404, "nothing was written, so nothing was changed");
        }
        assert_eq!(write(&story, Owed::Imprint, Lang::Es, "# Aviso\n\nSomos nosotros.").await, Ok(1));
        let page = reader.get("/fr/imprint").await;
        assert!(page.says("Somos nosotros") && page.says("espagnol"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn an_address_that_leads_nowhere_suggests_what_it_may_have_meant() {
    on_both(|story| async move {
        Town::build(&story).await;
        let mut reader = story.browser();
        for lost in ["/fr/action/LA-2026-00001/un-titre", "/fr/thies", "/fr/governments/thies-senegal"] {
            let page = reader.get(lost).await;
            assert_eq!(page.status, 404, "{lost}");
            assert!(page.says(TITLE) || page.says("Ville de Thiès"), "{lost}: {}", page.words());
        }
        let page = reader.get("/fr/xqzzwv").await;
        assert!(!page.says("Vous cherchez peut-être"), "{}", page.words());
        for (lost, key, list) in [
            ("/fr/actions/LA-2026-99999", "LA-2026-99999", "/fr/actions"),
            ("/fr/governments/lg-99999/xqzzwv", "LG-99999", "/fr/governments"),
        ] {
            let page = reader.get(lost).await;
            assert_eq!(page.status, 404, "{lost}");
            assert!(page.says(&format!("ne porte la référence {key}")), "{lost}: {}", page.words());
            assert_eq!(page.links("main ul a"), [list], "{lost}");
        }
        let page = reader.get("/fr/actions/LA-2026-1").await;
        assert!(page.says(TITLE) && !page.says("ne porte la référence"), "{}", page.words());
    })
    .await;
}
