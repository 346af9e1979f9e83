//! A sentence of the operator's on top of every page: "closed on Sunday from eight to nine".

use std::collections::BTreeMap;

use vocabulary::{Lang, Moment};

/// The sentence, in the languages it was given in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Banner {
    /// The sentence in each language.
    pub texts: BTreeMap<Lang, String>,
    /// Until when it is shown; always, where nothing is said.
    pub until: Option<Moment>,
}

impl Banner {
    /// What a reader of this language sees at this moment: in English, or in any language, rather than nothing.
    pub(crate) fn said(&self, lang: Lang, now: Moment) -> Option<(Lang, String)> {
        if self.until.is_some_and(|until| until <= now) {
            return None;
        }
        let there = |lang: &Lang| self.texts.get_key_value(lang);
        let found = there(&lang).or_else(|| there(&Lang::En)).or_else(|| self.texts.first_key_value());
        found.map(|(lang, text)| (*lang, text.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_sees_their_own_language_and_nothing_when_it_is_over() {
        let now = Moment::from_unix(1_000);
        let texts = [(Lang::Fr, "Fermé".to_owned()), (Lang::En, "Closed".to_owned())].into();
        let banner = Banner { texts, until: Some(Moment::from_unix(2_000)) };
        assert_eq!(banner.said(Lang::Fr, now), Some((Lang::Fr, "Fermé".to_owned())));
        assert_eq!(banner.said(Lang::Ar, now), Some((Lang::En, "Closed".to_owned())));
        assert_eq!(banner.said(Lang::Fr, Moment::from_unix(2_000)), None);
        assert_eq!(Banner::default().said(Lang::En, now), None);
    }
}
