//! The harness of the stories: a whole house in the process, on SQLite and on PostgreSQL, with a clock that stands
//! still. Browsers read pages and send the forms that stand on them, as people do.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_city_logs_in() {
//!     on_both(|story| async move {
//!         let mut city = story.sign_in("focal@city.example").await;
//!         let page = city.get("/en/me").await;
//!         let page = city.send(page.form("/en/me").set("Your name", "Amina")).await;
//!         assert!(page.says("Saved."));
//!     })
//!     .await;
//! }
//! ```

mod browser;
mod page;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use post::{Address, Deliverer, Delivery, Shown};
use rooms::people::{Acting, Role};
use rooms::wiring::{self, Plan};
use rooms::{House, people};
use store::testing::TestDb;
use vocabulary::Lang;
use web::{Route, Standing, Transport};

pub use browser::Browser;
pub use page::{Filled, Page};

/// One house for one story, with the first Call in it.
pub struct Story {
    /// The house.
    pub house: House,
    /// Every route of it.
    pub routes: Vec<Route>,
    router: Router,
    /// Facts up to here were there before the story began.
    before: i64,
    deliverer: Deliverer,
    db: Arc<TestDb>,
}

/// How a story's house is reached, and whether it is real.
#[derive(Clone, Copy)]
pub struct Setting {
    /// How visitors reach it.
    pub transport: Transport,
    /// Whether what is shown is real.
    pub standing: Standing,
    /// Whether it begins with the first Call.
    pub first_call: bool,
}

/// A real house on this machine, without https.
pub const USUAL: Setting = Setting { transport: Transport::Http, standing: Standing::Real, first_call: true };

/// How long a story's house may take to give its connections back.
const PATIENCE: Duration = Duration::from_secs(5);

/// Runs a story on SQLite, then on PostgreSQL.
pub async fn on_both<F, Fut>(story: F)
where
    F: Fn(Story) -> Fut,
    Fut: Future<Output = ()>,
{
    on_both_with(USUAL, story).await;
}

/// Runs a story in a certain setting on both databases.
pub async fn on_both_with<F, Fut>(setting: Setting, story: F)
where
    F: Fn(Story) -> Fut,
    Fut: Future<Output = ()>,
{
    eprintln!("— on SQLite");
    tell(Arc::new(TestDb::sqlite(wiring::migrations).await), setting, &story).await;
    eprintln!("— on PostgreSQL");
    tell(Arc::new(TestDb::postgres(wiring::migrations).await), setting, &story).await;
}

/// An `async move` block takes only the fields it names, so the data folder must be held here until it ends.
async fn tell<F, Fut>(db: Arc<TestDb>, setting: Setting, story: &F)
where
    F: Fn(Story) -> Fut,
    Fut: Future<Output = ()>,
{
    let opened = Story::open(db.clone(), setting).await;
    let house = opened.house.clone();
    story(opened).await;
    // A house holds its followers, which hold the house: its connections are given back by hand, but not waited for
    // where a task of the story still uses one.
    tokio::time::timeout(PATIENCE, house.store.clone().close()).await.ok();
}

fn mail() -> post::Settings {
    post::Settings {
        delivery: Delivery::Local,
        from: Address::parse("call@house.example").unwrap(),
        reply_to: None,
        programme: "Call to Local Action".to_owned(),
        site: "http://localhost".to_owned(),
    }
}

/// Chance that is the same in each run.
fn chance() -> web::Chance {
    let seed = AtomicU64::new(1);
    Arc::new(move |bytes: &mut [u8]| {
        for chunk in bytes.chunks_mut(8) {
            let mut n = seed.fetch_add(1, Ordering::SeqCst).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            n ^= n >> 27;
            chunk.copy_from_slice(&n.to_be_bytes()[..chunk.len()]);
        }
    })
}

