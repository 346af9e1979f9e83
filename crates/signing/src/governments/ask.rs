//! An act: ask to act for a government, one that is known or one that is proposed with the request.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use store::{Fact, Fault, Position, Subject, Tx};
use thiserror::Error;
use vocabulary::{Arg, GovernmentId, Iso2, Lang, LanguageMap, Tag, countries, gazetteer};
use web::{At, Choices, ErrorLine, Errors, Field, Form, Frame, Kind, Pairs, Problem};

use super::government::{Government, Origin, Profile, Tier};
use super::mandate::{Mandate, MandateKind, MandateState, OnDomain, Proof, Term};
use super::may::{self, Refused};
use super::{enter, expire, records, words};
use crate::house::House;
use crate::people::{Acting, Address, SignedIn};

/// The longest name and function, in characters.
const MOST: usize = 160;

/// The longest proof in words.
pub(super) const PROOF_MOST: usize = 2000;

/// For which government somebody asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Whom {
    /// One that is known.
    Known(GovernmentId),
    /// One that is proposed.
    Proposed(Box<Profile>),
}

/// Why nothing was asked.
#[derive(Debug, Error)]
pub enum AskRefused {
    /// Not allowed.
    #[error(transparent)]
    May(#[from] Refused),
    /// There is no such government.
    #[error("there is no such government; look for it again")]
    Unknown,
    /// The person has asked already, or acts for it.
    #[error("you have asked to act for this government already")]
    Already,
    /// The one proposed is known.
    #[error("{} is known already as {}; choose it from the list", .0.profile.name.original_text(), .0.reference)]
    Exists(Box<Government>),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Asks for a mandate. The desk answers; drafting is allowed meanwhile.
pub async fn ask(
    tx: &Tx,
    acting: &Acting,
    address: &Address,
    whom: Whom,
    kind: MandateKind,
    function: &str,
) -> Result<(Mandate, Government, Position), AskRefused> {
    ask_with(tx, acting, address, whom, kind, function, Proof::default()).await
}

/// The same, on a proof in words.
pub async fn ask_with(
    tx: &Tx,
    acting: &Acting,
    address: &Address,
    whom: Whom,
    kind: MandateKind,
    function: &str,
    proof: Proof,
) -> Result<(Mandate, Government, Position), AskRefused> {
    may::ask(acting)?;
    let person = acting.actor.person().ok_or(Refused::NotSignedIn)?;
    let government = match whom {
        Whom::Known(id) => records::canonical_of(tx.conn(), id).await?.ok_or(AskRefused::Unknown)?,
        Whom::Proposed(profile) => {
            let name = profile.name.original_text();
            if let enter::Match::One(known) = enter::matching(tx.conn(), name, profile.country).await? {
                return Err(AskRefused::Exists(known));
            }
            enter::enter(tx, acting.actor, *profile, Origin::Proposed { person }).await?
        }
    };
    expire::clear_run_out(tx, person, government.id).await?;
    if records::standing(tx.conn(), person, government.id, tx.now()).await?.is_some() {
        return Err(AskRefused::Already);
    }
    let mandate = Mandate {
        id: tx.new_id(),
        government: government.id,
        person,
        kind,
        function: function.trim().to_owned(),
        on_domain: OnDomain::of(&government, address.domain()),
        asked: tx.now(),
        state: MandateState::Asked,
        term: Term::default(),
        signs: false,
        proof,
        before: None,
        warned: None,
    };
    records::add_mandate(tx, &mandate).await?;
    let fact = Fact::new("mandate.asked", Subject::new("mandate", mandate.id), acting.actor).parties();
    let position = tx.tell(fact).await?;
    Ok((mandate, government, position))
}

/// Which government the form is about: a known one, a place of the gazetteer, or one that is in no list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct About {
    government: Option<String>,
    place: Option<u32>,
    name: Option<String>,
    country: Option<String>,
}

#[derive(Template)]
#[template(path = "governments/pages/ask.html")]
struct AskPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    /// The known government: its reference and how it stands in a line.
    known: Option<(String, String)>,
    place: String,
    name: Field,
    language: Choices,
    country: Choices,
    tier: Choices,
    website: Field,
    kind: Choices,
    function: Field,
    proof: Field,
    lead: String,
}

async fn draw(
    house: &House,
    at: &At,
    who: &SignedIn,
    errors: &Errors,
    pairs: &Pairs,
) -> Result<Response, Problem> {
    let say = &at.say;
    let reference = pairs.text("government");
    let known = match reference {
        "" => None,
        reference => {
            let found = records::by_reference(house.store.read(), reference).await?;
            Some(found.ok_or(Problem::NotFound)?)
        }
    };
    let form = Form::new(say, errors, pairs);
    let kinds = MandateKind::ALL.map(|kind| (kind.word(), say.t(words::kind(kind))));
    let tiers = Tier::CHOICES.map(|tier| (tier.word(), say.t(words::tier(tier))));
    let lands = countries::sorted(at.lang).into_iter().map(|land| (land.iso2, land.name(at.lang)));
    Ok(web::html(AskPage {
        frame: who.frame(at, "governments-ask-title").here("my").errors(errors).names_kosovo(),
        errors: errors.summary(say),
        known: known.map(|one| (one.reference.to_string(), words::line(say, &one))),
        place: pairs.text("place").to_owned(),
        name: form.text("name", "governments-ask-name").hint(say.t("governments-ask-name-hint")).max(MOST),
        language: form.choices("language", "governments-ask-language", words::languages(say)).optional(),
        country: form
            .choices("country", "governments-ask-country", lands)
            .hint(say.t("governments-ask-country-hint")),
        tier: form.choices("tier", "governments-ask-tier", tiers),
        website: form.text("website", "governments-ask-website").kind(Kind::Address).optional(),
        kind: form.choices("kind", "governments-ask-kind", kinds),
        function: form
            .text("function", "governments-ask-function")
            .hint(say.t("governments-ask-function-hint"))
            .max(MOST)
            .autocomplete("organization-title"),
        proof: form
            .area("proof", "governments-ask-proof")
            .hint(say.t("governments-ask-proof-hint"))
            .max(PROOF_MOST)
            .optional(),
        lead: say.with("governments-ask-lead", &[("address", Arg::from(who.address.as_str()))]),
    }))
}

