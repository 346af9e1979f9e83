//! A house in this process.

use std::path::Path;
use std::sync::Arc;

use post::{Address, Delivery};
use rooms::House;
use rooms::wiring::{self, Plan};
use store::folder::Purpose;
use store::{Fault, Folder};
use vocabulary::{Clock, Ids};
use web::{Standing, Transport};

use crate::Outcome;

/// What a fault says, with its cause.
pub fn told(fault: Fault) -> String {
    fault.cause()
}

/// Opens the house of a folder; one that is new is marked as the real thing, so that `serve` opens it too.
pub async fn open(root: &Path) -> Outcome<House> {
    let folder = Folder::open(root).map_err(told)?;
    if folder.purpose().map_err(told)?.is_none() {
        folder.mark(Purpose::Real).map_err(told)?;
    }
    let from = Address::parse("bench@localaction.example").map_err(|error| error.to_string())?;
    let site = "http://localhost".to_owned();
    let mail = post::Settings {
        delivery: Delivery::Local,
        from,
        reply_to: None,
        programme: "Call to Local Action".to_owned(),
        site: site.clone(),
    };
    let plan = Plan {
        folder,
        database: None,
        standing: Standing::Real,
        transport: Transport::Http,
        origin: site,
        proxies: Vec::new(),
        mail,
        clock: Clock::System,
        ids: Ids::system(),
        chance: Arc::new(|bytes: &mut [u8]| getrandom::fill(bytes).expect("the system gives chance")),
    };
    wiring::open(plan).await.map_err(told)
}
