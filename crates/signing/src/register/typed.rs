//! Facets that are typed into the box beside the words, `water country:KE`: what a list knows of them is chosen as if it were
//! ticked, so that one question has one address however it was asked.

use store::search::pieces;

/// A group of facets and one of its values, as addresses have them.
pub(super) type Value = (String, String);

/// What was typed, apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// What stays in the box: the words, the values that must not be there, and those that nobody knows.
    pub left: String,
    /// The values that are asked for.
    pub wanted: Vec<Value>,
    /// The values that must not be there.
    pub unwanted: Vec<Value>,
}

impl Typed {
    /// Reads a text. `known` says which value of a group of facets is meant, where there is such a one; whoever types is
    /// free to write it in upper or lower case.
    pub fn read(text: &str, groups: &[String], known: impl Fn(&str, &str) -> Option<String>) -> Typed {
        let named = |name: &str| groups.iter().find(|group| group.eq_ignore_ascii_case(name));
        let meant = |(group, value): (&str, &str)| {
            let group = named(group)?;
            let ways = [value.to_owned(), value.to_lowercase(), value.to_uppercase()];
            Some((group.clone(), ways.iter().find_map(|value| known(group, value))?))
        };
        let mut typed = Typed::default();
        for piece in pieces(text, |name| named(name).is_some()) {
            let value = piece.value().and_then(meant);
            match value {
                // A space stays, so that what stood on its two sides does not become one word.
                Some(value) if !piece.unwanted => {
                    typed.left.push(' ');
                    typed.wanted.push(value);
                }
                value => {
                    typed.left.push_str(piece.text);
                    typed.unwanted.extend(value);
                }
            }
        }
        typed
    }
}
