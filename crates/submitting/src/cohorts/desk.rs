//! The desk's pages of cohorts: the list with the form for a new one, and each with its words, its actions, its figures.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Fault;
use vocabulary::{ActionId, LanguageMap, Reference};
use web::{At, ErrorLine, Errors, Field, Form, Frame, Link, Pairs, Problem};

use super::choose::{put_in, take_out};
use super::cohort::{Cohort, CohortId};
use super::freeze::freeze;
use super::make::{describe, make};
use super::public::token;
use super::records;
use super::refused::CohortRefused;
use crate::House;
use crate::actions;
use crate::people::{AtDesk, SignedIn};
use crate::register;

#[derive(Template)]
#[template(path = "cohorts/pages/desk.html")]
struct ListPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    rows: Vec<Link>,
    title: Field,
    about: Field,
}

/// An action of a cohort.
struct Member {
    id: String,
    reference: String,
    href: String,
    title: String,
}

#[derive(Template)]
#[template(path = "cohorts/pages/desk_one.html")]
struct OnePage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    base: String,
    public: String,
    title: Field,
    about: Field,
    reference: Field,
    members: Vec<Member>,
    frozen: Vec<String>,
}

fn said(map: &LanguageMap, at: &At) -> String {
    map.pick(at.lang).map_or_else(|| map.original_text().to_owned(), |picked| picked.text.to_owned())
}

async fn draw_list(
    house: &House,
    at: &At,
    who: &SignedIn,
    errors: &Errors,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let form = Form::new(&at.say, errors, pairs);
    let rows = records::all(house.store.read()).await?;
    let row =
        |cohort: &Cohort| Link::new(said(&cohort.title, at), at.to(&format!("/desk/cohorts/{}", cohort.id)));
    Ok(web::html(ListPage {
        frame: who.frame(at, "cohorts-title").here("desk").errors(errors),
        crumbs: vec![Link::new(at.say.t("look-desk"), at.to("/desk"))],
        errors: errors.summary(&at.say),
        rows: rows.iter().map(row).collect(),
        title: form.text("title", "cohorts-form-title").max(120),
        about: form.area("about", "cohorts-form-about").max(600).optional(),
    }))
}

/// Every cohort, and the form for a new one.
pub(super) async fn list(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
) -> Result<Response, Problem> {
    draw_list(&house, &at, &who, &Errors::new(), &Pairs::none()).await
}

/// Makes one.
pub(super) async fn made(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    match make(&tx, &who.acting(), at.lang, pairs.text("title"), pairs.text("about")).await {
        Ok((cohort, position)) => {
            house.finish(tx, position).await?;
            house.refresh().await?;
            Ok(at.see(&format!("/desk/cohorts/{}", cohort.id)))
        }
        Err(refused) => {
            drop(tx);
            let errors = said_at(refused)?;
            Ok(web::again(draw_list(&house, &at, &who, &errors, &pairs).await?))
        }
    }
}

/// What was refused, at its field; a problem of its own where it belongs to none.
fn said_at(refused: CohortRefused) -> Result<Errors, Problem> {
    let Some((field, key)) = refused.at() else { return Err(refused.into()) };
    let mut errors = Errors::new();
    errors.add(field, key);
    Ok(errors)
}

