//! Stories of the lines that files are made of: a file from lines is the file from records, and what is taken away or hidden
//! stands in no line.

use crate::harness::{Story, on_both};
use crate::house::tables::tables;
use crate::register::{cohort, record, tell};
use rooms::register::{Said, lines};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use vocabulary::{End, Lang, Origin, PartialDate, Period, Tag};

const DAY: i64 = 86_400;

/// Every form of both lists, in every language, of this day and of an earlier one.
async fn files(story: &Story, day: &str) -> Vec<String> {
    let mut reader = story.browser();
    let mut files = Vec::new();
    for list in ["actions", "governments"] {
        for ending in ["csv", "json", "geojson"] {
            for lang in Lang::ALL {
                for asked in ["", &format!("?as-of={day}"), "?country=KE"] {
                    let address = format!("/{}/{list}.{ending}{asked}", lang.code());
                    let page = reader.get(&address).await;
                    assert_eq!(page.status, 200, "{address}");
                    files.push(page.text);
                }
            }
        }
    }
    files
}

/// Actions with words in several languages, with none, with signs that divide cells and lines, without dates and places.
fn odd() -> Vec<Said> {
    let mut said = cohort();
    let odd = [
        ("LA-2026-00050", Some("Two \"doors\"; one, wide\nand a second line")),
        ("LA-2026-00051", Some("Signs \u{1c}of\u{1d}a\u{1e}teleprinter\u{1f} in a title")),
        ("LA-2026-00052", None),
        ("LA-2026-00053", Some("{\"is\": \"no record\"}")),
    ];
    for (at, (key, title)) in odd.into_iter().enumerate() {
        let mut one = record("action", key, title, "Kampala", "UG", &["gcm/3", "gcm/15", "priorities/p1"]);
        if let Said::Here(record) = &mut one {
            if let Some(title) = &mut record.card.title {
                title.translate(Tag::from(Lang::Fr), "Une porte, « ouverte »", Origin::Human);
                title.translate(Tag::parse("sw").unwrap(), "Mlango wazi", Origin::Human);
            }
            let end = PartialDate::parse("2018-12 (by)").unwrap();
            record.card.when = [None, Some(Period { start: None, end: End::On(end) })][at % 2];
            record.find.point = [None, Some((-1.25, 36.5))][at / 2];
            record.card.lead = record.card.lead.take().filter(|_| at != 1);
        }
        said.push(one);
    }
    said
}

async fn run(story: &Story, sql: &str) {
    let tx = story.house.store.note(story.house.now()).await.unwrap();
    tx.conn().execute_unprepared(sql).await.unwrap();
    tx.commit().await.unwrap();
}

/// How many records are as this condition says.
async fn how_many(story: &Story, condition: &str) -> i64 {
    #[derive(FromQueryResult)]
    struct Row {
        n: i64,
    }
    let conn = story.house.store.read();
    let count = format!("SELECT COUNT(*) AS n FROM public_record WHERE {condition}");
    let count = Statement::from_string(conn.get_database_backend(), count);
    Row::find_by_statement(count).one(conn).await.unwrap().unwrap().n
}

#[tokio::test]
async fn a_file_made_of_lines_is_the_file_made_of_records() {
    on_both(|story| async move {
        tell(&story, odd()).await;
        let day = story.house.now().date().to_string();
        story.advance(3 * DAY);
        let later = record("action", "LA-2026-00001", Some("A wider door"), "Kampala", "UG", &["gcm/3"]);
        tell(&story, vec![later]).await;

        let kept = files(&story, &day).await;
        let csv = &kept[0];
        assert!(csv.contains("\"Two \"\"doors\"\"; one, wide\nand a second line\""), "{csv}");
        assert!(csv.contains("Signs  of a teleprinter  in a title"), "{csv}");
        assert!(
            csv.contains("Action of Kampala,en") && csv.contains("{\"\"is\"\": \"\"no record\"\"}"),
            "{csv}"
        );
        assert!(csv.contains(",3; 15,") && csv.contains(",2018-12 (by),"), "{csv}");
        assert!(kept[3].contains("\"Une porte, « ouverte »\",fr"), "{}", kept[3]);
        assert!(kept[1].contains("Open door number 1,") && !kept[1].contains("A wider door"), "{}", kept[1]);

        // A house from before there were lines gives the same files, and then has the same lines.
        let lines_kept = tables(&story).await.remove("public_record");
        run(&story, "UPDATE public_record SET line = NULL").await;
        run(&story, "UPDATE public_head SET lined = NULL").await;
        assert!(files(&story, &day).await == kept, "the same from records");
        lines::fill(&story.house.store).await.unwrap();
        assert!(tables(&story).await.remove("public_record") == lines_kept, "the same lines as before");
        assert!(files(&story, &day).await == kept, "the same from lines");
    })
    .await;
}

#[tokio::test]
async fn what_is_hidden_or_gone_stands_in_no_line() {
    on_both(|story| async move {
        let key = "LA-2026-00001";
        let mut shown = record("action", key, Some("The house on Acacia Road"), "Kampala", "UG", &["gcm/3"]);
        if let Said::Here(record) = &mut shown {
            record.find.point = Some((0.314_159, 32.582_52));
        }
        tell(&story, vec![shown]).await;
        story.advance(3 * DAY);
        let hidden = record("action", key, Some("A house in Kampala"), "Kampala", "UG", &["gcm/3"]);
        tell(&story, vec![hidden.clone()]).await;
        assert_eq!(how_many(&story, "line LIKE '%Acacia%'").await, 1, "of the earlier day alone");

        let unsaid = Said::Unsaid { kind: "action".to_owned(), key: key.to_owned() };
        tell(&story, vec![unsaid]).await;
        let records = tables(&story).await.remove("public_record").unwrap();
        assert!(!records.contains("Acacia") && !records.contains("32.58252"), "{records}");
        assert!(records.contains("A house in Kampala"));

        let gone = Said::Gone {
            kind: "action".to_owned(),
            key: key.to_owned(),
            reason: "register-gone-neutral".to_owned(),
            at: story.house.now(),
        };
        tell(&story, vec![gone]).await;
        assert_eq!(how_many(&story, "line IS NOT NULL AND state <> 'here'").await, 0);
        lines::fill(&story.house.store).await.unwrap();
        assert_eq!(
            how_many(&story, "line IS NOT NULL AND body IS NULL").await,
            0,
            "none is made of what is gone"
        );

        // A rebuild takes the lines away with the records.
        tell(&story, vec![hidden]).await;
        assert_eq!(how_many(&story, "kind = 'action' AND state = 'here' AND line IS NULL").await, 0);
        story.house.followers().reset("public-records").await.unwrap();
        assert_eq!(how_many(&story, "line IS NOT NULL AND body IS NULL").await, 0);
    })
    .await;
}
