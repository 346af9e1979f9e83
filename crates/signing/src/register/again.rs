//! Says everything again: a later program may say more of the same things than the one before it, so every house has its
//! public records said anew, once, beside the requests and a few at a time.
//!
//! Nothing has happened when something is said again: a record keeps the day since which it stands, and what stood before is
//! not kept as of an earlier day.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::ConnectionTrait;
use store::{Fault, Followers, Store, Tx, journal};

use super::keep;
use super::projection::NAME;
use super::record::Speaks;
use super::records;

/// Which form of what is said this is: raised whenever a room says something else, or says it otherwise, of what stands
/// already.
const FORM: i64 = 1;
/// So many records are said at once: few, as whoever writes waits for it.
const AT_ONCE: u64 = 100;
/// How long is waited for facts that are not heard yet.
const WAIT: Duration = Duration::from_millis(50);

/// Has everything said again that was said by an earlier program; nothing where this one has said it.
pub async fn once(store: &Store, followers: &Followers, rooms: &[Arc<dyn Speaks>]) -> Result<(), Fault> {
    if records::head(store.read()).await?.said >= Some(FORM) {
        Ok(())
    } else {
        everything(store, followers, rooms).await
    }
}

/// Has everything said again, whoever said it.
pub async fn everything(
    store: &Store,
    followers: &Followers,
    rooms: &[Arc<dyn Speaks>],
) -> Result<(), Fault> {
    for room in rooms {
        let mut after = None;
        while let Some(last) = page(store, followers, room.as_ref(), after.as_deref()).await? {
            after = Some(last);
        }
    }
    let tx = store.note(store.clock().now()).await?;
    is_said(&tx).await?;
    tx.commit().await
}

/// Writes down that this program has said everything that stands.
pub(super) async fn is_said(tx: &Tx) -> Result<(), Fault> {
    tx.conn().execute_unprepared(&format!("UPDATE public_head SET said = {FORM}")).await?;
    Ok(())
}

/// Has some things of a room said again, those after this key, and gives the last key; none where there are no more.
async fn page(
    store: &Store,
    followers: &Followers,
    room: &dyn Speaks,
    after: Option<&str>,
) -> Result<Option<String>, Fault> {
    loop {
        // What is read must be what the facts heard so far have made of it: else a fact would be heard that changes nothing
        // any more, and the day that it ended would be lost.
        let head = journal::head(store.read()).await?.position;
        let said = room.all(store.read(), after, AT_ONCE).await?;
        let Some(last) = said.last().map(|said| said.name().1.to_owned()) else { return Ok(None) };
        match followers.at_rest(NAME, head).await? {
            Some(tx) => {
                keep::keep_again(&tx, said).await?;
                tx.commit().await?;
                return Ok(Some(last));
            }
            None => tokio::time::sleep(WAIT).await,
        }
    }
}
