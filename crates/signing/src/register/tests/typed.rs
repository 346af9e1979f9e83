//! Stories of facets that are typed into the box: they are chosen like those that are ticked, under the same address.

use crate::harness::on_both;
use crate::register::{cohort, tell};

#[tokio::test]
async fn a_facet_that_is_typed_is_chosen_under_the_address_of_the_one_that_is_ticked() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for (typed, one) in [
            ("actions?q=door+country:KE", "actions?q=door&country=KE"),
            ("actions?q=country:%22KE%22door", "actions?q=door&country=KE"),
            ("actions?q=COUNTRY:ken+GCM:15", "actions?gcm=15&country=KE"),
            ("actions?q=country:UG+door+country:KE", "actions?q=door&country=KE&country=UG"),
            ("actions?q=country:ug&country=KE", "actions?country=KE&country=UG"),
            ("actions?q=country:KE+-country:UG", "actions?q=-country%3AUG&country=KE"),
            ("actions?q=country:KE&sort=relevance&page=2", "actions?country=KE"),
            ("actions?q=region:2", "actions?region=002"),
            ("actions?q=region:14", "actions?region=014"),
            ("governments?q=country:KE+record:On_File", "governments?record=on_file&country=KE"),
            ("map?q=gcm:15&view=0.0,20.0,1", "map?gcm=15&view=0.0,20.0,1"),
        ] {
            let leads = reader.peek(&format!("/en/{typed}")).await.leads_to();
            assert_eq!(leads, Some(format!("/en/{one}")), "{typed}");
            assert_eq!(reader.peek(&format!("/en/{one}")).await.status, 200, "{one}");
        }
        let page = reader.get("/en/actions?q=door+country:KE").await;
        assert_eq!(page.all("#results"), ["8 actions"]);
        assert_eq!((page.all(".chip").len(), page.all(".facet input[checked]").len()), (1, 1));
        let form = page.forms("/en/actions").into_iter().find(|form| form.value("q") == Some("door"));
        assert!(form.is_some(), "only the words stay in the box");
        let east = reader.get("/en/actions?q=region:14").await;
        assert_eq!(east.all("#results"), ["12 actions"], "a small region is its countries");
        let file = reader.get("/en/actions.csv?q=region:2+country:KE").await;
        assert_eq!(file.text.lines().count(), 8 + 2, "{}", file.text);
    })
    .await;
}

#[tokio::test]
async fn what_must_not_be_there_and_what_nobody_knows_stays_as_it_was_typed() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for (typed, found) in [
            ("-country:KE", "4 actions"),
            ("-country:ken", "4 actions"),
            ("-region:2", "No actions"),
            ("-region:14", "No actions"),
            ("-region:5", "12 actions"),
            ("country:ZZ", "No actions"),
            ("\"country:KE\"", "No actions"),
        ] {
            let asked = typed.replace(':', "%3A").replace('"', "%22");
            let page = reader.peek(&format!("/en/actions?q={asked}")).await;
            assert_eq!((page.status, page.all("#results")), (200, vec![found.to_owned()]), "{typed}");
            assert_eq!(page.all(".chip").len(), 0, "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_over_everything_understands_what_is_typed_and_leads_to_the_lists() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut reader = story.browser();
        for (typed, found) in [
            ("region%3A2", ["12 actions", "3 local governments"]),
            ("region%3A14", ["12 actions", "3 local governments"]),
            ("families+country%3AKE", ["8 actions", "2 local governments"]),
        ] {
            let page = reader.peek(&format!("/en/search?q={typed}")).await;
            assert_eq!((page.status, page.all("h2")), (200, found.map(str::to_owned).to_vec()), "{typed}");
            for list in ["/en/actions?", "/en/governments?"] {
                let all = page.links("main a").into_iter().find(|href| href.starts_with(list));
                assert_eq!(reader.peek(&all.expect("a way to all")).await.status, 200, "{typed}: {list}");
            }
        }
        let meant = reader.get("/en/search?q=familes+country%3AKE").await;
        let meant = meant.links("p > a").into_iter().find(|href| href.contains("q=families"));
        assert_eq!(meant.as_deref(), Some("/en/search?q=families+country%3AKE"));
        let help = reader.get("/en/search/help").await;
        for href in help.links("dl a") {
            assert_eq!(reader.peek(&href).await.status, 200, "no way goes over another one: {href}");
        }
    })
    .await;
}
