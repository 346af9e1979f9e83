//! Which values an address may ask for. Of most groups the list itself says which there are; any language, any collection and
//! any year would look like one, so that of these only what has a name, or what a record holds, is known.

use vocabulary::{Say, Tag, language_names};

use super::facets::{List, UNKNOWN, YEAR_GROUPS};
use super::range;
use super::words::Words;
use crate::House;

/// Who is asked whether there is a value.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// Whose records may hold it.
    pub house: &'a House,
    /// In which list.
    pub list: List,
    /// What the Call names.
    pub words: &'a Words,
    /// What has words.
    pub say: &'a Say,
}

impl Known<'_> {
    /// The value that is meant by what stands in an address; none where there is no such value.
    pub fn value(self, group: &str, written: &str) -> Option<String> {
        let value = self.list.meant(group, written, self.words, self.say)?;
        let is_known = self.is_named(group, &value) || self.house.index.holds(&format!("{group}/{value}"));
        is_known.then(|| value.into_owned())
    }

    /// Whether it is known without looking at any record.
    fn is_named(self, group: &str, value: &str) -> bool {
        match group {
            "lang" => Tag::parse(value).is_ok_and(|tag| language_names::is_known(&tag)),
            "origin" => self.say.has(&format!("register-origin-{}", value.replace('_', "-"))),
            group if YEAR_GROUPS.contains(&group) => {
                value == UNKNOWN || range::number(range::YEAR, value).is_some()
            }
            _ => true,
        }
    }
}
