//! The noun: a [`Draft`], the answers to one topic as they were typed, with what two people typed at the same time.
//!
//! Every field remembers at which version it was last changed, so a page that was opened earlier is merged field by
//! field: what its writer did not touch stays as somebody else left it; what both touched shows the newest and keeps
//! the other until someone chooses.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use web::Pairs;

use super::content::TextField;
use super::topic::Topic;

/// How many former texts of a field are remembered for merging.
const REMEMBERED: usize = 6;

/// What was typed, field by field; a field of checkboxes has several values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, Vec<String>>);

impl Answers {
    /// The answers to a topic, out of what was posted. Blank values are no answers.
    pub fn posted(topic: Topic, pairs: &Pairs) -> Answers {
        let mut answers = Answers::default();
        for field in topic.fields() {
            let of_lines = TextField::parse(field).is_some_and(|text| text != TextField::Title);
            let typed = |value: &str| if of_lines { value.to_owned() } else { value.replace('\n', " ") };
            answers.set(field, pairs.all(field).map(typed).collect());
        }
        answers
    }

    /// The first value of a field without blanks around it; empty where there is none.
    pub fn text(&self, field: &str) -> &str {
        self.all(field).first().map_or("", |value| value.trim())
    }

    /// Every value of a field.
    pub fn all(&self, field: &str) -> &[String] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether a field has this value.
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.all(field).iter().any(|one| one == value)
    }

    /// Sets a field; blank values and repeated ones are left out.
    pub fn set(&mut self, field: &str, values: Vec<String>) {
        let mut kept: Vec<String> = Vec::new();
        for value in values.into_iter().filter(|value| !value.trim().is_empty()) {
            if !kept.contains(&value) {
                kept.push(value);
            }
        }
        self.0.insert(field.to_owned(), kept);
    }

    /// Sets a field to one value.
    pub fn put(&mut self, field: &str, value: impl Into<String>) {
        self.set(field, vec![value.into()]);
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(Vec::is_empty)
    }

    /// The answers as pairs, to fill a form.
    pub fn pairs(&self) -> Pairs {
        Pairs::new(
            self.0
                .iter()
                .flat_map(|(field, values)| values.iter().map(move |value| (field.clone(), value.clone()))),
        )
    }
}

/// What a field held from a version on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// From which version of the topic on.
    pub since: i64,
    /// What it held.
    pub values: Vec<String>,
}

/// The draft of one topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Grows with each change; the form posts it back.
    pub version: i64,
    /// Each field with what it held, the newest last.
    pub fields: BTreeMap<String, Vec<Held>>,
    /// Fields that two people changed: what the other one wrote, until someone chooses.
    pub kept: BTreeMap<String, Vec<Vec<String>>>,
}

impl Draft {
    /// A draft that holds these answers from the start.
    pub fn of(topic: Topic, answers: &Answers) -> Draft {
        let held = |field: &&str| {
            ((*field).to_owned(), vec![Held { since: 1, values: answers.all(field).to_vec() }])
        };
        Draft { version: 1, fields: topic.fields().iter().map(held).collect(), kept: BTreeMap::new() }
    }

    /// The answers as they stand.
    pub fn answers(&self) -> Answers {
        let newest =
            |(field, held): (&String, &Vec<Held>)| Some((field.clone(), held.last()?.values.clone()));
        Answers(self.fields.iter().filter_map(newest).collect())
    }

    /// Takes what was posted from a page that had been drawn at version `seen`.
    #[must_use]
    pub fn merge(&self, topic: Topic, posted: &Answers, seen: i64) -> Draft {
        let mut merged = self.clone();
        let next = self.version + 1;
        for field in topic.fields() {
            let typed = posted.all(field);
            let held = self.fields.get(*field).map_or(&[][..], Vec::as_slice);
            let now = held.last();
            let base = held.iter().rev().find(|one| one.since <= seen).or(held.first());
            let stands = now.map_or(&[][..], |one| &one.values);
            let untouched = base.map_or(&[][..], |one| &one.values) == typed;
            let moved = now.is_some_and(|one| one.since > seen);
            if stands == typed || (moved && untouched) {
                continue;
            }
            if moved {
                merged.keep(field, stands.to_vec());
            }
            let line = merged.fields.entry((*field).to_owned()).or_default();
            line.push(Held { since: next, values: typed.to_vec() });
            let over = line.len().saturating_sub(REMEMBERED);
            line.drain(..over);
            merged.version = next;
        }
        merged
    }

    /// Empties a field: nothing of what it ever held is remembered.
    pub fn empty(&mut self, field: &str) {
        self.version += 1;
        self.fields.insert(field.to_owned(), vec![Held { since: self.version, values: Vec::new() }]);
        self.kept.remove(field);
    }

    fn keep(&mut self, field: &str, values: Vec<String>) {
        let kept = self.kept.entry(field.to_owned()).or_default();
        if !kept.contains(&values) {
            kept.push(values);
        }
    }

    /// Someone has chosen: the field holds what stands, or what was kept at this place.
    #[must_use]
    pub fn choose(&self, field: &str, choice: Choice) -> Draft {
        let mut chosen = self.clone();
        let Some(kept) = chosen.kept.remove(field) else { return chosen };
        chosen.version += 1;
        if let Choice::Kept(at) = choice
            && let Some(values) = kept.get(at)
        {
            let line = chosen.fields.entry(field.to_owned()).or_default();
            line.push(Held { since: chosen.version, values: values.clone() });
        }
        chosen
    }
}

/// Which of two texts somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The one that stands.
    Standing,
    /// The other one, at this place among those kept.
    Kept(usize),
}

/// The draft of a whole action, topic by topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts(pub BTreeMap<Topic, Draft>);

impl Drafts {
    /// The draft of a topic; an untouched one where nothing was written.
    pub fn of(&self, topic: Topic) -> Draft {
        self.0.get(&topic).cloned().unwrap_or_default()
    }

    /// The answers to a topic.
    pub fn answers(&self, topic: Topic) -> Answers {
        self.of(topic).answers()
    }

    /// Whether nothing is being drafted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The language that the answers are written in, as a tag.
    pub fn language(&self) -> String {
        let told = self.answers(Topic::Title).text("language").to_owned();
        if told.is_empty() { "en".to_owned() } else { told }
    }
}
