//! An act: save the answers to one topic, merged with what others saved meanwhile. No fact is told.

use store::{Fault, Tx};
use web::Pairs;

use super::action::Action;
use super::draft::{Answers, Choice, Draft};
use super::may::{self, Tie};
use super::records;
use super::refused::ActionRefused;
use super::topic::Topic;
use crate::people::Acting;

/// Saves the answers to a topic, from a page drawn at version `seen`. Gives the draft as it stands after merging.
pub async fn save(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    topic: Topic,
    saved: &Saved,
) -> Result<Draft, ActionRefused> {
    // As it stands now: a colleague may have sent it since it was opened.
    let held = records::drafts::hold(tx, action.id, topic).await?;
    let (held, before) = held.ok_or_else(|| Fault::broken(format!("action {} is not there", action.id)))?;
    save_held(tx, acting, &held, tie, topic, before, saved).await
}

/// The same for an action that is held already, with its draft of the topic.
pub(super) async fn save_held(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    topic: Topic,
    before: Draft,
    saved: &Saved,
) -> Result<Draft, ActionRefused> {
    may::draft(acting, action.author, tie)?;
    if !action.is_open() {
        return Err(super::action::NotNow { stage: action.stage.word(), asked: "changed" }.into());
    }
    let mut after = before.merge(topic, &saved.answers, saved.seen);
    for (field, choice) in &saved.chosen {
        after = after.choose(field, *choice);
    }
    if after != before || before.version == 0 {
        after.version = after.version.max(1);
        records::drafts::save(tx, action.id, topic, &after, acting.actor.person()).await?;
        if topic == Topic::Title && action.reference.is_none() {
            records::actions::retitle(tx, action.id, after.answers().text("title")).await?;
        }
    }
    Ok(after)
}

/// What a page posts to be saved.
#[derive(Clone, Debug, Default)]
pub struct Saved {
    /// The answers.
    pub answers: Answers,
    /// The version at which the page was drawn.
    pub seen: i64,
    /// Which of two texts was chosen, by field.
    pub chosen: Vec<(String, Choice)>,
}

impl Saved {
    /// Reads what was posted.
    pub fn posted(topic: Topic, pairs: &Pairs) -> Saved {
        let choice = |field: &&str| {
            let choice = match pairs.text(&format!("choose-{field}")) {
                "" => return None,
                "standing" => Choice::Standing,
                at => Choice::Kept(at.parse().ok()?),
            };
            Some(((*field).to_owned(), choice))
        };
        Saved {
            answers: Answers::posted(topic, pairs),
            seen: pairs.text("version").parse().unwrap_or(0),
            chosen: topic.fields().iter().filter_map(choice).collect(),
        }
    }
}

/// Saves every topic at once, as a content says it: what a demonstration and a generator do.
pub async fn save_all(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    tie: Tie,
    whole: &Whole<'_>,
) -> Result<(), ActionRefused> {
    let drafts = records::drafts::of(tx.conn(), action.id).await?;
    for (topic, answers) in super::answers::answers_of(whole.content, Some(whole.contact), whole.priorities) {
        let saved = Saved { answers, seen: drafts.of(topic).version, chosen: Vec::new() };
        save(tx, acting, action, tie, topic, &saved).await?;
    }
    Ok(())
}

/// Everything that an action answers.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    /// What it says.
    pub content: &'a super::content::Content,
    /// Whom the desk may ask.
    pub contact: &'a super::records::drafts::ActionContact,
    /// The slug of the Call's priorities.
    pub priorities: &'a str,
}
