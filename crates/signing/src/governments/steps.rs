//! The noun: a [`Step`] in the public life of a government, dated, with the way to what it is about. The rooms to the
//! right hand in theirs with what they [`super::Adds`]; some say what joining has brought.

use serde::{Deserialize, Serialize};
use store::{Audience, Heard};
use vocabulary::{Arg, LanguageMap, Moment, Say};
use web::At;

use super::government::Government;
use super::public::Shows;

/// The message key of the step by which another government became a part of it.
pub(super) const MERGED: &str = "governments-step-merged";
/// The message key of the step by which one ceased to be a part of it.
pub(super) const UNMERGED: &str = "governments-step-unmerged";

/// A step in the public life of a government.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// When.
    pub at: Moment,
    /// The message key of what happened.
    pub key: String,
    /// What the thing is called that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<LanguageMap>,
    /// Where that thing stands, without the language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Until when it was so, where it is so no longer: the message says it with `date`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// The message key of a sentence that says why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Whether it is something that joining has brought, or by which that ended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub brought: bool,
}

impl Step {
    /// A step that only stands in the history.
    pub fn new(at: Moment, key: &str) -> Step {
        Step { at, key: key.to_owned(), title: None, path: None, until: None, why: None, brought: false }
    }

    /// Something that joining has brought.
    pub fn brought(at: Moment, key: &str) -> Step {
        Step { brought: true, ..Step::new(at, key) }
    }

    /// What it is about, and where that stands.
    #[must_use]
    pub fn about(self, title: Option<LanguageMap>, path: String) -> Step {
        Step { title, path: Some(path), ..self }
    }

    /// The same, which was so until this moment.
    #[must_use]
    pub fn until(self, until: Moment) -> Step {
        Step { until: Some(until), ..self }
    }

    /// The same, with the message key of the reason.
    #[must_use]
    pub fn because(self, why: &str) -> Step {
        Step { why: Some(why.to_owned()), ..self }
    }
}

/// The steps that the facts about a government tell, and that others were merged into it, which is told about those.
pub(super) fn of_facts(government: &Government, shows: Shows, facts: &[&Heard]) -> Vec<Step> {
    let entered = match shows {
        Shows::OnFile => Step::new(government.entered, "governments-step-on-file"),
        Shows::Invented => Step::new(government.entered, "governments-step-listed"),
        Shows::Confirmed | Shows::Desk => Step::brought(government.entered, "governments-step-listed"),
    };
    let step = |fact: &&Heard| {
        let is_own = fact.subject == government.id.uuid();
        let key = match fact.kind.as_str() {
            _ if fact.audience != Audience::Public => return None,
            "government.merged" => MERGED,
            _ if !is_own => return None,
            "government.renamed" => "governments-step-renamed",
            "government.changed" => "governments-step-changed",
            "government.unmerged" => UNMERGED,
            _ => return None,
        };
        Some(Step::new(fact.at, key))
    };
    std::iter::once(entered).chain(facts.iter().filter_map(step)).collect()
}

/// A step for a reader.
pub(super) struct StepShown {
    pub when: String,
    pub machine: String,
    pub text: String,
    /// What it is about: the words, their language and direction, where it stands.
    pub about: Option<(String, String, &'static str, String)>,
}

/// The steps for a reader, the newest first; those of one day with the same words and place are one.
pub(super) fn shown<'a>(at: &At, steps: impl Iterator<Item = &'a Step>) -> Vec<StepShown> {
    let mut steps: Vec<&Step> = steps.collect();
    steps.sort_by_key(|step| std::cmp::Reverse(step.at));
    steps.dedup_by(|one, other| {
        (one.at.date(), &one.key, &one.path) == (other.at.date(), &other.key, &other.path)
    });
    steps.into_iter().map(|step| shown_one(at, step)).collect()
}

fn shown_one(at: &At, step: &Step) -> StepShown {
    let about = step.path.as_ref().map(|path| {
        let picked = step.title.as_ref().and_then(|title| title.pick(at.lang));
        let last = path.rsplit('/').next().unwrap_or_default().to_owned();
        match picked {
            Some(title) => (title.text.to_owned(), title.tag.to_string(), title.tag.dir(), at.to(path)),
            None if last.starts_with(|c: char| c.is_ascii_uppercase()) => {
                (last, at.lang.code().to_owned(), at.lang.dir(), at.to(path))
            }
            None => (at.say.t("governments-step-see"), at.lang.code().to_owned(), at.lang.dir(), at.to(path)),
        }
    });
    StepShown {
        when: at.say.date(step.at),
        machine: step.at.date().to_string(),
        text: text(&at.say, step),
        about,
    }
}

/// What happened, until when it was so, and why.
fn text(say: &Say, step: &Step) -> String {
    let what = match step.until {
        Some(until) => say.with(&step.key, &[("date", Arg::from(say.date(until)))]),
        None => say.t(&step.key),
    };
    step.why.iter().fold(what, |what, why| format!("{what} {}", say.t(why)))
}
