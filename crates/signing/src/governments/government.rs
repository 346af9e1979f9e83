//! The noun: a [`Government`], local or regional, a record of its own whoever acts for it.

use serde::{Deserialize, Serialize};
use vocabulary::{GovernmentId, Iso2, Lang, LanguageMap, Moment, PersonId, Reference, fold};

/// A local or regional government, or an association of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Government {
    /// Its id.
    pub id: GovernmentId,
    /// Its public reference: `LG-00042`.
    pub reference: Reference,
    /// What is known of it.
    pub profile: Profile,
    /// How it came into the house.
    pub origin: Origin,
    /// The government it was merged into, if it was: an alias, never a rewriting of keys.
    pub merged_into: Option<GovernmentId>,
    /// When it was entered.
    pub entered: Moment,
}

/// What is known of a government; kept as one JSON text, with folded names beside it for look-up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Its official name, original in its own language and script.
    pub name: LanguageMap,
    /// Other names it is known by, former ones included.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What kind of government it is.
    pub tier: Tier,
    /// Its country; none for an association across countries.
    pub country: Option<Iso2>,
    /// The invented country of a demonstration government, which is no country of ISO 3166-1.
    #[serde(default)]
    pub invented_country: Option<LanguageMap>,
    /// Its seat in the gazetteer (a GeoNames id).
    #[serde(default)]
    pub place: Option<u32>,
    /// Latitude and longitude of its seat, in degrees.
    #[serde(default)]
    pub point: Option<(f64, f64)>,
    /// How many people live there, and when that was counted.
    #[serde(default)]
    pub population: Option<Population>,
    /// Its web site.
    #[serde(default)]
    pub website: Option<String>,
    /// The domain of its official mail addresses.
    #[serde(default)]
    pub domain: Option<String>,
    /// Networks it belongs to.
    #[serde(default)]
    pub networks: Vec<String>,
}

impl Profile {
    /// The name for a reader: in their language, else in the government's own.
    pub fn called(&self, lang: Lang) -> &str {
        self.name.pick(lang).map_or_else(|| self.name.original_text(), |picked| picked.text)
    }
}

/// A count of people with the year it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Population {
    /// How many.
    pub people: u64,
    /// The year of the count, where known.
    pub year: Option<i32>,
}

/// What kind of government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// A city, town or municipality.
    Municipality,
    /// A metropolitan area.
    Metropolitan,
    /// A province, county or department.
    Province,
    /// A region or federated state.
    Region,
    /// An association or network of governments.
    Association,
    /// Not known yet.
    Unknown,
}

impl Tier {
    /// Every tier a person may choose.
    pub const CHOICES: [Tier; 5] =
        [Tier::Municipality, Tier::Metropolitan, Tier::Province, Tier::Region, Tier::Association];

    /// Its word in tables, tokens and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Tier::Municipality => "municipality",
            Tier::Metropolitan => "metropolitan",
            Tier::Province => "province",
            Tier::Region => "region",
            Tier::Association => "association",
            Tier::Unknown => "unknown",
        }
    }

    /// Reads a word.
    pub fn parse(word: &str) -> Option<Tier> {
        Tier::CHOICES.into_iter().chain([Tier::Unknown]).find(|tier| tier.word() == word)
    }
}

/// How a government came into the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Origin {
    /// Proposed by a person who asks to act for it.
    Proposed {
        /// Who.
        person: PersonId,
    },
    /// Entered from a public source.
    Source {
        /// The address it was read at.
        address: String,
    },
    /// Entered by the secretariat.
    Desk,
    /// Invented for the demonstration.
    Invented,
}

impl Government {
    /// The words after the reference in its address.
    pub fn slug(&self) -> String {
        vocabulary::slug(self.profile.name.original_text())
    }

    /// Its address without the language.
    pub fn path(&self) -> String {
        format!("/governments/{}/{}", self.reference, self.slug())
    }

    /// Whether an address of electronic mail is of its official domain, or of a domain under it.
    pub fn owns_domain(&self, domain: &str) -> bool {
        let domain = domain.to_ascii_lowercase();
        self.profile.domain.as_deref().map(str::to_ascii_lowercase).is_some_and(|own| {
            domain == own || domain.strip_suffix(&own).is_some_and(|rest| rest.ends_with('.'))
        })
    }
}

/// Words that governments of every kind bear in their names; without them, names are compared.
/// A list as data: it is read once from `generic_words.txt`.
const GENERIC: &str = include_str!("generic_words.txt");

/// The core of a name: folded, without generic words, so that "City of Montréal" and "Montreal" meet.
pub fn core_name(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let all = words.len();
    words.retain(|word| !GENERIC.lines().any(|generic| generic == *word));
    if words.is_empty() && all > 0 {
        return folded;
    }
    words.join(" ")
}
