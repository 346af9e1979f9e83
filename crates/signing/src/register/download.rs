//! "Download these results": what a question finds, as CSV, JSON, GeoJSON or a workbook, streamed, with the same
//! columns in each.
//!
//! The last line carries the number of records and the SHA-256 of every byte before it, so that whoever was cut off
//! knows it. A workbook says on its last sheet how many they are and what the hash of the same lines as CSV is.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use futures_util::stream;
use http::header;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::Fault;
use store::search::{Query, Sort};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use vocabulary::Say;
use web::{At, Problem};

use super::as_of;
use super::ask::Ask;
use super::columns::{Cell, Column};
use super::download_book;
use super::facets::List;
use super::lines::{self, Line};
use super::words::Words;
use crate::House;

/// So many lines are read at once.
const BATCH: usize = 500;
/// So many batches wait to be written.
pub(super) const READ: usize = 2;
/// So many pieces wait for a slow reader before the house stops reading for it.
const AHEAD: usize = 4;

/// In what form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Comma-separated values, UTF-8.
    Csv,
    /// One JSON document.
    Json,
    /// A collection of GeoJSON features (RFC 7946).
    GeoJson,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// Every form, the ones people open first.
    pub const ALL: [Format; 4] = [Format::Csv, Format::Xlsx, Format::Json, Format::GeoJson];

    /// The end of its file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::GeoJson => "geojson",
            Format::Xlsx => "xlsx",
        }
    }

    /// How it is called.
    pub fn title(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::GeoJson => "GeoJSON",
            Format::Xlsx => "XLSX",
        }
    }

    /// Its media type.
    fn media(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8; header=present",
            Format::Json => "application/json",
            Format::GeoJson => "application/geo+json",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// What was found, by kind and key, in the order of the file: each is named when its turn comes.
pub(super) type Keys = Box<dyn Iterator<Item = (String, String)> + Send>;

/// Everything a download is made from; it outlives the request.
pub(super) struct Plan {
    house: House,
    pub list: List,
    pub say: Say,
    pub columns: Vec<Column>,
    pub licence: String,
    /// The address of the same results on the register.
    pub source: String,
    /// The day as of which it is, else the one on which it is made.
    pub date: String,
    /// Before and after the path of each record's page.
    around: (String, String),
}

/// The file. Its name says which list and which form: `/en/actions.csv?country=KE`.
pub(super) async fn file(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let (list, format) = asked(&at.path).ok_or(Problem::NotFound)?;
    let words = house.words();
    let ask = Ask::read(&house, &at, list, &words).understood(&house, &at.say)?;
    if let Some(path) = ask.elsewhere(&at) {
        return Ok(at.moved(&path));
    }
    let key = super::snapshot_key(&house, &words);
    let query = Query { sort: Sort::Newest, ..ask.query() };
    let plan = Plan::new(&house, &at, &ask, &words);
    // Whoever has the file already is told so before anything is sought.
    Ok(web::served(&at, &key, move || {
        let keys: Keys = match plan.house.index.keys(&query) {
            Ok(keys) => Box::new(keys),
            Err(fault) => return Problem::from(Fault::from(fault)).into_response(),
        };
        let name = format!("{}-{}.{}", &list.path()[1..], plan.date, format.ending());
        let headers = [
            (header::CONTENT_TYPE, format.media().to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        ];
        web::for_every_site((headers, body(plan, format, keys)))
    }))
}

fn asked(path: &str) -> Option<(List, Format)> {
    let (list, ending) = path.split_once('.')?;
    let list = [List::Actions, List::Governments].into_iter().find(|one| one.path() == list)?;
    Some((list, Format::ALL.into_iter().find(|one| one.ending() == ending)?))
}

impl Plan {
    fn new(house: &House, at: &At, ask: &Ask, words: &Words) -> Plan {
        Plan {
            list: ask.list,
            say: at.say.clone(),
            columns: Column::all(ask.list, words),
            licence: super::licence(at).unwrap_or_default(),
            source: format!("{}{}", at.kit.origin(), at.to(&ask.path_on(ask.list.path()))),
            date: ask.as_of.map_or_else(|| house.now().date().to_string(), |day| day.to_string()),
            around: (at.kit.origin().to_owned(), as_of::query(ask.as_of)),
            house: house.clone(),
        }
    }

    /// The cells of a line, in the order of the columns.
    pub fn cells<'a>(&'a self, line: &'a Line<'a>) -> impl Iterator<Item = Cell<'a>> {
        let around = (self.around.0.as_str(), self.around.1.as_str());
        self.columns.iter().map(move |column| column.of(line, self.list.kind(), &self.say, around))
    }

    /// Reads all lines, batch by batch, ahead of whoever writes them and on another processor where there is one. What is no
    /// longer public when its turn comes is left out.
    pub fn read(self: Arc<Plan>, mut keys: Keys) -> (mpsc::Receiver<Vec<String>>, Reading) {
        let (sender, lines) = mpsc::channel(READ);
        let reading = tokio::spawn(async move {
            loop {
                let batch: Vec<(String, String)> = keys.by_ref().take(BATCH).collect();
                if batch.is_empty() {
                    return Ok(());
                }
                let found = lines::find(self.house.store.read(), &batch).await.map_err(Stopped::Fault)?;
                sender.send(found).await.map_err(|_| Stopped::Left)?;
            }
        });
        (lines, reading)
    }
}

