use post::{Letter, Put, Reason, Round, Status};
use vocabulary::{Lang, Moment};

use crate::sink::{Answer, Sink};
use crate::{House, START, at, to};

fn letter() -> Letter {
    Letter::new(
        to("amina@mairie.example"),
        Lang::Fr,
        "actions-acknowledged",
        "[Action locale LA-2026-00042] Reçue".into(),
    )
    .paragraph("Votre action a été reçue.")
}

async fn house_with_sink() -> (House, Sink) {
    let sink = Sink::open().await;
    let house = House::with(&format!("smtp://127.0.0.1:{}", sink.port)).await;
    (house, sink)
}

fn header<'a>(mail: &'a str, name: &str) -> &'a str {
    let start = format!("{name}: ");
    mail.lines()
        .take_while(|line| !line.is_empty())
        .find_map(|line| line.strip_prefix(start.as_str()))
        .unwrap_or("")
}

#[tokio::test]
async fn a_mail_says_what_it_is() {
    let (house, sink) = house_with_sink().await;
    let Put::Waits(id) = house.put(letter(), 0).await else { panic!("it is the first") };
    assert_eq!(house.deliver(60).await, Round { sent: 1, ..Round::default() });
    let mails = sink.got();
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(header(mail, "Message-ID"), format!("<{id}@localaction.example>"));
    assert_eq!(header(mail, "Date"), "Sat, 21 Nov 2026 10:00:00 +0000");
    assert_eq!(header(mail, "To"), "amina@mairie.example");
    assert_eq!(header(mail, "Reply-To"), "desk@localaction.example");
    assert_eq!(header(mail, "Auto-Submitted"), "auto-generated");
    assert_eq!(header(mail, "Content-Language"), "fr");
    assert!(header(mail, "From").ends_with("<post@localaction.example>"), "{mail}");
    assert!(header(mail, "Subject").starts_with("[Action locale LA-2026-00042] =?utf-8?b?"), "{mail}");
    assert!(header(mail, "Content-Type").starts_with("multipart/alternative;"), "{mail}");
    let plain = mail.find("Content-Type: text/plain; charset=utf-8").unwrap();
    let page = mail.find("Content-Type: text/html; charset=utf-8").unwrap();
    assert!(plain < page, "the plain text comes first");
    assert!(mail.is_ascii(), "every server can carry it");
    assert_eq!(house.status().await, Status { sent: 1, ..Status::default() });
    assert_eq!(house.shown().await, [], "what left is not on the local outbox page");
}

#[tokio::test]
async fn one_fact_writes_one_reader_once() {
    let (house, sink) = house_with_sink().await;
    assert!(matches!(house.put(letter().because_of(7), 0).await, Put::Waits(_)));
    assert_eq!(house.put(letter().because_of(7), 1).await, Put::Already);
    let shouted = Letter { to: to("AMINA@Mairie.example"), ..letter() };
    assert_eq!(house.put(shouted.because_of(7), 1).await, Put::Already);
    assert!(matches!(house.put(letter().because_of(8), 1).await, Put::Waits(_)));
    assert!(matches!(house.put(letter(), 1).await, Put::Waits(_)));
    assert!(matches!(house.put(letter(), 1).await, Put::Waits(_)));
    house.deliver(2).await;
    assert_eq!(sink.got().len(), 4);
    assert_eq!(house.deliver(3).await, Round::default());
}

#[tokio::test]
async fn what_the_server_refuses_is_given_up_and_can_be_sent_again() {
    let (house, sink) = house_with_sink().await;
    house.put(letter(), 0).await;
    sink.answers(Answer::Say("550 5.1.1 amina@mairie.example is unknown"));
    assert_eq!(house.deliver(1).await, Round { failed: 1, ..Round::default() });
    let failed = post::failed(house.store.read(), 10).await.unwrap();
    assert_eq!((failed[0].reason, failed[0].reply, failed[0].tries), (Some(Reason::Refused), Some(550), 1));
    assert_eq!(house.deliver(1_000_000).await, Round::default());

    sink.answers(Answer::Take);
    let tx = house.store.note(at(10)).await.unwrap();
    assert!(post::retry(&tx, failed[0].id).await.unwrap());
    assert!(!post::retry(&tx, failed[0].id).await.unwrap(), "it waits already");
    tx.commit().await.unwrap();
    assert_eq!(house.deliver(10).await.sent, 1);
    assert_eq!(sink.got().len(), 1);
}

