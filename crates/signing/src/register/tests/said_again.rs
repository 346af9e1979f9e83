//! Stories of records that an earlier program has said otherwise: they are said again, and nobody can tell that anything
//! happened.

use crate::governments::entered;
use crate::harness::{Story, on_both};
use crate::house::tables::{differing, tables};
use rooms::declarations::{self, Evidence, FromSource};
use rooms::wiring;
use sea_orm::ConnectionTrait;
use vocabulary::{Actor, PartialDate};

const DAY: i64 = 86_400;
const OF_TOWNS: &str = "kind IN ('government', 'past-government')";

/// A town with a signature on file.
async fn signed(story: &Story, name: &str, year: &str) {
    let town = entered(story, name, "SN", None).await;
    let tx = story.house.act().await.unwrap();
    let slug = "marrakech-mayors-declaration";
    let declaration = declarations::by_slug(tx.conn(), slug).await.unwrap().unwrap();
    let read = FromSource {
        government: &town,
        name,
        evidence: Evidence::Explicit,
        date: Some(PartialDate::parse(year).unwrap()),
        source: "https://source.example/list",
    };
    declarations::enter_from_source(&tx, Actor::Program("test"), &declaration, read).await.unwrap();
    tx.commit().await.unwrap();
    story.settle().await;
}

async fn run(story: &Story, sql: &str) {
    let tx = story.house.store.note(story.house.now()).await.unwrap();
    tx.conn().execute_unprepared(sql).await.unwrap();
    tx.commit().await.unwrap();
}

/// What stands of the towns, without the numbers of the changes.
async fn towns(story: &Story) -> String {
    let conn = story.house.store.read();
    let rows =
        format!("SELECT kind, key, at, state, body, since, until, line FROM public_record WHERE {OF_TOWNS}");
    let rows = sea_orm::Statement::from_string(conn.get_database_backend(), rows + " ORDER BY kind, key");
    let rows = conn.query_all_raw(rows).await.unwrap();
    let text = |row: &sea_orm::QueryResult, name: &str| row.try_get::<Option<String>>("", name).unwrap();
    let whole = |row: &sea_orm::QueryResult, name: &str| row.try_get::<Option<i64>>("", name).unwrap();
    let rows = rows.iter().map(|row| {
        let texts = ["kind", "key", "state", "body", "line"].map(|name| text(row, name));
        format!("{texts:?} {:?}\n", ["at", "since", "until"].map(|name| whole(row, name)))
    });
    rows.collect()
}

/// What the house does of itself when it starts.
async fn starts(story: &Story) {
    wiring::bring_records_up(story.house.clone(), std::future::pending()).await;
    story.settle().await;
}

#[tokio::test]
async fn what_an_earlier_program_said_is_said_again_and_nothing_has_happened() {
    on_both(|story| async move {
        signed(&story, "Dakar", "2018-12").await;
        story.advance(3 * DAY);
        signed(&story, "Thiès", "2024").await;
        let first = story.house.now().date().to_string();
        story.advance(3 * DAY);
        let (stood, everything) = (towns(&story).await, tables(&story).await);
        starts(&story).await;
        assert_eq!(differing(&everything, &tables(&story).await), [""; 0], "this program has said it all");

        // The program before this one did not know in which year a town signed.
        let earlier = "UPDATE public_record SET line = NULL, body = REPLACE(REPLACE(body, '\"signed/2018\",', ''), \
                       '\"signed/2024\",', '') WHERE kind = 'government'";
        run(&story, earlier).await;
        assert_ne!(towns(&story).await, stood);
        starts(&story).await;
        assert_ne!(towns(&story).await, stood, "it is written down who has said everything");
        run(&story, "UPDATE public_head SET said = NULL, lined = NULL").await;
        starts(&story).await;
        assert_eq!(towns(&story).await, stood, "and no earlier day is kept of what did not happen");
        let mut reader = story.browser();
        let table = reader.get("/en/figures/signed/table.csv").await;
        assert!(table.text.ends_with("\n2018,0,1\n2024,0,1\n"), "{}", table.text);
        let then = reader.get(&format!("/en/governments?signed=2018&as-of={first}")).await;
        assert!(then.says("Dakar") && !then.says("Thiès"), "{}", then.words());
        let everything = tables(&story).await;
        starts(&story).await;
        assert_eq!(differing(&everything, &tables(&story).await), [""; 0], "it is done once");
        wiring::say_again(&story.house).await.unwrap();
        assert_eq!(differing(&everything, &tables(&story).await), [""; 0], "and the same a second time");
    })
    .await;
}

#[tokio::test]
async fn what_is_told_meanwhile_is_heard_before_it_is_said_again() {
    on_both(|story| async move {
        signed(&story, "Dakar", "2018").await;
        story.advance(3 * DAY);
        let day = story.house.now().date().to_string();
        story.advance(3 * DAY);
        // Who says again waits until what was told is heard.
        let (house, again) = (story.house.clone(), story.house.clone());
        let slug = "marrakech-mayors-declaration";
        let text = "The words of the declaration.";
        let tx = house.act().await.unwrap();
        let english = vocabulary::Tag::from(vocabulary::Lang::En);
        declarations::load(&tx, Actor::Program("test"), slug, &english, text).await.unwrap();
        tx.commit().await.unwrap();
        let saying = tokio::spawn(async move { wiring::say_again(&again).await });
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        assert!(!saying.is_finished(), "it waits");
        story.settle().await;
        saying.await.unwrap().unwrap();
        let mut reader = story.browser();
        assert!(reader.get(&format!("/en/declarations/{slug}")).await.says(text));
        assert_eq!(
            reader.get(&format!("/en/governments?as-of={day}")).await.all("#results"),
            ["1 local government"]
        );
    })
    .await;
}
