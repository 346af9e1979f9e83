//! A database whose disk is full: what it undoes by itself, and what it keeps afterwards.

use store::testing::TestDb;

use crate::world::{kept, migrations, number, run};

// SQLite undoes a whole transaction by itself when it finds no room; the driver does not learn of it.
#[tokio::test]
async fn what_is_kept_after_the_disk_was_full_is_in_the_file() {
    let db = TestDb::sqlite(migrations).await;
    let cramped = db.store.note(db.clock.now()).await.unwrap();
    run(&cramped, "PRAGMA max_page_count = 1", []).await.unwrap();
    let big = "granite".repeat(100_000);
    let refused = run(&cramped, "INSERT INTO pebble (id, name) VALUES (x'01', $1)", [big.into()]).await;
    assert!(refused.unwrap_err().to_string().contains("The disk takes no more"));
    drop(cramped);
    let undone = db.store.note(db.clock.now()).await.unwrap();
    undone.rollback().await.unwrap();
    kept(&db.store, "after").await;
    let lying = number(&db.store, "SELECT count(*) FROM pebble").await;
    assert_eq!(lying, 1, "what was committed is there for whoever reads");
}
