//! The nouns: a [`Call`] and the [`Body`]s that steer, partner, advise or support it.

use serde::{Deserialize, Serialize};
use vocabulary::{CallId, Lang, LanguageMap, Moment, PartialDate};

use super::rubric::Criterion;

/// A call to local governments to sign a declaration and submit actions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// Its name in addresses and commands, unique.
    pub slug: String,
    /// What its references begin with: `LA` gives `LA-2026-00042`.
    pub prefix: String,
    /// The languages of its pages, the original first.
    pub languages: Vec<Lang>,
    /// The whole title.
    pub title: LanguageMap,
    /// The short name in the header.
    pub name: LanguageMap,
    /// The line under the short name.
    pub subtitle: LanguageMap,
    /// One sentence on the home page: what happens here.
    pub promise: LanguageMap,
    /// Two sentences on the home page: what the Call is.
    pub summary: LanguageMap,
    /// The line of the footer that says who steers it.
    pub bodies_line: LanguageMap,
    /// When it was opened.
    pub opened: Option<PartialDate>,
    /// When it closes, if it does.
    pub closes: Option<PartialDate>,
    /// Under which licence its public records are published.
    pub licence: Licence,
    /// The slug of the declaration that is signed.
    pub declaration: String,
    /// What that declaration is called.
    pub declaration_title: LanguageMap,
    /// The slugs of the frameworks its actions answer to.
    pub frameworks: Vec<String>,
    /// Which of those frameworks holds its priorities.
    pub priorities: String,
    /// Which of those frameworks are facets of the register, in their order.
    pub facets: Vec<String>,
    /// The criteria by which its actions are assessed; none where it assesses nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rubric: Vec<Criterion>,
    /// Which of those frameworks hold guiding principles that an action may follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub principles: Vec<String>,
    /// The stocktaking platforms to which its actions may be carried.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub portals: Vec<Portal>,
    /// The public address of the secretariat.
    pub contact: String,
    /// The public page it is described on.
    pub source: Option<String>,
}

impl Call {
    /// Whether the Call takes actions on this day.
    pub fn is_open(&self, now: Moment) -> bool {
        let today = PartialDate::from(now.date());
        let after = |d: &PartialDate| d.sort_key() <= today.sort_key();
        self.opened.as_ref().is_none_or(after) && !self.closes.as_ref().is_some_and(after)
    }
}

/// A stocktaking platform.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Portal {
    /// Its short word: `gcr`.
    pub key: String,
    /// Its name.
    pub name: LanguageMap,
    /// What it takes, in a sentence.
    pub about: Option<LanguageMap>,
}

/// A licence by its SPDX code and the address of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// SPDX code, e.g. `CC-BY-4.0`.
    pub code: String,
    /// Where its text stands.
    pub address: String,
}

/// What a body does for a Call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyRole {
    /// It decides on the Call.
    Steers,
    /// It carries the Call together with those who steer it.
    Partners,
    /// It is asked for advice.
    Advises,
    /// It helps, with money or otherwise.
    Supports,
}

/// A body in one role for a Call, from one date to another: bodies change, records show those of their day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// The same body in two roles has two entries with one key.
    pub key: String,
    /// Its name.
    pub name: LanguageMap,
    /// What it is, in a few sentences.
    pub about: Option<LanguageMap>,
    /// Its web site.
    pub site: Option<String>,
    /// Its names elsewhere, per language: `(service, language, handle)`.
    #[serde(default)]
    pub handles: Vec<(String, String, String)>,
    /// What it does for the Call.
    pub role: BodyRole,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when, inclusive of that year, month or day; empty while it lasts.
    pub until: Option<PartialDate>,
    /// The name of its logo among the Call's files, and the uses it is granted for.
    pub logo: Option<Logo>,
    /// The public page that says so.
    pub source: Option<String>,
}

/// A logo and what it may be used for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Logo {
    /// Name of the file.
    pub file: String,
    /// `register`, `edition`, `certificate`, `embed`.
    pub uses: Vec<String>,
}

impl Body {
    /// Whether it had this role on that day. A year holds all its days, a month likewise.
    pub fn held_on(&self, day: &PartialDate) -> bool {
        let begun = self.from.as_ref().is_none_or(|from| from.sort_key() <= day.sort_key());
        let over = self.until.as_ref().is_some_and(|until| {
            let past_year = day.year() > until.year();
            let past_month = day.year() == until.year()
                && until.month().is_some_and(|m| day.month().is_some_and(|d| d > m));
            let same_month =
                day.year() == until.year() && until.month().is_some() && until.month() == day.month();
            let past_day = same_month && until.day().is_some_and(|u| day.day().is_some_and(|d| d > u));
            past_year || past_month || past_day
        });
        begun && !over
    }
}
