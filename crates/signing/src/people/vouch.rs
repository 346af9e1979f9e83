//! Somebody without an account proves an address by a code, and answers one thing: a mayor signs, a partner says that
//! it takes part, a government confirms what was entered on its behalf.
//!
//! Another room makes a request ([`ask_address`]) and writes the letter with the address of its page; the page reads
//! the request by its token ([`asked`]). Opening it changes nothing. There the reader has a code sent to the asked
//! address ([`send_code`]) and types it in with the answer ([`prove_asked`]). No session is made, and nothing shows
//! whether the address belongs to an account.

use axum::http::HeaderMap;
use data_encoding::HEXLOWER;
use post::Address;
use sea_orm::ConnectionTrait;
use store::{Fault, Tx};
use vocabulary::{Arg, Lang, Moment, Uuid};
use web::{At, Browser, Client, Errors, Field, Form, Kind, Pairs, RetryAfter};

use super::code::{Code, LIFE, Tried, mark, seal, try_code};
use super::person::tidy_name;
use super::records::vouch as records;
use super::{cookies, mails};
use crate::house::House;

/// So many days after a request is closed its address and name are wiped.
pub(super) const WIPED_DAYS: i64 = 30;

/// A request to an address: to answer one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: Uuid,
    /// What it is for, as a word of the room that asks: `signature`, `partner`.
    pub purpose: String,
    /// About which thing of that room.
    pub subject: Uuid,
    /// Who is asked.
    pub address: Address,
    /// Their name, as whoever asks wrote it.
    pub name: Option<String>,
    /// The language of the letter.
    pub lang: Lang,
    /// How it stands.
    pub state: AskedState,
    /// When it was asked.
    pub at: Moment,
    /// Until when it can be answered.
    pub until: Moment,
}

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedState {
    /// It waits for its answer.
    Open,
    /// It was answered.
    Answered {
        /// When.
        at: Moment,
    },
    /// Whoever was asked said no.
    Refused {
        /// When.
        at: Moment,
    },
    /// Whoever asked took it back.
    Revoked {
        /// When.
        at: Moment,
    },
    /// Nobody answered in time.
    Expired {
        /// When.
        at: Moment,
    },
}

impl Asked {
    /// Whether it can still be answered.
    pub fn is_open(&self, now: Moment) -> bool {
        self.state == AskedState::Open && now < self.until
    }

    /// The same as it stands now: what nobody answered in time has expired, though the daily round did not say so yet.
    #[must_use]
    pub fn as_of(self, now: Moment) -> Asked {
        match self.state {
            AskedState::Open if now >= self.until => {
                Asked { state: AskedState::Expired { at: self.until }, ..self }
            }
            _ => self,
        }
    }

    /// The address with most of its name left out, to say on the open page where the code goes: `m…@city.example`.
    pub fn masked(&self) -> String {
        let first: String = self.address.as_str().chars().take(1).collect();
        format!("{first}…@{}", self.address.domain())
    }
}

/// How a request is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It was answered.
    Answered,
    /// Whoever was asked said no.
    Refused,
    /// Whoever asked took it back.
    Revoked,
}

/// Why a code did not prove the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeRefused {
    /// It is another code; so many tries are left.
    #[error("this is not the code; {0} tries are left")]
    Wrong(i64),
    /// It was tried too often.
    #[error("this code was tried five times; ask for a new one")]
    UsedUp,
    /// It has expired, was used, or was sent to another browser.
    #[error("this code no longer works; ask for a new one")]
    Expired,
    /// The request was answered, taken back, or nobody answered it in time.
    #[error("this request is closed; nothing is to be done any more")]
    Closed,
}

