//! Where a visitor wanted to go before logging in: a path of this house and nothing else.

use vocabulary::Lang;

/// A path of this house with its language, such as `/fr/my/actions/new`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next(String);

/// No page of ours has a longer address.
const LONGEST: usize = 1000;

impl Next {
    /// Reads a path; anything that a browser could take for another host is nothing.
    pub fn parse(text: &str) -> Option<Next> {
        let rest = text.strip_prefix('/')?;
        let first = rest.split(['/', '?', '#']).next()?;
        let ours = Lang::ALL.into_iter().any(|lang| lang.code() == first);
        let plain = text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '\\' | '"' | '<' | '>'));
        (ours && plain && text.len() <= LONGEST).then(|| Next(text.to_owned()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as the value of `next` in an address.
    pub(super) fn encoded(&self) -> String {
        percent_encoding::utf8_percent_encode(&self.0, percent_encoding::NON_ALPHANUMERIC).to_string()
    }
}
