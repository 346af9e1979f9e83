//! An officer's home: one next step, the way to everything else, and back to what was given.

use super::town::{self, DESK, OFFICER, PDF, Town};
use crate::harness::{Page, on_both};

/// The one button of the first government on the page.
fn next_step(page: &Page) -> String {
    let steps = page.all(".row .ds-button");
    assert_eq!(steps.len(), 1, "{}", page.words());
    steps[0].clone()
}

#[tokio::test]
async fn the_next_step_is_the_button_and_everything_else_a_link() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        let page = officer.get("/en/my").await;
        assert!(next_step(&page).starts_with("Begin an action"), "a draft needs no confirmation");
        town::confirm(&mut desk).await;
        let page = officer.get("/en/my").await;
        assert!(next_step(&page).starts_with("Signature of the declaration"), "{}", page.words());
        let government = town::governed(&mut officer).await;
        let leaders = format!("/en/my/governments/{government}/leaders");
        assert!(page.links("a").contains(&leaders), "{:?}", page.links("a"));
        town::sign(&mut officer, "fr", &government).await;
        let page = officer.get("/en/my").await;
        assert!(next_step(&page).starts_with("Begin an action"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn whoever_gave_a_proof_can_have_it_back_and_nobody_else_but_the_desk() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let path = town::first_link(&town.officer.get("/en/my").await, "/en/my/mandates/");
        let page = town.officer.get(&path).await;
        assert_eq!(town.officer.get(&format!("{path}/file")).await.status, 404, "nothing was given yet");
        let page = town.officer.send_with(page.form(&path), "file", "letter.pdf", PDF).await;
        assert!(page.says("The proof is kept"), "{}", page.words());
        let page = town.officer.get(&path).await;
        assert!(page.links("a").contains(&format!("{path}/file")), "{}", page.words());
        let file = town.officer.get(&format!("{path}/file")).await;
        assert_eq!(file.status, 200);
        assert!(file.text.starts_with("%PDF"), "the file itself");
        assert_eq!(town.other.get(&format!("{path}/file")).await.status, 403);
        let at_desk = path.replace("/my/", "/desk/");
        assert_eq!(town.desk.get(&at_desk).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_questions_are_those_of_the_form() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let empty = town::begin(&mut town.officer, "en").await;
        let page = story.browser().get("/en/questions").await;
        assert_eq!(page.status, 200);
        let words = page.words();
        let more = [
            "numbers",
            "impact",
            "participation",
            "lessons",
            "replication",
            "funding",
            "principles",
            "peers",
            "links",
            "attachment",
            "portals",
        ];
        for topic in town::TOPICS.into_iter().chain(more) {
            let form = town.officer.get(&format!("/en/my/actions/{empty}/{topic}")).await;
            for legend in form.all("main .form legend") {
                let asked = legend.trim_end_matches("(optional)").trim().to_owned();
                assert!(words.contains(&asked), "{topic}: “{asked}” is not among the questions");
            }
        }
        for told in ["Amount", "Description", "(optional)"] {
            assert!(words.contains(told), "“{told}”: {words}");
        }
    })
    .await;
}
