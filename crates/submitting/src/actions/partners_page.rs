//! The topic page of partners: who takes part, how each stands, and the forms that name, ask, remind and take out.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use post::Address;
use serde::Deserialize;
use vocabulary::{GovernmentId, Lang, LanguageMap, Tag};
use web::{
    At, Choices, ErrorLine, Errors, Field, Form, Frame, Kind, Link, Pairs, Problem, Task, TaskState, Tone,
};

use super::may::{self, Tie};
use super::mine::{self, Mine};
use super::partner::{Body, BodyKind, Partner, PartnerState, WhoTakesPart};
use super::partners::Named;
use super::partners_ask::{ask, remind};
use super::partners_name::{lives, name, remove};
use super::refused::ActionRefused;
use super::{my, partners, partners_mails, records};
use crate::House;
use crate::governments::{self, Government, Origin};
use crate::people::SignedIn;

/// The most characters of a name, and of an address of a web site.
const MOST: usize = 200;
/// How many governments a search shows.
const FOUND_MOST: u64 = 12;

/// One partner as whoever drafts sees it.
struct Row {
    name: Named,
    kind: String,
    dot: &'static str,
    state: String,
    note: Option<String>,
    ask: bool,
    remind: bool,
    base: String,
}

#[derive(Template)]
#[template(path = "actions/pages/partners.html")]
struct PartnersPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    drafting: bool,
    rows: Vec<Row>,
    may_ask: bool,
    q: String,
    found: Option<Choices>,
    kind: Choices,
    name: Field,
    language: Choices,
    website: Field,
    address: Field,
    post: String,
    back: String,
}

/// What stands in the query.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Way {
    #[serde(default)]
    q: String,
    #[serde(default)]
    done: String,
}

/// The partners as a task of the list.
pub(super) fn task(at: &At, base: &str, partners: &[Partner]) -> Task {
    let confirmed = partners.iter().filter(|one| one.state == PartnerState::Confirmed).count();
    let state = match (partners.len(), confirmed) {
        (0, _) => TaskState::Optional,
        (all, confirmed) if all == confirmed => TaskState::Done,
        _ => TaskState::Begun,
    };
    let mut task = Task::new(at.say.t("actions-partners-title"), at.to(&format!("{base}/partners")), state);
    task.hint = Some(match partners.len() {
        0 => at.say.t("actions-partners-optional"),
        all => at.say.with("actions-partners-count", &[("n", confirmed.into()), ("all", all.into())]),
    });
    task
}

/// Whether a government is offered to somebody who looks for a partner: what was only proposed is not.
async fn is_offered(house: &House, one: &Government) -> Result<bool, store::Fault> {
    if !matches!(one.origin, Origin::Proposed { .. }) {
        return Ok(true);
    }
    let mandates = governments::mandates_for(house.store.read(), one.id).await?;
    Ok(mandates.iter().any(|mandate| mandate.is_confirmed()))
}

async fn found(house: &House, at: &At, form: &Form<'_>, q: &str) -> Result<Option<Choices>, store::Fault> {
    if q.trim().is_empty() {
        return Ok(None);
    }
    let mut offered = Vec::new();
    for one in governments::search(house.store.read(), q.trim(), None, FOUND_MOST).await? {
        if is_offered(house, &one).await? {
            let country = one.profile.country.map(|country| country.country().name(at.lang).to_owned());
            let name = super::shown::named(&one, &at.say);
            let label = country.map_or_else(|| name.clone(), |country| at.say.pair(&name, &country));
            offered.push((one.id.to_string(), label));
        }
    }
    Ok(Some(form.choices("government", "actions-partners-found", offered)))
}

