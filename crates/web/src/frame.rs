//! What stands around every page: header, languages, navigation, notice, footer.

use vocabulary::{Arg, Lang, Say};

use crate::{At, Kit, Standing, Transport};

/// Whoever is logged in, as the header of a private page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// The name or address the person knows themself by.
    pub name: String,
    /// Whether the secretariat's desk is open to this person.
    pub desk: bool,
    /// Where else this person works, as an assessor or an editor: the key of its name, and its path.
    pub work: Option<(&'static str, &'static str)>,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something to know.
    Note,
    /// Something to take care of.
    Care,
}

impl Tone {
    /// The word for style sheets: `done`, `note`, `care`.
    pub fn word(self) -> &'static str {
        match self {
            Tone::Done => "done",
            Tone::Note => "note",
            Tone::Care => "care",
        }
    }
}

/// One sentence on top of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
}

/// The same page in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language.
    pub lang: Lang,
    /// Its name in itself: "Français".
    pub name: &'static str,
    /// Where the same page stands in it, query included.
    pub href: String,
    /// Whether this is the page's language.
    pub current: bool,
}

impl LanguageLink {
    /// The code for `lang` and `hreflang`.
    pub fn code(&self) -> &'static str {
        self.lang.code()
    }

    /// The code in capitals, for a narrow header; Arabic keeps its name.
    pub fn short(&self) -> &'static str {
        match self.lang {
            Lang::En => "EN",
            Lang::Fr => "FR",
            Lang::Es => "ES",
            Lang::Ar => "العربية",
        }
    }
}

/// One entry of the main navigation, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavEntry {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// The frame of a page. Templates extend `layout.html` and have a field `frame: Frame`.
///
/// A public page's frame never knows the session: it is the same for everyone, so it can be cached. Only
/// private pages call [`Frame::visitor`] and [`Frame::csrf`].
#[derive(Clone)]
pub struct Frame {
    /// The voice of the page's language.
    pub say: Say,
    /// The page's language.
    pub lang: Lang,
    /// The page's title, without the programme's name.
    pub title: String,
    /// What the window is called, where that says more than the title.
    pub window: Option<String>,
    /// Path and query without the language.
    pub path: String,
    /// Which entry of the navigation the page belongs to; empty for none.
    pub current: &'static str,
    /// Who is logged in; always `None` on public pages.
    pub visitor: Option<Visitor>,
    /// The token of forms, where the page has one.
    pub csrf: Option<String>,
    /// The sentence on top.
    pub notice: Option<Notice>,
    /// A sentence or two about the page for search engines and shared links.
    pub description: Option<String>,
    /// Whether the page is about one record.
    pub article: bool,
    /// The path and query of a later page of a list, where it is a page of its own to search engines.
    pub own: Option<String>,
    /// The pages before and after it.
    pub turns: crate::head::Turns,
    /// What the page says of itself to programs: JSON-LD, ready to stand in a page.
    pub linked: Option<String>,
    /// The picture that shared links show, as a whole address.
    pub picture: Option<String>,
    /// The feed of what the page shows.
    pub feed: Option<String>,
    /// Whether the page shows a form with errors, so that its title says so.
    pub faulty: bool,
    /// Whether search engines are asked to leave the page out.
    pub hidden: bool,
    /// Whether the page names Kosovo, so that the footer carries the sentence on it.
    pub kosovo: bool,
    /// Whether the page shows a map, so that the footer carries the disclaimer on boundaries.
    pub boundaries: bool,
    insecure: bool,
    kit: Kit,
}

impl Frame {
    /// The frame of the page at this place. The title is a message key, or any text (a record's own title).
    pub fn new(at: &At, title: &str) -> Frame {
        Frame {
            title: if at.say.has(title) { at.say.plain(title, &[]) } else { title.to_owned() },
            say: at.say.clone(),
            lang: at.lang,
            window: None,
            path: at.path_and_query(),
            current: "",
            visitor: None,
            csrf: None,
            notice: None,
            description: None,
            article: false,
            own: None,
            turns: (None, None),
            linked: None,
            feed: None,
            picture: None,
            faulty: false,
            hidden: at.kit.standing() == Standing::Demonstration,
            kosovo: false,
            boundaries: false,
            insecure: at.kit.transport() == Transport::Http,
            kit: at.kit.clone(),
        }
    }

    /// Says which entry of the navigation the page belongs to.
    #[must_use]
    pub fn here(self, current: &'static str) -> Frame {
        Frame { current, ..self }
    }

    /// Shows who is logged in, and hides the page from search engines: private pages only.
    #[must_use]
    pub fn visitor(self, visitor: Option<Visitor>) -> Frame {
        Frame { visitor, hidden: true, ..self }
    }

    /// Gives the page's forms their token.
    #[must_use]
    pub fn csrf(self, token: &str) -> Frame {
        Frame { csrf: Some(token.to_owned()), hidden: true, ..self }
    }

    /// Puts a sentence on top of the page.
    #[must_use]
    pub fn notice(self, tone: Tone, text: String) -> Frame {
        Frame { notice: Some(Notice { tone, text }), ..self }
    }

