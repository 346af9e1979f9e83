//! Reads a file of JSON objects, one a line.

use std::collections::BTreeMap;

use serde_json::Value;

use super::table::{Broken, Row, Table, number, text};

/// Reads the whole file; the first broken line ends it.
pub fn read_jsonl(file: &str, bytes: &[u8]) -> Result<Table, Broken> {
    let mut table = Table::default();
    for (at, line) in text(file, bytes)?.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let here = number(at + 1);
        let broken = |column: usize, what: String| Broken::At {
            file: file.to_owned(),
            line: here,
            column: number(column),
            what,
        };
        let value: Value =
            serde_json::from_str(line).map_err(|err| broken(err.column().max(1), in_words(&err)))?;
        let Value::Object(object) = value else {
            return Err(broken(1, "each line holds one object in braces".to_owned()));
        };
        let mut cells = BTreeMap::new();
        for (key, value) in &object {
            if !table.columns.contains(key) {
                table.columns.push(key.clone());
            }
            let values = values(value).ok_or_else(|| {
                let column = line.find(&format!("\"{key}\"")).map_or(1, |at| line[..at].chars().count() + 1);
                broken(column, format!("\"{key}\" holds an object; write a text, a number or a list of them"))
            })?;
            if !values.is_empty() {
                cells.insert(key.clone(), values);
            }
        }
        table.rows.push(Row { line: here, cells });
    }
    Ok(table)
}

/// What the parser says, without its own count of lines.
fn in_words(err: &serde_json::Error) -> String {
    let words = err.to_string();
    match words.rsplit_once(" at line ") {
        Some((words, _)) => words.to_owned(),
        None => words,
    }
}

/// A value as texts; nothing for an object or a list in a list.
fn values(value: &Value) -> Option<Vec<String>> {
    let one = |value: &Value| match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Array(_) | Value::Object(_) => None,
    };
    let all: Option<Vec<String>> = match value {
        Value::Array(values) => values.iter().map(one).collect(),
        value => one(value).map(|text| vec![text]),
    };
    all.map(|values| values.into_iter().filter(|text| !text.is_empty()).collect())
}
