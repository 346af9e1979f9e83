//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Step, step};

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![first(), pages()]
}

fn first() -> Step {
    step("calls-001", |m| {
        m.table("call", |t| {
            t.id();
            t.text("slug");
            t.text("prefix");
            t.json("body");
            t.moment("created");
            t.unique(&["slug"]);
        });
        m.words("body_role", &["steers", "partners", "advises", "supports"]);
        m.table("call_body", |t| {
            t.id();
            t.uuid("call").refers("call");
            t.whole("place");
            t.text("key");
            t.text("role").word_of("body_role");
            t.json("body");
            t.unique(&["call", "place"]);
        });
        m.table("framework", |t| {
            t.text("slug");
            t.text("version");
            t.json("body");
            t.moment("created");
            t.key(&["slug", "version"]);
        });
    })
}

/// The pages a public service owes. A page is never changed: its next wording is another row, so that what somebody was
/// told can be read later.
fn pages() -> Step {
    step("calls-002", |m| {
        m.words("owed_page", &["about", "privacy", "accessibility", "contact", "licence", "imprint"]);
        m.table("call_page", |t| {
            t.id();
            t.uuid("call").refers("call");
            t.text("page").word_of("owed_page");
            t.text("lang");
            t.whole("n");
            t.text("body");
            t.moment("written");
            t.unique(&["call", "page", "lang", "n"]);
        });
    })
}
