//! Stories of pages as of a day: an action and a government as they stood then, cited so, and nothing that was taken back since.

use vocabulary::Lang;

use super::face::{correct, government};
use super::thread::{officer_and_desk, published};
use super::town::{self, EDITOR, RARE, TITLE, first_link};
use crate::governments::entered;
use crate::harness::{Page, Story, on_both};
use rooms::people::Role;

const DAY: i64 = 86_400;
const DESK: &str = "desk@platform.example";
const LATER: &str = "Maison d’accueil de Thiès";

fn today(story: &Story) -> String {
    story.house.now().date().to_string()
}

/// What follows the address of a citation, without the house that it stands in.
fn cited(page: &Page) -> String {
    let cite = page.all("#citation").concat();
    let at = cite.find("/actions/").or_else(|| cite.find("/governments/"));
    let from = at.unwrap_or_else(|| panic!("no address is cited: {cite} {}", page.words()));
    cite[from..].split_whitespace().next().unwrap_or_default().to_owned()
}

/// An action that is on the register, two days later corrected and summarised. Gives its id, its reference and both days.
async fn corrected(story: &Story) -> (String, String, [String; 2]) {
    let (_, _, id, reference) = published(story).await;
    let first = today(story);
    story.advance(2 * DAY);
    let mut desk = story.at_desk(DESK).await;
    correct(&mut desk, &id, LATER, "Le nom était trop long").await;
    story.invite(EDITOR, Role::Editor).await;
    let mut editor = story.sign_in(EDITOR).await;
    let edit = format!("/en/edit/{id}");
    let form = editor.get(&edit).await.form(&edit).set("original", "fr");
    editor.send(form.set("text-fr", "Un résumé : numbat.")).await;
    let second = today(story);
    story.advance(2 * DAY);
    (id, reference, [first, second])
}

#[tokio::test]
async fn an_action_is_shown_and_cited_as_it_stood_on_a_day() {
    on_both(|story| async move {
        let (_, reference, [first, second]) = corrected(&story).await;
        let mut reader = story.browser();
        let now = reader.get(&format!("/fr/actions/{reference}")).await;
        assert!(now.says(LATER) && !now.says(TITLE), "{}", now.words());
        assert_eq!(cited(&now), format!("/actions/{reference}?as-of={}", today(&story)), "cited as of today");

        // What was cited that day shows what stood that day, in the reader's language, and leads on.
        let then = reader.get(&format!("/actions/{reference}?as-of={first}")).await;
        assert!(then.path.ends_with(&format!("?as-of={first}")), "{}", then.path);
        assert!(then.says(TITLE) && !then.says(LATER), "{}", then.words());
        assert!(then.says("This is how it stood at the end of"), "{}", then.words());
        assert!(!then.says("trop long") && !then.says("numbat"), "what came later is not told");
        assert!(then.text.contains("name=\"robots\" content=\"noindex"), "not for search engines");
        assert_eq!(then.links(".note a")[0][3..], now.path[3..], "the way to what stands now");
        assert_eq!(cited(&then), format!("/actions/{reference}?as-of={first}"));
        let bib = then.links("a[href*='cite.bib']").remove(0);
        let told = reader.get(&bib).await.text;
        assert!(told.contains(TITLE) && told.contains(&format!("as-of={first}")), "{told}");
        let told = reader.get(&bib.replace(&first, "2020-01-01")).await.text;
        assert!(told.contains(LATER) && told.contains(&format!("as-of={}", today(&story))), "{told}");
        let country = first_link(&then, "/en/countries/");
        assert!(country.ends_with(&format!("?as-of={first}")), "it leads on within that day: {country}");
        let map = reader.get(&format!("/fr/map?as-of={first}")).await;
        assert!(first_link(&map, "/fr/actions/LA-").ends_with(&format!("?as-of={first}")), "{}", map.words());
        let page = reader.get(&format!("/fr/actions/{reference}?as-of={second}")).await;
        assert!(page.says("numbat") && page.says(LATER), "{}", page.words());
        for lang in Lang::ALL {
            let page = reader.get(&format!("/{}/actions/{reference}?as-of={first}", lang.code())).await;
            assert!(page.says(TITLE) && !page.text.contains("register-stood"), "{}", page.words());
        }
        // The list of that day leads to it as of that day.
        let list = reader.get(&format!("/en/actions?as-of={first}")).await;
        let href = list.links(".row h3 a").remove(0);
        assert!(href.ends_with(&format!("?as-of={first}")), "{href}");
        assert!(reader.get(&href).await.says(TITLE));
    })
    .await;
}

