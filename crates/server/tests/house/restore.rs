//! Everything in one file and back, as somebody types it: from a house that serves, between the databases, from an old
//! version.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::crash::everything_follows;
use crate::{Demo, done, free_port, localaction, refused, scratch, word};
use rooms::wiring;
use serde_json::Value;
use store::archive::{Archive, Manifest, contents};
use store::testing::TestDb;

/// What is written down for others about the form.
const DOCUMENT: &str = include_str!("../../../../docs/archive.md");
/// What a house of the first version that was given out wrote.
const FIRST: &str = include_str!("../data/first-version.json");

fn example(name: &str) -> String {
    format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A real house with the cohort in it.
fn cohort(dir: &Path) -> PathBuf {
    let folder = dir.join("house");
    done(&folder, &["init"]);
    done(&folder, &["import", &example("cohort/actions.jsonl")]);
    folder
}

fn archived(file: &Path, folder: &Path, words: &[&str]) -> Manifest {
    let words: Vec<&str> = words.iter().copied().chain([word(file)]).collect();
    done(folder, &words);
    let mut archive = Archive::open(file, wiring::migrations()).expect("it can be opened");
    archive.verify().expect("it is whole");
    archive.manifest().clone()
}

/// The members by what they hold; the row with the epoch is another in each house.
fn same(manifest: &Manifest) -> BTreeMap<String, String> {
    let members = manifest.members.iter().filter(|member| member.name != "tables/journal_head.jsonl");
    members.map(|member| (member.name.clone(), member.sha256.to_string())).collect()
}

#[test]
fn a_demonstration_is_the_same_after_it_was_restored_elsewhere() {
    let dir = scratch();
    let (folder, other, file) =
        (dir.path().join("demo"), dir.path().join("other"), dir.path().join("demo.zip"));
    let port = free_port();
    let pages =
        ["/en/", "/fr/actions", "/ar/governments", "/es/map", "/en/declarations", "/en/actions?q=water"];
    let read = |demo: &Demo| -> Vec<String> {
        pages.iter().map(|path| demo.browser().get(path).expect("it answers").text).collect()
    };
    let mut demo = Demo::start(&folder, port);
    everything_follows(&demo, dir.path(), &folder, 0);
    let before = read(&demo);
    archived(&file, &folder, &["backup"]);
    let sentence = refused(&folder, &["restore", word(&file)]);
    assert!(sentence.contains("Another Local Action works in"), "{sentence}");
    demo.kill();
    let said = done(&other, &["restore", word(&file)]);
    assert!(said.starts_with("The house in ") && !said.contains("What was there before"), "{said}");
    let demo = Demo::start(&other, port);
    everything_follows(&demo, dir.path(), &other, 0);
    let after = read(&demo);
    for ((before, after), path) in before.iter().zip(&after).zip(pages) {
        let first = before.lines().zip(after.lines()).find(|(before, after)| before != after);
        assert!(before == after, "{path} has changed: {first:?}");
    }
    drop(demo);

    let real = dir.path().join("real");
    done(&real, &["init"]);
    let sentence = refused(&real, &["restore", word(&file)]);
    assert!(sentence.contains("is of a demo house, and the house here is a real one"), "{sentence}");
    let said = done(&folder, &["restore", word(&file)]);
    assert!(said.contains("house.db.before-restore-"), "{said}");
}

#[test]
fn everything_is_exported_read_into_postgresql_and_back() {
    let dir = scratch();
    let folder = cohort(dir.path());
    let (first, second) = (dir.path().join("1.zip"), dir.path().join("2.zip"));
    let exported = archived(&first, &folder, &["export", "--all"]);
    assert!(localaction(&folder, &["export", "--all", word(&first)]).complained.contains("is there already"));
    let sentence = refused(&folder, &["restore", word(&first)]);
    assert!(sentence.contains("is an export") && sentence.contains("import --all"), "{sentence}");
    let sentence = refused(&folder, &["import", "--all", word(&first)]);
    assert!(sentence.contains("There is a house in"), "{sentence}");

    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    let (postgres, back) = (dir.path().join("postgres"), dir.path().join("back"));
    let db = runtime.block_on(TestDb::postgres(wiring::migrations));
    runtime.block_on(db.store.clone().close()).expect("it can be closed");
    let said = done(&postgres, &["import", "--all", word(&first), "--database", &db.url]);
    assert!(said.contains("is kept in the schema before_restore_"), "{said}");
    let again = archived(&second, &postgres, &["export", "--all", "--database", &db.url]);
    assert_eq!(same(&exported), same(&again));
    assert!(!postgres.join("house.db").exists());
    done(&back, &["import", "--all", word(&second)]);
    let last = archived(&dir.path().join("3.zip"), &back, &["export", "--all"]);
    assert_eq!(same(&exported), same(&last));
    let found = done(&back, &["rebuild", "search"]);
    assert_eq!(found, done(&folder, &["rebuild", "search"]));
    assert!(
        refused(&postgres, &["import", "--all", word(&first), "--database", &db.url])
            .contains("There is a house")
    );
}

/// The rows of a table of the document: name, whether an export has it, what it is.
fn documented() -> Vec<(String, bool)> {
    let lines = DOCUMENT.lines().skip_while(|line| !line.starts_with("## The tables"));
    let rows = lines.filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| {
        let mut cells = row.split(" | ");
        let name = cells.next()?.trim_end_matches('`').to_owned();
        let kept = cells.next()?.trim();
        assert!(matches!(kept, "yes" | "no"), "{row}");
        assert!(cells.next().is_some_and(|words| words.len() > 10), "{name} is not explained");
        Some((name, kept == "yes"))
    })
    .collect()
}

