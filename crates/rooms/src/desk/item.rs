//! The noun: an [`Item`], something that waits for the secretariat, with its owner and the day it is due. No I/O.

use vocabulary::{Moment, PersonId, Uuid};

/// What kind of thing waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A request to act for a government.
    Mandate,
    /// A change of a government's name, kind or official domain.
    Change,
    /// Two governments that look alike and may be one.
    Merge,
    /// A signature to verify.
    Signature,
    /// An action that was sent.
    Action,
    /// An action entered on behalf of a government that has not confirmed it yet.
    Behalf,
    /// An assessment for which the desk has something to do.
    Assessment,
    /// An assessment that waits for marks: nothing is to be done before they are due.
    Marks,
}

impl Kind {
    /// All of them, in the order of the counts.
    pub const ALL: [Kind; 8] = [
        Kind::Mandate,
        Kind::Change,
        Kind::Merge,
        Kind::Signature,
        Kind::Action,
        Kind::Behalf,
        Kind::Assessment,
        Kind::Marks,
    ];

    /// Its word in addresses and tables.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Mandate => "mandate",
            Kind::Change => "change",
            Kind::Merge => "merge",
            Kind::Signature => "signature",
            Kind::Action => "action",
            Kind::Behalf => "behalf",
            Kind::Assessment => "assessment",
            Kind::Marks => "marks",
        }
    }

    /// The message key of its count.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Mandate => "desk-count-mandates",
            Kind::Change => "desk-count-changes",
            Kind::Merge => "desk-count-merges",
            Kind::Signature => "desk-count-signatures",
            Kind::Action => "desk-count-actions",
            Kind::Behalf => "desk-count-behalf",
            Kind::Assessment => "desk-count-assessments",
            Kind::Marks => "desk-count-marks",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Within so many days the secretariat wants to have answered.
    pub fn days(self) -> i64 {
        match self {
            Kind::Mandate | Kind::Change | Kind::Merge => 5,
            Kind::Signature => 10,
            Kind::Action => 21,
            Kind::Behalf => 14,
            Kind::Assessment => 7,
            Kind::Marks => 0,
        }
    }
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What kind of thing,
    pub kind: Kind,
    /// and which.
    pub thing: Uuid,
    /// What it is, in the reader's language.
    pub what: String,
    /// Its page, without the language.
    pub path: String,
    /// The government it is about: its name and the path of its page.
    pub government: (String, String),
    /// Since when it waits.
    pub since: Moment,
    /// When it is due.
    pub due: Moment,
    /// What is to be done, by message key.
    pub next: &'static str,
    /// Where that is done, where it is not on the thing's own page; a path without the language.
    pub first: Option<String>,
    /// Whether others have to act before the desk has, until it is due.
    pub with_others: bool,
    /// Who has taken it.
    pub owner: Option<PersonId>,
}

/// Which items a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// All of them.
    #[default]
    All,
    /// Those that one has taken.
    Mine,
}

impl Whose {
    /// Its word in tables and forms.
    pub fn word(self) -> &'static str {
        match self {
            Whose::All => "all",
            Whose::Mine => "mine",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Whose> {
        [Whose::All, Whose::Mine].into_iter().find(|whose| whose.word() == word)
    }
}

/// The items of a list: oldest first; those that wait for others only when they are asked for or late.
pub fn list(mut items: Vec<Item>, whose: Whose, me: PersonId, only: Option<Kind>, now: Moment) -> Vec<Item> {
    items.retain(|item| whose == Whose::All || item.owner == Some(me));
    items.retain(|item| match only {
        Some(kind) => item.kind == kind,
        None => !item.with_others || item.due <= now,
    });
    items.sort_by_key(|item| (item.since, item.kind, item.thing));
    items
}

/// How many items one page of a list shows.
pub const PAGE: usize = 50;

/// One page of a list, and which one it is: the last one where there are fewer.
pub fn paged<T>(items: Vec<T>, page: usize) -> (Vec<T>, usize) {
    let last = items.len().div_ceil(PAGE).max(1);
    let page = page.clamp(1, last);
    (items.into_iter().skip((page - 1) * PAGE).take(PAGE).collect(), page)
}

/// A path in which the list goes on that one has chosen: of one kind, or of every kind.
pub fn kept_to(path: &str, only: Option<Kind>) -> String {
    match only {
        Some(kind) if path.contains('?') => format!("{path}&only={}", kind.word()),
        Some(kind) => format!("{path}?only={}", kind.word()),
        None => path.to_owned(),
    }
}

/// Which way one goes through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a younger one.
    Next,
    /// To an older one.
    Previous,
}

/// The item beside another one; from one that waits no more, the way leads to the end it comes from.
pub fn beside(items: &[Item], from: (Kind, Uuid), way: Way) -> Option<&Item> {
    let here = items.iter().position(|item| (item.kind, item.thing) == from);
    match (here, way) {
        (Some(at), Way::Next) => items.get(at + 1),
        (Some(at), Way::Previous) => at.checked_sub(1).and_then(|before| items.get(before)),
        (None, Way::Next) => items.first(),
        (None, Way::Previous) => items.last(),
    }
}
