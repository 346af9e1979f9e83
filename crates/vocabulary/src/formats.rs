//! Dates, numbers, lists and the alphabetical order as each language writes them.
//!
//! ICU's formatters are kept per thread: they are cheap to make from compiled data and need no lock.

use std::cell::OnceCell;
use std::cmp::Ordering;

use icu_calendar::{Date, Gregorian};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::{Locale, locale};

use crate::lang::Lang;

struct Formats {
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    number: DecimalFormatter,
    list: ListFormatter,
    order: CollatorBorrowed<'static>,
}

thread_local! {
    static FORMATS: [OnceCell<Formats>; 4] = const { [const { OnceCell::new() }; 4] };
}

/// English dates in the order of the United Nations; Arabic with Latin digits, one set of digits on a page.
fn locale_of(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en-GB"),
        Lang::Fr => locale!("fr"),
        Lang::Es => locale!("es"),
        Lang::Ar => locale!("ar-u-nu-latn"),
    }
}

impl Formats {
    fn of(lang: Lang) -> Self {
        let locale = locale_of(lang);
        let compiled = "the data of the four languages is compiled in";
        let list = ListFormatterOptions::default().with_length(ListLength::Wide);
        let mut order = CollatorOptions::default();
        order.strength = Some(Strength::Tertiary);
        Formats {
            day: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::long()).expect(compiled),
            month: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YM::long())
                .expect(compiled),
            number: DecimalFormatter::try_new(locale.clone().into(), Default::default()).expect(compiled),
            list: ListFormatter::try_new_and(locale.clone().into(), list).expect(compiled),
            order: Collator::try_new(locale.into(), order).expect(compiled),
        }
    }
}

fn with<T>(lang: Lang, use_it: impl FnOnce(&Formats) -> T) -> T {
    FORMATS.with(|all| use_it(all[lang.index()].get_or_init(|| Formats::of(lang))))
}

/// A number with its grouping: `12,345`.
pub fn number(lang: Lang, n: i64) -> String {
    // Digits alone, which are the same in every language of the pages: most counts on a page are small.
    if (0..1_000).contains(&n) {
        return n.to_string();
    }
    with(lang, |f| f.number.format(&fixed_decimal::Decimal::from(n)).to_string())
}

/// A day written out: `16 February 2022`.
pub fn day(lang: Lang, date: time::Date) -> String {
    match gregorian(date.year(), date.month().into(), date.day()) {
        Some(day) => {
            let written = with(lang, |f| f.day.format(&day).to_string());
            // In French the first of a month is an ordinal, which CLDR leaves out.
            match written.strip_prefix("1 ").filter(|_| lang == Lang::Fr) {
                Some(rest) => format!("1er {rest}"),
                None => written,
            }
        }
        None => date.to_string(),
    }
}

/// A month written out: `February 2022`.
pub fn month(lang: Lang, year: i32, month: u8) -> String {
    match gregorian(year, month, 1) {
        Some(day) => with(lang, |f| f.month.format(&day).to_string()),
        None => format!("{year:04}-{month:02}"),
    }
}

fn gregorian(year: i32, month: u8, day: u8) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(year, month, day).ok()
}

/// A list written out: `a, b and c`.
pub fn list(lang: Lang, items: &[String]) -> String {
    with(lang, |f| f.list.format(items.iter().map(String::as_str)).to_string())
}

/// The key of a text in the reader's alphabetical order: of two texts the one with the lesser key comes first, as
/// [`compare`] says. A key holds only with the rules of the same build.
pub fn sort_key(lang: Lang, text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    let Ok(()) = with(lang, |f| f.order.write_sort_key_to(text, &mut key));
    key
}

/// A language in whose order texts of plain letters (ASCII) stand as in this one, and have the same keys: English, French and
/// Spanish differ only in accented letters.
pub fn plain_order(lang: Lang) -> Lang {
    match lang {
        Lang::En | Lang::Fr | Lang::Es => Lang::En,
        Lang::Ar => Lang::Ar,
    }
}

/// Which of two texts comes first in the reader's alphabetical order.
pub fn compare(lang: Lang, a: &str, b: &str) -> Ordering {
    with(lang, |f| f.order.compare(a, b))
}
