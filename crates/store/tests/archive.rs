//! Everything in one file, and back: on either database, and never by halves.
#![expect(clippy::unwrap_used, reason = "a story stops at the first thing that is not as it should be")]

#[cfg(test)]
#[path = "stories/world.rs"]
mod world;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use store::archive::{self, Archive, Done, Manifest, Place, Source, What};
use store::files::Incoming;
use store::folder::Purpose;
use store::journal::{self, Chain};
use store::schema::step;
use store::testing::{TestDb, on_both};
use store::{Fault, Files, Migrations, Store, Subject};
use uuid::Uuid;
use vocabulary::Ids;

use crate::world::{heard, keep, kept, migrations, number, run};

const LEFT_OUT: [&str; 1] = ["heard"];

async fn written(db: &TestDb, what: What, file: &Path, steps: Migrations) -> Result<Manifest, Fault> {
    let left_out: &[&str] = if what == What::Export { &LEFT_OUT } else { &[] };
    let source = Source {
        url: &db.url,
        folder: &db.folder,
        migrations: steps,
        what,
        left_out,
        program: "1.2.3",
        now: db.clock.now(),
    };
    archive::write(&source, file).await
}

async fn backup(db: &TestDb, name: &str) -> (PathBuf, Manifest) {
    let file = db.folder.root().join(name);
    let manifest = written(db, What::Backup, &file, migrations()).await.unwrap();
    (file, manifest)
}

async fn put(file: &Path, db: &TestDb) -> Result<Done, Fault> {
    let place = Place {
        url: &db.url,
        folder: &db.folder,
        migrations: migrations(),
        now: db.clock.now(),
        ids: &db.ids,
    };
    archive::put(&mut Archive::open(file, migrations())?, &place).await
}

async fn refused(file: &Path, db: &TestDb) -> String {
    put(file, db).await.expect_err("it should have been refused").to_string()
}

/// A house with more rows than one page, odd values, a file, a forgotten file and a key.
async fn fill(db: &TestDb) {
    let marked = Store::open_for(Purpose::Real, &db.url, migrations(), db.clock.clone(), Ids::fixed()).await;
    marked.unwrap().close().await.unwrap();
    db.folder.secret([7; 32]).unwrap();
    let files = Files::new(&db.folder);
    let owner = Subject::new("pebble", Uuid::from_u128(7));
    let tx = db.store.act(db.clock.now()).await.unwrap();
    for n in 0..450 {
        keep(&tx, &format!("pebble {n}")).await.unwrap();
    }
    let odd = "INSERT INTO pebble (id, name, place, round, shine, found, colour) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let name = "a \"quoted\"\n\u{2028}name\\ with \u{1F3D9} and حصاة";
    let values = [
        Uuid::from_u128(u128::MAX).into(),
        name.into(),
        i64::MAX.into(),
        false.into(),
        0.1.into(),
        "{}".into(),
        "blue".into(),
    ];
    run(&tx, odd, values).await.unwrap();
    run(&tx, "INSERT INTO heard (who, position) VALUES ('somebody', 3)", []).await.unwrap();
    let picture = Incoming { bytes: b"a picture", mime: "image/png", name: "pebble.png", owner };
    files.put(&tx, picture).await.unwrap();
    let gone = files.put(&tx, Incoming { bytes: b"forgotten", ..picture }).await.unwrap();
    files.forget(&tx, gone).await.unwrap();
    tx.commit().await.unwrap();
}

/// What must be equal in two archives of the same house: everything but the epoch.
fn but_the_epoch(manifest: &Manifest) -> Vec<String> {
    let same = manifest.members.iter().filter(|member| member.name != "tables/journal_head.jsonl");
    let mut lines: Vec<String> = same.map(|m| format!("{} {:?} {}", m.name, m.rows, m.sha256)).collect();
    lines.push(format!("{} {}", manifest.position, manifest.hash));
    lines
}

