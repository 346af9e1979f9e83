//! What the world may see of declarations and signatures, and what they add to the record of a government.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseExecutor};
use serde::{Deserialize, Serialize};
use store::{Fault, Heard, Tx};
use vocabulary::{
    DeclarationId, End, FileId, GovernmentId, LanguageMap, Moment, PartialDate, Period, SignatureId,
};

use super::declaration::{About, Declaration, Version, Wording};
use super::history::{Event, Happened};
use super::leader::Leader;
use super::records::{declarations, leaders, signatures};
use super::signature::{Evidence, Hand, Signature, SignatureState, Signer};
use crate::governments::{
    self, Added, Adds, Face, FacePart, Families, Government, Signed, Step, Weight, country_names, named_by,
    where_tokens,
};
use crate::register::facets::UNKNOWN;
use crate::register::{Card, Findable, Mark, Party, PublicRecord, Said, Sign, Speaks};

/// The kind of a declaration's public record.
pub const DECLARATION: &str = "declaration";
/// The kind of a signature's public record.
pub const SIGNATURE: &str = "signature";

/// What a declaration's page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ShownDeclaration {
    pub about: About,
    /// The newest first.
    pub versions: Vec<ShownVersion>,
}

/// A version of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ShownVersion {
    pub n: u32,
    pub sha256: String,
    pub wording: Wording,
    pub loaded: Moment,
    /// The official text; none of a placeholder.
    pub texts: Option<LanguageMap>,
}

/// What a certificate and a line of the table of signatories show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ShownSignature {
    pub declaration: LanguageMap,
    pub government: LanguageMap,
    pub reference: String,
    pub path: String,
    pub country: Option<vocabulary::Iso2>,
    pub invented_country: Option<LanguageMap>,
    pub state: ShownState,
    pub evidence: Evidence,
    pub date: Option<PartialDate>,
    pub signer: Option<Signer>,
    pub version: Option<ShownVersion>,
    pub entered: Moment,
    /// Whether the secretariat entered it from a paper.
    #[serde(default)]
    pub by_desk: bool,
    /// The copy of the evidence that may be seen.
    #[serde(default)]
    pub copy: Option<FileId>,
    /// What happened, the first first.
    #[serde(default)]
    pub history: Vec<Event>,
}

/// How a public signature stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub(super) enum ShownState {
    /// Verified by the secretariat.
    Verified { at: Moment },
    /// From a public source.
    OnFile { source: String },
    /// Suspended by the secretariat.
    Suspended { verified: Moment, at: Moment },
    /// Withdrawn.
    Withdrawn { verified: Moment, at: Moment },
}

impl ShownState {
    fn of(state: &SignatureState) -> Option<ShownState> {
        match state {
            SignatureState::Verified { at, .. } => Some(ShownState::Verified { at: *at }),
            SignatureState::OnFile { source } => Some(ShownState::OnFile { source: source.clone() }),
            SignatureState::Withdrawn { verified, at, .. } => {
                Some(ShownState::Withdrawn { verified: *verified, at: *at })
            }
            SignatureState::Suspended { verified, at, .. } => {
                Some(ShownState::Suspended { verified: *verified, at: *at })
            }
            SignatureState::Prepared
            | SignatureState::Dropped
            | SignatureState::Sent
            | SignatureState::Returned { .. } => None,
        }
    }

    pub fn mark(&self) -> Mark {
        let (sign, key) = match self {
            ShownState::Verified { .. } => (Sign::Verified, "declarations-mark-verified"),
            ShownState::OnFile { .. } => (Sign::OnFile, "declarations-mark-on-file"),
            ShownState::Suspended { .. } => (Sign::Silent, "declarations-mark-suspended"),
            ShownState::Withdrawn { .. } => (Sign::Silent, "declarations-mark-withdrawn"),
        };
        Mark { sign, key: key.to_owned(), args: Vec::new() }
    }

    fn token(&self) -> &'static str {
        match self {
            ShownState::Verified { .. } => "record/signed",
            ShownState::OnFile { .. } => "record/on_file",
            ShownState::Suspended { .. } => "record/suspended",
            ShownState::Withdrawn { .. } => "record/withdrawn",
        }
    }
}

/// Says what is public of declarations and signatures.
pub struct Voice;