async fn rows(house: &House, at: &At, opened: &Mine) -> Result<Vec<Row>, store::Fault> {
    let conn = house.store.read();
    let mut rows = Vec::new();
    for partner in records::partners::of(conn, opened.action.id).await? {
        let (name, kind) = partners::called(conn, &at.say, &partner).await?;
        let (dot, state) = partners::state(&at.say, &partner);
        let reached = partners_mails::is_reached(house, &partner).await?;
        let note = match (&partner.who, partner.state) {
            (_, PartnerState::Confirmed | PartnerState::Declined | PartnerState::TakenBack) => None,
            (WhoTakesPart::Body(_), _) if !reached => Some("actions-partners-note-no-address"),
            (WhoTakesPart::Government(_), _) if !reached => Some("actions-partners-note-nobody"),
            (_, PartnerState::Asked) if partner.reminded.is_some() => Some("actions-partners-note-reminded"),
            _ => None,
        };
        let open = lives(&opened.action).is_ok() && opened.tie == Tie::Confirmed;
        rows.push(Row {
            name,
            kind,
            dot,
            state,
            note: note.map(|key| at.say.t(key)),
            ask: open && !partner.is_out_of_reach() && partner.clone().ask(house.now()).is_ok(),
            remind: open && partner.clone().remind(house.now()).is_ok(),
            base: at.to(&format!("/my/actions/{}/partners/{}", opened.action.id, partner.id)),
        });
    }
    Ok(rows)
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    opened: &Mine,
    given: Given<'_>,
) -> Result<Response, Problem> {
    let Given { errors, pairs, way } = given;
    let conn = house.store.read();
    let form = Form::new(&at.say, errors, pairs);
    let base = format!("/my/actions/{}", opened.action.id);
    let written = records::drafts::of(conn, opened.action.id).await?.language();
    let kinds = BodyKind::ALL.map(|kind| (kind.word(), at.say.t(kind.key())));
    let mut frame = who.frame(at, "actions-partners-ask-title").here("my").errors(errors);
    frame = match way.done.as_str() {
        "named" => frame.notice(Tone::Done, at.say.t("actions-partners-done-named")),
        "ask" => frame.notice(Tone::Done, at.say.t("actions-partners-done-ask")),
        "remind" => frame.notice(Tone::Done, at.say.t("actions-partners-done-remind")),
        "remove" => frame.notice(Tone::Done, at.say.t("actions-partners-done-remove")),
        _ => frame,
    };
    Ok(web::html(PartnersPage {
        frame,
        crumbs: vec![
            Link::new(at.say.t("actions-my-title"), at.to("/my/actions")),
            Link::new(my::called(house, &at.say, opened).await?, at.to(&base)),
        ],
        errors: errors.summary(&at.say),
        drafting: opened.action.is_open() && !opened.action.stage.is_public(),
        rows: rows(house, at, opened).await?,
        may_ask: opened.tie == Tie::Confirmed,
        found: found(house, at, &form, &way.q).await?,
        q: way.q.clone(),
        kind: form.choices("kind", "actions-partners-kind", kinds),
        name: form.text("name", "actions-partners-name").max(MOST),
        language: languages(at, &form, pairs, &written),
        website: form.text("website", "actions-partners-website").kind(Kind::Address).optional(),
        address: form
            .text("address", "actions-partners-address")
            .hint(at.say.t("actions-partners-address-hint"))
            .kind(Kind::Email)
            .optional(),
        post: at.to(&format!("{base}/partners")),
        back: at.to(&base),
    }))
}

/// The languages of a name: those of the interface, and the one in which the action is written.
fn languages(at: &At, form: &Form<'_>, pairs: &Pairs, written: &str) -> Choices {
    let mut tags: Vec<Tag> = Lang::ALL.into_iter().map(Tag::from).collect();
    tags.extend(Tag::parse(written).ok().filter(|tag| !tags.contains(tag)));
    let of = tags.iter().map(|tag| (tag.as_str().to_owned(), at.say.language_name(tag)));
    let mut choices = form.choices("language", "actions-partners-language", of);
    if pairs.first("language").is_none() {
        for choice in &mut choices.choices {
            choice.checked = choice.value == written;
        }
    }
    choices
}

