//! How a room writes its tables: steps that are only ever appended to, the same on both databases.
//!
//! ```ignore
//! pub fn steps() -> store::Migrations {
//!     vec![
//!         step("people-001", |m| {
//!             m.words("role", &["steward", "assessor"]);
//!             m.table("person", |t| {
//!                 t.id();
//!                 t.text("email").optional();
//!                 t.text("role").word_of("role");
//!                 t.uuid("invited_by").refers("person").optional();
//!                 t.moment("begun");
//!                 t.moment("ended").optional();
//!                 t.unique(&["email"]);
//!                 t.check("ended_after_begun", "ended IS NULL OR ended >= begun");
//!             });
//!             m.index("person", &["begun"]);
//!         }),
//!     ]
//! }
//! ```
//!
//! | here | in an entity | SQLite (STRICT) | PostgreSQL |
//! |---|---|---|---|
//! | `id`, `uuid` | `Uuid` | BLOB | UUID |
//! | `text`, `json` | `String` | TEXT | TEXT |
//! | `moment`, `position`, `whole` | `i64` | INTEGER | BIGINT |
//! | `flag` | `bool` | INTEGER | BOOLEAN |
//! | `real` | `f64` | REAL | DOUBLE PRECISION |
//! | `bytes` | `Vec<u8>` | BLOB | BYTEA |
//!
//! Every column is NOT NULL unless `optional`. JSON is TEXT, canonical, and SQL never looks inside.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};

use crate::rules;

/// One step of the schema. Its name sorts within its room ("people-001") and is never used again.
pub fn step(name: &'static str, make: fn(&mut Make)) -> Step {
    Step { name, make }
}

/// A step that [`step`] made. Plain data: what it does is in the statements that [`Make`] collects.
#[derive(Clone, Copy)]
pub struct Step {
    name: &'static str,
    make: fn(&mut Make),
}

impl Step {
    /// The name under which the database remembers that it was run.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Runs its statements, in order, in the transaction given.
    pub(crate) async fn up(&self, conn: &impl ConnectionTrait) -> Result<(), DbErr> {
        let mut make = Make::begin(conn.get_database_backend());
        (self.make)(&mut make);
        for statement in &make.statements {
            conn.execute_unprepared(statement).await.map_err(|err| {
                DbErr::Migration(format!("step {} could not run \"{statement}\": {err}", self.name))
            })?;
        }
        Ok(())
    }
}

/// What a step makes, in order.
pub struct Make {
    backend: DbBackend,
    statements: Vec<String>,
    tables: Vec<Table>,
}

/// A table as the steps make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<(String, Kind)>,
    pub(crate) key: Vec<String>,
}

/// What a column holds, whatever a database calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Uuid,
    Text,
    Whole,
    Flag,
    Real,
    Bytes,
}

impl Kind {
    fn on(self, backend: DbBackend) -> &'static str {
        match (self, backend) {
            (Self::Text, _) => "TEXT",
            (Self::Uuid | Self::Bytes, DbBackend::Sqlite) => "BLOB",
            (Self::Whole | Self::Flag, DbBackend::Sqlite) => "INTEGER",
            (Self::Real, DbBackend::Sqlite) => "REAL",
            (Self::Uuid, _) => "UUID",
            (Self::Whole, _) => "BIGINT",
            (Self::Flag, _) => "BOOLEAN",
            (Self::Real, _) => "DOUBLE PRECISION",
            (Self::Bytes, _) => "BYTEA",
        }
    }
}

/// The tables that these steps make together, by name. A statement given with [`Make::sql`] makes none.
pub(crate) fn tables(steps: &[Step]) -> Vec<Table> {
    let mut make = Make::begin(DbBackend::Sqlite);
    steps.iter().for_each(|step| (step.make)(&mut make));
    make.tables.sort_by(|a, b| a.name.cmp(&b.name));
    make.tables
}

impl Make {
    fn begin(backend: DbBackend) -> Self {
        Self { backend, statements: Vec::new(), tables: Vec::new() }
    }

