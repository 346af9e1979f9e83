//! The words all may use: moments, partial dates, languages and texts in languages, ids, references, and the
//! reference data (frameworks, countries, places). No file is read here and no clock but [`Clock`] is asked:
//! all data is compiled in.
//!
//! In reading order: when ([`moment`], [`dates`]), who and which ([`ids`], [`actor`], [`reference`]), in what
//! language ([`lang`], [`texts`], [`messages`]), how words are compared ([`folding`]), and the data
//! ([`frameworks`], [`calendar`], [`countries`], [`groups`], [`gazetteer`]).

pub mod actor;
pub mod calendar;
pub mod countries;
pub mod dates;
pub mod folding;
pub mod formats;
pub mod frameworks;
pub mod gazetteer;
pub mod groups;
pub mod ids;
pub mod lang;
pub mod language_names;
pub mod messages;
pub mod moment;
pub mod reference;
pub mod table;
pub mod texts;

pub use actor::Actor;
pub use countries::{Country, Iso2};
pub use dates::{End, PartialDate, Period, Precision};
pub use folding::{fold, slug};
pub use ids::{
    AccountId, ActionId, BodyId, CallId, DeclarationId, DraftId, FileId, GovernmentId, Ids, ImportId,
    InvitationId, MailId, MandateId, PersonId, RequestId, SessionId, SignatureId, VersionId,
};
pub use lang::{Lang, NotATag, Tag};
pub use messages::{Arg, Messages, Say};
pub use moment::{Clock, Moment};
pub use reference::Reference;
pub use texts::{LanguageMap, Origin, Picked, Text};
pub use uuid::Uuid;

/// What stands between two things on one line. A line may end after it, and never begins with the dot.
pub const BESIDE: &str = "\u{a0}· ";
