//! Stories of addresses that lead nowhere: each page says what is not there, and offers the list of those that are.

use http::Method;

use crate::harness::on_both;
use crate::register::{cohort, tell};

#[tokio::test]
async fn an_address_of_nothing_says_what_is_not_there_and_offers_the_list() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for (path, said, list) in [
            ("/en/countries/XX", "XX is not the code of a country", "/en/countries"),
            ("/en/regions/9999", "9999 is not the code of a region", "/en/regions"),
            ("/en/networks/unknown", "names a network called unknown", "/en/networks"),
            ("/en/objectives/gcm/99", "gcm 99 is not an objective", "/en/objectives"),
            ("/fr/objectives/nothing", "nothing n’est pas un objectif", "/fr/objectives"),
            ("/en/declarations/unknown", "no declaration under the name unknown", "/en/declarations"),
            ("/es/cohorts/unknown", "No hay ninguna cohorte con el nombre unknown", "/es/cohorts"),
            ("/en/figures/unknown", "no figure under the name unknown", "/en/figures"),
            (
                "/en/signatures/SG-99999",
                "No signature on the register has the reference SG-99999",
                "/en/declarations",
            ),
            ("/ar/governments/LG-09999", "LG-09999", "/ar/governments"),
            ("/en/actions/LA-2026-09999/x", "No action on the register has the reference", "/en/actions"),
        ] {
            let page = reader.get(path).await;
            assert_eq!(page.status, 404, "{path}");
            assert!(page.says(said), "{path}: {}", page.words());
            assert_eq!(page.links("main ul a").last().map(String::as_str), Some(list), "{path}");
        }
        let page = reader.get("/fr/countries/Kenya").await;
        assert_eq!(
            page.links("main ul a"),
            ["/fr/countries/KE", "/fr/countries"],
            "the name leads to the code"
        );
        let page = reader.get("/en/regions/afrique").await;
        assert_eq!(page.links("main ul a"), ["/en/regions/2", "/en/regions"]);
        let odd = reader.get("/en/countries/%3Cb%3E%E2%80%AEx").await;
        assert!(odd.status == 404 && !odd.text.contains("<b>"), "{}", odd.text);
        let deeper = reader.get("/en/countries/KE/more").await;
        assert!(
            deeper.status == 404 && !deeper.says("is not the code"),
            "Kenya is a country: {}",
            deeper.words()
        );
    })
    .await;
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_looked_for_by_its_words() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for (path, box_in, words) in [
            ("/en/projects/open-door-2024", "/en/search", "projects open door"),
            ("/fr/governments/LG-99999/nairobi-kenya", "/fr/search", "nairobi kenya"),
            ("/es/actions/LA-2026-99999", "/es/search", ""),
            ("/ar/%D9%86%D9%8A%D8%B1%D9%88%D8%A8%D9%8A", "/ar/search", "نيروبي"),
            ("/en/%22%3E%3Cscript%3Ealert(1)", "/en/search", "script alert"),
            ("/en/wp-login.php", "/en/search", "login"),
        ] {
            let page = reader.get(path).await;
            assert_eq!(page.status, 404, "{path}");
            let form = page.forms(box_in).pop().expect("the box of the register");
            assert_eq!(form.value("q"), Some(words), "{path}");
            assert!(!page.text.contains("<script>"), "{path}");
            assert!(page.text.contains("noindex"), "{path}");
            assert!(page.headers.get("etag").is_none(), "{path} is kept");
        }
        let page = reader.get("/fr/nairobi").await;
        let found = page.all("main ul li");
        assert!((1..=5).contains(&found.len()), "{found:?}");
        assert!(found.contains(&"Nairobi Gouvernement local".to_owned()), "{found:?}");
        assert!(page.links("main ul a").contains(&"/fr/governments/LG-00002/x".to_owned()));
        let page = reader.get("/en/projects/maison-de-nairobi").await;
        assert!(
            page.links("main ul a").contains(&"/en/governments/LG-00002/x".to_owned()),
            "{}",
            page.words()
        );
        let searched = reader.send(page.form("/en/search").set("q", "nairobi")).await;
        assert!(searched.status == 200 && searched.says("Nairobi"), "{}", searched.words());
        let long = format!("/en/{}", "a".repeat(7_000));
        assert_eq!(reader.get(&long).await.form("/en/search").value("q"), Some(""), "nobody typed that");
    })
    .await;
}

#[tokio::test]
async fn the_head_of_a_page_of_nothing_is_the_head_of_that_very_page() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for path in ["/fr/nairobi", "/en/countries/Kenya", "/en/actions/LA-2026-99999/x"] {
            let page = reader.peek(path).await;
            let head = reader.ask(Method::HEAD, path, &[], Vec::new()).await;
            assert_eq!((head.status, head.text.as_str()), (404, ""), "{path}");
            assert_eq!(head.headers["content-length"], page.text.len().to_string(), "{path}");
        }
    })
    .await;
}
