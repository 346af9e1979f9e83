//! Every kind of rule, raised on both databases, has the same name on both.

use sea_orm::Value;
use store::testing::{TestDb, on_both};
use uuid::Uuid;

use crate::world::{kept, migrations, run};

async fn rule_broken<const N: usize>(db: &TestDb, statement: &str, values: [Value; N]) -> Option<String> {
    let tx = db.store.note(db.clock.now()).await.unwrap();
    let fault = run(&tx, statement, values).await.unwrap_err();
    assert_eq!(fault.to_string(), "The store could not do this. The log has the cause.");
    fault.rule()
}

#[tokio::test]
async fn a_rule_has_one_name_on_both_databases() {
    on_both(migrations, |db| async move {
        kept(&db.store, "first").await;
        let tx = db.store.note(db.clock.now()).await.unwrap();
        run(&tx, "UPDATE pebble SET place = 7, found = '{}'", []).await.unwrap();
        tx.commit().await.unwrap();
        let id = || Uuid::from_u128(1).into();

        let insert = "INSERT INTO pebble (id, name) VALUES ($1, 'first')";
        assert_eq!(rule_broken(&db, insert, [id()]).await.as_deref(), Some("pebble.name"));
        let insert = "INSERT INTO pebble (id, name, place) VALUES ($1, 'x', 7)";
        assert_eq!(rule_broken(&db, insert, [id()]).await.as_deref(), Some("pebble.shelf+place"));
        let insert = "INSERT INTO pebble (id, name, found) VALUES ($1, 'x', '{}')";
        assert_eq!(rule_broken(&db, insert, [id()]).await.as_deref(), Some("pebble.found"));
        let insert = "INSERT INTO pebble (id, name, weight) VALUES ($1, 'x', 0)";
        assert_eq!(rule_broken(&db, insert, [id()]).await.as_deref(), Some("pebble.has_weight"));
        let insert = "INSERT INTO pebble (id, name) SELECT id, 'x' FROM pebble";
        assert_eq!(rule_broken(&db, insert, []).await.as_deref(), Some("pebble.pkey"));
        let insert = "INSERT INTO colour (code) VALUES ('red')";
        assert_eq!(rule_broken(&db, insert, []).await.as_deref(), Some("colour.pkey"));
        // No refusal relies on these: they are faults.
        let insert = "INSERT INTO pebble (id, name, colour) VALUES ($1, 'x', 'green')";
        assert_eq!(rule_broken(&db, insert, [id()]).await, None);
        let insert = "INSERT INTO pebble (id, name) VALUES ($1, NULL)";
        assert_eq!(rule_broken(&db, insert, [id()]).await, None);
    })
    .await;
}
