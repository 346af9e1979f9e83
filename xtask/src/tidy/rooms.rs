//! The walls. ARCHITECTURE.md draws the rooms in the order in which a record passes through them
//! (`register ◂ people ◂ …`): a room imports only rooms to its left, through their door. The drawing names
//! exactly the rooms there are. A kit knows no room and no other kit, but for the two arrows said there.

use super::tree::Tree;
use super::{Finding, finding};

const PLAN: &str = "ARCHITECTURE.md";
/// The crates the rooms stand in, from the ground up; cargo holds the arrows between them.
const FLOORS: [&str; 3] = ["crates/signing/src/", "crates/submitting/src/", "crates/rooms/src/"];
/// What is behind a door stays behind it.
const PRIVATE: [&str; 2] = ["records", "tables"];
/// Which crates of the workspace each may know.
const ARROWS: [(&str, &[&str]); 8] = [
    ("vocabulary", &[]),
    ("store", &["vocabulary"]),
    ("web", &["vocabulary", "store"]),
    ("post", &["vocabulary", "store"]),
    ("signing", &["vocabulary", "store", "web", "post", "press"]),
    ("submitting", &["vocabulary", "store", "web", "post", "press", "signing"]),
    ("rooms", &["vocabulary", "store", "web", "post", "press", "signing", "submitting"]),
    ("press", &["vocabulary"]),
];
/// What only one kit names: the database drivers.
const DRIVERS: [&str; 4] = ["sqlx", "rusqlite", "tokio-postgres", "libsqlite3-sys"];

/// The drawing, the rooms and the arrows.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let drawn = drawn(tree.text(PLAN).unwrap_or_default());
    let built = built(tree);
    let mut findings = Vec::new();
    for (door, room) in built.iter().filter(|(_, room)| !drawn.contains(room)) {
        findings.push(finding(door, 1, format!("the room “{room}” is not in the drawing of {PLAN}.")));
    }
    for room in drawn.iter().filter(|room| !built.iter().any(|(_, one)| one == *room)) {
        findings.push(finding(PLAN, 1, format!("the room “{room}” is drawn and does not exist.")));
    }
    findings.extend(arrows(tree, &drawn));
    findings.extend(crates(tree));
    findings
}

/// The rooms on the lines that hold `◂`, in order.
fn drawn(plan: &str) -> Vec<String> {
    let lines = plan.lines().filter(|line| line.contains('◂'));
    let words = lines.flat_map(|line| line.split('◂')).map(|word| word.trim().trim_matches('`').to_owned());
    let mut rooms: Vec<String> = Vec::new();
    for word in
        words.filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
    {
        if !rooms.contains(&word) {
            rooms.push(word);
        }
    }
    rooms
}

/// The folders of a floor that have a door, each with its door.
fn built(tree: &Tree) -> Vec<(String, String)> {
    let inside = tree.files.iter().filter_map(|file| Some((&file.path, within(&file.path)?)));
    let doors =
        inside.filter_map(|(door, path)| Some((door.clone(), path.strip_suffix("/mod.rs")?.to_owned())));
    doors.filter(|(_, room)| !room.contains('/')).collect()
}

/// What follows the floor in a path, if it stands on one.
fn within(path: &str) -> Option<&str> {
    FLOORS.iter().find_map(|floor| path.strip_prefix(floor))
}

fn arrows(tree: &Tree, order: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, code) in FLOORS.iter().flat_map(|floor| tree.rust(floor)) {
        // Files beside the rooms are the house and the wiring.
        let Some((room, _)) = within(&file.path).and_then(|path| path.split_once('/')) else { continue };
        let place = |name: &str| order.iter().position(|one| one == name);
        let Some(mine) = place(room) else { continue };
        let (text, lines) = code.text();
        for (at, path) in imports(&text) {
            let line = lines.get(at).copied().unwrap_or(1);
            let name = path.first().map(String::as_str).unwrap_or_default();
            let Some(theirs) = place(name).filter(|_| name != room) else { continue };
            if theirs > mine {
                let sentence =
                    format!("“{room}” stands left of “{name}”: it tells (journal), it never calls.");
                findings.push(finding(&file.path, line, sentence));
            } else if path.get(1).is_some_and(|inner| PRIVATE.contains(&inner.as_str())) {
                let sentence =
                    format!("no room reads another room's tables: go through the door of “{name}”.");
                findings.push(finding(&file.path, line, sentence));
            }
        }
    }
    findings.dedup();
    findings
}

