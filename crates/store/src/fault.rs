//! What goes wrong below the rooms: a few kinds, and a cause that only the log sees.

use std::error::Error;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// The cause of a fault, for the log alone.
type Cause = Box<dyn Error + Send + Sync>;

/// The store could not do what was asked. Its words are safe to show; its cause ([`Fault::cause`]) is not.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database or the data folder does not answer.
    #[error(
        "The database cannot be reached. Look whether it runs, and at the address given to Local Action."
    )]
    Unreachable(#[source] Cause),
    /// Somebody else held what was needed for too long.
    #[error("The database is busy. Try again in a moment.")]
    Busy(#[source] Cause),
    /// There is no room left, or what is there may not be written.
    #[error(
        "The disk takes no more: it is full, or it cannot be written. Make room; what was sent was not kept."
    )]
    Full(#[source] Cause),
    /// Anything else.
    #[error("The store could not do this. The log has the cause.")]
    Broken(#[source] Cause),
    /// A sentence written for the operator: what, about which thing, what to do.
    #[error("{0}")]
    Operator(String),
}

impl Fault {
    /// A fault with a cause in words, for what cannot be anybody's mistake but the program's.
    pub fn broken(cause: impl Into<String>) -> Self {
        Self::Broken(cause.into().into())
    }

    /// A sentence for the operator.
    pub fn operator(sentence: impl Into<String>) -> Self {
        Self::Operator(sentence.into())
    }

    /// True when trying again later may help without anything being mended: nobody is to blame but the moment.
    pub fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Full(_))
    }

    /// True when the database did answer, but somebody else held what was needed.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy(_))
    }

    /// The whole chain of causes, for the log and the desk; never for a client.
    pub fn cause(&self) -> String {
        let mut words = self.to_string();
        let mut next = self.source();
        while let Some(cause) = next {
            words.push_str(": ");
            words.push_str(&cause.to_string());
            next = cause.source();
        }
        words
    }

    /// The rule that a statement broke, if it broke one; see [`crate::rules`].
    pub fn rule(&self) -> Option<String> {
        match self {
            Self::Broken(cause) => cause.downcast_ref::<DbErr>().and_then(crate::rules::on_rule),
            _ => None,
        }
    }
}

impl From<DbErr> for Fault {
    fn from(err: DbErr) -> Self {
        let kind = kind(&err);
        // A rule that was broken is an answer, no fault of the database.
        if !matches!(kind, Kind::Broken) || crate::rules::on_rule(&err).is_none() {
            COUNTS[kind as usize].fetch_add(1, Ordering::Relaxed);
        }
        match kind {
            Kind::Unreachable => Self::Unreachable(err.into()),
            Kind::Busy => Self::Busy(err.into()),
            Kind::Full => Self::Full(err.into()),
            Kind::Broken => Self::Broken(err.into()),
        }
    }
}

impl From<std::io::Error> for Fault {
    fn from(err: std::io::Error) -> Self {
        match err.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::Full(err.into())
            }
            _ => Self::Broken(err.into()),
        }
    }
}

impl From<serde_json::Error> for Fault {
    fn from(err: serde_json::Error) -> Self {
        Self::Broken(err.into())
    }
}

/// The kinds of fault, in the order in which they are counted.
#[derive(Clone, Copy)]
enum Kind {
    Unreachable,
    Busy,
    Full,
    Broken,
}

/// How often this process met each kind of fault.
static COUNTS: [AtomicU64; 4] = [const { AtomicU64::new(0) }; 4];

/// How often the database failed this process, by the kind of failure: for whoever watches over the house.
pub fn counts() -> [(&'static str, u64); 4] {
    let names = ["unreachable", "busy", "full", "broken"];
    std::array::from_fn(|n| (names[n], COUNTS[n].load(Ordering::Relaxed)))
}

fn kind(err: &DbErr) -> Kind {
    match err {
        DbErr::ConnectionAcquire(sea_orm::ConnAcquireErr::Timeout) => Kind::Busy,
        // While a database is opened nobody else can hold the connection: it did not answer in time.
        DbErr::Conn(RuntimeErr::SqlxError(err)) if matches!(**err, sqlx::Error::PoolTimedOut) => {
            Kind::Unreachable
        }
        DbErr::ConnectionAcquire(_) => Kind::Unreachable,
        DbErr::Conn(RuntimeErr::SqlxError(err))
        | DbErr::Exec(RuntimeErr::SqlxError(err))
        | DbErr::Query(RuntimeErr::SqlxError(err)) => driver_kind(err),
        DbErr::Conn(_) => Kind::Unreachable,
        _ => Kind::Broken,
    }
}

fn driver_kind(err: &sqlx::Error) -> Kind {
    match err {
        sqlx::Error::PoolTimedOut => Kind::Busy,
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::Configuration(_) => Kind::Unreachable,
        sqlx::Error::Database(err) => match err.code().as_deref() {
            // SQLite: BUSY, LOCKED and their extended codes. PostgreSQL: lock_not_available, deadlock,
            // serialization failure, too many connections, idle in transaction for too long.
            Some(
                "5" | "6" | "261" | "262" | "517" | "773" | "55P03" | "40P01" | "40001" | "53300" | "25P03",
            ) => Kind::Busy,
            // SQLite: FULL, and what the system would not write. PostgreSQL: disk full.
            Some("13" | "778" | "1034" | "53100") => Kind::Full,
            // SQLite: CANTOPEN, IOERR. PostgreSQL: shutting down, starting up, connection lost, no such database.
            Some(
                "14" | "57P01" | "57P02" | "57P03" | "08006" | "08003" | "08001" | "3D000" | "28000"
                | "28P01",
            ) => Kind::Unreachable,
            _ => Kind::Broken,
        },
        _ => Kind::Broken,
    }
}
