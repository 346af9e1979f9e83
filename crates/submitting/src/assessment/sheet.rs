//! The noun: a [`Sheet`], on which one assessor marks and comments.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calls::{Criterion, HIGHEST};

/// The most characters of a comment.
pub const COMMENT_MOST: usize = 3000;

/// What one assessor says to one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Mark {
    /// A mark, 0 to 4.
    Score(u8),
    /// The answers do not allow to judge. It is an answer, and not 0.
    CannotJudge,
}

impl Mark {
    /// Every answer in the order of the form.
    pub fn all() -> impl Iterator<Item = Mark> {
        (0..=HIGHEST).map(Mark::Score).chain([Mark::CannotJudge])
    }

    /// Its word in forms and tables.
    pub fn word(self) -> String {
        match self {
            Mark::Score(score) => score.to_string(),
            Mark::CannotJudge => "none".to_owned(),
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Mark> {
        Mark::all().find(|mark| mark.word() == word)
    }
}

impl From<Mark> for String {
    fn from(mark: Mark) -> String {
        mark.word()
    }
}

impl TryFrom<String> for Mark {
    type Error = String;

    fn try_from(word: String) -> Result<Mark, String> {
        Mark::parse(&word).ok_or_else(|| format!("“{word}” is no mark"))
    }
}

/// Marks and comments of one assessor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Criterion → mark.
    pub marks: BTreeMap<String, Mark>,
    /// What the city may read once the desk has decided.
    pub to_city: String,
    /// What only the desk reads.
    pub to_desk: String,
}

impl Sheet {
    /// The criteria without a mark.
    pub fn missing<'a>(&self, rubric: &'a [Criterion]) -> Vec<&'a Criterion> {
        rubric.iter().filter(|criterion| !self.marks.contains_key(&criterion.key)).collect()
    }
}

/// The mean of marks in hundredths, over those that judge; none where nobody could.
pub fn mean(marks: impl IntoIterator<Item = Mark>) -> Option<u32> {
    let scores: Vec<u32> = marks
        .into_iter()
        .filter_map(|mark| match mark {
            Mark::Score(score) => Some(u32::from(score)),
            Mark::CannotJudge => None,
        })
        .collect();
    let n = u32::try_from(scores.len()).ok().filter(|n| *n > 0)?;
    Some((scores.iter().sum::<u32>() * 100 + n / 2) / n)
}
