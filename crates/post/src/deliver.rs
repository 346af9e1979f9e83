use std::sync::Arc;
use std::time::Duration;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use store::{Fault, Store};
use tokio::sync::Notify;
use vocabulary::{Clock, Lang, Messages, Moment};

use crate::Address;
use crate::letter::Body;
use crate::outbox::wipe;
use crate::paper::Stationery;
use crate::settings::{Delivery, Settings};
use crate::state::{Keeping, Reason, State};
use crate::tables::mail;
use crate::wire::{self, Envelope, NotTaken};

/// For how long a claimed letter is left to its deliverer, in seconds; longer than any conversation with a server.
const CLAIM: i64 = 180;

/// How often a letter is tried before it is given up: over about a day.
const MOST_TRIES: i64 = 14;

/// The first pause before a letter is tried again, in seconds; it doubles up to the longest.
const FIRST_PAUSE: i64 = 30;
const LONGEST_PAUSE: i64 = 4 * 3600;

/// How often the deliverer looks without being called: for letters of other processes and those tried again.
const LOOK: Duration = Duration::from_secs(1);

/// How long it rests when the mail server or the database does not answer.
const REST: Duration = Duration::from_secs(10);

/// How often what is not needed any more is wiped, in seconds.
const WIPE_EVERY: i64 = 900;

/// Rung when a letter is put into the outbox by this process. It only shortens the wait.
static BELL: Notify = Notify::const_new();

/// Sends what waits in the outbox. Cheap to clone.
#[derive(Clone)]
pub struct Deliverer {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    settings: Settings,
    stationery: Stationery,
}

/// What one look into the outbox came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Letters the mail server took.
    pub sent: u32,
    /// Letters laid into the local outbox.
    pub local: u32,
    /// Letters to be tried again later.
    pub postponed: u32,
    /// Letters given up.
    pub failed: u32,
    /// Letters dropped, being of no use any more.
    pub dropped: u32,
    /// The round ended early: no other letter will fare better now.
    pub server_away: bool,
}

enum Outcome {
    Done(State, Option<Reason>),
    NotTaken(NotTaken),
}

/// Wakes the deliverer.
pub(crate) fn ring() {
    BELL.notify_one();
}

impl Deliverer {
    /// A deliverer for this store, with these settings and the house's messages.
    pub fn new(store: Store, settings: Settings, messages: Arc<Messages>) -> Deliverer {
        let stationery = Stationery::new(&settings, messages);
        Deliverer::on(store, settings, stationery)
    }

    /// The same, writing on this paper.
    pub fn on(store: Store, settings: Settings, stationery: Stationery) -> Deliverer {
        Deliverer { inner: Arc::new(Inner { store, settings, stationery }) }
    }

    /// The paper it writes on; the local outbox page draws letters with it.
    pub fn stationery(&self) -> &Stationery {
        &self.inner.stationery
    }

    /// The settings it sends with.
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// Delivers until `shutdown` comes to its end. A fault, or a panic over one letter, ends a round, never the task;
    /// the letter in hand is finished first.
    pub async fn run(self, clock: Clock, shutdown: impl Future<Output = ()> + Send) {
        tokio::pin!(shutdown);
        let mut wiped = None;
        loop {
            let now = clock.now();
            let pause = self.look(now).await;
            if wiped.is_none_or(|last: Moment| now.unix() - last.unix() >= WIPE_EVERY) {
                wiped = Some(now);
                if let Err(fault) = self.wipe_old(now).await {
                    tracing::warn!(cause = fault.cause(), "old letters could not be wiped; trying again");
                }
            }
            tokio::select! {
                () = &mut shutdown => return,
                () = tokio::time::sleep(pause) => {}
                () = BELL.notified(), if pause == LOOK => {}
            }
        }
    }

    /// One round in a task of its own, and how long to rest after it.
    async fn look(&self, now: Moment) -> Duration {
        let round = self.clone();
        match tokio::spawn(async move { round.deliver_due(now).await }).await {
            Ok(Ok(round)) if round.server_away => REST,
            Ok(Ok(_)) => LOOK,
            Ok(Err(fault)) => {
                tracing::warn!(cause = fault.cause(), "the outbox could not be read; trying again");
                REST
            }
            Err(panic) => {
                tracing::error!(panicked = panic.is_panic(), "delivering a letter went wrong; trying again");
                REST
            }
        }
    }

