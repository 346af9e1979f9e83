use sea_orm::sea_query::{Expr, Func, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
};
use store::{Fault, Tx};
use vocabulary::{Lang, MailId, Moment, PersonId};

use crate::letter::{Body, Letter};
use crate::paper::Stationery;
use crate::state::{Keeping, Reason, State};
use crate::tables::mail;
use crate::{Address, deliver};

/// How long the words of a delivered letter are kept, in seconds: thirty days.
const KEPT: i64 = 30 * 24 * 3600;

/// How long a code stays readable in the local outbox, in seconds: one hour.
const CODE_SHOWN: i64 = 3600;

/// What became of a letter that was put into the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It waits there for delivery.
    Waits(MailId),
    /// The same fact has already written to this reader with this template: nothing was added.
    Already,
}

/// A letter as the local outbox page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its name in the outbox.
    pub id: MailId,
    /// When it was written.
    pub at: Moment,
    /// To whom.
    pub to: String,
    /// In which language.
    pub lang: Lang,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The page; its style sheet is admitted by [`crate::style_hash`].
    pub html: String,
}

/// How many letters stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Waiting or being sent.
    pub waiting: u64,
    /// Of these, tried before without success.
    pub late: u64,
    /// Taken by the mail server.
    pub sent: u64,
    /// Kept in the local outbox.
    pub local: u64,
    /// Given up.
    pub failed: u64,
    /// Dropped: of no use any more, or the person was erased.
    pub dropped: u64,
    /// Since when the oldest one waits.
    pub oldest: Option<Moment>,
}

/// A letter that was given up, for the desk. It holds no words of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Its name in the outbox.
    pub id: MailId,
    /// When it was written.
    pub at: Moment,
    /// Which mail it is.
    pub template: String,
    /// To whom, where known.
    pub person: Option<PersonId>,
    /// How often it was tried.
    pub tries: u32,
    /// Why it was given up.
    pub reason: Option<Reason>,
    /// The mail server's answer, such as 550.
    pub reply: Option<u16>,
}

/// Puts a letter into the outbox: it leaves after the transaction is committed, or never.
pub async fn put(tx: &Tx, letter: Letter) -> Result<Put, Fault> {
    let id: MailId = tx.new_id();
    let keeping = if letter.holds_a_code() { Keeping::Code } else { Keeping::Kept };
    let recipient = letter.to.fingerprint();
    let body = Body { subject: letter.subject, blocks: letter.blocks };
    let body = serde_json::to_string(&body).map_err(|error| Fault::broken(error.to_string()))?;
    let row = mail::ActiveModel {
        id: Set(id.uuid()),
        position: Set(letter.cause),
        template: Set(letter.template.to_owned()),
        recipient: Set(Some(recipient)),
        address: Set(Some(letter.to.as_str().to_owned())),
        person: Set(letter.to_person.map(PersonId::uuid)),
        lang: Set(letter.lang.code().to_owned()),
        body: Set(Some(body)),
        keeping: Set(keeping.as_str().to_owned()),
        state: Set(State::Waiting.as_str().to_owned()),
        tries: Set(0),
        put_at: Set(tx.now().unix()),
        due_at: Set(tx.now().unix()),
        claimed_until: Set(None),
        useless_after: Set(letter.until.map(Moment::unix)),
        done_at: Set(None),
        reason: Set(None),
        reply: Set(None),
    };
    let twice =
        OnConflict::columns([mail::Column::Position, mail::Column::Recipient, mail::Column::Template])
            .do_nothing()
            .to_owned();
    let added = mail::Entity::insert(row).on_conflict(twice).exec_without_returning(tx.conn()).await?;
    if added == 0 {
        return Ok(Put::Already);
    }
    tx.after_commit(deliver::ring);
    Ok(Put::Waits(id))
}

/// The letters kept in the local outbox, newest first.
pub async fn outbox<C: ConnectionTrait>(
    conn: &C,
    stationery: &Stationery,
    most: u64,
) -> Result<Vec<Shown>, Fault> {
    let rows = mail::Entity::find()
        .filter(mail::Column::State.eq(State::Local.as_str()))
        .filter(mail::Column::Body.is_not_null())
        .order_by_desc(mail::Column::PutAt)
        .order_by_desc(mail::Column::Id)
        .limit(most)
        .all(conn)
        .await?;
    Ok(rows.into_iter().filter_map(|row| show(stationery, row)).collect())
}

