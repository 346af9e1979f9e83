//! What is wrong with a form: which field, in which words.

use vocabulary::{Arg, Say};

#[derive(Clone)]
struct Wrong {
    field: String,
    key: String,
    args: Vec<(String, Arg)>,
}

/// The errors of one form, in the order of its fields.
#[derive(Clone, Default)]
pub struct Errors(Vec<Wrong>);

/// One line of the summary on top of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorLine {
    /// The address of the field on the page: `#title`.
    pub href: String,
    /// The sentence, the same words as at the field.
    pub text: String,
}

impl Errors {
    /// No errors.
    pub fn new() -> Errors {
        Errors::default()
    }

    /// Adds an error at a field, by message key.
    pub fn add(&mut self, field: &str, key: &str) {
        self.add_with(field, key, &[]);
    }

    /// Adds an error at a field, by message key and the values that its sentence names.
    pub fn add_with(&mut self, field: &str, key: &str, args: &[(&str, Arg)]) {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.0.push(Wrong { field: field.to_owned(), key: key.to_owned(), args });
    }

    /// Wants an answer: adds the error where the text is blank, and gives the trimmed text.
    pub fn want<'t>(&mut self, field: &str, text: &'t str, key: &str) -> &'t str {
        let text = text.trim();
        if text.is_empty() {
            self.add(field, key);
        }
        text
    }

    /// Wants at most so many characters; the sentence says by how many the text is too long.
    pub fn at_most(&mut self, field: &str, text: &str, most: usize) {
        let length = text.chars().count();
        if length > most {
            let args = [("max", Arg::from(most)), ("n", Arg::from(length - most))];
            self.add_with(field, "web-error-too-long", &args);
        }
    }

    /// Wants at least so many characters; a blank text is left to [`Errors::want`].
    pub fn at_least(&mut self, field: &str, text: &str, least: usize) {
        let length = text.trim().chars().count();
        if length > 0 && length < least {
            let args = [("min", Arg::from(least)), ("n", Arg::from(least - length))];
            self.add_with(field, "web-error-too-short", &args);
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many things are wrong.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether something is wrong with this field.
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|wrong| wrong.field == field)
    }

    /// The keys of what is wrong, for stories and for programs.
    pub fn keys(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|wrong| (wrong.field.as_str(), wrong.key.as_str())).collect()
    }

    /// The first sentence about a field.
    pub fn at(&self, field: &str, say: &Say) -> Option<String> {
        self.0.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.say(say))
    }

    /// The lines of the summary on top of the form, one a field.
    pub fn summary(&self, say: &Say) -> Vec<ErrorLine> {
        let mut seen: Vec<&str> = Vec::new();
        let mut lines = Vec::new();
        for wrong in &self.0 {
            if seen.contains(&wrong.field.as_str()) {
                continue;
            }
            seen.push(&wrong.field);
            lines.push(ErrorLine { href: format!("#{}", wrong.field), text: wrong.say(say) });
        }
        lines
    }
}

impl Wrong {
    fn say(&self, say: &Say) -> String {
        let args: Vec<(&str, Arg)> =
            self.args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        say.with(&self.key, &args)
    }
}
