//! An act of an editor: write the summary of an action that is published beside what the government says.

use askama::Template;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Fact, Position, Subject, Tx};
use vocabulary::{ActionId, Lang, LanguageMap, Origin, Tag};
use web::{At, Choices, ErrorLine, Errors, Field, Form, Frame, Link, Pairs, Problem, Tone};

use super::may;
use super::mine::{Done, named};
use super::records::summaries;
use super::refused::AssessmentRefused;
use crate::House;
use crate::actions::{self, Action, Shown, Stage, Words};
use crate::governments;
use crate::people::{Acting, SignedIn};

/// The most characters of a summary in one language.
pub const SUMMARY_MOST: usize = 1200;
/// The field by which wordings before are taken away, and its value.
const EARLIER: &str = "earlier";
const FORGET: &str = "forget";
/// So many actions stand in the editor's list.
const LISTED: u64 = 100;

/// What becomes of the wordings before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// They stay in the history.
    Kept,
    /// They are taken away: one of them said what must not be read.
    Forgotten,
}

/// Writes the summary: the text in the language it is first written in, and its translations. It is public where the
/// action is.
pub async fn summarise(
    tx: &Tx,
    acting: &Acting,
    action: &Action,
    (original, texts): (Lang, &[(Lang, String)]),
    earlier: Earlier,
) -> Result<(LanguageMap, Position), AssessmentRefused> {
    may::edit(acting)?;
    if !matches!(action.stage, Stage::InAssessment | Stage::Published) {
        return Err(super::panel::NotNow.into());
    }
    let text = |lang: Lang| texts.iter().find(|(one, _)| *one == lang).map_or("", |(_, text)| text.trim());
    if text(original).is_empty() {
        return Err(AssessmentRefused::NoSummary);
    }
    let before = summaries::of(tx.conn(), action.id).await?;
    let mut map = match before.filter(|map| map.original_tag() == &Tag::from(original)) {
        Some(mut map) => {
            map.set_original(text(original));
            map
        }
        None => LanguageMap::original(original, text(original)),
    };
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != original) {
        if map.text(&Tag::from(lang)).unwrap_or_default() != text(lang) {
            map.translate(lang, text(lang), Origin::Human);
        }
    }
    summaries::save(tx, action.id, &map, acting.actor.person()).await?;
    if earlier == Earlier::Forgotten {
        summaries::forget_wordings(tx, action.id).await?;
    }
    let (_, hash) = store::canonical(&map)?;
    let fact = Fact::new("assessment.summarised", Subject::new("action", action.id), acting.actor);
    let fact = if action.stage.is_public() { fact.public() } else { fact };
    let position = tx.tell(fact.call(action.call).version(hash)).await?;
    Ok((map, position))
}

/// An editor who is logged in; everybody else is refused.
pub(super) struct Editing(SignedIn);

impl FromRequestParts<House> for Editing {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Editing, Problem> {
        let who = SignedIn::from_request_parts(parts, house).await?;
        may::edit(&who.acting())?;
        Ok(Editing(who))
    }
}

struct Row {
    title: String,
    reference: String,
    government: String,
    href: String,
    dot: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "assessment/pages/summaries.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
}

/// The actions that may be summarised, those that changed last first.
pub(super) async fn list(
    State(house): State<House>,
    at: At,
    Editing(who): Editing,
) -> Result<Response, Problem> {
    let conn = house.store.read();
    let mut rows = Vec::new();
    for action in actions::to_summarise(conn, LISTED).await? {
        let written = summaries::of(conn, action.id).await?.is_some();
        let lead = governments::canonical_of(conn, action.lead).await?;
        let (dot, key) = match written {
            true => ("ok", "assessment-summary-written"),
            false => ("wait", "assessment-summary-unwritten"),
        };
        rows.push(Row {
            title: content_of(&house, &action).await?.1,
            reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            government: lead.map(|lead| named(&lead, &at.say)).unwrap_or_default(),
            href: at.to(&format!("/edit/{}", action.id)),
            dot,
            state: at.say.t(key),
        });
    }
    let frame = who.frame(&at, "assessment-summaries-title").here("edit");
    Ok(web::html(ListPage { frame, rows }))
}

/// The content that stands, and its title.
async fn content_of(house: &House, action: &Action) -> Result<(actions::Content, String), Problem> {
    let n = action.current.as_ref().map_or(0, |current| current.n);
    let version = actions::version(house.store.read(), action.id, n).await?.ok_or(Problem::NotFound)?;
    let title = version.content.title.as_ref().map(|title| title.original_text().to_owned());
    Ok((version.content, title.unwrap_or_default()))
}

