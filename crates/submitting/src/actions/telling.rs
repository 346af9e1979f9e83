//! The nouns that only some actions tell: numbers of people, money, figures, links, pictures, an attachment; and what
//! of a content may be public.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use vocabulary::{FileId, PartialDate};

use super::content::{Content, Place};

/// Below this number people might be recognised.
const FEW: u64 = 10;

/// How many people. In public a number below ten is only said to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// A few; the number itself is not public.
    Few(Few),
}

/// The word for a number that is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Few {
    /// Below ten.
    FewerThanTen,
}

impl Count {
    /// As everyone may see it.
    #[must_use]
    pub fn for_public(self) -> Count {
        match self {
            Count::Exactly(n) if n < FEW => Count::Few(Few::FewerThanTen),
            other => other,
        }
    }
}

/// How many people of one group: as planned, and as reached, what was counted apart from what was estimated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// So many are to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Count>,
    /// So many were reached, counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Count>,
    /// So many were reached, estimated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated: Option<Count>,
}

impl Numbers {
    /// Whether none is told.
    pub fn is_empty(&self) -> bool {
        *self == Numbers::default()
    }

    /// Each number with its word.
    pub fn each(&self) -> [(&'static str, Option<Count>); 3] {
        [("planned", self.planned), ("counted", self.counted), ("estimated", self.estimated)]
    }
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// So much, in whole units.
    pub value: u64,
    /// Of this currency, by its code: `KES`.
    pub currency: String,
}

/// One figure of what was or is to be achieved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The value as it was written: `1,250`, `12.5 %`.
    pub value: String,
    /// Of what: `places in early education`.
    pub unit: String,
    /// As of when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

/// A page elsewhere that tells more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkTo {
    /// Its address; always https.
    pub address: String,
    /// What it is called; the address where nothing was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// On what terms others may use a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rights {
    /// Under the licence of the Call.
    Licence,
    /// All rights reserved; shown here with permission.
    Reserved,
}

impl Rights {
    /// Both.
    pub const ALL: [Rights; 2] = [Rights::Licence, Rights::Reserved];

    /// Its word in forms and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Rights::Licence => "licence",
            Rights::Reserved => "reserved",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Rights> {
        Rights::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A picture: which file, and what must be said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The file.
    pub file: FileId,
    /// The SHA-256 of what was kept of it: no version can be given another picture.
    pub hash: String,
    /// Width and height.
    pub size: (u32, u32),
    /// What is seen on it, for who does not see it.
    pub alt: String,
    /// Who made it.
    pub credit: String,
    /// On what terms others may use it.
    pub rights: Rights,
}

/// A document to an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The file.
    pub file: FileId,
    /// The SHA-256 of its content.
    pub hash: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The name it is saved under.
    pub name: String,
    /// What it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Whether everyone may have it; else only the desk and those who act for the government.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

impl Content {
    /// What of it everyone may see: small numbers only said to be small, exact places left out where the district is
    /// to be shown, no picture that is hidden, no attachment that is private, and nothing that is said to the desk.
    #[must_use]
    pub fn for_public(&self, hidden: &BTreeSet<FileId>) -> Content {
        let mut public = self.clone();
        public.portals.clear();
        for numbers in public.numbers.values_mut() {
            for count in [&mut numbers.planned, &mut numbers.counted, &mut numbers.estimated] {
                *count = count.map(Count::for_public);
            }
        }
        public.pictures.retain(|picture| !hidden.contains(&picture.file));
        public.attachment = public.attachment.filter(|file| file.open);
        if public.coarse {
            let country = public.places.iter().find_map(|place| place.country);
            public.places.retain(|place| place.geonames.is_some());
            let name = std::mem::take(&mut public.district);
            if !name.is_empty() {
                public.places.push(Place { name, country, geonames: None, point: None });
            }
        }
        public
    }
}
