//! Browsers at the door of a house in this process: the stories' own, each request from a network of its own, so that
//! nobody is asked to wait.

#[expect(dead_code, reason = "the stories use more of it")]
#[expect(clippy::unwrap_used, reason = "a measure that cannot go on stops here")]
#[path = "../../crates/rooms/tests/harness/browser.rs"]
mod browser;
#[path = "page.rs"]
mod page;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use axum::middleware::{Next, from_fn};
use post::{Deliverer, outbox};
use rooms::House;

pub use browser::Browser;
pub use page::Filled;

use crate::Outcome;
use crate::house::told;

/// The whole house's router, as `serve` opens it.
pub fn router(house: &House) -> Router {
    let (_, router) = rooms::wiring::app(house);
    router.layer(from_fn(async |mut request: Request, next: Next| {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let network = NEXT.fetch_add(256, Ordering::Relaxed).wrapping_add(0x0b00_0001);
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((network.to_be_bytes(), 1))));
        next.run(request).await
    }))
}

/// A browser that was never there.
pub fn stranger(router: &Router) -> Browser {
    Browser::new(router.clone())
}

/// A browser in which this address is logged in.
pub async fn logged_in(house: &House, router: &Router, address: &str) -> Outcome<Browser> {
    let mut browser = stranger(router);
    let page = browser.get("/en/sign-in").await;
    let page = browser.send(page.form("/en/sign-in").set("address", address)).await;
    let code = code_to(house, address).await?;
    let page = browser.send(page.form("/en/sign-in/code").set("code", &code)).await;
    if page.status == 200 { Ok(browser) } else { Err(format!("{address} cannot log in: {}", page.words())) }
}

/// The code in the newest letter to an address, as soon as it is there.
async fn code_to(house: &House, address: &str) -> Outcome<String> {
    let deliverer = Deliverer::new(house.store.clone(), house.mail.clone(), house.kit.messages().clone());
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
    for _ in 0..100 {
        deliverer.deliver_due(house.now()).await.map_err(told)?;
        let letters = outbox(house.store.read(), deliverer.stationery(), 1000).await.map_err(told)?;
        let letters = letters.iter().filter(|letter| letter.to.eq_ignore_ascii_case(address));
        let mut codes = letters.filter_map(|letter| letter.text.lines().map(str::trim).find(is_code));
        if let Some(code) = codes.next() {
            return Ok(code.to_owned());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    Err(format!("no code was sent to {address}."))
}
