//! Stories of assessment: two who mark unseen by each other, ties, four eyes, the summary; and that nobody sees marks
//! who may not.

use rooms::assessment::assign::{accept, assign};
use rooms::assessment::declare::{Said, declare, decline};
use rooms::assessment::mark::{hand_in, save};
use rooms::assessment::{self, Assignment, Interest, Interests, Mark, Marked, Sheet, may};
use rooms::people::{self, Acting, Address, Role};
use vocabulary::{ActionId, PersonId};

use super::tables::tables_with;
use super::thread::post;
use super::town::{self, DESK, EDITOR, OFFICER, OTHER, SECOND, TITLE};
use crate::harness::{Browser, Page, Story, on_both};

pub const ONE: &str = "ines.assessor@panel.example";
pub const TWO: &str = "tomas.assessor@panel.example";

/// An action that was sent by a government with a verified signature, and everybody who has to do with it.
pub(super) struct Scene {
    pub officer: Browser,
    pub desk: Browser,
    pub one: Browser,
    pub two: Browser,
    pub id: String,
}

impl Scene {
    pub async fn set(story: &Story) -> Scene {
        let mut desk = story.at_desk(DESK).await;
        for address in [ONE, TWO] {
            story.invite(address, Role::Assessor).await;
        }
        let (one, two) = (story.sign_in(ONE).await, story.sign_in(TWO).await);
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        town::confirm(&mut desk).await;
        let government = town::governed(&mut officer).await;
        town::sign(&mut officer, "fr", &government).await;
        town::verify(&mut desk).await;
        let id = sent(&mut officer).await;
        Scene { officer, desk, one, two, id }
    }

    pub fn path(&self) -> String {
        format!("/en/desk/actions/{}/assessment", self.id)
    }

    pub async fn ask(&mut self, who: &[&str]) -> Page {
        let page = self.desk.get(&self.path()).await;
        let mut form = page.form(&format!("{}/assign", self.path()));
        for name in who {
            form = form.tick(name);
        }
        self.desk.send(form).await
    }
}

async fn sent(officer: &mut Browser) -> String {
    let id = town::begin(officer, "fr").await;
    town::answer_all(officer, "fr", &id).await;
    town::send(officer, "fr", &id).await;
    id
}

/// The page of what an assessor was asked.
pub(super) async fn asked(browser: &mut Browser) -> String {
    town::first_link(&browser.get("/en/assess").await, "/en/assess/")
}

/// Says what ties an assessor to the government.
pub(super) async fn say_ties(browser: &mut Browser, path: &str, ties: &str) -> Page {
    let page = browser.get(path).await;
    assert!(!page.says(TITLE), "the action is read only after that: {}", page.words());
    browser.send(page.form(&format!("{path}/interests")).tick(ties)).await
}

/// Marks every criterion alike and hands in.
pub(super) async fn give(
    browser: &mut Browser,
    path: &str,
    mark: &str,
    to_city: &str,
    to_desk: &str,
) -> Page {
    let page = browser.get(path).await;
    let mut form = page.form(&format!("{path}/hand-in"));
    let mut names: Vec<String> = form.names().into_iter().filter(|name| name.starts_with("mark-")).collect();
    names.dedup();
    assert_eq!(names.len(), 7, "{names:?}");
    for name in names {
        form = form.set(&name, mark);
    }
    browser.send(form.set("to_city", to_city).set("to_desk", to_desk)).await
}

/// The words that stand in comments and nowhere else.
const HIDDEN: [&str; 2] = ["quokka", "wombat"];

/// Nobody finds the comments of an assessor on these pages.
async fn unseen(browser: &mut Browser, paths: &[String]) {
    for path in paths {
        let page = browser.get(path).await;
        for word in HIDDEN {
            assert!(!page.text.contains(word), "{path} says “{word}”: {}", page.words());
        }
    }
}

