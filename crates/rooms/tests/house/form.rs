//! The whole form of an action: an ambitious one uses all of it, a careless one is told at each field what to do.

use super::tables::tables_with;
use super::town::{self, ALT, DESK, OFFICER, PDF, PNG, Town};
use crate::harness::{Browser, Filled, Page, Story, on_both};

/// A text that a word processor left behind: its line ends, its bullets, its marks.
const PASTED: &str = "Première ligne\u{b}deuxième ligne\r\n\u{f0b7} un point\u{0}\u{feff} أول";

/// A platform to which the action may be carried.
const PLATFORM: &str = "Plateforme numérique du Pacte mondial sur les réfugiés";

/// What is typed on each further topic: fields with their values.
const TOLD: [(&str, &[(&str, &str)]); 8] = [
    ("numbers", &[("planned-migrants", "1 200"), ("counted-migrants", "7"), ("estimated-refugees", "٣٢٠")]),
    (
        "impact",
        &[
            ("expected", "Une première année sans liste d’attente"),
            ("achieved", "Trois cents places ouvertes"),
            ("figure-1-value", "12,5 %"),
            ("figure-1-unit", "de places en plus"),
            ("figure-1-year", "2025"),
            ("figure-1-month", "5"),
        ],
    ),
    ("participation", &[("participation", "Un conseil de douze femmes migrantes décide des horaires")]),
    ("lessons", &[("lessons", PASTED), ("difficulties", "Le loyer a doublé en un an")]),
    ("replication", &[("replication", "Une maison, deux salariées, un accord avec la préfecture")]),
    (
        "funding",
        &[
            ("funding", "Budget communal"),
            ("amount", "250.000"),
            ("currency", "xof"),
            ("funders", "La région"),
        ],
    ),
    ("peers", &[("needs", "Des modèles de bail"), ("offers", "Nos cours de langue")]),
    (
        "links",
        &[("link-1-address", "https://www.thies.example/maison"), ("link-1-label", "La maison en ligne")],
    ),
];

fn typed(mut form: Filled, values: &[(&str, &str)]) -> Filled {
    for (field, value) in values {
        form = form.set(field, value);
    }
    form
}

async fn answer(officer: &mut Browser, id: &str, topic: &str, values: &[(&str, &str)]) -> Page {
    let path = format!("/fr/my/actions/{id}/{topic}");
    let page = officer.get(&path).await;
    officer.send(typed(page.form(&path), values)).await
}

/// Answers every further topic; gives nothing, for all of it is in the draft.
async fn tell_all(officer: &mut Browser, id: &str) {
    for (topic, values) in TOLD {
        let page = answer(officer, id, topic, values).await;
        assert_eq!(page.status, 200, "{topic}: {:?}", page.errors());
    }
    let base = format!("/fr/my/actions/{id}");
    let page = officer.get(&format!("{base}/principles")).await;
    officer.send(page.form(&format!("{base}/principles")).tick("gcm-principles/people-centred")).await;
    town::picture(officer, "fr", id).await;
    let page = officer.get(&format!("{base}/attachment")).await;
    let form = page.form(&format!("{base}/attachment")).set("attachment-label", "Le plan").tick("yes");
    let page = officer.send_with(form, "file", "plan 2026.pdf", PDF).await;
    assert_eq!(page.status, 200, "{:?}", page.errors());
    let page = officer.get(&format!("{base}/portals")).await;
    let page = officer.send(page.form(&format!("{base}/portals")).tick("gcr").tick("gfmd")).await;
    assert_eq!(page.at(), format!("{base}/check"), "the last topic leads to the answers");
}

/// An officer with a confirmed mandate and a verified signature.
async fn officer_and_desk(story: &Story) -> (Browser, Browser) {
    let mut desk = story.at_desk(DESK).await;
    let mut officer = story.sign_in(OFFICER).await;
    town::propose(&mut officer, "fr", "Ville de Thiès").await;
    town::confirm(&mut desk).await;
    let government = town::governed(&mut officer).await;
    town::sign(&mut officer, "fr", &government).await;
    town::verify(&mut desk).await;
    (officer, desk)
}

