//! How fresh a record is: when the government that it belongs to last spoke of it. How far it is and who checked it are other
//! signs.
//!
//! A government speaks of its action when it sends it, sends a revision of it, or confirms what was entered in its name. What
//! the secretariat corrects, or reads again in a source, is no report.

use serde::{Deserialize, Serialize};
use time::Date;
use vocabulary::{Arg, Moment, Say};

use super::record::{PublicRecord, Sign};

/// After so many days without a word there is no report any more.
const STALE: i64 = 366;
/// What was never reported stands after all that was: longer ago than any moment, in seconds.
const NEVER: i64 = 1 << 40;

/// When a record was last reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Freshness {
    /// Its government last spoke of it then.
    Reported(Moment),
    /// Its government never spoke of it: it has been on file since then.
    OnFile(Moment),
}

impl Freshness {
    /// Of a record; none of what nobody reports on. A record that was kept before there was freshness says when it last
    /// changed, or since when it is on file.
    pub fn of(record: &PublicRecord) -> Option<Freshness> {
        let card = &record.card;
        if card.fresh.is_some() || record.kind != "action" {
            return card.fresh;
        }
        Some(match card.marks.iter().any(|mark| mark.sign == Sign::OnFile) {
            true => Freshness::OnFile(Moment::from_unix(record.find.when)),
            false => Freshness::Reported(card.updated),
        })
    }

    /// The moment, of a report or of going on file.
    pub fn moment(self) -> Moment {
        match self {
            Freshness::Reported(at) | Freshness::OnFile(at) => at,
        }
    }

    /// When it was last reported; none where it never was.
    pub fn reported(self) -> Option<Moment> {
        match self {
            Freshness::Reported(at) => Some(at),
            Freshness::OnFile(_) => None,
        }
    }

    /// By what "last reported" sorts, the greatest first: the latest report first, then what is on file, the latest first.
    pub(super) fn order(self) -> i64 {
        match self {
            Freshness::Reported(at) => at.unix(),
            Freshness::OnFile(at) => at.unix() - NEVER,
        }
    }

    /// Its sign as one sees it on a day: its class, and its words.
    pub fn sign(self, today: Date, say: &Say) -> (&'static str, String) {
        let (how, key) = match self {
            Freshness::Reported(at) if (today - at.date()).whole_days() <= STALE => {
                ("new", "register-fresh-new")
            }
            Freshness::Reported(_) => ("old", "register-fresh-old"),
            Freshness::OnFile(_) => ("old", "register-fresh-on-file"),
        };
        (how, say.with(key, &[("date", Arg::from(say.date(self.moment())))]))
    }
}
