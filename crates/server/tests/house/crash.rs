//! The house is killed in the middle of submissions, again and again: everything acknowledged is there, nothing is half
//! there, and what follows catches up.
//!
//! `CRASH_ROUNDS` says how often (`cargo xtask crash --times 1000`), `CRASH_SEED` from which chance; both are printed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::{Browser, Demo, Filled, Page, done, free_port, scratch, word};
use serde_json::Value;
use store::archive::Archive;

/// So often without being asked for more.
const ROUNDS: u64 = 20;
/// So often one house: each round reads all of it, so a thousand times the same one would take hours.
const IN_ONE_HOUSE: usize = 50;
/// So long what follows may take to catch up.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the house has acknowledged: for each action the last title that it said it saved, and how far it came.
#[derive(Default)]
struct Acknowledged {
    titles: BTreeMap<String, String>,
    sent: BTreeSet<String>,
    published: BTreeSet<String>,
    answers: usize,
}

/// Chance that is the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut n = self.0;
        n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (n ^ (n >> 31)) % most
    }
}

fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().map_or(usual, |text| text.parse().expect("a whole number is given"))
}

#[test]
fn what_was_acknowledged_survives_being_killed_at_any_moment() {
    let (rounds, seed) = (setting("CRASH_ROUNDS", ROUNDS), setting("CRASH_SEED", 1));
    eprintln!("{rounds} rounds, CRASH_SEED={seed}");
    let (mut chance, mut sum, begun) = (Chance(seed), [0; 4], Instant::now());
    let all: Vec<u64> = (1..=rounds).collect();
    for rounds in all.chunks(IN_ONE_HOUSE) {
        let known = a_house_is_killed(rounds, &mut chance);
        let of_this = [known.answers, known.titles.len(), known.sent.len(), known.published.len()];
        sum = std::array::from_fn(|n| sum[n] + of_this[n]);
        let [answers, actions, sent, published] = sum;
        eprintln!(
            "killed {} times: {answers} answers, {actions} actions begun, {sent} sent, {published} published, in {} s",
            rounds[rounds.len() - 1],
            begun.elapsed().as_secs()
        );
    }
    assert!(rounds < ROUNDS || sum.iter().all(|n| *n > 0), "nothing was published: the rounds are too short");
}

/// Kills one house in each of these rounds; what it acknowledged in all of them.
fn a_house_is_killed(rounds: &[u64], chance: &mut Chance) -> Acknowledged {
    let dir = scratch();
    let folder = dir.path().join("demo");
    let port = free_port();
    let mut demo = Demo::start(&folder, port);
    let mut officer = demo.sign_in("officer@almerevale.example");
    let mut desk = demo.sign_in("secretariat@localaction.example");
    let mut known = Acknowledged::default();
    for round in rounds {
        let wait = Duration::from_micros(chance.below(1_500_000));
        std::thread::scope(|scope| {
            let submitting = scope.spawn(|| submit(&mut officer, &mut desk, &mut known, *round));
            std::thread::sleep(wait);
            demo.kill();
            submitting.join().expect("every answer is what the forms promise");
        });
        nothing_is_lost_or_half_there(dir.path(), &folder, &known, *round);
        demo = Demo::start(&folder, port);
        everything_follows(&demo, dir.path(), &folder, *round);
    }
    known
}

/// Submits one action after the other until the house no longer answers.
fn submit(officer: &mut Browser, desk: &mut Browser, known: &mut Acknowledged, round: u64) {
    let mut n = 1;
    while one(officer, desk, known, &format!("Lighthouse {round} and {n}")).is_ok() {
        n += 1;
    }
}