impl CodeRefused {
    /// The message key of the sentence. That of [`CodeRefused::Wrong`] needs `$tries`: use [`CodeRefused::put`].
    pub fn key(self) -> &'static str {
        match self {
            CodeRefused::Wrong(_) => "people-error-code-wrong",
            CodeRefused::UsedUp => "people-error-code-used-up",
            CodeRefused::Expired => "people-error-vouch-expired",
            CodeRefused::Closed => "people-error-vouch-closed",
        }
    }

    /// Puts the sentence at a field.
    pub fn put(self, errors: &mut Errors, field: &str) {
        match self {
            CodeRefused::Wrong(left) => errors.add_with(field, self.key(), &[("tries", Arg::from(left))]),
            _ => errors.add(field, self.key()),
        }
    }
}

/// The field in which the code is typed; it is called `code`.
pub fn code_field(form: &Form<'_>) -> Field {
    form.text("code", "people-code-label").kind(Kind::Code).autocomplete("one-time-code")
}

/// Reads the field `code`, and says at it what is wrong with it.
pub fn read_code(pairs: &Pairs, errors: &mut Errors) -> Option<Code> {
    let typed = errors.want("code", pairs.text("code"), "people-error-code-missing");
    if typed.is_empty() {
        return None;
    }
    let code = Code::parse(typed);
    if code.is_err() {
        errors.add("code", "people-error-code-shape");
    }
    code.ok()
}

/// Makes a request. The token belongs into the address of its page, `/{lang}{path}/{token}`; only its hash is kept, so
/// whoever asks writes the letter in the same transaction. An open request of the same purpose and subject to the same
/// address is taken back: its page no longer opens the answer.
#[expect(
    clippy::too_many_arguments,
    reason = "each is one word of the request, and a struct would be built once"
)]
pub async fn ask_address(
    house: &House,
    tx: &Tx,
    purpose: &'static str,
    subject: Uuid,
    address: &Address,
    name: Option<&str>,
    lang: Lang,
    until: Moment,
) -> Result<(Uuid, String), Fault> {
    for earlier in records::of_subject(tx.conn(), purpose, subject).await? {
        if earlier.state == AskedState::Open && earlier.address.key() == address.key() {
            records::close(tx, earlier.id, "revoked").await?;
        }
    }
    let token = HEXLOWER.encode(&house.kit.chance::<20>());
    let made = Asked {
        id: tx.new_id(),
        purpose: purpose.to_owned(),
        subject,
        address: address.clone(),
        name: name.and_then(tidy_name),
        lang,
        state: AskedState::Open,
        at: tx.now(),
        until,
    };
    records::add(tx, &made, hash(house, &token)).await?;
    Ok((made.id, token))
}

/// The request that a token opens, as it stands now; nothing where there is none for this purpose, or where its address
/// was wiped long after it was closed.
pub async fn asked<C: ConnectionTrait>(
    house: &House,
    conn: &C,
    purpose: &'static str,
    token: &str,
) -> Result<Option<Asked>, Fault> {
    let found = records::by_token(conn, &hash(house, token)).await?;
    Ok(found.filter(|asked| asked.purpose == purpose).map(|asked| asked.as_of(house.now())))
}

/// Every request about a thing, newest first, as it was last written down: see [`Asked::as_of`]. Those whose address was
/// wiped are left out.
pub async fn asked_for<C: ConnectionTrait>(
    conn: &C,
    purpose: &'static str,
    subject: Uuid,
) -> Result<Vec<Asked>, Fault> {
    records::of_subject(conn, purpose, subject).await
}

