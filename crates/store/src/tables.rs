//! The store's own tables.

use crate::Migrations;
use crate::schema::{Make, step};

/// The store's steps, which come before every room's.
pub(crate) fn steps() -> Migrations {
    vec![
        step("store-001-journal", |m| {
            m.table("journal_head", |t| {
                t.whole("id");
                t.position("position");
                t.text("hash");
                t.uuid("epoch");
                t.key(&["id"]);
                t.check("one_row", "id = 1");
            });
            m.table("journal", |t| {
                t.position("position");
                t.uuid("epoch");
                t.moment("at");
                t.text("kind");
                t.text("subject_kind");
                t.uuid("subject");
                t.text("actor");
                t.uuid("call").optional();
                t.text("audience");
                t.json("note");
                t.text("version").optional();
                t.text("hash");
                t.key(&["position"]);
                t.check("from_one", "position >= 1");
                t.check("audience", "audience IN ('public', 'parties', 'desk')");
            });
            m.index("journal", &["subject", "position"]);
        }),
        step("store-002-followers", followers),
        step("store-003-files", |m| {
            m.table("file", |t| {
                t.id();
                t.text("sha256");
                t.text("mime");
                t.text("name");
                t.whole("size");
                t.text("owner_kind");
                t.uuid("owner");
                t.moment("at");
                t.moment("forgotten").optional();
            });
            m.index("file", &["sha256"]);
            m.index("file", &["owner"]);
        }),
        step("store-004-purpose", |m| {
            m.table("house", |t| {
                t.whole("id");
                t.text("purpose");
                t.key(&["id"]);
                t.check("one_row", "id = 1");
                t.check("purpose", "purpose IN ('demo', 'real')");
            });
        }),
    ]
}

/// Where each follower is, and what it has set aside.
fn followers(m: &mut Make) {
    m.table("follower", |t| {
        t.text("name");
        t.position("position");
        t.key(&["name"]);
    });
    m.table("parked_fact", |t| {
        t.text("follower");
        t.position("position");
        t.whole("attempts");
        t.text("cause");
        t.moment("at");
        t.key(&["follower", "position"]);
    });
}
