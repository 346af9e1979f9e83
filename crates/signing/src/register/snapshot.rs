//! The node's own snapshot: the search index of this process follows the public records.
//!
//! The index remembers `(epoch, change)` in its commit payload, where `change` numbers the changes of public records.
//! A parked fact that is digested later gets a new number, so the index cannot miss it.

use std::sync::Arc;
use std::time::Duration;

use store::search::{Change, Doc, Index, SearchFault};
use store::{Fault, Store};
use vocabulary::{Lang, Moment};

use super::freshness::Freshness;
use super::lines;
use super::past;
use super::record::PublicRecord;
use super::records::{self, Changed};
use crate::House;

/// How many changes go into one commit of the index.
const BATCH: u64 = 2_000;

/// How long changes are gathered after a fact was told. Whoever publishes does not wait for it: see
/// [`crate::House::settle_public`].
const GATHER: Duration = Duration::from_millis(20);

/// How often it is looked whether records have changed of which this process heard nothing.
const LOOK: Duration = Duration::from_millis(100);
/// How long is waited at most where the index cannot follow: other nodes show what was withdrawn no longer than this.
const LONGEST: Duration = Duration::from_secs(1);

/// Brings the index up to the public records as they are now. Gives the number of the last change it holds.
pub async fn catch_up(store: &Store, index: &Arc<Index>) -> Result<i64, Fault> {
    let _alone = index.follow().await;
    let epoch = store::journal::head(store.read()).await?.epoch;
    let mut have = match index.position() {
        Some(at) if at.epoch == epoch && at.position <= records::last_change(store.read()).await? => {
            at.position
        }
        _ => return build(store, index).await,
    };
    loop {
        let changes = records::changes_after(store.read(), have, BATCH).await?;
        let Some(last) = changes.last().map(|changed| changed.change) else { return Ok(have) };
        let index = index.clone();
        on_a_thread(move || index.apply(&changes.into_iter().map(change).collect::<Vec<_>>(), epoch, last))
            .await?;
        have = last;
    }
}

/// Builds the index anew beside the one in use and swaps.
pub async fn rebuild(store: &Store, index: &Arc<Index>) -> Result<i64, Fault> {
    let _alone = index.follow().await;
    build(store, index).await
}

/// Builds it for who alone follows. What changes or goes meanwhile is read again after the rest.
async fn build(store: &Store, index: &Arc<Index>) -> Result<i64, Fault> {
    let epoch = store::journal::head(store.read()).await?.epoch;
    let begun = records::last_change(store.read()).await?;
    let mut building = index.begin_rebuild().map_err(fault)?;
    let mut changes = records::changes_after(store.read(), 0, BATCH).await?;
    let mut have = 0;
    while let Some(last) = changes.last().map(|changed| changed.change) {
        // While these are written, the next are read.
        let written = on_a_thread(move || {
            for changed in changes {
                let late = changed.change > begun;
                match change(changed) {
                    changed if late => building.change(&changed)?,
                    Change::Put(doc) => building.put(&doc)?,
                    Change::Drop(..) => {}
                }
            }
            Ok(building)
        });
        let read = records::changes_after(store.read(), last, BATCH);
        let (written, read) = tokio::join!(written, read);
        (building, changes, have) = (written?, read?, last);
    }
    let index = index.clone();
    on_a_thread(move || index.finish_rebuild(building, epoch, have)).await?;
    Ok(have)
}