    /// Calls the window otherwise than the page, without the programme's name: what a list was asked.
    #[must_use]
    pub fn window(self, text: String) -> Frame {
        Frame { window: Some(text), ..self }
    }

    /// Says to programs what the page is about, as JSON-LD. Nothing in it can end the element it stands in.
    #[must_use]
    pub fn linked(self, data: serde_json::Value) -> Frame {
        let text = data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
        Frame { linked: Some(text), ..self }
    }

    /// Names the feed of what the page shows.
    #[must_use]
    pub fn feed(self, href: String) -> Frame {
        Frame { feed: Some(href), ..self }
    }

    /// Says in the title that the form has errors, where it has.
    #[must_use]
    pub fn errors(self, errors: &crate::Errors) -> Frame {
        Frame { faulty: !errors.is_empty(), ..self }
    }

    /// Asks search engines to leave the page out.
    #[must_use]
    pub fn hide(self) -> Frame {
        Frame { hidden: true, ..self }
    }

    /// Carries the sentence on Kosovo: for every page that names it.
    #[must_use]
    pub fn names_kosovo(self) -> Frame {
        Frame { kosovo: true, ..self }
    }

    /// Carries the disclaimer on boundaries: for every page with a map.
    #[must_use]
    pub fn shows_map(self) -> Frame {
        Frame { boundaries: true, ..self }
    }

    /// A sentence in the page's language.
    pub fn t(&self, key: &str) -> String {
        self.say.t(key)
    }

    /// A sentence about one thing, passed to the message as `$name`.
    pub fn about(&self, key: &str, name: &str, value: &str) -> String {
        self.say.with(key, &[(name, Arg::from(value))])
    }

    /// What stands in the page's query under this name, where it is one plain word.
    pub fn asked(&self, name: &str) -> String {
        let query = self.path.split_once('?').map_or("", |(_, query)| query);
        let found = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name);
        let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        found.map(|(_, word)| word).filter(|word| plain(word)).unwrap_or_default().to_owned()
    }

    /// A sentence about a number, passed as `$n` (and, written out, as `$n_text`).
    pub fn count(&self, key: &str, n: &usize) -> String {
        self.say.with(key, &[("n", Arg::from(*n))])
    }

    /// The code of the page's language.
    pub fn code(&self) -> &'static str {
        self.lang.code()
    }

    /// The direction of the page: `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        self.lang.dir()
    }

    /// The address of a page in the same language: `frame.to("/map")`.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.code())
    }

    /// The address of this page, for a form that posts to itself.
    pub fn here_path(&self) -> String {
        self.to(&self.path)
    }

    /// The address of a file of the interface: `frame.asset("look.css")`.
    pub fn asset(&self, name: &str) -> String {
        self.kit.assets().url(name)
    }

    /// How the programme presents itself in the page's language; empty before there is a Call.
    pub fn presented(&self) -> crate::Programme {
        self.kit.presented(self.lang).unwrap_or_default()
    }

    /// The programme's name, as the header shows it.
    pub fn programme(&self) -> String {
        self.kit.called(&self.say)
    }

    /// The text of `<title>`: "Error: Your action – Call to Local Action".
    pub fn document_title(&self) -> String {
        let programme = self.programme();
        let title = self.window.as_ref().unwrap_or(&self.title);
        let whole = if title.is_empty() || *title == programme {
            programme
        } else {
            format!("{title} – {programme}")
        };
        if self.faulty {
            self.say.plain("web-title-with-errors", &[("title", Arg::from(whole))])
        } else {
            whole
        }
    }

    /// The languages of the interface, each with the address of this page in it.
    pub fn languages(&self) -> Vec<LanguageLink> {
        Lang::ALL
            .into_iter()
            .map(|lang| LanguageLink {
                lang,
                name: lang.own_name(),
                href: format!("/{}{}", lang.code(), self.path),
                current: lang == self.lang,
            })
            .collect()
    }

    /// The main navigation.
    pub fn nav(&self) -> Vec<NavEntry> {
        self.kit
            .nav()
            .iter()
            .map(|link| NavEntry {
                text: self.say.t(link.key),
                href: self.to(link.path),
                current: link.name == self.current,
            })
            .collect()
    }

    /// A page in the same language as a whole address, for what is shared.
    pub fn absolute(&self, path: &str) -> String {
        self.absolute_in(self.lang, path)
    }

    /// A page in this language as a whole address.
    pub(crate) fn absolute_in(&self, lang: Lang, path: &str) -> String {
        format!("{}/{}{path}", self.kit.origin(), lang.code())
    }

    /// Whether everything shown is a demonstration, so that every page says so.
    pub fn demo(&self) -> bool {
        self.kit.standing() == Standing::Demonstration
    }

    /// The operator's sentence on top of every page, and the language it is in.
    pub fn banner(&self) -> Option<(Lang, String)> {
        self.kit.banner(self.lang)
    }

    /// Whether the house is reached over plain http, so that private pages carry a banner.
    pub fn insecure(&self) -> bool {
        self.insecure
    }
}
