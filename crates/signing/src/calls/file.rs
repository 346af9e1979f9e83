//! A Call as a file: what `localaction call create FILE` reads. Every refusal says which key and what to do.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;
use vocabulary::{CallId, Lang, LanguageMap, Origin, PartialDate, Tag};

use super::call::{Body, BodyRole, Call, Licence, Logo, Portal};
use super::rubric::{Anchors, Criterion};

/// Why a Call's file was refused.
#[derive(Debug, Error)]
pub enum FileRefused {
    /// The file is no TOML, or a key is missing or unknown.
    #[error("the Call's file cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A language the interface does not have.
    #[error("`languages` names \"{0}\": the interface has en, fr, es and ar")]
    Language(String),
    /// A text without its original.
    #[error(
        "`{key}` has no text in \"{original}\", the Call's original language: add it, or change `original`"
    )]
    NoOriginal {
        /// Which key.
        key: String,
        /// The language of the originals.
        original: String,
    },
    /// A date that is none.
    #[error("`{key}` is \"{given}\": write a year, a month or a day, such as 2022, 2022-05 or 2022-05-17")]
    Date {
        /// Which key.
        key: String,
        /// What stood there.
        given: String,
    },
    /// A prefix that cannot stand in a reference.
    #[error("`prefix` is \"{0}\": references need two to six capital letters, such as LA")]
    Prefix(String),
    /// Two criteria of one name.
    #[error("`criteria` names \"{0}\" twice: give each criterion a key of its own")]
    Twice(String),
    /// A framework among the facets or the priorities that the Call does not name.
    #[error("`{key}` names \"{slug}\", which is not among `frameworks`: add it there")]
    Framework {
        /// Which key.
        key: String,
        /// Which framework.
        slug: String,
    },
}

