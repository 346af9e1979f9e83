//! What every story has: a store, a clock that stands, a deliverer.

use std::sync::Arc;

use post::{Address, Deliverer, Delivery, Letter, Settings, Shown};
use store::Store;
use vocabulary::{Clock, Ids, Lang, Messages, Moment};

/// The moment at which every story begins: 2026-11-21 10:00 UTC.
pub const START: i64 = 1_795_255_200;

/// A store of its own, a clock that stands, and a deliverer.
pub struct House {
    pub store: Store,
    pub post: Deliverer,
    _folder: tempfile::TempDir,
}

pub fn at(seconds: i64) -> Moment {
    Moment::from_unix(START + seconds)
}

pub fn to(text: &str) -> Address {
    Address::parse(text).unwrap()
}

pub fn messages() -> Arc<Messages> {
    Messages::load(&[
        (Lang::En, "post.ftl", include_str!("../../../../locales/en/post.ftl")),
        (Lang::Fr, "post.ftl", include_str!("../../../../locales/fr/post.ftl")),
        (Lang::Es, "post.ftl", include_str!("../../../../locales/es/post.ftl")),
        (Lang::Ar, "post.ftl", include_str!("../../../../locales/ar/post.ftl")),
    ])
    .unwrap()
}

pub fn settings(delivery: &str) -> Settings {
    Settings {
        delivery: Delivery::parse(delivery).unwrap(),
        from: to("post@localaction.example"),
        reply_to: Some(to("desk@localaction.example")),
        programme: "Action locale é".to_owned(),
        site: "https://localaction.example/".to_owned(),
    }
}

impl House {
    pub async fn local() -> House {
        House::with("local").await
    }

    pub async fn with(delivery: &str) -> House {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("house.sqlite").display());
        let clock = Clock::fixed(at(0));
        let store = Store::open(&url, post::migrations(), clock, Ids::fixed()).await.unwrap();
        let post = Deliverer::new(store.clone(), settings(delivery), messages());
        House { store, post, _folder: folder }
    }

    pub async fn put(&self, letter: Letter, seconds: i64) -> post::Put {
        let tx = self.store.note(at(seconds)).await.unwrap();
        let put = post::put(&tx, letter).await.unwrap();
        tx.commit().await.unwrap();
        put
    }

    pub async fn deliver(&self, seconds: i64) -> post::Round {
        self.post.deliver_due(at(seconds)).await.unwrap()
    }

    pub async fn shown(&self) -> Vec<Shown> {
        post::outbox(self.store.read(), self.post.stationery(), 50).await.unwrap()
    }

    pub async fn status(&self) -> post::Status {
        post::status(self.store.read()).await.unwrap()
    }

    pub async fn wipe(&self, seconds: i64) -> u64 {
        let tx = self.store.note(at(seconds)).await.unwrap();
        let wiped = post::wipe(&tx).await.unwrap();
        tx.commit().await.unwrap();
        wiped
    }
}