#[tokio::test]
async fn a_day_on_which_an_action_stood_as_now_or_not_at_all_is_said() {
    on_both(|story| async move {
        let (_, reference, [_, second]) = corrected(&story).await;
        let mut reader = story.browser();
        let page = reader.get(&format!("/en/actions/{reference}?as-of={second}")).await;
        assert!(page.says("and stands so now") && page.says(LATER), "{}", page.words());
        let page = reader.get(&format!("/en/actions/{reference}?as-of=2020-01-01")).await;
        assert!(page.says("was not on the register") && page.says(LATER), "{}", page.words());
        assert!(cited(&page).ends_with(&today(&story)), "what is shown stands now, and is cited so");
        assert!(
            page.text.contains("name=\"robots\" content=\"noindex"),
            "its address is not for search engines"
        );
        let page = reader.get(&format!("/en/actions/{reference}?as-of=2999-01-01")).await;
        assert!(page.path.ends_with("?as-of=2999-01-01") && page.says("is not over yet"), "{}", page.words());
        for nonsense in ["?as-of=soon", "?as-of=", "?x=1"] {
            let page = reader.get(&format!("/en/actions/{reference}{nonsense}")).await;
            assert!(page.status == 200 && !page.path.contains('?'), "{}", page.path);
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_is_taken_back_on_every_day() {
    on_both(|story| async move {
        let (id, reference, [first, _]) = corrected(&story).await;
        let mut reader = story.browser();
        let mut desk = story.sign_in(DESK).await;
        let path = format!("/en/desk/actions/{id}");
        let forms = desk.get(&path).await.forms(&format!("{path}/redact"));
        desk.send(forms.into_iter().find(|form| form.value("field") == Some("title")).unwrap()).await;
        story.settle().await;
        let page = reader.get(&format!("/fr/actions/{reference}?as-of={first}")).await;
        assert!(page.status == 200 && page.text.contains(RARE), "{}", page.words());
        assert!(!page.text.contains("Thiès d") && !page.text.contains("Maison"), "{}", page.words());
        let page = desk.get(&path).await;
        desk.send(page.form(&format!("{path}/protect"))).await;
        let gone = reader.get(&format!("/fr/actions/{reference}?as-of={first}")).await;
        assert!(gone.status == 410 && !gone.text.contains(RARE), "{}", gone.words());
    })
    .await;
}

#[tokio::test]
async fn a_government_is_shown_and_cited_as_it_stood_on_a_day() {
    on_both(|story| async move {
        let city = entered(&story, "Freetown", "SL", None).await;
        let first = today(&story);
        story.advance(2 * DAY);
        let mut desk = story.at_desk(DESK).await;
        let base = format!("/en/desk/governments/{}", city.reference);
        let page = desk.get(&format!("{base}/edit")).await;
        desk.send(page.form(&format!("{base}/edit")).set("name", "Old Harbour").set("tier", "province"))
            .await;
        story.advance(2 * DAY);
        let mut reader = story.browser();
        let now = reader.get(&format!("/en/governments/{}", city.reference)).await;
        assert!(now.says("Old Harbour") && now.says("Province"), "{}", now.words());
        assert_eq!(cited(&now), format!("/governments/{}?as-of={}", city.reference, today(&story)));
        let then = reader.get(&format!("/governments/{}?as-of={first}", city.reference)).await;
        assert!(then.says("Freetown") && !then.says("Old Harbour"), "{}", then.words());
        assert!(
            !then.says("Province") && then.says("This is how it stood at the end of"),
            "{}",
            then.words()
        );
        assert_eq!(cited(&then), format!("/governments/{}?as-of={first}", city.reference));
        let country = then.links("aside a").into_iter().find(|href| href.contains("/countries/")).unwrap();
        assert_eq!(country, format!("/en/countries/SL?as-of={first}"), "it leads on within that day");
        let ris = reader.get(&then.links("a[href*='cite.ris']").remove(0)).await;
        assert!(
            ris.text.contains("Freetown") && ris.text.contains(&format!("as-of={first}")),
            "{}",
            ris.text
        );
        let page = reader.get(&format!("/en/governments/{}?as-of=2020-01-01", city.reference)).await;
        assert!(page.says("was not on the register"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn what_ended_later_is_not_told_of_an_earlier_day() {
    on_both(|story| async move {
        let (mut officer, mut desk) = officer_and_desk(&story).await;
        let city = town::governed(&mut officer).await;
        town::sign(&mut officer, "fr", &city).await;
        let path = town::verify(&mut desk).await.at().to_owned();
        story.settle().await;
        let first = today(&story);
        story.advance(2 * DAY);
        let mut desk = story.sign_in(town::DESK).await;
        let form = desk.get(&path).await.form(&format!("{path}/suspend"));
        let page = desk.send(form.set("why", "The council asks for time")).await;
        assert!(page.says("The signature is suspended"), "{}", page.words());
        story.settle().await;
        let now = government(&story, "en").await;
        assert!(now.says("it stood until") && now.says("Signature suspended"), "{}", now.words());
        story.advance(2 * DAY);
        let then = story.browser().get(&format!("{}?as-of={first}", now.path)).await;
        assert!(then.says("Signature verified") && then.says("This is how it stood"), "{}", then.words());
        assert!(!then.says("stood until") && !then.says("suspended"), "{}", then.words());
    })
    .await;
}

#[tokio::test]
async fn a_government_that_another_was_merged_into_is_not_shown_as_it_stood_alone() {
    on_both(|story| async move {
        let one = entered(&story, "Freetown", "SL", None).await;
        let two = entered(&story, "Freetown City Council", "SL", None).await;
        let first = today(&story);
        story.advance(2 * DAY);
        let mut desk = story.at_desk(DESK).await;
        let path = "/en/desk/governments/merge";
        let page = desk.get(&format!("{path}?from={}&into={}", two.reference, one.reference)).await;
        let preview = page.forms(path).into_iter().find(|form| form.value("csrf").is_some()).unwrap();
        desk.send(preview).await;
        story.settle().await;
        story.advance(2 * DAY);
        let mut reader = story.browser();
        let page = reader.get(&format!("/en/governments/{}?as-of={first}", two.reference)).await;
        assert!(page.path.contains(one.reference.as_str()) && page.path.ends_with(&first), "{}", page.path);
        assert!(page.says("how it stood then is not kept"), "{}", page.words());
        assert!(cited(&page).ends_with(&today(&story)), "what is shown stands now, and is cited so");
        let history = reader.get(&format!("/en/governments/{}/history", one.reference)).await;
        assert!(history.says("Another record of the same government was merged"), "{}", history.words());
        let bib = reader.get(&page.links("a[href*='cite.bib']").remove(0)).await;
        assert!(bib.text.contains(&format!("as-of={}", today(&story))), "{}", bib.text);
    })
    .await;
}

#[tokio::test]
async fn a_government_of_a_day_has_the_signature_and_the_actions_of_that_day() {
    on_both(|story| async move {
        let before = story.house.now().plus_days(-1).date().to_string();
        let (_, _, id, reference) = published(&story).await;
        story.advance(2 * DAY);
        let first = story.house.now().plus_days(-2).date().to_string();
        let page = government(&story, "en").await;
        let mut reader = story.browser();
        let path = page.path.clone();
        let then = reader.get(&format!("{path}?as-of={first}")).await;
        assert!(
            then.says(TITLE) && then.links("a").iter().any(|href| href.contains("/signatures/SG-")),
            "{}",
            then.words()
        );
        let action = then.links("#actions ~ ul a").remove(0);
        assert!(action.contains(&reference) && action.ends_with(&format!("?as-of={first}")), "{action}");
        // Its own record is the same since, its actions are not.
        let mut desk = story.at_desk(DESK).await;
        correct(&mut desk, &id, LATER, "Le nom était trop long").await;
        let then = reader.get(&format!("{path}?as-of={first}")).await;
        assert!(then.says("This is how it stood") && !then.says(LATER), "{}", then.words());
        let earlier = reader.get(&format!("{path}?as-of={before}")).await;
        assert!(earlier.says("was not on the register") && earlier.says(LATER), "{}", earlier.words());
        assert!(cited(&earlier).ends_with(&today(&story)), "what is shown stands now, and is cited so");
    })
    .await;
}
