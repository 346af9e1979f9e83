//! The little world of these stories: a room that keeps pebbles.

use sea_orm::{ConnectionTrait, Statement, Value};
use store::schema::step;
use store::{Fact, Fault, Migrations, Store, Subject, Tx};
use uuid::Uuid;
use vocabulary::Actor;

/// The room's steps.
pub fn migrations() -> Migrations {
    vec![
        step("pebbles-001", |m| {
            m.words("colour", &["grey", "red"]);
            m.table("pebble", |t| {
                t.id();
                t.text("name");
                t.text("colour").word_of("colour").default_to("'grey'");
                t.whole("weight").default_to("1");
                t.whole("shelf").default_to("1");
                t.whole("place").optional();
                t.flag("round").default_to("TRUE");
                t.real("shine").optional();
                t.unique(&["name"]);
                t.unique(&["shelf", "place"]);
                t.check("has_weight", "weight > 0");
            });
            m.index("pebble", &["colour"]);
        }),
        step("pebbles-002", |m| {
            m.add("pebble", |t| {
                t.json("found").optional();
            });
            m.unique_where("pebble", &["found"], "found IS NOT NULL");
            m.table("heard", |t| {
                t.text("who");
                t.position("position");
            });
            m.more_words("colour", &["blue"]);
        }),
    ]
}

/// Keeps a pebble and tells it, without committing.
pub async fn keep(tx: &Tx, name: &str) -> Result<i64, Fault> {
    let id: Uuid = tx.new_id();
    run(tx, "INSERT INTO pebble (id, name) VALUES ($1, $2)", [id.into(), name.into()]).await?;
    tx.tell(Fact::new("pebble.kept", Subject::new("pebble", id), Actor::Nobody).public()).await
}

/// Keeps a pebble, told and committed.
pub async fn kept(store: &Store, name: &str) -> i64 {
    let tx = store.act(store.clock().now()).await.unwrap();
    let position = keep(&tx, name).await.unwrap();
    tx.commit().await.unwrap();
    position
}

/// Runs a statement in a transaction.
pub async fn run<const N: usize>(tx: &Tx, statement: &str, values: [Value; N]) -> Result<(), Fault> {
    let backend = tx.conn().get_database_backend();
    tx.conn().execute_raw(Statement::from_sql_and_values(backend, statement, values)).await?;
    Ok(())
}

/// One number from the database.
pub async fn number(store: &Store, select: &str) -> i64 {
    let backend = store.read().get_database_backend();
    let row = store.read().query_one_raw(Statement::from_string(backend, select)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// What a follower has heard, in order.
pub async fn heard(store: &Store, who: &str) -> Vec<i64> {
    let backend = store.read().get_database_backend();
    let select = "SELECT position FROM heard WHERE who = $1 ORDER BY position";
    let rows = store
        .read()
        .query_all_raw(Statement::from_sql_and_values(backend, select, [who.into()]))
        .await
        .unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}
