//! Acts of the house itself: a request that nobody answers expires, a mandate whose last day has passed ends. A week
//! before, the person is warned.

use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Actor, GovernmentId, Moment, PersonId};

use super::government::Government;
use super::mandate::{ASKED_DAYS, Mandate, Over, WARN_DAYS};
use super::{mails, records};
use crate::house::House;
use crate::people;

/// What came of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lapsed {
    /// So many people were warned.
    pub warned: usize,
    /// So many requests have expired.
    pub expired: usize,
    /// So many mandates have run out.
    pub run_out: usize,
}

/// One round: warns, expires, ends.
pub async fn expire(house: &House, tx: &Tx) -> Result<Lapsed, Fault> {
    let now = tx.now();
    let mut done = Lapsed::default();
    for (mandate, of) in records::due(tx.conn(), now.plus_days(WARN_DAYS - ASKED_DAYS)).await? {
        match mandate.warned {
            None => {
                let on = mandate.due().unwrap_or(now).max(now.plus_days(WARN_DAYS));
                warn(house, tx, &mandate, &of, mails::EXPIRES, on).await?;
                done.warned += 1;
            }
            Some(at) if now >= at.plus_days(WARN_DAYS) => {
                let expired = mandate.expire(now).map_err(|refused| Fault::broken(refused.to_string()))?;
                records::save_mandate(tx, &expired).await?;
                tell(tx, "mandate.expired", &expired).await?;
                done.expired += 1;
            }
            Some(_) => {}
        }
    }
    for (mandate, of) in records::running_out(tx.conn(), now.plus_days(WARN_DAYS)).await? {
        match mandate.term.ends {
            Some(ends) if ends <= now => {
                run_out(tx, mandate).await?;
                done.run_out += 1;
            }
            Some(ends) if mandate.warned.is_none() => {
                warn(house, tx, &mandate, &of, mails::RUNS_OUT, ends.plus(-1)).await?;
                done.warned += 1;
            }
            _ => {}
        }
    }
    Ok(done)
}

/// Ends what a person's mandates for a government have run out of and the daily round has not ended yet, so that they
/// may ask or be named anew.
pub(super) async fn clear_run_out(tx: &Tx, person: PersonId, government: GovernmentId) -> Result<(), Fault> {
    for mandate in records::mandates_for(tx.conn(), government).await? {
        if mandate.person == person && mandate.stands() && !mandate.stands_at(tx.now()) {
            run_out(tx, mandate).await?;
        }
    }
    Ok(())
}

async fn run_out(tx: &Tx, mandate: Mandate) -> Result<(), Fault> {
    let ended = mandate.end(Over::RanOut, tx.now()).map_err(|refused| Fault::broken(refused.to_string()))?;
    records::save_mandate(tx, &ended).await?;
    tell(tx, "mandate.ended", &ended).await
}

async fn tell(tx: &Tx, kind: &'static str, mandate: &Mandate) -> Result<(), Fault> {
    let subject = Subject::new("mandate", mandate.id);
    tx.tell(Fact::new(kind, subject, Actor::Program("expiry")).parties()).await?;
    Ok(())
}

async fn warn(
    house: &House,
    tx: &Tx,
    mandate: &Mandate,
    of: &Government,
    words: mails::Words,
    on: Moment,
) -> Result<(), Fault> {
    if let Some(person) = people::contact(tx.conn(), mandate.person).await? {
        post::put(tx, mails::warning(house, &person, of, words, on)).await?;
    }
    records::save_mandate(tx, &Mandate { warned: Some(tx.now()), ..mandate.clone() }).await
}
