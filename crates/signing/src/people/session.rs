//! Browser sessions: how long they live, and what is shown of the browser.

use vocabulary::{Moment, PersonId, SessionId};

/// A session ends when nobody used it for so many hours,
pub(super) const IDLE_HOURS: i64 = 12;

/// and after so many days in any case.
pub(super) const MOST_DAYS: i64 = 14;

/// The moment of last use is written down no oftener than this, in seconds.
pub(super) const TOUCH_EVERY: i64 = 600;

/// A browser in which a person is logged in. The cookie is never kept, only its fingerprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session {
    /// Its id, by which the person may end it.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// The kind of browser, in words such as `Firefox` and `Linux`; empty where unknown.
    pub browser: Browser,
    /// When the person logged in.
    pub began: Moment,
    /// When it was last used, to within ten minutes.
    pub seen: Moment,
}

impl Session {
    /// Whether it is still good.
    pub fn alive(&self, now: Moment) -> bool {
        now < self.seen.plus(IDLE_HOURS * 3600) && now < self.began.plus_days(MOST_DAYS)
    }

    /// Whether its last use should be written down anew.
    pub fn stale(&self, now: Moment) -> bool {
        now.since(self.seen) >= TOUCH_EVERY
    }
}

/// The moments before which a session must have been seen and begun to be dead now: (seen, began).
pub(super) fn dead_before(now: Moment) -> (Moment, Moment) {
    (now.plus(-IDLE_HOURS * 3600), now.plus_days(-MOST_DAYS))
}

/// The kind of a browser: enough to know one's own again, too little to follow anybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Browser {
    /// Its name.
    pub name: String,
    /// The system it runs on.
    pub system: String,
}

impl Browser {
    /// Reads what a browser says of itself; unknown kinds stay empty.
    pub fn of(agent: &str) -> Browser {
        const NAMES: [(&str, &str); 6] = [
            ("Edg", "Edge"),
            ("OPR/", "Opera"),
            ("SamsungBrowser", "Samsung Internet"),
            ("Firefox", "Firefox"),
            ("Chrome", "Chrome"),
            ("Safari", "Safari"),
        ];
        const SYSTEMS: [(&str, &str); 7] = [
            ("Android", "Android"),
            ("iPhone", "iOS"),
            ("iPad", "iPadOS"),
            ("Windows", "Windows"),
            ("Mac OS X", "macOS"),
            ("CrOS", "ChromeOS"),
            ("Linux", "Linux"),
        ];
        let first = |known: &[(&str, &str)]| {
            known
                .iter()
                .find(|(mark, _)| agent.contains(mark))
                .map_or(String::new(), |(_, name)| (*name).to_owned())
        };
        Browser { name: first(&NAMES), system: first(&SYSTEMS) }
    }
}
