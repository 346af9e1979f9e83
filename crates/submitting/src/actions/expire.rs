//! An act of the house itself: a draft nobody touches for half a year goes, with a warning a month before.

use post::Letter;
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Actor, Arg};

use super::partners_mails::drafters;
use super::records;
use crate::House;
use crate::people::Contact;

/// After so many days without a change whoever drafts is warned.
pub const WARNED_AFTER_DAYS: i64 = 150;
/// So many days after the warning the draft goes.
pub const GONE_AFTER_DAYS: i64 = 30;

/// What came of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expired {
    /// Of so many drafts somebody was warned.
    pub warned: usize,
    /// So many drafts went.
    pub gone: usize,
}

/// Warns whoever drafts what nobody touches, and removes those whose warning has run out. What was ever sent stays.
pub async fn expire(house: &House, tx: &Tx) -> Result<Expired, Fault> {
    let mut done = Expired::default();
    super::partners_ask::round(house, tx).await?;
    records::clearance::sweep(tx).await?;
    for (action, warned) in records::drafts::untouched(tx, tx.now().plus_days(-WARNED_AFTER_DAYS)).await? {
        match warned {
            None => {
                for reader in drafters(tx, &action).await? {
                    post::put(tx, warning(house, tx, &reader, &format!("/my/actions/{}", action.id))).await?;
                }
                records::drafts::warned(tx, action.id).await?;
                done.warned += 1;
            }
            Some(at) if at.plus_days(GONE_AFTER_DAYS) <= tx.now() => {
                super::files::forget_all(house, tx, action.id).await?;
                records::drafts::discard(tx, action.id).await?;
                let fact = Fact::new(
                    "action.discarded",
                    Subject::new("action", action.id),
                    Actor::Program("expiry"),
                );
                tx.tell(fact.call(action.call)).await?;
                done.gone += 1;
            }
            Some(_) => {}
        }
    }
    Ok(done)
}

fn warning(house: &House, tx: &Tx, reader: &Contact, path: &str) -> Letter {
    let say = house.say(reader.lang);
    let programme = house.kit.called(&say);
    let words = [
        ("programme", Arg::from(programme)),
        ("date", Arg::from(say.date(tx.now().plus_days(GONE_AFTER_DAYS)))),
    ];
    let subject = say.plain("actions-mail-expiry-subject", &words);
    Letter::new(reader.address.clone(), say.lang, "actions.expiry", subject)
        .to_person(reader.person)
        .paragraph(say.plain("actions-mail-expiry-body", &words))
        .button(say.t("actions-mail-see"), format!("/{}{path}", say.lang.code()))
}
