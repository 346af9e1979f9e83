//! An act of the person who signs, who needs no account: a page with the text, who signs, and a code to the office's
//! own address. Opening the page changes nothing.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum_extra::extract::Query;
use store::{Fact, Position, Subject, Tx};
use vocabulary::{Actor, Arg, Lang, SignatureId};
use web::{
    At, Browser, Choices, Client, ErrorLine, Errors, Fact as Line, Field, Form, Frame, Pairs, Problem, Tone,
};

use super::ask_for::PURPOSE;
use super::declaration::{Declaration, Version, Wording};
use super::history::Happened;
use super::list::{Said, Text};
use super::records::{declarations, signatures};
use super::shown::Done;
use super::sign::SignRefused;
use super::signature::{Consent, Signature, SignatureState};
use crate::governments::{self, Government};
use crate::house::House;
use crate::people::{self, Asked, Closed, vouch};

#[derive(Template)]
#[template(path = "declarations/pages/sign_for.html")]
struct SignForPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    facts: Vec<Line>,
    sha256: String,
    text: Option<Text>,
    source: String,
    open: bool,
    closed: String,
    base: String,
    where_to: String,
    code: Field,
    agree: Choices,
}

/// What the page is about.
struct Matter {
    asked: Asked,
    one: Signature,
    government: Government,
    declaration: Declaration,
    version: Version,
    token: String,
}

async fn matter(house: &House, token: &str) -> Result<Matter, Problem> {
    let conn = house.store.read();
    let asked = people::asked(house, conn, PURPOSE, token).await?.ok_or(Problem::NotFound)?;
    let one = signatures::by_id(conn, SignatureId::from(asked.subject)).await?.ok_or(Problem::NotFound)?;
    let government = governments::canonical_of(conn, one.government).await?.ok_or(Problem::NotFound)?;
    let declaration = declarations::by_id(conn, one.declaration).await?.ok_or(Problem::NotFound)?;
    let version = one.version.ok_or(Problem::NotFound)?;
    let version = declarations::version(conn, version).await?.ok_or(Problem::NotFound)?;
    Ok(Matter { asked, one, government, declaration, version, token: token.to_owned() })
}

fn facts(at: &At, matter: &Matter) -> Vec<Line> {
    let say = &at.say;
    let t = |key: &str| say.t(key);
    let title = Said::of(at, &matter.declaration.about.title).text;
    let mut facts = vec![
        Line::new(t("declarations-fact-reference"), matter.one.reference.to_string()),
        Line::new(t("declarations-fact-government"), matter.government.profile.name.original_text()),
        Line::new(t("declarations-fact-declaration"), title),
        Line::new(t("declarations-fact-version"), say.number(matter.version.n.into())),
    ];
    if let Some(signer) = &matter.one.signer {
        facts.push(Line::new(t("declarations-sign-name"), &signer.name));
        facts.extend(
            signer.title.as_ref().map(|title| Line::new(t("declarations-sign-form-of-address"), title)),
        );
        facts.push(Line::new(t("declarations-sign-function"), &signer.function));
        facts.push(Line::new(t("declarations-sign-capacity"), t(signer.capacity.key())));
    }
    facts
}

fn text(at: &At, version: &Version) -> Option<Text> {
    let official = version.wording == Wording::Official;
    let picked = version.texts.pick(at.lang).filter(|_| official)?;
    let html = web::markdown(picked.text);
    Some(Text { tag: picked.tag.to_string(), dir: picked.tag.dir(), html, note: String::new() })
}

