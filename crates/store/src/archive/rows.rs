//! A row between a database and one line of JSON.
//!
//! Text is a string, a whole number a number, yes and no a boolean, an id a string, bytes are base64. A column that is
//! empty is `null`; none is ever left out.

use data_encoding::BASE64;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, QueryResult, Statement, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::Fault;
use crate::schema::{Kind, Table, quoted};

/// So many rows are read or written with one statement.
const PAGE: usize = 200;

impl Kind {
    fn read(self, row: &QueryResult, column: usize) -> Result<Json, DbErr> {
        Ok(match self {
            Self::Text => row.try_get_by_index::<Option<String>>(column)?.into(),
            Self::Whole => row.try_get_by_index::<Option<i64>>(column)?.into(),
            Self::Flag => row.try_get_by_index::<Option<bool>>(column)?.into(),
            Self::Real => row.try_get_by_index::<Option<f64>>(column)?.into(),
            Self::Uuid => row.try_get_by_index::<Option<Uuid>>(column)?.map(|id| id.to_string()).into(),
            Self::Bytes => {
                row.try_get_by_index::<Option<Vec<u8>>>(column)?.map(|bytes| BASE64.encode(&bytes)).into()
            }
        })
    }

    /// The value that this JSON stands for in such a column; `None` when it is of another kind.
    fn value(self, json: &Json) -> Option<Value> {
        let empty = json.is_null();
        Some(match self {
            _ if empty => self.empty(),
            Self::Text => Value::from(json.as_str()?),
            Self::Whole => Value::from(json.as_i64()?),
            Self::Flag => Value::from(json.as_bool()?),
            Self::Real => Value::from(json.as_f64()?),
            Self::Uuid => Value::from(Uuid::try_parse(json.as_str()?).ok()?),
            Self::Bytes => Value::from(BASE64.decode(json.as_str()?.as_bytes()).ok()?),
        })
    }

    fn empty(self) -> Value {
        match self {
            Self::Text => Value::from(None::<String>),
            Self::Whole => Value::from(None::<i64>),
            Self::Flag => Value::from(None::<bool>),
            Self::Real => Value::from(None::<f64>),
            Self::Uuid => Value::from(None::<Uuid>),
            Self::Bytes => Value::from(None::<Vec<u8>>),
        }
    }
}

/// The rows of a table as lines, page by page, in the order of the primary key; a table without one is one page.
pub(super) struct Pages<'a> {
    table: &'a Table,
    after: Option<Vec<Value>>,
    ended: bool,
}

impl<'a> Pages<'a> {
    pub(super) fn of(table: &'a Table) -> Self {
        Self { table, after: None, ended: false }
    }

    /// The next lines; none when the table has ended.
    pub(super) async fn next(&mut self, tx: &DatabaseTransaction) -> Result<Vec<String>, Fault> {
        if self.ended {
            return Ok(Vec::new());
        }
        let statement = self.select();
        let values = self.after.take().unwrap_or_default();
        let page = Statement::from_sql_and_values(tx.get_database_backend(), statement, values);
        let rows = tx.query_all_raw(page).await?;
        self.ended = rows.len() < PAGE || self.table.key.is_empty();
        let mut lines = Vec::with_capacity(rows.len());
        for row in &rows {
            let cells = self.cells(row)?;
            lines.push(line(self.table, &cells)?);
            if !self.ended && lines.len() == rows.len() {
                self.after = Some(self.place(&cells)?);
            }
        }
        Ok(lines)
    }

    fn select(&self) -> String {
        let columns = list(self.table.columns.iter().map(|(name, _)| name.as_str()));
        if self.table.key.is_empty() {
            return format!("SELECT {columns} FROM {}", quoted(&self.table.name));
        }
        let key = list(self.table.key.iter().map(String::as_str));
        let after = match &self.after {
            None => String::new(),
            Some(values) => format!(" WHERE ({key}) > ({})", places(0, values.len())),
        };
        format!("SELECT {columns} FROM {}{after} ORDER BY {key} LIMIT {PAGE}", quoted(&self.table.name))
    }

    fn cells(&self, row: &QueryResult) -> Result<Vec<Json>, Fault> {
        let kinds = self.table.columns.iter().map(|(_, kind)| *kind).enumerate();
        Ok(kinds.map(|(column, kind)| kind.read(row, column)).collect::<Result<_, _>>()?)
    }

    /// Where a row stands: the values of its key.
    fn place(&self, cells: &[Json]) -> Result<Vec<Value>, Fault> {
        let columns = self.table.columns.iter().zip(cells);
        let value = |wanted: &String| {
            columns
                .clone()
                .find(|((name, _), _)| name == wanted)
                .and_then(|((_, kind), cell)| kind.value(cell))
        };
        let place: Option<Vec<Value>> = self.table.key.iter().map(value).collect();
        place.ok_or_else(|| Fault::broken(format!("the table {} has no key to go by", self.table.name)))
    }
}

/// A row as its line, the columns in the order of the schema.
fn line(table: &Table, cells: &[Json]) -> Result<String, Fault> {
    let mut line = String::from("{");
    for ((name, _), cell) in table.columns.iter().zip(cells) {
        if line.len() > 1 {
            line.push(',');
        }
        line.push_str(&serde_json::to_string(name)?);
        line.push(':');
        line.push_str(&serde_json::to_string(cell)?);
    }
    line.push_str("}\n");
    Ok(line)
}

/// The values of a line, in the order of the columns; `None` when it is no row of this table.
pub(super) fn values(table: &Table, row: &Json) -> Option<Vec<Value>> {
    let row = row.as_object()?;
    if row.len() != table.columns.len() {
        return None;
    }
    table.columns.iter().map(|(name, kind)| kind.value(row.get(name)?)).collect()
}

/// Rows on their way into a table, many with one statement.
pub(super) struct Inserts<'a> {
    table: &'a Table,
    values: Vec<Value>,
    rows: usize,
}

impl<'a> Inserts<'a> {
    pub(super) fn into(table: &'a Table) -> Self {
        Self { table, values: Vec::new(), rows: 0 }
    }

    pub(super) async fn push(&mut self, tx: &DatabaseTransaction, row: Vec<Value>) -> Result<(), Fault> {
        self.values.extend(row);
        self.rows += 1;
        if self.rows == PAGE { self.flush(tx).await } else { Ok(()) }
    }

    pub(super) async fn flush(&mut self, tx: &DatabaseTransaction) -> Result<(), Fault> {
        if self.rows == 0 {
            return Ok(());
        }
        let width = self.table.columns.len();
        let rows: Vec<String> =
            (0..self.rows).map(|row| format!("({})", places(row * width, width))).collect();
        let columns = list(self.table.columns.iter().map(|(name, _)| name.as_str()));
        let insert =
            format!("INSERT INTO {} ({columns}) VALUES {}", quoted(&self.table.name), rows.join(", "));
        let values = std::mem::take(&mut self.values);
        self.rows = 0;
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), insert, values)).await?;
        Ok(())
    }
}

fn list<'a>(columns: impl Iterator<Item = &'a str>) -> String {
    columns.map(quoted).collect::<Vec<_>>().join(", ")
}

/// `$4, $5, $6`: so many places after so many others.
fn places(after: usize, many: usize) -> String {
    (1..=many).map(|n| format!("${}", after + n)).collect::<Vec<_>>().join(", ")
}
