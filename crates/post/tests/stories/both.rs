use post::{Deliverer, Letter, Put, Round, Status};
use store::testing::{TestDb, on_both};
use vocabulary::{Lang, PersonId, Uuid};

use crate::sink::{Answer, Sink};
use crate::{at, messages, settings, to};

/// A letter's whole life, on SQLite and on PostgreSQL: every statement of the outbox runs once.
#[tokio::test]
async fn a_letter_lives_the_same_life_on_both_databases() {
    on_both(post::migrations, life).await;
}

async fn life(db: TestDb) {
    let sink = Sink::open().await;
    let deliverer =
        Deliverer::new(db.store.clone(), settings(&format!("smtp://127.0.0.1:{}", sink.port)), messages());
    let amina = PersonId::from(Uuid::from_u128(0xa11));
    let letter = || {
        Letter::new(to("amina@mairie.example"), Lang::Ar, "test", "[Local Action] Test".into())
            .to_person(amina)
            .paragraph("Words")
    };

    let tx = db.store.note(at(0)).await.unwrap();
    assert!(matches!(post::put(&tx, letter().because_of(1)).await.unwrap(), Put::Waits(_)));
    assert_eq!(post::put(&tx, letter().because_of(1)).await.unwrap(), Put::Already);
    let code =
        Letter::new(to("amina@mairie.example"), Lang::En, "code", "Code".into()).code("482913").until(at(9));
    post::put(&tx, code).await.unwrap();
    tx.commit().await.unwrap();

    sink.answers(Answer::Say("451 later"));
    assert_eq!(deliverer.deliver_due(at(1)).await.unwrap(), Round { postponed: 2, ..Round::default() });
    let status = post::status(db.store.read()).await.unwrap();
    assert_eq!(status, Status { waiting: 2, late: 2, oldest: Some(at(0)), ..Status::default() });
    sink.answers(Answer::Say("550 no"));
    let round = deliverer.deliver_due(at(40)).await.unwrap();
    assert_eq!(round, Round { failed: 1, dropped: 1, ..Round::default() });

    let failed = post::failed(db.store.read(), 5).await.unwrap();
    assert_eq!(
        failed.iter().map(|letter| (letter.person, letter.tries)).collect::<Vec<_>>(),
        [(Some(amina), 2)]
    );
    let tx = db.store.note(at(50)).await.unwrap();
    assert!(post::retry(&tx, failed[0].id).await.unwrap());
    tx.commit().await.unwrap();
    sink.answers(Answer::Take);
    assert_eq!(deliverer.deliver_due(at(50)).await.unwrap(), Round { sent: 1, ..Round::default() });
    assert_eq!(sink.got().len(), 1);

    let tx = db.store.note(at(31 * 24 * 3600)).await.unwrap();
    assert_eq!(post::wipe(&tx).await.unwrap(), 1);
    post::put(&tx, letter()).await.unwrap();
    post::forget(&tx, amina).await.unwrap();
    post::forget_address(&tx, &to("amina@mairie.example")).await.unwrap();
    tx.commit().await.unwrap();
    let status = post::status(db.store.read()).await.unwrap();
    assert_eq!(status, Status { sent: 1, dropped: 2, ..Status::default() });
}
