//! Acts: hand a mandate over to a colleague, and take it over. Who leaves names an address; the colleague gets a mail,
//! logs in with that address and takes over with one button. Drafts and history belong to the government and stay where
//! they are, its public page does not change, and the desk is told and may object.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{Arg, Lang, MandateId, Moment};
use web::{At, ErrorLine, Errors, Fact as Line, Field, Form, Frame, Pairs, Problem};

use super::government::Government;
use super::mandate::{Mandate, MandateState, OnDomain, Over, Proof, Term};
use super::may::{self, Refused};
use super::{expire, mails, records, words};
use crate::house::House;
use crate::people::{self, Acting, Address, Asked, AskedState, Closed, SignedIn};

/// What the request to a colleague is for.
pub(super) const PURPOSE: &str = "hand-over";

/// So many days a colleague has to take over.
const DAYS: i64 = 30;

/// The longest function, in characters.
const MOST: usize = 160;

/// Why nothing was handed over, or taken over.
#[derive(Debug, Error)]
pub enum HandOverRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such mandate or hand-over.
    #[error("there is no such hand-over; open the link of the mail again")]
    Unknown,
    /// Only a confirmed mandate that stands can be handed over.
    #[error("only a confirmed mandate that stands can be handed over")]
    NotConfirmed,
    /// It would be handed over to whoever holds it.
    #[error("this is your own address; name a colleague's")]
    Oneself,
    /// It was taken over, taken back, or its time is over.
    #[error("this hand-over is closed; ask your colleague for a new one")]
    Closed,
    /// It was sent to another address.
    #[error("this hand-over was sent to another address; log in with that one")]
    OtherAddress,
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl HandOverRefused {
    /// The message key of the sentence; nothing where the store failed.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            HandOverRefused::May(refused) => refused.key(),
            HandOverRefused::Unknown => "governments-refused-unknown",
            HandOverRefused::NotConfirmed => "governments-refused-hand-over",
            HandOverRefused::Oneself => "governments-error-oneself",
            HandOverRefused::Closed => "governments-refused-hand-over-closed",
            HandOverRefused::OtherAddress => "governments-refused-other-address",
            HandOverRefused::Fault(_) => return None,
        })
    }
}

