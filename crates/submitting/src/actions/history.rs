//! The noun: the [`History`] of a public action, every version that was public with what it said. It is a public record
//! of its own beside the action's, so that the action's stays small; nothing stands in it that is not public now.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use store::Fault;
use vocabulary::{FileId, LanguageMap, Moment};
use web::Problem;

use super::content::Content;
use super::public::PublicVersion;
use super::version::Version;
use crate::House;
use crate::register::{self, Card, Findable, Found, PublicRecord};

/// The kind of the public record.
pub const HISTORY: &str = "action_history";

/// Every version that was public.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The oldest first, each with what of it everyone may see now.
    pub versions: Vec<(PublicVersion, Content)>,
    /// The wordings of the editor's summary that were public, the oldest first, each with the moment since which it was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub summaries: Vec<(Moment, LanguageMap)>,
}

/// That something was taken out of every version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// Which field: its word, or `picture`.
    pub field: String,
    /// When.
    pub at: Moment,
}

impl History {
    /// What everyone may see of these versions and wordings; nothing where there is but one version, and no summary was worded
    /// after it. What the version that stands keeps back, to protect people, its forerunners keep back too.
    pub fn of(
        versions: &[Version],
        wordings: &[(Moment, LanguageMap)],
        stands: &Content,
        hidden: &BTreeSet<FileId>,
    ) -> Option<History> {
        let shown: Vec<(PublicVersion, Content)> = versions
            .iter()
            .filter_map(|version| {
                let mut content = version.content.clone();
                if stands.coarse {
                    content.coarse = true;
                    content.district.clone_from(&stands.district);
                }
                if stands.attachment.as_ref().is_none_or(|file| !file.open) {
                    content.attachment = None;
                }
                Some((PublicVersion::of(version)?, content.for_public(hidden)))
            })
            .collect();
        let begun = shown.first()?.0.at;
        let summaries = public_since(begun, wordings);
        let came_later = summaries.iter().any(|(since, _)| *since > begun);
        (shown.len() > 1 || summaries.len() > 1 || came_later)
            .then_some(History { versions: shown, summaries })
    }

    /// When something last changed in it.
    fn updated(&self) -> Option<Moment> {
        let versions = self.versions.iter().map(|(version, _)| version.at);
        versions.chain(self.summaries.iter().map(|(at, _)| *at)).max()
    }

    /// The history of this action where it has one, with the mark of what it says.
    pub(super) async fn find(house: &House, key: &str) -> Result<Option<(History, String)>, Problem> {
        let Found::Here(record) = register::find(house.store.read(), HISTORY, key).await? else {
            return Ok(None);
        };
        let mark = store::canonical(&record)?.1.to_string();
        let history = serde_json::from_value(record.body)
            .map_err(|error| Problem::broken(format!("the history of an action cannot be read: {error}")))?;
        Ok(Some((history, mark)))
    }

    /// The public record of it, under the reference of its action.
    pub fn record(&self, key: &str) -> Result<PublicRecord, Fault> {
        let updated = self.updated().unwrap_or(Moment::from_unix(0));
        Ok(PublicRecord {
            kind: HISTORY.to_owned(),
            key: key.to_owned(),
            slug: String::new(),
            card: Card::bare(updated),
            find: Findable::default(),
            body: serde_json::to_value(self)?,
        })
    }
}

/// The wordings that stood at that moment or came after it, the first of them since then.
fn public_since(begun: Moment, wordings: &[(Moment, LanguageMap)]) -> Vec<(Moment, LanguageMap)> {
    let before = wordings.iter().filter(|(at, _)| *at < begun).count().saturating_sub(1);
    wordings[before..].iter().map(|(at, text)| ((*at).max(begun), text.clone())).collect()
}
