//! A public action as it stood on an earlier day: its card is what the register keeps of that day, what it said is in its
//! history, from which all is gone that was taken out since.

use super::history::History;
use super::public::PublicAction;
use crate::register::{AsOf, PublicRecord, Sign};

/// What its page showed on the day that is asked for, beside the card of that day, which names the governments. Partners without
/// a record of their own and where it came from are told as they stand now; a file is shown while it is public.
pub(super) fn on_day(
    then: &PublicRecord,
    now: PublicAction,
    history: Option<History>,
    asked: &AsOf,
) -> PublicAction {
    let mut body = PublicAction {
        stage: match then.card.marks.iter().any(|mark| mark.sign == Sign::OnFile) {
            true => "on_file".to_owned(),
            false => "published".to_owned(),
        },
        history: now.history.into_iter().filter(|version| asked.holds(version.at)).collect(),
        ..now
    };
    // Without a history there was one version, and no summary was worded after it.
    let Some(History { versions, summaries }) = history else { return body };
    let stood = versions.into_iter().rfind(|(version, _)| asked.holds(version.at));
    if let Some((_, mut content)) = stood {
        let open = &body.content;
        content.pictures.retain(|one| open.pictures.iter().any(|picture| picture.file == one.file));
        let file = open.attachment.as_ref().map(|file| file.file);
        content.attachment = content.attachment.filter(|one| Some(one.file) == file);
        body.content = content;
    }
    // Of a summary without wordings it is not known since when it stands.
    if !summaries.is_empty() {
        body.summary = summaries.into_iter().rfind(|(since, _)| asked.holds(*since)).map(|(_, text)| text);
    }
    body
}