/// Two who were asked: one without a tie, one of the same country, which the desk accepts with a reason.
async fn asked_and_accepted(story: &Story, scene: &mut Scene) -> (String, String) {
    let page = scene.ask(&[]).await;
    assert_eq!((page.status, page.errors().len()), (422, 1), "{}", page.words());
    let page = scene.ask(&[ONE, TWO]).await;
    assert!(page.says("Asked."), "{}", page.words());
    let letter = &story.mail_to(ONE).await[0];
    assert!(letter.subject.contains("LA-2026-00001"), "{}", letter.subject);
    assert!(!letter.text.contains(TITLE), "{}", letter.text);
    let page = scene.officer.get(&format!("/en/my/actions/{}", scene.id)).await;
    assert!(page.says("in assessment"), "{}", page.words());
    let (one, two) = (asked(&mut scene.one).await, asked(&mut scene.two).await);
    let page = scene.one.get(&one).await;
    let page = scene.one.send(page.form(&format!("{one}/interests"))).await;
    assert_eq!((page.status, page.errors().len()), (422, 1), "{}", page.words());
    let page = say_ties(&mut scene.one, &one, "none").await;
    assert!(page.says(TITLE), "{}", page.words());
    let page = say_ties(&mut scene.two, &two, "same_country").await;
    assert!(!page.says(TITLE), "{}", page.words());
    assert!(story.mail_to(DESK).await[0].subject.contains("declared a tie"));
    let (there, accept) = (scene.path(), format!("{}/accept", scene.path()));
    let page = scene.desk.get(&there).await;
    let page = scene.desk.send(page.form(&accept)).await;
    assert_eq!(page.status, 422, "a reason is needed");
    let page = scene.desk.send(page.form(&accept).set("accepted", "Another region")).await;
    assert!(page.says("Another region"), "{}", page.words());
    assert!(story.mail_to(TWO).await[0].subject.contains("you may assess"));
    (one, two)
}

/// The second marks too; the panel and the desk see all, the desk decides, and the city reads what was for it.
async fn seen_and_decided(
    story: &Story,
    scene: &mut Scene,
    (one, two): (&str, &str),
    strangers: [&mut Browser; 2],
) {
    let (there, my) = (scene.path(), format!("/en/my/actions/{}", scene.id));
    // With the second the panel sees the marks; what was for the desk only the desk does.
    let page = give(&mut scene.two, two, "2", "", "").await;
    assert!(page.says("quokka") && !page.says("wombat"), "{}", page.words());
    assert!(story.mail_to(DESK).await[0].subject.contains("all marks are in"));
    let page = scene.desk.get(&there).await;
    assert!(page.says("wombat") && page.says("3.0") && page.says("tomas.assessor"), "{}", page.words());
    unseen(&mut scene.officer, &[my.clone(), format!("{my}/assessment")]).await;

    // The desk decides: the city reads the reasons and what was said to it, and nothing else.
    let form = page.form(&format!("{there}/revise"));
    assert_eq!(form.value("reasons"), Some("quokka for the city"), "the comments to the city stand there");
    let page = scene.desk.send(form.clone().set("reasons", "")).await;
    assert_eq!((page.status, page.errors().len()), (422, 1), "{}", page.words());
    let page = scene.desk.send(form.set("reasons", "Name the partners. quokka")).await;
    assert!(page.says("Returned."), "{}", page.words());
    let letter = &story.mail_to(OFFICER).await[0];
    assert!(letter.text.contains("Name the partners."), "{}", letter.text);
    let page = scene.officer.get(&format!("{my}/assessment")).await;
    assert!(page.says("quokka for the city") && page.says("returned for revision"), "{}", page.words());
    for word in ["wombat", ONE, TWO, "3.0"] {
        assert!(!page.text.contains(word), "{word}: {}", page.words());
    }
    for stranger in strangers {
        unseen(stranger, &[format!("{my}/assessment"), my.clone()]).await;
    }
    let late = scene.one.get("/en/me").await.form("/en/me").value("csrf").unwrap().to_owned();
    let page = post(&mut scene.one, &format!("{one}/save"), &late, "to_city=later").await;
    assert_eq!(page.status, 422, "what is in is never changed");
}

