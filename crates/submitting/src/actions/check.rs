//! Pages around sending: check your answers, send, and what happens next.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use vocabulary::{Arg, Say};
use web::{At, ErrorLine, Errors, Form, Frame, Link, Pairs, Problem};

use super::answers;
use super::draft::Drafts;
use super::may::Tie;
use super::mine::{self, Mine};
use super::partners::Named;
use super::refused::ActionRefused;
use super::send::{Confirmed, Declared, Sending, send};
use super::shown::{Shown, Words, named};
use super::topic::Topic;
use super::{my, partners, records};
use crate::House;
use crate::calls::Call;
use crate::declarations::{self, Signature};
use crate::people::SignedIn;

/// In how many days the desk answers.
const ANSWER_DAYS: i64 = 21;

#[derive(Template)]
#[template(path = "actions/pages/check.html")]
struct CheckPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    missing: Vec<ErrorLine>,
    government: String,
    answers: Vec<Shown>,
    seen: Vec<(&'static str, i64)>,
    may_send: bool,
    complete: bool,
    declare: web::Choices,
    post: String,
    revision: bool,
    reasons: Option<String>,
    unsigned: Option<String>,
    behalf: Option<String>,
    partners: Vec<(String, Vec<Named>)>,
    to_partners: String,
}

/// The page, with what was wrong when it was sent; before that, what is missing is only said.
async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    wrong: Option<&'static str>,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let action = &opened.action;
    let conn = house.store.read();
    let drafts = records::drafts::of(conn, action.id).await?;
    if !action.is_open() || drafts.is_empty() {
        return Err(Problem::Elsewhere(format!("/my/actions/{}?done=closed", action.id)));
    }
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let catalogue = house.catalogue();
    let words = Words { say: &at.say, catalogue: &catalogue, call: &call };
    let before = match &action.current {
        Some(current) => Some(records::versions::get(conn, action.id, current).await?.content),
        None => None,
    };
    let content = answers::content(&drafts, &call.priorities, before.as_ref());
    let base = format!("/my/actions/{}", action.id);
    let link = |topic: Topic| at.to(&format!("{base}/{}?from=check", topic.word()));
    let mut shown = words.answers(&content, before.as_ref());
    shown.push(private(&words, &drafts));
    for one in &mut shown {
        one.href = Some(link(one.topic));
    }
    let behalf = records::on_behalf::find(conn, action.id).await?.filter(|_| who.acting().at_desk());
    let missing = answers::missing(&drafts);
    let complete = missing.is_empty();
    let (errors, wrongs, missing) = wanting(&at.say, &missing, wrong, link);
    let form = Form::new(&at.say, &errors, pairs);
    let [persons, places] = protection(&at.say).map(|one| (one.what, one.sentence));
    Ok(web::html(CheckPage {
        frame: who.frame(at, "actions-check-title").here("my").errors(&errors),
        crumbs: vec![
            Link::new(at.say.t("actions-my-title"), at.to("/my/actions")),
            Link::new(my::called(house, &at.say, opened).await?, at.to(&base)),
        ],
        errors: wrongs,
        missing,
        government: named(&opened.lead, &at.say),
        answers: shown,
        seen: Topic::all().map(|topic| (topic.word(), drafts.of(topic).version)).collect(),
        may_send: opened.tie == Tie::Confirmed,
        complete,
        declare: form.choices(
            "declare",
            "actions-declare-legend",
            [("yes", at.say.t("actions-declare")), persons, places],
        ),
        post: at.to(&format!("{base}/send")),
        revision: action.stage.is_public(),
        reasons: action.reasons().map(web::plain),
        unsigned: unsigned(house, at, &call, opened).await?,
        behalf: behalf.map(|_| at.to(&format!("/desk/on-behalf/{}", action.id))),
        partners: partners::unanswered(conn, &at.say, action.id).await?,
        to_partners: at.to(&format!("{base}/partners")),
    }))
}

/// What is wrong once somebody has tried to send, or else what is still missing: each with the way to its topic.
fn wanting(
    say: &Say,
    missing: &[(Topic, Errors)],
    wrong: Option<&'static str>,
    link: impl Fn(Topic) -> String,
) -> (Errors, Vec<ErrorLine>, Vec<ErrorLine>) {
    let lines = missing.iter().flat_map(|(topic, errors)| {
        errors.summary(say).into_iter().map(|line| ErrorLine { href: link(*topic), ..line })
    });
    let (mut errors, mut lines) = (Errors::new(), lines.collect::<Vec<_>>());
    let Some(key) = wrong else { return (errors, Vec::new(), lines) };
    errors.add(if missing.is_empty() { "declare" } else { "answers" }, key);
    lines.extend(errors.summary(say));
    (errors, lines, Vec::new())
}

