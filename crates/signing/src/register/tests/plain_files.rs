//! Stories of files that nobody can misread: names beside their references, ranges that are no numbers, a year that nobody
//! stated, and no file for a question that was not understood.

use std::collections::HashMap;

use crate::harness::{Page, Story, on_both};
use crate::register::{cohort, english, record, tell};
use rooms::register::{Party, Said, lines};
use sea_orm::ConnectionTrait;
use vocabulary::{Lang, Origin, Tag};

/// The lines of a CSV file, each cell under the name of its column.
fn rows(page: &Page) -> Vec<HashMap<String, String>> {
    let before = page.text.split("#end,").next().unwrap();
    csv::Reader::from_reader(before.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// A joint action of two, the lead with the higher number, for many people, without any date.
fn joint() -> Said {
    let governments = ["government/LG-00052", "government/LG-00061", "record/published"];
    let people = ["planned/1000", "counted/100", "estimated/0", "year/unknown"];
    let tokens = [&governments[..], &people[..]].concat();
    let mut joint = record("action", "LA-2026-00043", Some("A door for two"), "Clairvallon", "FR", &tokens);
    if let Said::Here(record) = &mut joint {
        let party = |name: &str, key: &str| {
            let mut name = english(name);
            name.translate(Tag::from(Lang::Fr), "Ville", Origin::Human);
            Party { name, path: format!("/governments/{key}/x") }
        };
        record.card.who = vec![party("Clairvallon", "LG-00061"), party("Eastmarch", "LG-00052")];
        record.card.when = None;
        let numbers = [
            ("planned/migrants", Some(900)),
            ("planned/refugees", Some(300)),
            ("counted/migrants", Some(212)),
            ("counted/refugees", None),
            ("estimated/refugees", None),
        ];
        record.find.numbers = numbers.map(|(name, n)| (name.to_owned(), n)).to_vec();
    }
    joint
}

async fn run(story: &Story, sql: &str) {
    let tx = story.house.store.note(story.house.now()).await.unwrap();
    tx.conn().execute_unprepared(sql).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_file_cannot_be_misread() {
    on_both(|story| async move {
        tell(&story, vec![joint()]).await;
        let mut reader = story.browser();
        let line = rows(&reader.get("/en/actions.csv").await).remove(0);
        assert_eq!(line["governments"], "Clairvallon; Eastmarch");
        assert_eq!(line["government_references"], "LG-00061; LG-00052", "in the order of the names");
        assert_eq!((&*line["planned"], &*line["counted"]), ("1000-to-9999", "100-to-999"));
        assert_eq!((&*line["planned_people"], &*line["counted_people"]), ("1200", "212"));
        assert_eq!((&*line["estimated"], &*line["estimated_people"]), ("fewer-than-10", ""));
        assert_eq!(line["year"], "unknown");
        let json: serde_json::Value =
            serde_json::from_str(&reader.get("/en/actions.json").await.text).unwrap();
        let row = &json["rows"][0];
        assert_eq!(row["government_references"], serde_json::json!(["LG-00061", "LG-00052"]));
        assert_eq!(
            (&row["planned_people"], &row["estimated_people"]),
            (&1200.0.into(), &serde_json::Value::Null)
        );

        let codes = reader.get("/en/codes.csv").await.text;
        for line in [
            "actions,planned,1000-to-9999,\"1,000–9,999\",en",
            "actions,estimated,fewer-than-10,Fewer than ten,en",
            "actions,year,unknown,Not stated,en",
        ] {
            assert!(codes.contains(line), "{line}: {codes}");
        }
        let page = reader.get("/en/actions").await;
        let labels = page.all(".facet label");
        assert!(labels.iter().any(|label| label.starts_with("Not stated")), "{labels:?}");
        let file = reader.get("/en/actions.csv?planned=1000-to-9999&year=unknown").await;
        assert_eq!(rows(&file).len(), 1, "asked by the words of the file");
        assert_eq!(rows(&reader.get("/en/actions.csv?year-from=1900&year-to=2100").await).len(), 0);
        let years = reader.get("/en/figures/years/table.csv").await;
        assert_eq!(years.text, "Year,actions published,actions on file\nNot stated,1,0\n");

        // A house whose lines are of an earlier form gets the lines of now.
        lines::fill(&story.house.store).await.unwrap();
        run(&story, "UPDATE public_record SET line = REPLACE(line, 'LG-00061', 'LG-00000')").await;
        lines::fill(&story.house.store).await.unwrap();
        assert_eq!(
            rows(&reader.get("/es/actions.csv").await)[0]["government_references"],
            "LG-00000; LG-00052"
        );
        run(&story, "UPDATE public_head SET lined = 1").await;
        lines::fill(&story.house.store).await.unwrap();
        assert_eq!(
            rows(&reader.get("/ar/actions.csv").await)[0]["government_references"],
            "LG-00061; LG-00052"
        );
    })
    .await;
}

#[tokio::test]
async fn a_question_that_is_not_understood_gets_no_file() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let mut program = story.browser();
        for (query, named) in [
            ("country=ZZ", "ZZ"),
            ("country=KE&gcm=99", "99"),
            ("as-of=zz", "zz"),
            ("as-of=2099-01-01", "1 January 2099"),
            ("year-from=abc", "abc"),
            ("contry=KE", "contry"),
            ("origin=zzz", "zzz"),
            ("lang=zz", "zz"),
            ("year=1234", "1234"),
        ] {
            for file in ["actions.csv", "actions.xlsx", "actions.json", "actions.geojson", "actions.atom"] {
                let answer = program.peek(&format!("/en/{file}?{query}")).await;
                assert_eq!(answer.status, 400, "{file}?{query}");
                assert!(answer.text.contains(named), "{file}?{query}: {}", answer.text);
            }
        }
        let said = program.peek("/fr/governments.csv?tier=zz").await;
        assert!(said.status == 400 && said.text.contains("Le registre ne connaît pas"), "{}", said.text);
        for country in ["KE", "KEN", "ke"] {
            let file = program.get(&format!("/en/actions.csv?country={country}")).await;
            assert_eq!(rows(&file).len(), 8, "{country}");
        }
        for (asked, one) in [("country=KEN", "country=KE"), ("lang=FR", "lang=fr"), ("lang=pt-BR", "lang=pt")]
        {
            let page = program.peek(&format!("/en/actions?{asked}")).await;
            assert_eq!(page.leads_to().unwrap(), format!("/en/actions?{one}"));
        }
        for unknown in ["country=ZZ", "origin=zzz", "lang=zz", "year=1234"] {
            let page = program.peek(&format!("/en/actions?{unknown}")).await;
            assert!(page.status == 200 && page.says("Left out"), "{unknown}: {}", page.words());
            assert_eq!(page.all(".chip").len(), 0, "{unknown}");
        }
        assert_eq!(program.get("/en/governments.csv?signed=1234").await.status, 400);
        // What has a name is known though nobody holds it, and what a record holds is known though it has none.
        for query in ["lang=sw", "origin=gcm_pledge", "year=1999", "year=unknown"] {
            let page = program.peek(&format!("/en/actions?{query}")).await;
            assert_eq!((page.status, page.all("#results")), (200, vec!["No actions".to_owned()]), "{query}");
        }
        let tokens = ["origin/some_list", "lang/qaa", "record/on_file"];
        tell(&story, vec![record("action", "LA-2026-00088", Some("A door"), "Dakar", "SN", &tokens)]).await;
        for query in ["origin=some_list", "lang=qaa"] {
            let file = program.get(&format!("/en/actions.csv?{query}")).await;
            assert_eq!(rows(&file).len(), 1, "{query}: {}", file.text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_has_one_address() {
    on_both(|story| async move {
        tell(&story, cohort()).await;
        let today = story.house.now().date().to_string();
        let mut program = story.browser();
        for (asked, one) in [
            ("actions.csv?per=50&page=2&sort=name&after=1.1.0&country=KE", "actions.csv?country=KE"),
            ("actions.xlsx?country=UG&country=KE&q=door", "actions.xlsx?q=door&country=KE&country=UG"),
            ("actions.json?q=door+country:KE", "actions.json?q=door&country=KE"),
            ("governments.geojson?show=governments&view=0.0,20.0,1", "governments.geojson"),
            (&format!("actions.csv?as-of={today}&per=50"), &*format!("actions.csv?as-of={today}")),
            ("actions.atom?gcm=15&sort=name", "actions.atom?gcm=15"),
            ("actions.atom?as-of=2020-01-01&gcm=15", "actions.atom?gcm=15"),
            (&format!("actions.atom?as-of={today}"), "actions.atom"),
            ("figures/years/table.csv?zz=1", "figures/years/table.csv"),
            ("figures/years/picture.svg?as-of=2020-01-01&zz=1", "figures/years/picture.svg?as-of=2020-01-01"),
            ("figures/years/picture.png?as-of=", "figures/years/picture.png"),
            ("codes.csv?lang=fr", "codes.csv"),
        ] {
            let leads = program.peek(&format!("/fr/{asked}")).await;
            assert_eq!((leads.status, leads.leads_to()), (308, Some(format!("/fr/{one}"))), "{asked}");
            assert_eq!(program.peek(&format!("/fr/{one}")).await.status, 200, "{one}");
        }
    })
    .await;
}
