//! Everything of a house in one file, in a form of the platform's own: the same from both databases and for both.
//!
//! The file is a zip. What is in it, and what each table means, is written down for others in `docs/archive.md`:
//!
//! | member | what |
//! |---|---|
//! | `tables/NAME.jsonl` | a table: one JSON object per row, in the order of its primary key |
//! | `files/ab/cdef…` | a file of the data folder, by its content |
//! | `secret.key` | the key that signs cookies and tokens; only in a backup |
//! | `manifest.json` | what this is, where the journal stood, and each member's rows, bytes and hash |
//!
//! [`write()`] reads the rows in one read transaction, so that a house that serves loses nothing and waits for nobody.
//! [`Archive::open`] and [`Archive::verify`] judge an archive without touching anything; [`put()`] then puts it in the
//! place of a house: on SQLite as a new file beside the old one, on PostgreSQL in one transaction. The tables are those
//! that the steps of the schema make, so a new table needs nothing here; an archive of fewer steps is put back with
//! those and then taken forward.
//!
//! Invariant: nothing of a house is replaced before the whole archive was found right. Invariant: what is replaced is
//! kept beside.

mod manifest;
mod put;
mod read;
mod rows;
mod swap;
mod write;

pub use manifest::{FORMAT, Manifest, Member, What};
pub use put::{Done, Place, is_empty, put};
pub use read::Archive;
pub use write::{Source, write};

use crate::schema::{Kind, Step, Table};

/// The folder of the tables inside.
const TABLES: &str = "tables/";
/// The folder of the files inside.
const FILES: &str = "files/";
/// The member with the key.
const SECRET: &str = "secret.key";
/// The member that says what the others are.
const MANIFEST: &str = "manifest.json";

/// The tables that these steps make, and the one in which they are remembered.
fn tables(steps: &[Step]) -> Vec<Table> {
    let mut tables = crate::schema::tables(steps);
    tables.push(Table {
        name: "schema_step".to_owned(),
        columns: vec![("name".to_owned(), Kind::Text), ("at".to_owned(), Kind::Whole)],
        key: vec!["name".to_owned()],
    });
    tables
}

/// Every table that these steps make, by name, with its columns: what an archive of a house of today holds.
pub fn contents(migrations: crate::Migrations) -> std::collections::BTreeMap<String, Vec<String>> {
    let named = |table: Table| (table.name, table.columns.into_iter().map(|(name, _)| name).collect());
    tables(&crate::open::with_own(migrations)).into_iter().map(named).collect()
}
