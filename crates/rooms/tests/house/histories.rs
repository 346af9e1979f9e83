//! Stories of histories: what changed in what a public page says, on which day, in which language, and what is a translation.

use vocabulary::{Actor, Lang, LanguageMap, Origin, Tag};
use web::Difference;

use crate::governments::entered;
use crate::harness::{Story, on_both};
use rooms::declarations;
use rooms::people::Role;

use super::thread::published;

const DAY: i64 = 86_400;
const DESK: &str = "desk@platform.example";
const EDITOR: &str = "editor@platform.example";

#[tokio::test]
async fn a_translation_is_told_from_the_original_and_seen_to_become_stale() {
    on_both(|story: Story| async move {
        let say = story.house.say(Lang::En);
        let plain = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
        let told = |before: Option<&LanguageMap>, now: &LanguageMap| {
            let found = Difference::of_texts("Title", before, Some(now), &say);
            found.into_iter().map(|one| (one.lang, plain(&one.how), one.html)).collect::<Vec<_>>()
        };
        let first = LanguageMap::original(Tag::from(Lang::Fr), "Une maison");
        assert_eq!(told(None, &first)[0].1, "French, the original, wording 1");
        let mut second = first.clone();
        second.translate(Lang::Ar, "بيت", Origin::Machine);
        let came = told(Some(&first), &second);
        assert_eq!((came.len(), came[0].0.as_str()), (1, "ar"), "only what changed: {came:?}");
        assert_eq!(came[0].1, "Arabic, translated by a machine from wording 1 of the original");
        assert!(came[0].2.contains("<ins>بيت</ins>"));
        let mut third = second.clone();
        third.set_original("Une grande maison");
        let stale = told(Some(&second), &third);
        assert_eq!((stale.len(), stale[0].0.as_str()), (2, "fr"), "the original first: {stale:?}");
        assert!(stale[0].2.contains("<ins>grande </ins>") || stale[0].2.contains("grande"), "{stale:?}");
        assert!(stale[1].1.contains("the original has changed") && stale[1].2.is_empty(), "{stale:?}");
        let mut fourth = third.clone();
        fourth.translate(Lang::Ar, "بيت كبير", Origin::Human);
        let mended = told(Some(&third), &fourth);
        assert_eq!(mended[0].1, "Arabic, translated by a person from wording 2 of the original");
        let mut fifth = fourth.clone();
        fifth.translate(Lang::Ar, "", Origin::Human);
        assert_eq!(told(Some(&fourth), &fifth)[0].1, "Arabic: taken away");
        assert!(told(Some(&fifth), &fifth).is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_history_of_a_government_shows_its_names_as_differences() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", None).await;
        let path = format!("/en/governments/{}/history", city.reference);
        let mut reader = story.browser();
        assert!(reader.get(&path).await.all("#said").is_empty(), "nothing has changed yet");
        story.advance(DAY);
        let mut desk = story.at_desk(DESK).await;
        let base = format!("/en/desk/governments/{}", city.reference);
        let page = desk.get(&format!("{base}/edit")).await;
        let form = page.form(&format!("{base}/edit")).set("name", "Freetown <City>").set("tier", "province");
        let page = desk.send(form.set("name-0", "فريتاون").set("language-0", "ar")).await;
        assert!(page.says("The record is changed"), "{:?}", page.errors());
        let page = reader.get(&path).await;
        let changed: Vec<String> = page.all("#said ~ div");
        assert_eq!(changed.len(), 3, "{changed:?}");
        assert!(
            changed[0].starts_with("NameEnglish, the original") && changed[0].contains("City"),
            "{changed:?}"
        );
        assert!(changed[1].contains("Arabic, translated by a person from wording"), "{changed:?}");
        assert!(page.text.contains("lang=\"ar\" dir=\"rtl\""), "{}", page.text);
        assert!(
            page.text.contains("&lt;City&gt;") && changed[2].contains("removed: City, town"),
            "{changed:?}"
        );
        for lang in ["fr", "es", "ar"] {
            let page = reader.get(&format!("/{lang}/governments/{}/history", city.reference)).await;
            assert!(page.status == 200 && !page.text.contains("look-diff"), "{}", page.words());
        }
    })
    .await;
}

#[tokio::test]
async fn the_history_of_a_cohort_shows_its_words_in_each_language() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let page = desk.get("/en/desk/cohorts").await;
        let form =
            page.form("/en/desk/cohorts").set("title", "Marrakech 2026").set("about", "A first round.");
        let page = desk.send(form).await;
        let base = page.at().replacen("/en/", "/fr/", 1);
        let mut reader = story.browser();
        let history = reader.get("/en/cohorts/marrakech-2026/history").await;
        assert!(history.says("Nothing has changed since it came onto the register."), "{}", history.words());
        story.advance(DAY);
        let mut desk = story.sign_in(DESK).await;
        let page = desk.get(&base).await;
        let form = page.form(&format!("{base}/describe")).set("title", "Marrakech 2026");
        desk.send(form.set("about", "Un premier tour.")).await;
        let page = reader.get("/en/cohorts/marrakech-2026").await;
        let link = page.links("a").into_iter().find(|href| href.ends_with("/history")).unwrap();
        let history = reader.get(&link).await;
        assert!(history.says("French, translated by a person from wording 1"), "{}", history.words());
        assert!(history.text.contains("lang=\"fr\" dir=\"ltr\""), "{}", history.text);
        assert!(reader.get("/en/cohorts").await.says("Marrakech 2026"), "it stands in the list once");
        assert_eq!(reader.get("/en/cohorts").await.text.matches("/en/cohorts/marrakech-2026\"").count(), 1);
        assert_eq!(reader.get("/en/cohorts/nothing/history").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_history_of_a_declaration_shows_its_versions_as_differences() {
    on_both(|story| async move {
        let slug = story.house.call().unwrap().declaration.clone();
        let actor = Actor::Program("test");
        let load = async |lang: Lang, text: &str| {
            let tx = story.house.act().await.unwrap();
            let version = declarations::load(&tx, actor, &slug, &Tag::from(lang), text).await.unwrap();
            tx.commit().await.unwrap();
            story.settle().await;
            version
        };
        load(Lang::En, "We act together.").await;
        load(Lang::Fr, "Nous agissons ensemble.").await;
        let mut reader = story.browser();
        let page = reader.get(&format!("/en/declarations/{slug}")).await;
        let link = page.links("a").into_iter().find(|href| href.ends_with("/history")).unwrap();
        let history = reader.get(&link).await;
        assert!(
            history.says("English, the original") && history.says("We act together."),
            "{}",
            history.words()
        );
        assert!(history.says("French, translated by a person from wording 1"), "{}", history.words());
        assert!(history.text.contains("lang=\"fr\" dir=\"ltr\""), "{}", history.text);
        assert_eq!(reader.get("/en/declarations/nothing/history").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_history_of_an_action_shows_its_summary_in_each_language_until_it_is_taken_out() {
    on_both(|story| async move {
        let (_, mut desk, id, reference) = published(&story).await;
        story.invite(EDITOR, Role::Editor).await;
        let mut editor = story.sign_in(EDITOR).await;
        let (edit, history) = (format!("/en/edit/{id}"), format!("/en/actions/{reference}/history"));
        let form = editor.get(&edit).await.form(&edit).set("original", "fr");
        let form = form.set("text-fr", "Un résumé : numbat.").set("text-en", "A summary: numbat.");
        let page = editor.send(form).await;
        assert!(page.says("The summary is saved."), "{:?}", page.errors());
        assert!(!story.browser().get(&history).await.says("numbat"), "one wording has no history");
        let form = editor.get(&edit).await.form(&edit).set("text-fr", "Un résumé : wombat.");
        editor.send(form).await;
        let page = story.browser().get(&history).await;
        assert!(page.says("French, the original") && page.says("wombat"), "{}", page.words());
        assert!(page.says("English: the original has changed"), "{}", page.words());
        assert!(page.text.contains("<del>numbat") && page.text.contains("lang=\"fr\""), "{}", page.text);
        let form = editor.get(&edit).await.form(&edit).set("text-en", "A summary: wombat.");
        editor.send(form.set("earlier", "forget")).await;
        let page = story.browser().get(&history).await;
        assert!(page.status == 200 && !page.says("numbat"), "{}", page.words());
        let holding = super::tables::tables_with(&story, "numbat").await;
        assert_eq!(holding, Vec::<String>::new(), "nothing of it is left");

        let form = editor.get(&edit).await.form(&edit).set("text-en", "A summary: quokka.");
        editor.send(form).await;
        assert!(story.browser().get(&history).await.says("quokka"));
        let path = format!("/en/desk/actions/{id}");
        let page = desk.get(&path).await;
        desk.send(page.form(&format!("{path}/protect"))).await;
        story.settle().await;
        let records = super::tables::tables(&story).await.remove("public_record").unwrap();
        assert!(!records.contains("quokka"), "{records}");
    })
    .await;
}
