//! From a question to what the index is asked.

use std::collections::BTreeMap;

use store::search::Query;

use super::super::facets::people_code;
use super::super::{as_of, range, regions};
use super::Ask;

impl Ask {
    /// What the index is asked.
    pub fn query(&self) -> Query {
        let token = |group: &str, value: &str| format!("{group}/{value}");
        let chosen = self
            .chosen
            .iter()
            .map(|(group, values)| (group.clone(), values.iter().map(|value| token(group, value)).collect()));
        let mut chosen: BTreeMap<String, Vec<String>> = chosen.collect();
        if let Some(regions) = self.chosen.get("region").filter(|regions| !regions::are_facets(regions)) {
            chosen.remove("region");
            let (within, countries) = (regions::members(regions), self.chosen.get("country"));
            let both = within.filter(|iso2| countries.is_none_or(|one| one.iter().any(|one| one == iso2)));
            let both = both.map(|iso2| format!("country/{iso2}")).collect::<Vec<_>>();
            // Where nothing lies in both, nothing is found.
            let none = || vec!["country/none".to_owned()];
            chosen.insert("country".to_owned(), if both.is_empty() { none() } else { both });
        }
        let mut ranges = BTreeMap::new();
        for (group, range) in &self.ranges {
            match *group {
                range::YEAR => chosen.entry((*group).to_owned()).or_default().extend(range.years()),
                group => {
                    ranges.insert(group.to_owned(), range.numbers());
                    let few = range.holds_few().then(|| token(group, &people_code(None)));
                    chosen.entry(group.to_owned()).or_default().extend(few);
                }
            }
        }
        Query {
            text: self.sought.clone(),
            kinds: vec![self.list.kind().to_owned()],
            chosen,
            barred: self.barred(),
            ranges,
            sort: self.sort,
            turn: self.turn.clone(),
            offset: (self.page - 1) * self.per,
            limit: self.per,
            count: self.groups.clone(),
            as_of: self.as_of.map(as_of::number),
        }
    }

    /// The tokens that must not be there: of a region that is no facet those of its countries.
    fn barred(&self) -> BTreeMap<String, Vec<String>> {
        let mut barred: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (group, value) in &self.unwanted {
            let region = (group == "region").then(|| std::slice::from_ref(value));
            let (group, values) = match region.filter(|region| !regions::are_facets(region)) {
                Some(region) => ("country", regions::members(region).collect()),
                None => (group.as_str(), vec![value.as_str()]),
            };
            let tokens = values.into_iter().map(|value| format!("{group}/{value}"));
            barred.entry(group.to_owned()).or_default().extend(tokens);
        }
        barred
    }
}
