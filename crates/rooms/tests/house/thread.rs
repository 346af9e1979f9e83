//! The thread: sign in, draft, sign, send, verify, return, revise, publish, found, corrected, redacted, withdrawn.

use http::Method;
use vocabulary::Lang;

use super::tables::tables_with;
use super::town::{self, DESK, OFFICER, RARE, SECOND, SENTENCE, TITLE};
use crate::harness::{Browser, Page, Story, on_both};
use rooms::people::Role;

/// An officer of a government that was proposed and confirmed, and the desk.
pub async fn officer_and_desk(story: &Story) -> (Browser, Browser) {
    let mut desk = story.at_desk(DESK).await;
    let mut officer = story.sign_in(OFFICER).await;
    town::propose(&mut officer, "fr", "Ville de Thiès").await;
    town::confirm(&mut desk).await;
    (officer, desk)
}

/// An action on the register. Gives the browsers, its id and its reference.
pub async fn published(story: &Story) -> (Browser, Browser, String, String) {
    let (mut officer, mut desk) = officer_and_desk(story).await;
    let government = town::governed(&mut officer).await;
    town::sign(&mut officer, "fr", &government).await;
    town::verify(&mut desk).await;
    let id = town::begin(&mut officer, "fr").await;
    town::answer_all(&mut officer, "fr", &id).await;
    town::send(&mut officer, "fr", &id).await;
    town::publish(&mut desk, &id).await;
    story.settle().await;
    (officer, desk, id, "LA-2026-00001".to_owned())
}

/// Whether a search of the actions finds something.
async fn is_found(reader: &mut Browser, query: &str) -> bool {
    let page = reader.get(&format!("/fr/actions?{query}")).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page.links("main a").iter().any(|href| href.contains("/actions/LA-"))
}