type Texts = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CallFile {
    slug: String,
    prefix: String,
    languages: Vec<String>,
    original: String,
    opened: Option<String>,
    closes: Option<String>,
    licence: String,
    licence_address: String,
    declaration: String,
    frameworks: Vec<String>,
    priorities: String,
    facets: Vec<String>,
    #[serde(default)]
    principles: Vec<String>,
    #[serde(default)]
    portals: Vec<PortalFile>,
    contact: String,
    source: Option<String>,
    /// The folder beside the file in which its pages stand.
    pages: Option<String>,
    title: Texts,
    name: Texts,
    subtitle: Texts,
    promise: Texts,
    summary: Texts,
    bodies_line: Texts,
    declaration_title: Texts,
    #[serde(default)]
    bodies: Vec<BodyFile>,
    #[serde(default)]
    criteria: Vec<CriterionFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionFile {
    key: String,
    name: Texts,
    lowest: Texts,
    low: Option<Texts>,
    middle: Texts,
    high: Option<Texts>,
    highest: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PortalFile {
    key: String,
    name: Texts,
    about: Option<Texts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyFile {
    key: String,
    role: BodyRole,
    name: Option<Texts>,
    about: Option<Texts>,
    site: Option<String>,
    #[serde(default)]
    handles: Vec<(String, String, String)>,
    from: Option<String>,
    until: Option<String>,
    #[serde(default)]
    until_about: bool,
    logo: Option<String>,
    #[serde(default)]
    logo_uses: Vec<String>,
    source: Option<String>,
}

/// Reads a Call and its bodies from the text of a file.
pub fn parse(text: &str, id: CallId) -> Result<(Call, Vec<Body>), FileRefused> {
    let file: CallFile = toml::from_str(text)?;
    if !(2..=6).contains(&file.prefix.len()) || !file.prefix.bytes().all(|b| b.is_ascii_uppercase()) {
        return Err(FileRefused::Prefix(file.prefix));
    }
    let language = |code: &String| Lang::parse(code).ok_or_else(|| FileRefused::Language(code.clone()));
    let languages = file.languages.iter().map(language).collect::<Result<Vec<_>, _>>()?;
    let priorities = vec![file.priorities.clone()];
    for (key, slugs) in
        [("facets", &file.facets), ("priorities", &priorities), ("principles", &file.principles)]
    {
        if let Some(slug) = slugs.iter().find(|slug| !file.frameworks.contains(slug)) {
            return Err(FileRefused::Framework { key: key.into(), slug: slug.clone() });
        }
    }
    let original = file.original.as_str();
    let map = |key: &str, texts: &Texts| language_map(key, original, texts);
    let call = Call {
        id,
        slug: file.slug.clone(),
        prefix: file.prefix.clone(),
        languages,
        title: map("title", &file.title)?,
        name: map("name", &file.name)?,
        subtitle: map("subtitle", &file.subtitle)?,
        promise: map("promise", &file.promise)?,
        summary: map("summary", &file.summary)?,
        bodies_line: map("bodies_line", &file.bodies_line)?,
        opened: date("opened", file.opened.as_deref())?,
        closes: date("closes", file.closes.as_deref())?,
        licence: Licence { code: file.licence.clone(), address: file.licence_address.clone() },
        declaration: file.declaration.clone(),
        declaration_title: map("declaration_title", &file.declaration_title)?,
        frameworks: file.frameworks.clone(),
        priorities: file.priorities.clone(),
        facets: file.facets.clone(),
        rubric: read_rubric(&file, original)?,
        principles: file.principles.clone(),
        portals: read_portals(&file, original)?,
        contact: file.contact.clone(),
        source: file.source.clone(),
    };
    let bodies = read_bodies(&file, original)?;
    Ok((call, bodies))
}

/// The folder in which the Call's pages stand, beside its file, where the file names one.
pub fn pages_folder(text: &str) -> Result<Option<String>, FileRefused> {
    let file: CallFile = toml::from_str(text)?;
    Ok(file.pages)
}

fn read_rubric(file: &CallFile, original: &str) -> Result<Vec<Criterion>, FileRefused> {
    let mut rubric: Vec<Criterion> = Vec::new();
    for criterion in &file.criteria {
        if rubric.iter().any(|known| known.key == criterion.key) {
            return Err(FileRefused::Twice(criterion.key.clone()));
        }
        let map = |what: &str, texts: &Texts| {
            language_map(&format!("criteria.{}.{what}", criterion.key), original, texts)
        };
        rubric.push(Criterion {
            key: criterion.key.clone(),
            name: map("name", &criterion.name)?,
            anchors: Anchors {
                lowest: map("lowest", &criterion.lowest)?,
                low: criterion.low.as_ref().map(|texts| map("low", texts)).transpose()?,
                middle: map("middle", &criterion.middle)?,
                high: criterion.high.as_ref().map(|texts| map("high", texts)).transpose()?,
                highest: map("highest", &criterion.highest)?,
            },
        });
    }
    Ok(rubric)
}

fn read_portals(file: &CallFile, original: &str) -> Result<Vec<Portal>, FileRefused> {
    let portal = |portal: &PortalFile| {
        let at = |key: &str| format!("portals.{}.{key}", portal.key);
        let about = portal.about.as_ref().map(|texts| language_map(&at("about"), original, texts));
        let name = language_map(&at("name"), original, &portal.name)?;
        Ok(Portal { key: portal.key.clone(), name, about: about.transpose()? })
    };
    file.portals.iter().map(portal).collect()
}

fn read_bodies(file: &CallFile, original: &str) -> Result<Vec<Body>, FileRefused> {
    let mut bodies: Vec<Body> = Vec::new();
    for body in &file.bodies {
        let at = |key: &str| format!("bodies.{}.{key}", body.key);
        let named_before = bodies.iter().find(|b| b.key == body.key);
        let name = match (&body.name, named_before) {
            (Some(texts), _) => language_map(&at("name"), original, texts)?,
            (None, Some(before)) => before.name.clone(),
            (None, None) => {
                return Err(FileRefused::NoOriginal { key: at("name"), original: original.into() });
            }
        };
        let site = body.site.clone().or_else(|| named_before.and_then(|b| b.site.clone()));
        let about =
            body.about.as_ref().map(|texts| language_map(&at("about"), original, texts)).transpose()?;
        let about = about.or_else(|| named_before.and_then(|b| b.about.clone()));
        let until =
            body.until.as_ref().map(|u| if body.until_about { format!("{u} (about)") } else { u.clone() });
        bodies.push(Body {
            key: body.key.clone(),
            name,
            about,
            site,
            handles: body.handles.clone(),
            role: body.role,
            from: date(&at("from"), body.from.as_deref())?,
            until: date(&at("until"), until.as_deref())?,
            logo: body.logo.clone().map(|file| Logo { file, uses: body.logo_uses.clone() }),
            source: body.source.clone(),
        });
    }
    Ok(bodies)
}

fn language_map(key: &str, original: &str, texts: &Texts) -> Result<LanguageMap, FileRefused> {
    let missing = || FileRefused::NoOriginal { key: key.into(), original: original.into() };
    let text = texts.get(original).ok_or_else(missing)?;
    let tag = Tag::parse(original).map_err(|_| missing())?;
    let mut map = LanguageMap::original(tag, text.clone());
    for (code, text) in texts.iter().filter(|(code, _)| *code != original) {
        let tag = Tag::parse(code).map_err(|_| FileRefused::Language(code.clone()))?;
        map.translate(tag, text.clone(), Origin::Human);
    }
    Ok(map)
}

fn date(key: &str, given: Option<&str>) -> Result<Option<PartialDate>, FileRefused> {
    let refused = |given: &str| FileRefused::Date { key: key.into(), given: given.into() };
    given.map(|text| PartialDate::parse(text).map_err(|_| refused(text))).transpose()
}