/// What a page is drawn with.
struct Given<'a> {
    errors: &'a Errors,
    pairs: &'a Pairs,
    way: &'a Way,
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    let (errors, pairs) = (Errors::new(), Pairs::none());
    draw(&house, &at, &who, &opened, Given { errors: &errors, pairs: &pairs, way: &way }).await
}

fn read(pairs: &Pairs, errors: &mut Errors) -> Option<WhoTakesPart> {
    if pairs.text("do") == "government" {
        let id = pairs.text("government").parse::<GovernmentId>();
        if id.is_err() {
            errors.add("government", "actions-partners-error-government");
        }
        return id.ok().map(WhoTakesPart::Government);
    }
    let kind = BodyKind::parse(pairs.text("kind"));
    if kind.is_none() {
        errors.add("kind", "actions-partners-error-kind");
    }
    let name = errors.want("name", pairs.text("name"), "actions-partners-error-name").to_owned();
    errors.at_most("name", &name, MOST);
    let language = Tag::parse(pairs.text("language"));
    if language.is_err() {
        errors.add("language", "actions-partners-error-language");
    }
    let website = Some(pairs.text("website")).filter(|text| !text.is_empty()).map(str::to_owned);
    if website.as_deref().is_some_and(|text| !is_web_address(text)) {
        errors.add("website", "actions-partners-error-website");
    }
    let address = Some(pairs.text("address")).filter(|text| !text.is_empty()).map(str::to_owned);
    if address.as_deref().is_some_and(|text| Address::parse(text).is_err()) {
        errors.add("address", "actions-error-contact-shape");
    }
    let name = LanguageMap::original(language.ok()?, name);
    errors.is_empty().then_some(WhoTakesPart::Body(Body { kind: kind?, name, website, address }))
}

/// Whether a text is the address of a web site.
fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    text.chars().count() <= MOST && host.contains('.') && !text.contains(char::is_whitespace)
}

/// Names a partner.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let opened = mine::open(&house, &who, &id).await?;
    may::draft(&who.acting(), opened.action.author, opened.tie)?;
    let mut errors = Errors::new();
    if let Some(named) = read(&pairs, &mut errors) {
        let tx = house.note().await?;
        if let WhoTakesPart::Government(id) = named
            && governments::by_id(tx.conn(), id).await?.is_none()
        {
            return Err(Problem::Unreadable);
        }
        match name(&tx, &who.acting(), &opened.action, opened.tie, named).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(at.see(&format!("/my/actions/{}/partners?done=named", opened.action.id)));
            }
            Err(refused @ (ActionRefused::PartnerKnown | ActionRefused::TooManyPartners)) => {
                let field = if pairs.text("do") == "government" { "q" } else { "name" };
                errors.add(field, refused.key().unwrap_or("actions-partners-refused-known"));
            }
            Err(refused) => return Err(refused.into()),
        }
    }
    let way = Way { q: pairs.text("q").to_owned(), done: String::new() };
    let given = Given { errors: &errors, pairs: &pairs, way: &way };
    Ok(web::again(draw(&house, &at, &who, &opened, given).await?))
}

/// Asks, reminds or takes out, by the last part of the address.
pub(super) async fn act(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id, partner, word)): Path<(String, String, String, String)>,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let Mine { action, tie, .. } = mine::open(&house, &who, &id).await?;
    let acting = who.acting();
    let partner = partners_mails::partner_of(&tx, &action, &partner).await?.ok_or(Problem::NotFound)?;
    let position = match word.as_str() {
        "ask" => ask(&house, &tx, &acting, &action, tie, partner).await.map(|_| None)?,
        "remind" => remind(&house, &tx, &acting, &action, tie, partner).await.map(|_| None)?,
        "remove" => Some(remove(&tx, &acting, &action, tie, partner).await?),
        _ => return Err(Problem::NotFound),
    };
    tx.commit().await?;
    if let Some(position) = position {
        house.settle_public(position).await?;
    }
    Ok(at.see(&format!("/my/actions/{}/partners?done={word}", action.id)))
}
