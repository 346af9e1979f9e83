//! Acts of the officer: ask the head of the government to sign on a page, by a letter to the office's own address; and
//! take that back.

use axum::extract::{Path, State};
use axum::response::Response;
use post::{Address, Letter};
use store::{Fact, Fault, Subject, Tx};
use vocabulary::{Arg, Lang, Reference};
use web::{At, Problem};

use super::declaration::Declaration;
use super::history::Happened;
use super::mine::mine;
use super::records::signatures;
use super::sign::{SignRefused, Signing, prepare};
use super::signature::{Signature, SignatureState};
use crate::governments;
use crate::house::House;
use crate::people::{self, AskedState, Closed, SignedIn};

/// The purpose of these requests.
pub(super) const PURPOSE: &str = "signature";
/// So many days the page in the letter can be answered.
const DAYS: i64 = 30;

/// Prepares a signature and asks the office at this address for it. The letter is written in the same transaction.
pub(super) async fn ask_for(
    house: &House,
    tx: &Tx,
    who: &SignedIn,
    declaration: &Declaration,
    signing: Signing,
    (office, lang): (&Address, Lang),
) -> Result<Reference, SignRefused> {
    let (one, _) = prepare(tx, &who.acting(), declaration, signing).await?;
    let until = tx.now().plus_days(DAYS);
    let name = one.signer.as_ref().map(|signer| signer.name.as_str());
    let (_, token) =
        people::ask_address(house, tx, PURPOSE, one.id.uuid(), office, name, lang, until).await?;
    let say = house.say(lang);
    let government = governments::canonical_of(tx.conn(), one.government).await?;
    let government = government.map(|one| one.profile.name.original_text().to_owned()).unwrap_or_default();
    let title = declaration.about.title.pick(lang).map(|picked| picked.text).unwrap_or_default();
    let args = [
        ("programme", Arg::from(house.kit.called(&say))),
        ("reference", Arg::from(one.reference.as_str())),
        ("date", Arg::from(say.date(until))),
    ];
    let mut facts = vec![
        (say.t("declarations-fact-government"), government),
        (say.t("declarations-fact-declaration"), title.to_owned()),
    ];
    if let Some(signer) = &one.signer {
        facts.push((say.t("declarations-sign-name"), signer.name.clone()));
        facts.push((say.t("declarations-sign-function"), signer.function.clone()));
    }
    facts.push((say.t("declarations-fact-asked-by"), who.address.to_string()));
    let subject = say.plain("declarations-mail-ask-subject", &args);
    let letter = Letter::new(office.clone(), lang, "declarations.ask", subject)
        .until(until)
        .paragraph(say.t("declarations-mail-ask-lead"))
        .facts(facts)
        .paragraph(say.plain("declarations-mail-ask-next", &args))
        .button(say.t("declarations-mail-ask-open"), format!("/{}/sign-for/{token}", lang.code()))
        .small(say.t("declarations-mail-ask-not-you"));
    post::put(tx, letter).await?;
    Ok(one.reference)
}

/// Whom a prepared signature was asked of, and how that stands, each in a sentence.
pub(super) async fn asked(house: &House, at: &At, one: &Signature) -> Result<Vec<String>, Fault> {
    if one.state != SignatureState::Prepared {
        return Ok(Vec::new());
    }
    let all = people::asked_for(house.store.read(), PURPOSE, one.id.uuid()).await?;
    let line = |asked: people::Asked| {
        let asked = asked.as_of(house.now());
        let args = [
            ("address", Arg::from(asked.address.to_string())),
            ("asked", Arg::from(at.say.date(asked.at))),
            ("until", Arg::from(at.say.date(asked.until))),
        ];
        match asked.state {
            AskedState::Open => at.say.with("declarations-asked-open", &args),
            _ => at.say.with("declarations-asked-closed", &args),
        }
    };
    Ok(all.into_iter().map(line).collect())
}

/// Gives up what was prepared: the page in the letter can no longer be answered.
async fn drop_it(tx: &Tx, who: &SignedIn, one: Signature) -> Result<(), SignRefused> {
    let dropped = one.drop().map_err(|_| SignRefused::NotPrepared)?;
    signatures::save(tx, &dropped, Happened::Dropped).await?;
    for asked in people::asked_for(tx.conn(), PURPOSE, dropped.id.uuid()).await? {
        people::close(tx, asked.id, Closed::Revoked).await?;
    }
    let subject = Subject::new("signature", dropped.id);
    tx.tell(Fact::new("signature.dropped", subject, who.acting().actor).parties()).await?;
    Ok(())
}

/// The officer takes it back.
pub(super) async fn take_back(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, Problem> {
    mine(&house, &who, &reference).await?;
    let tx = house.act().await?;
    let one = signatures::by_reference(tx.conn(), &reference).await?.ok_or(Problem::NotFound)?;
    match drop_it(&tx, &who, one).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(at.see(&format!("/my/signatures/{reference}?done=dropped")))
        }
        Err(SignRefused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Problem::Refused("declarations-refused-not-now")),
    }
}
