//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Make, step};

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![
        step("register-001", first),
        step("register-002", days),
        step("register-003", numbers),
        step("register-004", lines),
        step("register-005", said),
    ]
}

fn first(m: &mut Make) {
    m.words("public_state", &["here", "gone"]);
    m.table("public_record", |t| {
        t.text("kind");
        t.text("key");
        t.whole("change");
        t.moment("at");
        t.text("state").word_of("public_state");
        t.json("body").optional();
        t.text("reason").optional();
        t.key(&["kind", "key"]);
        t.check("here_has_body", "state <> 'here' OR body IS NOT NULL");
        t.check("gone_has_reason", "state <> 'gone' OR (reason IS NOT NULL AND body IS NULL)");
    });
    m.unique("public_record", &["change"]);
    // One row: the number of the last change of any public record. Its lock orders the changes.
    m.table("public_head", |t| {
        t.whole("only");
        t.whole("change");
        t.key(&["only"]);
        t.check("one_row", "\"only\" = 1");
    });
    m.sql("INSERT INTO \"public_head\" (\"only\", \"change\") VALUES (1, 0)");
}

/// From when to when a record stood as it is here. What stood before is kept under a kind of its own, so that the register
/// of an earlier day can be shown; whatever was written before this step counts as having stood always.
fn days(m: &mut Make) {
    m.add("public_record", |t| {
        t.moment("since").optional();
        t.moment("until").optional();
    });
}

/// How many people the published actions say that they are for, so that a figure can add them up.
fn numbers(m: &mut Make) {
    m.table("public_number", |t| {
        t.text("key");
        t.text("name");
        t.whole("n").optional();
        t.key(&["key", "name"]);
    });
}

/// What a file shows of a record, finished; and whether those that were kept before this step have theirs.
fn lines(m: &mut Make) {
    m.add("public_record", |t| {
        t.text("line").optional();
    });
    m.add("public_head", |t| {
        t.whole("lined").optional();
    });
}

/// In which form everything that stands was said.
fn said(m: &mut Make) {
    m.add("public_head", |t| {
        t.whole("said").optional();
    });
}
