//! Contacts can be erased while public acts stay.

use super::tables::tables_with;
use super::town::{self, OFFICER, TITLE, Town};
use crate::harness::on_both;

#[tokio::test]
async fn an_erased_officer_stands_in_no_table_and_the_public_acts_stay() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        story.settle().await;
        assert!(tables_with(&story, OFFICER).await.contains(&"action_contact".to_owned()));
        let page = town.officer.get("/en/me").await;
        town.officer.send(page.form("/en/me").set("Your name", "Aminata Sarr")).await;
        let page = town.officer.get("/en/me/erase").await;
        let page = town.officer.send(page.form("/en/me/erase").tick("yes")).await;
        assert_eq!(page.at(), "/en/erased", "{}", page.words());
        story.settle().await;
        assert_eq!(tables_with(&story, OFFICER).await, Vec::<String>::new(), "the address is gone");
        assert_eq!(tables_with(&story, "Aminata Sarr").await, Vec::<String>::new(), "the name is gone");
        assert_ne!(town.officer.peek("/en/my").await.status, 200, "the session is gone");
        assert!(story.mail_to(OFFICER).await.is_empty(), "no letter keeps the address");

        let mut reader = story.browser();
        let page = town::public(&mut reader, "fr", &town.reference).await;
        assert!(page.status == 200 && page.says(TITLE), "{}", page.words());
        let list = reader.get("/fr/declarations").await;
        assert_eq!(list.status, 200);
        let declaration = story.house.call().unwrap().declaration.clone();
        let certificate = format!("/fr/declarations/{declaration}/signatures/{}", town.signature);
        assert_eq!(reader.get(&certificate).await.status, 200, "the signature stays");
        let page = town.desk.get(&format!("/en/desk/actions/{}", town.sent)).await;
        assert_eq!(page.status, 200, "the desk can go on with what was sent: {}", page.words());
        let page = town.desk.get("/en/desk").await;
        assert_eq!(page.status, 200);
        let chain = store::journal::verify(story.house.store.read()).await.unwrap();
        assert!(matches!(chain, store::journal::Chain::Whole { .. }), "{chain:?}");
    })
    .await;
}
