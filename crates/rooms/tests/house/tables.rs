//! Every row of every table as text: for "nothing has changed" and "this stands nowhere".

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::harness::Story;

/// What stands in each table.
pub type Tables = BTreeMap<String, String>;

/// Reads every table.
pub async fn tables(story: &Story) -> Tables {
    let mut all = Tables::new();
    for (name, rows) in statements(story).await {
        all.insert(name, text(story, &rows).await);
    }
    all
}

/// The tables in which this stands.
pub async fn tables_with(story: &Story, what: &str) -> Vec<String> {
    let all = tables(story).await;
    let holds = |rows: &String| rows.to_lowercase().contains(&what.to_lowercase());
    all.into_iter().filter(|(_, rows)| holds(rows)).map(|(name, _)| name).collect()
}

/// The tables in which two readings differ.
pub fn differing(before: &Tables, after: &Tables) -> Vec<String> {
    let names = before.keys().chain(after.keys());
    let mut names: Vec<String> =
        names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect();
    names.dedup();
    names
}

/// For each table a statement that answers one text of all its rows.
async fn statements(story: &Story) -> Vec<(String, String)> {
    let sqlite = backend(story) == DbBackend::Sqlite;
    let names = match sqlite {
        true => "SELECT name AS v FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        false => "SELECT table_name::text AS v FROM information_schema.tables WHERE table_schema = 'public'",
    };
    let mut all = Vec::new();
    for name in column(story, names).await {
        let statement = if sqlite {
            let columns = column(story, &format!("SELECT name AS v FROM pragma_table_info('{name}')")).await;
            let quoted: Vec<String> = columns.iter().map(|c| format!("quote(\"{c}\")")).collect();
            let row = quoted.join(" || ',' || ");
            format!(
                "SELECT coalesce(group_concat(r, char(10)), '') AS v FROM (SELECT {row} AS r FROM \"{name}\" ORDER BY 1)"
            )
        } else {
            format!(
                "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS v FROM \"{name}\" t"
            )
        };
        all.push((name, statement));
    }
    all
}

fn backend(story: &Story) -> DbBackend {
    story.house.store.read().get_database_backend()
}

async fn column(story: &Story, statement: &str) -> Vec<String> {
    let rows =
        story.house.store.read().query_all_raw(Statement::from_string(backend(story), statement)).await;
    rows.unwrap().iter().map(|row| row.try_get::<String>("", "v").unwrap()).collect()
}

async fn text(story: &Story, statement: &str) -> String {
    column(story, statement).await.remove(0)
}
