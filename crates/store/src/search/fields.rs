//! The schema, and a document written in it.

use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, OwnedValue, Schema, TextFieldIndexing, TextOptions};
use vocabulary::{Lang, formats};

use super::words::Stems;
use super::{Change, Doc};

/// Between kind and key in an identity.
const BETWEEN: char = '\u{1f}';
/// So many bytes are set aside for a document.
const USUAL_SIZE: usize = 3_000;
/// Sort names and tokens are cut here.
const LONGEST_VALUE: usize = 200;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// Kind and key: what a change replaces.
    pub id: Field,
    /// Titles, stemmed.
    pub title: Field,
    /// Bodies, stemmed.
    pub body: Field,
    /// Names, folded.
    pub names: Field,
    /// Every word, folded, with positions: exact words, phrases, beginnings, typos.
    pub exact: Field,
    /// Facet values.
    pub tokens: Field,
    /// Seconds since 1970.
    pub when: Field,
    /// Journal position.
    pub position: Field,
    /// The key of the name to sort by, in the alphabetical order of each language of the pages.
    pub name: [Field; Lang::ALL.len()],
    /// A number to sort by.
    pub weight: Field,
    /// How lately it was reported.
    pub reported: Field,
    /// Numbers by the name of their group.
    pub numbers: Field,
    /// Degrees north.
    pub lat: Field,
    /// Degrees east.
    pub lon: Field,
    /// The day since which it stands so.
    pub since: Field,
    /// The day on which it did no longer.
    pub until: Field,
}

/// The schema and its fields. An index with another schema is begun anew.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = |record, norms| {
        let indexing = TextFieldIndexing::default().set_tokenizer("whitespace");
        TextOptions::default().set_indexing_options(indexing.set_index_option(record).set_fieldnorms(norms))
    };
    let freqs = || words(IndexRecordOption::WithFreqs, true);
    let raw = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::Basic);
    let identity = TextOptions::default().set_indexing_options(raw.set_fieldnorms(false)).set_fast("raw");
    let fast_text = || TextOptions::default().set_fast("raw");
    let fields = Fields {
        id: schema.add_text_field("id", identity),
        title: schema.add_text_field("title", freqs()),
        body: schema.add_text_field("body", freqs()),
        names: schema.add_text_field("names", freqs()),
        exact: schema.add_text_field("exact", words(IndexRecordOption::WithFreqsAndPositions, false)),
        tokens: schema.add_text_field("tokens", fast_text()),
        when: schema.add_i64_field("when", FAST),
        position: schema.add_i64_field("position", FAST),
        name: Lang::ALL.map(|lang| schema.add_text_field(&name_in(lang), fast_text())),
        weight: schema.add_i64_field("weight", FAST),
        reported: schema.add_i64_field("reported", FAST),
        numbers: schema.add_json_field("numbers", FAST),
        lat: schema.add_f64_field("lat", FAST),
        lon: schema.add_f64_field("lon", FAST),
        since: schema.add_i64_field("since", FAST),
        until: schema.add_i64_field("until", FAST),
    };
    (schema.build(), fields)
}

impl Change {
    /// The identity of what changes.
    pub(super) fn identity(&self) -> String {
        match self {
            Change::Put(doc) => identity(&doc.kind, &doc.key),
            Change::Drop(kind, key) => identity(kind, key),
        }
    }
}

/// Kind and key as one text.
pub(super) fn identity(kind: &str, key: &str) -> String {
    format!("{kind}{BETWEEN}{key}")
}

/// Kind and key out of one text.
pub(super) fn kind_and_key(identity: &str) -> (&str, &str) {
    identity.split_once(BETWEEN).unwrap_or((identity, ""))
}

impl Fields {
    /// The document as the engine keeps it.
    pub fn write(&self, doc: &Doc, stems: &mut Stems) -> TantivyDocument {
        let mut out = TantivyDocument::with_capacity(USUAL_SIZE);
        let mut words = String::new();
        out.add_text(self.id, identity(&doc.kind, &doc.key));
        for (field, texts) in [(self.title, &doc.title), (self.body, &doc.body)] {
            for (tag, text) in texts {
                stems.text(tag, text, &mut words);
                out.add_text(field, &words);
                stems.plain_text(text, &mut words);
                out.add_text(self.exact, &words);
            }
        }
        for name in &doc.names {
            stems.plain_text(name, &mut words);
            out.add_text(self.names, &words);
            out.add_text(self.exact, &words);
        }
        let kind = format!("kind/{}", doc.kind);
        let mut tokens: Vec<&str> = doc.tokens.iter().chain([&kind]).map(|token| short(token)).collect();
        tokens.sort_unstable();
        tokens.dedup();
        for token in tokens {
            out.add_text(self.tokens, token);
        }
        out.add_i64(self.when, doc.when);
        out.add_i64(self.position, doc.position);
        out.add_i64(self.weight, doc.weight);
        out.add_i64(self.reported, doc.reported);
        if !doc.numbers.is_empty() {
            let numbers = doc.numbers.iter().map(|(group, n)| (group.clone(), OwnedValue::I64(*n)));
            out.add_object(self.numbers, numbers.collect());
        }
        let (mut key, mut of) = (String::new(), None);
        for (lang, field) in Lang::ALL.into_iter().zip(self.name) {
            let called = doc.called.iter().find(|(of, _)| *of == lang).map(|(_, name)| name.as_str());
            let name = called.unwrap_or(&doc.name);
            let order = if name.is_ascii() { formats::plain_order(lang) } else { lang };
            if of != Some((order, name)) {
                name_key(order, name, &mut key);
                of = Some((order, name));
            }
            out.add_text(field, short(&key));
        }
        if let Some((lat, lon)) = doc.point.filter(|(lat, lon)| lat.is_finite() && lon.is_finite()) {
            out.add_f64(self.lat, lat);
            out.add_f64(self.lon, lon);
        }
        for (field, day) in [(self.since, doc.since), (self.until, doc.until)] {
            if let Some(day) = day {
                out.add_i64(field, day);
            }
        }
        out
    }
}

/// The field of names in a language.
pub(super) fn name_in(lang: Lang) -> String {
    format!("name-{}", lang.code())
}

/// Puts the key of a name as text in place of what stands in `key`: in the order of its bytes, and of letters that need no
/// escape in an address.
fn name_key(lang: Lang, name: &str, key: &mut String) {
    key.clear();
    IN_ORDER.encode_append(&formats::sort_key(lang, name), key);
}

/// Base64 with an alphabet in the order of ASCII, so that what is encoded keeps its order.
static IN_ORDER: LazyLock<Encoding> = LazyLock::new(|| {
    let mut letters = Specification::new();
    letters.symbols.push_str("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    letters.encoding().expect("sixty-four different letters")
});

fn short(text: &str) -> &str {
    if text.len() <= LONGEST_VALUE {
        return text;
    }
    text.char_indices().nth(LONGEST_VALUE).map_or(text, |(end, _)| &text[..end])
}
