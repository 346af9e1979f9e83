//! The desk's page of one action: read it beside what is public, and return, decline, publish, redact, withdraw or
//! protect it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Fault, Position, Tx};
use vocabulary::Tag;
use web::{At, Choices, Entry, ErrorLine, Errors, Field, Form, Frame, Link, Pairs, Problem, Tone};

use super::action::{Action, Stage, WithdrawReason};
use super::content::TextField;
use super::decide::{REASONS_MOST, decline, give_back, publish, signed, to_verify};
use super::may;
use super::mend::redact;
use super::mine::{self, Mine};
use super::my::{self, Done};
use super::picture::{self, DeskPicture};
use super::refused::ActionRefused;
use super::shown::{Line, Shown, Words, named};
use super::version::Version;
use super::withdraw::{protect, withdraw};
use super::{leave, records};
use crate::House;
use crate::people::{Acting, AtDesk, SignedIn};

#[derive(Template)]
#[template(path = "actions/pages/desk.html")]
struct DeskPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    title: String,
    government: String,
    government_href: String,
    reference: String,
    dot: &'static str,
    state: String,
    answers: Vec<Shown>,
    contact: Vec<Line>,
    waits: bool,
    revision: bool,
    declinable: bool,
    assessed: bool,
    assessable: bool,
    hindrance: Option<String>,
    verify: Option<String>,
    confirmed: Vec<Confirmed>,
    reasons: Field,
    history: Vec<Entry>,
    texts: Vec<(&'static str, String)>,
    correctable: bool,
    is_public: bool,
    protectable: bool,
    withdraw: Choices,
    public: Option<String>,
    pictures: Vec<DeskPicture>,
    base: String,
}

/// What was confirmed at sending, in the words that were read.
struct Confirmed {
    sentence: String,
    lang: String,
    dir: &'static str,
    when: String,
}

async fn confirmed(house: &House, at: &At, action: &Action, n: i64) -> Result<Vec<Confirmed>, Fault> {
    let given = records::pictures::confirmed(house.store.read(), action.id, n).await?;
    let told = given.into_iter().map(|one| Confirmed {
        when: at.say.with(
            "actions-desk-confirmed-on",
            &[("date", at.say.date(one.at).into()), ("version", one.version.into())],
        ),
        dir: Tag::parse(&one.lang).map_or("auto", |tag| tag.dir()),
        sentence: one.sentence,
        lang: one.lang,
    });
    Ok(told.collect())
}

/// Why what waits cannot be published by whoever looks at it, and the signature that is to be verified first.
async fn hindrance(
    house: &House,
    who: &SignedIn,
    opened: &Mine,
    waiting: Option<&Version>,
) -> Result<(Option<may::Refused>, Option<String>), Problem> {
    let (Some(waiting), Some(call)) = (waiting, house.call()) else { return Ok((None, None)) };
    let (conn, lead) = (house.store.read(), opened.lead.id);
    let signed = signed(conn, &call.declaration, lead).await?;
    let refused = may::publish(&who.acting(), waiting.by, signed).err();
    let verify = match refused {
        Some(may::Refused::NotSigned) => to_verify(conn, &call.declaration, lead).await?,
        _ => None,
    };
    Ok((refused, verify))
}

fn history(at: &At, versions: &[Version]) -> Vec<Entry> {
    let entry = |version: &Version| {
        let key = format!("actions-version-{}", version.origin.word());
        let words = at.say.with(&key, &[("n", version.n.into())]);
        let text = match &version.why {
            Some(why) => format!("{words} — \u{2068}{why}\u{2069}"),
            None => words,
        };
        Entry { when: at.say.date(version.at), machine: version.at.date().to_string(), text }
    };
    versions.iter().map(entry).collect()
}

