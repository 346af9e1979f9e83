//! What an archive says about itself.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::Moment;

use crate::folder::Purpose;
use crate::{Hash, Position};

/// The form that is written here. It grows when something that reads the old one would misread the new one.
pub const FORMAT: u64 = 1;

/// What an archive is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// To go on from: with the key and everything else that is secret.
    Backup,
    /// To be read elsewhere: without what is secret.
    Export,
}

impl What {
    /// The word for it in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Export => "export",
        }
    }
}

/// `manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the archive: [`FORMAT`].
    pub format: u64,
    /// What it is for.
    pub what: What,
    /// The version of the program that wrote it.
    pub program: String,
    /// When it was written.
    pub made: Moment,
    /// What the house is for.
    pub purpose: Purpose,
    /// The epoch of the journal.
    pub epoch: Uuid,
    /// The position of the last fact.
    pub position: Position,
    /// The hash of the last fact.
    pub hash: Hash,
    /// The steps of the schema that were run, in the order in which they are to be run.
    pub steps: Vec<String>,
    /// Tables whose rows were left out on purpose.
    pub left_out: Vec<String>,
    /// Files that the rows name and that were not in the data folder, or not with that content.
    pub missing: Vec<Hash>,
    /// Every other member.
    pub members: Vec<Member>,
}

/// What is known of one member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its name inside.
    pub name: String,
    /// How many rows it has, if it is a table.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rows: Option<u64>,
    /// Its length, unpacked.
    pub bytes: u64,
    /// The hash of its content, unpacked.
    pub sha256: Hash,
}

impl Manifest {
    /// All rows together.
    pub fn rows(&self) -> u64 {
        self.members.iter().filter_map(|member| member.rows).sum()
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.members.iter().filter(|member| member.name.starts_with(super::FILES)).count()
    }
}