fn draw(
    house: &House,
    at: &At,
    browser: &Browser,
    matter: &Matter,
    errors: &Errors,
    pairs: &Pairs,
    done: &str,
) -> Response {
    let say = &at.say;
    let government = matter.government.profile.name.original_text();
    let open = matter.asked.is_open(house.now()) && matter.one.state == SignatureState::Prepared;
    let frame = Frame::new(at, "declarations-for-title").hide().csrf(browser.csrf()).errors(errors);
    let frame = match done {
        "code" => frame.notice(Tone::Done, say.t("declarations-for-code-sent")),
        "signed" => frame.notice(Tone::Done, say.t("declarations-for-done")),
        _ => frame,
    };
    let title = Said::of(at, &matter.declaration.about.title).text;
    let args = [("government", Arg::from(government)), ("declaration", Arg::from(title.as_str()))];
    let form = Form::new(say, errors, pairs);
    let agree = [
        ("sign", say.with("declarations-for-agree-sign", &args)),
        ("named", say.t("declarations-for-agree-named")),
    ];
    let masked = [("address", Arg::from(matter.asked.masked()))];
    web::html(SignForPage {
        frame,
        errors: errors.summary(say),
        lead: say.with("declarations-for-lead", &args),
        facts: facts(at, matter),
        sha256: matter.version.sha256.to_string(),
        text: text(at, &matter.version),
        source: matter.declaration.about.source.clone().unwrap_or_default(),
        open,
        closed: say.t(match matter.one.state {
            SignatureState::Prepared => "declarations-for-expired",
            SignatureState::Dropped => "declarations-for-dropped",
            _ => "declarations-for-signed",
        }),
        base: at.to(&format!("/sign-for/{}", matter.token)),
        where_to: say.with("declarations-for-where", &masked),
        code: people::code_field(&form),
        agree: form.choices("agree", "declarations-for-agree", agree),
    })
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    browser: Browser,
    Path((_, token)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let matter = matter(&house, &token).await?;
    Ok(draw(&house, &at, &browser, &matter, &Errors::new(), &Pairs::none(), &done.done))
}

/// Has a code sent to the office's address.
pub(super) async fn code(
    State(house): State<House>,
    at: At,
    browser: Browser,
    client: Client,
    headers: HeaderMap,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let matter = matter(&house, &token).await?;
    let wrong = vouch::send_or_say(&house, &at, &browser, &client, &headers, &matter.asked).await?;
    Ok(match wrong {
        None => at.see(&format!("/sign-for/{token}?done=code")),
        Some(errors) => web::again(draw(&house, &at, &browser, &matter, &errors, &Pairs::none(), "")),
    })
}

/// Writes down that the person who signs has signed.
async fn signed(tx: &Tx, one: SignatureId, lang: Lang) -> Result<Position, SignRefused> {
    let one = signatures::by_id(tx.conn(), one).await?.ok_or(SignRefused::NotPrepared)?;
    let version = one.version.ok_or(SignRefused::NoText)?;
    let version = declarations::version(tx.conn(), version).await?.ok_or(SignRefused::NoText)?;
    let signed = one.signed(Consent::given(lang, tx.now())).map_err(|_| SignRefused::NotPrepared)?;
    signatures::save(tx, &signed, Happened::Sent).await?;
    let fact = Fact::new("signature.sent", Subject::new("signature", signed.id), Actor::Nobody);
    Ok(tx.tell(fact.parties().version(version.sha256)).await?)
}

/// The person signs.
pub(super) async fn sign(
    State(house): State<House>,
    at: At,
    browser: Browser,
    Path((_, token)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let matter = matter(&house, &token).await?;
    let again = |errors: &Errors| web::again(draw(&house, &at, &browser, &matter, errors, &pairs, ""));
    let mut errors = Errors::new();
    let code = people::read_code(&pairs, &mut errors);
    if !(pairs.has("agree", "sign") && pairs.has("agree", "named")) {
        errors.add("agree", "declarations-error-agree");
    }
    let Some(code) = code.filter(|_| errors.is_empty()) else { return Ok(again(&errors)) };
    let tx = house.act().await?;
    let proven = vouch::proven(&house, tx, &browser, &matter.asked, &code, &mut errors).await?;
    let Some(tx) = proven else { return Ok(again(&errors)) };
    match signed(&tx, matter.one.id, at.lang).await {
        Ok(_) => {
            people::close(&tx, matter.asked.id, Closed::Answered).await?;
            tx.commit().await?;
            Ok(at.see(&format!("/sign-for/{token}?done=signed")))
        }
        Err(SignRefused::Fault(fault)) => Err(fault.into()),
        Err(_) => {
            drop(tx);
            errors.add("code", "declarations-refused-not-now");
            Ok(again(&errors))
        }
    }
}