/// The frame of the page, with what was just done.
fn frame(at: &At, who: &SignedIn, given: &Given<'_>) -> Frame {
    let frame = who.frame(at, "actions-desk-title").here("desk").errors(given.errors);
    match given.done {
        done @ ("returned" | "declined" | "published" | "corrected" | "redacted" | "withdrawn"
        | "protected") => frame.notice(Tone::Done, at.say.t(&format!("actions-desk-done-{done}"))),
        done @ ("hidden" | "shown") => {
            frame.notice(Tone::Done, at.say.t(&format!("actions-form-done-{done}")))
        }
        _ => frame,
    }
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    given: Given<'_>,
) -> Result<Response, Problem> {
    let action = &opened.action;
    let conn = house.store.read();
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let catalogue = house.catalogue();
    let words = Words { say: &at.say, catalogue: &catalogue, call: &call };
    let versions = records::versions::all(conn, action.id).await?;
    let version = |n: i64| versions.iter().find(|version| version.n == n);
    let waiting = action.waiting().and_then(|of| version(of.n));
    let stands = action.current.as_ref().and_then(|of| version(of.n));
    let read = waiting.or(stands).ok_or(Problem::NotFound)?;
    // What is public, or what was returned and comes again.
    let earlier = versions.iter().rev().find(|version| version.n < read.n);
    let public = stands.filter(|_| action.stage.is_public());
    let before = public.or(earlier).filter(|_| waiting.is_some());
    let contact = records::drafts::contact(conn, action.id).await?;
    let (refused, verify) = hindrance(house, who, opened, waiting).await?;
    let (dot, state) = my::state(&at.say, action);
    let form = Form::new(&at.say, given.errors, given.pairs);
    let frame = frame(at, who, &given);
    let texts = TextField::ALL.into_iter().filter(|field| read.content.text(*field).is_some());
    let public = action.reference.as_ref().filter(|_| action.stage.is_public());
    Ok(web::html(DeskPage {
        frame,
        crumbs: vec![Link::new(at.say.t("look-desk"), at.to("/desk"))],
        errors: given.errors.summary(&at.say),
        title: my::called(house, &at.say, opened).await?,
        government: named(&opened.lead, &at.say),
        government_href: at.to(&opened.lead.path()),
        reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        dot,
        state,
        answers: words.answers(&read.content, before.map(|version| &version.content)),
        contact: words.contact(contact.as_ref()),
        waits: waiting.is_some(),
        revision: waiting.is_some() && action.stage.is_public(),
        declinable: action.stage == Stage::Sent,
        assessed: action.stage == Stage::InAssessment,
        assessable: action.stage == Stage::Sent,
        verify: verify.map(|path| at.to(&path)),
        hindrance: refused.map(|refused| at.say.t(refused.key())),
        confirmed: confirmed(house, at, action, read.n).await?,
        reasons: form
            .area("reasons", "actions-desk-reasons")
            .hint(at.say.t("actions-desk-reasons-hint"))
            .max(REASONS_MOST),
        history: history(at, &versions),
        texts: texts.map(|field| (field.word(), at.say.t(field.key()))).collect(),
        correctable: action.stage.is_public() || action.stage == Stage::Sent,
        is_public: action.stage.is_public(),
        protectable: action.stage.is_public() || matches!(action.stage, Stage::Withdrawn { .. }),
        withdraw: leave::reasons(&form, &at.say),
        public: public.map(|reference| at.to(&format!("/actions/{reference}"))),
        pictures: picture::at_desk(house, at, action.id, &read.content).await?,
        base: at.to(&format!("/desk/actions/{}", action.id)),
    }))
}

/// What a page is drawn with.
struct Given<'a> {
    errors: &'a Errors,
    pairs: &'a Pairs,
    done: &'a str,
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let opened = mine::open_at_desk(&house, &who, &id).await?;
    let (errors, pairs) = (Errors::new(), Pairs::none());
    let done = query.done.unwrap_or_default();
    draw(&house, &at, &who, &opened, Given { errors: &errors, pairs: &pairs, done: &done }).await
}

/// What the desk does with the button it presses, by the last part of the address.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id, act)): Path<(String, String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let opened = mine::open_at_desk(&house, &who, &id).await?;
    match press(&tx, &house, &who.acting(), &opened, &act, &pairs).await {
        Ok((done, position)) => {
            house.finish(tx, position).await?;
            Ok(at.see(&format!("/desk/actions/{id}?done={done}")))
        }
        Err(ActionRefused::NoSuchAct) => Err(Problem::NotFound),
        Err(refused) => {
            drop(tx);
            refused_at(&house, &at, &who, &opened, &pairs, &act, refused).await
        }
    }
}

/// The act of a button: what was done, in a word, and where the journal says so.
async fn press(
    tx: &Tx,
    house: &House,
    acting: &Acting,
    opened: &Mine,
    act: &str,
    pairs: &Pairs,
) -> Result<(&'static str, Position), ActionRefused> {
    let (action, reasons) = (opened.action.clone(), pairs.text("reasons"));
    Ok(match act {
        "return" => ("returned", give_back(tx, acting, action, reasons).await?.1),
        "decline" => ("declined", decline(tx, acting, action, reasons).await?.1),
        "publish" => {
            let call = house.call().ok_or(ActionRefused::NoSuchAct)?;
            let signed = signed(tx.conn(), &call.declaration, opened.lead.id).await?;
            ("published", publish(tx, acting, action, signed).await?.1)
        }
        "redact" => {
            let field = TextField::parse(pairs.text("field")).ok_or(ActionRefused::Nothing)?;
            ("redacted", redact(tx, acting, &action, field).await?)
        }
        "withdraw" => {
            let reason = WithdrawReason::parse(pairs.text("reason")).ok_or(ActionRefused::NoReasons)?;
            ("withdrawn", withdraw(tx, acting, action, opened.tie, reason).await?.1)
        }
        "protect" => ("protected", protect(tx, acting, action).await?.1),
        _ => return Err(ActionRefused::NoSuchAct),
    })
}

/// The page once more, with the reason for which nothing was done.
async fn refused_at(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    pairs: &Pairs,
    act: &str,
    refused: ActionRefused,
) -> Result<Response, Problem> {
    let Some(key) = refused.key() else { return Err(refused.into()) };
    let mut errors = Errors::new();
    match (act, &refused) {
        ("withdraw", ActionRefused::NoReasons) => errors.add("reason", "actions-error-withdraw-reason"),
        ("return" | "decline", _) => errors.add("reasons", key),
        _ => errors.add("acts", key),
    }
    Ok(web::again(draw(house, at, who, opened, Given { errors: &errors, pairs, done: "" }).await?))
}
