//! The foot of a public page, the same on every one: its lasting address, its last change, its state, its licence, how to
//! cite it, and the ways on: its history, an error to report, sharing, printing, a frame for another site.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use vocabulary::{Arg, Moment};

use crate::{At, Link};

/// The foot of a public page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foot {
    /// What the page is called.
    pub title: String,
    /// Its lasting address, which leads to every reader's own language.
    pub permalink: String,
    /// When what it shows last changed: in words, and for machines.
    pub changed: Option<(String, String)>,
    /// Its state: the class of the sign within `proof`, and its words.
    pub state: Option<(&'static str, String)>,
    /// The licence: its code and the address of its text.
    pub licence: Option<(String, String)>,
    /// How it is cited.
    pub cite: String,
    /// The citation as files, and other forms of the same.
    pub files: Vec<Link>,
    /// Where its history stands.
    pub history: Option<String>,
    /// Where an error in it is reported.
    pub report: String,
    /// What another site writes to show it in a frame.
    pub embed: Option<String>,
}

/// What is encoded in the value of an address that is a reference or a path.
const NAMED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'/');

/// What a letter is about, as a value of an address: references and paths as they are.
fn named(about: &str) -> String {
    utf8_percent_encode(about, NAMED).to_string()
}

/// What stands in addresses of mail without being encoded.
fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

impl Foot {
    /// The foot of the page of this title under this path (without the language), which lasts.
    pub fn new(at: &At, title: &str, path: &str) -> Foot {
        let permalink = format!("{}{path}", at.kit.origin());
        let about = path
            .rsplit('/')
            .next()
            .filter(|part| part.contains('-') && part.starts_with(|c: char| c.is_ascii_uppercase()))
            .unwrap_or(path);
        Foot {
            title: title.to_owned(),
            licence: at.kit.presented(at.lang).and_then(|programme| programme.licence),
            report: at.to(&format!("/contact?about={}", named(about.trim_start_matches('/')))),
            permalink,
            ..Foot::default()
        }
        .as_of(at, at.say.date(at.kit.clock().now()), path)
    }

    /// Cites it as it stood on a day (in words), under the path that shows it as it stood then.
    #[must_use]
    pub fn as_of(self, at: &At, day: String, path: &str) -> Foot {
        let programme = at.kit.called(&at.say);
        let words = [
            ("title", Arg::from(&self.title)),
            ("programme", Arg::from(programme)),
            ("date", Arg::from(day)),
            ("address", Arg::from(format!("{}{path}", at.kit.origin()))),
        ];
        Foot { cite: at.say.plain("look-foot-citation", &words), ..self }
    }

    /// Says when what is shown last changed, where that is known.
    #[must_use]
    pub fn changed(self, at: &At, when: impl Into<Option<Moment>>) -> Foot {
        let changed = when.into().map(|when| (at.say.date(when), when.date().to_string()));
        Foot { changed: changed.or(self.changed), ..self }
    }

    /// Says how it stands: the class of the sign within `proof`, and its words.
    #[must_use]
    pub fn state(self, how: &'static str, words: String) -> Foot {
        Foot { state: Some((how, words)), ..self }
    }

    /// Cites it in other words than the usual ones.
    #[must_use]
    pub fn cite(self, text: String) -> Foot {
        Foot { cite: text, ..self }
    }

    /// Offers files: the citation for programs, the numbers.
    #[must_use]
    pub fn files(self, files: Vec<Link>) -> Foot {
        Foot { files, ..self }
    }

    /// Says where the history stands.
    #[must_use]
    pub fn history(self, href: String) -> Foot {
        Foot { history: Some(href), ..self }
    }

    /// Offers a frame for other sites: what stands at this path without the language, so many pixels high.
    #[must_use]
    pub fn embed(self, at: &At, path: &str, height: u32) -> Foot {
        let (origin, src) = (at.kit.origin(), at.to(path));
        let title = escaped(&self.title);
        let snippet = format!(
            "<iframe src=\"{origin}{src}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>"
        );
        Foot { embed: Some(snippet), ..self }
    }

    /// A letter that shares it, for who has no other way.
    pub fn mail(&self) -> String {
        format!("mailto:?subject={}&body={}", encoded(&self.title), encoded(&self.permalink))
    }
}

/// A text as it may stand in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_and_framed_cannot_leave_its_place() {
        let foot = Foot { title: "A \"door\" & <more>".to_owned(), ..Foot::default() };
        assert_eq!(foot.mail(), "mailto:?subject=A%20%22door%22%20%26%20%3Cmore%3E&body=");
        assert_eq!(escaped(&foot.title), "A &quot;door&quot; &amp; &lt;more&gt;");
    }
}
