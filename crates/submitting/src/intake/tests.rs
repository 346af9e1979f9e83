//! Stories of the intake: the real cohort, files that are broken or odd, and a demonstration started twice.

use rooms::House;
use rooms::intake::{
    self, Earnest, Found, Import, ImportRefused, Outcome, Report, Totals, cohort, demo, generate, import,
};
use rooms::register;
use sea_orm::ConnectionTrait;

use crate::harness::{Browser, Page, Story, on_both};

const ACTIONS: &str = include_str!("../../../../examples/cohort/actions.jsonl");

fn totals(created: usize, matched: usize, unchanged: usize, refused: usize) -> Totals {
    Totals { created, matched, unchanged, refused }
}

fn of<'a>(name: &'a str, text: &'a str) -> Import<'a> {
    Import { name, bytes: text.as_bytes(), ..Import::default() }
}

async fn bring(house: &House, file: &Import<'_>) -> Report {
    import(house, file, |_, _| {}).await.unwrap()
}

async fn position(house: &House) -> i64 {
    store::journal::head(house.store.read()).await.unwrap().position
}

fn refusals(report: &Report) -> Vec<(u64, String)> {
    let rows = report.rows.iter();
    let why = rows.filter_map(|row| match &row.outcome {
        Outcome::Refused { why } => Some((row.line, why.clone())),
        _ => None,
    });
    why.collect()
}

/// The name of the government that a row was matched to.
fn matched(report: &Report, written: &str) -> (String, Found) {
    let mut named = report.rows.iter().flat_map(|row| &row.governments);
    let named = named.find(|named| named.written == written).unwrap();
    (named.reference.clone(), named.found)
}

fn entered_as(report: &Report, written: &str) -> String {
    let mut named = report.rows.iter().flat_map(|row| &row.governments);
    let is_new = |named: &&intake::Named| named.written == written && named.found == Found::New;
    named.find(is_new).unwrap().reference.clone()
}

