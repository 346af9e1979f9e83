//! The nouns: an [`Owed`] page, one that a public service owes whoever it serves, and the [`Pages`] of a Call as they were
//! written: Markdown that begins with its title.

use std::collections::BTreeMap;

use thiserror::Error;
use vocabulary::{Lang, Moment};

use super::Call;

/// The longest page, in characters.
const LONGEST: usize = 60_000;
/// What stands in braces for something that the house knows.
const KNOWN: [&str; 5] = ["{call}", "{origin}", "{contact}", "{licence}", "{licence-address}"];

/// A page that a public service owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owed {
    /// What the Call is, and the bodies around it.
    About,
    /// The notice on personal data.
    Privacy,
    /// How far the pages are accessible, and what to do where they are not.
    Accessibility,
    /// How to reach the secretariat.
    Contact,
    /// Under which licence the register is published, and how to cite it.
    Licence,
    /// Who answers for the site.
    Imprint,
}

impl Owed {
    /// All of them.
    pub const ALL: [Owed; 6] =
        [Owed::About, Owed::Privacy, Owed::Accessibility, Owed::Contact, Owed::Licence, Owed::Imprint];

    /// Its word: in addresses, in names of files, on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Owed::About => "about",
            Owed::Privacy => "privacy",
            Owed::Accessibility => "accessibility",
            Owed::Contact => "contact",
            Owed::Licence => "licence",
            Owed::Imprint => "imprint",
        }
    }

    /// Whether earlier wordings can be read by anyone. Two pages name people: who left is not to be found there for ever.
    pub fn shows_history(self) -> bool {
        !matches!(self, Owed::Contact | Owed::Imprint)
    }

    /// The page of this word.
    pub fn parse(word: &str) -> Option<Owed> {
        Owed::ALL.into_iter().find(|owed| owed.word() == word)
    }
}

/// Why a page was refused.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PageRefused {
    /// It does not begin with a title.
    #[error("the page does not begin with its title: write it on the first line, such as \"# Contact\"")]
    NoTitle,
    /// There is nothing below the title.
    #[error("the page has a title and nothing below it: write what it is to say")]
    Empty,
    /// It is too long.
    #[error("the page has {0} characters: {LONGEST} are taken")]
    TooLong(usize),
    /// It leans on something that the house does not know.
    #[error("\"{0}\" stands for nothing that is known: known are {known}", known = KNOWN.join(", "))]
    Unknown(String),
}

/// One wording of a page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// All of it, in Markdown, the title on its first line.
    pub text: String,
    /// The number of this wording, from 1.
    pub n: i64,
    /// Since when it stands.
    pub at: Moment,
}

impl Written {
    /// Its title.
    pub fn title(&self) -> &str {
        split(&self.text).map_or("", |(title, _)| title)
    }

    /// What stands below the title, with what the house knows put in.
    pub fn filled(&self, call: &Call, lang: Lang, origin: &str) -> String {
        let body = split(&self.text).map_or("", |(_, body)| body);
        let title = call.title.pick(lang).map(|picked| picked.text.to_owned()).unwrap_or_default();
        body.replace("{call}", &title)
            .replace("{origin}", origin)
            .replace("{contact}", &call.contact)
            .replace("{licence}", &call.licence.code)
            .replace("{licence-address}", &call.licence.address)
    }
}

/// A page as it may be kept: line ends of one kind, no mark before its first letter.
pub fn tidied(text: &str) -> Result<String, PageRefused> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let text = format!("{}\n", text.trim());
    let (_, body) = split(&text).ok_or(PageRefused::NoTitle)?;
    if body.trim().is_empty() {
        return Err(PageRefused::Empty);
    }
    let long = text.chars().count();
    if long > LONGEST {
        return Err(PageRefused::TooLong(long));
    }
    let unknown = braces(body).find(|name| !KNOWN.contains(name)).map(str::to_owned);
    match unknown {
        Some(unknown) => Err(PageRefused::Unknown(unknown)),
        None => Ok(text),
    }
}

fn split(text: &str) -> Option<(&str, &str)> {
    let (first, body) = text.split_once('\n')?;
    let title = first.strip_prefix("# ")?.trim();
    (!title.is_empty()).then_some((title, body))
}

/// Every name in braces.
fn braces(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('{').filter_map(|(from, _)| {
        let rest = &text[from..];
        rest.find('}').map(|to| &rest[..=to])
    })
}

/// The pages of a Call, each in its last wording.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages(BTreeMap<(Owed, Lang), Written>);

impl Pages {
    /// Keeps a wording in place of the one before it.
    pub fn put(&mut self, owed: Owed, lang: Lang, written: Written) {
        self.0.insert((owed, lang), written);
    }

    /// How many wordings there are in all: another number whenever a page is written.
    pub fn wordings(&self) -> i64 {
        self.0.values().map(|written| written.n).sum()
    }

    /// A page in one language.
    pub fn written(&self, owed: Owed, lang: Lang) -> Option<&Written> {
        self.0.get(&(owed, lang))
    }

    /// A page for a reader: in their language, else in the Call's first, else in any.
    pub fn pick(&self, owed: Owed, reader: Lang, call: &Call) -> Option<(Lang, &Written)> {
        let wished = [Some(reader), call.languages.first().copied()].into_iter().flatten();
        wished.chain(Lang::ALL).find_map(|lang| self.written(owed, lang).map(|written| (lang, written)))
    }
}