    /// A table.
    pub fn table(&mut self, name: &str, make: impl FnOnce(&mut Columns)) {
        let columns = self.columns(name, make);
        let mut lines: Vec<String> = columns.columns.iter().map(|c| c.definition(self.backend)).collect();
        lines.extend(columns.rules);
        let (names, key) = (columns.columns.iter().map(Column::named).collect(), columns.key);
        self.tables.push(Table { name: name.to_owned(), columns: names, key });
        let strict = if self.backend == DbBackend::Sqlite { " STRICT" } else { "" };
        self.statements.push(format!("CREATE TABLE {} ({}){strict}", quoted(name), lines.join(", ")));
    }

    /// Further columns of a table that exists; each must be optional or have a default.
    pub fn add(&mut self, table: &str, make: impl FnOnce(&mut Columns)) {
        let columns = self.columns(table, make);
        for column in &columns.columns {
            self.statements.push(format!(
                "ALTER TABLE {} ADD COLUMN {}",
                quoted(table),
                column.definition(self.backend)
            ));
        }
        if let Some(known) = self.tables.iter_mut().find(|known| known.name == table) {
            known.columns.extend(columns.columns.iter().map(Column::named));
        }
    }

    /// A small table of words (`code`) that other tables refer to: a new state is an INSERT.
    pub fn words(&mut self, table: &str, words: &[&str]) {
        self.table(table, |t| {
            t.text("code");
            t.key(&["code"]);
        });
        self.more_words(table, words);
    }

    /// More words for a table made by [`Make::words`].
    pub fn more_words(&mut self, table: &str, words: &[&str]) {
        for word in words {
            self.statements.push(format!(
                "INSERT INTO {} (code) VALUES ('{}')",
                quoted(table),
                word.replace('\'', "''")
            ));
        }
    }

    /// An index that only makes reading faster.
    pub fn index(&mut self, table: &str, columns: &[&str]) {
        let name = format!("ix.{}", rules::unique(table, columns));
        self.statements.push(format!(
            "CREATE INDEX {} ON {} ({})",
            quoted(&name),
            quoted(table),
            list(columns)
        ));
    }

    /// The rule "these columns together occur once", for a table that exists.
    pub fn unique(&mut self, table: &str, columns: &[&str]) {
        self.unique_index(table, columns, "");
    }

    /// The same rule for the rows that fulfil a condition.
    pub fn unique_where(&mut self, table: &str, columns: &[&str], condition: &str) {
        self.unique_index(table, columns, &format!(" WHERE {condition}"));
    }

    /// A statement that both databases understand.
    pub fn sql(&mut self, statement: &str) {
        self.statements.push(statement.to_owned());
    }

    fn unique_index(&mut self, table: &str, columns: &[&str], rest: &str) {
        self.statements.push(format!(
            "CREATE UNIQUE INDEX {} ON {} ({}){rest}",
            quoted(&rules::unique(table, columns)),
            quoted(table),
            list(columns)
        ));
    }

    fn columns(&self, table: &str, make: impl FnOnce(&mut Columns)) -> Columns {
        let mut columns =
            Columns { table: table.to_owned(), columns: Vec::new(), key: Vec::new(), rules: Vec::new() };
        make(&mut columns);
        columns
    }
}

/// The columns and rules of one table.
pub struct Columns {
    table: String,
    columns: Vec<Column>,
    key: Vec<String>,
    rules: Vec<String>,
}

impl Columns {
    /// `id`, a UUID and the primary key.
    pub fn id(&mut self) {
        self.uuid("id");
        self.key(&["id"]);
    }

    /// A UUID.
    pub fn uuid(&mut self, name: &str) -> &mut Column {
        self.column(name, Kind::Uuid)
    }

    /// Text of any length.
    pub fn text(&mut self, name: &str) -> &mut Column {
        self.column(name, Kind::Text)
    }

    /// Canonical JSON.
    pub fn json(&mut self, name: &str) -> &mut Column {
        self.column(name, Kind::Text)
    }

