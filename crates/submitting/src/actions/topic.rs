//! The noun: a [`Topic`], one page of the form; eight of them make an action, the others may be told as well.

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
    /// How many people, group by group.
    Numbers,
    /// What it is to change and has changed, with figures.
    Impact,
    /// How migrants and refugees took part.
    Participation,
    /// Lessons and difficulties.
    Lessons,
    /// What others need to repeat it.
    Replication,
    /// How it is paid for, how much, by whom.
    Funding,
    /// The guiding principles it follows.
    Principles,
    /// What the government needs from peers and offers to them.
    Peers,
    /// Pages that tell more.
    Links,
    /// Pictures with their words.
    Pictures,
    /// A document.
    Attachment,
    /// To which platforms it may be carried.
    Portals,
}

impl Topic {
    /// Those without which an action cannot be sent, in the order of the form.
    pub const NEEDED: [Topic; 8] = [
        Topic::Title,
        Topic::Sentence,
        Topic::Description,
        Topic::ForWhom,
        Topic::Where,
        Topic::When,
        Topic::Priority,
        Topic::Contact,
    ];

    /// Those that may be told as well, in the order of the form.
    pub const MORE: [Topic; 12] = [
        Topic::Numbers,
        Topic::Impact,
        Topic::Participation,
        Topic::Lessons,
        Topic::Replication,
        Topic::Funding,
        Topic::Principles,
        Topic::Peers,
        Topic::Links,
        Topic::Pictures,
        Topic::Attachment,
        Topic::Portals,
    ];

    /// All of them: the needed ones, then the others.
    pub fn all() -> impl Iterator<Item = Topic> {
        Topic::NEEDED.into_iter().chain(Topic::MORE)
    }

    /// Whether an action cannot be sent without it.
    pub fn is_needed(self) -> bool {
        Topic::NEEDED.contains(&self)
    }

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
            Topic::Numbers => "numbers",
            Topic::Impact => "impact",
            Topic::Participation => "participation",
            Topic::Lessons => "lessons",
            Topic::Replication => "replication",
            Topic::Funding => "funding",
            Topic::Principles => "principles",
            Topic::Peers => "peers",
            Topic::Links => "links",
            Topic::Pictures => "pictures",
            Topic::Attachment => "attachment",
            Topic::Portals => "portals",
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
            Topic::Numbers => "actions-form-topic-numbers",
            Topic::Impact => "actions-form-topic-impact",
            Topic::Participation => "actions-form-topic-participation",
            Topic::Lessons => "actions-form-topic-lessons",
            Topic::Replication => "actions-form-topic-replication",
            Topic::Funding => "actions-form-topic-funding",
            Topic::Principles => "actions-form-topic-principles",
            Topic::Peers => "actions-form-topic-peers",
            Topic::Links => "actions-form-topic-links",
            Topic::Pictures => "actions-form-topic-pictures",
            Topic::Attachment => "actions-form-topic-attachment",
            Topic::Portals => "actions-form-topic-portals",
        }
    }

    /// The message key of the question its page asks; with `-lead` that of the sentence under it.
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
            Topic::Numbers => "actions-form-ask-numbers",
            Topic::Impact => "actions-form-ask-impact",
            Topic::Participation => "actions-form-ask-participation",
            Topic::Lessons => "actions-form-ask-lessons",
            Topic::Replication => "actions-form-ask-replication",
            Topic::Funding => "actions-form-ask-funding",
            Topic::Principles => "actions-form-ask-principles",
            Topic::Peers => "actions-form-ask-peers",
            Topic::Links => "actions-form-ask-links",
            Topic::Pictures => "actions-form-ask-pictures",
            Topic::Attachment => "actions-form-ask-attachment",
            Topic::Portals => "actions-form-ask-portals",
        }
    }

    /// The names of its fields.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Topic::Title => &["title", "language"],
            Topic::Sentence => &["sentence"],
            Topic::Description => &["description"],
            Topic::ForWhom => &["for_whom"],
            Topic::Where => &["place", "coarse", "district"],
            Topic::When => WHEN,
            Topic::Priority => &["priority", "objective"],
            Topic::Contact => &["contact_name", "contact_address"],
            Topic::Numbers => NUMBERS,
            Topic::Impact => IMPACT,
            Topic::Participation => &["participation"],
            Topic::Lessons => &["lessons", "difficulties"],
            Topic::Replication => &["replication"],
            Topic::Funding => &["funding", "amount", "currency", "funders"],
            Topic::Principles => &["principle"],
            Topic::Peers => &["needs", "offers"],
            Topic::Links => LINKS,
            Topic::Pictures => PICTURES,
            Topic::Attachment => &["attachment", "attachment-label", "attachment-open"],
            Topic::Portals => &["portal"],
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Topic> {
        Topic::all().find(|topic| topic.word() == word)
    }

    /// The topics among which it stands: the needed ones, or the others.
    fn section(self) -> &'static [Topic] {
        if self.is_needed() { &Topic::NEEDED } else { &Topic::MORE }
    }

    /// The topic after this one.
    pub fn next(self) -> Option<Topic> {
        let at = self.section().iter().position(|topic| *topic == self)?;
        self.section().get(at + 1).copied()
    }

    /// The topic before this one.
    pub fn before(self) -> Option<Topic> {
        let at = self.section().iter().position(|topic| *topic == self)?;
        at.checked_sub(1).and_then(|at| self.section().get(at)).copied()
    }
}

