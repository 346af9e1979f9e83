/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for its moment.
    Waiting,
    /// A deliverer has taken it and is sending it.
    Claimed,
    /// The mail server has taken it.
    Sent,
    /// It lies in the local outbox.
    Local,
    /// It was given up.
    Failed,
    /// It was not sent: of no use any more, or the person was erased.
    Dropped,
}

/// Why a letter is late, was given up or was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The mail server refused it.
    Refused,
    /// The mail server asked to try again later.
    Postponed,
    /// The mail server could not be reached, or did not let us in.
    Unreachable,
    /// The letter could not be composed.
    Unreadable,
    /// It was of no use before it could be sent.
    Expired,
    /// The person was erased.
    Erased,
}

/// How long the words of a delivered letter are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// Not at all.
    Code,
    /// For thirty days.
    Kept,
}

impl State {
    /// Every state.
    pub const ALL: [State; 6] =
        [State::Waiting, State::Claimed, State::Sent, State::Local, State::Failed, State::Dropped];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Claimed => "claimed",
            State::Sent => "sent",
            State::Local => "local",
            State::Failed => "failed",
            State::Dropped => "dropped",
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// The message that says it.
    pub fn key(self) -> &'static str {
        match self {
            State::Waiting => "post-state-waiting",
            State::Claimed => "post-state-claimed",
            State::Sent => "post-state-sent",
            State::Local => "post-state-local",
            State::Failed => "post-state-failed",
            State::Dropped => "post-state-dropped",
        }
    }
}

impl Reason {
    /// Every reason.
    pub const ALL: [Reason; 6] = [
        Reason::Refused,
        Reason::Postponed,
        Reason::Unreachable,
        Reason::Unreadable,
        Reason::Expired,
        Reason::Erased,
    ];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Refused => "refused",
            Reason::Postponed => "postponed",
            Reason::Unreachable => "unreachable",
            Reason::Unreadable => "unreadable",
            Reason::Expired => "expired",
            Reason::Erased => "erased",
        }
    }

    /// The reason of that word.
    pub fn parse(word: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.as_str() == word)
    }

    /// The message that says it.
    pub fn key(self) -> &'static str {
        match self {
            Reason::Refused => "post-reason-refused",
            Reason::Postponed => "post-reason-postponed",
            Reason::Unreachable => "post-reason-unreachable",
            Reason::Unreadable => "post-reason-unreadable",
            Reason::Expired => "post-reason-expired",
            Reason::Erased => "post-reason-erased",
        }
    }
}

impl Keeping {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Keeping::Code => "code",
            Keeping::Kept => "kept",
        }
    }
}
