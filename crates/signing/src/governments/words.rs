//! The words for what stands in a government's record: keys of messages, lines of lists.

use vocabulary::{Arg, BESIDE, Moment, Say, Tag};
use web::{Fact, Frame};

use super::change::What;
use super::government::{Government, Profile, Tier};
use super::mandate::{Mandate, MandateKind, MandateState, OnDomain};

/// The message key of a tier.
pub(super) fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Municipality => "governments-tier-municipality",
        Tier::Metropolitan => "governments-tier-metropolitan",
        Tier::Province => "governments-tier-province",
        Tier::Region => "governments-tier-region",
        Tier::Association => "governments-tier-association",
        Tier::Unknown => "governments-tier-unknown",
    }
}

/// The message key of a capacity.
pub(super) fn kind(kind: MandateKind) -> &'static str {
    match kind {
        MandateKind::MayorsOffice => "governments-kind-mayors_office",
        MandateKind::FocalPoint => "governments-kind-focal_point",
        MandateKind::Delegate => "governments-kind-delegate",
        MandateKind::NetworkProxy => "governments-kind-network_proxy",
    }
}

/// The message key of how a mandate stands.
pub(super) fn state(state: &MandateState) -> &'static str {
    match state {
        MandateState::Asked => "governments-state-asked",
        MandateState::Confirmed { .. } => "governments-state-confirmed",
        MandateState::Refused { .. } => "governments-state-refused",
        MandateState::Expired { .. } => "governments-state-expired",
        MandateState::Ended { .. } => "governments-state-ended",
    }
}

/// The class of the dot before it.
pub(super) fn dot(state: &MandateState) -> &'static str {
    match state {
        MandateState::Asked => "wait",
        MandateState::Confirmed { .. } => "ok",
        MandateState::Refused { .. } => "bad",
        MandateState::Expired { .. } | MandateState::Ended { .. } => "none",
    }
}

/// A mandate as the desk reads it: function, capacity, since when, until when.
pub(super) fn mandate_facts(say: &Say, mandate: &Mandate) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(say.t("governments-desk-function"), &mandate.function),
        Fact::new(say.t("governments-desk-capacity"), say.t(kind(mandate.kind))),
        Fact::new(say.t("governments-desk-asked"), say.date(mandate.asked)),
    ];
    let mut day = |key: &str, moment: Option<Moment>| {
        facts.extend(moment.map(|moment| Fact::new(say.t(key), say.date(moment))));
    };
    day("governments-desk-due", mandate.due());
    day("governments-desk-starts", mandate.term.starts);
    day("governments-desk-ends", mandate.term.last_day());
    if mandate.is_confirmed() {
        let key =
            if mandate.may_sign() { "governments-desk-may-sign" } else { "governments-desk-may-not-sign" };
        facts.push(Fact::new(say.t("governments-desk-signs"), say.t(key)));
    }
    facts
}

/// A change of a record in one line: what is to become what.
pub(super) fn change(say: &Say, what: &What) -> String {
    let (key, value) = match what {
        What::Name(names) => {
            let all = names.all().filter(|(_, text)| !text.text.is_empty());
            let all: Vec<String> =
                all.map(|(tag, text)| format!("{} ({})", text.text, say.language_name(tag))).collect();
            ("governments-change-name", say.list(&all))
        }
        What::Tier(kind) => ("governments-change-tier", say.t(tier(*kind))),
        What::Domain(Some(domain)) => ("governments-change-domain", domain.clone()),
        What::Domain(None) => ("governments-change-domain", say.t("governments-change-none")),
    };
    say.with(key, &[("value", Arg::from(value))])
}

/// A frame with the note that a country's name needs, where it needs one.
pub(super) fn with_note(frame: Frame, profile: &Profile) -> Frame {
    let kosovo = profile.country.is_some_and(|country| country.country().note == Some("kosovo"));
    if kosovo { frame.names_kosovo() } else { frame }
}

/// The message key of whether the address is of the official domain.
pub(super) fn on_domain(on: OnDomain) -> &'static str {
    match on {
        OnDomain::Yes => "governments-domain-yes",
        OnDomain::No => "governments-domain-no",
        OnDomain::Unknown => "governments-domain-unknown",
    }
}

/// The name of a government's country in the reader's language; empty where it has none.
pub(super) fn country(say: &Say, profile: &Profile) -> String {
    match (profile.country, &profile.invented_country) {
        (Some(country), _) => country.country().name(say.lang).to_owned(),
        (None, Some(name)) => name.pick(say.lang).map(|picked| picked.text.to_owned()).unwrap_or_default(),
        (None, None) => String::new(),
    }
}

/// A government in one line: name, country.
pub(super) fn line(say: &Say, government: &Government) -> String {
    let name = government.profile.called(say.lang);
    let country = country(say, &government.profile);
    if country.is_empty() { name.to_owned() } else { format!("{name}{BESIDE}{country}") }
}

/// Whether a text is the address of a web site: anything else would be shown as one and lead elsewhere.
pub(super) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace) && rest.len() < 200)
}

/// The languages in which a government's name may be written, in the reader's order.
pub(super) fn languages(say: &Say) -> Vec<(String, String)> {
    const TAGS: [&str; 60] = [
        "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa",
        "fi", "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "ko", "lt",
        "lv", "mk", "ms", "mt", "my", "ne", "nl", "no", "pl", "pt", "ro", "ru", "si", "sk", "sl", "so", "sq",
        "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "zh",
    ];
    let named =
        TAGS.into_iter().filter_map(|tag| Some((tag.to_owned(), say.language_name(&Tag::parse(tag).ok()?))));
    let mut named: Vec<(String, String)> = named.collect();
    named.sort_by(|(_, a), (_, b)| say.compare(a, b));
    named
}
