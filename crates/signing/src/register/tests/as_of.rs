//! Stories of the register as of an earlier day: lists, figures and files show what stood then, and nothing that was wiped.

use crate::harness::{Story, on_both};
use crate::register::{cohort, record, tell};
use rooms::register::Said;

const DAY: i64 = 86_400;

fn today(story: &Story) -> String {
    story.house.now().date().to_string()
}

/// A day on which twelve stood; later one is called otherwise and moved, one is gone, one is new.
async fn changed(story: &Story) -> String {
    tell(story, cohort()).await;
    let first = today(story);
    story.advance(3 * DAY);
    let moved = record(
        "action",
        "LA-2026-00001",
        Some("A wider door"),
        "Kampala",
        "UG",
        &["gcm/3", "record/published", "year/2024", "region/002"],
    );
    let gone = Said::Gone {
        kind: "action".to_owned(),
        key: "LA-2026-00002".to_owned(),
        reason: "register-gone-neutral".to_owned(),
        at: story.house.now(),
    };
    let new = record("action", "LA-2026-00099", Some("A newer door"), "Kampala", "UG", &["record/published"]);
    tell(story, vec![moved, gone, new]).await;
    first
}

#[tokio::test]
async fn a_list_shows_the_register_of_an_earlier_day() {
    on_both(|story| async move {
        let first = changed(&story).await;
        let mut reader = story.browser();
        let now = reader.get("/en/actions").await;
        assert_eq!(now.all("#results"), ["12 actions"]);
        assert!(now.says("A wider door") && now.says("A newer door") && !now.says("Open door number 2 "));

        let page = reader.get("/en/actions").await;
        let form = page.forms("/en/actions").into_iter().find(|form| form.value("as-of").is_some()).unwrap();
        let then = reader.send(form.set("as-of", &first)).await;
        assert_eq!(then.path, format!("/en/actions?as-of={first}"), "the day stands in the one address");
        assert_eq!(then.all("#results"), ["12 actions"]);
        assert!(!then.says("A wider door") && !then.says("A newer door"));
        assert!(then.says("Open door number 1") && then.says("Open door number 2"));
        assert!(then.says("as it stood at the end of"), "{}", then.words());
        assert!(then.text.contains("name=\"robots\" content=\"noindex"), "not for search engines");
        assert_eq!(then.links(".chip"), ["/en/actions"], "the day is taken away like a choice");
        assert!(
            then.links("a").iter().any(|href| *href == format!("/en/actions/LA-2026-00002/x?as-of={first}"))
        );

        // Its facets, words and files are of that day too.
        let found = reader.get(&format!("/en/actions?gcm=7&as-of={first}")).await;
        assert_eq!(found.all("#results"), ["6 actions"]);
        assert_eq!(reader.get("/en/actions?gcm=7").await.all("#results"), ["5 actions"]);
        let found = reader.get(&format!("/en/actions?q=wider&as-of={first}")).await;
        assert_eq!(found.all("#results"), ["No actions"], "{}", found.words());
        let file = reader.get(&format!("/en/actions.csv?as-of={first}")).await;
        assert_eq!(file.status, 200);
        assert!(file.text.contains("Open door number 2") && !file.text.contains("A wider door"));
        assert!(
            file.text.contains(&format!("/LA-2026-00002/x?as-of={first},")),
            "each leads to its page of that day"
        );
        assert!(
            file.headers["content-disposition"].to_str().unwrap().contains(&first),
            "the file bears the day"
        );
        let map = reader.get(&format!("/en/map?as-of={first}")).await;
        assert!(map.says("Open door number 1") && !map.says("A newer door"), "{}", map.words());

        // A day before anything stood, a day to come, and what is no day.
        let empty = reader.get("/en/actions?as-of=2020-01-01").await;
        assert_eq!(empty.all("#results"), ["No actions"]);
        assert!(empty.says("See the register as it is now"), "{}", empty.words());
        assert_eq!(reader.get("/en/actions?as-of=2999-01-01").await.all("#results"), ["12 actions"]);
        for nonsense in ["2026", "yesterday", "2026-13-45", "%FF", "2026-05-08+(about)"] {
            let page = reader.get(&format!("/en/actions?as-of={nonsense}")).await;
            assert_eq!(page.status, 200, "{nonsense}");
            assert_eq!(page.all("#results"), ["12 actions"], "{nonsense}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_not_over_shows_the_register_of_now_and_says_so() {
    on_both(|story| async move {
        changed(&story).await;
        let mut reader = story.browser();
        let now = today(&story);
        for day in ["2999-01-01", now.as_str()] {
            for path in ["actions", "map", "figures", "figures/years", "data"] {
                let page = reader.get(&format!("/en/{path}?as-of={day}")).await;
                assert_eq!(page.path, format!("/en/{path}?as-of={day}"), "it will be over one day");
                assert!(page.says("is not over yet, so this is the register as it stands now"), "{path}");
                assert!(page.says("2999") || day == now, "{path} names the day");
                assert!(!page.says("as it stood at the end of"), "{path}: {}", page.words());
            }
            let list = reader.get(&format!("/en/actions?q=wider&as-of={day}")).await;
            assert_eq!(list.all("#results"), ["1 action"], "{}", list.words());
            for file in ["figures/years/table.csv", "actions.csv"] {
                let file = reader.get(&format!("/en/{file}?as-of={day}")).await;
                if day != now {
                    assert_eq!(file.status, 400, "a day to come has no file");
                    continue;
                }
                let name = file.headers["content-disposition"].to_str().unwrap();
                assert!(file.status == 200 && name.contains(&now), "a file bears the day it shows: {name}");
            }
        }
        story.advance(DAY);
        let page = reader.get(&format!("/en/actions?as-of={now}")).await;
        assert!(page.says("as it stood at the end of"), "now the day is over");
    })
    .await;
}

#[tokio::test]
async fn figures_and_citations_carry_their_day() {
    on_both(|story| async move {
        let first = changed(&story).await;
        let mut reader = story.browser();
        let table = |text: &str| {
            let line = text
                .lines()
                .find(|line| line.starts_with("\"7 ") || line.starts_with("7 "))
                .unwrap_or_default();
            line.rsplit(',').take(2).map(str::to_owned).collect::<Vec<_>>()
        };
        for file in ["table.csv", "picture.svg", "picture.png"] {
            for day in ["2024-02-30", "soon", "2999-01-01"] {
                let refused = reader.get(&format!("/en/figures/objectives/{file}?as-of={day}")).await;
                assert_eq!(refused.status, 400, "{file} {day}");
            }
        }
        let feed = reader.get(&format!("/en/actions.atom?gcm=7&as-of={first}")).await;
        assert!(feed.path == "/en/actions.atom?gcm=7" && feed.status == 200, "{}", feed.path);
        let now = reader.get("/en/figures/objectives/table.csv").await;
        let then = reader.get(&format!("/en/figures/objectives/table.csv?as-of={first}")).await;
        assert_eq!(table(&then.text), ["5", "1"], "six stood: five on file and one published");
        assert_eq!(table(&now.text), ["4", "1"], "one has moved to another objective");
        let page = reader.get("/en/figures/years").await;
        let cited = format!("/figures/years?as-of={}", today(&story));
        assert!(page.says(&cited), "a citation leads to what was cited: {}", page.words());
        // In every language: each reader is led to their own.
        assert_eq!(reader.get(&cited).await.path, format!("/en{cited}"));
        let page = reader.get(&format!("/en/figures?as-of={first}")).await;
        let files = page.links("a[download]");
        assert!(
            !files.is_empty() && files.iter().all(|href| href.ends_with(&format!("?as-of={first}"))),
            "{files:?}"
        );
        assert_eq!(reader.peek("/en/figures?as-of=never").await.status, 308);
        let figures = [
            "years",
            "progress",
            "objectives",
            "regions",
            "for-whom",
            "signatures",
            "signed",
            "reach",
            "people",
            "pledges",
        ];
        for figure in figures {
            for file in ["", "/table.csv", "/picture.svg", "/picture.png"] {
                for day in ["", "2019-01-01", "2999-01-01"] {
                    let page = reader.get(&format!("/en/figures/{figure}{file}?as-of={day}")).await;
                    let is_refused = day == "2999-01-01" && !file.is_empty();
                    assert_eq!(page.status, if is_refused { 400 } else { 200 }, "{}", page.path);
                    assert!(
                        file != "/table.csv" || is_refused || page.text.contains(','),
                        "it has a head: {}",
                        page.text
                    );
                }
            }
        }
        let data = reader.get(&format!("/en/data?as-of={first}")).await;
        assert!(data.says("12 actions") && data.says(&format!("/data?as-of={first}")), "{}", data.words());
        assert!(data.links("dd a")[0].ends_with(&format!("/data?as-of={first}")), "it lasts as of the day");
    })
    .await;
}

#[tokio::test]
async fn what_is_found_is_cited_as_it_stands_on_a_day() {
    on_both(|story| async move {
        let first = changed(&story).await;
        let mut reader = story.browser();
        for (asked, address) in [
            ("/en/actions?gcm=7&per=50", format!("/actions?gcm=7&as-of={}&per=50", today(&story))),
            ("/en/map?gcm=7&view=0.0,20.0,1", format!("/map?gcm=7&as-of={}&view=0.0,20.0,1", today(&story))),
            (&format!("/en/governments?as-of={first}"), format!("/governments?as-of={first}")),
        ] {
            let page = reader.get(asked).await;
            let cited = page.all("#citation").join("");
            assert!(cited.ends_with(&address), "{asked} is cited as it stands on a day: {cited}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_part_of_the_register_is_shown_and_cited_as_it_stood_on_a_day() {
    on_both(|story| async move {
        let first = changed(&story).await;
        let mut reader = story.browser();
        for (path, then, now) in [
            ("objectives/gcm/7", "6 actions", "5 actions"),
            ("countries/KE", "8 actions", "6 actions"),
            ("regions/14", "12 actions", "12 actions"),
        ] {
            let page = reader.get(&format!("/en/{path}?as-of={first}")).await;
            let all = |n: &str| format!("All {n}");
            assert!(page.status == 200 && page.says(&all(then)), "{path}: {}", page.words());
            assert!(page.text.contains("name=\"robots\" content=\"noindex"), "not for search engines");
            let cited = page.all("#citation").join("");
            assert!(cited.ends_with(&format!("/{path}?as-of={first}")), "{cited}");
            let lists = page.links("main a").into_iter().filter(|way| way.starts_with("/en/actions?"));
            for way in lists.collect::<Vec<_>>() {
                assert!(way.contains(&format!("as-of={first}")), "{path} leads to the same day: {way}");
                assert_eq!(reader.peek(&way).await.status, 200, "{way}");
            }
            let page = reader.get(&format!("/en/{path}")).await;
            assert!(page.says(&all(now)), "{path}: {}", page.words());
            let cited = page.all("#citation").join("");
            assert!(cited.ends_with(&format!("/{path}?as-of={}", today(&story))), "{cited}");
            for nonsense in ["?as-of=soon", "?zz=1"] {
                let leads = reader.peek(&format!("/en/{path}{nonsense}")).await.leads_to();
                assert_eq!(leads, Some(format!("/en/{path}")), "one address");
            }
            let early = reader.get(&format!("/en/{path}?as-of=2019-01-01")).await;
            assert!(early.status == 200 && !early.says("All "), "nothing stood: {}", early.words());
        }
    })
    .await;
}

#[tokio::test]
async fn what_changes_within_a_day_is_one_change_and_what_is_unsaid_is_wiped() {
    on_both(|story| async move {
        let first = changed(&story).await;
        let again =
            record("action", "LA-2026-00001", Some("A door for an hour"), "Kampala", "UG", &["gcm/3"]);
        tell(&story, vec![again]).await;
        let second = today(&story);
        story.advance(DAY);
        let last = record("action", "LA-2026-00001", Some("The last door"), "Kampala", "UG", &["gcm/3"]);
        tell(&story, vec![last]).await;
        let mut reader = story.browser();
        let then = reader.get(&format!("/en/actions?as-of={second}")).await;
        assert!(then.says("A door for an hour") && !then.says("A wider door"), "{}", then.words());

        let unsaid = Said::Unsaid { kind: "action".to_owned(), key: "LA-2026-00001".to_owned() };
        tell(&story, vec![unsaid]).await;
        for day in [&first, &second] {
            let then = reader.get(&format!("/en/actions?as-of={day}")).await;
            assert!(!then.says("A door for an hour") && !then.text.contains("Open door number 1<"), "{day}");
        }
        let records = crate::house::tables::tables(&story).await.remove("public_record").unwrap();
        assert!(!records.contains("for an hour") && records.contains("The last door"));
        assert!(reader.get("/en/actions").await.says("The last door"), "what stands now stays");
    })
    .await;
}

#[tokio::test]
async fn a_figure_of_a_day_without_records_says_so_and_leads_back() {
    on_both(|story| async move {
        changed(&story).await;
        let mut reader = story.browser();
        let then = reader.get("/en/figures/years?as-of=2001-01-01").await;
        assert!(then.says("was on the register by the end of 1 January 2001"), "{}", then.words());
        assert!(then.all("main table").is_empty(), "no head without a line");
        assert!(then.links("main a").contains(&"/en/figures/years".to_owned()), "back to today");
        let all = reader.get("/en/figures?as-of=2001-01-01").await;
        assert!(all.links("main .empty a").contains(&"/en/figures".to_owned()), "{}", all.words());
        for lang in ["fr", "es", "ar"] {
            let then = reader.get(&format!("/{lang}/figures/objectives?as-of=2001-01-01")).await;
            assert_eq!((then.status, then.all("main .note").len()), (200, 1));
            let picture =
                reader.get(&format!("/{lang}/figures/objectives/picture.svg?as-of=2001-01-01")).await;
            assert!(picture.text.contains("2001") && !picture.text.contains("<rect x="), "{}", picture.text);
        }
        let people = reader.get("/en/figures/people").await;
        assert!(people.says("Nothing that this figure counts is on the register yet."), "{}", people.words());
        assert!(reader.get("/en/figures/years").await.says("2024"));
    })
    .await;
}
