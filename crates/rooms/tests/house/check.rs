//! Stories of "check your answers": what is missing is said, not shouted; who has not confirmed is named to whoever sends;
//! and what the desk sees of what was confirmed, and of a signature that is not verified yet.

use super::partners::{name_body, press};
use super::town::{self, DESK, OFFICER, first_link};
use crate::harness::{Page, on_both};

#[tokio::test]
async fn what_is_missing_is_said_softly_until_one_sends() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "en", "Ville de Thiès").await;
        town::confirm(&mut desk).await;
        let id = town::begin(&mut officer, "en").await;
        let base = format!("/en/my/actions/{id}");
        let page = officer.get(&format!("{base}/check")).await;
        assert!(page.errors().is_empty() && page.all("[role=alert]").is_empty(), "{}", page.words());
        assert!(page.all("[data-focus]").is_empty() && !page.all("title").join("").contains("Error"));
        assert!(page.says("Still missing"), "{}", page.words());
        let missing = page.links("section[aria-labelledby=missing] a");
        assert!(
            missing.len() >= 6 && missing.contains(&format!("{base}/sentence?from=check")),
            "{missing:?}"
        );

        let check = town::answer_all(&mut officer, "en", &id).await;
        assert!(!check.says("Still missing"), "{}", check.words());
        let page = officer.get(&format!("{base}/sentence")).await;
        let emptied = officer.send(page.form(&format!("{base}/sentence")).set("sentence", "")).await;
        assert!(emptied.status < 500);
        let form = check.form(&format!("{base}/send")).tick("yes").tick("persons").tick("places");
        let page = officer.send(form).await;
        assert_eq!((page.status, page.all("#errors[role=alert]").len()), (422, 1), "{}", page.words());
        assert!(!page.says("Still missing"), "once is enough: {}", page.words());
        let ways = page.links("#errors a");
        assert!(ways.contains(&format!("{base}/sentence?from=check")), "{ways:?}");
        let inside = ways.iter().filter_map(|href| href.strip_prefix('#'));
        for id in inside {
            assert_eq!(page.all(&format!("[id=\"{id}\"]")).len(), 1, "#{id} is on the page");
        }
    })
    .await;
}

#[tokio::test]
async fn who_has_not_confirmed_is_named_before_one_sends() {
    on_both(|story| async move {
        let mut town = town::Town::build(&story).await;
        let base = format!("/en/my/actions/{}", town.draft);
        let check = format!("{base}/check");
        let page = town.officer.get(&check).await;
        assert!(!page.says("Partners who have not confirmed yet"), "{}", page.words());
        let partners = name_body(&mut town.officer, &town.draft, "Maison des voisines").await;
        let page = town.officer.get(&check).await;
        assert!(page.says("Not asked yetMaison des voisines"), "{}", page.words());
        press(&mut town.officer, &partners, "ask").await;
        let page = town.officer.get(&check).await;
        assert!(page.says("Asked, not answered yetMaison des voisines"), "{}", page.words());
        assert!(page.links("main a").contains(&format!("{base}/partners")));
        assert_eq!(page.forms(&format!("{base}/send")).len(), 1, "nobody has to wait for them");
    })
    .await;
}

