//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::step;

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![step("cohorts-001", |m| {
        m.table("cohort", |t| {
            t.id();
            t.text("slug");
            t.json("title");
            t.json("about").optional();
            t.moment("made");
            t.unique(&["slug"]);
        });
        m.table("cohort_action", |t| {
            t.uuid("cohort").refers("cohort");
            t.uuid("action").refers("action");
            t.moment("since");
            t.key(&["cohort", "action"]);
        });
        m.index("cohort_action", &["action"]);
        m.table("cohort_figures", |t| {
            t.uuid("cohort").refers("cohort");
            t.moment("at");
            t.json("numbers");
            t.text("hash");
            t.key(&["cohort", "at"]);
        });
    })]
}