/// The private answer: whom the desk may ask.
fn private(words: &Words<'_>, drafts: &Drafts) -> Shown {
    Shown {
        topic: Topic::Contact,
        name: words.say.t("actions-topic-contact-private"),
        lines: words.contact(Some(&answers::contact(drafts))),
        before: Vec::new(),
        changed: false,
        href: None,
    }
}

/// The page on which the government signs and comes back here, where it has neither signed nor waits for the desk: what
/// was signed may have been taken back since the action was returned.
async fn unsigned(house: &House, at: &At, call: &Call, opened: &Mine) -> Result<Option<String>, Fault> {
    if opened.tie != Tie::Confirmed {
        return Ok(None);
    }
    let conn = house.store.read();
    let Some(declaration) = declarations::by_slug(conn, &call.declaration).await? else { return Ok(None) };
    let lives = |one: &Signature| one.lives() && one.declaration == declaration.id;
    if declarations::signatures_of(conn, opened.lead.id).await?.iter().any(lives) {
        return Ok(None);
    }
    let next = at.to(&format!("/my/actions/{}/check", opened.action.id));
    let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    Ok(Some(at.to(&format!("/my/governments/{}/sign?{query}", opened.lead.reference))))
}

/// The version of the sentences that protect people: it grows when one of them changes in any language.
const PROTECTION: &str = "1";

/// What is confirmed before sending, as whoever sends reads it.
fn protection(say: &Say) -> [Confirmed; 2] {
    let sentence = |what, key| Confirmed { what, version: PROTECTION, sentence: say.t(key), lang: say.lang };
    [sentence("persons", "actions-form-protect-persons"), sentence("places", "actions-form-protect-places")]
}

/// Check your answers.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    draw(&house, &at, &who, &opened, None, &Pairs::none()).await
}

/// Sends, and leads to the page with the reference.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let tx = house.act().await?;
    let action = records::actions::find(tx.conn(), mine::id_of(&id)?).await?.ok_or(Problem::NotFound)?;
    let tie = mine::opened(tx.conn(), &who, &action, tx.now()).await?;
    let seen = Topic::all()
        .map(|topic| (topic, pairs.text(&format!("seen-{}", topic.word())).parse().unwrap_or(-1)));
    let missing = ["yes", "persons", "places"].into_iter().any(|word| !pairs.has("declare", word));
    let declared = if missing { Declared::No } else { Declared::Yes };
    let sending = Sending { seen: seen.collect(), declared, confirmed: protection(&at.say).to_vec() };
    match send(&tx, &who.acting(), action.clone(), tie, &call, &sending).await {
        Ok(sent) => {
            tx.commit().await?;
            Ok(at.see(&format!("/my/actions/{}/sent", sent.id)))
        }
        Err(refused @ (ActionRefused::Moved | ActionRefused::Incomplete | ActionRefused::NotDeclared)) => {
            drop(tx);
            let opened = mine::open(&house, &who, &id).await?;
            Ok(web::again(draw(&house, &at, &who, &opened, refused.key(), &pairs).await?))
        }
        // Sent twice, or by a colleague a moment before: the page that says so.
        Err(ActionRefused::NotNow(_)) if action.waiting().is_some() => {
            Ok(at.see(&format!("/my/actions/{}/sent", action.id)))
        }
        Err(refused) => Err(refused.into()),
    }
}

#[derive(Template)]
#[template(path = "actions/pages/sent.html")]
struct SentPage {
    frame: Frame,
    reference: String,
    next: String,
    contact: String,
    mine: String,
}

/// The page after sending: the reference, what happens next and when, whom to ask.
pub(super) async fn sent(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    let (Some(reference), Some(waiting)) = (&opened.action.reference, opened.action.waiting()) else {
        return Err(Problem::Elsewhere(format!("/my/actions/{}", opened.action.id)));
    };
    let version = records::versions::get(house.store.read(), opened.action.id, waiting).await?;
    let by = at.say.date(version.at.plus_days(ANSWER_DAYS));
    Ok(web::html(SentPage {
        frame: who.frame(&at, "actions-sent-title").here("my"),
        reference: reference.to_string(),
        next: at.say.with("actions-sent-next", &[("date", Arg::from(by))]),
        contact: house.call().map(|call| call.contact.clone()).unwrap_or_default(),
        mine: at.to(&format!("/my/actions/{}", opened.action.id)),
    }))
}