#[tokio::test]
async fn an_ambitious_action_uses_the_whole_form_and_loses_no_word() {
    on_both(|story| async move {
        let (mut officer, mut desk) = officer_and_desk(&story).await;
        let id = town::begin(&mut officer, "fr").await;
        town::answer_all(&mut officer, "fr", &id).await;
        tell_all(&mut officer, &id).await;
        let lessons = officer.get(&format!("/fr/my/actions/{id}/lessons")).await;
        let lessons = lessons.form(&format!("/fr/my/actions/{id}/lessons"));
        let kept = "Première ligne\ndeuxième ligne\n• un point أول";
        assert_eq!(lessons.value("lessons"), Some(kept), "what a word processor left is put right");

        let page = officer.get(&format!("/fr/my/actions/{id}/check")).await;
        for words in ["1 200", "320", "12,5 % de places en plus", "La maison en ligne", ALT, PLATFORM] {
            assert!(page.says(words), "{words}: {}", page.words());
        }
        let page = officer.send(page.form(&format!("/fr/my/actions/{id}/send")).tick("yes")).await;
        assert_eq!(
            (page.status, page.errors().len()),
            (422, 1),
            "the protection of people is confirmed apart"
        );
        town::send(&mut officer, "fr", &id).await;
        story.settle().await;
        assert_eq!(tables_with(&story, "peut trouver un refuge").await.len(), 0);
        assert!(
            !tables_with(&story, "trouver un refuge").await.is_empty(),
            "the sentence is kept as it was read"
        );
        let copy = &story.mail_to(OFFICER).await[0];
        assert!(
            copy.text.contains("Le loyer a doublé en un an") && copy.text.contains("320"),
            "{}",
            copy.text
        );
        town::publish(&mut desk, &id).await;
        story.settle().await;

        let mut anyone = story.browser();
        let page = anyone.get("/fr/actions/LA-2026-00001").await;
        for (topic, values) in TOLD.iter().filter(|(topic, _)| !matches!(*topic, "numbers" | "funding")) {
            let texts = values.iter().filter(|(field, _)| !field.contains(['1', '-']) && *field != "lessons");
            for (field, value) in texts {
                assert!(page.says(value), "{topic} {field}: {}", page.words());
            }
        }
        assert!(
            page.says("moins de dix personnes atteintes") && page.says("250 000 XOF"),
            "{}",
            page.words()
        );
        assert!(page.says("Le plan"), "{}", page.words());
        assert!(page.text.contains(&format!("alt=\"{ALT}\"")) && page.says("Ville de Thiès · CC-BY-4.0"));
        assert!(!page.says(PLATFORM), "to whom it may be carried is between the city and the desk");
        files_are_served(&mut anyone, &page).await;
        let found = anyone.get("/fr/actions?q=pr%C3%A9fecture").await;
        assert!(found.says(town::TITLE), "further texts are searched: {}", found.words());
    })
    .await;
}

async fn files_are_served(anyone: &mut Browser, page: &Page) {
    let picture = page.sources().into_iter().find(|src| src.contains("/files/")).expect("a picture");
    let picture = anyone.get(&picture).await;
    assert_eq!((picture.status, picture.headers["content-type"].to_str().unwrap()), (200, "image/png"));
    assert_eq!(picture.headers["x-content-type-options"], "nosniff");
    let document = page.links("a").into_iter().find(|href| href.contains("/files/")).expect("a document");
    let document = anyone.get(&document).await;
    let disposition = document.headers["content-disposition"].to_str().unwrap().to_owned();
    assert!(document.status == 200 && disposition.starts_with("attachment"), "{disposition}");
}