    /// A moment: whole seconds since 1970.
    pub fn moment(&mut self, name: &str) -> &mut Column {
        self.whole(name)
    }

    /// A position in the journal.
    pub fn position(&mut self, name: &str) -> &mut Column {
        self.whole(name)
    }

    /// A whole number.
    pub fn whole(&mut self, name: &str) -> &mut Column {
        self.column(name, Kind::Whole)
    }

    /// Yes or no.
    pub fn flag(&mut self, name: &str) -> &mut Column {
        self.column(name, Kind::Flag)
    }

    /// A number with a fraction.
    pub fn real(&mut self, name: &str) -> &mut Column {
        self.column(name, Kind::Real)
    }

    /// Bytes: a small hash or key; files go to the data folder.
    pub fn bytes(&mut self, name: &str) -> &mut Column {
        self.column(name, Kind::Bytes)
    }

    /// The primary key, when it is not `id`. The rule is called `table.pkey`.
    pub fn key(&mut self, columns: &[&str]) {
        self.key = columns.iter().map(|&column| column.to_owned()).collect();
        let name = rules::check(&self.table, "pkey");
        self.rules.push(format!("CONSTRAINT {} PRIMARY KEY ({})", quoted(&name), list(columns)));
    }

    /// The rule "these columns together occur once", called `table.column+column`.
    pub fn unique(&mut self, columns: &[&str]) {
        let name = rules::unique(&self.table, columns);
        self.rules.push(format!("CONSTRAINT {} UNIQUE ({})", quoted(&name), list(columns)));
    }

    /// A rule that every row keeps, called `table.name`.
    pub fn check(&mut self, name: &str, condition: &str) {
        let name = rules::check(&self.table, name);
        self.rules.push(format!("CONSTRAINT {} CHECK ({condition})", quoted(&name)));
    }

    fn column(&mut self, name: &str, kind: Kind) -> &mut Column {
        let column = Column { name: name.to_owned(), kind, null: " NOT NULL", rest: String::new() };
        self.columns.push(column);
        self.columns.last_mut().expect("a column was pushed on the line before")
    }
}

/// One column; it may be refined.
pub struct Column {
    name: String,
    kind: Kind,
    null: &'static str,
    rest: String,
}

impl Column {
    /// The column may be empty.
    pub fn optional(&mut self) -> &mut Self {
        self.null = "";
        self
    }

    /// The column holds the `id` of a row of that table.
    pub fn refers(&mut self, table: &str) -> &mut Self {
        self.rest.push_str(&format!(" REFERENCES {} (id)", quoted(table)));
        self
    }

    /// As [`Column::refers`]; when that row is deleted, this row falls with it.
    pub fn falls_with(&mut self, table: &str) -> &mut Self {
        self.rest.push_str(&format!(" REFERENCES {} (id) ON DELETE CASCADE", quoted(table)));
        self
    }

    /// The column holds a word of a table made by [`Make::words`].
    pub fn word_of(&mut self, table: &str) -> &mut Self {
        self.rest.push_str(&format!(" REFERENCES {} (code)", quoted(table)));
        self
    }

    /// What the column holds when nothing is said: an SQL literal (`0`, `'draft'`, `FALSE`).
    pub fn default_to(&mut self, literal: &str) -> &mut Self {
        self.rest.push_str(&format!(" DEFAULT {literal}"));
        self
    }

    fn definition(&self, backend: DbBackend) -> String {
        format!("{} {}{}{}", quoted(&self.name), self.kind.on(backend), self.null, self.rest)
    }

    fn named(&self) -> (String, Kind) {
        (self.name.clone(), self.kind)
    }
}

/// A name in quotes. Longer names PostgreSQL would cut in silence, and a rule would lose its name.
pub(crate) fn quoted(name: &str) -> String {
    assert!(name.len() <= rules::LONGEST, "the name \"{name}\" is longer than {} bytes", rules::LONGEST);
    format!("\"{name}\"")
}

fn list(columns: &[&str]) -> String {
    columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ")
}
