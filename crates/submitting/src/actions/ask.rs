//! The page of one topic: its fields, what is wrong with them, and what somebody else wrote at the same time.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use vocabulary::Iso2;
use web::{At, Choices, ErrorLine, Errors, Form, Frame, Link, Pairs, Problem, Task, Tone};

use super::action::Action;
use super::answers::{self, For};
use super::draft::Draft;
use super::fields::{Asked, Part};
use super::further_fields::is_asked;
use super::mine::{self, Mine};
use super::save::{Saved, save_held};
use super::shown::Words;
use super::topic::Topic;
use super::{fields, my, records, unkept};
use crate::House;
use crate::calls::Call;
use crate::people::SignedIn;

#[derive(Template)]
#[template(path = "actions/pages/topic.html")]
struct TopicPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    post: String,
    version: i64,
    from: String,
    back: String,
    lead: String,
    parts: Vec<Part>,
    clashes: Vec<Choices>,
    is_private: bool,
    suggested: String,
    tasks: Vec<Task>,
    more: Vec<Task>,
    with_files: bool,
}

/// What may stand in the query of a topic's page.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Way {
    /// `check` where the way leads back to the answers.
    pub from: Option<String>,
    /// The country in which places are sought.
    pub country: Option<String>,
    /// The name that is sought.
    pub q: Option<String>,
    /// What was done before: `clash`, `suggest`, `saved`.
    pub done: Option<String>,
}

/// The page of a topic.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id, topic)): Path<(String, String, String)>,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let topic = Topic::parse(&topic).ok_or(Problem::NotFound)?;
    let opened = mine::open(&house, &who, &id).await?;
    show(&house, &at, &who, &opened, topic, &way).await
}

/// The page of a topic, as it was last saved.
pub(super) async fn show(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    topic: Topic,
    way: &Way,
) -> Result<Response, Problem> {
    let draft = records::drafts::of(house.store.read(), opened.action.id).await?.of(topic);
    let pairs = draft.answers().pairs();
    let looked = Looked { topic, way, draft: &draft, pairs: &pairs, errors: &Errors::new() };
    draw(house, at, who, opened, looked).await
}

/// What a page is drawn from.
struct Looked<'a> {
    topic: Topic,
    way: &'a Way,
    draft: &'a Draft,
    pairs: &'a Pairs,
    errors: &'a Errors,
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    looked: Looked<'_>,
) -> Result<Response, Problem> {
    let action = &opened.action;
    let drafts = records::drafts::of(house.store.read(), action.id).await?;
    if !action.is_open() || drafts.is_empty() {
        return Err(Problem::Elsewhere(format!("/my/actions/{}?done=closed", action.id)));
    }
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let catalogue = house.catalogue();
    let Looked { topic, way, draft, pairs, errors } = looked;
    let words = Words { say: &at.say, catalogue: &catalogue, call: &call };
    let base = format!("/my/actions/{}", action.id);
    let lead_country = opened.lead.profile.country.map(|country| country.as_str().to_owned());
    let asked = Asked {
        form: Form::new(&at.say, errors, pairs),
        words: &words,
        pairs,
        language: drafts.language(),
        country: way.country.clone().or(lead_country).unwrap_or_default(),
        sought: way.q.clone().unwrap_or_default(),
        priorities: drafts.answers(Topic::Priority).all("priority").to_vec(),
        for_whom: drafts.answers(Topic::ForWhom).all("for_whom").to_vec(),
        base: at.to(&base),
    };
    let mut frame = who.frame(at, topic.question()).here("my").errors(errors);
    frame = match way.done.as_deref() {
        Some("clash") => frame.notice(Tone::Care, at.say.t("actions-clash-notice")),
        Some("suggest") => frame.notice(Tone::Note, at.say.t("actions-suggest-notice")),
        Some("saved") => frame.notice(Tone::Done, at.say.t("actions-saved")),
        _ => frame,
    };
    let (mut tasks, mut more) = (my::tasks(at, &base, &drafts), my::more(at, &base, &drafts, &call));
    let here = at.to(&format!("{base}/{}", topic.word()));
    for task in tasks.iter_mut().chain(&mut more) {
        task.current = task.href.as_ref() == Some(&here);
        task.hint = None;
    }
    let back = match (way.from.as_deref(), before(topic, &call)) {
        (Some("check"), _) => format!("{base}/check"),
        (_, Some(before)) => format!("{base}/{}", before.word()),
        (_, None) => base.clone(),
    };
    Ok(web::html(TopicPage {
        frame,
        crumbs: vec![
            Link::new(at.say.t("actions-my-title"), at.to("/my/actions")),
            Link::new(my::called(house, &at.say, opened).await?, at.to(&base)),
        ],
        errors: errors.summary(&at.say),
        post: here,
        version: draft.version,
        from: way.from.clone().unwrap_or_default(),
        back: at.to(&back),
        lead: at.say.t(&format!("{}-lead", topic.question())),
        parts: fields::parts(topic, &asked),
        clashes: draft.kept.iter().map(|(field, kept)| fields::clash(&asked, field, draft, kept)).collect(),
        is_private: topic == Topic::Contact,
        suggested: asked.priorities.join(" "),
        tasks,
        more,
        with_files: matches!(topic, Topic::Pictures | Topic::Attachment),
    }))
}

