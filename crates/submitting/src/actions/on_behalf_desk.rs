//! The desk's pages for actions entered on behalf of a government: what was entered, the form with the scan, and asking
//! the government.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use post::Address;
use serde::Deserialize;
use store::files::Incoming;
use store::{Fault, Files, Subject};
use vocabulary::{ActionId, Arg, FileId, GovernmentId, Lang, PartialDate};
use web::{
    At, Choices, Date3, DateParts, ErrorLine, Errors, Fact, Field, FileField, Form, Frame, Kind, Link, Pairs,
    Problem, Tone, Upload,
};

use super::action::Action;
use super::my::{self, Done};
use super::on_behalf::{EnteredFrom, Entering, OnBehalf, ask, enter};
use super::refused::ActionRefused;
use super::shown::named;
use super::{mine, partners, records};
use crate::House;
use crate::governments::{self, Government};
use crate::people::{AtDesk, SignedIn};

/// How many governments a search shows.
const FOUND_MOST: u64 = 20;

struct Row {
    title: String,
    href: String,
    government: String,
    state: String,
}

#[derive(Template)]
#[template(path = "actions/pages/on_behalf.html")]
struct OnBehalfPage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    rows: Vec<Row>,
    government: Field,
    from: Choices,
    dated: Date3,
    file: FileField,
    kept: Option<(String, String)>,
    q: String,
    found: Vec<Link>,
    address: Field,
    lang: Choices,
    post: String,
}

/// How one stands, in words.
fn state(at: &At, action: &Action, entered: &OnBehalf) -> String {
    let (key, day) = match (entered.confirmed, entered.refused, entered.asked) {
        (Some(day), _, _) if !action.is_open() => ("actions-behalf-state-confirmed", day),
        (_, Some(day), _) => ("actions-behalf-state-refused", day),
        (_, _, Some(day)) if action.is_open() => ("actions-behalf-state-asked", day),
        _ => ("actions-behalf-state-entered", action.begun),
    };
    at.say.with(key, &[("date", Arg::from(at.say.date(day)))])
}

async fn rows(house: &House, at: &At) -> Result<Vec<Row>, Fault> {
    let conn = house.store.read();
    let mut rows = Vec::new();
    for entered in records::on_behalf::all(conn).await? {
        let Some(action) = records::actions::find(conn, entered.action).await? else { continue };
        let lead = mine::lead(conn, &action).await?;
        let state = state(at, &action, &entered);
        let opened = mine::Mine { action, lead, tie: super::may::Tie::None };
        rows.push(Row {
            title: my::called(house, &at.say, &opened).await?,
            href: at.to(&format!("/desk/on-behalf/{}", opened.action.id)),
            government: partners::lead_name(conn, &at.say, &opened.action).await?,
            state,
        });
    }
    Ok(rows)
}

/// What stands in the query: the name that is sought, and the government that was found.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Sought {
    #[serde(default)]
    q: String,
    #[serde(default)]
    government: String,
}

/// The governments that a name means; each leads to the form with its reference filled in.
async fn found(house: &House, at: &At, q: &str) -> Result<Vec<Link>, Fault> {
    let known = governments::find(house.store.read(), q, FOUND_MOST).await?;
    let link = |one: &Government| {
        let words = format!("{} · {}", named(one, &at.say), one.reference);
        Link::new(words, at.to(&format!("/desk/on-behalf?government={}#government", one.reference)))
    };
    Ok(known.iter().map(link).collect())
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    errors: &Errors,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let form = Form::new(&at.say, errors, pairs);
    let sources = EnteredFrom::ALL.map(|from| (from.word(), at.say.t(from.key())));
    let kept = Some(pairs.text("kept")).filter(|id| !id.is_empty());
    Ok(web::html(OnBehalfPage {
        frame: who.frame(at, "actions-behalf-title").here("desk").errors(errors),
        crumbs: vec![Link::new(at.say.t("look-desk"), at.to("/desk"))],
        errors: errors.summary(&at.say),
        rows: rows(house, at).await?,
        found: found(house, at, pairs.text("q")).await?,
        q: pairs.text("q").to_owned(),
        government: form
            .text("government", "actions-behalf-government")
            .hint(at.say.t("actions-behalf-government-hint")),
        from: form.choices("from", "actions-behalf-from", sources),
        dated: form.date("dated", "actions-behalf-dated"),
        file: form.file("file", "actions-behalf-file"),
        kept: kept.map(|id| (id.to_owned(), pairs.text("kept-name").to_owned())),
        address: form
            .text("address", "actions-behalf-address")
            .hint(at.say.t("actions-behalf-address-hint"))
            .kind(Kind::Email),
        lang: form.languages("lang", "actions-behalf-lang"),
        post: at.to("/desk/on-behalf"),
    }))
}

