//! From what was typed to what is looked up, for one snapshot of the index.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy::{Searcher, Term};

use super::fields::Fields;
use super::parse::{Asked, Wish};
use super::words::{Stems, plain};
use super::{Query, SearchFault};

/// So many near terms of a misspelt word are followed.
const MOST_NEAR: usize = 24;
/// A beginning shorter than this is no prefix.
const SHORTEST_PREFIX: usize = 2;

/// Everything a question looks up.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// All of these must be there.
    pub needs: Vec<Need>,
    /// None of these may be.
    pub bans: Vec<Need>,
    /// Small words: they lift those that hold them, and are not required.
    pub extras: Vec<String>,
    /// Chosen facet values by group.
    pub chosen: BTreeMap<String, Vec<String>>,
    /// Ranges of numbers; each group of one stands among the chosen too.
    pub ranges: BTreeMap<String, RangeInclusive<i64>>,
    /// Facet values that must not be there.
    pub barred: Vec<(String, String)>,
    /// "Did you mean".
    pub meant: Option<String>,
    /// As of which day.
    pub as_of: Option<i64>,
}

/// One thing to find.
#[derive(Debug)]
pub(super) enum Need {
    /// A word in its forms.
    Word(Forms),
    /// Words one after the other.
    Phrase(Vec<String>),
}

/// The forms under which a word may stand in the index.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Itself, folded.
    pub exact: String,
    /// Itself and its stems.
    pub stems: Vec<String>,
    /// Is it still being typed?
    pub prefix: bool,
    /// Near terms, when it is found in no other way.
    pub near: Vec<String>,
}

impl Plan {
    /// Makes the plan of a question.
    pub fn of(
        query: &Query,
        searcher: &Searcher,
        fields: &Fields,
        is_group: impl Fn(&str) -> bool,
        is_value: impl Fn(&str, &str) -> bool,
    ) -> Result<Plan, SearchFault> {
        let mut asked = Asked::read(&query.text, is_group);
        asked.join_values(is_value);
        let mut plan = Plan { chosen: query.chosen.clone(), as_of: query.as_of, ..Plan::default() };
        plan.chosen.retain(|_, tokens| !tokens.is_empty());
        for (group, tokens) in &query.barred {
            plan.barred.extend(tokens.iter().map(|token| (group.clone(), token.clone())));
        }
        for (group, range) in &query.ranges {
            plan.chosen.entry(group.clone()).or_default();
            plan.ranges.insert(group.clone(), range.clone());
        }
        if !query.kinds.is_empty() {
            plan.chosen.entry("kind".to_owned()).or_default().extend(query.kinds.iter().cloned());
        }
        let mut stems = Stems::new();
        let is_word = |wish: &Wish| matches!(wish, Wish::Word(_) | Wish::Phrase(_));
        let small = |wish: &Wish, stems: &mut Stems| matches!(wish, Wish::Word(word) if stems.is_small(word));
        let all_small = asked.wanted.iter().filter(|wish| is_word(wish)).all(|wish| small(wish, &mut stems));
        let last = asked.wanted.iter().rposition(is_word);
        let mut replaced = Vec::new();
        for (at, wish) in asked.wanted.iter().enumerate() {
            match wish {
                Wish::Word(word) if !all_small && stems.is_small(word) && Some(at) != last => {
                    plan.extras.push(plain(word));
                }
                Wish::Word(word) => {
                    let forms = forms(word, Some(at) == last, &mut stems, searcher, fields)?;
                    if let Some(near) = forms.near.first() {
                        replaced.push((word.clone(), near.clone()));
                    }
                    plan.needs.push(Need::Word(forms));
                }
                Wish::Phrase(words) => plan.needs.push(Need::Phrase(words.clone())),
                Wish::Value(group, value) => {
                    plan.chosen.entry(group.to_lowercase()).or_default().push(value.clone());
                }
            }
        }
        for wish in asked.unwanted {
            match wish {
                Wish::Word(word) => plan.bans.push(Need::Word(Forms {
                    exact: plain(&word),
                    stems: stems.of(&word),
                    ..Forms::default()
                })),
                Wish::Phrase(words) => plan.bans.push(Need::Phrase(words)),
                Wish::Value(group, value) => plan.barred.push((group, value)),
            }
        }
        plan.meant = meant(&query.text, &replaced);
        Ok(plan)
    }
}