/// One letter of the local outbox.
pub async fn shown<C: ConnectionTrait>(
    conn: &C,
    stationery: &Stationery,
    id: MailId,
) -> Result<Option<Shown>, Fault> {
    let row = mail::Entity::find_by_id(id.uuid())
        .filter(mail::Column::State.eq(State::Local.as_str()))
        .one(conn)
        .await?;
    Ok(row.and_then(|row| show(stationery, row)))
}

fn show(stationery: &Stationery, row: mail::Model) -> Option<Shown> {
    let lang = Lang::parse(&row.lang)?;
    let body: Body = serde_json::from_str(row.body.as_deref()?).ok()?;
    let words = stationery.write(lang, &body).ok()?;
    Some(Shown {
        id: MailId::from(row.id),
        at: Moment::from_unix(row.put_at),
        to: row.address?,
        lang,
        subject: words.subject,
        text: words.text,
        html: words.html,
    })
}

/// How many letters stand where, for the desk and for whoever watches the house.
pub async fn status<C: ConnectionTrait>(conn: &C) -> Result<Status, Fault> {
    #[derive(FromQueryResult)]
    struct Line {
        state: String,
        count: i64,
        late: Option<i64>,
        oldest: Option<i64>,
    }
    let late = Expr::case(mail::Column::Tries.gt(0), Expr::val(1_i32)).finally(Expr::val(0_i32));
    let lines: Vec<Line> = mail::Entity::find()
        .select_only()
        .column(mail::Column::State)
        .column_as(mail::Column::Id.count(), "count")
        .column_as(Expr::from(Func::sum(late)), "late")
        .column_as(mail::Column::PutAt.min(), "oldest")
        .group_by(mail::Column::State)
        .into_model::<Line>()
        .all(conn)
        .await?;
    let mut status = Status::default();
    for line in lines {
        let count = u64::try_from(line.count).unwrap_or(0);
        match State::parse(&line.state) {
            Some(State::Waiting | State::Claimed) => {
                status.waiting += count;
                status.late += line.late.and_then(|late| u64::try_from(late).ok()).unwrap_or(0);
                let oldest = line.oldest.map(Moment::from_unix);
                status.oldest = [status.oldest, oldest].into_iter().flatten().min();
            }
            Some(State::Sent) => status.sent += count,
            Some(State::Local) => status.local += count,
            Some(State::Failed) => status.failed += count,
            Some(State::Dropped) => status.dropped += count,
            None => {}
        }
    }
    Ok(status)
}

/// The letters that were given up, newest first.
pub async fn failed<C: ConnectionTrait>(conn: &C, most: u64) -> Result<Vec<Failed>, Fault> {
    let rows = mail::Entity::find()
        .filter(mail::Column::State.eq(State::Failed.as_str()))
        .order_by_desc(mail::Column::DoneAt)
        .order_by_desc(mail::Column::Id)
        .limit(most)
        .all(conn)
        .await?;
    let failed = rows.into_iter().map(|row| Failed {
        id: MailId::from(row.id),
        at: Moment::from_unix(row.put_at),
        template: row.template,
        person: row.person.map(PersonId::from),
        tries: u32::try_from(row.tries).unwrap_or(0),
        reason: row.reason.as_deref().and_then(Reason::parse),
        reply: row.reply.and_then(|reply| u16::try_from(reply).ok()),
    });
    Ok(failed.collect())
}

/// Sends a letter that was given up once more. `false` when there is no such letter, or its words are wiped.
pub async fn retry(tx: &Tx, id: MailId) -> Result<bool, Fault> {
    let done = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(State::Waiting.as_str()))
        .col_expr(mail::Column::Tries, Expr::value(0_i64))
        .col_expr(mail::Column::Reason, Expr::value(None::<String>))
        .col_expr(mail::Column::Reply, Expr::value(None::<i64>))
        .col_expr(mail::Column::DueAt, Expr::value(tx.now().unix()))
        .col_expr(mail::Column::DoneAt, Expr::value(None::<i64>))
        .filter(mail::Column::Id.eq(id.uuid()))
        .filter(mail::Column::State.eq(State::Failed.as_str()))
        .filter(mail::Column::Body.is_not_null())
        .filter(mail::Column::Address.is_not_null())
        .exec(tx.conn())
        .await?;
    tx.after_commit(deliver::ring);
    Ok(done.rows_affected == 1)
}