fn one(
    officer: &mut Browser,
    desk: &mut Browser,
    known: &mut Acknowledged,
    title: &str,
) -> std::io::Result<()> {
    let page = officer.get("/en/my/actions/new")?;
    let answer = officer.send_once(page.form("/en/my/actions/new"))?;
    let path = acknowledged(&answer, known);
    let id = path.split(['/', '?']).nth(4).expect("it leads to the action").to_owned();
    known.titles.insert(id.clone(), String::new());
    let base = format!("/en/my/actions/{id}");
    let mut page = officer.get(&format!("{base}/title"))?;
    for topic in ["title", "sentence", "description", "for-whom", "where", "when", "priority", "contact"] {
        let here = format!("{base}/{topic}");
        let answer = officer.send_once(filled(topic, title, page.form(&here)))?;
        acknowledged(&answer, known);
        if topic == "title" {
            known.titles.insert(id.clone(), title.to_owned());
        }
        page = officer.follow(answer)?;
        if topic == "priority" && page.at() == here {
            page = officer.send(page.form(&here).tick("gcm/15"))?;
        }
    }
    let page = officer.get(&format!("{base}/check"))?;
    let send = page.form(&format!("{base}/send"));
    let answer = officer.send_once(send.tick("yes").tick("persons").tick("places"))?;
    acknowledged(&answer, known);
    known.sent.insert(id.clone());
    let path = format!("/en/desk/actions/{id}");
    let page = desk.get(&path)?;
    let answer = desk.send_once(page.form(&format!("{path}/publish")))?;
    acknowledged(&answer, known);
    known.published.insert(id);
    Ok(())
}

/// What was posted was done: the answer leads on.
fn acknowledged(answer: &Page, known: &mut Acknowledged) -> String {
    known.answers += 1;
    let leads = answer.leads_to();
    leads.unwrap_or_else(|| panic!("{} answers {}: {}", answer.path, answer.status, answer.words()))
}

fn filled(topic: &str, title: &str, form: Filled) -> Filled {
    match topic {
        "title" => form.set("title", title).set("language", "en"),
        "sentence" => form
            .set("sentence", "The town keeps a light on at the harbour for everyone who arrives at night."),
        "description" => {
            form.set("description", &"A keeper tends the light, and two rooms are kept warm. ".repeat(8))
        }
        "for-whom" => form.tick("migrants"),
        "where" => form.set("country", "SN").set("other", "The harbour"),
        "when" => {
            let form = form.set("start-year", "2024").set("end-year", "2026");
            form.set("nature", "practice").set("status", "in_progress")
        }
        "priority" => form.tick("services"),
        _ => form.set("contact_name", "The keeper").set("contact_address", "officer@almerevale.example"),
    }
}

/// The rows of a table, out of a backup.
fn rows(file: &Path, table: &str) -> Vec<Value> {
    let mut zip = zip::ZipArchive::new(File::open(file).expect("it was written")).expect("it is a zip");
    let member = zip.by_name(&format!("tables/{table}.jsonl")).expect("the table is inside");
    let lines = BufReader::new(member).lines();
    lines.map(|line| serde_json::from_str(&line.expect("it is text")).expect("it is JSON")).collect()
}

fn text<'a>(row: &'a Value, column: &str) -> &'a str {
    row[column].as_str().unwrap_or_default()
}

/// Makes a backup of what is there, whether it serves or not, and judges it: every link of the journal.
fn backup(dir: &Path, folder: &Path, name: &str) -> std::path::PathBuf {
    let file = dir.join(name);
    std::fs::remove_file(&file).ok();
    done(folder, &["backup", word(&file)]);
    let mut archive = Archive::open(&file, rooms::wiring::migrations()).expect("it can be opened");
    archive.verify().expect("the journal has no gap and every link holds");
    file
}