#[tokio::test]
async fn two_mark_an_action_unseen_by_each_other_and_the_desk_returns_it() {
    on_both(|story| async move {
        let mut scene = Scene::set(&story).await;
        story.invite(EDITOR, Role::Editor).await;
        let mut editor = story.sign_in(EDITOR).await;
        let mut other = story.sign_in(OTHER).await;
        let (one, two) = asked_and_accepted(&story, &mut scene).await;

        // What is missing is said, what was typed is kept.
        let page = scene.one.get(&one).await;
        let form = page.form(&format!("{one}/hand-in")).set("mark-beyond", "3").set("to_city", "quokka");
        let page = scene.one.send(form).await;
        assert_eq!((page.status, page.errors().len()), (422, 6), "{}", page.words());
        assert!(page.text.contains("quokka"), "what was typed is kept");
        let page = give(&mut scene.one, &one, "4", "quokka for the city", "wombat for the desk").await;
        assert!(page.says("Your marks are in.") && page.says("wombat"), "{}", page.words());

        // Nobody but their author sees them: no page, no list, no search, no journal, no letter.
        let there = scene.path();
        let my = format!("/en/my/actions/{}", scene.id);
        let everywhere = [
            one.clone(),
            two.clone(),
            there.clone(),
            my.clone(),
            format!("{my}/assessment"),
            format!("/en/desk/actions/{}", scene.id),
            format!("/en/edit/{}", scene.id),
            "/en/desk".to_owned(),
            "/en/desk/journal".to_owned(),
            "/en/assess".to_owned(),
            "/en/edit".to_owned(),
            "/en/actions/LA-2026-00001".to_owned(),
        ];
        let readers = [&mut scene.two, &mut scene.desk, &mut scene.officer, &mut editor, &mut other];
        for reader in readers {
            unseen(reader, &everywhere).await;
        }
        unseen(&mut story.browser(), &everywhere).await;
        for stranger in [&mut scene.two, &mut scene.officer, &mut other, &mut editor] {
            let page = stranger.peek(&one).await;
            assert!(matches!(page.status, 403 | 404), "{}", page.status);
        }
        let found = story.browser().get("/en/actions?q=quokka").await;
        assert!(found.says("Nothing found"), "{}", found.words());
        for word in HIDDEN {
            assert_eq!(tables_with(&story, word).await, ["assessment_sheet"], "{word}");
        }
        let page = scene.desk.get(&there).await;
        assert!(page.says("shown here when all are in"), "{}", page.words());
        assert!(page.forms(&format!("{there}/revise")).is_empty(), "nothing is decided before");

        let mut strangers = (other, story.browser());
        seen_and_decided(&story, &mut scene, (&one, &two), [&mut strangers.0, &mut strangers.1]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_is_tied_to_the_government_does_not_assess_it() {
    on_both(|story| async move {
        let mut scene = Scene::set(&story).await;
        story.invite(OFFICER, Role::Assessor).await;
        story.settle().await;
        story.advance(200);
        let officer = story.sign_in(OFFICER).await;
        let page = scene.ask(&[OFFICER]).await;
        assert_eq!((page.status, page.errors().len()), (422, 1), "{}", page.words());
        assert!(page.says("may not assess it"), "{}", page.words());
        drop(officer);

        scene.ask(&[ONE]).await;
        let one = asked(&mut scene.one).await;
        let page = say_ties(&mut scene.one, &one, "advises").await;
        assert!(page.says("may not assess this") && !page.says(TITLE), "{}", page.words());
        let token = scene.one.get("/en/me").await.form("/en/me").value("csrf").unwrap().to_owned();
        let page = post(&mut scene.one, &format!("{one}/save"), &token, "mark-beyond=4").await;
        assert_eq!(page.status, 422, "{}", page.words());
        let letter = &story.mail_to(DESK).await[0];
        assert!(letter.subject.contains("may not assess"), "{}", letter.subject);
        assert!(!letter.text.contains(ONE), "{}", letter.text);
        let page = scene.desk.get("/en/desk").await;
        assert!(page.says("ask another assessor"), "{}", page.words());

        // Another one is asked, says why not, and the desk calls it off: the action waits as before.
        scene.ask(&[TWO]).await;
        let two = asked(&mut scene.two).await;
        let page = scene.two.get(&two).await;
        let form = page.form(&format!("{two}/decline"));
        let page = scene.two.send(form.clone()).await;
        assert_eq!(page.status, 422, "{}", page.words());
        scene.two.send(form.set("reasons", "On leave")).await;
        let there = scene.path();
        let page = scene.desk.get(&there).await;
        assert!(page.says("On leave"), "{}", page.words());
        let page = scene.desk.send(page.form(&format!("{there}/call-off"))).await;
        assert!(page.says("Called off."), "{}", page.words());
        town::publish(&mut scene.desk, &scene.id).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_upon_their_own_marks_alone_and_an_editor_writes_the_summary() {
    on_both(|story| async move {
        let mut scene = Scene::set(&story).await;
        story.invite(SECOND, Role::Secretariat).await;
        let mut second = story.sign_in(SECOND).await;
        story.invite(EDITOR, Role::Editor).await;
        let mut editor = story.sign_in(EDITOR).await;
        scene.ask(&[SECOND]).await;
        let mine = asked(&mut second).await;
        say_ties(&mut second, &mine, "none").await;
        give(&mut second, &mine, "3", "Well told.", "").await;
        let there = scene.path();
        let page = second.get(&there).await;
        assert!(page.says("You alone have marked it"), "{}", page.words());
        let token = second.get("/en/me").await.form("/en/me").value("csrf").unwrap().to_owned();
        let page = post(&mut second, &format!("{there}/publish"), &token, "").await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert!(page.says("You alone have marked it"), "{}", page.words());
        let page = post(&mut second, &format!("/en/desk/actions/{}/publish", scene.id), &token, "").await;
        assert_eq!(page.status, 422, "not by the other door either: {}", page.words());
        assert!(!story.facts().await.contains(&"action.published".to_owned()));

        // The editor writes while it is assessed; nothing of it is public yet.
        let edit = format!("/en/edit/{}", scene.id);
        let page = editor.get(&edit).await;
        let page = editor.send(page.form(&edit)).await;
        assert_eq!((page.status, page.errors().len()), (422, 1), "{}", page.words());
        let form = page.form(&edit).set("original", "fr").set("text-fr", "Un résumé : numbat.");
        let page = editor.send(form.set("text-en", "A summary: numbat.")).await;
        assert!(page.says("The summary is saved."), "{}", page.words());
        assert_eq!(story.browser().get("/en/actions/LA-2026-00001").await.status, 404);

        let page = scene.desk.get(&there).await;
        let form = page.form(&format!("{there}/revise"));
        let token = form.value("csrf").unwrap().to_owned();
        let page = post(&mut scene.desk, &format!("{there}/publish"), &token, "reasons=Thank+you.").await;
        assert_eq!(page.status, 303, "{}", page.words());
        let letters = story.mail_to(OFFICER).await;
        let feedback = letters.iter().find(|letter| letter.subject.contains("ce que disent"));
        let feedback = feedback.or(letters.iter().find(|letter| letter.text.contains("Well told.")));
        assert!(feedback.is_some_and(|letter| letter.text.contains("Thank you.")), "{letters:?}");
        let page = town::public(&mut story.browser(), "en", "LA-2026-00001").await;
        assert!(page.says("A summary: numbat.") && page.says("not by the government"), "{}", page.words());
        assert!(!page.text.contains("Well told."), "what is said to the city is not public");
        let found = story.browser().get("/en/actions?q=numbat").await;
        assert!(found.says(TITLE), "the summary is found: {}", found.words());

        // Taken off to protect people, it goes with the rest.
        let path = format!("/en/desk/actions/{}", scene.id);
        let page = scene.desk.get(&path).await;
        scene.desk.send(page.form(&format!("{path}/protect"))).await;
        story.settle().await;
        let record = super::tables::tables(&story).await.remove("public_record").unwrap();
        assert!(!record.contains("numbat"), "{record}");
    })
    .await;
}

#[tokio::test]
async fn reminders_go_before_marks_are_due_and_stop_when_they_are_in() {
    on_both(|story| async move {
        let mut scene = Scene::set(&story).await;
        scene.ask(&[ONE, TWO]).await;
        let one = asked(&mut scene.one).await;
        say_ties(&mut scene.one, &one, "none").await;
        give(&mut scene.one, &one, "1", "", "").await;
        let letters = |letters: Vec<post::Shown>| {
            letters.iter().filter(|letter| letter.subject.contains("is due")).count()
        };
        rooms::wiring::expire_now(&story.house).await.unwrap();
        assert_eq!(letters(story.mail_to(TWO).await), 0, "three weeks before");
        story.advance(19 * 86_400);
        for _ in 0..2 {
            rooms::wiring::expire_now(&story.house).await.unwrap();
        }
        assert_eq!(letters(story.mail_to(TWO).await), 1, "once, however often the house looks");
        assert_eq!(letters(story.mail_to(ONE).await), 0, "never whose marks are in");
        story.advance(8 * 86_400);
        rooms::wiring::expire_now(&story.house).await.unwrap();
        assert_eq!(letters(story.mail_to(TWO).await), 2, "and again after a week");
    })
    .await;
}

async fn person(story: &Story, address: &str) -> PersonId {
    let tx = story.house.act().await.unwrap();
    let id = people::person_for(&tx, &Address::parse(address).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Chance that is the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// One random step of an assessor; a step that does not follow is refused, and changes nothing.
async fn step(story: &Story, desk: &Acting, one: &Assignment, role: Role, dice: &mut Dice) {
    let acting = Acting::person(one.assessor, Some(role));
    let call = story.house.call().unwrap();
    let marks = call.rubric.iter().map(|criterion| (criterion.key.clone(), Mark::Score(2))).collect();
    let sheet = Sheet { marks, to_city: "c".to_owned(), to_desk: "d".to_owned() };
    let said = |kind: Option<Interest>| Said {
        interests: Interests { kinds: kind.into_iter().collect(), words: String::new() },
        none: kind.is_none(),
    };
    let tx = story.house.act().await.unwrap();
    let done = match dice.roll(9) {
        0 => declare(&tx, &acting, one.id, said(Some(Interest::Other))).await.is_ok(),
        1 | 2 => declare(&tx, &acting, one.id, said(None)).await.is_ok(),
        3 => accept(&tx, desk, one.id, "because").await.is_ok(),
        4 if dice.roll(3) == 0 => decline(&tx, &acting, one.id, "no").await.is_ok(),
        4 | 5 => save(&tx, &acting, &call, one.id, &sheet).await.is_ok(),
        _ => hand_in(&tx, &acting, &call, one.id, &sheet).await.is_ok(),
    };
    if done {
        tx.commit().await.unwrap();
    }
}

/// A list within a scope holds exactly what each of its things may be seen.
async fn scope_is_see(story: &Story, actions: &[ActionId], readers: &[Acting], assessors: &[Acting]) {
    let conn = story.house.store.read();
    let mut all: Vec<Marked> = Vec::new();
    for own in assessors {
        let seen = assessment::seen(conn, own, None).await.unwrap();
        all.extend(seen.into_iter().filter(|one| own.actor.person() == Some(one.assignment.assessor)));
    }
    let mut panels = std::collections::BTreeMap::new();
    for action in actions {
        for one in assessment::of_action(conn, *action).await.unwrap() {
            panels.insert(one.id, assessment::panel(conn, one.id).await.unwrap());
        }
    }
    for reader in readers.iter().chain(assessors) {
        let listed = assessment::seen(conn, reader, None).await.unwrap();
        let listed: Vec<_> = listed.iter().map(|one| one.assignment.id).collect();
        let mut filtered: Vec<_> = all
            .iter()
            .filter(|one| may::see(reader, &one.assignment, &panels[&one.assignment.assessment]).is_ok())
            .map(|one| one.assignment.id)
            .collect();
        filtered.sort();
        assert_eq!(listed, filtered, "{reader:?}");
    }
}

#[tokio::test]
async fn the_scope_of_marks_is_what_may_be_seen_of_each() {
    on_both(|story| async move {
        let mut scene = Scene::set(&story).await;
        story.invite(SECOND, Role::Secretariat).await;
        story.sign_in(SECOND).await;
        let mut actions: Vec<ActionId> = vec![scene.id.parse().unwrap()];
        for _ in 0..2 {
            actions.push(sent(&mut scene.officer).await.parse().unwrap());
        }
        let desk = Acting::person(person(&story, DESK).await, Some(Role::Secretariat));
        let second = person(&story, SECOND).await;
        let (one, two) = (person(&story, ONE).await, person(&story, TWO).await);
        let assessors = [
            Acting::person(one, Some(Role::Assessor)),
            Acting::person(two, Some(Role::Assessor)),
            Acting::person(second, Some(Role::Secretariat)),
        ];
        let officer = person(&story, OFFICER).await;
        let readers = [
            desk,
            Acting::person(officer, None),
            Acting::person(officer, Some(Role::Editor)),
            Acting::person(one, None),
            Acting::nobody(),
        ];
        let call = story.house.call().unwrap();
        for (action, panel) in actions.iter().zip([[one, two], [two, second], [one, second]]) {
            let tx = story.house.act().await.unwrap();
            let found = rooms::actions::by_id(tx.conn(), *action).await.unwrap().unwrap();
            assign(&tx, &desk, &call, found, &panel, tx.now().plus_days(9)).await.unwrap();
            tx.commit().await.unwrap();
        }
        let mut dice = Dice(7);
        for _ in 0..60 {
            let action = actions[usize::try_from(dice.roll(3)).unwrap()];
            let conn = story.house.store.read();
            let of = assessment::of_action(conn, action).await.unwrap().remove(0);
            let panel = assessment::panel(conn, of.id).await.unwrap();
            let one = &panel[usize::try_from(dice.roll(2)).unwrap()];
            let role = if one.assessor == second { Role::Secretariat } else { Role::Assessor };
            step(&story, &desk, one, role, &mut dice).await;
            scope_is_see(&story, &actions, &readers, &assessors).await;
        }
        let seen = assessment::seen(story.house.store.read(), &desk, None).await.unwrap();
        assert!(!seen.is_empty(), "the dice brought at least one panel to its end");
    })
    .await;
}
