//! Reads a file of values between commas, semicolons or tabs.

use super::table::{Broken, Row, Table, text};

/// Reads the whole file; `header` is the row that names the columns, from 1.
pub fn read_csv(file: &str, bytes: &[u8], header: u64) -> Result<Table, Broken> {
    let text = text(file, bytes)?;
    let naming = text.lines().nth(usize::try_from(header.saturating_sub(1)).unwrap_or(0)).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(naming))
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    for record in reader.records() {
        let record = record.map_err(|err| broken(file, &err))?;
        let line = record.position().map_or(1, csv::Position::line);
        if line < header {
            continue;
        }
        if table.columns.is_empty() {
            table.columns = record.iter().map(|name| name.trim().to_owned()).collect();
            continue;
        }
        if record.len() > table.columns.len() {
            return Err(Broken::At {
                file: file.to_owned(),
                line,
                column: 1,
                what: format!(
                    "this row has {} values, but there are {} columns; put a text that holds the separator in quotes",
                    record.len(),
                    table.columns.len()
                ),
            });
        }
        let named = table.columns.iter().zip(&record).filter(|(name, _)| !name.is_empty());
        let cells = named.map(|(name, value)| (name.clone(), value.trim().to_owned()));
        let cells: std::collections::BTreeMap<_, _> =
            cells.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, vec![value])).collect();
        if !cells.is_empty() {
            table.rows.push(Row { line, cells });
        }
    }
    Ok(table)
}

/// Whichever of the usual separators stands most often in the line that names the columns.
fn delimiter(naming: &str) -> u8 {
    let count = |separator: u8| naming.bytes().filter(|byte| *byte == separator).count();
    let most = [b',', b';', b'\t'].into_iter().rev().max_by_key(|separator| count(*separator));
    most.unwrap_or(b',')
}

fn broken(file: &str, err: &csv::Error) -> Broken {
    match err.position() {
        Some(at) => Broken::At { file: file.to_owned(), line: at.line(), column: 1, what: err.to_string() },
        None => Broken::whole(file, err.to_string()),
    }
}
