//! What the world may see of this room: the editor's summary, on the page of the action it is about, and nothing else.

use std::collections::HashMap;

use async_trait::async_trait;
use sea_orm::DatabaseExecutor;
use store::Fault;
use vocabulary::{ActionId, LanguageMap, Moment};

use super::records::summaries;
use crate::actions::Adds;

/// Adds the editor's summary to an action's public record.
pub struct Summaries;

#[async_trait]
impl Adds for Summaries {
    async fn summaries(
        &self,
        conn: &DatabaseExecutor<'_>,
        actions: &[ActionId],
    ) -> Result<HashMap<ActionId, LanguageMap>, Fault> {
        summaries::of_all(conn, actions).await
    }

    async fn wordings(
        &self,
        conn: &DatabaseExecutor<'_>,
        actions: &[ActionId],
    ) -> Result<HashMap<ActionId, Vec<(Moment, LanguageMap)>>, Fault> {
        summaries::wordings(conn, actions).await
    }
}
