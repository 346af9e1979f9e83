//! Names of languages in the page languages, from CLDR.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lang::{Lang, Tag};

static NAMES: LazyLock<HashMap<&'static str, [&'static str; 4]>> = LazyLock::new(|| {
    let lines = include_str!("../data/languages.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let tag = cells.next()?;
            Some((tag, std::array::from_fn(|_| cells.next().unwrap_or_default())))
        })
        .collect()
});

/// The name of a language in a page language: of the whole tag (`pt-BR`), else of its language with the rest
/// in brackets, else the tag itself.
pub fn of(lang: Lang, tag: &Tag) -> String {
    if let Some(name) = named(lang, tag.as_str()) {
        return name.to_owned();
    }
    match (named(lang, tag.language()), tag.as_str().split_once('-')) {
        (Some(name), Some((_, rest))) => format!("{name} ({rest})"),
        (Some(name), None) => name.to_owned(),
        (None, _) => tag.to_string(),
    }
}

/// Whether there is a language of this tag: a code that was mistyped has no name.
pub fn is_known(tag: &Tag) -> bool {
    NAMES.contains_key(tag.as_str()) || NAMES.contains_key(tag.language())
}

/// The tags that have a name, by the name in a page language: for a picker.
pub fn all(lang: Lang) -> Vec<(Tag, &'static str)> {
    let mut named: Vec<(Tag, &'static str)> =
        NAMES.keys().filter_map(|tag| Some((Tag::parse(tag).ok()?, self::named(lang, tag)?))).collect();
    named.sort_by(|a, b| crate::formats::compare(lang, a.1, b.1));
    named
}

fn named(lang: Lang, tag: &str) -> Option<&'static str> {
    let names = NAMES.get(tag)?;
    [names[lang.index()], names[Lang::En.index()]].into_iter().find(|name| !name.is_empty())
}