fn nothing_is_lost_or_half_there(dir: &Path, folder: &Path, known: &Acknowledged, round: u64) {
    let file = backup(dir, folder, "killed.zip");
    let (mut sent, mut published) = (BTreeMap::<String, u64>::new(), BTreeSet::new());
    for fact in rows(&file, "journal") {
        let subject = text(&fact, "subject").to_owned();
        match text(&fact, "kind") {
            "action.sent" => *sent.entry(subject).or_default() += 1,
            "action.published" => drop(published.insert(subject)),
            _ => {}
        }
    }
    let versions: BTreeSet<String> =
        rows(&file, "action_version").iter().map(|row| text(row, "action").to_owned()).collect();
    let drafts = rows(&file, "action_draft");
    let (mut references, mut greatest) = (BTreeSet::new(), 0);
    let actions: BTreeMap<String, Value> =
        rows(&file, "action").into_iter().map(|row| (text(&row, "id").to_owned(), row)).collect();
    for (id, action) in &actions {
        let (stage, reference) = (text(action, "stage"), text(action, "reference"));
        let is_sent = stage != "draft";
        assert_eq!(is_sent, !reference.is_empty(), "round {round}: {action}");
        assert!(!is_sent || versions.contains(id), "round {round}: no version of {action}");
        assert!(sent.get(id).is_none_or(|_| is_sent), "round {round}: a fact without its act: {action}");
        let early = ["draft", "sent"].contains(&stage);
        assert!(!published.contains(id) || !early, "round {round}: a fact without its act: {action}");
        assert!(
            reference.is_empty() || references.insert(reference.to_owned()),
            "round {round}: {reference} twice"
        );
        greatest = greatest.max(reference.rsplit('-').next().and_then(|n| n.parse().ok()).unwrap_or(0));
    }
    let counted = rows(&file, "action_counter").iter().filter_map(|row| row["last"].as_i64()).max();
    assert!(
        counted >= Some(greatest),
        "round {round}: the counter stands at {counted:?}, a reference at {greatest}"
    );
    for (id, title) in &known.titles {
        let action = actions.get(id).unwrap_or_else(|| panic!("round {round}: the action {id} is gone"));
        let saved =
            drafts.iter().filter(|row| text(row, "action") == id).any(|row| row.to_string().contains(title));
        let kept = saved || versions.contains(id);
        assert!(kept || title.is_empty(), "round {round}: the title “{title}” is gone: {action}");
    }
    for id in &known.sent {
        assert_eq!(sent.get(id), Some(&1), "round {round}: sent {id}");
        assert_ne!(text(&actions[id], "stage"), "draft", "round {round}: {id}");
    }
    for id in &known.published {
        assert!(published.contains(id), "round {round}: published {id}");
        assert_eq!(text(&actions[id], "stage"), "published", "round {round}: {id}");
    }
}

/// A number as a page in English writes it.
fn grouped(n: usize) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) }
}

/// Followers hear to the end, nothing is set aside, and the index finds what the public records say.
pub fn everything_follows(demo: &Demo, dir: &Path, folder: &Path, round: u64) {
    let start = Instant::now();
    let file = loop {
        let file = backup(dir, folder, "restarted.zip");
        let head = rows(&file, "journal_head")[0]["position"].clone();
        if rows(&file, "follower").iter().all(|row| row["position"] == head) {
            break file;
        }
        assert!(start.elapsed() < PATIENCE, "round {round}: a follower does not catch up: {}", demo.said());
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(rows(&file, "parked_fact"), [] as [Value; 0], "round {round}");
    let records = rows(&file, "public_record");
    let here = |kind: &str| {
        records.iter().filter(|row| text(row, "kind") == kind && text(row, "state") == "here").count()
    };
    for (kind, path, word) in
        [("action", "/en/actions", "actions"), ("government", "/en/governments", "local governments")]
    {
        let says = format!("{} {word}", grouped(here(kind)));
        loop {
            let page = demo.browser().get(path).expect("it answers");
            if page.says(&says) {
                break;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "round {round}: {path} does not say {says}: {}\n{}",
                page.words(),
                demo.said()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    let published = rows(&file, "action").into_iter().filter(|row| text(row, "stage") == "published");
    if let Some(last) = published.max_by_key(|row| text(row, "reference").to_owned()) {
        let page =
            demo.browser().get(&format!("/en/actions/{}", text(&last, "reference"))).expect("it answers");
        assert_eq!(page.status, 200, "round {round}: {last}");
    }
}
