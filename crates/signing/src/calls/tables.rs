//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::step;

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![step("calls-001", |m| {
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
    })]
}
