//! A government as it stood on an earlier day: its names, its country, its level, its population, its networks and its signs
//! are what the register keeps of that day; what happened to it has its days. Nobody is named who is not named now.

use vocabulary::{Iso2, Moment};

use super::government::{Population, Tier};
use super::public::{ON_FILE, Shown, Shows};
use crate::register::{AsOf, PublicRecord, networks};

/// What its page showed on the day that is asked for, beside the card of that day.
pub(super) fn on_day(then: &PublicRecord, now: Shown, asked: &AsOf) -> Shown {
    let holds = |token: &str| then.find.tokens.iter().any(|one| one == token);
    let named = |alias: &String| then.find.names.contains(alias);
    let tier = then.find.tokens.iter().find_map(|token| Tier::parse(token.strip_prefix("tier/")?));
    let people = then.find.size.and_then(|people| u64::try_from(people).ok());
    let counted = now.population.filter(|population| Some(population.people) == people);
    let on_file = then.card.marks.iter().any(|mark| mark.key == ON_FILE);
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
            .collect(),
        steps: now.steps.into_iter().filter(|step| asked.holds(step.at)).collect(),
        ..now
    }
}
