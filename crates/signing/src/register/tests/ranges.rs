//! Stories of ranges of people: each kind of number by itself, drawn, asked from one number to another, and taken away.

use crate::harness::{Browser, Page, on_both};
use crate::register::{record, tell};
use rooms::register::Said;
use rooms::register::facets::people_code;

/// An action that is planned for so many people and has reached so many; none of it was said, or only that they are few.
fn action(n: usize, planned: Option<Option<u64>>, counted: Option<Option<u64>>) -> Said {
    let told = [("planned", planned), ("counted", counted)];
    let told = told.iter().filter_map(|(group, people)| Some((*group, (*people)?)));
    let tokens: Vec<String> =
        told.clone().map(|(group, people)| format!("{group}/{}", people_code(people))).collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let title = format!("Open door {n:03}");
    let told_of = record("action", &format!("LA-2026-{n:05}"), Some(&title), "Kampala", "UG", &tokens);
    let Said::Here(mut one) = told_of else { unreachable!() };
    one.find.numbers = told.map(|(group, people)| (format!("{group}/refugees"), people)).collect();
    Said::Here(one)
}

fn total(page: &Page) -> String {
    page.all("#results").remove(0)
}

async fn count(reader: &mut Browser, query: &str) -> String {
    total(&reader.get(&format!("/en/actions?{query}")).await)
}

#[tokio::test]
async fn a_range_of_people_is_chosen_drawn_and_taken_away() {
    on_both(|story| async move {
        let said = [
            action(1, Some(Some(10)), None),
            action(2, Some(Some(250)), Some(Some(5_000))),
            action(3, Some(Some(1_000)), None),
            action(4, Some(Some(20_000)), Some(Some(900))),
            action(5, Some(None), None),
            action(6, None, None),
        ];
        tell(&story, said.to_vec()).await;
        let mut reader = story.browser();
        let page = reader.get("/en/actions").await;
        let filters = page.forms("/en/actions").pop().unwrap();
        let chosen = reader.send(filters.set("planned-from", "1,000").set("planned-to", "10")).await;
        assert_eq!(
            chosen.path, "/en/actions?planned-from=10&planned-to=1000",
            "the one address of the range"
        );
        assert_eq!(total(&chosen), "3 actions");
        assert!(
            chosen.says("People to be reached: 10–1,000"),
            "it says which number it is: {}",
            chosen.words()
        );
        assert!(chosen.text.contains("name=\"robots\" content=\"noindex"));
        let lines = chosen.all(".facet label");
        let line = |label: &str| lines.iter().find(|line| line.starts_with(label)).cloned();
        assert_eq!(line("10,000 and more").as_deref(), Some("10,000 and more(1)"), "the group ignores it");
        let drawn = chosen.text.split("id=\"planned-from\"").next().unwrap_or_default();
        assert!(drawn.contains("<rect"), "the numbers are drawn");
        let cleared = chosen.links(".chip").into_iter().next().unwrap();
        assert_eq!(reader.get(&cleared).await.path, "/en/actions");
        // What is planned is not what was reached.
        assert_eq!(count(&mut reader, "counted-from=800").await, "2 actions");
        assert_eq!(count(&mut reader, "counted-from=800&planned-to=300").await, "1 action");
        // Fewer than ten are in what holds all of them, and in nothing that would tell how many.
        assert_eq!(count(&mut reader, "planned-to=10").await, "2 actions");
        assert_eq!(count(&mut reader, "planned-to=5").await, "No actions");
        assert_eq!(count(&mut reader, "planned-from=2&planned-to=10").await, "1 action");
        // A range and what is ticked in the same group are two ways to say which.
        assert_eq!(count(&mut reader, "planned=10000&planned-to=10").await, "3 actions");
        let arabic = reader.peek("/ar/actions?planned-from=%D9%A1%D9%A0%D9%A0").await;
        assert_eq!(arabic.leads_to().unwrap(), "/ar/actions?planned-from=100");
        for lang in ["en", "fr", "es", "ar"] {
            for query in ["planned-from=10&planned-to=99", "planned-from=10", "planned-to=10"] {
                let page = reader.get(&format!("/{lang}/actions?{query}")).await;
                assert!(page.status == 200 && !page.text.contains("register-n"), "{}", page.words());
            }
        }
        let csv = reader.get("/en/actions.csv?planned-from=10&planned-to=1000").await;
        assert_eq!(csv.text.lines().count(), 5, "head, three, end");
        for nonsense in ["planned-from=many", "planned-to=-1", "counted-from=99999999999999999999"] {
            let page = reader.get(&format!("/en/actions?{nonsense}")).await;
            assert_eq!((page.status, total(&page).as_str()), (200, "6 actions"));
            let written = nonsense.split('=').nth(1).unwrap();
            assert!(page.says(written), "it is said that nobody knows it: {}", page.words());
            let file = reader.get(&format!("/en/actions.csv?{nonsense}")).await;
            assert!(file.status == 400 && file.says(written), "{nonsense}: {}", file.status);
        }
        let governments = reader.get("/en/governments.csv?planned-from=10").await;
        assert_eq!(governments.status, 400, "nobody plans for people but actions");
    })
    .await;
}

#[tokio::test]
async fn ranges_of_people_find_what_counting_by_hand_finds() {
    on_both(|story| async move {
        let mut dice = 7_u64;
        let mut below = move |n: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) % n
        };
        let mut people = || match below(5) {
            0 => None,
            1 => Some(None),
            2 => Some(Some(10 + below(90))),
            _ => Some(Some(100 + below(3_000))),
        };
        let all: Vec<_> = (1..=80).map(|n| (n, people(), people())).collect();
        tell(&story, all.iter().map(|(n, planned, counted)| action(*n, *planned, *counted)).collect()).await;
        let mut reader = story.browser();
        let mut dice = 3_u64;
        for _ in 0..25 {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (from, to) = ((dice >> 33) % 2_500, (dice >> 13) % 2_500);
            let (from, to) = (from.min(to), from.max(to));
            let lies = |people: &Option<Option<u64>>| match people {
                Some(Some(n)) => (from..=to).contains(n),
                Some(None) => from <= 1 && to >= 9,
                None => false,
            };
            let both = all.iter().filter(|(_, planned, counted)| lies(planned) && lies(counted)).count();
            let planned = all.iter().filter(|(_, planned, _)| lies(planned)).count();
            let asked = format!("planned-from={from}&planned-to={to}");
            let found = reader.get(&format!("/en/actions.csv?{asked}")).await;
            assert_eq!(found.text.lines().count(), planned + 2, "{asked}: {}", found.text);
            let asked = format!("{asked}&counted-from={from}&counted-to={to}");
            let found = reader.get(&format!("/en/actions.csv?{asked}")).await;
            assert_eq!(found.text.lines().count(), both + 2, "{asked}");
        }
    })
    .await;
}
