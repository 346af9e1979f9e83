//! What an action says at this moment, for those who are asked about it before it is public: its draft where there is
//! one, else the version that waits or stands.

use sea_orm::ConnectionTrait;
use store::Fault;

use super::action::Action;
use super::content::Content;
use super::{answers, records};
use crate::House;

/// What an action says now.
pub(super) async fn content_now(
    house: &House,
    conn: &impl ConnectionTrait,
    action: &Action,
) -> Result<Content, Fault> {
    let stands = match action.waiting().or(action.current.as_ref()) {
        Some(version) => Some(records::versions::get(conn, action.id, version).await?.content),
        None => None,
    };
    let drafts = records::drafts::of(conn, action.id).await?;
    match house.call().filter(|_| action.is_open() && !drafts.is_empty()) {
        Some(call) => Ok(answers::content(&drafts, &call.priorities, stands.as_ref())),
        None => Ok(stands.unwrap_or_default()),
    }
}

/// Its title, where it has one.
pub(super) fn title_of(content: &Content) -> Option<&str> {
    let title = content.title.as_ref().filter(|title| !title.is_untold());
    title.map(|title| title.original_text())
}
