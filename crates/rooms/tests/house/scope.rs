//! Stories of what a list may hold: what can be opened, and nothing else, however one stands with a government.

use rooms::actions::begin::{Beginning, begin};
use rooms::actions::may::Tie;
use rooms::governments::{self, MandateKind, Origin, Profile, Terms, Tier, Whom};
use rooms::people::{self, Acting, Address, Role};
use vocabulary::{Actor, Iso2, Lang, LanguageMap, PersonId};

use super::town::DESK;
use crate::harness::{Story, on_both};

/// How somebody stands with a government.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Nothing,
    Asked,
    Refused,
    Confirmed,
    Ended,
    RunOut,
    /// Confirmed for a government that was merged into this one.
    Merged,
}

impl Stands {
    /// Whether one reads an action of the government then, one's own and others'.
    fn reads(self, own: bool) -> bool {
        match self {
            Stands::Confirmed | Stands::Merged => true,
            Stands::Asked => own,
            Stands::Nothing | Stands::Refused | Stands::Ended | Stands::RunOut => false,
        }
    }
}

/// Everything that one can be to a government.
const ALL: [Stands; 7] = [
    Stands::Nothing,
    Stands::Asked,
    Stands::Refused,
    Stands::Confirmed,
    Stands::Ended,
    Stands::RunOut,
    Stands::Merged,
];

/// The governments.
const NAMES: [&str; 3] = ["First town", "Second town", "Third town"];

/// How many people there are.
const PEOPLE: usize = 8;

/// Who stands how with each of the governments: drawn by a seed, each way at least once.
fn drawn(mut seed: u64) -> Vec<(String, [Stands; NAMES.len()])> {
    let mut chance = || {
        seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        usize::try_from(seed >> 33).unwrap()
    };
    let mut all: Vec<Stands> = (0..PEOPLE * NAMES.len()).map(|n| ALL[n % ALL.len()]).collect();
    for at in (1..all.len()).rev() {
        all.swap(at, chance() % (at + 1));
    }
    let of =
        |(n, stands): (usize, &[Stands])| (format!("person-{n}@town.example"), stands.try_into().unwrap());
    all.chunks(NAMES.len()).enumerate().map(of).collect()
}

async fn person(story: &Story, address: &str) -> PersonId {
    let tx = story.house.act().await.unwrap();
    let id = people::person_for(&tx, &Address::parse(address).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A municipality of which nothing but its name and its country is known.
pub fn profile(name: &str, country: &str) -> Profile {
    Profile {
        name: LanguageMap::original(Lang::En, name),
        aliases: Vec::new(),
        tier: Tier::Municipality,
        country: Some(Iso2::parse(country).unwrap()),
        invented_country: None,
        place: None,
        point: None,
        population: None,
        website: None,
        domain: None,
        networks: Vec::new(),
    }
}

async fn government(story: &Story, name: &str) -> governments::Government {
    let profile = profile(name, "SN");
    let tx = story.house.act().await.unwrap();
    let made = governments::enter(&tx, Actor::Program("test"), profile, Origin::Desk).await.unwrap();
    tx.commit().await.unwrap();
    made
}

/// Brings somebody to where they stand with a government; `twin` is merged into it later.
async fn bring(
    story: &Story,
    who: (&str, PersonId),
    stands: Stands,
    [of, twin]: [&governments::Government; 2],
) {
    if stands == Stands::Nothing {
        return;
    }
    let desk = Acting::person(person(story, DESK).await, Some(Role::Secretariat));
    let address = Address::parse(who.0).unwrap();
    let whom = Whom::Known(if stands == Stands::Merged { twin.id } else { of.id });
    let tx = story.house.act().await.unwrap();
    let acting = Acting::person(who.1, None);
    let asked = governments::ask(&tx, &acting, &address, whom, MandateKind::FocalPoint, "Officer").await;
    let id = asked.unwrap().0.id;
    match stands {
        Stands::Nothing | Stands::Asked => {}
        Stands::Refused => {
            governments::refuse(&tx, &desk, id, "Nobody there knows you.").await.unwrap();
        }
        Stands::Confirmed | Stands::Ended | Stands::Merged => {
            governments::confirm(&tx, &desk, id).await.unwrap();
        }
        Stands::RunOut => {
            let mut terms = Terms::default();
            terms.term.ends = Some(tx.now().plus_days(1));
            governments::confirm_with(&tx, &desk, id, terms).await.unwrap();
        }
    }
    if stands == Stands::Ended {
        governments::leave(&tx, &acting, id).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_list_holds_what_can_be_opened_and_nothing_else() {
    on_both(|story| async move {
        story.at_desk(DESK).await;
        let town = drawn(20_261_122);
        let (mut all, mut twins) = (Vec::new(), Vec::new());
        for name in NAMES {
            all.push(government(&story, name).await);
            twins.push(government(&story, &format!("{name} as it was")).await);
        }
        let mut actions = Vec::new();
        for (address, stands) in &town {
            let id = person(&story, address).await;
            for (n, stands) in stands.iter().copied().enumerate() {
                bring(&story, (address.as_str(), id), stands, [&all[n], &twins[n]]).await;
                let tx = story.house.act().await.unwrap();
                let lead = if stands == Stands::Merged { twins[n].id } else { all[n].id };
                let call = story.house.call().unwrap().id;
                let contact = (String::new(), String::new());
                let with = Beginning { call, lead, tie: Tie::Asked, language: "en".to_owned(), contact };
                let begun = begin(&tx, &Acting::person(id, None), with).await.unwrap();
                actions.push((n, address, format!("/en/my/actions/{}", begun.id)));
                tx.commit().await.unwrap();
            }
        }
        let desk = Acting::person(person(&story, DESK).await, Some(Role::Secretariat));
        let tx = story.house.act().await.unwrap();
        for n in 0..NAMES.len() {
            governments::merge(&tx, &desk, &twins[n].reference, &all[n].reference).await.unwrap();
        }
        tx.commit().await.unwrap();
        story.settle().await;
        story.advance(2 * 86_400);
        for (address, stands) in &town {
            let mut browser = story.sign_in(address).await;
            let listed = browser.get("/en/my/actions").await.links("main h2 a");
            for (n, author, path) in &actions {
                let what = format!("{address}, {:?}, of {author}", stands[*n]);
                let reads = stands[*n].reads(*author == address);
                assert_eq!(browser.get(path).await.status == 200, reads, "{what}");
                assert_eq!(listed.contains(path), reads, "{what} in the list");
            }
        }
    })
    .await;
}