/// How reading ends.
type Reading = JoinHandle<Result<(), Stopped>>;

/// Why a download ended before its end.
pub(super) enum Stopped {
    /// Nobody reads any more.
    Left,
    /// The house could not go on.
    Fault(Fault),
}

type Piece = Result<Bytes, std::io::Error>;

/// Whoever reads the file, from the side of whoever writes it.
pub(super) struct Reader(mpsc::Sender<Piece>);

impl Reader {
    /// Gives the next bytes; waits while the reader is slow.
    pub async fn give(&self, bytes: impl Into<Bytes>) -> Result<(), Stopped> {
        self.0.send(Ok(bytes.into())).await.map_err(|_| Stopped::Left)
    }
}

/// A body that is written while it is read. One that cannot be finished is cut off, so that it is not taken for whole.
fn body(plan: Plan, format: Format, keys: Keys) -> Body {
    let (sender, mut receiver) = mpsc::channel::<Piece>(AHEAD);
    tokio::spawn(async move {
        let reader = Reader(sender);
        let done = match format {
            Format::Xlsx => download_book::write(plan, keys, &reader).await,
            _ => write(Arc::new(plan), format, keys, &reader).await,
        };
        if let Err(Stopped::Fault(fault)) = done {
            tracing::warn!(
                cause = fault.cause(),
                format = format.ending(),
                "a download could not be finished"
            );
            let cut = std::io::Error::other("the download could not be finished");
            let _ = reader.0.send(Err(cut)).await;
        }
    });
    // It may be asked again after its end, as who packs a body does.
    Body::from_stream(stream::poll_fn(move |context| receiver.poll_recv(context)))
}

async fn write(plan: Arc<Plan>, format: Format, keys: Keys, reader: &Reader) -> Result<(), Stopped> {
    let (lines, reading) = plan.clone().read(keys);
    let (mut hash, count) = write_lines(&plan, format, lines, reader).await?;
    reading.await.map_err(unwritten)??;
    let close: &[u8] = if format == Format::Csv { b"" } else { b"\n],\n" };
    hash.update(close);
    reader.give(close.to_vec()).await?;
    let hash = HEXLOWER.encode(&hash.finalize());
    reader
        .give(match format {
            Format::Csv => format!("#end,records,{count},sha256,{hash}\r\n"),
            _ => format!("\"count\":{count},\"sha256\":\"{hash}\"}}\n"),
        })
        .await
}

