//! The workbook: one sheet of records, one that says what they are. It is written to a file of its own on the disk, row
//! by row, and sent when it is whole: a workbook cannot be begun before its end is known.

use std::io::{Read, Seek, SeekFrom};
use std::sync::Arc;

use data_encoding::HEXLOWER;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use sha2::{Digest, Sha256};
use store::Fault;
use tokio::sync::mpsc;

use super::columns::Cell;
use super::download::{self, Format as Form, Keys, Plan, READ, Reader, Stopped};
use super::lines::Line;

/// So many bytes are sent at once.
const PIECE: usize = 64 * 1024;
/// The most rows a sheet has, its head included; the rest goes onto further sheets.
const SHEET: u32 = 1_000_000;

/// What is written into one cell; nothing where nothing is known.
enum Written {
    Nothing,
    Text(String),
    Number(f64),
}

/// What is made for whoever writes.
enum Made {
    /// Rows of cells.
    Rows(Vec<Vec<Written>>),
    /// That these were all, with the hash of the same lines as CSV.
    All(String),
}

/// Writes the workbook and gives it to the reader. Three go at once: lines are read, made into cells, and written: what takes
/// longest, the writing, does nothing else.
pub(super) async fn write(plan: Plan, keys: Keys, reader: &Reader) -> Result<(), Stopped> {
    let plan = Arc::new(plan);
    let (lines, reading) = plan.clone().read(keys);
    let (rows, made) = mpsc::channel(READ);
    let writing = tokio::task::spawn_blocking({
        let plan = plan.clone();
        move || book(&plan, made)
    });
    let rows = make(&plan, lines, rows).await;
    let file = writing.await.map_err(|ended| broken(format!("its thread ended: {ended}")))?;
    // What the writer says comes before what it left unread.
    let file = file?;
    reading.await.map_err(|ended| broken(format!("its reading ended: {ended}")))??;
    rows?;
    send(file, reader).await
}

fn broken(why: String) -> Stopped {
    Stopped::Fault(Fault::broken(format!("a workbook could not be written: {why}")))
}

impl From<XlsxError> for Stopped {
    fn from(error: XlsxError) -> Stopped {
        broken(error.to_string())
    }
}

/// Makes lines into cells, batch by batch, until nobody writes them any more; at the end it gives the hash of the same lines as
/// CSV.
async fn make(
    plan: &Plan,
    mut lines: mpsc::Receiver<Vec<String>>,
    rows: mpsc::Sender<Made>,
) -> Result<(), Stopped> {
    let mut hash = Sha256::new_with_prefix(download::begin(plan, Form::Csv)?);
    while let Some(batch) = lines.recv().await {
        let batch: Vec<Line<'_>> = batch.iter().filter_map(|line| Line::read(line)).collect();
        hash.update(download::csv_lines(batch.iter().map(|line| plan.cells(line)))?);
        let cells = batch.iter().map(|line| plan.cells(line).map(written).collect()).collect();
        rows.send(Made::Rows(cells)).await.map_err(|_| Stopped::Left)?;
    }
    rows.send(Made::All(HEXLOWER.encode(&hash.finalize()))).await.map_err(|_| Stopped::Left)
}

fn written(cell: Cell<'_>) -> Written {
    if let Cell::Number(number) = cell {
        return Written::Number(number.parse().unwrap_or_default());
    }
    let mut text = String::new();
    cell.write(&mut text);
    if text.is_empty() { Written::Nothing } else { Written::Text(text) }
}

fn book(plan: &Plan, mut made: mpsc::Receiver<Made>) -> Result<std::fs::File, Stopped> {
    let name = &plan.list.path()[1..];
    let head: Vec<&str> = plan.columns.iter().map(|column| column.name()).collect();
    let bold = Format::new().set_bold();
    let mut book = Workbook::new();
    let (mut sheets, mut count) = (1, 0_u64);
    let mut sheet = begin(&mut book, name, &head, &bold)?;
    let mut hash = String::new();
    let mut at = 1;
    while let Some(made) = made.blocking_recv() {
        let rows = match made {
            Made::Rows(rows) => rows,
            Made::All(of_csv) => {
                hash = of_csv;
                break;
            }
        };
        for row in rows {
            if at == SHEET {
                sheets += 1;
                sheet = begin(&mut book, &format!("{name} {sheets}"), &head, &bold)?;
                at = 1;
            }
            put(sheet, at, row)?;
            at += 1;
            count += 1;
        }
    }
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("about")?.set_column_width(0, 22)?.set_column_width(1, 90)?;
    let about = [
        ("source", plan.source.clone()),
        ("date", plan.date.clone()),
        ("licence", plan.licence.clone()),
        ("language", plan.say.lang.code().to_owned()),
        ("count", count.to_string()),
        // Of all bytes before the last line of the file that holds the same lines as CSV, which says it too.
        ("sha256 of the CSV", hash),
    ];
    for (at, (what, value)) in (0..).zip(about) {
        sheet.write_string_with_format(at, 0, what, &bold)?;
        sheet.write_string(at, 1, value)?;
    }
    let mut file = tempfile::tempfile().map_err(XlsxError::from)?;
    book.save_to_writer(&mut file)?;
    file.seek(SeekFrom::Start(0)).map_err(XlsxError::from)?;
    Ok(file)
}

fn begin<'a>(
    book: &'a mut Workbook,
    name: &str,
    head: &[&str],
    bold: &Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?.set_freeze_panes(1, 1)?;
    for (at, title) in (0..).zip(head) {
        sheet.set_column_width(at, wide(title))?;
        sheet.write_string_with_format(0, at, *title, bold)?;
    }
    Ok(sheet)
}

/// How wide a column is, in characters: as its name, and wider where it holds names or sentences.
fn wide(title: &str) -> u16 {
    let holds = match title {
        _ if title.ends_with("_language") => 12,
        _ if ["title", "text", "address"].contains(&title) => 50,
        _ if title.contains("government") || title.contains("name") || title.contains("network") => 32,
        _ if title.contains("countr") || title.contains("region") => 24,
        _ => 14,
    };
    holds.max(u16::try_from(title.len() + 2).unwrap_or(u16::MAX))
}

fn put(sheet: &mut Worksheet, at: u32, row: Vec<Written>) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(row) {
        match cell {
            Written::Nothing => continue,
            Written::Text(text) => sheet.write_string(at, column, text)?,
            Written::Number(number) => sheet.write_number(at, column, number)?,
        };
    }
    Ok(())
}

async fn send(mut file: std::fs::File, reader: &Reader) -> Result<(), Stopped> {
    loop {
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE];
            let length = file.read(&mut piece)?;
            piece.truncate(length);
            Ok::<_, std::io::Error>((file, piece))
        });
        let (back, piece) = read
            .await
            .map_err(|ended| broken(ended.to_string()))?
            .map_err(|error| broken(error.to_string()))?;
        if piece.is_empty() {
            return Ok(());
        }
        reader.give(piece).await?;
        file = back;
    }
}
