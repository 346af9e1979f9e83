//! Acts of the command line: make a declaration, say what is known of it, load its official text.

use std::collections::BTreeMap;

use serde::Deserialize;
use store::{Fact, Fault, Hash, Subject, Tx, canonical};
use thiserror::Error;
use vocabulary::{Actor, LanguageMap, Origin, PartialDate, Tag};

use super::declaration::{About, Declaration, Version, Wording};
use super::records::{declarations, signatures};
use crate::calls::Call;

/// Why a declaration was not described or its text not loaded.
#[derive(Debug, Error)]
pub enum LoadRefused {
    /// There is none of that slug.
    #[error("there is no declaration \"{0}\": it is made with the Call that names it; known are {1}")]
    Unknown(String, String),
    /// There is nothing in the text.
    #[error("the text is empty: give the file that holds the official wording")]
    Empty,
    /// The file is no TOML, or a key is missing or unknown.
    #[error("the declaration's file cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A text without its original.
    #[error("`{0}` has no text in \"{1}\", the original language of the file: add it, or change `original`")]
    NoOriginal(&'static str, String),
    /// A language that is none.
    #[error("\"{0}\" is not a language: write a code such as en, fr or pt-BR")]
    Language(String),
    /// A date that is none.
    #[error("`adopted` is \"{0}\": write a year, a month or a day, such as 2018-12-08")]
    Date(String),
    /// The store could not.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The declaration that a Call names; it is made, with a placeholder for its text, when it is not there yet.
pub async fn ensure(tx: &Tx, actor: Actor, call: &Call) -> Result<Declaration, Fault> {
    if let Some(known) = declarations::by_slug(tx.conn(), &call.declaration).await? {
        return Ok(known);
    }
    let about = About::titled(call.declaration_title.clone());
    let made = Declaration { id: tx.new_id(), slug: call.declaration.clone(), about, created: tx.now() };
    declarations::add(tx, &made).await?;
    let texts = made.about.title.clone();
    let version = Version {
        id: tx.new_id(),
        declaration: made.id,
        n: 1,
        sha256: hash(&texts)?,
        texts,
        wording: Wording::Placeholder,
        loaded: tx.now(),
    };
    declarations::add_version(tx, &version).await?;
    tell(tx, "declaration.created", actor, &made, &version.sha256).await?;
    Ok(made)
}

type Texts = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AboutFile {
    slug: String,
    original: String,
    adopted: Option<String>,
    source: Option<String>,
    title: Texts,
    subtitle: Option<Texts>,
    place: Option<Texts>,
    summary: Option<Texts>,
    #[serde(default)]
    commits: Vec<Texts>,
    #[serde(default)]
    not: Vec<Texts>,
    #[serde(default)]
    duties: Vec<Texts>,
    #[serde(default)]
    returns: Vec<Texts>,
    #[serde(default)]
    leave: Vec<Texts>,
}

/// Says what is known of a declaration, from a file such as `examples/cohort/declaration.toml`. The text itself is
/// never among it.
pub async fn describe(tx: &Tx, actor: Actor, file: &str) -> Result<Declaration, LoadRefused> {
    let file: AboutFile = toml::from_str(file)?;
    let mut declaration = known(tx, &file.slug).await?;
    let map = |key, texts: &Texts| language_map(key, &file.original, texts);
    let several = |key, all: &[Texts]| all.iter().map(|texts| map(key, texts)).collect::<Result<Vec<_>, _>>();
    let optional = |key, texts: &Option<Texts>| texts.as_ref().map(|texts| map(key, texts)).transpose();
    let date = |text: &String| PartialDate::parse(text).map_err(|_| LoadRefused::Date(text.clone()));
    let about = About {
        title: map("title", &file.title)?,
        subtitle: optional("subtitle", &file.subtitle)?,
        adopted: file.adopted.as_ref().map(date).transpose()?,
        place: optional("place", &file.place)?,
        summary: optional("summary", &file.summary)?,
        source: file.source.clone(),
        commits: several("commits", &file.commits)?,
        not: several("not", &file.not)?,
        duties: several("duties", &file.duties)?,
        returns: several("returns", &file.returns)?,
        leave: several("leave", &file.leave)?,
    };
    if about != declaration.about {
        declaration.about = about;
        declarations::save(tx, &declaration).await?;
        let subject = Subject::new("declaration", declaration.id);
        tx.tell(Fact::new("declaration.described", subject, actor).public()).await?;
    }
    Ok(declaration)
}

/// Loads the official text in one language. A version that nobody has signed takes it up; of one that was signed a
/// next version is made. The same text again changes nothing.
pub async fn load(tx: &Tx, actor: Actor, slug: &str, lang: &Tag, text: &str) -> Result<Version, LoadRefused> {
    let text = text.trim();
    if text.is_empty() {
        return Err(LoadRefused::Empty);
    }
    let declaration = known(tx, slug).await?;
    let latest = declarations::latest_version(tx.conn(), declaration.id).await?;
    let latest = latest.ok_or_else(|| Fault::broken("a declaration has no version"))?;
    let texts = with_text(&latest, lang, text);
    if latest.wording == Wording::Official && texts == latest.texts {
        return Ok(latest);
    }
    let fresh =
        Version { sha256: hash(&texts)?, texts, wording: Wording::Official, loaded: tx.now(), ..latest };
    let signed = signatures::signed(tx.conn(), fresh.id).await?;
    let kept = if signed == 0 {
        declarations::save_version(tx, &fresh).await?;
        fresh
    } else {
        let next = Version { id: tx.new_id(), n: fresh.n + 1, ..fresh };
        declarations::add_version(tx, &next).await?;
        next
    };
    tell(tx, "declaration.loaded", actor, &declaration, &kept.sha256).await?;
    Ok(kept)
}

fn with_text(latest: &Version, lang: &Tag, text: &str) -> LanguageMap {
    if latest.wording == Wording::Placeholder {
        return LanguageMap::original(lang.clone(), text);
    }
    let mut texts = latest.texts.clone();
    if texts.original_tag() == lang {
        texts.set_original(text);
    } else {
        texts.translate(lang.clone(), text, Origin::Human);
    }
    texts
}

async fn known(tx: &Tx, slug: &str) -> Result<Declaration, LoadRefused> {
    if let Some(known) = declarations::by_slug(tx.conn(), slug).await? {
        return Ok(known);
    }
    let all: Vec<String> = declarations::all(tx.conn()).await?.into_iter().map(|one| one.slug).collect();
    Err(LoadRefused::Unknown(slug.to_owned(), all.join(", ")))
}

fn language_map(key: &'static str, original: &str, texts: &Texts) -> Result<LanguageMap, LoadRefused> {
    let tag = |code: &str| Tag::parse(code).map_err(|_| LoadRefused::Language(code.to_owned()));
    let first = texts.get(original).ok_or_else(|| LoadRefused::NoOriginal(key, original.to_owned()))?;
    let mut map = LanguageMap::original(tag(original)?, first.as_str());
    for (code, text) in texts.iter().filter(|(code, _)| code.as_str() != original) {
        map.translate(tag(code)?, text.as_str(), Origin::Human);
    }
    Ok(map)
}

fn hash(texts: &LanguageMap) -> Result<Hash, Fault> {
    Ok(canonical(texts)?.1)
}

async fn tell(
    tx: &Tx,
    kind: &'static str,
    actor: Actor,
    declaration: &Declaration,
    version: &Hash,
) -> Result<(), Fault> {
    let subject = Subject::new("declaration", declaration.id);
    tx.tell(Fact::new(kind, subject, actor).public().version(version.clone())).await?;
    Ok(())
}
