//! What the doctor finds, and what it ends with.

use std::net::TcpListener;

use crate::{localaction, new_house, refused};

const HTTPS: [&str; 5] =
    ["doctor", "--origin", "https://register.example.org", "--trusted-proxy", "127.0.0.1/32"];

#[test]
fn a_new_house_is_well_but_for_what_its_operator_has_yet_to_set() {
    let (_dir, folder) = new_house();
    let ended = localaction(&folder, &["doctor"]);
    assert_eq!(ended.code, Some(2), "{}\n{}", ended.said, ended.complained);
    for sentence in [
        "✓ The database answers, and its schema is the one of this version.",
        "✓ The key is its owner's alone.",
        "! The site's address is http://localhost:8080, without https",
        "✓ Mail goes to the outbox only; none leaves this machine.",
        "✓ Nobody serves the house just now. The journal holds",
    ] {
        assert!(ended.said.contains(sentence), "{sentence} is not in\n{}", ended.said);
    }
    assert!(ended.said.lines().all(|line| line.starts_with(['✓', '!', '✗'])), "{}", ended.said);
}

#[test]
fn what_is_broken_is_said_and_nothing_is_made() {
    let (_dir, folder) = new_house();
    let ended = localaction(&folder, &HTTPS);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains("✗ Mail goes to the outbox only, so nobody receives a code"),
        "{}",
        ended.said
    );
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port");
    let server = format!("smtp://{nobody}");
    let mail = ["--mail", &server, "--mail-from", "register@example.org"];
    let ended = localaction(&folder, &[&HTTPS[..], &mail].concat());
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.said.contains("✗ The mail server does not take letters:"), "{}", ended.said);
    let key = std::fs::read(folder.join("secret.key")).expect("the key is there");
    std::fs::remove_file(folder.join("secret.key")).expect("the key is there");
    assert!(localaction(&folder, &["doctor"]).said.contains("! There is no secret.key: restore it"));
    assert!(!folder.join("secret.key").exists(), "the doctor makes no key");
    std::fs::write(folder.join("secret.key"), key).expect("the key can be put back");
    std::fs::remove_file(folder.join("house.db")).expect("the database is there");
    let ended = localaction(&folder, &["doctor"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.said.contains("is not there. If the house is on PostgreSQL"), "{}", ended.said);
    for words in
        [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate", "--dry-run"], &["rebuild", "search"]]
    {
        assert!(refused(&folder, words).contains("is not there. If the house is on PostgreSQL"));
    }
    assert!(!folder.join("house.db").exists(), "nobody makes a database where one was lost");
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_worth_a_warning() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, folder) = new_house();
    let key = folder.join("secret.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("the key is there");
    let said = localaction(&folder, &["doctor"]).said;
    assert!(said.contains("! Others can read the key: chmod 600 "), "{said}");
}