/// Follows the public records until told to stop: wakes when the journal's head moves, and every 100 ms at the least.
/// Pages that are kept hear of each change twice: when it is seen, and when it is found. Where it cannot follow it waits
/// twice as long each time, and says so each time that it will wait longer.
pub async fn follow(house: House, mut stop: tokio::sync::watch::Receiver<bool>) {
    let mut heads = house.store.heads();
    let mut wait = LOOK;
    while !*stop.borrow() {
        if let Err(fault) = keep_up(&house).await {
            let longer = (wait * 2).min(LONGEST);
            if longer > wait {
                let (cause, seconds) = (fault.cause(), longer.as_secs_f32());
                tracing::warn!(cause, seconds, "the search index could not follow; it is tried again");
            }
            wait = longer;
            tokio::select! {
                _ = stop.changed() => {}
                () = tokio::time::sleep(wait) => {}
            }
            continue;
        }
        if wait > LOOK {
            tracing::warn!("the search index follows again");
            wait = LOOK;
        }
        tokio::select! {
            // When many facts are told, what several of them change is followed at once.
            _ = heads.changed() => tokio::time::sleep(GATHER).await,
            _ = stop.changed() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Looks once, brings the index up to the public records, and vouches for the pages that are kept.
pub async fn keep_up(house: &House) -> Result<(), Fault> {
    house.kit.pages().depend_on(&depends(house).await?);
    catch_up(&house.store, &house.index).await?;
    house.kit.pages().vouch(&depends(house).await?);
    Ok(())
}

/// Ends the turn of the pages that are kept, where anything is another that public pages depend on.
pub async fn turn(house: &House) -> Result<(), Fault> {
    house.kit.pages().depend_on(&depends(house).await?);
    Ok(())
}

/// What public pages depend on beside their address: the records as they are, the snapshot, the Call's words and pages, the day,
/// and whether it is the hour of the operator's sentence.
async fn depends(house: &House) -> Result<String, Fault> {
    let last = records::last_change(house.store.read()).await?;
    let banner = house.kit.banner(Lang::En).is_some();
    let wordings = house.pages().wordings();
    Ok(format!("{last}/{}/{banner}/{wordings}", super::snapshot_key(house, &house.words())))
}

async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SearchFault> + Send + 'static,
) -> Result<T, Fault> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(fault),
        Err(ended) => Err(Fault::broken(format!("the search index's thread ended: {ended}"))),
    }
}

fn fault(fault: SearchFault) -> Fault {
    Fault::broken(format!("the search index: {fault}"))
}

fn change(changed: Changed) -> Change {
    match changed.record {
        Some(record) => {
            Change::Put(Box::new(doc(record, changed.key, changed.change, (changed.since, changed.until))))
        }
        None => Change::Drop(past::indexed(&changed.kind).to_owned(), changed.key),
    }
}

fn doc(record: PublicRecord, key: String, position: i64, days: (Option<Moment>, Option<Moment>)) -> Doc {
    let title = record.card.title.iter().flat_map(|title| title.all());
    let title = title.map(|(tag, text)| (tag.clone(), text.text.clone())).collect();
    let people = lines::people(&record).into_iter();
    let numbers = people.filter_map(|(group, n)| Some((group.to_owned(), i64::try_from(n?).ok()?))).collect();
    let (called, weight) = (called(&record), weight(&record));
    let reported = Freshness::of(&record).map_or(0, Freshness::order);
    let find = record.find;
    Doc {
        kind: record.kind,
        key,
        position,
        title,
        body: find.texts,
        names: find.names,
        tokens: find.tokens,
        when: find.when,
        name: find.sort_name,
        called,
        point: find.point,
        since: days.0.map(past::day),
        until: days.1.map(past::day),
        weight,
        numbers,
        reported,
    }
}

/// What a record is called in each language of the pages: its title as it is shown there, or whose it is where it has none.
fn called(record: &PublicRecord) -> Vec<(Lang, String)> {
    let name = |lang: Lang| {
        let names = record.card.title.iter().chain(record.card.who.first().map(|party| &party.name));
        let picked = names.into_iter().find_map(|name| name.pick(lang))?;
        Some((lang, picked.text.to_owned()))
    };
    Lang::ALL.into_iter().filter_map(name).collect()
}

/// By what a list is sorted beside name and date: actions by when they last changed, governments by how many live there.
fn weight(record: &PublicRecord) -> i64 {
    match record.kind.as_str() {
        "action" => record.card.updated.unix(),
        _ => record.find.size.unwrap_or_default(),
    }
}