async fn members(house: &House, at: &At, cohort: &Cohort) -> Result<Vec<Member>, Fault> {
    let conn = house.store.read();
    let mut members = Vec::new();
    for id in records::actions(conn, cohort.id).await? {
        let Some(action) = actions::by_id(conn, id).await? else { continue };
        let reference = action.reference.as_ref().map(ToString::to_string).unwrap_or_default();
        let version = match &action.current {
            Some(current) => actions::version(conn, id, current.n).await?,
            None => None,
        };
        let title = version.and_then(|version| version.content.title);
        members.push(Member {
            id: id.to_string(),
            href: at.to(&format!("/desk/actions/{id}")),
            title: title.map_or_else(|| reference.clone(), |title| said(&title, at)),
            reference,
        });
    }
    Ok(members)
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    cohort: &Cohort,
    (errors, pairs): (&Errors, &Pairs),
) -> Result<Response, Problem> {
    let form = Form::new(&at.say, errors, pairs);
    let frozen = records::frozen(house.store.read(), cohort.id).await?;
    let title = said(&cohort.title, at);
    Ok(web::html(OnePage {
        frame: who.frame(at, &title).here("desk").errors(errors),
        crumbs: vec![
            Link::new(at.say.t("look-desk"), at.to("/desk")),
            Link::new(at.say.t("cohorts-title"), at.to("/desk/cohorts")),
        ],
        errors: errors.summary(&at.say),
        base: at.to(&format!("/desk/cohorts/{}", cohort.id)),
        public: at.to(&format!("/cohorts/{}", cohort.slug)),
        title: form.text("title", "cohorts-form-title").max(120),
        about: form.area("about", "cohorts-form-about").max(600).optional(),
        reference: form
            .text("reference", "cohorts-form-reference")
            .hint(at.say.t("cohorts-form-reference-hint")),
        members: members(house, at, cohort).await?,
        frozen: frozen.iter().map(|one| at.say.date(one.at)).collect(),
    }))
}

async fn found(house: &House, id: &str) -> Result<Cohort, Problem> {
    let id: CohortId = id.parse().map_err(|_| Problem::NotFound)?;
    records::find(house.store.read(), id).await?.ok_or(Problem::NotFound)
}

/// What the form holds before anybody has typed: its words in the reader's language.
fn kept(cohort: &Cohort, at: &At) -> Pairs {
    let about = cohort.about.as_ref().map(|about| said(about, at)).unwrap_or_default();
    Pairs::new([("title", said(&cohort.title, at)), ("about", about)])
}

/// One cohort.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let cohort = found(&house, &id).await?;
    let pairs = kept(&cohort, &at);
    draw(&house, &at, &who, &cohort, (&Errors::new(), &pairs)).await
}

/// Describes it, puts an action in or takes one out, freezes its figures.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id, act)): Path<(String, String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let cohort = found(&house, &id).await?;
    let acting = who.acting();
    let numbers = register::part::numbers(&house, &token(&cohort.slug))?;
    let tx = house.act().await?;
    let done = match act.as_str() {
        "describe" => {
            let texts = (pairs.text("title"), pairs.text("about"));
            describe(&tx, &acting, cohort.clone(), at.lang, texts).await
        }
        "put-in" => {
            let action = match Reference::parse(pairs.text("reference").trim()) {
                Ok(reference) => actions::by_reference(tx.conn(), &reference).await?,
                Err(_) => None,
            };
            put_in(&tx, &acting, &cohort, action).await
        }
        "take-out" => match pairs.text("action").parse::<ActionId>() {
            Ok(action) => take_out(&tx, &acting, &cohort, action).await,
            Err(_) => Err(CohortRefused::NotThere),
        },
        "freeze" => freeze(&tx, &acting, &cohort, numbers).await,
        _ => return Err(Problem::NotFound),
    };
    match done {
        Ok(position) => {
            house.finish(tx, position).await?;
            house.refresh().await?;
            Ok(at.see(&format!("/desk/cohorts/{id}")))
        }
        Err(refused) => {
            drop(tx);
            let errors = said_at(refused)?;
            let pairs = if act == "describe" { pairs } else { with(kept(&cohort, &at), &pairs) };
            Ok(web::again(draw(&house, &at, &who, &cohort, (&errors, &pairs)).await?))
        }
    }
}

/// What stands in the form for words, with the reference that was typed into the other one.
fn with(kept: Pairs, typed: &Pairs) -> Pairs {
    let of = |name: &'static str, pairs: &Pairs| (name, pairs.text(name).to_owned());
    Pairs::new([of("title", &kept), of("about", &kept), of("reference", typed)])
}
