//! What public records of actions are made of, read for many actions at once.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::DatabaseExecutor;
use store::Fault;
use vocabulary::{ActionId, CallId, LanguageMap, Moment};

use super::action::{Action, Stage};
use super::on_behalf::FromLetter;
use super::partners::{PublicPartner, public_partners};
use super::public::Adds;
use super::records;
use super::records::actions::TakesPart;
use super::version::Version;
use crate::calls;
use crate::governments::{Families, Government};

/// What stands in other rows than the actions' own.
#[derive(Default)]
pub(super) struct Gathered {
    versions: HashMap<ActionId, Vec<Version>>,
    taking_part: HashMap<ActionId, Vec<TakesPart>>,
    families: Families,
    partners: HashMap<ActionId, Vec<PublicPartner>>,
    entered: HashMap<ActionId, FromLetter>,
    summaries: HashMap<ActionId, LanguageMap>,
    wordings: HashMap<ActionId, Vec<(Moment, LanguageMap)>>,
    tokens: HashMap<ActionId, Vec<String>>,
    priorities: HashMap<CallId, String>,
}

impl Gathered {
    /// Of these actions whatever their public face needs, and the versions of some more.
    pub async fn read(
        conn: &DatabaseExecutor<'_>,
        adds: &[Arc<dyn Adds>],
        actions: &[&Action],
        versions_too: &[ActionId],
    ) -> Result<Gathered, Fault> {
        let had_face = |action: &&&Action| {
            let gone = matches!(action.stage, Stage::Withdrawn { .. } | Stage::Protected);
            action.reference.is_some() && (gone || is_public(action))
        };
        let faces = actions.iter().filter(had_face).map(|action| action.id);
        let versions = records::versions::of_all(conn, faces.chain(versions_too.iter().copied())).await?;
        let actions: Vec<&Action> = actions.iter().copied().filter(|action| is_public(action)).collect();
        let ids: Vec<ActionId> = actions.iter().map(|action| action.id).collect();
        let taking_part = records::actions::governments_of(conn, ids.iter().copied()).await?;
        let partners = taking_part.values().flatten().map(|one| one.government);
        let leads = actions.iter().map(|action| action.lead);
        let families = Families::upwards(conn, leads.chain(partners)).await?;
        let partners = records::partners::of_all(conn, ids.iter().copied()).await?;
        let partners = partners.into_iter().map(|(id, all)| (id, public_partners(all))).collect();
        let entered = records::on_behalf::of_all(conn, ids.iter().copied()).await?;
        let entered = entered.into_iter().filter_map(|(id, one)| Some((id, FromLetter::of(one)?))).collect();
        let priorities = calls::priorities(conn, actions.iter().map(|action| action.call)).await?;
        let mut gathered =
            Gathered { versions, taking_part, families, partners, entered, priorities, ..Self::default() };
        for room in adds {
            gathered.summaries.extend(room.summaries(conn, &ids).await?);
            gathered.wordings.extend(room.wordings(conn, &ids).await?);
            for (id, tokens) in room.tokens(conn, &ids).await? {
                gathered.tokens.entry(id).or_default().extend(tokens);
            }
        }
        Ok(gathered)
    }

    /// Its versions, the oldest first.
    pub fn versions(&self, action: ActionId) -> &[Version] {
        self.versions.get(&action).map_or(&[], Vec::as_slice)
    }

    /// The governments that it names in public: the lead, then the partners that have confirmed. A record on file names
    /// those of its source. Whichever are one government by now are named once.
    pub fn named(&self, action: &Action) -> Result<Vec<&Government>, Fault> {
        let on_file = action.stage == Stage::OnFile;
        let partners = self.taking_part.get(&action.id).into_iter().flatten();
        let partners = partners.filter(|one| one.partner && (on_file || one.confirmed));
        let mut named: Vec<&Government> = Vec::new();
        for id in std::iter::once(action.lead).chain(partners.map(|one| one.government)) {
            let one = self.families.canonical_of(id)?;
            named.extend(one.filter(|one| !named.iter().any(|other| other.id == one.id)));
        }
        Ok(named)
    }

    /// The partners without a record of their own that have confirmed.
    pub fn partners(&self, action: ActionId) -> Vec<PublicPartner> {
        self.partners.get(&action).cloned().unwrap_or_default()
    }

    /// From what the secretariat entered it, where it did.
    pub fn entered(&self, action: ActionId) -> Option<FromLetter> {
        self.entered.get(&action).cloned()
    }

    /// Every wording of the editor's summary, the oldest first.
    pub fn wordings(&self, action: ActionId) -> &[(Moment, LanguageMap)] {
        self.wordings.get(&action).map_or(&[], Vec::as_slice)
    }

    /// The editor's summary.
    pub fn summary(&self, action: ActionId) -> Option<LanguageMap> {
        self.summaries.get(&action).cloned()
    }

    /// What other rooms add to that by which it is found.
    pub fn tokens(&self, action: ActionId) -> Vec<String> {
        self.tokens.get(&action).cloned().unwrap_or_default()
    }

    /// Which framework holds the priorities of a Call.
    pub fn priorities(&self, call: CallId) -> String {
        self.priorities.get(&call).cloned().unwrap_or_default()
    }
}

fn is_public(action: &Action) -> bool {
    matches!(action.stage, Stage::Published | Stage::OnFile)
}
