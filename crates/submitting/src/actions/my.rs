//! Pages of whoever has a part in actions: the list of mine, and one action with its task list or how it stands.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use store::Fault;
use vocabulary::{Arg, GovernmentId, Say};
use web::{At, Errors, Frame, Link, Problem, Task, TaskState, Tone};

use super::action::{Action, Revision, Stage};
use super::answers::{self, For};
use super::clearance::Comment;
use super::draft::Drafts;
use super::further_fields;
use super::may::{self, Tie};
use super::mine::{self, Mine};
use super::reading::{content_now, title_of};
use super::shown::{named, untitled};
use super::topic::Topic;
use super::{partners, partners_page, records};
use crate::House;
use crate::calls::Call;
use crate::people::{Acting, SignedIn};

/// The dot of a state and its words.
pub(super) fn state(say: &Say, action: &Action) -> (&'static str, String) {
    let (dot, key) = match (&action.stage, &action.revision) {
        (_, Some(Revision::Waiting(_))) => ("wait", "actions-state-revision-sent"),
        (_, Some(Revision::Returned { .. })) => ("wait", "actions-state-revision-returned"),
        (Stage::Draft, _) => ("none", "actions-state-draft"),
        (Stage::Sent, _) => ("wait", "actions-state-sent"),
        (Stage::InAssessment, _) => ("wait", "actions-state-in-assessment"),
        (Stage::Returned { .. }, _) => ("wait", "actions-state-returned"),
        (Stage::Declined { .. }, _) => ("bad", "actions-state-declined"),
        (Stage::Published, _) => ("ok", "actions-state-published"),
        (Stage::OnFile, _) => ("none", "actions-state-on-file"),
        (Stage::Withdrawn { .. }, _) => ("none", "actions-state-withdrawn"),
        (Stage::Protected, _) => ("none", "actions-state-protected"),
    };
    (dot, say.t(key))
}

/// What an action is called for those who work on it.
pub(super) async fn called(house: &House, say: &Say, opened: &Mine) -> Result<String, Fault> {
    let conn = house.store.read();
    let drafts = records::drafts::of(conn, opened.action.id).await?;
    let drafted = drafts.answers(Topic::Title).text("title").to_owned();
    if !drafted.is_empty() {
        return Ok(drafted);
    }
    if let Some(current) = opened.action.waiting().or(opened.action.current.as_ref()) {
        let content = records::versions::get(conn, opened.action.id, current).await?.content;
        let year = content.year().unwrap_or_else(|| opened.action.begun.year());
        let told = content.title.filter(|title| !title.is_untold());
        return Ok(match told {
            Some(title) => title.original_text().to_owned(),
            None => untitled(say, &named(&opened.lead, say), year),
        });
    }
    Ok(say.t("actions-title-none"))
}

struct Row {
    title: String,
    href: String,
    government: String,
    reference: String,
    dot: &'static str,
    state: String,
    since: String,
}

#[derive(Template)]
#[template(path = "actions/pages/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    partnerships: Vec<Row>,
}

/// The list of the actions that whoever is logged in has a part in.
pub(super) async fn list(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let conn = house.store.read();
    let ties = mine::ties(conn, who.person, house.now()).await?;
    let scope = may::scope(&Acting::person(who.person, None), &ties);
    let mut rows = Vec::new();
    for action in records::actions::within(conn, &scope).await? {
        let lead = mine::lead(conn, &action).await?;
        let (dot, state) = state(&at.say, &action);
        let opened = Mine { action, lead, tie: Tie::None };
        rows.push(Row {
            title: called(&house, &at.say, &opened).await?,
            href: at.to(&format!("/my/actions/{}", opened.action.id)),
            government: named(&opened.lead, &at.say),
            reference: opened.action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            dot,
            state,
            since: at.say.date(opened.action.since),
        });
    }
    let answers_for = ties.iter().filter(|(_, tie)| *tie == Tie::Confirmed).map(|(id, _)| *id);
    let partnerships = partnerships(&house, &at, &answers_for.collect::<Vec<_>>()).await?;
    let mut frame = who.frame(&at, "actions-my-title").here("my");
    if query.done.as_deref() == Some("discarded") {
        frame = frame.notice(Tone::Done, at.say.t("actions-form-discarded"));
    }
    Ok(web::html(ListPage { frame, rows, partnerships }))
}

