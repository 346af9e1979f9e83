//! What happened, as a room tells it: no text, no personal data.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::Actor;

use crate::Hash;

/// A fact to be told; see [`crate::Tx::tell`].
#[derive(Clone, Debug)]
pub struct Fact {
    /// What happened: "action.sent".
    pub kind: &'static str,
    /// To what it happened.
    pub subject: Subject,
    /// Who did it.
    pub actor: Actor,
    /// The Call it belongs to, if any.
    pub call: Option<Uuid>,
    /// Who may come to know it.
    pub audience: Audience,
    /// A few small values that followers need; no text, no personal data.
    pub note: Value,
    /// The hash of the version it concerns.
    pub version: Option<Hash>,
}

impl Fact {
    /// A fact for the desk alone; the audience and the rest may be added.
    pub fn new(kind: &'static str, subject: Subject, actor: Actor) -> Self {
        let note = Value::Object(serde_json::Map::new());
        Self { kind, subject, actor, call: None, audience: Audience::Desk, note, version: None }
    }

    /// Anybody may come to know it.
    pub fn public(mut self) -> Self {
        self.audience = Audience::Public;
        self
    }

    /// Its parties may come to know it.
    pub fn parties(mut self) -> Self {
        self.audience = Audience::Parties;
        self
    }

    /// It belongs to a Call.
    pub fn call(mut self, call: impl Into<Uuid>) -> Self {
        self.call = Some(call.into());
        self
    }

    /// Small values that followers need.
    pub fn note(mut self, note: Value) -> Self {
        self.note = note;
        self
    }

    /// It concerns this version.
    pub fn version(mut self, version: Hash) -> Self {
        self.version = Some(version);
        self
    }
}

/// A thing that facts are told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its kind: "action".
    pub kind: &'static str,
    /// Its id.
    pub id: Uuid,
}

impl Subject {
    /// The thing of that kind with that id.
    pub fn new(kind: &'static str, id: impl Into<Uuid>) -> Self {
        Self { kind, id: id.into() }
    }
}

/// Who may come to know a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Everybody.
    Public,
    /// The parties of its subject and the desk.
    Parties,
    /// The desk.
    Desk,
}

impl Audience {
    /// Its word in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Parties => "parties",
            Self::Desk => "desk",
        }
    }

    /// Reads its word.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Public, Self::Parties, Self::Desk].into_iter().find(|a| a.code() == code)
    }
}