/// The form.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    Query(about): Query<About>,
) -> Result<Response, Problem> {
    let place = about.place.and_then(gazetteer::by_id);
    let mut pairs = Pairs::none();
    pairs.push("government", about.government.as_deref().unwrap_or_default());
    pairs.push("kind", MandateKind::FocalPoint.word());
    match place {
        Some(place) => {
            pairs.push("place", &place.id.to_string());
            pairs.push("name", &place.name);
            pairs.push("country", &place.country);
            pairs.push("tier", Tier::Municipality.word());
        }
        None => {
            pairs.push("name", about.name.as_deref().unwrap_or_default());
            pairs.push("country", about.country.as_deref().unwrap_or_default());
        }
    }
    draw(&house, &at, &who, &Errors::new(), &pairs).await
}

/// What was posted about a government that is not known yet. A name without a language is taken to be in that of the
/// page.
fn proposed(pairs: &Pairs, lang: Lang, errors: &mut Errors) -> Option<Profile> {
    let name = errors.want("name", pairs.text("name"), "governments-error-name").to_owned();
    errors.at_most("name", &name, MOST);
    let tier = Tier::parse(pairs.text("tier")).filter(|tier| *tier != Tier::Unknown);
    let country = Iso2::parse(pairs.text("country")).ok();
    if country.is_none() && tier != Some(Tier::Association) {
        errors.add("country", "governments-error-country");
    }
    if tier.is_none() {
        errors.add("tier", "governments-error-tier");
    }
    let website = Some(pairs.text("website")).filter(|site| !site.is_empty()).map(str::to_owned);
    if website.as_ref().is_some_and(|site| !words::is_web_address(site)) {
        errors.add("website", "governments-error-website");
    }
    let language = Tag::parse(pairs.text("language")).unwrap_or_else(|_| Tag::from(lang));
    let place = pairs.text("place").parse().ok().and_then(gazetteer::by_id);
    let profile = Profile {
        name: LanguageMap::original(language, name),
        aliases: Vec::new(),
        tier: tier?,
        country,
        invented_country: None,
        place: place.as_ref().map(|place| place.id),
        point: place.as_ref().map(|place| (place.lat, place.lon)),
        population: None,
        website,
        domain: None,
        networks: Vec::new(),
    };
    errors.is_empty().then_some(profile)
}

/// Asks.
pub(super) async fn send(
    State(house): State<House>,
    at: At,
    who: SignedIn,
    pairs: Pairs,
) -> Result<Response, Problem> {
    let mut errors = Errors::new();
    let known = pairs.text("government");
    let whom = if known.is_empty() {
        proposed(&pairs, at.lang, &mut errors).map(|profile| Whom::Proposed(Box::new(profile)))
    } else {
        let found = records::by_reference(house.store.read(), known).await?;
        Some(Whom::Known(found.ok_or(Problem::NotFound)?.id))
    };
    let kind = MandateKind::parse(pairs.text("kind"));
    if kind.is_none() {
        errors.add("kind", "governments-error-kind");
    }
    let function = errors.want("function", pairs.text("function"), "governments-error-function").to_owned();
    errors.at_most("function", &function, MOST);
    errors.at_most("proof", pairs.text("proof"), PROOF_MOST);
    let proof = Some(pairs.text("proof").trim()).filter(|text| !text.is_empty()).map(str::to_owned);
    let proof = Proof { text: proof, file: None };
    if let (Some(whom), Some(kind), true) = (whom, kind, errors.is_empty()) {
        let tx = house.act().await?;
        match ask_with(&tx, &who.acting(), &who.address, whom, kind, &function, proof).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(at.see("/my?done=asked"));
            }
            Err(AskRefused::Fault(fault)) => return Err(fault.into()),
            Err(AskRefused::May(refused)) => return Err(Problem::Forbidden(refused.key())),
            Err(AskRefused::Unknown) => return Err(Problem::NotFound),
            Err(AskRefused::Already) => errors.add("function", "governments-error-already"),
            Err(AskRefused::Exists(known)) => {
                let name = known.profile.name.original_text();
                let args = [("name", Arg::from(name)), ("reference", Arg::from(known.reference.as_str()))];
                errors.add_with("name", "governments-error-exists", &args);
            }
        }
    }
    let page = draw(&house, &at, &who, &errors, &pairs).await?;
    Ok(web::again(page))
}