/// What the governments that one acts for were asked as partners.
async fn partnerships(house: &House, at: &At, ids: &[GovernmentId]) -> Result<Vec<Row>, Fault> {
    let conn = house.store.read();
    let mut rows = Vec::new();
    for partner in records::partners::asked_of(conn, ids).await? {
        let Some(action) = records::actions::find(conn, partner.action).await? else { continue };
        let (dot, state) = partners::state(&at.say, &partner);
        let content = content_now(house, conn, &action).await?;
        rows.push(Row {
            title: title_of(&content).map_or_else(|| at.say.t("actions-title-none"), str::to_owned),
            href: at.to(&format!("/my/partnerships/{}", partner.id)),
            government: partners::lead_name(conn, &at.say, &action).await?,
            reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            dot,
            state,
            since: String::new(),
        });
    }
    Ok(rows)
}

#[derive(Template)]
#[template(path = "actions/pages/tasks.html")]
struct TasksPage {
    frame: Frame,
    crumbs: Vec<Link>,
    government: String,
    reference: String,
    dot: &'static str,
    state: String,
    /// As safe HTML.
    reasons: Option<String>,
    drafting: bool,
    revision: bool,
    tasks: Vec<Task>,
    beside: Vec<Task>,
    more: Vec<Task>,
    progress: String,
    sendable: bool,
    base: String,
    check: String,
    revisable: bool,
    withdrawable: bool,
    discardable: bool,
    hidable: bool,
    public: Option<String>,
    next: Option<String>,
    assessed: bool,
}

/// What stands in the query after an act.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    pub done: Option<String>,
}

/// One action: its task list while it is drafted, else how it stands and what comes next.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    let drafts = records::drafts::of(house.store.read(), opened.action.id).await?;
    let action = &opened.action;
    let open = action.is_open() && may::draft(&who.acting(), action.author, opened.tie).is_ok();
    let drafting = open && !drafts.is_empty();
    let base = format!("/my/actions/{}", action.id);
    let missing = answers::missing(&drafts);
    let wanting = missing.iter().filter(|(topic, _)| topic.is_needed()).count();
    let (dot, state) = state(&at.say, action);
    let title = called(&house, &at.say, &opened).await?;
    let mut frame = who.frame(&at, &title).here("my");
    if query.done.as_deref() == Some("saved") {
        frame = frame.notice(Tone::Done, at.say.t("actions-saved"));
    }
    if query.done.as_deref() == Some("hidden") {
        frame = frame.notice(Tone::Done, at.say.t("actions-form-pictures-hidden"));
    }
    if query.done.as_deref() == Some("closed") && !drafting {
        frame = frame.notice(Tone::Note, at.say.t("actions-clearance-closed"));
    }
    let needed = Topic::NEEDED.len();
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let public = action.stage.is_public().then_some(action.reference.as_ref()).flatten();
    let shared = records::partners::of(house.store.read(), action.id).await?;
    let comments = records::clearance::comments(house.store.read(), action.id).await?;
    let comments: Vec<_> = comments.into_iter().filter(|one| one.dealt.is_none()).collect();
    let beside = vec![partners_page::task(&at, &base, &shared), cleared(&at, &base, comments.len())];
    Ok(web::html(TasksPage {
        frame,
        crumbs: vec![Link::new(at.say.t("actions-my-title"), at.to("/my/actions"))],
        government: named(&opened.lead, &at.say),
        reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        dot,
        state,
        reasons: action.reasons().map(web::plain),
        drafting,
        revision: action.stage.is_public(),
        tasks: if drafting { commented(&at, tasks(&at, &base, &drafts), &comments) } else { Vec::new() },
        beside,
        more: if drafting { commented(&at, more(&at, &base, &drafts, &call), &comments) } else { Vec::new() },
        progress: at
            .say
            .with("actions-progress", &[("n", Arg::from(needed - wanting)), ("all", Arg::from(needed))]),
        sendable: missing.is_empty(),
        revisable: open && !drafting,
        withdrawable: action.stage.is_public() && opened.tie == Tie::Confirmed,
        discardable: action.stage == Stage::Draft,
        hidable: opened.tie == Tie::Confirmed && shows_pictures(&house, action).await?,
        public: public.map(|reference| at.to(&format!("/actions/{reference}"))),
        next: match action.stage {
            Stage::InAssessment => Some(at.say.t("actions-next-in-assessment")),
            _ => action.waiting().map(|_| at.say.t("actions-next-sent")),
        },
        assessed: records::actions::is_assessed(house.store.read(), action.id).await?,
        check: at.to(&format!("{base}/check")),
        base: at.to(&base),
    }))
}

