//! What is kept of many records, read as one text: as rows of their own each would cost more to hand over than to read.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};
use serde_json::json;
use store::Fault;

use super::past;

/// Between the texts of two records.
pub(super) const TEXT: char = '\u{1e}';
/// Between a key and its text.
const KEY: char = '\u{1f}';

/// The body of a record, as it is kept.
pub(super) const BODY: &str = "body";
/// The line of a record, or its body where it has none.
pub(super) const LINE_OR_BODY: &str = "COALESCE(line, body)";

/// The pieces of a text between these signs of ASCII, as [`str::split`] gives them.
pub(super) fn between(text: &str, sign: u8) -> impl Iterator<Item = &str> {
    let mut from = Some(0);
    let mut signs = memchr::memchr_iter(sign, text.as_bytes());
    std::iter::from_fn(move || {
        let begin = from?;
        let end = signs.next();
        from = end.map(|end| end + 1);
        Some(&text[begin..end.unwrap_or(text.len())])
    })
}

/// What was read, by the kinds under which it is kept.
pub(super) struct Texts(BTreeMap<String, String>);

/// Reads this of the records that are here. No key holds either sign, and nothing that is kept the one between texts.
pub(super) async fn read(
    conn: &impl ConnectionTrait,
    what: &'static str,
    asked: &[(String, String)],
) -> Result<Texts, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        texts: Option<String>,
    }
    let mut kinds: BTreeMap<Cow<'_, str>, Vec<&str>> = BTreeMap::new();
    for (kind, key) in asked {
        kinds.entry(past::stored(kind, key)).or_default().push(key);
    }
    let mut texts = BTreeMap::new();
    for (kind, keys) in kinds {
        let statement = together(conn.get_database_backend(), what, &kind, &keys);
        let row = Row::find_by_statement(statement).one(conn).await?;
        texts.extend(row.and_then(|row| row.texts).map(|text| (kind.into_owned(), text)));
    }
    Ok(Texts(texts))
}

/// The keys come as one value too: the statement is the same for any number of them.
fn together(backend: DbBackend, what: &str, kind: &str, keys: &[&str]) -> Statement {
    let keys_of = match backend {
        DbBackend::Sqlite => "SELECT value FROM json_each($4)",
        _ => "SELECT json_array_elements_text(CAST($4 AS json))",
    };
    // By kind and key, which is how the records are kept: by keys alone every record would be read.
    let select = format!(
        "SELECT string_agg(key || $1 || {what}, $2) AS texts FROM public_record \
         WHERE kind = $3 AND state = 'here' AND key IN ({keys_of})"
    );
    let values = [KEY.to_string(), TEXT.to_string(), kind.to_owned(), json!(keys).to_string()];
    Statement::from_sql_and_values(backend, select, values.map(sea_orm::Value::from))
}

impl Texts {
    /// The text of each that was asked for and is here, in the order asked for.
    pub fn of<'a>(&'a self, asked: &'a [(String, String)]) -> impl Iterator<Item = &'a str> {
        let pairs = self.0.iter().flat_map(|(kind, texts)| {
            let pairs = between(texts, TEXT as u8).filter_map(|text| text.split_once(KEY));
            pairs.map(|(key, text)| ((kind.as_str(), key), text))
        });
        let texts: HashMap<(&str, &str), &str> = pairs.collect();
        asked.iter().filter_map(move |(kind, key)| texts.get(&(&*past::stored(kind, key), key)).copied())
    }
}
