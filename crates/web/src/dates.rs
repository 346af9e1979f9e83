//! Dates in three fields, as people type them: any part but the year may be missing.

use vocabulary::{PartialDate, Precision};

use crate::{Errors, Pairs};

/// A date as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// The day.
    pub day: String,
    /// The month, as a number.
    pub month: String,
    /// The year, with four digits.
    pub year: String,
    /// `exact`, `by` or `about`; empty means exact.
    pub precision: String,
}

/// Why a typed date is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRefused {
    /// A day or month without a year.
    YearMissing,
    /// The year is not a number of four digits between 1900 and 2199.
    YearUnreadable,
    /// The month is not a number from 1 to 12.
    MonthUnreadable,
    /// The day is not a number from 1 to 31.
    DayUnreadable,
    /// A day without a month.
    MonthMissing,
    /// The month has no such day.
    NoSuchDay,
}

impl DateRefused {
    /// The message key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            DateRefused::YearMissing => "web-date-year-missing",
            DateRefused::YearUnreadable => "web-date-year-unreadable",
            DateRefused::MonthUnreadable => "web-date-month-unreadable",
            DateRefused::DayUnreadable => "web-date-day-unreadable",
            DateRefused::MonthMissing => "web-date-month-missing",
            DateRefused::NoSuchDay => "web-date-no-such-day",
        }
    }
}

impl DateParts {
    /// Takes the parts of the date with this name out of what was posted.
    pub fn of(pairs: &Pairs, name: &str) -> DateParts {
        let part = |part: &str| pairs.first(&format!("{name}-{part}")).unwrap_or_default().to_owned();
        DateParts { day: part("day"), month: part("month"), year: part("year"), precision: part("precision") }
    }

    /// The parts as pairs, to fill a form from a date that was kept.
    pub fn pairs(name: &str, date: &PartialDate) -> Vec<(String, String)> {
        let precision = match date.precision() {
            Precision::Exact => "exact",
            Precision::By => "by",
            Precision::About => "about",
        };
        let number = |n: Option<u8>| n.map(|n| n.to_string()).unwrap_or_default();
        vec![
            (format!("{name}-day"), number(date.day())),
            (format!("{name}-month"), number(date.month())),
            (format!("{name}-year"), date.year().to_string()),
            (format!("{name}-precision"), precision.to_owned()),
        ]
    }

    /// The date, or nothing where nothing was typed.
    ///
    /// # Errors
    /// Says which part cannot be read.
    pub fn parse(&self) -> Result<Option<PartialDate>, DateRefused> {
        let (day, month, year) = (digits(&self.day), digits(&self.month), digits(&self.year));
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Ok(None);
        }
        if year.is_empty() {
            return Err(DateRefused::YearMissing);
        }
        let year = Some(&year).filter(|y| y.len() == 4).and_then(|y| y.parse::<i32>().ok());
        let year = year.filter(|y| (1900..2200).contains(y)).ok_or(DateRefused::YearUnreadable)?;
        let month = number(&month, 12).ok_or(DateRefused::MonthUnreadable)?;
        let day = number(&day, 31).ok_or(DateRefused::DayUnreadable)?;
        if day.is_some() && month.is_none() {
            return Err(DateRefused::MonthMissing);
        }
        let precision = match self.precision.as_str() {
            "by" => Precision::By,
            "about" => Precision::About,
            _ => Precision::Exact,
        };
        date(year, month, day, precision).ok_or(DateRefused::NoSuchDay).map(Some)
    }

    /// The date, or an error added at the field; nothing typed is nothing.
    pub fn check(&self, field: &str, errors: &mut Errors) -> Option<PartialDate> {
        self.parse().unwrap_or_else(|refused| {
            errors.add(field, refused.key());
            None
        })
    }
}

fn date(year: i32, month: Option<u8>, day: Option<u8>, precision: Precision) -> Option<PartialDate> {
    PartialDate::from_parts(year, month, day, precision).ok()
}

/// `Some(None)` where nothing was typed, `None` where it is no number from 1 to `most`.
fn number(text: &str, most: u8) -> Option<Option<u8>> {
    if text.is_empty() {
        return Some(None);
    }
    text.parse().ok().filter(|n| (1..=most).contains(n)).map(Some)
}

/// Trims, and writes digits of Arabic and Persian as Latin ones.
fn digits(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| match c {
            '٠'..='٩' => shifted(c, '٠'),
            '۰'..='۹' => shifted(c, '۰'),
            other => other,
        })
        .collect()
}

fn shifted(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> Result<Option<String>, DateRefused> {
        let parts =
            DateParts { day: day.into(), month: month.into(), year: year.into(), precision: String::new() };
        parts.parse().map(|date| date.map(|d| d.to_string()))
    }

    #[test]
    fn any_part_but_the_year_may_be_missing() {
        assert_eq!(typed("", "", ""), Ok(None));
        assert_eq!(typed("", "", "2024"), Ok(Some("2024".into())));
        assert_eq!(typed("", "5", " 2024 "), Ok(Some("2024-05".into())));
        assert_eq!(typed("29", "02", "2024"), Ok(Some("2024-02-29".into())));
        assert_eq!(typed("١٧", "٥", "٢٠٢٤"), Ok(Some("2024-05-17".into())));
    }

    #[test]
    fn each_mistake_has_its_name() {
        assert_eq!(typed("", "5", ""), Err(DateRefused::YearMissing));
        assert_eq!(typed("", "", "24"), Err(DateRefused::YearUnreadable));
        assert_eq!(typed("", "", "20244"), Err(DateRefused::YearUnreadable));
        assert_eq!(typed("", "May", "2024"), Err(DateRefused::MonthUnreadable));
        assert_eq!(typed("", "13", "2024"), Err(DateRefused::MonthUnreadable));
        assert_eq!(typed("32", "1", "2024"), Err(DateRefused::DayUnreadable));
        assert_eq!(typed("3", "", "2024"), Err(DateRefused::MonthMissing));
        assert_eq!(typed("29", "2", "2023"), Err(DateRefused::NoSuchDay));
        assert_eq!(typed("31", "4", "2023"), Err(DateRefused::NoSuchDay));
    }
}
