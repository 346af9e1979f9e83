//! The parts of a form as templates draw them: each knows its words, what was typed and what is wrong.

use vocabulary::{Arg, Lang, Say};

use crate::{Errors, Pairs};

/// What a one-line field is for, so that phones show the right keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    #[default]
    Text,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Address,
    /// A whole number; digits of every script are taken.
    Number,
    /// A six-digit code.
    Code,
    /// A search.
    Search,
}

impl Kind {
    /// The value of `type`.
    pub fn input_type(self) -> &'static str {
        match self {
            Kind::Text | Kind::Number | Kind::Code => "text",
            Kind::Email => "email",
            Kind::Phone => "tel",
            Kind::Address => "url",
            Kind::Search => "search",
        }
    }

    /// The value of `inputmode`; empty where `type` says enough.
    pub fn input_mode(self) -> &'static str {
        match self {
            Kind::Number | Kind::Code => "numeric",
            _ => "",
        }
    }
}

/// One text field, of one line or of several.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// The name that is posted, and the `id`.
    pub name: String,
    /// Its label.
    pub label: String,
    /// A sentence under the label.
    pub hint: Option<String>,
    /// What was typed or kept.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The most characters; the counter announces, nothing is ever cut.
    pub max: Option<usize>,
    /// What it is for.
    pub kind: Kind,
    /// Rows of a text area; 0 for a field of one line.
    pub rows: u8,
    /// The value of `autocomplete`; empty for none.
    pub autocomplete: &'static str,
    /// Whether it may stay empty, which its label then says.
    pub optional: bool,
    /// Language and direction of what is typed, where it is not the page's.
    pub language: Option<(String, &'static str)>,
}

impl Field {
    /// Puts a sentence under the label.
    #[must_use]
    pub fn hint(self, text: String) -> Field {
        Field { hint: Some(text), ..self }
    }

    /// Counts to at most so many characters.
    #[must_use]
    pub fn max(self, max: usize) -> Field {
        Field { max: Some(max), ..self }
    }

    /// Makes it a text area of so many rows.
    #[must_use]
    pub fn rows(self, rows: u8) -> Field {
        Field { rows, ..self }
    }

    /// Says what it is for.
    #[must_use]
    pub fn kind(self, kind: Kind) -> Field {
        Field { kind, ..self }
    }

    /// Lets the browser fill it in: `email`, `name`, `one-time-code` …
    #[must_use]
    pub fn autocomplete(self, autocomplete: &'static str) -> Field {
        Field { autocomplete, ..self }
    }

    /// Says that it may stay empty.
    #[must_use]
    pub fn optional(self) -> Field {
        Field { optional: true, ..self }
    }

    /// Says in which language it is typed, by tag and direction.
    #[must_use]
    pub fn language(self, tag: &str, dir: &'static str) -> Field {
        Field { language: Some((tag.to_owned(), dir)), ..self }
    }

    /// The value of `aria-describedby`: the hint, the error and the counter that are there.
    pub fn described_by(&self) -> String {
        let counter = self.max.map(|_| format!("{}-left", self.name));
        described_by(&self.name, self.hint.is_some(), self.error.is_some(), counter)
    }

    /// How many characters are left; negative when there are too many.
    pub fn left(&self) -> i64 {
        let max = i64::try_from(self.max.unwrap_or(0)).unwrap_or(i64::MAX);
        max - i64::try_from(self.value.chars().count()).unwrap_or(i64::MAX)
    }

    /// The sentence of the counter as the page is drawn; the script goes on from there.
    pub fn left_text(&self, say: &Say) -> String {
        match self.left() {
            left if left < 0 => say.with("web-counter-over", &[("n", Arg::from(-left))]),
            left => say.with("web-counter-left", &[("n", Arg::from(left))]),
        }
    }
}

fn described_by(name: &str, hint: bool, error: bool, last: Option<String>) -> String {
    let hint = hint.then(|| format!("{name}-hint"));
    let error = error.then(|| format!("{name}-error"));
    [hint, error, last].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// One radio button, checkbox or entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is posted.
    pub value: String,
    /// Its label.
    pub label: String,
    /// A sentence under the label.
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub checked: bool,
    /// The language of the label, where it is not the page's.
    pub language: Option<String>,
}

/// A group of choices: radio buttons, checkboxes or a list, as the template draws it.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The name that is posted; the first choice's `id`, so that the summary leads there.
    pub name: String,
    /// The question.
    pub legend: String,
    /// A sentence under the question.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// The choices in order.
    pub choices: Vec<Choice>,
    /// Whether none may be chosen, which the legend then says.
    pub optional: bool,
}

impl Choices {
    /// Puts a sentence under the question.
    #[must_use]
    pub fn hint(self, text: String) -> Choices {
        Choices { hint: Some(text), ..self }
    }

    /// Says that none may be chosen.
    #[must_use]
    pub fn optional(self) -> Choices {
        Choices { optional: true, ..self }
    }

    /// The `id` of the choice at an index: the group's name for the first.
    pub fn id(&self, index: &usize) -> String {
        if *index == 0 { self.name.clone() } else { format!("{}-{index}", self.name) }
    }

    /// The value of `aria-describedby`.
    pub fn described_by(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some(), None)
    }
}

