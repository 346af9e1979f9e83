//! The data folder and the files in it.

use store::files::Incoming;
use store::folder::Purpose;
use store::testing::on_both;
use store::{Files, Folder, Subject};
use uuid::Uuid;

use crate::world::migrations;

#[tokio::test]
async fn a_file_is_kept_once_and_forgotten_when_its_last_owner_wants_it() {
    on_both(migrations, |db| async move {
        let files = Files::new(&db.folder);
        let owner = Subject::new("pebble", Uuid::from_u128(7));
        let picture = Incoming { bytes: b"a picture", mime: "image/png", name: "pebble.png", owner };
        let tx = db.store.note(db.clock.now()).await.unwrap();
        let one = files.put(&tx, picture).await.unwrap();
        let two = files.put(&tx, Incoming { name: "the same.png", ..picture }).await.unwrap();
        tx.commit().await.unwrap();
        let kept = files.of(db.store.read(), owner).await.unwrap();
        assert_eq!(kept.iter().map(|f| (f.id, f.size)).collect::<Vec<_>>(), [(one, 9), (two, 9)]);
        assert_eq!(files.bytes(&kept[0]).await.unwrap().unwrap(), b"a picture");
        let path = files.path(&kept[0].sha256);
        assert!(path.starts_with(db.folder.files()) && path.exists());

        for (id, there_afterwards) in [(one, true), (two, false)] {
            let tx = db.store.note(db.clock.now()).await.unwrap();
            assert!(files.forget(&tx, id).await.unwrap());
            drop(tx);
            assert!(path.exists(), "a transaction that did not happen forgets nothing");
            let tx = db.store.note(db.clock.now()).await.unwrap();
            assert!(files.forget(&tx, id).await.unwrap());
            tx.commit().await.unwrap();
            assert_eq!(path.exists(), there_afterwards);
        }
        let row = files.find(db.store.read(), two).await.unwrap().unwrap();
        assert_eq!((row.forgotten, &row.sha256), (Some(db.clock.now()), &kept[1].sha256));
        assert_eq!(files.bytes(&row).await.unwrap(), None);
    })
    .await;
}

#[test]
fn a_data_folder_keeps_its_secret_its_purpose_and_its_lock() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::open(dir.path().join("made")).unwrap();
    assert_eq!(folder.secret([1; 32]).unwrap(), [1; 32]);
    assert_eq!(folder.secret([2; 32]).unwrap(), [1; 32]);
    let mode = std::fs::metadata(folder.root().join("secret.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    assert_eq!(folder.purpose().unwrap(), None);
    folder.mark(Purpose::Demo).unwrap();
    assert_eq!(folder.purpose().unwrap(), Some(Purpose::Demo));

    let lock = folder.lock().unwrap();
    let sentence = folder.lock().unwrap_err().to_string();
    assert!(sentence.starts_with("Another Local Action works in"), "{sentence}");
    drop(lock);
    folder.lock().unwrap();
}
