//! The public face of what was really done: the foot of every page, histories, frames, what joining has brought.

use vocabulary::Lang;

use super::thread::published;
use super::town::{self, RARE, TITLE};
use crate::harness::{Browser, Page, Story, on_both};
use crate::register::{record, tell};
use rooms::register::Said;

/// A sentence as the words of a page have it: every space is one.
fn plain(say: &vocabulary::Say, key: &str) -> String {
    say.t(key).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The desk corrects the title.
pub(super) async fn correct(desk: &mut Browser, id: &str, title: &str, why: &str) {
    let path = format!("/en/desk/actions/{id}");
    let page = desk.get(&format!("{path}/correct")).await;
    let form = page.form(&format!("{path}/correct")).set("why", why).set("title", title);
    let page = desk.send(form).await;
    assert_eq!(page.path, format!("{path}?done=corrected"), "{}", page.words());
}

/// The page of the government of the story.
pub(super) async fn government(story: &Story, lang: &str) -> Page {
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
            assert!(page.says(&plain(&say, "governments-brought")), "{}", page.words());
            for key in ["governments-step-listed", "declarations-step-signed", "actions-step-published"] {
                assert!(page.says(&plain(&say, key)), "{key}: {}", page.words());
            }
            let steps = page.links(".timeline a");
            let certificate = steps.iter().find(|href| href.contains("/signatures/SG-")).expect("a proof");
            assert_eq!(reader.get(certificate).await.status, 200);
            let action = steps.iter().find(|href| href.ends_with(&reference)).expect("the action");
            assert!(reader.get(action).await.says(TITLE));
            let history = page.links("#brought ~ p a").remove(0);
            let history = reader.get(&history).await;
            assert!(
                history.status == 200 && history.says(&plain(&say, "governments-steps")),
                "{}",
                history.words()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_stays_in_the_history_with_its_days_and_nothing_it_said() {
    on_both(|story| async move {
        let (mut city, mut desk, id, reference) = published(&story).await;
        let action = town::public(&mut story.browser(), "en", &reference).await.path;
        story.advance(3 * 3_600);
        let path = format!("/en/my/actions/{id}/withdraw");
        let page = city.get(&path).await;
        city.send(page.form(&path).tick("not_carried_out")).await;
        let mut reader = story.browser();
        for lang in Lang::ALL {
            let say = story.house.say(lang);
            let own = action.replacen("/en/", &format!("/{}/", lang.code()), 1);
            let gone = reader.get(&own).await;
            assert!(gone.status == 410 && gone.says(&plain(&say, "web-problem-gone-history")));
            let history = gone.links("main ul a").remove(0);
            let history = reader.get(&history).await;
            assert_eq!(history.status, 200, "{}", gone.words());
            for key in ["actions-step-published", "actions-step-withdrawn", "actions-gone-not-carried-out"] {
                assert!(history.says(&plain(&say, key)), "{key}: {}", history.words());
            }
            assert!(history.says(&reference) && !history.text.contains(TITLE), "{}", history.words());
        }
        // What is taken off every page to protect people stands in no history, and nothing leads to where it was.
        let path = format!("/en/desk/actions/{id}");
        let page = desk.get(&path).await;
        desk.send(page.form(&format!("{path}/protect"))).await;
        let gone = reader.get(&action).await;
        assert!(gone.status == 410 && gone.links("main ul a").is_empty(), "{}", gone.words());
        let history = government(&story, "en").await.links("main a");
        let history = history.into_iter().find(|href| href.ends_with("/history")).unwrap();
        assert!(!reader.get(&history).await.says(&reference));
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
            let letters = contact.links("main a");
            assert!(letters.iter().any(|href| href.starts_with("mailto:") && href.contains("subject=")));
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
        assert!(framed.text.contains("noindex") && framed.says(TITLE) && framed.all("form").is_empty());
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

#[tokio::test]
async fn an_action_names_others_like_it_and_says_why() {
    on_both(|story| async move {
        let (_, _, _, reference) = published(&story).await;
        let mut reader = story.browser();
        let say = story.house.say(Lang::En);
        let alone = town::public(&mut reader, "en", &reference).await;
        assert!(!alone.says(&say.t("register-alike")), "{}", alone.words());
        story.advance(24 * 3600);
        let tokens = ["gcm/15", "for/migrants", "record/on_file"];
        let near = record("action", "LA-2026-00777", Some("Open door"), "Kampala", "UG", &tokens);
        let far = record("action", "LA-2026-00778", Some("Something else"), "Mombasa", "KE", &["gcm/2"]);
        tell(&story, vec![near, far]).await;
        let page = town::public(&mut reader, "en", &reference).await;
        assert!(page.says(&say.t("register-alike")) && page.says("Open door"), "{}", page.words());
        assert!(page.says("answer to GCM 15") && page.says("for Migrants"), "{}", page.words());
        assert!(!page.says("Something else"), "it shares no objective");
        for lang in ["fr", "es", "ar"] {
            let page = town::public(&mut reader, lang, &reference).await;
            assert!(page.says("Open door") && !page.text.contains("register-"), "{}", page.words());
        }
        let tag = page.headers["etag"].to_str().unwrap().to_owned();
        let gone = Said::Gone {
            kind: "action".to_owned(),
            key: "LA-2026-00777".to_owned(),
            reason: "register-gone-neutral".to_owned(),
            at: story.house.now(),
        };
        tell(&story, vec![gone]).await;
        let page = story.browser().saying("if-none-match", &tag).get(&page.path).await;
        assert_eq!(page.status, 200, "another page now");
        assert!(!page.says("Open door"), "what was withdrawn stands nowhere");
    })
    .await;
}

/// The desk makes a cohort and puts the action in.
async fn cohort(desk: &mut Browser, title: &str, reference: &str) -> (String, Page) {
    let page = desk.get("/en/desk/cohorts").await;
    let page = desk.send(page.form("/en/desk/cohorts").set("title", title)).await;
    assert_eq!(page.status, 200, "{:?}", page.errors());
    let base = page.at().to_owned();
    let page = desk.send(page.form(&format!("{base}/put-in")).set("reference", reference)).await;
    (base, page)
}

#[tokio::test]
async fn an_action_stands_in_several_cohorts_and_their_figures_are_frozen() {
    on_both(|story| async move {
        let (_, mut desk, id, reference) = published(&story).await;
        let mut reader = story.browser();
        let page = desk.get("/en/desk/cohorts").await;
        let refused = desk.send(page.form("/en/desk/cohorts")).await;
        assert_eq!((refused.status, refused.errors().len()), (422, 1), "{}", refused.words());
        let (base, page) = cohort(&mut desk, "Marrakech 2026", &reference).await;
        assert!(page.says(TITLE), "{}", page.words());
        let again = desk.send(page.form(&format!("{base}/put-in")).set("reference", &reference)).await;
        assert_eq!((again.status, again.errors().len()), (422, 1), "it is there already");
        cohort(&mut desk, "Genève 2027", &reference).await;

        for lang in Lang::ALL.map(Lang::code) {
            let page = reader.get(&format!("/{lang}/cohorts/marrakech-2026")).await;
            assert!(
                page.status == 200 && page.says(TITLE) && page.says("Marrakech 2026"),
                "{}",
                page.words()
            );
            assert!(!page.text.contains("cohorts-") && !page.text.contains(">register-"), "{}", page.words());
        }
        let shown = reader.get("/en/cohorts/marrakech-2026").await;
        assert!(shown.text.contains("\"@type\":\"Collection\"") && shown.text.contains("BreadcrumbList"));
        let cohorts = reader.get("/en/cohorts").await;
        let told = format!("<dd><time datetime=\"{}\">", story.house.now().date());
        assert!(cohorts.says("Genève 2027") && cohorts.text.contains(&told), "{}", cohorts.words());
        let list = reader.get("/en/actions?cohort=marrakech-2026").await;
        assert!(list.says(TITLE) && list.all(".chip").iter().any(|chip| chip.contains("Marrakech 2026")));
        assert!(list.all(".facet label").iter().any(|label| label.starts_with("Genève 2027")), "a facet");

        desk.send(page.form(&format!("{base}/freeze"))).await;
        let frozen = reader.get("/en/cohorts/marrakech-2026").await;
        let day = story.house.say(Lang::En).date(story.house.now());
        assert!(frozen.all("thead th").contains(&day), "{day}: {}", frozen.words());

        let path = format!("/en/desk/actions/{id}");
        let page = desk.get(&path).await;
        desk.send(page.form(&format!("{path}/protect"))).await;
        let page = reader.get("/en/cohorts/marrakech-2026").await;
        assert!(
            !page.says(TITLE) && page.all("thead th").contains(&day),
            "the figures stay: {}",
            page.words()
        );
        assert!(page.all("tbody tr").iter().any(|line| line.ends_with('1')), "{:?}", page.all("tbody tr"));
    })
    .await;
}

#[tokio::test]
async fn programs_read_the_country_by_its_name_in_the_language_of_the_page() {
    on_both(|story| async move {
        let (_, _, _, reference) = published(&story).await;
        let mut reader = story.browser();
        for (lang, name) in [("en", "Senegal"), ("fr", "Sénégal"), ("ar", "السنغال")] {
            let page = reader.get(&format!("/{lang}/actions/{reference}")).await;
            let data = page.text.split("ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
            let data: serde_json::Value = serde_json::from_str(data.unwrap_or_default()).unwrap();
            let country = &data["@graph"][0]["spatialCoverage"][0];
            assert_eq!((&country["identifier"], &country["name"]), (&"SN".into(), &name.into()), "{data}");
        }
    })
    .await;
}