#[derive(Template)]
#[template(path = "assessment/pages/summary.html")]
struct EditPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    title: String,
    reference: String,
    answers: Vec<Shown>,
    original: Choices,
    texts: Vec<Field>,
    earlier: Option<Choices>,
    stale: Vec<String>,
    post: String,
    public: Option<String>,
}

async fn open(house: &House, id: &str) -> Result<Action, Problem> {
    let id: ActionId = id.parse().map_err(|_| Problem::NotFound)?;
    let action = actions::by_id(house.store.read(), id).await?.ok_or(Problem::NotFound)?;
    match action.stage {
        Stage::InAssessment | Stage::Published => Ok(action),
        _ => Err(Problem::NotFound),
    }
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    action: &Action,
    errors: &Errors,
    typed: Option<&Pairs>,
    done: bool,
) -> Result<Response, Problem> {
    let say = &at.say;
    let (content, title) = content_of(house, action).await?;
    let call = house.call().ok_or(Problem::NotFound)?;
    let catalogue = house.catalogue();
    let words = Words { say, catalogue: &catalogue, call: &call };
    let map = summaries::of(house.store.read(), action.id).await?;
    let mut kept = Pairs::none();
    if let Some(map) = &map {
        kept.push("original", map.original_tag().as_str());
        map.all().for_each(|(tag, text)| kept.push(&format!("text-{}", tag.as_str()), &text.text));
    }
    let pairs = typed.unwrap_or(&kept);
    let form = Form::new(say, errors, pairs);
    let field = |lang: Lang| {
        let field = form.area(&format!("text-{}", lang.code()), "assessment-summary-text");
        let field = Field { label: lang.own_name().to_owned(), ..field };
        let field = field.max(SUMMARY_MOST).language(lang.code(), lang.dir());
        if pairs.text("original") == lang.code() { field } else { field.optional() }
    };
    let stale = map.iter().flat_map(|map| {
        let old = Lang::ALL.into_iter().filter(|lang| map.stale(&Tag::from(*lang)));
        old.map(|lang| lang.own_name().to_owned())
    });
    let mut frame = who.frame(at, "assessment-summary-title").here("edit").errors(errors);
    if done {
        frame = frame.notice(Tone::Done, say.t("assessment-summary-done"));
    }
    let public = action.reference.as_ref().filter(|_| action.stage.is_public());
    Ok(web::html(EditPage {
        frame,
        crumbs: vec![Link::new(say.t("assessment-summaries-title"), at.to("/edit"))],
        errors: errors.summary(say),
        title,
        reference: action.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        answers: words.answers(&content, None),
        original: form.languages("original", "assessment-summary-original"),
        texts: Lang::ALL.map(field).into(),
        earlier: map.is_some().then(|| {
            let forget = (FORGET, say.t("assessment-summary-earlier-forget"));
            form.choices(EARLIER, "assessment-summary-earlier", [forget]).optional()
        }),
        stale: stale.collect(),
        post: at.to(&format!("/edit/{}", action.id)),
        public: public.map(|reference| at.to(&format!("/actions/{reference}"))),
    }))
}

/// The page of one summary.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Editing(who): Editing,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let action = open(&house, &id).await?;
    draw(&house, &at, &who, &action, &Errors::new(), None, query.done.is_some()).await
}

/// Keeps the summary.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    Editing(who): Editing,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let action = open(&house, &id).await?;
    let mut errors = Errors::new();
    let texts = Lang::ALL.map(|lang| {
        let field = format!("text-{}", lang.code());
        errors.at_most(&field, pairs.text(&field), SUMMARY_MOST);
        (lang, pairs.text(&field).to_owned())
    });
    let earlier = if pairs.has(EARLIER, FORGET) { Earlier::Forgotten } else { Earlier::Kept };
    if errors.is_empty() {
        let done = match Lang::parse(pairs.text("original")) {
            Some(original) => summarise(&tx, &who.acting(), &action, (original, &texts), earlier).await,
            None => Err(AssessmentRefused::NoSummary),
        };
        match done {
            Ok((_, position)) => {
                house.finish(tx, position).await?;
                return Ok(at.see(&format!("/edit/{id}?done=saved")));
            }
            Err(refused) => {
                let Some(key) = refused.key() else { return Err(refused.into()) };
                errors.add(refused.field(), key);
            }
        }
    }
    drop(tx);
    Ok(web::again(draw(&house, &at, &who, &action, &errors, Some(&pairs), false).await?))
}