/// Everything but the end: the hash so far, and how many records there are.
async fn write_lines(
    plan: &Plan,
    format: Format,
    mut lines: mpsc::Receiver<Vec<String>>,
    reader: &Reader,
) -> Result<(Sha256, u64), Stopped> {
    let (mut hash, mut count) = (Sha256::new(), 0_u64);
    let begun = begin(plan, format)?;
    hash.update(&begun);
    reader.give(begun).await?;
    while let Some(batch) = lines.recv().await {
        let batch: Vec<Line<'_>> = batch.iter().filter_map(|line| Line::read(line)).collect();
        let piece = match format {
            Format::Csv => csv_lines(batch.iter().map(|line| plan.cells(line))),
            _ => json_lines(plan, format, &batch, count == 0),
        }?;
        count += batch.len() as u64;
        hash.update(&piece);
        reader.give(piece).await?;
    }
    Ok((hash, count))
}

pub(super) fn begin(plan: &Plan, format: Format) -> Result<Vec<u8>, Stopped> {
    let said = |value: &str| json!(value).to_string();
    Ok(match format {
        Format::Csv => csv_lines([plan.columns.iter().map(|column| Cell::Text(column.name().into()))])?,
        Format::GeoJson => b"{\"type\":\"FeatureCollection\",\"features\":[".to_vec(),
        _ => format!(
            "{{\"source\":{},\"date\":{},\"licence\":{},\"language\":{},\"rows\":[",
            said(&plan.source),
            said(&plan.date),
            said(&plan.licence),
            said(plan.say.lang.code()),
        )
        .into_bytes(),
    })
}

fn unwritten(error: impl std::fmt::Display) -> Stopped {
    Stopped::Fault(Fault::broken(format!("the lines of a download could not be written: {error}")))
}

pub(super) fn csv_lines<'a, Cells>(lines: impl IntoIterator<Item = Cells>) -> Result<Vec<u8>, Stopped>
where
    Cells: IntoIterator<Item = Cell<'a>>,
{
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut field = String::new();
    for cells in lines {
        for cell in cells {
            writer.write_field(harmless(&cell, &mut field)).map_err(unwritten)?;
        }
        writer.write_record(None::<&[u8]>).map_err(unwritten)?;
    }
    writer.into_inner().map_err(unwritten)
}

/// A cell as a field, made in `held` where it is not there already. A text that a spreadsheet would take for a formula stands
/// after an apostrophe; numbers are left as they are.
fn harmless<'a>(cell: &'a Cell<'_>, held: &'a mut String) -> &'a str {
    if let Cell::Text(text) = cell
        && !is_formula(text)
    {
        return text;
    }
    held.clear();
    cell.write(held);
    if !matches!(cell, Cell::Number(_)) && is_formula(held) {
        held.insert(0, '\'');
    }
    held
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn json_lines<'a>(
    plan: &'a Plan,
    format: Format,
    lines: &'a [Line<'a>],
    first: bool,
) -> Result<Vec<u8>, Stopped> {
    let mut written = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        written.extend_from_slice(if first && at == 0 { b"\n" } else { b",\n" });
        let row = Row { columns: &plan.columns, cells: plan.cells(line).collect() };
        let done = match format {
            Format::GeoJson => serde_json::to_writer(&mut written, &Feature::of(line, row)),
            _ => serde_json::to_writer(&mut written, &row),
        };
        done.map_err(unwritten)?;
    }
    Ok(written)
}

/// The cells of a line, each under the name of its column.
struct Row<'a> {
    columns: &'a [Column],
    cells: Vec<Cell<'a>>,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut row = to.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns.iter().zip(&self.cells) {
            row.serialize_entry(column.name(), cell)?;
        }
        row.end()
    }
}

/// A record on the map.
#[derive(serde::Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: &'a str,
    geometry: Option<Geometry>,
    properties: Row<'a>,
}

#[derive(serde::Serialize)]
struct Geometry {
    r#type: &'static str,
    coordinates: [f64; 2],
}

impl<'a> Feature<'a> {
    fn of(line: &'a Line<'a>, properties: Row<'a>) -> Feature<'a> {
        let point = line.east.parse().ok().zip(line.north.parse().ok());
        let geometry = point.map(|(east, north)| Geometry { r#type: "Point", coordinates: [east, north] });
        Feature { r#type: "Feature", id: line.reference, geometry, properties }
    }
}
