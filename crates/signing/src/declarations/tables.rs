//! This room's tables, step by step; steps are only ever appended.

use store::Migrations;
use store::schema::{Make, step};

/// The steps of this room.
pub fn steps() -> Migrations {
    vec![step("declarations-001", first), step("declarations-002", second)]
}

/// Declarations, versions, signatures.
fn first(m: &mut Make) {
    m.table("declaration", |t| {
        t.id();
        t.text("slug");
        t.json("about");
        t.moment("created");
        t.unique(&["slug"]);
    });
    m.words("declaration_wording", &["placeholder", "official"]);
    m.table("declaration_version", |t| {
        t.id();
        t.uuid("declaration").refers("declaration");
        t.whole("n");
        t.json("texts");
        t.text("sha256");
        t.text("wording").word_of("declaration_wording");
        t.moment("loaded");
        t.unique(&["declaration", "n"]);
    });
    m.words("signature_state", &["sent", "verified", "returned", "on_file", "withdrawn"]);
    let evidence = ["signed_document", "council_resolution", "letter", "ceremony"];
    m.words("signature_evidence", &evidence);
    let sources = ["explicit", "implied_by_cta_action", "implied_by_gfmd_listing"];
    m.more_words("signature_evidence", &sources);
    m.table("signature", |t| {
        t.id();
        t.text("reference");
        t.uuid("declaration").refers("declaration");
        t.uuid("version").refers("declaration_version").optional();
        t.uuid("government");
        t.json("signer").optional();
        t.text("date").optional();
        t.text("evidence").word_of("signature_evidence");
        t.uuid("file").optional();
        t.uuid("sent_by").optional();
        t.moment("at");
        t.text("state").word_of("signature_state");
        t.moment("answered").optional();
        t.uuid("answered_by").optional();
        t.text("reasons").optional();
        t.moment("withdrawn").optional();
        t.text("source").optional();
        // What makes an entry from a source the same as another one; none for what a government sent.
        t.text("identity").optional();
        t.unique(&["reference"]);
        t.unique(&["identity"]);
        t.check("sent_by_whom", "state = 'on_file' OR (sent_by IS NOT NULL AND version IS NOT NULL)");
        t.check("sent_with_signer", "state = 'on_file' OR signer IS NOT NULL");
        t.check("verified_by_whom", "state <> 'verified' OR (answered IS NOT NULL AND answered_by IS NOT NULL)");
        t.check("returned_with_reasons", "state <> 'returned' OR (answered_by IS NOT NULL AND reasons IS NOT NULL)");
        t.check("on_file_from_source", "state <> 'on_file' OR (source IS NOT NULL AND identity IS NOT NULL)");
        t.check("withdrawn_when", "state <> 'withdrawn' OR (answered IS NOT NULL AND withdrawn IS NOT NULL AND reasons IS NOT NULL)");
    });
    // A government signs a declaration once; after a return or a withdrawal it may sign anew.
    m.unique_where("signature", &["declaration", "government"], "state IN ('sent', 'verified')");
    m.index("signature", &["government"]);
    m.index("signature", &["state", "at"]);
    // One row: the counter of references.
    m.table("signature_counter", |t| {
        t.whole("only");
        t.whole("last");
        t.key(&["only"]);
    });
    m.sql("INSERT INTO \"signature_counter\" (\"only\", \"last\") VALUES (1, 0)");
}

/// The person who signs by a code, what the desk enters, suspension, the history of each signature, leaders.
fn second(m: &mut Make) {
    m.more_words("signature_state", &["prepared", "dropped", "suspended"]);
    m.more_words("signature_evidence", &["mandate", "code"]);
    m.add("signature", |t| {
        t.uuid("copy").optional();
        t.text("hand").default_to("'government'");
        t.json("consent").optional();
        t.moment("suspended").optional();
    });
    // While it is prepared or suspended a government does not sign the same declaration once more.
    m.sql("DROP INDEX \"signature.declaration+government\"");
    let lives = "state IN ('prepared', 'sent', 'verified', 'suspended')";
    m.unique_where("signature", &["declaration", "government"], lives);
    let words = ["prepared", "dropped", "sent", "entered", "verified", "returned"];
    m.words("signature_happened", &words);
    m.more_words("signature_happened", &["suspended", "lifted", "reconfirmed", "withdrawn"]);
    m.table("signature_event", |t| {
        t.uuid("signature").refers("signature");
        t.whole("n");
        t.text("what").word_of("signature_happened");
        t.moment("at");
        t.key(&["signature", "n"]);
    });
    let begin = "INSERT INTO \"signature_event\" (\"signature\", \"n\", \"what\", \"at\") SELECT \"id\",";
    let end = "FROM \"signature\"";
    m.sql(&format!(
        "{begin} 1, CASE WHEN \"state\" = 'on_file' THEN 'entered' ELSE 'sent' END, \"at\" {end}"
    ));
    m.sql(&format!("{begin} 2, CASE WHEN \"state\" = 'returned' THEN 'returned' ELSE 'verified' END, \"answered\" {end} WHERE \"answered\" IS NOT NULL"));
    m.sql(&format!("{begin} 3, 'withdrawn', \"withdrawn\" {end} WHERE \"withdrawn\" IS NOT NULL"));
    m.table("leader", |t| {
        t.id();
        t.uuid("government");
        t.text("name");
        t.text("title").optional();
        t.text("function");
        t.text("since").optional();
        t.text("until").optional();
        t.uuid("portrait").optional();
        t.text("alt").optional();
        t.text("credit").optional();
        t.json("quote").optional();
        t.json("consent");
        t.moment("changed");
        t.check("portrait_described", "portrait IS NULL OR (alt IS NOT NULL AND credit IS NOT NULL)");
    });
    m.index("leader", &["government"]);
}
