use serde::{Deserialize, Serialize};
use vocabulary::{Lang, Moment, PersonId};

use crate::Address;

/// A letter to one reader, in the reader's language, as an act or a dispatcher writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Where it goes.
    pub to: Address,
    /// Whose address that is, where known: erasing the person then erases the letter.
    pub to_person: Option<PersonId>,
    /// The language of every sentence in it.
    pub lang: Lang,
    /// Which mail this is, e.g. `actions-acknowledged`.
    pub template: &'static str,
    /// The journal's position of the fact that causes it. One fact sends one reader one letter of a template.
    pub cause: Option<i64>,
    /// After this moment it is of no use and is dropped instead of sent (a code that has run out).
    pub until: Option<Moment>,
    /// The subject, beginning with the programme and the reference.
    pub subject: String,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One piece of a letter. Whatever stands in it, only a button is a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A sentence or a few.
    Paragraph(String),
    /// A code to type in. A letter with a code is wiped as soon as it is delivered.
    Code(String),
    /// What a person wrote, quoted as it is.
    UserText(String),
    /// A link to a page of our own site.
    Button {
        /// What happens there.
        label: String,
        /// The page: a path such as `/en/actions/LA-2026-00042`.
        path: String,
    },
    /// Labels with their values.
    Facts(Vec<(String, String)>),
    /// A side remark.
    Small(String),
}

/// What is kept of a letter until it is wiped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Body {
    pub subject: String,
    pub blocks: Vec<Block>,
}

impl Letter {
    /// An empty letter.
    pub fn new(to: Address, lang: Lang, template: &'static str, subject: String) -> Letter {
        Letter { to, to_person: None, lang, template, cause: None, until: None, subject, blocks: Vec::new() }
    }

    /// The same, to a known person.
    pub fn to_person(mut self, person: PersonId) -> Letter {
        self.to_person = Some(person);
        self
    }

    /// The same, caused by the fact at this position of the journal.
    pub fn because_of(mut self, position: i64) -> Letter {
        self.cause = Some(position);
        self
    }

    /// The same, of no use after a moment.
    pub fn until(mut self, moment: Moment) -> Letter {
        self.until = Some(moment);
        self
    }

    /// The same, with a heading.
    pub fn heading(self, text: impl Into<String>) -> Letter {
        self.block(Block::Heading(text.into()))
    }

    /// The same, with a paragraph.
    pub fn paragraph(self, text: impl Into<String>) -> Letter {
        self.block(Block::Paragraph(text.into()))
    }

    /// The same, with a code.
    pub fn code(self, digits: impl Into<String>) -> Letter {
        self.block(Block::Code(digits.into()))
    }

    /// The same, quoting what a person wrote.
    pub fn user_text(self, text: impl Into<String>) -> Letter {
        self.block(Block::UserText(text.into()))
    }

    /// The same, with a link to a page of our own site.
    pub fn button(self, label: impl Into<String>, path: impl Into<String>) -> Letter {
        self.block(Block::Button { label: label.into(), path: path.into() })
    }

    /// The same, with labels and values.
    pub fn facts(self, facts: Vec<(String, String)>) -> Letter {
        self.block(Block::Facts(facts))
    }

    /// The same, with a side remark.
    pub fn small(self, text: impl Into<String>) -> Letter {
        self.block(Block::Small(text.into()))
    }

    /// The same, with one block more.
    pub fn block(mut self, block: Block) -> Letter {
        self.blocks.push(block);
        self
    }

    /// Whether it holds a code, which must not lie about once delivered.
    pub(crate) fn holds_a_code(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Code(_)))
    }
}
