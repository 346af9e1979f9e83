//! The commands as somebody types them: what they say, and what they leave alone.

mod doctor;
mod faults;
mod served;
mod serving;
mod settings;

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// What a command ended with: whether it was done and with which code, what it said, what it complained of.
struct Ended {
    done: bool,
    code: Option<i32>,
    said: String,
    complained: String,
}

/// The program, without what the environment of the tests says.
fn program() -> Command {
    without_settings(Command::new(env!("CARGO_BIN_EXE_localaction")))
}

fn without_settings(mut command: Command) -> Command {
    let variables = std::env::vars().map(|(name, _)| name).filter(|name| name.starts_with("LOCALACTION"));
    variables.for_each(|name| {
        command.env_remove(name);
    });
    command
}

fn localaction(folder: &Path, words: &[&str]) -> Ended {
    let mut command = program();
    command.args(words).arg("--data").arg(folder);
    ended(command)
}

fn ended(mut command: Command) -> Ended {
    let output = command.output().expect("the program starts");
    Ended {
        done: output.status.success(),
        code: output.status.code(),
        said: String::from_utf8_lossy(&output.stdout).into_owned(),
        complained: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn done(folder: &Path, words: &[&str]) -> String {
    let ended = localaction(folder, words);
    assert!(ended.done, "{words:?}: {}", ended.complained);
    ended.said
}

fn refused(folder: &Path, words: &[&str]) -> String {
    let ended = localaction(folder, words);
    assert!(!ended.done, "{words:?} should have been refused, but said: {}", ended.said);
    assert!(!ended.complained.contains('\u{1b}'), "no colours into a file: {}", ended.complained);
    ended.complained
}

fn example(name: &str) -> String {
    format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn new_house() -> (TempDir, std::path::PathBuf) {
    let dir = TempDir::with_prefix("localaction-").expect("a temporary folder can be made");
    let folder = dir.path().join("house");
    done(&folder, &["init"]);
    (dir, folder)
}

#[test]
fn a_path_that_was_mistyped_makes_no_house() {
    let dir = TempDir::with_prefix("localaction-").expect("a temporary folder can be made");
    let nowhere = dir.path().join("mistyped");
    let actions = example("cohort/actions.jsonl");
    for words in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["invite", "--role", "secretariat", "a@b.example"],
        &["sign-in", "a@b.example"],
        &["import", "--dry-run", &actions],
        &["migrate", "--dry-run"],
        &["rebuild", "search"],
    ] {
        let sentence = refused(&nowhere, words);
        assert!(
            sentence.contains("There is no house in") && sentence.contains("localaction init"),
            "{sentence}"
        );
    }
    assert!(!nowhere.exists());
}

#[test]
fn the_first_call_may_be_another_and_stays_the_first() {
    let dir = TempDir::with_prefix("localaction-").expect("a temporary folder can be made");
    let file = dir.path().join("river.toml");
    let text = std::fs::read_to_string(example("cohort/call.toml")).expect("the example is there");
    let text = text.replace("slug = \"call-to-local-action\"", "slug = \"river-call\"");
    let text = text.replace("marrakech-mayors-declaration", "river-declaration");
    let text = text.replace("pages = \"pages\"", &format!("pages = \"{}\"", example("cohort/pages")));
    std::fs::write(&file, text).expect("a file can be written");
    let (folder, file) = (dir.path().join("house"), file.display().to_string());
    assert!(done(&folder, &["init", "--call", &file]).contains("with the Call \"river-call\""));
    assert!(done(&folder, &["init"]).contains("river-call"), "a second time changes nothing");
    assert!(refused(&folder, &["init", "--call", &file]).contains("has the Call \"river-call\" already"));
    let second = done(&folder, &["call", "create", &example("cohort/call.toml")]);
    assert!(second.contains("no longer of \"river-call\""), "{second}");
}

#[test]
fn a_text_is_loaded_in_a_language_that_there_is() {
    let (dir, folder) = new_house();
    let file = dir.path().join("text.md");
    std::fs::write(&file, "The text.").expect("a file can be written");
    let file = file.display().to_string();
    assert!(
        done(&folder, &["declaration", "load", &file, "--lang", "fr"]).contains("has its text in French")
    );
    let sentence = refused(&folder, &["declaration", "load", &file, "--lang", "xx"]);
    assert!(sentence.starts_with("Nothing was loaded: \"xx\" is no language"), "{sentence}");
}

#[test]
fn the_pages_of_a_call_are_written_and_every_wording_is_kept() {
    let (dir, folder) = new_house();
    let file = dir.path().join("contact.md");
    std::fs::write(&file, "# Contact\n\nÉcrivez à {contact}.").expect("a file can be written");
    let file = file.display().to_string();
    let page = ["call", "page", &file, "--lang", "fr", "--name"];
    let words = |name| [&page[..], &[name]].concat();
    assert_eq!(done(&folder, &words("contact")), "contact in fr: wording 2.\n");
    assert_eq!(done(&folder, &words("contact")), "contact in fr: wording 2.\n", "it stands so already");
    assert!(refused(&folder, &words("press")).contains("known are about, privacy"));
    let all = done(&folder, &["call", "pages", &example("cohort/pages")]);
    assert!(all.contains("privacy in ar: wording 1.") && all.contains("contact in fr: wording 3."), "{all}");
    assert!(refused(&folder, &["call", "pages", &example("import")]).contains("holds no LANG/NAME.md"));
}

#[test]
fn the_index_is_rebuilt_from_what_was_told_while_nobody_served() {
    let (_dir, folder) = new_house();
    done(&folder, &["import", &example("cohort/actions.jsonl")]);
    let said = done(&folder, &["rebuild", "search"]);
    // 33 actions, the governments that lead them, and the declaration of the Call.
    let found: u64 = said.split_whitespace().find_map(|word| word.parse().ok()).expect("it says how many");
    assert!(found > 33, "{said}");
    let again = done(&folder, &["rebuild", "records"]);
    assert_eq!(again, format!("The public records are made anew: {found} can be found.\n"));
}

#[test]
fn mail_that_is_sent_has_a_sender() {
    let (_dir, folder) = new_house();
    let words = ["serve", "--listen", "127.0.0.1:0", "--mail", "smtp://127.0.0.1:9"];
    assert!(refused(&folder, &words).contains("give one with --mail-from"));
}

#[test]
fn a_demonstration_is_not_served_as_a_house() {
    let dir = TempDir::with_prefix("localaction-").expect("a temporary folder can be made");
    std::fs::write(dir.path().join("house.toml"), "purpose = \"demo\"\n").expect("a file can be written");
    let sentence = refused(dir.path(), &["serve", "--listen", "127.0.0.1:0"]);
    assert!(sentence.contains("the folder of a demonstration"), "{sentence}");
}

/// What SQLite keeps beside the database's one file while somebody has it open.
fn open_files(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("the folder is there").filter_map(Result::ok);
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.contains("-wal") || name.contains("-shm")).collect()
}

#[test]
fn a_command_leaves_one_file_that_is_the_whole_database() {
    let (dir, folder) = new_house();
    assert_eq!(open_files(&folder), Vec::<String>::new(), "init");
    let file = |name: &str| dir.path().join(name).display().to_string();
    std::fs::write(file("text.md"), "The text.").expect("a file can be written");
    let (text, actions) = (file("text.md"), example("cohort/actions.jsonl"));
    for round in 0..4 {
        let (backup, export) = (file(&format!("{round}.backup")), file(&format!("{round}.export")));
        for words in [
            &["invite", "--role", "secretariat", "a@b.example"][..],
            &["sign-in", "a@b.example"],
            &["import", "--dry-run", &actions],
            &["declaration", "load", &text, "--lang", "fr"],
            &["call", "page", &text, "--lang", "fr", "--name", "contact"],
            &["banner", "Closed"],
            &["banner", "Too late", "--until", "2001-01-01T00:00:00Z"],
            &["migrate"],
            &["rebuild", "search"],
            &["rebuild", "records"],
            &["doctor"],
            &["backup", &backup],
            &["export", "--all", &export],
        ] {
            localaction(&folder, words);
            assert_eq!(open_files(&folder), Vec::<String>::new(), "{words:?}");
        }
    }
}