/// Clearance inside the city as a task of the list.
fn cleared(at: &At, base: &str, waiting: usize) -> Task {
    let state = if waiting == 0 { TaskState::Optional } else { TaskState::Begun };
    let mut task = Task::new(at.say.t("actions-clearance-title"), at.to(&format!("{base}/clearance")), state);
    task.hint = Some(match waiting {
        0 => at.say.t("actions-clearance-optional"),
        n => at.say.with("actions-clearance-waiting", &[("n", Arg::from(n))]),
    });
    task
}

/// The topics, each with how many comments on it wait.
fn commented(at: &At, mut tasks: Vec<Task>, comments: &[Comment]) -> Vec<Task> {
    for task in &mut tasks {
        let is_here = |topic: Topic| {
            task.href.as_ref().is_some_and(|href| href.ends_with(&format!("/{}", topic.word())))
        };
        let n = comments.iter().filter(|one| one.topic.is_some_and(is_here)).count();
        if n > 0 {
            task.hint = Some(at.say.with("actions-clearance-waiting", &[("n", Arg::from(n))]));
        }
    }
    tasks
}

/// Whether everyone can see a picture of an action.
async fn shows_pictures(house: &House, action: &Action) -> Result<bool, Fault> {
    let Some(current) = action.current.as_ref().filter(|_| action.stage.is_public()) else {
        return Ok(false);
    };
    let conn = house.store.read();
    let content = records::versions::get(conn, action.id, current).await?.content;
    let hidden = records::pictures::hidden(conn, action.id).await?;
    Ok(content.pictures.iter().any(|picture| !hidden.contains(&picture.file)))
}

/// The eight topics with their true states.
pub(super) fn tasks(at: &At, base: &str, drafts: &Drafts) -> Vec<Task> {
    Topic::NEEDED.into_iter().map(|topic| task(at, base, drafts, topic)).collect()
}

/// The topics that may be told as well, each with what it opens.
pub(super) fn more(at: &At, base: &str, drafts: &Drafts, call: &Call) -> Vec<Task> {
    let asked = Topic::MORE.into_iter().filter(|topic| further_fields::is_asked(*topic, call));
    asked
        .map(|topic| {
            let opens = at.say.t(&format!("actions-form-opens-{}", topic.word()));
            Task { hint: Some(opens), ..task(at, base, drafts, topic) }
        })
        .collect()
}

fn task(at: &At, base: &str, drafts: &Drafts, topic: Topic) -> Task {
    let draft = drafts.of(topic);
    let told = draft.answers();
    let mut errors = Errors::new();
    answers::check(topic, &told, For::Sending, &mut errors);
    let state = if !draft.kept.is_empty() {
        TaskState::Wrong
    } else if !begun(topic, &told) {
        if topic.is_needed() { TaskState::ToDo } else { TaskState::Optional }
    } else if errors.is_empty() {
        TaskState::Done
    } else {
        TaskState::Begun
    };
    Task::new(at.say.t(topic.key()), at.to(&format!("{base}/{}", topic.word())), state)
}

/// Whether something was answered; the language that is offered first is no answer.
fn begun(topic: Topic, told: &super::draft::Answers) -> bool {
    match topic {
        Topic::Title => !told.text("title").is_empty(),
        _ => !told.is_empty(),
    }
}