/// The topic before or after this one, of those that a Call asks for.
fn before(topic: Topic, call: &Call) -> Option<Topic> {
    std::iter::successors(topic.before(), |one| one.before()).find(|one| is_asked(*one, call))
}

fn next(topic: Topic, call: &Call) -> Option<Topic> {
    std::iter::successors(topic.next(), |one| one.next()).find(|one| is_asked(*one, call))
}

/// Saves the answers, whatever is wrong with them, and leads on.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id, topic)): Path<(String, String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let topic = Topic::parse(&topic).ok_or(Problem::NotFound)?;
    let pairs = match topic {
        Topic::Where => with_places(&pairs),
        Topic::Priority => with_objectives(&pairs),
        _ => pairs,
    };
    keep(&house, &at, &who, &id, topic, &pairs, Errors::new()).await
}

/// Saves what was posted, in a transaction of its own.
async fn take(
    house: &House,
    who: &SignedIn,
    id: &str,
    topic: Topic,
    pairs: &Pairs,
) -> Result<(Action, Draft), Problem> {
    let saved = Saved::posted(topic, pairs);
    let tx = house.note().await?;
    let held = records::drafts::hold(&tx, mine::id_of(id)?, topic).await?;
    let (action, before) = held.ok_or(Problem::NotFound)?;
    let tie = mine::opened(tx.conn(), who, &action, tx.now()).await?;
    let draft = save_held(&tx, &who.acting(), &action, tie, topic, before, &saved).await?;
    tx.commit().await?;
    Ok((action, draft))
}

/// Saves what was posted, and leads on, or shows the page again with what is wrong.
pub(super) async fn keep(
    house: &House,
    at: &At,
    who: &SignedIn,
    id: &str,
    topic: Topic,
    pairs: &Pairs,
    mut errors: Errors,
) -> Result<Response, Problem> {
    let (action, draft) = match take(house, who, id, topic, pairs).await {
        Ok(taken) => taken,
        Err(problem) => return unkept::give_back(house, at, who, (id, topic), pairs, problem).await,
    };
    answers::check(topic, &draft.answers(), For::Saving, &mut errors);
    if !errors.is_empty() {
        let opened = mine::open(house, who, id).await?;
        let way = Way { from: Some(pairs.text("from").to_owned()), ..Way::default() };
        let shown = draft.answers().pairs();
        let looked = Looked { topic, way: &way, draft: &draft, pairs: &shown, errors: &errors };
        return Ok(web::again(draw(house, at, who, &opened, looked).await?));
    }
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let next = next(topic, &call);
    Ok(at.see(&onward(&action.id.to_string(), topic, next, &draft, pairs)))
}

/// What was found and ticked, and what is not in the list, become places like the others.
fn with_places(pairs: &Pairs) -> Pairs {
    let mut all = pairs.clone();
    for code in pairs.all("add") {
        all.push("place", code);
    }
    let other = pairs.text("other");
    if !other.is_empty() {
        all.push("place", &answers::written_place(Iso2::parse(pairs.text("country")).ok(), other));
    }
    all
}

/// The objectives are asked for framework by framework, and kept together.
fn with_objectives(pairs: &Pairs) -> Pairs {
    let mut all = pairs.clone();
    for (_, token) in pairs.iter().filter(|(name, _)| name.starts_with("objective-")) {
        all.push("objective", token);
    }
    all
}

fn onward(id: &str, topic: Topic, next: Option<Topic>, draft: &Draft, pairs: &Pairs) -> String {
    let base = format!("/my/actions/{id}");
    let here = format!("{base}/{}", topic.word());
    let from = pairs.text("from");
    if !draft.kept.is_empty() {
        return format!("{here}?done=clash");
    }
    match pairs.text("go") {
        "later" => return format!("{base}?done=saved"),
        "more" => return format!("{here}?done=saved&from={from}#another"),
        // Enter presses the first button of the page: a name written below it is saved, not sought.
        "find" if !pairs.text("q").trim().is_empty() || pairs.text("other").trim().is_empty() => {
            let query = [("country", pairs.text("country")), ("q", pairs.text("q")), ("from", from)];
            return format!("{here}?{}#found", serde_urlencoded::to_string(query).unwrap_or_default());
        }
        _ => {}
    }
    if topic == Topic::Priority && fields::has_news(draft, pairs) {
        return format!("{here}?done=suggest&from={from}#objective");
    }
    match (from, next) {
        ("check", _) | (_, None) => format!("{base}/check"),
        (_, Some(next)) => format!("{base}/{}", next.word()),
    }
}
