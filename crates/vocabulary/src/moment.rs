//! When: a moment is a whole second in UTC, and the clock is handed in.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime};

/// A moment: whole seconds since the beginning of 1970 in UTC. Kept in the database as BIGINT, so that it
/// sorts the same everywhere; written as RFC 3339.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// The first and the last second that RFC 3339 can write (years 0000 to 9999).
const SPAN: (i64, i64) = (-62_167_219_200, 253_402_300_799);

impl Moment {
    /// The moment so many seconds after the beginning of 1970; held within the years 0 to 9999.
    pub fn from_unix(seconds: i64) -> Self {
        Moment(seconds.clamp(SPAN.0, SPAN.1))
    }

    /// Midnight (UTC) at the beginning of a day.
    pub fn from_date(date: Date) -> Self {
        Moment::from_unix(date.midnight().assume_utc().unix_timestamp())
    }

    /// Reads RFC 3339 text; fractions of a second are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let read = OffsetDateTime::parse(text.trim(), &Rfc3339).ok()?;
        Some(Moment::from_unix(read.unix_timestamp()))
    }

    /// Seconds since the beginning of 1970.
    pub fn unix(self) -> i64 {
        self.0
    }

    /// The same moment as the `time` crate has it.
    pub fn to_time(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.0).expect("a moment is held within the years 0 to 9999")
    }

    /// The day in UTC.
    pub fn date(self) -> Date {
        self.to_time().date()
    }

    /// The year in UTC.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// So many seconds later (earlier, when negative).
    pub fn plus(self, seconds: i64) -> Self {
        Moment::from_unix(self.0.saturating_add(seconds))
    }

    /// So many days of 24 hours later (earlier, when negative).
    pub fn plus_days(self, days: i64) -> Self {
        self.plus(days.saturating_mul(86_400))
    }

    /// Seconds from an earlier moment to this one.
    pub fn since(self, earlier: Moment) -> i64 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let t = self.to_time();
        let (date, (h, m, s)) = (t.date(), t.to_hms());
        write!(f, "{:04}-{:02}-{:02}T{h:02}:{m:02}:{s:02}Z", date.year(), u8::from(date.month()), date.day())
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Moment::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "“{text}” is not a moment; write one such as 2026-11-21T09:30:00Z"
            ))
        })
    }
}

/// Where the time comes from: the system's clock, or one that a test holds still.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// A clock that stands still until it is advanced; clones share it.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a moment.
    pub fn fixed(at: Moment) -> Self {
        Clock::Fixed(Arc::new(AtomicI64::new(at.unix())))
    }

    /// What the clock shows.
    pub fn now(&self) -> Moment {
        match self {
            Clock::System => Moment::from_unix(system_seconds()),
            Clock::Fixed(at) => Moment::from_unix(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a fixed clock forward; the system's clock takes no orders.
    pub fn advance(&self, seconds: i64) {
        if let Clock::Fixed(at) = self {
            at.fetch_add(seconds, Ordering::SeqCst);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the house looks at the system's clock")]
fn system_seconds() -> i64 {
    let now = std::time::SystemTime::now();
    match now.duration_since(std::time::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |s| -s),
    }
}
