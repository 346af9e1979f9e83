//! An act of the house itself: addresses that nobody uses go after thirty days, with a warning a week before.

use std::collections::BTreeSet;

use store::{Fault, Tx};
use vocabulary::{Moment, PersonId};

use super::erase::{EraseRefused, erase};
use super::person::{UNUSED_DAYS, WARN_DAYS};
use super::records::{codes, people, sessions};
use super::role::Acting;
use super::{mails, programme, vouch};
use crate::house::House;

/// For so many days the hash of an erased address is kept, so that every room can follow.
const PRINT_DAYS: i64 = 7;

/// What came of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expired {
    /// So many people were warned.
    pub warned: usize,
    /// So many were erased.
    pub erased: usize,
}

/// Those without a role who were not here for so long that they are to be warned or erased, unless another room
/// holds something for them: the wiring asks the rooms, and hands what it learns to [`expire`].
pub async fn dormant<C: sea_orm::ConnectionTrait>(conn: &C, now: Moment) -> Result<Vec<PersonId>, Fault> {
    let unused = people::unused(conn, now.plus_days(WARN_DAYS - UNUSED_DAYS)).await?;
    Ok(unused.into_iter().map(|(contact, _)| contact.person).collect())
}

/// Warns and erases those who are dormant and whom nobody keeps; sweeps dead codes, sessions and requests.
pub async fn expire(house: &House, tx: &Tx, kept: &BTreeSet<PersonId>) -> Result<Expired, Fault> {
    let now = tx.now();
    codes::sweep(tx).await?;
    sessions::sweep(tx).await?;
    vouch::sweep(tx).await?;
    people::forget_prints(tx, now.plus_days(-PRINT_DAYS)).await?;
    let unused = people::unused(tx.conn(), now.plus_days(WARN_DAYS - UNUSED_DAYS)).await?;
    let mut done = Expired::default();
    let mut warned = BTreeSet::new();
    for (contact, warned_at) in unused {
        if kept.contains(&contact.person) {
            continue;
        }
        match warned_at {
            None => {
                let say = house.say(contact.lang);
                let letter =
                    mails::expiry(&say, &programme(house, contact.lang), &contact, now.plus_days(WARN_DAYS));
                post::put(tx, letter).await?;
                warned.insert(contact.person);
            }
            Some(at) if now >= at.plus_days(WARN_DAYS) => {
                remove(tx, contact.person).await?;
                done.erased += 1;
            }
            Some(_) => {}
        }
    }
    people::warned(tx, &warned).await?;
    done.warned = warned.len();
    Ok(done)
}

async fn remove(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    match erase(tx, &Acting::program("expiry"), person).await {
        Ok(()) => Ok(()),
        Err(EraseRefused::Fault(fault)) => Err(fault),
        Err(refused) => Err(Fault::broken(refused.to_string())),
    }
}
