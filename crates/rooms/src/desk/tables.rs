//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Make, step};

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![step("desk-001", owners_and_lists), step("desk-002", banner)]
}

fn owners_and_lists(m: &mut Make) {
    // Who of the secretariat has taken what waits. What waits is known by the rooms, not here.
    m.table("desk_owner", |t| {
        t.text("kind");
        t.uuid("thing");
        t.uuid("owner");
        t.moment("since");
        t.key(&["kind", "thing"]);
    });
    m.index("desk_owner", &["owner"]);
    // Which list somebody last chose.
    m.table("desk_list", |t| {
        t.uuid("person");
        t.text("whose");
        t.key(&["person"]);
    });
}

/// The operator's sentence on top of every page, once for each language it is given in.
fn banner(m: &mut Make) {
    m.table("banner", |t| {
        t.text("lang");
        t.text("text");
        t.moment("until").optional();
        t.key(&["lang"]);
    });
}
