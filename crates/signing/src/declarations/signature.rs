//! The noun: a [`Signature`], a government's act of signing, or what a public source says of one.

use serde::{Deserialize, Serialize};
use vocabulary::{
    DeclarationId, FileId, GovernmentId, Lang, Moment, PartialDate, PersonId, Reference, SignatureId,
    VersionId,
};

/// A government's signature of a declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// Its id.
    pub id: SignatureId,
    /// Its public reference: `SG-00042`.
    pub reference: Reference,
    /// Of which declaration.
    pub declaration: DeclarationId,
    /// Of which version of its text; none where a source does not say.
    pub version: Option<VersionId>,
    /// Whose signature it is.
    pub government: GovernmentId,
    /// Who signed, in what capacity and where; none where a source does not say.
    pub signer: Option<Signer>,
    /// When it was signed, as far as that is known.
    pub date: Option<PartialDate>,
    /// On what it is known.
    pub evidence: Evidence,
    /// The evidence as a file; private.
    pub file: Option<FileId>,
    /// A copy of the evidence in which the secretariat has blackened what is nobody's business; public.
    pub copy: Option<FileId>,
    /// Who sent it for the government, or entered it at the desk; none for what was entered from a source.
    pub sent_by: Option<PersonId>,
    /// Who wrote it down.
    pub hand: Hand,
    /// To what whoever signed has agreed.
    pub consent: Option<Consent>,
    /// When it was sent or entered.
    pub at: Moment,
    /// How it stands.
    pub state: SignatureState,
}

/// Who wrote a signature down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The government itself, or nobody: what a source says.
    Government,
    /// The secretariat, from a paper that it was sent.
    Desk,
}

impl Hand {
    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Hand::Government => "government",
            Hand::Desk => "desk",
        }
    }
}

/// That a person agrees to be named in public: to which words, in which language, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The version of the words.
    pub words: String,
    /// The language in which they were read.
    pub lang: Lang,
    /// When.
    pub at: Moment,
}

impl Consent {
    /// The words as they stand today, read in this language.
    pub fn given(lang: Lang, at: Moment) -> Consent {
        Consent { words: "named-2".to_owned(), lang, at }
    }
}

/// Who signed. A name and a title are written as the person writes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// A title or form of address, if any.
    #[serde(default)]
    pub title: Option<String>,
    /// The function in the government.
    pub function: String,
    /// In what capacity.
    pub capacity: Capacity,
    /// Where it was signed.
    #[serde(default)]
    pub place: Option<String>,
}

/// In what capacity somebody signs for a government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// As its elected head.
    Head,
    /// On behalf of its elected head.
    OnBehalf,
    /// By decision of its council.
    Council,
    /// As somebody it has named for this.
    Delegate,
}

impl Capacity {
    /// Every capacity, in the order in which the form offers them.
    pub const ALL: [Capacity; 4] =
        [Capacity::Head, Capacity::OnBehalf, Capacity::Council, Capacity::Delegate];

    /// Its word in forms and records.
    pub fn word(self) -> &'static str {
        match self {
            Capacity::Head => "head",
            Capacity::OnBehalf => "on_behalf",
            Capacity::Council => "council",
            Capacity::Delegate => "delegate",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Capacity> {
        Capacity::ALL.into_iter().find(|capacity| capacity.word() == word)
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Capacity::Head => "declarations-capacity-head",
            Capacity::OnBehalf => "declarations-capacity-on_behalf",
            Capacity::Council => "declarations-capacity-council",
            Capacity::Delegate => "declarations-capacity-delegate",
        }
    }
}

/// On what a signature is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The signed document.
    SignedDocument,
    /// A resolution of the council.
    CouncilResolution,
    /// A letter of the government.
    Letter,
    /// A photo or record of the signing.
    Ceremony,
    /// The mandate of the officer, which says that its holder may sign alone.
    Mandate,
    /// A code sent to the office's own address, which the person who signed has typed in.
    Code,
    /// A public source that says so in words.
    Explicit,
    /// A public source that lists an action under a Call which only signatories may answer.
    ImpliedByCtaAction,
    /// A public listing of the GFMD's mayors.
    ImpliedByGfmdListing,
}

