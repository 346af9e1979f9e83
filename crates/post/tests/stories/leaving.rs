use post::{Letter, Round, Status};
use vocabulary::{Lang, PersonId, Uuid};

use crate::sink::Sink;
use crate::{House, at, to};

const DAY: i64 = 24 * 3600;

fn code() -> Letter {
    Letter::new(to("amina@mairie.example"), Lang::En, "people-code", "Your code".into())
        .code("482913")
        .until(at(600))
}

fn note() -> Letter {
    Letter::new(to("amina@mairie.example"), Lang::En, "people-note", "A note".into())
        .paragraph("Secret words")
}

/// Every cell of the outbox, as text: what is gone must be nowhere in it.
async fn all_of_it(house: &House) -> String {
    use sea_orm::ConnectionTrait;
    let conn = house.store.read();
    let statement =
        sea_orm::Statement::from_string(conn.get_database_backend(), "SELECT * FROM mail ORDER BY id");
    format!("{:?}", conn.query_all_raw(statement).await.unwrap())
        + &format!(
            "{:?}",
            conn.query_all_raw(sea_orm::Statement::from_string(
                conn.get_database_backend(),
                "SELECT coalesce(address,'') || coalesce(body,'') || coalesce(recipient,'') || coalesce(hex(person),'') AS cell FROM mail"
            ))
            .await
            .unwrap()
            .iter()
            .map(|row| row.try_get::<String>("", "cell").unwrap())
            .collect::<Vec<_>>()
        )
}

#[tokio::test]
async fn a_code_is_wiped_as_soon_as_it_is_sent_and_other_words_after_thirty_days() {
    let sink = Sink::open().await;
    let house = House::with(&format!("smtp://127.0.0.1:{}", sink.port)).await;
    house.put(code(), 0).await;
    house.put(note(), 0).await;
    assert!(all_of_it(&house).await.contains("482913"));
    house.deliver(1).await;
    let kept = all_of_it(&house).await;
    assert!(!kept.contains("482913"), "{kept}");
    assert!(kept.contains("Secret words"), "{kept}");

    assert_eq!(house.wipe(30 * DAY).await, 0);
    assert_eq!(house.wipe(30 * DAY + 1).await, 1);
    let kept = all_of_it(&house).await;
    assert!(!kept.contains("Secret words") && !kept.contains("mairie"), "{kept}");
    assert_eq!(house.status().await, Status { sent: 2, ..Status::default() });
}

#[tokio::test]
async fn a_code_in_the_local_outbox_can_be_read_for_an_hour() {
    let house = House::local().await;
    house.put(code(), 0).await;
    assert_eq!(house.deliver(1).await, Round { local: 1, ..Round::default() });
    house.wipe(3000).await;
    let shown = house.shown().await;
    assert_eq!((shown[0].to.as_str(), shown[0].at), ("amina@mairie.example", at(0)));
    assert!(shown[0].text.contains("    482913\n"), "{}", shown[0].text);
    assert_eq!(
        post::shown(house.store.read(), house.post.stationery(), shown[0].id).await.unwrap().as_ref(),
        Some(&shown[0])
    );
    assert_eq!(house.wipe(3601).await, 1);
    assert_eq!(house.shown().await, []);
}

#[tokio::test]
async fn a_code_that_has_run_out_is_not_sent() {
    let sink = Sink::open().await;
    let house = House::with(&format!("smtp://127.0.0.1:{}", sink.port)).await;
    house.put(code(), 0).await;
    assert_eq!(house.deliver(601).await, Round { dropped: 1, ..Round::default() });
    assert_eq!(sink.got(), Vec::<String>::new());
    assert!(!all_of_it(&house).await.contains("482913"));
}

#[tokio::test]
async fn a_person_is_erased_from_the_outbox() {
    let sink = Sink::open().await;
    let house = House::with(&format!("smtp://127.0.0.1:{}", sink.port)).await;
    let (amina, other) = (PersonId::from(Uuid::from_u128(0xa11)), PersonId::from(Uuid::from_u128(0xb22)));
    house.put(note(), 0).await; // before she was known
    house.put(note().to_person(amina), 0).await;
    let theirs = Letter { to: to("other@mairie.example"), ..note() };
    house.put(theirs.to_person(other), 0).await;
    house.deliver(1).await;
    house.put(note().to_person(amina).because_of(3), 2).await;
    sink.got();

    let tx = house.store.note(at(3)).await.unwrap();
    post::forget(&tx, amina).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.deliver(4).await, Round::default());
    assert_eq!(house.status().await, Status { sent: 3, dropped: 1, ..Status::default() });
    let kept = all_of_it(&house).await;
    assert!(!kept.contains("amina") && !kept.contains("0A11"), "{kept}");
    assert_eq!(kept.matches("other@mairie.example").count(), kept.matches("Secret words").count(), "{kept}");
    assert!(kept.contains("other@mairie.example"), "{kept}");
}

#[tokio::test]
async fn an_address_that_belongs_to_nobody_is_erased() {
    let house = House::local().await;
    house.put(code(), 0).await;
    let tx = house.store.note(at(1)).await.unwrap();
    post::forget_address(&tx, &to("Amina@MAIRIE.example")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.deliver(2).await, Round::default());
    assert!(!all_of_it(&house).await.contains("amina"));
}