#[tokio::test]
async fn the_cohort_enters_whole_and_a_second_time_changes_nothing() {
    on_both(|story| async move {
        let [actions, signatures] = cohort(&story.house).await.unwrap();
        assert_eq!(refusals(&actions), []);
        assert_eq!(refusals(&signatures), []);
        assert_eq!((actions.totals().created, signatures.totals().created), (33, 21));
        for (short, whole) in [
            ("Freetown", "Freetown City Council"),
            ("Milan", "Municipality of Milan"),
            ("Nairobi City County", "Nairobi City County"),
            ("Nilüfer", "Nilüfer Municipality"),
            ("Bogotá", "City of Bogotá"),
            ("Rennes", "City of Rennes"),
            ("Montréal", "City of Montréal"),
        ] {
            let (reference, found) = matched(&signatures, short);
            assert_eq!((reference, found), (entered_as(&actions, whole), Found::ByName), "{short}");
        }
        let (council, _) = matched(&actions, "Barcelona City Council");
        assert_eq!(council, entered_as(&actions, "City of Barcelona"));

        let before = position(&story.house).await;
        let [actions, signatures] = cohort(&story.house).await.unwrap();
        assert_eq!(actions.totals(), totals(0, 0, 33, 0));
        assert_eq!(signatures.totals(), totals(0, 0, 21, 0));
        assert_eq!(position(&story.house).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_row_that_names_several_is_refused_until_it_was_decided() {
    on_both(|story| async move {
        let report = bring(&story.house, &of("actions.jsonl", ACTIONS)).await;
        let refused = refusals(&report);
        assert_eq!(refused.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [22, 24]);
        assert!(refused[0].1.contains("`government` looks like several names in one"), "{}", refused[0].1);
        assert_eq!((report.totals().created, report.totals().refused), (31, 2));
    })
    .await;
}

#[tokio::test]
async fn a_broken_file_changes_nothing_and_says_where() {
    on_both(|story| async move {
        let before = position(&story.house).await;
        let good = ACTIONS.lines().next().unwrap();
        let text = format!("{good}\n\n{{\"government\": \"City of Bern\", \"country\" \"Switzerland\"}}\n");
        let refused = import(&story.house, &of("cities.jsonl", &text), |_, _| {}).await.unwrap_err();
        let words = refused.to_string();
        assert!(words.starts_with("cities.jsonl is broken at line 3, column 42: expected `:`"), "{words}");
        assert_eq!(position(&story.house).await, before);
        let refused = import(&story.house, &of("cities.pdf", "x"), |_, _| {}).await.unwrap_err();
        assert!(matches!(refused, ImportRefused::Kind(_)));
    })
    .await;
}

#[tokio::test]
async fn odd_rows_are_read_or_refused_with_the_field() {
    on_both(|story| async move {
        let rows = [
            r#"{"government": "Lancaster, Pennsylvania", "country": "United States", "title": "A", "source_url": "https://a.example/1", "year": "2018-12 (by)"}"#,
            r#"{"government": "Bern, Basel", "country": "Switzerland", "title": "B", "source_url": "https://a.example/2"}"#,
            r#"{"government": "City of Kampala; City of Nairobi", "country": "Uganda; Kenya; Mali", "title": "C", "source_url": "https://a.example/3"}"#,
            r#"{"government": "City of Bonn", "country": "Global", "title": "D", "source_url": "https://a.example/4"}"#,
            r#"{"government": "City of Bonn", "country": "Germoney", "title": "E", "source_url": "https://a.example/5"}"#,
            r#"{"government": "City of Bonn", "country": "Germany", "title": "", "summary_facts": "", "source_url": "https://a.example/6"}"#,
            r#"{"government": "City of Bonn", "country": "Germany", "title": "G", "source_url": "https://a.example/7", "sdgs": [18]}"#,
            r#"{"government": "City of Bonn", "country": "Germany", "title": "H", "source_url": ""}"#,
            r#"{"government": "Cities of the World - association", "country": "Global", "title": "", "summary_facts": "They act. And more.", "source_url": "https://a.example/9"}"#,
        ];
        let text = rows.join("\n");
        let report = bring(&story.house, &of("odd.jsonl", &text)).await;
        let refused = refusals(&report);
        let lines: Vec<u64> = refused.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8], "{refused:?}");
        let fields = ["`government`", "`country`", "`country`", "`country`", "`title`", "`sdgs`", "`source_url`"];
        for ((line, why), field) in refused.iter().zip(fields) {
            assert!(why.contains(field), "line {line}: {why}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_table_is_read_with_a_mapping() {
    on_both(|story| async move {
        let map = include_str!("../../../../examples/import/map.toml");
        let csv = include_str!("../../../../examples/import/actions.csv");
        let file = Import { mapping: Some(("map.toml", map)), ..of("actions.csv", csv) };
        let before = position(&story.house).await;
        let dry = bring(&story.house, &Import { earnest: Earnest::DryRun, ..file.clone() }).await;
        assert_eq!(position(&story.house).await, before);
        let report = bring(&story.house, &file).await;
        assert_eq!(refusals(&report), []);
        assert_eq!(report.totals(), dry.totals());
        assert_eq!(report.totals().created, 3);
        let again = bring(&story.house, &file).await;
        assert_eq!(again.totals(), totals(0, 0, 3, 0));
        let xlsx = include_bytes!("../../../../examples/import/actions.xlsx");
        let book = Import { name: "actions.xlsx", bytes: xlsx, ..file };
        assert_eq!(bring(&story.house, &book).await.totals(), totals(0, 0, 3, 0));
    })
    .await;
}

async fn public(story: &Story, kind: &str) -> u64 {
    story.settle().await;
    let asked = store::search::Query { kinds: vec![kind.to_owned()], limit: 1, ..Default::default() };
    story.house.index.search(&asked).unwrap().total
}

#[tokio::test]
async fn a_demonstration_started_twice_neither_doubles_nor_loses() {
    on_both(|story| async move {
        demo(&story.house).await.unwrap();
        generate(&story.house, 10, 7).await.unwrap();
        let actions = public(&story, "action").await;
        assert_eq!(actions, 33 + 6 + 10);
        let before = position(&story.house).await;
        demo(&story.house).await.unwrap();
        generate(&story.house, 10, 7).await.unwrap();
        assert_eq!(position(&story.house).await, before);
        assert_eq!(public(&story, "action").await, actions);
        let parked = story.house.followers().parked().await.unwrap();
        assert!(parked.is_empty(), "{parked:?}");
        let gone = register::find(story.house.store.read(), "action", "LA-1900-00001").await.unwrap();
        assert_eq!(gone, register::Found::Nowhere);
        let mut desk = story.sign_in(intake::SECRETARIAT).await;
        assert!(desk.get("/en/desk").await.says("Eastmarch Metropolitan Area"));
        shows_what_else_there_is(&story).await;
    })
    .await;
}

/// The page of the action that is found by these words.
async fn found(reader: &mut Browser, words: &str) -> Page {
    let list = reader.get(&format!("/fr/actions?q={}", words.replace(' ', "+"))).await;
    let links = list.links("main h3 a");
    let link = links.iter().find(|href| href.starts_with("/fr/actions/LA-"));
    let link = link.unwrap_or_else(|| panic!("“{words}” is not found: {}", list.words()));
    reader.get(link).await
}

/// What is in a demonstration so that it can be seen: an action that tells everything, somebody who governs, a suspended
/// signature, an assessment with a tie and its summary.
async fn shows_what_else_there_is(story: &Story) {
    let mut reader = story.browser();
    let page = found(&mut reader, "maison pour arriver").await;
    for told in ["jours d’attente", "Un conseil de douze personnes", "Eastmarch Metropolitan Area", "EUR"] {
        assert!(page.says(told), "“{told}” is missing: {}", page.words());
    }
    assert!(page.says("porte l’action"), "who leads is said: {}", page.words());
    assert!(!page.says("Portes ouvertes"), "who has not answered is not named");
    assert_eq!(page.all("figure img").len(), 1);
    let picture = page.sources().into_iter().find(|src| src.contains("/files/")).unwrap();
    assert_eq!(reader.get(&picture).await.status, 200);
    let government = page.links("a").into_iter().find(|href| href.contains("/governments/LG-")).unwrap();
    let page = reader.get(&government).await;
    assert!(page.says("Solène Marivaux"), "{}", page.words());

    let page = found(&mut reader, "oficios para quedarse").await;
    assert!(page.says("Avec vingt ateliers"), "the summary in the reader’s language: {}", page.words());
    assert!(!page.says("vínculo") && !page.says("Formo parte"), "ties are for the desk");
    let mut officer = story.sign_in("officer@puertosereno.example").await;
    let mine = officer.get("/es/my/actions").await;
    let mine = mine.links("main h2 a").remove(0);
    let page = officer.get(&mine).await;
    assert!(page.links("a").contains(&format!("{mine}/assessment")), "{}", page.words());
    let page = officer.get(&format!("{mine}/assessment")).await;
    assert!(page.says("cuántas personas terminan la formación"), "{}", page.words());
    let mut unassessed = story.sign_in("officer@clairvallon.example").await;
    let mine = unassessed.get("/fr/my/actions").await.links("main h2 a").remove(0);
    let page = unassessed.get(&mine).await;
    assert!(
        !page.links("a").contains(&format!("{mine}/assessment")),
        "nothing was released: {}",
        page.words()
    );

    has_sets_versions_and_networks(story, &mut reader).await;

    let list = reader.get("/fr/governments?q=Northmere").await;
    let link = list.links("main h3 a").remove(0);
    let page = reader.get(&link).await;
    assert!(page.says("suspendue"), "{}", page.words());
    let mut desk = story.sign_in(intake::SECRETARIAT).await;
    let page = desk.get("/fr/desk/people").await;
    assert!(page.says("Tomas Lindqvist (invented)"), "{}", page.words());
}

/// Cohorts with figures frozen on the day the demonstration was filled, a second version with its differences, networks.
async fn has_sets_versions_and_networks(story: &Story, reader: &mut Browser) {
    let cohorts = reader.get("/fr/cohorts").await;
    let links = cohorts.links("main a");
    let mut sets = links.iter().filter(|href| href.starts_with("/fr/cohorts/demonstration-round-"));
    let set = sets.next().unwrap_or_else(|| panic!("no cohort: {}", cohorts.words()));
    assert_eq!(sets.count(), 1, "the other one");
    let page = reader.get(set).await;
    assert!(page.says("Une maison pour arriver"), "it stands in both: {}", page.words());
    let frozen = sea_orm::Statement::from_string(
        story.house.store.read().get_database_backend(),
        "SELECT numbers FROM cohort_figures",
    );
    let frozen = story.house.store.read().query_all_raw(frozen).await.unwrap();
    let numbers = frozen.iter().map(|row| row.try_get::<String>("", "numbers").unwrap());
    for numbers in numbers {
        assert!(numbers.contains(r#"["register-figure-published",3]"#), "{numbers}");
    }
    assert_eq!(frozen.len(), 2);

    let page = found(reader, "counter for every newcomer").await;
    let history = page.links("a").into_iter().find(|href| href.ends_with("/history")).unwrap();
    let page = reader.get(&history).await;
    assert!(!page.all("ins").is_empty() && page.says("five counters"), "{}", page.words());
    let page = reader.get("/fr/networks").await;
    assert!(page.says("Network of Harbour Towns (invented)"), "{}", page.words());
}