#[tokio::test]
async fn a_picture_is_hidden_shown_removed_and_protected() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let mut anyone = story.browser();
        let address = format!("/fr/actions/{}", town.reference);
        let page = anyone.get(&address).await;
        let picture = page.sources().into_iter().find(|src| src.contains("/files/")).expect("a picture");
        assert_eq!(anyone.get(&picture).await.status, 200);

        let mine = format!("/fr/my/actions/{}", town.published);
        let page = town.officer.get(&mine).await;
        let page = town.officer.send(page.form(&format!("{mine}/hide"))).await;
        assert!(page.says("seuls à voir les images"), "{}", page.words());
        story.settle().await;
        assert_eq!(anyone.get(&picture).await.status, 404, "hidden at once");
        assert!(!anyone.get(&address).await.text.contains(ALT));

        let there = format!("/en/desk/actions/{}", town.published);
        let press = |page: &Page, what: &str| page.form(&format!("{there}/pictures")).press("do", what);
        let page = town.desk.get(&there).await;
        town.desk.send(press(&page, "show")).await;
        story.settle().await;
        assert_eq!(anyone.get(&picture).await.status, 200, "shown again");
        let page = town.desk.get(&there).await;
        town.desk.send(press(&page, "remove")).await;
        story.settle().await;
        assert_eq!(anyone.get(&picture).await.status, 404, "removed");
        assert!(anyone.get(&address).await.says("Le secrétariat a retiré une image."));
        let file = picture.rsplit('/').next().unwrap();
        let kept = town.officer.get(&format!("{mine}/files/{file}")).await;
        assert_eq!(kept.status, 404, "its file is gone for everyone");

        let there = format!("/en/desk/actions/{}", town.sent);
        let page = town.desk.get(&there).await;
        town.desk.send(page.form(&format!("{there}/publish"))).await;
        story.settle().await;
        let second = anyone.get("/fr/actions/LA-2026-00002").await;
        let picture = second.sources().into_iter().find(|src| src.contains("/files/")).expect("a picture");
        let page = town.desk.get(&there).await;
        town.desk.send(page.form(&format!("{there}/protect"))).await;
        story.settle().await;
        assert_eq!(anyone.get(&picture).await.status, 410, "a protective withdrawal takes pictures with it");
    })
    .await;
}

/// A topic, what is typed there (field and text), and the field that is wrong.
type Wrong = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const WRONG: [Wrong; 9] = [
    ("numbers", &[("planned-migrants", "many")], "planned-migrants"),
    ("numbers", &[("counted-refugees", "-3")], "counted-refugees"),
    ("funding", &[("amount", "12,5"), ("currency", "EUR")], "amount"),
    ("funding", &[("amount", "12")], "currency"),
    ("impact", &[("figure-1-unit", "places")], "figure-1-value"),
    ("impact", &[("figure-1-value", "3"), ("figure-1-unit", "places"), ("figure-1-month", "5")], "figure-1"),
    ("links", &[("link-1-address", "http://city.example")], "link-1-address"),
    ("links", &[("link-1-address", "javascript:alert(1)")], "link-1-address"),
    ("links", &[("link-1-label", "Our page")], "link-1-address"),
];

#[tokio::test]
async fn what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept() {
    on_both(|story| async move {
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        for (topic, values, wrong) in WRONG {
            let id = town::begin(&mut officer, "fr").await;
            let page = answer(&mut officer, &id, topic, values).await;
            assert_eq!(
                (page.status, page.errors().len()),
                (422, 1),
                "{topic} {values:?}: {:?}",
                page.errors()
            );
            assert_eq!(page.all(&format!("[id=\"{wrong}-error\"]")).len(), 1, "{topic} {wrong}");
            let form = page.form(&format!("/fr/my/actions/{id}/{topic}"));
            for (field, value) in values {
                assert_eq!(form.value(field), Some(*value), "{topic} keeps {field}");
            }
        }
        let id = town::begin(&mut officer, "fr").await;
        let long = "mot ".repeat(1000);
        let page = answer(&mut officer, &id, "lessons", &[("lessons", &long)]).await;
        assert_eq!(page.status, 422);
        let form = page.form(&format!("/fr/my/actions/{id}/lessons"));
        assert_eq!(form.value("lessons"), Some(long.as_str()), "a text that is too long is kept whole");
    })
    .await;
}

