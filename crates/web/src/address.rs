//! Addresses: the language at their head, and which language to offer to whom.

use http::HeaderMap;
use http::header::ACCEPT_LANGUAGE;
use vocabulary::Lang;

/// What the first part of a path says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head<'a> {
    /// A language of the interface, and the rest of the path (`/` at least).
    Language(Lang, &'a str),
    /// Something of the form of a language that the interface does not speak: `/de/…`.
    UnknownLanguage,
    /// No language.
    None,
}

/// Reads the head of a path.
pub(crate) fn head(path: &str) -> Head<'_> {
    let rest = path.strip_prefix('/').unwrap_or(path);
    let first = rest.split('/').next().unwrap_or_default();
    let after = &rest[first.len()..];
    let after = if after.is_empty() { "/" } else { after };
    match Lang::parse(first).filter(|lang| lang.code() == first) {
        Some(lang) => Head::Language(lang, after),
        None if looks_like_language(first) => Head::UnknownLanguage,
        None => Head::None,
    }
}

fn looks_like_language(part: &str) -> bool {
    let base = part.split('-').next().unwrap_or_default();
    base.len() == 2 && part.len() <= 11 && base.bytes().all(|b| b.is_ascii_alphabetic())
}

/// The first part of a path, without slashes.
pub(crate) fn first_part(path: &str) -> &str {
    path.strip_prefix('/').unwrap_or(path).split('/').next().unwrap_or_default()
}

/// The language of the interface that a browser asks for most; English where it asks for none of ours.
pub(crate) fn negotiate(headers: &HeaderMap) -> Lang {
    let values = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
    let wishes = values.collect::<Vec<_>>().join(",");
    Lang::accepted(&wishes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_its_language() {
        assert_eq!(head("/fr/actions"), Head::Language(Lang::Fr, "/actions"));
        assert_eq!(head("/ar"), Head::Language(Lang::Ar, "/"));
        assert_eq!(head("/de/actions"), Head::UnknownLanguage);
        assert_eq!(head("/pt-BR/"), Head::UnknownLanguage);
        assert_eq!(head("/actions"), Head::None);
        assert_eq!(head("/"), Head::None);
    }

    #[test]
    fn the_wish_with_the_most_weight_wins() {
        let ask = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, text.parse().unwrap());
            negotiate(&headers)
        };
        assert_eq!(ask("de-CH, fr-CH;q=0.8, en;q=0.5"), Lang::Fr);
        assert_eq!(ask("es-MX,es;q=0.9,en;q=0.8"), Lang::Es);
        assert_eq!(ask("ar;q=0, en;q=0.1"), Lang::En);
        assert_eq!(ask("sw"), Lang::En);
        assert_eq!(negotiate(&HeaderMap::new()), Lang::En);
    }
}
