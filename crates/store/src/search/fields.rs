//! The schema, and a document written in it.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

use super::words::{Stems, plain};
use super::{Change, Doc};

/// Between kind and key in an identity.
const BETWEEN: char = '\u{1f}';
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
    /// Folded name to sort by.
    pub name: Field,
    /// A number to sort by.
    pub weight: Field,
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
        name: schema.add_text_field("name", fast_text()),
        weight: schema.add_i64_field("weight", FAST),
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
        let mut out = TantivyDocument::default();
        out.add_text(self.id, identity(&doc.kind, &doc.key));
        for (field, texts) in [(self.title, &doc.title), (self.body, &doc.body)] {
            for (tag, text) in texts {
                out.add_text(field, stems.text(tag, text));
                out.add_text(self.exact, stems.plain_text(text));
            }
        }
        for name in &doc.names {
            let name = stems.plain_text(name);
            out.add_text(self.names, &name);
            out.add_text(self.exact, name);
        }
        let mut tokens: Vec<String> = doc.tokens.iter().map(|token| short(token)).collect();
        tokens.push(short(&format!("kind/{}", doc.kind)));
        tokens.sort_unstable();
        tokens.dedup();
        for token in tokens {
            out.add_text(self.tokens, token);
        }
        out.add_i64(self.when, doc.when);
        out.add_i64(self.position, doc.position);
        out.add_i64(self.weight, doc.weight);
        let name: Vec<String> = doc.name.split_whitespace().map(plain).collect();
        out.add_text(self.name, short(&name.join(" ")));
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

fn short(text: &str) -> String {
    text.chars().take(LONGEST_VALUE).collect()
}