#[test]
fn every_table_is_explained_and_what_is_left_out_is_said() {
    let documented = documented();
    let names: Vec<String> = documented.iter().map(|(name, _)| name.clone()).collect();
    let known: Vec<String> = contents(wiring::migrations()).into_keys().collect();
    assert_eq!(names, known, "docs/archive.md has a line for each table, by name");
    let dir = scratch();
    let (folder, file) = (dir.path().join("house"), dir.path().join("export.zip"));
    done(&folder, &["init"]);
    let manifest = archived(&file, &folder, &["export", "--all"]);
    let left_out: BTreeSet<String> = manifest.left_out.into_iter().collect();
    let said: BTreeSet<String> =
        documented.into_iter().filter(|(_, kept)| !kept).map(|(name, _)| name).collect();
    assert_eq!(left_out, said);
    assert!(manifest.members.iter().all(|member| member.name != "secret.key"));
}

/// An archive of a house of the first version, as that version's schema has it.
fn of_the_first_version(file: &Path) {
    let first: Value = serde_json::from_str(FIRST).expect("it is JSON");
    let tables = first["tables"].as_object().expect("it has tables");
    let mut zip = zip::ZipWriter::new(File::create(file).expect("a file can be written"));
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a member can begin");
        zip.write_all(text.as_bytes()).expect("a member can be written");
    };
    let mut members = Vec::new();
    for (name, rows) in tables {
        let rows = rows.as_array().expect("a table has rows");
        let text: String = rows.iter().map(|row| format!("{row}\n")).collect();
        let name = format!("tables/{name}.jsonl");
        put(&name, &text);
        let sha256 = store::Hash::of(&text);
        members.push(
            serde_json::json!({"name": name, "rows": rows.len(), "bytes": text.len(), "sha256": sha256}),
        );
    }
    let mut manifest = first["manifest"].clone();
    manifest["members"] = members.into();
    put("manifest.json", &manifest.to_string());
    zip.finish().expect("a zip can end");
}

#[test]
fn a_house_of_the_first_version_is_restored_and_taken_forward() {
    let dir = scratch();
    let (folder, file) = (dir.path().join("house"), dir.path().join("first.zip"));
    of_the_first_version(&file);
    let said = done(&folder, &["restore", word(&file)]);
    assert!(said.contains("Its schema was older"), "{said}");
    assert!(done(&folder, &["migrate"]).contains("nothing is to be done"));
    let now = dir.path().join("now.zip");
    archived(&now, &folder, &["backup"]);
    let first: Value = serde_json::from_str(FIRST).expect("it is JSON");
    let rows = |table: &str| -> Vec<Value> {
        let mut zip = zip::ZipArchive::new(File::open(&now).expect("it was written")).expect("it is a zip");
        let text =
            std::io::read_to_string(zip.by_name(&format!("tables/{table}.jsonl")).expect("it is inside"));
        text.expect("it is text").lines().map(|row| serde_json::from_str(row).expect("it is JSON")).collect()
    };
    for (table, before) in first["tables"].as_object().expect("it has tables") {
        let after = rows(table);
        for old in before.as_array().expect("a table has rows") {
            let of_old = |new: &&Value| {
                old.as_object().is_some_and(|old| old.iter().all(|(column, value)| new[column] == *value))
            };
            assert!(
                table == "journal_head" || after.iter().any(|new| of_old(&new)),
                "{table} has lost {old}"
            );
        }
    }
    let signatures = first["tables"]["signature"].as_array().map_or(0, Vec::len);
    assert!(signatures > 0 && rows("signature_event").len() >= signatures, "each signature got its history");
    done(&folder, &["rebuild", "search"]);
    fs::remove_file(&now).expect("it can be deleted");
}