/// The most figures, links and pictures of an action; the lists below name a field for each.
pub(super) const ROWS: usize = 6;

const WHEN: &[&str] = &[
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
];
const NUMBERS: &[&str] = &[
    "planned-migrants",
    "counted-migrants",
    "estimated-migrants",
    "planned-refugees",
    "counted-refugees",
    "estimated-refugees",
    "planned-asylum_seekers",
    "counted-asylum_seekers",
    "estimated-asylum_seekers",
    "planned-displaced",
    "counted-displaced",
    "estimated-displaced",
    "planned-returnees",
    "counted-returnees",
    "estimated-returnees",
    "planned-stateless",
    "counted-stateless",
    "estimated-stateless",
    "planned-host_community",
    "counted-host_community",
    "estimated-host_community",
];
const IMPACT: &[&str] = &[
    "expected",
    "achieved",
    "figure-1-value",
    "figure-1-unit",
    "figure-1-day",
    "figure-1-month",
    "figure-1-year",
    "figure-2-value",
    "figure-2-unit",
    "figure-2-day",
    "figure-2-month",
    "figure-2-year",
    "figure-3-value",
    "figure-3-unit",
    "figure-3-day",
    "figure-3-month",
    "figure-3-year",
    "figure-4-value",
    "figure-4-unit",
    "figure-4-day",
    "figure-4-month",
    "figure-4-year",
    "figure-5-value",
    "figure-5-unit",
    "figure-5-day",
    "figure-5-month",
    "figure-5-year",
    "figure-6-value",
    "figure-6-unit",
    "figure-6-day",
    "figure-6-month",
    "figure-6-year",
];
const LINKS: &[&str] = &[
    "link-1-address",
    "link-1-label",
    "link-2-address",
    "link-2-label",
    "link-3-address",
    "link-3-label",
    "link-4-address",
    "link-4-label",
    "link-5-address",
    "link-5-label",
    "link-6-address",
    "link-6-label",
];
const PICTURES: &[&str] = &[
    "picture-1",
    "picture-1-alt",
    "picture-1-credit",
    "picture-1-rights",
    "picture-2",
    "picture-2-alt",
    "picture-2-credit",
    "picture-2-rights",
    "picture-3",
    "picture-3-alt",
    "picture-3-credit",
    "picture-3-rights",
    "picture-4",
    "picture-4-alt",
    "picture-4-credit",
    "picture-4-rights",
    "picture-5",
    "picture-5-alt",
    "picture-5-credit",
    "picture-5-rights",
    "picture-6",
    "picture-6-alt",
    "picture-6-credit",
    "picture-6-rights",
];
