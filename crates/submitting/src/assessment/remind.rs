//! An act of the house itself: remind assessors shortly before their marks are due, and once a week after. It stops when
//! the marks are in.

use store::{Fault, Tx};

use super::mails::to_assessor;
use super::records::{assessments, panel};
use crate::House;
use crate::people;

/// So many days before the marks are due the first reminder goes.
pub const BEFORE_DAYS: i64 = 3;
/// So many days lie between two reminders.
pub const BETWEEN_DAYS: i64 = 7;

/// Reminds whoever is to be reminded; gives how many letters were written.
pub async fn remind(house: &House, tx: &Tx) -> Result<usize, Fault> {
    let (due, since) = (tx.now().plus_days(BEFORE_DAYS), tx.now().plus_days(-BETWEEN_DAYS));
    let mut written = 0;
    for one in panel::to_remind(tx, due, since).await? {
        let Some(of) = assessments::find(tx.conn(), one.assessment).await? else { continue };
        let Some(contact) = people::contact(tx.conn(), one.assessor).await?.filter(|_| of.is_open()) else {
            continue;
        };
        let keys =
            ("assessment.reminder", "assessment-mail-reminder-subject", "assessment-mail-reminder-body");
        let letter = to_assessor(house, tx, &one, &of, &contact, keys).await?;
        post::put(tx, letter).await?;
        panel::reminded(tx, one.id).await?;
        written += 1;
    }
    Ok(written)
}
