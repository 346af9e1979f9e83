//! The noun: a [`Partner`] of an action besides its lead, and how its own word about it stands. No I/O, no clock.
//!
//! Nobody is named in public before they have confirmed it themselves, and nobody after they have taken it back.

use vocabulary::{ActionId, GovernmentId, LanguageMap, Moment, Uuid};

use super::action::NotNow;

/// A partner of an action.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Its id.
    pub id: Uuid,
    /// Of which action.
    pub action: ActionId,
    /// Who it is.
    pub who: WhoTakesPart,
    /// How it stands.
    pub state: PartnerState,
    /// Since when it stands so.
    pub since: Moment,
    /// When it was last asked or reminded.
    pub asked: Option<Moment>,
    /// When it was reminded, if it was since it was asked.
    pub reminded: Option<Moment>,
}

/// Who takes part.
#[derive(Clone, Debug, PartialEq)]
pub enum WhoTakesPart {
    /// A government of the register: whoever has its mandate answers.
    Government(GovernmentId),
    /// Somebody who has no record here: a code to their address answers.
    Body(Body),
}

/// A partner without a record of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// What it is.
    pub kind: BodyKind,
    /// Its name in its own language.
    pub name: LanguageMap,
    /// Its web site.
    pub website: Option<String>,
    /// Where it is asked; private.
    pub address: Option<String>,
}

/// What a partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// A local government that is not on the register.
    LocalGovernment,
    /// A ministry, an agency, a State.
    StateBody,
    /// An agency of the United Nations.
    UnAgency,
    /// An association, a foundation, a movement.
    CivilSociety,
    /// An enterprise.
    Private,
    /// A university, a research institute.
    Academic,
}

impl BodyKind {
    /// All of them, in the order of the form.
    pub const ALL: [BodyKind; 6] = [
        BodyKind::LocalGovernment,
        BodyKind::StateBody,
        BodyKind::UnAgency,
        BodyKind::CivilSociety,
        BodyKind::Private,
        BodyKind::Academic,
    ];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            BodyKind::LocalGovernment => "local_government",
            BodyKind::StateBody => "state_body",
            BodyKind::UnAgency => "un_agency",
            BodyKind::CivilSociety => "civil_society",
            BodyKind::Private => "private",
            BodyKind::Academic => "academic",
        }
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            BodyKind::LocalGovernment => "actions-partners-kind-local-government",
            BodyKind::StateBody => "actions-partners-kind-state-body",
            BodyKind::UnAgency => "actions-partners-kind-un-agency",
            BodyKind::CivilSociety => "actions-partners-kind-civil-society",
            BodyKind::Private => "actions-partners-kind-private",
            BodyKind::Academic => "actions-partners-kind-academic",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<BodyKind> {
        BodyKind::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// How a partner's own word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerState {
    /// Named in the draft, not asked yet.
    Named,
    /// Asked; no answer yet.
    Asked,
    /// It has confirmed: its name is public with the action.
    Confirmed,
    /// It has said no.
    Declined,
    /// It had confirmed and took it back.
    TakenBack,
    /// Whoever drafts has taken it out.
    Removed,
}

impl PartnerState {
    /// All of them.
    pub const ALL: [PartnerState; 6] = [
        PartnerState::Named,
        PartnerState::Asked,
        PartnerState::Confirmed,
        PartnerState::Declined,
        PartnerState::TakenBack,
        PartnerState::Removed,
    ];

    /// Every word, for the table.
    pub const WORDS: [&'static str; 6] = ["named", "asked", "confirmed", "declined", "taken_back", "removed"];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            PartnerState::Named => "named",
            PartnerState::Asked => "asked",
            PartnerState::Confirmed => "confirmed",
            PartnerState::Declined => "declined",
            PartnerState::TakenBack => "taken_back",
            PartnerState::Removed => "removed",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<PartnerState> {
        PartnerState::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether its name may be read in public.
    pub fn is_named_in_public(self) -> bool {
        self == PartnerState::Confirmed
    }
}

/// What a partner answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerAnswer {
    /// It takes part and may be named.
    Confirm,
    /// It does not.
    Decline,
    /// It confirmed once and takes that back.
    TakeBack,
}

impl PartnerAnswer {
    /// Reads the word of a button.
    pub fn parse(word: &str) -> Option<PartnerAnswer> {
        match word {
            "confirm" => Some(PartnerAnswer::Confirm),
            "decline" => Some(PartnerAnswer::Decline),
            "take-back" => Some(PartnerAnswer::TakeBack),
            _ => None,
        }
    }
}

impl Partner {
    fn not_now(&self, asked: &'static str) -> NotNow {
        NotNow { stage: self.state.word(), asked }
    }

    fn goes(
        self,
        asked: &'static str,
        from: &[PartnerState],
        to: PartnerState,
        at: Moment,
    ) -> Result<Partner, NotNow> {
        if !from.contains(&self.state) {
            return Err(self.not_now(asked));
        }
        Ok(Partner { state: to, since: at, ..self })
    }

    /// It is asked to confirm; once more where it said no or took it back.
    pub fn ask(self, at: Moment) -> Result<Partner, NotNow> {
        let from = [PartnerState::Named, PartnerState::Declined, PartnerState::TakenBack];
        let asked = self.goes("asked", &from, PartnerState::Asked, at)?;
        Ok(Partner { asked: Some(at), reminded: None, ..asked })
    }

    /// It is reminded, once for each time it was asked.
    pub fn remind(self, at: Moment) -> Result<Partner, NotNow> {
        match (self.state, self.reminded) {
            (PartnerState::Asked, None) => Ok(Partner { reminded: Some(at), ..self }),
            _ => Err(self.not_now("reminded")),
        }
    }

    /// It answers.
    pub fn answer(self, answer: PartnerAnswer, at: Moment) -> Result<Partner, NotNow> {
        match answer {
            PartnerAnswer::Confirm => {
                self.goes("confirmed", &[PartnerState::Asked], PartnerState::Confirmed, at)
            }
            PartnerAnswer::Decline => {
                self.goes("declined", &[PartnerState::Asked], PartnerState::Declined, at)
            }
            PartnerAnswer::TakeBack => {
                self.goes("taken back", &[PartnerState::Confirmed], PartnerState::TakenBack, at)
            }
        }
    }

    /// Whoever drafts takes it out, however it stands.
    pub fn remove(self, at: Moment) -> Result<Partner, NotNow> {
        let from = &PartnerState::ALL[..5];
        self.goes("removed", from, PartnerState::Removed, at)
    }
}

impl Partner {
    /// Whether nobody can be asked: it has no record here, and nobody knows its address.
    pub fn is_out_of_reach(&self) -> bool {
        matches!(&self.who, WhoTakesPart::Body(body) if body.address.is_none())
    }
}
