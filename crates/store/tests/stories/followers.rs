//! Followers: every fact once, in order, and nothing stops the house.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use store::followers::ATTEMPTS;
use store::testing::on_both;
use store::{Fact, Fault, Follower, Followers, Heard, Subject, Tx, Voice};
use vocabulary::Actor;

use crate::world::{heard, kept, migrations, number, run};

/// Writes down what it hears; fails as it is told.
#[derive(Default)]
struct Scribe {
    name: &'static str,
    fails_at: i64,
    panics_at: i64,
    mended: AtomicBool,
    tries: AtomicU32,
}

#[async_trait::async_trait]
impl Follower for Scribe {
    fn name(&self) -> &'static str {
        self.name
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        // The effect comes first: it must go when the fact fails.
        let insert = "INSERT INTO heard (who, position) VALUES ($1, $2)";
        run(tx, insert, [self.name.into(), fact.position.into()]).await?;
        if self.mended.load(Ordering::SeqCst) {
            return Ok(());
        }
        if fact.position == self.fails_at {
            self.tries.fetch_add(1, Ordering::SeqCst);
            return Err(Fault::broken("the ink is dry"));
        }
        assert_ne!(fact.position, self.panics_at, "the scribe panics, as this story wants");
        Ok(())
    }

    async fn clear(&self, tx: &Tx) -> Result<(), Fault> {
        run(tx, "DELETE FROM heard WHERE who = $1", [self.name.into()]).await
    }
}

fn scribe(name: &'static str) -> Arc<Scribe> {
    Arc::new(Scribe { name, ..Scribe::default() })
}

#[tokio::test]
async fn each_fact_is_heard_once_however_often_it_is_settled() {
    on_both(migrations, |db| async move {
        for n in 0..120 {
            kept(&db.store, &format!("pebble {n}")).await;
        }
        let followers = Followers::new(db.store.clone(), vec![scribe("ann"), scribe("ben")]);
        followers.settle().await.unwrap();
        followers.settle().await.unwrap();
        // Another process with the same follower, and one that begins anew.
        Followers::new(db.again().await, vec![scribe("ann")]).settle().await.unwrap();
        let all: Vec<i64> = (1..=120).collect();
        assert_eq!(heard(&db.store, "ann").await, all);
        assert_eq!(heard(&db.store, "ben").await, all);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_at_once_hear_nothing_twice() {
    on_both(migrations, |db| async move {
        for n in 0..60 {
            kept(&db.store, &format!("pebble {n}")).await;
        }
        let other = Followers::new(db.again().await, vec![scribe("ann")]);
        let own = Followers::new(db.store.clone(), vec![scribe("ann")]);
        let (one, two) = tokio::join!(own.settle(), other.settle());
        one.and(two).unwrap();
        assert_eq!(heard(&db.store, "ann").await, (1..=60).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn a_fact_that_fails_is_parked_and_the_follower_goes_on() {
    on_both(migrations, |db| async move {
        for n in 0..5 {
            kept(&db.store, &format!("pebble {n}")).await;
        }
        let ann = Arc::new(Scribe { name: "ann", fails_at: 2, panics_at: 4, ..Scribe::default() });
        let followers = Followers::new(db.store.clone(), vec![ann.clone(), scribe("ben")]);
        followers.settle().await.unwrap();
        assert_eq!(heard(&db.store, "ann").await, [1, 3, 5]);
        assert_eq!(heard(&db.store, "ben").await, [1, 2, 3, 4, 5]);
        // Once in the batch, then by itself.
        assert_eq!(ann.tries.load(Ordering::SeqCst), ATTEMPTS + 1);
        let parked = followers.parked().await.unwrap();
        let places: Vec<_> = parked.iter().map(|p| (p.follower.as_str(), p.position)).collect();
        assert_eq!(places, [("ann", 2), ("ann", 4)]);
        assert!(
            parked[0].cause.contains("the ink is dry") && parked[1].cause.contains("panicked"),
            "{parked:?}"
        );
        let standing = &followers.status().await.unwrap()[0];
        assert_eq!((standing.position, standing.lag, standing.parked), (5, 0, 2));

        followers.retry_parked("ann", 2).await.unwrap_err();
        ann.mended.store(true, Ordering::SeqCst);
        followers.retry_parked("ann", 2).await.unwrap();
        assert!(
            followers
                .retry_parked("ann", 2)
                .await
                .unwrap_err()
                .to_string()
                .contains("has not parked the fact 2")
        );
        assert_eq!(heard(&db.store, "ann").await, [1, 2, 3, 5]);

        followers.reset("ann").await.unwrap();
        assert_eq!(heard(&db.store, "ann").await, [0; 0]);
        assert_eq!(followers.status().await.unwrap()[0].lag, 5);
        followers.settle().await.unwrap();
        assert_eq!(heard(&db.store, "ann").await, [1, 2, 3, 4, 5]);
        assert_eq!(followers.parked().await.unwrap(), []);
        assert!(followers.reset("zoe").await.unwrap_err().to_string().contains("There are: ann, ben."));
    })
    .await;
}

/// Answers each pebble kept with a fact of its own.
struct Herald;

#[async_trait::async_trait]
impl Follower for Herald {
    fn name(&self) -> &'static str {
        "herald"
    }

    fn voice(&self) -> Voice {
        Voice::Tells
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        if fact.kind == "pebble.kept" {
            let subject = Subject::new("pebble", fact.subject);
            tx.tell(Fact::new("pebble.announced", subject, Actor::Program("system"))).await?;
        }
        Ok(())
    }
}

#[tokio::test]
async fn a_follower_may_tell_and_all_hear_it() {
    on_both(migrations, |db| async move {
        kept(&db.store, "one").await;
        kept(&db.store, "two").await;
        let followers = Followers::new(db.store.clone(), vec![scribe("ann"), Arc::new(Herald)]);
        followers.settle().await.unwrap();
        assert_eq!(heard(&db.store, "ann").await, [1, 2, 3, 4]);
        assert_eq!(
            number(&db.store, "SELECT count(*) FROM journal WHERE kind = 'pebble.announced'").await,
            2
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn at_work_they_hear_own_and_foreign_facts_and_stop_when_told() {
    on_both(migrations, |db| async move {
        let followers = Followers::new(db.store.clone(), vec![scribe("ann")]);
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let work = tokio::spawn(async move {
            followers.run(async { stopped.await.unwrap_or(()) }).await;
        });
        kept(&db.store, "own").await;
        kept(&db.again().await, "foreign").await;
        for _ in 0..100 {
            if heard(&db.store, "ann").await == [1, 2] {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(heard(&db.store, "ann").await, [1, 2]);
        stop.send(()).unwrap();
        tokio::time::timeout(Duration::from_secs(5), work).await.unwrap().unwrap();
    })
    .await;
}
