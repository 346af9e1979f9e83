//! An act: ask for a code. Whoever asks gets the same answer, and after the same work: whether the address belongs
//! to somebody is not even looked up.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum_extra::extract::Query;
use post::Address;
use serde::Deserialize;
use store::{Fault, Tx};
use vocabulary::{Arg, Lang, Uuid};
use web::{
    At, Browser, Client, ErrorLine, Errors, Field, Form, Frame, Kind, Pairs, Problem, RetryAfter, Tone,
};

use super::code::{Code, LIFE, mark};
use super::next::Next;
use super::records::codes::{self, Bound};
use super::signed_in::MaybeSignedIn;
use super::{cookies, mails};
use crate::house::House;

/// The field that people never see and programs fill in.
const TRAP: &str = "leave-empty";

/// Makes a code for an address, bound to a browser, and puts it into the outbox.
pub(super) async fn send_code(
    house: &House,
    tx: &Tx,
    lang: Lang,
    address: &Address,
    browser: String,
) -> Result<(), Fault> {
    let code = make_code(house, tx, lang, address, Bound::Browser(browser)).await?;
    let letter =
        mails::code(&house.say(lang), &super::programme(house, lang), address, &code, tx.now().plus(LIFE));
    post::put(tx, letter).await?;
    Ok(())
}

/// Makes a code that the operator reads out to somebody whose mail does not arrive. It is bound to no browser, but
/// works only in one that has asked for a code for the same address and has tries left.
pub async fn issue_code_for_operator(house: &House, tx: &Tx, address: &Address) -> Result<Code, Fault> {
    make_code(house, tx, Lang::En, address, Bound::Operator).await
}

async fn make_code(
    house: &House,
    tx: &Tx,
    lang: Lang,
    address: &Address,
    bound: Bound,
) -> Result<Code, Fault> {
    codes::sweep(tx).await?;
    let id: Uuid = tx.new_id();
    let code = Code::from_chance(house.kit.chance());
    codes::add(tx, id, address, &bound, mark(&house.kit.key("people"), id, &code), lang).await?;
    Ok(code)
}

/// What stands behind the question mark of the pages for logging in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Way {
    /// Where the visitor wanted to go.
    pub next: Option<String>,
    /// That something was just done: `sent`.
    pub done: Option<String>,
}

impl Way {
    pub fn next(&self) -> Option<Next> {
        self.next.as_deref().and_then(Next::parse)
    }
}

#[derive(Template)]
#[template(path = "people/pages/sign_in.html")]
struct SignInPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    address: Field,
    trap: &'static str,
    next: String,
    already: Already,
}

/// As whom the browser is logged in already, and where that leads.
type Already = Option<(String, String)>;

fn draw(at: &At, browser: &Browser, errors: &Errors, pairs: &Pairs, already: Already) -> Response {
    let form = Form::new(&at.say, errors, pairs);
    let frame = Frame::new(at, "people-sign-in-title").here("log-in").csrf(browser.csrf()).errors(errors);
    let frame = match pairs.text("done") {
        "out" => frame.notice(Tone::Done, at.say.t("people-signed-out")),
        "everywhere" => frame.notice(Tone::Done, at.say.t("people-signed-out-everywhere")),
        _ => frame,
    };
    web::html(SignInPage {
        frame,
        errors: errors.summary(&at.say),
        address: form
            .text("address", "people-sign-in-address")
            .hint(at.say.t("people-sign-in-address-hint"))
            .kind(Kind::Email)
            .autocomplete("email"),
        trap: TRAP,
        next: pairs
            .first("next")
            .and_then(Next::parse)
            .map(|next| next.as_str().to_owned())
            .unwrap_or_default(),
        already,
    })
}

/// The page that asks for the address.
pub(super) async fn page(
    at: At,
    browser: Browser,
    MaybeSignedIn(who): MaybeSignedIn,
    Query(way): Query<Way>,
) -> Result<Response, Problem> {
    let next = way.next();
    let already = who.map(|who| {
        let goal = next.as_ref().map_or_else(|| at.to(who.home()), |next| next.as_str().to_owned());
        (who.address.as_str().to_owned(), goal)
    });
    let mut pairs = Pairs::new(next.iter().map(|next| ("next", next.as_str())));
    pairs.push("done", way.done.as_deref().unwrap_or_default());
    Ok(draw(&at, &browser, &Errors::new(), &pairs, already))
}

/// Takes the address and sends a code.
pub(super) async fn ask(
    State(house): State<House>,
    at: At,
    browser: Browser,
    client: Client,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let address = read_address(&pairs, &mut errors);
    if !pairs.text(TRAP).is_empty() {
        errors.add("address", "people-error-trap");
    }
    if let (Some(address), true) = (address, errors.is_empty()) {
        match request_code(&house, &at, &browser, &client, &headers, &address).await? {
            Ok(()) => return Ok(at.see(&format!("/sign-in/code{}", query(&pairs, "")))),
            Err(wait) => too_many(&mut errors, "address", wait),
        }
    }
    let page = draw(&at, &browser, &errors, &pairs, None);
    Ok(web::again(page))
}

/// Sends another code to the address for which this browser asked before.
pub(super) async fn resend(
    State(house): State<House>,
    at: At,
    browser: Browser,
    client: Client,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let Some(pending) = codes::pending(house.store.read(), &browser.fingerprint()).await? else {
        return Ok(at.see(&format!("/sign-in{}", query(&pairs, ""))));
    };
    match request_code(&house, &at, &browser, &client, &headers, &pending.address).await? {
        Ok(()) => Ok(at.see(&format!("/sign-in/code{}", query(&pairs, "done=sent")))),
        Err(wait) => {
            let mut errors = Errors::new();
            too_many(&mut errors, "code", wait);
            super::prove::refuse(&house, &at, &browser, &errors, &pairs, &pending)
        }
    }
}

async fn request_code(
    house: &House,
    at: &At,
    browser: &Browser,
    client: &Client,
    headers: &HeaderMap,
    address: &Address,
) -> Result<Result<(), RetryAfter>, Fault> {
    let now = house.now();
    let asker = cookies::asker(&house.kit.key("people"), at.kit.transport(), headers, address);
    if let Err(wait) = house.limits.ask(address, client.network(), asker, now) {
        return Ok(Err(wait));
    }
    let tx = house.store.note(now).await?;
    send_code(house, &tx, at.lang, address, browser.fingerprint()).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Reads the field `address`.
pub(super) fn read_address(pairs: &Pairs, errors: &mut Errors) -> Option<Address> {
    if errors.want("address", pairs.text("address"), "people-error-address-missing").is_empty() {
        return None;
    }
    let read = Address::parse(pairs.text("address"));
    if read.is_err() {
        errors.add("address", "people-error-address-shape");
    }
    read.ok()
}

fn too_many(errors: &mut Errors, field: &str, wait: RetryAfter) {
    errors.add_with(field, "people-error-too-many", &[("minutes", Arg::from(wait.0.div_ceil(60)))]);
}

/// The query that carries the wish to go on, and perhaps one thing more.
fn query(pairs: &Pairs, more: &str) -> String {
    let next = pairs.first("next").and_then(Next::parse).map(|next| format!("next={}", next.encoded()));
    let parts: Vec<String> = next.into_iter().chain((!more.is_empty()).then(|| more.to_owned())).collect();
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
}
