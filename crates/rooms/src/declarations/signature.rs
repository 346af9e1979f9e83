//! The noun: a [`Signature`], a government's act of signing, or what a public source says of one.

use serde::{Deserialize, Serialize};
use vocabulary::{
    DeclarationId, FileId, GovernmentId, Moment, PartialDate, PersonId, Reference, SignatureId, VersionId,
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
    /// Who sent it for the government; none for what was entered from a source.
    pub sent_by: Option<PersonId>,
    /// When it was sent or entered.
    pub at: Moment,
    /// How it stands.
    pub state: SignatureState,
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
    /// A public source that says so in words.
    Explicit,
    /// A public source that lists an action under a Call which only signatories may answer.
    ImpliedByCtaAction,
    /// A public listing of the GFMD's mayors.
    ImpliedByGfmdListing,
}

impl Evidence {
    /// What a government can send.
    pub const SENT: [Evidence; 4] =
        [Evidence::SignedDocument, Evidence::CouncilResolution, Evidence::Letter, Evidence::Ceremony];

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
            Evidence::Explicit => "explicit",
            Evidence::ImpliedByCtaAction => "implied_by_cta_action",
            Evidence::ImpliedByGfmdListing => "implied_by_gfmd_listing",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Evidence> {
        Evidence::SENT.into_iter().chain(Evidence::FROM_SOURCE).find(|evidence| evidence.word() == word)
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Evidence::SignedDocument => "declarations-evidence-signed_document",
            Evidence::CouncilResolution => "declarations-evidence-council_resolution",
            Evidence::Letter => "declarations-evidence-letter",
            Evidence::Ceremony => "declarations-evidence-ceremony",
            Evidence::Explicit => "declarations-evidence-explicit",
            Evidence::ImpliedByCtaAction => "declarations-evidence-implied_by_cta_action",
            Evidence::ImpliedByGfmdListing => "declarations-evidence-implied_by_gfmd_listing",
        }
    }
}

/// How a signature stands; each state carries its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureState {
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
            | SignatureState::Withdrawn { .. } => true,
            SignatureState::Sent | SignatureState::Returned { .. } => false,
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

    /// A verified one is withdrawn: the register shows the day.
    pub fn withdraw(self, reason: String, at: Moment) -> Result<Signature, NotNow> {
        match self.state {
            SignatureState::Verified { at: verified, .. } => {
                Ok(Signature { state: SignatureState::Withdrawn { verified, at, reason }, ..self })
            }
            _ => Err(NotNow),
        }
    }

    /// Whether somebody of the government sent it, in contrast to what was read in a source.
    pub fn was_sent(&self) -> bool {
        self.sent_by.is_some()
    }
}
