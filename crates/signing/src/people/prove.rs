//! An act: prove an address by its code, and be logged in. Here a person comes to be, and a role takes effect.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Query;
use post::Address;
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Actor, Arg, Lang, PersonId};
use web::{At, Browser, Client, ErrorLine, Errors, Field, Form, Frame, Kind, Pairs, Problem, Tone};

use super::ask::Way;
use super::code::{Code, Tried, try_code};
use super::next::Next;
use super::person::Contact;
use super::records::codes::{self, Pending};
use super::records::{people, roles, sessions};
use super::role::Role;
use super::session::Browser as Kept;
use super::signed_in::home_of;
use super::{cookies, outbox};
use crate::house::House;

/// What came of a code.
pub(super) enum Proved {
    /// It proves that this person reads the address.
    Person(Contact, Option<Role>),
    /// It proves nothing.
    Nothing(Tried),
}

/// Tries a code in a browser. The transaction must be committed either way: a wrong try counts.
pub(super) async fn prove(
    house: &House,
    tx: &Tx,
    pending: &Pending,
    browser: &str,
    code: &Code,
) -> Result<Proved, Fault> {
    match try_code(&house.kit.key("people"), &pending.own, &pending.operator, code, tx.now()) {
        Tried::Right(id) => {
            codes::used(tx, id, browser).await?;
            let (contact, role) = arrive(tx, &pending.address, pending.lang).await?;
            Ok(Proved::Person(contact, role))
        }
        wrong => {
            codes::tried(tx, browser).await?;
            Ok(Proved::Nothing(wrong))
        }
    }
}

/// The person to whom a proven address belongs, made if need be; an invitation that waits is taken.
async fn arrive(tx: &Tx, address: &Address, lang: Lang) -> Result<(Contact, Option<Role>), Fault> {
    let (contact, role) = match people::by_address(tx.conn(), address).await? {
        Some(known) => {
            people::seen(tx, known.contact.person).await?;
            (known.contact, known.role)
        }
        None => (join(tx, address, lang).await?, None),
    };
    people::told(tx, contact.person, lang).await?;
    let Some((invitation, invited)) = roles::waiting_for(tx.conn(), address).await? else {
        return Ok((contact, role));
    };
    let person = contact.person;
    if let Some(before) = role {
        roles::end_of(tx, person).await?;
        tx.tell(role_fact("role.ended", person, before)).await?;
    }
    roles::take(tx, invitation, person).await?;
    tx.tell(role_fact("role.granted", person, invited)).await?;
    Ok((contact, Some(invited)))
}

/// What follows when an address is proven, without the code: for the people of a demonstration, whom nobody writes to.
pub async fn admit(tx: &Tx, address: &Address, lang: Lang) -> Result<Contact, Fault> {
    Ok(arrive(tx, address, lang).await?.0)
}

async fn join(tx: &Tx, address: &Address, lang: Lang) -> Result<Contact, Fault> {
    let contact = people::add(tx, address, lang).await?;
    let who = Actor::Person(contact.person);
    tx.tell(Fact::new("person.joined", Subject::new("person", contact.person), who)).await?;
    Ok(contact)
}

fn role_fact(kind: &'static str, person: PersonId, role: Role) -> Fact {
    Fact::new(kind, Subject::new("person", person), Actor::Person(person))
        .note(serde_json::json!({ "role": role.word() }))
}

/// The person to whom an address belongs, made without rights if nobody knows it: for entering on somebody's
/// behalf. Needs a transaction begun with `act`.
pub async fn person_for(tx: &Tx, address: &Address) -> Result<PersonId, Fault> {
    match people::by_address(tx.conn(), address).await? {
        Some(known) => Ok(known.contact.person),
        None => Ok(join(tx, address, Lang::En).await?.person),
    }
}

#[derive(Template)]
#[template(path = "people/pages/code.html")]
struct CodePage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    code: Field,
    next: String,
    desk: String,
    outbox: bool,
}