#[tokio::test]
async fn what_the_server_postpones_is_tried_again_with_growing_pauses_then_given_up() {
    let (house, sink) = house_with_sink().await;
    house.put(letter(), 0).await;
    sink.answers(Answer::Say("451 4.7.1 grey list"));
    let (mut now, mut tries) = (0, Vec::new());
    loop {
        let round = house.deliver(now).await;
        if round.postponed + round.failed == 1 {
            tries.push(now);
            if tries.len() == 1 {
                assert_eq!(
                    house.status().await,
                    Status { waiting: 1, late: 1, oldest: Some(at(0)), ..Status::default() }
                );
            }
        }
        if round.failed == 1 {
            break;
        }
        now += 30;
    }
    assert_eq!(tries[..4], [0, 30, 90, 210]);
    assert_eq!(tries.len(), 14);
    assert!((12 * 3600..36 * 3600).contains(&now), "{now}");
    assert_eq!(house.status().await, Status { failed: 1, ..Status::default() });
}

#[tokio::test]
async fn a_server_that_is_away_or_does_not_let_us_in_holds_all_letters_back() {
    let (house, sink) = house_with_sink().await;
    house.put(letter(), 0).await;
    house.put(letter(), 0).await;
    sink.answers(Answer::Say("530 5.7.0 sign in first"));
    let away = Round { postponed: 1, server_away: true, ..Round::default() };
    assert_eq!(house.deliver(1).await, away);
    assert_eq!(house.status().await.failed, 0);
    sink.answers(Answer::Take);
    assert_eq!(house.deliver(60).await.sent, 2);

    let nobody = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let house = House::with(&format!("smtp://127.0.0.1:{nobody}")).await;
    house.put(letter(), 0).await;
    assert_eq!(house.deliver(1).await, away);
}

#[tokio::test]
async fn a_letter_left_in_hand_goes_again_under_the_same_name() {
    let (house, sink) = house_with_sink().await;
    house.put(letter(), 0).await;
    sink.answers(Answer::HangUp);
    house.deliver(1).await;
    sink.answers(Answer::Take);
    house.deliver(60).await;
    let names: Vec<String> = sink.got().iter().map(|mail| header(mail, "Message-ID").to_owned()).collect();
    assert_eq!(names.len(), 2);
    assert_eq!(names[0], names[1]);
}

#[tokio::test]
async fn two_deliverers_never_send_one_letter_twice() {
    let (house, sink) = house_with_sink().await;
    for _ in 0..8 {
        house.put(letter(), 0).await;
    }
    let (one, two) = tokio::join!(house.post.deliver_due(at(1)), house.post.deliver_due(at(1)));
    assert_eq!(one.unwrap().sent + two.unwrap().sent, 8);
    let mut names: Vec<String> =
        sink.got().iter().map(|mail| header(mail, "Message-ID").to_owned()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 8);
}

#[tokio::test]
async fn the_task_delivers_soon_after_the_commit_and_stops_when_told() {
    let (house, sink) = house_with_sink().await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let clock = vocabulary::Clock::fixed(Moment::from_unix(START + 1));
    let task = tokio::spawn(house.post.clone().run(clock, async move {
        let _ = stopped.await;
    }));
    let tx = house.store.note(at(0)).await.unwrap();
    post::put(&tx, letter()).await.unwrap();
    tx.rollback().await.unwrap();
    let id = house.put(letter(), 0).await;
    let mut mails = Vec::new();
    while mails.is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        mails = sink.got();
    }
    let Put::Waits(id): Put = id else { panic!("it is the first") };
    assert_eq!(mails.len(), 1);
    assert!(header(&mails[0], "Message-ID").contains(&id.to_string()));
    stop.send(()).unwrap();
    task.await.unwrap();
}
