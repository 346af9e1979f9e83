//! The noun: an [`Action`] and its stages; what may follow what. No I/O, no clock.

use store::Hash;
use vocabulary::{ActionId, CallId, GovernmentId, Moment, PersonId, Reference};

/// An action: what a government does or pledges to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// Of which Call.
    pub call: CallId,
    /// Its public reference, given at sending or at entering from a source.
    pub reference: Option<Reference>,
    /// Whose it is first of all.
    pub lead: GovernmentId,
    /// Who began it.
    pub author: Option<PersonId>,
    /// How it stands.
    pub stage: Stage,
    /// Since when it stands so.
    pub since: Moment,
    /// The version that stands: the published one, else the one sent last; none for a draft never sent.
    pub current: Option<VersionOf>,
    /// When it was begun or entered.
    pub begun: Moment,
}

/// Which version, and the hash of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionOf {
    /// 1, 2, 3 …
    pub n: i64,
    /// SHA-256 of its canonical JSON.
    pub hash: Hash,
}

/// How an action stands. A new stage is a word in the table `action_stage` and a variant here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Begun, not sent yet.
    Draft,
    /// Sent; the desk has it.
    Sent,
    /// Returned with reasons; the government revises it.
    Returned {
        /// What the government reads.
        reasons: String,
    },
    /// Declined with reasons.
    Declined {
        /// What the government reads.
        reasons: String,
    },
    /// On the register.
    Published,
    /// Entered from a public source, not confirmed by the government. On the register, counted apart.
    OnFile,
    /// Taken back in public, with a reason.
    Withdrawn {
        /// What everyone reads.
        reason: String,
    },
    /// Taken off everything to protect people; only a neutral notice stays.
    Protected,
}

impl Stage {
    /// Its word in tables and message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Sent => "sent",
            Stage::Returned { .. } => "returned",
            Stage::Declined { .. } => "declined",
            Stage::Published => "published",
            Stage::OnFile => "on_file",
            Stage::Withdrawn { .. } => "withdrawn",
            Stage::Protected => "protected",
        }
    }

    /// Every word, for the table.
    pub const WORDS: [&'static str; 8] =
        ["draft", "sent", "returned", "declined", "published", "on_file", "withdrawn", "protected"];

    /// Whether the world may see it.
    pub fn is_public(&self) -> bool {
        matches!(self, Stage::Published | Stage::OnFile)
    }
}

/// What was asked does not follow from how the action stands; somebody may have acted meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this action is {stage}: it cannot be {asked} now; open it again to see how it stands")]
pub struct NotNow {
    /// How it stands.
    pub stage: &'static str,
    /// What was asked.
    pub asked: &'static str,
}

impl Action {
    fn goes(self, asked: &'static str, from: &[&str], to: Stage, at: Moment) -> Result<Action, NotNow> {
        let stage = self.stage.word();
        if !from.contains(&stage) {
            return Err(NotNow { stage, asked });
        }
        Ok(Action { stage: to, since: at, ..self })
    }

    /// It is sent, as this version, under this reference (the one it has, if it has one).
    pub fn send(self, version: VersionOf, reference: Reference, at: Moment) -> Result<Action, NotNow> {
        let reference = self.reference.clone().unwrap_or(reference);
        let sent = self.goes("sent", &["draft", "returned", "on_file"], Stage::Sent, at)?;
        Ok(Action { current: Some(version), reference: Some(reference), ..sent })
    }

    /// The desk returns it with reasons.
    pub fn give_back(self, reasons: String, at: Moment) -> Result<Action, NotNow> {
        self.goes("returned", &["sent"], Stage::Returned { reasons }, at)
    }

    /// The desk declines it with reasons.
    pub fn decline(self, reasons: String, at: Moment) -> Result<Action, NotNow> {
        self.goes("declined", &["sent"], Stage::Declined { reasons }, at)
    }

    /// The desk publishes it.
    pub fn publish(self, at: Moment) -> Result<Action, NotNow> {
        self.goes("published", &["sent"], Stage::Published, at)
    }

    /// A small correction of a published action: another version of it.
    pub fn correct(self, version: VersionOf) -> Result<Action, NotNow> {
        if !self.stage.is_public() {
            return Err(NotNow { stage: self.stage.word(), asked: "corrected" });
        }
        Ok(Action { current: Some(version), ..self })
    }

    /// It is withdrawn in public, with a reason.
    pub fn withdraw(self, reason: String, at: Moment) -> Result<Action, NotNow> {
        self.goes("withdrawn", &["published", "on_file"], Stage::Withdrawn { reason }, at)
    }

    /// It is taken off everything to protect people. A withdrawn one too may turn out to need it.
    pub fn protect(self, at: Moment) -> Result<Action, NotNow> {
        self.goes("protected", &["published", "on_file", "withdrawn"], Stage::Protected, at)
    }
}
