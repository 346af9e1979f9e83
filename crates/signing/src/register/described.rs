//! What search engines and shared links say under the name of a page: made of the public record, so that no two pages say
//! the same.

use vocabulary::{Arg, countries};
use web::{At, DESCRIBED, Frame, brief, first_sentence};

use super::record::PublicRecord;
use super::rows;

/// What stands before the reference of a record at the end of its description.
const BEFORE_KEY: &str = " · ";

/// A record in a sentence or two: what it is called, whose it is and where, the first sentence of what it says, its reference.
pub fn described(at: &At, record: &PublicRecord) -> String {
    let (say, card) = (&at.say, &record.card);
    let name = rows::plain_name(record, say);
    let told = |map: &vocabulary::LanguageMap| Some(map.pick(at.lang)?.text.to_owned());
    let owners = card.who.iter().filter_map(|party| told(&party.name)).filter(|owner| !name.contains(owner));
    let lands =
        card.countries.iter().filter_map(|iso2| Some(countries::by_iso2(iso2)?.name(at.lang).to_owned()));
    let place = owners.chain(lands).collect::<Vec<_>>().join(at.say.comma());
    let lead = card.lead.as_ref().and_then(told).map(|lead| first_sentence(&lead).to_owned());
    let said = lead.filter(|lead| !lead.is_empty()).unwrap_or_else(|| {
        card.marks.iter().map(|mark| rows::sign(mark, say).words).collect::<Vec<_>>().join(BEFORE_KEY)
    });
    let named = [name, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
    let whole = sentences(&[named, said]);
    // A declaration and a cohort are told apart by their titles; their keys are words of an address.
    let key = match record.kind.as_str() {
        "declaration" | "cohort" => String::new(),
        _ => format!("{BEFORE_KEY}{}", record.key),
    };
    format!("{}{key}", brief(&whole, DESCRIBED - key.chars().count()))
}

/// The frame of a record's own page: described by the record.
pub fn frame_of(frame: Frame, at: &At, record: &PublicRecord) -> Frame {
    frame.describe(&described(at, record)).article()
}

/// A part of the register in a sentence: its name, and how many governments and actions it has.
pub(super) fn part(at: &At, name: &str, governments: Option<u64>, actions: u64) -> String {
    let count = |key: &str, n: u64| at.say.plain(key, &[("n", Arg::from(n))]);
    let governments = governments.map(|n| count("register-count-governments", n));
    let counts = governments.into_iter().chain([count("register-count-actions", actions)]);
    let counts = counts.collect::<Vec<_>>().join(at.say.comma());
    at.say.plain("register-described-part", &[("name", Arg::from(name)), ("counts", Arg::from(counts))])
}

/// Parts one after the other, each with the full stop that it may lack.
pub(super) fn sentences(parts: &[String]) -> String {
    let mut whole = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if !whole.is_empty() {
            whole.push_str(if whole.ends_with(['.', '!', '?', '؟', '…', '。']) { " " } else { ". " });
        }
        whole.push_str(part);
    }
    whole
}
