//! Public records come out the same, to the byte, whether facts are heard one by one or many at once.

use std::sync::Arc;

use async_trait::async_trait;
use rooms::register::projection::{NAME, Projection};
use rooms::register::{Said, Speaks};
use sea_orm::ConnectionTrait;
use serde_json::json;
use store::{Fact, Fault, Follower, Followers, Heard, Subject, Tx};
use vocabulary::{Actor, Moment, Uuid};

use super::tables::tables;
use super::town::Town;
use crate::harness::{Story, on_both};
use crate::register::record;

/// Hears each fact by itself, whatever other way it has.
struct OneByOne(Arc<dyn Follower>);

#[async_trait]
impl Follower for OneByOne {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    async fn hear(&self, tx: &Tx, fact: &Heard) -> Result<(), Fault> {
        self.0.hear(tx, fact).await
    }
}

/// Says what stands in the notes of its facts.
struct Diary;

#[async_trait]
impl Speaks for Diary {
    fn name(&self) -> &'static str {
        "diary"
    }

    async fn hears(&self, _tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Said>>, Fault> {
        Ok(facts.iter().map(|fact| written(fact).into_iter().collect()).collect())
    }

    async fn all(
        &self,
        _conn: &sea_orm::DatabaseConnection,
        _after: Option<&str>,
        _most: u64,
    ) -> Result<Vec<Said>, Fault> {
        Ok(Vec::new())
    }
}

fn written(fact: &Heard) -> Option<Said> {
    let word = |name: &str| fact.note.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let (kind, key) = ("action".to_owned(), word("key").to_owned());
    match word("what") {
        "here" => {
            let said = record("action", &key, Some(word("title")), "Kampala", "UG", &["record/published"]);
            let Said::Here(mut record) = said else { return None };
            let many = u64::try_from(word("title").len()).unwrap();
            record.find.numbers = vec![("planned/refugees".to_owned(), Some(many))];
            Some(Said::Here(record))
        }
        "gone" => {
            let reason = "actions-gone-protected".to_owned();
            Some(Said::Gone { kind, key, reason, at: Moment::from_unix(1_700_000_000) })
        }
        "unsaid" => Some(Said::Unsaid { kind, key }),
        "nothing" => Some(Said::Nothing { kind, key }),
        _ => None,
    }
}

/// What the projection makes of the whole journal, from nothing.
async fn made_by(story: &Story, follower: Arc<dyn Follower>) -> [String; 3] {
    let tx = story.house.note().await.unwrap();
    let cursor = format!("UPDATE follower SET position = 0 WHERE name = '{NAME}'");
    for statement in [
        "DELETE FROM public_record",
        "DELETE FROM public_number",
        "UPDATE public_head SET change = 0",
        cursor.as_str(),
    ] {
        tx.conn().execute_unprepared(statement).await.unwrap();
    }
    tx.commit().await.unwrap();
    let followers = Followers::new(story.house.store.clone(), vec![follower]);
    followers.settle().await.unwrap();
    assert!(followers.parked().await.unwrap().is_empty());
    let mut made = tables(story).await;
    ["public_record", "public_number", "public_head"].map(|name| made.remove(name).unwrap())
}

#[tokio::test]
async fn a_town_is_the_same_heard_at_once() {
    on_both(|story| async move {
        let _town = Town::build(&story).await;
        rooms::intake::generate(&story.house, 30, 7).await.unwrap();
        story.settle().await;
        let all = rooms::wiring::followers(&story.house);
        let projection = all.into_iter().find(|one| one.name() == NAME).unwrap();
        let each = made_by(&story, Arc::new(OneByOne(projection.clone()))).await;
        assert!(
            each[0].contains("action") && each[0].contains("government"),
            "there is something to compare"
        );
        assert_eq!(made_by(&story, projection).await, each);
    })
    .await;
}

#[tokio::test]
async fn what_changes_from_day_to_day_is_the_same_heard_at_once() {
    let days: [&[(&str, &str, &str)]; 5] = [
        &[("here", "A", "one"), ("here", "B", "one"), ("nothing", "C", "")],
        &[("here", "A", "two"), ("here", "A", "three"), ("nothing", "B", "")],
        &[("gone", "A", ""), ("here", "B", "fourth"), ("gone", "A", "")],
        &[("here", "A", "fifth"), ("unsaid", "A", ""), ("here", "A", "sixth"), ("here", "A", "sixth")],
        &[("here", "B", "seventh"), ("here", "A", "eighth"), ("here", "C", "one")],
    ];
    on_both(|story| async move {
        for day in days {
            for (what, key, title) in day {
                let tx = story.house.act().await.unwrap();
                let subject = Subject::new("toy", Uuid::from_u128(7));
                let fact = Fact::new("toy.written", subject, Actor::Program("test")).public();
                let note = json!({ "what": what, "key": key, "title": title });
                tx.tell(fact.note(note)).await.unwrap();
                tx.commit().await.unwrap();
            }
            story.advance(24 * 3600);
        }
        let diary = || Arc::new(Projection::new(vec![Arc::new(Diary)]));
        let each = made_by(&story, Arc::new(OneByOne(diary()))).await;
        assert!(each[0].contains("past-action"), "{}", each[0]);
        assert_eq!(made_by(&story, diary()).await, each);
    })
    .await;
}
