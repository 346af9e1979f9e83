//! Two acts of the desk: make a cohort, and describe it in one language after another.

use store::{Fact, Position, Subject, Tx};
use vocabulary::{Lang, LanguageMap, Origin, Tag, slug};

use super::cohort::Cohort;
use super::refused::CohortRefused;
use super::{may, records};
use crate::people::Acting;

/// The longest name in addresses.
const LONGEST: usize = 60;

/// Makes a cohort. The language of its title is that of its maker's page.
pub async fn make(
    tx: &Tx,
    acting: &Acting,
    lang: Lang,
    title: &str,
    about: &str,
) -> Result<(Cohort, Position), CohortRefused> {
    may::change(acting)?;
    let title = title.trim();
    let name: String = slug(title).chars().take(LONGEST).collect();
    let name = name.trim_matches('-').to_owned();
    if title.is_empty() || name.is_empty() {
        return Err(CohortRefused::NoTitle);
    }
    let mut free = name.clone();
    for n in 2.. {
        if records::named(tx.conn(), &free).await?.is_none() {
            break;
        }
        free = format!("{name}-{n}");
    }
    let original = |text: &str| LanguageMap::original(Tag::from(lang), text.trim());
    let cohort = Cohort {
        id: tx.new_id(),
        slug: free,
        title: original(title),
        about: (!about.trim().is_empty()).then(|| original(about)),
        made: tx.now(),
    };
    records::save(tx, &cohort).await?;
    let position = tell(tx, acting, "cohort.made", &cohort).await?;
    Ok((cohort, position))
}

/// Says what it is called and what it is in one language: another wording, or a translation.
pub async fn describe(
    tx: &Tx,
    acting: &Acting,
    cohort: Cohort,
    lang: Lang,
    (title, about): (&str, &str),
) -> Result<Position, CohortRefused> {
    may::change(acting)?;
    if title.trim().is_empty() {
        return Err(CohortRefused::NoTitle);
    }
    let mut cohort = cohort;
    write(&mut cohort.title, lang, title.trim());
    match (&mut cohort.about, about.trim()) {
        (_, "") => {}
        (Some(map), text) => write(map, lang, text),
        (none, text) => *none = Some(LanguageMap::original(Tag::from(lang), text)),
    }
    records::save(tx, &cohort).await?;
    tell(tx, acting, "cohort.described", &cohort).await
}

fn write(map: &mut LanguageMap, lang: Lang, text: &str) {
    let tag = Tag::from(lang);
    if *map.original_tag() == tag {
        map.set_original(text);
    } else {
        map.translate(tag, text, Origin::Human);
    }
}

/// Tells a fact about a cohort.
pub(super) async fn tell(
    tx: &Tx,
    acting: &Acting,
    kind: &'static str,
    cohort: &Cohort,
) -> Result<Position, CohortRefused> {
    Ok(tx.tell(Fact::new(kind, Subject::new("cohort", cohort.id), acting.actor).public()).await?)
}
