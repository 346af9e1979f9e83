//! Faults that a house survives: a full disk, a database that goes away and comes back, a kill at a bad moment.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use store::Store;
use store::testing::TestDb;
use vocabulary::{Clock, Ids};

use crate::served::Served;
use crate::{done, localaction, new_house, without_settings};

/// A shell that lets no file grow beyond so many blocks, which is what a full disk looks like from inside; the signal
/// that the system would kill the process with is ignored, so that the write fails instead.
fn cramped(blocks: u32) -> Command {
    let script = format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = without_settings(Command::new("sh"));
    command.arg("-c").arg(script).arg(env!("CARGO_BIN_EXE_localaction"));
    command
}

#[test]
fn on_a_full_disk_an_act_is_refused_in_words_and_nothing_is_half_there() {
    let (_dir, folder) = new_house();
    let mut served = Served::by(cramped(80), &folder, |_| {});
    let refused = (0..40).find_map(|n| {
        let answer = served.ask_for_a_code(&format!("officer-{n}@city-{n}.example"));
        (answer.status >= 500).then_some(answer)
    });
    let refused = refused.expect("the disk is full at last");
    assert_eq!(refused.status, 503, "{}", refused.text);
    assert!(refused.text.contains("There is no room left to keep anything"), "{}", refused.text);
    assert!(refused.text.contains("retry-after: 60"), "{}", refused.text);
    assert_eq!(served.get("/en/").status, 200, "reading goes on");
    served.ask_to_stop();
    served.end();
    // Room again: everything is as it was before the act that was refused.
    let ended = localaction(&folder, &["doctor"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("✓ The database answers"), "{}", ended.said);
    let served = Served::begin(&folder, |_| {});
    let answer = served.ask_for_a_code("somebody@town.example");
    assert_eq!(answer.status, 303, "{}", answer.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_a_full_disk_has_room_again_all_goes_on_without_a_restart_and_outlives_a_kill() {
    let (_dir, folder) = new_house();
    let served = Served::by(cramped(80), &folder, |_| {});
    let asked = |n: u32| served.ask_for_a_code(&format!("officer-{n}@city-{n}.example")).status;
    assert!((0..40).any(|n| asked(n) == 503), "the disk is full at last");
    served.make_room();
    // Somebody is refused for a reason of their own in between: what was begun is undone.
    assert_eq!(served.ask_for_a_code("nobody").status, 422);
    assert_eq!([100, 101, 102].map(asked), [303; 3]);
    drop(served);
    let url = format!("sqlite://{}?mode=rw", folder.join("house.db").display());
    let house = Store::open(&url, rooms::wiring::migrations(), Clock::System, Ids::system()).await;
    let house = house.expect("it opens");
    for n in [100, 101, 102] {
        let kept = format!("SELECT id FROM sign_in_code WHERE address = 'officer-{n}@city-{n}.example'");
        let kept = Statement::from_string(DbBackend::Sqlite, kept);
        let row = house.read().query_one_raw(kept).await.expect("it answers");
        assert!(row.is_some(), "the code of officer {n} was acknowledged");
    }
}

#[test]
fn what_was_acknowledged_outlives_a_kill() {
    let (_dir, folder) = new_house();
    let served = Served::begin(&folder, |_| {});
    assert_eq!(served.ask_for_a_code("officer@town.example").status, 303);
    drop(served);
    let said = localaction(&folder, &["doctor"]).said;
    // The letter left, or waits, or was in hand when the process died: it is never lost, and never half written.
    let kept =
        ["✓ 0 letters wait to leave.", "✓ 1 letter waits to leave.", "! 1 letter waits to leave, the oldest"];
    assert!(kept.iter().any(|line| said.contains(line)), "{said}");
    let served = Served::begin(&folder, |_| {});
    assert_eq!(served.get("/readyz").status, 200);
}

/// A door to PostgreSQL that can be shut: every connection through it breaks at once, and no new one is let through.
struct Door {
    at: String,
    passing: Arc<Mutex<Passing>>,
}

#[derive(Default)]
struct Passing {
    shut: bool,
    through: Vec<(TcpStream, UnixStream)>,
}

impl Door {
    fn open(socket: PathBuf) -> Door {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = listener.local_addr().expect("it has an address").to_string();
        let passing = Arc::new(Mutex::new(Passing::default()));
        let all = passing.clone();
        std::thread::spawn(move || {
            for outside in listener.incoming().map_while(Result::ok) {
                let mut all = all.lock().expect("nobody panicked");
                if all.shut {
                    continue;
                }
                let Ok(inside) = UnixStream::connect(&socket) else { continue };
                carry(outside.try_clone().expect("it lives"), inside.try_clone().expect("it lives"));
                carry(inside.try_clone().expect("it lives"), outside.try_clone().expect("it lives"));
                all.through.push((outside, inside));
            }
        });
        Door { at, passing }
    }

    /// When this returns nothing goes through any more.
    fn shut(&self) {
        let mut all = self.passing.lock().expect("nobody panicked");
        all.shut = true;
        for (outside, inside) in all.through.drain(..) {
            outside.shutdown(Shutdown::Both).ok();
            inside.shutdown(Shutdown::Both).ok();
        }
    }

    fn open_again(&self) {
        self.passing.lock().expect("nobody panicked").shut = false;
    }
}

/// Carries bytes one way until either end is closed.
fn carry(mut from: impl Read + Send + 'static, mut to: impl Write + Send + 'static) {
    std::thread::spawn(move || std::io::copy(&mut from, &mut to).ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_away_pages_say_when_to_come_back_and_then_all_goes_on() {
    let db = TestDb::postgres(rooms::wiring::migrations).await;
    let (before, sockets) = db.url.split_once("?host=").expect("it is reached by a socket");
    let name = before.rsplit('/').next().expect("it has a name").to_owned();
    let door = Door::open(PathBuf::from(sockets).join(".s.PGSQL.5432"));
    let url = format!("postgres://postgres@{}/{name}?sslmode=disable", door.at);
    let story = move || {
        let dir = tempfile::TempDir::with_prefix("localaction-").expect("a temporary folder can be made");
        let folder = dir.path().join("house");
        done(&folder, &["init", "--database", &url]);
        let served = Served::begin(&folder, |command| {
            command.args(["--database", &url]);
        });
        assert_eq!(served.get_until("/readyz", 200).status, 200);
        door.shut();
        let answer = served.ask_for_a_code("officer@town.example");
        assert_eq!(answer.status, 503, "{}", answer.text);
        assert!(answer.text.contains("retry-after: 10"), "{}", answer.text);
        assert!(answer.text.contains("seconds and load the page again"), "{}", answer.text);
        assert_eq!(served.get("/readyz").status, 503);
        assert_eq!(served.get("/healthz").status, 200, "the process lives");
        let said = localaction(&folder, &["doctor", "--database", &url]);
        assert_eq!(said.code, Some(1), "{}", said.said);
        assert!(
            said.said.contains("✗ The database does not serve: The database cannot be reached"),
            "{}",
            said.said
        );
        std::thread::sleep(Duration::from_secs(3));
        let complaints = served.logged("the search index could not follow");
        assert!((1..=4).contains(&complaints), "it says that it waits longer, {complaints} times");
        door.open_again();
        served.get_until("/readyz", 200);
        served.logs("the search index follows again");
        let answer = served.ask_for_a_code("officer@town.example");
        assert_eq!(answer.status, 303, "{}", answer.text);
        drop((served, dir));
    };
    tokio::task::spawn_blocking(story).await.expect("the story is told");
}
