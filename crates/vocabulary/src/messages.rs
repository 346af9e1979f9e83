//! Every sentence a person sees: Fluent messages in four languages, loaded once, and [`Say`], which says them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::dates::{End, PartialDate, Period, Precision};
use crate::formats;
use crate::lang::{Lang, Tag};
use crate::moment::Moment;

/// The messages of this crate itself (dates and periods); loaded with all others.
const OWN: [(Lang, &str, &str); 4] = [
    (Lang::En, "vocabulary.ftl", include_str!("../../../locales/en/vocabulary.ftl")),
    (Lang::Fr, "vocabulary.ftl", include_str!("../../../locales/fr/vocabulary.ftl")),
    (Lang::Es, "vocabulary.ftl", include_str!("../../../locales/es/vocabulary.ftl")),
    (Lang::Ar, "vocabulary.ftl", include_str!("../../../locales/ar/vocabulary.ftl")),
];

/// The marks that isolate a value from the direction of the text around it.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// All messages in all languages.
pub struct Messages {
    spoken: [Spoken; 4],
}

struct Spoken {
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, formatted once.
    fixed: HashMap<String, String>,
    keys: BTreeSet<String>,
}

impl Messages {
    /// Loads messages from (language, name of the file, source). The errors are sentences, one per fault, each
    /// naming its file.
    pub fn load(files: &[(Lang, &str, &str)]) -> Result<Arc<Self>, Vec<String>> {
        let mut faults = Vec::new();
        let spoken = Lang::ALL.map(|lang| {
            let theirs = files.iter().filter(|(l, name, _)| *l == lang && !name.ends_with("vocabulary.ftl"));
            let own = OWN.iter().filter(|(l, _, _)| *l == lang);
            Spoken::load(lang, own.chain(theirs), &mut faults)
        });
        if faults.is_empty() { Ok(Arc::new(Messages { spoken })) } else { Err(faults) }
    }

    /// The one who says them in a language.
    pub fn say(self: &Arc<Self>, lang: Lang) -> Say {
        Say { lang, messages: Arc::clone(self) }
    }

    /// The keys that exist in a language: for the tests that compare the languages.
    pub fn keys(&self, lang: Lang) -> &BTreeSet<String> {
        &self.spoken[lang.index()].keys
    }

    fn format(&self, lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let spoken = &self.spoken[lang.index()];
        if let Some(fixed) = spoken.fixed.get(key) {
            return Some(fixed.clone());
        }
        let pattern = spoken.bundle.get_message(key)?.value()?;
        Some(spoken.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    }
}

impl Spoken {
    fn load<'a>(
        lang: Lang,
        files: impl Iterator<Item = &'a (Lang, &'a str, &'a str)>,
        faults: &mut Vec<String>,
    ) -> Self {
        let langid = lang.code().parse().expect("the codes of the page languages are language identifiers");
        let mut bundle = FluentBundle::new_concurrent(vec![langid]);
        let mut keys = BTreeSet::new();
        for (_, name, source) in files {
            let resource = FluentResource::try_new(typeset(lang, source).into_owned()).unwrap_or_else(
                |(resource, errors)| {
                    let told =
                        errors.iter().map(|e| format!("{lang}/{name}: {e}; correct the message there"));
                    faults.extend(told);
                    resource
                },
            );
            keys.extend(source.lines().filter_map(key_of));
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(
                    errors.iter().map(|e| format!("{lang}/{name}: {e}; give the message another key")),
                );
            }
        }
        let fixed = keys.iter().filter_map(|key| Some((key.clone(), fixed(&bundle, key)?))).collect();
        Spoken { bundle, fixed, keys }
    }
}

/// The source of messages as a printer sets it: in French, what stands before `; : ? ! »` and after `«` does not break
/// away from it. Translators write plain spaces.
fn typeset(lang: Lang, source: &str) -> Cow<'_, str> {
    if lang != Lang::Fr {
        return Cow::Borrowed(source);
    }
    let mut text = source.replace("« ", "«\u{a0}");
    for sign in [';', ':', '?', '!', '»'] {
        text = text.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
    }
    Cow::Owned(text)
}

/// The number by which a plural is chosen. In Arabic the forms come again after each hundred; the rules that Fluent asks
/// know them only up to the first.
fn counted(lang: Lang, n: i64) -> i64 {
    match (lang, n % 100) {
        (Lang::Ar, rest @ 3..) if n > 100 => rest,
        _ => n,
    }
}

/// The key of the message that begins on a line: Fluent's messages begin at the margin.
fn key_of(line: &str) -> Option<String> {
    let key = line.split_once('=')?.0.trim_end();
    let letters = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    (letters && key.starts_with(|c: char| c.is_ascii_alphabetic())).then(|| key.to_owned())
}

/// The text of a message that needs no argument.
fn fixed(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A number: chooses the plural; the message shows it as `$name_text`, in the reader's digits.
    Number(i64),
    /// A text, isolated from the direction of the sentence around it.
    Text(String),
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Arg::Number(n)
    }
}

impl From<i32> for Arg {
    fn from(n: i32) -> Self {
        Arg::Number(n.into())
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Arg::Number(n.into())
    }
}

impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(text.clone())
    }
}

/// Says the messages in one language. Cheap to clone and to send to another thread.
#[derive(Clone)]
pub struct Say {
    /// The language it speaks.
    pub lang: Lang,
    messages: Arc<Messages>,
}

impl Say {
    /// The same messages in another language.
    pub fn in_lang(&self, lang: Lang) -> Say {
        self.messages.say(lang)
    }

    /// A message without arguments. What a language lacks is said in English; an unknown key is said itself.
    pub fn t(&self, key: &str) -> String {
        self.find(key, None)
    }

    /// A message with arguments. A number `n` is also passed as `n_text`, in the reader's digits.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.find(key, Some(&self.arguments(args)))
    }

    /// The same without the marks that isolate values: for subjects of mail and titles of pages.
    pub fn plain(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut text = self.with(key, args);
        text.retain(|c| !ISOLATES.contains(&c));
        text
    }

    /// Whether the message exists in this language or in English.
    pub fn has(&self, key: &str) -> bool {
        self.messages.keys(self.lang).contains(key) || self.messages.keys(Lang::En).contains(key)
    }

    fn find(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let found = self.messages.format(self.lang, key, args);
        found.or_else(|| self.messages.format(Lang::En, key, args)).unwrap_or_else(|| key.to_owned())
    }

    fn arguments<'a>(&self, args: &'a [(&'a str, Arg)]) -> FluentArgs<'a> {
        let mut passed = FluentArgs::with_capacity(args.len() * 2);
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => passed.set(*name, FluentValue::String(Cow::Borrowed(text))),
                Arg::Number(n) => {
                    passed.set(*name, FluentValue::from(counted(self.lang, *n)));
                    passed.set(format!("{name}_text"), FluentValue::from(self.number(*n)));
                }
            }
        }
        passed
    }

    /// A number with the reader's grouping.
    pub fn number(&self, n: i64) -> String {
        formats::number(self.lang, n)
    }

    /// The day of a moment, written out: `16 February 2022`.
    pub fn date(&self, moment: Moment) -> String {
        formats::day(self.lang, moment.date())
    }

    /// A partial date, written out: `by December 2018`.
    pub fn partial(&self, date: &PartialDate) -> String {
        let written = match (date.month(), date.day()) {
            (Some(_), Some(_)) => formats::day(self.lang, date.first_day()),
            (Some(month), None) => formats::month(self.lang, date.year(), month),
            (None, _) => date.year().to_string(),
        };
        match date.precision() {
            Precision::Exact => written,
            Precision::By => self.plain("vocabulary-date-by", &[("date", written.into())]),
            Precision::About => self.plain("vocabulary-date-about", &[("date", written.into())]),
        }
    }

    /// A period, written out: `May 2024 – ongoing`.
    pub fn period(&self, period: &Period) -> String {
        let start = period.start.map(|date| self.partial(&date));
        match (start, period.end) {
            (None, End::Open) => self.t("vocabulary-period-unknown"),
            (None, End::Ongoing) => self.t("vocabulary-period-ongoing"),
            (Some(start), End::Open) => self.plain("vocabulary-period-from", &[("start", start.into())]),
            (Some(start), End::Ongoing) => {
                self.plain("vocabulary-period-from-ongoing", &[("start", start.into())])
            }
            (None, End::On(end)) => {
                self.plain("vocabulary-period-until", &[("end", self.partial(&end).into())])
            }
            (Some(start), End::On(end)) if period.start == Some(end) => start,
            (Some(start), End::On(end)) => {
                let end = self.partial(&end);
                self.plain("vocabulary-period", &[("start", start.into()), ("end", end.into())])
            }
        }
    }

    /// The comma of this language, with the space after it.
    pub fn comma(&self) -> &'static str {
        if self.lang == Lang::Ar { "، " } else { ", " }
    }

    /// A list, written out: `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        formats::list(self.lang, items)
    }

    /// The same for a sentence: each thing keeps its own direction, and none of them decides on that of the list.
    pub fn list_apart(&self, items: &[String]) -> String {
        let apart = items.iter().map(|item| format!("\u{2068}{item}\u{2069}"));
        formats::list(self.lang, &apart.collect::<Vec<_>>())
    }

    /// Two things that stand side by side, each by itself: `Thiès, Senegal`.
    pub fn pair(&self, a: &str, b: &str) -> String {
        self.with("vocabulary-pair", &[("a", a.into()), ("b", b.into())])
    }

    /// What is said of something, after what it is: `Reference: LA-2026-00042`.
    pub fn labelled(&self, label: &str, value: &str) -> String {
        self.with("vocabulary-labelled", &[("label", label.into()), ("value", value.into())])
    }

    /// Which of two texts comes first in the reader's alphabetical order.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        formats::compare(self.lang, a, b)
    }

    /// The name of a language in the reader's language.
    pub fn language_name(&self, tag: &Tag) -> String {
        crate::language_names::of(self.lang, tag)
    }
}

impl std::fmt::Debug for Say {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Say({})", self.lang)
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({} keys)", self.keys(Lang::En).len())
    }
}
