//! The small things that the parts of `components.html` draw: links, facts, tiles, facets, bars, years, tasks.

/// A link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

impl Link {
    /// A link with these words.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Link {
        Link { text: text.into(), href: href.into() }
    }
}

/// A name and its value, which may lead somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// What it is: "Country", "to verify".
    pub name: String,
    /// "Italy", "4".
    pub value: String,
    /// Where it leads.
    pub href: Option<String>,
}

impl Fact {
    /// A fact that leads nowhere.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Fact {
        Fact { name: name.into(), value: value.into(), href: None }
    }

    /// A fact that leads somewhere.
    pub fn link(name: impl Into<String>, value: impl Into<String>, href: impl Into<String>) -> Fact {
        Fact { href: Some(href.into()), ..Fact::new(name, value) }
    }
}

/// An objective: the number is seen, the short title is heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tile {
    /// The framework's short name: "GCM".
    pub framework: String,
    /// The objective's number, as it is written: "15".
    pub number: String,
    /// Its short title: "Basic services".
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub language: Option<String>,
    /// Its page.
    pub href: Option<String>,
}

/// The way to the pages before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pager {
    /// The page before.
    pub before: Option<String>,
    /// The page after.
    pub after: Option<String>,
    /// Where one is: "26 to 50 of 312".
    pub words: String,
}

/// A group of facets: the choices shown, and those behind "More".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetGroup {
    /// The name that is sent.
    pub name: String,
    /// Its title: "Country".
    pub title: String,
    /// The choices shown.
    pub choices: Vec<FacetChoice>,
    /// The choices behind "More".
    pub more: Vec<FacetChoice>,
}

/// One choice of a group of facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetChoice {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub text: String,
    /// How many results it has, as it is written.
    pub count: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// Everything needed is there.
    Done,
    /// Something is there, something is missing.
    Begun,
    /// Nothing is there yet.
    ToDo,
    /// Nothing is there, and nothing has to be.
    Optional,
    /// Something was sent back, or is wrong.
    Wrong,
    /// Another task comes first.
    Later,
}

impl TaskState {
    /// The class of its dot.
    pub fn word(&self) -> &'static str {
        match self {
            TaskState::Done => "ok",
            TaskState::Begun => "wait",
            TaskState::ToDo | TaskState::Optional | TaskState::Later => "none",
            TaskState::Wrong => "bad",
        }
    }

    /// The message key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            TaskState::Done => "look-task-done",
            TaskState::Begun => "look-task-begun",
            TaskState::ToDo => "look-task-todo",
            TaskState::Optional => "look-task-optional",
            TaskState::Wrong => "look-task-wrong",
            TaskState::Later => "look-task-later",
        }
    }
}

/// One topic of a form in several pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its name.
    pub text: String,
    /// Its page; `None` where it cannot be opened yet.
    pub href: Option<String>,
    /// How far it is.
    pub state: TaskState,
    /// One sentence more.
    pub hint: Option<String>,
    /// Whether it is the page one is on.
    pub current: bool,
}

impl Task {
    /// A task with its page.
    pub fn new(text: impl Into<String>, href: impl Into<String>, state: TaskState) -> Task {
        Task { text: text.into(), href: Some(href.into()), state, hint: None, current: false }
    }
}

/// One moment of a history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// When, in words.
    pub when: String,
    /// The same for machines (`2026-05-17`); empty where unknown.
    pub machine: String,
    /// What happened.
    pub text: String,
}

/// What is known of one year of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearState {
    /// A report was received.
    Told,
    /// A report is due.
    Due,
    /// The year went by without a report.
    Silent,
    /// The year is ahead.
    Ahead,
}

impl YearState {
    /// Its class.
    pub fn word(&self) -> &'static str {
        match self {
            YearState::Told => "told",
            YearState::Due => "due",
            YearState::Silent => "silent",
            YearState::Ahead => "ahead",
        }
    }

    /// The message key of its words, heard before the text.
    pub fn key(&self) -> &'static str {
        match self {
            YearState::Told => "look-year-told",
            YearState::Due => "look-year-due",
            YearState::Silent => "look-year-silent",
            YearState::Ahead => "look-year-ahead",
        }
    }
}

/// One year of the progress line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year, as it is written.
    pub year: String,
    /// What is known of it.
    pub state: YearState,
    /// One sentence.
    pub text: String,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// What is counted.
    pub text: String,
    /// Its page.
    pub href: Option<String>,
    /// How many.
    pub count: u64,
    /// The number, as it is written.
    pub written: String,
}

/// Bars, which are a table that draws itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bars {
    /// The table's caption, with date and source.
    pub caption: String,
    /// The head of the first column: "Objective".
    pub of: String,
    /// The head of the last column: "Actions".
    pub unit: String,
    /// The bars in order.
    pub bars: Vec<Bar>,
}

impl Bars {
    /// The width of a bar, in thousandths of the longest.
    pub fn width(&self, bar: &Bar) -> u64 {
        let longest = self.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        bar.count * 1000 / longest
    }
}

/// One objective in the strip of a framework.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its number.
    pub number: String,
    /// Its short title.
    pub title: String,
    /// How many actions, as it is written.
    pub count: String,
    /// Its page or search; `None` where nothing is there.
    pub href: Option<String>,
}