#[tokio::test]
async fn a_house_goes_from_either_database_to_either_and_is_the_same() {
    on_both(migrations, |db| async move {
        fill(&db).await;
        let (file, before) = backup(&db, "backup.zip").await;
        assert_eq!((before.position, before.files(), before.missing.len()), (450, 1, 0));
        assert_eq!((before.what, before.purpose, before.program.as_str()), (What::Backup, Purpose::Real, "1.2.3"));
        for other in [TestDb::sqlite(migrations).await, TestDb::postgres(migrations).await] {
            kept(&other.store, "was here before").await;
            other.folder.secret([8; 32]).unwrap();
            other.store.clone().close().await.unwrap();
            let done = put(&file, &other).await.unwrap();
            assert_eq!((done.kept.len(), done.steps.len()), (2, 0), "the rows and the key are kept: {:?}", done.kept);
            let (_, after) = backup(&other, "again.zip").await;
            assert_eq!(but_the_epoch(&before), but_the_epoch(&after));
            assert_ne!(before.epoch, after.epoch);
            let again = other.again().await;
            assert_eq!(journal::verify(again.read()).await.unwrap(), Chain::Whole { facts: 450 });
            let odd = "SELECT count(*) FROM pebble WHERE place = 9223372036854775807 AND shine = 0.1 AND NOT round \
                       AND colour = 'blue'";
            assert_eq!(number(&again, odd).await, 1);
            assert_eq!(heard(&again, "somebody").await, [3]);
            assert_eq!(number(&again, "SELECT count(*) FROM pebble").await, 451);
            assert_eq!(other.folder.secret([9; 32]).unwrap(), [7; 32]);
            let files = Files::new(&other.folder);
            let there = files.of(again.read(), Subject::new("pebble", Uuid::from_u128(7))).await.unwrap();
            let mut bytes = Vec::new();
            for file in &there {
                bytes.push(files.bytes(file).await.unwrap());
            }
            bytes.sort();
            assert_eq!(bytes, [None, Some(b"a picture".to_vec())]);
            // The rules are the same as before: what refers to nothing is refused, and the journal goes on.
            let tx = again.note(other.clock.now()).await.unwrap();
            let wrong = "INSERT INTO pebble (id, name, colour) VALUES ($1, 'x', 'nowhere')";
            run(&tx, wrong, [Uuid::from_u128(1).into()]).await.unwrap_err();
            drop(tx);
            other.clock.advance(60);
            assert_eq!(kept(&again, "and on").await, 451);
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_there_before_can_be_put_back() {
    let (from, db) = (TestDb::sqlite(migrations).await, TestDb::sqlite(migrations).await);
    kept(&from.store, "restored").await;
    let (file, _) = backup(&from, "backup.zip").await;
    kept(&db.store, "was here before").await;
    kept(&db.store, "this too").await;
    // The store is not closed: its log is as a process that was killed leaves it.
    let done = put(&file, &db).await.unwrap();
    let aside = format!("sqlite://{}", done.kept[0]);
    let aside = Store::open(&aside, migrations(), db.clock.clone(), Ids::fixed()).await.unwrap();
    assert_eq!(number(&aside, "SELECT count(*) FROM pebble").await, 2);
    let again = db.again().await;
    assert_eq!(number(&again, "SELECT count(*) FROM pebble").await, 1);
    again.close().await.unwrap();
    let done = put(&file, &db).await.unwrap();
    assert!(done.kept[0].ends_with("Z-2"), "nothing that was kept is written over: {:?}", done.kept);
    assert!(!archive::is_empty(&db.url).await.unwrap());
    let nothing = TestDb::postgres(migrations).await;
    assert!(archive::is_empty(&nothing.url).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn others_write_while_it_is_written_and_it_is_of_one_moment() {
    on_both(migrations, |db| async move {
        fill(&db).await;
        let store = db.store.clone();
        let busy = tokio::spawn(async move {
            for n in 0.. {
                kept(&store, &format!("meanwhile {n}")).await;
            }
        });
        for round in 0..3 {
            let (file, manifest) = backup(&db, &format!("{round}.zip")).await;
            let rows = |name: &str| {
                let name = format!("tables/{name}.jsonl");
                manifest.members.iter().find(|member| member.name == name).unwrap().rows.unwrap()
            };
            assert_eq!(rows("journal") + 1, rows("pebble"), "a fact and its row are there together");
            assert_eq!(rows("journal"), u64::try_from(manifest.position).unwrap());
            Archive::open(&file, migrations()).unwrap().verify().unwrap();
        }
        busy.abort();
    })
    .await;
}

/// Where the content of a member begins in the file.
fn content_of(bytes: &[u8], member: &str) -> usize {
    let name = bytes.windows(member.len()).position(|window| window == member.as_bytes()).unwrap();
    name + member.len() + 20
}

#[tokio::test]
async fn what_is_damaged_is_refused_and_nothing_is_changed() {
    let (from, db) = (TestDb::sqlite(migrations).await, TestDb::sqlite(migrations).await);
    fill(&from).await;
    let (file, manifest) = backup(&from, "backup.zip").await;
    kept(&db.store, "stays").await;
    let whole = fs::read(&file).unwrap();
    for member in manifest.members.iter().filter(|member| member.bytes > 0) {
        let mut bytes = whole.clone();
        let place = content_of(&bytes, &member.name) + 2;
        bytes[place] ^= 0x10;
        fs::write(&file, bytes).unwrap();
        let sentence = refused(&file, &db).await;
        assert!(sentence.contains(&format!("is damaged in {}", member.name)), "{sentence}");
    }
    for end in [whole.len() - 1, whole.len() / 2, 30, 0] {
        fs::write(&file, &whole[..end]).unwrap();
        let sentence = refused(&file, &db).await;
        assert!(sentence.contains("is no whole archive"), "{sentence}");
    }
    fs::write(&file, whole).unwrap();
    assert_eq!(number(&db.store, "SELECT count(*) FROM pebble").await, 1);
    let left = fs::read_dir(db.folder.root()).unwrap().map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().contains("restor")).collect();
    assert!(left.is_empty(), "{left:?}");
}

/// The same archive with another manifest.
fn with_manifest(file: &Path, change: impl FnOnce(&mut Value)) {
    let mut zip = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut manifest: Value = serde_json::from_reader(zip.by_name("manifest.json").unwrap()).unwrap();
    change(&mut manifest);
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for n in 0..zip.len() {
        let member = zip.by_index_raw(n).unwrap();
        if member.name().unwrap() != "manifest.json" {
            out.raw_copy_file(member).unwrap();
        }
    }
    out.start_file("manifest.json", zip::write::SimpleFileOptions::default()).unwrap();
    out.write_all(manifest.to_string().as_bytes()).unwrap();
    fs::write(file, out.finish().unwrap().into_inner()).unwrap();
}

#[tokio::test]
async fn what_this_program_cannot_know_is_refused() {
    let (from, db) = (TestDb::sqlite(migrations).await, TestDb::sqlite(migrations).await);
    fill(&from).await;
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 6] = [
        ("it has form 2, and this one reads up to form 1", |m| m["format"] = 2.into()),
        ("the schema step \"later-001\"", |m| m["steps"].as_array_mut().unwrap().push("later-001".into())),
        ("breaks at fact 451", |m| m["position"] = 451.into()),
        ("tables/person.jsonl: it is not inside", |m| m["members"][0]["name"] = "tables/person.jsonl".into()),
        ("its content is not what was written", |m| m["members"][0]["rows"] = 7.into()),
        ("manifest.json is unreadable", |m| m["purpose"] = "play".into()),
    ];
    for (n, (words, change)) in cases.into_iter().enumerate() {
        let (file, _) = backup(&from, &format!("{n}.zip")).await;
        with_manifest(&file, change);
        let sentence = refused(&file, &db).await;
        assert!(sentence.contains(words), "{sentence}");
    }
    let (file, _) = backup(&from, "demo.zip").await;
    db.folder.mark(Purpose::Demo).unwrap();
    let sentence = refused(&file, &db).await;
    assert!(sentence.contains("is of a real house, and the house here is a demo one"), "{sentence}");
    db.folder.mark(Purpose::Real).unwrap();
    Store::open_for(Purpose::Demo, &db.url, migrations(), db.clock.clone(), Ids::fixed()).await.unwrap();
    let sentence = refused(&file, &db).await;
    assert!(sentence.contains("is of a real house, and the house here is a demo one"), "{sentence}");
    let other = TestDb::sqlite(migrations).await;
    fs::write(&file, "PK is how a zip begins").unwrap();
    assert!(refused(&file, &other).await.contains("is no whole archive"));
    assert!(refused(&from.folder.root().join("nowhere.zip"), &other).await.contains("cannot be read"));
}

#[tokio::test]
async fn an_older_one_is_put_back_with_its_own_steps_and_taken_forward() {
    fn older() -> Migrations {
        migrations().into_iter().take(1).collect()
    }
    on_both(older, |db| async move {
        kept(&db.store, "old").await;
        let file = db.folder.root().join("old.zip");
        // Written by today's program from a database that it has not taken forward.
        let manifest = written(&db, What::Backup, &file, migrations()).await.unwrap();
        assert_eq!(manifest.steps.last().unwrap(), "pebbles-001");
        for other in [TestDb::sqlite(migrations).await, TestDb::postgres(migrations).await] {
            other.store.clone().close().await.unwrap();
            assert_eq!(put(&file, &other).await.unwrap().steps, ["pebbles-002"]);
            assert_eq!(Store::pending(&other.url, migrations()).await.unwrap(), [""; 0]);
            let again = other.again().await;
            assert_eq!(number(&again, "SELECT count(*) FROM pebble WHERE found IS NULL").await, 1);
            assert_eq!(number(&again, "SELECT count(*) FROM colour").await, 3);
        }
        let newer = || {
            let mut steps = migrations();
            steps.push(step("pebbles-003", |m| m.index("pebble", &["shelf"])));
            steps
        };
        Store::open(&db.url, newer(), db.clock.clone(), Ids::fixed()).await.unwrap();
        let fault = written(&db, What::Backup, &file.with_extension("new"), migrations()).await.unwrap_err();
        assert!(fault.to_string().contains("newer Local Action"), "{fault}");
        assert!(!file.with_extension("new").exists());
    })
    .await;
}

#[tokio::test]
async fn an_export_leaves_out_what_is_secret_and_a_lost_file_is_named() {
    on_both(migrations, |db| async move {
        fill(&db).await;
        let files = Files::new(&db.folder);
        let picture = store::Hash::of("a picture");
        fs::write(files.path(&picture), "another").unwrap();
        let file = db.folder.root().join("export.zip");
        let manifest = written(&db, What::Export, &file, migrations()).await.unwrap();
        assert_eq!(
            (&manifest.left_out[..], &manifest.missing[..]),
            (&["heard".to_owned()][..], &[picture][..])
        );
        let names: Vec<_> = manifest.members.iter().map(|member| member.name.as_str()).collect();
        assert!(!names.contains(&"secret.key") && !names.contains(&"tables/heard.jsonl"), "{names:?}");
        let other = TestDb::sqlite(migrations).await;
        put(&file, &other).await.unwrap();
        let again = other.again().await;
        assert_eq!(number(&again, "SELECT count(*) FROM pebble").await, 451);
        assert_eq!(number(&again, "SELECT count(*) FROM heard").await, 0);
        let fault = written(&db, What::Export, &file, migrations()).await.unwrap_err();
        assert!(fault.to_string().contains("is there already"), "{fault}");
        let nowhere = db.folder.root().join("no such folder/export.zip");
        let fault = written(&db, What::Export, &nowhere, migrations()).await.unwrap_err();
        assert!(fault.to_string().contains("could not be written into"), "{fault}");
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600, "it is its owner's alone");
        }
    })
    .await;
}
