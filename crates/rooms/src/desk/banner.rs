//! An act: the operator's sentence on top of every page, such as "closed on Sunday from eight to nine". It stands in the
//! database, so that every process that serves the house shows it, within a second or two.
//!
//! It tells no fact: it changes nothing in the mechanism, and it goes when its time is over.

use std::time::Duration;

use store::{Fault, Tx};
use tokio::sync::watch;
use vocabulary::{Lang, Moment};
use web::Banner;

use super::records;
use crate::House;

/// How often each process looks.
const LOOK: Duration = Duration::from_secs(1);

/// Shows the sentence in this language, beside those in others, until then.
pub async fn show(tx: &Tx, lang: Lang, text: &str, until: Option<Moment>) -> Result<(), Fault> {
    records::keep_banner(tx, lang.code(), text, until.map(Moment::unix)).await
}

/// Takes the sentence away, in every language.
pub async fn clear(tx: &Tx) -> Result<(), Fault> {
    records::clear_banner(tx).await
}

/// The sentence as it stands, if there is one.
pub async fn read(house: &House) -> Result<Option<Banner>, Fault> {
    let rows = records::banner(house.store.read()).await?;
    let until = rows.iter().find_map(|(_, _, until)| *until).map(Moment::from_unix);
    let said = |(lang, text, _): (String, String, Option<i64>)| Lang::parse(&lang).map(|lang| (lang, text));
    let texts: std::collections::BTreeMap<Lang, String> = rows.into_iter().filter_map(said).collect();
    Ok((!texts.is_empty()).then_some(Banner { texts, until }))
}

/// Puts the sentence that stands in the database on the pages of this process, while its time is not over.
pub async fn refresh(house: &House) -> Result<(), Fault> {
    let now = house.now();
    let banner = read(house).await?.filter(|banner| banner.until.is_none_or(|until| until > now));
    house.kit.set_banner(banner);
    Ok(())
}

/// Does so again and again until told to stop. While the database does not answer the last sentence stays.
pub async fn follow(house: House, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(fault) = refresh(&house).await {
            tracing::debug!(cause = fault.cause(), "the sentence on top of every page could not be read");
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}
