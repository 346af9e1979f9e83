//! What is taken back is gone everywhere: a draft that is discarded, a contact that a colleague typed, a text that
//! stands in letters.

use super::tables::tables_with;
use super::town::{self, OFFICER, RARE, Town};
use crate::harness::on_both;

#[tokio::test]
async fn an_author_discards_a_draft_and_nothing_that_was_sent() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let path = format!("/fr/my/actions/{}", town.draft);
        let page = town.officer.get(&path).await;
        assert!(page.links("a").contains(&format!("{path}/discard")), "{}", page.words());
        let page = town.officer.get(&format!("{path}/discard")).await;
        assert!(page.says("ne peuvent pas être rétablis") && page.says(town::TITLE), "{}", page.words());
        let page = town.officer.send(page.form(&format!("{path}/discard"))).await;
        assert!(page.says("Le brouillon a été supprimé."), "{}", page.words());
        assert_eq!(town.officer.get(&path).await.status, 404);
        assert!(tables_with(&story, &town.draft.replace('-', "")).await.iter().all(|table| {
            matches!(table.as_str(), "fact" | "journal" | "journal_fact" | "file" | "mail")
        }));
        story.settle().await;

        let there = format!("/en/desk/actions/{}", town.sent);
        let page = town.desk.get(&there).await;
        town.desk.send(page.form(&format!("{there}/return")).set("reasons", "Say more.")).await;
        for id in [&town.sent, &town.published] {
            let path = format!("/fr/my/actions/{id}");
            assert!(!town.officer.get(&path).await.links("a").contains(&format!("{path}/discard")));
            let page = town.officer.get(&format!("{path}/discard")).await;
            assert!(page.status == 409 || page.status == 422, "{}: {}", page.status, page.words());
        }
        let chain = store::journal::verify(story.house.store.read()).await.unwrap();
        assert!(matches!(chain, store::journal::Chain::Whole { .. }), "{chain:?}");
    })
    .await;
}

#[tokio::test]
async fn a_contact_goes_with_the_person_whoever_typed_it() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let colleague = "Marie.Faye@thies.example";
        let mut marie = story.sign_in(colleague).await;
        for id in [&town.draft, &town.sent] {
            let path = format!("/fr/my/actions/{id}/contact");
            if *id == town.sent {
                let there = format!("/en/desk/actions/{id}");
                let page = town.desk.get(&there).await;
                town.desk.send(page.form(&format!("{there}/return")).set("reasons", "Say more.")).await;
                let base = format!("/fr/my/actions/{id}");
                let page = town.officer.get(&base).await;
                town.officer.send(page.form(&format!("{base}/revise"))).await;
            }
            let page = town.officer.get(&path).await;
            let form = page.form(&path).set("contact_name", "Marie Faye");
            town.officer.send(form.set("contact_address", "marie.faye@THIES.example")).await;
            if *id == town.sent {
                town::send(&mut town.officer, "fr", id).await;
            }
        }
        story.settle().await;
        let before = tables_with(&story, "marie.faye@").await;
        assert!(before.contains(&"action_contact".to_owned()) && before.contains(&"action_draft".to_owned()));
        let page = marie.get("/en/me/erase").await;
        marie.send(page.form("/en/me/erase").tick("yes")).await;
        story.settle().await;
        assert_eq!(tables_with(&story, "marie.faye@").await, Vec::<String>::new(), "the address is gone");
        assert_eq!(tables_with(&story, "Marie Faye").await, Vec::<String>::new(), "and the name beside it");
        assert!(!tables_with(&story, OFFICER).await.is_empty(), "others stay as they were");
    })
    .await;
}

#[tokio::test]
async fn a_redaction_reaches_the_letters_that_quote_the_text() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        story.settle().await;
        let quotes = story.mail_to(OFFICER).await.iter().filter(|mail| mail.text.contains(RARE)).count();
        assert_eq!(quotes, 2, "a copy of each action that was sent");
        let there = format!("/en/desk/actions/{}", town.published);
        let page = town.desk.get(&there).await;
        let form = page.forms(&format!("{there}/redact"));
        let form = form.into_iter().find(|form| form.value("field") == Some("description")).unwrap();
        town.desk.send(form).await;
        let quotes = story.mail_to(OFFICER).await.iter().filter(|mail| mail.text.contains(RARE)).count();
        assert_eq!(quotes, 1, "the copy of the redacted one is wiped, the other action's stays");
    })
    .await;
}
