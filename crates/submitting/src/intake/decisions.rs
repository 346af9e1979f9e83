//! The noun: [`Decisions`], the secretariat's answers to what the import cannot read by itself. They are data beside
//! the file, each with its reason; nothing stands in them that the row's source does not say.

use serde::Deserialize;
use thiserror::Error;
use vocabulary::{Iso2, fold};

use crate::governments::Tier;

/// The secretariat's answers, from a file such as `examples/cohort/decisions.toml`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    /// How names that are more than one, or none, are to be read.
    #[serde(default)]
    pub names: Vec<NameDecision>,
    /// Where governments are that the gazetteer does not find by their name.
    #[serde(default)]
    pub places: Vec<PlaceDecision>,
}

/// How one name is to be read.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameDecision {
    /// The whole text of the field, as it stands in the file.
    pub government: String,
    /// The address of the source, when the decision is only about that.
    pub source: Option<String>,
    /// Why it is read so.
    pub because: String,
    /// The governments it names, the lead first.
    pub parties: Vec<PartyDecision>,
}

/// One government that a name stands for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyDecision {
    /// What it is called.
    pub name: String,
    /// Its country by ISO 3166-1; none for an association across countries.
    pub country: Option<String>,
    /// What kind of government it is, when its name does not say.
    pub tier: Option<String>,
}

/// Where one government is.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceDecision {
    /// What the government is called.
    pub government: String,
    /// Its country by ISO 3166-1.
    pub country: String,
    /// Its seat: an id at GeoNames.
    pub place: u32,
    /// Why.
    pub because: String,
}

/// Why decisions cannot be used.
#[derive(Debug, Error)]
pub enum DecisionsRefused {
    /// They are no TOML, or a key is unknown.
    #[error("the decisions {0} cannot be read: {1}")]
    Unreadable(String, toml::de::Error),
    /// A country that is none.
    #[error("the decision about \"{0}\" names the country \"{1}\": write its two letters of ISO 3166-1")]
    Country(String, String),
    /// A tier that is none.
    #[error(
        "the decision about \"{0}\" names the tier \"{1}\": write municipality, metropolitan, province, region or association"
    )]
    Tier(String, String),
    /// A decision for nobody.
    #[error("the decision about \"{0}\" names no government: add [[names.parties]]")]
    Empty(String),
    /// A place that is not in the gazetteer.
    #[error("the decision about \"{0}\" names the place {1}, which is not in the gazetteer")]
    Place(String, u32),
}

impl Decisions {
    /// Reads a file of decisions.
    pub fn parse(name: &str, text: &str) -> Result<Decisions, DecisionsRefused> {
        let read: Decisions =
            toml::from_str(text).map_err(|err| DecisionsRefused::Unreadable(name.to_owned(), err))?;
        for decision in &read.names {
            if decision.parties.is_empty() {
                return Err(DecisionsRefused::Empty(decision.government.clone()));
            }
            for party in &decision.parties {
                country(&party.name, party.country.as_deref())?;
                tier(&party.name, party.tier.as_deref())?;
            }
        }
        for decision in &read.places {
            country(&decision.government, Some(&decision.country))?;
            if vocabulary::gazetteer::by_id(decision.place).is_none() {
                return Err(DecisionsRefused::Place(decision.government.clone(), decision.place));
            }
        }
        Ok(read)
    }

    /// How a name is to be read, if that was decided.
    pub fn about(&self, government: &str, source: &str) -> Option<&NameDecision> {
        let same = |decision: &&NameDecision| {
            fold(&decision.government) == fold(government)
                && decision.source.as_deref().is_none_or(|decided| decided == source)
        };
        self.names.iter().find(same)
    }

    /// Where a government is, if that was decided.
    pub fn place_of(&self, government: &str, country: Iso2) -> Option<u32> {
        let same = |decision: &&PlaceDecision| {
            fold(&decision.government) == fold(government)
                && decision.country.eq_ignore_ascii_case(country.as_str())
        };
        self.places.iter().find(same).map(|decision| decision.place)
    }
}

fn country(name: &str, code: Option<&str>) -> Result<Option<Iso2>, DecisionsRefused> {
    let refused = |code: &str| DecisionsRefused::Country(name.to_owned(), code.to_owned());
    code.map(|code| Iso2::parse(code).map_err(|_| refused(code))).transpose()
}

fn tier(name: &str, word: Option<&str>) -> Result<Option<Tier>, DecisionsRefused> {
    let refused = |word: &str| DecisionsRefused::Tier(name.to_owned(), word.to_owned());
    word.map(|word| Tier::parse(word).ok_or_else(|| refused(word))).transpose()
}

impl PartyDecision {
    /// Its country.
    pub fn country(&self) -> Option<Iso2> {
        self.country.as_deref().and_then(|code| Iso2::parse(code).ok())
    }

    /// Its tier.
    pub fn tier(&self) -> Option<Tier> {
        self.tier.as_deref().and_then(Tier::parse)
    }
}