#[async_trait]
impl Speaks for Voice {
    fn name(&self) -> &'static str {
        "declarations"
    }

    async fn hears(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<Said>>, Fault> {
        let conn = tx.conn();
        let of_kind = |kind: &'static str| facts.iter().filter(move |fact| fact.subject_kind == kind);
        let own = of_kind(SIGNATURE).map(|fact| SignatureId::from(fact.subject));
        let own = signatures::by_ids(conn, own).await?;
        let families = of_kind(governments::public::KIND).flat_map(|fact| named_by(fact));
        let families = Families::whole(conn, families).await?;
        let known: Vec<GovernmentId> = families.ids().collect();
        let signed = signatures::of_governments(conn, &known).await?;
        let (mut said, mut already) = (Vec::with_capacity(facts.len()), HashSet::new());
        for fact in facts {
            let (mut declared, mut all) = (None, Vec::new());
            match fact.subject_kind.as_str() {
                SIGNATURE => all.extend(own.get(&SignatureId::from(fact.subject)).cloned()),
                DECLARATION => {
                    let id = DeclarationId::from(fact.subject);
                    declared = declarations::by_id(conn, id).await?;
                    if declared.is_some() {
                        all = signatures::of_declaration(conn, id).await?;
                    }
                }
                // Its name or its reference may be another one now.
                governments::public::KIND => {
                    for id in named_by(fact) {
                        all.extend(of_ids(&signed, &families.ids_of(id)?).into_iter().cloned());
                    }
                }
                _ => {}
            }
            let mut upon = Vec::new();
            if let Some(declaration) = declared {
                upon.push(say_declaration(conn, &declaration).await?);
            }
            all.retain(|one| already.insert(one.id));
            upon.extend(say_all(conn, all).await?);
            said.push(upon);
        }
        Ok(said)
    }

    async fn all(
        &self,
        conn: &DatabaseConnection,
        after: Option<&str>,
        most: u64,
    ) -> Result<Vec<Said>, Fault> {
        let mut said = Vec::new();
        if after.is_none() {
            for declaration in declarations::all(conn).await? {
                said.push(say_declaration(conn, &declaration).await?);
            }
        }
        let after = after.filter(|key| key.starts_with("SG-")).unwrap_or_default();
        said.extend(say_all(conn, signatures::after(conn, after, most).await?).await?);
        Ok(said)
    }
}

/// The signatures that stand under these ids of one government, the newest first.
fn of_ids<'a>(signed: &'a HashMap<GovernmentId, Vec<Signature>>, ids: &[GovernmentId]) -> Vec<&'a Signature> {
    let mut all: Vec<&Signature> = ids.iter().filter_map(|id| signed.get(id)).flatten().collect();
    all.sort_by_key(|one| Reverse(one.id));
    all
}

async fn say_declaration(conn: &impl ConnectionTrait, declaration: &Declaration) -> Result<Said, Fault> {
    let versions = declarations::versions_of(conn, declaration.id).await?;
    let updated = versions.iter().map(|version| version.loaded).max().unwrap_or(declaration.created);
    let shown = ShownDeclaration {
        about: declaration.about.clone(),
        versions: versions.iter().map(shown_version).collect(),
    };
    let official = versions.iter().filter(|version| version.wording == Wording::Official).take(1);
    let texts = official.flat_map(|version| version.texts.all());
    let about = &declaration.about;
    let told = about.summary.iter().chain(&about.subtitle).flat_map(LanguageMap::all);
    Ok(Said::Here(Box::new(PublicRecord {
        kind: DECLARATION.to_owned(),
        key: declaration.slug.clone(),
        slug: String::new(),
        card: Card {
            title: Some(about.title.clone()),
            lead: about.summary.clone(),
            when: about.adopted.map(on),
            ..Card::bare(updated)
        },
        find: Findable {
            texts: texts.chain(told).map(|(tag, text)| (tag.clone(), text.text.clone())).collect(),
            names: Vec::new(),
            tokens: Vec::new(),
            when: updated.unix(),
            sort_name: vocabulary::fold(about.title.original_text()),
            point: None,
            size: None,
            numbers: Vec::new(),
        },
        body: serde_json::to_value(&shown)?,
    })))
}

fn shown_version(version: &Version) -> ShownVersion {
    ShownVersion {
        n: version.n,
        sha256: version.sha256.to_string(),
        wording: version.wording,
        loaded: version.loaded,
        texts: (version.wording == Wording::Official).then(|| version.texts.clone()),
    }
}

/// A period that is one date.
fn on(date: PartialDate) -> Period {
    Period { start: Some(date), end: End::On(date) }
}

async fn say_all(conn: &impl ConnectionTrait, all: Vec<Signature>) -> Result<Vec<Said>, Fault> {
    let mut said = Vec::with_capacity(all.len());
    for signature in all {
        let key = signature.reference.to_string();
        let record = record(conn, signature).await?;
        said.push(match record {
            Some(record) => Said::Here(Box::new(record)),
            None => Said::Nothing { kind: SIGNATURE.to_owned(), key },
        });
    }
    Ok(said)
}

