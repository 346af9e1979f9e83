//! Groupings of countries, which are data: M49 regions, UN regional commissions, UNHCR bureaux, sections of networks.

use std::sync::LazyLock;

use crate::countries;
use crate::frameworks::Verification;
use crate::lang::Lang;
use crate::table;

/// A group of countries within a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The scheme: `m49`, `unec` (UN regional commissions), `unhcr` (bureaux), `uclg` (sections of that network).
    pub scheme: String,
    /// The code within the scheme: `150`, `escwa`.
    pub code: String,
    /// The two-letter codes of its members, sorted.
    pub members: Vec<&'static str>,
    /// Whether names and members were read at their source.
    pub verification: Verification,
    /// Where they were read, or what stands in the way.
    pub source: String,
    names: [String; 6],
}

impl Group {
    /// Its name in a page language.
    pub fn name(&self, lang: Lang) -> &str {
        let name = &self.names[lang.index()];
        if name.is_empty() { &self.names[0] } else { name }
    }

    /// The token by which it is indexed: `m49/150`.
    pub fn token(&self) -> String {
        format!("{}/{}", self.scheme, self.code)
    }

    /// Whether a country is a member.
    pub fn has(&self, iso2: &str) -> bool {
        self.members.contains(&iso2)
    }
}

static ALL: LazyLock<Vec<Group>> = LazyLock::new(|| {
    table::rows(include_str!("../data/groups.csv"))
        .map(|row| {
            let cell = |at: usize| row.get(at).map(ToString::to_string).unwrap_or_default();
            let (scheme, code) = (cell(0), cell(1));
            let members = if scheme == "m49" { in_m49(&code) } else { listed(&cell(8)) };
            let verification =
                if cell(9) == "verified" { Verification::Verified } else { Verification::Unverified };
            let names = std::array::from_fn(|i| cell(2 + i));
            Group { scheme, code, members, verification, source: cell(10), names }
        })
        .collect()
});

fn in_m49(code: &str) -> Vec<&'static str> {
    let code: Option<u16> = code.parse().ok();
    let within =
        |c: &&countries::Country| code == Some(1) || [c.region, c.subregion, c.intermediate].contains(&code);
    countries::all().iter().filter(within).map(|c| c.iso2).collect()
}

fn listed(codes: &str) -> Vec<&'static str> {
    codes.split_whitespace().filter_map(countries::by_iso2).map(|c| c.iso2).collect()
}

/// All groups, by scheme and in the order of the data.
pub fn all() -> &'static [Group] {
    &ALL
}

/// The groups of a scheme.
pub fn in_scheme(scheme: &str) -> impl Iterator<Item = &'static Group> {
    let scheme = scheme.to_owned();
    ALL.iter().filter(move |group| group.scheme == scheme)
}

/// A group by scheme and code.
pub fn by_code(scheme: &str, code: &str) -> Option<&'static Group> {
    ALL.iter().find(|group| group.scheme == scheme && group.code == code)
}

/// The groups that a country belongs to.
pub fn of(iso2: &str) -> Vec<&'static Group> {
    ALL.iter().filter(|group| group.has(iso2)).collect()
}

/// The M49 region of a country (Africa, Americas, Asia, Europe, Oceania).
pub fn region_of(iso2: &str) -> Option<&'static Group> {
    by_code("m49", &countries::by_iso2(iso2)?.region?.to_string())
}