/// The typed text with each misspelt word replaced.
fn meant(text: &str, replaced: &[(String, String)]) -> Option<String> {
    let mut out = text.to_owned();
    for (word, near) in replaced {
        out = out.replacen(word.as_str(), near, 1);
    }
    (!replaced.is_empty()).then_some(out)
}

/// How a word may be found; near terms only when nothing else finds it anywhere.
fn forms(
    word: &str,
    last: bool,
    stems: &mut Stems,
    searcher: &Searcher,
    fields: &Fields,
) -> Result<Forms, SearchFault> {
    let exact = plain(word);
    let letters = exact.chars().count();
    let mut forms =
        Forms { stems: stems.of(word), prefix: last && letters >= SHORTEST_PREFIX, exact, near: Vec::new() };
    if letters < 4 || is_known(&forms, searcher, fields)? {
        return Ok(forms);
    }
    forms.near = near(&forms.exact, 1, last, searcher, fields)?;
    if forms.near.is_empty() && letters >= 8 {
        forms.near = near(&forms.exact, 2, last, searcher, fields)?;
    }
    Ok(forms)
}

/// Is the word found as it is, in another form, or as a beginning?
fn is_known(forms: &Forms, searcher: &Searcher, fields: &Fields) -> Result<bool, SearchFault> {
    if searcher.doc_freq(&Term::from_field_text(fields.exact, &forms.exact))? > 0 {
        return Ok(true);
    }
    for stem in &forms.stems {
        for field in [fields.title, fields.body] {
            if searcher.doc_freq(&Term::from_field_text(field, stem))? > 0 {
                return Ok(true);
            }
        }
    }
    if forms.prefix {
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(fields.exact)?;
            let mut stream = index.terms().range().ge(&forms.exact).into_stream()?;
            if stream.advance() && stream.key().starts_with(forms.exact.as_bytes()) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// A Levenshtein automaton over the terms of a segment.
struct Near<'a>(&'a DFA);

impl tantivy_fst::Automaton for Near<'_> {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        matches!(self.0.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != SINK_STATE
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        self.0.transition(*state, byte)
    }
}

/// The tables of the automata are dear to make and the same for every word.
static ONE: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// The terms within a distance of a word (or, of the last word, whose beginning is), the likeliest first: whole
/// words before beginnings, then those in more documents, then by the alphabet.
fn near(
    word: &str,
    distance: u8,
    last: bool,
    searcher: &Searcher,
    fields: &Fields,
) -> Result<Vec<String>, SearchFault> {
    let builder = if distance == 1 { &ONE } else { &TWO };
    let whole = builder.build_dfa(word);
    let sought = if last { &builder.build_prefix_dfa(word) } else { &whole };
    let mut found: HashMap<String, u64> = HashMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.exact)?;
        let mut stream = index.terms().search(Near(sought)).into_stream()?;
        while stream.advance() {
            if let Ok(term) = std::str::from_utf8(stream.key()) {
                *found.entry(term.to_owned()).or_default() += u64::from(stream.value().doc_freq);
            }
        }
    }
    let is_whole = |term: &str| matches!(whole.eval(term), Distance::Exact(_));
    let mut terms: Vec<(bool, u64, String)> =
        found.into_iter().map(|(term, many)| (!is_whole(&term), many, term)).collect();
    terms.sort_unstable_by(|a, b| (a.0, b.1, &a.2).cmp(&(b.0, a.1, &b.2)));
    terms.truncate(MOST_NEAR);
    Ok(terms.into_iter().map(|(_, _, term)| term).collect())
}
