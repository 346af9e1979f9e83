//! Why a row is not entered: a sentence that names the field and says what to do.

use store::Fault;
use thiserror::Error;

/// Why one row of a file is not entered. The others are.
#[derive(Debug, Error)]
pub enum RowRefused {
    /// A field is empty that must not be.
    #[error("`{0}` is empty; without it nothing can be entered")]
    Empty(String),
    /// Neither title nor text.
    #[error("`{0}` and `{1}` are both empty; one of them is needed to say what the action is")]
    NothingSaid(String, String),
    /// One field, several names.
    #[error(
        "`{field}` looks like several names in one (\"{given}\"); part them with \";\", or say how to read it in the decisions beside the file"
    )]
    SeveralNames {
        /// The field as the file calls it.
        field: String,
        /// What stands there.
        given: String,
    },
    /// Names and countries do not pair.
    #[error(
        "`{field}` names {names} governments, but `{country}` names {countries} countries; name one country for each, or one for all"
    )]
    Unpaired {
        /// The field of names.
        field: String,
        /// How many names.
        names: usize,
        /// The field of countries.
        country: String,
        /// How many countries.
        countries: usize,
    },
    /// A country nobody knows.
    #[error(
        "`{field}` is \"{given}\", which is no country; write its name as the United Nations use it, its ISO 3166-1 code, or Global for an association"
    )]
    Country {
        /// The field.
        field: String,
        /// What stands there.
        given: String,
    },
    /// Two fields that say two things.
    #[error("`{one}` is \"{said}\", but `{other}` is \"{against}\"; correct the one that is wrong")]
    Disagree {
        /// A field.
        one: String,
        /// What it says.
        said: String,
        /// The other field.
        other: String,
        /// What that says.
        against: String,
    },
    /// A government without a country.
    #[error("`{0}` does not say where \"{1}\" is; only an association may stand without a country")]
    NoCountry(String, String),
    /// Two known governments could be meant.
    #[error("\"{name}\" may be {candidates}; write its whole name, or merge them at the desk")]
    Ambiguous {
        /// The name.
        name: String,
        /// The governments it may be.
        candidates: String,
    },
    /// A date that is none.
    #[error(
        "`{field}` is \"{given}\", which is no date; write 2024, 2024-05, 2024-05-17, or \"2024 (by)\" for a latest date"
    )]
    Date {
        /// The field.
        field: String,
        /// What stands there.
        given: String,
    },
    /// An end before its start.
    #[error("`{0}` ends before it begins")]
    Backwards(String),
    /// A word that is not among those of the field.
    #[error("`{field}` is \"{given}\"; it may be {choices}")]
    Word {
        /// The field.
        field: String,
        /// What stands there.
        given: String,
        /// What may stand there.
        choices: String,
    },
    /// A code that the framework does not have.
    #[error("`{field}` has \"{given}\", which the framework \"{framework}\" does not have")]
    Code {
        /// The field.
        field: String,
        /// What stands there.
        given: String,
        /// The framework.
        framework: String,
    },
    /// Not the address of a page.
    #[error("`{field}` is \"{given}\", which is no address of a page; it begins with http:// or https://")]
    Address {
        /// The field.
        field: String,
        /// What stands there.
        given: String,
    },
    /// A language that is none.
    #[error("`{field}` is \"{given}\", which is no language; write a code such as en, fr or pt-BR")]
    Language {
        /// The field.
        field: String,
        /// What stands there.
        given: String,
    },
    /// Not a point on the earth.
    #[error(
        "`{0}` and `{1}` are no point on the earth; write degrees such as 4.65 and -74.08, or leave both empty"
    )]
    Point(String, String),
    /// The house would not enter it.
    #[error("{0}")]
    House(String),
    /// The store could not: this ends the import.
    #[error(transparent)]
    Fault(#[from] Fault),
}
