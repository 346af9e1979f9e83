//! Stories of freshness: when the government last reported on its action, in lists, on cards and in files.

use crate::harness::{Page, on_both};
use crate::register::{record, tell};
use rooms::register::{Freshness, Said};
use vocabulary::Moment;

const DAY: i64 = 86_400;

/// An action that was last reported so many days ago, or never.
fn action(n: usize, fresh: Freshness) -> Said {
    let title = format!("Open door {n:03}");
    let Said::Here(mut one) =
        record("action", &format!("LA-2026-{n:05}"), Some(&title), "Kampala", "UG", &[])
    else {
        unreachable!()
    };
    one.card.fresh = Some(fresh);
    Said::Here(one)
}

fn titles(page: &Page) -> Vec<String> {
    page.all(".rows > .row h3")
}

#[tokio::test]
async fn actions_stand_in_the_order_of_their_last_report_and_say_it() {
    on_both(|story| async move {
        let ago = |days: i64| story.house.now().plus(-days * DAY);
        let said = [
            action(1, Freshness::Reported(ago(400))),
            action(2, Freshness::OnFile(ago(1))),
            action(3, Freshness::Reported(ago(3))),
            action(4, Freshness::OnFile(ago(30))),
        ];
        tell(&story, said.to_vec()).await;
        let mut reader = story.browser();
        let page = reader.get("/en/actions").await;
        let link = page.links(".bar a").into_iter().find(|href| href.contains("sort=reported")).unwrap();
        assert_eq!(link, "/en/actions?sort=reported");
        let page = reader.get(&link).await;
        let order = ["Open door 003", "Open door 001", "Open door 002", "Open door 004"];
        assert_eq!(titles(&page), order, "what is on file stands after all that was reported");
        let say = story.house.say(vocabulary::Lang::En);
        let signs = page.all(".row .fresh");
        assert_eq!(
            signs,
            [
                format!("last reported {}", say.date(ago(3))),
                format!("no report since {}", say.date(ago(400))),
            ],
            "a card of what is on file says only that it is"
        );
        assert_eq!(page.all(".row .fresh.new").len(), 1);
        let file = reader.get("/en/actions.csv").await;
        let mut lines = file.text.lines();
        let at = lines.next().unwrap().split(',').position(|name| name == "reported").unwrap();
        let days: Vec<&str> = lines.filter_map(|line| line.split(',').nth(at)).collect();
        assert!(days.contains(&ago(3).date().to_string().as_str()), "{days:?}");
        for lang in ["fr", "es", "ar"] {
            let page = reader.get(&format!("/{lang}/actions?sort=reported")).await;
            assert!(page.status == 200 && !page.text.contains("register-fresh"), "{}", page.words());
            assert!(reader.get(&format!("/{lang}/data")).await.says("reported"));
        }
        let governments = reader.peek("/en/governments?sort=reported").await;
        assert_eq!(governments.leads_to().unwrap(), "/en/governments", "nobody reports on a government");
    })
    .await;
}

#[tokio::test]
async fn pages_by_last_report_neither_skip_nor_double() {
    on_both(|story| async move {
        let at = |n: usize| Moment::from_unix(1_700_000_000 + i64::try_from(n % 9).unwrap() * DAY);
        let some = |n: usize| {
            if n.is_multiple_of(3) { Freshness::OnFile(at(n)) } else { Freshness::Reported(at(n)) }
        };
        tell(&story, (1..=60).map(|n| action(n, some(n))).collect()).await;
        let mut reader = story.browser();
        let mut page = reader.get("/en/actions?sort=reported").await;
        let mut seen = titles(&page);
        tell(&story, vec![action(99, Freshness::Reported(story.house.now()))]).await;
        while let Some(next) = page.links("a[rel=next]").first().cloned() {
            page = reader.get(&next).await;
            seen.extend(titles(&page));
        }
        assert_eq!(seen.len(), 60);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 60, "nothing comes twice");
    })
    .await;
}

#[tokio::test]
async fn a_record_from_before_there_was_freshness_says_when_it_last_changed() {
    on_both(|story| async move {
        let told = record("action", "LA-2026-00001", Some("A door"), "Kampala", "UG", &[]);
        let Said::Here(mut one) = told else { unreachable!() };
        assert_eq!(Freshness::of(&one), Some(Freshness::OnFile(Moment::from_unix(one.find.when))));
        one.card.marks.clear();
        assert_eq!(Freshness::of(&one), Some(Freshness::Reported(one.card.updated)));
        tell(&story, vec![Said::Here(one)]).await;
        let page = story.browser().get("/en/actions").await;
        assert!(page.says("no report since 14 November 2023"), "{}", page.words());
    })
    .await;
}
