use std::sync::Arc;

use askama::Template;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use vocabulary::{Lang, Messages, Say};

use crate::defuse::{defuse, one_line};
use crate::letter::{Block, Body};
use crate::settings::Settings;

const STYLE: &str = include_str!("../templates/mail.css");

/// What may not stand unescaped in the address of a button.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b':')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The paper on which every letter is written: the programme's name, the address of the site, the sentences of the
/// foot.
#[derive(Clone)]
pub struct Stationery {
    programme: String,
    called: Called,
    site: String,
    answered: Answered,
    messages: Arc<Messages>,
}

/// What the programme is called in a language, where it has a name of its own there.
type Called = Arc<dyn Fn(Lang) -> Option<String> + Send + Sync>;

#[derive(Clone, Copy)]
enum Answered {
    ByAPerson,
    ByNobody,
}

/// A letter as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The subject, on one line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The page.
    pub html: String,
}

enum Piece {
    Heading(String),
    Paragraph(String),
    Code(String),
    Quote(Vec<String>),
    Button { label: String, address: String },
    Facts(Vec<(String, String)>),
    Small(String),
}

#[derive(Template)]
#[template(path = "skeleton.txt")]
struct Text<'a> {
    say: &'a Say,
    pieces: &'a [Piece],
    footer: &'a [String],
}

impl Text<'_> {
    /// A value after its label, as the language sets the two.
    fn fact(&self, (label, value): &(String, String)) -> String {
        self.say.plain("vocabulary-labelled", &[("label", label.into()), ("value", value.into())])
    }
}

#[derive(Template)]
#[template(path = "skeleton.html")]
struct Page<'a> {
    lang: &'a str,
    dir: &'a str,
    subject: &'a str,
    style: &'a str,
    programme: &'a str,
    button_copy: &'a str,
    pieces: &'a [Piece],
    footer: &'a [String],
}

impl Stationery {
    /// The paper for these settings, with the house's messages.
    pub fn new(settings: &Settings, messages: Arc<Messages>) -> Stationery {
        let answered = if settings.reply_to.is_some() { Answered::ByAPerson } else { Answered::ByNobody };
        Stationery {
            programme: settings.programme.clone(),
            called: Arc::new(|_| None),
            site: settings.site.trim_end_matches('/').to_owned(),
            answered,
            messages,
        }
    }

    /// The same under the name that the programme has in the language of each letter; what the settings call it stays
    /// where it has none.
    #[must_use]
    pub fn named(self, called: impl Fn(Lang) -> Option<String> + Send + Sync + 'static) -> Stationery {
        Stationery { called: Arc::new(called), ..self }
    }

    fn programme(&self, lang: Lang) -> String {
        (self.called)(lang).unwrap_or_else(|| self.programme.clone())
    }

    /// A letter as text and as a page.
    pub(crate) fn write(&self, lang: Lang, body: &Body) -> Result<Rendered, askama::Error> {
        let say = self.messages.say(lang);
        let pieces: Vec<Piece> = body.blocks.iter().map(|block| self.piece(block)).collect();
        let footer = self.footer(&say);
        let subject = one_line(&body.subject);
        let text = Text { say: &say, pieces: &pieces, footer: &footer }.render()?;
        let html = Page {
            lang: lang.code(),
            dir: lang.dir(),
            subject: &defuse(&subject),
            style: STYLE,
            programme: &defuse(&self.programme(lang)),
            button_copy: &say.t("post-button-copy"),
            pieces: &pieces,
            footer: &footer,
        }
        .render()?;
        Ok(Rendered { subject, text, html })
    }

    fn piece(&self, block: &Block) -> Piece {
        match block {
            Block::Heading(text) => Piece::Heading(defuse(text)),
            Block::Paragraph(text) => Piece::Paragraph(defuse(text)),
            Block::Code(code) => Piece::Code(defuse(code)),
            Block::UserText(text) => Piece::Quote(defuse(text).lines().map(str::to_owned).collect()),
            Block::Button { label, path } => {
                Piece::Button { label: defuse(label), address: self.address_of(path) }
            }
            Block::Facts(facts) => {
                Piece::Facts(facts.iter().map(|(label, value)| (defuse(label), defuse(value))).collect())
            }
            Block::Small(text) => Piece::Small(defuse(text)),
        }
    }

    /// The address of a page of our own site: whatever the path, it cannot lead to another host.
    fn address_of(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
        format!("{}/{}", self.site, utf8_percent_encode(path, UNSAFE))
    }

    fn footer(&self, say: &Say) -> Vec<String> {
        let answers = match self.answered {
            Answered::ByAPerson => say.t("post-reply"),
            Answered::ByNobody => say.t("post-no-reply"),
        };
        let sent_by = say.plain("post-sent-by", &[("programme", self.programme(say.lang).into())]);
        vec![defuse(&sent_by), answers, say.t("post-not-expected")]
    }
}

/// The hash under which a Content-Security-Policy admits the style sheet of a letter that is shown on a page:
/// `style-src 'sha256-…'`.
pub fn style_hash() -> String {
    use sha2::{Digest, Sha256};
    format!("'sha256-{}'", data_encoding::BASE64.encode(&Sha256::digest(STYLE.as_bytes())))
}
