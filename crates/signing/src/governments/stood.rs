//! A government as it stood on an earlier day: its names, its country, its level, its population, its networks and its signs
//! are what the register keeps of that day; what happened to it has its days; its seat, its site and its source are those of
//! now. Nobody is named who is not named now.

use vocabulary::{Iso2, Moment};

use super::faces::FacePart;
use super::government::{Population, Tier};
use super::public::{Shown, Shows};
use super::steps::{self, Step};
use crate::register::{AsOf, PublicRecord, Sign, networks};

/// Whether another government has become a part of it since, or has ceased to be one: what happened to both is told together
/// now, so that how it stood alone cannot be shown.
pub(super) fn is_another(shown: &Shown, asked: &AsOf) -> bool {
    let mut since = shown.steps.iter().filter(|step| !asked.holds(step.at));
    since.any(|step| [steps::MERGED, steps::UNMERGED].contains(&step.key.as_str()))
}

/// What its page showed on the day that is asked for, beside the card of that day.
pub(super) fn on_day(then: &PublicRecord, now: Shown, asked: &AsOf) -> Shown {
    let holds = |token: &str| then.find.tokens.iter().any(|one| one == token);
    let own = |name: &String| {
        then.card.title.iter().flat_map(|title| title.all()).any(|(_, own)| own.text == *name)
    };
    let named = |alias: &String| then.find.names.contains(alias) && !own(alias);
    let tier = then.find.tokens.iter().find_map(|token| Tier::parse(token.strip_prefix("tier/")?));
    let people = then.find.size.and_then(|people| u64::try_from(people).ok());
    let counted = now.population.filter(|population| Some(population.people) == people);
    let on_file = then.card.marks.iter().any(|mark| mark.sign == Sign::OnFile);
    let steps: Vec<Step> =
        now.steps.into_iter().filter(|step| asked.holds(step.at)).map(|step| told(step, asked)).collect();
    let signed = steps
        .iter()
        .any(|step| step.brought && step.path.as_ref().is_some_and(|path| path.contains("/signatures/")));
    Shown {
        name: then.card.title.clone().unwrap_or(now.name),
        aliases: now.aliases.into_iter().filter(named).collect(),
        tier: tier.unwrap_or(now.tier),
        country: then.card.countries.first().and_then(|code| Iso2::parse(code).ok()),
        population: counted.or_else(|| people.map(|people| Population { people, year: None })),
        networks: now.networks.into_iter().filter(|name| holds(&networks::token(name))).collect(),
        origin: if on_file { Shows::OnFile } else { now.origin },
        marks: then.card.marks.clone(),
        faces: now
            .faces
            .into_iter()
            .filter(|face| face.since.is_none_or(|since| asked.holds(Moment::from_date(since.first_day()))))
            .filter(|face| signed || face.part == FacePart::Governs)
            .collect(),
        steps,
        ..now
    }
}

/// A step as it was told then: not until when, if that came later, and an action by its reference, as its title may be another.
fn told(step: Step, asked: &AsOf) -> Step {
    let is_action = step.path.as_ref().is_some_and(|path| path.starts_with("/actions/"));
    let title = step.title.filter(|_| !is_action);
    match step.until {
        Some(until) if !asked.holds(until) => {
            let key = step.key.strip_suffix("-until").unwrap_or(&step.key).to_owned();
            Step { key, title, until: None, ..step }
        }
        _ => Step { title, ..step },
    }
}
