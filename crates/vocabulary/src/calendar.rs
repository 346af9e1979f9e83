//! The forums at which the compacts are reviewed, and the portals that take stock: reference data.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::dates::Period;
use crate::frameworks::Verification;

/// A review meeting in a cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forum {
    /// The process: `gcm`, `gcr`, `gfmd`, `sdg`.
    pub process: String,
    /// What it is called.
    pub name: String,
    /// From when to when, where it is known.
    #[serde(default)]
    pub period: Period,
    /// How it comes back, in words.
    #[serde(default)]
    pub recurs: Option<String>,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// Whether the dates were read at their source.
    #[serde(default)]
    pub verification: Verification,
    /// What must be known of it.
    #[serde(default)]
    pub note: Option<String>,
}

static FORUMS: LazyLock<Vec<Forum>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/calendar.json"))
        .expect("the compiled calendar is read by this crate's tests")
});

static PORTALS: LazyLock<serde_json::Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/portals.json"))
        .expect("the compiled portals are read by this crate's tests")
});

/// All known forums.
pub fn forums() -> &'static [Forum] {
    &FORUMS
}

/// The fields, rules and values seen on a stocktaking portal, by its name: `gcm_pledge`, `gfmd_ppd`.
pub fn portal(name: &str) -> Option<&'static serde_json::Value> {
    PORTALS.get("portals")?.get(name)
}