/// Every path that begins with `crate::`, groups unfolded: where it stands and its parts.
fn imports(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let word = text[..at].chars().next_back();
        if word.is_none_or(|letter| !(letter.is_alphanumeric() || letter == '_' || letter == ':')) {
            let after = &text[at + "crate::".len()..];
            unfold(after, at, &[], &mut found);
        }
    }
    found
}

fn unfold(text: &str, at: usize, before: &[String], found: &mut Vec<(usize, Vec<String>)>) {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        for part in parts(group) {
            unfold(part, at, before, found);
        }
        return;
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let mut path = before.to_vec();
    path.push(text[..end].to_owned());
    match text[end..].strip_prefix("::") {
        Some(rest) if path.len() < 2 => unfold(rest, at, &path, found),
        _ => found.push((at, path)),
    }
}

/// The parts of a group up to its closing brace.
fn parts(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// The arrows between crates, and who may name a driver.
fn crates(tree: &Tree) -> Vec<Finding> {
    let ours: Vec<&str> = ARROWS.iter().map(|(name, _)| *name).chain(["server"]).collect();
    let mut findings = Vec::new();
    for file in tree.own("crates/", "/Cargo.toml") {
        let name = file.path.split('/').nth(1).unwrap_or_default();
        let Ok(manifest) = toml::from_str::<toml::Table>(&file.text) else {
            findings.push(finding(&file.path, 1, "is not understood."));
            continue;
        };
        let known = manifest.get("dependencies").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let allowed = ARROWS.iter().find(|(one, _)| *one == name).map(|(_, allowed)| *allowed);
        for other in known.keys().map(String::as_str) {
            if ours.contains(&other) && allowed.is_some_and(|allowed| !allowed.contains(&other)) {
                findings.push(finding(&file.path, 1, format!("the crate “{name}” may not know “{other}”.")));
            }
            if DRIVERS.contains(&other) && name != "store" {
                findings.push(finding(
                    &file.path,
                    1,
                    format!("only “store” names a database driver, not {other}."),
                ));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files))
            .into_iter()
            .map(|one| format!("{}:{} {}", one.path, one.line, one.sentence))
            .collect()
    }

    const DRAWING: (&str, &str) = ("ARCHITECTURE.md", "```text\nregister ◂ people ◂ calls\n```\nA word.\n");
    const REGISTER: (&str, &str) = ("crates/rooms/src/register/mod.rs", "//! Door.\n");
    const CALLS: (&str, &str) = ("crates/rooms/src/calls/mod.rs", "//! Door.\nuse crate::people::Person;\n");

    #[test]
    fn a_room_may_look_left() {
        let people = ("crates/rooms/src/people/mod.rs", "//! Door.\nuse crate::{house::House, register};\n");
        assert_eq!(sentences(&[DRAWING, REGISTER, people, CALLS]), Vec::<String>::new());
    }

    #[test]
    fn a_room_may_not_look_right_nor_behind_a_door() {
        let people = (
            "crates/rooms/src/people/act.rs",
            "use crate::{\n    house::House,\n    calls::{Call, Body},\n};\n// crate::calls\nfn x() { crate::register::records::all() }\n",
        );
        let door = (
            "crates/rooms/src/people/mod.rs",
            "//! Door.\n#[cfg(test)]\nmod t {\n    use crate::calls::Call;\n}\n",
        );
        let wiring = ("crates/rooms/src/lib.rs", "//! Rooms.\nuse crate::calls;\n");
        let said = sentences(&[DRAWING, REGISTER, people, door, CALLS, wiring]);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("crates/rooms/src/people/act.rs:1 “people” stands left of “calls”"));
        assert!(said[1].starts_with("crates/rooms/src/people/act.rs:6 no room reads another room's tables"));
    }

    #[test]
    fn drawing_and_rooms_must_agree() {
        let extra = ("crates/rooms/src/extra/mod.rs", "//! Door.\n");
        let said = sentences(&[DRAWING, REGISTER, CALLS, extra]);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].contains("“extra” is not in the drawing"));
        assert!(said[1].contains("“people” is drawn and does not exist"));
    }

    #[test]
    fn a_kit_knows_no_other_kit() {
        let web =
            ("crates/web/Cargo.toml", "[dependencies]\npost.workspace = true\nstore.workspace = true\n");
        let rooms = ("crates/rooms/Cargo.toml", "[dependencies]\nsqlx = \"1\"\npost.workspace = true\n");
        let said = sentences(&[web, rooms]);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].contains("“web” may not know “post”"));
        assert!(said[1].contains("only “store” names a database driver"));
    }
}