#[tokio::test]
async fn the_desk_reads_what_was_confirmed_and_is_led_to_the_signature_first() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        town::confirm(&mut desk).await;
        let id = town::begin(&mut officer, "fr").await;
        town::answer_all(&mut officer, "fr", &id).await;
        town::send(&mut officer, "fr", &id).await;
        let page = desk.get("/en/desk").await;
        assert!(page.says("it has not signed, so nothing can be published yet"), "{}", page.words());
        let government = town::governed(&mut officer).await;
        town::sign(&mut officer, "fr", &government).await;
        let page = desk.get("/en/desk").await;
        let waits: Vec<String> =
            page.links("td a").into_iter().filter(|href| href.contains("/signatures/")).collect();
        assert_eq!(waits.len(), 2, "the signature itself, and from the action that waits for it: {waits:?}");
        assert!(page.says("verify the signature first"), "{}", page.words());

        let path = format!("/en/desk/actions/{id}");
        let page = desk.get(&path).await;
        assert!(page.forms(&format!("{path}/publish")).is_empty(), "{}", page.words());
        assert!(page.says("Verify the signature first") && page.links("aside a").contains(&waits[0]));
        let said = page.all("section[aria-labelledby=confirmed] li");
        assert_eq!(said.len(), 2, "{}", page.words());
        assert!(said.iter().all(|one| one.contains("version 1 of the sentence")), "{said:?}");
        assert!(page.text.contains("<span lang=\"fr\" dir=\"ltr\">"), "in the words that were read");

        let page = desk.get(&first_link(&page, "/en/desk/signatures/")).await;
        let form = page.at().to_owned();
        desk.send(page.form(&format!("{form}/verify"))).await;
        let page = desk.get(&path).await;
        assert!(!page.says("Verify the signature first"), "{}", page.words());
        desk.send(page.form(&format!("{path}/return")).set("reasons", "Say how many.")).await;
        let page = officer.get(&format!("/fr/my/actions/{id}")).await;
        assert!(page.text.contains("class=\"dot wait\""), "a returned action waits; nothing is broken");
    })
    .await;
}

/// The link by which whoever sends signs on the way.
fn way_to_sign(page: &Page) -> Option<String> {
    page.links("main a").into_iter().find(|href| href.contains("/sign?next="))
}

#[tokio::test]
async fn who_has_not_signed_signs_on_the_way_and_sends() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        town::propose(&mut officer, "fr", "Ville de Thiès").await;
        town::confirm(&mut desk).await;
        let id = town::begin(&mut officer, "fr").await;
        let base = format!("/fr/my/actions/{id}");
        let page = town::answer_all(&mut officer, "fr", &id).await;
        let link = way_to_sign(&page).expect("it is offered to sign at once");
        let page = town::sign_from(&mut officer, &link).await;
        assert_eq!(page.at(), format!("{base}/check"), "back where one was: {}", page.words());
        assert_eq!(way_to_sign(&page), None, "a signature that waits is enough to send");
        let form = page.form(&format!("{base}/send")).tick("yes").tick("persons").tick("places");
        let page = officer.send(form).await;
        assert_eq!(page.at(), format!("{base}/sent"), "{}", page.words());

        // Returned; and meanwhile the signature was taken back.
        town::verify(&mut desk).await;
        let there = format!("/en/desk/actions/{id}");
        let page = desk.get(&there).await;
        desk.send(page.form(&format!("{there}/return")).set("reasons", "Combien ?")).await;
        let page = officer.get(link.split('?').next().unwrap()).await;
        let signed = page.at().to_owned();
        assert!(signed.starts_with("/fr/my/signatures/"), "{signed}");
        let form =
            page.form(&format!("{signed}/withdraw")).set("reason", "Le conseil se prononce à nouveau.");
        assert_eq!(officer.send(form).await.status, 200);
        let page = officer.get(&base).await;
        officer.send(page.form(&format!("{base}/revise"))).await;
        let page = officer.get(&format!("{base}/check")).await;
        let link = way_to_sign(&page).expect("it is offered to sign anew");
        let page = town::sign_from(&mut officer, &link).await;
        assert_eq!(page.at(), format!("{base}/check"), "{}", page.words());
        town::send(&mut officer, "fr", &id).await;
        let page = desk.get(&there).await;
        assert!(page.forms(&format!("{there}/publish")).is_empty(), "not before it is verified");
        assert!(page.says("Verify the signature first"), "{}", page.words());
        town::verify(&mut desk).await;
        town::publish(&mut desk, &id).await;

        // A way that leads elsewhere is no way.
        let evil = format!("{}?next=https%3A%2F%2Fevil.example%2F", link.split('?').next().unwrap());
        let page = officer.peek(&evil).await;
        assert!(!page.text.contains("evil.example") && page.leads_to().is_none_or(|to| to.starts_with('/')));
    })
    .await;
}
