//! "Download these results": what a question finds, as CSV, JSON, GeoJSON or a workbook, streamed, with the same
//! columns in each.
//!
//! The last line carries the number of records and the SHA-256 of every byte before it, so that whoever was cut off
//! knows it. A workbook says its number on its second sheet.

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use futures_util::stream;
use http::header;
use serde_json::json;
use sha2::{Digest, Sha256};
use store::Fault;
use store::search::{Query, Sort};
use tokio::sync::mpsc;
use vocabulary::Say;
use web::{At, Problem};

use super::ask::Ask;
use super::columns::{Cell, Column};
use super::facets::List;
use super::record::PublicRecord;
use super::words::Words;
use super::{download_book, records};
use crate::House;

/// So many records are read at once.
pub(super) const BATCH: usize = 200;
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
    origin: String,
}

/// The file. Its name says which list and which form: `/en/actions.csv?country=KE`.
pub(super) async fn file(State(house): State<House>, at: At) -> Result<Response, Problem> {
    let (list, format) = asked(&at.path).ok_or(Problem::NotFound)?;
    let words = house.words();
    let ask = Ask::read(list, at.query.as_deref(), &words, &at.say);
    let key = super::snapshot_key(&house, &words);
    let query = Query { sort: Sort::Newest, ..ask.query() };
    let plan = Plan::new(&house, &at, &ask, &words);
    // Whoever has the file already is told so before anything is sought.
    Ok(web::served(&at, &key, move || {
        let keys: Vec<(String, String)> = match plan.house.index.keys(&query) {
            Ok(keys) => keys.collect(),
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
            origin: at.kit.origin().to_owned(),
            house: house.clone(),
        }
    }

    /// The cells of a record, in the order of the columns.
    pub fn cells(&self, record: &PublicRecord) -> Vec<Cell> {
        self.columns.iter().map(|column| column.of(record, &self.say, &self.origin)).collect()
    }

    /// The records of one batch of keys. What is no longer public when its turn comes is left out.
    pub async fn read(&self, batch: &[(String, String)]) -> Result<Vec<PublicRecord>, Stopped> {
        records::find_cards(self.house.store.read(), batch).await.map_err(Stopped::Fault)
    }
}

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
fn body(plan: Plan, format: Format, keys: Vec<(String, String)>) -> Body {
    let (sender, receiver) = mpsc::channel::<Piece>(AHEAD);
    tokio::spawn(async move {
        let reader = Reader(sender);
        let done = match format {
            Format::Xlsx => download_book::write(plan, &keys, &reader).await,
            _ => write(&plan, format, &keys, &reader).await,
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
    Body::from_stream(stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|piece| (piece, receiver))
    }))
}

async fn write(
    plan: &Plan,
    format: Format,
    keys: &[(String, String)],
    reader: &Reader,
) -> Result<(), Stopped> {
    let (mut hash, mut count) = (Sha256::new(), 0_u64);
    let begun = begin(plan, format);
    hash.update(&begun);
    reader.give(begun).await?;
    for batch in keys.chunks(BATCH) {
        let mut lines = Vec::new();
        for record in plan.read(batch).await? {
            lines.extend(line(plan, format, &record, count == 0));
            count += 1;
        }
        hash.update(&lines);
        reader.give(lines).await?;
    }
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

fn begin(plan: &Plan, format: Format) -> Vec<u8> {
    let said = |value: &str| json!(value).to_string();
    match format {
        Format::Csv => csv_line(plan.columns.iter().map(|column| column.name().to_owned())),
        Format::GeoJson => b"{\"type\":\"FeatureCollection\",\"features\":[".to_vec(),
        _ => format!(
            "{{\"source\":{},\"date\":{},\"licence\":{},\"language\":{},\"rows\":[",
            said(&plan.source),
            said(&plan.date),
            said(&plan.licence),
            said(plan.say.lang.code()),
        )
        .into_bytes(),
    }
}

fn line(plan: &Plan, format: Format, record: &PublicRecord, first: bool) -> Vec<u8> {
    let cells = plan.cells(record);
    if format == Format::Csv {
        return csv_line(cells.iter().map(harmless));
    }
    let named = plan.columns.iter().zip(&cells);
    let row: serde_json::Map<String, serde_json::Value> =
        named.map(|(column, cell)| (column.name().to_owned(), cell.value())).collect();
    let value = match format {
        Format::GeoJson => {
            let point = record.find.point;
            let geometry =
                point.map(|(north, east)| json!({ "type": "Point", "coordinates": [east, north] }));
            json!({ "type": "Feature", "id": record.key, "geometry": geometry, "properties": row })
        }
        _ => row.into(),
    };
    format!("{}\n{value}", if first { "" } else { "," }).into_bytes()
}

/// A text that a spreadsheet would take for a formula stands after an apostrophe; numbers are left as they are.
fn harmless(cell: &Cell) -> String {
    let written = cell.written();
    match cell {
        Cell::Text(_) | Cell::Many(_) if written.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            format!("'{written}")
        }
        _ => written,
    }
}

fn csv_line(fields: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory cannot fail, and every line has the same number of fields.
    writer.write_record(fields).map_or_else(|_| Vec::new(), |()| writer.into_inner().unwrap_or_default())
}