fn draw(
    house: &House,
    at: &At,
    browser: &Browser,
    errors: &Errors,
    pairs: &Pairs,
    pending: &Pending,
) -> Response {
    let blank = Pairs::none();
    let code = Form::new(&at.say, errors, &blank).text("code", "people-code-label");
    let frame = Frame::new(at, "people-code-title").here("log-in").csrf(browser.csrf()).errors(errors);
    let frame = match pairs.text("done") {
        "sent" => frame.notice(Tone::Done, at.say.t("people-code-resent")),
        _ => frame,
    };
    let desk = match house.call().map(|call| call.contact.clone()) {
        Some(contact) => at.say.with("people-code-desk", &[("contact", Arg::from(contact))]),
        None => at.say.t("people-code-desk-bare"),
    };
    web::html(CodePage {
        frame,
        errors: errors.summary(&at.say),
        lead: at.say.with("people-code-lead", &[("address", Arg::from(pending.address.as_str()))]),
        code: code.kind(Kind::Code).autocomplete("one-time-code"),
        next: pairs
            .first("next")
            .and_then(Next::parse)
            .map(|next| next.as_str().to_owned())
            .unwrap_or_default(),
        desk,
        outbox: outbox::is_open(house),
    })
}

/// The page with what is wrong.
pub(super) fn refuse(
    house: &House,
    at: &At,
    browser: &Browser,
    errors: &Errors,
    pairs: &Pairs,
    pending: &Pending,
) -> Result<Response, Problem> {
    let page = draw(house, at, browser, errors, pairs, pending);
    Ok(web::again(page))
}

/// The page that asks for the code.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    browser: Browser,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let Some(pending) = codes::pending(house.store.read(), &browser.fingerprint()).await? else {
        return Ok(at.see("/sign-in"));
    };
    let mut pairs = Pairs::none();
    if let Some(next) = way.next() {
        pairs.push("next", next.as_str());
    }
    pairs.push("done", way.done.as_deref().unwrap_or_default());
    Ok(draw(&house, &at, &browser, &Errors::new(), &pairs, &pending))
}

/// Takes the code and logs in.
pub(super) async fn enter(
    State(house): State<House>,
    at: At,
    browser: Browser,
    client: Client,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let fingerprint = browser.fingerprint();
    let tx = house.store.act(house.now()).await?;
    let Some(pending) = codes::pending(tx.conn(), &fingerprint).await? else {
        return Ok(at.see("/sign-in"));
    };
    let mut errors = Errors::new();
    let typed = errors.want("code", pairs.text("code"), "people-error-code-missing");
    let code = match (typed.is_empty(), Code::parse(typed)) {
        (false, Ok(code)) => code,
        (false, Err(_)) => {
            errors.add("code", "people-error-code-shape");
            return refuse(&house, &at, &browser, &errors, &pairs, &pending);
        }
        (true, _) => return refuse(&house, &at, &browser, &errors, &pairs, &pending),
    };
    match prove(&house, &tx, &pending, &fingerprint, &code).await? {
        Proved::Person(contact, role) => {
            let renewed = browser.renew();
            let kind =
                headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
            sessions::sweep(&tx).await?;
            sessions::end_in(&tx, &fingerprint).await?;
            sessions::add(&tx, contact.person, &renewed.fingerprint(), &Kept::of(kind)).await?;
            tx.commit().await?;
            house.limits.forgive(&contact.address, client.network());
            Ok(welcome(&house, &at, &pairs, &contact, role))
        }
        Proved::Nothing(tried) => {
            tx.commit().await?;
            say_wrong(&mut errors, tried);
            refuse(&house, &at, &browser, &errors, &pairs, &pending)
        }
    }
}

fn welcome(house: &House, at: &At, pairs: &Pairs, contact: &Contact, role: Option<Role>) -> Response {
    let next = pairs.first("next").and_then(Next::parse);
    let goal = next.map_or_else(|| at.to(home_of(role)), |next| next.as_str().to_owned());
    let mut response = Redirect::to(&goal).into_response();
    let known = cookies::give(&house.kit.key("people"), at.kit.transport(), &contact.address);
    response.headers_mut().append(header::SET_COOKIE, known);
    response
}

fn say_wrong(errors: &mut Errors, tried: Tried) {
    match tried {
        Tried::Wrong(left) => {
            errors.add_with("code", "people-error-code-wrong", &[("tries", Arg::from(left))])
        }
        Tried::UsedUp => errors.add("code", "people-error-code-used-up"),
        Tried::Expired | Tried::Right(_) => errors.add("code", "people-error-code-expired"),
    }
}
