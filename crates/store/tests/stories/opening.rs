//! Opening, opening again, and what is refused.

use store::folder::Purpose;
use store::schema::step;
use store::testing::{TestDb, on_both};
use store::{Migrations, Store, journal};
use vocabulary::Ids;

use crate::world::{kept, migrations, number};

fn one_more() -> Migrations {
    let mut steps = migrations();
    steps.push(step("pebbles-003", |m| m.index("pebble", &["shelf"])));
    steps
}

fn failing() -> Migrations {
    let mut steps = migrations();
    steps.push(step("pebbles-003", |m| m.index("pebble", &["shelf"])));
    steps.push(step("pebbles-004", |m| m.index("nowhere", &["shelf"])));
    steps
}

async fn refused(db: &TestDb, url: &str, steps: Migrations) -> String {
    match Store::open(url, steps, db.clock.clone(), Ids::fixed()).await {
        Ok(_) => panic!("it should have been refused"),
        Err(fault) => fault.to_string(),
    }
}

#[tokio::test]
async fn what_was_told_is_there_after_opening_again() {
    on_both(migrations, |db| async move {
        kept(&db.store, "kept").await;
        let head = db.store.look().await.unwrap();
        db.store.clone().close().await.unwrap();
        let again = db.again().await;
        assert_eq!(*again.heads().borrow(), head);
        assert_eq!(kept(&again, "another").await, 2);
        assert_eq!(journal::verify(again.read()).await.unwrap(), journal::Chain::Whole { facts: 2 });
    })
    .await;
}

#[tokio::test]
async fn the_schema_goes_forward_whole_or_not_at_all_and_never_back() {
    on_both(migrations, |db| async move {
        assert_eq!(Store::pending(&db.url, migrations()).await.unwrap(), [""; 0]);
        refused(&db, &db.url, failing()).await;
        assert_eq!(Store::pending(&db.url, failing()).await.unwrap(), ["pebbles-003", "pebbles-004"]);
        Store::open(&db.url, one_more(), db.clock.clone(), Ids::fixed()).await.unwrap();
        assert_eq!(number(&db.store, "SELECT count(*) FROM schema_step").await, 7);
        let sentence = refused(&db, &db.url, migrations()).await;
        assert!(sentence.contains("newer Local Action") && sentence.contains("pebbles-003"), "{sentence}");
        let sentence = Store::pending(&db.url, migrations()).await.unwrap_err().to_string();
        assert!(sentence.contains("newer Local Action"), "{sentence}");
        let mut twice = one_more();
        twice.extend(migrations());
        assert!(refused(&db, &db.url, twice).await.contains("is given twice"));
    })
    .await;
}

#[tokio::test]
async fn a_database_is_for_a_demonstration_or_for_the_real_thing_and_stays_so() {
    on_both(migrations, |db| async move {
        let open = async |purpose, steps| {
            Store::open_for(purpose, &db.url, steps, db.clock.clone(), Ids::fixed()).await.map(drop)
        };
        // The one of the story was opened for nothing in particular: the first who says marks it.
        open(Purpose::Real, migrations()).await.unwrap();
        open(Purpose::Real, migrations()).await.unwrap();
        let sentence = open(Purpose::Demo, one_more()).await.unwrap_err().to_string();
        assert!(sentence.contains("a demonstration never touches it"), "{sentence}");
        assert_eq!(
            Store::pending(&db.url, one_more()).await.unwrap(),
            ["pebbles-003"],
            "nothing was changed"
        );
    })
    .await;
    let other = TestDb::sqlite(migrations).await;
    let open = async |purpose| {
        Store::open_for(purpose, &other.url, migrations(), other.clock.clone(), Ids::fixed()).await.map(drop)
    };
    open(Purpose::Demo).await.unwrap();
    let sentence = open(Purpose::Real).await.unwrap_err().to_string();
    assert!(sentence.contains("of a demonstration"), "{sentence}");
}

#[tokio::test]
async fn an_address_that_cannot_be_is_refused_with_a_sentence() {
    let db = TestDb::sqlite(migrations).await;
    assert!(refused(&db, "mysql://localhost/x", Vec::new()).await.contains("must begin with sqlite://"));
    assert!(refused(&db, "sqlite::memory:", Vec::new()).await.contains("Give a file"));
    for nowhere in ["sqlite:///nowhere/at/all.db?mode=rwc", "postgres://postgres@localhost/x?host=/nowhere"] {
        let fault = Store::open(nowhere, Vec::new(), db.clock.clone(), Ids::fixed()).await.err().unwrap();
        assert!(fault.is_unreachable(), "{}", fault.cause());
        assert!(!fault.to_string().contains("nowhere"), "{fault}");
    }
}

#[tokio::test]
async fn readers_cannot_write() {
    on_both(migrations, |db| async move {
        use sea_orm::ConnectionTrait;
        db.store.read().execute_unprepared("DELETE FROM pebble").await.unwrap_err();
    })
    .await;
}

#[tokio::test]
async fn a_folder_may_have_any_name() {
    let dir = tempfile::tempdir().unwrap();
    let folder = store::Folder::open(dir.path().join("casa é 50% #1? دار")).unwrap();
    let db = TestDb::sqlite(migrations).await;
    Store::open(&folder.database_url(), migrations(), db.clock.clone(), Ids::fixed()).await.unwrap();
    assert!(folder.database().exists());
}
