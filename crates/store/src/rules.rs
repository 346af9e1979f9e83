//! A constraint is a rule with a name, and the name is the same on both databases.
//!
//! SQLite says which columns clashed but not which constraint; PostgreSQL says which constraint but not which
//! columns. [`crate::schema`] therefore names every constraint so that both lead to one name:
//!
//! | constraint | the rule's name |
//! |---|---|
//! | `unique(&["email"])` on `person` | `person.email` |
//! | `unique(&["call", "number"])` on `action` | `action.call+number` |
//! | the primary key of `person` | `person.pkey` |
//! | `check("ended_after_begun", …)` on `mandate` | `mandate.ended_after_begun` |
//!
//! No refusal relies on a foreign key: a broken one is a fault.

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// The longest name PostgreSQL keeps whole.
pub(crate) const LONGEST: usize = 63;

/// The name of the rule "these columns together occur once".
pub fn unique(table: &str, columns: &[&str]) -> String {
    format!("{table}.{}", columns.join("+"))
}

/// The name of the rule that a CHECK keeps.
pub fn check(table: &str, name: &str) -> String {
    format!("{table}.{name}")
}

/// The rule that a statement broke, or nothing when it failed for another reason.
pub fn on_rule(err: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(err)) | DbErr::Query(RuntimeErr::SqlxError(err))) = err else {
        return None;
    };
    let sqlx::Error::Database(err) = err.as_ref() else { return None };
    if err.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().is_some() {
        return on_postgres(err.as_ref());
    }
    on_sqlite(err.code().as_deref()?, err.message())
}

fn on_postgres(err: &dyn sqlx::error::DatabaseError) -> Option<String> {
    let name = err.constraint()?;
    match err.kind() {
        sqlx::error::ErrorKind::CheckViolation => Some(name.to_owned()),
        sqlx::error::ErrorKind::UniqueViolation => match (name.strip_suffix("_pkey"), err.table()) {
            (Some(table), Some(named)) if table == named => Some(format!("{table}.pkey")),
            _ => Some(name.to_owned()),
        },
        _ => None,
    }
}

/// SQLite's messages, which are part of its interface: "UNIQUE constraint failed: t.a, t.b",
/// "UNIQUE constraint failed: index 'name'" and "CHECK constraint failed: name".
fn on_sqlite(code: &str, message: &str) -> Option<String> {
    let (_, what) = message.split_once(" constraint failed: ")?;
    let first_table = what.split_once('.').map_or(what, |(table, _)| table);
    match code {
        "275" => Some(what.to_owned()),
        "1555" | "2579" => Some(format!("{first_table}.pkey")),
        "2067" => match what.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\'')) {
            Some(index) => Some(index.to_owned()),
            None => {
                let columns: Vec<&str> =
                    what.split(", ").map(|place| place.split_once('.').map_or(place, |(_, c)| c)).collect();
                Some(unique(first_table, &columns))
            }
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::on_sqlite;

    #[test]
    fn sqlite_names_columns_and_the_rule_is_made_of_them() {
        let rule = |code, message| on_sqlite(code, message);
        assert_eq!(
            rule("2067", "UNIQUE constraint failed: action.call, action.number").as_deref(),
            Some("action.call+number")
        );
        assert_eq!(
            rule("2067", "UNIQUE constraint failed: index 'person.email'").as_deref(),
            Some("person.email")
        );
        assert_eq!(rule("1555", "UNIQUE constraint failed: person.id").as_deref(), Some("person.pkey"));
        assert_eq!(rule("275", "CHECK constraint failed: mandate.ended").as_deref(), Some("mandate.ended"));
        assert_eq!(rule("787", "FOREIGN KEY constraint failed"), None);
    }
}