#[tokio::test]
async fn files_that_are_not_taken_are_refused_with_a_sentence() {
    on_both(|story| async move {
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        let id = town::begin(&mut officer, "fr").await;
        let path = format!("/fr/my/actions/{id}/pictures");
        for (name, bytes) in [("a.jpg", &b"GIF89a, not a JPEG"[..]), ("a.png", PDF), ("a.png", &PNG[..30])] {
            let page = officer.get(&path).await;
            let form = page.form(&path).set("picture-1-alt", "Une maison");
            let page = officer.send_with(form, "file", name, bytes).await;
            assert_eq!((page.status, page.errors().len()), (422, 1), "{name}: {}", page.words());
            assert_eq!(page.form(&path).value("picture-1-alt"), Some("Une maison"), "the words are kept");
        }
        let page = officer.get(&path).await;
        let page = officer.send_with(page.form(&path).set("picture-1-alt", ""), "file", "a.png", PNG).await;
        assert_eq!((page.status, page.errors().len()), (422, 3), "{:?}", page.errors());
        assert_eq!(
            page.sources().iter().filter(|src| src.contains("/files/")).count(),
            1,
            "the file is kept"
        );

        let path = format!("/fr/my/actions/{id}/attachment");
        let page = officer.get(&path).await;
        let page = officer.send_with(page.form(&path), "file", "plan.pdf", PNG).await;
        assert_eq!(page.errors(), ["Ce fichier n’est pas un PDF. Envoyez le document en PDF"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_publishes_a_file_of_another_action() {
    on_both(|story| async move {
        let mut town = Town::build(&story).await;
        let mine = town.officer.get(&format!("/fr/my/actions/{}/pictures", town.draft)).await;
        let picture = mine.sources().into_iter().find(|src| src.contains("/files/")).expect("a picture");
        let file = picture.rsplit('/').next().unwrap().to_owned();
        let id = town::begin(&mut town.other, "en").await;
        let path = format!("/en/my/actions/{id}/pictures");
        let page = town.other.get(&path).await;
        let code = format!("{file} {} 4x3", "0".repeat(64));
        let form = page.form(&path).set("picture-1", &code).set("picture-1-alt", "Stolen");
        let page = town.other.send_with(form, "nothing", "", b"").await;
        assert!(page.sources().iter().all(|src| !src.contains("/files/")), "{}", page.words());
        let page = town.other.get(&format!("/en/my/actions/{id}/files/{file}")).await;
        assert_eq!(page.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_place_is_shown_by_its_district_only() {
    on_both(|story| async move {
        let (mut officer, mut desk) = officer_and_desk(&story).await;
        let id = town::begin(&mut officer, "fr").await;
        town::answer_all(&mut officer, "fr", &id).await;
        let values = [("other", "Maison des Manguiers, 12 rue du Puits"), ("district", "Quartier Nord")];
        let path = format!("/fr/my/actions/{id}/where");
        let page = officer.get(&path).await;
        officer.send(typed(page.form(&path), &values).tick("yes")).await;
        town::send(&mut officer, "fr", &id).await;
        let page = desk.get(&format!("/en/desk/actions/{id}")).await;
        assert!(page.says("Manguiers") && page.says("Quartier Nord"), "{}", page.words());
        town::publish(&mut desk, &id).await;
        story.settle().await;
        let mut anyone = story.browser();
        let page = anyone.get("/fr/actions/LA-2026-00001").await;
        assert!(page.says("Quartier Nord") && !page.text.contains("Manguiers"), "{}", page.words());
        assert!(
            !anyone.get("/fr/actions?q=Manguiers").await.says(town::TITLE),
            "nor does the search know it"
        );
        let holds = tables_with(&story, "Manguiers").await;
        assert!(!holds.contains(&"public_record".to_owned()), "{holds:?}");
    })
    .await;
}

#[tokio::test]
async fn a_place_that_is_hidden_later_is_on_no_earlier_day_either() {
    on_both(|story| async move {
        let (mut officer, mut desk) = officer_and_desk(&story).await;
        let id = town::begin(&mut officer, "fr").await;
        town::answer_all(&mut officer, "fr", &id).await;
        let (base, path) = (format!("/fr/my/actions/{id}"), format!("/fr/my/actions/{id}/where"));
        let page = officer.get(&path).await;
        officer.send(typed(page.form(&path), &[("other", "Maison des Manguiers")])).await;
        town::send(&mut officer, "fr", &id).await;
        town::publish(&mut desk, &id).await;
        story.settle().await;
        let mut anyone = story.browser();
        let then = format!("/fr/actions?q=Manguiers&as-of={}", story.house.now().date());
        assert!(anyone.get(&then).await.says(town::TITLE), "it was named on that day");

        story.advance(2 * 86_400);
        let (mut officer, mut desk) = (story.sign_in(OFFICER).await, story.sign_in(DESK).await);
        let page = officer.get(&base).await;
        officer.send(page.form(&format!("{base}/revise"))).await;
        let page = officer.get(&path).await;
        officer.send(typed(page.form(&path), &[("district", "Quartier Nord")]).tick("yes")).await;
        town::send(&mut officer, "fr", &id).await;
        town::publish(&mut desk, &id).await;
        story.settle().await;
        assert!(anyone.get("/fr/actions/LA-2026-00001").await.says("Quartier Nord"));
        let page = anyone.get(&then).await;
        assert!(!page.says(town::TITLE), "{}", page.words());
        let holds = tables_with(&story, "Manguiers").await;
        assert!(!holds.contains(&"public_record".to_owned()), "{holds:?}");
    })
    .await;
}
