//! The register as of an earlier day: how an address asks for it (`as-of=2026-05-08`), and how pages say it. A day is shown
//! as it ended, in universal time; for one that is not over the register is shown as it stands now, and says so.

use axum::response::Response;
use store::Fault;
use vocabulary::{Arg, Moment, PartialDate, Precision, Say};
use web::{At, Foot, Frame, Link, Problem};

use super::ask::{short, written};
use super::past;
use super::record::PublicRecord;
use crate::House;

/// The name of the day in addresses.
pub(super) const NAME: &str = "as-of";

/// As of which day a page is asked.
pub struct AsOf {
    /// The day; none for now.
    pub(super) chosen: Option<PartialDate>,
    /// The same at the end of an address: `?as-of=2026-05-08`, or nothing.
    pub(super) query: String,
    /// A day that is asked for and is not over.
    not_over: Option<PartialDate>,
}

/// What stands in an address for the day.
pub(super) enum Asked<'a> {
    /// None.
    Now,
    /// One that is over.
    Day(PartialDate),
    /// Today, or one to come.
    NotOver(PartialDate),
    /// No day at all, as it was written.
    Unknown(&'a str),
}

/// How a record stood at the end of the day that its page is asked for.
pub enum Stood {
    /// As it stands now; or no day is asked for that is over.
    Same,
    /// Otherwise: its card, and by what it was found, of that day.
    Otherwise(Box<PublicRecord>),
    /// It was not there, or nothing is kept of how it stood.
    Unknown,
}

/// What the page of a record says of the day that it is asked for, and the way to the same page as it stands now.
pub struct Told {
    /// The sentence.
    pub words: String,
    /// The way, where the page shows something else.
    pub now: Option<Link>,
}

/// The day in the query of an address, seen from this moment.
pub(super) fn read(pairs: &[(String, String)], now: Moment) -> Asked<'_> {
    let written = pairs.iter().find(|(name, _)| name == NAME).map_or("", |(_, value)| value);
    match PartialDate::parse(written) {
        Ok(date) if date.day().is_some() && date.precision() == Precision::Exact => {
            if date.last_day() < now.date() { Asked::Day(date) } else { Asked::NotOver(date) }
        }
        _ if written.is_empty() => Asked::Now,
        _ => Asked::Unknown(written),
    }
}

/// The number of a day, as the index counts them.
pub(super) fn number(day: PartialDate) -> i64 {
    past::day(moment(day))
}

/// A day at the end of an address: `?as-of=2026-05-08`, or nothing.
pub(super) fn query(day: Option<PartialDate>) -> String {
    day.map(|day| format!("?{NAME}={day}")).unwrap_or_default()
}

/// A day in words.
pub(super) fn day(say: &Say, day: PartialDate) -> Arg {
    Arg::from(say.date(moment(day)))
}

/// That a day is not over, so that what is shown is the register as it stands now.
pub(super) fn not_over(say: &Say, date: PartialDate) -> String {
    say.with("register-not-over", &[("date", day(say, date))])
}

/// Refuses a file of a day to come.
pub(super) fn to_come(house: &House, say: &Say, not_over: Option<PartialDate>) -> Result<(), Problem> {
    match not_over.filter(|day| day.last_day() > house.now().date()) {
        Some(date) => Err(Problem::Unknown(say.with("register-file-not-over", &[("date", day(say, date))]))),
        None => Ok(()),
    }
}

fn moment(day: PartialDate) -> Moment {
    Moment::from_date(day.last_day())
}

impl AsOf {
    /// What an address asks; nothing where what stands there is no day.
    pub fn asked(house: &House, at: &At) -> AsOf {
        let (chosen, not_over) = match read(&written(at), house.now()) {
            Asked::Day(day) => (Some(day), None),
            Asked::NotOver(day) => (None, Some(day)),
            Asked::Now | Asked::Unknown(_) => (None, None),
        };
        AsOf { chosen, query: query(chosen), not_over }
    }

    /// The same for a file, which nobody sees a sentence beside: what is no day, or a day to come, is refused.
    pub fn of_file(house: &House, at: &At) -> Result<AsOf, Problem> {
        if let Asked::Unknown(day) = read(&written(at), house.now()) {
            let values = [("values", Arg::from(at.say.list_apart(&[short(day)])))];
            return Err(Problem::Unknown(at.say.with("register-file-unknown", &values)));
        }
        let asked = AsOf::asked(house, at);
        to_come(house, &at.say, asked.not_over)?;
        Ok(asked)
    }

    /// The register as it stands now.
    pub fn now() -> AsOf {
        AsOf { chosen: None, query: String::new(), not_over: None }
    }

    /// Whether a day is asked for that is over.
    pub fn is_earlier(&self) -> bool {
        self.chosen.is_some()
    }

