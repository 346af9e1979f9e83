//! Dates as people know them: "2018-12 (by)", "2024", "May 2024", "ongoing".

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{Date, Month};

/// How sure a partial date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// In that year, month or on that day.
    #[default]
    Exact,
    /// Then or earlier.
    By,
    /// Around then.
    About,
}

/// A date of which the day, or the month and the day, may be unknown. Written `2024`, `2024-05`, `2024-05-17`,
/// with ` (by)` or ` (about)` behind it; kept as that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    precision: Precision,
}

/// Text or numbers that are no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date; write a year (2024), a month (2024-05) or a day (2024-05-17)")]
pub struct NotADate(pub String);

impl PartialDate {
    /// A date from its parts: a year of four digits, a month if known, a day if the month is known.
    pub fn from_parts(
        year: i32,
        month: Option<u8>,
        day: Option<u8>,
        precision: Precision,
    ) -> Result<Self, NotADate> {
        let date = PartialDate { year, month, day, precision };
        if date.exists() { Ok(date) } else { Err(NotADate(date.to_string())) }
    }

    /// Reads the written form, with some tolerance: spaces, any case, digits of any script.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        Self::read(text).ok_or_else(|| NotADate(text.trim().to_owned()))
    }

    fn read(text: &str) -> Option<Self> {
        let folded = crate::folding::fold(text);
        let (numbers, precision) = match folded.split_once('(') {
            None => (folded.as_str(), Precision::Exact),
            Some((numbers, mark)) => (numbers, mark_of(mark.trim_end_matches(')').trim())?),
        };
        let mut parts = numbers.trim().split('-');
        let year = parts.next().filter(|part| part.len() == 4).and_then(number)?;
        let month = parts.next().map(|part| number(part).ok_or(())).transpose().ok()?;
        let day = parts.next().map(|part| number(part).ok_or(())).transpose().ok()?;
        if parts.next().is_some() {
            return None;
        }
        let small = |n: u16| u8::try_from(n).ok();
        let month = month.map(|m| small(m).ok_or(())).transpose().ok()?;
        let day = day.map(|d| small(d).ok_or(())).transpose().ok()?;
        PartialDate::from_parts(i32::from(year), month, day, precision).ok()
    }

    fn exists(&self) -> bool {
        let year_fits = (1000..=9999).contains(&self.year);
        year_fits
            && match (self.month, self.day) {
                (None, None) => true,
                (None, Some(_)) => false,
                (Some(month), day) => Month::try_from(month)
                    .is_ok_and(|month| Date::from_calendar_date(self.year, month, day.unwrap_or(1)).is_ok()),
            }
    }

    /// The year.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, if known.
    pub fn month(&self) -> Option<u8> {
        self.month
    }

    /// The day of the month, if known.
    pub fn day(&self) -> Option<u8> {
        self.day
    }

    /// How sure it is.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// A number that sorts: `20240517`, with zeros for what is not known, so a year comes before its months.
    pub fn sort_key(&self) -> i64 {
        i64::from(self.year) * 10_000
            + i64::from(self.month.unwrap_or(0)) * 100
            + i64::from(self.day.unwrap_or(0))
    }

    /// The first day it can mean.
    pub fn first_day(&self) -> Date {
        self.day_or(self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it can mean.
    pub fn last_day(&self) -> Date {
        let month = self.month.unwrap_or(12);
        let length = Month::try_from(month).map_or(31, |month| month.length(self.year));
        self.day_or(month, self.day.unwrap_or(length))
    }

    fn day_or(&self, month: u8, day: u8) -> Date {
        let month = Month::try_from(month).expect("a partial date has a month that exists");
        Date::from_calendar_date(self.year, month, day).expect("a partial date is a day that exists")
    }
}

fn number(part: &str) -> Option<u16> {
    let fits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| part.parse().ok()).flatten()
}

fn mark_of(mark: &str) -> Option<Precision> {
    match mark {
        "by" => Some(Precision::By),
        "about" => Some(Precision::About),
        "exact" => Some(Precision::Exact),
        _ => None,
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        PartialDate {
            year: date.year(),
            month: Some(date.month().into()),
            day: Some(date.day()),
            precision: Precision::Exact,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        match self.precision {
            Precision::Exact => Ok(()),
            Precision::By => f.write_str(" (by)"),
            Precision::About => f.write_str(" (about)"),
        }
    }
}

impl std::str::FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        PartialDate::parse(text)
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_key().cmp(&other.sort_key()).then((self.precision as u8).cmp(&(other.precision as u8)))
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        PartialDate::parse(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// How a period ends. Kept as `open`, `ongoing` or the date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum End {
    /// Nothing is known of the end.
    #[default]
    Open,
    /// It goes on.
    Ongoing,
    /// It ended, or will end, then.
    On(PartialDate),
}

impl End {
    /// Reads the written form.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        match text.trim() {
            "" | "open" => Ok(End::Open),
            "ongoing" => Ok(End::Ongoing),
            date => PartialDate::parse(date).map(End::On),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Open => f.write_str("open"),
            End::Ongoing => f.write_str("ongoing"),
            End::On(date) => date.fmt(f),
        }
    }
}

impl Serialize for End {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for End {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        End::parse(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// From when to when, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// When it began or will begin.
    pub start: Option<PartialDate>,
    /// How it ends.
    #[serde(default)]
    pub end: End,
}

impl Period {
    /// Whether it surely ends before it begins: the last day the end can mean lies before the first of the start.
    pub fn is_backwards(&self) -> bool {
        match (self.start, self.end) {
            (Some(start), End::On(end)) => end.last_day() < start.first_day(),
            (None, _) | (_, End::Open | End::Ongoing) => false,
        }
    }

    /// Whether nothing is known of it.
    pub fn is_unknown(&self) -> bool {
        self.start.is_none() && self.end == End::Open
    }
}
