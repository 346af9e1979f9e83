//! What the house itself says of personal data: true of every Call, shown where a Call has no notice of its own.

use vocabulary::{Arg, Say};

use super::person::NOTICE_VERSION;

const PARTS: [(&str, &str); 6] = [
    ("people-privacy-what-title", "people-privacy-what"),
    ("people-privacy-why-title", "people-privacy-why"),
    ("people-privacy-who-title", "people-privacy-who"),
    ("people-privacy-long-title", "people-privacy-long"),
    ("people-privacy-cookies-title", "people-privacy-cookies"),
    ("people-privacy-rights-title", "people-privacy-rights"),
];

/// Each part: its heading, where it has one, and its words.
pub fn notice(say: &Say) -> Vec<(String, String)> {
    let version = say.with("people-privacy-version", &[("version", Arg::from(NOTICE_VERSION))]);
    let parts = PARTS.map(|(title, words)| (say.t(title), say.t(words)));
    std::iter::once((String::new(), version)).chain(parts).collect()
}
