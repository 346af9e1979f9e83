//! What the headers of a request say of whoever asks: which version they have already, and how they take an answer packed.

use http::{HeaderMap, HeaderValue, header};

/// Whether whoever asks has a version already: these tags, as `If-None-Match` lists them, name its own, weak or strong, or are
/// `*`, which any version is (RFC 9110, 13.1.2).
pub(crate) fn has<'a>(tags: impl IntoIterator<Item = &'a HeaderValue>, own: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let own = bare(own);
    let lists = tags.into_iter().filter_map(|tags| tags.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|tag| tag.trim() == "*" || bare(tag) == own)
}

/// How an answer is packed on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Packing {
    Plain,
    Gzip,
    Brotli,
}

impl Packing {
    /// The smallest that the asker takes.
    pub fn taken(headers: &HeaderMap) -> Packing {
        let values = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        let mut best = Packing::Plain;
        for wish in values.flat_map(|value| value.split(',')) {
            let (name, said) = wish.split_once(';').unwrap_or((wish, ""));
            match name.trim() {
                _ if is_refused(said) => {}
                name if name.eq_ignore_ascii_case("br") => return Packing::Brotli,
                name if name.eq_ignore_ascii_case("gzip") => best = Packing::Gzip,
                _ => {}
            }
        }
        best
    }

    /// Its name in headers.
    pub fn word(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Packing::Plain => "identity",
            Packing::Gzip => "gzip",
            Packing::Brotli => "br",
        })
    }
}

/// Whether what is said of a wish gives it no weight, which means that it is not wished (RFC 9110, 12.4.2).
fn is_refused(said: &str) -> bool {
    let weights = said.split(';').filter_map(|one| one.split_once('='));
    let mut weights = weights.filter(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    weights.any(|(_, weight)| weight.trim().parse() == Ok(0.0_f32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_packing_that_is_taken() {
        let taken = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, text.parse().unwrap());
            Packing::taken(&headers)
        };
        for (wish, packing) in [
            ("gzip, deflate, br, zstd", Packing::Brotli),
            ("gzip;q=1.0, br;q=0", Packing::Gzip),
            ("GZIP", Packing::Gzip),
            ("br;q=0.000", Packing::Plain),
            ("br;Q=0", Packing::Plain),
            ("br ; Q = 0.0, gzip ; q=0.001", Packing::Gzip),
            ("br;level=1;q=0", Packing::Plain),
            ("br;Q=0.5", Packing::Brotli),
            ("*", Packing::Plain),
            ("", Packing::Plain),
        ] {
            assert_eq!(taken(wish), packing, "{wish}");
        }
        assert_eq!(Packing::taken(&HeaderMap::new()), Packing::Plain);
    }

    #[test]
    fn a_version_is_named_alone_or_among_others_or_by_the_star() {
        let has = |lists: &[&str], own: &str| {
            let lists: Vec<HeaderValue> = lists.iter().map(|list| list.parse().unwrap()).collect();
            super::has(&lists, own)
        };
        for lists in [
            &["\"a\""][..],
            &["W/\"a\""],
            &["\"b\", W/\"a\""],
            &["\"b\",\"a\" ,\"c\""],
            &["\"b\"", "\"a\""],
            &["*"],
            &[" * "],
        ] {
            assert!(has(lists, "\"a\"") && has(lists, "W/\"a\""), "{lists:?}");
        }
        for lists in [&[][..], &[""], &["a"], &["\"ab\""], &["\"b\", \"c\""], &["\"*\""]] {
            assert!(!has(lists, "\"a\""), "{lists:?}");
        }
    }
}