/// Every public page on which the action stands while it is on the register.
fn pages_of(reference: &str) -> Vec<String> {
    [
        "/fr/",
        "/fr/actions",
        &format!("/fr/actions/{reference}"),
        &format!("/fr/actions/{reference}/history"),
        &format!("/fr/embed/actions/{reference}"),
        "/fr/countries/SN",
        "/fr/regions/2",
        "/fr/objectives/priorities/services",
        "/fr/objectives/gcm/15",
        "/fr/map",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The government's own page.
async fn government_page(reader: &mut Browser) -> Page {
    let list = reader.get("/fr/governments").await;
    let path = town::first_link(&list, "/fr/governments/LG-");
    reader.get(&path).await
}

/// Drafted in French before the mandate is confirmed, sent after it; gives the id of the action.
async fn drafted_and_sent(story: &Story, officer: &mut Browser, desk: &mut Browser) -> String {
    let page = town::propose(officer, "fr", "Ville de Thiès").await;
    assert!(page.says("Ville de Thiès"), "{}", page.words());

    let id = town::begin(officer, "fr").await;
    let tasks = officer.get(&format!("/fr/my/actions/{id}")).await;
    let not_sent = story.house.say(Lang::Fr).t("look-not-sent");
    assert!(tasks.says(&not_sent), "it says that nothing is sent yet: {}", tasks.words());
    let early = officer.get(&format!("/fr/my/actions/{id}/check")).await;
    assert!(early.forms(&format!("/fr/my/actions/{id}/send")).is_empty(), "nothing can be sent yet");
    assert!(early.says("Il manque encore") && early.errors().is_empty(), "{}", early.words());
    let check = town::answer_all(officer, "fr", &id).await;
    assert!(check.says(TITLE) && check.says(SENTENCE) && check.says(RARE), "{}", check.words());
    assert!(check.says(&not_sent));
    assert!(check.forms(&format!("/fr/my/actions/{id}/send")).is_empty(), "the mandate is not confirmed");
    let token = officer.get("/fr/me").await.form("/fr/me").value("csrf").unwrap().to_owned();
    let refused = post(officer, &format!("/fr/my/actions/{id}/send"), &token, "declare=yes").await;
    assert!(refused.status == 403 || refused.status == 422, "{}", refused.status);
    assert!(refused.says("mandat"), "{}", refused.words());

    town::confirm(desk).await;
    let letters = story.mail_to(OFFICER).await;
    assert!(letters[0].text.contains("Thiès"), "{}", letters[0].text);
    let page = town::send(officer, "fr", &id).await;
    assert!(page.says("LA-2026-00001"), "{}", page.words());
    let copy = &story.mail_to(OFFICER).await[0];
    assert!(copy.subject.contains("LA-2026-00001"), "{}", copy.subject);
    assert!(copy.subject.contains("nous avons votre action"), "in the language of the submission");
    assert!(copy.text.contains(SENTENCE) || copy.text.contains(RARE), "{}", copy.text);
    assert!(story.mail_to(DESK).await[0].subject.contains("LA-2026-00001"), "the desk is told");
    assert!(!is_found(&mut story.browser(), "").await, "what was sent is not public");
    assert_eq!(story.browser().get("/fr/actions/LA-2026-00001").await.status, 404);
    id
}

async fn returned_and_revised(story: &Story, officer: &mut Browser, desk: &mut Browser, id: &str) {
    // The desk returns it with reasons; the officer revises and sends again, under the same reference.
    let path = format!("/en/desk/actions/{id}");
    let page = desk.get(&path).await;
    let page = desk.send(page.form(&format!("{path}/return"))).await;
    assert_eq!((page.status, page.errors().len()), (422, 1), "reasons are needed: {}", page.words());
    let page = desk.send(page.form(&format!("{path}/return")).set("reasons", "Combien de places ?")).await;
    assert_eq!(page.status, 200, "{}", page.words());
    let letter = &story.mail_to(OFFICER).await[0];
    assert!(letter.subject.contains("renvoyée"), "{}", letter.subject);
    assert!(letter.text.contains("Combien de places ?"), "{}", letter.text);
    let page = officer.get(&format!("/fr/my/actions/{id}")).await;
    assert!(page.says("Combien de places ?"));
    let page = officer.send(page.form(&format!("/fr/my/actions/{id}/revise"))).await;
    assert_eq!(page.status, 200, "{}", page.words());
    let here = format!("/fr/my/actions/{id}/sentence");
    let page = officer.get(&here).await;
    let more = SENTENCE.replace("une maison", "une maison de trente places");
    officer.send(page.form(&here).set("sentence", &more)).await;
    let page = town::send(officer, "fr", id).await;
    assert!(page.says("LA-2026-00001"), "the reference stays: {}", page.words());
}

async fn signed_and_published(story: &Story, officer: &mut Browser, desk: &mut Browser, id: &str) {
    let path = format!("/en/desk/actions/{id}");
    // Signed and verified, then published.
    let government = town::governed(officer).await;
    let page = desk.get(&path).await;
    assert!(page.forms(&format!("{path}/publish")).is_empty(), "no signature yet: {}", page.words());
    town::sign(officer, "fr", &government).await;
    let page = desk.get(&path).await;
    assert!(page.forms(&format!("{path}/publish")).is_empty(), "the signature is not verified yet");
    town::verify(desk).await;
    town::publish(desk, id).await;
    let letter = &story.mail_to(OFFICER).await[0];
    assert!(letter.subject.contains("publiée"), "{}", letter.subject);
}

/// Found by words and facets, and on every page it belongs to.
async fn found_everywhere(story: &Story) {
    let mut reader = story.browser();
    for query in ["q=palabrotheque", "q=Thies", "priorities=services", "gcm=15", "country=SN", "for=migrants"]
    {
        assert!(is_found(&mut reader, query).await, "{query}");
    }
    for query in ["type=practice", "status=in_progress", "year=2024", "lang=fr", "record=published"] {
        assert!(is_found(&mut reader, query).await, "{query}");
    }
    assert!(!is_found(&mut reader, "q=zygomatique").await && !is_found(&mut reader, "gcm=22").await);
    for path in pages_of("LA-2026-00001") {
        let page = reader.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.says(TITLE), "{path}: {}", page.words());
    }
    let page = government_page(&mut reader).await;
    assert!(page.says(TITLE) && page.says("Ville de Thiès"), "{}", page.words());
    let page = town::public(&mut reader, "fr", "LA-2026-00001").await;
    assert!(page.says("trente places") && page.says(RARE), "{}", page.words());
    assert!(page.path.starts_with("/fr/actions/LA-2026-00001/maison-d-accueil"), "{}", page.path);
}

#[tokio::test]
async fn a_city_signs_drafts_and_sends_and_the_register_shows_it() {
    on_both(|story| async move {
        let mut desk = story.at_desk(DESK).await;
        let mut officer = story.sign_in(OFFICER).await;
        let id = drafted_and_sent(&story, &mut officer, &mut desk).await;
        returned_and_revised(&story, &mut officer, &mut desk, &id).await;
        signed_and_published(&story, &mut officer, &mut desk, &id).await;
        found_everywhere(&story).await;
    })
    .await;
}

/// Posts fields that stand on no page.
pub async fn post(browser: &mut Browser, path: &str, token: &str, fields: &str) -> Page {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    browser.ask(Method::POST, path, &headers, format!("csrf={token}&{fields}").into_bytes()).await
}

#[tokio::test]
async fn nothing_is_published_without_a_verified_signature_nor_by_the_same_eyes() {
    on_both(|story| async move {
        let (mut officer, mut desk) = officer_and_desk(&story).await;
        let id = town::begin(&mut officer, "fr").await;
        town::answer_all(&mut officer, "fr", &id).await;
        town::send(&mut officer, "fr", &id).await;
        let path = format!("/en/desk/actions/{id}");
        let token = desk.get("/en/me").await.form("/en/me").value("csrf").unwrap().to_owned();
        let refused = post(&mut desk, &format!("{path}/publish"), &token, "").await;
        assert!((400..500).contains(&refused.status), "{}", refused.status);
        assert!(story.browser().get("/en/actions/LA-2026-00001").await.status == 404);
        assert!(refused.says("signature"), "{}", refused.words());

        let government = town::governed(&mut officer).await;
        town::sign(&mut officer, "fr", &government).await;
        town::verify(&mut desk).await;
        let page = desk.get(&format!("{path}/correct")).await;
        let form = page.form(&format!("{path}/correct")).set("why", "Orthographe");
        let page = desk.send(form.set("title", "Maison d’accueil de Thiès")).await;
        assert_eq!(page.path, format!("{path}?done=corrected"), "{}", page.words());
        let refused = post(&mut desk, &format!("{path}/publish"), &token, "").await;
        assert!((400..500).contains(&refused.status), "who corrected it does not publish it");
        assert!(!story.facts().await.contains(&"action.published".to_owned()));

        story.invite(SECOND, Role::Secretariat).await;
        let mut second = story.sign_in(SECOND).await;
        town::publish(&mut second, &id).await;
        let page = town::public(&mut story.browser(), "fr", "LA-2026-00001").await;
        assert!(page.says("Maison d’accueil de Thiès"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn a_correction_stands_in_the_history_and_a_redaction_takes_the_text_everywhere() {
    on_both(|story| async move {
        let (_, mut desk, id, reference) = published(&story).await;
        let path = format!("/en/desk/actions/{id}");
        let mut reader = story.browser();
        let before = town::public(&mut reader, "en", &reference).await;

        let page = desk.get(&format!("{path}/correct")).await;
        let form = page.form(&format!("{path}/correct"));
        let page = desk.send(form.set("title", "Maison d’accueil de Thiès")).await;
        assert_eq!((page.status, page.errors().len()), (422, 1), "why? {}", page.words());
        let form = page.form(&format!("{path}/correct")).set("why", "The name was too long");
        desk.send(form).await;
        let after = town::public(&mut reader, "en", &reference).await;
        assert!(after.says("Maison d’accueil de Thiès") && after.says("The name was too long"));
        assert_ne!(before.path, after.path, "the address follows the title");
        assert_eq!(reader.peek(&before.path).await.status, 308, "and the old one leads there");

        let page = desk.get(&path).await;
        let form = page.forms(&format!("{path}/redact"));
        let form = form.into_iter().find(|form| form.value("field") == Some("description")).unwrap();
        let page = desk.send(form).await;
        assert_eq!(page.path, format!("{path}?done=redacted"), "{}", page.words());
        story.settle().await;
        for path in pages_of(&reference) {
            assert!(!reader.get(&path).await.text.contains(RARE), "{path}");
        }
        assert!(!desk.get(&path).await.text.contains(RARE), "the desk has no copy");
        assert!(!is_found(&mut reader, &format!("q={RARE}")).await);
        assert!(is_found(&mut reader, "q=Thies").await, "the rest stays");
        let held = tables_with(&story, RARE).await;
        assert!(held.iter().all(|table| table == "mail"), "only letters that were sent keep it: {held:?}");
        let chain = store::journal::verify(story.house.store.read()).await.unwrap();
        assert!(matches!(chain, store::journal::Chain::Whole { .. }), "{chain:?}");
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_action_says_when_and_why_and_a_protected_one_says_nothing() {
    on_both(|story| async move {
        let (mut officer, mut desk, id, reference) = published(&story).await;
        let mut reader = story.browser();
        let address = town::public(&mut reader, "fr", &reference).await.path;
        story.advance(3 * 24 * 3600);
        let mut officer_again = story.sign_in(OFFICER).await;
        let here = format!("/fr/my/actions/{id}/withdraw");
        let page = officer_again.get(&here).await;
        let page = officer_again.send(page.form(&here)).await;
        assert_eq!(page.status, 422, "a reason is needed");
        let page = officer_again.send(page.form(&here).set("reason", "not_carried_out")).await;
        assert_eq!(page.status, 200, "{}", page.words());
        story.settle().await;
        let gone = reader.get(&address).await;
        assert_eq!(gone.status, 410);
        let why = story.house.say(Lang::Fr).t("actions-gone-not-carried-out");
        assert!(gone.says(&why), "{}", gone.words());
        let day = story.house.say(Lang::Fr).date(story.house.now());
        assert!(gone.says(&day), "{day}: {}", gone.words());
        assert!(!gone.text.contains(TITLE));
        assert!(!is_found(&mut reader, "q=Thies").await);
        for path in pages_of(&reference).into_iter().filter(|path| !path.ends_with(&reference)) {
            assert!(!reader.get(&path).await.text.contains(TITLE), "{path}");
        }
        assert!(!government_page(&mut reader).await.text.contains(TITLE));
        assert!(story.mail_to(OFFICER).await[0].subject.contains("retirée"));

        let then = (story.house.now().plus_days(-1)).date();
        assert!(reader.get(&format!("/fr/actions?as-of={then}")).await.says(TITLE), "it stood then");
        assert!(!reader.get("/fr/actions").await.text.contains(TITLE));

        // Even then it may turn out that people must be protected.
        let mut desk_again = story.sign_in(DESK).await;
        let path = format!("/en/desk/actions/{id}");
        let page = desk_again.get(&path).await;
        desk_again.send(page.form(&format!("{path}/protect"))).await;
        story.settle().await;
        let gone = reader.get(&address).await;
        assert_eq!(gone.status, 410);
        assert!(!gone.says(&why), "no reason is told: {}", gone.words());
        let records = super::tables::tables(&story).await.remove("public_record").unwrap();
        assert!(!records.contains(TITLE), "not as the register of an earlier day either");
        let _ = (&mut officer, &mut desk);
    })
    .await;
}

#[tokio::test]
async fn a_protective_withdrawal_leaves_a_neutral_notice_and_breaks_no_proof() {
    on_both(|story| async move {
        let (_, mut desk, id, reference) = published(&story).await;
        let mut reader = story.browser();
        let address = town::public(&mut reader, "ar", &reference).await.path;
        let path = format!("/en/desk/actions/{id}");
        let page = desk.get(&path).await;
        let page = desk.send(page.form(&format!("{path}/protect"))).await;
        assert_eq!(page.path, format!("{path}?done=protected"), "{}", page.words());
        let gone = reader.get(&address).await;
        assert_eq!(gone.status, 410, "at once, without waiting");
        assert!(!gone.text.contains("Thiès") && !gone.text.contains(TITLE), "{}", gone.words());
        story.settle().await;
        assert!(!is_found(&mut reader, "").await);
        for path in pages_of(&reference) {
            let page = reader.get(&path).await;
            assert!(!page.text.contains(TITLE) && !page.text.contains(RARE), "{path}");
        }
        let record = super::tables::tables(&story).await.remove("public_record").unwrap();
        assert!(!record.contains(RARE) && !record.contains(TITLE));
        let chain = store::journal::verify(story.house.store.read()).await.unwrap();
        assert!(matches!(chain, store::journal::Chain::Whole { .. }), "{chain:?}");
    })
    .await;
}
