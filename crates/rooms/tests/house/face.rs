//! The public face of what was really done: the foot of every page, histories, frames, what joining has brought.

use vocabulary::Lang;

use super::thread::published;
use super::town::{self, RARE, TITLE};
use crate::harness::{Browser, Page, Story, on_both};

/// The desk corrects the title.
async fn correct(desk: &mut Browser, id: &str, title: &str, why: &str) {
    let path = format!("/en/desk/actions/{id}");
    let page = desk.get(&format!("{path}/correct")).await;
    let form = page.form(&format!("{path}/correct")).set("why", why).set("title", title);
    let page = desk.send(form).await;
    assert_eq!(page.path, format!("{path}?done=corrected"), "{}", page.words());
}

/// The page of the government of the story.
async fn government(story: &Story, lang: &str) -> Page {
    let mut reader = story.browser();
    let list = reader.get(&format!("/{lang}/governments")).await;
    reader.get(&town::first_link(&list, &format!("/{lang}/governments/LG-"))).await
}

#[tokio::test]
async fn the_history_shows_what_changed_and_never_what_was_taken_out() {
    on_both(|story| async move {
        let (_, mut desk, id, reference) = published(&story).await;
        let mut reader = story.browser();
        let path = format!("/fr/actions/{reference}/history");
        let page = reader.get(&path).await;
        let first = story.house.say(Lang::Fr).t("actions-history-first");
        assert!(page.status == 200 && page.says(&first), "{}", page.words());

        correct(&mut desk, &id, "Maison d’accueil de Thiès", "Le nom était trop long").await;
        let page = reader.get(&path).await;
        assert!(page.says("Le nom était trop long"), "{}", page.words());
        assert!(!page.all("del").is_empty(), "what went is struck out: {}", page.words());
        assert_eq!(page.all("main section h2").len(), 3, "two versions, and the foot");
        assert!(!page.text.contains(RARE), "what did not change is not told again");
        for lang in ["en", "es", "ar"] {
            let page = reader.get(&format!("/{lang}/actions/{reference}/history")).await;
            assert!(page.status == 200 && !page.text.contains("actions-history"), "{}", page.words());
        }

        let desk_path = format!("/en/desk/actions/{id}");
        let page = desk.get(&desk_path).await;
        let forms = page.forms(&format!("{desk_path}/redact"));
        desk.send(forms.into_iter().find(|form| form.value("field") == Some("title")).unwrap()).await;
        story.settle().await;
        let page = reader.get(&path).await;
        assert!(!page.text.contains("Maison") && page.all("del").is_empty(), "{}", page.words());
        let taken_out = story.house.say(Lang::Fr).t("actions-history-taken-out");
        assert!(page.says(&taken_out), "{}", page.words());
        assert!(!government(&story, "fr").await.text.contains("Maison"), "not among its steps either");

        let page = desk.get(&desk_path).await;
        desk.send(page.form(&format!("{desk_path}/protect"))).await;
        let gone = reader.get(&path).await;
        assert!(gone.status == 410 && !gone.text.contains(RARE), "{}", gone.words());
        story.settle().await;
        let records = super::tables::tables(&story).await.remove("public_record").unwrap();
        assert!(!records.contains(RARE) && !records.contains("Thiès d"), "nothing is left of any version");
    })
    .await;
}