    /// The day, as the index counts them; none for now.
    pub fn number(&self) -> Option<i64> {
        self.chosen.map(number)
    }

    /// Whether something of this moment was there at the end of the day that is shown.
    pub fn holds(&self, moment: Moment) -> bool {
        self.chosen.is_none_or(|day| past::day(moment) <= number(day))
    }

    /// The address of a page at this path, with the day as it was asked for: one that is not over will be.
    pub fn on(&self, path: &str) -> String {
        format!("{path}{}", query(self.chosen.or(self.not_over)))
    }

    /// The address of a page at this path as of the day that is shown.
    pub fn within(&self, path: &str) -> String {
        format!("{path}{}", self.query)
    }

    /// How a record that is here now stood at the end of the day.
    pub async fn stood(&self, house: &House, record: &PublicRecord) -> Result<Stood, Fault> {
        match self.chosen {
            Some(day) => {
                past::on(house.store.read(), &record.kind, &record.key, past::end(number(day))).await
            }
            None => Ok(Stood::Same),
        }
    }

    /// What the page of a record says of the day, with the way to the page as it stands now; nothing where none is asked for.
    pub fn told(&self, at: &At, record: &PublicRecord, stood: &Stood) -> Option<Told> {
        let Some(day) = self.chosen else {
            return self.note(&at.say).map(|words| Told { words, now: None });
        };
        let (key, differs) = match stood {
            Stood::Same => ("register-stood-same", false),
            Stood::Otherwise(_) => ("register-stood-then", true),
            Stood::Unknown => ("register-stood-not", false),
        };
        let words = at.say.with(key, &[("date", self::day(&at.say, day))]);
        let now = differs.then(|| Link::new(at.say.t("register-stood-now"), at.to(&record.path())));
        Some(Told { words, now })
    }

    /// As of which day the page of a record is drawn and cited that stood so: of one of which nothing is known as of now.
    pub fn drawn(self, stood: &Stood) -> AsOf {
        if matches!(stood, Stood::Unknown) { AsOf::now() } else { self }
    }

    /// Hides the page of a record that says something of a day, as its address is none for search engines.
    pub fn hidden(frame: Frame, told: Option<&Told>) -> Frame {
        if told.is_some() { frame.hide() } else { frame }
    }

    /// Whether the address says it in its one way. One of a day that is not over stays: it will be.
    pub fn is_canonical(&self, at: &At) -> bool {
        self.not_over.is_some()
            || at.query.as_deref().unwrap_or_default() == self.query.trim_start_matches('?')
    }

    /// Where a page leads that was asked for in another way than its one, which stands at this path.
    pub fn elsewhere(&self, at: &At, path: &str) -> Option<Response> {
        (!self.is_canonical(at)).then(|| at.moved(&self.within(path)))
    }

    /// That the day is not over, where it is not.
    pub fn note(&self, say: &Say) -> Option<String> {
        self.not_over.map(|day| not_over(say, day))
    }

    /// The pair that the addresses of lists carry.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.chosen.map(|day| (NAME.to_owned(), day.to_string())).into_iter().collect()
    }

    /// What a field for the day holds.
    pub fn field(&self) -> String {
        self.chosen.map(|day| day.to_string()).unwrap_or_default()
    }

    /// The day that is shown, as files are named by it.
    pub fn date(&self, house: &House) -> String {
        self.moment(house).date().to_string()
    }

    /// The day that is shown, in words.
    pub fn day(&self, house: &House, say: &Say) -> String {
        say.date(self.moment(house))
    }

    /// "As of 8 May 2026".
    pub fn written(&self, house: &House, say: &Say) -> String {
        say.with("register-as-of", &[("date", Arg::from(self.day(house, say)))])
    }

    /// The path under which a page can be quoted: whoever follows it sees what was quoted.
    pub fn quoted(&self, house: &House, path: &str) -> String {
        format!("{path}?{NAME}={}", self.date(house))
    }

    /// The foot of a page that is called so and stands there: it lasts as of the day, if one is chosen, and is cited as of the
    /// day that is shown.
    pub fn foot(&self, house: &House, at: &At, (title, path): (&str, &str)) -> Foot {
        let foot = Foot::new(at, title, &self.within(path));
        foot.as_of(at, self.day(house, &at.say), &self.quoted(house, path))
    }

    /// Pages of another day are not for search engines.
    pub fn frame(&self, frame: Frame) -> Frame {
        if self.chosen.is_some() { frame.hide() } else { frame }
    }

    /// A moment of the day that is shown.
    pub fn moment(&self, house: &House) -> Moment {
        self.chosen.map_or_else(|| house.now(), moment)
    }
}