async fn record(conn: &impl ConnectionTrait, signature: Signature) -> Result<Option<PublicRecord>, Fault> {
    let Some(state) = ShownState::of(&signature.state) else { return Ok(None) };
    let government = governments::canonical_of(conn, signature.government).await?;
    let declaration = declarations::by_id(conn, signature.declaration).await?;
    let Some((government, declaration)) = government.zip(declaration) else { return Ok(None) };
    let version = match signature.version {
        Some(id) => declarations::version(conn, id).await?.as_ref().map(shown_version),
        None => None,
    };
    let version = version.map(|version| ShownVersion { texts: None, ..version });
    let shown = ShownSignature {
        declaration: declaration.about.title.clone(),
        government: government.profile.name.clone(),
        reference: government.reference.to_string(),
        path: government.path(),
        country: government.profile.country,
        invented_country: government.profile.invented_country.clone(),
        state,
        evidence: signature.evidence,
        date: signature.date,
        signer: signature.signer.clone(),
        version,
        entered: signature.at,
        by_desk: signature.hand == Hand::Desk,
        copy: signature.copy,
        history: signatures::history(conn, signature.id).await?,
    };
    let mut shown = shown;
    shown.history.retain(|event| event.what.is_public());
    Ok(Some(public_record(&signature, &declaration, &government, &shown)?))
}

fn public_record(
    signature: &Signature,
    declaration: &Declaration,
    government: &Government,
    shown: &ShownSignature,
) -> Result<PublicRecord, Fault> {
    let mut tokens = where_tokens(government);
    tokens.push(format!("government/{}", government.reference));
    tokens.push(format!("declaration/{}", declaration.slug));
    tokens.push(shown.state.token().to_owned());
    let names = government.profile.name.all().map(|(_, text)| text.text.clone());
    let updated = shown.history.last().map_or(signature.at, |event| event.at);
    Ok(PublicRecord {
        kind: SIGNATURE.to_owned(),
        key: signature.reference.to_string(),
        slug: declaration.slug.clone(),
        card: Card {
            title: Some(government.profile.name.clone()),
            lead: None,
            who: vec![Party { name: government.profile.name.clone(), path: government.path() }],
            countries: government.profile.country.iter().map(ToString::to_string).collect(),
            when: signature.date.map(on),
            tiles: Vec::new(),
            marks: vec![shown.state.mark()],
            updated,
            fresh: None,
        },
        find: Findable {
            texts: Vec::new(),
            names: names.chain(country_names(government)).collect(),
            tokens,
            when: updated.unix(),
            sort_name: vocabulary::fold(government.profile.name.original_text()),
            point: None,
            size: None,
            numbers: Vec::new(),
        },
        body: serde_json::to_value(shown)?,
    })
}

/// Those who govern, then those who signed what stands.
fn faces(leaders: Vec<Leader>, all: &[&Signature]) -> Vec<Face> {
    let leaders = leaders.into_iter().map(|leader| Face {
        part: FacePart::Governs,
        name: leader.name,
        title: leader.title,
        function: leader.function,
        since: leader.since,
        until: leader.until,
        portrait: leader.portrait.map(|portrait| (portrait.file, portrait.alt, portrait.credit)),
        quote: leader.quote,
    });
    let stands = |one: &&&Signature| matches!(one.state, SignatureState::Verified { .. });
    let signers = all.iter().filter(stands).filter_map(|one| {
        let signer = one.signer.clone()?;
        Some(Face {
            part: FacePart::Signed,
            name: signer.name,
            title: signer.title,
            function: signer.function,
            since: one.date,
            until: None,
            portrait: None,
            quote: None,
        })
    });
    leaders.chain(signers).collect()
}

/// What happened in public to the signatures of a government, each with the way to the certificate.
async fn steps(conn: &DatabaseExecutor<'_>, all: &[&Signature]) -> Result<Vec<Step>, Fault> {
    let mut steps = Vec::new();
    for signature in all.iter().filter(|one| ShownState::of(&one.state).is_some()) {
        let Some(declaration) = declarations::by_id(conn, signature.declaration).await? else { continue };
        let path = format!("/declarations/{}/signatures/{}", declaration.slug, signature.reference);
        let mut events = signatures::history(conn, signature.id).await?;
        events.retain(|event| event.what.is_public());
        let about = |step: Step| step.about(Some(declaration.about.title.clone()), path.clone());
        steps.extend(steps_of(&events, about));
    }
    Ok(steps)
}