impl Story {
    async fn open(db: Arc<TestDb>, setting: Setting) -> Story {
        let plan = Plan {
            folder: db.folder.clone(),
            database: Some(db.url.clone()),
            standing: setting.standing,
            transport: setting.transport,
            origin: match setting.transport {
                Transport::Http => "http://localhost".to_owned(),
                Transport::Https => "https://localhost".to_owned(),
            },
            proxies: Vec::new(),
            mail: mail(),
            clock: db.clock.clone(),
            ids: db.ids.clone(),
            chance: chance(),
        };
        let house = match wiring::open(plan).await {
            Ok(house) => house,
            Err(fault) => panic!("the story's house could not be opened: {}", fault.cause()),
        };
        let (routes, router) = wiring::app(&house);
        if setting.first_call {
            rooms::intake::first_call(&house).await.unwrap();
        }
        let before = store::journal::head(house.store.read()).await.unwrap().position;
        let deliverer = Deliverer::on(house.store.clone(), mail(), house.stationery());
        Story { house, routes, router, deliverer, before, db }
    }

    /// Moves the clock on.
    pub fn advance(&self, seconds: i64) {
        self.db.clock.advance(seconds);
    }

    /// Lets everything that follows come to rest: followers, the public snapshot, the mail.
    pub async fn settle(&self) {
        self.house.followers().settle().await.unwrap();
        rooms::register::snapshot::catch_up(&self.house.store, &self.house.index).await.unwrap();
        self.house.refresh().await.unwrap();
        self.deliverer.deliver_due(self.house.now()).await.unwrap();
    }

    /// A browser that was never here.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// A browser at the same house with other rooms: for what a room offers to others and has no page of itself.
    pub fn browser_of(&self, routes: web::Routes<House>) -> Browser {
        let opened = web::open(routes, &self.house.kit);
        Browser::new(opened.router.with_state(self.house.clone()))
    }

    /// The letters to an address, newest first.
    pub async fn mail_to(&self, address: &str) -> Vec<Shown> {
        self.settle().await;
        let all = post::outbox(self.house.store.read(), self.deliverer.stationery(), 1000).await.unwrap();
        all.into_iter().filter(|letter| letter.to.eq_ignore_ascii_case(address)).collect()
    }

    /// The code in the newest letter to an address.
    pub async fn code_to(&self, address: &str) -> String {
        let letters = self.mail_to(address).await;
        let newest = letters.first().unwrap_or_else(|| panic!("no letter to {address}"));
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
        newest
            .text
            .lines()
            .map(str::trim)
            .find(is_code)
            .unwrap_or_else(|| panic!("no code in the letter"))
            .to_owned()
    }

    /// A browser in which this address is logged in.
    pub async fn sign_in(&self, address: &str) -> Browser {
        let mut browser = self.browser();
        self.sign_in_with(&mut browser, address).await;
        browser
    }

    /// Logs an address in, and gives the page to which that leads.
    pub async fn sign_in_with(&self, browser: &mut Browser, address: &str) -> Page {
        let page = browser.get("/en/sign-in").await;
        let page = browser.send(page.form("/en/sign-in").set("address", address)).await;
        let code = self.code_to(address).await;
        browser.send(page.form("/en/sign-in/code").set("code", &code)).await
    }

    /// A browser in which a member of the secretariat is logged in.
    pub async fn at_desk(&self, address: &str) -> Browser {
        self.invite(address, Role::Secretariat).await;
        self.sign_in(address).await
    }

    /// Invites an address to a role, as the command line does.
    pub async fn invite(&self, address: &str, role: Role) {
        let tx = self.house.act().await.unwrap();
        let address = Address::parse(address).unwrap();
        people::invite(&self.house, &tx, &Acting::program("invite"), role, &address, Lang::En).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The kinds of the facts that the story has told, oldest first.
    pub async fn facts(&self) -> Vec<String> {
        let heard = store::journal::since(self.house.store.read(), self.before, 10_000).await.unwrap();
        heard.into_iter().map(|fact| fact.kind).collect()
    }
}
