//! The limit of a workbook: the same cells, written by rust_xlsxwriter alone, in constant memory.

use std::path::Path;

use rust_xlsxwriter::Workbook;

use crate::Outcome;

/// The columns that hold numbers.
const NUMBERS: [&str; 5] = ["latitude", "longitude", "planned_people", "counted_people", "estimated_people"];

/// Makes a workbook of a table of ours, line by line; its last line, which is no record, is left out.
pub fn write(table: &Path, to: &Path) -> Outcome<()> {
    let wrong = |what: &dyn std::fmt::Display| format!("the workbook could not be written: {what}.");
    let open = || csv::ReaderBuilder::new().flexible(true).from_path(table);
    let mut lines = open().map_err(|error| wrong(&error))?;
    let head = lines.headers().map_err(|error| wrong(&error))?.clone();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().map_err(|error| wrong(&error))?;
    for (column, name) in (0..).zip(&head) {
        sheet.write_string(0, column, name).map_err(|error| wrong(&error))?;
    }
    let (mut line, mut at) = (csv::StringRecord::new(), 1);
    while lines.read_record(&mut line).map_err(|error| wrong(&error))? && line.len() == head.len() {
        for ((column, name), cell) in (0..).zip(&head).zip(&line).filter(|(_, cell)| !cell.is_empty()) {
            let number = if NUMBERS.contains(&name) { cell.parse::<f64>().ok() } else { None };
            let done = match number {
                Some(number) => sheet.write_number(at, column, number),
                None => sheet.write_string(at, column, cell),
            };
            done.map_err(|error| wrong(&error))?;
        }
        at += 1;
    }
    book.save(to).map_err(|error| wrong(&error))
}