/// What happened to one signature. Nothing of what a verified one brought is said to last longer than it stood.
fn steps_of(events: &[Event], about: impl Fn(Step) -> Step) -> Vec<Step> {
    let until = last_stood_until(events);
    let is_end = |event: &&Event| matches!(event.what, Happened::Suspended | Happened::Withdrawn);
    let counted = |n: usize| {
        let step = match events[n..].iter().find(is_end) {
            Some(end) => Step::brought(events[n].at, "declarations-step-counted-until").until(end.at),
            None => Step::brought(events[n].at, "declarations-step-counted"),
        };
        step.about(None, "/figures/signatures".to_owned())
    };
    let (mut steps, mut verified) = (Vec::new(), false);
    for (n, event) in events.iter().enumerate() {
        let told = |key: &str| about(Step { brought: verified, ..Step::new(event.at, key) });
        match event.what {
            Happened::Verified => {
                verified = true;
                steps.push(about(match until {
                    Some(until) => Step::brought(event.at, "declarations-step-signed-until").until(until),
                    None => Step::brought(event.at, "declarations-step-signed"),
                }));
                steps.push(counted(n));
            }
            Happened::Suspended => steps.push(told("declarations-step-suspended")),
            Happened::Withdrawn => steps.push(told("declarations-step-withdrawn")),
            Happened::Lifted => steps.extend([told("declarations-step-lifted"), counted(n)]),
            _ => steps.push(about(Step::new(event.at, event.what.key()))),
        }
    }
    steps
}

/// Until when a signature stood that stands no longer.
fn last_stood_until(events: &[Event]) -> Option<Moment> {
    events.iter().fold(None, |until, event| match event.what {
        Happened::Verified | Happened::Lifted => None,
        Happened::Suspended | Happened::Withdrawn => until.or(Some(event.at)),
        _ => until,
    })
}

#[async_trait]
impl Adds for Voice {
    async fn concerns(&self, tx: &Tx, facts: &[&Heard]) -> Result<Vec<Vec<GovernmentId>>, Fault> {
        let own = facts.iter().filter(|fact| fact.subject_kind == SIGNATURE);
        let own = own.map(|fact| SignatureId::from(fact.subject));
        let own = signatures::by_ids(tx.conn(), own).await?;
        let government = |fact: &&Heard| own.get(&SignatureId::from(fact.subject)).map(|one| one.government);
        Ok(facts.iter().map(|fact| government(fact).into_iter().collect()).collect())
    }

    async fn added(
        &self,
        conn: &DatabaseExecutor<'_>,
        families: &Families,
        all: &[GovernmentId],
    ) -> Result<Vec<Added>, Fault> {
        let ids = families.all_ids_of(all)?;
        let signed = signatures::of_governments(conn, &ids).await?;
        let leaders = leaders::of_governments(conn, &ids).await?;
        let mut added = Vec::with_capacity(all.len());
        for id in all {
            let ids = families.ids_of(*id)?;
            let signed = of_ids(&signed, &ids);
            let mut leaders: Vec<Leader> =
                ids.iter().filter_map(|id| leaders.get(id)).flatten().cloned().collect();
            leaders.sort_by_key(|leader| leader.id);
            let (faces, steps) = (faces(leaders, &signed), steps(conn, &signed).await?);
            added.push(adds(&signed, faces, steps));
        }
        Ok(added)
    }
}

/// What signatures, those who govern and what happened add to a government.
fn adds(signed: &[&Signature], faces: Vec<Face>, steps: Vec<Step>) -> Added {
    let states: Vec<ShownState> = signed.iter().filter_map(|one| ShownState::of(&one.state)).collect();
    let is_verified = |state: &&ShownState| matches!(state, ShownState::Verified { .. });
    let is_on_file = |state: &&ShownState| matches!(state, ShownState::OnFile { .. });
    let best = states.iter().find(is_verified).or_else(|| states.iter().find(is_on_file)).or(states.first());
    let mut tokens = Vec::new();
    if let Some(best) = best.filter(|state| is_verified(state) || is_on_file(state)) {
        tokens.push(format!("signed/{}", year(signed, best.token())));
    }
    let (token, mark, weight) = match best {
        Some(state) => (state.token(), state.mark(), Weight::Public),
        None => {
            let none = "declarations-mark-none".to_owned();
            let mark = Mark { sign: Sign::Silent, key: none, args: Vec::new() };
            ("record/none", mark, Weight::Nothing)
        }
    };
    tokens.push(token.to_owned());
    Added { tokens, mark: Some(mark), weight, faces, steps }
}

/// The year of the first of these signatures that stand so; [`UNKNOWN`] where none of them states a date.
fn year(signed: &[&Signature], token: &str) -> String {
    let stands = |one: &&&Signature| ShownState::of(&one.state).is_some_and(|state| state.token() == token);
    let years = signed.iter().filter(stands).filter_map(|one| Some(one.date?.year()));
    years.min().map_or_else(|| UNKNOWN.to_owned(), |year| year.to_string())
}

#[async_trait]
impl Signed for Voice {
    async fn has_signed(&self, conn: &DatabaseConnection, government: GovernmentId) -> Result<bool, Fault> {
        let all = signatures::of_government(conn, government).await?;
        let on_file = |one: &Signature| matches!(one.state, SignatureState::OnFile { .. });
        Ok(all.iter().any(|one| one.lives() && !on_file(one)))
    }
}
