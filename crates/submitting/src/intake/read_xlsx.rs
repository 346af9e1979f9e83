//! Reads a sheet of a workbook.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::table::{Broken, Row, Table};

/// Reads a sheet whole, the first one when none is named; `header` is the row that names the columns, from 1.
pub fn read_xlsx(file: &str, bytes: &[u8], sheet: Option<&str>, header: u64) -> Result<Table, Broken> {
    let mut book = Xlsx::new(Cursor::new(bytes))
        .map_err(|err| Broken::whole(file, format!("it is not a workbook in the .xlsx form ({err})")))?;
    let names = book.sheet_names();
    let name = match sheet {
        Some(sheet) if names.iter().any(|name| name == sheet) => sheet.to_owned(),
        Some(sheet) => {
            let what = format!("it has no sheet \"{sheet}\"; it has {}", names.join(", "));
            return Err(Broken::whole(file, what));
        }
        None => names.first().cloned().ok_or_else(|| Broken::whole(file, "it has no sheet"))?,
    };
    let range = book
        .worksheet_range(&name)
        .map_err(|err| Broken::whole(file, format!("the sheet \"{name}\" is broken ({err})")))?;
    let first = range.start().map_or(0, |(row, _)| u64::from(row));
    let mut table = Table::default();
    for (line, row) in (first + 1..).zip(range.rows()) {
        if line < header {
            continue;
        }
        if table.columns.is_empty() {
            table.columns = row.iter().map(value).collect();
            continue;
        }
        let named = table.columns.iter().zip(row).filter(|(name, _)| !name.is_empty());
        let cells = named.map(|(name, cell)| (name.clone(), value(cell)));
        let cells: std::collections::BTreeMap<_, _> =
            cells.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, vec![value])).collect();
        if !cells.is_empty() {
            table.rows.push(Row { line, cells });
        }
    }
    Ok(table)
}

/// A cell as it is read by people: whole numbers without a point, dates as year-month-day.
fn value(cell: &Data) -> String {
    let text = match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(moment) => moment.split('T').next().unwrap_or_default().to_owned(),
        other => other.to_string(),
    };
    text.trim().to_owned()
}
