//! An act: fill a demonstration with any number of generated actions, the same for the same seed. They belong to
//! generated governments of the invented country and say themselves that they are generated.

use std::collections::BTreeSet;

use store::{Fault, Tx};
use vocabulary::{GovernmentId, Lang, LanguageMap, PartialDate, Period, Tag};

use super::invented::Invented;
use super::play::PROGRAM;
use crate::House;
use crate::actions::{self, Beneficiary, Content, FromSource, Nature, Status};
use crate::calls::{Call, Catalogue};
use crate::governments::{self, Match, Origin, Population, Profile, Tier};
use crate::people::Acting;

/// How many actions are entered in one transaction.
const BATCH: usize = 200;

/// So many actions share a government.
const PER_GOVERNMENT: usize = 4;

/// What the source of a generated action is: no address on earth.
const SOURCE: &str = "https://generated.example/";

/// Chance that is the same for the same seed: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        let most = u64::try_from(most.max(1)).unwrap_or(1);
        usize::try_from(self.next() % most).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// The words of one language: what is done, for whom, where, and that it is generated.
struct Words {
    lang: Lang,
    deeds: [&'static str; 6],
    whom: [&'static str; 5],
    fields: [&'static str; 6],
    note: &'static str,
}

const WORDS: [Words; 4] = [
    Words {
        lang: Lang::En,
        deeds: ["A counter", "A network of volunteers", "Courses", "A fund", "A council", "A mobile team"],
        whom: ["newcomers", "refugee families", "young migrants", "displaced people", "migrant workers"],
        fields: ["housing", "health", "school", "decent work", "language", "safety"],
        note: "This action was generated for a demonstration; nothing in it happened.",
    },
    Words {
        lang: Lang::Fr,
        deeds: [
            "Un guichet",
            "Un réseau de bénévoles",
            "Des cours",
            "Un fonds",
            "Un conseil",
            "Une équipe mobile",
        ],
        whom: [
            "les nouveaux arrivants",
            "les familles réfugiées",
            "les jeunes migrants",
            "les personnes déplacées",
            "les travailleurs migrants",
        ],
        fields: ["le logement", "la santé", "l’école", "le travail décent", "la langue", "la sécurité"],
        note: "Cette action a été générée pour une démonstration ; rien de tout cela n’a eu lieu.",
    },
    Words {
        lang: Lang::Es,
        deeds: [
            "Una ventanilla",
            "Una red de voluntariado",
            "Cursos",
            "Un fondo",
            "Un consejo",
            "Un equipo móvil",
        ],
        whom: [
            "las personas recién llegadas",
            "las familias refugiadas",
            "la juventud migrante",
            "las personas desplazadas",
            "los trabajadores migrantes",
        ],
        fields: ["la vivienda", "la salud", "la escuela", "el trabajo decente", "el idioma", "la seguridad"],
        note: "Esta acción fue generada para una demostración; nada de esto ha ocurrido.",
    },
    Words {
        lang: Lang::Ar,
        deeds: ["مكتب استقبال", "شبكة متطوعين", "دورات", "صندوق", "مجلس", "فريق متنقل"],
        whom: ["الوافدين الجدد", "الأسر اللاجئة", "الشباب المهاجرين", "النازحين", "العمال المهاجرين"],
        fields: ["السكن", "الصحة", "المدرسة", "العمل اللائق", "اللغة", "السلامة"],
        note: "وُلِّد هذا الإجراء آلياً للعرض التجريبي؛ لم يحدث شيء مما ورد فيه.",
    },
];

const BEGIN: [&str; 12] =
    ["Alder", "Birch", "Cinder", "Dover", "Elm", "Fallow", "Gorse", "Heron", "Ivy", "Juno", "Kell", "Linden"];
const END: [&str; 10] =
    ["bridge", "field", "ford", "gate", "haven", "mere", "mouth", "stead", "vale", "wick"];

/// Fills the house up to so many generated actions of this seed; those that are there already stay.
pub async fn generate(house: &House, actions: usize, seed: u64) -> Result<(), Fault> {
    let call = house.call().ok_or_else(|| Fault::broken("generated actions need a Call"))?;
    let catalogue = house.catalogue();
    let invented = Invented::parse(super::demo::INVENTED)?;
    let mut chance = Chance(seed);
    let mut lead = None;
    let all: Vec<usize> = (0..actions).collect();
    for batch in all.chunks(BATCH) {
        let tx = house.act().await?;
        for n in batch {
            if n % PER_GOVERNMENT == 0 || lead.is_none() {
                lead = Some(government(&tx, &invented, &mut chance, n / PER_GOVERNMENT).await?);
            }
            let content = content(&mut chance, &call, &catalogue, *n);
            let lead = lead.ok_or_else(|| Fault::broken("a generated action without a government"))?;
            enter(&tx, &call, lead, content, format!("generated/{seed}/{n}")).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn enter(
    tx: &Tx,
    call: &Call,
    lead: GovernmentId,
    content: Content,
    identity: String,
) -> Result<(), Fault> {
    let prefix = call.prefix.clone();
    let from = FromSource { call: call.id, prefix, lead, partners: Vec::new(), content, identity };
    match actions::enter(tx, &Acting::program(PROGRAM), from).await {
        Ok(_) => Ok(()),
        Err(actions::ActionRefused::Fault(fault)) => Err(fault),
        Err(refused) => Err(Fault::broken(format!("a generated action was refused: {refused}"))),
    }
}

/// The n-th generated government, found again by its name.
async fn government(
    tx: &Tx,
    invented: &Invented,
    chance: &mut Chance,
    n: usize,
) -> Result<GovernmentId, Fault> {
    let tier = *chance.pick(&[Tier::Municipality, Tier::Municipality, Tier::Metropolitan, Tier::Region]);
    let people = u64::try_from(2_000 + chance.below(900_000)).unwrap_or_default();
    let name = format!("{}{} {} (generated)", BEGIN[n % 12], END[n / 12 % 10], n + 1);
    if let Match::One(known) = governments::matching(tx.conn(), &name, None).await? {
        return Ok(known.id);
    }
    let profile = Profile {
        name: LanguageMap::original(Lang::En, name),
        aliases: Vec::new(),
        tier,
        country: None,
        invented_country: Some(invented.country()?),
        place: None,
        point: None,
        population: Some(Population { people, year: None }),
        website: None,
        domain: None,
        networks: Vec::new(),
    };
    let actor = Acting::program(PROGRAM).actor;
    Ok(governments::enter(tx, actor, profile, Origin::Invented).await?.id)
}

fn content(chance: &mut Chance, call: &Call, catalogue: &Catalogue, n: usize) -> Content {
    let words = chance.pick(&WORDS);
    let (deed, whom, field) =
        (chance.pick(&words.deeds), chance.pick(&words.whom), chance.pick(&words.fields));
    let tag = Tag::from(words.lang);
    let title = match words.lang {
        Lang::En => format!("{deed} for {whom}: {field}"),
        Lang::Fr => format!("{deed} pour {whom} : {field}"),
        Lang::Es => format!("{deed} para {whom}: {field}"),
        Lang::Ar => format!("{deed} من أجل {whom}: {field}"),
    };
    let start = i32::try_from(2018 + chance.below(9)).unwrap_or(2018);
    let for_whom: BTreeSet<Beneficiary> =
        (0..=chance.below(3)).map(|_| *chance.pick(&Beneficiary::ALL)).collect();
    let mut content = Content {
        title: Some(LanguageMap::original(tag.clone(), format!("{title} ({})", n + 1))),
        description: Some(LanguageMap::original(tag, format!("{title}. {}", words.note))),
        for_whom,
        when: Period { start: PartialDate::parse(&start.to_string()).ok(), ..Period::default() },
        nature: Some(*chance.pick(&Nature::ALL)),
        status: Some(*chance.pick(&Status::ALL)),
        sources: vec![SOURCE.to_owned()],
        collection: Some("demo".to_owned()),
        ..Content::default()
    };
    for slug in [call.priorities.as_str()].into_iter().chain(call.facets.iter().map(String::as_str)) {
        let nodes = catalogue.nodes(slug);
        if !nodes.is_empty() {
            let code = chance.pick(nodes).code.clone();
            content.objectives.entry(slug.to_owned()).or_default().insert(code);
        }
    }
    content
}
