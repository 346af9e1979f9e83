//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Make, step};

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![
        step("governments-001", first),
        step("governments-002", terms_and_proof),
        step("governments-003", changes),
        step("governments-004", merged),
        step("governments-005", apart),
    ]
}

fn first(m: &mut Make) {
    m.words("tier", &["municipality", "metropolitan", "province", "region", "association", "unknown"]);
    m.table("government", |t| {
        t.id();
        t.text("reference");
        t.text("folded_name");
        t.text("tier").word_of("tier");
        t.text("country").optional();
        t.json("profile");
        t.json("origin");
        t.uuid("merged_into").refers("government").optional();
        t.moment("entered");
        t.unique(&["reference"]);
        t.check("not_into_itself", "merged_into IS NULL OR merged_into <> id");
    });
    m.index("government", &["country", "folded_name"]);
    // The names a government is found by: core names, folded and without generic words.
    m.table("government_name", |t| {
        t.uuid("government").refers("government");
        t.text("core");
        t.key(&["government", "core"]);
    });
    m.index("government_name", &["core"]);
    // One row: the counter of references.
    m.table("government_counter", |t| {
        t.whole("only");
        t.whole("last");
        t.key(&["only"]);
    });
    m.sql("INSERT INTO \"government_counter\" (\"only\", \"last\") VALUES (1, 0)");
    m.words("mandate_kind", &["mayors_office", "focal_point", "delegate", "network_proxy"]);
    m.words("mandate_state", &["asked", "confirmed", "refused", "ended"]);
    m.table("mandate", |t| {
        t.id();
        t.uuid("government").refers("government");
        t.uuid("person");
        t.text("kind").word_of("mandate_kind");
        t.text("function");
        t.text("on_domain");
        t.moment("asked");
        t.text("state").word_of("mandate_state");
        t.moment("answered").optional();
        t.uuid("answered_by").optional();
        t.text("reason").optional();
        t.moment("ended").optional();
        t.check(
            "confirmed_by_whom",
            "state <> 'confirmed' OR (answered IS NOT NULL AND answered_by IS NOT NULL)",
        );
        t.check(
            "refused_with_reason",
            "state <> 'refused' OR (answered_by IS NOT NULL AND reason IS NOT NULL)",
        );
        t.check("ended_when", "state <> 'ended' OR ended IS NOT NULL");
    });
    m.unique_where("mandate", &["government", "person"], "state IN ('asked', 'confirmed')");
    m.index("mandate", &["person"]);
    m.index("mandate", &["state", "asked"]);
}

/// From when to when a mandate holds, on what proof, and why it is over; requests that nobody answered.
fn terms_and_proof(m: &mut Make) {
    m.more_words("mandate_state", &["expired"]);
    m.add("mandate", |t| {
        t.text("over").optional();
        t.moment("starts").optional();
        t.moment("ends").optional();
        t.flag("signs").optional();
        t.text("proof").optional();
        t.uuid("proof_file").optional();
        t.uuid("before").optional();
        t.moment("warned").optional();
    });
}

/// What those who act for a government ask to be changed in its record.
fn changes(m: &mut Make) {
    m.words("change_state", &["asked", "confirmed", "refused", "replaced"]);
    m.table("government_change", |t| {
        t.id();
        t.uuid("government").refers("government");
        t.uuid("person");
        t.moment("asked");
        t.json("what");
        t.text("state").word_of("change_state");
        t.moment("answered").optional();
        t.uuid("answered_by").optional();
        t.text("reason").optional();
        t.check("refused_with_reason", "state <> 'refused' OR reason IS NOT NULL");
        t.check("answered_by_whom", "state NOT IN ('confirmed', 'refused') OR answered_by IS NOT NULL");
    });
    m.index("government_change", &["government"]);
    m.index("government_change", &["state", "asked"]);
}

/// Who was merged into a government is asked of every fact about one: without an index, all of them are read.
fn merged(m: &mut Make) {
    m.index("government", &["merged_into"]);
}

/// Pairs of governments that look alike and of which the desk has said that they are two.
fn apart(m: &mut Make) {
    m.table("government_apart", |t| {
        t.uuid("pair");
        t.uuid("by").optional();
        t.moment("at");
        t.key(&["pair"]);
    });
}
