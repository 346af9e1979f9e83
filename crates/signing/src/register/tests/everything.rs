//! Stories of the one page over everything: each group with its number and the way to all of it, and places by their names.

use crate::harness::on_both;
use crate::register::{cohort, tell};

#[tokio::test]
async fn one_box_finds_everything_public_in_groups() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        let home = reader.get("/en").await;
        let page = reader.send(home.form("/en/search").set("q", "families")).await;
        assert_eq!((page.status, page.path.as_str()), (200, "/en/search?q=families"));
        assert!(page.text.contains("name=\"robots\" content=\"noindex"), "not for search engines");
        assert_eq!(page.all("h2"), ["12 actions", "3 local governments"]);
        assert_eq!(page.all(".rows > .row").len(), 5 + 3, "the best few of each");
        let links = page.links("main a");
        assert!(links.contains(&"/en/actions?q=families".to_owned()) && page.says("All 12 actions"));
        assert!(links.contains(&"/en/governments?q=families".to_owned()));
        assert!(page.all("mark").iter().any(|word| word == "families"));
        let window = page.all("title").remove(0);
        assert!(window.starts_with("families – Search the register"), "{window}");
        for (asked, found) in [
            ("Keny", "/en/countries/KE"),
            ("%D9%83%D9%8A%D9%86%D9%8A%D8%A7", "/en/countries/KE"),
            ("eastern+africa", "/en/regions/14"),
            ("gender", "/en/objectives/sdg/5"),
        ] {
            let page = reader.get(&format!("/en/search?q={asked}")).await;
            assert!(page.links("main a").contains(&found.to_owned()), "{asked}: {}", page.words());
        }
        for (asked, first) in [("niger", "NE"), ("guinea", "GN"), ("France", "FR")] {
            let page = reader.get(&format!("/en/search?q={asked}")).await;
            let lands: Vec<String> =
                page.links("main a").into_iter().filter(|href| href.starts_with("/en/countries/")).collect();
            assert_eq!(lands[0], format!("/en/countries/{first}"), "{asked}: {lands:?}");
        }
        for (asked, first) in [
            ("fr/search?q=Asie", "/fr/regions/142"),
            ("en/search?q=chad", "/en/countries/TD"),
            ("ar/search?q=%D8%A2%D8%B3%D9%8A%D8%A7", "/ar/regions/142"),
        ] {
            let page = reader.get(&format!("/{asked}")).await;
            let ways = page.links("main section a");
            assert_eq!(ways.first().map(String::as_str), Some(first), "{asked}: {}", page.words());
            assert!(!page.says("Did you mean") && !page.says("Vouliez-vous"), "{}", page.words());
        }
        let by_sign = reader.get("/en/search?q=GCM+7").await.all("h2");
        for sign in ["fr/search?q=PMM+7", "es/search?q=pmm+7"] {
            assert_eq!(reader.get(&format!("/{sign}")).await.all("h2").len(), by_sign.len(), "{sign}");
        }
        let list = reader.get("/fr/actions?q=PMM+7").await;
        assert_eq!(list.all("#results"), reader.get("/fr/actions?q=gcm%3A7").await.all("#results"));
        let none = reader.get("/en/search?q=xqzzwv").await;
        assert!(none.status == 200 && none.says("Nothing found") && none.all("h2").len() <= 1);
        for (asked, leads) in [
            ("/en/search?q=", "/en/search"),
            ("/en/search?page=2&q=++door+", "/en/search?q=door"),
            ("/en/search?q=door&country=KE", "/en/actions?q=door&country=KE"),
        ] {
            assert_eq!(reader.peek(asked).await.leads_to().as_deref(), Some(leads), "{asked}");
        }
        for lang in ["en", "fr", "es", "ar"] {
            for query in ["", "?q=families", "?q=kenya", "?q=xqzzwv"] {
                let page = reader.get(&format!("/{lang}/search{query}")).await;
                assert!(page.status == 200 && !page.text.contains("register-"), "{}", page.words());
            }
        }
    })
    .await;
}
