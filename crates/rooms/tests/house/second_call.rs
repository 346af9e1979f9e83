//! A Call is a record: another file, with another declaration and other frameworks, runs the same house.

use rooms::{calls, declarations, intake};
use sea_orm::ConnectionTrait;
use vocabulary::{Actor, Lang};

use super::town::{self, DESK, OFFICER, TITLE};
use crate::harness::{Browser, Setting, Story, USUAL, on_both_with};

const SECOND: &str = include_str!("../data/second-call.toml");
/// What only the first Call says, in the languages of the interface.
const OF_THE_FIRST: [&str; 8] = [
    "Call to Local Action",
    "Appel à l’action locale",
    "Marrakech",
    "Mayors Mechanism",
    "Mécanisme des maires",
    "marrakech",
    "LA-2026",
    "CC-BY-4.0",
];

/// A house that begins with the second Call and never had the first.
async fn with_second(story: &Story) {
    let tx = story.house.act().await.unwrap();
    let call = calls::create::create(&tx, Actor::Program("call"), SECOND).await.unwrap();
    declarations::ensure(&tx, Actor::Program("call"), &call).await.unwrap();
    tx.commit().await.unwrap();
    let current = intake::first_call(&story.house).await.unwrap();
    assert_eq!(current.slug, "rivers-pact", "a house that has a Call gets no other");
    story.settle().await;
}

async fn says_nothing_of_the_first(reader: &mut Browser, path: &str) {
    let page = reader.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    for word in OF_THE_FIRST {
        assert!(!page.text.contains(word), "{path} says “{word}”");
    }
}

#[tokio::test]
async fn another_call_from_another_file_runs_the_same_house() {
    let setting = Setting { first_call: false, ..USUAL };
    on_both_with(setting, |story| async move {
        with_second(&story).await;
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        town::confirm(&mut desk).await;
        let government = town::governed(&mut officer).await;
        let signature = town::sign(&mut officer, "fr", &government).await;
        town::verify(&mut desk).await;
        let id = town::begin(&mut officer, "fr").await;
        for topic in town::TOPICS {
            let here = format!("/fr/my/actions/{id}/{topic}");
            let page = officer.get(&here).await;
            let form = page.form(&here);
            let form = match topic {
                "priority" => form.tick("2"),
                _ => town::filled(topic, form),
            };
            officer.send(form).await;
        }
        let page = town::send(&mut officer, "fr", &id).await;
        assert!(page.says("RP-2026-00001"), "{}", page.words());
        town::publish(&mut desk, &id).await;
        story.settle().await;

        let mut reader = story.browser();
        for path in [
            "/fr/",
            "/en/",
            "/fr/actions",
            "/fr/actions?gcr=2",
            "/fr/objectives",
            "/fr/objectives/gcr/2",
            "/fr/countries/SN",
            "/fr/map",
            "/fr/governments",
            "/fr/about",
            "/fr/declarations",
            "/fr/declarations/charter-of-the-rivers",
            &format!("/fr/declarations/charter-of-the-rivers/signatures/{signature}"),
            "/fr/privacy",
            "/fr/sign-in",
            "/fr/actions/RP-2026-00001",
        ] {
            says_nothing_of_the_first(&mut reader, path).await;
        }
        for path in ["/fr/my", "/fr/my/actions", "/fr/me"] {
            says_nothing_of_the_first(&mut officer, path).await;
        }
        for path in ["/fr/actions?gcr=2", "/fr/objectives/gcr/2", "/fr/map", "/fr/countries/SN"] {
            assert!(reader.get(path).await.says(TITLE), "{path}");
        }
        assert!(reader.get("/fr/").await.says("Pacte des rivières"));
        assert!(reader.get("/fr/about").await.says("Bureau des rivières"));
        let page = town::public(&mut reader, "fr", "RP-2026-00001").await;
        assert!(page.says("CC-BY-SA-4.0") || page.text.contains("by-sa/4.0"), "{}", page.words());
        for letter in story.mail_to(OFFICER).await {
            assert!(
                !letter.subject.contains("Appel") && !letter.subject.contains("Call to"),
                "{}",
                letter.subject
            );
            assert!(!letter.text.contains("Marrakech"), "{}", letter.text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_house_that_is_there_says_titles_as_they_are_translated_today() {
    const TITLE: &str = "تحسين الحوكمة المحلية للهجرة والنزوح القسري";
    on_both_with(USUAL, |story| async move {
        let tx = story.house.note().await.unwrap();
        let older = format!("UPDATE framework SET body = replace(body, '{TITLE}', 'an older wording')");
        tx.conn().execute_unprepared(&older).await.unwrap();
        tx.commit().await.unwrap();
        story.house.refresh().await.unwrap();
        let catalogue = story.house.catalogue();
        let label = catalogue.label("priorities/governance", Lang::Ar).unwrap();
        assert_eq!((label.title, label.lang), (TITLE, Lang::Ar));
    })
    .await;
}