/// What was entered, and the form for more.
pub(super) async fn list(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Query(sought): Query<Sought>,
) -> Result<Response, Problem> {
    let pairs = Pairs::new([("q", sought.q), ("government", sought.government)]);
    draw(&house, &at, &who, &Errors::new(), &pairs).await
}

/// What was sent, as far as it is right.
struct What {
    lead: GovernmentId,
    from: EnteredFrom,
    dated: PartialDate,
}

async fn read_what(house: &House, pairs: &Pairs, errors: &mut Errors) -> Result<Option<What>, Fault> {
    let reference = pairs.text("government").to_uppercase();
    let lead = governments::by_reference(house.store.read(), &reference).await?;
    if lead.is_none() {
        errors.add("government", "actions-behalf-error-government");
    }
    let from = EnteredFrom::parse(pairs.text("from"));
    if from.is_none() {
        errors.add("from", "actions-behalf-error-from");
    }
    let dated = DateParts::of(pairs, "dated").check("dated", errors);
    if dated.is_none() && !errors.has("dated") {
        errors.add("dated", "actions-behalf-error-dated");
    }
    Ok(match (lead, from, dated) {
        (Some(lead), Some(from), Some(dated)) => Some(What { lead: lead.id, from, dated }),
        _ => None,
    })
}

/// Where the government is asked, and in which language.
fn read_where(pairs: &Pairs, errors: &mut Errors) -> Option<(String, Lang)> {
    let address = Address::parse(pairs.text("address"));
    if address.is_err() {
        errors.add("address", "actions-error-contact-shape");
    }
    let lang = Lang::parse(pairs.text("lang"));
    if lang.is_none() {
        errors.add("lang", "actions-behalf-error-lang");
    }
    Some((address.ok()?.as_str().to_owned(), lang?))
}

/// Takes the file that was sent, or finds the one that was kept while the rest is put right.
async fn take(
    house: &House,
    who: &SignedIn,
    upload: &Upload,
    errors: &mut Errors,
) -> Result<Option<(FileId, String)>, Problem> {
    let files = Files::new(&house.folder);
    let Some(sent) = upload.file("file") else {
        let Ok(id) = upload.pairs.text("kept").parse::<FileId>() else {
            errors.add("file", "actions-behalf-error-file");
            return Ok(None);
        };
        let found = files.find(house.store.read(), id).await?;
        let theirs = found.filter(|file| file.owner_kind == "person" && file.owner == who.person.uuid());
        if theirs.is_none() {
            errors.add("file", "actions-behalf-error-file");
        }
        return Ok(theirs.map(|file| (file.id, file.name)));
    };
    let accepted = match web::accept(sent).await {
        Ok(accepted) => accepted,
        Err(refused) => {
            refused.tell(errors, sent);
            return Ok(None);
        }
    };
    let tx = house.note().await?;
    let owner = Subject::new("person", who.person);
    let (mime, name) = (accepted.kind.mime(), accepted.name.as_str());
    let id = files.put(&tx, Incoming { bytes: &accepted.bytes, mime, name, owner }).await?;
    tx.commit().await?;
    Ok(Some((id, accepted.name)))
}

/// Enters: the file is kept even where something else is wrong.
pub(super) async fn post(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    upload: Upload,
) -> Result<Response, Problem> {
    let call = house.call().ok_or(Problem::Refused("actions-refused-no-call"))?;
    let mut errors = Errors::new();
    // In the order of the page, so that the summary has the same.
    let what = read_what(&house, &upload.pairs, &mut errors).await?;
    let mut pairs = Pairs::new(upload.pairs.iter().filter(|(name, _)| !name.starts_with("kept")));
    let kept = take(&house, &who, &upload, &mut errors).await?;
    if let Some((id, name)) = &kept {
        pairs.push("kept", &id.to_string());
        pairs.push("kept-name", name);
    }
    let to = read_where(&upload.pairs, &mut errors);
    let (Some(what), Some((file, _)), Some((address, lang)), true) = (what, kept, to, errors.is_empty())
    else {
        return Ok(web::again(draw(&house, &at, &who, &errors, &pairs).await?));
    };
    let with = Entering {
        lead: what.lead,
        from: what.from,
        dated: what.dated,
        file,
        address,
        lang: lang.code().to_owned(),
    };
    let tx = house.act().await?;
    let action = enter(&tx, &who.acting(), &call, with).await?;
    tx.commit().await?;
    Ok(at.see(&format!("/desk/on-behalf/{}?done=entered", action.id)))
}

