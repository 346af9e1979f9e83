//! What is set, from where, and what is refused.

use crate::{ended, new_house, program, refused};

#[test]
fn everything_that_is_wrong_is_said_at_once_with_the_nearest_right_name() {
    let (dir, _folder) = new_house();
    let file = dir.path().join("settings.toml");
    std::fs::write(&file, "orign = \"https://a.example\"\nlisten = \"8080\"\n")
        .expect("a file can be written");
    let mut command = program();
    command.arg("serve").arg("--config").arg(&file).env("LOCALACTION_MAIL_FORM", "a@b.example");
    command.env("LOCALACTION_LOG", "loud");
    let ended = ended(command);
    assert_eq!(ended.code, Some(78), "a service does not try again what cannot become right");
    for words in [
        "\"orign\" in ",
        "is origin meant?",
        "is \"8080\": it is no address to listen on",
        "The variable LOCALACTION_MAIL_FORM is no setting; is LOCALACTION_MAIL_FROM meant?",
        "The variable LOCALACTION_LOG is \"loud\": it is no level of the log",
    ] {
        assert!(ended.complained.contains(words), "{words} is not in\n{}", ended.complained);
    }
}

#[test]
fn a_flag_goes_before_a_variable_and_a_variable_before_the_file() {
    let (_dir, folder) = new_house();
    let text = "listen = \"127.0.0.1:1\"\norigin = \"https://file.example\"\nmail_from = \"file@b.example\"\n\
                mail = \"smtps://u:hidden@mail.example\"\ntrusted_proxies = [\"::1\", \"10.0.0.0/8\"]\n";
    std::fs::write(folder.join("localaction.toml"), text).expect("a file can be written");
    let mut command = program();
    command.args(["config", "--listen", "127.0.0.1:3"]).arg("--data").arg(&folder);
    command.env("LOCALACTION_ORIGIN", "https://variable.example").env("LOCALACTION_LISTEN", "127.0.0.1:2");
    let said = ended(command).said;
    for line in [
        "listen = 127.0.0.1:3    [from --listen]",
        "origin = https://variable.example    [from LOCALACTION_ORIGIN]",
        "mail_from = file@b.example    [from the file]",
        "mail = smtps://u:…@mail.example    [from the file]",
        "trusted_proxies = ::1,10.0.0.0/8    [from the file]",
        "log_format = text    [nothing is said]",
    ] {
        assert!(said.lines().any(|given| given == line), "{line} is not in\n{said}");
    }
    assert!(!said.contains("hidden"), "{said}");
}

#[test]
fn metrics_that_others_could_read_need_a_token() {
    let (_dir, folder) = new_house();
    let sentence = refused(&folder, &["serve", "--listen", "127.0.0.1:0", "--metrics-listen", "0.0.0.0:0"]);
    assert!(sentence.contains("set metrics_token too"), "{sentence}");
}

#[test]
fn the_page_on_operating_lists_the_settings_there_are() {
    let mut command = program();
    command.args(["config", "--markdown"]);
    let table = ended(command).said;
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operating.md");
    let page = std::fs::read_to_string(page).expect("the page is there");
    assert!(
        page.contains(&format!("-->\n{}\n<!-- end of settings -->", table.trim_end())),
        "put what `localaction config --markdown` prints into docs/operating.md:\n{table}"
    );
}

#[test]
fn the_sample_is_a_file_of_settings_when_the_comments_are_taken_away() {
    let mut command = program();
    command.args(["config", "--sample"]);
    let sample = ended(command).said;
    let settings = sample.lines().filter(|line| line.starts_with("# ") && line.contains(" = \""));
    let text: Vec<&str> = settings.map(|line| &line[2..]).collect();
    assert!(text.len() >= 12, "{sample}");
    let (dir, _folder) = new_house();
    let file = dir.path().join("sample.toml");
    std::fs::write(&file, text.join("\n")).expect("a file can be written");
    let mut command = program();
    command.arg("config").arg("--config").arg(&file);
    let ended = ended(command);
    assert!(ended.done, "{}", ended.complained);
}