    /// Delivers every letter whose moment has come, one after the other, and says what came of it.
    ///
    /// A letter is claimed in one transaction, sent outside of any, and marked in another: after a kill the one
    /// letter in hand may go twice, under the same Message-ID.
    pub async fn deliver_due(&self, now: Moment) -> Result<Round, Fault> {
        let mut round = Round::default();
        if matches!(self.inner.settings.delivery, Delivery::Local) {
            round.local = self.lay_out(now).await?;
        }
        while let Some(row) = self.claim_next(now).await? {
            let outcome = self.deliver(&row, now).await;
            self.mark(&row, now, outcome, &mut round).await?;
            if round.server_away {
                break;
            }
        }
        Ok(round)
    }

    async fn wipe_old(&self, now: Moment) -> Result<(), Fault> {
        let tx = self.inner.store.note(now).await?;
        let wiped = wipe(&tx).await?;
        tx.commit().await?;
        if wiped > 0 {
            tracing::info!(letters = wiped, "the words of old letters were wiped");
        }
        Ok(())
    }

    /// Lays every letter that is due into the local outbox, all at once: nothing leaves the house, so none is claimed first.
    /// Those that are of no use any more are left to the round. Says how many.
    async fn lay_out(&self, now: Moment) -> Result<u32, Fault> {
        if next_due(&self.inner.store, now).await?.is_none() {
            return Ok(0);
        }
        let of_use = Condition::any()
            .add(mail::Column::UselessAfter.is_null())
            .add(mail::Column::UselessAfter.gte(now.unix()));
        let tx = self.inner.store.note(now).await?;
        let laid = mail::Entity::update_many()
            .col_expr(mail::Column::State, Expr::value(State::Local.as_str()))
            .col_expr(mail::Column::Tries, Expr::cust("tries + 1"))
            .col_expr(mail::Column::Reason, Expr::value(None::<String>))
            .col_expr(mail::Column::Reply, Expr::value(None::<i64>))
            .col_expr(mail::Column::ClaimedUntil, Expr::value(None::<i64>))
            .col_expr(mail::Column::DoneAt, Expr::value(now.unix()))
            .filter(due(now))
            .filter(of_use)
            .exec(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(u32::try_from(laid.rows_affected).unwrap_or(u32::MAX))
    }

    /// Takes the next letter, so that no other deliverer does.
    async fn claim_next(&self, now: Moment) -> Result<Option<mail::Model>, Fault> {
        loop {
            let Some(row) = next_due(&self.inner.store, now).await? else {
                return Ok(None);
            };
            let tx = self.inner.store.note(now).await?;
            let claimed = mail::Entity::update_many()
                .col_expr(mail::Column::State, Expr::value(State::Claimed.as_str()))
                .col_expr(mail::Column::ClaimedUntil, Expr::value(now.unix() + CLAIM))
                .col_expr(mail::Column::Tries, Expr::value(row.tries + 1))
                .filter(mail::Column::Id.eq(row.id))
                .filter(mail::Column::Tries.eq(row.tries))
                .filter(mail::Column::DueAt.eq(row.due_at))
                .filter(due(now))
                .exec(tx.conn())
                .await?;
            tx.commit().await?;
            if claimed.rows_affected == 1 {
                return Ok(Some(mail::Model { tries: row.tries + 1, ..row }));
            }
        }
    }

    async fn deliver(&self, row: &mail::Model, now: Moment) -> Outcome {
        if row.useless_after.is_some_and(|after| after < now.unix()) {
            return Outcome::Done(State::Dropped, Some(Reason::Expired));
        }
        let inner = &self.inner;
        let server = match &inner.settings.delivery {
            Delivery::Local => return Outcome::Done(State::Local, None),
            Delivery::Smtp(server) => server,
        };
        let Some(message) = compose(inner, row) else {
            tracing::error!(mail = %row.id, template = row.template, "a letter could not be composed");
            return Outcome::Done(State::Failed, Some(Reason::Unreadable));
        };
        match wire::send(server, message).await {
            Ok(()) => Outcome::Done(State::Sent, None),
            Err(not_taken) => Outcome::NotTaken(not_taken),
        }
    }

    async fn mark(
        &self,
        row: &mail::Model,
        now: Moment,
        outcome: Outcome,
        round: &mut Round,
    ) -> Result<(), Fault> {
        let (state, reason, reply) = match outcome {
            Outcome::Done(state, reason) => (state, reason, None),
            Outcome::NotTaken(NotTaken::Refused(code)) => (State::Failed, Some(Reason::Refused), Some(code)),
            Outcome::NotTaken(NotTaken::Postponed(code)) => {
                (State::Waiting, Some(Reason::Postponed), Some(code))
            }
            Outcome::NotTaken(NotTaken::Unreachable(code)) => {
                round.server_away = true;
                (State::Waiting, Some(Reason::Unreachable), code)
            }
        };
        let state = if state == State::Waiting && row.tries >= MOST_TRIES { State::Failed } else { state };
        match state {
            State::Sent => round.sent += 1,
            State::Local => round.local += 1,
            State::Failed => round.failed += 1,
            State::Dropped => round.dropped += 1,
            State::Waiting | State::Claimed => round.postponed += 1,
        }
        if let Some(reason) = reason {
            tracing::warn!(
                mail = %row.id, template = row.template, tries = row.tries, state = state.as_str(),
                reason = reason.as_str(), reply, "a letter was not delivered"
            );
        }
        let done = (state != State::Waiting).then_some(now.unix());
        let due = if done.is_some() { row.due_at } else { now.unix() + pause_after(row.tries) };
        let tx = self.inner.store.note(now).await?;
        let mut update = mail::Entity::update_many()
            .col_expr(mail::Column::State, Expr::value(state.as_str()))
            .col_expr(mail::Column::Reason, Expr::value(reason.map(Reason::as_str)))
            .col_expr(mail::Column::Reply, Expr::value(reply.map(i64::from)))
            .col_expr(mail::Column::ClaimedUntil, Expr::value(None::<i64>))
            .col_expr(mail::Column::DoneAt, Expr::value(done))
            .col_expr(mail::Column::DueAt, Expr::value(due));
        let gone = done.is_some() && state != State::Local;
        if gone && row.keeping == Keeping::Code.as_str() {
            update = update
                .col_expr(mail::Column::Address, Expr::value(None::<String>))
                .col_expr(mail::Column::Body, Expr::value(None::<String>));
        }
        // Not ours any more when the claim ran out or the person was erased meanwhile: then nothing is written.
        update
            .filter(mail::Column::Id.eq(row.id))
            .filter(mail::Column::State.eq(State::Claimed.as_str()))
            .filter(mail::Column::Tries.eq(row.tries))
            .exec(tx.conn())
            .await?;
        tx.commit().await
    }
}

/// The letters whose moment has come: waiting, or left behind by a deliverer that is gone.
fn due(now: Moment) -> Condition {
    let waiting = Condition::all()
        .add(mail::Column::State.eq(State::Waiting.as_str()))
        .add(mail::Column::DueAt.lte(now.unix()));
    let left_behind = Condition::all()
        .add(mail::Column::State.eq(State::Claimed.as_str()))
        .add(mail::Column::ClaimedUntil.lt(now.unix()));
    Condition::any().add(waiting).add(left_behind)
}

async fn next_due(store: &Store, now: Moment) -> Result<Option<mail::Model>, Fault> {
    let row = mail::Entity::find()
        .filter(due(now))
        .order_by_asc(mail::Column::DueAt)
        .order_by_asc(mail::Column::Id)
        .one(store.read())
        .await?;
    Ok(row)
}

fn compose(inner: &Inner, row: &mail::Model) -> Option<lettre::Message> {
    let to = Address::parse(row.address.as_deref()?).ok()?;
    let lang = Lang::parse(&row.lang)?;
    let body: Body = serde_json::from_str(row.body.as_deref()?).ok()?;
    let words = inner.stationery.write(lang, &body).ok()?;
    let envelope = Envelope { to: &to, lang, id: row.id.to_string(), at: Moment::from_unix(row.put_at) };
    wire::message(&inner.settings, &envelope, words).ok()
}

/// How long a letter rests after so many tries.
fn pause_after(tries: i64) -> i64 {
    let doublings = u32::try_from((tries - 1).clamp(0, 16)).unwrap_or(0);
    (FIRST_PAUSE << doublings).min(LONGEST_PAUSE)
}