/// Asks a colleague to take over. Whoever hands over goes on acting until that is done. A colleague named earlier is
/// named no more.
pub async fn hand_over(
    house: &House,
    tx: &Tx,
    acting: &Acting,
    id: MandateId,
    to: &Address,
    lang: Lang,
) -> Result<Position, HandOverRefused> {
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(HandOverRefused::Unknown)?;
    may::hand_over(acting, &mandate)?;
    if !(mandate.is_confirmed() && mandate.stands_at(tx.now())) {
        return Err(HandOverRefused::NotConfirmed);
    }
    let from = people::contact(tx.conn(), mandate.person).await?.ok_or(HandOverRefused::Unknown)?;
    if from.address.key() == to.key() {
        return Err(HandOverRefused::Oneself);
    }
    let of = records::canonical_of(tx.conn(), mandate.government).await?.ok_or(HandOverRefused::Unknown)?;
    revoke_all(tx, id).await?;
    let until = tx.now().plus_days(DAYS);
    let (_, token) = people::ask_address(house, tx, PURPOSE, id.uuid(), to, None, lang, until).await?;
    let fact = Fact::new("mandate.handed", Subject::new("mandate", id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    let letter = mails::hand_over(house, to, lang, &of, from.called(), &token);
    post::put(tx, letter.because_of(position).until(until)).await?;
    Ok(position)
}

/// Takes a hand-over back.
pub async fn take_back(tx: &Tx, acting: &Acting, id: MandateId) -> Result<(), HandOverRefused> {
    let mandate = records::mandate(tx.conn(), id).await?.ok_or(HandOverRefused::Unknown)?;
    may::hand_over(acting, &mandate)?;
    Ok(revoke_all(tx, id).await?)
}

/// Closes every hand-over of a mandate that nobody has taken.
async fn revoke_all(tx: &Tx, id: MandateId) -> Result<(), Fault> {
    for asked in people::asked_for(tx.conn(), PURPOSE, id.uuid()).await? {
        if asked.state == AskedState::Open {
            people::close(tx, asked.id, Closed::Revoked).await?;
        }
    }
    Ok(())
}

/// The colleague whom the holder of a mandate has named and who has not answered yet.
pub(super) async fn named(house: &House, id: MandateId) -> Result<Option<Asked>, Fault> {
    let all = people::asked_for(house.store.read(), PURPOSE, id.uuid()).await?;
    Ok(all.into_iter().find(|asked| asked.is_open(house.now())))
}

/// Takes over: the colleague acts in the same capacity from now on, and whoever handed over no longer does.
pub async fn take_over(
    tx: &Tx,
    acting: &Acting,
    address: &Address,
    asked: &Asked,
    function: &str,
) -> Result<(Mandate, Position), HandOverRefused> {
    may::ask(acting)?;
    let person = acting.actor.person().ok_or(Refused::NotSignedIn)?;
    if asked.address.key() != address.key() {
        return Err(HandOverRefused::OtherAddress);
    }
    let old = records::mandate(tx.conn(), MandateId::from(asked.subject)).await?;
    let old = old.ok_or(HandOverRefused::Unknown)?;
    let open = asked.is_open(tx.now()) && old.is_confirmed() && old.stands_at(tx.now());
    if !open || old.person == person {
        return Err(HandOverRefused::Closed);
    }
    let of = records::canonical_of(tx.conn(), old.government).await?.ok_or(HandOverRefused::Unknown)?;
    people::close(tx, asked.id, Closed::Answered).await?;
    expire::clear_run_out(tx, person, of.id).await?;
    let new = successor(tx, &old, &of, acting, address, function).await?;
    let fact = Fact::new("mandate.taken_over", Subject::new("mandate", new.id), acting.actor).parties();
    tx.tell(fact).await?;
    let id = old.id;
    let ended = old.end(Over::TakenOver, tx.now()).map_err(|_| HandOverRefused::Closed)?;
    records::save_mandate(tx, &ended).await?;
    let fact = Fact::new("mandate.ended", Subject::new("mandate", id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok((new, position))
}

/// The colleague's mandate: the one they have asked for or hold already, or a new one; confirmed by whoever handed over.
async fn successor(
    tx: &Tx,
    old: &Mandate,
    of: &Government,
    acting: &Acting,
    address: &Address,
    function: &str,
) -> Result<Mandate, HandOverRefused> {
    let person = acting.actor.person().ok_or(Refused::NotSignedIn)?;
    let term = Term { starts: Some(Moment::from_date(tx.now().date())), ends: old.term.ends };
    match records::standing(tx.conn(), person, of.id, tx.now()).await? {
        Some(held) if held.is_confirmed() => Ok(held),
        Some(waits) => {
            let kept = Mandate { before: Some(old.id), kind: old.kind, term, ..waits };
            let kept = kept.confirm(old.person, tx.now()).map_err(|_| HandOverRefused::Closed)?;
            records::save_mandate(tx, &kept).await?;
            Ok(kept)
        }
        None => {
            let new = Mandate {
                id: tx.new_id(),
                government: of.id,
                person,
                kind: old.kind,
                function: function.trim().to_owned(),
                on_domain: OnDomain::of(of, address.domain()),
                asked: tx.now(),
                state: MandateState::Confirmed { at: tx.now(), by: old.person },
                term,
                signs: false,
                proof: Proof::default(),
                before: Some(old.id),
                warned: None,
            };
            records::add_mandate(tx, &new).await?;
            Ok(new)
        }
    }
}

#[derive(Template)]
#[template(path = "governments/pages/take_over.html")]
struct TakeOverPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    lead: String,
    facts: Vec<Line>,
    /// What cannot be: another address, a hand-over that is closed.
    cannot: Option<String>,
    function: Field,
}

/// What the page of a hand-over is about.
struct Matter {
    asked: Asked,
    old: Mandate,
    of: Government,
}

async fn matter(house: &House, token: &str) -> Result<Matter, Problem> {
    let conn = house.store.read();
    let asked = people::asked(house, conn, PURPOSE, token).await?.ok_or(Problem::NotFound)?;
    let old = records::mandate(conn, MandateId::from(asked.subject)).await?.ok_or(Problem::NotFound)?;
    let of = records::canonical_of(conn, old.government).await?.ok_or(Problem::NotFound)?;
    Ok(Matter { asked, old, of })
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    matter: &Matter,
    errors: &Errors,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let (say, now) = (&at.say, house.now());
    let theirs = matter.asked.address.key() == who.address.key();
    let from = people::contact(house.store.read(), matter.old.person).await?;
    let cannot = if !theirs {
        let args =
            [("asked", Arg::from(matter.asked.masked())), ("address", Arg::from(who.address.as_str()))];
        Some(say.with("governments-take-other", &args))
    } else if !matter.asked.is_open(now) || !matter.old.stands_at(now) {
        Some(say.t("governments-refused-hand-over-closed"))
    } else {
        None
    };
    let mut facts = Vec::new();
    if theirs {
        facts.extend(from.map(|from| Line::new(say.t("governments-take-from"), from.called())));
        facts.push(Line::new(say.t("governments-desk-government"), words::line(say, &matter.of)));
        facts.push(Line::new(say.t("governments-desk-capacity"), say.t(words::kind(matter.old.kind))));
    }
    let frame = who.frame(at, "governments-take-title").here("my").errors(errors);
    Ok(web::html(TakeOverPage {
        frame: if theirs { words::with_note(frame, &matter.of.profile) } else { frame },
        errors: errors.summary(say),
        lead: say.t("governments-take-lead"),
        facts,
        cannot,
        function: Form::new(say, errors, pairs)
            .text("function", "governments-ask-function")
            .max(MOST)
            .autocomplete("organization-title"),
    }))
}

/// The page that the mail opens: what would be taken over, and one button. It changes nothing.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let matter = matter(&house, &token).await?;
    let theirs = matter.asked.address.key() == who.address.key();
    let pairs = Pairs::new(theirs.then(|| ("function", matter.old.function.clone())));
    draw(&house, &at, &who, &matter, &Errors::new(), &pairs).await
}

/// The button.
pub(super) async fn taken(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, token)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let function = errors.want("function", pairs.text("function"), "governments-error-function").to_owned();
    errors.at_most("function", &function, MOST);
    if errors.is_empty() {
        let tx = house.act().await?;
        let asked = people::asked(&house, tx.conn(), PURPOSE, &token).await?.ok_or(Problem::NotFound)?;
        match take_over(&tx, &who.acting(), &who.address, &asked, &function).await {
            Ok((_, position)) => {
                tx.commit().await?;
                house.settle_public(position).await?;
                return Ok(at.see("/my?done=taken"));
            }
            Err(HandOverRefused::Fault(fault)) => return Err(fault.into()),
            Err(refused) => errors.add("function", refused.key().unwrap_or("governments-refused-unknown")),
        }
    }
    let matter = matter(&house, &token).await?;
    let page = draw(&house, &at, &who, &matter, &errors, &pairs).await?;
    Ok(web::again(page))
}

/// Names the colleague, from the page on which one leaves.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut errors = Errors::new();
    let typed = errors.want("address", pairs.text("address"), "governments-error-colleague");
    let address = Address::parse(typed);
    if address.is_err() && !typed.is_empty() {
        errors.add("address", "governments-error-colleague-shape");
    }
    if let Ok(address) = address {
        let tx = house.act().await?;
        match hand_over(&house, &tx, &who.acting(), id, &address, at.lang).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(at.see(&format!("/my/mandates/{id}/leave?done=handed")));
            }
            Err(HandOverRefused::Fault(fault)) => return Err(fault.into()),
            Err(HandOverRefused::May(refused)) => return Err(Problem::Forbidden(refused.key())),
            Err(HandOverRefused::Unknown) => return Err(Problem::NotFound),
            Err(refused) => errors.add("address", refused.key().unwrap_or("governments-refused-unknown")),
        }
    }
    let page = super::leave::draw(&house, &at, &who, id, &errors, &pairs, "").await?;
    Ok(web::again(page))
}

/// Takes it back.
pub(super) async fn back(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: MandateId = id.parse().map_err(|_| Problem::NotFound)?;
    let tx = house.act().await?;
    match take_back(&tx, &who.acting(), id).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(at.see(&format!("/my/mandates/{id}/leave?done=taken-back")))
        }
        Err(HandOverRefused::Fault(fault)) => Err(fault.into()),
        Err(HandOverRefused::May(refused)) => Err(Problem::Forbidden(refused.key())),
        Err(_) => Err(Problem::NotFound),
    }
}
