//! The noun: a [`Topic`], one page of the form; eight of them make an action.

/// One topic, one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Whose it is, what it is called, and in which language it is written.
    Title,
    /// The action in one sentence.
    Sentence,
    /// What is done and how.
    Description,
    /// For whom.
    ForWhom,
    /// Where.
    Where,
    /// When, pledge or practice, how far.
    When,
    /// The priority and the objectives.
    Priority,
    /// Whom the desk may ask; private.
    Contact,
}

impl Topic {
    /// All of them, in the order of the form.
    pub const ALL: [Topic; 8] = [
        Topic::Title,
        Topic::Sentence,
        Topic::Description,
        Topic::ForWhom,
        Topic::Where,
        Topic::When,
        Topic::Priority,
        Topic::Contact,
    ];

    /// Its word in addresses and tables.
    pub fn word(self) -> &'static str {
        match self {
            Topic::Title => "title",
            Topic::Sentence => "sentence",
            Topic::Description => "description",
            Topic::ForWhom => "for-whom",
            Topic::Where => "where",
            Topic::When => "when",
            Topic::Priority => "priority",
            Topic::Contact => "contact",
        }
    }

    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Topic::Title => "actions-topic-title",
            Topic::Sentence => "actions-topic-sentence",
            Topic::Description => "actions-topic-description",
            Topic::ForWhom => "actions-topic-for-whom",
            Topic::Where => "actions-topic-where",
            Topic::When => "actions-topic-when",
            Topic::Priority => "actions-topic-priority",
            Topic::Contact => "actions-topic-contact",
        }
    }

    /// The message key of the question its page asks.
    pub fn question(self) -> &'static str {
        match self {
            Topic::Title => "actions-ask-title",
            Topic::Sentence => "actions-ask-sentence",
            Topic::Description => "actions-ask-description",
            Topic::ForWhom => "actions-ask-for-whom",
            Topic::Where => "actions-ask-where",
            Topic::When => "actions-ask-when",
            Topic::Priority => "actions-ask-priority",
            Topic::Contact => "actions-ask-contact",
        }
    }

    /// The names of its fields.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Topic::Title => &["title", "language"],
            Topic::Sentence => &["sentence"],
            Topic::Description => &["description"],
            Topic::ForWhom => &["for_whom"],
            Topic::Where => &["place"],
            Topic::When => &[
                "nature",
                "status",
                "start-day",
                "start-month",
                "start-year",
                "start-precision",
                "end-day",
                "end-month",
                "end-year",
                "end-precision",
                "ongoing",
            ],
            Topic::Priority => &["priority", "objective"],
            Topic::Contact => &["contact_name", "contact_address"],
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Topic> {
        Topic::ALL.into_iter().find(|topic| topic.word() == word)
    }

    /// The topic after this one.
    pub fn next(self) -> Option<Topic> {
        let at = Topic::ALL.iter().position(|topic| *topic == self)?;
        Topic::ALL.get(at + 1).copied()
    }

    /// The topic before this one.
    pub fn before(self) -> Option<Topic> {
        let at = Topic::ALL.iter().position(|topic| *topic == self)?;
        at.checked_sub(1).and_then(|at| Topic::ALL.get(at)).copied()
    }
}