#[tokio::test]
async fn a_council_reads_what_joining_has_brought() {
    on_both(|story| async move {
        let (_, _, _, reference) = published(&story).await;
        let mut reader = story.browser();
        for lang in Lang::ALL {
            let say = story.house.say(lang);
            let page = government(&story, lang.code()).await;
            assert!(page.says(&say.t("governments-brought")), "{}", page.words());
            for key in ["governments-step-listed", "declarations-step-signed", "actions-step-published"] {
                assert!(page.says(&say.t(key)), "{key}: {}", page.words());
            }
            let steps = page.links(".timeline a");
            let certificate = steps.iter().find(|href| href.contains("/signatures/SG-")).expect("a proof");
            assert_eq!(reader.get(certificate).await.status, 200);
            let action = steps.iter().find(|href| href.ends_with(&reference)).expect("the action");
            assert!(reader.get(action).await.says(TITLE));
            let history = page.links("#brought ~ p a").remove(0);
            let history = reader.get(&history).await;
            assert!(
                history.status == 200 && history.says(&say.t("governments-steps")),
                "{}",
                history.words()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_of_a_record_ends_with_the_same_foot() {
    on_both(|story| async move {
        let (_, _, _, reference) = published(&story).await;
        let mut reader = story.browser();
        let action = town::public(&mut reader, "en", &reference).await;
        let government = government(&story, "en").await;
        let certificate =
            government.links("a").into_iter().find(|href| href.contains("/signatures/")).unwrap();
        let declaration = certificate.split("/signatures/").next().unwrap().to_owned();
        for path in [action.path.clone(), government.path.clone(), certificate, declaration] {
            let page = reader.get(&path).await;
            let foot = page.links("section[aria-labelledby=about-page] a");
            let report = foot.iter().find(|href| href.contains("/contact?about=")).expect("a way to report");
            let contact = reader.get(report).await;
            let about = report.rsplit('=').next().unwrap();
            assert!(contact.status == 200 && contact.says(about), "{report}: {}", contact.words());
            assert!(
                contact
                    .links("main a")
                    .iter()
                    .any(|href| href.starts_with("mailto:") && href.contains(about))
            );
            assert!(foot.iter().any(|href| href.starts_with("mailto:?subject=")), "{foot:?}");
            assert!(page.says("Print") && page.all("#citation").len() == 1);
            let lasting = foot[0].strip_prefix("http://localhost").expect("a permanent address");
            assert_eq!(reader.peek(lasting).await.status, 307, "it leads to every reader's language");
        }
        let page = reader.get("/en/contact?about=%3Cscript%3E").await;
        assert!(page.status == 200 && !page.text.contains("<script>"), "what is no reference is not said");
    })
    .await;
}

#[tokio::test]
async fn another_site_shows_an_action_in_a_frame_and_nothing_else() {
    on_both(|story| async move {
        let (_, mut desk, id, reference) = published(&story).await;
        let mut reader = story.browser();
        let action = town::public(&mut reader, "ar", &reference).await;
        let snippet = action.all("#embed").remove(0);
        assert!(snippet.contains(&format!("http://localhost/ar/embed/actions/{reference}")), "{snippet}");
        assert_eq!(action.headers["x-frame-options"], "DENY");
        let path = format!("/ar/embed/actions/{reference}");
        let framed = reader.peek(&path).await;
        let policy = framed.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors *") && policy.contains("script-src 'self'"), "{policy}");
        assert!(
            framed.headers.get("x-frame-options").is_none() && framed.headers.get("set-cookie").is_none()
        );
        assert_eq!(framed.links("link[rel=canonical]"), [format!("http://localhost{}", action.path)]);
        assert!(framed.text.contains("noindex") && framed.says(TITLE) && framed.forms("").is_empty());
        let tag = framed.headers["etag"].to_str().unwrap().to_owned();
        let known = story.browser().saying("if-none-match", &tag).peek(&path).await;
        assert!(known.status == 304 && known.headers.get("x-frame-options").is_none());
        let city = government(&story, "en").await;
        let framed =
            reader.get(&format!("/en/embed/governments/{}", city.path.split('/').nth(3).unwrap())).await;
        assert!(framed.says("Ville de Thiès") && framed.says(TITLE), "{}", framed.words());
        assert!(reader.get("/fr/embed/countries/SN").await.says("Sénégal"));
        assert_eq!(reader.get("/fr/embed/countries/XX").await.status, 404);

        let desk_path = format!("/en/desk/actions/{id}");
        let page = desk.get(&desk_path).await;
        desk.send(page.form(&format!("{desk_path}/protect"))).await;
        let gone = reader.get(&path).await;
        assert_eq!(gone.status, 410);
        assert!(!gone.text.contains("Thiès") && gone.headers.get("x-frame-options").is_none());
    })
    .await;
}