impl Evidence {
    /// What a government can send as a file.
    pub const SENT: [Evidence; 4] =
        [Evidence::SignedDocument, Evidence::CouncilResolution, Evidence::Letter, Evidence::Ceremony];

    /// What needs no file: the house has seen it itself.
    pub const SEEN: [Evidence; 2] = [Evidence::Code, Evidence::Mandate];

    /// What a public source can be.
    pub const FROM_SOURCE: [Evidence; 3] =
        [Evidence::Explicit, Evidence::ImpliedByCtaAction, Evidence::ImpliedByGfmdListing];

    /// Its word in tables, files and forms.
    pub fn word(self) -> &'static str {
        match self {
            Evidence::SignedDocument => "signed_document",
            Evidence::CouncilResolution => "council_resolution",
            Evidence::Letter => "letter",
            Evidence::Ceremony => "ceremony",
            Evidence::Mandate => "mandate",
            Evidence::Code => "code",
            Evidence::Explicit => "explicit",
            Evidence::ImpliedByCtaAction => "implied_by_cta_action",
            Evidence::ImpliedByGfmdListing => "implied_by_gfmd_listing",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Evidence> {
        let all = Evidence::SENT.into_iter().chain(Evidence::SEEN).chain(Evidence::FROM_SOURCE);
        all.into_iter().find(|evidence| evidence.word() == word)
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Evidence::SignedDocument => "declarations-evidence-signed_document",
            Evidence::CouncilResolution => "declarations-evidence-council_resolution",
            Evidence::Letter => "declarations-evidence-letter",
            Evidence::Ceremony => "declarations-evidence-ceremony",
            Evidence::Mandate => "declarations-evidence-mandate",
            Evidence::Code => "declarations-evidence-code",
            Evidence::Explicit => "declarations-evidence-explicit",
            Evidence::ImpliedByCtaAction => "declarations-evidence-implied_by_cta_action",
            Evidence::ImpliedByGfmdListing => "declarations-evidence-implied_by_gfmd_listing",
        }
    }
}

/// How a signature stands; each state carries its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureState {
    /// Prepared by an officer; it waits for the person who signs, who was asked for it by a letter.
    Prepared,
    /// Prepared, and then given up: taken back, refused, or not answered in time.
    Dropped,
    /// Sent; the desk has not answered.
    Sent,
    /// Verified by the desk: the government is a signatory.
    Verified {
        /// When.
        at: Moment,
        /// By whom.
        by: PersonId,
    },
    /// Returned by the desk with reasons; it may be sent anew.
    Returned {
        /// When.
        at: Moment,
        /// By whom.
        by: PersonId,
        /// Why.
        reasons: String,
    },
    /// Entered from a public source, not confirmed by the government.
    OnFile {
        /// The address it was read at.
        source: String,
    },
    /// Suspended by the secretariat, in public, until it lifts that again.
    Suspended {
        /// When it had been verified,
        verified: Moment,
        /// and by whom.
        by: PersonId,
        /// When it was suspended.
        at: Moment,
        /// Why; kept at the desk.
        reason: String,
    },
    /// Withdrawn in public.
    Withdrawn {
        /// When it had been verified.
        verified: Moment,
        /// When it was withdrawn.
        at: Moment,
        /// Why; kept at the desk.
        reason: String,
    },
}