/// Sends a code to the asked address, as seldom as codes to log in and out of the same measure. It works in this browser
/// only. Of a request that is closed nothing is sent.
pub async fn send_code(
    house: &House,
    at: &At,
    browser: &Browser,
    client: &Client,
    headers: &HeaderMap,
    asked: &Asked,
) -> Result<Result<(), RetryAfter>, Fault> {
    let now = house.now();
    if !asked.is_open(now) {
        return Ok(Ok(()));
    }
    let key = house.kit.key("people");
    let asker = cookies::asker(&key, at.kit.transport(), headers, &asked.address);
    if let Err(wait) = house.limits.ask(&asked.address, client.network(), asker, now) {
        return Ok(Err(wait));
    }
    let tx = house.store.note(now).await?;
    records::sweep_codes(&tx).await?;
    let id: Uuid = tx.new_id();
    let code = Code::from_chance(house.kit.chance());
    records::add_code(&tx, id, asked.id, &browser.fingerprint(), mark(&key, id, &code)).await?;
    let programme = super::programme(house, at.lang);
    post::put(&tx, mails::vouch(&at.say, &programme, &asked.address, &code, now.plus(LIFE))).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The act of the button on such a page that sends a code: nothing where it was sent, else what is wrong, said at `code`.
pub async fn send_or_say(
    house: &House,
    at: &At,
    browser: &Browser,
    client: &Client,
    headers: &HeaderMap,
    asked: &Asked,
) -> Result<Option<Errors>, Fault> {
    let wait = send_code(house, at, browser, client, headers, asked).await?.err();
    Ok(wait.map(|wait| {
        let mut errors = Errors::new();
        say_too_many(&mut errors, "code", wait);
        errors
    }))
}

/// The act of the button on such a page that answers: gives the transaction back in which the address is proven, for the
/// answer. Where the code is not right the try is kept, and what is wrong is said at `code`.
pub async fn proven(
    house: &House,
    tx: Tx,
    browser: &Browser,
    asked: &Asked,
    code: &Code,
    errors: &mut Errors,
) -> Result<Option<Tx>, Fault> {
    match prove_asked(house, &tx, browser, asked, code).await? {
        Ok(()) => Ok(Some(tx)),
        Err(refused) => {
            tx.commit().await?;
            refused.put(errors, "code");
            Ok(None)
        }
    }
}

/// Says at a field that too many codes were asked for.
pub fn say_too_many(errors: &mut Errors, field: &str, wait: RetryAfter) {
    errors.add_with(field, "people-error-too-many", &[("minutes", Arg::from(wait.0.div_ceil(60)))]);
}

/// Tries a code. Where it proves the address, the caller writes the answer and [`close`]s the request in the same
/// transaction. The transaction must be committed either way: a wrong try counts.
pub async fn prove_asked(
    house: &House,
    tx: &Tx,
    browser: &Browser,
    asked: &Asked,
    code: &Code,
) -> Result<Result<(), CodeRefused>, Fault> {
    let fresh = records::by_id(tx.conn(), asked.id).await?;
    if !fresh.is_some_and(|fresh| fresh.is_open(tx.now())) {
        return Ok(Err(CodeRefused::Closed));
    }
    let browser = browser.fingerprint();
    let own = records::codes(tx.conn(), asked.id, &browser).await?;
    match try_code(&house.kit.key("people"), &own, &[], code, tx.now()) {
        Tried::Right(_) => {
            records::used(tx, asked.id).await?;
            Ok(Ok(()))
        }
        wrong => {
            records::tried(tx, asked.id, &browser).await?;
            Ok(Err(match wrong {
                Tried::Wrong(left) => CodeRefused::Wrong(left),
                Tried::UsedUp => CodeRefused::UsedUp,
                Tried::Expired | Tried::Right(_) => CodeRefused::Expired,
            }))
        }
    }
}

/// Closes a request that is open; one that is closed stays as it is.
pub async fn close(tx: &Tx, id: Uuid, how: Closed) -> Result<(), Fault> {
    let word = match how {
        Closed::Answered => "answered",
        Closed::Refused => "refused",
        Closed::Revoked => "revoked",
    };
    records::close(tx, id, word).await
}

/// The daily round: requests nobody answered in time expire, dead codes go, and the addresses of requests closed for
/// thirty days are wiped.
pub(super) async fn sweep(tx: &Tx) -> Result<(), Fault> {
    records::sweep_codes(tx).await?;
    records::expire(tx).await?;
    records::wipe(tx, tx.now().plus_days(-WIPED_DAYS)).await
}

/// What is kept of a token.
fn hash(house: &House, token: &str) -> String {
    seal(&house.kit.key("people"), &["vouch", token])
}
