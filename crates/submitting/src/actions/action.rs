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
    /// A revision of a public action, beside the version that stands; none where none is on its way.
    pub revision: Option<Revision>,
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

/// A revision of a public action: what stands stays until the desk has published it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revision {
    /// Sent; the desk has it.
    Waiting(VersionOf),
    /// Returned with reasons.
    Returned {
        /// What the government reads.
        reasons: String,
    },
}

/// How an action stands. A new stage is a word in the table `action_stage` and a variant here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Begun, not sent yet.
    Draft,
    /// Sent; the desk has it.
    Sent,
    /// With assessors; the desk decides when they are done.
    InAssessment,
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
        /// What everyone reads, in their language.
        reason: WithdrawReason,
    },
    /// Taken off everything to protect people; only a neutral notice stays.
    Protected,
}

/// Why an action was withdrawn: chosen, not written, so that everyone reads it in their language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawReason {
    /// It will not be carried out.
    NotCarriedOut,
    /// It was published by mistake.
    Mistake,
    /// Another record tells the same.
    Duplicate,
    /// The government does not confirm what the source says.
    NotConfirmed,
    /// Another reason, known to the desk.
    Other,
}

impl WithdrawReason {
    /// All of them, in the order of the form.
    pub const ALL: [WithdrawReason; 5] = [
        WithdrawReason::NotCarriedOut,
        WithdrawReason::Mistake,
        WithdrawReason::Duplicate,
        WithdrawReason::NotConfirmed,
        WithdrawReason::Other,
    ];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            WithdrawReason::NotCarriedOut => "not_carried_out",
            WithdrawReason::Mistake => "mistake",
            WithdrawReason::Duplicate => "duplicate",
            WithdrawReason::NotConfirmed => "not_confirmed",
            WithdrawReason::Other => "other",
        }
    }

    /// The message key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            WithdrawReason::NotCarriedOut => "actions-gone-not-carried-out",
            WithdrawReason::Mistake => "actions-gone-mistake",
            WithdrawReason::Duplicate => "actions-gone-duplicate",
            WithdrawReason::NotConfirmed => "actions-gone-not-confirmed",
            WithdrawReason::Other => "actions-gone-other",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<WithdrawReason> {
        WithdrawReason::ALL.into_iter().find(|one| one.word() == word)
    }
}

impl Stage {
    /// Its word in tables and message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Sent => "sent",
            Stage::InAssessment => "in_assessment",
            Stage::Returned { .. } => "returned",
            Stage::Declined { .. } => "declined",
            Stage::Published => "published",
            Stage::OnFile => "on_file",
            Stage::Withdrawn { .. } => "withdrawn",
            Stage::Protected => "protected",
        }
    }

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
        if !from.contains(&self.stage.word()) {
            return Err(self.not_now(asked));
        }
        Ok(Action { stage: to, since: at, ..self })
    }

    fn not_now(&self, asked: &'static str) -> NotNow {
        NotNow { stage: self.stage.word(), asked }
    }

    /// The version that waits for the desk, if one does.
    pub fn waiting(&self) -> Option<&VersionOf> {
        match (&self.stage, &self.revision) {
            (Stage::Sent, _) => self.current.as_ref(),
            (_, Some(Revision::Waiting(version))) => Some(version),
            _ => None,
        }
    }

    /// Whether answers may be written: a draft, a returned action, or a public one of which no revision waits.
    pub fn is_open(&self) -> bool {
        match self.stage {
            Stage::Draft | Stage::Returned { .. } => true,
            Stage::Published | Stage::OnFile => !matches!(self.revision, Some(Revision::Waiting(_))),
            _ => false,
        }
    }

    /// The desk's reasons for which it was returned, while they are to be answered.
    pub fn reasons(&self) -> Option<&str> {
        match (&self.stage, &self.revision) {
            (Stage::Returned { reasons } | Stage::Declined { reasons }, _) => Some(reasons),
            (_, Some(Revision::Returned { reasons })) => Some(reasons),
            _ => None,
        }
    }

    /// It is sent, as this version, under this reference (the one it has, if it has one). What is public stays so.
    pub fn send(self, version: VersionOf, reference: Reference, at: Moment) -> Result<Action, NotNow> {
        if !self.is_open() {
            return Err(self.not_now("sent"));
        }
        let reference = Some(self.reference.clone().unwrap_or(reference));
        if self.stage.is_public() {
            return Ok(Action { revision: Some(Revision::Waiting(version)), reference, ..self });
        }
        Ok(Action { stage: Stage::Sent, since: at, current: Some(version), reference, ..self })
    }

    /// The desk gives it to assessors.
    pub fn assess(self, at: Moment) -> Result<Action, NotNow> {
        self.goes("assessed", &["sent"], Stage::InAssessment, at)
    }

    /// Its assessment is over: it waits for the desk as it did before, since then.
    pub fn conclude(self, sent: Moment) -> Result<Action, NotNow> {
        self.goes("taken out of assessment", &["in_assessment"], Stage::Sent, sent)
    }

    /// The desk returns what waits, with reasons.
    pub fn give_back(self, reasons: String, at: Moment) -> Result<Action, NotNow> {
        if self.stage.is_public() && self.waiting().is_some() {
            return Ok(Action { revision: Some(Revision::Returned { reasons }), ..self });
        }
        self.goes("returned", &["sent"], Stage::Returned { reasons }, at)
    }

    /// The desk declines it with reasons; a revision can only be returned.
    pub fn decline(self, reasons: String, at: Moment) -> Result<Action, NotNow> {
        self.goes("declined", &["sent"], Stage::Declined { reasons }, at)
    }

    /// The desk publishes what waits. What was published before is so since then.
    pub fn publish(self, at: Moment) -> Result<Action, NotNow> {
        match self.waiting().cloned() {
            Some(version) => {
                let since = if self.stage == Stage::Published { self.since } else { at };
                let current = Some(version);
                Ok(Action { stage: Stage::Published, since, current, revision: None, ..self })
            }
            None => Err(self.not_now("published")),
        }
    }

    /// A small correction at the desk: another version takes the place of the public one, or of the one that waits
    /// where nothing is public yet.
    pub fn correct(self, version: VersionOf) -> Result<Action, NotNow> {
        if !self.stage.is_public() && self.stage != Stage::Sent {
            return Err(self.not_now("corrected"));
        }
        Ok(Action { current: Some(version), ..self })
    }

    /// The source says more or other than before: another version of a record on file.
    pub fn read_again(self, version: VersionOf) -> Result<Action, NotNow> {
        if self.stage != Stage::OnFile {
            return Err(self.not_now("entered again"));
        }
        Ok(Action { current: Some(version), ..self })
    }

    /// It is withdrawn in public, for this reason.
    pub fn withdraw(self, reason: WithdrawReason, at: Moment) -> Result<Action, NotNow> {
        let gone = Action { revision: None, ..self };
        gone.goes("withdrawn", &["published", "on_file"], Stage::Withdrawn { reason }, at)
    }

    /// It is taken off everything to protect people. A withdrawn one too may turn out to need it.
    pub fn protect(self, at: Moment) -> Result<Action, NotNow> {
        let gone = Action { revision: None, ..self };
        gone.goes("protected", &["published", "on_file", "withdrawn"], Stage::Protected, at)
    }
}