impl SignatureState {
    /// Its word in tables, tokens and message keys.
    pub fn word(&self) -> &'static str {
        match self {
            SignatureState::Prepared => "prepared",
            SignatureState::Dropped => "dropped",
            SignatureState::Suspended { .. } => "suspended",
            SignatureState::Sent => "sent",
            SignatureState::Verified { .. } => "verified",
            SignatureState::Returned { .. } => "returned",
            SignatureState::OnFile { .. } => "on_file",
            SignatureState::Withdrawn { .. } => "withdrawn",
        }
    }

    /// The message key of its name.
    pub fn key(&self) -> &'static str {
        match self {
            SignatureState::Prepared => "declarations-state-prepared",
            SignatureState::Dropped => "declarations-state-dropped",
            SignatureState::Suspended { .. } => "declarations-state-suspended",
            SignatureState::Sent => "declarations-state-sent",
            SignatureState::Verified { .. } => "declarations-state-verified",
            SignatureState::Returned { .. } => "declarations-state-returned",
            SignatureState::OnFile { .. } => "declarations-state-on_file",
            SignatureState::Withdrawn { .. } => "declarations-state-withdrawn",
        }
    }

    /// Whether anybody may see it.
    pub fn is_public(&self) -> bool {
        match self {
            SignatureState::Verified { .. }
            | SignatureState::OnFile { .. }
            | SignatureState::Suspended { .. }
            | SignatureState::Withdrawn { .. } => true,
            SignatureState::Prepared
            | SignatureState::Dropped
            | SignatureState::Sent
            | SignatureState::Returned { .. } => false,
        }
    }
}

/// The signature was answered or withdrawn meanwhile, or never waited for this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this signature is not in a state for that any more: somebody has answered or withdrawn it; open the page again"
)]
pub struct NotNow;

impl Signature {
    /// The desk verifies it.
    pub fn verify(self, by: PersonId, at: Moment) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Sent => Ok(Signature { state: SignatureState::Verified { at, by }, ..self }),
            _ => Err(NotNow),
        }
    }

    /// The desk returns it with reasons.
    pub fn send_back(self, by: PersonId, reasons: String, at: Moment) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Sent => {
                Ok(Signature { state: SignatureState::Returned { at, by, reasons }, ..self })
            }
            _ => Err(NotNow),
        }
    }

    /// A verified or suspended one is withdrawn: the register shows the day.
    pub fn withdraw(self, reason: String, at: Moment) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Verified { at: verified, .. } | SignatureState::Suspended { verified, .. } => {
                Ok(Signature { state: SignatureState::Withdrawn { verified, at, reason }, ..self })
            }
            _ => Err(NotNow),
        }
    }

    /// The person who signs has signed: from now on it waits for the desk.
    pub fn signed(self, consent: Consent) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Prepared => {
                let (at, date) = (consent.at, PartialDate::from(consent.at.date()));
                let state = SignatureState::Sent;
                Ok(Signature { state, at, date: Some(date), consent: Some(consent), ..self })
            }
            _ => Err(NotNow),
        }
    }

    /// What was prepared is given up.
    pub fn drop(self) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Prepared => Ok(Signature { state: SignatureState::Dropped, ..self }),
            _ => Err(NotNow),
        }
    }

    /// The desk suspends it: it is no longer enough for what asks for a signature.
    pub fn suspend(self, reason: String, at: Moment) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Verified { at: verified, by } => {
                Ok(Signature { state: SignatureState::Suspended { verified, by, at, reason }, ..self })
            }
            _ => Err(NotNow),
        }
    }

    /// The desk lifts the suspension: it stands as it was verified.
    pub fn lift(self) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Suspended { verified, by, .. } => {
                Ok(Signature { state: SignatureState::Verified { at: verified, by }, ..self })
            }
            _ => Err(NotNow),
        }
    }

    /// Whether it may be confirmed anew, as after an election: it stands.
    pub fn may_be_reconfirmed(&self) -> Result<(), NotNow> {
        match self.state {
            SignatureState::Verified { .. } => Ok(()),
            _ => Err(NotNow),
        }
    }

    /// Whether it keeps its government from signing the same declaration once more.
    pub fn lives(&self) -> bool {
        matches!(
            self.state,
            SignatureState::Prepared
                | SignatureState::Sent
                | SignatureState::Verified { .. }
                | SignatureState::Suspended { .. }
        )
    }

    /// Whether somebody sent it, in contrast to what was read in a source.
    pub fn was_sent(&self) -> bool {
        self.sent_by.is_some()
    }
}
