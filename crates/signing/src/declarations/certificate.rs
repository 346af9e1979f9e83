//! The certificate of a signature: government, text version with its hash, state, history, who signed and who governs
//! now. Public, and made to be printed.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use vocabulary::{Arg, Reference};
use web::{At, Entry, Fact, Foot, Frame, Link, Problem};

use super::declaration::Wording;
use super::list::{called, country, how, read};
use super::public::{SIGNATURE, ShownSignature, ShownState};
use super::shown::entry;
use crate::governments::{self, FaceShown};
use crate::house::House;
use crate::register::{self, Found, PublicRecord};

#[derive(Template)]
#[template(path = "declarations/pages/certificate.html")]
struct CertificatePage {
    frame: Frame,
    links: Vec<Link>,
    name: String,
    dir: &'static str,
    tag: String,
    href: String,
    how: &'static str,
    state: String,
    facts: Vec<Fact>,
    history: Vec<Entry>,
    faces: Vec<FaceShown>,
    copy: Option<String>,
    sha256: String,
    placeholder: bool,
    source: String,
    foot: Foot,
}

/// The page.
pub(super) async fn page(
    State(house): State<House>,
    at: At,
    Path((_, slug, reference)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let key = Reference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let tag = register::key_of_records(&house).await?;
    let record = register::find(house.store.read(), SIGNATURE, key.as_str()).await?.here(&at)?;
    if record.slug != slug || record.key != reference {
        return Ok(at.moved(&record.path()));
    }
    let shown: ShownSignature = read(&record)?;
    let faces = faces(&house, &at, &shown).await?;
    Ok(web::served(&at, &tag, || web::html(draw(&at, &record, &shown, faces))))
}

/// Those who govern now, as the public record of the government names them.
async fn faces(house: &House, at: &At, shown: &ShownSignature) -> Result<Vec<FaceShown>, Problem> {
    let found = register::find(house.store.read(), governments::public::KIND, &shown.reference).await?;
    let Found::Here(record) = found else { return Ok(Vec::new()) };
    Ok(governments::faces_of(at, &record.body).into_iter().filter(|face| face.governs).collect())
}

fn facts(at: &At, record: &PublicRecord, shown: &ShownSignature) -> Vec<Fact> {
    let say = &at.say;
    let t = |key: &str| say.t(key);
    let mut facts = vec![
        Fact::new(t("declarations-fact-reference"), &record.key),
        Fact::new(t("declarations-fact-country"), country(say, shown)),
    ];
    if let Some(signer) = &shown.signer {
        let name = match &signer.title {
            Some(title) => format!("{title} {}", signer.name),
            None => signer.name.clone(),
        };
        facts.push(Fact::new(t("declarations-fact-signer"), name));
        facts.push(Fact::new(t("declarations-fact-function"), &signer.function));
        facts.push(Fact::new(t("declarations-fact-capacity"), t(signer.capacity.key())));
        facts.extend(signer.place.as_ref().map(|place| Fact::new(t("declarations-fact-signed-at"), place)));
    }
    let date = shown.date.map_or_else(|| t("declarations-date-unknown"), |date| say.partial(&date));
    facts.push(Fact::new(t("declarations-fact-date"), date));
    facts.push(Fact::new(t("declarations-fact-evidence"), t(shown.evidence.key())));
    if shown.by_desk {
        facts.push(Fact::new(t("declarations-fact-hand"), t("declarations-hand-desk")));
    }
    let version = match &shown.version {
        Some(version) => say.number(version.n.into()),
        None => t("declarations-version-unknown"),
    };
    facts.push(Fact::new(t("declarations-fact-version"), version));
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn draw(at: &At, record: &PublicRecord, shown: &ShownSignature, faces: Vec<FaceShown>) -> CertificatePage {
    let say = &at.say;
    let title = shown.declaration.pick(at.lang).map(|picked| picked.text.to_owned()).unwrap_or_default();
    let name = called(at, &shown.government);
    let heading = say.plain("declarations-certificate-title", &[("name", Arg::from(&name.text))]);
    let frame = register::frame_of(Frame::new(at, &heading).here("declaration"), at, record);
    let kosovo = shown.country.is_some_and(|country| country.country().note == Some("kosovo"));
    let cited = [heading.as_str(), &title].join(" – ");
    let links = vec![Link::new(title, at.to(&format!("/declarations/{}", record.slug)))];
    let frame = register::on_the_way(at, frame, &links, &record.path());
    CertificatePage {
        foot: register::foot(at, record, &cited).history(format!("{}#history", at.to(&record.path()))),
        frame: if kosovo { frame.names_kosovo() } else { frame },
        links,
        name: name.text,
        dir: name.dir,
        tag: name.tag,
        href: at.to(&shown.path),
        how: how(&shown.state),
        state: say.t(&shown.state.mark().key),
        facts: facts(at, record, shown),
        history: shown.history.iter().map(|event| entry(at, event)).collect(),
        faces,
        copy: shown.copy.map(|_| at.to(&format!("{}/copy", record.path()))),
        sha256: shown.version.as_ref().map(|version| version.sha256.clone()).unwrap_or_default(),
        placeholder: shown.version.as_ref().is_some_and(|version| version.wording == Wording::Placeholder),
        source: match &shown.state {
            ShownState::OnFile { source } => source.clone(),
            _ => String::new(),
        },
    }
}
