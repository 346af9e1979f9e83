//! Stories of actions that the desk enters on behalf of a government, which confirms them itself.

use super::partners::link_in_mail;
use super::town::{self, PDF, Town};
use crate::harness::{Browser, Filled, Page, Story, on_both};

/// The office of the government.
pub const OFFICE: &str = "cabinet@mbour.example";

/// The form below the search.
fn entering(page: &Page) -> Filled {
    page.forms("/en/desk/on-behalf").pop().unwrap()
}

/// Enters an action on behalf of a government, answers every topic, and asks the government. Gives the id.
pub async fn enter_and_ask(desk: &mut Browser, government: &str) -> String {
    let path = "/en/desk/on-behalf";
    let page = desk.get(&format!("{path}?q={}", government.to_lowercase())).await;
    let found = town::first_link(&page, &format!("{path}?government="));
    let page = desk.get(found.split('#').next().unwrap()).await;
    let form = entering(&page);
    assert_eq!(form.value("government"), Some(government));
    let form = form.set("from", "letter").set("dated-year", "2024");
    let form = form.set("dated-month", "5").set("address", OFFICE).set("lang", "fr");
    let page = desk.send_with(form, "file", "letter.pdf", PDF).await;
    assert!(page.says("Entered."), "{}", page.words());
    let id = page.at().rsplit('/').next().unwrap().to_owned();
    let page = desk.get(&format!("{path}/{id}")).await;
    let page = desk.send(page.form(&format!("{path}/{id}/ask"))).await;
    assert_eq!(page.status, 422, "nobody is asked about half a form: {}", page.words());
    town::answer_all(desk, "en", &id).await;
    let page = desk.get(&format!("{path}/{id}")).await;
    let page = desk.send(page.form(&format!("{path}/{id}/ask"))).await;
    assert!(page.says("The government has been asked."), "{}", page.words());
    id
}

/// The token of the page on which the government answers.
pub async fn token(story: &Story) -> String {
    link_in_mail(story, OFFICE, "/fr/confirm-action/").await.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_desk_enters_a_letter_and_the_government_confirms_it() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let page = town.desk.get("/en/desk/on-behalf?q=thies").await;
        assert!(page.says("Ville de Thiès · LG-"), "it is found by name: {}", page.words());
        let empty = entering(&page);
        let page = town.desk.send_with(empty, "file", "letter.exe", b"MZ no letter").await;
        assert_eq!((page.status, page.errors().len()), (422, 6), "{}", page.words());
        let fields = page.links("#errors a");
        let order = ["#government", "#from", "#dated", "#file", "#address", "#lang"];
        assert_eq!(fields, order, "in the order of the page");

        let id = enter_and_ask(&mut town.desk, &town.government.clone()).await;
        let page = town.desk.get(&format!("/en/my/actions/{id}/check")).await;
        assert!(page.forms(&format!("/en/my/actions/{id}/send")).is_empty(), "the desk does not send it");
        assert_eq!(town.desk.get(&format!("/en/desk/on-behalf/{id}/scan")).await.status, 200);
        assert_eq!(town.officer.get(&format!("/en/desk/on-behalf/{id}/scan")).await.status, 403);

        let letter = &story.mail_to(OFFICE).await[0].text;
        let foot = "Appel à l’action locale a envoyé ce message";
        assert!(letter.contains(foot), "the Call is named as the reader knows it: {letter}");
        let path = format!("/en/confirm-action/{}", token(&story).await);
        let mut office = story.browser();
        let page = office.get(&path).await;
        assert!(page.says(town::SENTENCE), "{}", page.words());
        let page = office.send(page.form(&format!("{path}/code"))).await;
        let stale = page.form(&path);
        let at = format!("/en/my/actions/{id}/title");
        let title = town.desk.get(&at).await;
        town.desk.send(title.form(&at).set("title", "Une maison d’accueil à Thiès")).await;
        let code = story.code_to(OFFICE).await;
        let page = office.send(stale.set("code", &code).press("answer", "yes")).await;
        assert_eq!(page.status, 422, "what was changed meanwhile is read again: {}", page.words());
        assert!(page.says("Une maison d’accueil à Thiès"), "{}", page.words());
        let page = office.send(page.form(&path).set("code", &code).press("answer", "yes")).await;
        assert!(page.says("Thank you: confirmed."), "{}", page.words());
        assert_eq!(office.get(&path).await.status, 410);

        let page = town.desk.get(&format!("/en/desk/actions/{id}")).await;
        assert!(
            page.forms(&format!("/en/desk/actions/{id}/publish")).is_empty(),
            "who entered it does not publish"
        );
        let mut second = story.sign_in(town::SECOND).await;
        town::publish(&mut second, &id).await;
        story.settle().await;
        let page = second.get(&format!("/en/desk/actions/{id}")).await;
        let public = town::first_link(&page, "/en/actions/");
        let page = story.browser().get(&public).await;
        assert!(
            page.says("Entered by the secretariat from a letter of May 2024, confirmed by the government on")
        );
        assert!(!page.text.contains(OFFICE));
        let letter = story.mail_to(OFFICE).await.remove(0);
        assert!(
            letter.text.contains("/fr/actions/LA-"),
            "the office hears that it is public: {}",
            letter.text
        );
        assert!(!letter.text.contains("/my/"), "it has no account: {}", letter.text);
    })
    .await;
}