#[derive(Template)]
#[template(path = "actions/pages/on_behalf_one.html")]
struct OnePage {
    frame: Frame,
    crumbs: Vec<Link>,
    errors: Vec<ErrorLine>,
    facts: Vec<Fact>,
    scan: String,
    form: String,
    open: bool,
    ask: String,
}

async fn entered(house: &House, id: &str) -> Result<(Action, OnBehalf), Problem> {
    let id: ActionId = id.parse().map_err(|_| Problem::NotFound)?;
    let conn = house.store.read();
    let action = records::actions::find(conn, id).await?.ok_or(Problem::NotFound)?;
    let entered = records::on_behalf::find(conn, id).await?.ok_or(Problem::NotFound)?;
    Ok((action, entered))
}

async fn draw_one(
    house: &House,
    at: &At,
    who: &SignedIn,
    (action, entered): (&Action, &OnBehalf),
    given: (&Errors, &str),
) -> Result<Response, Problem> {
    let say = &at.say;
    let lead = partners::lead_name(house.store.read(), say, action).await?;
    let base = format!("/desk/on-behalf/{}", action.id);
    let mut frame = who.frame(at, "actions-behalf-one-title").here("desk").errors(given.0);
    frame = match given.1 {
        "entered" => frame.notice(Tone::Done, say.t("actions-behalf-done-entered")),
        "asked" => frame.notice(Tone::Done, say.t("actions-behalf-done-asked")),
        _ => frame,
    };
    Ok(web::html(OnePage {
        frame,
        crumbs: vec![
            Link::new(say.t("look-desk"), at.to("/desk")),
            Link::new(say.t("actions-behalf-title"), at.to("/desk/on-behalf")),
        ],
        errors: given.0.summary(say),
        facts: vec![
            Fact::new(say.t("actions-government"), lead),
            Fact::new(say.t("actions-behalf-from"), say.t(entered.from.key())),
            Fact::new(say.t("actions-behalf-dated"), say.partial(&entered.dated)),
            Fact::new(say.t("actions-behalf-address"), entered.address.clone()),
            Fact::new(say.t("actions-behalf-state"), state(at, action, entered)),
        ],
        scan: at.to(&format!("{base}/scan")),
        form: at.to(&format!("/my/actions/{}", action.id)),
        open: action.is_open(),
        ask: at.to(&format!("{base}/ask")),
    }))
}

/// One that was entered.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Done>,
) -> Result<Response, Problem> {
    let (action, entered) = entered(&house, &id).await?;
    let done = query.done.unwrap_or_default();
    draw_one(&house, &at, &who, (&action, &entered), (&Errors::new(), &done)).await
}

/// Asks the government to confirm.
pub(super) async fn post_ask(
    State(house): State<House>,
    at: At,
    AtDesk(who): AtDesk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let tx = house.act().await?;
    let (action, entered) = entered(&house, &id).await?;
    match ask(&house, &tx, &who.acting(), &action, entered.clone()).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(at.see(&format!("/desk/on-behalf/{id}?done=asked")))
        }
        Err(refused @ ActionRefused::Incomplete) => {
            drop(tx);
            let mut errors = Errors::new();
            errors.add("ask", refused.key().unwrap_or("actions-refused-incomplete"));
            Ok(web::again(draw_one(&house, &at, &who, (&action, &entered), (&errors, "")).await?))
        }
        Err(refused) => Err(refused.into()),
    }
}

/// The scan. Private: only the desk has it.
pub(super) async fn scan(
    State(house): State<House>,
    AtDesk(_): AtDesk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (_, entered) = entered(&house, &id).await?;
    let files = Files::new(&house.folder);
    let file = files.find(house.store.read(), entered.file).await?.ok_or(Problem::NotFound)?;
    match files.bytes(&file).await? {
        Some(bytes) => Ok(web::download(&file.name, &file.mime, bytes.into())),
        None => Err(Problem::NotFound),
    }
}
