//! The journal: gapless, in order, nothing left behind.

use sea_orm::ConnectionTrait;
use store::journal::{self, Chain};
use store::testing::on_both;
use store::{Audience, Fact, Subject, canonical};
use uuid::Uuid;
use vocabulary::Actor;

use crate::world::{keep, kept, migrations, number};

#[tokio::test(flavor = "multi_thread")]
async fn many_tell_at_once_and_no_position_is_left_out() {
    on_both(migrations, |db| async move {
        let mut tasks = Vec::new();
        for n in 0..24 {
            let store = db.store.clone();
            tasks.push(tokio::spawn(async move {
                let tx = store.act(store.clock().now()).await.unwrap();
                keep(&tx, &format!("pebble {n}")).await.unwrap();
                keep(&tx, &format!("its twin {n}")).await.unwrap();
                // Every third changes its mind.
                if n % 3 == 0 { drop(tx) } else { tx.commit().await.unwrap() }
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(number(&db.store, "SELECT count(*) FROM journal").await, 32);
        assert_eq!(number(&db.store, "SELECT max(position) FROM journal").await, 32);
        assert_eq!(number(&db.store, "SELECT count(*) FROM pebble").await, 32);
        assert_eq!(journal::verify(db.store.read()).await.unwrap(), Chain::Whole { facts: 32 });
    })
    .await;
}

#[tokio::test]
async fn what_is_not_committed_leaves_nothing() {
    on_both(migrations, |db| async move {
        let before = db.store.look().await.unwrap();
        let tx = db.store.act(db.clock.now()).await.unwrap();
        assert_eq!(keep(&tx, "lost").await.unwrap(), 1);
        drop(tx);
        let tx = db.store.act(db.clock.now()).await.unwrap();
        keep(&tx, "given back").await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(db.store.look().await.unwrap(), before);
        assert_eq!(number(&db.store, "SELECT count(*) FROM pebble").await, 0);
        assert_eq!(kept(&db.store, "kept").await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_is_killed_in_the_middle_stops_nobody() {
    on_both(migrations, |db| async move {
        let store = db.store.clone();
        let killed = tokio::spawn(async move {
            let tx = store.act(store.clock().now()).await.unwrap();
            keep(&tx, "half").await.unwrap();
            std::future::pending::<()>().await;
        });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        killed.abort();
        assert!(killed.await.unwrap_err().is_cancelled());
        assert_eq!(kept(&db.store, "whole").await, 1);
        assert_eq!(number(&db.store, "SELECT count(*) FROM pebble").await, 1);
        assert_eq!(journal::verify(db.store.read()).await.unwrap(), Chain::Whole { facts: 1 });
    })
    .await;
}

#[tokio::test]
async fn a_fact_is_read_as_it_was_told() {
    on_both(migrations, |db| async move {
        let tx = db.store.act(db.clock.now()).await.unwrap();
        let (id, call, other): (Uuid, Uuid, Uuid) = (tx.new_id(), tx.new_id(), tx.new_id());
        let version = canonical(&"text").unwrap().1;
        let note = serde_json::json!({"z": 1, "a": [true, null]});
        let subject = Subject::new("pebble", id);
        let fact = Fact::new("pebble.sent", subject, Actor::Program("import")).parties().call(call);
        tx.tell(fact.note(note.clone()).version(version.clone())).await.unwrap();
        tx.tell(Fact::new("pebble.sent", Subject::new("pebble", other), Actor::Nobody)).await.unwrap();
        tx.commit().await.unwrap();
        let trail = journal::of(db.store.read(), subject).await.unwrap();
        let [fact] = trail.as_slice() else { panic!("one fact: {trail:?}") };
        let head = db.store.look().await.unwrap();
        assert_eq!(
            (fact.position, fact.epoch, fact.at, fact.kind.as_str(), fact.subject),
            (1, head.epoch, db.clock.now(), "pebble.sent", id)
        );
        assert_eq!(
            (fact.actor, fact.call, fact.audience),
            (Actor::Program("import"), Some(call), Audience::Parties)
        );
        assert_eq!((&fact.note, &fact.version), (&note, &Some(version)));
        assert_eq!(journal::latest(db.store.read(), 1).await.unwrap()[0].subject, other);
    })
    .await;
}

#[tokio::test]
async fn a_note_tells_no_fact() {
    on_both(migrations, |db| async move {
        let tx = db.store.note(db.clock.now()).await.unwrap();
        let fault = keep(&tx, "told in a note").await.unwrap_err();
        assert!(fault.cause().contains("begin it with act"), "{}", fault.cause());
        assert!(!fault.to_string().contains("pebble"), "{fault}");
    })
    .await;
}

#[tokio::test]
async fn a_changed_fact_breaks_the_chain() {
    on_both(migrations, |db| async move {
        for n in 0..3 {
            kept(&db.store, &format!("pebble {n}")).await;
        }
        let tx = db.store.note(db.clock.now()).await.unwrap();
        tx.conn().execute_unprepared("UPDATE journal SET at = at + 1 WHERE position = 2").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(journal::verify(db.store.read()).await.unwrap(), Chain::Broken { at: 2 });
    })
    .await;
}

#[tokio::test]
async fn own_commits_wake_and_others_are_seen_by_looking() {
    on_both(migrations, |db| async move {
        let other = db.again().await;
        let (mut own, theirs) = (db.store.heads(), other.heads());
        kept(&db.store, "seen").await;
        assert!(own.has_changed().unwrap());
        assert_eq!(own.borrow_and_update().position, 1);
        assert!(!theirs.has_changed().unwrap());
        assert_eq!(other.look().await.unwrap().position, 1);
        assert!(theirs.has_changed().unwrap());
        let tx = db.store.act(db.clock.now()).await.unwrap();
        let before = other.look().await.unwrap().epoch;
        let epoch = journal::begin_epoch(&tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_ne!(epoch, before);
        assert_eq!(other.look().await.unwrap().epoch, epoch);
    })
    .await;
}
