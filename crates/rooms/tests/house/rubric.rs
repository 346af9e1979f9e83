//! Stories of what assessors mark by: every mark has its words, marks stay beside the criteria under which they were given,
//! and a revision of a public action is the desk's to decide.

use rooms::assessment::declare::{Said, declare};
use rooms::assessment::mark::hand_in;
use rooms::assessment::{self, Mark, Sheet};
use rooms::people::{self, Acting, Address, Role};
use vocabulary::{Lang, LanguageMap};

use super::assessment::{ONE, Scene, TWO, asked, give, say_ties};
use super::town;
use crate::harness::on_both;

#[tokio::test]
async fn marks_stand_beside_the_criteria_under_which_they_were_given() {
    on_both(|story| async move {
        let mut scene = Scene::set(&story).await;
        scene.ask(&[ONE, TWO]).await;
        let one = asked(&mut scene.one).await;
        let page = say_ties(&mut scene.one, &one, "none").await;
        for mark in 0..=4 {
            let words =
                page.all("label").into_iter().filter(|label| label.starts_with(&format!("{mark} — ")));
            assert_eq!(words.count(), 7, "what {mark} stands for is said of every criterion");
        }
        let page = scene.one.send(page.form(&format!("{one}/hand-in"))).await;
        let wrong = page.errors();
        assert_eq!((page.status, wrong.len()), (422, 7), "{wrong:?}");
        assert!(wrong.iter().any(|line| line.starts_with("Partnership: choose a mark")), "{wrong:?}");
        give(&mut scene.one, &one, "3", "", "").await;

        // The Call changes one criterion before the other marks.
        let mut call = (*story.house.call().unwrap()).clone();
        call.rubric[0].name = LanguageMap::original(Lang::En, "Contribution to what was agreed later");
        let tx = story.house.act().await.unwrap();
        let address = Address::parse(TWO).unwrap();
        let person = people::person_for(&tx, &address).await.unwrap();
        let acting = Acting::person(person, Some(Role::Assessor));
        let open = assessment::waiting(tx.conn()).await.unwrap().remove(0).assessment;
        let panel = assessment::panel(tx.conn(), open.id).await.unwrap();
        let id = panel.iter().find(|one| one.assessor == person).unwrap().id;
        declare(&tx, &acting, id, Said { none: true, ..Said::default() }).await.unwrap();
        let marks = call.rubric.iter().map(|one| (one.key.clone(), Mark::Score(1))).collect();
        let sheet = Sheet { marks, to_city: String::new(), to_desk: String::new() };
        hand_in(&tx, &acting, &call, id, &sheet).await.unwrap();
        tx.commit().await.unwrap();

        let page = scene.desk.get(&scene.path()).await;
        let criteria = page.all("tbody th");
        assert_eq!(criteria.len(), 8, "seven of each, of which six are the same: {criteria:?}");
        assert!(page.says("The Call has changed its criteria since"), "{}", page.words());
        let row = |name: &str| {
            let rows = page.all("tbody tr").into_iter().filter(|row| row.starts_with(name));
            rows.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(row("Contribution to the objectives of the two Compacts").matches('3').count(), 2);
        assert!(row("Contribution to what was agreed later").contains('1'), "{}", page.words());
        assert!(!page.says(ONE) && page.says("ines.assessor"), "people are not called by their address");
    })
    .await;
}

#[tokio::test]
async fn a_revision_of_a_public_action_is_decided_at_the_desk() {
    on_both(|story| async move {
        let mut scene = Scene::set(&story).await;
        town::publish(&mut scene.desk, &scene.id).await;
        let base = format!("/fr/my/actions/{}", scene.id);
        let page = scene.officer.get(&base).await;
        scene.officer.send(page.form(&format!("{base}/revise"))).await;
        let at = format!("{base}/sentence");
        let page = scene.officer.get(&at).await;
        let changed = town::SENTENCE.replace("quatre cents", "cinq cents");
        scene.officer.send(page.form(&at).set("sentence", &changed)).await;
        town::send(&mut scene.officer, "fr", &scene.id).await;
        let page = scene.desk.get(&scene.path()).await;
        assert!(page.says("The desk decides it without assessors"), "{}", page.words());
        assert!(page.forms(&format!("{}/assign", scene.path())).is_empty());
        let path = format!("/en/desk/actions/{}", scene.id);
        let page = scene.desk.get(&path).await;
        assert!(page.says("The desk decides it without assessors"), "{}", page.words());
        assert_eq!(page.all("ins"), ["cinq"]);
        town::publish(&mut scene.desk, &scene.id).await;
    })
    .await;
}
