//! The journal holds no personal data and verifies; followers may be replayed; the index may be built anew.

use store::journal::{self, Chain};

use super::tables::{Tables, tables};
use super::town::{ASSESSOR, DESK, OFFICER, OTHER, RARE, SECOND, SENTENCE, TITLE, Town};
use crate::harness::{Story, on_both};

/// The questions whose answers must be the same after everything was built anew.
const QUESTIONS: [&str; 5] = [
    "/fr/actions",
    "/fr/actions?q=palabrotheque",
    "/fr/actions?gcm=15&country=SN",
    "/fr/governments?q=thies",
    "/fr/map",
];

async fn answers(story: &Story) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for question in QUESTIONS {
        let page = story.browser().get(question).await;
        assert_eq!(page.status, 200, "{question}");
        let mut found = page.links("main a");
        found.retain(|href| href.contains("/LA-") || href.contains("/LG-"));
        found.extend(page.all("main .count, main label"));
        all.push(found);
    }
    all
}

/// The public records without the numbers of their changes, which go on counting.
fn records(tables: &Tables) -> Vec<String> {
    let mut rows: Vec<String> = tables["public_record"].lines().map(without_change).collect();
    rows.sort();
    rows
}

fn without_change(row: &str) -> String {
    let mut parts: Vec<&str> = row.splitn(4, ',').collect();
    parts.remove(2);
    parts.join(",")
}

#[tokio::test]
async fn facts_hold_no_personal_data_and_the_chain_verifies() {
    on_both(|story| async move {
        let _town = Town::build(&story).await;
        let conn = story.house.store.read();
        let facts = journal::since(conn, 0, 10_000).await.unwrap();
        let told = |kind: &str| facts.iter().any(|fact| fact.kind == kind);
        for kind in
            ["person.joined", "mandate.confirmed", "signature.verified", "action.sent", "action.published"]
        {
            assert!(told(kind), "{kind}");
        }
        let personal =
            [OFFICER, OTHER, DESK, SECOND, ASSESSOR, "Aminata", "Sarr", "@", TITLE, SENTENCE, RARE];
        let rows = tables(&story).await.remove("journal").unwrap();
        for word in personal {
            assert!(!rows.contains(word), "the journal holds “{word}”");
        }
        for fact in &facts {
            let note = fact.note.to_string();
            assert!(note.len() < 400, "{}: a note is no place for texts: {note}", fact.kind);
        }
        let chain = journal::verify(conn).await.unwrap();
        assert!(matches!(chain, Chain::Whole { .. }), "{chain:?}");
    })
    .await;
}

#[tokio::test]
async fn followers_heard_again_say_the_same_and_write_no_second_letter() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let path = format!("/en/desk/actions/{}", town.published);
        story.advance(24 * 3600);
        town.desk = story.sign_in(DESK).await;
        let page = town.desk.get(&path).await;
        let form = page.form(&format!("{path}/withdraw"));
        let page = town.desk.send(form.set("reason", "mistake")).await;
        assert_eq!(page.status, 200, "{}", page.words());
        story.settle().await;
        let (before, asked) = (tables(&story).await, answers(&story).await);
        let gone = story.browser().get(&format!("/fr/actions/{}", town.reference)).await;
        assert_eq!(gone.status, 410);
        story.advance(40 * 24 * 3600);
        for _ in 0..2 {
            for standing in story.house.followers().status().await.unwrap() {
                story.house.followers().reset(standing.name).await.unwrap();
            }
            story.settle().await;
        }
        let after = tables(&story).await;
        assert_eq!(records(&before), records(&after));
        let letters = |tables: &Tables| tables["mail"].lines().count();
        assert_eq!(letters(&before), letters(&after), "no second letter");
        assert_eq!(before["journal"], after["journal"]);
        assert_eq!(asked, answers(&story).await);
        let again = story.browser().get(&format!("/fr/actions/{}", town.reference)).await;
        assert_eq!(again.all("main"), gone.all("main"), "it says the same day");
        assert!(story.house.followers().parked().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_index_built_anew_answers_the_same() {
    on_both(|story| async move {
        let _town = Town::build(&story).await;
        story.settle().await;
        let before = answers(&story).await;
        assert!(before.iter().all(|found| !found.is_empty()), "{before:?}");
        rooms::register::snapshot::rebuild(&story.house.store, &story.house.index).await.unwrap();
        assert_eq!(before, answers(&story).await);
    })
    .await;
}