/// Wipes addresses and words that are not needed any more: codes at once (in the local outbox after an hour), all
/// else thirty days after delivery. Says how many letters were wiped.
pub async fn wipe(tx: &Tx) -> Result<u64, Fault> {
    let now = tx.now().unix();
    let old = mail::Column::DoneAt.lte(now - KEPT);
    let code = Condition::all().add(mail::Column::Keeping.eq(Keeping::Code.as_str())).add(
        Condition::any()
            .add(mail::Column::State.ne(State::Local.as_str()))
            .add(mail::Column::DoneAt.lte(now - CODE_SHOWN)),
    );
    let done = mail::Entity::update_many()
        .col_expr(mail::Column::Address, Expr::value(None::<String>))
        .col_expr(mail::Column::Body, Expr::value(None::<String>))
        .filter(mail::Column::State.is_not_in([State::Waiting.as_str(), State::Claimed.as_str()]))
        .filter(mail::Column::Body.is_not_null())
        .filter(Condition::any().add(old).add(code))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected)
}

/// Wipes the words of every letter that these facts have caused: what it quotes was taken back. One that has not left
/// yet does not leave. Says how many were wiped.
pub async fn wipe_caused_by(tx: &Tx, positions: &[i64]) -> Result<u64, Fault> {
    let mut wiped = 0;
    for some in positions.chunks(500) {
        let theirs = Condition::all().add(mail::Column::Position.is_in(some.iter().copied()));
        mail::Entity::update_many()
            .col_expr(mail::Column::State, Expr::value(State::Dropped.as_str()))
            .col_expr(mail::Column::Reason, Expr::value(Reason::Erased.as_str()))
            .col_expr(mail::Column::DoneAt, Expr::value(tx.now().unix()))
            .col_expr(mail::Column::ClaimedUntil, Expr::value(None::<i64>))
            .filter(mail::Column::State.is_in([State::Waiting.as_str(), State::Claimed.as_str()]))
            .filter(theirs.clone())
            .exec(tx.conn())
            .await?;
        let done = mail::Entity::update_many()
            .col_expr(mail::Column::Address, Expr::value(None::<String>))
            .col_expr(mail::Column::Body, Expr::value(None::<String>))
            .filter(mail::Column::Body.is_not_null())
            .filter(theirs)
            .exec(tx.conn())
            .await?;
        wiped += done.rows_affected;
    }
    Ok(wiped)
}

/// Erases a person from the outbox: what waits for them is dropped, and no address, no words, no trace of to whom
/// it went stays. Letters that went to the same address before the person was known (codes) go too.
pub async fn forget(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    let theirs = Query::select()
        .column(mail::Column::Recipient)
        .from(mail::Entity)
        .and_where(mail::Column::Person.eq(person.uuid()))
        .and_where(mail::Column::Recipient.is_not_null())
        .to_owned();
    let nobodys =
        Condition::all().add(mail::Column::Person.is_null()).add(mail::Column::Recipient.in_subquery(theirs));
    erase(tx, Condition::any().add(mail::Column::Person.eq(person.uuid())).add(nobodys)).await
}

/// Erases an address that belongs to nobody known: the same as [`forget`], for those who never became a person.
pub async fn forget_address(tx: &Tx, address: &Address) -> Result<(), Fault> {
    erase(tx, Condition::all().add(mail::Column::Recipient.eq(address.fingerprint()))).await
}

async fn erase(tx: &Tx, whose: Condition) -> Result<(), Fault> {
    // First the rows still to go, found as the rest are; then the traces of all of them, in one statement each:
    // the subquery of `whose` reads `recipient`, which the last statement clears.
    mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(State::Dropped.as_str()))
        .col_expr(mail::Column::Reason, Expr::value(Reason::Erased.as_str()))
        .col_expr(mail::Column::DoneAt, Expr::value(tx.now().unix()))
        .col_expr(mail::Column::ClaimedUntil, Expr::value(None::<i64>))
        .filter(mail::Column::State.is_in([State::Waiting.as_str(), State::Claimed.as_str()]))
        .filter(whose.clone())
        .exec(tx.conn())
        .await?;
    mail::Entity::update_many()
        .col_expr(mail::Column::Address, Expr::value(None::<String>))
        .col_expr(mail::Column::Body, Expr::value(None::<String>))
        .col_expr(mail::Column::Recipient, Expr::value(None::<String>))
        .col_expr(mail::Column::Person, Expr::value(None::<sea_orm::entity::prelude::Uuid>))
        .filter(whose)
        .exec(tx.conn())
        .await?;
    Ok(())
}
