//! The nouns: an [`Assessment`] of one version of an action, and the [`Assignment`]s of those who assess it. No I/O, no
//! clock.

use vocabulary::{ActionId, CallId, Moment, PersonId};

use super::interest::{Interests, Verdict};

vocabulary::id_type! {
    /// An assessment of one version of an action.
    AssessmentId;
    /// That one person was asked to assess.
    AssignmentId;
}

/// At most so many assess one version.
pub const PANEL_MOST: usize = 2;

/// An assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// Of which action,
    pub action: ActionId,
    /// in which version,
    pub n: i64,
    /// by the rubric of which Call.
    pub call: CallId,
    /// Since when.
    pub opened: Moment,
    /// How it stands.
    pub state: State,
}

/// How an assessment stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Under way.
    Open,
    /// The desk has decided; what was for the city is released.
    Decided {
        /// What.
        what: Decision,
        /// What the city reads; empty only where it was published.
        reasons: String,
        /// By whom.
        by: PersonId,
        /// When.
        at: Moment,
    },
    /// Called off before anybody had handed in marks.
    CalledOff {
        /// When.
        at: Moment,
    },
}

/// What the desk decides upon an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It goes onto the register.
    Publish,
    /// The city revises it.
    Revise,
    /// It is not taken up.
    Decline,
}

impl Decision {
    /// All of them.
    pub const ALL: [Decision; 3] = [Decision::Publish, Decision::Revise, Decision::Decline];

    /// Its word in tables, addresses and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Decision::Publish => "publish",
            Decision::Revise => "revise",
            Decision::Decline => "decline",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// One person's part in an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Who.
    pub assessor: PersonId,
    /// Since when.
    pub given: Moment,
    /// Until when the marks are asked for.
    pub due: Moment,
    /// How it stands.
    pub part: Part,
    /// Since when it stands so.
    pub since: Moment,
    /// What ties the assessor to the government; none before they have said.
    pub interests: Interests,
    /// Why the desk accepted what was declared, or why the assessor declined.
    pub reason: Option<String>,
}

/// How one person's part stands. A new one is a word in the table `assessment_part` and a variant here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Asked; has not said yet what ties them to the government.
    Asked,
    /// Has declared an interest; the desk says whether it matters.
    Declared,
    /// May read and mark.
    Accepted,
    /// Has handed in marks.
    In,
    /// Is tied to the government and may not assess it.
    Barred,
    /// Has declined.
    Declined,
    /// Was taken off by the desk.
    TakenOff,
}

impl Part {
    /// All of them.
    pub const ALL: [Part; 7] =
        [Part::Asked, Part::Declared, Part::Accepted, Part::In, Part::Barred, Part::Declined, Part::TakenOff];

    /// Its word in tables and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Part::Asked => "asked",
            Part::Declared => "declared",
            Part::Accepted => "accepted",
            Part::In => "in",
            Part::Barred => "barred",
            Part::Declined => "declined",
            Part::TakenOff => "taken_off",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether marks are still to come.
    pub fn is_outstanding(self) -> bool {
        matches!(self, Part::Asked | Part::Declared | Part::Accepted)
    }

    /// Whether the person is of the panel.
    pub fn is_active(self) -> bool {
        self.is_outstanding() || self == Part::In
    }
}

/// What was asked does not follow from how the assessment stands; somebody may have acted meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this does not follow from how the assessment stands; open it again to see what has changed")]
pub struct NotNow;

impl Assignment {
    fn goes(self, from: &[Part], to: Part, at: Moment) -> Result<Assignment, NotNow> {
        match from.contains(&self.part) {
            true => Ok(Assignment { part: to, since: at, ..self }),
            false => Err(NotNow),
        }
    }

    /// The assessor says what ties them to the government.
    pub fn declare(self, interests: Interests, at: Moment) -> Result<Assignment, NotNow> {
        let to = match interests.verdict() {
            Verdict::Free => Part::Accepted,
            Verdict::Declared => Part::Declared,
            Verdict::Barred => Part::Barred,
        };
        let declared = self.goes(&[Part::Asked], to, at)?;
        Ok(Assignment { interests, ..declared })
    }

    /// The desk accepts what was declared, with a reason.
    pub fn accept(self, reason: String, at: Moment) -> Result<Assignment, NotNow> {
        let accepted = self.goes(&[Part::Declared], Part::Accepted, at)?;
        Ok(Assignment { reason: Some(reason), ..accepted })
    }

    /// The assessor cannot do it.
    pub fn decline(self, reason: String, at: Moment) -> Result<Assignment, NotNow> {
        let declined = self.goes(&[Part::Asked, Part::Declared, Part::Accepted], Part::Declined, at)?;
        Ok(Assignment { reason: Some(reason), ..declined })
    }

    /// The desk takes the person off; never one whose marks are in.
    pub fn take_off(self, at: Moment) -> Result<Assignment, NotNow> {
        self.goes(&[Part::Asked, Part::Declared, Part::Accepted], Part::TakenOff, at)
    }

    /// The marks are in.
    pub fn hand_in(self, at: Moment) -> Result<Assignment, NotNow> {
        self.goes(&[Part::Accepted], Part::In, at)
    }
}

/// Whether every mark that is to come has come, and there is one at all.
pub fn complete(panel: &[Assignment]) -> bool {
    let any = panel.iter().any(|one| one.part == Part::In);
    any && !panel.iter().any(|one| one.part.is_outstanding())
}

impl Assessment {
    /// Whether it is under way.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// The desk decides, when every mark is in.
    pub fn decide(
        self,
        panel: &[Assignment],
        what: Decision,
        reasons: String,
        by: PersonId,
        at: Moment,
    ) -> Result<Assessment, NotNow> {
        match self.is_open() && complete(panel) {
            true => Ok(Assessment { state: State::Decided { what, reasons, by, at }, ..self }),
            false => Err(NotNow),
        }
    }

    /// The desk calls it off, as long as nobody has handed in marks.
    pub fn call_off(self, panel: &[Assignment], at: Moment) -> Result<Assessment, NotNow> {
        match self.is_open() && !panel.iter().any(|one| one.part == Part::In) {
            true => Ok(Assessment { state: State::CalledOff { at }, ..self }),
            false => Err(NotNow),
        }
    }
}