/// A date in three fields, of which only the year must be filled in.
#[derive(Clone, Debug, Default)]
pub struct Date3 {
    /// The name before `-day`, `-month`, `-year` and `-precision`; the `id` of the group.
    pub name: String,
    /// The question.
    pub legend: String,
    /// A sentence under the question.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// The day as typed.
    pub day: String,
    /// The month as typed.
    pub month: String,
    /// The year as typed.
    pub year: String,
    /// How exact the date is, where the form asks: exact, by, about. Empty otherwise.
    pub precisions: Vec<Choice>,
    /// Whether it may stay empty.
    pub optional: bool,
}

impl Date3 {
    /// Puts a sentence under the question.
    #[must_use]
    pub fn hint(self, text: String) -> Date3 {
        Date3 { hint: Some(text), ..self }
    }

    /// Says that it may stay empty.
    #[must_use]
    pub fn optional(self) -> Date3 {
        Date3 { optional: true, ..self }
    }

    /// The value of `aria-describedby`.
    pub fn described_by(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some(), None)
    }
}

/// A field for a file.
#[derive(Clone, Debug, Default)]
pub struct FileField {
    /// The name that is posted, and the `id`.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What is taken, and how large.
    pub hint: String,
    /// What is wrong.
    pub error: Option<String>,
    /// The value of `accept`.
    pub accept: &'static str,
    /// Whether it may stay empty.
    pub optional: bool,
}

impl FileField {
    /// Says that it may stay empty.
    #[must_use]
    pub fn optional(self) -> FileField {
        FileField { optional: true, ..self }
    }

    /// The value of `aria-describedby`.
    pub fn described_by(&self) -> String {
        described_by(&self.name, true, self.error.is_some(), None)
    }
}

/// Makes the parts of one form: looks up their words, what was typed, and what is wrong.
///
/// ```ignore
/// let form = Form::new(&at.say, &errors, &pairs);
/// let title = form.text("title", "actions-title-label").max(120);
/// ```
#[derive(Clone, Copy)]
pub struct Form<'a> {
    say: &'a Say,
    errors: &'a Errors,
    pairs: &'a Pairs,
}

impl<'a> Form<'a> {
    /// A form with what is wrong with it and what was typed or kept.
    pub fn new(say: &'a Say, errors: &'a Errors, pairs: &'a Pairs) -> Form<'a> {
        Form { say, errors, pairs }
    }

    /// A text field, labelled by message key.
    pub fn text(&self, name: &str, label: &str) -> Field {
        Field {
            name: name.to_owned(),
            label: self.say.t(label),
            value: self.pairs.first(name).unwrap_or_default().to_owned(),
            error: self.errors.at(name, self.say),
            ..Field::default()
        }
    }

    /// A text area of five rows, labelled by message key.
    pub fn area(&self, name: &str, label: &str) -> Field {
        self.text(name, label).rows(5)
    }

    /// A group of choices from values and their words, the chosen ones marked.
    pub fn choices<V, L>(&self, name: &str, legend: &str, of: impl IntoIterator<Item = (V, L)>) -> Choices
    where
        V: Into<String>,
        L: Into<String>,
    {
        let choices = of.into_iter().map(|(value, label)| {
            let value = value.into();
            let checked = self.pairs.has(name, &value);
            Choice { value, label: label.into(), hint: None, checked, language: None }
        });
        Choices {
            name: name.to_owned(),
            legend: self.say.t(legend),
            error: self.errors.at(name, self.say),
            choices: choices.collect(),
            ..Choices::default()
        }
    }

    /// A date in three fields.
    pub fn date(&self, name: &str, legend: &str) -> Date3 {
        let part = |part: &str| self.pairs.first(&format!("{name}-{part}")).unwrap_or_default().to_owned();
        Date3 {
            name: name.to_owned(),
            legend: self.say.t(legend),
            error: self.errors.at(name, self.say),
            day: part("day"),
            month: part("month"),
            year: part("year"),
            ..Date3::default()
        }
    }

    /// A date in three fields that also asks whether it is exact, a last day ("by") or about right.
    pub fn loose_date(&self, name: &str, legend: &str) -> Date3 {
        let chosen = self.pairs.first(&format!("{name}-precision")).unwrap_or("exact");
        let precisions = ["exact", "by", "about"].map(|value| Choice {
            value: value.to_owned(),
            label: self.say.t(&format!("web-date-{value}")),
            hint: None,
            checked: chosen == value,
            language: None,
        });
        Date3 { precisions: precisions.into(), ..self.date(name, legend) }
    }

    /// A field for a PDF or a picture.
    pub fn file(&self, name: &str, label: &str) -> FileField {
        FileField {
            name: name.to_owned(),
            label: self.say.t(label),
            hint: self.say.t("web-file-hint"),
            error: self.errors.at(name, self.say),
            accept: "application/pdf,image/jpeg,image/png",
            optional: false,
        }
    }

    /// A choice among the languages of the interface for something that others read, by their names in the reader's
    /// language.
    pub fn languages(&self, name: &str, legend: &str) -> Choices {
        let of = Lang::ALL.into_iter().map(|lang| (lang.code(), self.say.language_name(&lang.into())));
        self.choices(name, legend, of)
    }

    /// A choice of the language in which one wants to be spoken to, by their own names.
    pub fn own_languages(&self, name: &str, legend: &str) -> Choices {
        let of = Lang::ALL.into_iter().map(|lang| (lang.code(), lang.own_name()));
        let mut choices = self.choices(name, legend, of);
        for choice in &mut choices.choices {
            choice.language = Some(choice.value.clone());
        }
        choices
    }
}
